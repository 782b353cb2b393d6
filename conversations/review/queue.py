"""The queue: its pages and filters, /show to open a submission, /notify to choose how often news comes."""

import re
from collections.abc import Iterator, Mapping, Sequence

from conversations.dialogue import practice
from conversations.dialogue.context import Context
from conversations.dialogue.layout import Rows, Screen, in_rows, pack
from conversations.dialogue.model import Every
from conversations.dialogue.pages import Card, Narrowing, Notifying, Queue, Shelf, Wanted
from conversations.dialogue.replies import Line
from conversations.dialogue.repositories import MOST_COUNTED, ON_A_PAGE, Submission
from conversations.dialogue.reviews import heading
from conversations.dialogue.state import AtDesk
from conversations.dialogue.texts import progress
from conversations.fields.country_names import choice_in_language
from conversations.filling.texts import CHOSEN
from conversations.form.asked import question_at
from conversations.form.template import in_use
from conversations.form.texts import shortened
from conversations.review import question_texts, queue_texts, texts
from conversations.review.card import status_line
from conversations.review.navigation import filters, open_page, page_button, page_turns, paired, submission_button

_REFERENCE = re.compile(r"(?:RAN[-\s]?)?(\d{4})[-\s/](\d{1,6})", re.ASCII | re.IGNORECASE)

_NUMBER = re.compile(r"(?:RAN[-\s]?)?#?0*(\d{1,6})", re.ASCII | re.IGNORECASE)


def themes() -> Sequence[str]:
    """List the themes that the queue can be filtered by."""
    return question_at("key_themes.themes").kind.choices


def countries() -> Sequence[str]:
    """List the countries that the queue can be filtered by."""
    return question_at("country_of_origin.country").kind.choices


QUEUES: tuple[Shelf, ...] = tuple(queue_texts.QUEUES)
"""The queues in the order of their buttons."""


def show(context: Context, reference: str) -> None:
    """Open the submission with this reference, however it is written."""
    if reference and opened(context, reference):
        return
    context.say(texts.no_such(reference) if reference else texts.SHOW_WHAT)
    if not isinstance(context.state, AtDesk):
        open_page(context, Queue())


def opened(context: Context, reference: str) -> bool:
    """Open the submission with this reference; false if there is none."""
    submission = context.repository.referred(normal(reference, context.today.year))
    if submission is not None:
        open_page(context, Card(submission=submission.number))
    return submission is not None


def is_reference(text: str, *, whole: bool = False) -> bool:
    """Say whether a text looks like a reference, or like the number in one, which is not the whole."""
    words = " ".join(text.split())
    return bool(_REFERENCE.fullmatch(words) or (not whole and _NUMBER.fullmatch(words)))


def normal(reference: str, year: int) -> str:
    """Write a reference as it is stored: ``ran 2026-7`` and, in 2026, ``7`` are ``RAN-2026-0007``."""
    text = " ".join(reference.split())
    if whole := _REFERENCE.fullmatch(text):
        return f"RAN-{whole[1]}-{int(whole[2]):04d}"
    if short := _NUMBER.fullmatch(text):
        return f"RAN-{year}-{int(short[1]):04d}"
    return text.upper()


def choose_filter(context: Context, by: str) -> None:
    """Offer the choices of one filter."""
    open_page(context, Narrowing.model_validate({"by": by}))


def set_filter(context: Context, by: str, index: int) -> None:
    """Set a filter to one of its choices, counted from 1; 0 removes it."""
    match by:
        case "shelf":
            _filter(context, shelf=_nth(QUEUES, index) or "waiting")
        case "theme":
            _filter(context, theme=_nth(themes(), index))
        case _:
            _filter(context, country=_nth(countries(), index))


def _nth(choices: Sequence[str], index: int) -> str | None:
    return choices[index - 1] if 1 <= index <= len(choices) else None


def turn_mine(context: Context) -> None:
    """Show only the submissions that the coordinator reviews, or all again."""
    _filter(context, mine=not filters(context).mine)


def clear_filters(context: Context) -> None:
    """Show the whole list again."""
    open_page(context, Queue(), Wanted(shelf=filters(context).shelf))


def open_unclaimed(context: Context) -> None:
    """Open the longest waiting submission that nobody has claimed, or say that there is none."""
    wanted = filters(context)
    found = context.repository.next_unclaimed(wanted)
    if found is not None:
        open_page(context, Card(submission=found.number))
        return
    context.say(queue_texts.nobody_waits(wanted.theme, wanted.country))
    if not isinstance(context.state, AtDesk):
        open_page(context, Queue())


def turn_page(context: Context, page: int) -> None:
    """Show another page of the queue, counted from 0."""
    _filter(context, page=page)


def _filter(context: Context, **changes: object) -> None:
    open_page(context, Queue(), filters(context).model_copy(update={"page": 0, **changes}))


