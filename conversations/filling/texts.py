"""Every sentence that is not a question's own or a kind's refusal: one voice, in one place."""

from collections.abc import Sequence

from conversations.dialogue.texts import FINISHED, IN_PROGRESS, NOT_STARTED, TO_FIX, megabytes
from conversations.fields.texts import counted
from conversations.form.questions import MOST_REPETITIONS
from conversations.form.texts import USE, shortened
from conversations.remarks.answers import NEEDED

BACK = "Back"

OVERVIEW = "Overview"

SUMMARY = "Summary"

EXAMPLE = "Example"

DONE = "Done"

SUBMIT = "Submit"

WORD_FORM = "Word form"

SEE_QUESTIONS = "See all questions"

CHANGE = "Change"

CHANGE_AN_ANSWER = "Change an answer"

KEEP = "Keep this answer"

KEEP_AND_FIX_LATER = "Keep and fix later"

NEW_PRACTICE = "New practice"

USE_CAPTION = "Use the text under it"

REPLACE = "Replace"

KEEP_EARLIER = "Keep the earlier text"

LEAVE_LATE = "Leave it"

LATER = "Later"

ASK_COORDINATORS = "Ask the coordinators"

UNDO = "Undo"

CHOSEN = "✓ "

SHOW_ALL = "Show all"

SKIP_REST = "Skip the rest of this section"

ONE_AT_A_TIME_HINT = "Press each detail that is right. I ask for the others: send the right one as a message."

MORE_THAN_THAT = "That alone does not answer this question."

SAVED = "Saved."

WITHIN = "› "

SYMBOLS = {FINISHED: "✓", TO_FIX: "!", IN_PROGRESS: "…", NOT_STARTED: "○"}

ALREADY = "That is done already."

REMOVED = "Removed."

KEPT = "Your answer stays as it is."

SKIPPED = "Skipped."

LEFT_AS_IT_IS = "Saved. You can fix it later: the overview shows it as “to fix”."

ENOUGH_REPETITIONS = f"I can take {MOST_REPETITIONS} at most."

NO_FIRST = "This is the first question."

NOTHING_TO_UNDO = "There is nothing to undo."

SUBMITTED = "Submitted"

REMOVE_WORDS = "Remove the words"

WORDS_ADDED = "I added the text under it to your answer."

WORDS_KEPT_WITH = "I saved the text under it, too."

WORDS_OFFERED = f"If that text is the answer to this question, press {USE_CAPTION}."

WORDS_ARE_HERE = "The text under it is already in your answer."

FILE_IS_HERE = "You have already sent this file."

FILES_TITLE = "Files"

OPENED_HINT = "Choose a question to fill in or change."

OVERVIEW_HINT = "Choose a section to fill in or change."

CHANGE_HINT = "Choose the answer to change."

SUMMARY_HINT = "Read it through. Correct any mistakes, then press Submit."

SO_FAR = "Your answers so far."

ALL_ANSWERED = "That was the last question. Here are all your answers."

WHAT_NEXT = (
    "The coordinators of the Collection will read it. They will tell you in this chat whether it is approved or "
    "needs changes. You do not need to do anything until then."
)

ANOTHER_PRACTICE = "To submit another practice, press New practice or send /new."

CHANGE_IT_SO = f"To correct something that you submitted, press {CHANGE_AN_ANSWER}."

ADDED = "Your words are added to the answer below."


def numbered(number: int, of: int, prompt: str) -> str:
    """Say which question of its section a question is."""
    return f"Question {number} of {of} · {prompt}"


def answer_now(shown: str) -> str:
    """Show the stored answer above a question that is asked again."""
    return f"Your answer now: {shown}"


def to_fix(problem: str) -> str:
    """Say what is to fix about the stored answer."""
    return f"To fix: {problem}"


def first_sentence(text: str) -> str:
    """Leave out all but the first sentence."""
    return f"{text.partition('. ')[0].removesuffix('.')}."


