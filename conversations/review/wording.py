"""Every sentence of the review: what coordinators read, and what authors are told of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.conversation import Draft
from conversations.review.desk import MOST_COUNTED, Every
from conversations.review.pages import Shelf
from conversations.review.record import Comment, Entry, Member, Move, Weight
from conversations.status import Status
from conversations.wording import shortened

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# Buttons of the desk
QUEUE = "Queue"
BACK = "Back"
CANCEL = "Cancel"
REVIEW = "Review this"
TAKE_OVER = "Take over"
LET_GO = "Let go"
WHOLE = "Read all"
CHANGES = "What changed"
REQUEST = "Request changes"
TAKE_BACK = "Take back the request"
APPROVE = "Approve"
DECLINE = "Decline"
REOPEN = "Reopen"
COMMENT = "Comment"
SEND_REQUEST = "Send to the author"
NEWER, OLDER = "Previous page", "Next page"
NEXT_SECTION, SECTION_BEFORE = "Next section", "Section before"
CARD = "Card"
MAKE = {"must fix": "Make it a suggestion", "suggestion": "Make it a must-fix"}
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

# Buttons of the author
SEND_REVISION = "Send revision"
DISCARD = "Discard my changes"
REPLY = "Reply to the comment"
WITHDRAW = "Withdraw"
WITHDRAW_YES = "Yes, withdraw it"
HAND_IN_AGAIN = "Hand in again"
SEEN = "Who has seen this"
TO_REVISION = "Changes"
STATUS = "Status"

EDIT, UNSAY, RESOLVE, UNRESOLVE = "Edit", "Withdraw", "Resolve", "Reopen"
SURE = {"request": SEND_REQUEST, "approve": APPROVE, "decline": DECLINE, "reopen": REOPEN}
BY = {"shelf": "Status", "theme": "Theme", "country": "Country"}
NARROW_BY = {"shelf": "Show which ones?", "theme": "Which theme?", "country": "Which country?"}
DONE_BY_AUTHOR = {True: "done", False: "to do"}
TAKEN_AWAY = "taken away"

WELCOME = (
    "Welcome. You are a coordinator: this is what waits for you. To describe a practice of your own, send /new; /help "
    "says what else I can do."
)
HELP = (
    "For coordinators: /queue what waits · /show RAN-2026-0001 one submission · /notify how often you hear of news. "
    "Press Review this to take a submission up; then comment at its questions, or reply to the message of a question."
)
SOMEBODY = "a coordinator"
NOT_A_COORDINATOR = "That is for coordinators, and you are none at this moment. Nothing was changed."
NO_DOSSIER = "That practice is not in the collection any more. Nothing was changed."
CHANGED_MEANWHILE = "Something has changed here since that button was shown, so nothing was done. It is like this now."
NO_PRACTICE = "You have no practice of your own yet. /new begins one."
SHOW_WHAT = "Say which one: send /show and its reference, such as /show RAN-2026-0001."
ONLY_READING = "To comment or decide, press Review this first: then others see that you are on it."
NOT_REVIEWED = "It is not under review at this moment, so nothing was done and nothing was kept."
OWN_PRACTICE = "This is your own practice, so another coordinator has to review it."
LETTING_GO = "You have let it go: it waits for whoever takes it next."
CLAIMED = "You are on it now. Other coordinators see that."
NO_TEXT_HERE = "No words are awaited here, so nothing was kept. Press one of the buttons, or type what it says."
NO_COMMENT_HERE = (
    "I did not take that as a comment. Press Comment at a question, or reply to its message; both need you to be on "
    "the submission."
)
NO_FILE_HERE = "Only text can be kept at the review desk. Write your comment as a message."
QUEUE_EMPTY = "Nothing here."
NOTHING_FITS = "Nothing here fits. Theme and Country, then All, or Everybody's, widen it again."
SIGNS = "[− so −] was removed, [+ so +] was added, […] stayed as it was."
NOTHING_CHANGED = "No answer was changed."
NO_COMMENT_YET = "There is no open comment to ask for. Comment on at least one question first."
WRITE_REASON = "Write the reason as a message. The author gets it word for word."
DECLINE_HINT = "A decline ends the review; it can be reopened. Where changes would help, request them instead."
COMMENT_CLOSED = (
    "That comment has been answered, resolved or withdrawn, or the submission is decided, so it was not changed. Make "
    "a new comment where something is left to say."
)
COMMENT_WITHDRAWN = "Comment withdrawn."
COMMENT_RESOLVED = "Resolved."
COMMENT_REOPENED = "Open again."
REQUEST_SENT = "Sent. The author gets one message with all comments, and you hear of the revision."
IN_PROGRESS = "Draft in progress"
HISTORY = "History"
CARD_HINT = "Press a section to read it."
NOTHING = "(nothing)"
CHANGED_SO_FAR = "Changed, not sent yet"
NOTIFY_HINT = "How often do you want to hear of new submissions and revisions?"
EVERY: dict[Every, str] = {
    "now": "At once",
    "hourly": "At most once an hour",
    "daily": "At most once a day",
    "off": "Not at all",
}

NOT_SENT_YET = "The collection has the practice as it was until you press Send revision."
COMMENT_GONE = (
    "Nobody waits for that reply any more: the comment or the request has been taken back meanwhile. Your words are "
    "kept in the history."
)
WRITE_REPLY = "Write your reply as a message. The coordinator gets it with the revision."
REPLIED = "Your reply is kept. The coordinator gets it with the revision."
REVISION_READY = "All that was asked for is done. Press Send revision, so that the coordinators get it."
SUGGESTIONS_LEFT = "Press Send revision, so that the coordinators get it; a suggestion may be left as it is."
CHANGES_READY = "Press Send revision, so that the coordinators get it, or discard it."
PRESS_QUESTION = "Press a question to see the comment; there you can change your answer, or reply to the comment."
NOT_ASKED_NOW = "That question is not asked for any more. This is how it stands."
DISCARDED = "Your changes are discarded. The practice is as it was handed in."
SURE_TO_WITHDRAW = (
    "The coordinators stop their work on it, and it is not published (one that was published is taken out). Your "
    "answers stay here, and you can hand it in again."
)
NOBODY_MAY_READ = "No coordinator has been named yet."
NOBODY_READ = "Nobody has read it yet."


def called(member: Member | None) -> str:
    """Name somebody of the desk."""
    return member.name or SOMEBODY if member else "the author"


def day(at: datetime) -> str:
    """Write a day."""
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def moment(at: datetime) -> str:
    """Write a moment, in UTC as all of the collection."""
    return f"{day(at)}, {at:%H:%M} UTC"


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def days(time: timedelta) -> str:
    """Say for how long something has waited."""
    match time.days:
        case 0:
            return "since today"
        case 1:
            return "for 1 day"
        case count:
            return f"for {count} days"


def counted(count: int, one: str, many: str = "") -> str:
    """Count things."""
    return f"1 {one}" if count == 1 else f"{count} {many or one + 's'}"


# The queue


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
    return f"Handed in {times}."


def advised(titles: Sequence[str]) -> str:
    """Say what advice the author was given."""
    return f"Advice given to the author, and not followed so far: {', '.join(titles)} (no visible link to extremism)."


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


def now_says(text: str) -> str:
    """Give a comment that is to be replaced."""
    return f"It says now: {text}"


def no_such(reference: str) -> str:
    """Say that a reference leads to nothing."""
    return f"There is no submission “{shortened(reference, 40)}”. /queue lists what there is."


def taken_by(member: Member, since: datetime) -> str:
    """Say why a coordinator cannot go on."""
    return (
        f"{capital(called(member))} has been on it since {moment(since)}. You can read it, or press Take over; "
        f"{called(member)} is told then."
    )


def taken_over(title: str, reference: str, by: Member) -> str:
    """Tell a coordinator that another one has taken over."""
    return f"{capital(called(by))} has taken over “{title}” ({reference}) from you. Your comments stay with it."


# Comments


def comment_line(comment: Comment) -> str:
    """Head a comment: its number, its weight, how it stands, whose it is."""
    sent = "" if comment.asked or comment.state != "open" else ", not sent yet"
    return f"Comment {comment.number} ({comment.weight}, {comment.state}{sent}) by {called(comment.by)}:"


def author_replied(reply: str) -> str:
    """Give what the author said to a comment."""
    return f"The author replied: {reply}"


def commenting(title: str, weight: Weight) -> str:
    """Head the page on which a comment is awaited."""
    return f"Comment on {title} ({weight})"


WRITE_COMMENT = (
    "Write it as a message. A must-fix has to be settled before approval; a suggestion may be left. The author gets it "
    "with your name when you request changes."
)


def comment_kept(number: int, title: str, weight: Weight) -> str:
    """Confirm a comment."""
    return f"Comment {number} on {title} is kept ({weight}). The author gets it when you request changes."


def comment_changed(number: int, *, told: bool, whole: bool = False) -> str:
    """Confirm that a comment was changed, or that the rest of it has come (``whole``)."""
    return f"Comment {number} is {'complete' if whole else 'changed'}. {'The author is told.' if told else ''}".rstrip()


def so_far(count: int) -> str:
    """Tell how much of a long text has come."""
    return f"So far: {counted(count, 'character')}. Send the rest, or press Done if that was all."


def notified(every: Every) -> str:
    """Confirm how often a coordinator hears of news."""
    return f"Saved: {EVERY[every].lower()}."


def comments_counted(open_: Sequence[Comment], answered: int, resolved: int) -> str:
    """Count comments by how they stand."""
    if not (open_ or answered or resolved):
        return "No comments yet."
    fixes = sum(comment.weight == "must fix" for comment in open_)
    return f"Comments: {len(open_)} open ({fixes} must fix), {answered} answered, {resolved} resolved."


# Decisions


def blocked(titles: Sequence[str]) -> str:
    """Say why a submission cannot be approved."""
    return (
        f"It cannot be approved while a must-fix is open: {', '.join(titles)}. Request changes, or resolve or withdraw "
        "the comment."
    )


def reason_too_long(count: int, limit: int) -> str:
    """Refuse a reason that one message does not hold."""
    return f"That is {count} characters, and the author can get {limit}. Nothing of it was kept: send it shorter."


CONFIRM = {
    "request": "These comments go to the author in one message:",
    "approve": "It enters the Collection and is published, contact details too. The author is told. You can reopen it.",
    "decline": "The author is told, with this reason:",
    "reopen": "It is taken up again, and you are on it. The author is told.",
}

DONE = {
    "approve": "Approved. The author is told.",
    "decline": "Declined. The author is told, with the reason.",
    "reopen": "Reopened. You are on it, and the author is told.",
    "take back": "The request is taken back, and the author is told. It waits for you again.",
}

LOG: dict[Move, str] = {
    "hand in": "handed it in",
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
    "hand in again": "handed it in again",
}


def entry(line: Entry) -> str:
    """Write a line of the history."""
    words = f": {shortened(line.words, 200)}" if line.words else ""
    return f"{moment(line.at)}: {called(line.by)} {LOG[line.move]}{words}"


# What the author reads


def asked_for(by: Member) -> str:
    """Say who asks for changes, and what can be done."""
    return (
        f"{capital(called(by))} has read it and asks for the following. Only these questions are asked again; all "
        "other answers stay as they are."
    )


def request_line(number: int, title: str, weight: Weight) -> str:
    """Head what is asked for on one question."""
    return f"{number}. {title} ({weight})"


def more_asked(count: int) -> str:
    """Say that there is more than fits."""
    return f"… and {counted(count, 'more comment')}: press Changes to see them all."


def request_title(title: str, reference: str) -> str:
    """Head the message that asks for changes, and the page of the revision."""
    return f"Changes requested: “{title}” ({reference})"


def own_changes(title: str, reference: str) -> str:
    """Head the page of a revision that nobody asked for."""
    return f"Your changes to “{title}” ({reference})"


def asks(comment: Comment) -> str:
    """Give a comment above its question."""
    return f"{capital(called(comment.by))} ({comment.weight}): {comment.text}"


def your_reply(reply: str) -> str:
    """Give back what the author replied."""
    return f"Your reply: {reply}"


def left_to_do(titles: Sequence[str]) -> str:
    """Say which must-fixes are still open."""
    return f"Still to change or reply to before you can send: {', '.join(titles)}."


def lacking(titles: Sequence[str]) -> str:
    """Say what the changes have made missing or wrong."""
    return f"Before you can send, answer or put right: {', '.join(titles)}."


def proposed(title: str, reference: str) -> str:
    """Say that an edit after submission is kept apart."""
    return f"This is a proposed change to {title}: {reference} stays as it was until you press Send revision."


def proposed_elsewhere(name: str) -> str:
    """Say where a proposed change can be sent."""
    return f"/drafts leads to “{name}”, where you send or discard it."


def approved_goes_back() -> str:
    """Warn that a revision of an approved practice is reviewed again."""
    return "It is approved now; a revision goes to the coordinators first and counts as approved again once they agree."


def revision_sent(reference: str) -> str:
    """Confirm a revision."""
    return f"Your revision of {reference} is sent. The coordinators compare it with what they read, and answer here."


def withdrawn(reference: str) -> str:
    """Confirm that a submission was withdrawn."""
    return f"{reference} is withdrawn. Nobody works on it and it is not published. Hand in again takes that back."


def handed_in_again(reference: str) -> str:
    """Confirm that a submission was handed in again."""
    return f"{reference} is with the coordinators again. They answer here."


def waits_for_you(count: int) -> str:
    """Say how much a coordinator asks for."""
    return f"The coordinators ask for changes: {counted(count, 'comment')}. Press Changes to see them."


def is_approved(at: datetime) -> str:
    """Say that a practice was approved."""
    return f"Approved on {day(at)}: it is part of the Collection and is published. You need do nothing more."


def is_declined(reason: str) -> str:
    """Say that a practice was declined."""
    return f"Declined. The reason: {reason}\nIf you see that differently, tell the coordinators: they can reopen it."


IS_WITHDRAWN = "You have withdrawn it. Nobody works on it and it is not published."
HEADINGS: dict[Status, str] = {
    "changes_requested": "Changes requested",
    "approved": "Approved",
    "declined": "Declined",
    "withdrawn": "Withdrawn",
}
HAS_CHANGES = "You have changed answers since. They are not sent yet: press Changes."


def letter_approved(title: str, reference: str, by: Member) -> str:
    """Tell an author of an approval."""
    return (
        f"“{title}” ({reference}) is approved by {called(by)}. It enters the RAN Collection and is published with the "
        "contact details that you gave. You need do nothing more; to take it out again, press Status and then Withdraw."
    )


def letter_declined(title: str, reference: str, by: Member, reason: str) -> str:
    """Tell an author of a refusal."""
    return (
        f"“{title}” ({reference}) is declined by {called(by)}, for this reason:\n\n{reason}\n\nIt is not published. "
        "Your answers stay here. If the reason no longer holds, write to the coordinators: they can reopen it."
    )


def letter_reopened(title: str, reference: str, by: Member) -> str:
    """Tell an author that a decision was taken back."""
    return (
        f"{capital(called(by))} has reopened “{title}” ({reference}): the earlier decision no longer counts, and it is "
        "reviewed again. You need do nothing until you hear from us here."
    )


def letter_taken_back(title: str, reference: str, by: Member) -> str:
    """Tell an author that nothing is asked of them any more."""
    return (
        f"{capital(called(by))} has taken back the request for changes to “{title}” ({reference}). You need do nothing "
        "until you hear from us here; what you have changed already is kept and can still be sent."
    )


def letter_comment_changed(title: str, reference: str, comment: Comment, question: str, words: str) -> str:
    """Tell an author that a comment reads otherwise now, or was withdrawn."""
    if comment.state == "withdrawn":
        return f"{capital(called(comment.by))} has withdrawn the comment on {question} of “{title}” ({reference})."
    return (
        f"{capital(called(comment.by))} has changed the comment on {question} of “{title}” ({reference}). It now "
        f"says ({comment.weight}):\n\n{words}"
    )


def letter_withdrawn(title: str, reference: str) -> str:
    """Tell the coordinator who is on it that the author has withdrawn a submission."""
    return f"The author has withdrawn “{title}” ({reference}), which you were on. It has left the queue."


def may_read(members: Sequence[Member]) -> str:
    """Say who may read a draft or submission."""
    if not members:
        return NOBODY_MAY_READ
    names = [member.name for member in members if member.name]
    others = len(members) - len(names)
    names += [counted(others, "other") if names else counted(others, "person", "people")] if others else []
    return f"The coordinators may read it, also while you write: {', '.join(names)}."


def has_read(member: Member, first: datetime, last: datetime) -> str:
    """Say who has read it."""
    again = f", last on {day(last)}" if last.date() != first.date() else ""
    return f"{capital(called(member))} has read it, first on {day(first)}{again}."


# News


NEWS: dict[Move, str] = {
    "hand in": "new",
    "revise": "revised",
    "withdraw": "withdrawn by its author",
    "hand in again": "handed in again",
}
NEWS_TITLE = "News for the coordinators"
NEWS_HINT = "/queue shows all that waits; /notify sets how often you hear of news."


def news_line(title: str, reference: str, moves: Sequence[Move]) -> str:
    """Say what happened to one submission."""
    return f"{reference} · {shortened(title, 40)}: {', then '.join(NEWS[move] for move in dict.fromkeys(moves))}"


def more_news(count: int) -> str:
    """Say that there is more than fits."""
    return f"… and {count} more"
