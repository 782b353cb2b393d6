"""Phone numbers are stored in international form."""

from datetime import date

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.fields import OUTSIDE, NotUnderstood, Offered, Phone, ReadingContext, Understood
from conversations.fields.phones import with_phones_replaced
from conversations.languages import speaking

PATHS = ("country_of_origin.country", "country_of_origin.non_eu_country")
PHONE = Phone(region_from=PATHS)
TODAY = date(2026, 11, 23)
NOWHERE = ReadingContext(today=TODAY)
DENMARK = ReadingContext(today=TODAY, answers={PATHS[0]: "Denmark"})
GERMANY = ReadingContext(today=TODAY, answers={PATHS[0]: "Germany", PATHS[1]: None})
SWITZERLAND = ReadingContext(today=TODAY, answers={PATHS[0]: OUTSIDE, PATHS[1]: "Switzerland"})


@pytest.mark.parametrize(
    ("text", "context", "number"),
    [
        ("+45 33 11 55 00", NOWHERE, "+45 33 11 55 00"),
        ("0045 33 11 55 00", NOWHERE, "+45 33 11 55 00"),
        ("(0045) 33-11-55-00", NOWHERE, "+45 33 11 55 00"),
        ("+45 (0) 33 11 55 00", NOWHERE, "+45 33 11 55 00"),
        ("(+45) 33.11.55.00", NOWHERE, "+45 33 11 55 00"),
        ("Tel.: +45 33/11/55/00", NOWHERE, "+45 33 11 55 00"),
        ("0049 (0)30/123456", NOWHERE, "+49 30 123456"),
        ("+45 33 11 55 00 ext. 12", NOWHERE, "+45 33 11 55 00 ext. 12"),
        ("٠٠٤٥ ٣٣ ١١ ٥٥ ٠٠", NOWHERE, "+45 33 11 55 00"),
        ("33 11 55 00", DENMARK, "+45 33 11 55 00"),
        ("030 / 12345678", GERMANY, "+49 30 12345678"),
        ("044 668 18 00", SWITZERLAND, "+41 44 668 18 00"),
    ],
)
def test_phone_understood(text: str, context: ReadingContext, number: str) -> None:
    """A number is read with its country code, or with the country of another answer."""
    assert Understood(number) == PHONE.read(text, context)


@pytest.mark.parametrize(
    "text",
    [
        *("+32 2 555 55 55 ext. 12", "+32 2 555 55 55 x12", "+32 2 555 55 55x12", "+32 2 555 55 55 #12"),
        *("+32 2 555 55 55 poste 12", "+32 2 555 55 55 (poste 12)", "+32 2 555 55 55, Durchwahl 12"),
        *("+32 2 555 55 55 DW -12", "+32 2 555 55 55 lokal 12", "+32 2 555 55 55 wew. 12", "+32 2 555 55 55 int. 12"),
        *(
            "+32 2 555 55 55 toestel 12",
            "+32 2 555 55 55 anexo 12",
            "+32 2 555 55 55 linka 12",
            "+32 2 555 55 55 доб. 12",
        ),
        *(
            "+32 2 555 55 55 mellék 12",
            "+32 2 555 55 55 εσωτ. 12",
            "+32 2 555 55 55 anknytning 12",
            "0032 2 555 55 55 ext:12",
        ),
    ],
)
def test_phone_extension_understood(text: str) -> None:
    """An extension is read by its name in the languages of Europe."""
    assert Understood("+32 2 555 55 55 ext. 12") == PHONE.read(text, NOWHERE)


