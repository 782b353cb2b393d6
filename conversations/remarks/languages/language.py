"""What the lists of a language are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """What one language says to a bot.

    ``talk`` are words that hardly stand alone in an answer about a practice: greetings, thanks, and all that is about
    this talk, such as "understand", "later", "button". ``small`` are words that can stand in anything. ``openings``
    begin a question or a wish. ``me`` are the words by which people speak of themselves or to the bot, ``others`` those
    by which they speak of their work and of the people in it. ``asks`` are question words; a question without one
    begins with one of ``verbs`` and then one of ``subjects``: "is it", "kan jeg".

    Who tells of their work begins with one of ``doers``, which may be nothing, and one of ``works``: "I train". One of
    ``acts``, such as "I talk", needs one of ``others`` or a word of no list behind it. Neither has one of ``here``,
    which tell of this talk: "later", "form".

    Commas part phrases, blanks part words. Case, accents and one slip in a longer word do not matter.
    """

    talk: str
    small: str
    openings: str
    me: str
    others: str
    asks: str
    verbs: str = ""
    subjects: str = ""
    doers: str = ""
    works: str = ""
    acts: str = ""
    here: str = ""
