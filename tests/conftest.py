"""What all tests share."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes transcripts anew, to be reviewed as a difference."""
    parser.addoption("--rewrite", action="store_true", help="write what the core says into the transcripts")
