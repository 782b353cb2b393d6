"""Every sentence that is not a question's own or a kind's refusal: one voice, in one place."""

from collections.abc import Sequence

from conversations.refusals import counted

BACK = "Back"
SKIP = "Skip"
OVERVIEW = "Overview"
SUMMARY = "Summary"
EXAMPLE = "Example"
DONE = "Done"
SUBMIT = "Submit"
WORD_FORM = "Word form"
CHANGE = "Change"
CHANGE_AN_ANSWER = "Change an answer"
KEEP = "Keep this answer"
KEEP_AND_FIX_LATER = "Keep and fix later"
NEW_PRACTICE = "New practice"
USE = "Use it as the answer"
USE_CAPTION = "Use the words under it"
REPLACE = "Replace"
KEEP_EARLIER = "Keep the earlier text"
LEAVE_LATE = "Leave it"
UNDO = "Undo"
CHOSEN = "✓ "
WITHIN = "› "

NOT_PROVIDED = "Not provided"
NOT_ANSWERED = "Not answered yet"

NOT_STARTED = "not started"
IN_PROGRESS = "in progress"
TO_FIX = "to fix"
FINISHED = "done"

SYMBOLS = {FINISHED: "✓", TO_FIX: "!", IN_PROGRESS: "…", NOT_STARTED: "○"}

FORM_OF_DRAFT = "The Word form of the draft, with the answers so far."

WELCOME = (
    "Welcome. I help you to submit a practice to the RAN Collection: 16 short sections, one question at a time. "
    "Every answer is kept at once, so you can stop and come back whenever you like."
)
WELCOME_BACK = "Welcome back."
NEW_DRAFT = "A new practice. What you have written so far is kept: /drafts shows it."
SAME_DRAFT = "This practice is still empty, so let us begin with it."

NO_LINK_SEEN = (
    "Advice: I see no link to preventing or countering radicalisation or violent extremism in this text. A practice "
    "without that link cannot enter the Collection. If there is one, say it explicitly: edit your message, or change "
    "it in /overview."
)

ADVICE = "Advice: "

ALREADY = "That is done already."
OLD_BUTTON = "That button is from an earlier message. Nothing was changed."
STRANGE_BUTTON = "I do not know that button. Nothing was changed."
REMOVED = "Removed."
KEPT = "Kept as it was."
SKIPPED = "Skipped."
LEFT_AS_IT_IS = "Kept. You can put it right later: the overview marks it “to fix”."

ENOUGH_REPETITIONS = "That is as many as I can take."
NO_FIRST = "This is the first question."
NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_TO_SKIP = "No question is open, so there is nothing to skip."

SUBMITTED = "Submitted"
REMOVE = "Remove this answer"
REMOVE_WORDS = "Remove the words"
WORDS_ADDED = "The words under it are added to your answer."
WORDS_KEPT_WITH = "The words under it are kept with it."
WORDS_OFFERED = f"If they are the answer to this question, press {USE_CAPTION}."
WORDS_ARE_HERE = "The words under it are in your answer already."
FILE_IS_HERE = "I have that file already."
FILES_TITLE = "Files"
OPENED_HINT = "Choose the question to fill in or change."
OVERVIEW_HINT = "Choose a section to fill in or change."
CHANGE_HINT = "Choose the answer to change."
SUMMARY_HINT = "Read it through. Change what is not right, then press Submit."
SO_FAR = "This is what you have written so far."
ALL_ANSWERED = "That was the last question. Here is everything you have written."
WHAT_NEXT = (
    "The coordinators of the Collection will read it and tell you here, in this chat, whether it is accepted or "
    "what to change. There is nothing you need to do until then."
)
ANOTHER_PRACTICE = "To describe another practice, press New practice or send /new."
DRAFTS = "Your practices"
DRAFTS_HINT = "Choose the one to go on with."
NO_DRAFTS = "There is none yet. Press New practice to describe one."
PICK_ONE = "Please use one of these buttons."
PICK_BUTTON_FIRST = "I did not take that as an answer, because no question is open. Press a button to go on."
BUTTON_GONE = "The practice of that button is not here any more."
STARTED_FIRST = (
    "Here is the first question. What you just sent was not taken as an answer: send it again where it fits."
)