def now_to_fix(title: str, problem: str) -> str:
    """Say that the answer to another question is to fix, and why; how to do so is said at that question."""
    return f"{title} needs fixing. {first_sentence(problem)}"


def taken(answers: Sequence[str]) -> str:
    """Confirm several answers at once."""
    return f"Saved: {'; '.join(answers)}"


def parts_so_far(count: str, parts: int, over: int) -> str:
    """Tell how much of a long answer has come, and by how much that is over its limit."""
    messages = "1 message" if parts == 1 else f"{parts} messages"
    if over > 0:
        return (
            f"So far: {count} in {messages}, {over:,} too many. Send the rest, or press Done and send a shorter text."
        )
    return f"So far: {count} in {messages}. Send the rest, or press Done if that was all."


def name_it_here(ask: str) -> str:
    """Ask which other one was meant, above the question whose answer says it."""
    return f"{ask} Name it in this answer."


def answer_stands(remove: str) -> str:
    """Ask whether words such as "none" take an answer away; ``remove`` is the button that does."""
    return f"You have already answered this. To remove that answer, press {remove}."


def corrected(title: str, saved: str) -> str:
    """Confirm that an edited message changed the answer it had given."""
    return f"Corrected: {title}. {saved}"


def undone(labels: Sequence[str], *, answered: bool) -> str:
    """Say that answers are as they were, or that questions have no answer again."""
    several = len(labels) > 1
    if answered:
        return f"Undone: {', '.join(labels)} {'are as they were' if several else 'is as it was'} before."
    return f"Undone: {', '.join(labels)} {'are' if several else 'is'} open again."


def taken_back(*shown: str) -> str:
    """Say which answers have been taken back, and how to have them again."""
    what = f"“{shortened(shown[0], 60)}”" if len(shown) == 1 else "the answers"
    return f"I took back {what}. {have_again(len(shown))}"


def have_again(count: int) -> str:
    """Say how to have again what was taken back."""
    return f"To have {'it' if count == 1 else 'them'} again, press {UNDO}."


def file_undone(gone: Sequence[str], back: Sequence[str]) -> str:
    """Say which files are not kept any more, and which are kept again."""
    removed = [f"{', '.join(gone)} is removed."] if gone else []
    returned = [f"{', '.join(back)} is back."] if back else []
    return " ".join(["Undone:", *removed, *returned, *([have_again(len(gone))] if gone else [])])


def deleted(title: str) -> str:
    """Confirm that a draft was deleted."""
    return f"Deleted: “{title}”. To bring it back within a day, press Undo or send /undo."


def deleted_undone(title: str) -> str:
    """Say that a deleted draft is back."""
    return f"Undone: “{title}” is back."


def saved_for(title: str, saved: str) -> str:
    """Confirm an answer to a question that is not the open one."""
    return f"{title} · {saved}"


def in_draft(title: str) -> str:
    """Say in which of several practices an answer was changed."""
    return f"This is in your practice “{title}”."


def edit_refused(title: str, problem: str) -> str:
    """Say that an edited message is no answer, so that the old one stays."""
    return f"Your change to {title} was not saved. {problem} The earlier answer stays."


def edit_replaced(title: str) -> str:
    """Ask whether an edited message that gave an earlier answer is to replace the newer one."""
    return (
        f"You edited an earlier answer to {title}, and you have given a newer one since. That stays until you press "
        f"{USE}. The edited text:"
    )


def edit_after_submission(title: str, reference: str) -> str:
    """Say that an edit does not change what was submitted."""
    return f"{reference} has been submitted, so your change to {title} was not saved."


EDIT_OF_NOTHING = "The message that you edited was not an answer. Nothing has changed."

EDIT_OF_PART = "Your change is saved."

EDIT_CHANGED_NOTHING = "The answer is the same as before."

EDIT_IS_COMMAND = "A command in an edited message does nothing. Send it as a new message. Your answer stays as it is."

BARE_LOCATION = "I cannot read an address from a location. Write the address, or share a place with a name."


