"""Names and codes of the countries of the world in Europe's languages, mostly from Babel."""

import re
from collections import defaultdict
from functools import cache
from itertools import product

from babel import Locale
from babel.core import get_global

from conversations.fields.labels import nearest
from conversations.fields.plain import fold
from conversations.fields.typed import countries, short_countries
from conversations.languages import ENGLISH, current, in_language, locale

_REGIONS = {
    "AT": (
        "Burgenland, Carinthia, Kärnten, Lower Austria, Niederösterreich, Salzburg, Styria, Steiermark, Tyrol, "
        "Tirol, Upper Austria, Oberösterreich, Vienna, Wien, Vorarlberg, Graz, Linz, Innsbruck"
    ),
    "BE": (
        "Flanders, Flandern, Vlaanderen, Flandre, Flandres, Fiandre, Flemish Region, Flemish Community, Wallonia, "
        "Wallonie, Wallonië, Walloon Region, Brussels, Bruxelles, Brussel, Brüssel, Brussels-Capital Region, "
        "Limburg, Antwerp, Hainaut, Flemish Brabant, Walloon Brabant, French Community, German-speaking Community, "
        "Ostbelgien, Antwerpen, Anvers, Ghent, Gent, Gand, Liège, Namur, Mechelen, Malines, Bruges, Brugge, "
        "Charleroi, Vlaams Gewest, Région wallonne, Luxembourg Province, Province of Luxembourg, Belgian "
        "Luxembourg"
    ),
    "BG": "Thrace, Dobrudja, Dobruja, Sofia, Sofiya, Plovdiv, Varna",
    "CZ": "Bohemia, Čechy, Böhmen, Moravia, Morava, Mähren, Silesia, Prague, Praha, Brno, Ostrava",
    "CY": "Nicosia, Limassol, Larnaca",
    "DE": (
        "Baden-Württemberg, Baden-Wuerttemberg, Bavaria, Bayern, Bavière, Baviera, Berlin, Brandenburg, Bremen, "
        "Hamburg, Hesse, Hessen, Lower Saxony, Niedersachsen, Mecklenburg-Vorpommern, Mecklenburg-Western "
        "Pomerania, North Rhine-Westphalia, Nordrhein-Westfalen, NRW, Rhineland-Palatinate, Rheinland-Pfalz, "
        "Saarland, Saxony, Sachsen, Saxony-Anhalt, Sachsen-Anhalt, Schleswig-Holstein, Thuringia, Thüringen, East "
        "Germany, West Germany, GDR, DDR, Munich, München, Cologne, Köln, Frankfurt, Stuttgart, Düsseldorf, "
        "Dortmund, Leipzig, Dresden, Hanover, Hannover, Nuremberg, Nürnberg, Bonn"
    ),
    "DK": (
        "Jutland, Jylland, Zealand, Sjælland, Funen, Fyn, Bornholm, Faroes, Faroe, Faeroe Islands, Føroyar, "
        "Kalaallit Nunaat, Capital Region of Denmark, Region Hovedstaden, Region Midtjylland, Region Nordjylland, "
        "Region Syddanmark, Copenhagen, København, Kopenhagen, Aarhus, Århus, Odense, Aalborg"
    ),
    "EE": "Saaremaa, Hiiumaa, Ida-Viru, Tallinn, Tartu, Narva",
    "ES": (
        "Andalusia, Andalucía, Andalusien, Aragon, Aragón, Asturias, Balearic Islands, Balearics, Islas Baleares, "
        "Illes Balears, Mallorca, Majorca, Ibiza, Menorca, Basque Country, País Vasco, Euskadi, Baskenland, "
        "Canaries, Canary Islands, Islas Canarias, Canarias, Kanarische Inseln, Îles Canaries, Tenerife, Gran "
        "Canaria, Cantabria, Castile and León, Castilla y León, Castilla-La Mancha, Castile-La Mancha, Catalonia, "
        "Cataluña, Catalunya, Katalonien, Catalogne, Ceuta, Melilla, Extremadura, Galicia, La Rioja, Madrid, "
        "Murcia, Navarre, Navarra, Valencia, Valencian Community, Comunitat Valenciana, Barcelona, Seville, "
        "Sevilla, Bilbao, Málaga, Zaragoza, Comunidad Valenciana, Comunidad de Madrid"
    ),
    "FI": (
        "Åland, Aland Islands, Ahvenanmaa, Lapland, Sápmi, Lappi, Uusimaa, Ostrobothnia, Karelia, Helsinki, "
        "Helsingfors, Tampere, Turku, Espoo"
    ),
    "FR": (
        "Alsace, Elsass, Aquitaine, Auvergne, Brittany, Bretagne, Burgundy, Bourgogne, Corsica, Corse, Korsika, "
        "Champagne, Franche-Comté, Grand Est, Hauts-de-France, Île-de-France, Ile de France, Languedoc, Lorraine, "
        "Normandy, Normandie, Nouvelle-Aquitaine, Occitanie, Occitania, Pays de la Loire, Picardy, Provence, PACA, "
        "Savoy, Savoie, Rhône-Alpes, Auvergne-Rhône-Alpes, Basque Country, Guadeloupe, Martinique, Mayotte, French "
        "Guiana, Guyane, Guyane française, Réunion, La Réunion, Reunion Island, Île de la Réunion, Saint Martin, "
        "Saint-Martin, DOM-TOM, Outre-mer, French Caribbean, Paris, Lyon, Marseille, Toulouse, Strasbourg, Lille, "
        "Bordeaux, Nantes, Montpellier"
    ),
    "GR": (
        "Crete, Kreta, Kriti, Rhodes, Corfu, Thessaly, Epirus, Peloponnese, Attica, Thrace, Cyclades, Dodecanese, "
        "Athens, Athen, Athènes, Thessaloniki, Central Macedonia, Greek Macedonia, Western Macedonia"
    ),
    "GB": (
        "Ulster, Cornwall, Isle of Wight, Orkney, Shetland, Hebrides, London, Londres, Birmingham, Manchester, "
        "Belfast, Edinburgh, Glasgow, Cardiff"
    ),
    "HR": "Dalmatia, Dalmacija, Istria, Istra, Slavonia, Slavonija, Zagreb, Rijeka",
    "HU": "Transdanubia, Budapest, Debrecen, Szeged",
    "IE": "Leinster, Munster, Connacht, Connaught, Southern Ireland, Ulster, Dublin, Cork, Galway, Limerick",
    "IS": "Reykjavik",
    "IT": (
        "Abruzzo, Aosta Valley, Valle d'Aosta, Apulia, Puglia, Basilicata, Calabria, Campania, Emilia-Romagna, "
        "Friuli-Venezia Giulia, Friuli, Lazio, Latium, Liguria, Lombardy, Lombardia, Lombardei, Marche, Molise, "
        "Piedmont, Piemonte, Sardinia, Sardegna, Sardinien, Sardaigne, Sicily, Sicilia, Sizilien, Sicile, South "
        "Tyrol, Südtirol, Alto Adige, Tyrol, Trentino, Trentino-Alto Adige, Tuscany, Toscana, Toskana, Umbria, "
        "Veneto, Venetia, Rome, Milan, Milano, Mailand, Naples, Napoli, Turin, Torino, Bologna, Roma, Florence, "
        "Firenze, Genoa, Genova, Palermo, Venice, Venezia, Aosta, Trento, Bolzano, Bozen"
    ),
    "LT": "Samogitia, Aukštaitija, Vilnius, Kaunas, Klaipėda",
    "LV": "Latgale, Kurzeme, Vidzeme, Zemgale, Courland, Riga, Rīga, Daugavpils",
    "MT": "Gozo, Għawdex, Comino, Valletta",
    "NL": (
        "Brabant, North Brabant, Noord-Brabant, Drenthe, Flevoland, Friesland, Frisia, Gelderland, Groningen, "
        "Limburg, North Holland, Noord-Holland, South Holland, Zuid-Holland, Overijssel, Utrecht, Zeeland, Dutch "
        "Caribbean, Amsterdam, Rotterdam, The Hague, Den Haag, Eindhoven"
    ),
    "NO": (
        "Svalbard, Spitsbergen, Jan Mayen, Lapland, Sápmi, Lofoten, Finnmark, Vestland, Trøndelag, Oslo, Bergen, "
        "Trondheim, Stavanger, Viken"
    ),
    "PL": (
        "Greater Poland, Lesser Poland, Małopolska, Wielkopolska, Masovia, Mazovia, Mazowsze, Masuria, Pomerania, "
        "Pomorze, Silesia, Śląsk, Schlesien, Podlasie, Warmia, Warsaw, Warszawa, Warschau, Varsovie, Kraków, "
        "Cracow, Gdańsk, Wrocław, Poznań, Łódź, Mazowieckie, Małopolskie, Śląskie"
    ),
    "PT": "Azores, Açores, Azoren, Madeira, Algarve, Alentejo, Lisbon, Lisboa, Lissabon, Lisbonne, Porto, Oporto",
    "RO": (
        "Transylvania, Transilvania, Ardeal, Siebenbürgen, Wallachia, Banat, Dobruja, Bukovina, Oltenia, "
        "Bucharest, București, Bukarest, Bucarest, Cluj, Cluj-Napoca, Timișoara, Roma, Iași"
    ),
    "SE": (
        "Scania, Skåne, Gotland, Öland, Lapland, Sápmi, Lappland, Götaland, Svealand, Norrland, Dalarna, "
        "Västra Götaland, Stockholm, Gothenburg, Göteborg, Malmö, Uppsala"
    ),
    "SI": "Carniola, Istria, Istra, Slovenian Styria, Ljubljana, Maribor",
    "SK": "Spiš, Bratislava, Košice",
    "BA": "Republika Srpska, Srpska, Herzegovina, Sarajevo, Banja Luka",
    "TR": "Thrace, Anatolia, Istanbul, İstanbul, Ankara",
    "RS": "Vojvodina, Sandžak, Banat, Belgrade, Beograd, Novi Sad",
    "MD": "Transnistria, Gagauzia, Chișinău, Chisinau",
    "UA": "Crimea, Donbas, Donbass, Galicia, Bukovina, Kyiv, Kiev, Odesa, Lviv, Kharkiv",
    "RU": "Chechnya, Dagestan, Kaliningrad, Karelia, Moscow, Saint Petersburg",
    "CH": "Bern, Berne, Geneva, Genève, Genf, Zürich, Zurich, Basel, Lausanne",
    "AL": "Tirana, Tiranë",
    "XK": "Pristina, Prishtina, Prishtinë",
    "MK": "Skopje",
    "ME": "Podgorica",
    "GE": "Tbilisi, Abkhazia, South Ossetia",
    "AM": "Yerevan",
    "AZ": "Baku",
}
"""Regions and towns by country. Names that are also other words, such as Nice, Split and Roma, are left out."""

