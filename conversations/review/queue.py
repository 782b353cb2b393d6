"""The queue: listed by page, narrowed by status, theme, country and whose it is; and dossiers opened from it."""

import re
from collections.abc import Sequence

from conversations.dialogue import practice
from conversations.dialogue.context import Context
from conversations.dialogue.desk_states import (
    Card,
    Changes,
    Narrowing,
    Queue,
    Reading,
    ReviewPage,
    Shelf,
    Wanted,
    Whole,
)
from conversations.dialogue.layout import Rows, Screen, filled, in_rows
from conversations.dialogue.replies import Button, Line, WordForm
from conversations.dialogue.repositories import MOST_COUNTED, ON_A_PAGE, Submission
from conversations.dialogue.reviews import heading, note_reading
from conversations.dialogue.state import AtDesk
from conversations.dialogue.texts import form_caption
from conversations.dialogue.texts import progress as progress_words
from conversations.filling import navigation
from conversations.filling.texts import CHOSEN
from conversations.form.asked import question_at
from conversations.form.template import in_use
from conversations.review import texts
from conversations.review.card_screen import desk_button, of_dossier, paired, standing

_REFERENCE = re.compile(r"(?:RAN[-\s]?)?(\d{4})[-\s/](\d{1,6})", re.ASCII | re.IGNORECASE)

_NUMBER = re.compile(r"(?:RAN[-\s]?)?#?0*(\d{1,6})", re.ASCII | re.IGNORECASE)


def themes() -> Sequence[str]:
    """List the themes that a queue can be narrowed to."""
    return question_at("key_themes.themes").kind.choices


def countries() -> Sequence[str]:
    """List the countries that a queue can be narrowed to."""
    return question_at("country_of_origin.country").kind.choices


def shelves() -> Sequence[Shelf]:
    """List what a queue can show."""
    return tuple(texts.SHELVES)


def go(context: Context, page: ReviewPage, wanted: Wanted | None = None) -> None:
    """Open a page of the desk; who comes from a practice of their own finds it again where they left it."""
    here = context.state
    if isinstance(here, AtDesk):
        context.go(AtDesk(page=page, wanted=wanted or here.wanted))
    else:
        navigation.put_down(context)
        context.go(AtDesk(page=page, wanted=wanted or Wanted()))


def show(context: Context, reference: str) -> None:
    """Open the submission with that reference, however it is written."""
    if not reference:
        context.say(texts.SHOW_WHAT)
        _stay(context)
        return
    submission = context.desk.referred(normal(reference, context.today.year))
    if submission is None:
        context.say(texts.no_such(reference))
        _stay(context)
    else:
        go(context, Card(submission=submission.number))


def _stay(context: Context) -> None:
    if not isinstance(context.state, AtDesk):
        go(context, Queue())


def normal(reference: str, year: int) -> str:
    """Write a reference as the collection does: ``ran 2026-7`` and, of this year, ``7`` are ``RAN-2026-0007``."""
    text = " ".join(reference.split())
    if whole := _REFERENCE.fullmatch(text):
        return f"RAN-{whole[1]}-{int(whole[2]):04d}"
    if short := _NUMBER.fullmatch(text):
        return f"RAN-{year}-{int(short[1]):04d}"
    return text.upper()


def narrow(context: Context, by: str, index: int) -> None:
    """Narrow the queue to one of the choices; 0 stands for all."""
    wanted = _wanted(context)
    match by:
        case "shelf":
            changed = wanted.model_copy(update={"shelf": _nth(shelves(), index) or "waiting"})
        case "theme":
            changed = wanted.model_copy(update={"theme": _nth(themes(), index)})
        case _:
            changed = wanted.model_copy(update={"country": _nth(countries(), index)})
    go(context, Queue(), changed.model_copy(update={"page": 0}))


def _nth(choices: Sequence[str], index: int) -> str | None:
    return choices[index - 1] if 1 <= index <= len(choices) else None


def turn(context: Context, page: int) -> None:
    """Turn to a page of the queue."""
    go(context, Queue(), _wanted(context).model_copy(update={"page": page}))


def mine(context: Context) -> None:
    """Narrow the queue to what the coordinator is on, or widen it again."""
    wanted = _wanted(context)
    go(context, Queue(), wanted.model_copy(update={"mine": not wanted.mine, "page": 0}))


def choices(context: Context, by: str) -> None:
    """Show by what the queue can be narrowed."""
    go(context, Narrowing.model_validate({"by": by}))


def _wanted(context: Context) -> Wanted:
    return context.state.wanted if isinstance(context.state, AtDesk) else Wanted()


def find(context: Context, number: int) -> Submission | None:
    """Find a dossier; say that it is gone, and show the queue, where it is."""
    submission = context.submission(number)
    if submission is None:
        context.say(texts.NO_DOSSIER)
        go(context, Queue())
    return submission


def read_section(context: Context, submission: Submission, section: str) -> None:
    """Open a section of a dossier; the author can see that it was read."""
    if section in in_use().by_key:
        _read(context, submission, Reading(submission=submission.number, section=section))
    else:
        context.say(texts.CHANGED_MEANWHILE)