HELP = (
    "I ask one question at a time. Send your answer as a message or press a button. To correct an answer, edit your "
    "message, or choose its section in the overview.\n"
    "/overview all sections · /summary read and submit · /back the question before · /skip leave out an optional "
    "question · /undo take back your last change · /new another practice · /drafts all your practices · /start go on "
    "where you were · /privacy what happens to what you write · /mydata everything that is kept about you · /forget "
    "delete it"
)
LANGUAGE = "I speak English. You can answer in any language: your words are kept as you write them."


def heading(number: int, of: int, title: str) -> str:
    """Say which section this is."""
    return f"Section {number} of {of} · {title}"


def example(text: str) -> str:
    """Give an example."""
    return f"For example:\n{text}"


def answer_now(shown: str) -> str:
    """Show the stored answer above a question that is asked again."""
    return f"Your answer now: {shown}"


def to_fix(problem: str) -> str:
    """Say what is to fix about the stored answer."""
    return f"To fix: {problem}"


def first_sentence(text: str) -> str:
    """Leave out all but the first sentence."""
    return f"{text.partition('. ')[0].removesuffix('.')}."


def advice_on(title: str, advice: str) -> str:
    """Say which answer an advice is about, as it stands above the next question."""
    return f"Advice on {title}: {advice.removeprefix(ADVICE)}"


def now_to_fix(title: str, problem: str) -> str:
    """Say that the answer to another question is to fix, and why; how to do so is said at that question."""
    return f"{title} is now to fix. {first_sentence(problem)}"


def ends_before_start(ending: int, starting: int) -> str:
    """Refuse an ending year before the starting year."""
    return f"The ending year {ending} lies before the starting year {starting}. Enter {starting} or a later year."


def updated_before_start(updated: int, starting: int) -> str:
    """Refuse a year of the text before the starting year."""
    return f"The text cannot be from {updated}: the practice began in {starting}. Enter {starting} or a later year."


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


def answer_stands(remove: str) -> str:
    """Ask whether words such as "none" take an answer away; ``remove`` is the button that does."""
    return f"There is an answer already. Press {remove} if it no longer holds."


def corrected(title: str, saved: str) -> str:
    """Confirm that an edited message changed the answer it had given."""
    return f"Corrected: {title}. {saved}"


def undone(labels: Sequence[str], *, answered: bool) -> str:
    """Say that answers are as they were, or that questions have no answer again."""
    several = len(labels) > 1
    if answered:
        return f"Undone: {', '.join(labels)} {'are as they were' if several else 'is as it was'} before."
    return f"Undone: {', '.join(labels)} {'have' if several else 'has'} no answer again."


def file_undone(gone: Sequence[str], back: Sequence[str]) -> str:
    """Say which files are not kept any more, and which are kept again."""
    removed = [f"{', '.join(gone)} is removed."] if gone else []
    return " ".join(["Undone:", *removed, *([f"{', '.join(back)} is back."] if back else [])])


def delete(number: int) -> str:
    """Label the button that deletes a draft."""
    return f"Delete {number}"


def deleted(title: str) -> str:
    """Confirm that a draft was deleted."""
    return f"Deleted: “{title}”. To bring it back within a day, press Undo or send /undo."


def deleted_undone(title: str) -> str:
    """Say that a deleted draft is back."""
    return f"Undone: “{title}” is back."


def saved_for(title: str, saved: str) -> str:
    """Confirm an answer to a question that is not the open one."""
    return f"For {title}. {saved}"


def in_draft(title: str) -> str:
    """Say in which of several practices an answer was changed."""
    return f"That is in the practice “{title}”."


def edit_refused(title: str, problem: str) -> str:
    """Say that an edited message is no answer, so that the old one stays."""
    return f"Your edited message for {title} was not taken. {problem} The answer stays as it was."


def edit_replaced(title: str) -> str:
    """Ask whether an edited message that gave an earlier answer is to replace the newer one."""
    return (
        f"You edited an earlier answer to {title}, and a newer one has replaced it. Press {USE} to take the edited "
        "text. Nothing changes until you press:"
    )