PARTS = {
    **dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "RE", "YT"), "FR"),
    **dict.fromkeys(("EA", "IC"), "ES"),
    "AX": "FI",
    "SJ": "NO",
}
"""Territories with their own code that belong to the EU or EEA, and the country that they are part of."""

LINKED = {
    **dict.fromkeys(("FO", "GL"), "DK"),
    **dict.fromkeys(("NC", "PF", "PM", "TF", "WF"), "FR"),
    **dict.fromkeys(("AW", "BQ", "CW", "SX"), "NL"),
    "BV": "NO",
}
"""Territories of such a country outside the EU and EEA."""


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """Map folded names of regions, islands and towns to the two-letter codes of their countries."""
    found = defaultdict[str, list[str]](list)
    for code, called in _REGIONS.items():
        for name in called.split(","):
            found[fold(name)].append(code)
    return {name: tuple(dict.fromkeys(codes)) for name, codes in found.items()}


_LANGUAGES = (
    "en bg bs ca cs cy da de el es et eu fi fo fr ga gl hr hu is it ka lb lt lv mk mt nb nl nn pl pt pt_PT ro ru sk sl "
    "sq sr sv tr uk ar fa he ur zh ja ko"
)
"""The languages of Europe, and some others that many people in Europe write."""

_NO_COUNTRY = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
"""Two-letter codes in Babel that are no country or territory."""

