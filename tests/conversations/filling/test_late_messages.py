"""A message that is read later than it was sent goes to its own question, or the bot asks about it."""

import pytest
from support.author import draft, go, labels, named
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.diagram import NOW
from conversations.dialogue.conversation import Conversation, Version
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import Attached, Commanded, Revised, SentAt, Shared, Wrote
from conversations.dialogue.review_record import Entry, Review
from conversations.dialogue.state import Asking, Collecting
from conversations.filling import change_texts, file_texts
from conversations.filling import texts as filling_texts
from conversations.filling.attachments import takes_file, where
from conversations.form import texts

FILES, SUM = "deliverables.deliverables", "ab" * 32

DESCRIPTION, YEAR = "description.description", "start.starting_year"

TEXT = "We work with families, to prevent radicalisation."


def said(one: CoreTalker, given: Wrote | Revised | Attached | Commanded | Shared) -> str:
    """Take a step; return the text that follows."""
    return "\n".join(reply.text for reply in one.give(given) if isinstance(reply, Said))


def late(text: str, sent: SentAt, message: int = 900) -> Wrote:
    """Make the input of a text that is read later."""
    return Wrote(text=text, message=message, sent_at=sent)


def file(sent: SentAt, **more: str | int) -> Attached:
    """Make the input of a stored file."""
    known = {"what": "document", "caption": "", "name": "leaflet.pdf", "size": 5, "sha256": SUM, "message": 901}
    return Attached.model_validate({**known, **more, "sent_at": sent})


def test_late_text_where_nothing_has_moved() -> None:
    """If the person is where they were, a late text is an ordinary one."""
    one = named()
    assert said(one, late(TEXT, where(one.conversation))).startswith("Saved")
    assert TEXT == draft(one).values[DESCRIPTION]


def test_late_text_at_a_question_that_was_passed() -> None:
    """A late text answers its own question; the open one stays open, with its buttons."""
    one = named()
    sent = where(one.conversation)
    go(one, "/overview", "6")
    keyboard_version = one.conversation.keyboard_version
    shown = said(one, late(TEXT, sent))
    assert shown.startswith("I have now read your earlier message for Description. Saved: ")
    assert (TEXT, keyboard_version, isinstance(one.conversation.state, Asking)) == (
        draft(one).values[DESCRIPTION],
        one.conversation.keyboard_version,
        True,
    )
    assert shown.count("Section ") == 1


def test_late_text_where_its_question_was_asked_again() -> None:
    """If the same question is open again, the text answers it as usual."""
    one = named()
    sent = where(one.conversation)
    go(one, "/overview", "2")
    assert said(one, late(TEXT, sent)).startswith("Saved: ")


def test_late_text_over_its_limit() -> None:
    """A late text over the limit is stored at its question, to be fixed, with the figures."""
    one = named()
    sent = where(one.conversation)
    go(one, "/overview", "6")
    words = "radicalisation " * 2001
    assert "over the limit of" in said(one, late(words.strip()[:30000], sent))
    assert draft(one).values[DESCRIPTION]


def test_late_text_that_is_no_answer() -> None:
    """A late text that is not an answer is repeated to the person and kept in the history."""
    one = named("/overview", "7")
    sent = where(one.conversation)
    go(one, "/overview", "2")
    shown = said(one, late("some day", sent))
    assert shown.startswith("Your earlier message for Starting year was not saved. ")
    assert ("some day" in shown, YEAR in draft(one).values) == (True, False)
    assert "some day" == next(event.text for event in one.events if isinstance(event, Refused))


def test_late_year_that_another_answer_rules_out() -> None:
    """A late answer that contradicts other answers is refused."""
    one = named("/overview", "7", "2011")
    assert "start.ending_year" == where(one.conversation).question
    sent = where(one.conversation)
    go(one, "/overview", "2")
    assert "was not saved" in said(one, late("2009", sent))


def answered_since() -> tuple[CoreTalker, SentAt]:
    """Answer the description, and go elsewhere."""
    one = named()
    sent = where(one.conversation)
    return go(one, "A better description, to prevent radicalisation.", "/overview", "6"), sent


