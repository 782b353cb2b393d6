"""The languages that are listened to, one file each.

To extend a language, add words to its lists; to add a language, add a file like the others and a line below. Sentences
that must be caught and answers that must not be stand in ``tests/conversations/remarks``.
"""

from conversations.remarks.languages.danish import DANISH
from conversations.remarks.languages.dutch import DUTCH
from conversations.remarks.languages.english import ENGLISH
from conversations.remarks.languages.finnish import FINNISH
from conversations.remarks.languages.french import FRENCH
from conversations.remarks.languages.german import GERMAN
from conversations.remarks.languages.italian import ITALIAN
from conversations.remarks.languages.language import Language
from conversations.remarks.languages.norwegian import NORWEGIAN
from conversations.remarks.languages.polish import POLISH
from conversations.remarks.languages.portuguese import PORTUGUESE
from conversations.remarks.languages.spanish import SPANISH
from conversations.remarks.languages.swedish import SWEDISH

LANGUAGES: dict[str, Language] = {
    "en": ENGLISH,
    "da": DANISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "nl": DUTCH,
    "sv": SWEDISH,
    "pl": POLISH,
    "no": NORWEGIAN,
    "pt": PORTUGUESE,
    "fi": FINNISH,
}
"""All languages, by their codes."""
