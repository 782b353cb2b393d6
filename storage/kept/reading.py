"""The page to read: what is kept, in plain words and with counts first; one file, for a phone, without a script."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from jinja2 import Environment, PackageLoader, StrictUndefined

from conversations import form
from conversations.asked import asked_at
from conversations.forgetting.wording import TABLES
from conversations.refusals import counted
from conversations.review.wording.phrases import moment
from storage.kept.plain import Plain
from storage.kept.words import MOVES, NEWS, Words, question, size

_PAGE = Environment(loader=PackageLoader("storage.kept", "."), autoescape=True, undefined=StrictUndefined)


def _moment(written: str) -> str:
    """Say a moment as people read it."""
    return moment(datetime.fromisoformat(written))


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
    """Count what there is of each kind; nothing is said of what there is none of."""
    for key, (one, many) in TABLES.items():
        if kept[key]:
            yield counted(len(kept[key]), one, many)
    if others := sum(map(len, kept["other"].values())):
        yield counted(others, "other record", "other records")


def _practice(practice: Plain) -> Plain:
    """Lay out a practice: answers under their questions, in order, then files, comments and versions."""
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


def _answers(values: form.Values) -> Iterator[tuple[str, str]]:
    """Give each question that has an answer, with it."""
    for path in _ordered(values):
        asked = asked_at(path)
        if asked is not None and values[path] is not None:
            label = form.label(asked, values)
            yield (
                f"{asked.section.title}: {label}" if label != asked.section.title else label,
                form.shown(asked, values),
            )


def _ordered(values: form.Values) -> Iterable[str]:
    """Put questions in the order of the form; what no longer applies comes last."""
    order = {asked.path: number for number, asked in enumerate(form.applicable(values))}
    return sorted(values, key=lambda path: (order.get(path, len(order)), path))
