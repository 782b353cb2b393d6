"""Asking for the yes: until it is there, nothing of the form is asked and no answer is taken.

What is asked for is never stored: the place stays what it was, so that the yes leads back to exactly there. How things
stand, and taking them back, needs no yes; nor does anything at the desk or in the office.
"""

from conversations import drafts
from conversations.consent import text, wording
from conversations.consent.given import Consent, stands
from conversations.messages import Agreed, Chose, Commanded, Input, Invited, Press, Registered, Revised, Wrote
from conversations.place import (
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
from conversations.remarks.listening import said_anywhere
from conversations.remarks.rules import rule_of
from conversations.talk import Talk
from conversations.wording import ALREADY

OF_THE_FORM = New | Asking | Collecting | Repeating | Opened | Overview | Summary | Revising | Replying
"""Places where questions are asked or answered."""

FREE = frozenset({"help", "language", "privacy", "mydata", "forget"})
"""Commands that are answered without a yes; ``drafts`` as well where there are some, since it leads to Withdraw."""


def wanted(talk: Talk) -> bool:
    """Say whether the person is asked for the yes now, in place of what the form would show."""
    return isinstance(talk.place, OF_THE_FORM) and not stands(talk.conversation.consent)


def heard(talk: Talk, given: Input) -> bool:
    """Hear a yes, a no, or the wish to read the text; let nothing of the form through before the yes."""
    if isinstance(given, Chose) and given.press is not None and given.press.action in ("agree", "privacy"):
        _pressed(talk, given.message, given.press)
    elif _asks_to_read(talk, given):
        read(talk)
    elif isinstance(given, Wrote) and _is(given, wording.YES) and _may_be_a_yes(talk):
        _agreed(talk)
        talk.toast = ""  # there is no button to show it on
    elif not stands(talk.conversation.consent) and _needs_yes(talk, given):
        _ask_first(talk, given)
    else:
        return False
    return True


def read(talk: Talk) -> None:
    """Show the whole text; where the yes is asked for, its end asks for it."""
    if isinstance(talk.place, New) and not wanted(talk):
        drafts.begin(talk)
    talk.reads = "privacy"
    talk.silent = wanted(talk)


def _asks_to_read(talk: Talk, given: Input) -> bool:
    if isinstance(given, Wrote):
        return wanted(talk) and _is(given, frozenset({wording.PRIVACY.casefold()}))
    return isinstance(given, Commanded) and given.name == "privacy"


def _is(given: Wrote, words: frozenset[str]) -> bool:
    return " ".join(given.text.split()).rstrip(".!").casefold() in words


def _may_be_a_yes(talk: Talk) -> bool:
    """Say whether the words are meant for this: said once more at a question they are no answer to it."""
    if stands(talk.conversation.consent):
        return isinstance(talk.place, Asking)
    return not isinstance(talk.place, AtDesk | AtOffice)


def _needs_yes(talk: Talk, given: Input) -> bool:
    """Say whether the input would ask or answer something of the form."""
    match given:
        case Registered() | Invited() | Chose(press=Press(action="stay")):
            return False  # to keep a draft is not to go on with it
        case Commanded(name=name):
            return wanted(talk) and name not in FREE and not (name == "drafts" and talk.conversation.drafts)
        case Revised(message=message):
            return wanted(talk) or any(message in draft.filed for draft in talk.conversation.drafts)
        case _:
            return wanted(talk)


def _ask_first(talk: Talk, given: Input) -> None:
    """Say that the yes comes first, above what asks for it."""
    match given:
        case Commanded(name="start"):
            pass
        case Wrote() if _is(given, wording.NO):
            talk.say(wording.SAID_NO)
        case Chose():
            talk.toast = wording.AGREE_FIRST_TO_PRESS
            talk.say(talk.toast)
        case Wrote(text=words) if rule_of(words):  # a greeting or a question: no answer that could be missed
            talk.say(said_anywhere(words) or "")
        case Revised() if not wanted(talk):
            talk.say(wording.NEEDS_YES)
        case _:
            talk.say(wording.AGREE_FIRST)


def _pressed(talk: Talk, message: int, press: Press) -> None:
    """Do what the button says; a double tap, or one of long ago, changes nothing."""
    pressed, agreed = f"{message} {press.data()}", stands(talk.conversation.consent)
    if press.action == "privacy":
        read(talk)
    elif agreed and talk.conversation.pressed == pressed:
        talk.toast, talk.silent = ALREADY, True
    elif not agreed and press.index != text.VERSION:
        talk.toast = wording.OLD_TEXT
        talk.say(talk.toast)
    else:
        talk.press(pressed)
        _agreed(talk)


def _agreed(talk: Talk) -> None:
    """Keep the yes, and go on where the person was."""
    consent = talk.conversation.consent
    if consent is not None and stands(consent):
        talk.toast = wording.agreed_already(consent)
        talk.say(talk.toast)
        return
    talk.agree(Consent(version=text.VERSION, at=talk.now))
    talk.happened(Agreed(version=text.VERSION))
    talk.toast = wording.THANKS
    if isinstance(talk.place, New):
        drafts.begin(talk)
