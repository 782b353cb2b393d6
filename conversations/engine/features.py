"""Who is asked first: all features in their order, and the registration of their buttons and commands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from conversations.admin import actions, invitations
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Given
from conversations.dialogue.registry import REGISTRY, Action, Command
from conversations.dialogue.state import Choosing, New
from conversations.engine import commanding, hearing, language
from conversations.filling import actions as filling_actions
from conversations.filling import commands as filling_commands
from conversations.filling import role_texts, undo
from conversations.papers import using
from conversations.privacy import consent, erasure
from conversations.reminders import reminding
from conversations.review import actions as review_actions
from conversations.review import reviewing


@dataclass(frozen=True)
class Feature:
    """A part of the bot: ``hears`` handles an input, or returns false so that the next feature is asked."""

    hears: Callable[[Context, Given], bool]
    actions: Iterable[Action] = ()
    commands: Iterable[Command] = ()


def _has_lost_rights(context: Context, given: Given) -> bool:
    """Take people away from pages that their role no longer allows, and tell them."""
    if reviewing.left_without_rights(context, given):
        context.say(role_texts.NOT_A_COORDINATOR)
    elif actions.left_without_rights(context):
        context.say(role_texts.NOT_AN_ADMIN)
    else:
        return False
    context.go(Choosing() if context.conversation.drafts else New())
    return True


FEATURES = (
    # Erasure is open to everybody, also to people who have not agreed or have just lost a role.
    Feature(erasure.heard, erasure.ACTIONS, erasure.COMMANDS),
    # A language is chosen at any place and time, also before the yes.
    Feature(language.heard, language.ACTIONS, language.COMMANDS),
    # An invitation gives a role, which decides all that follows.
    Feature(invitations.use_invitation),
    # From here on, people are only at pages that their role allows.
    Feature(_has_lost_rights),
    # /undo takes back a change to the form, also from a page for coordinators or admins.
    Feature(undo.heard, undo.ACTIONS, undo.COMMANDS),
    # A Word form can be sent at any place and time; before the yes it waits.
    Feature(using.heard, using.ACTIONS),
    # Administration and review need no yes, since they store no answers. Admins come first: their help stands on top.
    Feature(actions.heard, actions.ACTIONS, actions.COMMANDS),
    Feature(reviewing.heard, review_actions.ACTIONS, review_actions.COMMANDS),
    # Nothing below stores or asks anything before the person has agreed.
    Feature(consent.heard, consent.ACTIONS, consent.COMMANDS),
    # A person without a practice gets the welcome and a first one, whatever they sent.
    Feature(hearing.greeted),
    # The rest is for the form, which answers everything.
    Feature(
        hearing.heard,
        (*filling_actions.ACTIONS, *reminding.ACTIONS),
        (*filling_commands.COMMANDS, *commanding.COMMANDS),
    ),
)
"""Each input goes through this list until a feature takes it."""

for _feature in FEATURES:
    REGISTRY.add(_feature.actions, _feature.commands)
