"""The way between the pages of coordinators and admins: open a page, find a submission, make a button."""

from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Rows, button, filled
from conversations.dialogue.pages import AdminPage, Queue, ReviewPage, Wanted
from conversations.dialogue.registry import REGISTRY
from conversations.dialogue.replies import Button
from conversations.dialogue.repositories import Submission
from conversations.dialogue.review_record import Comment, Enquiry
from conversations.dialogue.state import AtDesk, AtOffice, New
from conversations.dialogue.texts import unknown_command
from conversations.filling import navigation
from conversations.privacy import consent
from conversations.review import texts


def open_page(context: Context, page: ReviewPage, wanted: Wanted | None = None) -> None:
    """Open a page of the review. The person's own practice keeps its state and can be continued later."""
    navigation.put_down(context)
    context.go(AtDesk(page=page, wanted=wanted or filters(context)))


def open_admin_page(context: Context, page: AdminPage) -> None:
    """Open a page of the admins. The person's own practice keeps its state and can be continued later."""
    navigation.put_down(context)
    context.go(AtOffice(page=page))


def begins_work(context: Context) -> bool:
    """Say whether a first message leads to the work: the person has no practice, and has not asked for one."""
    has_asked = consent.wanted(context) and context.conversation.keyboard_version > 0
    return isinstance(context.state, New) and not has_asked


def is_start(context: Context, command: str) -> bool:
    """Say whether a first command leads to the work: /start, or one that the person has not, which is said."""
    unknown = REGISTRY.command_of(context.repository, command) is None
    if unknown:
        context.say(unknown_command(command))
    return unknown or command == "start"


def own_practice(context: Context) -> tuple[Button, ...]:
    """Make the button that leads to the form: to the person's practice in hand, or else to a new one."""
    hand = context.conversation.hand
    if hand is None:
        return (button(context, texts.DESCRIBE_OWN, "new"),)
    return (button(context, texts.CONTINUE_OWN, "draft", index=hand),)


def filters(context: Context) -> Wanted:
    """Return the filters of the queue; outside the review there are none."""
    return context.state.wanted if isinstance(context.state, AtDesk) else Wanted()


def find(context: Context, number: int) -> Submission | None:
    """Find a submission by its number; if it was deleted, say so and open the queue."""
    submission = context.submission(number)
    if submission is None:
        context.say(texts.SUBMISSION_GONE)
        open_page(context, Queue())
    return submission


def page_button(context: Context, label: str, action: str, about: str = "", index: int | None = None) -> Button:
    """Make a button of the page that is shown now, about no submission."""
    return _button(context, label, Press(draft=0, keyboard_version=0, about=about, action=action, index=index))


def submission_button(  # noqa: PLR0913, PLR0917 - the parts of a press
    context: Context, submission: Submission, label: str, action: str, about: str = "", index: int | None = None
) -> Button:
    """Make a button about a submission."""
    press = Press(draft=submission.number, keyboard_version=0, about=about, action=action, index=index)
    return _button(context, label, press)


def comment_button(context: Context, submission: Submission, comment: Comment, label: str, action: str) -> Button:
    """Make a button about a comment."""
    return submission_button(context, submission, f"{label} {comment.number}", action, comment.question, comment.number)


def enquiry_button(context: Context, submission: Submission, enquiry: Enquiry, label: str, action: str) -> Button:
    """Make a button about a question of an author."""
    press = Press(draft=submission.number, keyboard_version=0, about="", action=action, index=enquiry.number)
    return _button(context, label, press)


def _button(context: Context, label: str, press: Press) -> Button:
    version = context.conversation.keyboard_version
    return Button(label=label, press=press.model_copy(update={"keyboard_version": version}))


def lasting_button(label: str, action: str, number: int, about: str = "", index: int | None = None) -> Button:
    """Make a button that works in any state, as notifications need it; ``number`` is 0 for no submission."""
    return Button(label=label, press=Press(draft=number, keyboard_version=0, about=about, action=action, index=index))


def page_turns(context: Context, action: str, page: int, pages: int) -> Rows:
    """Make the buttons to the page before and after ``page``, counted from 0; none where there is no such page."""
    before = (page_button(context, texts.BEFORE, action, index=page - 1),) if page else ()
    after = (page_button(context, texts.NEXT, action, index=page + 1),) if page + 1 < pages else ()
    return filled((*before, *after))


def paired(*buttons: Button) -> Rows:
    """Put two buttons in each row."""
    return tuple(buttons[n : n + 2] for n in range(0, len(buttons), 2))
