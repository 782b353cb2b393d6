"""Contact details in one text are split, with or without labels, in any order."""

import pytest

from conversations.fields.contact_details import details_in
from conversations.languages import speaking

ANNA = {
    "address": "Open Door\nExample Street 1\n8000 Aarhus C\nDenmark",
    "person": "Anna Example",
    "email": "anna@example.org",
    "telephone": "+45 33 11 55 00",
    "website": "https://www.example.org",
}


@pytest.mark.parametrize(
    "text",
    [
        (
            "Anna Example\nOpen Door\nExample Street 1\n8000 Aarhus C\nDenmark\nTel. +45 33 11 55 00\n"
            "anna@example.org\nwww.example.org"
        ),
        (
            "www.example.org\nanna@example.org\n+45 33 11 55 00\nAnna Example\nOpen Door\nExample Street 1\n"
            "8000 Aarhus C\nDenmark"
        ),
        (
            "Name: Anna Example\nOrganisation: Open Door\nAddress:\nExample Street 1\n8000 Aarhus C\nDenmark\n"
            "E-mail: anna@example.org\nPhone: +45 33 11 55 00\nWeb: www.example.org"
        ),
        (
            "Anna Example, Open Door, Example Street 1, 8000 Aarhus C, Denmark, +45 33 11 55 00, anna@example.org, "
            "www.example.org"
        ),
        (
            "Here are our contact details:\nAnna Example | Open Door\nExample Street 1\n8000 Aarhus C\nDenmark\n"
            "T +45 33 11 55 00 | M anna [at] example.org | W www.example.org\nBest regards"
        ),
    ],
)
def test_details_taken_apart(text: str) -> None:
    """The same details are read from different layouts."""
    assert ANNA == details_in(text).given


def test_name_before_an_organisation_on_one_line() -> None:
    """A line with a name and an organisation gives both, if no other line has a name."""
    found = details_in("Anna Example, NGO Open Door\nanna@example.org")
    assert ("Anna Example", ["NGO Open Door"]) == (found.person, found.address)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            (
                "Ansprechpartnerin: Dr. Eva Muster\nTräger: Muster e.V.\nAnschrift: Musterstraße 5, 10115 Berlin\n"
                "Tel.: 030 1234567\nFax: 030 1234568\nE-Mail: eva@example.org\nInternet: www.example.org"
            ),
            ("Dr. Eva Muster", "Muster e.V.\nMusterstraße 5, 10115 Berlin", "030 1234567"),
        ),
        (
            "Nombre: María Ejemplo\nCorreo electrónico: m@example.org\nTeléfono: +34 91 123 45 67\nDirección: Calle",
            ("María Ejemplo", "Calle", "+34 91 123 45 67"),
        ),
        (
            "Personne de contact : Marie Exemple\nCourriel : m@example.org\nAdresse : rue X\nTél : +33 1 23 45 67 89",
            ("Marie Exemple", "rue X", "+33 1 23 45 67 89"),
        ),
        ("Imię i nazwisko: Jan Przykład\nTel: +48 22 123 45 67", ("Jan Przykład", None, "+48 22 123 45 67")),
        ("Navn: Bo Eksempel\nTlf. 33 11 55 00\nAdresse: Vej 1", ("Bo Eksempel", "Vej 1", "33 11 55 00")),
        ("Namn: Åsa Exempel\nAdress: Gatan 1\nMobil: +46 8 123 456 78", ("Åsa Exempel", "Gatan 1", "+46 8 123 456 78")),
        ("Naam: Jan van den Berg\nTelefoon: +31 20 123 4567", ("Jan van den Berg", None, "+31 20 123 4567")),
        (
            "Nome: Ugo Esempio\nIndirizzo: Via Roma 1\nTelefono: +39 06 1234 5678",
            ("Ugo Esempio", "Via Roma 1", "+39 06 1234 5678"),
        ),
    ],
)
def test_details_by_labels(text: str, given: tuple[str, str | None, str]) -> None:
    """Labels are known in several languages."""
    found = details_in(text).given
    assert given == (found.get("person"), found.get("address"), found.get("telephone"))


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Strandgade 100\n1401 København K\nDenmark", {"address": "Strandgade 100\n1401 København K\nDenmark"}),
        ("Lilienbrunngasse 18/2/47, 1020 Wien", {"address": "Lilienbrunngasse 18/2/47\n1020 Wien"}),
        ("The contact person", {}),
        ("anna@example.org", {"email": "anna@example.org"}),
        ("Anna Example\nProject leader", {"person": "Anna Example, Project leader"}),
        ("Anna Example <anna@example.org>", {"person": "Anna Example", "email": "anna@example.org"}),
        ("call us: www.example.org", {"website": "https://www.example.org"}),
        ("33115500", {"telephone": "33115500"}),
        (
            "Hello, here are the details: Anna Example, a@example.org",
            {"person": "Anna Example", "email": "a@example.org"},
        ),
        ("x" * 2000, {}),
    ],
)
def test_details_of_few(text: str, given: dict[str, str]) -> None:
    """Other texts have no details: a house number is no phone number, and words alone are no name."""
    assert given == details_in(text).given


