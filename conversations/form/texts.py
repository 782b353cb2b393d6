"""Sentences of the form: rules between answers, contact details, and advice before Submit.

A question has its texts in its section; the refusals of a kind stand in ``conversations/fields/texts.py``.
"""

from collections.abc import Sequence

from conversations.fields import texts as fields_texts
from conversations.fields.texts import quoted

shortened = fields_texts.shortened

SKIP = "Skip"

USE = "Use it as the answer"

THIS_YEAR = "This year"

YOUR_OWN_NAME = "Hello. I ask for the name of the practice here; your own name can go into Contact person later."

USE_DETAILS = "Use these details"

ONE_AT_A_TIME = "One at a time"

USE_DETAILS_ALONE = "Use these and skip the rest"

WRITE_THE_NAME = "Write the name, so that people know whom to ask for."

NAME_THE_MEETING = "That is no name. Send the name of the meeting, or press Back if there was none."

NOT_PROVIDED = "Not provided"

NOT_ANSWERED = "Not answered yet"

NO_LINK_SEEN = (
    "Advice: The text does not say how the practice helps to prevent or counter radicalisation or violent "
    "extremism. Without that it cannot enter the Collection. Add a sentence on it: edit your message, or send the text "
    "again."
)

REMOVE = "Remove this answer"


def ends_before_start(ending: int, starting: int) -> str:
    """Refuse an ending year before the starting year."""
    return f"The ending year {ending} is before the starting year {starting}. Enter {starting} or a later year."


def updated_before_start(updated: int, starting: int) -> str:
    """Refuse a year of the text before the starting year."""
    return f"The text cannot be from {updated}: the practice began in {starting}. Enter {starting} or a later year."


def noted(title: str, shown: str) -> str:
    """Name a question and a value that was read for it."""
    return f"{title}: {shown}"


def check_details(shown: Sequence[str], missing: Sequence[str], left: Sequence[str]) -> str:
    """Show contact details that were found in a text, before they are saved."""
    lines = [
        f"Check these details. I save them when you press {USE_DETAILS}.",
        *shown,
        *([f"Still missing: {', '.join(missing)}."] if missing else []),
        *([f"Left out: {'; '.join(left)}."] if left else []),
    ]
    return "\n".join(lines)


def belongs_to(title: str) -> str:
    """Say that a text looks like the answer to another question."""
    return f"That looks like the answer to {title}. Press the button to save it there, or keep it here."


def missing(titles: Sequence[str]) -> str:
    """List the questions to answer before Submit."""
    return f"Before you can submit, answer: {', '.join(titles)}."


AN_ADDRESS, AN_EMAIL, A_PHONE, A_WEBSITE = "an address", "an e-mail address", "a telephone number", "a web address"

NO_LINK_TO_EXTREMISM = (
    "The text shows no link to preventing or countering radicalisation or violent extremism. Say how the practice "
    "helps with that: without it a practice cannot enter the Collection."
)

REPEATS_THE_NAME = "The text says hardly more than the name. Describe the aim and how you work."

NAMES_THE_PRACTICE = "This is the name of the practice. Name a person who has agreed to be named."

NO_FIGURE = "There is no figure. Say how many people took part, or for how many something changed."


def no_person(person: str, looks_like: str) -> str:
    """Advise to name a person."""
    return f"{quoted(person, 60)} looks like {looks_like}. Name a person who has agreed to be named."


def no_answer(text: str) -> str:
    """Advise to write an answer."""
    return f"{quoted(text, 60)} does not answer the question. Write the answer, even a short one."


def same_text(title: str) -> str:
    """Advise not to repeat a text."""
    return f"The same text stands under {title}. Write here what this question asks."


def no_link(link: str) -> str:
    """Advise to correct a link."""
    return f"{quoted(link, 60)} is not a complete web address. Copy it from the browser."


def own_link(link: str) -> str:
    """Advise to give a link that others can open."""
    return f"{quoted(link, 60)} opens on your own computer or network only. Send the file, or give a public link."


def began_earlier(year: int, starting: int) -> str:
    """Advise to check the starting year against the text."""
    return f"The text says since {year}, but the starting year is {starting}. Check both."


def meeting_too_early(meeting: int, starting: int) -> str:
    """Advise to check the year of a meeting."""
    return f"The meeting was in {meeting}, but the practice began in {starting}. Check both years."


def before_ending(year: int, ending: int) -> str:
    """Advise to check the year of the text against the ending year."""
    return f"The text is from {year}, but the practice ended in {ending}. Check both years."


def before_meeting(year: int, meeting: int) -> str:
    """Advise to check the year of the text against a meeting."""
    return f"The text is from {year}, but it names a meeting of {meeting}. Check both years."


def text_is_old(year: int) -> str:
    """Advise to update an old text."""
    return f"The text is from {year}, and the practice is still active. Check that it is still right."
