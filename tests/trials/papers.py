"""Count how many answers are read from filled-in Word forms in each layout: python -m trials.papers."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from support.paper_practices import TODAY, papers
from support.word_papers import LAYOUTS

from conversations.dialogue.conversation import Draft
from conversations.dialogue.paper import Paper
from conversations.form import completion
from conversations.papers.reading import read
from storage.papers.opening import opened


@dataclass
class Share:
    """What was read of some forms: answers in them, sure and right, to check, and sure but wrong."""

    name: str
    given: int = 0
    right: int = 0
    checked: int = 0
    wrong: list[str] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """The share of the answers that were read, in percent."""
        return 100 * self.right / self.given if self.given else 0.0

    def count(self, draft: Draft, paper: Paper) -> None:
        """Count one form."""
        read_ = {one.question: one for one in paper.answers}
        values = {one.path: draft.values.get(one.path) for one in completion.applicable(draft.values)}
        for path, value in values.items():
            one = read_.get(path)
            if value is not None:
                self.given += 1
                is_right = one is not None and one.sure and _plain(one.value) == _plain(value)
                self.right += is_right
                self.checked += one is not None and not one.sure
                if not is_right:
                    self.lacking.append(f"{path}: {one!r}")
            if one is not None and one.sure and one.value is not None and _plain(one.value) != _plain(value):
                self.wrong.append(f"{path}: {one.value!r} and not {value!r}")
        self.wrong += [
            f"{path} is not asked" for path, one in read_.items() if path not in values and one.value is not None
        ]


def _plain(value: object) -> object:
    """Return a value without its line breaks and list signs, of which a paper has other ones."""
    if isinstance(value, dict):
        value = value["given"]
    return " ".join(value.replace("- ", " ").split()) if isinstance(value, str) else value


def shares() -> Iterator[Share]:
    """Count each layout, and each group of layouts together."""
    for group, layouts in LAYOUTS.items():
        whole = Share(group)
        for name, layout in layouts.items():
            part = Share(f"  {name}")
            for draft in papers():
                paper = read(opened(layout(draft)), TODAY) or Paper()
                part.count(draft, paper)
                whole.count(draft, paper)
            yield part
        yield whole


def main() -> None:
    """Print a line for each layout and, with -v, what was not read."""
    sys.stdout.write(f"{'layout':34}{'answers':>8}{'read':>8}{'to check':>10}{'wrong':>7}\n")
    for share in shares():
        figures = f"{share.given:8}{share.percent:7.1f}%{share.checked:10}{len(share.wrong):7}"
        sys.stdout.write(f"{share.name:34}{figures}\n")
        for line in (*share.lacking, *share.wrong) if "-v" in sys.argv and share.name.startswith(" ") else ():
            sys.stdout.write(f"      {line}\n")


if __name__ == "__main__":
    main()
