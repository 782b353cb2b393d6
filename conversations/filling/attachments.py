"""Files that come with an answer: which ones the bot takes, their names, and where they go."""

import re
import unicodedata
from collections.abc import Callable

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Answer, Attachment, Conversation, Draft
from conversations.dialogue.events import Cleared, FileKept, FileRemoved
from conversations.dialogue.inputs import Attached, SentAt
from conversations.dialogue.model import stands
from conversations.dialogue.parts import joined
from conversations.dialogue.state import Asking, AtDesk, AtOffice, Choosing, Collecting, Forgetting, New, Part, Timing
from conversations.fields import Understood
from conversations.filling import answering, edits, file_texts, flow, navigation, refusing, storing, texts
from conversations.filling.meaning import replied_to
from conversations.filling.offers import offers_of
from conversations.filling.sent_before import plain
from conversations.form import completion
from conversations.form.asked import Asked, asked_at

MOST = 10
"""The most files in one draft."""

LARGEST = 20 << 20
"""The most bytes in one file: a bot cannot fetch more (Bot API, getFile)."""

MOST_BYTES = 200 << 20
"""The most bytes in all files of one person's drafts and submissions; the same content counts once."""

TAKEN = ("document", "photo", "video", "animation")
"""The kinds of file that can be a deliverable."""

_OUTSIDE = (New, Choosing, Timing, AtDesk, AtOffice, Forgetting)
"""The states in which a file belongs to no practice."""

_LONGEST_NAME = 120

_ENDING = re.compile(r"\.\w{1,10}\Z")

_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories that a name loses. Joiners stay, for emoji; ``practice.safe_name`` removes them for a disk."""

_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""Controls of the writing direction: one in a name makes ``fdp.exe`` look like ``exe.pdf``."""


def takes_file(conversation: Conversation, given: Attached) -> bool:
    """Return whether the bot would take the file, so that it is worth fetching."""
    sent = sent_for(conversation, given)
    asked = asked_at(sent.question or "")
    draft = next((draft for draft in conversation.drafts if draft.number == sent.draft), None)
    if asked is None or draft is None or not _is_for(asked, given) or not stands(conversation.consent):
        return False
    if not reviews.may_change(draft):
        return False
    return not _is_here(draft, given) and _refusal(conversation, draft, given) is None


def where(conversation: Conversation) -> SentAt:
    """Return where the person is, to be kept with a message that the bot reads later.

    ``question`` is None on a page of a practice without an open question, and empty outside of every practice.
    """
    state = conversation.state
    question = state.question if isinstance(state, Asking | Collecting) else None
    if isinstance(state, _OUTSIDE):
        question = ""
    draft = next((draft for draft in conversation.drafts if draft.number == conversation.hand), None)
    number, touched = (draft.number, draft.updated_at) if draft else (None, None)
    return SentAt(draft=number, touched=touched, question=question, keyboard_version=conversation.keyboard_version)


def sent_for(conversation: Conversation, given: Attached) -> SentAt:
    """Return the question that a file belongs to: the one it replies to, else the one for files of its practice."""
    sent, asked = given.sent_at or where(conversation), _replied_to(conversation, given)
    if asked is not None:
        return sent.model_copy(update={"draft": conversation.hand, "question": asked.path})
    here = asked_at(sent.question or "")
    if sent.draft is None or sent.question == "" or given.what not in TAKEN or (here and here.question.files):
        return sent
    return sent.model_copy(update={"question": home().path})


def is_for_files(conversation: Conversation, given: Attached) -> bool:
    """Return whether a file was sent at the question for files, or in reply to it."""
    here = asked_at((given.sent_at or where(conversation)).question or "")
    return bool(here and here.question.files) or _replied_to(conversation, given) is not None


def _replied_to(conversation: Conversation, given: Attached) -> Asked | None:
    """Find the question for files that a file replies to, in the current draft if it is not submitted."""
    draft, path = replied_to(conversation, given) or (None, "")
    in_hand = draft is not None and draft.number == conversation.hand and draft.status == "draft"
    asked = asked_at(path) if in_hand else None
    return asked if asked is not None and _is_for(asked, given) else None


def _is_for(asked: Asked, given: Attached) -> bool:
    return asked.question.files and given.what in TAKEN