def link_behind(count: int) -> str:
    """Ask whether the address behind the words is the answer."""
    if count == 1:
        return "There is a link behind your words. Press it if it is your answer, or send another."
    return f"There are {count} different links in your message. Press the right one, or send another."


def reply_refused(title: str, problem: str) -> str:
    """Say that a reply is no answer to the question that it replies to, so that the old one stays."""
    return f"Your reply for {title} was not saved. {problem} The earlier answer stays."


def reply_after_submission(title: str, reference: str) -> str:
    """Say that a reply does not change what was submitted."""
    return f"{reference} has been submitted, so your reply for {title} was not saved."


def stays_until_pressed(title: str) -> str:
    """Ask whether a reply that says that there is no answer takes the stored one away."""
    return f"You have already answered {title}. Keep that answer, or remove it?"


def is_shorter(title: str, characters: int, before: int, what: str) -> str:
    """Ask whether a short text, reply or edit replaces a long answer."""
    return (
        f"Replace your answer to {title} ({counted(before, 'character')}) with this {what} "
        f"({counted(characters, 'character')})?"
    )


def several_shared(what: str, count: int) -> str:
    """Ask which of several details of a contact or place is the answer."""
    return f"That {what} has {count} possible answers. Press one, or write your answer."


def shared_fits(what: str, titles: Sequence[str], *, offered: bool) -> str:
    """Say which questions a contact or a place can answer."""
    if not titles:
        return f"I cannot use anything in this {what}. Please type your answer."
    press = ", or press a button below" if offered else ""
    fitting = " and ".join(filter(None, (", ".join(titles[:-1]), titles[-1])))
    return f"I cannot use this {what} here. It fits {fitting}: share it there{press}."


def ticked(labels: Sequence[str]) -> str:
    """Say which choices of a list are ticked."""
    return f"Ticked: {'; '.join(labels)}."


def saved_several(titles: Sequence[str]) -> str:
    """Confirm several answers that were shown before."""
    return f"Saved: {', '.join(titles)}."


def skipped(titles: Sequence[str]) -> str:
    """Say which questions were passed over together."""
    return f"Skipped: {', '.join(titles)}."


def left_open(title: str) -> str:
    """Say that a question has been left for later."""
    return f"Left open: {title}. I ask it again after the other questions."


def skip_refused(title: str) -> str:
    """Say that a question cannot be skipped."""
    return NEEDED.format(title=title)


def file_saved(name: str, count: int, most: int) -> str:
    """Confirm a file."""
    next_one = "Send another file, or titles and links, or press Done." if count < most else LAST_FILE
    return f"Saved: {name} (file {count} of {most}). {next_one}"


def file_kept_with(name: str, title: str, count: int, most: int) -> str:
    """Confirm a file that is kept at another question than the open one."""
    return f"Saved under {title}: {name} (file {count} of {most})."


def same_file(number: int, name: str, *, here: bool) -> str:
    """Say that a file was sent before, and how to take it away: at its question, or from another page."""
    remove = "To remove one of them, press its Remove button." if here else f"Press {UNDO} if one is enough."
    return f"It is the same as file {number}, {name}. {remove}"


LAST_FILE = "That was the last file that I can keep. Send titles and links, or press Done."


def too_many_files(name: str, most: int) -> str:
    """Refuse a file beyond the number that a draft takes."""
    return (
        f"You have sent {most} files, the most that I can keep, so {name} was not saved. Remove another file first, "
        "or put this one online and send its title and a link."
    )


def too_many_drafts(count: int) -> str:
    """Refuse a draft beyond the number that one person can have open."""
    return f"You have {count} open drafts, the most that one person can have. Submit or delete one first."


def too_much_in_files(name: str, size: int, stored: int, limit: int) -> str:
    """Refuse a file that does not fit into what one person can keep, with the figures."""
    return (
        f"{name} ({megabytes(size)}) was not saved: your practices already have {megabytes(stored)} of files, and "
        f"the limit is {megabytes(limit)} for one person. Remove a file first, or put this one online and send its "
        "title and a link."
    )


