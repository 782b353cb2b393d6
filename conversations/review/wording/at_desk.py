"""What coordinators read at the desk: the queue, the card of a dossier, its pages, its history."""

from datetime import datetime, timedelta

from conversations.conversation import Draft
from conversations.review.desk import MOST_COUNTED
from conversations.review.pages import Shelf
from conversations.review.record import Comment, Entry, Member, Move
from conversations.review.wording.phrases import called, day, moment
from conversations.roles import Every
from conversations.wording import shortened

QUEUE = "Queue"
BACK = "Back"
WHOLE = "Read all"
CHANGES = "What changed"
BEFORE, NEXT = "Previous page", "Next page"
NEXT_SECTION, SECTION_BEFORE = "Next section", "Section before"
CARD = "Card"
ALL = "All"
MINE, NOT_MINE = "Mine only", "Everybody's"
DRAFTS_SHELF = "Drafts in progress"
SHELVES: dict[Shelf, str] = {
    "waiting": "Waiting for review",
    "changes_requested": "Waiting for their authors",
    "approved": "Approved",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
    "draft": DRAFTS_SHELF,
}
BY = {"shelf": "Status", "theme": "Theme", "country": "Country"}
NARROW_BY = {"shelf": "Show which ones?", "theme": "Which theme?", "country": "Which country?"}
WELCOME = (
    "Welcome. You are a coordinator: this is what waits for you. To describe a practice of your own, send /new; /help "
    "says what else I can do."
)
HELP = (
    "For coordinators: /queue what waits · /show RAN-2026-0001 one submission · /notify how often you hear of news. "
    "Press Review this to take a submission up; then comment at its questions, or reply to the message of a question."
)
NOT_A_COORDINATOR = "That is for coordinators, and you are none at this moment. Nothing was changed."
NO_DOSSIER = "That practice is not in the collection any more. Nothing was changed."
CHANGED_MEANWHILE = "Something has changed here since that button was shown, so nothing was done. It is like this now."
SHOW_WHAT = "Say which one: send /show and its reference, such as /show RAN-2026-0001."
NO_TEXT_HERE = "I do not know which answer this is about, so nothing was kept. Please use one of these buttons."
NO_FILE_HERE = "Only text can be kept at the review desk. Write your comment as a message."
QUEUE_EMPTY = "Nothing here."
NOTHING_FITS = "Nothing here fits. Theme and Country, then All, or Everybody's, widen it again."
SIGNS = "[− so −] was removed, [+ so +] was added, […] stayed as it was."
NOTHING_CHANGED = "No answer was changed."
IN_PROGRESS = "Draft in progress"
HISTORY = "History"
CARD_HINT = "Press a section to read it."
ADVICE_HINT = "Advice, not a rule. The author sees the same list before Submit."
NOTHING = "(nothing)"
NOTIFY_HINT = "How often do you want to hear of new submissions and revisions?"
EVERY: dict[Every, str] = {
    "now": "At once",
    "hourly": "At most once an hour",
    "daily": "At most once a day",
    "off": "Not at all",
}


def days(time: timedelta) -> str:
    """Say for how long something has waited."""
    match time.days:
        case 0:
            return "since today"
        case 1:
            return "for 1 day"
        case count:
            return f"for {count} days"


def found(shelf: Shelf, total: int) -> str:
    """Head a queue with how many there are."""
    figure = f"more than {MOST_COUNTED}" if total > MOST_COUNTED else str(total)
    return f"{SHELVES[shelf]}: {figure}"


def narrowed(theme: str | None, country: str | None, *, mine: bool) -> str:
    """Say what the queue is narrowed to."""
    parts = [*([f"theme {theme}"] if theme else []), *([f"country {country}"] if country else [])]
    return f"Only: {', '.join([*parts, *(['mine'] if mine else [])])}"


def page(number: int, of: int) -> str:
    """Say which page of the queue this is."""
    return f"Page {number} of {of}"


def standing(draft: Draft, since: datetime, now: datetime, me: Member) -> str:
    """Say how a submission stands: its status, how long it has waited, who is on it."""
    match draft.status:
        case "submitted":
            what = "revised, waiting" if len(draft.versions) > 1 else "waiting"
            return f"{what} {days(now - since)}, {on_it(draft, me)}"
        case "changes_requested":
            return f"waiting for its author, {on_it(draft, me)}"
        case "approved" | "declined" if draft.decided_at:
            return f"{draft.status} on {day(draft.decided_at)}"
        case status:
            return status


def on_it(draft: Draft, me: Member) -> str:
    """Say who is on a submission."""
    claim = draft.review.claim
    if claim is None:
        return "nobody is on it"
    who = "you have" if claim.by.user == me.user else f"{called(claim.by)} has"
    return f"{who} been on it since {moment(claim.since)}"


def last_touched(at: datetime) -> str:
    """Say when a draft was last worked on."""
    return f"last active on {day(at)}"


def versions(count: int) -> str:
    """Say how often it was handed in."""
    times = {1: "once", 2: "twice"}.get(count, f"{count} times")
    return f"Submitted {times}."


def changes_title(title: str, before: int, after: int) -> str:
    """Head the difference between two versions."""
    return f"{shortened(title, 100)}: version {after} beside version {before}"


def unchanged(title: str) -> str:
    """Head a question that was replied to and not changed."""
    return f"{title} (not changed)"


def taken_away(title: str) -> str:
    """Head a question that the author took away with all that belongs to it."""
    return f"{title} (taken away by the author)"


def answers(comment: Comment) -> str:
    """Say which comment a change answers."""
    return f"To comment {comment.number} ({comment.weight}): {shortened(comment.text, 200)}"


def no_such(reference: str) -> str:
    """Say that a reference leads to nothing."""
    return f"There is no submission “{shortened(reference, 40)}”. /queue lists what there is."


def notified(every: Every) -> str:
    """Confirm how often a coordinator hears of news."""
    return f"Saved: {EVERY[every].lower()}."


LOG: dict[Move, str] = {
    "hand in": "submitted it",
    "claim": "took it up",
    "take over": "took it over",
    "let go": "let it go",
    "request": "requested changes",
    "take back": "took the request back",
    "revise": "sent a revision",
    "approve": "approved it",
    "decline": "declined it",
    "reopen": "reopened it",
    "withdraw": "withdrew it",
    "hand in again": "submitted it again",
}


def entry(line: Entry) -> str:
    """Write a line of the history."""
    words = f": {shortened(line.words, 200)}" if line.words else ""
    return f"{moment(line.at)}: {called(line.by)} {LOG[line.move]}{words}"
