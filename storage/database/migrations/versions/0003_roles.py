"""Roles: invitations, the audit log, and the invitation that gave somebody their role."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables and the column; delete the names of people without a role."""
    op.add_column("people", sa.Column("invitation", sa.BigInteger(), nullable=True))
    op.execute("UPDATE people SET name = NULL WHERE role = 'practitioner'")
    op.create_table(
        "invites",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("code_hash", sa.Text(), nullable=False, unique=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
    )
    op.create_table(
        "audit",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("who", sa.BigInteger(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("whom", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """Refuse: what was done would be forgotten."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")
