"""Updates in the form of Telegram."""

from typing import Any

from bot.sandbox import Person


def update_of(person: Person, number: int, text: str) -> dict[str, Any]:
    """Make an update with a person's text."""
    user = {"id": person.user_id, "is_bot": False, "first_name": "Anna"}
    chat = {"id": person.user_id, "type": "private", "first_name": "Anna"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": user, "text": text}
    return {"update_id": number, "message": message}