def test_late_text_asks_before_it_replaces() -> None:
    """If its question has been answered since, the text comes with two buttons and changes nothing."""
    one, sent = answered_since()
    before = one.conversation.state
    replies = [reply for reply in one.give(late(TEXT, sent)) if isinstance(reply, Said)]
    assert [(texts.USE, filling_texts.LEAVE_LATE)] == [*replies[0].rows]
    assert (1, True, before) == (len(replies), TEXT in replies[0].text, one.conversation.state)
    assert "A better description, to prevent radicalisation." == draft(one).values[DESCRIPTION]


@pytest.mark.parametrize("label", [texts.USE, filling_texts.LEAVE_LATE])
def test_late_text_is_used_or_left(label: str) -> None:
    """One press takes the text or leaves the answer; the state stays, and a second press does nothing."""
    one, sent = answered_since()
    one.give(late(TEXT, sent))
    state = one.conversation.state
    one.do(Act("presses", label))
    used = TEXT if label == texts.USE else "A better description, to prevent radicalisation."
    assert (used, state, "") == (draft(one).values[DESCRIPTION], one.conversation.state, draft(one).late[0].text)
    events = len(one.events)
    other = filling_texts.LEAVE_LATE if label == texts.USE else texts.USE
    one.do(Act("presses", other))
    assert (events, used) == (len(one.events), draft(one).values[DESCRIPTION])


def test_late_text_beside_one_that_arrives() -> None:
    """While an answer is arriving in parts, the bot asks about an earlier text."""
    one = named()
    sent = where(one.conversation)
    one.give(Wrote(text="long words " * 370, message=700))
    assert isinstance(one.conversation.state, Collecting)
    assert texts.USE in str(one.give(late(TEXT, sent)))


def test_late_text_of_another_draft() -> None:
    """A late text goes into the practice that it was written for, even if another one is current."""
    one = named()
    sent = where(one.conversation)
    go(one, "/new", "Other Door")
    assert "your earlier message for Description" in said(one, late(TEXT, sent))
    assert (TEXT, False, 2) == (
        draft(one).values[DESCRIPTION],
        DESCRIPTION in draft(one, 2).values,
        one.conversation.hand,
    )


@pytest.mark.parametrize("text", ["Back", "overview", "Still active"])
def test_late_button_that_was_typed(text: str) -> None:
    """The typed label of a button does nothing later, and is no answer."""
    one = named("/overview", "7", "2011")
    sent = where(one.conversation)
    go(one, "/overview", "2")
    state = one.conversation.state
    assert f"Send it again at its question:\n{text}" in said(one, late(text, sent))
    assert (state, False) == (one.conversation.state, "start.ending_year" in draft(one).values)


@pytest.mark.parametrize(
    "sent",
    [SentAt(), SentAt(draft=9, question=DESCRIPTION), SentAt(draft=1), SentAt(draft=1, question="gone.question")],
    ids=["nobody knows", "draft gone", "no question", "question gone"],
)
def test_late_text_without_a_question(sent: SentAt) -> None:
    """A text whose question is gone is repeated to the person, and answers nothing."""
    one = named()
    shown = said(one, late(TEXT, sent))
    assert shown.startswith("I read this earlier message too late")
    assert (True, False) == (TEXT in shown, DESCRIPTION in draft(one).values)


def test_late_text_of_a_question_that_does_not_apply() -> None:
    """A question that no longer applies takes no late text."""
    one = named("/overview", "11", "[Yes]")
    sent = where(one.conversation)
    go(one, "/back", "[No]")
    assert "Send it again at its question" in said(one, late("Horizon", sent))


def test_late_text_before_the_yes() -> None:
    """Without consent nothing is taken."""
    one = named()
    sent = where(one.conversation)
    one.conversation = one.conversation.model_copy(update={"consent": None, "keyboard_version": 99})
    assert "Send it again at its question" in said(one, late(TEXT, sent))
    assert DESCRIPTION not in draft(one).values


def closed(one: CoreTalker, status: str) -> None:
    """Give the practice this status after its submission."""
    review = Review(log=(Entry(at=NOW, move="decline", words="It has no link."),) if status == "declined" else ())
    version = Version(at=NOW, answers=draft(one).answers)
    handed_in = {"versions": (version,), "reference": "RAN-2026-0001", "review": review}
    changed = draft(one).model_copy(update={"status": status, **handed_in})
    one.conversation = one.conversation.model_copy(update={"drafts": (changed,), "keyboard_version": 99})


