"""Reminders and notices: when they come, what they say, and what stays as it was."""

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from conversations.diagram import filled
from conversations.dialogue.conversation import Conversation, Reminder
from conversations.dialogue.inputs import Chose, Expired, Neglected, Passed, Press, TimeCame
from conversations.dialogue.pages import Queue
from conversations.dialogue.replies import Button
from conversations.dialogue.state import Asking, AtDesk, Choosing, New, Overview, Timing, ToOverview
from conversations.engine import texts
from conversations.engine.engine import step
from conversations.reminders.reminding import to_resume

TOUCHED = datetime(2026, 11, 23, 12, tzinfo=UTC)

DAY = timedelta(days=1)

State = Literal["waiting", "sent", "refused"]


def after(days: float) -> datetime:
    """Return the time so many days after the last change."""
    return TOUCHED + days * DAY


def talker(*acts: str) -> CoreTalker:
    """Begin a practice and do more."""
    anna = CoreTalker()
    for act in ("/start", "Open Door", *acts):
        anna.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return anna


def passes(anna: CoreTalker, given: Passed, days: float = 0) -> tuple[str, ...]:
    """Let time pass; return what is said."""
    anna.now = after(days)
    taken = step(anna.conversation, given, anna.now)
    anna.conversation = taken.conversation
    for reply in taken.replies:
        anna.receive(reply)
    return tuple(reply.text for reply in taken.replies)


def pressed(anna: CoreTalker, action: str, draft: int = 1) -> str:
    """Press a button."""
    press = Press(draft=draft, keyboard_version=0, about="", action=action)
    return "\n".join(one.text for one in anna.give(Chose(press=press, message=99)))


NOTICE = Neglected(draft=1, days=30, until=after(365))


def test_notice_changes_nothing() -> None:
    """A notice leaves the person at the open question, and its buttons work."""
    anna = talker()
    before = anna.conversation
    (said,) = passes(anna, NOTICE, 335)
    assert before == anna.conversation
    assert "“Open Door”" in said
    assert "It will be deleted on 23 November, with its answers" in said


@pytest.mark.parametrize("given", [NOTICE.model_copy(update={"draft": 2}), Expired(draft=2, days=365), TimeCame()])
def test_time_that_is_overtaken(given: Passed) -> None:
    """A step for a deleted draft, or for a cancelled reminder, does nothing."""
    anna = talker()
    before = anna.conversation
    assert ((), before) == (passes(anna, given), anna.conversation)


def test_submission_is_never_deleted() -> None:
    """A submission is not deleted by time."""
    anna = talker()
    (draft,) = anna.conversation.drafts
    handed_in = draft.model_copy(update={"status": "withdrawn"})
    anna.conversation = anna.conversation.model_copy(update={"drafts": (handed_in,)})
    assert ((), ()) == (passes(anna, Expired(draft=1, days=365), 900), passes(anna, NOTICE, 900))
    assert (handed_in,) == anna.conversation.drafts
    assert "submitted, so it is kept anyway" in pressed(anna, "stay")
    assert (handed_in.updated_at,) == tuple(one.updated_at for one in anna.conversation.drafts)


def test_keep_is_a_touch() -> None:
    """Keep counts as a change of the draft; the state stays."""
    anna = talker()
    anna.now = after(336)
    assert "“Open Door” is kept" in pressed(anna, "stay")
    (draft,) = anna.conversation.drafts
    assert (after(336), Asking(question="description.description")) == (draft.updated_at, anna.conversation.state)


def test_go_on_is_a_touch() -> None:
    """Go on opens the draft, and counts as a change; a submission is shown as it is."""
    anna = talker("/new", "Second Chance")
    anna.now = after(336)
    assert "Section 2 of 16" in pressed(anna, "resume")
    assert (1, after(336)) == (anna.conversation.hand, anna.conversation.drafts[0].updated_at)
    first, second = anna.conversation.drafts
    handed_in = second.model_copy(update={"status": "submitted", "reference": "RAN-2026-0001"})
    anna.conversation = anna.conversation.model_copy(update={"drafts": (first, handed_in)})
    assert pressed(anna, "resume", 2).startswith("Submitted")


def test_deletion_of_the_only_draft() -> None:
    """After the deletion of the only draft the person is new, and the next draft gets a new number."""
    anna = talker()
    (said,) = passes(anna, Expired(draft=1, days=365), 365)
    assert "“Open Door” has been deleted with its answers and files, because it was not changed for 365 days." == said
    assert (New(), None, ()) == (anna.conversation.state, anna.conversation.hand, anna.conversation.drafts)
    anna.do(Act("says", "hello"))
    assert [2] == [draft.number for draft in anna.conversation.drafts]
    assert texts.BUTTON_GONE in pressed(anna, "stay", 1)


def test_deletion_of_the_draft_in_hand() -> None:
    """Another draft becomes current, to be chosen; the buttons of the deleted one are old."""
    anna = talker("/new", "Second Chance")
    keyboard_version = anna.conversation.keyboard_version
    passes(anna, Expired(draft=2, days=365), 365)
    conversation = anna.conversation
    assert (Choosing(), 1, keyboard_version + 1) == (
        conversation.state,
        conversation.hand,
        conversation.keyboard_version,
    )
    assert "Section 2 of 16" in "\n".join(one.text for one in anna.do(Act("says", "/back")))


def test_deletion_of_another_draft() -> None:
    """The deletion of another draft leaves the person where they are."""
    anna = talker("/new", "Second Chance")
    state, keyboard_version = anna.conversation.state, anna.conversation.keyboard_version
    passes(anna, Expired(draft=1, days=365), 365)
    conversation = anna.conversation
    assert (state, 2, keyboard_version) == (conversation.state, conversation.hand, conversation.keyboard_version)


