"""Pages: blocks of lines put on as few messages as hold them, and cut where it reads well."""

from collections.abc import Iterator

from conversations import wording
from conversations.messages import Line

PAGE = 4000
"""Characters on a page: under Telegram's 4,096, with room for a sentence above the first one."""

Lines = tuple[Line, ...]


def pack(blocks: tuple[Lines, ...]) -> tuple[Lines, ...]:
    """Put blocks on pages with an empty line between them; a block too long for one page is cut where it reads well."""
    pages: list[Lines] = []
    for block in (piece for whole in blocks for piece in _pieces(whole)):
        if pages and _length(pages[-1]) + _length(block) + 2 <= PAGE:
            pages[-1] = (*pages[-1], Line(text=""), *block)
        else:
            pages.append(block)
    return tuple(pages)


def _length(lines: Lines) -> int:
    return sum(len(line.text) + 1 for line in lines)


def _pieces(block: Lines) -> Iterator[Lines]:
    """Cut a block longer than a page within its longest line, or in two; pieces of a line say what they continue."""
    if _length(block) <= PAGE:
        yield block
        return
    longest = max(range(len(block)), key=lambda n: len(block[n].text))
    if _length(block) - len(block[longest].text) > PAGE // 2:
        yield from (*_pieces(block[: len(block) // 2]), *_pieces(block[len(block) // 2 :]))
        return
    before, after = block[:longest], block[longest + 1 :]
    continued = (Line(text=wording.continued(before[-1].text), style="bold"),) if before else ()
    room = PAGE - max(_length(before), _length(continued)) - _length(after) - 1
    first, *rest = cut_well(block[longest].text, room)
    pieces = [(*before, _beginning(block[longest], first)), *((*continued, Line(text=text)) for text in rest)]
    yield from pieces[:-1]
    yield (*pieces[-1], *after)


def _beginning(line: Line, text: str) -> Line:
    """Give the first piece of a line: a sentence names somebody before the long words that it gives."""
    if line.named is None:
        return Line(text=text)
    without = line.named.without.removesuffix(line.text[len(text) :])
    return Line(text=text, named=line.named.model_copy(update={"without": without}))


def cut_well(text: str, limit: int) -> Iterator[str]:
    """Cut a text into pieces of at most ``limit`` characters: between paragraphs, lines, sentences or words."""
    while len(text) > limit:
        end = max(_cut_at(text, limit), 1)
        yield text[:end].rstrip()
        text = text[end:].lstrip()
    yield text


def _cut_at(text: str, limit: int) -> int:
    for mark in ("\n\n", "\n", ". ", " "):
        found = text.rfind(mark, limit // 2, limit)
        if found > 0:
            return found + len(mark)
    return limit
