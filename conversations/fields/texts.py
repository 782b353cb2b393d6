"""The sentences of all kinds: free texts, lists and countries; also functions for shortening and counting.

A refusal says what is wrong, with figures, and how to put it right; an example comes last. Sentences about years and
dates stand in ``time_texts.py``, those about addresses and phone numbers in ``contact_texts.py``.
"""

import re
from collections.abc import Sequence

from conversations.languages import ENGLISH, _, both, current, ngettext, number, with_semicolons

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


def shortened(text: str, length: int) -> str:
    """Shorten a text to one line of at most ``length`` characters, with … at a cut."""
    line = " ".join(_UNSEEN.sub(" ", str(text)[: 8 * length]).split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def quoted(text: str, length: int = 40) -> str:
    """Shorten and quote a text that a person typed."""
    return in_quotes(shortened(text, length))


def in_quotes(text: str) -> str:
    """Put a text into the quotation marks of the language."""
    return _("“{text}”").format(text=text)


def noted(title: str, shown: str) -> str:
    """Name a question and a value that was read for it."""
    return _("{title}: {answer}").format(title=title, answer=shown)


def label(text: str) -> str:
    """Shorten a text for a button."""
    return shortened(text, LABEL_LENGTH)


def saved(answer: str) -> str:
    """Confirm an answer: one short line."""
    return _("Saved: {answer}").format(answer=answer)


# Numbers


def in_words(count: int) -> str:
    """Format a number up to ten as a word; in other languages than English as a figure."""
    return _NUMBERS[count] if count < len(_NUMBERS) and current() == ENGLISH else number(count)


def words(count: int) -> str:
    """Give a number of words: the length of an answer."""
    return ngettext("{count} word", "{count} words", count).format(count=number(count))


def characters(count: int) -> str:
    """Give a number of characters: the length of a text."""
    return ngettext("{count} character", "{count} characters", count).format(count=number(count))


def words_of(count: int, limit: int) -> str:
    """Give the words of an answer and the limit."""
    return _of_limit(ngettext("{count} of {limit} word", "{count} of {limit} words", limit), count, limit)


def characters_of(count: int, limit: int) -> str:
    """Give the characters of an answer and the limit."""
    return _of_limit(ngettext("{count} of {limit} character", "{count} of {limit} characters", limit), count, limit)


def _of_limit(text: str, count: int, limit: int) -> str:
    return text.format(count=number(count), limit=number(limit))


def answers(count: int) -> str:
    """Give a number of answers."""
    return ngettext("{count} answer", "{count} answers", count).format(count=number(count))


def comments(count: int) -> str:
    """Give a number of comments of coordinators."""
    return ngettext("{count} comment", "{count} comments", count).format(count=number(count))


def files(count: int) -> str:
    """Give a number of files that were sent with an answer."""
    return ngettext("{count} file", "{count} files", count).format(count=number(count))


def practices(count: int) -> str:
    """Give a number of practices."""
    return ngettext("{count} practice", "{count} practices", count).format(count=number(count))


def submissions(count: int) -> str:
    """Give a number of practices that were submitted."""
    return ngettext("{count} submission", "{count} submissions", count).format(count=number(count))


# Buttons

KEEP_AND_FIX_LATER = _("Keep and fix later")

YES, NO = _("Yes"), _("No")


def keep(text: str) -> str:
    """Name the button that keeps a text as written."""
    return _("Keep {text}").format(text=quoted(text, _KEPT_SHOWN))


# Free texts

NO_WORDS = _("I see no letter or digit. Write your answer in words.")

YES_OR_NO = _("I need a Yes or a No here: press one, or type it.")


def too_many_words(count: int, limit: int, where: str) -> str:
    """Refuse a text with too many words; ``where`` is the last word that is allowed, with the few before it."""
    over = ngettext(
        "That is {count} word, {over} over the limit of {limit}. "
        "Your text is kept: send a shorter one, or press {button}.",
        "That is {count} words, {over} over the limit of {limit}. "
        "Your text is kept: send a shorter one, or press {button}.",
        count,
    )
    last = _("Word {limit} is the last one here: {where}").format(limit=number(limit), where=in_quotes(where))
    return f"{_over(over, count, limit)} {last}"


def too_many_characters(count: int, limit: int) -> str:
    """Refuse a text with too many characters."""
    over = ngettext(
        "That is {count} character, {over} over the limit of {limit}. "
        "Your text is kept: send a shorter one, or press {button}.",
        "That is {count} characters, {over} over the limit of {limit}. "
        "Your text is kept: send a shorter one, or press {button}.",
        count,
    )
    return _over(over, count, limit)


def _over(text: str, count: int, limit: int) -> str:
    figures = {"count": number(count), "over": number(count - limit), "limit": number(limit)}
    return text.format(**figures, button=KEEP_AND_FIX_LATER)


# Texts that may mean "no answer"


def perhaps_nothing(text: str, skip: str | None) -> str:
    """Ask whether a text means that there is no answer; ``skip`` is the button of an optional question."""
    if skip is None:
        return _(
            "This question needs an answer. Does {text} mean that you have none? Send an answer, or keep it."
        ).format(text=quoted(text))
    return _("Does {text} mean that you have no answer? Press {skip}, or keep it.").format(text=quoted(text), skip=skip)


def nothing_or(problem: str, skip: str) -> str:
    """Say first that an optional question can be skipped, unless the problem says it in its way."""
    return problem if problem.startswith(if_it_goes_on(skip)) else f"{none_here(skip)} {problem}"


def none_here(skip: str) -> str:
    """Say how to leave out an optional question."""
    return _("If there is none, press {skip}.").format(skip=skip)


def if_it_goes_on(button: str) -> str:
    """Say which button to press if the practice goes on and has no ending year."""
    return _("If it goes on, press {button}.").format(button=button)


# Lists


def choices_and(choices: str, rest: str) -> str:
    """Name the button that takes some choices of a list, and words that go to the next question."""
    return _("{choices}, and {rest}").format(choices=choices, rest=rest)


def not_in_list(text: str) -> str:
    """Refuse a text that is not in the list."""
    several = _("{text} are not in the list. Press a button, or type what it says.")
    one = _("{text} is not in the list. Press a button, or type what it says.")
    return _one_or_several(text, one, several)


def nearly_in_list(text: str) -> str:
    """Offer the most similar choices."""
    several = _("{text} are not in the list. Press the one that you mean.")
    one = _("{text} is not in the list. Press the one that you mean.")
    return _one_or_several(text, one, several)


def _one_or_several(text: str, one: str, several: str) -> str:
    """Choose a sentence about what a person typed: “Oslo, Rome” are not ..."""
    return (several if _SEVERAL.search(text) else one).format(text=quoted(text))


CHOOSE_TOO = _("Choose at least one of the list, too.")


def dash_between_numbers() -> str:
    """Ask for commas between numbers."""
    return str(_("Put a comma between the numbers of the list, such as 1, 5."))


def gone_from_list(text: str) -> str:
    """Say that a saved label is no longer in the list."""
    return _("{text} is no longer in the list. Choose again.").format(text=quoted(text, 60))


def too_few(wanted: int, chosen: int) -> str:
    """Ask for the missing ones of an exact number of choices."""
    if not chosen:
        return _("Choose exactly {wanted}: none is chosen. Press {wanted}.").format(wanted=in_words(wanted))
    return ngettext(
        "Choose exactly {wanted}: {count} is chosen. Press {missing} more.",
        "Choose exactly {wanted}: {count} are chosen. Press {missing} more.",
        chosen,
    ).format(wanted=in_words(wanted), count=in_words(chosen), missing=in_words(wanted - chosen))


def too_many(wanted: int, labels: Sequence[str]) -> str:
    """Refuse more than an exact number of choices, and name them, because none was ticked."""
    figures = {"wanted": in_words(wanted), "chosen": in_words(len(labels))}
    return _("Choose exactly {wanted}, not {chosen}: {choices}.").format(**figures, choices=with_semicolons(labels))


def at_least(wanted: int, chosen: int) -> str:
    """Ask for more choices."""
    if not chosen:
        return _("Choose at least {wanted}: none is chosen.").format(wanted=in_words(wanted))
    return ngettext(
        "Choose at least {wanted}: {count} is chosen.", "Choose at least {wanted}: {count} are chosen.", chosen
    ).format(wanted=in_words(wanted), count=in_words(chosen))


def unpress_first(chosen: Sequence[str]) -> str:
    """Say that no more can be chosen, and how to change the choice."""
    return ngettext(
        "{count} is chosen: {choices}. To change that, first press one of them, then another.",
        "{count} are chosen: {choices}. To change that, first press one of them, then another.",
        len(chosen),
    ).format(count=in_words(len(chosen)).capitalize(), choices=with_semicolons(chosen))


# Countries


def one_country() -> str:
    """Ask for one country instead of a group of countries."""
    return _("Name one country, the one that the practice comes from. The others belong under {title}.").format(
        title=_("Geographical scope")
    )


def country_twice(names: Sequence[str]) -> str:
    """Ask for one of several countries."""
    return f"{one_country()} {_('You named {countries}.').format(countries=both(names))}"


def not_a_country(text: str) -> str:
    """Refuse a text without a country."""
    several = _(
        "{text} are not countries in the list. Press a button, or send a name or a code, such as Denmark or DK."
    )
    one = _("{text} is not a country in the list. Press a button, or send a name or a code, such as Denmark or DK.")
    return _one_or_several(text, one, several)


def nearly_a_country(text: str) -> str:
    """Offer the most similar countries."""
    several = _("{text} are not countries in the list. Press the one that you mean, or send another name.")
    one = _("{text} is not a country in the list. Press the one that you mean, or send another name.")
    return _one_or_several(text, one, several)


def outside(country: str) -> str:
    """Offer to save a country outside the EU and EEA under its own question."""
    text = _("{country} is not in the EU or EEA. Press the button to save it under {title}.")
    return text.format(country=country, title=_("Non-EU country"))


def inside(country: str) -> str:
    """Offer to save a country of the EU or EEA under its own question."""
    text = _("{country} is in the EU or EEA. Press the button to save it under {title}.")
    return text.format(country=country, title=_("EU or EEA country"))


def unknown_country(text: str) -> str:
    """Offer to keep the name of a country as written."""
    return _("I do not know the country {text}. Press the one that you mean, or keep it as written.").format(
        text=quoted(text)
    )


def country_name() -> str:
    """Ask for the name of one country."""
    return str(_("Send the name of one country, at most 100 characters, such as Switzerland."))
