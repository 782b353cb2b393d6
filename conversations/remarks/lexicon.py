"""The lists of all languages, prepared for lookup, and the typing errors that are forgiven."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from conversations.fields.plain import bare, seen
from conversations.remarks.languages import Language
from conversations.remarks.languages.danish import DANISH
from conversations.remarks.languages.dutch import DUTCH
from conversations.remarks.languages.english import ENGLISH
from conversations.remarks.languages.finnish import FINNISH
from conversations.remarks.languages.french import FRENCH
from conversations.remarks.languages.german import GERMAN
from conversations.remarks.languages.italian import ITALIAN
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
"""All languages by their codes; a new language gets a line here."""

LEADING = """
m mm hm uhm ehm er erm eh oi nope yeah yep hello hi hey ok okay oh ah but and so well sorry please thanks thank you hmm
yes no good morning hej hejsa men og så ja nej hallo aber und also nein bonjour salut mais et alors oui euh hola pero y
entonces si perdon ciao ma e allora scusa hoi maar en dus nee och sa czesc ale i wiec tak dzien dobry hei ola mas moi
mutta undskyld forlat entschuldigung pardon bot excuse me actually just still then
"""
"""Words that only introduce a remark: "hello", "ok but"."""

GREETINGS = """
hello hi hey hiya hej hejsa hallo moin servus bonjour bonsoir salut coucou hola buenas buenos ciao salve buongiorno
buonasera hoi goedemorgen goedemiddag hejsan halla tjena czesc witam hei heisann ola oi moi terve
"""

INTRODUCING = """
i im its this here my from det jeg mit her hier ich das c je j ici moi soy aqui me yo sono qui io ik met jag har mitt tu
jestem ja z
"""
"""After a greeting, these words begin a sentence about the person."""

EVERYWHERE = """
argh aargh ugh grr grrr pff pfff meh bah zzz tss uff oops ups uhm ehm umm hmm hello hallo hi hey ok okay ja no bot robot
stop please sorry test email sms chat telegram google wtf lol haha english deutsch dansk svenska
"""
"""Words that people use in every language."""

NO_SLIPS = """
chance counter officer officers charge charged remand weight letter leader leaders march module complete worker writer
tested themes state response review choose phase pass peer press persons finnish germany domain combine encode figures
format formula helper loss module proved removed serves terminal though though waited archive count continued letters
talking greeting lasting lesser wording machines project versehen ender korter worten zeilen chiudo obligado przesłać
gemeten libro rader resten unsure
"""
"""Words that resemble words of the lists, but are no typing errors."""

TESTS = """
test, testing, test test, test 1, test 2, test 123, test test test, testing testing, just testing, only testing, just a
test, only a test, this is a test, prueba, essai, prova, prove, proba, testi, abc, abcd, abcde, aaa, xyz, foo, bar, foo
bar, foobar, qwerty, qwertz, azerty, asdf, asdfgh, asdfasdf, blah, blah blah, bla, bla bla, blabla, bla bla bla, lorem
ipsum, dummy, dummy text, something, anything, whatever, dfg, hjk, jkl, 0, 1, 12, 123, 1234, 12345, 123456, 111, 1 2 3,
123 123
"""
"""Texts that people send to try the bot."""

I_OF_MANY = "jeg ich ik jag"

BEFORE_I = """
som når fordi at da hvis før efter siden mens hvor om idet kun også ikke selv bare alene det den der hvad hvordan
hvorfor als wenn weil dass ob damit bevor nachdem seit bis während nur auch nicht selbst allein sobald obwohl falls was
wie wo toen terwijl omdat dat voordat nadat sinds alleen ook niet zelf zoals wat hoe waar waarom när medan eftersom att
innan sedan bara också inte själv ensam vad hur varför och og und en aber maar men
"""
"""Words of Danish, German, Dutch and Swedish before "I" in sentences that are no questions: "when I", "only I"."""

ENDINGS = """
or not, or what, ou pas, ou non, oder nicht, oder was, eller hvad, eller ikke, eller inte, eller vad, of niet, of
wel, o no, o non, czy nie, what now, now what, what then, then what, was nun, was jetzt, hvad nu, hvad så, et
maintenant, y ahora, e adesso, e ora, wat nu, vad nu, co teraz, co dalej
"""
"""Two last words that make a question."""

_SLIP = 6
"""One typing error is forgiven in a word of so many letters; shorter words are too similar: "tired", "third"."""

_WORD = re.compile(r"[^\W_]+")

_CONTRACTED = re.compile(r"(?<=\w)['’`´ʼ](?=(?:t|s|m|re|ve|ll|d)\b)")

_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")

_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


def words_of(text: str) -> tuple[str, ...]:
    """Split a text into words without case, accents and repeated letters ("heeello"); "don't" is one word."""
    plain = _CONTRACTED.sub("", seen(text).casefold())
    return tuple(_DRAWN_OUT.sub(r"\1", word) for word in _WORD.findall(bare(plain)))


def canonical(text: str) -> tuple[str, ...]:
    """Split a text into words as the lists have them, with typing errors corrected."""
    return tuple(map(_listed, words_of(text)))


@dataclass(frozen=True)
class Words:
    """The lists of one language as sets; ``Language`` explains them."""

    chat: frozenset[str]
    known: frozenset[str]
    me: frozenset[str]
    practice: frozenset[str]
    question_words: frozenset[str]
    work: frozenset[tuple[str, ...]]
    other_work: frozenset[tuple[str, ...]]
    not_work: frozenset[str]


@dataclass(frozen=True)
class Lexicon:
    """The lists of all languages together.

    ``slips`` maps words, and their forms with one letter removed, to words of the lists. ``spellings`` maps spellings
    without accents, such as "fuer", to words.
    """

    languages: Mapping[str, Words]
    known: frozenset[str]
    slips: Mapping[str, list[str]]
    spellings: Mapping[str, str]
    leading: frozenset[str]
    chat_of_any: frozenset[str]
    inversions: frozenset[tuple[str, ...]]
    greetings: frozenset[str]
    introducing: frozenset[str]
    question_words: frozenset[str]
    i_of_many: frozenset[tuple[str, ...]]
    before_i: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Prepare the lists; they are cached."""
    every = LANGUAGES.values()
    languages = {code: _words(one) for code, one in LANGUAGES.items()}
    listed = " ".join(f"{one.chat} {one.common} {one.question_words} {one.openings}" for one in every)
    verbs = _vocabulary(" ".join(f"{one.work_verbs} {one.other_verbs}" for one in every))
    said, no_slips = _vocabulary(f"{listed} {EVERYWHERE}"), _vocabulary(NO_SLIPS)
    known = said | no_slips | verbs
    return Lexicon(
        languages,
        known,
        slips=_slips(said - no_slips),
        spellings=_spellings(listed, known),
        leading=_vocabulary(LEADING),
        chat_of_any=frozenset().union(*(words.chat for words in languages.values())),
        inversions=frozenset(pair for one in every for pair in product(words_of(one.verbs), words_of(one.subjects))),
        greetings=_vocabulary(GREETINGS),
        introducing=_vocabulary(INTRODUCING),
        question_words=frozenset().union(*(words.question_words for words in languages.values())),
        i_of_many=frozenset((word,) for word in words_of(I_OF_MANY)),
        before_i=_vocabulary(BEFORE_I),
    )


