"""Telegram's first Markdown: no nesting, four marks, and an escape only before them."""

from bot.sandbox.links import link_of
from bot.sandbox.refusals import unparsed
from bot.sandbox.text import Formatted, Span

KINDS = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}


def parse_markdown(text: str) -> Formatted:
    """Return the plain text and entities of the old Markdown."""
    out: list[str] = []
    spans: list[Span] = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in KINDS:
            out.append(text[at + 1])
            at += 2
        elif text[at] in KINDS:
            at = take_entity(text, at, out, spans)
        else:
            out.append(text[at])
            at += 1
    return Formatted("".join(out), tuple(spans))


def take_entity(text: str, begin: int, out: list[str], spans: list[Span]) -> int:
    """Take the entity that begins here; return where the text goes on."""
    mark = "```" if text.startswith("```", begin) else text[begin]
    closing = "]" if mark == "[" else mark
    end = text.find(closing, begin + len(mark))
    if end < 0:
        offset = len(text[:begin].encode())
        raise unparsed(f"Can't find end of the entity starting at byte offset {offset}")
    body, kind, argument = text[begin + len(mark) : end], KINDS[mark], ""
    after = end + len(closing)
    if mark == "[":
        address, after = address_after(text, after, body)
        kind, argument = link_of(address)
    elif mark == "```":
        argument, body = language_and_code(body)
    if body and kind:
        spans.append(Span(kind, len(out), len(out) + len(body), argument))
    out.extend(body)
    return after


def address_after(text: str, at: int, label: str) -> tuple[str, int]:
    """Return the address in round brackets, or the label, and where the text goes on."""
    if not text.startswith("(", at):
        return label, at
    end = text.find(")", at)
    end = len(text) if end < 0 else end
    return text[at + 1 : end], end + 1


def language_and_code(body: str) -> tuple[str, str]:
    """Return the language on the first line of a code block, and the code without the first line break."""
    first, space, _ = body.partition("\n")
    language = first if space and first and " " not in first else ""
    return language, body[len(language) :].removeprefix("\n")
