"""The database: tables, schema, migrations, engines, locks."""
