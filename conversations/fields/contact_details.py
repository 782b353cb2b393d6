"""Splitting contact details in one text, such as an e-mail signature, by labels, signs and words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from conversations.fields.addresses import addresses_in, emails_in, is_email, is_web
from conversations.fields.country_names import code_of, regions
from conversations.fields.plain import fold, seen

Part = Literal["person", "organisation", "address", "email", "telephone", "website", "fax"]

_LONGEST = 1500

_MOST_LINES = 20

_LABELS: dict[Part, str] = {
    "person": (
        "name, full name, contact, contact person, contact name, person, your name, ansprechpartner, "
        "ansprechpartnerin, ansprechperson, kontakt, kontaktperson, nom, nom et prénom, contact principal, personne "
        "de contact, nombre, persona de contacto, contacto, nome, referente, persona di contatto, contatto, nome e "
        "cognome, pessoa de contacto, naam, contactpersoon, navn, namn, kontaktperson, imię i nazwisko, osoba "
        "kontaktowa, osoba do kontaktu, jméno, kontaktní osoba, meno, kontaktná osoba, nimi, yhteyshenkilö, név, "
        "kapcsolattartó, nume, persoană de contact, име, лице за контакт, όνομα, υπεύθυνος επικοινωνίας, ime, kontakt "
        "osoba, ime in priimek, vardas, kontaktinis asmuo, vārds, kontaktpersona, kontaktisik"
    ),
    "organisation": (
        "organisation, organization, org, institution, company, association, ngo, employer, einrichtung, träger, "
        "verein, firma, organisme, structure, organización, entidad, institución, ente, organizzazione, organização, "
        "entidade, organisatie, instelling, organisasjon, organizacja, instytucja, organizace, organizácia, "
        "organisaatio, järjestö, szervezet, organizație, организация, οργανισμός, organizacija, organizācija, "
        "organisatsioon"
    ),
    "address": (
        "address, postal address, street, post, adresse, anschrift, postanschrift, adresse postale, dirección, "
        "dirección postal, domicilio, indirizzo, morada, endereço, adres, postadres, postadresse, postadress, adress, "
        "adres pocztowy, adresa, osoite, postiosoite, cím, adresă, адрес, διεύθυνση, naslov, adresas, adrese, aadress"
    ),
    "email": (
        "email, e, e mail, mail, mejl, email address, e mail address, mailadresse, e mail adresse, courriel, adresse e "
        "mail, correo, correo electrónico, posta elettronica, correio eletrónico, epost, e post, e pošta, sähköposti, "
        "имейл, email kontakt, el paštas, e pasts, adres e mail"
    ),
    "telephone": (
        "t, tel, telephone, phone, phone number, telephone number, ph, p, mobile, mob, m, cell, gsm, whatsapp, "
        "telefon, telefonnummer, handy, mobil, rufnummer, téléphone, portable, teléfono, móvil, telefono, cellulare, "
        "telefone, telemóvel, telefoon, telefoonnummer, mobiel, tlf, tlfn, tfn, mobilnummer, nr tel, komórka, "
        "puhelin, puh, matkapuhelin, телефон, тел, τηλέφωνο, τηλ, telefonas, tālrunis, telefonszám"
    ),
    "website": (
        "web, w, website, web site, site, url, www, homepage, home page, internet, webseite, webpage, web address, "
        "link, site web, site internet, sitio web, página web, web oficial, sito, sito web, página, hjemmeside, "
        "hemsida, webbplats, nettside, strona, strona internetowa, webové stránky, stránky, kotisivut, verkkosivut, "
        "honlap, weboldal, pagină web, сайт, ιστοσελίδα, spletna stran, mrežna stranica, svetainė, mājaslapa, koduleht"
    ),
    "fax": "fax, telefax, faks, télécopie, факс, φαξ",
}

_LABELLED: dict[str, Part] = {fold(word): part for part, words in _LABELS.items() for word in words.split(",")}

_LABEL = re.compile(r"\W{0,3}(?P<label>[^\W\d_][^:=\n@\d]{0,30}?)\s*(?:[:=]|\s[–—-]\s)\s*(?P<value>.*)\Z", re.DOTALL)

_SHORT_LABEL = re.compile(
    r"(?P<label>(?:tel|telephone|phone|mob|mobile|fax|tlf|telefon|gsm|e-?mail|mail|web|t|m|p|"
    r"ph|e|w)\b\.?)\s+(?=[+(@\w])(?P<value>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)

_CELLS = re.compile(r"\s*[|•·\t]\s*|\s{3,}")

_PIECES = re.compile(r"\s*(?:[,;|•·\t]|\s[-–—]\s)\s*")

_PHONE = re.compile(r"(?:\+|\b00)[\s(]*\d[\d\s()./-]{6,24}\d|(?<![\w/.-])\(?0\d[\d\s()/-]{6,18}\d(?![\w/])")

_NUMBER = re.compile(r"[+(]?\d[\d\s()./-]{4,24}\d")

_LONE_NUMBER = re.compile(r"[\d\s()./-]{7,24}")

_PROPER = re.compile(r"[A-ZÀ-ÞĀ-ŽΆ-ΫЀ-Я][\w'’.-]*")

_PARTICLE_WORDS = (
    "van von de der den del della di da dos du la le el al bin ibn y zu zur ten ter af av dr mr mrs ms prof"
)

_PARTICLES = frozenset(_PARTICLE_WORDS.split())

_ORGANISATIONS = re.compile(
    r"\b(?:ngo|e\.? ?v|g?gmbh|ltd|llc|asbl|vzw|aps|inc|a/s|s\.?r\.?l|plc)\b|associat|organi[sz]|foundation|stiftung|"
    r"fondation|fondazione|fundaci|fundacj|stichting|verein|verband|council|ministr|minister|ministè|universi|"
    r"institut|cent(?:re|er|rum|ro)\b|zentrum|service|agency|agentur|police|polizei|prison|probation|kriminalforsorg|"
    r"kommun|municip|gemeinde|city of|school|schule|network|netzwerk|netværk|project|projekt|direktorat|department|"
    r"bureau|office|trust|charity|academ|forening|förening|yhdistys|säätiö|setlement|združ|udruga|centrum|spolek|"
    r"коалиц|център|фондац|σωματ|σύλλογ",
    re.IGNORECASE,
)

_STREETS = re.compile(
    r"str(?:\.|eet|aße|asse)\b|gasse\b|gade\b|vej\b|vägen\b|gatan\b|gata\b|veien\b|\brue\b|\bavenue\b|\bav\.|\bvia\b|"
    r"\bpiazza\b|\bcalle\b|\bplaza\b|\bul\.|\bulica\b|straat\b|laan\b|plein\b|platz\b|\broad\b|\brd\b|\blane\b|"
    r"\bsquare\b|katu\b|\btie\b|\butca\b|\bstrada\b|\bулица\b|\bул\.|\bοδός\b|\bp\.? ?o\.? ?box\b|\bpostfach\b|"
    r"\bpostboks\b|\bfloor\b",
    re.IGNORECASE,
)

_LONGEST_NAME = 4
"""A name that somebody says has at most so many words."""

_DIGITS = 7
"""Fewer digits are a postal code or a house number."""

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|eu|info|[a-z]{2})(?:/\S*)?", re.IGNORECASE)

_ROLE = re.compile(
    r"lead|manag|coordinat|koordinat|direct|head\b|officer|advis|consult|psycholog|leiter|responsable|chef|chair|"
    r"president|secretar|worker|teacher|mentor|researcher|kierownik|vedouc|dyrektor|rådgiver|konsulent|projektleder|"
    r"referent",
    re.IGNORECASE,
)

_FAREWELL = re.compile(
    r"(?:best|kind|warm)?\s*regards|sincerely|best wishes|gr[üu](?:ß|ss)e|cordialement|hilsen|hälsningar|saludos|"
    r"saluti|groet|pozdraw|pozdrav|terveisin|dear |hello|hallo|bonjour|here (?:are|is)|contact details|our details",
    re.IGNORECASE,
)
"""Words around the details: a greeting, a heading, a farewell."""

_GREETING = re.compile(rf"\s*(?:{_FAREWELL.pattern})[^:\n]*:\s*(?=\S)", re.IGNORECASE)
"""The same before details on one line."""


_MY_NAME = (
    r"my name is|name is|mein name ist|ich hei(?:ß|ss)e|je m[’' ]appelle|mon nom est|me llamo|mi nombre es|mi chiamo|"
    r"il mio nome è|ik heet|mijn naam is|jeg hedder|mit navn er|jag heter|mitt namn är|nazywam się|mam na imię|"
    r"казвам се|името ми е|jmenuji se|jmenuju se|moje jméno je|volám sa|moje meno je|ime mi je|moje ime je|zovem se|"
    r"a nevem|minu nimi on|mu nimi on|nimeni on|minun nimeni on|mani sauc|mans vārds ir|mano vardas|με λένε|ονομάζομαι|"
    r"το όνομά μου είναι|mă numesc|mă cheamă|numele meu este|chamo-me|o meu nome é|mitt navn er|jisimni|is mise"
)

_I_AM = (
    r"i am|i[’']?m|this is|ask for|call me|contact|name|ich bin|hier ist|je suis|ici|nom|soy|aquí|nombre|sono|qui|nome|"
    r"ik ben|hier is|naam|jeg er|det er|navn|jag är|det är|namn|jestem"
)

_HELLO = r"(?:(?:hello|hi|hey|hallo|hej|bonjour|hola|ciao|dzień dobry)[\s,!.]+)?"

MY_NAME = re.compile(rf"{_HELLO}(?:{_MY_NAME})\s+", re.IGNORECASE)
"""Words before a person's own name."""

