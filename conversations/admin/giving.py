"""Practices that belong to nobody: a link gives one to whoever opens it first."""

from conversations.admin import texts
from conversations.dialogue import practice, reviews
from conversations.dialogue.audit import InviteRefused, PracticeReceived
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Draft, Received
from conversations.dialogue.inputs import Invited, Press
from conversations.dialogue.layout import copy_button
from conversations.dialogue.model import NOBODY, stands
from conversations.dialogue.replies import Button, Line, Reply
from conversations.dialogue.repositories import Invitation, Submission
from conversations.dialogue.state import New, Submitted, Summary
from conversations.filling import answering, giving_texts, navigation, role_texts
from conversations.privacy import consent
from conversations.privacy.consent_text import controller
from conversations.review import texts as review_texts
from conversations.review.navigation import find, lasting_button


def make_link(context: Context, press: Press) -> None:
    """Ask the storage for an invitation to a practice. Its code comes as the next input."""
    context.invite = press.draft
    context.silent = True


def show_link(context: Context, given: Invited) -> None:
    """Show the link of a new invitation once: in a message to forward, and below it on a button that copies it."""
    submission = find(context, int(given.gives))
    if submission is None:
        return
    link = texts.link(context.repository.administration.username, given.code)
    name, holds = reviews.heading(submission.draft), (submission.author,)
    words = giving_texts.letter_with_practice(
        controller(context.repository.operator), name, link, given.until, context.now
    )
    context.tell(Reply(lines=tuple(Line(text=one) for one in words), holds=holds))
    rows = ((copy_button(texts.COPY_LINK, link),), _card_row(submission))
    context.tell(
        Reply(lines=(Line(text=giving_texts.link_made(name, given.until, context.now)),), rows=rows, holds=holds)
    )
    context.silent = True


def open_link(context: Context, invitation: Invitation) -> bool:
    """Give the practice of a link, or keep the link until the yes; false if /start goes on."""
    if stands(context.conversation.consent):
        return _receive(context, invitation)
    if _still_given(context, invitation) is not None:
        context.wait_with_invitation(invitation.number)
        context.say(giving_texts.AGREE_TO_TAKE)
        if not consent.wanted(context):  # at a page for coordinators, which asks for no yes
            navigation.begin(context)
    return False


def go_on(context: Context) -> None:
    """Give the practice whose link was opened before the yes, once that is on record."""
    number = context.conversation.invited
    if number is None or not stands(context.conversation.consent):
        return
    context.wait_with_invitation(None)
    invitation = context.repository.administration.numbered(number)
    if invitation is None:
        context.say(role_texts.NO_SUCH_LINK)
    elif _receive(context, invitation):
        return
    if isinstance(context.state, New):
        navigation.begin(context)


def _still_given(context: Context, invitation: Invitation) -> Submission | None:
    """Find the practice of a link; if the link no longer gives it, say why."""
    state = invitation.state(context.now)
    if state != "open":
        context.did(InviteRefused(invitation=invitation.number, why=state))
        context.say(giving_texts.LINK_IS_OVER[state])
        return None
    submission = context.repository.submission(invitation.submission or 0)
    if submission is None or submission.author != NOBODY:
        context.say(giving_texts.HAS_NO_PRACTICE)
        return None
    return submission


def _receive(context: Context, invitation: Invitation) -> bool:
    """Take a practice over, and lead to it; false if there is none to take, or too many are open."""
    submission = _still_given(context, invitation)
    if submission is None:
        return False
    answering.settle_parts(context)
    begun = [draft.status for draft in context.conversation.drafts].count("draft")
    if submission.draft.status == "draft" and begun >= navigation.MOST_OPEN:
        context.say(giving_texts.too_many_to_take(begun))
        navigation.choose_draft(context)
        return True
    number = navigation.next_number(context.conversation)
    context.keep(_of_author(context, submission.draft).model_copy(update={"number": number}))
    context.received = Received(invitation=invitation.number, submission=submission.number, draft=number)
    context.did(PracticeReceived(invitation=invitation.number, submission=submission.number))
    _lead_to(context, number)
    if invitation.by is not None:
        context.write_to_desk(invitation.by.user, lambda: _taken(context, submission, invitation))
    return True


def _of_author(context: Context, draft: Draft) -> Draft:
    """Release the practice if its new author is reviewing it: nobody reviews their own."""
    mine = draft.review.holds(context.repository.me.user)
    return reviews.with_claim(draft, None, context.now) if mine else draft


def _lead_to(context: Context, number: int) -> None:
    """Ask the first open question of a draft, or show what was submitted and what its author can do."""
    navigation.hold(context, number)
    if isinstance(context.state, Submitted):
        context.go(Summary())
    name, reference = practice.title(context.draft), context.draft.reference
    context.say(giving_texts.is_yours(name, reference, is_draft=context.draft.status == "draft"))


def _taken(context: Context, submission: Submission, invitation: Invitation) -> Reply:
    """Write to the person who made the link."""
    me, name = context.repository.me, reviews.heading(submission.draft)
    line = Line.naming(lambda one: giving_texts.taken(texts.named(one), name, invitation.number), me)
    return Reply(lines=(line,), rows=(_card_row(submission),), holds=(me.user,))


def _card_row(submission: Submission) -> tuple[Button, ...]:
    return (lasting_button(review_texts.CARD, "read", submission.number),)
