"""The privacy text that people agree to: /privacy shows it, and docs/privacy.md is printed from it.

If you change its meaning, raise ``CONSENT_VERSION`` in ``dialogue.model``, set ``DATED``, and say in ``NEWS`` what is
new: the bot then asks everybody for consent again. ``make privacy`` prints the page, in English; a test keeps it
current. The version that is stored does not depend on the language in which the text was read.
"""

from collections.abc import Iterator
from datetime import date

from conversations.dialogue.model import CONSENT_VERSION, Frozen, Operator
from conversations.fields.dates import say
from conversations.languages import Said, _, ngettext

DATED = date(2026, 11, 23)

# The privacy text

NEWS = _("From now on I ask for your agreement, and the text says all that is kept, for how long, and who reads it.")
"""What is new in this version."""

TITLE = _("What happens to what you write")

OPERATOR = _("The operator of this bot")
"""The name for those who run the bot if the settings do not give it."""

FIRST_NOTICE = 30
"""Days between the first notice and the deletion of a draft; drafts kept for a shorter time get one notice only."""


class Chapter(Frozen):
    """A heading with plain paragraphs; those of a list begin with a hyphen."""

    heading: Said
    paragraphs: tuple[Said, ...]


def edition() -> str:
    """Return the version and the date of the text."""
    return _("Version {version} of {day}").format(version=CONSENT_VERSION, day=say((DATED, DATED)))


def controller(operator: Operator) -> str:
    """Name who is responsible for the data, as the beginning of a sentence."""
    return operator.controller or str(OPERATOR)


def chapters(operator: Operator) -> tuple[Chapter, ...]:
    """Return the text with the operator's name, address and retention time."""
    return (
        Chapter(heading=_("Who is responsible"), paragraphs=(_responsible(operator),)),
        Chapter(heading=_("What is kept"), paragraphs=_listed(*KEPT)),
        Chapter(heading=_("Why"), paragraphs=WHY),
        Chapter(heading=_("Who reads it"), paragraphs=READERS),
        Chapter(heading=_("What is published"), paragraphs=PUBLISHED),
        Chapter(heading=_("How long it is kept"), paragraphs=_listed(_drafts_stay(operator.retention_days), *HOW_LONG)),
        Chapter(heading=_("Where it is"), paragraphs=WHERE),
        Chapter(heading=_("What you can do"), paragraphs=_listed(*RIGHTS, _complaint(operator))),
        Chapter(heading=_("What is new in this version"), paragraphs=(NEWS,)),
    )


def _listed(*points: str) -> tuple[str, ...]:
    return tuple(f"- {point}" for point in points)


def _responsible(operator: Operator) -> str:
    """Say who is responsible for the data: ``{operator}`` is an organisation, or "The operator of this bot"."""
    responsible = _("{operator} is responsible for the data that this bot keeps about you.")
    where = (
        _("Write to {contact} with any question about it.").format(contact=operator.contact)
        if operator.contact
        else _(
            "No address is given here: with any question about it, ask the person who gave you the link to this bot."
        )
    )
    return f"{responsible.format(operator=controller(operator))} {where}"


def _drafts_stay(days: int) -> str:
    """Say how long a draft stays; the draft is a practice that was not submitted."""
    if not days:
        return str(_("A draft stays until you delete it."))
    deleted = ngettext(
        "A draft that you have not touched for {count} day is deleted.",
        "A draft that you have not touched for {count} days is deleted.",
        days,
    ).format(count=days)
    told = (
        _("You are told here 30 days and 3 days before, unless you have blocked the bot.")
        if days > FIRST_NOTICE
        else _("You are told here before that, unless you have blocked the bot.")
    )
    return f"{deleted} {told}"


def _complaint(operator: Operator) -> str:
    """Say where to complain: the last point of "What you can do"."""
    if operator.contact:
        complain = _("Complain: write to {contact}, or turn to the data protection authority of your country.")
        return complain.format(contact=operator.contact)
    return str(_("Complain: turn to the data protection authority of your country."))


KEPT = (
    _("Your answers, in drafts and in what you submit, and the files that you send with them."),
    _(
        "Every change of an answer with its date, so that nothing is lost by mistake, and messages that were not "
        "understood as an answer."
    ),
    _(
        "The comments of coordinators on your practice, your replies, your questions to them with their answers, and "
        "every decision with its date."
    ),
    _(
        "Your Telegram number and the number of this chat, when you last wrote here, when you agreed to this text, and "
        "when you asked to be reminded."
    ),
    _(
        "The name that Telegram shows of you, where you are a coordinator or an admin: authors see who reads their "
        "answers. Their changes of roles and their exports are noted as well."
    ),
    _("Each message as it comes from Telegram, with the name that Telegram shows of you, and the answer of the bot."),
)

WHY = (
    _(
        "So that your practice can be submitted to the RAN Collection (Radicalisation Awareness Network), reviewed, "
        "and published for others to learn from. The ground is your consent (Article 6(1)(a) of the General Data "
        "Protection Regulation): you give it by pressing I agree, and nothing is asked before. You can withdraw it at "
        "any time; the use of your data until then stays lawful."
    ),
    _(
        "You decide what you write. Give no names of the people you work with. Name a contact person only with their "
        "agreement."
    ),
)

READERS = (
    _(
        "The coordinators and admins of the Collection. They can read your drafts, too, while you are still writing. "
        "The button Who has seen this shows who can read a practice and who has read it. The people who run the "
        "computer of this bot can reach your data there, and do so only to keep it working."
    ),
    _("Nobody else gets your answers from the bot before they are published."),
)

PUBLISHED = (
    _(
        "Once the coordinators approve a practice: all its answers and files, and its contact details, which are the "
        "address, the contact person, the e-mail address, the telephone number and the website. Drafts, comments and "
        "declined practices are never published."
    ),
)

HOW_LONG = (
    _(
        "The words of messages from Telegram, and of the answers of the bot, are deleted after 7 days; those of a "
        "message that could not be handled after 30 days, so that it can be tried again."
    ),
    _("A draft that you delete stays for one more day, so that Undo can bring it back."),
    _("A submitted practice stays as long as the Collection, or until you delete it."),
    _("The operator makes backups. Deleted data stays in older backups until those are replaced."),
)

WHERE = (
    _(
        "In the database and the file store of the operator. Messages to a bot go through Telegram and are not end-to-"
        "end encrypted: Telegram can read them and keeps them under rules of its own. Do not send any secrets."
    ),
)

RIGHTS = (
    _("See your data: /mydata gives you everything that is kept about you, as files."),
    _("Correct it: edit your message, or change the answer from /overview."),
    _(
        "Withdraw a practice: press Withdraw under a practice that you have submitted, also a published one. It is "
        "then taken out of the Collection; others may have copied it before."
    ),
    _(
        "Delete everything: /forget removes your drafts and submissions, their history, your files, your messages here "
        "and your entry, and with it your consent. A published practice stays, with the number of this chat, until you "
        "withdraw it; your comments as a coordinator stay without your name. A line without name or content says that "
        "something was deleted, and when. Telegram lets a bot delete only messages that are less than 48 hours old: "
        "delete older ones yourself."
    ),
    _("Withdraw your consent: send /forget, or write to those responsible."),
)

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