_CALLED = {
    "AE": "UAE, Emirates",
    "AT": "Oesterreich, Republik Österreich",
    "BA": "Bosnia, BiH, Bosnia-Hercegovina, Federation of Bosnia and Herzegovina",
    "CD": "DR Congo, DRC, RDC, Congo DR, D.R. Congo, Democratic Republic of the Congo, Democratic Republic of Congo",
    "CG": "Republic of the Congo, Republic of Congo",
    "CH": "Swiss Confederation",
    "CI": "Ivory Coast",
    "CN": "People's Republic of China, PRC",
    "CV": "Cape Verde",
    "CZ": "Czech Republic, Tschechische Republik, Czech, ČR",
    "DE": "Bundesrepublik Deutschland, Bundesrepublik, BRD, FRG",
    "DK": "Daenemark",
    "FR": "French Republic, République française",
    "GB": (
        "UK, U.K., Great Britain, Britain, Great Britain and Northern Ireland, United Kingdom of Great Britain and "
        "Northern Ireland, Grande-Bretagne, Gran Bretagna, Großbritannien, Northern Ireland, North Ireland, N. "
        "Ireland, Nordirland, Irlande du Nord, Irlanda del Norte, Irlanda del Nord, Irlanda do Norte, "
        "Noord-Ierland, Irlandia Północna, England, Angleterre, Inglaterra, Inghilterra, Anglia, Anglie, Anglicko, "
        "Engleska, Engeland, Scotland, Schottland, Écosse, Skotland, Skottland, Escocia, Scozia, Szkocja, Skotsko, "
        "Wales, Pays de Galles, País de Gales, Galles, Walia"
    ),
    "GR": "EL, Hellas, Hellenic Republic",
    "HK": "Hong Kong",
    "IE": "Eire, Republic of Ireland, Irish Republic",
    "IT": "Italian Republic, Repubblica Italiana",
    "KP": "DPRK, Democratic People's Republic of Korea",
    "KR": "Republic of Korea",
    "LA": "Lao People's Democratic Republic",
    "MK": "Macedonia, FYROM",
    "MM": "Burma",
    "MO": "Macau, Macao",
    "NL": "Holland, Hollande, Holanda, Olanda, Hollandia, Holandia, Ολλανδία, Голландия, Kingdom of the Netherlands",
    "PS": "Palestine, West Bank, Gaza",
    "RU": "Russian Federation",
    "SK": "Slovak Republic, Slovak, SR",
    "SZ": "Swaziland",
    "TL": "East Timor",
    "TR": "Turkey",
    "TW": "Republic of China",
    "TZ": "United Republic of Tanzania",
    "US": "U.S., U.S.A., America, United States of America",
    "VA": "Vatican, Holy See",
}

