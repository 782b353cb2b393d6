"""What is said around the yes: who asks, what for, and what comes of a no."""

from conversations.consent.given import Consent
from conversations.consent.house import House
from conversations.consent.text import NEWS, VERSION, controller
from conversations.fields.dates import say

AGREE = "I agree"
PRIVACY = "Privacy"

TITLE = "Welcome. Before we begin"
TITLE_LATER = "Before you go on"
TEXT_HAS_CHANGED = "The text has changed"
READERS = "The coordinators of the Collection can read what you write, drafts too, while you are still writing."
PUBLISHED = (
    "If they approve it, the practice is published with the contact details that you give: address, contact person, "
    "e-mail, telephone and website."
)
TAKE_BACK = (
    "You can change your mind at any time: press Withdraw to take out a practice, also a published one. /mydata "
    "shows what is kept about you, /forget deletes it."
)
PRESS = "Press I agree to begin. Privacy shows the full text."
PRESS_AGAIN = "Press I agree to go on where you were. Privacy shows the full text."
AT_THE_END = "If you agree, press I agree."

AGREE_FIRST = "Please press I agree first. Your message was not saved as an answer."
AGREE_FIRST_TO_PRESS = "Please press I agree first. Nothing has changed."
NEEDS_YES = "I need your agreement first: send /privacy and press I agree. Then try again. Nothing has changed."
OLD_TEXT = "The text has changed since. Please read it again."
SAID_NO = (
    "That is fine. Without your agreement I ask nothing and save no answer. If you change your mind, press I agree. "
    "/forget deletes what I have kept of this chat."
)
THANKS = "Thank you."

YES = frozenset({"i agree"})
NO = frozenset({"no", "no thanks", "no thank you", "i disagree", "i do not agree", "i don't agree", "i don’t agree"})


def asks(house: House) -> str:
    """Say who asks for what."""
    return f"{controller(house)} asks you to describe your practice for the RAN Collection."


def whats_new() -> str:
    """Say what the text says that it did not say before."""
    return f"What is new: {NEWS}"


def agreed_already(consent: Consent) -> str:
    """Say since when there is a yes."""
    return f"You have agreed already, on {_day(consent)}."


def on_record(consent: Consent) -> str:
    """Say under the text which version of it the person has agreed to."""
    this = "" if consent.version >= VERSION else f" This is version {VERSION}."
    return f"You agreed to version {consent.version} on {_day(consent)}.{this}"


def _day(consent: Consent) -> str:
    return say((consent.at.date(), consent.at.date()))
