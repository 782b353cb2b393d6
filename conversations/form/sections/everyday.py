"""Everyday words for the types of organisation and the EU funds, in several languages.

Each choice has beginnings of words; ``conversations/fields/likely.py`` explains them.
"""

from collections.abc import Mapping

_CLUBS = """
association, society, club, charit, verein, e v, gemeinnützig, forening, non profit, nonprofit, not for profit,
association loi, loi 1901, asbl, à but non lucratif, associazion, onlus, odv, senza scopo di lucro, asociaci, sin ánimo,
vereniging, vzw, förening, stowarzyszen, pożytku, church, parish, kirche, kirke, église, iglesia, chiesa, kerk, kyrk,
kośció, parafi
"""
"""Words for both an NGO and a charity."""

_SCHOOLS = """
school, universit, college, kindergarten, research, institut, hospital, clinic, schule, hochschul, krankenhaus, klinik,
skole, højskole, sygehus, école, lycée, collège, hôpital, escuela, instituto, scuol, ospedal, ricerca, hogeschool,
ziekenhuis, skola, högskol, sjukhus, szkoł, uczeln, szpital, uniwersyt, akademi, uni, museum, library, musée, museo,
bibliot
"""
"""Words for bodies that may be public or not."""

_BUSINESSES = "social enterprise, cooperativ, coopérativ, genossenschaft, kooperat, spółdziel, consultan, self employ"

ORGANISATION_WORDS: Mapping[str, str] = {
    "NGO": f"""
    {_CLUBS}, ngo, ngos, non govern, civil society, community group, community organi, grassroot, voluntary, volunteer,
    zivilgesellschaft, nichtregierung, frivillig, civilsamfund, ong, non gouvern, société civile, no gubern, sociedad
    civil, organizzazione non, terzo settore, società civile, vrijwillig, maatschappelijk, ideell, civilsamhäll,
    pozarządow, wolontari, network, netzwerk, netværk, nätverk, réseau, youth centre, youth club, jugendzentrum
    """,
    "Governmental institution": f"""
    {_SCHOOLS}, govern, public, state, federal, national, municip, local authorit, authorit, council, city, town,
    county, region, ministr, minister, agency, department, police, prison, probation, court, customs, military, army,
    civil serv, regierung, staat, öffentlich, gemeinde, stadt, landkreis, landesamt, bundes, behörde, amt, ämter,
    polizei, justiz, jva, gefängnis, bewährung, kommun, stat, statslig, offentlig, styrelse, myndighed, politi, fængsel,
    kriminalforsorg, gouvern, état, ville, mairie, commune, préfectur, collectivit, département, administration,
    pénitenti, gobierno, ciudad, città, estado, estatal, públic, ayuntamiento, diputaci, policía, cárcel, prisi,
    comunidad aut, governo, stato, statal, pubblic, comun, provinci, prefettur, questur, polizia, carcer, overheid,
    rijk, gemeent, politie, gevang, reclasser, myndighet, statlig, polis, kriminalvård, fängels, landsting, rząd,
    państw, publiczn, gmin, urząd, powiat, wojewódz, samorząd, policj, więzie, zakład karny, służb
    """,
    "Foundation": """
    foundation, trust, endowment, stiftung, fond, fonden, stiftelse, fondation, fundaci, fondazion, stichting, fundacj
    """,
    "Charity": f"""
    {_CLUBS}, caritas, wohlfahrt, hilfswerk, velgør, almennytt, bienfais, caritat, humanitai, benéfic, beneficen, carit,
    beneficenz, liefdad, goed doel, välgör, dobroczyn, charytatyw
    """,
    "Limited company": f"""
    {_BUSINESSES}, ltd, llc, plc, limited, company, companies, business, enterprise, firm, corporation, start up,
    startup, gmbh, ggmbh, unternehmen, gesellschaft mit, firma, aps, a s, aktiesel, anpartssel, virksomhed, selskab,
    sarl, sas, société, entreprise, empresa, sociedad lim, s l, azienda, impresa, società, srl, s r l, bv, besloten,
    bedrijf, vennootsch, aktiebolag, bolag, företag, spółka, sp z o o, przedsięb
    """,
    "Other": f"""
    {_SCHOOLS}, {_BUSINESSES}, politic, politik, network, partnership, consorti, individual, private person, freelance,
    sole trader, union, international organi, intergovern, religious, faith, mosque, church, parish, kirche, moschee,
    einzelperson, privatperson, netzwerk, kirke, moske, netværk, enkeltperson, église, mosquée, réseau, indépendant,
    particulier, iglesia, mezquita, autónom, chiesa, moschea, privato, kerk, zzp, kyrk, moské, nätverk, kośció, meczet,
    osoba prywatna, sieć
    """,
}

_NOT_WORDS = "no not none never kein keine keiner nicht non pas aucun ikke ingen inte inget niet geen nie bez ei"

_LITTLE = (
    "by the from of with through via in a an it is was were fund funds funding funded eu programme program project "
    "money both partly fully mainly only some half please sure too and also under for us we our yes und et og och y e "
    "en i von durch vom aus par du de av af fra ja oui si sí tak teilweise teils partiellement delvis deels"
)

NEGATIONS, LITTLE_WORDS = frozenset(_NOT_WORDS.split()), frozenset(_LITTLE.split())
"""Words that deny, and words that say nothing about who pays."""