def test_late_words_for_what_is_closed() -> None:
    """A declined practice takes no words, no press and no file."""
    one, sent = answered_since()
    one.give(late(TEXT, sent))
    closed(one, "declined")
    assert "Send it again at its question" in said(one, late(TEXT, sent))
    one.do(Act("presses", texts.USE))
    assert "A better description, to prevent radicalisation." == draft(one).values[DESCRIPTION]
    given = file(SentAt(draft=1, question=FILES))
    assert "its practice can no longer be changed. The file was not saved." in said(one, given)
    assert not takes_file(one.conversation, given)


def test_late_command_is_not_done() -> None:
    """A late command does nothing, and can be sent again."""
    one = named()
    sent = where(one.conversation)
    go(one, "/overview", "6")
    before = one.conversation
    shown = said(one, Commanded(name="back", argument="", message=900, sent_at=sent))
    assert shown.startswith("I could not do /back in time")
    assert before == one.conversation


def test_late_command_where_nothing_has_moved() -> None:
    """If the person is where they were, a late command is carried out."""
    one = named()
    said(one, Commanded(name="back", argument="", message=900, sent_at=where(one.conversation)))
    assert "name.name" == where(one.conversation).question


def test_late_edit_where_nothing_has_changed() -> None:
    """A late edit is taken if the practice has not changed."""
    one = CoreTalker()
    go(one, "/start")
    one.give(Wrote(text="Open Door", message=700))
    given = Revised(text="Opened Door", message=700, sent_at=where(one.conversation))
    assert said(one, given).startswith("Corrected: Name")


def test_late_edit_asks_before_it_replaces_a_newer_one() -> None:
    """An edit that is read after a newer one of the same message asks first."""
    one = CoreTalker()
    go(one, "/start")
    one.give(Wrote(text="Open Door", message=700))
    sent = where(one.conversation)
    one.now = one.now.replace(second=30)
    one.give(Revised(text="Newest Door", message=700))
    one.give(Revised(text="Opened Door", message=700, sent_at=sent))
    assert "Newest Door" == draft(one).values["name.name"]
    one.do(Act("presses", texts.USE))
    assert "Opened Door" == draft(one).values["name.name"]


@pytest.mark.parametrize(("text", "message"), [("Open Door", 700), ("Opened Door", 4)])
def test_late_edit_that_changes_nothing(text: str, message: int) -> None:
    """A late edit that changes nothing, or is not of an answer, is answered as usual."""
    one = CoreTalker()
    go(one, "/start")
    one.give(Wrote(text="Open Door", message=700))
    shown = said(one, Revised(text=text, message=message, sent_at=SentAt()))
    assert "Open Door" == draft(one).values["name.name"]
    assert any(sentence in shown for sentence in (change_texts.EDIT_CHANGED_NOTHING, change_texts.EDIT_OF_NOTHING))


def test_late_edit_of_a_part_that_is_arriving() -> None:
    """A late edit of a part asks first if the draft has changed; a press takes it."""
    one = named()
    one.give(Wrote(text="long words " * 370, message=700))
    one.give(Revised(text="short words " * 300, message=700, sent_at=SentAt()))
    state = one.conversation.state
    assert isinstance(state, Collecting)
    assert state.parts[0].text.startswith("long")
    one.do(Act("presses", texts.USE))
    state = one.conversation.state
    assert isinstance(state, Collecting)
    assert state.parts[0].text.startswith("short")


def test_late_file_lands_at_its_question() -> None:
    """A late file and its caption go to their question; the state stays."""
    one = named("/overview", "8")
    sent = where(one.conversation)
    go(one, "/overview", "6")
    state = one.conversation.state
    shown = said(one, file(sent, caption="Our leaflet"))
    assert shown.startswith("leaflet.pdf has arrived and is saved under Deliverables (file 1 of 10).")
    assert (["leaflet.pdf"], "Our leaflet", state) == (
        [kept.name for kept in draft(one).attachments],
        draft(one).values[FILES],
        one.conversation.state,
    )