def queue_screen(context: Context, wanted: Wanted) -> Screen:
    """Draw a page of the queue, with a button for each submission."""
    listing = context.repository.listing(wanted)
    pages = max(-(-min(listing.total, MOST_COUNTED) // ON_A_PAGE), 1)
    if wanted.page >= pages:  # the queue has become shorter since the button was shown
        return queue_screen(context, wanted.model_copy(update={"page": pages - 1}))
    narrow = _is_narrow(wanted)
    narrowed = queue_texts.narrowed(wanted.theme, wanted.country, mine=wanted.mine)
    title = Line(text=queue_texts.found(wanted.shelf, listing.total), style="bold")
    empty = (Line(text=queue_texts.nothing_fits() if narrow else queue_texts.QUEUE_EMPTY),)
    blocks = (
        (title, Line(text=narrowed, style="italic")) if narrow else (title,),
        *(tuple(_listed(context, submission)) for submission in listing.submissions),
        *(() if listing.submissions else (empty,)),
        *(((Line(text=texts.page(wanted.page + 1, pages), style="italic"),),) if pages > 1 else ()),
    )
    opened = tuple((submission_button(context, one, heading(one.draft), "read"),) for one in listing.submissions)
    turns = page_turns(context, "turn", wanted.page, pages)
    rows = (*opened, *turns, *_ways_on(context, listing.questions), *_filters(context, wanted, listing.mine))
    return Screen(pages=pack(blocks), rows=rows, holds=tuple({one.author: None for one in listing.submissions}))


def _is_narrow(wanted: Wanted) -> bool:
    return bool(wanted.theme or wanted.country or wanted.mine)


def _listed(context: Context, submission: Submission) -> Iterator[Line]:
    draft = submission.draft
    yield Line(text=heading(draft), style="bold")
    if draft.status == "draft":
        done = practice.finished(draft, context.today)
        touched = texts.last_touched(draft.updated_at, context.now)
        yield Line(text=f"{progress(done, len(in_use().sections))}, {touched}")
        return
    values = draft.handed_in.values
    where, who = (str(values.get(path) or "") for path in ("country_of_origin.country", "organisation.description"))
    if where or who:
        yield Line(text=" · ".join(part for part in (choice_in_language(where), shortened(who, 40)) if part))
    yield status_line(context, draft)


def _ways_on(context: Context, questions: int) -> Rows:
    label = queue_texts.tallied(question_texts.QUESTIONS, questions)
    asked = (page_button(context, label, "enquiries"),) if questions else ()
    return ((page_button(context, texts.NEXT_UNCLAIMED, "unclaimed"), *asked),)


def _filters(context: Context, wanted: Wanted, mine: int) -> Rows:
    return paired(
        *(page_button(context, label, "narrow", by) for by, label in queue_texts.BY.items()),
        page_button(
            context, queue_texts.NOT_MINE if wanted.mine else queue_texts.tallied(queue_texts.MINE, mine), "mine"
        ),
        *((page_button(context, queue_texts.CLEAR, "clear"),) if _is_narrow(wanted) else ()),
    )


def filter_screen(context: Context, page: Narrowing, wanted: Wanted) -> Screen:
    """Draw the choices of one filter that list something; all but the status can be removed."""
    labels: Mapping[str, str]
    chosen: str | None
    no_filter: Rows = ((page_button(context, queue_texts.ALL, "by", page.by, 0),),)
    match page.by:
        case "shelf":
            labels = {str(shelf): label for shelf, label in queue_texts.QUEUES.items()}
            chosen, no_filter = wanted.shelf, ()
        case "theme":
            labels, chosen = {theme: choice_in_language(theme) for theme in themes()}, wanted.theme
        case _:
            labels, chosen = {country: choice_in_language(country) for country in countries()}, wanted.country
    counts = context.repository.tallies(wanted, page.by, [*labels])
    buttons = [
        page_button(context, _choice(label, counts.get(choice), chosen=choice == chosen), "by", page.by, n)
        for n, (choice, label) in enumerate(labels.items(), 1)
        if choice == chosen or counts.get(choice) != 0
    ]
    lines = (Line(text=queue_texts.NARROW_BY[page.by], style="bold"),)
    return Screen(pages=(lines,), rows=(*no_filter, *in_rows(buttons), (page_button(context, texts.BACK, "queue"),)))


def _choice(label: str, count: int | None, *, chosen: bool) -> str:
    """Label a choice of a filter; without a count, it was not counted."""
    return f"{CHOSEN if chosen else ''}{label if count is None else queue_texts.tallied(label, count)}"


def notify(context: Context, argument: str) -> None:
    """Set how often the coordinator hears of news, as the argument of /notify says, and show the choices."""
    said = argument.casefold()
    wanted = next((every for every, label in queue_texts.EVERY.items() if said in {every, str(label).casefold()}), None)
    if wanted is not None:
        set_every(context, wanted)
    open_page(context, Notifying())


def set_every(context: Context, every: Every) -> None:
    """Set how often the coordinator hears of news."""
    context.every = every
    context.say(queue_texts.notified(every))


def notify_screen(context: Context) -> Screen:
    """Ask how often the coordinator wants to hear of news."""
    now = context.every or context.repository.every
    rows = tuple(
        (page_button(context, f"{CHOSEN if every == now else ''}{label}", "every", index=n),)
        for n, (every, label) in enumerate(queue_texts.EVERY.items())
    )
    queue = (page_button(context, texts.QUEUE, "queue"),)
    return Screen(pages=((Line(text=queue_texts.NOTIFY_HINT),),), rows=(*rows, queue))