@pytest.mark.parametrize(
    "text",
    [
        "Tel +32 2 555 55 55 - Fax +32 2 555 55 56",
        "T: +32 2 555 55 55 F: +32 2 555 55 56",
        "Fax: +32 2 555 55 56, Tel.: +32 2 555 55 55",
        "+32 2 555 55 55 (fax: +32 2 555 55 56)",
        "+32 2 555 55 55, +32 2 555 55 56 (fax)",
        "+32 2 555 55 55 tel, +32 2 555 55 56 fax",
        "Telefon: +32 2 555 55 55\nTelefaks: +32 2 555 55 56",
        "Tel/Fax: +32 2 555 55 55",
        "Mob.: +32 2 555 55 55",
        "tel:+3225555555",
        "＋32‑2‑555–55—55",
        "+32·2·555·55·55",
    ],
)
def test_phone_is_no_fax(text: str) -> None:
    """Of a telephone and a fax number the telephone number is used; labels do not belong to it."""
    assert Understood("+32 2 555 55 55") == PHONE.read(text, NOWHERE)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Fax: +32 2 555 55 56", "+32 2 555 55 56 is a fax number."),
        ("Fax +32 2 555 55 56 / 57", "+32 2 555 55 56 and +32 2 555 55 57 are fax numbers."),
    ],
)
def test_phone_fax_alone_offered(text: str, problem: str) -> None:
    """A fax number alone is saved only after a press."""
    reading = PHONE.read(text, NOWHERE)
    assert isinstance(reading, Offered)
    assert f"{problem} Send a telephone number, or press it if people can call it." == reading.problem
    assert "+32 2 555 55 56" == reading.options[0].value


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+49 30 9018-20/-21", ["+49 30 901820", "+49 30 901821"]),
        ("+49 30 9018-20 / - 21 / - 22", ["+49 30 901820", "+49 30 901821", "+49 30 901822"]),
        ("+45 33 11 55 00 / 01", ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("+49 30 123456/78", ["+49 30 123456", "+49 30 123478", "+49 30 12345678"]),
    ],
)
def test_phone_other_ending_offered(text: str, numbers: list[str]) -> None:
    """Last digits after a slash make a second number; all digits together may be one number, too."""
    reading = PHONE.read(text, NOWHERE)
    assert isinstance(reading, Offered)
    assert numbers == [option.value for option in reading.options]


