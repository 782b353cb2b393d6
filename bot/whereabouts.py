"""Where a person is after a turn, for its log line: the path of a question or the name of a page, nothing written."""

from conversations.place import Asking, AtDesk, AtOffice, Collecting, Opened, Place, Repeating


def whereabouts(place: Place) -> str:
    """Name a place in one or two words."""
    match place:
        case Asking() | Collecting():
            return f"{place.at} {place.question}"
        case Repeating() | Opened():
            return f"{place.at} {place.section}"
        case AtDesk() | AtOffice():
            return f"{place.at} {place.page.page}"
        case _:
            return place.at
