"""What submissions are exported as."""

from typing import Literal

Format = Literal["json", "csv", "xlsx", "docx", "package"]
