"""A person's data, given to them: two files made when they are sent, and on request what they sent themselves."""

from collections.abc import Iterator

from conversations.conversation import Attachment, Draft
from conversations.forgetting import wording
from conversations.messages import MyData, MyFile
from conversations.talk import Talk


def my_data(talk: Talk, argument: str) -> None:
    """Send the data, or with ``files`` the files; the person stays where they are."""
    files = files_of(*talk.conversation.drafts)
    if argument.strip().casefold() == "files":
        talk.say(wording.files_follow(len(files)) if files else wording.NO_FILES)
        for file in files:
            talk.enclose(MyFile(sha256=file.sha256, name=file.name), file.name)
        return
    talk.say(wording.MY_DATA, wording.my_files(len(files)) if files else "")
    talk.enclose(MyData(format="html"), wording.TO_READ)
    talk.enclose(MyData(format="json"), wording.FOR_PROGRAMS)


def files_of(*drafts: Draft) -> tuple[Attachment, ...]:
    """List the files of drafts and their versions, each content under each name once."""
    every = {(file.sha256, file.name): file for draft in drafts for file in _files(draft)}
    return tuple(every.values())


def _files(draft: Draft) -> Iterator[Attachment]:
    yield from draft.attachments
    for version in draft.versions:
        yield from version.attachments
