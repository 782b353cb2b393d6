"""The texts of the page of /mydata: what happened, in sentences, and its headings."""

from collections.abc import Mapping

from conversations.dialogue.model import Every
from conversations.dialogue.review_record import Move
from conversations.languages import _, ngettext, number

# The page of /mydata: where the talk is

STATE_TEXTS: Mapping[str, str] = {
    "new": _("You have not begun a practice."),
    "choosing": _("You are choosing one of your practices."),
    "asking": _("You are at the question {question} of {practice}."),
    "collecting": _("You are writing a long answer to the question {question} of {practice}."),
    "repeating": _("You are asked whether there is another meeting, in {practice}."),
    "opened": _("You are choosing a question of {practice} to change."),
    "overview": _("You are at the overview of {practice}."),
    "timing": _("You are choosing when to be reminded."),
    "summary": _("You are at the summary of {practice}."),
    "submitted": _("You have submitted {practice}."),
    "revising": _("You are changing {practice}, as coordinators asked for it."),
    "replying": _("You are replying to a comment on {practice}."),
    "withdrawing": _("You are asked whether {practice} is to be withdrawn."),
    "desk": _("You are at the review desk."),
    "office": _("You are in the office."),
    "forgetting": _("You are asked whether everything is to be deleted."),
}

# The page of /mydata: its history

EVENTS: Mapping[str, str] = {
    "started": _("You began {practice}."),
    "agreed": _("You agreed to the text on your data, version {version}."),
    "answered": _("You answered {question} of {practice}."),
    "skipped": _("You passed over {question} of {practice}."),
    "cleared": _("The answer to {question} of {practice} was taken away."),
    "refused": _("What you sent was no answer to {question} of {practice}."),
    "advised": _("You were given advice about {question} of {practice}."),
    "file_kept": _("You sent the file {name} for {question} of {practice}."),
    "file_removed": _("You took the file {name} away from {question} of {practice}."),
    "brought_up": _("{practice} goes on with version {version} of the form."),
    "submitted": _("You submitted {practice}."),
    "commented": _("A coordinator commented on {question} of {practice}."),
    "enquired": _("A coordinator wrote about {question} of {practice}."),
    "moved": "",  # ``MOVES`` says which move
    "read": _("A coordinator read {practice}."),
}

EVENTS_BY_YOU: Mapping[str, str] = {
    "commented": _("You commented on {question} of {practice}."),
    "enquired": _("You wrote about {question} of {practice}."),
    "read": _("You read {practice}."),
}

REPLIED = _("You replied to a comment on {question} of {practice}.")

MOVES: Mapping[Move, str] = {
    "hand in": _("A coordinator submitted {practice}."),
    "claim": _("A coordinator took up the review of {practice}."),
    "take over": _("A coordinator took over the review of {practice}."),
    "let go": _("A coordinator gave up the review of {practice}."),
    "request": _("A coordinator asked for changes to {practice}."),
    "take back": _("A coordinator withdrew the request for changes to {practice}."),
    "revise": _("A coordinator sent a revision of {practice}."),
    "approve": _("A coordinator approved {practice}."),
    "decline": _("A coordinator declined {practice}."),
    "reopen": _("A coordinator reopened {practice}."),
    "withdraw": _("A coordinator withdrew {practice}."),
    "hand in again": _("A coordinator submitted {practice} again."),
}

MOVES_BY_YOU: Mapping[Move, str] = {
    "hand in": _("You submitted {practice}."),
    "claim": _("You took up the review of {practice}."),
    "take over": _("You took over the review of {practice}."),
    "let go": _("You gave up the review of {practice}."),
    "request": _("You asked for changes to {practice}."),
    "take back": _("You withdrew the request for changes to {practice}."),
    "revise": _("You sent a revision of {practice}."),
    "approve": _("You approved {practice}."),
    "decline": _("You declined {practice}."),
    "reopen": _("You reopened {practice}."),
    "withdraw": _("You withdrew {practice}."),
    "hand in again": _("You submitted {practice} again."),
}

REVIEWED_BY_YOU: Mapping[Move, str] = {
    "hand in": _("You submitted it"),
    "claim": _("You took up the review of it"),
    "take over": _("You took over the review of it"),
    "let go": _("You gave up the review of it"),
    "request": _("You asked for changes to it"),
    "take back": _("You withdrew the request for changes to it"),
    "revise": _("You sent a revision of it"),
    "approve": _("You approved it"),
    "decline": _("You declined it"),
    "reopen": _("You reopened it"),
    "withdraw": _("You withdrew it"),
    "hand in again": _("You submitted it again"),
}
"""What a coordinator did with a practice of somebody else, which is named above."""

