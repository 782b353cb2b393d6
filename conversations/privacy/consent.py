"""Ask for consent. Without it the bot asks no question of the form and takes no answer.

The state never says that consent is being asked for, so that the person goes on exactly where they were. Status,
withdrawal and the pages of coordinators and admins need no consent.
"""

from collections.abc import Iterable, Iterator

from conversations.dialogue import model
from conversations.dialogue.context import Context
from conversations.dialogue.events import Agreed
from conversations.dialogue.inputs import Chose, Commanded, Input, Invited, Press, Registered, Revised, Wrote
from conversations.dialogue.layout import Rows, Screen, pack
from conversations.dialogue.model import Consent, stands
from conversations.dialogue.registry import REGISTRY, Action, Command, obeyed
from conversations.dialogue.replies import EmptyForm, Line, Reply
from conversations.dialogue.state import (
    Asking,
    AtDesk,
    AtOffice,
    Collecting,
    New,
    Opened,
    Overview,
    Repeating,
    Replying,
    Revising,
    Summary,
)
from conversations.dialogue.texts import AT_HAND, HOW_LONG
from conversations.fields import LongText
from conversations.fields.plain import as_typed
from conversations.filling import navigation
from conversations.filling.question_screen import preview_row, standing
from conversations.filling.texts import ALREADY
from conversations.form import completion
from conversations.form.asked import Asked
from conversations.form.questions import Section
from conversations.form.template import in_use
from conversations.languages import ENGLISH, _, in_language, offered, speaking
from conversations.privacy import consent_text, texts
from conversations.remarks.listening import rule_of, said_anywhere

OF_THE_FORM = New | Asking | Collecting | Repeating | Opened | Overview | Summary | Revising | Replying
"""The states in which questions are asked or answered."""


def wanted(context: Context) -> bool:
    """Return whether the bot asks for consent now, in place of the form."""
    return isinstance(context.state, OF_THE_FORM) and not stands(context.conversation.consent)


def heard(context: Context, given: Input) -> bool:
    """Take a yes, a no, or the wish to read the privacy text. Without consent, refuse all input for the form.

    Return whether the input is dealt with.
    """
    if isinstance(given, Chose) and REGISTRY.is_for_reviewers(given):
        return False
    press = _own_button(context, given)
    if press is not None:
        REGISTRY.do(press.action, context, press)  # in every state, however old the button is
    elif obeyed(context, given, COMMANDS):
        pass
    elif isinstance(given, Wrote) and wanted(context) and _is(given, texts.both_ways(texts.PRIVACY)):
        read(context)
    elif isinstance(given, Wrote) and _is(given, texts.yes_words()) and _may_be_a_yes(context):
        _agreed(context)
        context.toast = ""  # there is no button to show it on
    elif not stands(context.conversation.consent) and _needs_yes(context, given):
        _ask_first(context, given)
    else:
        return False
    return True


def read(context: Context) -> None:
    """Show the whole privacy text; its end asks for consent if that is missing."""
    if isinstance(context.state, New) and not wanted(context):
        navigation.begin(context)
    context.reads = "privacy"
    context.silent = wanted(context)


def _own_button(context: Context, given: Input) -> Press | None:
    """Find the button of ``ACTIONS`` that is pressed, or whose label is typed while the person is asked to agree."""
    if isinstance(given, Chose):
        return given.press if REGISTRY.action(given.press) in ACTIONS else None
    if not isinstance(given, Wrote) or not wanted(context):
        return None
    said = as_typed(given.text)
    buttons = [*preview_row()]
    with speaking(ENGLISH):
        buttons += preview_row()
    return next((button.press for button in buttons if as_typed(button.label) == said), None)


def _is(given: Wrote, words: frozenset[str]) -> bool:
    return as_typed(given.text).rstrip(".!") in words


def _may_be_a_yes(context: Context) -> bool:
    """Return whether "I agree" is about consent here: also at a question, where it is no answer."""
    if stands(context.conversation.consent):
        return isinstance(context.state, Asking)
    return not isinstance(context.state, AtDesk | AtOffice)


def _needs_yes(context: Context, given: Input) -> bool:
    """Return whether the input would ask or answer something of the form."""
    match given:
        case Registered() | Invited():
            return False
        case Chose(press=press) if (action := REGISTRY.action(press)) is not None and action.before_consent:
            return False
        case Commanded(name=name):
            return wanted(context) and not _is_free(context, name)
        case Revised(message=message):
            return wanted(context) or any(message in draft.filed for draft in context.conversation.drafts)
        case _:
            return wanted(context)


def _is_free(context: Context, name: str) -> bool:
    """Say whether a command is carried out before the yes; the list of drafts leads to Withdraw."""
    command = REGISTRY.command(name)
    return (command is not None and command.before_consent) or (name == "drafts" and bool(context.conversation.drafts))


def _ask_first(context: Context, given: Input) -> None:
    """Say that consent comes first; the screen below asks for it."""
    match given:
        case Commanded(name="start"):
            pass
        case Wrote() if _is(given, texts.no_words()):
            context.say(texts.SAID_NO)
        case Chose():
            context.toast = texts.AGREE_FIRST_TO_PRESS
            context.say(context.toast)
        case Wrote(text=words) if rule_of(words):  # a greeting or a question, so that no answer is lost
            context.say(said_anywhere(words) or texts.AGREE_FIRST)
        case Revised() if not wanted(context):
            context.say(texts.NEEDS_YES)
        case _:
            context.say(texts.AGREE_FIRST)


