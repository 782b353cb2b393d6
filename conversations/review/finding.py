"""/find: the practices that have certain words, each with the answers where the words are."""

from collections.abc import Iterator

from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft
from conversations.dialogue.layout import Rows, Screen
from conversations.dialogue.pages import Card, Finding
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import MOST_COUNTED, ON_A_PAGE, Submission
from conversations.dialogue.reviews import heading
from conversations.dialogue.search import MOST_WORDS, Search
from conversations.fields.plain import one_line, words
from conversations.form import completion
from conversations.form.texts import shortened
from conversations.review import find_texts, texts
from conversations.review.card import status_line
from conversations.review.navigation import open_page, page_button, page_turns, submission_button
from conversations.review.queue import normal

LONGEST = 200
"""How much of what somebody typed is looked for, in characters."""

_BEFORE, _AFTER = 4, 8
"""How many words of an answer are shown before and after the one that was found."""

_MOST_ANSWERS = 2
"""How many answers of a practice are shown."""

_LONGEST_WORD = 40

_MOST_BUTTONS = 4


def find(context: Context, said: str) -> None:
    """Open the practice with this reference, or the page of those that have all of the words."""
    typed = one_line(said)[:LONGEST]
    referred = None if typed.isdecimal() else context.repository.referred(normal(typed, context.today.year))
    if referred is not None:
        open_page(context, Card(submission=referred.number))
        return
    if typed and not Search.read(typed).words:
        context.say(find_texts.NO_WORD)
        typed = ""
    open_page(context, Finding(words=typed))


def is_search(said: str) -> bool:
    """Say whether all of a text can be looked for; a longer one may be a comment."""
    return len(said) <= LONGEST and len(said.split()) <= MOST_WORDS


def turn_page(context: Context, page: Finding, leaf: int) -> None:
    """Show another page of the practices found, counted from 0."""
    open_page(context, page.model_copy(update={"leaf": leaf}))


def find_one_word(context: Context, page: Finding, number: int) -> None:
    """Search for one of the words alone, counted from 0."""
    find(context, _parts(page.words)[number])


def find_screen(context: Context, page: Finding) -> Screen:
    """Draw a page of the practices found, with a button for each; without words, ask for them."""
    queue = ((page_button(context, texts.QUEUE, "queue"),),)
    if not page.words:
        return Screen(pages=((Line(text=find_texts.FIND_WHAT),),), rows=queue)
    search = Search.read(page.words)
    listing = context.repository.find(search, page.leaf)
    head = Line(text=find_texts.found(listing.total, page.words), style="bold")
    if not listing.total:
        unknown, fewer = _fewer(context, page.words)
        return Screen(pages=((head, *unknown, Line(text=find_texts.TRY)),), rows=(*fewer, *queue))
    pages = -(-min(listing.total, MOST_COUNTED) // ON_A_PAGE)
    if page.leaf >= pages:  # practices were deleted since the button was shown
        return find_screen(context, page.model_copy(update={"leaf": pages - 1}))
    lines = [head]
    for submission in listing.submissions:
        lines += [Line(text=""), *_listed(context, submission, search)]
    if pages > 1:
        lines += [Line(text=""), Line(text=texts.page(page.leaf + 1, pages), style="italic")]
    lines += [Line(text=""), Line(text=find_texts.SEARCH_AGAIN, style="italic")]
    opened = tuple((submission_button(context, one, heading(one.draft), "read"),) for one in listing.submissions)
    rows = (*opened, *page_turns(context, "found", page.leaf, pages), *queue)
    return Screen(pages=(tuple(lines),), rows=rows, holds=tuple({one.author: None for one in listing.submissions}))


def _fewer(context: Context, typed: str) -> tuple[tuple[Line, ...], Rows]:
    """Say which of several words no practice has, and make a button for each of the others."""
    parts = _parts(typed)
    known = [n for n, part in enumerate(parts) if context.repository.find(Search.read(part), 0).total]
    if len(parts) == 1 or not known:
        return (), ()
    unknown = [part for n, part in enumerate(parts) if n not in known]
    lines = (Line(text=find_texts.nowhere(unknown)),) if unknown else ()
    buttons = [page_button(context, find_texts.find(parts[n]), "findword", index=n) for n in known]
    return lines, tuple((one,) for one in buttons[:_MOST_BUTTONS])


def _parts(typed: str) -> list[str]:
    """Divide what was typed at its spaces, without quotation marks and runs without a word."""
    parts = (part.strip("\"“”„«»'‘’.,;:!?()") for part in typed.split())
    return [part for part in dict.fromkeys(parts) if words(part)][:MOST_WORDS]


def _listed(context: Context, submission: Submission, search: Search) -> Iterator[Line]:
    draft = submission.draft
    yield Line(text=heading(draft), style="bold")
    if draft.status == "draft":
        yield Line(text=f"{texts.IN_PROGRESS}, {texts.last_touched(draft.updated_at, context.now)}")
    else:
        yield status_line(context, draft)
    yield from (Line(text=line) for line in where(draft.handed_in, search))


def where(draft: Draft, search: Search) -> list[str]:
    """Write the answers that have the words which the heading has not: the one with most of them first."""
    left = {*search.words} - _had(draft.heading_words, search)
    shown = {asked: completion.shown(asked, draft.values) for asked in completion.applicable(draft.values)}
    had = {asked: _had(words(text), search) for asked, text in shown.items()}
    lines: list[str] = []
    while left and len(lines) < _MOST_ANSWERS:
        best = max(had, key=lambda asked: len(had[asked] & left))
        if not had[best] & left:
            break
        lines.append(find_texts.where(completion.label(best, draft.values), _around(shown[best], search, left)))
        left -= had[best]
    return lines


def _had(found: list[str], search: Search) -> set[str]:
    return {word for one in {*found} if (word := search.fits(one)) is not None}


def _around(text: str, search: Search, left: set[str]) -> str:
    """Quote an answer around the first of the words, on one line."""
    runs = text.split()
    first = next((n for n, run in enumerate(runs) if _had(words(run), search) & left), 0)
    begin, end = max(first - _BEFORE, 0), first + _AFTER + 1
    quoted = " ".join(shortened(run, _LONGEST_WORD) for run in runs[begin:end])
    return f"{'… ' if begin else ''}{quoted}{' …' if end < len(runs) else ''}"