_MYSELF_WORDS = (
    "me, myself, i, i am, it is me, it's me, that is me, that's me, me myself, ich, ich selbst, das bin ich, moi, "
    "moi-même, c'est moi, mig, mig selv, det er mig, jeg, jag, mig själv, det är jag, yo, yo mismo, yo misma, soy yo, "
    "io, io stesso, io stessa, sono io, ik, ikzelf, dat ben ik, ja sam, ja sama, to ja, аз, аз съм, já, εγώ, "
    "εγώ είμαι, mina, mina ise, minä, minä itse, mise, mé féin, én, én magam, eu, eu mesmo, eu mesma, es pats, "
    "es pati, aš, aš pats, aš pati, jaz, jien, meg, meg selv, det er meg"
)

MYSELF = frozenset(map(fold, _MYSELF_WORDS.split(", ")))
"""Words for oneself in place of a name, as ``fold`` writes them."""

_INTRODUCES = re.compile(rf"{_HELLO}(?:{_MY_NAME}|(?:{_I_AM})(?=\s+[A-ZÀ-ÞĀ-Ž]))\s+", re.IGNORECASE)
"""The same; after "I am" only a word with a capital is a name."""

_TOLD = re.compile(
    r"\b(?:tel|telephone|phone|mob|mobile|tlf|telefon|telefoon|téléphone|teléfono|telefono|gsm|handy|cell|whatsapp|"
    r"call(?: me)?|ring|number|nummer|numer|numéro|número|numero)\b[.:]?\s*(?:(?:is|ist|er|är|est|es|è|to|at|on)\s+)?"
    r"(?P<number>[+(]?\d[\d\s()./-]{4,24}\d)",
    re.IGNORECASE,
)
"""A phone number after a word for one."""

