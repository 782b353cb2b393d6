"""The fill-in of one practice in each language: the acts of the English transcript, with its labels translated.

``python -m support.language_talks`` writes the acts of all catalogues; ``make transcripts`` adds what the bot says.
"""

from pathlib import Path

from bot.demo.transcripts import parse
from conversations.fields import country_names
from conversations.form.sections.key_themes import Theme
from conversations.languages import CATALOGUES, ENGLISH, OWN_NAMES, in_language, speaking
from conversations.privacy.texts import AGREE

TALKS = Path(__file__).parents[1] / "transcripts" / "languages"
ENGLISH_TALK = TALKS.parent / "practices" / "back_on_track.txt"

TYPED = {str(Theme.PRISON_AND_PROBATION), "Yes"}
"""Labels that are typed once, not pressed."""


def acts_in(code: str) -> str:
    """Write the acts of the talk in a language."""
    lines = [
        f"Back on Track, filled in in {OWN_NAMES[code]}.",
        "> (agreed to nothing)",
        f"> /language {OWN_NAMES[code]}",
    ]
    typed = set(TYPED)
    with speaking(code):
        lines.append(f"> [{in_language(AGREE)}]")
        for turn in parse(ENGLISH_TALK.read_text("utf-8")).turns[1:]:
            label = turn.act.text if turn.act.verb == "presses" else ""
            own = _shown(label)
            if label in typed:
                typed.remove(label)
                lines.append(f"> {own}")
            else:
                lines.append(f"> [{own}]" if label else turn.written)
    return "\n".join(lines) + "\n"


def _shown(label: str) -> str:
    """Write a label in the language that is spoken; the names of countries are Babel's."""
    country = country_names.choice_in_language(label)
    return in_language(label) if country == label else country


def _written(talk: str) -> list[str]:
    return [turn.written for turn in parse(talk).turns]


def main() -> None:
    """Write the acts of each catalogue, where they have changed."""
    TALKS.mkdir(exist_ok=True)
    for code in CATALOGUES:
        if code != ENGLISH:
            path, acts = TALKS / f"{code}.txt", acts_in(code)
            if not path.exists() or _written(path.read_text("utf-8")) != _written(acts):
                path.write_text(acts, "utf-8")


if __name__ == "__main__":
    main()
