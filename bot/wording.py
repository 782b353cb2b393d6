"""The sentences that the Telegram side says by itself; all others are the core's."""

from conversations.messages import Line, Reply


def only_in_private(username: str) -> Reply:
    """Lead from a group to the private chat."""
    return _said(
        f"What is written in a group is not private, so I take no answers here. Write to me: https://t.me/{username}"
    )


def trying_again() -> Reply:
    """Say that a message is kept and tried again."""
    return _said(
        "Something went wrong on my side. What you sent is kept, and I try again by myself in a few seconds. "
        "You need not send it again."
    )


def cannot_save() -> Reply:
    """Say that nothing can be kept at the moment, and that nothing is lost."""
    return _said("I cannot save right now; what you sent will be read when I can.")


def set_aside() -> Reply:
    """Say that a message could not be handled."""
    return _said(
        "I could not handle your last message. It is kept for the people who look after me, and your answers are as "
        "they were. Send /start to go on."
    )


def not_handled(update_id: int, error: str) -> Reply:
    """Tell an admin which update was set aside and what to do; the error is the name of its class."""
    return _said(
        f"Update {update_id} could not be handled ({error}). "
        f"practice-bot retry {update_id} takes it up again after a fix."
    )


def _said(text: str) -> Reply:
    return Reply(lines=(Line(text=text),))