def edit_after_submission(title: str, reference: str) -> str:
    """Say that an edit does not change what was submitted."""
    return f"You edited your answer to {title}, but {reference} has been submitted and stays as it was."


EDIT_OF_NOTHING = "You edited a message that gave no answer, so nothing was changed."
EDIT_OF_PART = "The edited part is taken over."
EDIT_CHANGED_NOTHING = "The answer is the same as before."
EDIT_IS_COMMAND = "A command in an edited message does nothing. The answer stays as it was. Send the command by itself."

REST_WAITS = "That is the rest of your last text. If the whole text is the answer to this question, press the button."
PART_IS_HERE = "I have that part already, so it is not added a second time."
CAPTION_NOT_TAKEN = (
    "The words under it were not taken as an answer, because no question is open. Send them again where they fit."
)
BARE_LOCATION = (
    "A location has no address that I can read. Share a place with a name, or write the address as a text message."
)


def link_behind(count: int) -> str:
    """Ask whether the address behind the words is the answer."""
    if count == 1:
        return "There is a link behind your words. Is it the answer? Press it, or send another."
    return f"There are {count} different addresses in that. Press the one to take, or send another."


def sent_before(title: str) -> str:
    """Say that a text was sent before, so that it is not the next answer without a press."""
    return f"You have sent that text before, as your answer to {title}. To use it here, too, press the button."


def sent_before_changed(title: str) -> str:
    """Say that a text is nearly the one that was stored last, so that it is not the next answer without a press."""
    return (
        f"That is nearly your answer to {title}. To correct that answer, edit its message, or reply to it with the new "
        "text. To use the new text here, press the button."
    )


def reply_to_nothing(title: str) -> str:
    """Ask whether a reply to a message that asks nothing is the answer to the open question."""
    return (
        f"You replied to a message that is not a question of this practice. If this is your answer to {title}, press "
        "the button. To change another answer, reply to its question or to the message in which you answered it."
    )


def reply_refused(title: str, problem: str) -> str:
    """Say that a reply is no answer to the question that it replies to, so that the old one stays."""
    return f"Your reply about {title} was not taken. {problem} The answer stays as it was."


def reply_after_submission(title: str, reference: str) -> str:
    """Say that a reply does not change what was submitted."""
    return f"You replied about {title}, but {reference} has been submitted and stays as it was."


def stays_until_pressed(title: str) -> str:
    """Ask whether a reply that says that there is no answer takes the stored one away."""
    return f"Your answer to {title} is still there. Press a button: keep it, or take it away."


def is_shorter(title: str, characters: int, before: int, what: str) -> str:
    """Ask whether a short text, reply or edit replaces a long answer."""
    return (
        f"Replace your answer to {title} ({counted(before, 'character')}) by this {what} "
        f"({counted(characters, 'character')})?"
    )


def added_to_list(title: str, added: Sequence[str], chosen: Sequence[str]) -> str:
    """Say which choices were added to a list that is not open, and which there are now."""
    return f"Added to {title}: {'; '.join(added)}. You have now chosen: {'; '.join(chosen)}."


def chosen_already(title: str, chosen: Sequence[str]) -> str:
    """Say that a list has the choice already."""
    return f"You have already chosen that under {title}: {'; '.join(chosen)}."


def list_is_full(title: str, chosen: Sequence[str], *, offered: bool) -> str:
    """Say that a list takes no more, and how to change it."""
    change = "press a button below, or choose again" if offered else "choose again"
    return (
        f"You can choose {len(chosen)} under {title}, and you have chosen {'; '.join(chosen)}. To change them, "
        f"{change} in /overview."
    )


def choice_of_two_lists(title: str, labels: Sequence[str]) -> str:
    """Ask to which of two lists a choice belongs."""
    return f"{'; '.join(labels)} can be chosen here and at {title}, the list before. Press the one that you mean."


def exchange(label: str) -> str:
    """Label the button that takes one choice of a list away for another."""
    return f"Exchange {label}"


def take_instead(labels: Sequence[str]) -> str:
    """Label the button that takes other choices in place of all that a list has."""
    return f"Take {'; '.join(labels)}"


def add_to_list(title: str) -> str:
    """Label the button that adds a choice to another list."""
    return f"Add to {title}"


