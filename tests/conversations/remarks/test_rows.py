"""The table of replies: every row can be reached, and gives its reply."""

from pathlib import Path

import pytest

from conversations.form.asked import question_at
from conversations.remarks.lexicon import Language, languages
from conversations.remarks.listening import remark, said_anywhere, said_at
from conversations.remarks.rows import Row, meanings, row_of, rows
from conversations.remarks.texts import NO_SUCH_ROW, TESTING

SUSTAINABILITY = "sustainability.sustainability"


def said(text: str, path: str = SUSTAINABILITY, *, stands: bool = False) -> str:
    """Return the reply to a remark at a question."""
    asked = question_at(path)
    found = remark(asked, text)
    assert found is not None
    return said_at(asked, found, stands=stands)


@pytest.mark.parametrize("language", languages().values(), ids=languages())
def test_phrases_and_terms_of_a_language_have_their_row(language: Language) -> None:
    """A file of words names only rows of the table and meanings that there are."""
    assert [] == sorted({*language.phrases} - {*rows()})
    assert [] == sorted({*language.terms} - {*meanings()})


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("How long does it take?", "It takes 30 to 60 minutes"),
        ("wie lange dauert das", "It takes 30 to 60 minutes"),
        ("who will read my answers", "The coordinators of the Collection can read your answers, drafts too."),
        ("qui va lire mes réponses", "The coordinators of the Collection can read your answers, drafts too."),
        ("can I write in Polish", "You can answer in any language"),
        ("kan jag skriva på svenska", "You can answer in any language"),
        ("can I stop and come back", "You can stop at any time"),
        ("posso continuare domani", "You can stop at any time"),
        ("are you a robot", "I am a program, not a person."),
        ("what does transferability mean", "Transferability means what others can take over"),
        ("hvad betyder overførbarhed", "Transferability means what others can take over"),
        ("what is RAN", "RAN is the Radicalisation Awareness Network"),
        ("what should I do", "What does it cost, what keeps it going"),
        ("I made a mistake", "To correct an answer, edit your message"),
        ("no wait the name is Open Doors", "To correct an answer, edit your message"),
        ("how do I change the name?", "To correct an answer, edit your message"),
        ("oops wrong", "To correct an answer, edit your message"),
        ("sorry i meant Open Doors", "To correct an answer, edit your message"),
        ("muss ich alles ausfüllen?", "Sustainability and transferability needs an answer"),
        ("dois-je tout remplir ?", "Sustainability and transferability needs an answer"),
        ("devo compilare tutto?", "Sustainability and transferability needs an answer"),
        ("can i change this later?", "Yes: you can change every answer"),
        ("can I talk to a human", "The coordinators of the Collection are people"),
        ("why so many questions, i have 5 minutes only", "It takes 30 to 60 minutes"),
        ("est-ce que mes collègues verront ça", "The coordinators of the Collection can read your answers"),
        ("do i get money for this", "I don't know of any payment"),
        ("is it ok if i copy from our website", "Yes: copy the text and send it here."),
        ("can i upload pdf", "You can send documents, photos and videos"),
        ("a chi devo mandarlo dopo", "After the last question you see a summary"),
        ("who will check my spelling", "Mistakes do no harm"),
        ("hvad hvis vi ikke har nogen tal", "It need not be figures"),
        ("what do you mean by polarisation", "Polarisation means that groups"),
        ("hello my name is Lone", "Hello."),
        ("good morning", "Hello."),
        ("Guten Morgen", "Hello."),
        ("god morgen", "Hello."),
        ("Buonasera, come va?", "Hello."),
        ("Guten Morgen, ich mache morgen weiter", "You can stop at any time"),
        ("Was ist mit Praxis gemeint?", "A practice is an activity"),
        ("kann ich mit jemandem sprechen?", "The coordinators of the Collection are people"),
        ("Bonjour, j'ai une question", "Yes, ask:"),
        ("jeg har et spørgsmål", "Yes, ask:"),
        ("can I ask something?", "Yes, ask:"),
        ("is it still possible to change the name?", "Yes: you can change every answer"),
        ("ist es noch möglich, den Namen zu ändern?", "Yes: you can change every answer"),
        ("what happens with my data?", "The coordinators of the Collection can read your answers"),
        ("hvad sker der med mine oplysninger?", "The coordinators of the Collection can read your answers"),
        ("how do I send a photo", "You can send documents, photos and videos"),
        ("wie schicke ich ein Foto?", "You can send documents, photos and videos"),
        ("can i paste from word?", "Yes: copy the text and send it here."),
        ("can I write more than 200 words?", "At most 200 words."),
        ("ok bye", "Goodbye."),
        ("auf Wiedersehen", "Goodbye."),
        ("Warum 300 Wörter?", "At most 200 words."),
        ("weiß ich gerade nicht", "You can leave this question open"),
        ("thank you for your help", "You are welcome."),
        ("what about hate speech?", "What does it cost"),
        ("i hate forms", "I am sorry"),
        ("is that ok?", "I save what you write."),
        ("ist das so richtig?", "I save what you write."),
        ("test", TESTING),
        ("do you like football?", NO_SUCH_ROW),
    ],
)
def test_answer_to_a_message(text: str, answer: str) -> None:
    """Common questions get their reply from the table, in any language."""
    assert said(text).startswith(answer)


