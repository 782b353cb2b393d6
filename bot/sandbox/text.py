"""Text with its entities: how Telegram cleans it, finds links in it, and how clients cut it into messages."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bot.sandbox.params import Json

SPLITTABLE = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})

CODE = frozenset({"code", "pre"})

QUOTES = frozenset({"blockquote", "expandable_blockquote"})

RANK = {
    name: rank
    for rank, name in enumerate(
        ("blockquote", "expandable_blockquote", "pre", "text_link", "text_mention", "bold", "italic", "underline")
    )
}

ARGUMENT = {"text_link": "url", "pre": "language", "custom_emoji": "custom_emoji_id"}

RING = "\u030a"

# The server removes these from any text: line and direction controls, and combining lines that draw over neighbours.
REMOVED = frozenset("\r" + "".join(map(chr, range(0x2028, 0x202F))) + "\u0333\u033f" + RING)

BLANK = " \n"


@dataclass(frozen=True)
class Span:
    """An entity over code points `start` to `end` of a text."""

    kind: str
    start: int
    end: int
    argument: str = ""

    @property
    def order(self) -> tuple[int, int, int]:
        """Sort outer spans before the ones that they hold."""
        return self.start, -self.end, RANK.get(self.kind, len(RANK))


@dataclass(frozen=True)
class Formatted:
    """A text with its entities."""

    text: str
    spans: tuple[Span, ...] = ()

    def entities(self) -> list[Json]:
        """Return the entities as the Bot API gives them: offsets and lengths in UTF-16 units."""
        ends = utf16_positions(self.text)
        return [entity(span, ends) for span in self.spans]


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, in which clients and entity offsets count."""
    return len(text) + sum(character > "\uffff" for character in text)


def utf16_positions(text: str) -> list[int]:
    """Return for each code point index, and for the end, the UTF-16 offset."""
    positions = [0]
    for character in text:
        positions.append(positions[-1] + (2 if character > "\uffff" else 1))
    return positions


def entity(span: Span, positions: list[int]) -> Json:
    """Return one MessageEntity."""
    start, end = positions[span.start], positions[span.end]
    body: Json = {"offset": start, "length": end - start, "type": span.kind}
    if span.kind == "text_mention":
        body["user"] = {"id": int(span.argument), "is_bot": False, "first_name": ""}
    elif span.argument and span.kind in ARGUMENT:
        body[ARGUMENT[span.kind]] = span.argument
    return body


def composed(formatted: Formatted) -> Formatted:
    """Return the text as clients send it: they join a letter and its ring, because the server would drop the ring."""
    kept, moved = list[str](), [0]
    for character in formatted.text:
        whole = unicodedata.normalize("NFC", kept[-1] + character) if kept and character == RING else ""
        if len(whole) == 1:
            kept[-1] = whole
        else:
            kept.append(character)
        moved.append(len(kept))
    spans = (replace(span, start=moved[span.start], end=moved[span.end]) for span in formatted.spans)
    return Formatted("".join(kept), tuple(spans))


def cleaned(formatted: Formatted) -> Formatted:
    """Return the text as the server cleans and trims it, with the entities moved accordingly."""
    kept, moved = [], [0]
    for character in formatted.text:
        if character not in REMOVED:
            kept.append(" " if character < " " and character != "\n" else character)
        moved.append(len(kept))
    text = "".join(kept)
    spans = (replace(span, start=moved[span.start], end=moved[span.end]) for span in formatted.spans)
    return trimmed(text, merged(narrowed(text, spans)))


