"""Documents as a transcript through the core shows them: named, and with words under them, as the bot does."""

from collections.abc import Iterable
from datetime import datetime

from support.core_people import fits

from bot.telegram.texts import nothing_to_export
from conversations.dialogue.replies import EmptyForm, ExportFile, MyData, MyFile, Reply, StatsPicture, WordForm
from conversations.dialogue.repositories import Submission
from storage.exports import EMPTY_NAME, export_name, form_name
from storage.pictures import figures
from storage.stats import tallied


def in_order(replies: Iterable[Reply]) -> list[Reply]:
    """Put what takes long behind the rest, which goes past it."""
    return sorted(replies, key=lambda reply: isinstance(reply.document, ExportFile | StatsPicture | MyFile))


def words_of(reply: Reply, submissions: Iterable[Submission], chat: int, now: datetime) -> str:  # noqa: PLR0911 - one for each document
    """Write a reply with its document, which is made from these dossiers for that chat."""
    document = reply.document
    match document:
        case None:
            return reply.text
        case WordForm():
            draft = next(one.draft for one in submissions if _is_meant(document, one, chat))
            return f"(document: {form_name(draft, with_review=document.with_review)})\n{reply.text}"
        case EmptyForm():
            return f"(document: {EMPTY_NAME})\n{reply.text}"
        case ExportFile():
            return _export(document, reply, submissions, now)
        case MyData():
            return f"(document: my-data.{document.format})\n{reply.text}"
        case MyFile():
            return f"(document: {document.name})\n{reply.text}"
        case StatsPicture():
            lines = [reply.text, *figures(tallied((one.draft for one in submissions), now))]
            return "\n".join(["(photo)", *filter(None, lines)])


def _is_meant(wanted: WordForm, submission: Submission, chat: int) -> bool:
    if wanted.submission is not None:
        return submission.number == wanted.submission
    return (submission.author, submission.draft.number) == (chat, wanted.draft)


def _export(wanted: ExportFile, reply: Reply, submissions: Iterable[Submission], now: datetime) -> str:
    if not any(fits(one.draft, wanted) for one in submissions):
        return nothing_to_export().text
    return f"(document: {export_name(wanted.format, wanted, now.date())})\n{reply.text}"
