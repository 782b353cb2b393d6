"""Draw the states as a Mermaid diagram by walking through ``step``; ``python -m conversations.diagram`` prints it."""

import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import Chose, Commanded, Input, Press, Wrote
from conversations.dialogue.reviews import MOVES
from conversations.dialogue.state import Asking, Repeating, Summary
from conversations.engine.engine import step
from conversations.engine.screens import screen
from conversations.fields import Several
from conversations.form import completion
from conversations.form.asked import question_at
from conversations.form.questions import Section, repeat_of
from conversations.form.template import in_use
from conversations.privacy import consent


def life_lines() -> Iterator[str]:
    """Draw each move from each of its statuses, and who makes it."""
    yield '    state "The life of a submission" as life {'
    yield "        [*] --> draft"
    by_ends: dict[tuple[str, str, str], list[str]] = {}
    for move, rule in MOVES.items():
        for before in rule.before:
            by_ends.setdefault((before, rule.after or before, rule.whose), []).append(move)
    for (here, there, whose), moves in by_ends.items():
        yield f"        {here} --> {there}: {', '.join(moves)} ({whose})"
    yield "    }"


NOW = datetime(2026, 1, 1, tzinfo=UTC)
"""Any time after the years in the examples."""

Edge = tuple[str, str, str]
"""From a state, to a state, by a label."""

FEW = 2
"""An arrow has at most so many labels; more are "another choice"."""


def presses(conversation: Conversation) -> list[tuple[Chose, Press, str]]:
    """List the buttons that are shown: the input, the press and the label of each."""
    shown = screen(Context(conversation, NOW)).presses
    return [(Chose(press=press, message=1), press, label) for press, label in shown.items()]


@cache
def greeted() -> Conversation:
    """Begin a conversation: the person is asked to agree."""
    return _after(Conversation(), Commanded(name="start", argument="", message=1))


@cache
def begun() -> Conversation:
    """Begin a conversation and agree: the first question is asked."""
    here = greeted()
    return _after(here, presses(here)[0][0])


def _after(conversation: Conversation, given: Input) -> Conversation:
    return step(conversation, given, NOW).conversation


def section_edges(section: type[Section]) -> list[Edge]:
    """Walk through one section: its questions, and what leads to the next and out of it."""
    overview = _after(begun(), Commanded(name="overview", argument="", message=1))
    opening = next(given for given, _, label in presses(overview) if label.endswith(f" {section.title}"))
    waiting, known, edges = deque([_after(overview, opening)]), set[str](), list[Edge]()
    while waiting:
        conversation = waiting.popleft()
        here = _state(conversation, section)
        if here in known or here == "[*]":
            continue
        known.add(here)
        for given, label in _answers(conversation):
            there = _after(conversation, given)
            edges.append((here, _state(there, section), label))
            waiting.append(there)
    return _grouped(edges)


def _state(conversation: Conversation, section: type[Section]) -> str:
    state = conversation.state
    if isinstance(state, Repeating):
        return f"{state.section}_another"
    if isinstance(state, Asking) and question_at(state.question).section is section:
        return _name(state.question)
    return "[*]"


def _name(path: str) -> str:
    """Name a question in the diagram; all repetitions have one name."""
    return "_".join(part for part in path.split(".") if not part.isdecimal())


def _answers(conversation: Conversation) -> Iterator[tuple[Input, str]]:
    """List the inputs that may lead elsewhere: choices, the example, a skip, another repetition or none."""
    leading = {"pick", "skip", "rest", "more", "enough"}
    for given, press, label in presses(conversation):
        if press.action in leading:
            yield given, label
    state = conversation.state
    asked = question_at(state.question) if isinstance(state, Asking) else None
    if asked is not None and (isinstance(asked.kind, Several) or not asked.kind.choices):
        text = "1, 2" if isinstance(asked.kind, Several) else asked.question.example
        yield Wrote(text=text, message=1), "answer"


def _grouped(edges: Iterable[Edge]) -> list[Edge]:
    """Merge edges between the same two states."""
    by_ends: dict[tuple[str, str], list[str]] = {}
    for here, there, label in edges:
        by_ends.setdefault((here, there), []).append(label)
    ways = Counter(here for here, _ in by_ends)
    many = {here: "another choice" if ways[here] > 1 else "a choice" for here in ways}
    return [
        (here, there, " or ".join(labels) if len(labels) <= FEW else many[here])
        for (here, there), labels in by_ends.items()
    ]


