"""Section 4: the key themes, and everyday words for them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from conversations.fields import Several
from conversations.fields.choices import everyday_words
from conversations.fields.likely import Likely
from conversations.form.questions import Question, Section
from conversations.form.sections.target_audience import AUDIENCE_WORDS, Audience
from conversations.languages import _


class Theme(StrEnum):
    """The themes of the Collection."""

    EARLY_PREVENTION = _("(Early) prevention")
    NARRATIVES = _("Alternative and counter narratives")
    DERADICALISATION = _("Deradicalisation/disengagement")
    FAMILY_SUPPORT = _("Family support")
    FOREIGN_TERRORIST_FIGHTERS = _("Foreign Terrorist Fighters and their families")
    EDUCATION = _("Formal/informal education")
    FORMERS = _("Formers")
    GENDER = _("Gender/women")
    ISLAMIST_EXTREMISM = _("Islamist extremism")
    LOCAL_STRATEGIES = _("Local strategies/cities")
    MULTI_AGENCY = _("Multi-agency cooperation")
    PRISON_AND_PROBATION = _("Prison and probation")
    REHABILITATION = _("Rehabilitation")
    SOCIAL_COHESION = _("Social cohesion and polarisation")
    TRAINING = _("Training")
    VICTIMS = _("Victims of terrorism")
    RIGHT_WING_EXTREMISM = _("Violent right-wing extremism")
    VULNERABLE_YOUTH = _("Vulnerable youth and youth engagement in P/CVE")


_EXACTLY = 2

_FAMILIES = """
family, families, parents, familie, familien, familier, familjer, famille, familles, familia, familias, famiglia,
famiglie, gezinnen, rodzina, rodziny, rodina, rodiny, οικογένεια, οικογένειες, družina, družine, šeima, šeimos,
ģimene, ģimenes, perhe, perheet, семейства, obitelj, obitelji, családok, perekonnad, familii, famílias, familji,
teaghlaigh
"""
"""Words for Family support, some of which are also a part of Foreign Terrorist Fighters and their families."""

_PRISON = "Haft und Bewährungshilfe, Haft, Gefängnis und Bewährungshilfe"

_CALLED = {
    name: theme
    for names, theme in ((_FAMILIES, Theme.FAMILY_SUPPORT), (_PRISON, Theme.PRISON_AND_PROBATION))
    for name in names.replace("\n", " ").strip().split(", ")
}
"""Other names of themes, beside the labels."""

_POLICE = """
police, policem, policew, policing, polizei, polizist, politi, polis, poliser, polisen, policj, polici, polizia,
poliziott, policía, gendarm
"""

_HEALTH = """
health, psych, therap, thérap, terap, trauma, gesundheit, sundhed, santé, salud, salute, gezondheid, geestelijk, hälsa,
ohälsa, zdrow, krise, nurse, doctor
"""

_WORDS: Mapping[str, str] = {
    Theme.EARLY_PREVENTION: """
    prevent, prevenc, prevenz, prävent, praevent, prévent, prewencj, vorbeug, forebyg, föreby, zapobieg, profilakt,
    awareness, resilien, resiliën, sensibili, odporno, early interven, early warning, frühwarn, frühe, tidlig, tidig
    """,
    Theme.NARRATIVES: """
    narrativ, narrac, narraz, counter speech, counterspeech, counter messag, gegenrede, gegennarrativ, gegenerzähl,
    modfortæl, modtale, contre discours, contre récit, contre narrat, contranarra, contronarra, tegenverhal,
    tegengeluid, motberättel, kontrnarrac, propaganda, online, internet, social media, media, campaign, kampagne,
    campagn, campañ, kampanj, kampani, soziale medien, sociale medier, sociala medier, réseaux sociaux, redes sociales,
    hate speech, hassrede, fake news, disinform, desinform, dezinform, conspira, konspira, verschwör, complot, youtube,
    tiktok, video, digital, gaming, gamer, influencer, en ligne, en línea
    """,
    Theme.DERADICALISATION: """
    exit, deradi, déradi, desradi, avradi, afradi, disengag, désengag, desengag, desvincul, disimpegn, ausstieg,
    aussteig, leaving, leave, uitstap, uittred, avhopp, wyjści, distanc, ideolog
    """,
    Theme.FAMILY_SUPPORT: AUDIENCE_WORDS[Audience.FAMILIES],
    Theme.FOREIGN_TERRORIST_FIGHTERS: """
    foreign fight, foreign terror, fighter, returnee, returning, repatri, syria, syrie, syrien, siria, syri, isis,
    daesh, rückkehr, heimkehr, kämpfer, fremmedkriger, syrienskriger, hjemvend, combattant, revenant, combatiente,
    retornad, combattent, strijder, terugkeer, stridande, återvänd, bojownik, powracaj
    """,
    Theme.EDUCATION: f"""
    {AUDIENCE_WORDS[Audience.EDUCATORS]}, educat, éducati, educac, educaz, edukac, bildung, pädagog, undervis, uddann,
    enseign, istruzion, onderwij, opleiding, utbild, curricul, classroom, lesson, klasse, klassen, civic, citizenship,
    media literacy, medienkompetenz, education
    """,
    Theme.FORMERS: "former, ex extremist, ex milit, ex member, defector, aussteiger, ehemalig, repenti, były, byli",
    Theme.GENDER: """
    gender, genus, geschlecht, køn, genre, género, genere, płci, płeć, women, woman, girl, female, frau, mädchen, kvind,
    kvinn, pige, flick, tjej, femme, fille, mujer, chicas, donn, ragazze, vrouw, meisje, kobiet, dziewcz, mascul,
    maskul, lgbt, feminis
    """,
    Theme.ISLAMIST_EXTREMISM: """
    islam, jihad, djihad, dschihad, dżihad, yihad, salaf, isis, daesh, al qaeda, muslim, moslem, musulm, muzułm,
    religio, religiös, religiøs, relig
    """,
    Theme.LOCAL_STRATEGIES: """
    local, lokal, locaal, lokaal, municip, city, cities, town, mayor, council, communit, neighbo, region, rural,
    village, kommun, gemeinde, stadt, städt, bürgermeister, borgmester, mairie, maire, commune, ville, quartier,
    ayuntamiento, ciudad, barrio, alcald, comun, città, sindac, gemeent, wijk, burgemeester, gmin, miast, samorząd,
    burmistrz
    """,
    Theme.MULTI_AGENCY: f"""
    {_POLICE}, {_HEALTH}, multi agenc, multiagenc, multi profession, interagenc, inter agenc, agenc, cooperat, co
    operat, collaborat, partnership, network, kooperat, zusammenarbeit, netzwerk, samarbejd, netværk, tværfagl, ssp,
    coopér, partenaria, réseau, cooperac, colabora, cooperaz, collabora, rete, samenwerk, netwerk, samverk, samarbet,
    nätverk, współprac, social work, social service, socialarbejd, sozialarbeit, information shar, case manage, case
    conf
    """,
    Theme.PRISON_AND_PROBATION: f"{AUDIENCE_WORDS[Audience.PRISON]}, imprison, haft, jva, strafvollzug",
    Theme.REHABILITATION: f"""
    {_HEALTH}, rehab, réhab, reintegr, réintegr, resocial, resocjal, resozial, réinser, reinser, wiedereinglied,
    återanpass, mentor, coach, aftercare, after release, nachsorge, employ, job, work placement, housing, tutorat,
    begleit
    """,
    Theme.SOCIAL_COHESION: """
    cohesi, cohési, coesi, polari, polarys, sammenhæng, zusammenhalt, sammanhåll, samhörig, spójno, samenleven, dialog,
    racis, rasis, rassis, razzis, rasiz, discrimin, diskrimin, dyskrymin, tolera, hate, hass, haine, odio, haat,
    nienawi, hatred, integrat, integrac, integraz, inclus, inklu, democra, demokra, intercult, interrelig, interfaith,
    migra, minorit, minderheit, konflikt, conflict, conflit, peace, debat, vivre ensemble, conviven, antisemit, politic,
    politik, polític, polityk
    """,
    Theme.TRAINING: """
    training, train, schulung, fortbild, weiterbild, kursus, kurser, kurs, course, cours, curso, corso, cursus,
    formation, formaci, formazion, vorming, opleiding, utbild, uddann, szkoleni, workshop, seminar, capacity build,
    capacita, professional dev, e learning, ausbild
    """,
    Theme.VICTIMS: AUDIENCE_WORDS[Audience.VICTIMS],
    Theme.RIGHT_WING_EXTREMISM: """
    right wing, rightwing, right extrem, far right, neo naz, neonaz, nazi, nazis, rechts, højre, extrême droite, droite,
    extrema derecha, ultraderech, derecha, estrema destra, destra, neofasc, fascis, extreemrecht, höger, vit makt,
    prawic, skrajnie praw, skinhead, white suprem, white power, hooligan, reichsbürger, antisemit
    """,
    Theme.VULNERABLE_YOUTH: f"""
    {AUDIENCE_WORDS[Audience.YOUTH]}, youth work, jugendarbeit, jongerenwerk, street work, gang, bande, vulnerab, at
    risk, udsatte, gefährdet, kwetsba, utsatt, zagrożon
    """,
}
"""Beginnings of everyday words for the themes, in several languages."""

_LIKELY = Likely(Theme, _WORDS, most=_EXACTLY)


class KeyThemes(Section):
    """Exactly two themes of the Collection."""

    key: ClassVar = "key_themes"
    title: ClassVar = _("Key themes")

    themes: Annotated[
        tuple[str, ...] | None,
        Several(Theme, exactly=_EXACTLY, called=_CALLED),
        Question(
            title=_("Key themes"),
            prompt=_("Which two themes fit best?"),
            hint=_("Press two, or type them."),
            on_paper=_("Two of the list."),
            reads_on=everyday_words("key_themes.themes", _LIKELY),
        ),
    ] = None
