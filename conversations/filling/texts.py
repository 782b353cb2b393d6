"""Every sentence and button label that the author sees while filling in the form."""

from collections.abc import Sequence

from conversations.dialogue.texts import FINISHED, IN_PROGRESS, NOT_STARTED, TO_FIX, megabytes
from conversations.fields import texts as fields_texts
from conversations.form.questions import MOST_REPETITIONS
from conversations.form.texts import SKIP, USE, shortened
from conversations.remarks.texts import NEEDED

# Buttons

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
REDO = "Redo"
SHOW_ALL = "Show all"
SKIP_REST = "Skip the rest of this section"
REMOVE_WORDS = "Remove the words"
REMIND_ME = "Remind me"
CHOSEN = "✓ "
WITHIN = "› "
SYMBOLS = {FINISHED: "✓", TO_FIX: "!", IN_PROGRESS: "…", NOT_STARTED: "○"}


# A question and its answer

SAVED = "Saved."
REMOVED = "Removed."
SKIPPED = "Skipped."
KEPT = "Your answer stays as it is."
ALREADY = "That is done already."
LEFT_AS_IT_IS = "Saved. You can fix it later: the overview shows it as “to fix”."
ONE_AT_A_TIME_HINT = "Press each detail that is right. I ask for the others: send the right one as a message."
MORE_THAN_THAT = "That alone does not answer this question."
ADDED = "Your words are added to the answer below."
ENOUGH_REPETITIONS = f"I can take {MOST_REPETITIONS} at most."
NO_FIRST = "This is the first question."


def numbered(number: int, of: int, prompt: str) -> str:
    """Add the number of a question to its prompt."""
    return f"Question {number} of {of} · {prompt}"


def of_meeting(number: int, name: str, prompt: str) -> str:
    """Say which of several meetings a question is about."""
    return f"Meeting {number}{name and f', {name}'} · {prompt}"


def answer_now(shown: str) -> str:
    """Show the stored answer above a question that is asked again."""
    return f"Your answer now: {shown}"


def to_fix(problem: str) -> str:
    """Say what needs fixing in the stored answer."""
    return f"To fix: {problem}"


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return f"{text.partition('. ')[0].removesuffix('.')}."


def now_to_fix(title: str, problem: str) -> str:
    """Say that the answer to another question needs fixing, and why."""
    return f"{title} needs fixing. {first_sentence(problem)}"


def taken(answers: Sequence[str]) -> str:
    """Confirm several answers at once."""
    return f"Saved: {'; '.join(answers)}"


def saved_for(title: str, saved: str) -> str:
    """Confirm an answer to a question that is not the open one."""
    return f"{title} · {saved}"


def saved_several(titles: Sequence[str]) -> str:
    """Confirm several answers by the titles of their questions."""
    return f"Saved: {', '.join(titles)}."


def ticked(labels: Sequence[str]) -> str:
    """Confirm the choices of a list that are ticked."""
    return f"Ticked: {'; '.join(labels)}."


def parts_so_far(count: str, parts: int, over: int) -> str:
    """Say how much of a long answer has arrived, and how many words are over the limit."""
    messages = "1 message" if parts == 1 else f"{parts} messages"
    if over > 0:
        return (
            f"So far: {count} in {messages}, {over:,} too many. Send the rest, or press Done and send a shorter text."
        )
    return f"So far: {count} in {messages}. Send the rest, or press Done if that was all."


def name_it_here(ask: str) -> str:
    """Ask which "Other" the person means, above the question for its name."""
    return f"{ask} Name it in this answer."


def answer_stands(remove: str) -> str:
    """Say how to remove an answer, after words such as "none"; ``remove`` is the button."""
    return f"You have already answered this. To remove that answer, press {remove}."


def is_shorter(title: str, characters: int, before: int, what: str) -> str:
    """Ask whether a short text should replace a long answer; ``what`` is "text", "reply" or "edited text"."""
    return (
        f"Replace your answer to {title} ({fields_texts.characters(before)}) with this {what} "
        f"({fields_texts.characters(characters)})?"
    )


def skipped_as(label: str) -> str:
    """Confirm a skipped question; ``label`` is its skip button, which may say why, such as "Still active"."""
    return SKIPPED if label == SKIP else f"Saved: {label}"


def skipped(titles: Sequence[str]) -> str:
    """Say which questions were skipped together."""
    return f"Skipped: {', '.join(titles)}."


def skip_refused(title: str) -> str:
    """Say that a question cannot be skipped."""
    return NEEDED.format(title=title)


def left_open(title: str) -> str:
    """Say that a question is asked again later."""
    return f"Left open: {title}. I ask it again after the other questions."


def another(names: Sequence[str]) -> str:
    """Ask whether there is one more meeting."""
    apart = [f"“{name}”" for name in names] if any(";" in name for name in names) else names
    count, told = len(names), "; ".join(apart)
    meetings = "1 meeting" if count == 1 else f"{count} meetings"
    return f"{meetings} so far: {told}. Was the practice presented in another one?"


