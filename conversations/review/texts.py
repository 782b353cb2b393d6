"""All that coordinators read in the review, by page, and the answers to an author's question to them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Every
from conversations.dialogue.pages import Shelf
from conversations.dialogue.repositories import MOST_COUNTED
from conversations.dialogue.review_record import Comment, Entry, Member, Move, Weight
from conversations.fields.texts import counted
from conversations.filling.review_texts import called, capital, day
from conversations.form.texts import shortened

# Buttons
QUEUE = "Queue"
BACK = "Back"
WORD_FORM_WITH_COMMENTS = "Word form with comments"
CANCEL = "Cancel"
CARD = "Card"
WHOLE = "Read all"
CHANGES = "What changed"
BEFORE, NEXT = "Previous page", "Next page"
NEXT_SECTION, SECTION_BEFORE = "Next section", "Section before"
REVIEW = "Review this"
TAKE_OVER = "Take over"
LET_GO = "Let go"
REQUEST = "Request changes"
TAKE_BACK = "Take back the request"
APPROVE = "Approve"
DECLINE = "Decline"
REOPEN = "Reopen"
SEND_REQUEST = "Send to the author"
SURE = {"request": SEND_REQUEST, "approve": APPROVE, "decline": DECLINE, "reopen": REOPEN}
COMMENT = "Comment"
WEIGHTS: dict[Weight, str] = {"must fix": "must-fix", "suggestion": "suggestion"}
MAKE = {"must fix": "Make it a suggestion", "suggestion": "Make it a must-fix"}
EDIT, UNSAY, RESOLVE, UNRESOLVE = "Edit", "Withdraw", "Resolve", "Reopen"


# Commands, and what is not possible
WELCOME = "Welcome. You are a coordinator: here is what is waiting for review. /help shows what else I can do."

DESCRIBE_OWN, CONTINUE_OWN = "Describe a practice of my own", "Go on with my own practice"

HELP = (
    "For coordinators: /queue what waits · /find WORDS the practices that have these words · /show RAN-2026-0001 one "
    "submission · /notify how often you hear of news · /export submissions as a file. "
    "Press Review this to take a submission up; then comment at its questions, or reply to the message of a question."
)

NOT_A_COORDINATOR = "That is for coordinators, and you are none at this moment. Nothing was changed."
SUBMISSION_GONE = "That practice is not in the collection any more. Nothing was changed."
CHANGED_MEANWHILE = "Something has changed here since that button was shown, so nothing was done. It is like this now."
SHOW_WHAT = "Say which one: send /show and its reference, such as /show RAN-2026-0001."
NO_FILE_HERE = "I can keep only text here. Write your comment as a message."


def no_such(reference: str) -> str:
    """Say that no submission has this reference."""
    return f"There is no submission “{shortened(reference, 40)}”. /queue lists what there is."


def utc_time(at: datetime) -> str:
    """Write a date and time, in UTC."""
    return f"{day(at)}, {at:%H:%M} UTC"


# The queue, its filters and its news
QUEUES: dict[Shelf, str] = {
    "waiting": "Waiting for review",
    "changes_requested": "Waiting for their authors",
    "approved": "Approved",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
    "draft": "Drafts in progress",
}

ALL = "All"
MINE, NOT_MINE = "Mine only", "Everybody's"
BY = {"shelf": "Status", "theme": "Theme", "country": "Country"}
NARROW_BY = {"shelf": "Show which ones?", "theme": "Which theme?", "country": "Which country?"}
QUEUE_EMPTY = "Nothing here."
NOTHING_FITS = "Nothing here fits. Theme and Country, then All, or Everybody's, widen it again."
NOTIFY_HINT = "How often do you want to hear of new submissions and revisions?"

EVERY: dict[Every, str] = {
    "now": "At once",
    "hourly": "At most once an hour",
    "daily": "At most once a day",
    "off": "Not at all",
}


def found(shelf: Shelf, total: int) -> str:
    """Write the title of a queue with its number of submissions."""
    figure = f"more than {MOST_COUNTED}" if total > MOST_COUNTED else str(total)
    return f"{QUEUES[shelf]}: {figure}"


def narrowed(theme: str | None, country: str | None, *, mine: bool) -> str:
    """List the filters of the queue."""
    parts = [*([f"theme {theme}"] if theme else []), *([f"country {country}"] if country else [])]
    return f"Only: {', '.join([*parts, *(['mine'] if mine else [])])}"


def page(number: int, of: int) -> str:
    """Say which page of a list this is."""
    return f"Page {number} of {of}"


def notified(every: Every) -> str:
    """Confirm how often the coordinator hears of news."""
    return f"Saved: {EVERY[every].lower()}."


# The card and the claim
IN_PROGRESS = "Draft in progress"
HISTORY = "History"
NOT_READY = "Missing or to fix"
AUTHOR_KNOWS = "The author was told that coordinators can read drafts."
CARD_HINT = "Press a section to read it."
ADVICE_HINT = "This is only advice. The author sees the same list before Submit."
ONLY_READING = "To decide, press Review this first. Others then see that you are reviewing it."
OWN_PRACTICE = "This is your own practice, so another coordinator must review it."
LETTING_GO = "You have let it go: it waits for whoever takes it next."
CLAIMED = "You are on it now. Other coordinators see that."


def status(draft: Draft, since: datetime, now: datetime, me: Member) -> str:
    """Write the status of a submission: how long it has waited and who has claimed it, or when it was decided."""
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


def days(time: timedelta) -> str:
    """Say how long a submission has waited, in days."""
    match time.days:
        case 0:
            return "since today"
        case 1:
            return "for 1 day"
        case count:
            return f"for {count} days"


def on_it(draft: Draft, me: Member) -> str:
    """Say who has claimed a submission."""
    claim = draft.review.claim
    if claim is None:
        return "nobody is on it"
    who = "you have" if claim.by.user == me.user else f"{called(claim.by)} has"
    return f"{who} been on it since {utc_time(claim.since)}"


def taken_by(member: Member, since: datetime) -> str:
    """Say that another coordinator has claimed the submission."""
    return (
        f"{capital(called(member))} has been on it since {utc_time(since)}. You can read it, or press Take over; "
        f"{called(member)} is told then."
    )


def missing(titles: Sequence[str]) -> str:
    """List the questions without an answer, the first ones by their titles."""
    named, rest = titles[:4], len(titles) - 4
    return f"No answer yet: {', '.join(named)}{f' and {rest} more' if rest > 0 else ''}."


def last_touched(at: datetime) -> str:
    """Say when a draft was last worked on."""
    return f"last active on {day(at)}"


def versions(count: int) -> str:
    """Say how often a practice was submitted."""
    times = {1: "once", 2: "twice"}.get(count, f"{count} times")
    return f"Submitted {times}."


def comments_counted(open_: Sequence[Comment], answered: int, resolved: int) -> str:
    """Count the comments in each state."""
    if not (open_ or answered or resolved):
        return "No comments yet."
    fixes = sum(comment.weight == "must fix" for comment in open_)
    return f"Comments: {len(open_)} open ({fixes} must fix), {answered} answered, {resolved} resolved."


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
    return f"{utc_time(line.at)}: {called(line.by)} {LOG[line.move]}{words}"


# Read all
WHOLE_TO_READ = "All answers, one message for each section."
WHOLE_TO_COMMENT = f"{WHOLE_TO_READ} To comment, press Comment or reply to a message."


# What changed
SIGNS = "[− so −] was removed, [+ so +] was added, […] stayed as it was."
NOTHING_CHANGED = "No answer was changed."
NOTHING = "(nothing)"


def changes_title(title: str, before: int, after: int) -> str:
    """Write the title of the changes between two versions."""
    return f"{shortened(title, 100)}: version {after} beside version {before}"


def unchanged(title: str) -> str:
    """Write the title of a question whose comment was answered without a change."""
    return f"{title} (not changed)"


def taken_away(title: str) -> str:
    """Write the title of a question that the author removed, as it belongs to a removed repetition."""
    return f"{title} (removed by the author)"


def answers(comment: Comment) -> str:
    """Repeat the comment that a change answers."""
    return f"To comment {comment.number} ({comment.weight}): {shortened(comment.text, 200)}"


# Comments
WRITE_COMMENT = (
    "Write your comment as a message. A must-fix blocks the approval; a suggestion does not. The author gets it with "
    "your name when you request changes."
)

COMMENT_CLOSED = (
    "I did not change that comment: it was answered, resolved or withdrawn, or the review is over. Write a new comment "
    "if you want to say more."
)

COMMENT_WITHDRAWN = "The comment is withdrawn."
COMMENT_RESOLVED = "The comment is resolved."
COMMENT_REOPENED = "The comment is open again."


def commenting(title: str, weight: Weight) -> str:
    """Write the title of the page that asks for a comment."""
    return f"Comment on {title} ({WEIGHTS[weight]})"


def now_says(text: str) -> str:
    """Show the present text of a comment that the coordinator edits."""
    return f"Your comment so far: {text}"


def comment_line(comment: Comment) -> str:
    """Write the title of a comment: its number, weight, state and coordinator."""
    sent = "" if comment.asked or comment.state != "open" else ", not sent yet"
    return f"Comment {comment.number} ({comment.weight}, {comment.state}{sent}) by {called(comment.by)}:"


def author_replied(reply: str) -> str:
    """Show the author's reply to a comment."""
    return f"The author replied: {reply}"


