"""``python -m conversations`` prints docs/privacy.md: the text on people's data as a page in Markdown."""

import sys

from conversations.dialogue.model import UNNAMED
from conversations.privacy.consent_text import page

sys.stdout.write(page(UNNAMED))