def _is_here(draft: Draft, given: Attached) -> bool:
    return any(file.message == given.message for file in draft.attachments)


def _refusal(conversation: Conversation, draft: Draft, given: Attached) -> str | None:
    """Return why the file cannot be taken, whether or not it can be fetched; None if it can."""
    if given.too_big or given.size > LARGEST:
        return file_texts.file_too_big(file_name(given), given.size, LARGEST)
    if len(draft.attachments) >= MOST:
        return file_texts.too_many_files(file_name(given), MOST)
    sizes = _sizes(conversation)
    stored = sum(sizes.values())
    if given.sha256 not in sizes and stored + given.size > MOST_BYTES:
        return file_texts.too_much_in_files(file_name(given), given.size, stored, MOST_BYTES)
    return None


def _sizes(conversation: Conversation) -> dict[str, int]:
    """Return the size of every file in the drafts and their submitted versions, by its SHA-256 sum."""
    lists = [draft.attachments for draft in conversation.drafts]
    lists += [version.attachments for draft in conversation.drafts for version in draft.versions]
    return {file.sha256: file.size for files in lists for file in files}


def file_name(given: Attached) -> str:
    """Return the file's name as one visible line; a long name keeps its ending."""
    seen = "".join(" " if _is_unseen(char) else char for char in given.name if not _turns(char))
    name = " ".join(seen.split()) or given.what
    ending = _ENDING.search(name)
    tail = ending[0] if ending else ""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - len(tail) - 1]}…{tail}"


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN


def _turns(char: str) -> bool:
    return unicodedata.bidirectional(char) in _TURNS or char in "\u200e\u200f\u061c"


def where_files_go() -> str:
    """Return the title of the question that takes files."""
    return home().question.title


def home() -> Asked:
    """Return the question that takes files."""
    return next(asked for asked in completion.applicable({}) if asked.question.files)


def attached(context: Context, given: Attached) -> bool:
    """Take a file, or say why not. Return False, and say nothing, outside of a practice or for a wrong kind of file.

    A file in reply to the question for files opens that question, and Done leads back. Any other file is stored there
    while the person's state stays.
    """
    asked = _replied_to(context.conversation, given)
    if asked is not None and asked != context.asked:
        answering.settle_parts(context)
        context.go(Asking(question=asked.path, return_to=navigation.came_from(context)))
    asked = context.asked
    if asked is None or not _is_for(asked, given):
        return _kept_elsewhere(context, given)
    name = file_name(given)
    if not _take(context, context.draft, asked, given, lambda count: file_texts.file_saved(name, count, MOST)):
        return True
    if given.caption:
        _add_words(context, asked, Part(message=given.message, text=given.caption, links=given.links))
    return True


def _kept_elsewhere(context: Context, given: Attached) -> bool:
    """Store a file at the question for files; its caption goes with it, or into the answer that is arriving."""
    home = asked_at(sent_for(context.conversation, given).question or "")
    if home is None or not _is_for(home, given) or not reviews.may_change(context.draft):
        return False
    before, name, title = context.draft, file_name(given), home.question.title
    fresh = _take(context, before, home, given, lambda count: file_texts.file_kept_with(name, title, count, MOST))
    context.say(given.unread)  # somebody may have sent a form
    if fresh and given.caption:
        _words_along(context, home, Part(message=given.message, text=given.caption, links=given.links))
    edits.propose(context, context.draft, home, before)
    return True


def _wordless(context: Context, draft: Draft, asked: Asked) -> Draft:
    """Count a question with files as answered, even without words."""
    answered = {asked.path: Answer(value=None, source="chosen", at=context.now)} | draft.answers
    return draft.model_copy(update={"answers": answered})


def _words_along(context: Context, home: Asked, part: Part) -> None:
    """Store the caption of a file that goes to another question, and offer it to the open question."""
    state, asked = context.state, context.asked
    if asked is not None and isinstance(state, Collecting):
        storing.file(context, context.draft, asked, (part,))
        context.stay(state.model_copy(update={"parts": (*state.parts, part)}))
        context.say(file_texts.WORDS_ADDED)
        return
    _add_words(context, home, part, file_texts.WORDS_KEPT_WITH)
    offered = offers_of(context, asked, (part,), texts.USE_CAPTION) if asked is not None else ()
    if isinstance(state, Asking) and offered:
        context.say(file_texts.WORDS_OFFERED)
        context.go(state.model_copy(update={"offers": offered}))