def comment_kept(number: int, title: str, weight: Weight) -> str:
    """Confirm a new comment."""
    return f"Comment {number} on {title} is saved as a {WEIGHTS[weight]}. The author gets it when you request changes."


def comment_changed(number: int, *, told: bool, whole: bool = False) -> str:
    """Confirm that a comment was changed, or with ``whole`` that its last part has come."""
    hears = " The author hears of it." if told else ""
    return f"Comment {number} is {'complete' if whole else 'changed'}.{hears}"


def so_far(count: int) -> str:
    """Say how many characters of a long comment have come."""
    return f"So far: {counted(count, 'character')}. Send the rest. Was that all? Press Done."


# Decisions
CONFIRM = {
    "request": "The author gets these comments in one message:",
    "approve": "It is published in the Collection, contact details too. The author hears of it. You can reopen it.",
    "decline": "The author gets this reason:",
    "reopen": "The review starts again, and you do it. The author hears of it.",
}

DONE = {
    "approve": "Approved. I have told the author.",
    "decline": "Declined. I have sent your reason to the author.",
    "reopen": "Reopened. You are now reviewing this, and I have told the author.",
    "take back": "You have taken the request back, and I have told the author. You can go on with the review.",
}

REQUEST_SENT = "Sent. I tell you when the revision comes."
NO_COMMENT_YET = "There is no open comment to send. Comment on at least one question first."
WRITE_REASON = "Write the reason as a message. The author gets it word for word."
DECLINE_HINT = "This ends the review, but you can reopen it. If changes would help, request them instead."


def blocked(titles: Sequence[str]) -> str:
    """Say which questions prevent an approval, by their labels."""
    return (
        f"You cannot approve it yet. A must-fix is open: {', '.join(titles)}. Request changes, or resolve or withdraw "
        "the comment."
    )


# Questions of authors
SENT_TO_COORDINATORS = "Sent to the coordinators. Their reply comes here; you can go on with the form."

NO_COORDINATOR = (
    "There is no coordinator yet. I save your question with this practice, and the first one can reply to it. You can "
    "go on with the form."
)


def too_many_asked(most: int, contact: str) -> str:
    """Refuse one more question to the coordinators; ``contact`` is another way to reach them."""
    where = f" or write to {contact}" if contact else ""
    return f"You have sent {most} questions about this practice; I cannot send more. Wait for the replies{where}."
