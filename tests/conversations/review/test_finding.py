"""/find: the practices with certain words, where the words are, and what to try if there are none."""

import pytest
from support.core_review import bed, begins, does, handed_in
from support.core_talker import CoreTestBed
from support.practices import practice

from conversations.diagram import begun, filled
from conversations.dialogue.conversation import Draft
from conversations.dialogue.repositories import NoRepository
from conversations.dialogue.search import Search
from conversations.dialogue.state import Submitted
from conversations.dialogue.texts import unknown_command
from conversations.review import find_texts
from conversations.review.finding import where


def two() -> CoreTestBed:
    """Make a test bed with a submission of Anna's and a draft in progress of Ben's, both about prisons."""
    on = bed(handed_in(claimed=False))
    on.talker("Ben").conversation = begun()
    does(on.talker("Ben"), "Third Way", "We meet people in prison.")
    return on


def test_unknown_command_at_a_search_is_no_search() -> None:
    """Words behind a command that takes none are kept as a note and not looked for."""
    cora = bed(handed_in()).talker("Cora")
    said = does(cora, "/find door", "/queue ask them for numbers")
    assert ("/queue takes no words, so I did nothing.", ["/queue ask them for numbers"]) == (
        said.split("\n")[0],
        [note.text for note in cora.conversation.notes],
    )


def test_practices_are_listed_with_the_answers_that_have_the_words() -> None:
    """A word of the title stands in the heading; of another word the answer is quoted. A button opens the card."""
    cora = two().talker("Cora")
    listed = does(cora, "/find PRISON")
    begins(
        listed,
        "2 practices with “PRISON”",
        "",
        "RAN-2026-0001 · Open Door: mentoring after prison",
        "❗ waiting for 326 days, nobody is reviewing this",
        "",
        "Third Way",
        "Draft in progress, last changed today, 13:00",
        "Description: We meet people in prison.",
        "",
        find_texts.SEARCH_AGAIN,
    )
    assert does(cora, "[Third Way]").startswith("Third Way\nDraft in progress: ")


def test_find_asks_for_words_and_takes_the_next_text_as_words() -> None:
    """/find alone asks; the next text is searched for, and so is a text at the practices found."""
    cora = two().talker("Cora")
    asked = does(cora, "/find")
    begins(does(cora, "third"), "1 practice with “third”")
    begins(does(cora, "people prison"), "2 practices with “people prison”")
    assert (find_texts.FIND_WHAT, asked) == (asked, does(cora, "/find  "))


@pytest.mark.parametrize("said", ["/find 2026-1", "/find RAN-2026-0001", "/find ran 2026 1"])
def test_reference_leads_to_the_card(said: str) -> None:
    """A reference in any spelling opens its practice."""
    assert "No comments yet." in does(two().talker("Cora"), said)


def test_number_of_a_reference_lists_it() -> None:
    """A number alone can also be a word, so it lists what has it."""
    begins(
        does(two().talker("Cora"), "/find 1"),
        "1 practice with “1”",
        "",
        "RAN-2026-0001 · Open Door: mentoring after prison",
    )


def test_nothing_found_says_what_to_try() -> None:
    """Of several words, the ones that no practice has are named, and each of the others has a button."""
    cora = two().talker("Cora")
    assert f"No practice with “nobody”\n{find_texts.TRY}" == does(cora, "/find nobody")
    assert f"No practice with “nobody nowhere”\n{find_texts.TRY}" == does(cora, "nobody nowhere")
    begins(does(cora, "third prison nowhere"), "No practice with “third prison nowhere”", "No practice has “nowhere”.")
    begins(does(cora, "[Find “prison”]"), "2 practices with “prison”")
    begins(does(cora, "third aarhus"), "No practice with “third aarhus”", find_texts.TRY)
    begins(does(cora, "[Find “third”]"), "1 practice with “third”")


def test_text_without_a_word_is_no_search() -> None:
    """Only punctuation asks for words again."""
    begins(does(two().talker("Cora"), "/find ?!"), find_texts.NO_WORD, "", find_texts.FIND_WHAT)


