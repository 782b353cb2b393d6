"""What Telegram finds in plain text by itself: links, addresses, mentions, commands, tags, phone numbers."""

import re
from collections.abc import Iterator

from bot.sandbox.text import QUOTES, SPLITTABLE, Formatted, Span

# Bare domains count as links where their ending is one of these; the real list is longer.
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
    """Yield what stands in the text, earlier patterns first; spans may overlap."""
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            body = match[0].rstrip(TAIL) if kind == "url" else match[0]
            yield Span(kind, match.start(), match.start() + len(body))


def detected(formatted: Formatted) -> Formatted:
    """Return the text with what Telegram finds added, where nothing that cannot hold it is in the way."""
    spans = list(formatted.spans)
    for span in found(formatted.text):
        solid = (old for old in spans if old.kind not in SPLITTABLE | QUOTES)
        if not any(old.start < span.end and span.start < old.end for old in solid):
            spans.append(span)
    return Formatted(formatted.text, tuple(sorted(spans, key=lambda span: span.order)))
