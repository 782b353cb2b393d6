"""Texts that say "we have none", "I don't know" or "ask my boss", by kinds of words of each language.

A text says it if it has a negation, and "have", "know", "exist" or a detail such as a phone, and no other words than
those of its language. So "non ho sito" says it, and "No Hate Speech" does not.
"""

from dataclasses import dataclass
from functools import cache

from conversations.fields.plain import fold, seen
from conversations.fields.typed import ListName, codes, single, typed
from conversations.languages import current

_LONGEST = 80

_MOST_WORDS = 9

_DETAILS = tuple(
    fold(
        """
        tele phone mobil mobiel handy movil portable cellular komork nummer number numer web site sito sitio
        seite homepage hjemmeside hemsida pagin strona strony stron internet url link mail email epost courriel
        correo posta poczt adres address direccion indirizz office buro bureau ufficio oficina kontor biur
        contact kontakt contatt ansprechpartner
        honlap weboldal verkkosivu kotisiv nettisiv puhelin sähköposti mājaslap tīmekļ svetain tinklalap
        internetin paštas spletn stránk stranic veebileh koduleh сайт уеб телефон имейл ιστοσελίδ
        ιστότοπ τηλέφων suíomh guthán
        """
    ).split()
)
"""Beginnings of words for contact details."""


@dataclass(frozen=True)
class _Words:
    """Words of one language: ``not_`` negates, ``have`` is have, know or exist, ``others`` add nothing."""

    not_: frozenset[str]
    have: frozenset[str]
    others: frozenset[str]

    def say(self, words: list[str]) -> bool:
        """Tell whether words say that there is no such thing, or that the person does not know."""
        if self.not_.isdisjoint(words):
            return False
        details = [word for word in words if word.startswith(_DETAILS)]
        known = self.not_ | self.have | self.others | {*details}
        return known.issuperset(words) and bool(details or self.have & {*words})


_IN_CODE = tuple(
    _Words(*(frozenset(fold(words).split()) for words in (not_, have, others)))
    for not_, have, others in (
        (
            "no not don doesn dont doesnt haven havent hasn hasnt isn isnt aren arent without",
            "have has got know exist exists there",
            (
                "i we they he she it its is are do does t a an any the our my one own such that this at in for of all "
                "yet here still sorry really also either now right moment anymore"
            ),
        ),
        (
            "ikke ingen intet uden",
            "har have findes eksisterer der ved",
            "jeg vi den det de han hun er en et nogen noget sådan her endnu desværre vores min egen til så os også",
        ),
        (
            "nicht nichts kein keine keinen keins keines ohne",
            "habe haben hab hat gibt gibts existiert vorhanden weiß weiss wissen",
            (
                "ich wir das es die der den sie er man uns bei so ein eine einen sowas leider noch hier dafür auch ist "
                "dabei eigene eigenes"
            ),
        ),
        (
            "pas aucun aucune sans",
            "ai avons a ont y existe avez sais sait savons",
            "ne n je j nous on il elle c ça cela de d un une encore en le la l du notre mon malheureusement ici propre",
        ),
        (
            "no ningún ninguna sin",
            "tengo tenemos tiene hay existe sé sabe sabemos dispongo disponemos",
            "yo nosotros de un una todavía aún lo la el eso esto aquí ni nos propio propia",
        ),
        (
            "non nessun nessuna nessuno senza",
            "ho abbiamo ha hanno esiste so sa sappiamo c ce abbiam",
            "io noi e è un una uno ancora lo la il ne l qui proprio propria di nostro",
        ),
        (
            "niet geen zonder",
            "heb hebben heeft bestaat er weet weten",
            "ik wij we die dat het is een nog hier daar helaas ook onze mijn eigen zo",
        ),
        (
            "inte ingen inget inga ej utan",
            "har finns existerar vet",
            "jag vi det den de en ett någon något än ännu sån sådan tyvärr här också egen vår min",
        ),
        (
            "nie brak bez",
            "mam mamy ma posiadam posiadamy istnieje wiem wiemy wie",
            "ja my to tego takiego żadnego żadnej jeszcze tutaj u nas niestety też własnego własnej swojej",
        ),
    )
)


