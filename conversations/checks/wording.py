"""What the checks say: one sentence on what they see, one on what to do."""

from conversations.wording import shortened

WORTH_A_LOOK = "Worth a second look"
WORTH_A_LOOK_HINT = "Press a question to change it. You can also submit as it is."
AN_ADDRESS, AN_EMAIL, A_PHONE, A_WEBSITE = "an address", "an e-mail address", "a telephone number", "a web address"

NO_LINK_TO_EXTREMISM = (
    "The text shows no link to preventing or countering radicalisation or violent extremism. Say how the practice "
    "helps with that: without it a practice cannot enter the Collection."
)
REPEATS_THE_NAME = "The text says hardly more than the name. Describe the aim and how you work."
NAMES_THE_PRACTICE = "This is the name of the practice. Name a person who has agreed to be named."
NO_FIGURE = "There is no figure. Say how many people took part, or for how many something changed."


def advice(title: str, sentence: str) -> str:
    """Say which question a piece of advice is about."""
    return f"{title}: {sentence}"


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
