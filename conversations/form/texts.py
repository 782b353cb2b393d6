"""Sentences of the form: rules between answers, contact details, and advice before Submit.

A question has its texts in its section; the refusals of a kind stand in ``texts.py`` and others of
``conversations/fields/``.
"""

from collections.abc import Sequence

from conversations.fields import texts as fields_texts
from conversations.fields.texts import quoted
from conversations.languages import _, with_semicolons

shortened, noted = fields_texts.shortened, fields_texts.noted

# Buttons

SKIP = _("Skip")

USE = _("Use it as the answer")

THIS_YEAR = _("This year")

USE_DETAILS = _("Use these details")

ONE_AT_A_TIME = _("One at a time")

USE_DETAILS_ALONE = _("Use these and skip the rest")

REMOVE = _("Remove this answer")

# In the place of an answer

NOT_PROVIDED = _("Not provided")

NOT_ANSWERED = _("Not answered yet")

# Refusals


def your_own_name() -> str:
    """Answer a person who tells the own name where the name of the practice is asked for."""
    return _("Hello. I ask for the name of the practice here; your own name can go into {title} later.").format(
        title=_("Contact person")
    )


WRITE_THE_NAME = _("Write the name, so that people know whom to ask for.")

NAME_THE_MEETING = _("That is no name. Send the name of the meeting, or press Back if there was none.")


def ends_before_start(ending: int, starting: int) -> str:
    """Refuse an ending year before the starting year."""
    return _(
        "The ending year {ending} is before the starting year {starting}. Enter {starting} or a later year."
    ).format(ending=ending, starting=starting)


def updated_before_start(updated: int, starting: int) -> str:
    """Refuse a year of the text before the starting year."""
    return _(
        "The text cannot be from {updated}: the practice began in {starting}. Enter {starting} or a later year."
    ).format(updated=updated, starting=starting)


def check_details(shown: Sequence[str], missing: Sequence[str], left: Sequence[str]) -> str:
    """Show contact details that were found in a text, before they are saved."""
    lines = [_("Check these details. I save them when you press {button}.").format(button=USE_DETAILS), *shown]
    if missing:
        lines.append(_("Still missing: {titles}.").format(titles=", ".join(map(str, missing))))
    if left:
        lines.append(_("Left out: {texts}.").format(texts=with_semicolons(left)))
    return "\n".join(lines)


def belongs_to(title: str) -> str:
    """Say that a text looks like the answer to another question."""
    return _("That looks like the answer to {title}. Press the button to save it there, or keep it here.").format(
        title=title
    )


def missing(titles: Sequence[str]) -> str:
    """List the questions to answer before Submit."""
    return _("Before you can submit, answer: {titles}.").format(titles=", ".join(map(str, titles)))


# Advice on an answer, which stops nobody

NO_LINK_SEEN = _(
    "Advice: The text does not say how the practice helps to prevent or counter radicalisation or violent "
    "extremism. Without that it cannot enter the Collection. Add a sentence on it: edit your message, or send the text "
    "again."
)

NO_LINK_TO_EXTREMISM = _(
    "The text shows no link to preventing or countering radicalisation or violent extremism. Say how the practice "
    "helps with that: without it a practice cannot enter the Collection."
)

REPEATS_THE_NAME = _("The text says hardly more than the name. Describe the aim and how you work.")

NAMES_THE_PRACTICE = _("This is the name of the practice. Name a person who has agreed to be named.")

NO_FIGURE = _("There is no figure. Say how many people took part, or for how many something changed.")

AN_ADDRESS = _("{text} looks like an address. Name a person who has agreed to be named.")

AN_EMAIL = _("{text} looks like an e-mail address. Name a person who has agreed to be named.")

A_PHONE = _("{text} looks like a telephone number. Name a person who has agreed to be named.")

A_WEBSITE = _("{text} looks like a web address. Name a person who has agreed to be named.")


def no_person(person: str, looks_like: str) -> str:
    """Advise to name a person; ``looks_like`` is one of the sentences above."""
    return looks_like.format(text=quoted(person, 60))


def no_answer(text: str) -> str:
    """Advise to write an answer."""
    return _("{text} does not answer the question. Write the answer, even a short one.").format(text=quoted(text, 60))


def same_text(title: str) -> str:
    """Advise not to repeat a text."""
    return _("The same text stands under {title}. Write here what this question asks.").format(title=title)


def no_link(link: str) -> str:
    """Advise to correct a link."""
    return _("{text} is not a complete web address. Copy it from the browser.").format(text=quoted(link, 60))


def own_link(link: str) -> str:
    """Advise to give a link that others can open."""
    return _("{text} opens on your own computer or network only. Send the file, or give a public link.").format(
        text=quoted(link, 60)
    )


def began_earlier(year: int, starting: int) -> str:
    """Advise to check the starting year against the text."""
    return _("The text says since {year}, but the starting year is {starting}. Check both.").format(
        year=year, starting=starting
    )


def meeting_too_early(meeting: int, starting: int) -> str:
    """Advise to check the year of a meeting."""
    return _("The meeting was in {meeting}, but the practice began in {starting}. Check both years.").format(
        meeting=meeting, starting=starting
    )


def before_ending(year: int, ending: int) -> str:
    """Advise to check the year of the text against the ending year."""
    return _("The text is from {year}, but the practice ended in {ending}. Check both years.").format(
        year=year, ending=ending
    )


def before_meeting(year: int, meeting: int) -> str:
    """Advise to check the year of the text against a meeting."""
    return _("The text is from {year}, but it names a meeting of {meeting}. Check both years.").format(
        year=year, meeting=meeting
    )


def text_is_old(year: int) -> str:
    """Advise to update an old text."""
    return _("The text is from {year}, and the practice is still active. Check that it is still right.").format(
        year=year
    )
