"""The queue: a page of dossiers, the choices that narrow it, and how often news is wanted."""

from conversations import progress
from conversations.messages import Button, Line
from conversations.review.desk import MOST_COUNTED, ON_A_PAGE, Dossier
from conversations.review.dossiers import heading
from conversations.review.pages import Narrowing, Wanted
from conversations.review.queueing import countries, shelves, themes
from conversations.review.screens.buttons import desk_button, of_dossier, paired
from conversations.review.screens.card import standing
from conversations.review.wording import at_desk
from conversations.screens.layout import Rows, Screen, filled, in_rows
from conversations.talk import Talk
from conversations.template import in_use
from conversations.wording import CHOSEN
from conversations.wording import progress as progress_words


def queue(talk: Talk, wanted: Wanted) -> Screen:
    """List a page of dossiers, each with a button."""
    listing = talk.desk.listing(wanted)
    pages = max(-(-min(listing.total, MOST_COUNTED) // ON_A_PAGE), 1)
    if wanted.page >= pages:  # it has become shorter since
        return queue(talk, wanted.model_copy(update={"page": pages - 1}))
    lines = [Line(text=at_desk.found(wanted.shelf, listing.total), style="bold")]
    if wanted.theme or wanted.country or wanted.mine:
        narrowed = at_desk.narrowed(wanted.theme, wanted.country, mine=wanted.mine)
        lines.append(Line(text=narrowed, style="italic"))
    for dossier in listing.dossiers:
        lines += [Line(text=""), *_listed(talk, dossier)]
    if not listing.dossiers:
        is_all = wanted == Wanted(shelf=wanted.shelf)
        lines += [Line(text=""), Line(text=at_desk.QUEUE_EMPTY if is_all else at_desk.NOTHING_FITS)]
    if pages > 1:
        lines += [Line(text=""), Line(text=at_desk.page(wanted.page + 1, pages), style="italic")]
    opened = tuple((of_dossier(talk, one, heading(one.draft), "read"),) for one in listing.dossiers)
    rows = (*opened, *_turning(talk, wanted, pages), *_narrowed(talk, wanted))
    return Screen(pages=(tuple(lines),), rows=rows, holds=tuple({one.author: None for one in listing.dossiers}))


def _listed(talk: Talk, dossier: Dossier) -> list[Line]:
    draft = dossier.draft
    values = draft.handed_in.values
    lines = [Line(text=heading(draft), style="bold")]
    if draft.status == "draft":
        done = progress.finished(draft, talk.today)
        touched = at_desk.last_touched(draft.updated_at)
        return [*lines, Line(text=f"{progress_words(done, len(in_use().sections))}, {touched}")]
    about = [str(values.get("country_of_origin.country") or ""), *_themes(values.get("key_themes.themes"))]
    lines.append(Line(text=" · ".join(part for part in about if part)))
    return [*lines, standing(talk, draft)]


def _themes(value: object) -> list[str]:
    return [str(theme) for theme in value] if isinstance(value, list) else []


def _turning(talk: Talk, wanted: Wanted, pages: int) -> Rows:
    before = (desk_button(talk, at_desk.BEFORE, "turn", index=wanted.page - 1),) if wanted.page else ()
    after = (desk_button(talk, at_desk.NEXT, "turn", index=wanted.page + 1),) if wanted.page + 1 < pages else ()
    return filled((*before, *after))


def _narrowed(talk: Talk, wanted: Wanted) -> Rows:
    mine = at_desk.NOT_MINE if wanted.mine else at_desk.MINE
    return paired(
        desk_button(talk, at_desk.BY["shelf"], "narrow", "shelf"),
        desk_button(talk, at_desk.BY["theme"], "narrow", "theme"),
        desk_button(talk, at_desk.BY["country"], "narrow", "country"),
        desk_button(talk, mine, "mine"),
    )


def narrowing(talk: Talk, page: Narrowing, wanted: Wanted) -> Screen:
    """Offer the choices by which the queue can be narrowed."""
    match page.by:
        case "shelf":
            labels, chosen = [at_desk.SHELVES[shelf] for shelf in shelves()], at_desk.SHELVES[wanted.shelf]
            first: tuple[Button, ...] = ()
        case "theme":
            labels, chosen, first = list(themes()), wanted.theme or "", (_all(talk, page),)
        case _:
            labels, chosen, first = list(countries()), wanted.country or "", (_all(talk, page),)
    buttons = [
        desk_button(talk, f"{CHOSEN if label == chosen else ''}{label}", "by", page.by, n)
        for n, label in enumerate(labels, 1)
    ]
    back = (desk_button(talk, at_desk.BACK, "queue"),)
    lines = (Line(text=at_desk.NARROW_BY[page.by], style="bold"),)
    return Screen(pages=(lines,), rows=(*filled(first), *in_rows(buttons), back))


def _all(talk: Talk, page: Narrowing) -> Button:
    return desk_button(talk, at_desk.ALL, "by", page.by, 0)


def notifying(talk: Talk) -> Screen:
    """Ask how often news is wanted."""
    now = talk.every or talk.desk.every
    rows = tuple(
        (desk_button(talk, f"{CHOSEN if every == now else ''}{label}", "every", index=n),)
        for n, (every, label) in enumerate(at_desk.EVERY.items())
    )
    lines = (Line(text=at_desk.NOTIFY_HINT),)
    return Screen(pages=(lines,), rows=(*rows, (desk_button(talk, at_desk.QUEUE, "queue"),)))
