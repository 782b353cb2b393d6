"""What is shown before the first question, and the whole text on request."""

from collections.abc import Iterable, Iterator

from conversations.consent import text, wording
from conversations.consent.given import stands
from conversations.messages import Button, Line, Press, Reply
from conversations.place import New
from conversations.preview import LABELS
from conversations.screens.layout import Rows, Screen
from conversations.screens.paging import pack
from conversations.talk import Talk
from conversations.wording import AT_HAND, HOW_LONG


def consenting(talk: Talk) -> Screen:
    """Say who asks, who reads, what is published and how to take it back; ask for the yes."""
    new, before = isinstance(talk.place, New), talk.conversation.consent
    title = wording.TITLE if new else wording.TITLE_LATER
    news = (wording.whats_new(),) if before else ()
    takes = (HOW_LONG, AT_HAND) if new else ()
    told = (wording.asks(talk.desk.house), *takes, wording.READERS)
    lines = (
        Line(text=wording.TEXT_HAS_CHANGED if before else title, style="bold"),
        *_apart((*news, *told, wording.PUBLISHED, wording.TAKE_BACK)),
        Line(text=wording.PRESS if new else wording.PRESS_AGAIN, style="italic"),
    )
    return Screen(pages=(lines,), rows=rows())


def rows() -> Rows:
    """Give the yes, what can be looked at before it, and the whole text."""
    return (*_agree(), preview_row(), (_standing(wording.PRIVACY, "privacy"),))


def preview_row() -> tuple[Button, ...]:
    """Give the buttons of what can be looked at before the first answer."""
    return tuple(_standing(label, action) for action, label in LABELS.items())


def _apart(paragraphs: Iterable[str]) -> Iterator[Line]:
    """Put an empty line under each paragraph."""
    for paragraph in paragraphs:
        yield from (Line(text=paragraph), Line(text=""))


def whole_text(talk: Talk) -> tuple[Reply, ...]:
    """Show the whole text, with the yes that is on record or the button for it."""
    head = (Line(text=text.TITLE, style="bold"), Line(text=text.edition(), style="italic"))
    consent = talk.conversation.consent
    said = (Line(text=wording.on_record(consent)),) if consent else ()
    asked = () if stands(consent) else (Line(text=wording.AT_THE_END, style="italic"),)
    blocks = (
        head,
        *(
            (Line(text=chapter.heading, style="bold"), *(Line(text=one) for one in chapter.paragraphs))
            for chapter in text.chapters(talk.desk.house)
        ),
        (*said, *asked),
    )
    *first, last = pack(blocks)
    return (*(Reply(lines=lines) for lines in first), Reply(lines=last, rows=() if stands(consent) else _agree()))


def _agree() -> Rows:
    return ((_standing(wording.AGREE, "agree", text.VERSION),),)


def _standing(label: str, action: str, index: int | None = None) -> Button:
    """Make a button that works in every place and at any time."""
    return Button(label=label, press=Press(draft=0, revision=0, about="", action=action, index=index))
