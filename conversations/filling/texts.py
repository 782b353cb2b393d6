"""The buttons of the form, and what is said of questions, answers, sections and practices."""

from collections.abc import Sequence

from conversations.dialogue.texts import FINISHED, IN_PROGRESS, NOT_STARTED, TO_FIX
from conversations.fields import texts as fields_texts
from conversations.form.questions import MOST_REPETITIONS
from conversations.form.texts import SKIP
from conversations.languages import _, in_language, ngettext, number, with_semicolons
from conversations.remarks.texts import NEEDED

# Buttons

BACK = _("Back")
OVERVIEW = _("Overview")
SUMMARY = _("Summary")
EXAMPLE = _("Example")
DONE = _("Done")
SUBMIT = _("Submit")
WORD_FORM = _("Word form")
SEE_QUESTIONS = _("See all questions")
CHANGE = _("Change")
CHANGE_AN_ANSWER = _("Change an answer")
KEEP = _("Keep this answer")
NEW_PRACTICE = _("New practice")
USE_CAPTION = _("Use the text under it")
REPLACE = _("Replace")
KEEP_EARLIER = _("Keep the earlier text")
LEAVE_LATE = _("Leave it")
LATER = _("Later")
ASK_COORDINATORS = _("Ask the coordinators")
UNDO = _("Undo")
REDO = _("Redo")
SHOW_ALL = _("Show all")
SKIP_REST = _("Skip the rest of this section")
REMOVE_WORDS = _("Remove the words")
REMIND_ME = _("Remind me")
CHOSEN = "✓ "
WITHIN = "› "
SYMBOLS = {FINISHED: "✓", TO_FIX: "!", IN_PROGRESS: "…", NOT_STARTED: "○"}


# A question and its answer

SAVED = _("Saved.")
REMOVED = _("Removed.")
SKIPPED = _("Skipped.")
KEPT = _("Your answer stays as it is.")
ALREADY = _("That is done already.")
LEFT_AS_IT_IS = _("Saved. You can fix it later: the overview shows it as “to fix”.")
ONE_AT_A_TIME_HINT = _("Press each detail that is right. I ask for the others: send the right one as a message.")
MORE_THAN_THAT = _("That alone does not answer this question.")
ADDED = _("Your words are added to the answer below.")
NO_FIRST = _("This is the first question.")


def enough_repetitions() -> str:
    """Refuse one more meeting."""
    said = ngettext("I can take {count} at most.", "I can take {count} at most.", MOST_REPETITIONS)
    return said.format(count=number(MOST_REPETITIONS))


def numbered(index: int, of: int, prompt: str) -> str:
    """Add the number of a question to its prompt."""
    return _("Question {number} of {of} · {prompt}").format(number=index, of=of, prompt=prompt)


def of_meeting(index: int, name: str, prompt: str) -> str:
    """Say which of several meetings a question is about; its name is empty if it has none yet."""
    said = _("Meeting {number}, {name} · {prompt}") if name else _("Meeting {number} · {prompt}")
    return said.format(number=index, name=name, prompt=prompt)


def answer_now(shown: str) -> str:
    """Show the stored answer above a question that is asked again."""
    return _("Your answer now: {answer}").format(answer=shown)


