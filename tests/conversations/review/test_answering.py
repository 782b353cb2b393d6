"""Replies to the authors' questions: shown before they are sent, or sent at once, and two at the same time."""

import pytest
from support.core_questions import asking, enquiries_of, enquiry, labels, opened, put, sent
from support.core_review import AUTHOR, CARL, bed, does, draft_of, forged, handed_in, press

from bot.demo.transcripts import Act
from bot.demo.transcripts import Said as Shown
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.reviews import with_review
from conversations.filling import review_texts
from conversations.privacy.erasure import published
from conversations.review import enquiries, note_texts, question_texts, texts


def test_reply_is_sent_at_once_where_it_was_asked_for() -> None:
    """Reply, then the text: the author and the other coordinators get it, and the list follows."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    asked = does(cora, "[Reply]")
    said = does(cora, "Yes, schools too.")
    assert (True, f"{review_texts.SENT_TO_AUTHOR}\n\n{question_texts.NO_QUESTIONS}") == (
        asked.endswith(question_texts.WRITE_REPLY),
        said,
    )
    assert [(AUTHOR, True), (CARL, True), (9001, True)] == [
        (to, "Yes, schools too." in one.text) for to, one in sorted(sent(cora), key=lambda one: one[0])
    ]


def test_text_that_was_not_asked_for_is_shown_before_it_is_sent() -> None:
    """More text is added to it; nothing goes out before the press."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    shown = does(cora, "Yes, schools", "too.")
    assert (True, [], [["Send to the author", "Discard"]]) == ("Yes, schools\ntoo." in shown, sent(cora), labels(cora))
    does(cora, "[Send to the author]")
    assert ["Do you take schools?", "Yes, schools\ntoo."] == [said.text for said in enquiries_of(on)[0].said]


def test_reply_is_discarded_or_left() -> None:
    """Discard and Cancel lead back to the question, and nothing is sent."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    discarded = does(cora, "Yes.", "[Discard]")
    cancelled = does(cora, "[Reply]", "[Cancel]")
    up = does(cora, "[Reply]", "/back")
    listed = does(cora, "/back")
    assert (question_texts.DISCARDED, cancelled, []) == (discarded.split("\n")[0], up, sent(cora))
    assert "Questions that wait" in listed


def test_two_coordinators_reply_at_the_same_time() -> None:
    """The second is told of the first reply, keeps their own, and can send it as well."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora, carl = opened(on), opened(on, "Carl")
    does(cora, "[Reply]")
    does(carl, "[Reply]", "No.")
    told = does(cora, "Yes, schools too.")
    assert told.startswith("Carl Coordinator has already answered: “No.”\n")
    assert (True, 2) == ("Yes, schools too." in told, len(enquiries_of(on)[0].said))
    does(cora, "[Send to the author]")
    assert ["Do you take schools?", "No.", "Yes, schools too."] == [said.text for said in enquiries_of(on)[0].said]


def test_second_reply_is_held_also_where_it_was_shown() -> None:
    """A reply that was shown before another one came is shown once more."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora, carl = opened(on), opened(on, "Carl")
    does(cora, "Yes.")
    does(carl, "[Reply]", "No.")
    told = does(cora, "[Send to the author]")
    assert ("Carl Coordinator has already answered" in told, 2) == (True, len(enquiries_of(on)[0].said))


def test_author_who_writes_again_does_not_hold_a_reply() -> None:
    """Only the reply of another coordinator is news to the one who replies."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    does(cora, "[Reply]")
    draft = draft_of(on)
    more = enquiry(1, "Do you take schools?", "Hello?")
    put(on, with_review(draft, enquiries=(more,)))
    assert does(cora, "Yes.").startswith(review_texts.SENT_TO_AUTHOR)


def test_reply_where_the_practice_is_gone() -> None:
    """The queue opens, and says that the practice was deleted."""
    on = asking(enquiry(1, "Schools?"))
    cora = opened(on)
    on.talker("Anna").conversation = Conversation()
    assert does(cora, "Yes.").startswith(texts.SUBMISSION_GONE)


