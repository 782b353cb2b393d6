"""Texts of a person's own: one line, several lines, or a long text counted in words."""

import re
from collections.abc import Sequence

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
"""Controls, marks that turn the direction of the text round, and what cannot be sent: a blank keeps apart what was.

Names of people, of files in a chat and of files on a disk are each cleaned of something else, as is said there.
"""

_NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_KEPT_SHOWN = 33
"""How much of a text the button shows that keeps it as written."""

LABEL_LENGTH = 60
"""What a button shows on a phone."""

NO_WORDS = "I see no letter or digit. Write your answer in words."

YES_OR_NO = "I need a Yes or a No here: press one, or type it."

PHONE_EXAMPLE = "+45 33 11 55 00"

COUNTRY_TWICE = "Name one country, the one that the practice comes from. The others belong under Geographical scope."


def shortened(text: str, length: int) -> str:
    """Put a text on one line of at most ``length`` characters."""
    line = " ".join(_UNSEEN.sub(" ", text[: 8 * length]).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str, length: int = 40) -> str:
    """Quote a person's own text, shortened."""
    return f"“{shortened(text, length)}”"


def label(text: str) -> str:
    """Shorten a text to what a button can show."""
    return shortened(text, LABEL_LENGTH)


def counted(number: int, one: str, many: str = "") -> str:
    """Say how many, with the noun in the right number: ``1 word``, ``1,204 words``, ``2 people``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def in_words(number: int) -> str:
    """Say a small number as a word, a larger one in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _listed(items: Sequence[str], word: str) -> str:
    return f"{', '.join(items[:-1])} {word} {items[-1]}" if len(items) > 1 else "".join(items)


# Texts


def too_many_words(words: int, limit: int, where: str) -> str:
    """Say by how much a text is over its limit, and where the limit falls."""
    return f"{_over(words, 'word', limit)} Word {limit:,} is the last one here: {where}"


def too_many_characters(characters: int, limit: int) -> str:
    """Say by how much a text is over its limit of characters."""
    return _over(characters, "character", limit)


def _over(number: int, noun: str, limit: int) -> str:
    return (
        f"That is {counted(number, noun)}, {number - limit:,} over the limit of {limit:,}. "
        "Your text is kept: send a shorter one, or press Keep and fix later."
    )


# Answers that may be none


def keep(text: str) -> str:
    """Name the button that keeps a text as it is written."""
    return f"Keep {quoted(text, _KEPT_SHOWN)}"


def perhaps_nothing(text: str, skip: str | None) -> str:
    """Ask whether a text says that there is no answer; ``skip`` is the button of an optional question."""
    if skip is None:
        return (
            f"This question needs an answer. Does {quoted(text)} mean that you have none? Send an answer, or keep it."
        )
    return f"Does {quoted(text)} mean that you have no answer? Press {skip}, or keep it."


def nothing_or(problem: str, skip: str) -> str:
    """Say first that an optional question can be passed over."""
    return problem if f"press {skip}" in problem else f"Press {skip} if there is none. {problem}"


# Years


def year_bounds(first: int, last: int | None) -> str:
    """Say between which years an answer lies."""
    if last is None:
        return f"Enter a year from {first} on, such as {max(first, 2011)}."
    return f"Enter a year between {first} and {last}, such as {min(max(first, 2011), last)}."


def several_years(years: Sequence[int]) -> str:
    """Say that one year is asked for."""
    return f"Your message names {_listed([str(year) for year in years[:4]], 'and')}. Send one year, such as {years[0]}."


def years_backwards(first: int, last: int) -> str:
    """Say that a range of years ends before it begins."""
    return f"{last} is before {first}. Send the starting year alone, such as {last}."


def both_years(first: int, last: int) -> str:
    """Offer to take a range of years as the beginning and the end."""
    return (
        f"Your message names two years. Press the button to take {first} as the start and {last} as the end, or send "
        "one year."
    )


def both_years_or_one(first: int, last: int) -> str:
    """Offer the same, and the first year alone: it may be a school year, or a month."""
    return f"That can be two years. Press {first} and {last} if it ended in {last}, or {first} alone."


def still_active(first: int, last: int) -> str:
    """Offer to take a range of years that ends in the future as not ended."""
    return f"{last} is still to come, so the practice is still active. Press the button to take {first} as the start."