def test_phrase_is_shown_as_typed() -> None:
    """Words in quotation marks are found in a row only."""
    cora = two().talker("Cora")
    begins(does(cora, '/find "people in prison"'), '1 practice with "people in prison"')
    begins(does(cora, '"prison in people"'), 'No practice with "prison in people"')


def test_long_text_is_cut() -> None:
    """Of 4,096 characters the first 200 are searched for, and the title shows that it is not all."""
    title = does(two().talker("Cora"), f"/find {'prison ' * 585}").partition("\n")[0]
    assert ("2 practices with “prison prison ", "…”") == (title[:32], title[-2:])


def test_many_practices_have_pages() -> None:
    """Ten practices stand on a page; a page that no longer exists leads to the last one."""
    on = two()
    anna, cora = on.talker("Anna"), on.talker("Cora")
    drafts = tuple(handed_in().model_copy(update={"number": n, "reference": f"RAN-2026-{n:04d}"}) for n in range(1, 13))
    anna.conversation = filled().model_copy(update={"drafts": drafts, "state": Submitted(), "hand": 1})
    first, second = does(cora, "/find mentoring"), does(cora, "[Next page]")
    anna.conversation = anna.conversation.model_copy(update={"drafts": drafts[:1]})
    left = does(cora, "/start")
    assert ["Page 1 of 2", "Page 2 of 2"] == [said.splitlines()[-3] for said in (first, second)]
    assert (10, 2) == (first.count("RAN-2026-"), second.count("RAN-2026-"))
    begins(left, "1 practice with “mentoring”")


def test_very_many_practices_are_not_counted() -> None:
    """Above 500 the title says so."""
    assert ["500 practices with “a”", "More than 500 practices with “a”"] == [
        find_texts.found(n, "a") for n in (500, 501)
    ]


def test_back_leads_to_the_queue() -> None:
    """/back at the practices found shows the queue, also after /find from an own practice."""
    cora = two().talker("Cora")
    begins(does(cora, "/find prison", "/back"), "Waiting for review: 1")


def test_practitioner_hears_of_an_unknown_command() -> None:
    """Without the role /find is unknown, with words and without."""
    ben = two().talker("Ben")
    assert [unknown_command("find")] * 2 == [does(ben, said).split("\n")[0] for said in ("/find", "/find prison")]


def test_repository_of_nobody_finds_nothing() -> None:
    """Without a collection nothing is found."""
    assert 0 == NoRepository().find(Search.read("prison"), 0).total


def test_all_answers_can_be_searched_for() -> None:
    """Lists, years and periods count as they were written; yes, no and answers that do not apply are left out."""
    text = practice(12, {"ran_meetings.presented": False}).searchable
    there = {word: f" {word} " in text for word in ("rehabilitation", "2011", "denmark", "aarhus", "false", "wien")}
    assert {
        "rehabilitation": True,
        "2011": True,
        "denmark": True,
        "aarhus": True,
        "false": False,
        "wien": False,
    } == there
    assert " 23 24 january 2019 online " in practice(12).searchable
    assert text.startswith("§open §door §ran §2026 §0012 §12 open door ran 2026 0012 12 ")


def quoted(draft: Draft, said: str) -> list[str]:
    """Quote the answers with these words."""
    return where(draft, Search.read(said))


def test_answers_are_quoted_around_the_word() -> None:
    """Two answers at most, the one with most words first; some words around, on one line."""
    draft = practice(1)
    assert [
        "Description: A programme against violent extremism. The mentors - listen; - visit: - …",
        "Organisation: A charity in Aarhus",
    ] == quoted(draft, "anna violent listen aarhus")


def test_word_in_the_middle_is_quoted_with_words_before_it() -> None:
    """A beginning is enough; a long word is cut."""
    draft = practice(1)
    assert ["Description: … - friends. It is described at https://example.org/open_(door)."] == quoted(draft, "descri")


def test_words_of_the_heading_are_not_quoted() -> None:
    """What stands in the heading needs no quotation; nor does a word that no answer has any more."""
    assert [[], []] == [quoted(practice(12), said) for said in ("open door 12", "nowhere")]
