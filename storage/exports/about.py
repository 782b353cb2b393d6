"""What an export says of itself: whom it is for, what was chosen, the day, and the counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from storage.exports import texts
from storage.exports.export import Entry, Wanted


@dataclass
class Counts:
    """How much an export has."""

    submissions: int = 0
    attachments: int = 0
    statuses: Counter[str] = field(default_factory=Counter)

    def add(self, entry: Entry) -> None:
        """Count a submission."""
        self.submissions += 1
        self.attachments += len(entry.draft.attachments)
        self.statuses[entry.draft.status] += 1


def about(wanted: Wanted, counts: Counts) -> Iterator[tuple[str, str | int]]:
    """Give the rows of the sheet: a name and a value each; what was not chosen is left out."""
    yield texts.FOR_WHOM, texts.FACES[wanted.face]
    yield texts.WITH_STATUS, ", ".join(texts.said(status) or "" for status in wanted.statuses)
    if wanted.references:
        yield texts.WITH_REFERENCE, ", ".join(wanted.references)
    if wanted.since:
        yield texts.HANDED_IN_SINCE, f"{wanted.since} (UTC)"
    if wanted.theme:
        yield texts.WITH_THEME, wanted.theme
    if wanted.country:
        yield texts.FROM_COUNTRY, wanted.country
    if wanted.made:
        yield texts.MADE_ON, f"{wanted.made} (UTC)"
    yield texts.SUBMISSIONS, counts.submissions
    for status, count in sorted(counts.statuses.items()):
        yield texts.of_status(status), count
    yield texts.ATTACHMENTS, counts.attachments
