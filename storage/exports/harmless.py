"""Texts that a spreadsheet would take for a formula."""

_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # OWASP, "CSV Injection"


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet might work the text out instead of showing it."""
    return text.startswith(_BEGINNINGS)


def harmless(text: str) -> str:
    """Put an apostrophe before such a text: spreadsheets then show it as it is."""
    return f"'{text}" if looks_like_formula(text) else text