def file_too_big(name: str, size: int, limit: int) -> str:
    """Refuse a file over the limit, with its size where that is known."""
    over = f"has {megabytes(size)}, {megabytes(size - limit)} over" if size > limit else "is over"
    return (
        f"{name} was not saved: it {over} the limit of {megabytes(limit)}. Put it online and send its title and a "
        "link, or send a smaller version."
    )


def file_landed(name: str, title: str, count: int, most: int) -> str:
    """Tell that a file has arrived at its question while the person was elsewhere."""
    return f"{name} has arrived and is saved under {title} (file {count} of {most})."


def late_saved(title: str, saved: str) -> str:
    """Tell that an earlier message was taken at its question while the person was elsewhere."""
    return f"I have now read your earlier message for {title}. {saved}"


def late_refused(title: str, problem: str) -> str:
    """Tell that an earlier message is no answer to its question."""
    return f"Your earlier message for {title} was not saved. {problem}"


def file_gone(name: str) -> str:
    """Say that Telegram does not hand the file over."""
    return f"I could not get {name} from Telegram, so it was not saved. Send it again, or send its title and a link."


def remove_file(name: str, number: int | None = None) -> str:
    """Label the button that takes a file away; with its number in the list where others have the same name."""
    return f"Remove {shortened(name, 40)}" if number is None else f"Remove {number}. {shortened(name, 40)}"


def file_removed(name: str) -> str:
    """Say that a file was taken away."""
    return f"Removed: {name}"


def saved_with_files(saved: str | None, files: int) -> str:
    """Confirm an answer that has files."""
    attached = counted(files, "file")
    return f"Saved: {attached}" if saved is None else f"{saved}, {attached}"


def another(names: Sequence[str]) -> str:
    """Ask whether there is one more meeting."""
    apart = [f"“{name}”" for name in names] if any(";" in name for name in names) else names
    count, told = len(names), "; ".join(apart)
    meetings = "1 meeting" if count == 1 else f"{count} meetings"
    return f"{meetings} so far: {told}. Was the practice presented in another one?"


def sections(word: str, numbers: Sequence[int]) -> str:
    """Say which sections are so far; neighbours are put together: ``1-4, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    ranges = [f"{run[0]}" if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return f"{word.capitalize()}: {', '.join(ranges)}"


def with_number(number: int, title: str) -> str:
    """Name a section with its number."""
    return f"{number}. {title}"


def form_changed(new: Sequence[str], gone: Sequence[str]) -> str:
    """Say what has changed in the form since the draft was begun."""
    asked = f" New: {', '.join(new)}." if new else ""
    left = f" No longer asked: {', '.join(gone)}." if gone else ""
    return f"The form has changed since you were last here.{asked}{left} Everything you wrote is kept."


OLD_NUMBER = "The list has changed since you saw it. Please choose again."


def fixing(titles: Sequence[str]) -> str:
    """Say what is to fix before the draft can be submitted."""
    return f"Before you can submit, fix: {', '.join(titles)}."


def submitted(title: str, reference: str) -> str:
    """Name the submission."""
    return f"Your practice “{title}” has the reference {reference}."


def submitted_summary(reference: str) -> str:
    """Say that the summary shows what was submitted."""
    return f"Submitted as {reference}."


WORTH_A_LOOK = "Worth a second look"

WORTH_A_LOOK_HINT = "Press a question to change it. You can also submit as it is."


def advice(title: str, sentence: str) -> str:
    """Say which question a piece of advice is about."""
    return f"{title}: {sentence}"


REMIND_ME = "Remind me"

WELCOME_BACK = "Welcome back."

NEW_DRAFT = "This is a new practice. Your other ones are saved: /drafts lists them."

SAME_DRAFT = "You have a practice without any answers. Start with this one."


def example(text: str) -> str:
    """Give an example."""
    return f"For example:\n{text}"