def _words(one: Language) -> Words:
    known = (one.chat, one.common, one.me, one.question_words, one.verbs, one.subjects, EVERYWHERE)
    return Words(
        chat=_vocabulary(one.chat),
        known=_vocabulary(" ".join(known)),
        me=_vocabulary(one.me),
        practice=_vocabulary(one.practice),
        question_words=_vocabulary(one.question_words),
        work=_phrases(one.work_subjects, one.work_verbs),
        other_work=_phrases(one.work_subjects, one.other_verbs),
        not_work=_vocabulary(one.not_work),
    )


def _slips(words: frozenset[str]) -> dict[str, list[str]]:
    slips: dict[str, list[str]] = {}
    for word in words:
        for form in _forms(word) if len(word) >= _SLIP else ():
            slips.setdefault(form, []).append(word)
    return slips


def _spellings(listed: str, known: frozenset[str]) -> dict[str, str]:
    marked = {one for one in listed.split() if one != one.translate(_TRANSCRIBED)}
    pairs = (pair for one in marked for pair in zip(words_of(one.translate(_TRANSCRIBED)), words_of(one), strict=False))
    return {spelling: word for spelling, word in pairs if spelling not in known}


def _phrases(subjects: str, verbs: str) -> frozenset[tuple[str, ...]]:
    """Combine subjects and verbs to phrases."""
    return frozenset((*words_of(subject), verb) for subject in subjects.split(",") for verb in words_of(verbs))


def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


@cache
def openings() -> frozenset[tuple[str, ...]]:
    """Return all openings, as words."""
    every = (phrase for one in LANGUAGES.values() for phrase in one.openings.split(","))
    return frozenset(words for phrase in every if (words := words_of(phrase)))


@cache
def endings() -> frozenset[tuple[str, ...]]:
    """Return the last two words that make a text a question."""
    return frozenset(map(words_of, ENDINGS.split(",")))


@cache
def tests() -> frozenset[str]:
    """Return the texts that people send to try the bot."""
    return frozenset(" ".join(words_of(phrase)) for phrase in TESTS.split(","))


@lru_cache(maxsize=8192)  # each rule looks up the same words, and so does the table
def _listed(word: str) -> str:
    """Return the word of the lists that a word means, with at most one typing error, or the word itself."""
    known_words = lexicon()
    if word in known_words.known:
        return word
    if word in known_words.spellings:
        return known_words.spellings[word]
    if len(word) > 1 and word[-1] == word[-2] and word[:-1] in known_words.chat_of_any:  # "heyy"
        return word[:-1]
    if len(word) < _SLIP - 1:
        return word
    near = {known for form in _forms(word) for known in known_words.slips.get(form, ())}
    return min((known for known in near if _is_slip(word, known)), default=word)


def _forms(word: str) -> Iterator[str]:
    """Yield a word and all its forms with one letter removed: words with one difference share a form."""
    yield word
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one letter is missing, added or wrong, or two are swapped; the first letter must be right."""
    begin = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, left = one[begin:], other[begin:]
    turned = rest[:2] == left[:2][::-1] and rest[2:] == left[2:]
    return begin > 0 and (turned or left in (rest[1:], rest) or rest == left[1:] or rest[1:] == left[1:])
