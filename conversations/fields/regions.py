"""Regions, islands and large towns, and the countries that they belong to."""

from collections import defaultdict
from functools import cache

from conversations.fields.plain import fold

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
"""Without names that are other words as well, such as Nice and Split; Roma may also be short for Romania."""

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
    """Give the two-letter codes of the countries that a folded name of a region, island or town may belong to."""
    found = defaultdict[str, list[str]](list)
    for code, called in _REGIONS.items():
        for name in called.split(","):
            found[fold(name)].append(code)
    return {name: tuple(dict.fromkeys(codes)) for name, codes in found.items()}