def test_telegram_reply_after_another_coordinator_has_answered() -> None:
    """A reply to the message of a question is shown before it is sent, with what the other one has answered."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora, carl = opened(on), opened(on, "Carl")
    does(carl, "[Reply]", "No.")
    (said,) = cora.do(Act("replies", "Yes.", "RAN-2026-0001"))
    assert isinstance(said, Shown)
    assert said.text.startswith("Carl Coordinator has already answered: “No.”\n")
    assert (["Yes."], []) == ([note.text for note in cora.conversation.notes], sent(cora))


def test_telegram_reply_to_a_question_that_is_gone() -> None:
    """A reply to the message that told of it is kept and not sent, and the coordinator is told."""
    on = bed(with_review(handed_in("approved"), enquiries=(enquiry(1, "Schools?"),)))
    cora = opened(on)
    put(on, published(draft_of(on)))
    (said,) = cora.do(Act("replies", "Yes.", "RAN-2026-0001"))
    assert isinstance(said, Shown)
    assert question_texts.GONE == said.text.split("\n")[0]
    assert ["Yes."] == [note.text for note in cora.conversation.notes]


def test_number_of_messages_is_limited_for_coordinators() -> None:
    """After 50 messages nothing more is sent about a question; what was written is a note."""
    on = asking(enquiry(1, *("Hello?" for _ in range(enquiries.MOST_SAID))))
    cora = opened(on)
    assert does(cora, "[Reply]", "Yes.").startswith(note_texts.ENQUIRY_CLOSED)
    assert ["Yes."] == [note.text for note in cora.conversation.notes]


def test_reply_that_is_not_sent_is_never_lost() -> None:
    """Leaving the page keeps it as a note; the question leads to it."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    does(cora, "Yes, schools.", "/queue", "/show 1")
    assert ["Your notes (1)"] in labels(cora)
    press(cora, forged("question", index=1))
    assert ["Your notes (1)"] in labels(cora)
    does(cora, "[Your notes]", "[Send it to the author, who asked: “Do you take schools?”]")
    assert ["Do you take schools?", "Yes, schools."] == [said.text for said in enquiries_of(on)[0].said]
    assert () == cora.conversation.notes


def test_reply_whose_note_was_deleted_is_asked_for_again() -> None:
    """The page asks for a reply, and the next text is sent."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    does(cora, "Yes.")
    press(cora, forged("notedrop", index=cora.conversation.notes[0].number, submission=0))
    assert does(cora, "/start").endswith(question_texts.WRITE_REPLY)
    assert does(cora, "Yes, schools too.").startswith(review_texts.SENT_TO_AUTHOR)
    assert ["Do you take schools?", "Yes, schools too."] == [said.text for said in enquiries_of(on)[0].said]


def test_edit_changes_a_reply_that_is_not_sent() -> None:
    """The page shows the new words; an edit of another message does not change them."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    cora.mine[77_777] = "[earlier]"
    does(cora, "Yse.")
    (edited,) = cora.do(Act("edits", "Yes.", "Yse."))
    cora.do(Act("edits", "Something else.", "[earlier]"))
    does(cora, "[Send to the author]")
    assert isinstance(edited, Shown)
    assert "\nYes.\n" in edited.text
    assert ["Do you take schools?", "Yes."] == [said.text for said in enquiries_of(on)[0].said]
    assert ["Something else."] == [note.text for note in cora.conversation.notes]


@pytest.mark.parametrize(("text", "shown"), [("Thanks!", False), ("yes", False), ("/nonsense Yes", True)])
def test_which_reply_is_shown_first(text: str, *, shown: bool) -> None:
    """Where a reply was asked for, a short one is sent at once; one that begins like a command is shown first."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    said = does(cora, "[Reply]", text)
    assert (shown, shown) == (said.endswith(question_texts.not_sent_yet()), sent(cora) == [])


def test_question_to_the_bot_is_no_reply() -> None:
    """A text such as "what now?" is answered with what can be done."""
    cora = opened(asking(enquiry(1, "Do you take schools?")))
    said = [does(cora, "What now?"), does(cora, "[Reply]", "What now?")]
    assert [True, True] == [
        said[0].startswith("Write your reply. You see it once more"),
        said[1].startswith("Write your reply to the author"),
    ]
    assert () == cora.conversation.notes


def test_long_reply_reaches_the_author_whole() -> None:
    """It comes in several messages, each with its head; the last one can be replied to."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    words = " ".join(f"word{n}" for n in range(500))
    does(cora, "[Reply]", words)
    parts = [one for to, one in sent(cora) if to == AUTHOR]
    assert (2, [0, 1]) == (len(parts), [len(one.rows) for one in parts])
    assert words == " ".join(one.lines[1].text for one in parts)
