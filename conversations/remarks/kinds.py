"""Kinds of remarks that are told by their form, in all languages: an apology, a wish, a question without its mark.

Each rule takes the words of a text as ``words_of`` splits it, without case and accents.
"""

import re
from functools import cache
from itertools import pairwise, product

from conversations.remarks.lexicon import lexicon, words_of

_MOST = 12
"""A remark of these kinds has at most so many words."""


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


_APOLOGIES = _words(
    """
    abend accidenti ach afternoon apologies argh attimo beklager bof chwileczke damn desole desolee disculpa
    disculpe ehm entschuldige entschuldigung evening forlat god gosh grr hm hmm hoppsan hov instant jesus
    mannaggia merde mince mist moment momentje momento morning och oeps oj ojeblik ojej omg oops ouf pardon
    perdon pff phew przepraszam puf puh scusa scusate scusi shit soir sorry uff ugh uhm undskyld ups ursakta uy
    vanta vaya vent verdorie wait zut
    """
)
"""Words at the beginning of a remark: an apology, a sigh, "wait". All but the apologies need a comma after them."""

_SURE = _words(
    """
    apologies beklager desole desolee disculpa disculpe entschuldige entschuldigung forlat hoppsan oeps oops
    perdon przepraszam scusa scusate scusi sorry undskyld ursakta
    """
)

_MINE = _words("ma mein meine mi mia mijn min mio mit mitt moj moja mon my")

_THINGS = _words(
    """
    accu akku bateria batteri batterie batterij battery bildschirm break brille bus computer connection
    connexion descanso dienst ecran ekran frokost glasses handy internet keyboard laptop lunch mobil movil
    okulary pantalla pause pauze phone pociag przerwa rast scherm schermo schicht screen shift skaerm skarm tag
    telefon telefono telefoon telephone tog train trein tren treno turno vagt wifi zmiana zug
    """
)
"""Things around the person who writes: "my battery is at 3 percent"."""

_BREAKS = _words(
    """
    accu akku bateria batteri batteria batterie battery break frokost lunch pause pauze przerwa rast schicht
    shift turno vagt
    """
)
"""Those that need no "my": "Pause ist rum"."""

_IS = _words(
    """
    ar begins begynder e er es est finie finita is ist jest konczy over ovre rum slut starts termina voorbij
    vorbei
    """
)

_BEFORE_WHO = _words(
    """
    a aan about an auf avec bis by con da de desde di dla do fino for fra fran from fur hasta in med met mit na
    o od om op pa par per pour przez sur til till to tot under until van von voor with z zu
    """
)

_WHO = _words(
    """
    chi combien cual cuando how hvem hvilken hvilket hvornar ile jakiego jakim kiedy kim kogo komu kto nar quale
    quali quand quando quel quelle qui quien vem vilken vilket wann wanneer welche welchem welchen welcher welk
    welke wem wen when where which whom wie
    """
)

_OR = _words("czy eller lub o oder of or ou")

_BASE = _words(
    """
    answer ask be change check come count end expire find fit get go have help know last look matter mean need
    read see show stay take use want work write
    """
)
"""Verbs after the subject of an English question: "do journalists get hold of it"."""

_ASKS, _DOES = (
    _words("are can could did do does is should will would"),
    _words("did do does would"),
)

_MODAL, _OF_TALK = _words("could would should is are does did"), _words("this my me i you your")

_ELLIPTIC = _words(
    """
    a also an based be been being done ein en like love mainly mostly never no not only prefer rather un used
    """
)
"""After "is" and "can" these words begin an answer without a subject: "can be used in schools or prisons"."""

_MOVES = _words("kan ma ska skal vil")

_DEFINITE = re.compile(r"\w{4,}(?:en|erne|arna|orna)")
"""A Danish or Swedish noun with its article at the end: "kan inspektøren se det"."""

_BEGINNINGS = """
a proposito, ale dużo, ale długie, any chance, any deadline, any example, any examples, any help, any idea, any
limit, any news, any tips, any way to, au fait, btw, by the way, byłoby, ce formulaire, ce serait, cette question,
dame, dammi, den här frågan, denna fråga, det skulle vara, det ville være, det vore, dette spørgsmål, deze vraag,
diese frage, dieses formular, dime, dimmi, dit formulier, dommage que, déjame, envíame, esta pregunta, este
formulario, fajnie by, forresten, fyi, förresten, gid der, hope my, hope that is, i prefer, ich möchte lieber, ich
würde lieber, ik wil liever, inviami, it would be better, it would be easier, it would be good, it would be nice,
jag vill hellere, jammer dat, je préfère, je préférerais, jeg vil hellere, just wondering, lasciami, lástima que,
mandami, mostrami, muéstrame, mándame, ojalá, peccato che, pity that, por cierto, preferirei, preferiría,
preferisco, prefiero, przy okazji, questa domanda, questo modulo, qué pena, recuérdame, ricordami, sarebbe bello,
sarebbe meglio, schade dass, sería bueno, sería mejor, sikke en, sikke et, swoją drogą, synd att, szkoda że, ten
formularz, this app, this bot, this thing, to pytanie, too bad, trouwens, vilken lång, vilket långt, wat een, what
a, wish i, wish it, wish there, wish this, wish you, wolałabym, wolałbym, wolę, wondering, would be better, would be
easier, would be good, would be nice, wäre besser, wäre gut, wäre schön, zou fijn, zou handig, zou mooi, ærgerligt
at, übrigens
"""
"""Beginnings of a wish, a complaint, an aside and an order to the bot."""

_ORDERS = _words(
    """
    daj dis dites donne donnez envoie envoyez erinnere ge geben geef gib giv give herinner laat lad laisse
    laissez lass let låt mind montre montrez pokaż powiedz pozwól przypomnij påminn rappelez rappelle remind ruf
    sag sagen schick schicken send show sig skicka stuur säg tell toon vis visa write wyślij zeg zeig zeigen
    """
)

