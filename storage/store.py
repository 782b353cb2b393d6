"""All that is kept in one database, by kind."""

from storage.database import Database
from storage.failures import Failures
from storage.inbox import Inbox
from storage.news import News
from storage.outbox import Outbox
from storage.people import People


class Store:
    """One database and what is kept in it; ``admins`` have that role whatever the table of people says."""

    def __init__(self, database: Database, admins: frozenset[int] = frozenset()) -> None:
        self.database = database
        self.admins = admins
        self.inbox = Inbox(database)
        self.outbox = Outbox(database)
        self.failures = Failures(database)
        self.people = People(database, admins)
        self.news = News(database, admins)
