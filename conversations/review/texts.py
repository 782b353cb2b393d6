"""All that coordinators read in the review, by page, and the answers to an author's question to them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.dialogue.conversation import Draft
from conversations.dialogue.review_record import Comment, Entry, Member, Move, Weight
from conversations.dialogue.reviews import untouched_for
from conversations.fields.texts import counted
from conversations.fields.times import moment, on
from conversations.filling.review_texts import called, capital
from conversations.form.texts import shortened

# Buttons
QUEUE = "Queue"
NEXT_UNCLAIMED = "Next unclaimed"
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
    "To review a submission, press Review this; then comment at its questions, or reply to the message of a question. "
    "Times are those of Brussels."
)

NOT_A_COORDINATOR = "Only coordinators can do that, and you are not one now. Nothing was changed."
SUBMISSION_GONE = "That practice was deleted. Nothing was changed."
CHANGED_MEANWHILE = "This has changed since you got that button, so I did nothing. Here it is as it is now."
SHOW_WHAT = "Which one? Send /show with its reference, for example /show RAN-2026-0001."
NO_FILE_HERE = "I can keep only text here. Please write it as a message."


def no_such(reference: str) -> str:
    """Say that no submission has this reference."""
    return f"There is no submission “{shortened(reference, 40)}”. /queue lists all, /find looks for words."


def page(number: int, of: int) -> str:
    """Say which page of a list this is."""
    return f"Page {number} of {of}"


# The card and the claim
IN_PROGRESS = "Draft in progress"
HISTORY = "History"
NOT_READY = "Missing or to fix"
AUTHOR_KNOWS = "The author was told that coordinators can read drafts."
CARD_HINT = "Press a section to read it."
ADVICE_HINT = "This is only advice. The author sees the same list before Submit."
ONLY_READING = "To decide, press Review this first. Others then see that you are reviewing it."
OWN_PRACTICE = "This is your own practice, so another coordinator must review it."
LETTING_GO = "You have let it go. Another coordinator can take it now."
CLAIMED = "You are now reviewing this. Other coordinators can see that."


UNTOUCHED = timedelta(days=7)
"""A submission that nobody has touched for so long stands out."""

STANDS_OUT = "❗ "


def is_untouched(draft: Draft, now: datetime) -> bool:
    """Say whether a waiting submission stands out, as nobody has touched it for a week."""
    return draft.status == "submitted" and untouched_for(draft, now) >= UNTOUCHED


def status(draft: Draft, since: datetime, now: datetime, me: Member) -> str:
    """Write the status of a submission: how long it has waited and who has claimed it, or when it was decided."""
    match draft.status:
        case "submitted":
            what = "revised, waiting" if len(draft.versions) > 1 else "waiting"
            return f"{what} {days(now - since)}, {reviewed_by(draft, me, now)}"
        case "changes_requested":
            return f"waiting for its author, {reviewed_by(draft, me, now)}"
        case "approved" | "declined" if draft.decided_at:
            return f"{draft.status} {on(moment(draft.decided_at, now))}"
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


def reviewed_by(draft: Draft, me: Member, now: datetime) -> str:
    """Say who has claimed a submission."""
    claim = draft.review.claim
    if claim is None:
        return "nobody is reviewing this"
    mine = claim.by.user == me.user
    if is_untouched(draft, now):
        who = "you are" if mine else f"{called(claim.by)} is"
        return f"{who} reviewing this, but nothing has happened {days(untouched_for(draft, now))}"
    return f"{'you have' if mine else f'{called(claim.by)} has'} been reviewing this since {moment(claim.since, now)}"


def taken_by(member: Member, since: datetime, now: datetime) -> str:
    """Say that another coordinator has claimed the submission."""
    return (
        f"{capital(called(member))} has been reviewing this since {moment(since, now)}. You can read it, or press Take "
        f"over; {called(member)} is told then."
    )


def missing(titles: Sequence[str]) -> str:
    """List the questions without an answer, the first ones by their titles."""
    named, rest = titles[:4], len(titles) - 4
    return f"No answer yet: {', '.join(named)}{f' and {rest} more' if rest > 0 else ''}."


def last_touched(at: datetime, now: datetime) -> str:
    """Say when a draft was last worked on."""
    return f"last changed {on(moment(at, now))}"


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
    "claim": "began to review it",
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


def entry(line: Entry, now: datetime) -> str:
    """Write a line of the history."""
    words = f": {shortened(line.words, 200)}" if line.words else ""
    return f"{capital(moment(line.at, now))}: {called(line.by)} {LOG[line.move]}{words}"


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


def comment_kept(number: int, title: str, weight: Weight, *, requested: bool = False) -> str:
    """Confirm a new comment, and say when the author gets it; ``requested``: the comments before it are sent."""
    gets = "with your next request. To send it now, take back the request at the card" if requested else _AT_REQUEST
    return f"Comment {number} on {title} is saved as a {WEIGHTS[weight]}. The author gets it {gets}."


_AT_REQUEST = "when you request changes"


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
SENT_TO_COORDINATORS = "Sent to the coordinators. Their reply will come here. You can go on with the form."

NO_COORDINATOR = (
    "There is no coordinator yet. Your question is saved with this practice, and the first coordinator can answer it. "
    "You can go on with the form."
)


def too_many_asked(most: int, contact: str) -> str:
    """Refuse one more question to the coordinators; ``contact`` is another way to reach them."""
    where = f" or write to {contact}" if contact else ""
    return f"You have sent {most} questions about this practice; I cannot send more. Wait for the replies{where}."


# A practice that belongs to nobody
GIVE = "Give it to its author"
OF_NOBODY = "It was imported and belongs to nobody yet."
