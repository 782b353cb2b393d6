"""Filled-in Word forms, also as PDF: opened and read in a process of their own, which alone imports the libraries."""

from datetime import date
from importlib import import_module
from pathlib import Path

from pydantic import BaseModel

from conversations.dialogue.paper import Paper
from conversations.languages import ENGLISH, current, speaking
from storage.papers import texts
from storage.papers.problems import NotAForm, NotReadable
from storage.subprocess_job import Bounds, Job, JobFailed, Progress

__all__ = ["NotAForm", "NotReadable", "is_pdf", "read_in_subprocess"]

SECONDS = 20
"""CPU time; the longest form in the tests takes 2 s with the start of the process."""

MEMORY = 768 << 20
"""Bytes of address space; the process has 200 MB when it starts."""


class Order(BaseModel):
    """The order of a child; ``path`` is the file, ``today`` the day on which a year is in the future.

    ``language`` is that in which the child says why a file is not readable.
    """

    path: Path
    today: date
    language: str = ENGLISH


def is_pdf(path: Path) -> bool:
    """Tell a PDF by its first bytes."""
    with path.open("rb") as file:
        return file.read(4) == b"%PDF"


async def read_in_subprocess(path: Path, today: date) -> Paper:
    """Read a Word form; raises ``NotReadable`` with a sentence for the person who sent it."""
    try:
        return await READING.run(Order(path=path, today=today, language=current()))
    except JobFailed as error:
        said = str(error)
        if said == str(texts.NOT_A_FORM):
            raise NotAForm(said) from None
        raise NotReadable(texts.STOPPED if said.startswith((texts.NAME, texts.FAILED)) else said) from None


def _read(order: Order, _progress: Progress) -> Paper:
    opening, reading = (import_module(name) for name in ("storage.papers.opening", "conversations.papers.reading"))
    with speaking(order.language):
        with order.path.open("rb") as file:
            paper: Paper | None = reading.read(opening.paragraphs_in(file), order.today)
        if paper is None:
            raise NotAForm(texts.NOT_A_FORM)
    return paper


READING = Job(
    address=f"{__name__}:READING",
    name=texts.NAME,
    failed=texts.FAILED,
    order=Order,
    result=Paper,
    do=_read,
    told=(NotReadable,),
    bounds=Bounds(seconds=SECONDS, memory=MEMORY),
)