def command_with_words(name: str) -> str:
    """Say that a command was not carried out, since words follow it that may be an answer."""
    return f"To use the command /{name}, send it without other words. If this is your answer, press the button."


def caption_added(what: str) -> str:
    """Say that a file is not taken, but that its words are a part of the answer that is arriving."""
    return f"I cannot keep {with_article(what)} here. The words under it are added to your answer."


def several_shared(what: str, count: int) -> str:
    """Ask which of several details of a contact or place is the answer."""
    return f"That {what} has {count} possible answers. Press one, or write your answer."


def shared_fits(what: str, titles: Sequence[str], *, offered: bool) -> str:
    """Say which questions a contact or a place can answer."""
    if not titles:
        return f"There is nothing in that {what} that I can use. Write your answer as a text message."
    press = ", or press a button below" if offered else ""
    fitting = " and ".join(filter(None, (", ".join(titles[:-1]), titles[-1])))
    return f"I could not use that {what} here. It fits {fitting}: share it there{press}."


def skip_refused(title: str) -> str:
    """Say that a question cannot be skipped."""
    return f"{title} needs an answer before you can submit. To leave it for now, choose another section: /overview."


def with_article(what: str) -> str:
    """Put the article before a noun."""
    return f"{'an' if what[:1].lower() in 'aeiou' else 'a'} {what}"


def unreadable(what: str) -> str:
    """Say that a message has no words that could be an answer."""
    return f"I cannot read {with_article(what)}. Please write your answer as a text message."


def file_refused(what: str, home: str) -> str:
    """Say that a file is not taken here, and where files are."""
    return (
        f"I cannot keep {with_article(what)} here. Write your answer as a text message; documents, photos and videos "
        f"belong to {home}, which /overview leads to."
    )


def file_saved(name: str, count: int, most: int) -> str:
    """Confirm a file."""
    next_one = "Send another file, or titles and links, or press Done." if count < most else LAST_FILE
    return f"Saved: {name} (file {count} of {most}). {next_one}"


def file_kept_with(name: str, title: str, count: int, most: int) -> str:
    """Confirm a file that is kept at another question than the open one."""
    return f"Saved with {title}: {name} (file {count} of {most})."


def same_file(number: int, name: str) -> str:
    """Say that a file was sent before, and how to take it away."""
    return f"It is the same as file {number}, {name}. Press its Remove button if one is enough."


LAST_FILE = "That was the last one that I can take. Send titles and links, or press Done."


def too_many_files(name: str, most: int) -> str:
    """Refuse a file beyond the number that a draft takes."""
    return (
        f"You have sent {most} files, the most that I can take, so {name} is not kept. Remove one first, or put this "
        "one online and send its title and a link."
    )


def too_many_drafts(count: int) -> str:
    """Refuse a draft beyond the number that one person can have open."""
    return f"You have {count} drafts open, the most that one person can have. Submit or delete one of them first."


def too_much_in_files(name: str, size: int, stored: int, limit: int) -> str:
    """Refuse a file that does not fit into what one person can keep, with the figures."""
    return (
        f"{name} has {megabytes(size)}, and your practices have {megabytes(stored)} of files already: together that is "
        f"over the limit of {megabytes(limit)} for one person, so it is not kept. Remove a file first, or put this one "
        "online and send its title and a link."
    )


def file_too_big(name: str, size: int, limit: int) -> str:
    """Refuse a file over the limit, with its size where that is known."""
    over = f"has {megabytes(size)}, {megabytes(size - limit)} over" if size > limit else "is over"
    return (
        f"{name} {over} the limit of {megabytes(limit)}, so it is not kept. Put it online and send its title and a "
        "link, or send a smaller version."
    )


def file_landed(name: str, title: str, count: int, most: int) -> str:
    """Tell that a file has arrived at its question while the person was elsewhere."""
    return f"{name} has arrived. It is saved at {title} (file {count} of {most})."


def file_too_late(name: str) -> str:
    """Tell that a file has arrived and its practice is gone, or cannot be changed any more."""
    return f"{name} has arrived, but the practice that you sent it for cannot take it any more, so it is not kept."


