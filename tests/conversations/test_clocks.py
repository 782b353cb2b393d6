"""Time in the core: when something is due, what is said of it, and what it leaves as it was."""

from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from conversations.diagram import filled
from conversations.dialogue.conversation import Conversation, Reminder
from conversations.dialogue.desk_states import Queue
from conversations.dialogue.inputs import Chose, Expired, Neglected, Passed, Press, TimeCame
from conversations.dialogue.replies import Button
from conversations.dialogue.state import Asking, AtDesk, Choosing, New, Overview, Timing, ToOverview
from conversations.engine import texts
from conversations.engine.engine import step
from conversations.reminders.reminding import to_resume
from conversations.reminders.retention import Notice, Untouched, day_of, due, is_decent, morning_of

TOUCHED = datetime(2026, 11, 23, 12, tzinfo=UTC)

DAY = timedelta(days=1)

State = Literal["waiting", "sent", "refused"]


def after(days: float) -> datetime:
    """Tell the time so many days after the touch."""
    return TOUCHED + days * DAY


def noticed(days: int, at: float, state: State = "sent", sent: float | None = None) -> Notice:
    """Make a notice; one that was sent went out at once unless told otherwise."""
    return Notice(days, after(at), state, after(at if sent is None else sent) if state == "sent" else None)


def what(keep: int, at: float, notice: Notice | None = None, *, stopped: bool = False) -> str:
    """Say in a word what is due for a draft that is kept so many days, at so many days after its touch."""
    found = due(Untouched(1, TOUCHED, notice, stopped), keep, after(at))
    if isinstance(found, Neglected):
        return f"{found.days}, gone after {(found.until - TOUCHED) / DAY:g}"
    return "gone" if isinstance(found, Expired) else found or ""


@pytest.mark.parametrize(
    ("keep", "at", "notice", "expected"),
    [
        (365, 334.9, None, ""),
        (365, 335, None, "30, gone after 365"),
        (365, 335, noticed(30, -1), "30, gone after 365"),  # void: it was touched since
        (365, 335, noticed(30, 0), "30, gone after 365"),
        (365, 340, noticed(30, 335), ""),
        (365, 335.5, noticed(30, 335, "waiting"), ""),
        (365, 336, noticed(30, 335, "waiting"), "take back"),
        (365, 340, noticed(30, 335, "refused"), ""),
        (365, 361.9, noticed(30, 335), ""),
        (365, 362, noticed(30, 335), "3, gone after 365"),
        (365, 362, noticed(30, 335, "refused"), "3, gone after 365"),
        (365, 400, None, "3, gone after 403"),
        (365, 400, noticed(30, 335), "3, gone after 403"),
        (365, 364.9, noticed(3, 361), ""),
        (365, 365, noticed(3, 362), "gone"),
        (365, 367.9, noticed(3, 365), ""),
        (365, 368, noticed(3, 365), "gone"),
        (365, 367, noticed(3, 362, sent=365), ""),
        (365, 368, noticed(3, 362, sent=365), "gone"),
        (365, 390, noticed(3, 362, "refused"), ""),
        (365, 395, noticed(3, 362, "refused"), "gone"),
        (20, 16.9, None, ""),
        (20, 17, None, "3, gone after 20"),
        (2, 0.9, None, ""),
        (2, 1, None, "3, gone after 4"),
        (2, 4, noticed(3, 1), "gone"),
    ],
)
def test_rule_of_retention(keep: int, at: float, notice: Notice | None, expected: str) -> None:
    """A draft is announced twice and goes three days after the last notice was out, never sooner."""
    assert expected == what(keep, at, notice)


@pytest.mark.parametrize(
    ("at", "notice", "expected"),
    [
        (335, None, ""),
        (335.1, noticed(30, 335, "waiting"), "take back"),
        (364, noticed(30, 335), ""),
        (366, noticed(3, 362), "gone"),
        (394.9, None, ""),
        (395, None, "gone"),
        (395, noticed(3, 394, "waiting"), "take back"),
    ],
)
def test_rule_for_who_blocked_the_bot(at: float, notice: Notice | None, expected: str) -> None:
    """Nothing is said to who has blocked the bot; the draft stays 30 days more, unless the last notice was out."""
    assert expected == what(365, at, notice, stopped=True)


