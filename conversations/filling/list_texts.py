"""What is said about a list of choices that is not open; labels of choices come in the language of the talk."""

from collections.abc import Sequence

from conversations.languages import _, ngettext, number, with_semicolons

# A list of choices that is not open


def added_to_list(title: str, added: Sequence[str], chosen: Sequence[str]) -> str:
    """Say which choices were added to a list that is not open, and which there are now."""
    said = _("Added to {question}: {added}. You have now chosen: {choices}.")
    return said.format(question=title, added=with_semicolons(added), choices=with_semicolons(chosen))


def chosen_already(title: str, chosen: Sequence[str]) -> str:
    """Say that a list has the choice already."""
    said = _("You have already chosen that under {question}: {choices}.")
    return said.format(question=title, choices=with_semicolons(chosen))


def list_is_full(title: str, chosen: Sequence[str], *, offered: bool) -> str:
    """Say that a list takes no more, and how to change it."""
    if offered:
        said = ngettext(
            "You can choose {count} under {question}, and you have chosen {choices}. To change it, press a button "
            "below, or choose again in /overview.",
            "You can choose {count} under {question}, and you have chosen {choices}. To change them, press a button "
            "below, or choose again in /overview.",
            len(chosen),
        )
    else:
        said = ngettext(
            "You can choose {count} under {question}, and you have chosen {choices}. To change it, choose again in "
            "/overview.",
            "You can choose {count} under {question}, and you have chosen {choices}. To change them, choose again in "
            "/overview.",
            len(chosen),
        )
    return said.format(count=number(len(chosen)), question=title, choices=with_semicolons(chosen))


def choice_of_two_lists(title: str, labels: Sequence[str]) -> str:
    """Ask to which of two lists a choice belongs."""
    said = _("{choices}: do you mean this list, or {question}, the list before? Press one.")
    return said.format(choices=with_semicolons(labels), question=title)


# Buttons


def exchange(label: str) -> str:
    """Label the button that takes one choice of a list away for another."""
    return _("Replace {choice}").format(choice=label)


def take_instead(labels: Sequence[str]) -> str:
    """Label the button that takes other choices in place of all that a list has."""
    return _("Choose {choices} instead").format(choices=with_semicolons(labels))


def add_to_list(title: str) -> str:
    """Label the button that adds a choice to another list, or a text to another answer."""
    return _("Add to {question}").format(question=title)
