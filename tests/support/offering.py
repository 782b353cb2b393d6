"""Offer a language with translations of a test's own."""

from gettext import NullTranslations

import pytest

from conversations.languages import ENGLISH, catalogues


def offer_language(monkeypatch: pytest.MonkeyPatch, code: str, translations: NullTranslations) -> None:
    """Offer English and this language, until the test ends."""
    monkeypatch.setitem(vars(catalogues)["_loaded"], code, translations)
    monkeypatch.setattr(catalogues, "_offered", [ENGLISH, code])
    monkeypatch.setattr("bot.app.offer", lambda _codes: None)