def test_details_left_over() -> None:
    """Pieces that are no detail are listed: a fax number, words next to a number."""
    found = details_in("Fax: 030 1234568\nTel: +45 33 11 55 00 (mornings)\nweb: www.example.org and so on")
    assert ["Fax 030 1234568", "mornings", "and so on"] == found.left


def test_organisation_known_before() -> None:
    """A line with the name of the organisation is no person."""
    found = details_in("Open Door\nAnna Example\nanna@example.org", ["Open Door is an association in Aarhus."])
    assert ("Open Door", "Anna Example") == (found.given["address"], found.given["person"])


@pytest.mark.parametrize(
    "text",
    [
        "My name is Eva Muster, mail eva@example.org tel +31 6 12345678",
        "Hello, my name is Eva Muster and my email is eva@example.org and my number is +31 6 12345678",
        "I am Eva Muster. You can reach me at eva@example.org or call +31 6 12345678",
        "Mijn naam is Eva Muster, mail eva@example.org tel +31 6 12345678",
        "Ik ben Eva Muster mail: eva@example.org, tel: +31 6 12345678",
        "ich heiße Eva Muster mail eva@example.org handy +31 6 12345678",
        "Je m'appelle Eva Muster, mon mail est eva@example.org et mon téléphone +31 6 12345678",
        "Me llamo Eva Muster, correo eva@example.org, móvil +31 6 12345678",
        "Mi chiamo Eva Muster, email: eva@example.org, telefono +31 6 12345678",
        "Jag heter Eva Muster, mejl eva@example.org, mobil +31 6 12345678",
        "jeg hedder Eva Muster mail eva@example.org tlf +31 6 12345678",
        "Nazywam się Eva Muster, mail eva@example.org i telefon +31 6 12345678",
        "Eva Muster tel +31 6 12345678 mail eva@example.org",
        "name Eva Muster, mail eva@example.org tel +31 6 12345678",
    ],
)
def test_details_in_a_sentence(text: str) -> None:
    """A person who writes a sentence is understood, with or without commas."""
    found = details_in(text)
    assert {"person": "Eva Muster", "email": "eva@example.org", "telephone": "+31 6 12345678"} == found.given
    assert [] == found.left


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("mijn naam is eva, mail eva@example.org", "eva"),
        ("ik heet Eva de Vries en mail eva@example.org", "Eva de Vries"),
        ("My name is Eva Muster from Open Door, eva@example.org", "Eva Muster"),
        ("My name is Anna Maria Eva Luisa Muster, eva@example.org", "Anna Maria Eva Luisa"),
        ("I am the leader, eva@example.org", ""),
        ("my name is 5, eva@example.org", ""),
    ],
)
def test_name_in_a_sentence(text: str, person: str) -> None:
    """A name ends at a small word, and has at most four words."""
    assert person == details_in(text).person


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Anna Example, anna at example dot org"),
        ("de", "Anna Example, anna ät example punkt org"),
        ("fr", "Anna Example, anna arobase example point org"),
        ("pl", "Anna Example, anna małpa example kropka org"),
    ],
)
def test_email_in_words_beside_a_name(code: str, text: str) -> None:
    """An address that is spelled out is no part of the person's name."""
    with speaking(code):
        assert {"person": "Anna Example", "email": "anna@example.org"} == details_in(text).given


def test_host_after_at_is_a_website() -> None:
    """Without a word for the dot, "at" may be a word of the sentence."""
    assert {"website": "https://example.org"} == details_in("we are at example.org").given