def test_late_file_where_its_question_is_open_again() -> None:
    """If its question is open again, a late file is confirmed as usual, and only once."""
    one = named("/overview", "8")
    sent = where(one.conversation)
    go(one, "/overview", "8")
    assert said(one, file(sent)).startswith("Saved: leaflet.pdf (file 1 of 10).")
    go(one, "/overview", "6")
    assert said(one, file(sent)).startswith(file_texts.FILE_IS_HERE)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"sha256": ""}, "I could not get leaflet.pdf from Telegram"),
        ({"too_big": True}, "leaflet.pdf was not saved: it is over"),
    ],
)
def test_late_file_that_cannot_be_had(more: dict[str, str | int], expected: str) -> None:
    """The bot says if a late file could not be fetched."""
    one = named("/overview", "8")
    sent = where(one.conversation)
    go(one, "/overview", "6")
    assert said(one, file(sent, **more)).startswith(expected)
    assert () == draft(one).attachments


@pytest.mark.parametrize("sent", [SentAt(), SentAt(draft=1, question="")])
def test_late_file_that_was_sent_elsewhere(sent: SentAt) -> None:
    """A photo that was sent outside of a practice stays refused, even if a question for files is open now."""
    one = named("/overview", "8")
    shown = said(one, file(sent, what="photo", caption="Our photo"))
    assert shown.startswith("I cannot keep a photo here.")
    assert ("Our photo" in shown, ()) == (True, draft(one).attachments)
    assert said(one, file(sent, what="photo")).startswith("I cannot keep a photo here.")


def test_late_file_that_was_sent_at_another_question() -> None:
    """A photo that was sent at another question is stored with the files."""
    one = named("/overview", "6")
    sent = where(one.conversation)
    go(one, "/overview", "7")
    shown = said(one, file(sent, what="photo", name="photo"))
    assert shown.startswith("photo has arrived and is saved under Deliverables (file 1 of 10).")
    assert ([FILES], "Undo") == ([kept.question for kept in draft(one).attachments], labels(one)[-1])


def test_late_file_for_what_was_handed_in() -> None:
    """A late file after the submission is a proposed change, and the person is told so."""
    one = named("/overview", "8")
    sent = where(one.conversation)
    closed(one, "submitted")
    shown = said(one, file(sent))
    assert "Your change to Deliverables is a proposal: RAN-2026-0001 stays as it was" in shown
    assert (["leaflet.pdf"], ()) == (
        [kept.name for kept in draft(one).attachments],
        draft(one).handed_in.attachments,
    )


def test_where_nothing_has_begun() -> None:
    """A new person has no draft and no question."""
    assert SentAt(question="", keyboard_version=0) == where(Conversation())


def test_late_text_that_begins_like_a_command_is_words() -> None:
    """Words that only begin like a command land at the question that they were sent at."""
    one = named()
    sent = where(one.conversation)
    go(one, "/overview", "6")
    text = "/handbook is on our intranet, and says how to prevent radicalisation."
    one.give(Commanded(name="handbook", argument="is on", message=900, text=text, sent_at=sent))
    assert text == one.conversation.drafts[0].values[DESCRIPTION]


def test_late_contact_is_offered() -> None:
    """A contact that is heard late is stored nowhere by itself: the bot says where it fits."""
    one = named()
    sent = where(one.conversation)
    go(one, "/overview", "6")
    before = one.conversation.drafts
    shown = said(one, Shared(what="contact", message=900, details={"name": ("Mads Holm",)}, sent_at=sent))
    assert (before, True) == (one.conversation.drafts, "Contact person" in shown)


def test_late_edit_for_what_is_closed() -> None:
    """The button of a late edit changes nothing once the practice is declined."""
    one = go(CoreTalker(), "/start")
    one.give(Wrote(text="Open Door", message=700))
    sent = where(one.conversation)
    one.now = one.now.replace(second=30)
    one.give(Revised(text="Newest Door", message=700))
    one.give(Revised(text="Opened Door", message=700, sent_at=sent))
    closed(one, "declined")
    assert "so your change to Name of the practice was not saved" in one.do(Act("presses", texts.USE))[-1].text
    assert "Newest Door" == draft(one).values["name.name"]
