"""Any messages, in any order, and any buttons, made up by Hypothesis."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.events import Answered, Refused
from conversations.dialogue.inputs import CALLBACK_BYTES, Wrote
from conversations.dialogue.state import Collecting
from conversations.engine.screens import MESSAGE
from conversations.form import completion
from conversations.form.asked import question_at

TEXTS = st.one_of(
    st.sampled_from(
        [
            "/start", "/new", "/drafts", "/overview", "/summary", "/back", "/skip", "/help", "/nonsense",
            "2011", "2011-2014", "1, 5", "yes", "no", "Denmark", "Schweiz", "done", "back", "7", "-",
            "anna [at] example.org", "0045 33 11 55 00", "www.example.org", "23-24 January 2019",
            "Families", "Formers", "9", "/handbook is here", "/new words", "our [site](https://example.org/a)",
            "terror " * 310, "radicalisation " * 280, "x" * 4096,
        ]
    ),
    st.text(min_size=1, max_size=40).filter(lambda text: text.strip()),
)  # fmt: skip

ACTS = st.lists(
    st.one_of(
        st.builds(lambda text: ("says", text), TEXTS),
        st.builds(lambda n: ("presses", n), st.integers(0, 40)),
        st.builds(lambda n: ("presses old", n), st.integers(0, 400)),
        st.builds(lambda n, text: ("edits", (n, text)), st.integers(0, 20), TEXTS),
        st.builds(lambda n, text: ("replies", (n, text)), st.integers(0, 40), TEXTS),
        st.builds(
            lambda what: ("sends", what),
            st.sampled_from(["sticker", "photo", "document", "voice", "contact", "venue", "location"]),
        ),
    ),
    max_size=30,
)


def buttons(talker: CoreTalker) -> list[tuple[int, str]]:
    """List all buttons that were ever shown, the newest last."""
    return [
        (number, button.press.data())
        for number, reply in sorted(talker.replies.items())
        for row in reply.rows
        for button in row
    ]


def does(talker: CoreTalker, act: tuple[str, object]) -> None:
    """Do one thing and look at what comes back."""
    verbs: dict[str, Callable[[object], object]] = {
        "says": lambda text: talker.do(Act("says", str(text))),
        "presses": lambda n: press(talker, -1 - int(str(n))),
        "presses old": lambda n: press(talker, int(str(n))),
        "edits": lambda given: edit(talker, given),
        "replies": lambda given: reply(talker, given),
        "sends": lambda what: talker.do(Act("sends", "words under it", str(what))),
    }
    verbs[act[0]](act[1])
    check(talker)


def press(talker: CoreTalker, index: int) -> None:
    """Press some button, from the newest or the oldest on."""
    shown = buttons(talker)
    if shown:
        talker.give(talker.pressing(*shown[index % len(shown)]))


def edit(talker: CoreTalker, given: object) -> None:
    """Edit some message of one's own."""
    assert isinstance(given, tuple)
    if talker.mine:
        numbers = sorted(talker.mine)
        talker.give(talker.editing(numbers[int(given[0]) % len(numbers)], str(given[1])))


def reply(talker: CoreTalker, given: object) -> None:
    """Reply to some message of either side."""
    assert isinstance(given, tuple)
    number = int(given[0]) % (talker.number + 1)
    shown = talker.replies.get(number)
    presses = tuple(button.press for row in shown.rows for button in row) if shown else ()
    talker.give(Wrote(text=str(given[1]), message=talker.number + 1000, answered=number, reply_to=presses))


def check(talker: CoreTalker) -> None:
    """Check what must hold after every message."""
    conversation = talker.conversation
    for reply in talker.replies.values():
        assert 0 < len(reply.text) <= MESSAGE
    for _, data in buttons(talker):
        assert len(data.encode()) <= CALLBACK_BYTES
    for draft in conversation.drafts:
        for path, answer in draft.answers.items():
            asked = question_at(path)
            assert answer.value is None or asked.dump(asked.load(answer.value)) == answer.value
        assert set(completion.problems(draft.values, talker.now.date())) <= set(draft.answers)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_any_conversation_is_answered_and_stored(acts: list[tuple[str, object]]) -> None:
    """Whatever a person does, each message is answered within Telegram's limits, and stored answers can be read."""
    talker = CoreTalker()
    talker.do(Act("says", "/start"))
    for act in acts:
        before = talker.answers_shown
        does(talker, act)
        assert act[0].startswith("presses") or talker.answers_shown > before or act[0] == "edits"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(TEXTS, st.sampled_from(["/overview", "/start"])), max_size=25))
def test_nothing_heard_is_lost(texts: list[str]) -> None:
    """Every text that was filed under a question is an answer, part of an arriving one, or in the history."""
    talker = CoreTalker()
    talker.do(Act("says", "/start"))
    for text in texts:
        talker.do(Act("says", text))
    heard = {message for draft in talker.conversation.drafts for message in draft.filed}
    told = {m for event in talker.events if isinstance(event, Answered | Refused) for m in event.messages}
    places = [talker.conversation.state, *(draft.left for draft in talker.conversation.drafts)]
    arriving = {part.message for state in places if isinstance(state, Collecting) for part in state.parts}
    assert heard == heard & (told | arriving)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ACTS)
def test_nothing_is_taken_before_the_yes(acts: list[tuple[str, object]]) -> None:
    """Until a person has agreed, no input begins a draft or stores anything."""
    talker = CoreTalker(Conversation())
    talker.do(Act("says", "/start"))
    for act in acts:
        if act[0].startswith("presses"):
            talker.give(talker.pressing(1, "0|0||privacy"))
        else:
            does(talker, act)
    assert ((), [], None) == (talker.conversation.drafts, talker.events, talker.conversation.consent)


def test_filed_texts_keep_their_words() -> None:
    """The history and the answers hold the words as they were typed."""
    talker = CoreTalker()
    for text in ("/start", "Open Door", "We prevent radicalisation.", "perhaps"):
        talker.do(Act("says", text))
    refused = [event.text for event in talker.events if isinstance(event, Refused)]
    answered = [event.value for event in talker.events if isinstance(event, Answered)]
    assert (answered, refused) == (["Open Door", "We prevent radicalisation."], ["perhaps"])
