"""A language of tests with a few translations: Romansh, which the bot does not offer, but Babel knows."""

from support.other_language import Words

from conversations.languages.catalogues import use

CODE = "rm"

_TEXTS = {
    "(Early) prevention": "(Frühe) Prävention",
    "Prison and probation": "Haft und Bewährungshilfe",
    "Formers": "Aussteiger",
    "Training": "Schulung",
    "Family support": "Unterstützung von Familien",
    "Internal Security Fund (ISF)": "Fonds für innere Sicherheit (FIS)",
    "Outside the EU and EEA": "Ausserhalb von EU und EWR",
    "Yes": "Iva",
    "No": "Ne",
    "Skip": "Auslassen",
    "Still active": "Läuft bis heute weiter",
    "This year": "Im laufenden Jahr",
    "{title}: {answer}": "{title} – {answer}",
    "{choices}, and {rest}": "{choices}, und {rest}",
    "{text} is not in the list. Press a button, or type what it says.": "{text} fehlt in der Liste.",
    "{text} is no longer in the list. Choose again.": "{text} gibt es nicht mehr.",
    "Choose exactly {wanted}, not {chosen}: {choices}.": "Genau {wanted}, nicht {chosen}: {choices}.",
    "{country} is in the EU or EEA. Press the button to save it under {title}.": "{country} ist in der EU ({title}).",
    "{country} is not in the EU or EEA. Press the button to save it under {title}.": "{country} nicht in der EU.",
    "Starting year": "Anfangsjahr",
    "Start of the practice": "Anfang der Praxis",
    "Saved: {answer}": "Gespeichert: {answer}",
    "today": "heute",
    "on {date}": "am {date}",
    "{count} of {limit} words": "{count} von {limit} Wörtern",
}

use(CODE, Words(_TEXTS, CODE))
