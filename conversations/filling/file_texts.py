"""What is said about files, and about contacts and places that are shared."""

from collections.abc import Sequence

from conversations.dialogue.texts import megabytes
from conversations.filling.texts import UNDO
from conversations.form.texts import shortened
from conversations.languages import _, both, ngettext, number

_NAME_SHOWN = 40
"""How many characters of a file's name a button shows."""

# Files

FILES_TITLE = _("Files")
WORDS_ADDED = _("I added the text under it to your answer.")
WORDS_KEPT_WITH = _("I saved the text under it, too.")
WORDS_OFFERED = _("If that text is the answer to this question, press Use the text under it.")
WORDS_ARE_HERE = _("The text under it is already in your answer.")
FILE_IS_HERE = _("You have already sent this file.")
MORE_OR_DONE = _("Send more, or press Done to go on.")
LAST_FILE = _("That was the last file that I can keep. Send titles and links, or press Done.")


def file_saved(name: str, count: int, most: int) -> str:
    """Confirm a file."""
    saved = _("Saved: {name} (file {number} of {of}).").format(name=name, number=count, of=most)
    next_one = _("Send another file, or titles and links, or press Done.") if count < most else LAST_FILE
    return f"{saved} {next_one}"


def file_kept_with(name: str, title: str, count: int, most: int) -> str:
    """Confirm a file that is stored at another question than the open one."""
    said = _("Saved under {question}: {name} (file {number} of {of}).")
    return said.format(question=title, name=name, number=count, of=most)


def same_file(index: int, name: str, *, here: bool) -> str:
    """Say that a file was sent before, and how to remove it, at its question (``here``) or elsewhere."""
    same = _("It is the same as file {number}, {name}.").format(number=index, name=name)
    if here:
        return f"{same} {_('To remove one of them, press its Remove button.')}"
    return f"{same} {_('Press {undo} if one is enough.').format(undo=UNDO)}"


def too_many_files(name: str, most: int) -> str:
    """Refuse a file: the draft has as many as it can have."""
    return ngettext(
        "You have sent {count} file, the most that I can keep, so {name} was not saved. Remove another file first, "
        "or put this one online and send its title and a link.",
        "You have sent {count} files, the most that I can keep, so {name} was not saved. Remove another file first, "
        "or put this one online and send its title and a link.",
        most,
    ).format(count=number(most), name=name)


def too_much_in_files(name: str, size: int, stored: int, limit: int) -> str:
    """Refuse a file that exceeds the limit for one person, with the figures in megabytes; sizes are in bytes."""
    return _(
        "{name} ({size}) was not saved: your practices already have {stored} of files, and the limit is {limit} for "
        "one person. Remove a file first, or put this one online and send its title and a link."
    ).format(name=name, size=megabytes(size), stored=megabytes(stored), limit=megabytes(limit))


def file_too_big(name: str, size: int, limit: int) -> str:
    """Refuse a file over the limit, with its size if that is known; sizes are in bytes."""
    if size <= limit:
        return _(
            "{name} was not saved: it is over the limit of {limit}. Put it online and send its title and a link, or "
            "send a smaller version."
        ).format(name=name, limit=megabytes(limit))
    return _(
        "{name} was not saved: it has {size}, {over} over the limit of {limit}. Put it online and send its title and "
        "a link, or send a smaller version."
    ).format(name=name, size=megabytes(size), over=megabytes(size - limit), limit=megabytes(limit))


def file_landed(name: str, title: str, count: int, most: int) -> str:
    """Say that a file has arrived at its question while the person was elsewhere."""
    said = _("{name} has arrived and is saved under {question} (file {number} of {of}).")
    return said.format(name=name, question=title, number=count, of=most)


def file_gone(name: str) -> str:
    """Say that the file could not be fetched from Telegram."""
    return _(
        "I could not get {name} from Telegram, so it was not saved. Send it again, or send its title and a link."
    ).format(name=name)


def file_removed(name: str) -> str:
    """Confirm that a file was removed."""
    return _("Removed: {name}").format(name=name)


def saved_with_files(saved: str | None, files: int) -> str:
    """Confirm an answer that has files; ``answer`` is the confirmation of its words, such as "Saved: 12 words"."""
    if saved is None:
        return ngettext("Saved: {count} file", "Saved: {count} files", files).format(count=number(files))
    said = ngettext("{answer}, {count} file", "{answer}, {count} files", files)
    return said.format(answer=saved, count=number(files))


# Buttons


def remove_file(name: str, index: int | None = None) -> str:
    """Label the button that removes a file; the number in the list tells files of the same name apart."""
    shown = shortened(name, _NAME_SHOWN)
    if index is None:
        return _("Remove {name}").format(name=shown)
    return _("Remove {number}. {name}").format(number=index, name=shown)


# Contacts and places that are shared

BARE_LOCATION = _("I cannot read an address from a location. Write the address, or share a place with a name.")

_UNUSABLE = {
    "contact": _("I cannot use anything in this contact. Please type your answer."),
    "location": _("I cannot use anything in this location. Please type your answer."),
    "place": _("I cannot use anything in this place. Please type your answer."),
}
_FITS = {
    "contact": _("I cannot use this contact here. It fits {questions}: share it there."),
    "place": _("I cannot use this place here. It fits {questions}: share it there."),
}
_FITS_OFFERED = {
    "contact": _("I cannot use this contact here. It fits {questions}: share it there, or press a button below."),
    "place": _("I cannot use this place here. It fits {questions}: share it there, or press a button below."),
}


def several_shared(what: str, count: int) -> str:
    """Ask which of several details of a contact or place is the answer."""
    if what == "contact":
        said = ngettext(
            "That contact has {count} possible answer. Press it, or write your answer.",
            "That contact has {count} possible answers. Press one, or write your answer.",
            count,
        )
    else:
        said = ngettext(
            "That place has {count} possible answer. Press it, or write your answer.",
            "That place has {count} possible answers. Press one, or write your answer.",
            count,
        )
    return said.format(count=number(count))


def shared_fits(what: str, titles: Sequence[str], *, offered: bool) -> str:
    """Say which questions a contact or a place can answer."""
    if not titles:
        return str(_UNUSABLE[what])
    return (_FITS_OFFERED if offered else _FITS)[what].format(questions=both(titles))
