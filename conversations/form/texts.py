"""Every sentence that is not a question's own or a kind's refusal: one voice, in one place."""

from collections.abc import Sequence

SKIP = "Skip"

USE = "Use it as the answer"

THIS_YEAR = "This year"

USE_DETAILS = "Use these details"

ONE_AT_A_TIME = "One at a time"

USE_DETAILS_ALONE = "Use these and skip the rest"

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
    """Say which answer to another question was read in a text."""
    return f"{title}: {shown}"


def check_details(shown: Sequence[str], missing: Sequence[str], left: Sequence[str]) -> str:
    """Show contact details that were read in a text, before they count."""
    lines = [
        f"Check these details. I save them when you press {USE_DETAILS}.",
        *shown,
        *([f"Not in your message: {', '.join(missing)}."] if missing else []),
        *([f"Left out: {'; '.join(left)}."] if left else []),
    ]
    return "\n".join(lines)


def belongs_to(title: str) -> str:
    """Say that a text looks like the answer to another question."""
    return f"That looks like the answer to {title}. Press the button to save it there, or keep it here."


def missing(titles: Sequence[str]) -> str:
    """Say what is missing before the draft can be submitted."""
    return f"Before you can submit, answer: {', '.join(titles)}."


def shortened(text: str, limit: int) -> str:
    """Cut a text for a place with little room, without hiding that it was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1].rstrip()}…"


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
    return f"“{shortened(person, 60)}” looks like {looks_like}. Name a person who has agreed to be named."


def no_answer(text: str) -> str:
    """Advise to write an answer."""
    return f"“{shortened(text, 60)}” does not answer the question. Write the answer, even a short one."


def same_text(title: str) -> str:
    """Advise not to say the same twice."""
    return f"The same text stands under {title}. Write here what this question asks."


def no_link(link: str) -> str:
    """Advise to put a link right."""
    return f"“{shortened(link, 60)}” is not a complete web address. Copy it from the browser."


def own_link(link: str) -> str:
    """Advise to give a link that others can open."""
    return f"“{shortened(link, 60)}” opens on your own computer or network only. Send the file, or give a public link."


def began_earlier(year: int, starting: int) -> str:
    """Advise to look at the starting year."""
    return f"The text says since {year}, but the starting year is {starting}. Check both."


def meeting_too_early(meeting: int, starting: int) -> str:
    """Advise to look at the year of a meeting."""
    return f"The meeting was in {meeting}, but the practice began in {starting}. Check both years."


def before_ending(year: int, ending: int) -> str:
    """Advise to look at the year of the text."""
    return f"The text is from {year}, but the practice ended in {ending}. Check both years."


def before_meeting(year: int, meeting: int) -> str:
    """Advise to look at the year of the text."""
    return f"The text is from {year}, but it names a meeting of {meeting}. Check both years."


def text_is_old(year: int) -> str:
    """Advise to bring the text up to date."""
    return f"The text is from {year}, and the practice is still active. Check that it is still right."
