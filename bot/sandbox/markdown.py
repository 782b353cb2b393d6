"""Telegram's MarkdownV2, parsed as strictly as Telegram does."""

import re
from dataclasses import dataclass, field

from bot.sandbox.keyboards import link_of
from bot.sandbox.params import RefusalError, unparsed
from bot.sandbox.text import Formatted, Span

LEGACY_KINDS = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}


def parse_markdown(text: str) -> Formatted:
    """Return the plain text and entities of the old Markdown."""
    out: list[str] = []
    spans: list[Span] = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in LEGACY_KINDS:
            out.append(text[at + 1])
            at += 2
        elif text[at] in LEGACY_KINDS:
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
    body, kind, argument = text[begin + len(mark) : end], LEGACY_KINDS[mark], ""
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


RESERVED = "_*[]()~`>#+-=|{}.!\n"

MARKS = {"*": "Bold", "~": "Strikethrough", "[": "TextUrl", "`": "Code", "_": "Italic"}

PAIRED = {"__": "Underline", "||": "Spoiler", "![": "CustomEmoji"}

CLOSINGS = {
    "Bold": "*",
    "Italic": "_",
    "Underline": "__",
    "Strikethrough": "~",
    "Spoiler": "||",
    "Code": "`",
    "Pre": "```",
    "PreCode": "```",
    "TextUrl": "]",
    "CustomEmoji": "]",
}

KINDS = {"PreCode": "pre", "TextUrl": "text_link", "CustomEmoji": "custom_emoji", "BlockQuote": "blockquote"}

KINDS |= {"ExpandableBlockQuote": "expandable_blockquote"}

QUOTES = ("BlockQuote", "ExpandableBlockQuote")

CODE = re.compile(r"```(?:([^\s`]+)(?=\s))?(?:\r\n|\n\r|[\r\n])?")

EMOJI = re.compile(r"tg://emoji\?id=(\d+)\Z")


@dataclass(frozen=True)
class Begun:
    """An entity that waits for its end; `position` is where it stands in the source."""

    name: str
    argument: str
    start: int
    position: int