def test_not_knowing_at_each_kind_of_question() -> None:
    """A person who does not know leaves a question open, skips it, or keeps the old answer."""
    at = (said("I don't know"), said("I don't know", "evidence.feedback"), said("I don't know", stands=True))
    assert (
        "You can leave this question open: press Later. You need its answer only before you submit.",
        "You need no answer here: press Skip.",
        "The answer that you gave before stays.",
    ) == at


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("name.name", "One line, up to 200 characters."),
        ("description.description", "At most 300 words. Short sentences are fine."),
        (
            "evidence.performance",
            "Give figures and views that show its success, and the results of monitoring. Short sentences are fine.",
        ),
        ("key_themes.themes", "Press two, or type them."),
        ("ran_meetings.presented", ""),
    ],
)
def test_how_much(path: str, answer: str) -> None:
    """The reply repeats only the sentences with figures, because the whole hint stands below it."""
    assert answer == said("how much can i choose or write?", path)


def test_star_stands_in_phrases_of_one_word() -> None:
    """A star works in a phrase of one word only: "mit jemand*" would fit every text with "mit"."""
    phrases = [phrase.split() for row in rows().values() for phrase in row.phrases.split(",")]
    assert [words for words in phrases if len(words) > 1 and "*" in "".join(words)] == []


@pytest.mark.parametrize("row", rows().values(), ids=lambda row: row.name)
def test_row_is_reached(row: Row) -> None:
    """Each row fits at least one of its own phrases: no row hides another."""
    phrases = [" ".join(word.split("/")[0] for word in phrase.split()) for phrase in row.phrases.split(",")]
    assert any(row_of(phrase) is row for phrase in phrases)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("que veut dire livrable ?", "Deliverables are"),
        ("Was heißt Reichweite?", "Geographical scope means"),
        ("co znamená přenositelnost", "Transferability means"),
        ("cosa si intende per ex estremisti?", "Formers are"),
        ("ce înseamnă evaluare colegială?", "A peer review is"),
        ("hvad betyder afradikalisering?", "Deradicalisation means"),
        ("wat betekent reclassering?", "Probation means"),
    ],
)
def test_term_of_a_question_in_its_language(text: str, answer: str) -> None:
    """A term that the translated question has is explained; the longest term that fits decides."""
    assert said(text).startswith(answer)


def test_answer_where_no_question_is_open() -> None:
    """Without an open question only remarks that need none get a reply."""
    assert ("I am a program", None, "Hello.", "You are welcome.", None, None) == (
        (said_anywhere("are you a robot") or "")[:14],
        said_anywhere("I don't know"),
        said_anywhere("hello"),
        said_anywhere("thank you"),
        said_anywhere("ok"),
        said_anywhere("Open Door"),
    )


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("what happens now", "The coordinators read your practice and answer here, in this chat."),
        ("what now?", "The coordinators read your practice and answer here, in this chat."),
        ("und jetzt?", "The coordinators read your practice and answer here, in this chat."),
        ("can i change the email?", "Yes: press Change an answer."),
        ("bye", "Goodbye."),
        ("i made a mistake in the year", "To correct an answer, press Change an answer."),
        ("are you a robot", said_anywhere("are you a robot")),
    ],
)
def test_answer_while_a_submission_waits(text: str, answer: str) -> None:
    """While a submission waits, the reply names the button for changes."""
    assert said_anywhere(text, waiting=True) == answer


def counted(name: str) -> tuple[int, int, int]:
    """Count the texts of a list that have a row: caught, with the right reply, and all."""
    table = {name.upper(): row for name, row in rows().items()}
    written = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    asked = [line.split(" ", 2) for line in written if not line.startswith("#")]
    heard = [(remark(question_at(SUSTAINABILITY), text), table[row]) for _, row, text in asked if row != "-"]
    meant = [found for found, row in heard if found and found.row and found.row.answer == row.answer]
    return sum(found is not None for found, _ in heard), len(meant), len(heard)


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("questions", (310, 296, 320)),
        ("talk", (196, 187, 203)),
        ("talk_held_out", (48, 38, 50)),
        ("languages", (232, 226, 240)),
        ("every_language", (596, 592, 600)),
    ],
)
def test_replies_to_lists(name: str, figures: tuple[int, int, int]) -> None:
    """So many texts of a list are caught, and so many get the right reply; only the third list was held out."""
    assert figures == counted(name)