def to_fix(problem: str) -> str:
    """Say what needs fixing in the stored answer."""
    return _("To fix: {problem}").format(problem=problem)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text."""
    return f"{str(text).partition('. ')[0].removesuffix('.')}."


def now_to_fix(title: str, problem: str) -> str:
    """Say that the answer to another question needs fixing, and why."""
    return f"{_('{question} needs fixing.').format(question=title)} {first_sentence(problem)}"


def taken(answers: Sequence[str]) -> str:
    """Confirm several answers at once."""
    return _("Saved: {answers}").format(answers=with_semicolons(answers))


def saved_for(title: str, saved: str) -> str:
    """Confirm an answer to a question that is not the open one."""
    return f"{title} · {saved}"


def saved_several(titles: Sequence[str]) -> str:
    """Confirm several answers by the titles of their questions."""
    return _("Saved: {questions}.").format(questions=", ".join(map(str, titles)))


def ticked(labels: Sequence[str]) -> str:
    """Confirm the choices of a list that are ticked."""
    return _("Ticked: {choices}.").format(choices=with_semicolons(labels))


def parts_so_far(words: str, parts: int, over: int) -> str:
    """Say how much of a long answer has arrived (``words``: "120 of 300 words"), and how many words are too many."""
    if over > 0:
        return ngettext(
            "So far: {words} in {count} message, {over} too many. Send the rest, or press Done and send a shorter "
            "text.",
            "So far: {words} in {count} messages, {over} too many. Send the rest, or press Done and send a shorter "
            "text.",
            parts,
        ).format(words=words, count=number(parts), over=number(over))
    return ngettext(
        "So far: {words} in {count} message. Send the rest, or press Done if that was all.",
        "So far: {words} in {count} messages. Send the rest, or press Done if that was all.",
        parts,
    ).format(words=words, count=number(parts))


def name_it_here(ask: str) -> str:
    """Ask which "Other" the person means, above the question for its name."""
    return f"{ask} {_('Name it in this answer.')}"


def answer_stands(remove: str) -> str:
    """Say how to remove an answer, after words such as "none"; ``remove`` is the button."""
    return _("You have already answered this. To remove that answer, press {remove}.").format(remove=remove)


_SHORTER = {
    "text": _("Replace your answer to {question} ({before}) with this text ({now})?"),
    "reply": _("Replace your answer to {question} ({before}) with this reply ({now})?"),
    "edited text": _("Replace your answer to {question} ({before}) with this edited text ({now})?"),
}


def is_shorter(title: str, characters: int, before: int, what: str) -> str:
    """Ask whether a short text should replace a long answer; ``what`` is "text", "reply" or "edited text"."""
    return _SHORTER[what].format(
        question=title, before=fields_texts.characters(before), now=fields_texts.characters(characters)
    )


def skipped_as(label: str) -> str:
    """Confirm a skipped question; ``label`` is its skip button, which may say why, such as "Still active"."""
    return str(SKIPPED) if label == SKIP else _("Saved: {answer}").format(answer=in_language(label))


def skipped(titles: Sequence[str]) -> str:
    """Say which questions were skipped together."""
    return _("Skipped: {questions}.").format(questions=", ".join(map(str, titles)))


def skip_refused(title: str) -> str:
    """Say that a question cannot be skipped."""
    return NEEDED.format(title=title)


def left_open(title: str) -> str:
    """Say that a question is asked again later."""
    return _("Left open: {question}. I ask it again after the other questions.").format(question=title)


def another(names: Sequence[str]) -> str:
    """Ask whether there is one more meeting."""
    apart = [fields_texts.in_quotes(name) for name in names] if any(";" in name for name in names) else names
    return ngettext(
        "{count} meeting so far: {names}. Was the practice presented in another one?",
        "{count} meetings so far: {names}. Was the practice presented in another one?",
        len(names),
    ).format(count=number(len(names)), names=with_semicolons(apart))


def link_behind(count: int) -> str:
    """Ask whether a link behind the words is the answer."""
    return ngettext(
        "There is a link behind your words. Press it if it is your answer, or send another.",
        "There are {count} different links in your message. Press the right one, or send another.",
        count,
    ).format(count=number(count))


def example(text: str) -> str:
    """Give an example."""
    return _("For example:\n{example}").format(example=text)


# Sections, summary and submission

OPENED_HINT = _("Choose a question to fill in or change.")
OVERVIEW_HINT = _("Choose a section to fill in or change.")
CHANGE_HINT = _("Choose the answer to change.")
SUMMARY_HINT = _("Read it through. Correct any mistakes, then press Submit.")
SO_FAR = _("Your answers so far.")
ALL_ANSWERED = _("That was the last question. Here are all your answers.")
WORTH_A_LOOK = _("Worth a second look")
WORTH_A_LOOK_HINT = _("Press a question to change it. You can also submit as it is.")
SUBMITTED = _("Submitted")
WHAT_NEXT = _(
    "The coordinators of the Collection will read it. They will tell you in this chat whether it is approved or "
    "needs changes. You do not need to do anything until then."
)
ANOTHER_PRACTICE = _("To submit another practice, press New practice or send /new.")
CHANGE_IT_SO = _("To correct something that you submitted, press Change an answer.")
OLD_NUMBER = _("The list has changed since you saw it. Please choose again.")

_PROGRESS = {
    FINISHED: _("Done: {sections}"),
    TO_FIX: _("To fix: {sections}"),
    IN_PROGRESS: _("In progress: {sections}"),
    NOT_STARTED: _("Not started: {sections}"),
}


def sections(word: str, numbers: Sequence[int]) -> str:
    """List the sections with this word of progress; neighbours are joined: ``1-4, 7``."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and runs[-1][-1] == one - 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    ranges = [f"{run[0]}" if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return _PROGRESS[word].format(sections=", ".join(ranges))


def with_number(index: int, title: str) -> str:
    """Name a section with its number."""
    return f"{index}. {title}"


def advice(title: str, sentence: str) -> str:
    """Say which question a piece of advice is about."""
    return f"{title}: {sentence}"


def fixing(titles: Sequence[str]) -> str:
    """Say which answers need fixing before the draft can be submitted."""
    return _("Before you can submit, fix: {questions}.").format(questions=", ".join(map(str, titles)))


def submitted(title: str, reference: str) -> str:
    """Give the title and the reference of a submission."""
    return _("Your practice “{practice}” has the reference {reference}.").format(practice=title, reference=reference)


def submitted_summary(reference: str) -> str:
    """Say that the summary shows what was submitted."""
    return _("Submitted as {reference}.").format(reference=reference)


def form_changed(new: Sequence[str], gone: Sequence[str]) -> str:
    """Say which questions are new in the form, and which are gone."""
    return " ".join(
        (
            str(_("The form has changed since you were last here.")),
            *((_("New: {questions}.").format(questions=", ".join(map(str, new))),) if new else ()),
            *((_("No longer asked: {questions}.").format(questions=", ".join(map(str, gone))),) if gone else ()),
            str(_("Everything you wrote is kept.")),
        )
    )


# Several practices

WELCOME_BACK = _("Welcome back.")
NEW_DRAFT = _("This is a new practice. Your other ones are saved: /drafts lists them.")
SAME_DRAFT = _("You have a practice without any answers. Start with this one.")


def deleted(title: str) -> str:
    """Confirm that a draft was deleted."""
    said = _("Deleted: “{practice}”. To bring it back within a day, press Undo or send /undo.")
    return said.format(practice=title)


def too_many_drafts(count: int) -> str:
    """Refuse another draft: the person has as many as one can have."""
    return ngettext(
        "You have {count} open draft, the most that one person can have. Submit or delete one first.",
        "You have {count} open drafts, the most that one person can have. Submit or delete one first.",
        count,
    ).format(count=number(count))
