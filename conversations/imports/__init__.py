"""Imports: practices that come from files, read and checked like what is typed.

``given.py`` has a practice as a file gives it. ``drafting.py`` makes a draft of it, or says what does not fit.
"""

from conversations.imports.drafting import Problem, Read, drafted
from conversations.imports.given import Given, given_in_json

__all__ = ["Given", "Problem", "Read", "drafted", "given_in_json"]