def test_hours_in_summer_and_winter() -> None:
    """Ten in the morning is ten in Brussels, whatever the clocks there were set to."""
    winter, summer = morning_of(datetime(2026, 11, 23, tzinfo=UTC).date()), morning_of(after(240).date())
    assert (9, 8) == (winter.hour, summer.hour)
    assert [True, False] == [is_decent(winter), is_decent(winter - timedelta(seconds=1))]
    assert [True, False] == [
        is_decent(summer + timedelta(hours=9, minutes=59)),
        is_decent(summer + timedelta(hours=10)),
    ]
    assert after(1).date() == day_of(TOUCHED.replace(hour=23, minute=30))


def talker(*acts: str) -> CoreTalker:
    """Let somebody begin a practice and do more."""
    anna = CoreTalker()
    for act in ("/start", "Open Door", *acts):
        anna.do(Act("presses", act[1:-1]) if act.startswith("[") else Act("says", act))
    return anna


def passes(anna: CoreTalker, given: Passed, days: float = 0) -> tuple[str, ...]:
    """Let time bring something; give what is said."""
    anna.now = after(days)
    taken = step(anna.conversation, given, anna.now)
    anna.conversation = taken.conversation
    for reply in taken.replies:
        anna.receive(reply)
    return tuple(reply.text for reply in taken.replies)


def pressed(anna: CoreTalker, action: str, draft: int = 1) -> str:
    """Press a button of a notice; give what comes back."""
    press = Press(draft=draft, keyboard_version=0, about="", action=action)
    return "\n".join(one.text for one in anna.give(Chose(press=press, message=99)))


NOTICE = Neglected(draft=1, days=30, until=after(365))


def test_notice_changes_nothing() -> None:
    """Whoever is in the middle of a question stays there, and its buttons stay good."""
    anna = talker()
    before = anna.conversation
    (said,) = passes(anna, NOTICE, 335)
    assert before == anna.conversation
    assert "“Open Door”" in said
    assert "On 23 November 2027 it will be deleted" in said


@pytest.mark.parametrize("given", [NOTICE.model_copy(update={"draft": 2}), Expired(draft=2, days=365), TimeCame()])
def test_time_that_is_overtaken(given: Passed) -> None:
    """What time brings for a draft that is gone, or a reminder that was taken away, is nothing."""
    anna = talker()
    before = anna.conversation
    assert ((), before) == (passes(anna, given), anna.conversation)


def test_submission_is_never_deleted() -> None:
    """A practice that was handed in stays, whatever time brings."""
    anna = talker()
    (draft,) = anna.conversation.drafts
    handed_in = draft.model_copy(update={"status": "withdrawn"})
    anna.conversation = anna.conversation.model_copy(update={"drafts": (handed_in,)})
    assert ((), ()) == (passes(anna, Expired(draft=1, days=365), 900), passes(anna, NOTICE, 900))
    assert (handed_in,) == anna.conversation.drafts
    assert "submitted, so it is kept anyway" in pressed(anna, "stay")
    assert (handed_in.updated_at,) == tuple(one.updated_at for one in anna.conversation.drafts)


def test_keep_is_a_touch() -> None:
    """Keep makes the draft touched at that moment and leaves the person where they are."""
    anna = talker()
    anna.now = after(336)
    assert "“Open Door” is kept" in pressed(anna, "stay")
    (draft,) = anna.conversation.drafts
    assert (after(336), Asking(question="description.description")) == (draft.updated_at, anna.conversation.state)


def test_go_on_is_a_touch() -> None:
    """Go on leads to the draft, and counts as touching it; a submission is shown as it stands."""
    anna = talker("/new", "Second Chance")
    anna.now = after(336)
    assert "Section 2 of 16" in pressed(anna, "resume")
    assert (1, after(336)) == (anna.conversation.hand, anna.conversation.drafts[0].updated_at)
    first, second = anna.conversation.drafts
    handed_in = second.model_copy(update={"status": "submitted", "reference": "RAN-2026-0001"})
    anna.conversation = anna.conversation.model_copy(update={"drafts": (first, handed_in)})
    assert pressed(anna, "resume", 2).startswith("Submitted")


