"""The data export as a page: states, events, moves and audit entries in sentences."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from conversations.fields.dates import say
from conversations.fields.texts import in_quotes
from conversations.filling.review_texts import COMMENT_STATES, STATUSES, WEIGHTS
from conversations.form import completion
from conversations.form.asked import asked_at
from conversations.languages import current, in_language
from conversations.privacy.texts import TABLES, stored, stored_elsewhere
from storage.privacy.data_export import YOU, Plain
from storage.privacy.texts import (
    AUDIT_BY_YOU,
    AUDIT_TEXTS,
    DELETED_PRACTICE,
    EVENTS,
    EVENTS_BY_YOU,
    GONE_QUESTION,
    MOVES,
    MOVES_BY_YOU,
    NEWS,
    PAGE,
    PEOPLE,
    REPLIED,
    REVIEWED_BY_YOU,
    ROLES,
    STATE_TEXTS,
    YOUR_PRACTICE,
    handed_in,
    untitled,
)

_ISOLATED = "\u2068{}\u2069"
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
        return _sentence(_told(event).format(**self._of(event)))

    def audit_entry(self, entry: Plain) -> str:
        """Describe an audit entry."""
        what, by = entry["what"], entry["by"]
        told = AUDIT_BY_YOU.get(what) if by == YOU else None
        said = {
            "by": PEOPLE.get(by, by),
            "whom": PEOPLE.get(entry.get("whom", ""), ""),
            "role": ROLES.get(entry.get("role", ""), ""),
            "was": ROLES.get(entry.get("was", ""), ""),
        }
        return _sentence((told or AUDIT_TEXTS[what]).format(**{**entry, **said}))

    def reminder(self, reminder: Plain) -> str:
        """Name the practice of a reminder."""
        return self._practice(reminder["draft"])

    def _of(self, kept: Plain) -> dict[str, Any]:
        known = {"practice": self._practice(kept.get("draft")), "question": question(kept.get("question") or "")}
        return {**kept, **known}

    def _practice(self, number: int | None) -> str:
        if number is None:
            return str(YOUR_PRACTICE)
        if number not in self._titles:
            return str(DELETED_PRACTICE)
        return in_quotes(_ISOLATED.format(self._titles[number]))


def _told(event: Plain) -> str:
    """Return the sentence for an event, in which its practice and question are still to be named."""
    what, by_you = event["what"], event.get("by") == YOU
    if what == "moved":
        return (MOVES_BY_YOU if by_you else MOVES)[event["move"]]
    if by_you and event.get("reply"):
        return REPLIED
    return EVENTS_BY_YOU.get(what, EVENTS[what]) if by_you else EVENTS[what]


def question(path: str) -> str:
    """Name a question as the form does; for one of several meetings, with its number."""
    asked = asked_at(path)
    if asked is None:
        return str(GONE_QUESTION)
    title = in_language(asked.question.title)
    return in_quotes(f"{title} {asked.item + 1}" if asked.item else title)


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

_PAGE.filters["said"] = in_language


def _filled(name: str, **values: object) -> Markup:
    """Fill in words of the page; the values are escaped, unless they are HTML."""
    return Markup(escape(str(PAGE[name]))).format(**values)  # noqa: S704 - escaped


def page(kept: Plain) -> str:
    """Write the page."""
    practices = [*map(_practice, kept["practices"])]
    words = Words({practice["number"]: practice["title"] for practice in practices})
    return _PAGE.get_template("page.html").render(
        kept=kept,
        counts=[*_counts(kept)],
        practices=practices,
        words=words,
        news=NEWS,
        roles=ROLES,
        moves=REVIEWED_BY_YOU,
        weights=WEIGHTS,
        states=COMMENT_STATES,
        page=PAGE,
        filled=_filled,
        language=current(),
    )


def _counts(kept: Plain) -> Iterator[str]:
    """Count the entries of each kind; a kind without entries is left out."""
    for table in TABLES:
        if kept[table]:
            yield stored(table, len(kept[table]))
    if others := sum(map(len, kept["other"].values())):
        yield stored_elsewhere(others)


def _practice(practice: Plain) -> Plain:
    """Arrange a practice: answers in the order of the form, then files, comments and versions."""
    kept = practice["kept"]
    values = {path: answer["value"] for path, answer in kept["answers"].items()}
    return {
        "number": practice["number"],
        "title": values.get("name.name") or untitled(practice["number"]),
        "reference": practice["reference"],
        "status": str(STATUSES[practice["status"]]),
        "answers": [*_answers(values)],
        "files": kept["attachments"],
        "comments": kept["review"]["comments"],
        "enquiries": kept["review"]["enquiries"],
        "handed_in": handed_in(len(kept["versions"])) if kept["versions"] else "",
    }


def _answers(values: completion.Values) -> Iterator[tuple[str, str]]:
    """Yield each answered question with its answer."""
    for path in _ordered(values):
        asked = asked_at(path)
        if asked is not None and values[path] is not None:
            label, section = completion.label(asked, values), in_language(asked.section.title)
            yield (
                f"{section}: {label}" if label != section else label,
                completion.shown(asked, values),
            )


def _ordered(values: completion.Values) -> Iterable[str]:
    """Sort questions in the order of the form; those that no longer apply come last."""
    order = {asked.path: number for number, asked in enumerate(completion.applicable(values))}
    return sorted(values, key=lambda path: (order.get(path, len(order)), path))