def read_whole(context: Context, submission: Submission) -> None:
    """Open all of a dossier."""
    _read(context, submission, Whole(submission=submission.number))


def send_form(context: Context, submission: Submission) -> None:
    """Send the Word form of a dossier by itself: who has it can read all of it."""
    note_reading(context, submission)
    context.enclose(WordForm(submission=submission.number), form_caption(submission.draft.reference))
    context.silent = True


def read_changes(context: Context, submission: Submission) -> None:
    """Open what has changed in a dossier."""
    _read(context, submission, Changes(submission=submission.number))


def _read(context: Context, submission: Submission, page: ReviewPage) -> None:
    note_reading(context, submission)
    go(context, page)


def queue(context: Context, wanted: Wanted) -> Screen:
    """List a page of dossiers, each with a button."""
    listing = context.desk.listing(wanted)
    pages = max(-(-min(listing.total, MOST_COUNTED) // ON_A_PAGE), 1)
    if wanted.page >= pages:  # it has become shorter since
        return queue(context, wanted.model_copy(update={"page": pages - 1}))
    lines = [Line(text=texts.found(wanted.shelf, listing.total), style="bold")]
    if wanted.theme or wanted.country or wanted.mine:
        narrowed = texts.narrowed(wanted.theme, wanted.country, mine=wanted.mine)
        lines.append(Line(text=narrowed, style="italic"))
    for submission in listing.submissions:
        lines += [Line(text=""), *_listed(context, submission)]
    if not listing.submissions:
        is_all = wanted == Wanted(shelf=wanted.shelf)
        lines += [Line(text=""), Line(text=texts.QUEUE_EMPTY if is_all else texts.NOTHING_FITS)]
    if pages > 1:
        lines += [Line(text=""), Line(text=texts.page(wanted.page + 1, pages), style="italic")]
    opened = tuple((of_dossier(context, one, heading(one.draft), "read"),) for one in listing.submissions)
    rows = (*opened, *_turning(context, wanted, pages), *_narrowed(context, wanted))
    return Screen(pages=(tuple(lines),), rows=rows, holds=tuple({one.author: None for one in listing.submissions}))


def _listed(context: Context, submission: Submission) -> list[Line]:
    draft = submission.draft
    values = draft.handed_in.values
    lines = [Line(text=heading(draft), style="bold")]
    if draft.status == "draft":
        done = practice.finished(draft, context.today)
        touched = texts.last_touched(draft.updated_at)
        return [*lines, Line(text=f"{progress_words(done, len(in_use().sections))}, {touched}")]
    about = [str(values.get("country_of_origin.country") or ""), *_themes(values.get("key_themes.themes"))]
    lines.append(Line(text=" · ".join(part for part in about if part)))
    return [*lines, standing(context, draft)]


def _themes(value: object) -> list[str]:
    return [str(theme) for theme in value] if isinstance(value, list) else []


def _turning(context: Context, wanted: Wanted, pages: int) -> Rows:
    before = (desk_button(context, texts.BEFORE, "turn", index=wanted.page - 1),) if wanted.page else ()
    after = (desk_button(context, texts.NEXT, "turn", index=wanted.page + 1),) if wanted.page + 1 < pages else ()
    return filled((*before, *after))


def _narrowed(context: Context, wanted: Wanted) -> Rows:
    mine = texts.NOT_MINE if wanted.mine else texts.MINE
    return paired(
        desk_button(context, texts.BY["shelf"], "narrow", "shelf"),
        desk_button(context, texts.BY["theme"], "narrow", "theme"),
        desk_button(context, texts.BY["country"], "narrow", "country"),
        desk_button(context, mine, "mine"),
    )


def narrowing(context: Context, page: Narrowing, wanted: Wanted) -> Screen:
    """Offer the choices by which the queue can be narrowed."""
    match page.by:
        case "shelf":
            labels, chosen = [texts.SHELVES[shelf] for shelf in shelves()], texts.SHELVES[wanted.shelf]
            first: tuple[Button, ...] = ()
        case "theme":
            labels, chosen, first = list(themes()), wanted.theme or "", (_all(context, page),)
        case _:
            labels, chosen, first = list(countries()), wanted.country or "", (_all(context, page),)
    buttons = [
        desk_button(context, f"{CHOSEN if label == chosen else ''}{label}", "by", page.by, n)
        for n, label in enumerate(labels, 1)
    ]
    back = (desk_button(context, texts.BACK, "queue"),)
    lines = (Line(text=texts.NARROW_BY[page.by], style="bold"),)
    return Screen(pages=(lines,), rows=(*filled(first), *in_rows(buttons), back))


def _all(context: Context, page: Narrowing) -> Button:
    return desk_button(context, texts.ALL, "by", page.by, 0)


def notifying(context: Context) -> Screen:
    """Ask how often news is wanted."""
    now = context.every or context.desk.every
    rows = tuple(
        (desk_button(context, f"{CHOSEN if every == now else ''}{label}", "every", index=n),)
        for n, (every, label) in enumerate(texts.EVERY.items())
    )
    lines = (Line(text=texts.NOTIFY_HINT),)
    return Screen(pages=(lines,), rows=(*rows, (desk_button(context, texts.QUEUE, "queue"),)))
