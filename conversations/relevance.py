"""Whether a text shows its link to preventing or countering radicalisation or violent extremism (P/CVE)."""

import re

from conversations.fields.plain import bare

_ANYWHERE = (
    r"e[kx]s?tremi[sz][mt]",  # extremism, Rechtsextremismus, højreekstremisme, ekstremizm; not "in extremis"
    r"estremis[mt]",  # Italian
    r"radi[ck]ali[sz]",  # radicalisation, deradicalizzazione, Radikalisierung
    r"radykaliz",  # Polish
    r"rechtsextrem|hogerextrem|hojreekstrem|hoyreekstrem",  # the adjectives
    r"(?:rechts|links)radikal",
    r"islamis[mt]",  # Islamismus, islamiste; not "Islamic"
    r"екстрем[иі][зс]|радикал[иі]з|терори",  # Bulgarian, Ukrainian
    r"ριζοσπαστικοπο|εξτρεμισ|τρομοκρατ",  # Greek
)
"""Stems, without case and accents, that mean this anywhere in a word: German and the Nordic languages compound."""
_BEGINNING = (
    r"terror(?!is(?:e|es|ed|ing)\b|iz)",  # terrorism, Terrorakt, terrorihyökkäys; not "terroir", not "to terrorise"
    r"(?:anti|counter|contra|contre|bio|kontra)-?terror",
    r"d?jihad|dschihad|dzihad|yihad|джихад",
    r"aari-?(?:ajattel|liik|toimi|ryhm|oikeisto|vasemmisto|islam|ideolog|aines)",  # Finnish
    r"valdsbejakande",  # Swedish: that approves of violence
    r"foreign fighters?\b|neo-?na[zt]i|white supremac|far[ -]right|extreme droite|extreme right",
    r"(?:p/?cve|cve|pve)\b",
    r"violent ideolog|daesh\b|al[ -]q[au]+[ie]da\b|islamic state\b",
)
"""Stems that mean this at the beginning of a word only."""
_LINK = re.compile(rf"(?:{'|'.join(_ANYWHERE)})|\b(?:{'|'.join(_BEGINNING)})")
_BROKEN_WORD = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")


def mentions_pve(text: str) -> bool:
    """Tell whether the link can be seen: in the 13 languages of the tests, and mostly in Czech, Greek, Ukrainian ...

    Words alone are read, so it is fooled both ways, and its answer is fit for advice only. It sees a link in a denial
    ("not about extremism"), in a name (the Radicalisation Awareness Network as host) and in "radicalise the budget";
    it sees none in what everybody in the field understands ("exit work", "hate crime", "polarisation", "resilience",
    "gewaltbereite Jugendliche"), which alone can be a practice of another field. Of the tests' 43 texts with a link it
    sees 43, of the 27 without one it sees none, and it is wrong on the 8 that were written to fool it.
    """
    return bool(_LINK.search(bare(_BROKEN_WORD.sub("", text))))
