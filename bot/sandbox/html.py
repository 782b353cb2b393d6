"""A parser for Telegram's HTML. It is as strict as Telegram's, and refuses with the same byte offsets."""

import re
import sys
from dataclasses import dataclass, field, replace

from bot.sandbox.keyboards import link_of
from bot.sandbox.params import unparsed
from bot.sandbox.text import CODE, Formatted, Span

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")

HALVES = range(0xD800, 0xE000)  # of surrogate pairs

MAX_REFERENCE = 10  # characters

HALF_CHARACTER = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


def decoded_reference(match: re.Match[str]) -> str:
    """Return the character of a reference, empty if it means none."""
    sixteen, ten, name = match.groups()
    if name:
        return NAMED.get(name, "")
    code = int(sixteen, 16) if sixteen else int(ten)
    length = match.end() - match.start() - match[0].endswith(";")
    if not 0 < code < sys.maxunicode or length >= MAX_REFERENCE:
        return ""
    if code in HALVES:
        raise unparsed(HALF_CHARACTER)
    return chr(code)


STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
}

SPACE = " \t\r\n\v\0"

PLAIN = re.compile(r"[^<&]+")

BARE_VALUE = re.compile(r"[a-zA-Z0-9.-]*")


@dataclass(frozen=True)
class Opened:
    """A start tag without its end tag so far."""

    tag: str
    argument: str
    start: int