_ME = _words("me mi mig mij mir moi nam nous uns us")

_LAST = _words(
    """
    combien comment cuándo cuánto cómo dove dónde gdzie hvornår kiedy när où quand quando waar wann wanneer when
    where wohin
    """
)
"""A text that ends with one of these words is a question: "mes réponses vont où"."""

_ALREADY = _words("above al allerede already before bereits deja gia juz redan schon ya")

_SAID = _words(
    """
    answered arriba ausgefüllt beschreibung beschrijving beskrivelsen beskrivningen boven compilato contesté
    descripción description descrizione detto dije dit escribí explained filled gesagt gezegd ingevuld mentioned
    napisałam napisałem oben opisie ovan ovenfor pisałam pisałem powiedziałam powiedziałem rellené rempli
    respondí risposto répondu sagde sagt said skrev sopra svarat svarede told udfyldt wrote wypełniłem wyżej
    """
)
"""After "already": a verb of saying, or a place in the form."""

_MOST_REPEATING = 10

_FILLERS = _words(
    "right so ok okay well alright now anyway bon alors bueno vale pues allora dunque zo nou goed nå dobra gut na"
)
"""Before a comma these words begin talk, if no word for the organisation follows."""

_MOST_BEHIND_FILLER = 8

_THIS = _words(
    "that this dieses diesen dieser das ce cet cette esta este esa questa questo dit deze dat dette det to ten"
)

_TERMS = _words(
    """
    expression word term phrase wording abbreviation acronym question wort begriff ausdruck frage mot terme question palabra
    término expresión pregunta parola termine espressione domanda woord begrip uitdrukking vraag ord udtryk begreb spørgsmål
    uttryck begrepp fråga słowo pojęcie pytanie
    """
)
"""After "this", words for a part of the form: "never came across that expression"."""

_DEICTIC = _words("this that what how i it you das was ich ce que c esto questo che dit wat det vad hvad to co")
"""After an interjection these words begin a complaint: "god this drags on"."""

_NONSENSE = tuple(
    f" {' '.join(words_of(phrase))} "
    for phrase in """
    no sense, tiene sentido, aucun sens, keinen sinn, kein sinn, ingen mening, geen zin, ha senso, bez sensu, nie ma sensu,
    leggerlo, vederlo, leerlo, verlo
    """.split(",")
)
"""Words anywhere in a remark: "it makes no sense", "can they read it"."""

_COMMA = re.compile(r"\W*\w+\W*[,.!…:–-]")


def is_of_a_kind(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text is a remark of one of these kinds."""
    return 1 < len(words) <= _MOST and (
        _apologises(text, words)
        or _tells_of_things(words)
        or _asks_yes_or_no(words)
        or words[:2] in _fronted()
        or any(words[:size] in _beginnings() for size in (1, 2, 3, 4))
        or (words[-1] in _LAST and len(words) > 3)  # noqa: PLR2004 - a title may be as short
        or _said_already(text, words)
        or _begins_with_filler(text, words)
        or any(pair[0] in _THIS and pair[1] in _TERMS for pair in pairwise(words))
        or any(phrase in f" {' '.join(words)} " for phrase in _NONSENSE)
    )


def _apologises(text: str, words: tuple[str, ...]) -> bool:
    if words[0] in _SURE:
        return len(words) > 2  # noqa: PLR2004 - "sorry Lone" may be a name
    opens = words[0] in _APOLOGIES or (words[0] in lexicon().greetings and len(words) > 2)  # noqa: PLR2004 - and a name
    return opens and (bool(_COMMA.match(text)) or words[1] in _DEICTIC)


def _begins_with_filler(text: str, words: tuple[str, ...]) -> bool:
    if words[0] not in _FILLERS or not _COMMA.match(text) or len(words) > _MOST_BEHIND_FILLER:
        return False
    return all(language.practice.isdisjoint(words) for language in lexicon().languages.values())


def _tells_of_things(words: tuple[str, ...]) -> bool:
    mine = words[0] in _MINE
    thing, behind = words[mine : mine + 1], words[mine + 1 : mine + 2]
    if mine:
        return bool(behind) and thing[0] in _THINGS
    return bool(behind) and thing[0] in _BREAKS and behind[0] in _IS


def _said_already(text: str, words: tuple[str, ...]) -> bool:
    said = not _ALREADY.isdisjoint(words) and not _SAID.isdisjoint(words)
    return said and len(words) <= _MOST_REPEATING and not any(map(str.isdecimal, text))


def _asks_yes_or_no(words: tuple[str, ...]) -> bool:
    first, second = words[:2]
    if first in _MOVES and _DEFINITE.fullmatch(second):
        return True
    if first not in _ASKS or second in _ELLIPTIC or second.endswith("ed"):
        return False
    if first in _MODAL and second not in _BASE and not _OF_TALK.isdisjoint(words[1:]):
        return not any((second,) == work[-1:] for language in lexicon().languages.values() for work in language.work)
    either = not _OR.isdisjoint(words[3:])
    subject = 2 if second.endswith("s") or first != "do" else len(words)
    return either or (first in _DOES and not _BASE.isdisjoint(words[subject : subject + 3]))


@cache
def _fronted() -> frozenset[tuple[str, ...]]:
    """Return a preposition and a question word: "by which", "bis wann"."""
    return frozenset(product(_BEFORE_WHO, _WHO))


@cache
def _beginnings() -> frozenset[tuple[str, ...]]:
    return frozenset(map(words_of, _BEGINNINGS.split(","))) | frozenset(product(_ORDERS, _ME))
