"""The sentences about years and dates."""

from collections.abc import Sequence

from conversations.fields.texts import if_it_goes_on, quoted
from conversations.languages import _, both

# Buttons

STILL_ACTIVE = _("Still active")


def both_of(first: int, last: int) -> str:
    """Name the button that takes two years: the start and the end."""
    return both((str(first), str(last)))


def start_alone(first: int) -> str:
    """Name the button that takes the year of the start, without an end."""
    return _("{year}, still active").format(year=first)


# Years


def year_bounds(first: int, last: int | None) -> str:
    """Refuse a year out of bounds."""
    if last is None:
        return _("Enter a year from {first} on, such as {example}.").format(first=first, example=max(first, 2011))
    example = min(max(first, 2011), last)
    return _("Enter a year between {first} and {last}, such as {example}.").format(
        first=first, last=last, example=example
    )


def several_years(years: Sequence[int]) -> str:
    """Ask for one year."""
    named = both([str(year) for year in years[:4]])
    return _("Your message names {years}. Send one year, such as {example}.").format(years=named, example=years[0])


def years_backwards(first: int, last: int) -> str:
    """Refuse a range that ends before it begins."""
    return _("{last} is before {first}. Send the starting year alone, such as {last}.").format(first=first, last=last)


def both_years(first: int, last: int) -> str:
    """Offer a range as the start and the end."""
    return _(
        "Your message names two years. Press the button to take {first} as the start and {last} as the end, or send "
        "one year."
    ).format(first=first, last=last)


def both_years_or_one(first: int, last: int) -> str:
    """Offer both years, or the first alone: it may be a school year, or a month."""
    return _("That can be two years. Press {both} if it ended in {last}, or {first} alone.").format(
        both=both_of(first, last), first=first, last=last
    )


def still_active(first: int, last: int) -> str:
    """Offer the start of a range that ends in the future, as still active."""
    return _(
        "{last} is still to come, so the practice is still active. Press the button to take {first} as the start."
    ).format(first=first, last=last)


def only_an_end(year: int, today: int, first: int) -> str:
    """Ask for the start after the end was given."""
    return _(
        "{year} is the ending year. Send the year in which it began, {first} to {today}, such as {example}."
    ).format(year=year, first=first, today=today, example=min(year, today))


def only_a_start(year: int, goes_on: str) -> str:
    """Ask for the end after the start was given."""
    return _(
        "That is the year in which it began. Press {button} if it goes on, or {year} if it ended in that year."
    ).format(button=goes_on, year=year)


def end_of_years(first: int, last: int) -> str:
    """Offer the second of two years as the end."""
    return _("Your message names {first} and {last}. Press {last} to take it as the end, or send one year.").format(
        first=first, last=last
    )


def ends_later(year: int, goes_on: str) -> str:
    """Refuse an end in the future."""
    return _(
        "{year} is still to come, so the practice is still active. Press {button}, or send the year in which it ended."
    ).format(year=year, button=goes_on)


def goes_on_or(problem: str, goes_on: str) -> str:
    """Say first which button to press if the practice goes on."""
    return f"{if_it_goes_on(goes_on)} {problem}"


def not_quite_a_year(text: str) -> str:
    """Offer the year in a text that has other words, or is misspelled."""
    return _("Which year is {text}? Press the one that you mean, or send another.").format(text=quoted(text))


def decade(text: str, example: int) -> str:
    """Ask for one year of a decade."""
    return _("{text} is a decade. Send one year, such as {example}.").format(text=quoted(text), example=example)


# Dates


def not_a_date() -> str:
    """Say how to write a date."""
    return str(
        _(
            "Send a day, some days, a month or a year, such as 23 January 2019, 23-24 January 2019, January 2019 or "
            "2019."
        )
    )


def no_year() -> str:
    """Ask for the year of a date."""
    return str(_("Add the year in four digits, such as 23 January 2019, 23-24 January 2019, January 2019 or 2019."))


def no_such_day(day: int, month: str) -> str:
    """Refuse a day that the month does not have."""
    return _(
        "There is no {day} {month} in that year. Send the date again, such as 23 January 2019, 23-24 January 2019, "
        "January 2019 or 2019."
    ).format(day=day, month=month)


def no_such_month(month: int) -> str:
    """Refuse a month after 12."""
    return _("There is no month {month}. Send the day first, then the month, such as 23/01/2019.").format(month=month)


def ends_before(first: str, last: str) -> str:
    """Refuse a range of days that ends before it begins."""
    return _("{last} is before {first}. Send the first day first, such as 23-24 January 2019.").format(
        first=first, last=last
    )


def part_of_a_date(text: str) -> str:
    """Offer the date in a text that has other words."""
    return _("{text} is more than a date. Press the date that you mean, or send it alone.").format(text=quoted(text))


def two_months(word: str) -> str:
    """Offer two months with the same name in different languages."""
    return _("{text} can be two months. Press the one that you mean.").format(text=quoted(word))


def not_yet(first: str, today: str) -> str:
    """Refuse a date in the future."""
    return _(
        "{date} is still to come: today is {today}. Send the date of a past meeting, such as 23 January 2019."
    ).format(date=first, today=today)


# Times in a sentence

NEAR = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
"""Days near today, by their distance in days."""


def at(day: str, time: str) -> str:
    """Join a day and a time: "today, 14:05"."""
    return _("{day}, {time}").format(day=day, time=time)


def on(date_: str) -> str:
    """Write a date, maybe with a time, as a sentence needs it: "I remind you on 12 May, at 10:00 Brussels time"."""
    return _("on {date}").format(date=date_)