def late_saved(title: str, saved: str) -> str:
    """Tell that an earlier message was taken at its question while the person was elsewhere."""
    return f"I have read your earlier message now. It belongs to {title}. {saved}"


def late_refused(title: str, problem: str) -> str:
    """Tell that an earlier message is no answer to its question."""
    return f"Your earlier message for {title} was not taken. {problem}"


def late_words(words: str) -> str:
    """Give an earlier message back that has no question any more."""
    return (
        "I could not read this earlier message of yours in time, and you have gone on since. Nothing was changed. Send "
        f"it again where it fits:\n{words}"
    )


def late_command(name: str) -> str:
    """Tell that an earlier command was not done."""
    return (
        f"I could not do /{name} when you sent it, and you have gone on since. Nothing was changed. Send it again if "
        "you still want it."
    )


def late_question(title: str) -> str:
    """Ask whether an earlier message is to replace the answer that its question has now."""
    return (
        f"I could not read this earlier message of yours for {title} in time, and {title} has been answered since. "
        f"Press {USE} to replace that answer. Nothing changes until you press:"
    )


def file_gone(name: str) -> str:
    """Say that Telegram does not hand the file over."""
    return f"I could not get {name} from Telegram, so it is not kept. Send it again, or send its title and a link."


def megabytes(size: int) -> str:
    """Say a size in bytes, rounded up, so that nothing over a limit looks as if it kept it."""
    tenths = -(-size * 10 // (1 << 20))
    return f"{tenths // 10} MB" if tenths % 10 == 0 else f"{tenths / 10:.1f} MB"


def file_line(number: int, name: str, size: int) -> str:
    """List a file."""
    return f"{number}. {name}, {megabytes(size)}"


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


def caption_refused(what: str) -> str:
    """Say that a file is not taken, but that its words could be."""
    return f"I cannot keep {with_article(what)} here, but I can use the words under it: press the button to take them."


def unknown_command(name: str) -> str:
    """Say that there is no such command."""
    return f"I do not know the command /{name}. /help lists what I know."


def another(names: Sequence[str]) -> str:
    """Ask whether there is one more meeting."""
    apart = [f"“{name}”" for name in names] if any(";" in name for name in names) else names
    count, told = len(names), "; ".join(apart)
    meetings = "1 meeting" if count == 1 else f"{count} meetings"
    return f"{meetings} so far: {told}. Was the practice put forward in another one?"


def untitled(number: int) -> str:
    """Name a draft that has no name yet."""
    return f"Practice {number} (no name yet)"


def progress(finished: int, of: int) -> str:
    """Say how far a draft is."""
    return f"{finished} of {of} sections done"


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


def numbered(number: int, title: str) -> str:
    """Name a section with its number."""
    return f"{number}. {title}"


def form_changed(new: Sequence[str], gone: Sequence[str]) -> str:
    """Say what has changed in the form since the draft was begun."""
    asked = f" New: {', '.join(new)}." if new else ""
    left = f" No longer asked: {', '.join(gone)}." if gone else ""
    return f"The form has changed since you were last here.{asked}{left} Everything you wrote is kept."


OLD_NUMBER = "The list has changed since you saw it, so I did not take that number. Choose from the list as it is now."


def missing(titles: Sequence[str]) -> str:
    """Say what is missing before the draft can be submitted."""
    return f"Before you can submit, answer: {', '.join(titles)}."


def fixing(titles: Sequence[str]) -> str:
    """Say what is to fix before the draft can be submitted."""
    return f"Before you can submit, put right: {', '.join(titles)}."


def submitted(title: str, reference: str) -> str:
    """Name the submission."""
    return f"“{title}” has the reference {reference}."


def submitted_summary(reference: str) -> str:
    """Say that the summary shows what was submitted."""
    return f"Submitted as {reference}."


def form_caption(reference: str | None) -> str:
    """Say under a Word form which answers it holds; a draft has no reference."""
    return f"The Word form of {reference}, as it was handed in." if reference else FORM_OF_DRAFT


def continued(title: str) -> str:
    """Head the rest of a long answer."""
    return f"{title} (continued)"


def shortened(text: str, limit: int) -> str:
    """Cut a text for a place with little room, without hiding that it was cut."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1].rstrip()}…"
