"""What is said about a list of choices that is not open."""

from collections.abc import Sequence


def added_to_list(title: str, added: Sequence[str], chosen: Sequence[str]) -> str:
    """Say which choices were added to a list that is not open, and which there are now."""
    return f"Added to {title}: {'; '.join(added)}. You have now chosen: {'; '.join(chosen)}."


def chosen_already(title: str, chosen: Sequence[str]) -> str:
    """Say that a list has the choice already."""
    return f"You have already chosen that under {title}: {'; '.join(chosen)}."


def list_is_full(title: str, chosen: Sequence[str], *, offered: bool) -> str:
    """Say that a list takes no more, and how to change it."""
    change = "press a button below, or choose again" if offered else "choose again"
    return (
        f"You can choose {len(chosen)} under {title}, and you have chosen {'; '.join(chosen)}. To change them, "
        f"{change} in /overview."
    )


def choice_of_two_lists(title: str, labels: Sequence[str]) -> str:
    """Ask to which of two lists a choice belongs."""
    return f"{'; '.join(labels)}: do you mean this list, or {title}, the list before? Press one."


def exchange(label: str) -> str:
    """Label the button that takes one choice of a list away for another."""
    return f"Replace {label}"


def take_instead(labels: Sequence[str]) -> str:
    """Label the button that takes other choices in place of all that a list has."""
    return f"Choose {'; '.join(labels)} instead"


def add_to_list(title: str) -> str:
    """Label the button that adds a choice to another list."""
    return f"Add to {title}"
