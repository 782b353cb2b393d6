"""What all tests share."""

import os

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes transcripts anew, to be reviewed as a difference."""
    parser.addoption("--rewrite", action="store_true", help="write what the core says into the transcripts")
