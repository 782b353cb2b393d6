"""Where a person is: a closed union, so that ``assert_never`` proves that every place is handled."""

from typing import Annotated, Literal

from pydantic import Field, JsonValue

from conversations.admin.pages import Page as OfficePage
from conversations.frozen import Frozen
from conversations.links import without
from conversations.questions import Does
from conversations.review.pages import Page, Wanted


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

Then = Annotated[Onward | ToSummary | ToOverview | ToQuestion | ToRevising, Field(discriminator="to")]
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
    then: Then = Onward()
    offers: tuple[Offer, ...] = ()
    other: str = ""
    whole: bool = False


class Collecting(Frozen):
    """A long answer is arriving in several messages; ``parts`` is never empty."""

    at: Literal["collecting"] = "collecting"
    question: str
    then: Then = Onward()
    parts: tuple[Part, ...]


class Repeating(Frozen):
    """All of one meeting has been asked, and now whether there is another one."""

    at: Literal["repeating"] = "repeating"
    section: str
    then: Then = Onward()


class Opened(Frozen):
    """A section with several questions lies open, to choose the one to change."""

    at: Literal["opened"] = "opened"
    section: str
    then: Return


class Overview(Frozen):
    """The sixteen sections and how far each is; ``changing`` is there where an answer is to be changed."""

    at: Literal["overview"] = "overview"
    then: Return = ToOverview()
    changing: bool = False


class Timing(Frozen):
    """Choosing when to be reminded; ``then`` is the way back of the overview it was asked from, if it was one."""

    at: Literal["timing"] = "timing"
    then: Return | None = None


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
    page: Page
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


Place = Annotated[
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
