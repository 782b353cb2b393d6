"""All that is kept in one database, by kind."""

from conversations.dialogue.model import UNNAMED, Operator
from storage.audit import Audit
from storage.database.database import Database
from storage.failures import Failures
from storage.inbox import Fetches, Inbox
from storage.invitations import Codes, new_code
from storage.news import News
from storage.outbox import Outbox
from storage.people import People


class Store:
    """One database and what is kept in it; ``admins`` have that role whatever the table of people says.

    ``codes`` makes the codes of invitations, ``operator`` says whose bot it is.
    """

    def __init__(
        self,
        database: Database,
        admins: frozenset[int] = frozenset(),
        codes: Codes = new_code,
        operator: Operator = UNNAMED,
    ) -> None:
        self.database = database
        self.admins = admins
        self.codes = codes
        self.operator = operator
        self.audit = Audit(database)
        self.inbox = Inbox(database)
        self.outbox = Outbox(database)
        self.failures = Failures(database)
        self.fetches = Fetches(database)
        self.people = People(database, admins)
        self.news = News(database, admins)