def only_an_end(year: int, today: int, first: int) -> str:
    """Say that a text names the end where the beginning is asked."""
    asked = f"Send the year in which it began, {first} to {today}, such as {min(year, today)}."
    return f"{year} is the ending year. {asked}"


def only_a_start(year: int, goes_on: str) -> str:
    """Say that a text names the beginning where the end is asked."""
    return f"That is the year in which it began. Press {goes_on} if it goes on, or {year} if it ended in that year."


def end_of_years(first: int, last: int) -> str:
    """Offer the second of two years as the end."""
    return f"Your message names {first} and {last}. Press {last} to take it as the end, or send one year."


def ends_later(year: int, goes_on: str) -> str:
    """Say that a practice that is to end in the future has not ended."""
    active = f"{year} is still to come, so the practice is still active."
    return f"{active} Press {goes_on}, or send the year in which it ended."


def goes_on_or(problem: str, goes_on: str) -> str:
    """Say first that the practice may go on."""
    return f"If it goes on, press {goes_on}. {problem}"


def not_quite_a_year(text: str) -> str:
    """Offer the year in a text that says a little more, or is misspelt."""
    return f"Which year is {quoted(text)}? Press the one that you mean, or send another."


def decade(text: str, example: int) -> str:
    """Ask for one year of ten."""
    return f"{quoted(text)} is a decade. Send one year, such as {example}."


# Lists


def not_in_list(text: str) -> str:
    """Say which text is no choice."""
    return f"{quoted(text)} is not in the list. Press a button, or type what it says."


def nearly_in_list(text: str) -> str:
    """Offer the choices nearest to a text."""
    return f"{quoted(text)} is not in the list. Press the one that you mean."


CHOOSE_TOO = "Choose at least one of the list, too."


def dash_between_numbers() -> str:
    """Say how numbers of a list are to be separated."""
    return "Put a comma between the numbers of the list, such as 1, 5."


def gone_from_list(text: str) -> str:
    """Say that a stored value is not, or no longer, in its list."""
    return f"{quoted(text, 60)} is no longer in the list. Choose again."


def exactly(wanted: int, chosen: int) -> str:
    """Say how many choices there are and how many there should be."""
    begin = f"Choose exactly {in_words(wanted)}: {in_words(chosen)} {'is' if chosen < 2 else 'are'} chosen."  # noqa: PLR2004 - grammar
    if chosen < wanted:
        return f"{begin} Press {in_words(wanted - chosen)}{' more' if chosen else ''}."
    return f"{begin} Remove {in_words(chosen - wanted)}."


def at_least(wanted: int, chosen: int) -> str:
    """Say how many choices are missing."""
    return f"Choose at least {in_words(wanted)}: {in_words(chosen)} {'is' if chosen < 2 else 'are'} chosen."  # noqa: PLR2004 - grammar


def unpress_first(chosen: Sequence[str]) -> str:
    """Say that as many are chosen as there may be, and what to do first."""
    count = in_words(len(chosen)).capitalize()
    verb = "is" if len(chosen) == 1 else "are"
    return f"{count} {verb} chosen: {'; '.join(chosen)}. To change that, first press one of them, then another."


# Countries


def country_twice(names: Sequence[str]) -> str:
    """Ask for one of the countries that a text names."""
    return f"{COUNTRY_TWICE} You named {_listed(names, 'and')}."


def not_a_country(text: str) -> str:
    """Say that no country could be read."""
    return (
        f"{quoted(text)} is not a country in the list. Press a button, or send a name or a code, such as Denmark or DK."
    )


def nearly_a_country(text: str) -> str:
    """Offer the countries nearest to a text."""
    return f"{quoted(text)} is not a country in the list. Press the one that you mean, or send another name."


def outside(country: str) -> str:
    """Offer to note a country outside the EU and EEA under the question for it."""
    return f"{country} is not in the EU or EEA. Press the button to save it under Non-EU country."


def inside(country: str) -> str:
    """Offer to note a country of the EU or EEA under the question for it."""
    return f"{country} is in the EU or EEA. Press the button to save it under EU or EEA country."


def unknown_country(text: str) -> str:
    """Offer to keep a country's name as it is written."""
    return f"I do not know the country {quoted(text)}. Press the one that you mean, or keep it as written."


def country_name() -> str:
    """Ask for a country's name, short."""
    return "Send the name of one country, at most 100 characters, such as Switzerland."