def link_behind(count: int) -> str:
    """Ask whether a link behind the words is the answer."""
    if count == 1:
        return "There is a link behind your words. Press it if it is your answer, or send another."
    return f"There are {count} different links in your message. Press the right one, or send another."


# Undo, edits and replies

NOTHING_TO_UNDO = "There is nothing to undo."
EDIT_OF_NOTHING = "The message that you edited was not an answer. Nothing has changed."
EDIT_OF_PART = "Your change is saved."
EDIT_CHANGED_NOTHING = "The answer is the same as before."
EDIT_IS_COMMAND = "A command in an edited message does nothing. Send it as a new message. Your answer stays as it is."


def undone(labels: Sequence[str], *, answered: bool) -> str:
    """Say that the earlier answers are back, or that the questions have no answer again."""
    if answered:
        return f"Undone: {', '.join(labels)} {'are as they were' if len(labels) > 1 else 'is as it was'} before."
    return f"Undone: {', '.join(labels)} {_is(labels)} open again."


def taken_back(*shown: str) -> str:
    """Say which answers Undo removed, and how to get them again."""
    what = f"“{shortened(shown[0], 60)}”" if len(shown) == 1 else "the answers"
    return f"I removed {what}. {have_again(len(shown))}"


def have_again(count: int) -> str:
    """Say how to get again what Undo removed."""
    return f"To have {'it' if count == 1 else 'them'} again, press {REDO}."


def file_undone(gone: Sequence[str], back: Sequence[str]) -> str:
    """Say which files Undo removed and which it brought back."""
    removed = [f"{', '.join(gone)} {_is(gone)} removed."] if gone else []
    returned = [f"{', '.join(back)} {_is(back)} back."] if back else []
    return " ".join(["Undone:", *removed, *returned, *([have_again(len(gone))] if gone else [])])


def _is(several: Sequence[str]) -> str:
    return "are" if len(several) > 1 else "is"


def deleted_undone(title: str) -> str:
    """Say that a deleted draft is back."""
    return f"Undone: “{title}” is back."


def corrected(title: str, saved: str) -> str:
    """Confirm that an edited message changed its answer."""
    return f"Corrected: {title}. {saved}"


def in_draft(title: str) -> str:
    """Say in which of several practices an answer was changed."""
    return f"This is in your practice “{title}”."


def change_refused(title: str, problem: str, *, reply: bool) -> str:
    """Say that an edited message, or a reply, is not an answer, so that the earlier one stays."""
    return f"Your {_change(title, reply=reply)} was not saved. {problem} The earlier answer stays."


def changed_too_late(title: str, reference: str, *, reply: bool = False) -> str:
    """Say that an edited message, or a reply, does not change a submission."""
    return f"{reference} has been submitted, so your {_change(title, reply=reply)} was not saved."


def _change(title: str, *, reply: bool) -> str:
    return f"reply for {title}" if reply else f"change to {title}"


def edit_replaced(title: str) -> str:
    """Ask whether the edited message of an earlier answer should replace the newer answer."""
    return (
        f"You edited an earlier answer to {title}, and you have given a newer one since. That stays until you press "
        f"{USE}. The edited text:"
    )


def stays_until_pressed(title: str) -> str:
    """Ask whether to remove an answer, after a reply such as "none"."""
    return f"You have already answered {title}. Keep that answer, or remove it?"


def late_saved(title: str, saved: str) -> str:
    """Say that an earlier message is now the answer to its question."""
    return f"I have now read your earlier message for {title}. {saved}"


def late_refused(title: str, problem: str) -> str:
    """Say that an earlier message is not an answer to its question."""
    return f"Your earlier message for {title} was not saved. {problem}"


# Files, and contacts and places that are shared

FILES_TITLE = "Files"
WORDS_ADDED = "I added the text under it to your answer."
WORDS_KEPT_WITH = "I saved the text under it, too."
WORDS_OFFERED = f"If that text is the answer to this question, press {USE_CAPTION}."
WORDS_ARE_HERE = "The text under it is already in your answer."
FILE_IS_HERE = "You have already sent this file."
MORE_OR_DONE = "Send more, or press Done to go on."

LAST_FILE = "That was the last file that I can keep. Send titles and links, or press Done."
BARE_LOCATION = "I cannot read an address from a location. Write the address, or share a place with a name."


def file_saved(name: str, count: int, most: int) -> str:
    """Confirm a file."""
    next_one = "Send another file, or titles and links, or press Done." if count < most else LAST_FILE
    return f"Saved: {name} (file {count} of {most}). {next_one}"


def file_kept_with(name: str, title: str, count: int, most: int) -> str:
    """Confirm a file that is stored at another question than the open one."""
    return f"Saved under {title}: {name} (file {count} of {most})."


