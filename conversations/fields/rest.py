"""What a list has no choice for: words for the question behind it that takes any."""

import re
from collections.abc import Callable
from typing import Any

from conversations import refusals
from conversations.fields.kind import Context, NotUnderstood, Offered, Option, Partly, Reading, Understood
from conversations.fields.nothing import may_say_nothing

_LONGEST = 200
_ALSO_WORDS = (
    r"also|plus|additionally|in addition|as well as|auch|außerdem|sowie|aussi|ainsi que|également|también|además|anche|"
    r"inoltre|ook|også|desuden|också|dessutom|też|także|również|também|myös|lisäksi|také|tiež|is|și|също|επίσης"
)
_ALSO = re.compile(rf"(?:(?:and|und|et|y|e|en|og|och|i)\s+)?(?:{_ALSO_WORDS})\b[\s,:]*", re.IGNORECASE)
_TOO = re.compile(rf"[\s,]*\b(?:too|as well|{_ALSO_WORDS})[\s.!]*\Z", re.IGNORECASE)
_NO_MORE = re.compile(
    r"(?:and\s+)?(?:nobody|no[ -]?one|none|nothing|no others?|not any|that is all|that's all|niemand|keine anderen|"
    r"personne|rien|ingen|nikt|nic|nessuno|niente|nadie|nada)(?:\s+(?:else|others?|more|sonst|weiteres|d'autre|de plus|"
    r"andre|annan|andra|inny|innego|altro|más|anders))?[\s.!]*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3}")


def says_no_more(text: str) -> bool:
    """Tell whether words behind an answer say that there is nothing to add, such as "nobody else"."""
    return bool(_NO_MORE.fullmatch(text.strip()))


def rest_goes_to(path: str, title: str) -> Callable[[str, Reading[Any], Context], Reading[Any]]:
    """Take what a list has not, where "also" says that it is more, or else offer it, for the question at ``path``."""
    key = path.rpartition(".")[2]

    def read_on(text: str, reading: Reading[Any], context: Context) -> Reading[Any]:
        if isinstance(reading, Understood) or context.answers.get(path) is not None or len(text) > _LONGEST:
            return reading
        rest = reading.rest if isinstance(reading, Partly) else text.strip()
        more = _TOO.sub("", _ALSO.sub("", rest, count=1)) or rest
        near = not isinstance(reading, NotUnderstood) and reading.options
        if near or "?" in more or not _WORD.search(more):
            return reading
        known = reading.value if isinstance(reading, Partly) else ()
        if not known and (may_say_nothing(more) or says_no_more(more)):
            return reading
        added = {key: None if says_no_more(more) else more}
        if more != rest or (known and says_no_more(more)):
            return Partly(known, refusals.CHOOSE_TOO, more, others=added)
        label = refusals.label(f"{title}: {more}")
        option = Option(label, list(known), added) if known else Option(label, None, added, stays=True)
        return Partly(known, reading.problem, rest, (option,)) if known else Offered(reading.problem, (option,))

    return read_on