@cache
def _languages() -> tuple[_Words, ...]:
    return (*_IN_CODE, *map(_words_of, codes()))


def _words_of(code: str) -> _Words:
    not_, have, others = (_words(name, code) for name in ("negation", "have", "adds_nothing"))
    letters = {word for word in not_ | have if len(word) == 1}  # of "n-avem"; alone they say nothing: "n/a"
    return _Words(not_ - letters, have - letters, others | letters)


def _words(name: ListName, code: str) -> frozenset[str]:
    return frozenset(" ".join(typed(name, code)).split())


_ASK = frozenset(
    fold(
        """
        ask call contact frag frage fragen fragt anrufen spørg spørge spørger ring demande demandez demander
        pregunta preguntar pregunte chiedi chiedere chieda chiedete vraag vragen bel fråga frågar zapytaj
        zapytać zapytam spytaj
        """
    ).split()
)

_WHO = frozenset(
    fold(
        """
        boss chef chief director manager leader lead head supervisor superior colleague colleagues office
        secretary warden governor principal headmaster headteacher chefin leiter leiterin leitung direktor
        direktorin schulleiter kollege kollegen kollegin vorgesetzten büro sekretariat leder lederen chefen
        kollega direktøren kontoret patron directeur directrice collègue collègues responsable bureau
        secrétariat jefe jefa directora compañero compañera colega oficina capo direttore direttrice collega
        responsabile ufficio baas leidinggevende kantoor rektorn kollegan szefa szefową szefowej szefie
        dyrektora dyrektorkę dyrektorki kierownika kolegę koleżankę biurze
        """
    ).split()
)

_AROUND = frozenset(
    fold(
        """
        my our the your his her a with to i we you ill will must should have need can better please first in at
        it that mein meine meinen meinem unser unsere unseren den die der dem ich sie du muss müssen musst
        müsste bitte erst da das lieber min mit vores jeg må skal hellere først det til mon ma notre nos le la
        au à l je dois il faut vais mi mis nuestro nuestra el al tengo que hay voy debo mio mia alla nostro
        nostra devo bisogna lo mijn onze het de aan moet ik even dat eerst måste jag ska vår får mojego mojej
        moją naszego muszę proszę w
        """
    ).split()
)


_ONLY = frozenset(fold("only kun nur seul seule seulement solo alleen bara endast tylko").split())

_KNOWS = frozenset(
    fold(
        "know knows has have could can tell ved har weiss hat kann sait a sabe tiene sa ha weet heeft kan vet wie ma"
    ).split()
)


def lacks(text: str) -> bool:
    """Tell whether a short text says that there is no answer, or that another person must be asked."""
    words = fold(seen(text)).split() if len(text) <= _LONGEST else []
    if len(words) == 1:
        return words[0] in single("negation", current()) & single("have", current())  # such as the Hungarian "nincs"
    if not 1 < len(words) <= _MOST_WORDS:
        return False
    asks = any(
        not ask.isdisjoint(words) and not who.isdisjoint(words) and (ask | who | around).issuperset(words)
        for ask, who, around in _asking()
    )
    return asks or _only_knows(words) or any(language.say(words) for language in _languages())


def _only_knows(words: list[str]) -> bool:
    """Tell whether words say that only a colleague knows."""
    if not any(some.isdisjoint(words) for some in (_ONLY, _WHO, _KNOWS)):
        return True
    return any(
        len(knows & {*words}) > 1 and not who.isdisjoint(words) and (knows | who | around).issuperset(words)
        for knows, (_, who, around) in zip(_knowing(), _asking()[1:], strict=True)
    )


@cache
def _knowing() -> tuple[frozenset[str], ...]:
    return tuple(_words("only_knows", code) for code in codes())


@cache
def _asking() -> tuple[tuple[frozenset[str], ...], ...]:
    """Return, for each language, the words that ask somebody, those for a colleague, and what stands around them."""
    names: tuple[ListName, ...] = ("ask", "who", "around_who")
    return ((_ASK, _WHO, _AROUND), *(tuple(_words(name, code) for name in names) for code in codes()))