_AROUND_WORDS = (
    "and my our us is the or on at me you can reach call write contact number und meine mein ist unter nummer et mon "
    "ma est numéro au y mi es número al e la mia il mio è numero en mijn op och min mitt är på og mit er i mój moja "
    "to numer a address adres adresse adresa"
)

_AROUND = frozenset(fold(_AROUND_WORDS).split()) | {
    word for label, part in _LABELLED.items() if part in {"email", "telephone", "website"} for word in label.split()
}
"""Words between details: "and my number is"."""


@dataclass
class Details:
    """The details in a text, each as written; ``left`` lists pieces that are no detail."""

    person: str = ""
    address: list[str] = field(default_factory=list)
    email: str = ""
    telephone: str = ""
    website: str = ""
    labels: int = 0
    left: list[str] = field(default_factory=list)

    @property
    def given(self) -> dict[str, str]:
        """The details that were found, by the key of their question."""
        lines = "\n".join(self.address)
        every = (("address", lines), ("person", self.person), ("email", self.email))
        return {k: v for k, v in (*every, ("telephone", self.telephone), ("website", self.website)) if v}


def details_in(text: str, organisations: Sequence[str] = ()) -> Details:
    """Split a text into details; ``organisations`` are texts with names of organisations, which are no persons."""
    found = Details()
    if len(text) > _LONGEST:
        return found
    known = [fold(one) for one in organisations]
    organisation: list[str] = []
    before: Part | None = None
    for piece in _pieces(seen(text)):
        piece = _introduced(piece, found)  # noqa: PLW2901 - the name is taken out
        part, value = _labelled(piece)
        found.labels += part is not None
        if part is not None and not value:
            before = part
            continue
        part = part or before
        before = "address" if part == "address" and before == "address" else None
        _sort(_without_signs(value, part, found), part, found, organisation, known)
    if not found.person:
        _name_before(organisation, found, known)
    found.address = [*organisation, *found.address]
    return found


def _introduced(piece: str, found: Details) -> str:
    """Take the person from "my name is Lone"; return the other words."""
    lead = None if found.person else _INTRODUCES.match(piece)
    words = piece[lead.end() :].split() if lead else []
    size = next((n for n, word in enumerate(words) if n == _LONGEST_NAME or _ends_name(word, words[0])), len(words))
    if not size:
        return piece
    found.person = " ".join(words[:size]).strip(",;:.!")
    found.labels += 1
    return " ".join(words[size:])


def _ends_name(word: str, first: str) -> bool:
    """Tell whether a word is no more of a name that begins with ``first``."""
    if fold(word) in _AROUND or not word[0].isalpha() or "@" in word:
        return True
    return first[0].isupper() and not _PROPER.match(word) and fold(word) not in _PARTICLES