def narrowed(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return the spans without leading blanks; a span over blanks only is dropped."""
    result = []
    for span in spans:
        inside = text[span.start : span.end]
        start = span.end - len(inside.lstrip(BLANK))
        if start < span.end:
            result.append(replace(span, start=start))
    return result


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order; the same style twice becomes one, and code, links and mentions hold no other."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.order):
        if not any(hides(old, span) for old in kept):
            joined = next((old for old in kept if joins(old, span)), None)
            if joined is None:
                kept.append(span)
            else:
                kept[kept.index(joined)] = replace(joined, end=max(joined.end, span.end))
    return [span for span in kept if not any(hides(other, span) for other in kept if other is not span)]


def hides(old: Span, span: Span) -> bool:
    """Return whether Telegram keeps only `old` of two overlapping entities."""
    if old.start >= span.end or span.start >= old.end:
        return False
    solid = span.kind not in SPLITTABLE | QUOTES and old.kind not in SPLITTABLE | QUOTES
    return (solid and old.order <= span.order) or (old.kind in CODE and span.kind in SPLITTABLE)


def joins(old: Span, span: Span) -> bool:
    """Return whether two entities become one."""
    return old.kind == span.kind and span.start < old.end and span.kind in SPLITTABLE | QUOTES


def trimmed(text: str, spans: list[Span]) -> Formatted:
    """Return the text without blanks at either end."""
    body = text.rstrip(BLANK)
    lead = len(body) - len(body.lstrip(BLANK))
    body = body[lead:]
    moved = (replace(span, start=span.start - lead, end=min(span.end - lead, len(body))) for span in spans)
    return Formatted(body, tuple(moved))


# A bare domain is a link if it ends with one of these; the real list is longer.
ENDINGS = (
    "academy|agency|app|at|be|berlin|bg|biz|blog|ca|cat|ch|city|com|community|coop|cy|cz|de|dev|dk|edu|ee|es|eu|fi|"
    "foundation|fr|gov|gr|hr|hu|ie|info|int|io|is|it|li|london|lt|lu|lv|me|mt|museum|net|ngo|nl|no|online|ong|org|pl|"
    "pt|ro|school|se|shop|si|site|sk|uk|us|wien|xyz"
)

PATTERNS = (
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-])", re.IGNORECASE)),
    ("url", re.compile(r"(?<!\w)(?:https?|ftp|tg)://[^\s<>\"]+", re.IGNORECASE)),
    ("url", re.compile(rf"(?<![\w@./-])(?:[\w-]+\.)+(?:{ENDINGS})(?![\w-]|\.\w)(?:[/?#:][^\s<>\"]*)?", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>])/\w{1,64}(?:@\w{3,32})?(?![/<>\w])", re.ASCII)),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z]\w{3,31}(?!\w)", re.ASCII)),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,256}(?!\w)")),
    ("cashtag", re.compile(r"(?<![\w$])\$[A-Z]{1,8}(?!\w)")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d(?:[ ()-]{0,2}\d){7,14}(?![\w])")),
)

TAIL = ".,;:!?'\")]}"


def found(text: str) -> Iterator[Span]:
    """Yield the links, commands and so on in a text, earlier patterns first; spans may overlap."""
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            body = match[0].rstrip(TAIL) if kind == "url" else match[0]
            yield Span(kind, match.start(), match.start() + len(body))


def detected(formatted: Formatted) -> Formatted:
    """Return the text with the entities that Telegram finds; none inside code, links or mentions."""
    spans = list(formatted.spans)
    for span in found(formatted.text):
        solid = (old for old in spans if old.kind not in SPLITTABLE | QUOTES)
        if not any(old.start < span.end and span.start < old.end for old in solid):
            spans.append(span)
    return Formatted(formatted.text, tuple(sorted(spans, key=lambda span: span.order)))


Client = Literal["exact", "phone", "desktop"]

LIMIT = 4096  # UTF-16 units, in which clients count

PHONE_LOOKS_BACK = 300  # characters at the end in which the phone app looks for a good place to cut


def parts(text: str, client: Client = "exact") -> list[str]:
    """Cut a text into messages as a client does.

    `exact` cuts at the limit; `phone` at an empty line, line or sentence end or blank in the last 300 characters;
    `desktop` at the best such place in the second half.
    """
    result = []
    rest = text
    while utf16_length(rest) > LIMIT:
        end = fitting(rest)
        cut = (
            end if client == "exact" else best_cut(rest, end - PHONE_LOOKS_BACK if client == "phone" else end // 2, end)
        )
        result.append(rest[:cut])
        rest = rest[cut:]
    return [part for part in (*result, rest) if part.strip()]


def fitting(text: str) -> int:
    """Return the number of characters that fit into one message."""
    end = min(len(text), LIMIT)
    while utf16_length(text[:end]) > LIMIT:
        end -= utf16_length(text[:end]) - LIMIT + 1 >> 1
    return end


def best_cut(text: str, low: int, high: int) -> int:
    """Return the last of the best places between `low` and `high`, `high` if there is none."""
    for mark in ("\n\n", "\n", ". ", " "):
        place = text.rfind(mark, low, high)
        if place > 0:
            return place + len(mark)
    return high