AUDIT_TEXTS: Mapping[str, str] = {
    "role_given": _("{by} gave {whom} the role of {role}, in the place of {was}."),
    "invite_made": _("{by} made invitation {invitation}, for a new {role}."),
    "invite_withdrawn": _("{by} took invitation {invitation} back."),
    "invite_used": _("{by} used invitation {invitation}, and became {role}."),
    "invite_refused": _("{by} opened invitation {invitation}, which did not count any more."),
    "practice_received": _("{by} used invitation {invitation}, and became the author of a practice."),
    "exported": _("{by} asked for an export of submissions ({count})."),
    "draft_deleted": _("A draft that nobody had touched was deleted by itself (days: {days})."),
    "forgotten": _("{by} had everything deleted that was kept about somebody."),
}
"""``{by}`` is somebody at the machine that runs the bot, or an admin."""

AUDIT_BY_YOU: Mapping[str, str] = {
    "role_given": _("You gave {whom} the role of {role}, in the place of {was}."),
    "invite_made": _("You made invitation {invitation}, for a new {role}."),
    "invite_withdrawn": _("You took invitation {invitation} back."),
    "invite_used": _("You used invitation {invitation}, and became {role}."),
    "invite_refused": _("You opened invitation {invitation}, which did not count any more."),
    "practice_received": _("You used invitation {invitation}, and became the author of a practice."),
    "exported": _("You asked for an export of submissions ({count})."),
    "forgotten": _("You had everything deleted that was kept about somebody."),
}

# The page of /mydata: who and what, within its sentences

PEOPLE: Mapping[str, str] = {
    "you": _("you"),
    "somebody else": _("somebody else"),
    "the shell": _("somebody at the machine that runs the bot"),
    "an admin": _("an admin"),
}
"""Those who have no name there."""

YOUR_PRACTICE, DELETED_PRACTICE = _("your practice"), _("a practice that is deleted")

GONE_QUESTION = _("a question that is not asked any more")

ROLES: Mapping[str, str] = {
    "author": _("author"),
    "practitioner": _("practitioner"),
    "coordinator": _("coordinator"),
    "admin": _("admin"),
}

NEWS: Mapping[Every, str] = {
    "now": _("at once"),
    "hourly": _("once an hour"),
    "daily": _("once a day"),
    "off": _("never"),
}

# The page of /mydata: headings and labels

PAGE: Mapping[str, str] = {
    "title": _("What is kept about you"),
    "made": _("Made on {when}, by the bot of the RAN Collection, for you alone."),
    "kept": _(
        "The bot keeps what you write and the files that you send, the history of your practices, what it said to "
        "you, and who you are to the collection. Coordinators of the collection read practices; an approved one is "
        "published. The file {file} has the same in full, with every message as it came. /forget deletes it."
    ),
    "nothing": _("You have no practice, and nothing that you wrote is kept."),
    "you": _("You"),
    "number": _("Number in Telegram"),
    "name": _("Name, as Telegram gave it"),
    "role": _("Role"),
    "by_settings": _("{role}, by the settings of the bot"),
    "since": _("Since"),
    "seen": _("Last seen, to within a day"),
    "news": _("News of submissions"),
    "news_as_all": _("as for everybody"),
    "state": _("Where the talk is"),
    "parts": _("What you have sent of that answer"),
    "consent": _("Your yes to the text on your data"),
    "version": _("version {version}, {when}"),
    "reminder": _("Reminder"),
    "reminder_of": _("of {practice}, {when}"),
    "comments": _("Comments"),
    "comment": _("{weight}, {state}, by {who}"),
    "a_coordinator": _("a coordinator"),
    "reply": _("Your reply:"),
    "enquiries": _("Your questions to the coordinators"),
    "said_by": _("{when}, by {who}"),
    "said_by_you": _("{when}, by you"),
    "files": _("Files"),
    "files_back": _("/mydata files sends back those that are part of a practice."),
    "reviews": _("Your reviews of the practices of others"),
    "draft": _("A draft"),
    "replied": _("You replied at {question}"),
    "are on": _("You are on the question at {question}"),
    "closed": _("You closed the question at {question}"),
    "read": _("You read it"),
    "from_to": _("{first} to {last}"),
    "roles": _("Roles and invitations"),
    "used": _("Invitation {number} for a new {role}, made on {when}, used"),
    "taken_back": _("Invitation {number} for a new {role}, made on {when}, taken back"),
    "unused": _("Invitation {number} for a new {role}, made on {when}, not used"),
    "history": _("History"),
}
"""The words of the template, by the names that it has for them."""


def handed_in(times: int) -> str:
    """Say how often a practice was handed in, behind its status."""
    return ngettext("handed in once", "handed in {count} times", times).format(count=number(times))


def untitled(nth: int) -> str:
    """Name a practice without a name."""
    return _("Practice {number}").format(number=nth)
