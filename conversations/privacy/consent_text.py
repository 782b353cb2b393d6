"""The privacy text that people agree to: /privacy shows it, and docs/privacy.md is printed from it.

If you change its meaning, raise ``CONSENT_VERSION`` in ``dialogue.model``, set ``DATED``, and say in ``NEWS`` what is
new: the bot then asks everybody for consent again. ``make privacy`` prints the page; a test keeps it current.
"""

from collections.abc import Iterator
from datetime import date

from conversations.dialogue.model import CONSENT_VERSION, Frozen, Operator
from conversations.fields.dates import say

DATED = date(2026, 11, 23)

NEWS = "From now on I ask for your agreement, and the text says all that is kept, for how long, and who reads it."
"""What is new in this version."""

TITLE = "What happens to what you write"

OPERATOR = "The operator of this bot"
"""The name for those who run the bot if the settings do not give it."""

FIRST_NOTICE = 30
"""Days between the first notice and the deletion of a draft; drafts kept for a shorter time get one notice only."""


class Chapter(Frozen):
    """A heading with plain paragraphs; those of a list begin with a hyphen."""

    heading: str
    paragraphs: tuple[str, ...]


def edition() -> str:
    """Return the version and the date of the text."""
    return f"Version {CONSENT_VERSION} of {say((DATED, DATED))}"


def controller(operator: Operator) -> str:
    """Name who is responsible for the data, as the beginning of a sentence."""
    return operator.controller or OPERATOR


def chapters(operator: Operator) -> tuple[Chapter, ...]:
    """Return the text with the operator's name, address and retention time."""
    return (
        Chapter(heading="Who is responsible", paragraphs=(_responsible(operator),)),
        Chapter(heading="What is kept", paragraphs=KEPT),
        Chapter(heading="Why", paragraphs=WHY),
        Chapter(heading="Who reads it", paragraphs=READERS),
        Chapter(heading="What is published", paragraphs=PUBLISHED),
        Chapter(heading="How long it is kept", paragraphs=(_drafts_stay(operator.retention_days), *HOW_LONG)),
        Chapter(heading="Where it is", paragraphs=WHERE),
        Chapter(heading="What you can do", paragraphs=(*RIGHTS, _complaint(operator))),
        Chapter(heading="What is new in this version", paragraphs=(NEWS,)),
    )


def _responsible(operator: Operator) -> str:
    where = (
        f"Write to {operator.contact} with any question about it."
        if operator.contact
        else "No address is given here: with any question about it, ask the person who gave you the link to this bot."
    )
    return f"{controller(operator)} is responsible for the data that this bot keeps about you. {where}"


def _drafts_stay(days: int) -> str:
    if not days:
        return "- A draft stays until you delete it."
    told = "30 days and 3 days before" if days > FIRST_NOTICE else "before that"
    deleted = f"- A draft that you have not touched for {days} days is deleted."
    return f"{deleted} You are told here {told}, unless you have blocked the bot."


def _complaint(operator: Operator) -> str:
    who = f"write to {operator.contact}, or " if operator.contact else ""
    return f"- Complain: {who}turn to the data protection authority of your country."


def _written(text: str) -> tuple[str, ...]:
    """Split a text at its empty lines into paragraphs, each on one line."""
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


KEPT = _written("""
- Your answers, in drafts and in what you submit, and the files that you send with them.

- Every change of an answer with its date, so that nothing is lost by mistake, and messages that were not understood as
an answer.

- The comments of coordinators on your practice, your replies, your questions to them with their answers, and every
decision with its date.

- Your Telegram number and the number of this chat, when you last wrote here, when you agreed to this text, and when you
asked to be reminded.

- The name that Telegram shows of you, where you are a coordinator or an admin: authors see who reads their answers.
Their changes of roles and their exports are noted as well.

- Each message as it comes from Telegram, with the name that Telegram shows of you, and the answer of the bot.
""")

WHY = _written("""
So that your practice can be submitted to the RAN Collection (Radicalisation Awareness Network), reviewed, and published
for others to learn from. The ground is your consent (Article 6(1)(a) of the General Data Protection Regulation): you
give it by pressing I agree, and nothing is asked before. You can withdraw it at any time; the use of your data until
then stays lawful.

You decide what you write. Give no names of the people you work with. Name a contact person only with their agreement.
""")

READERS = _written("""
The coordinators and admins of the Collection. They can read your drafts, too, while you are still writing. The button
Who has seen this shows who can read a practice and who has read it. The people who run the computer of this bot can
reach your data there, and do so only to keep it working.

Nobody else gets your answers from the bot before they are published.
""")

PUBLISHED = _written("""
Once the coordinators approve a practice: all its answers and files, and its contact details, which are the address, the
contact person, the e-mail address, the telephone number and the website. Drafts, comments and declined practices are
never published.
""")

HOW_LONG = _written("""
- The words of messages from Telegram, and of the answers of the bot, are deleted after 7 days; those of a message that
could not be handled after 30 days, so that it can be tried again.

- A draft that you delete stays for one more day, so that Undo can bring it back.

- A submitted practice stays as long as the Collection, or until you delete it.

- The operator makes backups. Deleted data stays in older backups until those are replaced.
""")

WHERE = _written("""
In the database and the file store of the operator. Messages to a bot go through Telegram and are not end-to-end
encrypted: Telegram can read them and keeps them under rules of its own. Do not send any secrets.
""")

RIGHTS = _written("""
- See your data: /mydata gives you everything that is kept about you, as files.

- Correct it: edit your message, or change the answer from /overview.

- Withdraw a practice: press Withdraw under a practice that you have submitted, also a published one. It is then taken
out of the Collection; others may have copied it before.

- Delete everything: /forget removes your drafts and submissions, their history, your files, your messages here and your
entry, and with it your consent. A published practice stays, with the number of this chat, until you withdraw it; your
comments as a coordinator stay without your name. A line without name or content says that something was deleted, and
when. Telegram lets a bot delete only messages that are less than 48 hours old: delete older ones yourself.

- Withdraw your consent: send /forget, or write to those responsible.
""")

ABOUT = """\
This is what the bot shows when it is sent `/privacy`. Printed by `make privacy` from
`conversations/privacy/consent_text.py`, as it reads where `CONTROLLER` and `CONTACT` are not set and `RETENTION_DAYS`
is the default."""


def page(operator: Operator) -> str:
    """Return the text as a page in Markdown."""
    return "\n".join(_lines(operator))


def _lines(operator: Operator) -> Iterator[str]:
    yield from (f"# {TITLE}", "", f"{edition()}.", "", ABOUT)
    for chapter in chapters(operator):
        between = "\n" if chapter.paragraphs[0].startswith("- ") else "\n\n"
        yield from ("", f"## {chapter.heading}", "", between.join(chapter.paragraphs))
    yield ""
