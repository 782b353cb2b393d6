"""Everything that is kept about a person, gathered from all tables, for them alone: as JSON and as a page to read."""

from storage.kept.gathering import kept_of
from storage.kept.plain import Plain
from storage.kept.writing import written_as

__all__ = ["Plain", "kept_of", "written_as"]
