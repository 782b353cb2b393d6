"""Regions, islands and constituent parts of countries, and the countries that they belong to."""

from collections import defaultdict
from functools import cache

from conversations.fields.plain import fold

_REGIONS = {
    "AT": (
        "Burgenland, Carinthia, Kärnten, Lower Austria, Niederösterreich, Salzburg, Styria, Steiermark, Tyrol, Tirol, "
        "Upper Austria, Oberösterreich, Vienna, Wien, Vorarlberg"
    ),
    "BE": (
        "Flanders, Flandern, Vlaanderen, Flandre, Flandres, Fiandre, Flemish Region, Flemish Community, Wallonia, "
        "Wallonie, Wallonië, Walloon Region, Brussels, Bruxelles, Brussel, Brüssel, Brussels-Capital Region, Limburg, "
        "Antwerp, Hainaut, Flemish Brabant, Walloon Brabant, French Community, German-speaking Community, Ostbelgien"
    ),
    "BG": "Thrace, Dobrudja, Dobruja",
    "CZ": "Bohemia, Čechy, Böhmen, Moravia, Morava, Mähren, Silesia, Prague, Praha",
    "CY": "Nicosia, Limassol",
    "DE": (
        "Baden-Württemberg, Baden-Wuerttemberg, Bavaria, Bayern, Bavière, Baviera, Berlin, Brandenburg, Bremen, "
        "Hamburg, Hesse, Hessen, Lower Saxony, Niedersachsen, Mecklenburg-Vorpommern, Mecklenburg-Western Pomerania, "
        "North Rhine-Westphalia, Nordrhein-Westfalen, NRW, Rhineland-Palatinate, Rheinland-Pfalz, Saarland, Saxony, "
        "Sachsen, Saxony-Anhalt, Sachsen-Anhalt, Schleswig-Holstein, Thuringia, Thüringen, East Germany, West "
        "Germany, GDR, DDR"
    ),
    "DK": (
        "Jutland, Jylland, Zealand, Sjælland, Funen, Fyn, Bornholm, Faroes, Faroe, Faeroe Islands, Føroyar, Kalaallit "
        "Nunaat, Capital Region of Denmark, Region Hovedstaden, Region Midtjylland, Region Nordjylland, Region "
        "Syddanmark"
    ),
    "EE": "Saaremaa, Hiiumaa, Ida-Viru",
    "ES": (
        "Andalusia, Andalucía, Andalusien, Aragon, Aragón, Asturias, Balearic Islands, Balearics, Islas Baleares, "
        "Illes Balears, Mallorca, Majorca, Ibiza, Menorca, Basque Country, País Vasco, Euskadi, Baskenland, Canaries, "
        "Canary Islands, Islas Canarias, Canarias, Kanarische Inseln, Îles Canaries, Tenerife, Gran Canaria, "
        "Cantabria, Castile and León, Castilla y León, Castilla-La Mancha, Castile-La Mancha, Catalonia, Cataluña, "
        "Catalunya, Katalonien, Catalogne, Ceuta, Melilla, Extremadura, Galicia, La Rioja, Madrid, Murcia, Navarre, "
        "Navarra, Valencia, Valencian Community, Comunitat Valenciana"
    ),
    "FI": "Åland, Aland Islands, Ahvenanmaa, Lapland, Lappi, Uusimaa, Ostrobothnia, Karelia",
    "FR": (
        "Alsace, Elsass, Aquitaine, Auvergne, Brittany, Bretagne, Burgundy, Bourgogne, Corsica, Corse, Korsika, "
        "Champagne, Franche-Comté, Grand Est, Hauts-de-France, Île-de-France, Ile de France, Languedoc, Lorraine, "
        "Normandy, Normandie, Nouvelle-Aquitaine, Occitanie, Occitania, Pays de la Loire, Picardy, Provence, PACA, "
        "Savoy, Savoie, Rhône-Alpes, Auvergne-Rhône-Alpes, Basque Country, Guadeloupe, Martinique, Mayotte, French "
        "Guiana, Guyane, Guyane française, Réunion, La Réunion, Reunion Island, Île de la Réunion, Saint Martin, "
        "Saint-Martin, DOM-TOM, Outre-mer, French Caribbean"
    ),
    "GR": "Crete, Kreta, Kriti, Rhodes, Corfu, Thessaly, Epirus, Peloponnese, Attica, Thrace, Cyclades, Dodecanese",
    "GB": "Ulster, Cornwall, Isle of Wight, Orkney, Shetland, Hebrides",
    "HR": "Dalmatia, Dalmacija, Istria, Istra, Slavonia, Slavonija",
    "HU": "Transdanubia, Budapest",
    "IE": "Leinster, Munster, Connacht, Connaught, Southern Ireland, Ulster",
    "IS": "Reykjavik",
    "IT": (
        "Abruzzo, Aosta Valley, Valle d'Aosta, Apulia, Puglia, Basilicata, Calabria, Campania, Emilia-Romagna, "
        "Friuli-Venezia Giulia, Friuli, Lazio, Latium, Liguria, Lombardy, Lombardia, Lombardei, Marche, Molise, "
        "Piedmont, Piemonte, Sardinia, Sardegna, Sardinien, Sardaigne, Sicily, Sicilia, Sizilien, Sicile, South "
        "Tyrol, Südtirol, Alto Adige, Tyrol, Trentino, Trentino-Alto Adige, Tuscany, Toscana, Toskana, Umbria, "
        "Veneto, Venetia"
    ),
    "LT": "Samogitia, Aukštaitija",
    "LV": "Latgale, Kurzeme, Vidzeme, Zemgale, Courland",
    "MT": "Gozo, Għawdex, Comino",
    "NL": (
        "Brabant, North Brabant, Noord-Brabant, Drenthe, Flevoland, Friesland, Frisia, Gelderland, Groningen, "
        "Limburg, North Holland, Noord-Holland, South Holland, Zuid-Holland, Overijssel, Utrecht, Zeeland, Dutch "
        "Caribbean"
    ),
    "NO": "Svalbard, Spitsbergen, Jan Mayen, Lapland, Lofoten, Finnmark, Vestland, Trøndelag",
    "PL": (
        "Greater Poland, Lesser Poland, Małopolska, Wielkopolska, Masovia, Mazovia, Mazowsze, Masuria, Pomerania, "
        "Pomorze, Silesia, Śląsk, Schlesien, Podlasie, Warmia"
    ),
    "PT": "Azores, Açores, Azoren, Madeira, Algarve, Alentejo",
    "RO": "Transylvania, Transilvania, Ardeal, Siebenbürgen, Wallachia, Banat, Dobruja, Bukovina, Oltenia",
    "SE": "Scania, Skåne, Gotland, Öland, Lapland, Lappland, Götaland, Svealand, Norrland, Dalarna, Västra Götaland",
    "SI": "Carniola, Istria, Istra, Slovenian Styria",
    "SK": "Spiš, Bratislava",
    "BA": "Republika Srpska, Srpska",
    "TR": "Thrace, Anatolia",
    "RS": "Vojvodina, Sandžak, Banat",
    "MD": "Transnistria, Gagauzia",
    "UA": "Crimea, Donbas, Donbass, Galicia, Bukovina",
    "RU": "Chechnya, Dagestan, Kaliningrad, Karelia",
}
PARTS = {
    **dict.fromkeys(("BL", "GF", "GP", "MF", "MQ", "RE", "YT"), "FR"),
    **dict.fromkeys(("EA", "IC"), "ES"),
    "AX": "FI",
    "SJ": "NO",
}
"""Territories with a code of their own that are parts of a country of the EU or EEA: a practice there is its own."""

LINKED = {
    **dict.fromkeys(("FO", "GL"), "DK"),
    **dict.fromkeys(("NC", "PF", "PM", "TF", "WF"), "FR"),
    **dict.fromkeys(("AW", "BQ", "CW", "SX"), "NL"),
    "BV": "NO",
}
"""Those that belong to such a country and lie outside the EU and EEA."""


@cache
def regions() -> dict[str, tuple[str, ...]]:
    """Give the two-letter codes of the countries that a folded name of a region or island may belong to."""
    found = defaultdict[str, list[str]](list)
    for code, called in _REGIONS.items():
        for name in called.split(","):
            found[fold(name)].append(code)
    return {name: tuple(dict.fromkeys(codes)) for name, codes in found.items()}