def _name_before(organisation: list[str], found: Details, known: Sequence[str]) -> None:
    """Take the person from a line such as "Anna Example, NGO Open Door"."""
    for n, line in enumerate(organisation):
        name, _, behind = line.partition(", ")
        if behind and _is_name(name) and not _is_organisation(name, known):
            found.person, organisation[n] = name, behind
            return


def _pieces(text: str) -> Iterator[str]:
    """Yield the cells of several lines; split one line also at commas and dashes."""
    lines = [_GREETING.sub("", line).strip() for line in text.splitlines() if line.strip()][:_MOST_LINES]
    for line in lines:
        yield from filter(None, (_CELLS if len(lines) > 1 else _PIECES).split(line))


def _labelled(piece: str) -> tuple[Part | None, str]:
    for pattern in (_LABEL, _SHORT_LABEL):
        found = pattern.match(piece)
        part = _LABELLED.get(fold(found["label"])) if found else None
        if found and part:
            return part, found["value"].strip()
    alone = _LABELLED.get(fold(piece)) if piece.rstrip().endswith(":") else None
    return alone, "" if alone else piece


def _without_signs(text: str, part: Part | None, found: Details) -> str:
    """Take out an e-mail address, a web address and a phone number; return the other words."""
    if part == "fax":
        found.left.append(f"Fax {text}")
        return ""
    before = found.email, found.website, found.telephone
    for email in emails_in(text):
        found.email = found.email or email
        spelled_out = "@" not in text
        text = "" if spelled_out else re.sub(rf"(?:mailto:)?<?{re.escape(email)}>?", " ", text, flags=re.IGNORECASE)
    for token in text.split():
        address = next(iter(addresses_in(token)), "")
        if (
            is_web(address)
            and not is_email(token)
            and (part == "website" or "www." in token or "//" in token or _is_host(token))
        ):
            found.website = found.website or address
            text = text.replace(token, " ", 1)
    told = _TOLD.search(text)
    match = _PHONE.search(text) or (_NUMBER.search(text) if part == "telephone" else None)
    number = told["number"] if told else match[0] if match else ""
    number = number or (text.strip() if _LONE_NUMBER.fullmatch(text.strip()) and not part else "")
    enough = sum(map(str.isdecimal, number)) >= _DIGITS
    if enough and part not in {"address", "organisation"} and not found.telephone:
        found.telephone = number.strip()
        text = text.replace(number, " ", 1)
    words = text.split()
    if (found.email, found.website, found.telephone) != before:
        others = [n for n, word in enumerate(words) if not {*fold(word).split()} <= _AROUND]
        words = words[others[0] : others[-1] + 1] if others and not part else words if others else []
    return " ".join(words).strip(" ,;:|()<>–—-")


def _is_host(token: str) -> bool:
    return bool(_HOST.fullmatch(token.strip(".,;()<>")))


def _sort(words: str, part: Part | None, found: Details, organisation: list[str], known: Sequence[str]) -> None:
    """Add words to the person, the organisation or the address."""
    if not any(map(str.isalnum, words)) or (part is None and _FAREWELL.match(words)):
        return
    if part in {"email", "telephone", "website"}:
        found.left.append(words)
    elif part == "person" and not found.person:
        found.person = words
    elif part is None and found.person and not found.address and not organisation and _ROLE.search(words):
        found.person = f"{found.person}, {words}"
    elif part == "organisation" or (part is None and _is_organisation(words, known)):
        organisation.append(words)
    elif part == "address" or _is_of_an_address(words):
        found.address.append(words)
    elif not found.person and _is_name(words):
        found.person = words
    elif found.address:
        found.address.append(words)
    elif _is_name(words):
        organisation.append(words)
    else:
        found.left.append(words)


def _is_organisation(words: str, known: Sequence[str]) -> bool:
    named = fold(words)
    return bool(_ORGANISATIONS.search(words)) or any(named and f" {named} " in f" {one} " for one in known)


def _is_of_an_address(words: str) -> bool:
    if any(map(str.isdecimal, words)) or _STREETS.search(words):
        return True
    return bool(code_of(words)) or fold(words) in regions()


def _is_name(words: str) -> bool:
    """Tell whether words look like the name of a person, maybe with a title or a role."""
    name = re.split(r"[,(–—]|\s-\s", words, maxsplit=1)[0].split()
    proper = [word for word in name if _PROPER.fullmatch(word)]
    others = [word for word in name if word not in proper and fold(word) not in _PARTICLES]
    return 1 < len(name) <= 6 and len(proper) > 1 and not others  # noqa: PLR2004 - a name and a family's
