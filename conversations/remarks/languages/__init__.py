"""The lists of words that tell a remark from an answer, one file for each language.

To add words, put them into a list of the language. To add a language:

1. Copy a file, such as ``portuguese.py``, and replace the words. ``english.py`` shows what full lists have.
2. Add the language to ``LANGUAGES`` in ``lexicon.py``.
3. Add remarks in the language to ``tests/conversations/remarks/remarks.txt``, and short answers to ``answers.txt``.
4. Run ``.venv/bin/pytest tests/conversations/remarks``. It prints the remarks that are missed and the answers that are
   doubted: add words to the lists until they are few, then write the new figures into ``test_listening.py`` and
   ``docs/listening.md``.

The replies are in English. Phrases in the new language go into the rows of ``conversations/remarks/table``.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """The lists of one language.

    Commas separate phrases, spaces separate words. Case and accents do not matter; one typing error in a word of six
    letters or more is forgiven.
    """

    chat: str
    """Words of a chat with the bot, rarely the only words of an answer: greetings, thanks, "understand", "later"."""
    common: str
    """Everyday words that any text may have."""
    openings: str
    """Phrases that begin a question or a wish: "how do i", "can you"."""
    me: str
    """Words for the person who writes and for the bot: "i", "my", "you"."""
    practice: str
    """Words for the organisation, and for the people in its work: "we", "our", "them"."""
    question_words: str
    """Words that begin a question: "what", "when"."""
    verbs: str = ""
    """Verbs that begin a question, with one of ``subjects`` after them: "is it", "kan jeg"."""
    subjects: str = ""
    work_subjects: str = ""
    """Phrases before a verb in a sentence about one's work: "i", "we often"; may be empty in languages without "i"."""
    work_verbs: str = ""
    """Verbs and professions that make such a sentence an answer: "i train", "i am a teacher"."""
    other_verbs: str = ""
    """Verbs that do so only with a word of ``practice`` or a word of no list after them: "i talk"."""
    not_work: str = ""
    """Words that make such a sentence a remark after all: "later", "form"."""
