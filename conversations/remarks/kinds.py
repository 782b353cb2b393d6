"""Kinds of remarks that are told by their form, in all languages: an apology, a wish, a question without its mark.

Each rule takes the words of a text as ``words_of`` splits it, without case and accents.
"""

import re
from functools import cache
from itertools import pairwise, product

from conversations.remarks.lexicon import lexicon, words_of

_MOST = 12
"""A remark of these kinds has at most so many words."""

_FEW = 2


def _words(text: str) -> frozenset[str]:
    return frozenset(words_of(text))


_SIGHS = _words(
    """
    abend accidenti ach afternoon apologies argh attimo beklager bof chwileczke damn desole desolee disculpa
    disculpe ehm entschuldige entschuldigung evening forlat god gosh grr hm hmm hoppsan hov instant jeez jesses
    jesus mannaggia merde mince mist moment momentje momento morning och oeps oh oj ojeblik ojej omg oops ouf
    oups pardon perdon pff pfoe phew phoe przepraszam puf puh scusa scusate scusi shit soir sorry uff ugh uhm
    undskyld ups ursakta uy vanta vaya vent verdorie wait zut
    """
)
"""Words at the beginning of a remark that need a comma or "this" after them: a sigh, "wait"."""

_APOLOGIES = _words(
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
    a also an at based be been being built by done ein en for free given held in led like love made mainly
    mostly never no not now on only open paid part prefer rather run set taught un used with
    """
)
"""After "is" and "can" these words begin an answer without a subject: "can be used in schools or prisons"."""

_MOVES = _words("kan ma ska skal vil")

_DEFINITE = re.compile(r"\w{4,}(?:en|erne|arna|orna)")
"""A Danish or Swedish noun with its article at the end: "kan inspektøren se det"."""

_BEGINNINGS = """
a proposito, a ver, ale dużo, ale długie, allez, als ik, also dann, also gut, also los, andiamo, any chance, any
deadline, any example, any examples, any help, any idea, any limit, any news, any tips, any way to, au fait, auf
gehts, bedankt voor, bon ben, btw, by the way, byłoby, ce formulaire, ce serait, cette question, chciałabym,
chciałbym, czy, dai, dame, dammi, dan maar, dank voor, danke dass, danke für, den här frågan, denna fråga, det
skulle vara, det ville være, det vore, dette spørgsmål, deux min, deux minutes, deux secondes, deze vraag, diese
frage, dieses formular, dime, dimmi, dit formulier, dommage que, dos minutos, dos segundos, dovrei, due minuti, due
secondi, dwie minuty, dwie sekundy, dzięki za, dziękuję za, déjame, een seconde, eine sekunde, en sekund, envíame,
espero que, esta pregunta, este formulario, et sekund, fajnie by, five mins, for instance, forhåbentlig, forresten,
fyi, förhoppningsvis, förresten, gid der, gracias por, grazie di, grazie per, hoffentlich, hope my, hope that is,
hopefully, hopelijk, i prefer, i would be, i would have to, i would like, i would love, i would not, i wouldnt, ich
hätte gern, ich möchte lieber, ich will nicht, ich würde lieber, id be, id have to, id love, ik wil liever, ik wil
niet, ik zou graag, il me faudrait, inviami, it would be better, it would be easier, it would be good, it would be
nice, j aimerais, j espère, ja men, jag skulle vilja, jag vill hellere, jammer dat, je ne veux, je préfère, je
préférerais, je voudrais, jeg vil hellere, jeg ville gerne, jeśli, just wondering, kom igen, kom op, lasciami, like
what, los gehts, lástima que, mam nadzieję, mandami, me gustaría, merci de, merci pour, mon ikke, mostrami,
musiałabym, musiałbym, muéstrame, mándame, na dann, nie chcę, no quiero, non voglio, nå men, ojalá, om jag, on y va,
peccato che, pity that, por cierto, preferirei, preferiría, preferisco, prefiero, przy okazji, questa domanda,
questo modulo, quisiera, qué pena, recuérdame, ricordami, sarebbe bello, sarebbe meglio, schade dass, se mi, se
puede cambiar, se puede contestar, se puede dejar, se puede escribir, se puede parar, se puede responder, se
sbaglio, sería bueno, sería mejor, si je, si me, si può cambiare, si può lasciare, si può rispondere, si può
scrivere, si yo, sikke en, sikke et, spero, such as, swoją drogą, synd att, szkoda że, tack för, tak for, ten
formularz, tendría que, thank you for, thanks for, this app, this bot, this thing, to minutter, to pytanie, to
sekunder, too bad, trouwens, två minuter, två sekunder, twee minuten, twee seconden, two secs, un secondo, un
segundo, une seconde, vamos allá, venga, vil ikke have, vilken lång, vilket långt, vill inte, vorrei, wat een, what
a, wish i, wish it, wish there, wish this, wish you, wolałabym, wolałbym, wolę, wondering, would be better, would be
easier, would be good, would be nice, wäre besser, wäre gut, wäre schön, zou fijn, zou handig, zou mooi, zwei
minuten, zwei sekunden, ærgerligt at, übrigens
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

_LATER = _words("tomorrow tonight imorgen imorgon demain domani jutro straks helgen")
"""A short text that ends with one of these words is about the talk: "kollar på det efter helgen"."""

_MOST_BEFORE_LATER = 7

_MUST = """
i must, i have to, i need to, i gotta, ive got to, ich muss, jeg skal, jeg må, je dois, il faut que je, tengo que, debo,
devo, ik moet, jag måste, jag ska, muszę
"""

_NOW = _words("now quickly jetzt schnell nu lige maintenant vite ahora ya adesso subito even snabbt teraz zaraz")
"""With "I must" before it, this is about the talk: "jeg skal hente børn nu"."""

_TAGS = _words("ok okay huh hein verdad vero toch prawda eh hè innit")
"""A question may end with one of these words: "three lines ok"."""

_THERE = _words("hier daar er da")
"""After a Dutch or German verb: "hangt hier een prijskaartje aan"."""

_IT = _words("det dit het")
"""Danish, Norwegian, Swedish and Dutch words that are no verbs: "det er et kurs for lærere" is an answer."""

_FILLERS = _words(
    """
    allora alors alright anyway bon bueno dobra dunque enfin ernst goed gut honestly na nou now nå ok okay pues
    really right seriamente serieus serio seriously seriøst so sérieusement vale well zo
    """
)
"""Before a comma these words begin talk, if no word for the organisation follows."""

_MOST_BEHIND_FILLER = 8

_THIS = _words(
    "that this dieses diesen dieser das ce cet cette esta este esa questa questo dit deze dat dette det to ten"
)

_TERMS = _words(
    """
    abbreviation acronym ausdruck begreb begrepp begriff begrip domanda espressione expresión expression frage
    fråga mot ord palabra parola phrase pojęcie pregunta pytanie question question spørgsmål słowo term terme
    termine término udtryk uitdrukking uttryck vraag woord word wording wort
    """
)
"""After "this", words for a part of the form: "never came across that expression"."""

_DEICTIC = _words("this that what how i it you das was ich ce que c esto questo che dit wat det vad hvad to co")
"""After an interjection these words begin a complaint: "god this drags on"."""

_NONSENSE = """
no sense, tiene sentido, aucun sens, keinen sinn, kein sinn, ingen mening, geen zin, ha senso, bez sensu, nie ma sensu,
leggerlo, vederlo, leerlo, verlo
"""
"""Words anywhere in a remark: "it makes no sense", "can they read it"."""

_COMMA = re.compile(r"\W*\w+\W*[,.!…:–-]")


def is_of_a_kind(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text is a remark of one of these kinds."""
    if not _FEW <= len(words) <= _MOST:
        return False
    return (
        _interrupts(text, words)
        or _begins_so(words)
        or _asks_without_mark(words)
        or _is_yes_or_no(words)
        or _tells_of_things(words)
        or _refers_to_form(text, words)
    )


def _interrupts(text: str, words: tuple[str, ...]) -> bool:
    """Detect an apology, or a sigh, a greeting or "so" before a comma."""
    if words[0] in _APOLOGIES:
        return len(words) > _FEW  # "sorry Lone" may be a name
    comma = bool(_COMMA.match(text))
    if words[0] in _FILLERS:
        return comma and len(words) <= _MOST_BEHIND_FILLER and not _tells_of_us(words)
    greets = words[0] in lexicon().greetings and len(words) > _FEW
    return (greets and comma) or (words[0] in _SIGHS and (comma or words[1] in _DEICTIC))


def _begins_so(words: tuple[str, ...]) -> bool:
    """Detect a beginning of the list; "dai spazio" is a title, so one word needs two others."""
    return any(words[:size] in _beginnings() for size in range(1 if len(words) > _FEW else 2, 5))


def _asks_without_mark(words: tuple[str, ...]) -> bool:
    """Detect "by which date", "... pour quelle date", "mes réponses vont où" and "hangt hier ..."."""
    fronted = words[:2] in _fronted() or words[-3:-1] in _fronted()
    return (
        fronted
        or (words[-1] in _LAST and len(words) > _FEW + 1)
        or (words[-1] in _TAGS and len(words) > _FEW)
        or (words[0].endswith("t") and words[0] not in _IT and words[1] in _THERE)
    )


def _is_yes_or_no(words: tuple[str, ...]) -> bool:
    """Detect a verb before its subject: "is one line enough or", "do journalists get it"."""
    first, second = words[:2]
    if first in _MOVES and _DEFINITE.fullmatch(second):
        return True
    if first not in _ASKS or second in _ELLIPTIC or second.endswith("ed"):
        return False
    if first in _MODAL and second not in _BASE and not _OF_TALK.isdisjoint(words[1:]):
        return not any((second,) == work[-1:] for language in lexicon().languages.values() for work in language.work)
    subject = 2 if second.endswith("s") or first != "do" else len(words)
    return not _OR.isdisjoint(words[3:]) or (first in _DOES and not _BASE.isdisjoint(words[subject : subject + 3]))


def _tells_of_things(words: tuple[str, ...]) -> bool:
    """Detect "my battery is at 3 percent", "Pause ist rum" and a short text that ends with "tomorrow"."""
    mine = words[0] in _MINE
    thing, behind = words[mine], words[mine + 1 : mine + 2]
    if behind and thing in (_THINGS if mine else _BREAKS) and (mine or behind[0] in _IS):
        return True
    if any(words[:size] in _phrases(_MUST) for size in (1, 2, 3, 4)) and not _NOW.isdisjoint(words[2:]):
        return True
    return words[-1] in _LATER and _FEW < len(words) <= _MOST_BEFORE_LATER and not _tells_of_us(words)


def _refers_to_form(text: str, words: tuple[str, ...]) -> bool:
    """Detect "I said that already", "this word" and "it makes no sense"."""
    said = not _ALREADY.isdisjoint(words) and not _SAID.isdisjoint(words)
    if said and len(words) <= _MOST_REPEATING and not any(map(str.isdecimal, text)):
        return True
    whole = f" {' '.join(words)} "
    return any(one in _THIS and next_ in _TERMS for one, next_ in pairwise(words)) or any(
        f" {' '.join(phrase)} " in whole for phrase in _phrases(_NONSENSE)
    )


def _tells_of_us(words: tuple[str, ...]) -> bool:
    return any(not language.practice.isdisjoint(words) for language in lexicon().languages.values())


@cache
def _fronted() -> frozenset[tuple[str, ...]]:
    """Return a preposition and a question word: "by which", "bis wann"."""
    return frozenset(product(_BEFORE_WHO, _WHO))


@cache
def _beginnings() -> frozenset[tuple[str, ...]]:
    return _phrases(_BEGINNINGS) | frozenset(product(_ORDERS, _ME))


@cache
def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(map(words_of, text.split(",")))