_EITHER = {
    "Congo": ("CD", "CG"),
    "Korea": ("KR", "KP"),
    "NI": ("GB", "NI"),
    "LR": ("LT", "LV", "LR"),
    "MO": ("HU", "MO"),
    "CG": ("ME", "CG"),
    "RS": ("SI", "RS"),
    "RU": ("RU", "GB"),
    "Albain": ("AL", "GB"),
    "Virgin Islands": ("VI", "VG"),
    "Saint Martin": ("MF", "SX"),
    "Czechoslovakia": ("CZ", "SK"),
    "Serbia and Montenegro": ("RS", "ME"),
    "Yugoslavia": ("RS", "HR", "SI", "BA", "MK", "ME"),
}
"""Names that mean more than one country: NI is the code of Nicaragua, and short for Northern Ireland; "LR" and the
others are what people call their own country, and the code of another."""

_SHORT = {"n": "north northern", "s": "south southern", "e": "east eastern", "w": "west western", "rep": "republic"}

_SHORT |= {"dem": "democratic", "saint": "st", "st": "saint", "is": "islands", "isl": "islands"}

_TITLES = re.compile(r"^(?:(?:the|of|federal|republic|kingdom|principality|state|grand duchy) )+")

_ARTICLE = re.compile(r"^(?:(?:il|l|id|in|ir|is|it|ix|iz) |an (?:t(?=s))?)")

