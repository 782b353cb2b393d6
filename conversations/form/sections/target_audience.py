"""Section 5: the target audience, and everyday words for the groups of the list."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from conversations.fields import Line, Several
from conversations.fields.choices import rest_goes_to
from conversations.fields.likely import Likely
from conversations.form.questions import Question, Section
from conversations.languages import _


class Audience(StrEnum):
    """The target audiences of the Collection."""

    AUTHORITIES = _("Authorities")
    EDUCATORS = _("Educators/academics")
    FAMILIES = _("Families")
    FIRST_RESPONDERS = _("First responders or practitioners")
    FORMERS = _("Formers")
    GENERAL_PUBLIC = _("General public")
    LOCAL_ORGANISATIONS = _("Local community organisations/NGOs")
    ONLINE_COMMUNITY = _("Online community")
    PRISON = _("Prison / probation")
    VICTIMS = _("Victims of terrorism")
    YOUTH = _("Youth/pupils/students")


AUDIENCE_WORDS: Mapping[str, str] = {
    Audience.FIRST_RESPONDERS: """
    police, policem, policew, polizei, polizist, politi, politibetjent, polis, poliser, policj, polici, polizia,
    poliziott, policia, gendarm, social work, youth work, case work, outreach, street work, nurse, doctor, psycholog,
    psychiatr, therapist, paramedic, firefighter, fire brigade, ambulance, health, care worker, carer, counsel,
    frontline, front line, first line, practitioner, professional, mentor, coach, trainer, sozialarbeit, jugendarbeit,
    socialarbejder, socialrådgiver, pædagog, assistant social, assistants sociaux, travailleurs sociaux, éducateur,
    trabajador social, trabajadores sociales, assistenti sociali, operatori, maatschappelijk werk, jongerenwerk,
    hulpverlen, socialsekreterare, socialarbetare, pracownik, pracownicy
    """,
    Audience.AUTHORITIES: """
    police, polizei, politi, polis, policj, polizia, policia, municip, mayor, minister, ministr, government, official,
    civil serv, politic, politik, policy, polityk, polític, decision mak, judge, judic, prosecut, court, customs,
    border, immigration, council, local administration, city administration, behörde, kommun, bürgermeister, richter,
    borgmester, dommer, autorit, mairie, maire, juge, alcalde, juez, sindac, comun, giudic, gemeent, burgemeester,
    rechter, myndighet, urząd, urzędni, sędz, władz, authorit, ayuntamiento, gmin, préfet, prefett, burmistrz
    """,
    Audience.EDUCATORS: """
    teacher, school, headmaster, principal, lecturer, academ, universit, research, scientist, tutor, educator,
    kindergarten, lehrer, lehrkr, erzieher, schule, lærer, skole, forsker, pædagogisk, enseignant, prof, professeur,
    profesor, professor, instituteur, chercheur, école, maestr, docent, escuela, insegnant, scuol, leraar, leraren,
    leerkracht, onderwijz, lärare, skolor, skola, nauczyciel, szkoł
    """,
    Audience.FAMILIES: """
    famil, parent, mom, mum, mother, father, dad, wife, wives, husband, spouse, partners, sibling, brother, sister,
    relative, grandparent, grandmother, eltern, mütter, mutter, väter, angehörig, forældre, moren, mødre, pårørende,
    mère, père, proches, padre, madre, genitor, mamm, ouder, moeder, vader, föräldr, anhörig, rodzic, rodzin, matk
    """,
    Audience.FORMERS: """
    ex extremist, former, defector, dropout, aussteiger, repenti, exit
    """,
    Audience.GENERAL_PUBLIC: """
    everyone, everybody, anyone, anybody, all people, whole population, population, society, citizen, public, resident,
    bürger, alle, borger, tout le monde, citoyen, ciudadan, cittadin, iedereen, burger, medborgare, obywatel, wszys
    """,
    Audience.LOCAL_ORGANISATIONS: """
    imam, priest, rabbi, pastor, chaplain, faith, religious, mosque, church, parish, club, association, charit,
    volunteer, civil society, neighbourhood, community lead, community group, communities, migrant organi, verein,
    ehrenamt, kirche, moschee, forening, frivillig, moske, kirke, bénévole, prêtre, paroisse, mosquée, voluntari,
    mezquita, iglesia, asociaci, associazion, volontari, moschea, parrocchi, vrijwillig, vereniging, kerk, volontär,
    förening, moské, kyrk, wolontariusz, stowarzyszen, parafi, kości, comunid, comunit, ong, foundation, stiftung,
    stiftelse, fondation, fundaci, fondazion, stichting, fundacj
    """,
    Audience.ONLINE_COMMUNITY: """
    gamer, gaming, influencer, youtuber, blogger, moderator, internet, social media, web user, forum user, tiktok,
    followers, comunid, comunit
    """,
    Audience.PRISON: """
    inmate, prison, detain, convict, offender, jail, custod, parole, sentenced, warden, häftling, gefangen, gefängnis,
    justizvollzug, bewährung, indsat, fange, fængsel, kriminalforsorg, détenu, surveillant, preso, recluso, cárcel,
    detenut, carcer, gevang, gedetineerd, reclasser, intagna, fånge, fängels, kriminalvård, frivård, więzi, więźn,
    osadzon, kurator
    """,
    Audience.VICTIMS: """
    victim, survivor, opfer, ofre, overlevende, víctima, vittim, slachtoffer, ofiar
    """,
    Audience.YOUTH: """
    kid, child, teen, teenage, young, youth, boy, girl, minors, juvenile, student, pupil, jugend, schüler, mädchen,
    jungen, børn, barn, unge, ungdom, elev, jeune, enfant, élève, joven, jóven, niñ, chic, alumn, giovan, ragazz,
    bambin, adolescen, jonger, kind, leerling, scholier, młodzie, dzieci, uczni, nastol
    """,
}
"""Beginnings of everyday words for the groups, in several languages."""


class TargetAudience(Section):
    """One or more groups of the list, and others as a text."""

    key: ClassVar = "target_audience"
    title: ClassVar = _("Target audience")

    audiences: Annotated[
        tuple[str, ...] | None,
        Several(Audience, called={"NGO": Audience.LOCAL_ORGANISATIONS}),
        Question(
            title=_("Target audience"),
            prompt=_("Whom does the practice work with?"),
            hint=_("Press all that fit, then Done. Or type them. You can add others next."),
            on_paper=_("All that fit, at least one of the list."),
            reads_on=rest_goes_to(
                "target_audience.additional",
                _("Additional target audience"),
                of="target_audience.audiences",
                likely=Likely(Audience, AUDIENCE_WORDS),
            ),
        ),
    ] = None
    additional: Annotated[
        str | None,
        Line(max_length=200),
        Question(
            title=_("Additional target audience"),
            prompt=_("Does it work with anyone who is not in that list?"),
            hint=_("One line, up to 200 characters. Skip it if the list was enough."),
            on_paper=_("One line, up to 200 characters."),
            example=_("Sports coaches"),
            required=False,
        ),
    ] = None
