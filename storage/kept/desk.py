"""What a person did at the desk and in the office: only their own share of it, and no words of anybody else."""

from collections.abc import Iterator

from sqlalchemy import Connection, or_, select

from conversations.conversation import Draft
from storage.kept.plain import YOU, Plain, moment, without_numbers
from storage.shapes import DEED, DRAFT
from storage.tables import AUDIT, DRAFTS, INVITES


def reviews(connection: Connection, user: int, chat: int) -> list[Plain]:
    """List what somebody said of practices of others, and what they did with them."""
    others = DRAFTS.c.chat_id != chat, DRAFTS.c.body.contains(f'"user":{user},')
    bodies = connection.scalars(select(DRAFTS.c.body).where(*others).order_by(DRAFTS.c.id))
    return [_share(DRAFT.read(body), user) for body in bodies]


def _share(draft: Draft, user: int) -> Plain:
    review = draft.review
    return {
        "reference": draft.reference,
        "reviewing_since": moment(review.claim.since) if review.claim and review.holds(user) else None,
        "read": [{"first": moment(one.first), "last": moment(one.last)} for one in review.seen if one.by.user == user],
        "comments": [
            {"question": one.question, "weight": one.weight, "state": one.state, "at": moment(one.at), "text": one.text}
            for one in review.comments
            if one.by.user == user
        ],
        "replies": [
            {"question": one.question, "at": moment(said.at), "text": said.text}
            for one in review.enquiries
            for said in one.said
            if said.by is not None and said.by.user == user
        ],
        "moves": [
            {"move": entry.move, "at": moment(entry.at), "words": entry.words}
            for entry in review.log
            if entry.by is not None and entry.by.user == user
        ],
    }


def invitations(connection: Connection, user: int) -> list[Plain]:
    """List the invitations that somebody made or used; the link itself is kept nowhere."""
    mine = or_(INVITES.c.made_by == user, INVITES.c.used_by == user)
    return [
        {
            "number": row.id,
            "role": row.role,
            "made_by_you": row.made_by == user,
            "made_at": moment(row.made_at),
            "until": moment(row.until),
            "used": row.used_by is not None,
            "used_by_you": row.used_by == user,
            "withdrawn_at": moment(row.withdrawn_at),
        }
        for row in connection.execute(select(INVITES).where(mine).order_by(INVITES.c.id))
    ]


def audit(connection: Connection, user: int) -> list[Plain]:
    """List the lines of the audit log that somebody wrote or that are about them."""
    return [*_lines(connection, user)]


def _lines(connection: Connection, user: int) -> Iterator[Plain]:
    mine = or_(AUDIT.c.who == user, AUDIT.c.whom == user)
    for row in connection.execute(select(AUDIT).where(mine).order_by(AUDIT.c.id)):
        deed = without_numbers(DEED.adapter.dump_python(DEED.read(row.body), mode="json"), user)
        by = YOU if row.who == user else "the shell" if row.who is None else "an admin"
        yield {"at": moment(row.at), "by": by, **deed}
