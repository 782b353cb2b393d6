"""The data export as a page: states, events, moves and audit entries in sentences."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from conversations.dialogue.model import Every
from conversations.dialogue.review_record import Move
from conversations.fields.dates import say
from conversations.fields.texts import counted
from conversations.form import completion
from conversations.form.asked import asked_at
from conversations.privacy.texts import TABLES
from storage.privacy.data_export import YOU, Plain

STATE_TEXTS: Mapping[str, str] = {
    "new": "You have not begun a practice.",
    "choosing": "You are choosing one of your practices.",
    "asking": "You are at the question {question} of {practice}.",
    "collecting": "You are writing a long answer to the question {question} of {practice}.",
    "repeating": "You are asked whether there is another meeting, in {practice}.",
    "opened": "You are choosing a question of {practice} to change.",
    "overview": "You are at the overview of {practice}.",
    "timing": "You are choosing when to be reminded.",
    "summary": "You are at the summary of {practice}.",
    "submitted": "You have submitted {practice}.",
    "revising": "You are changing {practice}, as coordinators asked for it.",
    "replying": "You are replying to a comment on {practice}.",
    "withdrawing": "You are asked whether {practice} is to be withdrawn.",
    "desk": "You are at the review desk.",
    "office": "You are in the office.",
    "forgetting": "You are asked whether everything is to be deleted.",
}

EVENTS: Mapping[str, str] = {
    "started": "You began {practice}.",
    "agreed": "You agreed to the text on your data, version {version}.",
    "answered": "You answered {question} of {practice}.",
    "skipped": "You passed over {question} of {practice}.",
    "cleared": "The answer to {question} of {practice} was taken away.",
    "refused": "What you sent was no answer to {question} of {practice}.",
    "advised": "You were given advice about {question} of {practice}.",
    "file_kept": "You sent the file {name} for {question} of {practice}.",
    "file_removed": "You took the file {name} away from {question} of {practice}.",
    "brought_up": "{practice} goes on with version {version} of the form.",
    "submitted": "You submitted {practice}.",
    "commented": "{by} commented on {question} of {practice}.",
    "enquired": "{by} wrote about {question} of {practice}.",
    "moved": "{by} {move} {practice}.",
    "read": "{by} read {practice}.",
}

_REPLIED = "You replied to a comment on {question} of {practice}."

MOVES: Mapping[Move, str] = {
    "hand in": "submitted",
    "claim": "took up the review of",
    "take over": "took over the review of",
    "let go": "gave up the review of",
    "request": "asked for changes to",
    "take back": "withdrew the request for changes to",
    "revise": "sent a revision of",
    "approve": "approved",
    "decline": "declined",
    "reopen": "reopened",
    "withdraw": "withdrew",
    "hand in again": "submitted again",
}

AUDIT_TEXTS: Mapping[str, str] = {
    "role_given": "{by} gave {whom} the role of {role}, in the place of {was}.",
    "invite_made": "{by} made invitation {invitation}, for a new {role}.",
    "invite_withdrawn": "{by} took invitation {invitation} back.",
    "invite_used": "{by} used invitation {invitation}, and became {role}.",
    "invite_refused": "{by} opened invitation {invitation}, which did not count any more.",
    "practice_received": "{by} used invitation {invitation}, and became the author of a practice.",
    "exported": "{by} asked for an export of {count} submissions.",
    "draft_deleted": "A draft that had been left untouched for {days} days was deleted by itself.",
    "forgotten": "{by} had everything deleted that was kept about somebody.",
}

_BY: Mapping[str, str] = {"the shell": "somebody at the machine that runs the bot"}

NEWS: Mapping[Every, str] = {"now": "at once", "hourly": "once an hour", "daily": "once a day", "off": "never"}

_ISOLATED = "“\u2068{}\u2069”"
"""The marks isolate the name of a practice: a name in a right-to-left script must not turn the sentence."""


class Words:
    """Writes states, events and audit entries as sentences; ``titles`` has the practices by number."""

    def __init__(self, titles: Mapping[int, str]) -> None:
        self._titles = titles

    def state(self, state: Plain) -> str:
        """Say where the conversation is."""
        now = state["state"]
        return STATE_TEXTS[now["at"]].format(**self._of({**now, "draft": state["hand"]}))

    def event(self, event: Plain) -> str:
        """Describe an event."""
        told = _REPLIED if event.get("by") == YOU and event.get("reply") else EVENTS[event["what"]]
        return _sentence(told.format(**self._of(event)))

    def audit_entry(self, audit_entry: Plain) -> str:
        """Describe an audit entry."""
        by, role = _BY.get(audit_entry["by"], audit_entry["by"]), audit_entry.get("role") or "author"
        return _sentence(AUDIT_TEXTS[audit_entry["what"]].format(**{**audit_entry, "by": by, "role": role}))

    def reminder(self, reminder: Plain) -> str:
        """Name the practice of a reminder."""
        return self._practice(reminder["draft"])

    def _of(self, kept: Plain) -> dict[str, Any]:
        known = {"practice": self._practice(kept.get("draft")), "question": question(kept.get("question") or "")}
        by = YOU if kept.get("by") == YOU else "a coordinator"
        return {**kept, **known, "by": by, "move": MOVES.get(kept.get("move", ""), "")}

    def _practice(self, number: int | None) -> str:
        if number is None:
            return "your practice"
        return _ISOLATED.format(self._titles[number]) if number in self._titles else "a practice that is deleted"


def question(path: str) -> str:
    """Name a question as the form does; for one of several meetings, with its number."""
    asked = asked_at(path)
    if asked is None:
        return "a question that is not asked any more"
    return f"“{asked.question.title}”" if not asked.item else f"“{asked.question.title} {asked.item + 1}”"


def size(number: int) -> str:
    """Say how large a file is."""
    return f"{number / 1e6:,.1f} MB" if number >= 100_000 else f"{max(number / 1e3, 0.1):,.1f} KB"  # noqa: PLR2004 - below, a tenth of a megabyte says nothing


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


_PAGE = Environment(loader=PackageLoader("storage.privacy", "."), autoescape=True, undefined=StrictUndefined)


def _moment(written: str) -> str:
    """Write a time in UTC: a file is read on any day, and anywhere."""
    at = datetime.fromisoformat(written)
    return f"{say((at.date(), at.date()))}, {at:%H:%M} UTC"


_PAGE.filters["moment"] = _moment

_PAGE.filters["question"] = question

_PAGE.filters["size"] = size


def page(kept: Plain) -> str:
    """Write the page."""
    practices = [*map(_practice, kept["practices"])]
    words = Words({practice["number"]: practice["title"] for practice in practices})
    return _PAGE.get_template("page.html").render(
        kept=kept, counts=[*_counts(kept)], practices=practices, words=words, news=NEWS, moves=MOVES
    )


def _counts(kept: Plain) -> Iterator[str]:
    """Count the entries of each kind; a kind without entries is left out."""
    for key, (one, many) in TABLES.items():
        if kept[key]:
            yield counted(len(kept[key]), one, many)
    if others := sum(map(len, kept["other"].values())):
        yield counted(others, "other record", "other records")


def _practice(practice: Plain) -> Plain:
    """Arrange a practice: answers in the order of the form, then files, comments and versions."""
    kept = practice["kept"]
    values = {path: answer["value"] for path, answer in kept["answers"].items()}
    return {
        "number": practice["number"],
        "title": values.get("name.name") or f"Practice {practice['number']}",
        "reference": practice["reference"],
        "status": practice["status"].replace("_", " "),
        "answers": [*_answers(values)],
        "files": kept["attachments"],
        "comments": kept["review"]["comments"],
        "enquiries": kept["review"]["enquiries"],
        "versions": kept["versions"],
    }


def _answers(values: completion.Values) -> Iterator[tuple[str, str]]:
    """Yield each answered question with its answer."""
    for path in _ordered(values):
        asked = asked_at(path)
        if asked is not None and values[path] is not None:
            label = completion.label(asked, values)
            yield (
                f"{asked.section.title}: {label}" if label != asked.section.title else label,
                completion.shown(asked, values),
            )


def _ordered(values: completion.Values) -> Iterable[str]:
    """Sort questions in the order of the form; those that no longer apply come last."""
    order = {asked.path: number for number, asked in enumerate(completion.applicable(values))}
    return sorted(values, key=lambda path: (order.get(path, len(order)), path))
