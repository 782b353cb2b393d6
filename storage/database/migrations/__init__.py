"""Migrations, one file a change of the tables; they go up only."""
