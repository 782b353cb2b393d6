"""Titles of the template as people change them: misspelt, shortened, in other languages."""

MISSPELT = {
    "Name of the practice": "1. Name of the practise",
    "Geographical scope": "6) Geografical scope",
    "Sustainability and transferability": "Sustainabilty and transferability:",
    "Organisation": "Organization",
    "Key themes": "Key theme's",
    "Contact details": "Contact detials",
}

SHORTENED = {
    "Name of the practice": "Name",
    "Key themes": "Themes",
    "Target audience": "Audience",
    "Geographical scope": "Scope",
    "Start of the practice": "Start",
    "Sustainability and transferability": "Sustainability",
    "Presented and discussed in RAN meeting": "RAN meeting",
    "Linked to other EU initiatives or EU funding": "EU funding",
    "Country of origin": "Country",
    "Contact details": "Contact",
    "Last update text": "Last update",
}

LANGUAGES: dict[str, dict[str, str]] = {
    "German": {
        "Name of the practice": "Name der Praxis",
        "Description": "Beschreibung",
        "Key themes": "Schlüsselthemen",
        "Target audience": "Zielgruppe",
        "Geographical scope": "Geografische Reichweite",
        "Start of the practice": "Beginn der Praxis",
        "Deliverables": "Ergebnisse",
        "Evidence and evaluation": "Nachweise und Evaluierung",
        "Sustainability and transferability": "Nachhaltigkeit und Übertragbarkeit",
        "Presented and discussed in RAN meeting": "Vorgestellt und diskutiert in einer RAN-Sitzung",
        "Linked to other EU initiatives or EU funding": "Verbindung zu anderen EU-Initiativen oder EU-Förderung",
        "Country of origin": "Herkunftsland",
        "Contact details": "Kontaktdaten",
        "Last update text": "Letzte Aktualisierung",
    },
    "French": {
        "Name of the practice": "Nom de la pratique",
        "Key themes": "Thèmes clés",
        "Target audience": "Public cible",
        "Geographical scope": "Portée géographique",
        "Start of the practice": "Début de la pratique",
        "Deliverables": "Livrables",
        "Evidence and evaluation": "Preuves et évaluation",
        "Sustainability and transferability": "Durabilité et transférabilité",
        "Country of origin": "Pays d'origine",
        "Contact details": "Coordonnées",
        "Last update text": "Dernière mise à jour",
    },
    "Danish": {
        "Name of the practice": "Navn på praksis",
        "Description": "Beskrivelse",
        "Key themes": "Nøgletemaer",
        "Target audience": "Målgruppe",
        "Geographical scope": "Geografisk omfang",
        "Deliverables": "Leverancer",
        "Sustainability and transferability": "Bæredygtighed og overførbarhed",
        "Organisation": "Organisationen",
        "Country of origin": "Oprindelsesland",
        "Contact details": "Kontaktoplysninger",
        "Last update text": "Seneste opdatering",
    },
}