@dataclass
class MarkdownParser:
    """One pass over one text."""

    text: str
    at: int = 0
    out: list[str] = field(default_factory=list)
    begun: list[Begun] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def refusal(self, reason: str, position: int) -> RefusalError:
        """Return a refusal with the byte offset of `position`."""
        return unparsed(f"{reason} at byte offset {len(self.text[:position].encode())}")

    def follows(self, mark: str) -> bool:
        """Return whether `mark` stands here."""
        return self.text.startswith(mark, self.at)

    @property
    def inner(self) -> str:
        """Return the name of the innermost entity."""
        return self.begun[-1].name if self.begun else ""

    @property
    def quoting(self) -> bool:
        """Return whether a block quotation is open."""
        return any(begun.name in QUOTES for begun in self.begun)

    def parse(self) -> Formatted:
        """Return the plain text and its entities."""
        while self.at < len(self.text):
            self.step()
        if self.inner in QUOTES:
            self.close(self.begun.pop())
        if self.begun:
            raise self.unclosed(self.begun[-1])
        return Formatted("".join(self.out), tuple(self.spans))

    def unclosed(self, begun: Begun) -> RefusalError:
        """Return the refusal of an entity without an end."""
        return self.refusal(f"Can't find end of {begun.name} entity", begun.position)

    def step(self) -> None:
        """Take one character or mark."""
        character = self.text[self.at]
        reserved = "`" if self.inner in {"Code", "Pre", "PreCode"} else RESERVED
        if character == "\\" and "\0" < self.text[self.at + 1 : self.at + 2] <= "~":
            self.take(self.text[self.at + 1], 2)
        elif character not in reserved:
            self.take(character, 1)
        elif self.ends():
            self.end()
        else:
            self.begin(character)

    def take(self, kept: str, length: int) -> None:
        """Keep characters and step over their source."""
        self.out.extend(kept)
        self.at += length

    def ends(self) -> bool:
        """Return whether the innermost entity ends here."""
        if self.quoting and self.follows("\n") and not self.follows("\n>"):
            return True
        if self.inner in QUOTES and self.follows("||") and self.text[self.at + 2 : self.at + 3] in ("", "\n"):
            return True
        mark = CLOSINGS.get(self.inner)
        return mark is not None and self.follows(mark) and not (mark == "_" and self.follows("__"))

    def end(self) -> None:
        """Take the mark that ends the innermost entity."""
        begun = self.begun[-1]
        if begun.name in QUOTES:
            return self.end_quote()
        if self.follows("\n"):
            raise self.unclosed(begun)
        self.at += len(CLOSINGS[begun.name])
        return self.close(self.begun.pop())

    def end_quote(self) -> None:
        """Take the end of a block quotation; `||` before it makes it expandable."""
        begun = self.begun.pop()
        name = begun.name
        if self.follows("||"):
            self.at += 2
            name = "ExpandableBlockQuote"
        self.close(Begun(name, "", begun.start, begun.position))
        if self.at < len(self.text):
            self.take("\n", 1)

    def begin(self, character: str) -> None:
        """Take the mark that begins an entity, or refuse a character that should have been escaped."""
        position = self.at
        pair = self.text[position : position + 2]
        if character == "\n":
            return self.new_line()
        if position == 0 and character == ">":
            return self.open("BlockQuote", 1)
        if self.follows("**>") and (position == 0 or self.out[-1:] == ["\n"]) and not self.quoting:
            return self.open("ExpandableBlockQuote", 3)
        code = CODE.match(self.text, position)
        if code:
            return self.open("PreCode" if code[1] else "Pre", len(code[0]), code[1] or "")
        if pair in PAIRED:
            return self.open(PAIRED[pair], 2)
        if character not in MARKS:
            reason = f"Character '{character}' is reserved and must be escaped with the preceding '\\'"
            raise unparsed(reason)
        return self.open(MARKS[character], 1)

    def open(self, name: str, length: int, argument: str = "") -> None:
        """Begin an entity."""
        self.begun.append(Begun(name, argument, len(self.out), self.at))
        self.at += length

    def new_line(self) -> None:
        """Take a line break; `>` after it begins or goes on with a block quotation."""
        self.take("\n", 1)
        if self.follows(">"):
            if self.quoting:
                self.at += 1
            else:
                self.open("BlockQuote", 1)

    def close(self, begun: Begun) -> None:
        """Keep the entity that has ended, unless it is empty or its link is none."""
        kind = KINDS.get(begun.name, begun.name.lower())
        argument = begun.argument
        if kind == "text_link":
            kind, argument = self.link("".join(self.out[begun.start :]))
        elif kind == "custom_emoji":
            argument = self.emoji()
        if kind and begun.start < len(self.out):
            self.spans.append(Span(kind, begun.start, len(self.out), argument))

    def link(self, label: str) -> tuple[str, str]:
        """Take `(address)` after a label, which is the address where there is none."""
        return link_of(self.address("a URL") if self.follows("(") else label)

    def emoji(self) -> str:
        """Take `(tg://emoji?id=1)` after the label of a custom emoji."""
        if not self.follows("("):
            raise unparsed("Custom emoji entity must contain a tg://emoji URL")
        match = EMOJI.match(self.address("a custom emoji URL"))
        if match is None:
            raise unparsed("Custom emoji URL must have an emoji identifier")
        return match[1]

    def address(self, what: str) -> str:
        """Take what stands in round brackets."""
        self.at += 1
        begin, address = self.at, []
        while self.at < len(self.text) and not self.follows(")"):
            self.at += self.follows("\\") and self.at + 1 < len(self.text)
            address.append(self.text[self.at])
            self.at += 1
        if not self.follows(")"):
            raise self.refusal(f"Can't find end of {what}", begin)
        self.at += 1
        return "".join(address)


def parse_markdown_v2(text: str) -> Formatted:
    """Return the plain text and entities of MarkdownV2."""
    return MarkdownParser(text).parse()
