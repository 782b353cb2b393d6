"""The sentences of all kinds: refusals, offers and examples.

A refusal says what is wrong, with figures, and how to put it right; an example comes last. Functions for shortening
and counting are here, too.
"""

import re
from collections.abc import Sequence

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Control characters, direction marks, and characters that cannot be sent; a space replaces them.

Names of people and of files need other cleaning; each place has its own.
"""

_SEVERAL = re.compile(r"\w\s*[,;\n]\s*\w|\w\s+(?:and|&|und|et|og|och|y|e|en|oraz)\s+\w", re.IGNORECASE)
"""Several things in one text."""

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_KEPT_SHOWN = 33
"""How many characters of a text the button "Keep" shows."""

LABEL_LENGTH = 60
"""How many characters of a button a phone shows."""

NO_WORDS = "I see no letter or digit. Write your answer in words."

YES_OR_NO = "I need a Yes or a No here: press one, or type it."

PHONE_EXAMPLE = "+45 33 11 55 00"

COUNTRY_TWICE = "Name one country, the one that the practice comes from. The others belong under Geographical scope."


def shortened(text: str, length: int) -> str:
    """Shorten a text to one line of at most ``length`` characters, with … at a cut."""
    line = " ".join(_UNSEEN.sub(" ", text[: 8 * length]).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str, length: int = 40) -> str:
    """Shorten and quote a text that a person typed."""
    return f"“{shortened(text, length)}”"


def are_not(text: str, several: str, one: str) -> str:
    """Begin to say that a text, or ``several`` things in it, are not something: “Oslo, Rome” are not ..."""
    return f"{quoted(text)} {f'are not {several}' if _SEVERAL.search(text) else f'is not {one}'}"


def label(text: str) -> str:
    """Shorten a text for a button."""
    return shortened(text, LABEL_LENGTH)


def counted(number: int, one: str, many: str = "") -> str:
    """Format a number with its noun: ``1 word``, ``1,204 words``, ``2 people``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """Format a number up to ten as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _listed(items: Sequence[str], word: str) -> str:
    return f"{', '.join(items[:-1])} {word} {items[-1]}" if len(items) > 1 else "".join(items)


# Free texts


def too_many_words(words: int, limit: int, where: str) -> str:
    """Refuse a text with too many words; ``where`` quotes the last word that is allowed."""
    return f"{_over(words, 'word', limit)} Word {limit:,} is the last one here: {where}"


def too_many_characters(characters: int, limit: int) -> str:
    """Refuse a text with too many characters."""
    return _over(characters, "character", limit)


def _over(number: int, noun: str, limit: int) -> str:
    return (
        f"That is {counted(number, noun)}, {number - limit:,} over the limit of {limit:,}. "
        "Your text is kept: send a shorter one, or press Keep and fix later."
    )


# Texts that may mean "no answer"


def keep(text: str) -> str:
    """Name the button that keeps a text as written."""
    return f"Keep {quoted(text, _KEPT_SHOWN)}"


def perhaps_nothing(text: str, skip: str | None) -> str:
    """Ask whether a text means that there is no answer; ``skip`` is the button of an optional question."""
    if skip is None:
        return (
            f"This question needs an answer. Does {quoted(text)} mean that you have none? Send an answer, or keep it."
        )
    return f"Does {quoted(text)} mean that you have no answer? Press {skip}, or keep it."


def nothing_or(problem: str, skip: str) -> str:
    """Say first that an optional question can be skipped."""
    return problem if f"press {skip}" in problem else f"{none_here(skip)} {problem}"


def none_here(skip: str) -> str:
    """Say how to leave out an optional question."""
    return f"If there is none, press {skip}."


# Years


def year_bounds(first: int, last: int | None) -> str:
    """Refuse a year out of bounds."""
    if last is None:
        return f"Enter a year from {first} on, such as {max(first, 2011)}."
    return f"Enter a year between {first} and {last}, such as {min(max(first, 2011), last)}."


def several_years(years: Sequence[int]) -> str:
    """Ask for one year."""
    return f"Your message names {_listed([str(year) for year in years[:4]], 'and')}. Send one year, such as {years[0]}."


def years_backwards(first: int, last: int) -> str:
    """Refuse a range that ends before it begins."""
    return f"{last} is before {first}. Send the starting year alone, such as {last}."


def both_years(first: int, last: int) -> str:
    """Offer a range as the start and the end."""
    return (
        f"Your message names two years. Press the button to take {first} as the start and {last} as the end, or send "
        "one year."
    )


def both_years_or_one(first: int, last: int) -> str:
    """Offer both years, or the first alone: it may be a school year, or a month."""
    return f"That can be two years. Press {first} and {last} if it ended in {last}, or {first} alone."


def still_active(first: int, last: int) -> str:
    """Offer the start of a range that ends in the future, as still active."""
    return f"{last} is still to come, so the practice is still active. Press the button to take {first} as the start."


def only_an_end(year: int, today: int, first: int) -> str:
    """Ask for the start after the end was given."""
    asked = f"Send the year in which it began, {first} to {today}, such as {min(year, today)}."
    return f"{year} is the ending year. {asked}"


def only_a_start(year: int, goes_on: str) -> str:
    """Ask for the end after the start was given."""
    return f"That is the year in which it began. Press {goes_on} if it goes on, or {year} if it ended in that year."


def end_of_years(first: int, last: int) -> str:
    """Offer the second of two years as the end."""
    return f"Your message names {first} and {last}. Press {last} to take it as the end, or send one year."


def ends_later(year: int, goes_on: str) -> str:
    """Refuse an end in the future."""
    active = f"{year} is still to come, so the practice is still active."
    return f"{active} Press {goes_on}, or send the year in which it ended."


def goes_on_or(problem: str, goes_on: str) -> str:
    """Say first which button to press if the practice goes on."""
    return f"If it goes on, press {goes_on}. {problem}"


def not_quite_a_year(text: str) -> str:
    """Offer the year in a text that has other words, or is misspelled."""
    return f"Which year is {quoted(text)}? Press the one that you mean, or send another."


def decade(text: str, example: int) -> str:
    """Ask for one year of a decade."""
    return f"{quoted(text)} is a decade. Send one year, such as {example}."


# Lists

IN_LIST = "in the list"


def not_in_list(text: str) -> str:
    """Refuse a text that is not in the list."""
    return f"{are_not(text, IN_LIST, IN_LIST)}. Press a button, or type what it says."


def nearly_in_list(text: str) -> str:
    """Offer the most similar choices."""
    return f"{are_not(text, IN_LIST, IN_LIST)}. Press the one that you mean."


CHOOSE_TOO = "Choose at least one of the list, too."


def dash_between_numbers() -> str:
    """Ask for commas between numbers."""
    return "Put a comma between the numbers of the list, such as 1, 5."


def gone_from_list(text: str) -> str:
    """Say that a saved label is no longer in the list."""
    return f"{quoted(text, 60)} is no longer in the list. Choose again."


def too_few(wanted: int, chosen: int) -> str:
    """Ask for the missing ones of an exact number of choices."""
    begin = f"Choose exactly {in_words(wanted)}: {in_words(chosen)} {'is' if chosen < 2 else 'are'} chosen."  # noqa: PLR2004 - grammar
    return f"{begin} Press {in_words(wanted - chosen)}{' more' if chosen else ''}."


def too_many(wanted: int, labels: Sequence[str]) -> str:
    """Refuse more than an exact number of choices, and name them, because none was ticked."""
    return f"Choose exactly {in_words(wanted)}, not {in_words(len(labels))}: {'; '.join(labels)}."


def at_least(wanted: int, chosen: int) -> str:
    """Ask for more choices."""
    return f"Choose at least {in_words(wanted)}: {in_words(chosen)} {'is' if chosen < 2 else 'are'} chosen."  # noqa: PLR2004 - grammar


def unpress_first(chosen: Sequence[str]) -> str:
    """Say that no more can be chosen, and how to change the choice."""
    count = in_words(len(chosen)).capitalize()
    verb = "is" if len(chosen) == 1 else "are"
    return f"{count} {verb} chosen: {'; '.join(chosen)}. To change that, first press one of them, then another."


# Countries


def country_twice(names: Sequence[str]) -> str:
    """Ask for one of several countries."""
    return f"{COUNTRY_TWICE} You named {_listed(names, 'and')}."


def not_a_country(text: str) -> str:
    """Refuse a text without a country."""
    return f"{_no_country(text)}. Press a button, or send a name or a code, such as Denmark or DK."


def nearly_a_country(text: str) -> str:
    """Offer the most similar countries."""
    return f"{_no_country(text)}. Press the one that you mean, or send another name."


def _no_country(text: str) -> str:
    return are_not(text, "countries in the list", "a country in the list")


def outside(country: str) -> str:
    """Offer to save a country outside the EU and EEA under its own question."""
    return f"{country} is not in the EU or EEA. Press the button to save it under Non-EU country."


def inside(country: str) -> str:
    """Offer to save a country of the EU or EEA under its own question."""
    return f"{country} is in the EU or EEA. Press the button to save it under EU or EEA country."


def unknown_country(text: str) -> str:
    """Offer to keep the name of a country as written."""
    return f"I do not know the country {quoted(text)}. Press the one that you mean, or keep it as written."


def country_name() -> str:
    """Ask for the name of one country."""
    return "Send the name of one country, at most 100 characters, such as Switzerland."


# Dates

_A_DATE = "such as 23 January 2019, 23-24 January 2019, January 2019 or 2019"


def not_a_date() -> str:
    """Say how to write a date."""
    return f"Send a day, some days, a month or a year, {_A_DATE}."


def no_year() -> str:
    """Ask for the year of a date."""
    return f"Add the year in four digits, {_A_DATE}."


def no_such_day(day: int, month: str) -> str:
    """Refuse a day that the month does not have."""
    return f"There is no {day} {month} in that year. Send the date again, {_A_DATE}."


def no_such_month(month: int) -> str:
    """Refuse a month after 12."""
    return f"There is no month {month}. Send the day first, then the month, such as 23/01/2019."


def ends_before(first: str, last: str) -> str:
    """Refuse a range of days that ends before it begins."""
    return f"{last} is before {first}. Send the first day first, such as 23-24 January 2019."


def part_of_a_date(text: str) -> str:
    """Offer the date in a text that has other words."""
    return f"{quoted(text)} is more than a date. Press the date that you mean, or send it alone."


def two_months(word: str) -> str:
    """Offer two months with the same name in different languages."""
    return f"{quoted(word)} can be two months. Press the one that you mean."


def not_yet(first: str, today: str) -> str:
    """Refuse a date in the future."""
    return f"{first} is still to come: today is {today}. Send the date of a past meeting, such as 23 January 2019."


# Contact


def not_an_email(text: str) -> str:
    """Refuse a text without an e-mail address."""
    return f"{quoted(text)} is not a complete e-mail address. Send it in the form name@example.org."


def probably_email(address: str) -> str:
    """Offer an address that was spelled out or broken."""
    return f"Do you mean {address}? Press it, or send another."


def several_emails(count: int) -> str:
    """Ask for one e-mail address."""
    return f"Your message has {in_words(count)} addresses. Press the one to publish, or send one."


def not_a_phone(text: str) -> str:
    """Refuse a text without a phone number."""
    return f"{quoted(text)} is not a complete phone number. {phone_with_country()}"


def phone_with_country() -> str:
    """Say how an international number begins."""
    return f"Begin with + and the country code, such as {PHONE_EXAMPLE}."


def several_phones(count: int) -> str:
    """Ask for one number, and say where the others can go."""
    others = "the other" if count == 2 else "the others"  # noqa: PLR2004 - grammar
    return f"Your message has {in_words(count)} phone numbers. Press or send one; {others} can go into the address."


def phones_without_country() -> str:
    """Ask for one number with the country code."""
    return (
        f"Your message has several phone numbers. Send one; the other can go into the address. {phone_with_country()}"
    )


def probably_phone(number: str) -> str:
    """Offer the number in a text with opening hours, a name or other words."""
    return f"I save the phone number alone. Press {number}, or send another."


def only_a_fax(numbers: Sequence[str]) -> str:
    """Offer fax numbers, in case people can call them."""
    said = "is a fax number" if len(numbers) == 1 else "are fax numbers"
    return f"{_listed(numbers, 'and')} {said}. Send a telephone number, or press it if people can call it."


_AN_ADDRESS = "such as https://example.org/practice"


def not_a_website(text: str) -> str:
    """Refuse a text without a web address."""
    return f"{quoted(text)} is not a complete web address. Copy it from the browser, {_AN_ADDRESS}."


def wrong_scheme(scheme: str) -> str:
    """Refuse another scheme, such as ``ftp``."""
    return f"A web address begins with https:// or http://, not {shortened(scheme, 20)}:. Send one, {_AN_ADDRESS}."


def email_not_website(text: str) -> str:
    """Refuse an e-mail address as a web address."""
    return f"{quoted(text)} is an e-mail address. Send the address of a web page, {_AN_ADDRESS}."


def several_websites(count: int) -> str:
    """Ask for one web address."""
    return f"Your message has {in_words(count)} web addresses. Press or send one; the others can go under Deliverables."


def website_with_blanks() -> str:
    """Offer an address with the words after it, and without them."""
    return "A web address has no spaces. Press the whole address, or the one that ends at the space, or send another."


def website_too_long(length: int, limit: int) -> str:
    """Refuse a web address that is too long."""
    over = f"That is {length:,} characters, {length - limit:,} over the limit of {limit:,}."
    return f"{over} Send a shorter address, {_AN_ADDRESS}."
