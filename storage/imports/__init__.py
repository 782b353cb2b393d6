"""Imports: files are read in a process of their own, and their practices are stored one by one.

``opening.py`` chooses the reader for a file by its content; ``storing.py`` stores what it has read.
"""

from storage.imports.opening import AT_A_TIME, Contents, read_files
from storage.imports.storing import Collection, Outcome, archive_behind

__all__ = ["AT_A_TIME", "Collection", "Contents", "Outcome", "archive_behind", "read_files"]