def _agree_pressed(context: Context, press: Press) -> None:
    """Take the yes of a button; a double press, or the button of an older text, changes nothing."""
    pressed, agreed = f"{context.pressed_message} {press.data()}", stands(context.conversation.consent)
    if agreed and context.conversation.pressed == pressed:
        context.toast, context.silent = ALREADY, True
    elif not agreed and press.index != model.CONSENT_VERSION:
        context.toast = texts.OLD_TEXT
        context.say(context.toast)
    else:
        context.press(pressed)
        _agreed(context)


def _agreed(context: Context) -> None:
    """Store the consent and go on where the person was."""
    consent = context.conversation.consent
    if consent is not None and stands(consent):
        context.toast = texts.agreed_already(consent, context.now)
        context.say(context.toast)
        return
    context.agree(Consent(version=model.CONSENT_VERSION, at=context.now))
    context.happened(Agreed(version=model.CONSENT_VERSION))
    context.toast = texts.THANKS
    if isinstance(context.state, New) and context.conversation.invited is None:  # a link leads to its practice
        navigation.begin(context)


def consenting(context: Context) -> Screen:
    """Say who asks, who reads, what is published and how to withdraw it; ask for consent."""
    new, before = isinstance(context.state, New), context.conversation.consent
    title = texts.TITLE if new else texts.TITLE_LATER
    news = (texts.whats_new(),) if before else ()
    takes = (HOW_LONG, AT_HAND) if new else ()
    told = (texts.asks(context.repository.operator), *takes, texts.READERS)
    lines = (
        Line(text=texts.TEXT_HAS_CHANGED if before else title, style="bold"),
        *_spaced((*news, *told, texts.PUBLISHED, texts.TAKE_BACK)),
        Line(text=texts.PRESS if new else texts.PRESS_AGAIN, style="italic"),
    )
    return Screen(pages=(lines,), rows=rows())


def rows() -> Rows:
    """Return the buttons: I agree, a look at the form, the privacy text, and the languages."""
    languages = (standing(texts.LANGUAGE, "language"),) if len(offered()) > 1 else ()
    return (*_agree(), preview_row(), (standing(texts.PRIVACY, "privacy"), *languages))


def _spaced(paragraphs: Iterable[str]) -> Iterator[Line]:
    for paragraph in paragraphs:
        yield from (Line(text=paragraph), Line(text=""))


def whole_text(context: Context) -> tuple[Reply, ...]:
    """Show the whole privacy text, with the stored consent or the button to give it."""
    head = (Line(text=consent_text.TITLE, style="bold"), Line(text=consent_text.edition(), style="italic"))
    consent = context.conversation.consent
    said = (Line(text=texts.on_record(consent, context.now)),) if consent else ()
    asked = () if stands(consent) else (Line(text=texts.AT_THE_END, style="italic"),)
    blocks = (
        head,
        *(
            (Line(text=chapter.heading, style="bold"), *(Line(text=one) for one in chapter.paragraphs))
            for chapter in consent_text.chapters(context.repository.operator)
        ),
        (*said, *asked),
    )
    *first, last = pack(blocks)
    return (*(Reply(lines=lines) for lines in first), Reply(lines=last, rows=() if stands(consent) else _agree()))


def _agree() -> Rows:
    return ((standing(texts.AGREE, "agree", model.CONSENT_VERSION),),)


def all_questions(context: Context) -> tuple[Reply, ...]:
    """List every section with its questions; the buttons for consent follow if that is missing."""
    sections = in_use().sections
    count = sum(len(completion.every(section)) for section in sections)
    lines = [Line(text=texts.ALL_QUESTIONS, style="bold")]
    lines.append(Line(text=texts.questions_counted(len(sections), count), style="italic"))
    for number, section in enumerate(sections, 1):
        lines += (
            Line(text=""),
            Line(text=f"{number}. {in_language(section.title)}", style="bold"),
            *_questions(section),
        )
    *first, last = pack((tuple(lines),))
    return (*(Reply(lines=page) for page in first), Reply(lines=last, rows=rows() if wanted(context) else ()))


def _questions(section: type[Section]) -> Iterator[Line]:
    questions = completion.every(section)
    for asked in questions:
        alone = len(questions) == 1 and asked.question.title == section.title
        title = "" if alone else in_language(asked.question.title)
        yield Line(text=texts.listed(title, in_language(asked.question.prompt), [*_notes(asked)]))


def _notes(asked: Asked) -> Iterator[str]:
    if isinstance(asked.kind, LongText) and asked.kind.max_words:
        yield texts.at_most(asked.kind.max_words)
    if completion.may_not_apply(asked):
        yield texts.IF_IT_APPLIES
    if not asked.question.required:
        yield texts.OPTIONAL


def _see_questions(context: Context, _: Press) -> None:
    """Show all questions, then the current screen; without consent, the questions end with its buttons."""
    context.reads = "questions"
    context.silent = wanted(context)


def _send_form(context: Context, _: Press) -> None:
    """Send the empty form as a file; the screen stays as it is."""
    context.enclose(EmptyForm(), texts.EMPTY_FORM)
    context.silent = True


ACTIONS = (
    Action("agree", _agree_pressed, before_consent=True, style="primary"),
    Action("privacy", lambda context, _: read(context), before_consent=True),
    Action("questions", _see_questions, before_consent=True),
    Action("blank", _send_form, before_consent=True),
)

COMMANDS = (
    Command(
        "privacy",
        lambda context, _: read(context),
        before_consent=True,
        menu=_("What happens to what you write"),
        place=9,
    ),
)
