"""The address behind words: how it is written after them, and how the words read without it."""

from collections.abc import Sequence
from typing import Annotated, Literal
from urllib.parse import unquote

from pydantic import Field, JsonValue

from conversations.dialogue.desk_states import AdminPage as OfficePage
from conversations.dialogue.desk_states import ReviewPage, Wanted
from conversations.dialogue.model import Frozen
from conversations.form.questions import Does

_SCHEMES = ("https://", "http://", "mailto:")

_AROUND = "<>()[]{}\"'“”„«».,;:!"


def behind(url: str) -> str:
    """Write an address after the words that it stands behind."""
    return f" ({url})"


def without(text: str, links: Sequence[str]) -> str:
    """Give the words alone, of a text that has these addresses written into it, in this order."""
    begin = 0
    for url in links:
        written = behind(url)
        at = text.find(written, begin)
        if at >= 0:
            text, begin = text[:at] + text[at + len(written) :], at
    return text


def says_already(words: str, url: str) -> bool:
    """Say whether the words have the address in them: it may lack its scheme or a slash at the end."""
    if url.lower().startswith("tel:"):
        return _digits(words) == _digits(url)
    plain = _plain(url)
    return any(_plain(word) == plain for word in (*words.split(), *(word.strip(_AROUND) for word in words.split())))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _plain(address: str) -> str:
    """Leave out what a person leaves out of an address; the case counts behind the host."""
    address = unquote(address)
    scheme = next((scheme for scheme in _SCHEMES if address.lower().startswith(scheme)), "")
    host, slash, rest = address[len(scheme) :].partition("/")
    return f"{host.casefold()}{slash}{rest}".rstrip("/")


class Onward(Frozen):
    """After the answer: the next question that has none."""

    to: Literal["onward"] = "onward"


class ToSummary(Frozen):
    """After the answer: back to the summary it was changed from."""

    to: Literal["summary"] = "summary"


class ToOverview(Frozen):
    """After the answer: back to the overview it was changed from."""

    to: Literal["overview"] = "overview"


class ToQuestion(Frozen):
    """After the answer: back to the question that the person left for it."""

    to: Literal["question"] = "question"
    question: str


class ToRevising(Frozen):
    """After the answer: on to the next question that a coordinator commented on."""

    to: Literal["revising"] = "revising"


Return = Annotated[ToSummary | ToOverview | ToQuestion | ToRevising, Field(discriminator="to")]
"""Where a side step leads back to."""

ReturnTo = Annotated[Onward | ToSummary | ToOverview | ToQuestion | ToRevising, Field(discriminator="to")]
"""Where an answer leads."""


class Part(Frozen):
    """One message of a long answer; ``links`` are the addresses behind its words, which are written into ``text``."""

    message: int
    text: str
    links: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words alone, as the person sees them."""
        return without(self.text, self.links)


class Offer(Frozen):
    """A value that was probably meant, waiting for one press; ``answers`` maps question paths to values.

    ``parts`` are the messages whose words it is. An offer without answers keeps the stored one; one that ``stays`` is
    for other questions, and the open one is asked again. ``does`` says what the press does.
    """

    label: str
    answers: dict[str, JsonValue]
    parts: tuple[Part, ...] = ()
    stays: bool = False
    does: Does = "answer"


class New(Frozen):
    """Nothing has been said yet."""

    at: Literal["new"] = "new"


class Choosing(Frozen):
    """Choosing one of several drafts."""

    at: Literal["choosing"] = "choosing"


class Asking(Frozen):
    """A question has been asked; ``offers`` are what the last text may mean; ``whole`` shows a long list whole.

    ``other`` is the list whose Other the words explain: they are added to the answer that stands.
    """

    at: Literal["asking"] = "asking"
    question: str
    return_to: ReturnTo = Onward()
    offers: tuple[Offer, ...] = ()
    other: str = ""
    whole: bool = False


class Collecting(Frozen):
    """A long answer is arriving in several messages; ``parts`` is never empty."""

    at: Literal["collecting"] = "collecting"
    question: str
    return_to: ReturnTo = Onward()
    parts: tuple[Part, ...]


class Repeating(Frozen):
    """All of one meeting has been asked, and now whether there is another one."""

    at: Literal["repeating"] = "repeating"
    section: str
    return_to: ReturnTo = Onward()


class Opened(Frozen):
    """A section with several questions lies open, to choose the one to change."""

    at: Literal["opened"] = "opened"
    section: str
    return_to: Return


class Overview(Frozen):
    """The sixteen sections and how far each is; ``changing`` is there where an answer is to be changed."""

    at: Literal["overview"] = "overview"
    return_to: Return = ToOverview()
    changing: bool = False


class Timing(Frozen):
    """Choosing when to be reminded; ``return_to`` is the way back of the overview it was asked from, if it was one."""

    at: Literal["timing"] = "timing"
    return_to: Return | None = None


class Summary(Frozen):
    """All questions with their answers, to confirm."""

    at: Literal["summary"] = "summary"


class Submitted(Frozen):
    """The draft in hand has been submitted."""

    at: Literal["submitted"] = "submitted"


class Revising(Frozen):
    """What the coordinators asked for, and what the author has changed since; ends with a revision."""

    at: Literal["revising"] = "revising"


class Replying(Frozen):
    """Words for a coordinator are awaited, in reply to a comment."""

    at: Literal["replying"] = "replying"
    comment: int


class Withdrawing(Frozen):
    """Asked whether the submission is really to be withdrawn."""

    at: Literal["withdrawing"] = "withdrawing"


class AtDesk(Frozen):
    """A coordinator at the review desk: the page that lies open, and the queue that it was taken from."""

    at: Literal["desk"] = "desk"
    page: ReviewPage
    wanted: Wanted = Wanted()


class AtOffice(Frozen):
    """An admin in the office: the page that lies open."""

    at: Literal["office"] = "office"
    page: OfficePage


class Forgetting(Frozen):
    """Asked whether everything is to be deleted; ``before`` is where the talk goes on if not.

    It is missing where that is the draft in hand. ``along`` are the numbers of approved practices that are to go too.
    """

    at: Literal["forgetting"] = "forgetting"
    before: Annotated[New | Choosing | Submitted | AtDesk | AtOffice, Field(discriminator="at")] | None = None
    along: tuple[int, ...] = ()


State = Annotated[
    New
    | Choosing
    | Asking
    | Collecting
    | Repeating
    | Opened
    | Overview
    | Timing
    | Summary
    | Submitted
    | Revising
    | Replying
    | Withdrawing
    | AtDesk
    | AtOffice
    | Forgetting,
    Field(discriminator="at"),
]
