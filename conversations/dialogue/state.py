"""The states of a conversation, and small types they are made of."""

from collections.abc import Sequence
from typing import Annotated, Literal
from urllib.parse import unquote

from pydantic import Field, JsonValue

from conversations.dialogue.model import Frozen
from conversations.dialogue.pages import AdminPage as OfficePage
from conversations.dialogue.pages import ReviewPage, Wanted
from conversations.form.questions import Does

_SCHEMES = ("https://", "http://", "mailto:")

_AROUND = "<>()[]{}\"'“”„«».,;:!"


def behind(url: str) -> str:
    """Write an address so that it can follow the words that link to it."""
    return f" ({url})"


def without(text: str, links: Sequence[str]) -> str:
    """Remove addresses that ``behind`` has written into a text, in this order."""
    begin = 0
    for url in links:
        written = behind(url)
        at = text.find(written, begin)
        if at >= 0:
            text, begin = text[:at] + text[at + len(written) :], at
    return text


def says_already(words: str, url: str) -> bool:
    """Say whether the words contain the address, perhaps without its scheme or the slash at its end."""
    if url.lower().startswith("tel:"):
        return _digits(words) == _digits(url)
    plain = _plain(url)
    return any(_plain(word) == plain for word in (*words.split(), *(word.strip(_AROUND) for word in words.split())))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _plain(address: str) -> str:
    """Remove what people leave out of an address; upper and lower case differ only behind the host."""
    address = unquote(address)
    scheme = next((scheme for scheme in _SCHEMES if address.lower().startswith(scheme)), "")
    host, slash, rest = address[len(scheme) :].partition("/")
    return f"{host.casefold()}{slash}{rest}".rstrip("/")


class Onward(Frozen):
    """After the answer comes the next open question."""

    to: Literal["onward"] = "onward"


class ToSummary(Frozen):
    """After the answer the person is back at the summary."""

    to: Literal["summary"] = "summary"


class ToOverview(Frozen):
    """After the answer the person is back at the overview."""

    to: Literal["overview"] = "overview"


class ToQuestion(Frozen):
    """After the answer the person is back at the question they left for it."""

    to: Literal["question"] = "question"
    question: str


class ToRevising(Frozen):
    """After the answer comes the next question that a coordinator has commented on."""

    to: Literal["revising"] = "revising"


Return = Annotated[ToSummary | ToOverview | ToQuestion | ToRevising, Field(discriminator="to")]
"""The state after a detour from the order of the form."""

ReturnTo = Annotated[Onward | ToSummary | ToOverview | ToQuestion | ToRevising, Field(discriminator="to")]
"""The state after an answer."""


class Part(Frozen):
    """One message of an answer; ``links`` are the addresses behind its words, which are also written into ``text``."""

    message: int
    text: str
    links: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words alone, as the person sees them."""
        return without(self.text, self.links)


class Offer(Frozen):
    """A button for what a text probably means; ``answers`` maps question paths to values.

    ``parts`` are the messages with the text. An offer without answers keeps the stored answer. One that ``stays`` is
    about other questions, so that the open one is asked again. ``does`` says what the press does.
    """

    label: str
    answers: dict[str, JsonValue]
    parts: tuple[Part, ...] = ()
    stays: bool = False
    does: Does = "answer"


class New(Frozen):
    """There is no practice yet."""

    at: Literal["new"] = "new"


class Choosing(Frozen):
    """The list of drafts is shown, to choose one."""

    at: Literal["choosing"] = "choosing"


class Asking(Frozen):
    """A question is asked; ``offers`` are what the last text may mean; ``whole`` shows all of a long list.

    ``refused`` counts the texts in a row that were no answer.
    ``other`` is the path of a list whose choice "Other" is to be explained: the words are added to that answer.
    """

    at: Literal["asking"] = "asking"
    question: str
    return_to: ReturnTo = Onward()
    offers: tuple[Offer, ...] = ()
    other: str = ""
    whole: bool = False
    refused: int = 0


class Collecting(Frozen):
    """A long answer is arriving in several messages; ``parts`` is never empty."""

    at: Literal["collecting"] = "collecting"
    question: str
    return_to: ReturnTo = Onward()
    parts: tuple[Part, ...]


class Repeating(Frozen):
    """The person is asked whether there is another repetition, such as another meeting.

    ``offers`` are what the last text may mean.
    """

    at: Literal["repeating"] = "repeating"
    section: str
    return_to: ReturnTo = Onward()
    offers: tuple[Offer, ...] = ()


class Opened(Frozen):
    """The questions of a section are listed, to choose one; ``offers`` are what the last text may mean."""

    at: Literal["opened"] = "opened"
    section: str
    return_to: Return
    offers: tuple[Offer, ...] = ()


class Overview(Frozen):
    """The sixteen sections with their progress; ``changing`` says that an answer is to be changed."""

    at: Literal["overview"] = "overview"
    return_to: Return = ToOverview()
    changing: bool = False


class Timing(Frozen):
    """The person chooses when to be reminded; ``return_to`` is that of the overview they came from, if any."""

    at: Literal["timing"] = "timing"
    return_to: Return | None = None


class Summary(Frozen):
    """All questions with their answers, to check and submit; ``offers`` are what the last text may mean."""

    at: Literal["summary"] = "summary"
    offers: tuple[Offer, ...] = ()


class Submitted(Frozen):
    """The practice in hand has been submitted."""

    at: Literal["submitted"] = "submitted"


class Revising(Frozen):
    """The comments and the author's changes since; the author sends them as a revision."""

    at: Literal["revising"] = "revising"


class Replying(Frozen):
    """The author is to write a reply to a comment."""

    at: Literal["replying"] = "replying"
    comment: int


class Withdrawing(Frozen):
    """The author is asked to confirm that the submission is withdrawn."""

    at: Literal["withdrawing"] = "withdrawing"


class AtDesk(Frozen):
    """A coordinator has a page of the review open; ``wanted`` are the filters of the queue."""

    at: Literal["desk"] = "desk"
    page: ReviewPage
    wanted: Wanted = Wanted()


class AtOffice(Frozen):
    """An admin has a page of the administration open."""

    at: Literal["office"] = "office"
    page: OfficePage


class Forgetting(Frozen):
    """The person is asked to confirm an erasure; ``before`` is the state if they do not.

    It is missing if that is the draft in hand. ``along`` are the numbers of approved practices to delete as well.
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