def arrived(context: Context, draft: Draft, asked: Asked, given: Attached) -> None:
    """Take a file at the question that it was sent for, or say why not. The person's state stays."""
    name, title = file_name(given), asked.question.title
    _take(context, draft, asked, given, lambda count: file_texts.file_landed(name, title, count, MOST))


def _take(context: Context, draft: Draft, asked: Asked, given: Attached, saved: Callable[[int], str]) -> bool:
    """Store a file and say so, or say why not. Return False if this message was read before.

    ``saved`` makes the sentence from the number of files.
    """
    if _is_here(draft, given):
        context.say(file_texts.FILE_IS_HERE)
        return False
    name, problem = file_name(given), _refusal(context.conversation, draft, given)
    if problem is not None:
        context.say(problem)
    elif not given.sha256:
        context.say(file_texts.file_gone(name))
    else:
        files = draft.files(asked.path)
        context.say(saved(_keep(context, draft, asked, given)))
        if alike := [n for n, file in enumerate(files, 1) if (file.sha256, file.name) == (given.sha256, name)]:
            context.say(file_texts.same_file(alike[0], name, here=asked == context.asked))
    return True


def _keep(context: Context, draft: Draft, asked: Asked, given: Attached) -> int:
    """Store the file and return how many there are. Its question counts as answered if it was open at that time."""
    name = file_name(given)
    file = Attachment(
        question=asked.path, name=name, sha256=given.sha256, size=given.size, message=given.message, at=context.now
    )
    files = (*draft.attachments, file)
    here = (given.sent_at or where(context.conversation)).question == asked.path
    changes = {"attachments": files, "filed": draft.filed | {given.message: asked.path}}
    context.keep((_wordless(context, draft, asked) if here else draft).model_copy(update=changes))
    context.happened(FileKept(draft=draft.number, **file.model_dump(exclude={"at"})))
    return len(files)


def _add_words(context: Context, asked: Asked, part: Part, said: str = file_texts.WORDS_ADDED) -> None:
    """Add a caption to the answer, or to the parts of one that is arriving."""
    state = context.state
    storing.file(context, context.draft, asked, (part,))
    if isinstance(state, Collecting):
        context.stay(state.model_copy(update={"parts": (*state.parts, part)}))
        return
    before = storing.parts_of(context.draft.answers.get(asked.path))
    if plain(part.words) in [plain(other.words) for other in before]:
        refusing.refuse(context, asked, (part,), file_texts.WORDS_ARE_HERE)
        return
    parts = (*before, part)
    reading = asked.kind.read(joined(parts), context.reading_context(context.draft))
    if isinstance(reading, Understood):
        notes = storing.store(
            context, context.draft, asked, storing.made(context, asked, reading.value, "typed", parts)
        )
        context.say(said, *notes)
    else:
        refusing.refuse(context, asked, (part,), reading.problem)


def detach(context: Context, asked: Asked, index: int) -> None:
    """Remove a file. Its caption stays; a question without words and files is open again."""
    draft = context.draft
    file = draft.files(asked.path)[index]
    left = draft.model_copy(update={"attachments": tuple(other for other in draft.attachments if other != file)})
    context.happened(FileRemoved(draft=draft.number, question=asked.path, name=file.name, sha256=file.sha256))
    if not left.files(asked.path) and draft.values.get(asked.path) is None:
        answers = {path: answer for path, answer in draft.answers.items() if path != asked.path}
        left = left.model_copy(update={"answers": answers})
        context.happened(Cleared(draft=draft.number, question=asked.path))
    context.keep(left)
    context.say(file_texts.file_removed(file.name))
    context.go(context.state)


def finish(context: Context, asked: Asked) -> None:
    """Confirm an answer that has files and go on."""
    context.keep(_wordless(context, context.draft, asked))
    value, files = context.values.get(asked.path), len(context.draft.files(asked.path))
    context.say(file_texts.saved_with_files(None if value is None else asked.kind.saved(asked.load(value)), files))
    leave(context, asked)


def leave(context: Context, asked: Asked) -> None:
    """Go on after an answer that has files."""
    flow.advance(context, asked, answering.open_question(context).return_to, filled=True)
