"""All that coordinators read in the review, by page."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.dialogue.conversation import Draft
from conversations.dialogue.model import Status
from conversations.dialogue.review_record import Entry, Member, Move
from conversations.dialogue.reviews import untouched_for
from conversations.fields.times import moment, on
from conversations.filling.review_texts import called, capital
from conversations.form.texts import shortened
from conversations.languages import _, in_language, ngettext

# Buttons

QUEUE = _("Queue")
NEXT_UNCLAIMED = _("Next unclaimed")
BACK = _("Back")
WORD_FORM_WITH_COMMENTS = _("Word form with comments")
CANCEL = _("Cancel")
CARD = _("Card")
WHOLE = _("Read all")
CHANGES = _("What changed")
BEFORE, NEXT = _("Previous page"), _("Next page")
NEXT_SECTION, SECTION_BEFORE = _("Next section"), _("Section before")
REVIEW = _("Review this")
TAKE_OVER = _("Take over")
LET_GO = _("Let go")
REQUEST = _("Request changes")
TAKE_BACK = _("Take back the request")
APPROVE = _("Approve")
DECLINE = _("Decline")
REOPEN = _("Reopen")
SEND_REQUEST = _("Send to the author")
SURE = {"request": SEND_REQUEST, "approve": APPROVE, "decline": DECLINE, "reopen": REOPEN}
COMMENT = _("Comment")
MAKE = {"must fix": _("Make it a suggestion"), "suggestion": _("Make it a must-fix")}
EDIT, UNSAY, RESOLVE, UNRESOLVE = _("Edit"), _("Withdraw"), _("Resolve"), _("Reopen")


# The menu of commands, at most 256 characters each

MENU = {
    "queue": _("What waits for review"),
    "find": _("Find practices by words"),
    "notify": _("How often you hear of news"),
}


# Commands, and what is not possible

WELCOME = _("Welcome. You are a coordinator: here is what is waiting for review. /help shows what else I can do.")

DESCRIBE_OWN, CONTINUE_OWN = _("Describe a practice of my own"), _("Go on with my own practice")

HELP = _(
    "For coordinators: /queue what waits · /find WORDS the practices that have these words · /show RAN-2026-0001 one "
    "submission · /notify how often you hear of news · /export submissions as a file. "
    "To review a submission, press Review this; then comment at its questions, or reply to the message of a question. "
    "Times are those of Brussels."
)

SUBMISSION_GONE = _("That practice was deleted. Nothing was changed.")
SHOW_WHAT = _("Which one? Send /show with its reference, for example /show RAN-2026-0001.")
NO_FILE_HERE = _("I can keep only text here. Please write it as a message.")


def no_such(reference: str) -> str:
    """Say that no submission has this reference."""
    return _("There is no submission “{reference}”. /queue lists all, /find looks for words.").format(
        reference=shortened(reference, 40)
    )


def page(number: int, of: int) -> str:
    """Say which page of a list this is."""
    return _("Page {page} of {pages}").format(page=number, pages=of)


# The card and the claim

IN_PROGRESS = _("Draft in progress")
HISTORY = _("History")
NOT_READY = _("Missing or to fix")
AUTHOR_KNOWS = _("The author was told that coordinators can read drafts.")
CARD_HINT = _("Press a section to read it.")
ADVICE_HINT = _("This is only advice. The author sees the same list before Submit.")
ONLY_READING = _("To decide, press Review this first. Others then see that you are reviewing it.")
OWN_PRACTICE = _("This is your own practice, so another coordinator must review it.")
LETTING_GO = _("You have let it go. Another coordinator can take it now.")
CLAIMED = _("You are now reviewing this. Other coordinators can see that.")


UNTOUCHED = timedelta(days=7)
"""A submission that nobody has touched for so long stands out."""

STANDS_OUT = "❗ "


def is_untouched(draft: Draft, now: datetime) -> bool:
    """Say whether a waiting submission stands out, as nobody has touched it for a week."""
    return draft.status == "submitted" and untouched_for(draft, now) >= UNTOUCHED


STATUSES: dict[Status, str] = {
    "draft": _("draft"),
    "submitted": _("submitted"),
    "changes_requested": _("changes requested"),
    "approved": _("approved"),
    "declined": _("declined"),
    "withdrawn": _("withdrawn"),
}
"""The status of a submission, behind its title."""

WAITING_FOR_AUTHOR = _("waiting for its author")
NOBODY_ON_IT = _("nobody is reviewing this")


def status(draft: Draft, since: datetime, now: datetime, me: Member) -> str:
    """Write the status of a submission: how long it has waited and who has claimed it, or when it was decided."""
    match draft.status:
        case "submitted":
            return f"{_waiting(now - since, revised=len(draft.versions) > 1)}, {reviewed_by(draft, me, now)}"
        case "changes_requested":
            return f"{WAITING_FOR_AUTHOR}, {reviewed_by(draft, me, now)}"
        case "approved" if draft.decided_at:
            return _("approved {when}").format(when=on(moment(draft.decided_at, now)))
        case "declined" if draft.decided_at:
            return _("declined {when}").format(when=on(moment(draft.decided_at, now)))
        case other:
            return str(STATUSES[other])


def _waiting(time: timedelta, *, revised: bool) -> str:
    """Say how long a submission has waited, in days; it follows the title of a practice."""
    days = time.days
    if not days:
        return str(_("revised, waiting since today") if revised else _("waiting since today"))
    said = (
        ngettext("revised, waiting for {count} day", "revised, waiting for {count} days", days)
        if revised
        else ngettext("waiting for {count} day", "waiting for {count} days", days)
    )
    return said.format(count=days)


def reviewed_by(draft: Draft, me: Member, now: datetime) -> str:
    """Say who has claimed a submission."""
    claim = draft.review.claim
    if claim is None:
        return str(NOBODY_ON_IT)
    mine = claim.by.user == me.user
    if is_untouched(draft, now):
        return _untouched(claim.by, untouched_for(draft, now).days, mine=mine)
    since = moment(claim.since, now)
    if mine:
        return _("you have been reviewing this since {moment}").format(moment=since)
    return _("{coordinator} has been reviewing this since {moment}").format(coordinator=called(claim.by), moment=since)


def _untouched(by: Member, days: int, *, mine: bool) -> str:
    said = (
        ngettext(
            "you are reviewing this, but nothing has happened for {count} day",
            "you are reviewing this, but nothing has happened for {count} days",
            days,
        )
        if mine
        else ngettext(
            "{coordinator} is reviewing this, but nothing has happened for {count} day",
            "{coordinator} is reviewing this, but nothing has happened for {count} days",
            days,
        )
    )
    return said.format(count=days, coordinator=called(by))


def taken_by(member: Member, since: datetime, now: datetime) -> str:
    """Say that another coordinator has claimed the submission."""
    return _(
        "{coordinator} has been reviewing this since {moment}. You can read it, or press {take_over}; "
        "{them} is told then."
    ).format(coordinator=capital(called(member)), moment=moment(since, now), take_over=TAKE_OVER, them=called(member))


def missing(titles: Sequence[str]) -> str:
    """List the questions without an answer, the first ones by their titles."""
    named, rest = ", ".join(map(str, titles[:4])), len(titles) - 4
    if rest <= 0:
        return _("No answer yet: {questions}.").format(questions=named)
    said = ngettext(
        "No answer yet: {questions} and {count} more.", "No answer yet: {questions} and {count} more.", rest
    )
    return said.format(questions=named, count=rest)


def last_touched(at: datetime, now: datetime) -> str:
    """Say when a draft was last worked on; it follows other words on the draft."""
    return _("last changed {when}").format(when=on(moment(at, now)))


def seems_in(language: str, *, sure: bool) -> str:
    """Say on the card in which language the answers seem to be, such as "German"."""
    said = _("The answers seem to be in {language}.") if sure else _("The answers are probably in {language}.")
    return said.format(language=language)


def versions(count: int) -> str:
    """Say how often a practice was submitted."""
    if count <= 2:  # noqa: PLR2004 - twice
        return str(_("Submitted once.") if count == 1 else _("Submitted twice."))
    return ngettext("Submitted {count} time.", "Submitted {count} times.", count).format(count=count)


LOG: dict[Move, str] = {
    "hand in": _("{person} submitted it"),
    "claim": _("{person} began to review it"),
    "take over": _("{person} took it over"),
    "let go": _("{person} let it go"),
    "request": _("{person} requested changes"),
    "take back": _("{person} took the request back"),
    "revise": _("{person} sent a revision"),
    "approve": _("{person} approved it"),
    "decline": _("{person} declined it"),
    "reopen": _("{person} reopened it"),
    "withdraw": _("{person} withdrew it"),
    "hand in again": _("{person} submitted it again"),
}
"""The lines of the history, each behind its time: a person is a name, "a coordinator" or "the author"."""


def entry(line: Entry, now: datetime) -> str:
    """Write a line of the history."""
    by = line.by
    person = in_language(by.name) if by and not by.user and by.name else called(by)  # nobody's number: the server
    said = f"{capital(moment(line.at, now))}: {LOG[line.move].format(person=person)}"
    return f"{said}: {shortened(line.words, 200)}" if line.words else said


def let_go_for(by: Member) -> str:
    """Say, in the history, why an admin let a submission go: its coordinator has lost the role."""
    return _("{coordinator} can no longer review").format(coordinator=called(by))


# Read all

WHOLE_TO_READ = _("All answers, one message for each section.")
HOW_TO_COMMENT = _("To comment, press Comment or reply to a message.")


# What changed

SIGNS = _("[− so −] was removed, [+ so +] was added, […] stayed as it was.")
NOTHING_CHANGED = _("No answer was changed.")
NOTHING = _("(nothing)")


def changes_title(title: str, before: int, after: int) -> str:
    """Write the title of the changes between two versions."""
    return _("{practice}: version {after} beside version {before}").format(
        practice=shortened(title, 100), after=after, before=before
    )


def unchanged(title: str) -> str:
    """Write the title of a question whose comment was answered without a change."""
    return _("{question} (not changed)").format(question=title)


def taken_away(title: str) -> str:
    """Write the title of a question that the author removed, as it belongs to a removed repetition."""
    return _("{question} (removed by the author)").format(question=title)


# Decisions

CONFIRM = {
    "request": _("The author gets these comments in one message:"),
    "approve": _("It is published in the Collection, contact details too. The author hears of it. You can reopen it."),
    "decline": _("The author gets this reason:"),
    "reopen": _("The review starts again, and you do it. The author hears of it."),
}

DONE = {
    "approve": _("Approved. I have told the author."),
    "decline": _("Declined. I have sent your reason to the author."),
    "reopen": _("Reopened. You are now reviewing this, and I have told the author."),
    "take back": _("You have taken the request back, and I have told the author. You can go on with the review."),
}

REQUEST_SENT = _("Sent. I tell you when the revision comes.")
NO_COMMENT_YET = _("There is no open comment to send. Comment on at least one question first.")
WRITE_REASON = _("Write the reason as a message. The author gets it word for word.")
DECLINE_HINT = _("This ends the review, but you can reopen it. If changes would help, request them instead.")


def blocked(titles: Sequence[str]) -> str:
    """Say which questions prevent an approval, by their labels."""
    return _(
        "You cannot approve it yet. A must-fix is open: {questions}. Request changes, or resolve or withdraw the "
        "comment."
    ).format(questions=", ".join(map(str, titles)))


# A practice that belongs to nobody

GIVE = _("Give it to its author")
OF_NOBODY = _("It was imported and belongs to nobody yet.")
