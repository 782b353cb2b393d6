"""The sentences about e-mail addresses, phone numbers and web addresses."""

from collections.abc import Sequence

from conversations.fields.texts import in_words, quoted, shortened
from conversations.languages import _, both, ngettext, number

PHONE_EXAMPLE = "+45 33 11 55 00"

_WEBSITE_EXAMPLE = "https://example.org/practice"

# E-mail addresses


def not_an_email(text: str) -> str:
    """Refuse a text without an e-mail address."""
    return _("{text} is not a complete e-mail address. Send it in the form name@example.org.").format(text=quoted(text))


def probably_email(address: str) -> str:
    """Offer an address that was spelled out or broken."""
    return _("Do you mean {address}? Press it, or send another.").format(address=address)


def several_emails(count: int) -> str:
    """Ask for one e-mail address."""
    return ngettext(
        "Your message has {count} address. Press the one to publish, or send one.",
        "Your message has {count} addresses. Press the one to publish, or send one.",
        count,
    ).format(count=in_words(count))


# Phone numbers


def not_a_phone(text: str) -> str:
    """Refuse a text without a phone number."""
    refused = _("{text} is not a complete phone number.").format(text=quoted(text))
    return f"{refused} {phone_with_country()}"


def phone_with_country(example: str = PHONE_EXAMPLE) -> str:
    """Say how an international number begins."""
    return _("Begin with + and the country code, such as {example}.").format(example=example)


def probably_of_a_country(text: str, number_: str) -> str:
    """Offer a number without a country code as one of a country, or of several."""
    refused = _("{text} is not a complete phone number.").format(text=quoted(text))
    return f"{refused} {phone_with_country(number_)} {_('Press the one that you mean.')}"


def several_phones(count: int) -> str:
    """Ask for one number, and say where the others can go."""
    if count == 2:  # noqa: PLR2004 - one other
        text = str(_("Your message has {count} phone numbers. Press or send one; the other can go into the address."))
    else:
        text = ngettext(
            "Your message has {count} phone number. Press or send one; the others can go into the address.",
            "Your message has {count} phone numbers. Press or send one; the others can go into the address.",
            count,
        )
    return text.format(count=in_words(count))


def phones_without_country() -> str:
    """Ask for one number with the country code."""
    several = _("Your message has several phone numbers. Send one; the other can go into the address.")
    return f"{several} {phone_with_country()}"


def probably_phone(number_: str) -> str:
    """Offer the number in a text with opening hours, a name or other words."""
    return _("I save the phone number alone. Press {number}, or send another.").format(number=number_)


def only_a_fax(numbers: Sequence[str]) -> str:
    """Offer fax numbers, in case people can call them."""
    return ngettext(
        "{numbers} is a fax number. Send a telephone number, or press it if people can call it.",
        "{numbers} are fax numbers. Send a telephone number, or press it if people can call it.",
        len(numbers),
    ).format(numbers=both(numbers))


# Web addresses


def not_a_website(text: str) -> str:
    """Refuse a text without a web address."""
    return _("{text} is not a complete web address. Copy it from the browser, such as {example}.").format(
        text=quoted(text), example=_WEBSITE_EXAMPLE
    )


def wrong_scheme(scheme: str) -> str:
    """Refuse another scheme, such as ``ftp``."""
    return _("A web address begins with https:// or http://, not {scheme}:. Send one, such as {example}.").format(
        scheme=shortened(scheme, 20), example=_WEBSITE_EXAMPLE
    )


def email_not_website(text: str) -> str:
    """Refuse an e-mail address as a web address."""
    return _("{text} is an e-mail address. Send the address of a web page, such as {example}.").format(
        text=quoted(text), example=_WEBSITE_EXAMPLE
    )


def several_websites(count: int) -> str:
    """Ask for one web address."""
    return ngettext(
        "Your message has {count} web address. Press or send one; the others can go under {title}.",
        "Your message has {count} web addresses. Press or send one; the others can go under {title}.",
        count,
    ).format(count=in_words(count), title=_("Deliverables"))


def website_with_blanks() -> str:
    """Offer an address with the words after it, and without them."""
    return str(
        _("A web address has no spaces. Press the whole address, or the one that ends at the space, or send another.")
    )


def website_too_long(length: int, limit: int) -> str:
    """Refuse a web address that is too long."""
    return ngettext(
        "That is {count} character, {over} over the limit of {limit}. Send a shorter address, such as {example}.",
        "That is {count} characters, {over} over the limit of {limit}. Send a shorter address, such as {example}.",
        length,
    ).format(count=number(length), over=number(length - limit), limit=number(limit), example=_WEBSITE_EXAMPLE)