@pytest.mark.parametrize(
    ("text", "context", "numbers"),
    [
        ("+45 33 11 55 00 (office) +49 30 123456 (mobile)", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
        ("(office) +45 33 11 55 00 (mobile) +49 30 123456", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
        ("T: +45 33 11 55 00 F: +45 33 11 55 02 M: +49 30 123456", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
        ("+45 33 11 55 00 - +49 30 123456", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
        ("33 11 55 00 - 33 11 55 01", DENMARK, ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("33 11 55 00 33 11 55 01", DENMARK, ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("030 123456 / 030 654321", GERMANY, ["+49 30 123456", "+49 30 654321"]),
        ("33 11 55 00 / 33 11 55 01", DENMARK, ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("+45 33 11 55 00 / 33 11 55 01", NOWHERE, ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("+45 33 11 55 00 or +49 30 123456", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
        ("+45 33 11 55 00\n+49 30 123456", NOWHERE, ["+45 33 11 55 00", "+49 30 123456"]),
    ],
)
def test_phone_two_offered(text: str, context: ReadingContext, numbers: list[str]) -> None:
    """Two numbers in one line are offered one by one, with the place for the other."""
    reading = PHONE.read(text, context)
    assert isinstance(reading, Offered)
    assert reading.problem == (
        "Your message has two phone numbers. Press or send one; the other can go into the address."
    )
    assert numbers == [option.value for option in reading.options]


@pytest.mark.parametrize(
    "text",
    [
        "+45 33 11 55 00, ask for Anna",
        "+45 33 11 55 00 (mobile)",
        "+45 33 11 55 00 (9am-5pm)",
        "+45 33 11 55 00, call after 5pm",
        "+45 33 11 55 00, 9:00-17:00",
        "+45 33 11 55 00, Mon-Fri 9-17",
        "+45 33 11 55 00 kl. 9-15",
        "+45 33 11 55 00 24/7",
        "+45 33 11 55 00 (12)",
        "+45 33 11 55 00-03",
        "+45 33 11 55 00 (WhatsApp)",
        "Anna Example +45 33 11 55 00",
        "Tel: +45 33 11 55 00 Fax: on request",
    ],
)
def test_phone_among_words_offered(text: str) -> None:
    """A number with other words around it is offered."""
    reading = PHONE.read(text, NOWHERE)
    assert isinstance(reading, Offered)
    assert [option.value for option in reading.options] == ["+45 33 11 55 00"]


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("33 11 55 00", NOWHERE),
        ("none", DENMARK),
        ("12", DENMARK),
        ("", DENMARK),
        ("1" * 10_000, DENMARK),
        ("+", DENMARK),
    ],
)
def test_phone_not_understood(text: str, context: ReadingContext) -> None:
    """A text that is no number is refused: begin with the country code."""
    reading = PHONE.read(text, context)
    assert isinstance(reading, NotUnderstood)
    assert reading.problem.endswith(
        "” is not a complete phone number. Begin with + and the country code, such as +45 33 11 55 00."
    )


def test_phone_two_without_country() -> None:
    """Two numbers of an unknown country are refused: send one, with the country code."""
    problem = (
        "Your message has several phone numbers. Send one; the other can go into the address. "
        "Begin with + and the country code, such as +45 33 11 55 00."
    )
    assert NotUnderstood(problem) == Phone().read("33 11 55 00 / 33 11 55 01", NOWHERE)


@pytest.mark.parametrize("value", ["33 11 55 00", "+45", "0045 33 11 55 00", "+45 33 11 55 00" * 50])
def test_phone_bounds(value: str) -> None:
    """A stored number begins with + and is complete."""
    assert PHONE.problem("+45 33 11 55 00") is None
    assert "is not a complete phone number" in str(PHONE.problem(value))


@given(st.sampled_from(["AT", "BE", "BG", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "IT", "NO", "PL", "SE", "TR"]))
def test_phone_read_again(region: str) -> None:
    """Reading a shown number returns the same number."""
    example = phonenumbers.example_number(region)
    assert example is not None
    number = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    assert Understood(number) == PHONE.read(PHONE.show(number), NOWHERE)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+45 33 11 55 00 or 01", ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("+32 2 555 55 55, 56 and 57", ["+32 2 555 55 55", "+32 2 555 55 56", "+32 2 555 55 57"]),
        ("+44 20 7946 0000 and 0001", ["+44 20 7946 0000", "+44 20 7946 0001"]),
        ("+49 30 901820 od. 901821", ["+49 30 901820", "+49 30 901821"]),
        ("+45 33 11 55 00, room 12", ["+45 33 11 55 00"]),
        ("+45 33 11 55 00 (since 2019)", ["+45 33 11 55 00"]),
        ("+45 33 11 55 00 or 00", ["+45 33 11 55 00"]),
        ("+45 33 11 55 00, 9-17", ["+45 33 11 55 00"]),
        ("+4 5, 33", []),
    ],
)
def test_last_digits_behind_a_word_are_of_another_number(text: str, numbers: list[str]) -> None:
    """Digits after "or", "and" or a comma are last digits of another number; a room or a year is not."""
    reading = PHONE.read(text, NOWHERE)
    assert numbers == ([option.value for option in reading.options] if isinstance(reading, Offered) else [])


@pytest.mark.parametrize("text", ["+45 33 11\n55 00", "+45\t33 11 55 00", "+45\n33115500"])
def test_phone_broken_over_lines_is_one(text: str) -> None:
    """One number with a line break or a tab is read, not refused with a quote that looks right."""
    assert Understood("+45 33 11 55 00") == PHONE.read(text, NOWHERE)


@pytest.mark.parametrize(
    "text", ["tel:+4533115500;ext=12", "+4533115500 internnr. 12", "+45 33115500 vid. 12", "+4533115500,,12#"]
)
def test_phone_extension_in_other_words(text: str) -> None:
    """The extension of a tel: link, and those of Norwegian and Lithuanian, are read."""
    assert Understood("+45 33 11 55 00 ext. 12") == PHONE.read(text, NOWHERE)


def test_three_phones_leave_others() -> None:
    """After three numbers one is asked for, with the place for the others."""
    problem = "Your message has three phone numbers. Press or send one; the others can go into the address."
    reading = PHONE.read("+45 33 11 55 00 / 01 / 02", NOWHERE)
    assert isinstance(reading, Offered)
    assert problem == reading.problem


@pytest.mark.parametrize(
    ("text", "country", "replaced"),
    [
        ("Call +45 33 11 55 00, or 33115501.", "Denmark", "Call [-], or [-]."),
        ("Call +45 33 11 55 00, or 33115501.", "", "Call [-], or 33115501."),
        (
            "From 2011-2014 and 2016 – 2019 we met 40 people.",
            "Denmark",
            "From 2011-2014 and 2016 – 2019 we met 40 people.",
        ),
        ("Nothing here.", "Atlantis", "Nothing here."),
    ],
)
def test_phones_are_replaced_in_a_text(text: str, country: str, replaced: str) -> None:
    """Each valid number is replaced, one without a code as a number of the country; years stay."""
    assert replaced == with_phones_replaced(text, country, "[-]")


REGIONS = {
    **{code: code.upper() for code in ("bg", "de", "es", "fi", "fr", "hr", "hu", "it", "lt", "lv", "mt", "nl", "no")},
    **{code: code.upper() for code in ("pl", "pt", "ro", "sk")},
    "cs": "CZ",
    "da": "DK",
    "el": "GR",
    "et": "EE",
    "ga": "IE",
    "sl": "SI",
    "sv": "SE",
}


@pytest.mark.parametrize("code", REGIONS)
@pytest.mark.parametrize("kind", [phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE])
def test_phone_without_code_offered_for_the_language(code: str, kind: int) -> None:
    """A number as people write it at home is offered with the code of the country of the talk's language."""
    number = phonenumbers.example_number_for_type(REGIONS[code], kind)
    assert number is not None
    typed, shown = (
        phonenumbers.format_number(number, form)
        for form in (phonenumbers.PhoneNumberFormat.NATIONAL, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    )
    with speaking(code):
        reading = PHONE.read(typed, NOWHERE)
    assert isinstance(reading, Offered)
    assert shown in [option.value for option in reading.options]


ADDRESS = ReadingContext(today=TODAY, answers={"contact.address": "Beispielweg 1\n10115 Berlin\nGermany"})


@pytest.mark.parametrize(
    ("context", "text", "number"),
    [
        (ADDRESS, "0171 2345678", "+49 171 2345678"),
        (ADDRESS, "mobile: 0171 2345678", "+49 171 2345678"),
        (ReadingContext(today=TODAY, language="pt-BR"), "11 2345-6789", "+55 11 2345-6789"),
    ],
)
def test_phone_without_code_offered_for_a_country(context: ReadingContext, text: str, number: str) -> None:
    """So it is for the country of the address and of the app; the refusal says how a number begins."""
    reading = Phone(region_from=PATHS, places=("contact.address",)).read(text, context)
    assert isinstance(reading, Offered)
    assert number == reading.options[0].value
    assert reading.problem.endswith(
        f"Begin with + and the country code, such as {number}. Press the one that you mean."
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        *(("en", "0171 2345678"), ("de", "2015-2019"), ("da", "2015 2019"), ("de", "12 Kollegen"), ("de", "10115")),
        *(("de", "Beispielweg 12, 10115 Berlin"), ("fr", "06 12 34 56"), ("de", "seit 2015 haben wir 123456 Besucher")),
    ],
)
def test_phone_of_no_country_not_offered(code: str, text: str) -> None:
    """Years, an address, an incomplete number and a number with words around it are not offered."""
    with speaking(code):
        assert isinstance(PHONE.read(text, NOWHERE), NotUnderstood)
