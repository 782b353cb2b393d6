"""The cast: who can talk with the bot on a stage and in a transcript."""

from conversations.consent.house import House

PEOPLE = (
    ("Anna Example", 1001),
    ("Ben Example", 1002),
    ("Cora Coordinator", 2001),
    ("Carl Coordinator", 2002),
    ("Ada Admin", 9001),
)
"""Names and ids; the same each time, so that a kept database knows them again."""

COORDINATORS = (2001, 2002)
ADMIN = 9001

HOUSE = House(controller="The Example Foundation", contact="collection@example.org")
"""Who is responsible on a stage and in a demo; invented."""

FIRST_NAMES = {user_id: name.partition(" ")[0] for name, user_id in PEOPLE}
"""How each is called in a transcript, in the order in which it shows what they are told."""