@dataclass
class HtmlParser:
    """One pass over one text. A NUL marks the end, as in Telegram's own parser."""

    text: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def offset_of(self, position: int) -> str:
        """Describe a position in the server's words."""
        return f"at byte offset {len(self.text[:position].encode())}"

    @property
    def here(self) -> str:
        """Return the character at hand."""
        return self.text[self.at]

    def parse(self) -> Formatted:
        """Return the plain text and its entities."""
        self.text += "\0"
        while self.at < len(self.text) - 1:
            self.step()
        if self.opened:
            tag = self.opened[-1].tag
            raise unparsed(f'Can\'t find end tag corresponding to start tag "{tag}"')
        spans = (replace(span, argument="") if span.kind == "code" else span for span in self.spans)
        return Formatted("".join(self.out), tuple(spans))

    def step(self) -> None:
        """Take a run of plain characters, a character reference or a tag."""
        run = PLAIN.match(self.text, self.at, len(self.text) - 1)
        if run:
            self.out.extend(run[0])
            self.at = run.end()
        elif self.here != "<":
            self.out.append(self.character())
        elif self.text[self.at + 1] == "/":
            self.end_tag()
        else:
            self.start_tag()

    def character(self) -> str:
        """Take one character, or the character that a reference stands for."""
        match = REFERENCE.match(self.text, self.at)
        decoded = decoded_reference(match) if match else ""
        if match and decoded:
            self.at = match.end()
            return decoded
        self.at += 1
        return self.text[self.at - 1]

    def skip_spaces(self) -> None:
        """Step over blanks."""
        while self.here != "\0" and self.here in SPACE:
            self.at += 1

    def word(self, stop: str) -> str:
        """Return the characters up to a blank or one in `stop`, and step over them."""
        begin = self.at
        while self.here not in SPACE and self.here not in stop:
            self.at += 1
        return self.text[begin : self.at]

    def start_tag(self) -> None:
        """Take `<tag attribute="value">`."""
        begin, self.at = self.at, self.at + 1
        tag = self.word(">").lower()
        if self.here == "\0":
            raise unparsed(f"Unclosed start tag {self.offset_of(begin)}")
        if tag not in STYLES:
            raise unparsed(f'Unsupported start tag "{tag}" {self.offset_of(begin)}')
        argument = self.attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise unparsed(f'Tag "span" must have class "tg-spoiler" {self.offset_of(begin)}')
        self.at += 1
        self.opened.append(Opened(tag, argument, len(self.out)))

    def attributes(self, tag: str, begin: int) -> str:
        """Take the attributes of a start tag; return the argument of the tag."""
        argument = ""
        self.skip_spaces()
        while self.here != ">":
            name = self.word("=>" if tag == "blockquote" else "=")
            if not name:
                raise unparsed(f'Empty attribute name in the tag "{tag}" {self.offset_of(begin)}')
            argument = self.valued(tag, name, begin) or argument
            self.skip_spaces()
        return argument

    def valued(self, tag: str, name: str, begin: int) -> str:
        """Take `="value"`; return the argument that the tag takes from it."""
        self.skip_spaces()
        if self.here != "=":
            if tag == "blockquote" and name == "expandable":
                return "expandable"
            where = f'the tag "{tag}" {self.offset_of(begin)}'
            raise unparsed(f"Expected equal sign in declaration of an attribute of {where}")
        self.at += 1
        self.skip_spaces()
        if self.here == "\0":
            raise unparsed(f'Unclosed start tag "{tag}" {self.offset_of(begin)}')
        value = self.quoted() if self.here in "'\"" else self.bare()
        if self.here == "\0":
            raise unparsed(f"Unclosed start tag {self.offset_of(begin)}")
        return argument_of(tag, name, value)

    def bare(self) -> str:
        """Take a value without quotes."""
        begin = self.at
        match = BARE_VALUE.match(self.text, begin)
        self.at = match.end() if match else begin
        if self.here not in SPACE and self.here != ">":
            raise unparsed(f"Unexpected end of name token {self.offset_of(begin)}")
        return self.text[begin : self.at].lower()

    def quoted(self) -> str:
        """Take a value in quotes."""
        quote, value = self.here, []
        self.at += 1
        while self.here not in (quote, "\0"):
            value.append(self.character())
        self.at += self.here == quote
        return "".join(value)

    def end_tag(self) -> None:
        """Take `</tag>` and add the entity that it ends."""
        begin, self.at = self.at, self.at + 2
        if not self.opened:
            raise unparsed(f"Unexpected end tag {self.offset_of(begin)}")
        name = self.word(">").lower()
        self.skip_spaces()
        if self.here != ">":
            raise unparsed(f"Unclosed end tag {self.offset_of(begin)}")
        expected = self.opened[-1].tag
        if name not in ("", expected):
            found = f'expected "</{expected}>", found "</{name}>"'
            raise unparsed(f"Unmatched end tag {self.offset_of(begin)}, {found}")
        self.at += 1
        self.close(self.opened.pop())

    def close(self, opened: Opened) -> None:
        """Add the entity of a closed tag, unless it is empty."""
        end = len(self.out)
        if opened.start == end:
            return
        kind, argument = STYLES[opened.tag], opened.argument
        if opened.tag == "a":
            kind, argument = link_of(argument or "".join(self.out[opened.start :]))
        elif opened.tag == "blockquote":
            kind, argument = ("expandable_blockquote" if argument else kind), ""
        elif opened.tag == "tg-emoji" and not argument.isdigit():
            raise unparsed("Invalid custom emoji identifier specified")
        elif opened.tag == "span":
            argument = ""
        if kind:
            self.add(Span(kind, opened.start, end, argument))

    def add(self, span: Span) -> None:
        """Add an entity; `pre` around `code` with a language, or the other way round, is one entity."""
        last = self.spans[-1] if self.spans else None
        language = (span if span.kind == "code" else last).argument if last else ""
        if last and {last.kind, span.kind} == CODE and (last.start, last.end) == (span.start, span.end) and language:
            self.spans[-1] = Span("pre", span.start, span.end, language)
        else:
            self.spans.append(span)


def argument_of(tag: str, name: str, value: str) -> str:
    """Return the argument that an attribute gives to its tag, empty if it gives none."""
    prefix = {("code", "class"): "language-", ("span", "class"): "tg-"}.get((tag, name), "")
    if (tag, name) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, name) == ("blockquote", "expandable"):
        return "expandable"
    return value.removeprefix(prefix) if prefix and value.startswith(prefix) else ""


def parse_html(text: str) -> Formatted:
    """Return the plain text and entities of Telegram's HTML."""
    return HtmlParser(text).parse()