PARTLY = frozenset(
    {
        *("partly", "in part", "partially", "teilweise", "zum teil", "delvist", "til dels", "en partie", "en parte"),
        *("in parte", "deels", "gedeeltelijk", "delvis", "czesciowo"),
    }
)
"""Words that mean Yes where the question says "fully or in part", as ``fold`` writes them."""

FUND_WORDS: Mapping[str, str] = {
    "Erasmus+": "erasm",
    "Internal Security Fund (ISF)": """
    isf, fsi, internal secur, home affairs, innere sicherheit, sécurité intérieure, seguridad interior, sicurezza
    interna, interne veiligheid, intern sikkerhed, inre säkerhet, bezpieczeństwa wewn
    """,
    "European Social Fund (ESF)": """
    esf, fse, social fund, sozialfond, fonds social, fondo social, sociaal fonds, socialfond, fundusz społ, efs
    """,
    "Horizon 2020": "horizon, horizont, horizonte, orizzonte, horyzont, h2020, horizon 2020, research programme",
    "Horizon Europe": "horizon, horizont, horizonte, orizzonte, horyzont, horizon europ, research programme",
    "Other": """
    amif, interreg, cerv, daphne, creative europe, life programme, equal, erdf, efre, feder, regional fund,
    regionalfond, rights equality, justice programme, europe for citizens, radicalisation fund
    """,
}

FUND_NAMES: Mapping[str, str] = {
    "Horizon 2020": "H2020",
    "European Social Fund (ESF)": """
    European Social Fund Plus, FSE, FSE+, ESR, ЕСФ, ΕΚΤ, Europäischer Sozialfonds, Europäischen Sozialfonds,
    Europäischer Sozialfonds Plus, Europäischen Sozialfonds Plus, Europäische Sozialfonds, Fonds social européen plus,
    Fondo Social Europeo Plus, Fondo sociale europeo Plus, Europees Sociaal Fonds Plus, Europese Sociaal Fonds,
    Europæiske Socialfond, Europæiske Socialfond Plus, europeiske sosialfondet, Europeiska socialfonden Plus, Fundo
    Social Europeu Mais, Fondul social european Plus, Fondului Social European, Europejskiego Funduszu Społecznego,
    Europejskim Funduszem Społecznym, Europejskiemu Funduszowi Społecznemu, Europejskim Funduszu Społecznym,
    Europejski Fundusz Społeczny Plus, Europejskiego Funduszu Społecznego Plus, Evropského sociálního fondu, Evropským
    sociálním fondem, Evropském sociálním fondu, Evropský sociální fond plus, Evropského sociálního fondu plus,
    Európskeho sociálneho fondu, Európskym sociálnym fondom, Európskom sociálnom fonde, Európsky sociálny fond plus,
    Európskeho sociálneho fondu plus, Evropskega socialnega sklada, Evropskim socialnim skladom, Evropskem socialnem
    skladu, Evropski socialni sklad plus, Evropskega socialnega sklada plus, Europskog socijalnog fonda, Europskim
    socijalnim fondom, Europskom socijalnom fondu, Europski socijalni fond plus, Europskog socijalnog fonda plus,
    Европейския социален фонд, Европейски социален фонд плюс, Ευρωπαϊκού Κοινωνικού Ταμείου, Ευρωπαϊκό Κοινωνικό
    Ταμείο Plus, Euroopa Sotsiaalfondi, Euroopa Sotsiaalfondist, Euroopa Sotsiaalfond pluss, Euroopan
    sosiaalirahastosta, Euroopan sosiaalirahaston, Euroopan sosiaalirahastolta, Euroopan sosiaalirahasto plus, Európai
    Szociális Alapból, Európai Szociális Alapból Plusz, Európai Szociális Alap Plusz, Európai Szociális Alaptól,
    Európai Szociális Alapnak, Europos socialinio fondo, Europos socialiniu fondu, Europos socialiniam fondui, Europos
    socialinis fondas plius, Eiropas Sociālā fonda, Eiropas Sociālajam fondam, Eiropas Sociālajā fondā, Eiropas
    Sociālais fonds Plus, Chiste Sóisialta na hEorpa, gCiste Sóisialta na hEorpa
    """,
    "Internal Security Fund (ISF)": """
    FSI, ФВС, Fonds für die innere Sicherheit, Fonds für innere Sicherheit, Fonds pour la sécurité intérieure, Fonds
    de sécurité intérieure, Funduszu Bezpieczeństwa Wewnętrznego, Funduszem Bezpieczeństwa Wewnętrznego, Fondu pro
    vnitřní bezpečnost, Fondem pro vnitřní bezpečnost, Fondu pre vnútornú bezpečnosť, Fondom pre vnútornú bezpečnosť,
    Sklada za notranjo varnost, Skladom za notranjo varnost, Skladu za notranjo varnost, Fonda za unutarnju sigurnost,
    Fondom za unutarnju sigurnost, Fondu za unutarnju sigurnost, Ταμείου Εσωτερικής Ασφάλειας, Sisejulgeolekufondist,
    Sisejulgeolekufondi, Sisäisen turvallisuuden rahastosta, Sisäisen turvallisuuden rahaston, Belső Biztonsági
    Alapból, Belső Biztonsági Alaptól, Vidaus saugumo fondo, Vidaus saugumo fondu, Iekšējās drošības fonda, Iekšējās
    drošības fondam, Fondului pentru securitate internă, gCiste Slándála Inmheánaí, Chiste Slándála Inmheánaí
    """,
}
"""Other names of the funds, also in the cases of a language; each is read without a question."""