def test_deletion_of_the_only_draft() -> None:
    """Who had one draft is where everybody begins, and the next one gets a number of its own."""
    anna = talker()
    (said,) = passes(anna, Expired(draft=1, days=365), 365)
    assert "“Open Door” has been deleted with its answers and files, because it was not changed for 365 days." == said
    assert (New(), None, ()) == (anna.conversation.state, anna.conversation.hand, anna.conversation.drafts)
    anna.do(Act("says", "hello"))
    assert [2] == [draft.number for draft in anna.conversation.drafts]
    assert texts.BUTTON_GONE in pressed(anna, "stay", 1)


def test_deletion_of_the_draft_in_hand() -> None:
    """Another draft comes into hand, to be chosen; what was shown of the deleted one is old."""
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
    """Who is in the middle of another draft stays there."""
    anna = talker("/new", "Second Chance")
    state, keyboard_version = anna.conversation.state, anna.conversation.keyboard_version
    passes(anna, Expired(draft=1, days=365), 365)
    conversation = anna.conversation
    assert (state, 2, keyboard_version) == (conversation.state, conversation.hand, conversation.keyboard_version)


def test_deletion_of_a_coordinators_own_draft() -> None:
    """Who is at the desk stays there, without a draft in hand."""
    on = CoreTestBed()
    cora = on.talker("Cora")
    for text in ("/new", "Open Door", "/queue"):
        cora.do(Act("says", text))
    assert 1 == len(passes(cora, Expired(draft=1, days=365), 365))
    assert (AtDesk(page=Queue()), None) == (cora.conversation.state, cora.conversation.hand)
    assert "has been deleted" not in "\n".join(one.text for one in cora.do(Act("says", "/drafts")))


def test_deleted_draft_takes_its_reminder_along() -> None:
    """Nothing reminds of a draft that is gone; a reminder of another one stays."""
    anna = talker("/overview", "Remind me", "In a week", "/new", "Second Chance")
    passes(anna, Expired(draft=2, days=365), 365)
    assert 1 == (anna.conversation.reminder or Reminder(draft=0, at=TOUCHED)).draft
    passes(anna, Expired(draft=1, days=365), 365)
    assert anna.conversation.reminder is None


def reminded(anna: CoreTalker, days: float = 7) -> tuple[str, ...]:
    """Let the moment of a reminder come."""
    return passes(anna, TimeCame(), days)


def test_reminder_comes_once() -> None:
    """It says where the person was; a second time, and before its moment, nothing comes."""
    anna = talker("/overview", "Remind me", "In a week")
    assert () == reminded(anna, 6.8)
    assert ("You asked me to remind you of “Open Door”. 1 of 16 sections done; next is section 2, Description.",) == (
        reminded(anna)
    )
    assert () == reminded(anna, 8)


def test_reminder_of_all_answered_and_of_a_request() -> None:
    """Where all is answered, or coordinators wait, the reminder says so; of what was handed in, none comes."""
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
    """Who has worked on the draft on that very day is not reminded of it."""
    anna = talker("/overview", "Remind me", "Tomorrow")
    anna.now = after(0.8)
    anna.do(Act("says", "/back"))
    anna.do(Act("says", "We prevent radicalisation."))
    assert ((), None) == (reminded(anna, 1), anna.conversation.reminder)


def test_what_to_resume() -> None:
    """The draft in hand is resumed; where that waits for nobody, the one that was touched last; of none, nothing."""
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
    """Who asks for a reminder of nothing hears that there is none, and gets none."""
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
    """Whoever goes on with a command finds the draft where it was before the question."""
    anna = talker(opened, "Remind me", command)
    (first, *_) = anna.conversation.drafts
    state = anna.conversation.state if command == "/overview" else first.left
    assert isinstance(state, left)


def test_back_from_the_question_when_to_be_reminded() -> None:
    """Back leads to the overview it was asked from, which knows its own way back, or to the drafts."""
    places = [talker(opened, "Remind me", "Back").conversation.state for opened in ("/overview", "/drafts")]
    assert ["overview", "choosing"] == [state.at for state in places]
    came = Conversation(state=Timing(return_to=ToOverview()))
    assert came == Conversation.model_validate_json(came.model_dump_json())


def test_buttons_of_notices_fit() -> None:
    """A notice has two buttons, a farewell none."""
    anna = talker()
    taken = step(anna.conversation, NOTICE, TOUCHED)
    buttons: list[Button] = [button for reply in taken.replies for row in reply.rows for button in row]
    assert ["Keep", "Go on"] == [button.label for button in buttons]
    assert () == step(anna.conversation, Expired(draft=1, days=365), TOUCHED).replies[0].rows