# Dates

_A_DATE = "such as 23 January 2019, 23-24 January 2019, January 2019 or 2019"


def not_a_date() -> str:
    """Say how a date is written."""
    return f"Send a day, some days, a month or a year, {_A_DATE}."


def no_year() -> str:
    """Ask for the year of a date."""
    return f"Add the year in four digits, {_A_DATE}."


def no_such_day(day: int, month: str) -> str:
    """Say that a month has no such day."""
    return f"There is no {day} {month} in that year. Send the date again, {_A_DATE}."


def no_such_month(month: int) -> str:
    """Say that a year has no such month."""
    return f"There is no month {month}. Send the day first, then the month, such as 23/01/2019."


def ends_before(first: str, last: str) -> str:
    """Say that a range of days ends before it begins."""
    return f"{last} is before {first}. Send the first day first, such as 23-24 January 2019."


def part_of_a_date(text: str) -> str:
    """Offer what could be read of a date."""
    return f"{quoted(text)} is more than a date. Press the date that you mean, or send it alone."


def two_months(word: str) -> str:
    """Offer the two months that one word means in different languages."""
    return f"{quoted(word)} can be two months. Press the one that you mean."


def not_yet(first: str, today: str) -> str:
    """Say that a meeting has to have been held."""
    return f"{first} is still to come: today is {today}. Send the date of a past meeting, such as 23 January 2019."


# Contact


def not_an_email(text: str) -> str:
    """Say how an e-mail address looks."""
    return f"{quoted(text)} is not a complete e-mail address. Send it in the form name@example.org."


def probably_email(address: str) -> str:
    """Offer the address that is spelt out or broken in a text."""
    return f"Do you mean {address}? Press it, or send another."


def several_emails(count: int) -> str:
    """Say that one address is asked for."""
    return f"Your message has {in_words(count)} addresses. Press the one to publish, or send one."


def not_a_phone(text: str) -> str:
    """Say how a phone number is written."""
    return f"{quoted(text)} is not a complete phone number. {phone_with_country()}"


def phone_with_country() -> str:
    """Say how a number begins that can be called from any country."""
    return f"Begin with + and the country code, such as {PHONE_EXAMPLE}."


def several_phones(count: int) -> str:
    """Say that one number is asked for, and where the other can go."""
    others = "the other" if count == 2 else "the others"  # noqa: PLR2004 - grammar
    return f"Your message has {in_words(count)} phone numbers. Press or send one; {others} can go into the address."


def phones_without_country() -> str:
    """Say that one number is asked for, with the country's code."""
    return (
        f"Your message has several phone numbers. Send one; the other can go into the address. {phone_with_country()}"
    )


def probably_phone(number: str) -> str:
    """Offer the number that could be read of a text with opening hours, a name or other words."""
    return f"I save the phone number alone. Press {number}, or send another."


def only_a_fax(numbers: Sequence[str]) -> str:
    """Say that a fax is no telephone."""
    said = "is a fax number" if len(numbers) == 1 else "are fax numbers"
    return f"{_listed(numbers, 'and')} {said}. Send a telephone number, or press it if people can call it."


_AN_ADDRESS = "such as https://example.org/practice"


def not_a_website(text: str) -> str:
    """Say how a web address looks."""
    return f"{quoted(text)} is not a complete web address. Copy it from the browser, {_AN_ADDRESS}."


def wrong_scheme(scheme: str) -> str:
    """Say with what a web address begins."""
    return f"A web address begins with https:// or http://, not {shortened(scheme, 20)}:. Send one, {_AN_ADDRESS}."


def email_not_website(text: str) -> str:
    """Say that an e-mail address stands where a web address is asked for."""
    return f"{quoted(text)} is an e-mail address. Send the address of a web page, {_AN_ADDRESS}."


def several_websites(count: int) -> str:
    """Say that one web address is asked for."""
    return f"Your message has {in_words(count)} web addresses. Press or send one; the others can go under Deliverables."


def website_with_blanks() -> str:
    """Offer an address with the words behind it, and without."""
    return "A web address has no spaces. Press the whole address, or the one that ends at the space, or send another."


def website_too_long(length: int, limit: int) -> str:
    """Say that a web address is too long."""
    over = f"That is {length:,} characters, {length - limit:,} over the limit of {limit:,}."
    return f"{over} Send a shorter address, {_AN_ADDRESS}."