def same_file(number: int, name: str, *, here: bool) -> str:
    """Say that a file was sent before, and how to remove it, at its question (``here``) or elsewhere."""
    remove = "To remove one of them, press its Remove button." if here else f"Press {UNDO} if one is enough."
    return f"It is the same as file {number}, {name}. {remove}"


def too_many_files(name: str, most: int) -> str:
    """Refuse a file: the draft has as many as it can have."""
    return (
        f"You have sent {most} files, the most that I can keep, so {name} was not saved. Remove another file first, "
        "or put this one online and send its title and a link."
    )


def too_much_in_files(name: str, size: int, stored: int, limit: int) -> str:
    """Refuse a file that exceeds the limit for one person, with the figures in megabytes; sizes are in bytes."""
    return (
        f"{name} ({megabytes(size)}) was not saved: your practices already have {megabytes(stored)} of files, and "
        f"the limit is {megabytes(limit)} for one person. Remove a file first, or put this one online and send its "
        "title and a link."
    )


def file_too_big(name: str, size: int, limit: int) -> str:
    """Refuse a file over the limit, with its size if that is known; sizes are in bytes."""
    over = f"has {megabytes(size)}, {megabytes(size - limit)} over" if size > limit else "is over"
    return (
        f"{name} was not saved: it {over} the limit of {megabytes(limit)}. Put it online and send its title and a "
        "link, or send a smaller version."
    )


def file_landed(name: str, title: str, count: int, most: int) -> str:
    """Say that a file has arrived at its question while the person was elsewhere."""
    return f"{name} has arrived and is saved under {title} (file {count} of {most})."


def file_gone(name: str) -> str:
    """Say that the file could not be fetched from Telegram."""
    return f"I could not get {name} from Telegram, so it was not saved. Send it again, or send its title and a link."


def remove_file(name: str, number: int | None = None) -> str:
    """Label the button that removes a file; the number in the list tells files of the same name apart."""
    return f"Remove {shortened(name, 40)}" if number is None else f"Remove {number}. {shortened(name, 40)}"


def file_removed(name: str) -> str:
    """Confirm that a file was removed."""
    return f"Removed: {name}"


def saved_with_files(saved: str | None, files: int) -> str:
    """Confirm an answer that has files."""
    attached = fields_texts.files(files)
    return f"Saved: {attached}" if saved is None else f"{saved}, {attached}"


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


# Sections, summary and submission

OPENED_HINT = "Choose a question to fill in or change."
OVERVIEW_HINT = "Choose a section to fill in or change."
CHANGE_HINT = "Choose the answer to change."
SUMMARY_HINT = "Read it through. Correct any mistakes, then press Submit."
SO_FAR = "Your answers so far."
ALL_ANSWERED = "That was the last question. Here are all your answers."
WORTH_A_LOOK = "Worth a second look"
WORTH_A_LOOK_HINT = "Press a question to change it. You can also submit as it is."
SUBMITTED = "Submitted"
WHAT_NEXT = (
    "The coordinators of the Collection will read it. They will tell you in this chat whether it is approved or "
    "needs changes. You do not need to do anything until then."
)
ANOTHER_PRACTICE = "To submit another practice, press New practice or send /new."
CHANGE_IT_SO = f"To correct something that you submitted, press {CHANGE_AN_ANSWER}."
OLD_NUMBER = "The list has changed since you saw it. Please choose again."


def sections(word: str, numbers: Sequence[int]) -> str:
    """List the sections with this word of progress; neighbours are joined: ``1-4, 7``."""
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


def advice(title: str, sentence: str) -> str:
    """Say which question a piece of advice is about."""
    return f"{title}: {sentence}"


def fixing(titles: Sequence[str]) -> str:
    """Say which answers need fixing before the draft can be submitted."""
    return f"Before you can submit, fix: {', '.join(titles)}."


def submitted(title: str, reference: str) -> str:
    """Give the title and the reference of a submission."""
    return f"Your practice “{title}” has the reference {reference}."


def submitted_summary(reference: str) -> str:
    """Say that the summary shows what was submitted."""
    return f"Submitted as {reference}."


def form_changed(new: Sequence[str], gone: Sequence[str]) -> str:
    """Say which questions are new in the form, and which are gone."""
    asked = f" New: {', '.join(new)}." if new else ""
    left = f" No longer asked: {', '.join(gone)}." if gone else ""
    return f"The form has changed since you were last here.{asked}{left} Everything you wrote is kept."


def deleted(title: str) -> str:
    """Confirm that a draft was deleted."""
    return f"Deleted: “{title}”. To bring it back within a day, press Undo or send /undo."


WELCOME_BACK = "Welcome back."

NEW_DRAFT = "This is a new practice. Your other ones are saved: /drafts lists them."

SAME_DRAFT = "You have a practice without any answers. Start with this one."


def example(text: str) -> str:
    """Give an example."""
    return f"For example:\n{text}"


def too_many_drafts(count: int) -> str:
    """Refuse another draft: the person has as many as one can have."""
    return f"You have {count} open drafts, the most that one person can have. Submit or delete one first."