def test_deletion_of_a_coordinators_own_draft() -> None:
    """A coordinator stays on their page, without a current draft."""
    on = CoreTestBed()
    cora = on.talker("Cora")
    for text in ("/new", "Open Door", "/queue"):
        cora.do(Act("says", text))
    assert 1 == len(passes(cora, Expired(draft=1, days=365), 365))
    assert (AtDesk(page=Queue()), None) == (cora.conversation.state, cora.conversation.hand)
    assert "has been deleted" not in "\n".join(one.text for one in cora.do(Act("says", "/drafts")))


def test_deleted_draft_takes_its_reminder_along() -> None:
    """A deleted draft has no reminder; that of another draft stays."""
    anna = talker("/overview", "Remind me", "In a week", "/new", "Second Chance")
    passes(anna, Expired(draft=2, days=365), 365)
    assert 1 == (anna.conversation.reminder or Reminder(draft=0, at=TOUCHED)).draft
    passes(anna, Expired(draft=1, days=365), 365)
    assert anna.conversation.reminder is None


def reminded(anna: CoreTalker, days: float = 7) -> tuple[str, ...]:
    """Let the time of a reminder come."""
    return passes(anna, TimeCame(), days)


def test_reminder_comes_once() -> None:
    """A reminder says where the person was; before its time, and a second time, nothing comes."""
    anna = talker("/overview", "Remind me", "In a week")
    assert () == reminded(anna, 6.8)
    assert ("You asked me to remind you of “Open Door”. 1 of 16 sections done; next is section 2, Description.",) == (
        reminded(anna)
    )
    assert () == reminded(anna, 8)


def test_reminder_of_all_answered_and_of_a_request() -> None:
    """The reminder says if all is answered or coordinators wait; a submission has none."""
    anna = talker()
    (draft,) = anna.conversation.drafts
    reminder = Reminder(draft=1, at=after(1))
    said = []
    whole = filled().drafts[0].model_copy(update={"updated_at": TOUCHED})
    for kept in (
        whole,
        draft.model_copy(update={"status": "changes_requested"}),
        draft.model_copy(update={"status": "submitted"}),
    ):
        changes = {"drafts": (kept,), "reminder": reminder}
        anna.conversation = anna.conversation.model_copy(update=changes)
        said.append([one.partition("”. ")[2] for one in reminded(anna)])
    assert [
        ["Everything is answered: read it through and submit it."],
        ["The coordinators have asked you for changes."],
        [],
    ] == said


def test_reminder_of_who_is_back_by_themselves() -> None:
    """There is no reminder on a day on which the draft was changed."""
    anna = talker("/overview", "Remind me", "Tomorrow")
    anna.now = after(0.8)
    anna.do(Act("says", "/back"))
    anna.do(Act("says", "We prevent radicalisation."))
    assert ((), None) == (reminded(anna, 1), anna.conversation.reminder)


def test_what_to_resume() -> None:
    """The current draft is resumed, else the one changed last that waits for its author."""
    conversation = talker("/new", "Second Chance").conversation
    first, second = conversation.drafts
    sent = second.model_copy(update={"status": "submitted"})
    numbers = [
        draft.number if draft else None
        for draft in (
            to_resume(conversation),
            to_resume(conversation.model_copy(update={"drafts": (first, sent)})),
            to_resume(conversation.model_copy(update={"drafts": (sent,)})),
        )
    ]
    assert [2, 1, None] == numbers


def test_choice_after_all_was_handed_in() -> None:
    """A person with nothing to be reminded of is told so."""
    anna = talker("/drafts", "Remind me")
    (draft,) = anna.conversation.drafts
    sent = draft.model_copy(update={"status": "submitted", "reference": "RAN-2026-0001"})
    anna.conversation = anna.conversation.model_copy(update={"drafts": (sent,)})
    assert "nothing unfinished to be reminded of" in "\n".join(one.text for one in anna.do(Act("says", "hm")))
    assert "I will not remind you." in "\n".join(one.text for one in anna.do(Act("says", "Tomorrow")))
    assert (Choosing(), None) == (anna.conversation.state, anna.conversation.reminder)


@pytest.mark.parametrize(
    ("opened", "command", "left"),
    [("/overview", "/new", Overview), ("/drafts", "/new", Asking), ("/overview", "/overview", Overview)],
)
def test_question_when_to_be_reminded_is_left_by_commands(opened: str, command: str, left: type) -> None:
    """After a command the draft is where it was before the question."""
    anna = talker(opened, "Remind me", command)
    (first, *_) = anna.conversation.drafts
    state = anna.conversation.state if command == "/overview" else first.left
    assert isinstance(state, left)


def test_back_from_the_question_when_to_be_reminded() -> None:
    """Back leads to the overview that the question came from, with its own way back, or to the drafts."""
    places = [talker(opened, "Remind me", "Back").conversation.state for opened in ("/overview", "/drafts")]
    assert ["overview", "choosing"] == [state.at for state in places]
    came = Conversation(state=Timing(return_to=ToOverview()))
    assert came == Conversation.model_validate_json(came.model_dump_json())


def test_buttons_of_notices_fit() -> None:
    """A notice has two buttons, and the message about a deletion has none."""
    anna = talker()
    taken = step(anna.conversation, NOTICE, TOUCHED)
    buttons: list[Button] = [button for reply in taken.replies for row in reply.rows for button in row]
    assert ["Keep", "Go on"] == [button.label for button in buttons]
    assert () == step(anna.conversation, Expired(draft=1, days=365), TOUCHED).replies[0].rows