def place_edges() -> list[Edge]:
    """Walk through all states, with an empty and a full draft, by every button, by texts, and by commands."""
    waiting, known, edges = deque([greeted(), filled()]), set[object](), list[Edge]()
    while waiting:
        conversation = waiting.popleft()
        if _seen(conversation) in known:
            continue
        known.add(_seen(conversation))
        for there, label in _ways(conversation):
            edges.append((_where(conversation), _where(there), label))
            waiting.append(there)
    return [("[*]", _where(greeted()), "/start"), *_by_ends(edges)]


def _ways(conversation: Conversation) -> Iterator[tuple[Conversation, str]]:
    """List the conversations that can follow, also one in which the text on people's data has changed."""
    for given, label in _moves(conversation):
        yield _after(conversation, given), label
    outdated = conversation.model_copy(update={"consent": None})
    if conversation.consent is not None and _asks_for_the_yes(outdated):
        yield outdated, "a new text"


def _where(conversation: Conversation) -> str:
    return "agreeing" if _asks_for_the_yes(conversation) else conversation.state.at


def _asks_for_the_yes(conversation: Conversation) -> bool:
    return consent.wanted(Context(conversation, NOW))


@cache
def filled() -> Conversation:
    """Answer every question up to the summary; the last way to answer ends repetitions."""
    conversation = begun()
    while not isinstance(conversation.state, Summary):
        *_, (given, _) = _answers(conversation)
        conversation = _after(conversation, given)
    return conversation


def _seen(conversation: Conversation) -> object:
    """Tell conversations apart by state, question, way back, and whether answers are missing."""
    state, context = conversation.state, Context(conversation, NOW)
    return_to = getattr(state, "return_to", None)
    lacking = bool(conversation.drafts) and bool(completion.lacking(context.values, context.problems))
    return _where(conversation), state.at, getattr(state, "question", ""), return_to and return_to.to, lacking


def _moves(conversation: Conversation) -> Iterator[tuple[Input, str]]:
    for given, press, label in presses(conversation):
        yield given, _PER_ITEM.get(press.action, label)
    yield Wrote(text="2011", message=1), "a text"
    yield Wrote(text="2011" * 1000, message=1), "a long text"
    for name in ("new", "drafts", "overview", "summary"):
        yield Commanded(name=name, argument="", message=1), f"/{name}"


_PER_ITEM = {
    "pick": "a choice",
    "add": "a choice",
    "drop": "a choice",
    "open": "a section",
    "ask": "a question",
    "draft": "a draft",
    "take": "an offer",
    "keep": "Keep",
    "skip": "Skip",
}
"""Actions whose buttons have many labels."""


def _by_ends(edges: Iterable[Edge]) -> list[Edge]:
    by_ends: dict[tuple[str, str], dict[str, None]] = {}
    for here, there, label in edges:
        by_ends.setdefault((here, there), {})[label] = None
    return [(here, there, ", ".join(sorted(labels))) for (here, there), labels in sorted(by_ends.items())]


def draw() -> str:
    """Draw the sections of the form, the states around it, and the life of a submission."""
    lines = [
        "%% Drawn from the code by `make diagram`; a test keeps it current.",
        "stateDiagram-v2",
        *(line for section in in_use().sections for line in _section_lines(section)),
        '    state "The places of a talk" as places {',
        *(f"        {here} --> {there}: {label}" for here, there, label in place_edges()),
        "    }",
        *life_lines(),
    ]
    return "\n".join(lines) + "\n"


def _section_lines(section: type[Section]) -> Iterator[str]:
    yield f'    state "{in_use().number(section)} · {section.title}" as {section.key} {{'
    edges = section_edges(section)
    for state in dict.fromkeys(here for here, _, _ in edges):
        yield f'        state "{_title(state)}" as {state}'
    yield f"        [*] --> {edges[0][0]}"
    for here, there, label in edges:
        yield f"        {here} --> {there}: {label}"
    yield "    }"


def _title(state: str) -> str:
    for section in in_use().by_key.values():
        for asked in completion.applicable_in(section, _OPENING):
            if _name(asked.path) == state:
                return asked.question.title
    repeat = next(repeat for section in in_use().sections if (repeat := repeat_of(section)) is not None)
    return f"{repeat.mark.more}?"


_OPENING: completion.Values = {
    "ran_meetings.presented": True,
    "eu_funding.co_funded": True,
    "country_of_origin.country": "Outside the EU and EEA",
}
"""Answers that open every question."""

if __name__ == "__main__":
    sys.stdout.write(draw())