_LENITED = re.compile(r"^([bcdfgmpst])h")
"""The beginning of an Irish name after the article: an Ghearmáin."""

_WORD_ELSEWHERE = 5
"""Names of up to so many letters are words of other languages: "Sín" is China, "sin" is Spanish."""

_LONGEST = 200

_SHORTEST = 4

_MOST_SHORT = 3
"""At most so many words of a name may be shortened."""


@cache
def english() -> dict[str, str]:
    """Map two-letter codes to English names."""
    names = Locale("en").territories
    return {code: name for code, name in names.items() if re.fullmatch("[A-Z]{2}", code) and code not in _NO_COUNTRY}


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, name in english().items()}


def choice_in_language(name: str) -> str:
    """Return the name of a country, or another label, which is stored in English, in the language that is spoken."""
    if current() == ENGLISH:
        return str(name)
    return locale().territories.get(_codes().get(name, ""), "") or in_language(name)


@cache
def names() -> dict[str, str]:
    """Map about 10,000 folded names of one country each, also with "in" before it, to two-letter codes."""
    codes = defaultdict[str, set[str]](set)
    for language in _LANGUAGES.split():
        territories = Locale.parse(language).territories
        for code in english():
            for name in _spellings(fold(territories.get(code, "")), language):
                codes[name].add(code)
    found = {name: min(means) for name, means in codes.items() if name and len(means) == 1}
    called = {fold(name): code for code, listed in _CALLED.items() for name in listed.split(",")}
    known = found | called
    known |= {name: code for name, code in countries().items() if name not in known and name not in regions()}
    return {name: code for name, code in known.items() if name not in either()}


def _spellings(name: str, language: str) -> set[str]:
    """Return a folded name; in Maltese and Irish without its article, too, as people type it: Finlandja, Gearmáin."""
    bare = _ARTICLE.sub("", name) if language in ("ga", "mt") else name
    short = {bare, _LENITED.sub(r"\1", bare) if language == "ga" else bare}
    return {name} | {one for one in short if len(one) > _WORD_ELSEWHERE}


@cache
def either() -> dict[str, tuple[str, ...]]:
    """Map folded names that mean several countries to their two-letter codes."""
    return {fold(name): codes for name, codes in _EITHER.items()}


@cache
def codes() -> dict[str, str]:
    """Map all codes of two or three letters, in lower case, to two-letter codes."""
    three = {alias: code[0] for alias, code in get_global("territory_aliases").items() if len(alias) == 3}  # noqa: PLR2004 - DNK
    known = three | {code: code for code in english()}
    return {
        alias.lower(): code
        for alias, code in known.items()
        if code in english() and alias.isalpha() and alias.lower() not in either()
    }


def code_of(text: str) -> str | None:
    """Return the two-letter code of the country whose name or code the text is."""
    if len(text) > _LONGEST:
        return None
    name = fold(text)
    return short_countries(current()).get(name) or name_of(name) or codes().get(name) or name_of(_TITLES.sub("", name))


def name_of(name: str) -> str | None:
    """Return the country of a folded name; words may be shortened, such as "n ireland"."""
    found = names().get(name)
    words = name.split()
    if found or len(words) == 1 or not 0 < sum(word in _SHORT for word in words) <= _MOST_SHORT:
        return found
    spellings = (" ".join(spelling) for spelling in product(*((word, *_SHORT.get(word, "").split()) for word in words)))
    return next((names()[name] for name in spellings if name in names()), None)


def nearly(text: str) -> tuple[str, ...]:
    """List the countries that a misspelled name may mean; the first letter must be right (20 times as fast)."""
    name = fold(text[:_LONGEST])
    if not _SHORTEST <= len(name) <= _LONGEST // 2:
        return ()
    return nearest(name, {known: code for known, code in names().items() if known[0] == name[0]})
