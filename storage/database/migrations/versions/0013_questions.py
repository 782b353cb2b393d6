"""A list of the authors' questions that wait for a reply, and the country in the index of claims."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ASKED = sa.text("asked_at IS NOT NULL")
CLAIMED = sa.text("claimed_by IS NOT NULL")
MOMENT = sa.DateTime(timezone=True)
DRAFTS = sa.table(
    "drafts",
    sa.column("id", sa.BigInteger()),
    sa.column("body", sa.Text()),
    sa.column("questions", sa.Integer()),
    sa.column("asked_at", MOMENT),
)


def upgrade() -> None:
    """Add the columns, fill them from the drafts with questions, and make the indexes."""
    op.add_column("drafts", sa.Column("questions", sa.Integer(), nullable=True))
    op.add_column("drafts", sa.Column("asked_at", MOMENT, nullable=True))
    _fill()
    asked = ["asked_at", "id", "chat_id", "questions"]
    op.create_index("drafts_asked", "drafts", asked, sqlite_where=ASKED, postgresql_where=ASKED)
    op.drop_index("drafts_claimed", "drafts")
    claimed = ["claimed_by", "status", "waits_since", "id", "country"]
    op.create_index("drafts_claimed", "drafts", claimed, sqlite_where=CLAIMED, postgresql_where=CLAIMED)


def downgrade() -> None:
    """Refuse: a newer database is not an older one."""
    raise NotImplementedError("Migrations go up only; to go back, restore a backup.")


def _fill() -> None:
    connection = op.get_bind()
    asking = DRAFTS.c.body.contains('"enquiries":[{')
    for number in connection.scalars(sa.select(DRAFTS.c.id).where(asking)).all():
        body = json.loads(connection.scalar(sa.select(DRAFTS.c.body).where(DRAFTS.c.id == number)) or "{}")
        waiting = [at for enquiry in body["review"]["enquiries"] if (at := _waits_since(enquiry))]
        if waiting:
            values = {"questions": len(waiting), "asked_at": min(waiting)}
            connection.execute(sa.update(DRAFTS).where(DRAFTS.c.id == number).values(values))


def _waits_since(enquiry: Mapping[str, Any]) -> datetime | None:
    """Give the time of the author's first words without a reply, in UTC."""
    since = None
    for said in reversed(enquiry["said"]):
        if said.get("by") is not None:
            break
        since = datetime.fromisoformat(said["at"])
    return since
