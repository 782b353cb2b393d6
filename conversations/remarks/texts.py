"""Replies that are in no row of the table."""

from conversations.languages import _

# Replies to what people say

TESTING = _("That looks like a test. Everything works: send your answer as a message.")
"""The reply to "test", "123" and similar texts."""

YEARS = _(
    "That reads like years, so I did not save it here. The years of the practice belong under Start of the practice: "
    "Overview opens it."
)
"""The reply to years alone at a question that asks for no year."""

NO_SUCH_ROW = _(
    "That reads like a message to me, so I did not save it as your answer. To send it to the coordinators, press Ask "
    "the coordinators: their reply comes here."
)
"""The reply to a remark that fits no row."""

SHORT_IS_FINE = _("Short sentences are fine.")

IF_ANSWER = _("If it is your answer, press Use it as the answer.")

LEAVE_OPEN = _("You can leave this question open: press Later. You need its answer only before you submit.")

NOT_NEEDED = _("You need no answer here: press {skip}.")

STAYS = _("The answer that you gave before stays.")
"""``{later}`` is one of these three: for a required question, an optional question, and a question with an answer."""

NEEDED = _("{title} needs an answer before you can submit. To answer it another time, press Later.")
"""``{needed}`` for a required question without an answer."""

IN_OTHER_WORDS = _("{prompt} For example:\n{example}")
"""The reply to a person who does not understand a question."""
