"""What an import says about a practice that does not fit."""

from conversations.form import texts as form_texts

NEEDED = "It needs an answer."

DOUBTFUL = "I am not sure that I read it right: import it as a draft, and check it in the chat."

NOT_ASKED = "It is not asked with these answers: empty it, or change the answer that it depends on."

NOT_IN_FORM = "The form has no such question."

NOT_A_VALUE = "It should be a text, a number, true or false, or a list of texts."

NO_ANSWERS = "The practice has no answers."

NEWER_FORM = "It was filled in with a newer form: update the program."

REVIEW = "Review"

ATTACHMENT = "Attachment"

DETAILS = {
    "status": "Status",
    "reference": "Reference",
    "id": "Identifier",
    "language": "Language",
    "template_version": "Version of the form",
    "revision": "Revision",
    "created_at": "Begun",
    "updated_at": "Changed",
    "submitted_at": "Submitted",
    "decided_at": "Decided",
}
"""What a practice has beside its answers, as a person calls it."""

NOT_A_REFERENCE = "It should have capital letters, digits and hyphens, up to 40, such as RAN-2026-0001."

NOT_AN_ID = "It should have letters, digits and hyphens, up to 64."

NOT_A_LANGUAGE = "It should be the code of a language of Europe, such as en or de."

NOT_A_COUNT = "It should be a whole number, 0 to 100."

NOT_A_MOMENT = "It should be a time that has passed, such as 2026-11-23T10:00:00Z."


def not_a_status(statuses: tuple[str, ...]) -> str:
    """Name the statuses."""
    return f"It should be {', '.join(statuses[:-1])} or {statuses[-1]}."


def too_long(most: int) -> str:
    """Say that a text is longer than any answer."""
    return f"It has more than {most:,} characters."


def cannot_be_read(place: str) -> str:
    """Say which part of a review or of an attachment has another form."""
    return f"{place} is not as an export writes it."


def nameless(where: str) -> str:
    """Name a practice without a name by its place in the file."""
    return form_texts.shortened(where, 60) if where else "A practice without a name"
