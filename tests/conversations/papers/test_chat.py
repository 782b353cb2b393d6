"""Word forms in chat: what is shown, what each button does, and what is asked afterwards."""

from datetime import timedelta

import pytest
from support.core_papers import NAME, SUM, YEAR, doubtful, draft, form, labels, press, says, sure, text_of
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Noted, Said
from conversations.dialogue.conversation import Answer, Conversation
from conversations.dialogue.events import Answered, Cleared, Skipped
from conversations.dialogue.inputs import TimeCame
from conversations.dialogue.paper import HELD
from conversations.dialogue.state import Asking, AtDesk, New
from conversations.filling.attachments import where
from conversations.papers import texts
from conversations.papers.arriving import is_worth_reading, wants_content
from conversations.reminders.reminding import next_moment


@pytest.fixture
def talker() -> CoreTalker:
    """Be at the second question of a practice."""
    one = CoreTalker()
    for act in ("/start", "Open Door"):
        one.do(Act("says", act))
    return one


def test_nothing_is_saved_before_a_press(talker: CoreTalker) -> None:
    """What was read is shown with all four buttons, and the person stays where they were."""
    before = talker.conversation
    said = text_of(talker, form(NAME, doubtful("contact.email", "anna at work"), left=("Budget: 12 euros",)))
    assert (before.drafts, before.state) == (talker.conversation.drafts, talker.conversation.state)
    assert [texts.AS_NEW, texts.FILL_GAPS, texts.KEEP, texts.LEAVE] == labels(talker)
    for words in ("Open Gate", "To check: Email: “anna at work”", "Missing: Contact person", "“Budget: 12 euros”"):
        assert words in said


def test_new_practice_has_what_was_read(talker: CoreTalker) -> None:
    """Sure answers are stored as imported, the first practice stays, and the form waits no longer."""
    talker.give(form(NAME, YEAR, sure("start.ending_year", None)))
    said = press(talker, texts.AS_NEW)
    assert said.startswith("Saved from your Word form: 2 answers. I ask for the other")
    assert (2, None, SUM[:0]) == (draft(talker).number, talker.conversation.paper, "")
    sources = {path: (one.value, one.source) for path, one in draft(talker).answers.items()}
    assert {
        "name.name": ("Open Gate", "imported"),
        "start.starting_year": (2014, "imported"),
        "start.ending_year": (None, "imported"),
    } == sources
    assert "Open Door" == talker.conversation.drafts[0].values["name.name"]
    assert ["imported", "imported"] == [one.source for one in talker.events if isinstance(one, Answered)][-2:]
    assert isinstance(talker.events[-1], Skipped | Answered)


def test_gaps_are_filled_and_no_answer_is_replaced(talker: CoreTalker) -> None:
    """The practice keeps its name; a skipped question counts as a gap, but not the other way round."""
    talker.give(form(NAME, YEAR))
    assert "Saved from your Word form: 1 answer." in press(talker, texts.FILL_GAPS)
    assert ("Open Door", 2014) == (draft(talker).values["name.name"], draft(talker).values["start.starting_year"])


def test_form_without_anything_new_fills_nothing(talker: CoreTalker) -> None:
    """The bot says so and asks on."""
    talker.give(form(NAME))
    assert press(talker, texts.FILL_GAPS).startswith(texts.NO_GAPS)


def test_gaps_are_those_of_the_practice_in_hand_then(talker: CoreTalker) -> None:
    """Another practice may be in hand when the button is pressed: the one of the button is taken up again."""
    talker.give(form(YEAR))
    number = max(talker.replies)
    says(talker, "/new")
    data = next(b.press.data() for row in talker.replies[number].rows for b in row if b.label == texts.FILL_GAPS)
    talker.give(talker.pressing(number, data))
    assert (1, 2014) == (draft(talker).number, draft(talker).values["start.starting_year"])


def test_meetings_of_the_practice_are_not_mixed_with_those_of_the_form(talker: CoreTalker) -> None:
    """A practice that has a meeting keeps its own."""
    answers = (sure("ran_meetings.presented", True), sure("ran_meetings.meetings.0.name", "RAN EXIT"))
    talker.give(form(*answers))
    press(talker, texts.FILL_GAPS)
    talker.give(form(sure("ran_meetings.meetings.0.name", "RAN EDU"), sure("ran_meetings.meetings.1.name", "RAN YF")))
    press(talker, texts.FILL_GAPS)
    named = {path: value for path, value in draft(talker).values.items() if path.endswith(".name")}
    assert {"name.name": "Open Door", "ran_meetings.meetings.0.name": "RAN EXIT"} == named


def test_doubtful_meeting_waits_for_the_question_before_it(talker: CoreTalker) -> None:
    """Its meeting is asked only after the Yes."""
    told = "RAN EXIT in Vienna, 3 May 2019"
    talker.give(form(doubtful("ran_meetings.presented", told), doubtful("ran_meetings.meetings.0.name", "RAN EXIT")))
    press(talker, texts.FILL_GAPS)
    said = says(talker, "/overview") and says(talker, "11")
    assert f"Your Word form says here: “{told}”" in said
    press(talker, "Use it as the answer")
    assert "RAN EXIT" == draft(talker).values["ran_meetings.meetings.0.name"]
    assert "imported" == draft(talker).answers["ran_meetings.presented"].source


def test_answer_that_does_not_apply_is_left_out(talker: CoreTalker) -> None:
    """The practice says that the EU pays nothing."""
    talker.give(form(sure("eu_funding.co_funded", False)))
    press(talker, texts.FILL_GAPS)
    talker.give(form(sure("eu_funding.funds", ["Erasmus+"])))
    assert press(talker, texts.FILL_GAPS).startswith(texts.NO_GAPS)


def test_answer_that_breaks_a_rule_of_the_practice_is_asked(talker: CoreTalker) -> None:
    """The text cannot be older than the practice."""
    talker.give(form(YEAR))
    press(talker, texts.FILL_GAPS)
    talker.give(form(sure("last_update.year", 2012)))
    press(talker, texts.FILL_GAPS)
    assert {"last_update.year": "2012"} == draft(talker).read_texts
    says(talker, "/overview")
    said = says(talker, "16")
    assert "Your Word form says here: “2012”. The text cannot be from 2012" in said
    assert "Use it as the answer" not in labels(talker)


@pytest.mark.parametrize(
    ("path", "text", "label", "value"),
    [
        ("description.description", "Mentors.", "Use it as the answer", "Mentors."),
        ("description.description", "word " * 301, "Use it as the answer", ("word " * 301).strip()),
        ("contact.email", "anna [at] example.org", "anna@example.org", "anna@example.org"),
        ("target_audience.audiences", "Families, dentists", "Families", ["Families"]),
    ],
)
def test_doubtful_text_is_one_press_away(talker: CoreTalker, path: str, text: str, label: str, value: object) -> None:
    """At its question the text is shown, with a button for what its kind makes of it."""
    talker.give(form(doubtful(path, text)))
    press(talker, texts.FILL_GAPS)
    number = {"description.description": "2", "contact.email": "15", "target_audience.audiences": "5"}[path]
    says(talker, "/overview")
    said = says(talker, number)
    if isinstance(talker.conversation.state, Asking) and talker.conversation.state.question != path:
        talker.give(talker.wrote("/skip"))
        says(talker, "anna")
    assert text in "\n".join(reply.text for reply in talker.replies.values()) or said
    press(talker, label)
    assert (value, "imported") == (draft(talker).values[path], draft(talker).answers[path].source)
    assert {} == draft(talker).read_texts


def test_text_that_is_no_answer_is_shown_without_a_button(talker: CoreTalker) -> None:
    """The kind says what is wrong; the person answers."""
    talker.give(form(doubtful("start.starting_year", "long ago")))
    press(talker, texts.FILL_GAPS)
    says(talker, "/overview")
    assert "Your Word form says here: “long ago”." in says(talker, "7")
    assert "Use it as the answer" not in labels(talker)
    says(talker, "2011")
    assert {} == draft(talker).read_texts


def test_too_many_choices_are_shown_without_a_button(talker: CoreTalker) -> None:
    """The list below has them all."""
    talker.give(form(doubtful("key_themes.themes", "Formers, Training, Rehabilitation, dentists")))
    press(talker, texts.FILL_GAPS)
    says(talker, "/overview")
    assert "dentists" in says(talker, "4")
    assert "Formers" == labels(talker)[6]


def test_long_form_is_shown_in_several_messages(talker: CoreTalker) -> None:
    """The buttons stand under the last one."""
    long = sure("evidence.performance", "word " * 1500)
    shown = [one for one in talker.give(form(NAME, long)) if isinstance(one, Said)]
    assert ({()}, True, texts.AS_NEW) == ({one.rows for one in shown[:-1]}, len(shown) > 1, shown[-1].rows[0][0])


def test_file_is_kept_at_deliverables(talker: CoreTalker) -> None:
    """The form is a file of the practice, and nothing of it is read into answers."""
    talker.give(form(YEAR))
    assert "saved under Deliverables" in press(talker, texts.KEEP)
    assert [("form.docx", SUM)] == [(file.name, file.sha256) for file in draft(talker).attachments]
    assert "start.starting_year" not in draft(talker).values


def test_form_is_left(talker: CoreTalker) -> None:
    """Its button works once; typed it works as well."""
    talker.give(form(YEAR))
    assert texts.LEFT in says(talker, "leave it")
    assert (texts.NOT_WAITING, None) == (press(talker, texts.LEAVE), talker.conversation.paper)


def test_newer_form_takes_the_place_of_the_one_that_waits(talker: CoreTalker) -> None:
    """Buttons of the older one say that it does not wait any more."""
    talker.give(form(YEAR))
    first = max(talker.replies)
    data = next(b.press.data() for row in talker.replies[first].rows for b in row if b.label == texts.AS_NEW)
    talker.give(form(NAME, message=701))
    [noted] = talker.give(talker.pressing(first, data))
    assert Noted(texts.NOT_WAITING) == noted


@pytest.mark.parametrize("label", [texts.FILL_GAPS, texts.KEEP])
def test_button_of_a_deleted_practice_does_nothing(talker: CoreTalker, label: str) -> None:
    """The form waits on for another button."""
    talker.give(form(YEAR))
    number = max(talker.replies)
    data = next(b.press.data() for row in talker.replies[number].rows for b in row if b.label == label)
    talker.conversation = talker.conversation.model_copy(update={"drafts": (), "hand": None, "state": New()})
    [noted] = talker.give(talker.pressing(number, data))
    assert (Noted(texts.NOT_WAITING), True) == (noted, talker.conversation.paper is not None)


def test_form_waits_where_there_are_too_many_practices(talker: CoreTalker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person deletes one and presses again."""
    monkeypatch.setattr("conversations.filling.navigation.MOST_OPEN", 1)
    talker.give(form(YEAR))
    press(talker, texts.AS_NEW)
    assert talker.conversation.paper is not None


def test_form_is_forgotten_after_a_day(talker: CoreTalker) -> None:
    """Nobody need come back for that."""
    talker.give(form(YEAR))
    assert talker.now + HELD == next_moment(talker.conversation)
    talker.now += HELD + timedelta(minutes=1)
    talker.give(TimeCame())
    assert talker.conversation.paper is None


def test_before_the_yes_it_waits_without_its_file() -> None:
    """No file is stored before the yes; after it, what was read is shown."""
    one = CoreTalker(Conversation())
    said = text_of(one, form(YEAR, caption="my form"))
    assert texts.WAITS_FOR_YES in said
    held = one.conversation.paper
    assert ("", False) == (held and held.sha256, held and held.shown)
    assert "Starting year: 2014" in press(one, "I agree")
    assert [texts.AS_NEW, texts.FILL_GAPS, texts.LEAVE] == labels(one)
    assert texts.words_beside("my form") in said


def test_label_typed_before_the_yes_is_no_press() -> None:
    """What has not been shown cannot be used."""
    one = CoreTalker(Conversation())
    text_of(one, form(YEAR))
    says(one, texts.AS_NEW)
    assert () == one.conversation.drafts


def test_coordinator_can_send_one_from_the_desk() -> None:
    """It is shown at any place."""
    one = CoreTalker()
    one.collection.registry.appoint(one.user, "coordinator", one.now)
    says(one, "/queue")
    assert isinstance(one.conversation.state, AtDesk)
    assert "Starting year: 2014" in text_of(one, form(YEAR))
    assert [texts.AS_NEW, texts.LEAVE] == labels(one)


def test_file_that_is_no_form_is_told_why(talker: CoreTalker) -> None:
    """Nothing is stored, and the person hears where a file can be kept."""
    said = text_of(talker, form(paper=None, unread="It is damaged."))
    assert said.startswith("I cannot use form.docx as a Word form. It is damaged. Nothing was saved.\nTo keep the file")
    assert (None, ()) == (talker.conversation.paper, draft(talker).attachments)


def test_file_that_is_no_form_is_a_deliverable_at_its_question(talker: CoreTalker) -> None:
    """Any file can be one there."""
    for text in ("/overview", "8"):
        says(talker, text)
    said = text_of(talker, form(paper=None, unread="It is damaged.").model_copy(update={"message": 705}))
    assert said.startswith("Saved: form.docx")
    assert 1 == len(draft(talker).attachments)


def test_pdf_is_read_except_at_the_question_for_files(talker: CoreTalker) -> None:
    """There it is a deliverable; a Word file is read there, too."""
    given = form(paper=None, name="form.pdf")
    assert is_worth_reading(talker.conversation, given)
    for text in ("/overview", "8"):
        says(talker, text)
    assert not is_worth_reading(talker.conversation, given)
    assert is_worth_reading(talker.conversation, given.model_copy(update={"name": "form.docx"}))


def test_pdf_that_cannot_be_read_is_a_file(talker: CoreTalker) -> None:
    """In a practice it is kept as ever, with the reason why nothing was read; outside of one it is not."""
    given = form(paper=None, name="scan.pdf", unread="It is a scan.")
    assert {"Saved under Deliverables: scan.pdf (file 1 of 10).", "It is a scan."} <= {
        *text_of(talker, given).split("\n")
    }
    assert 1 == len(draft(talker).attachments)
    before = CoreTalker()
    assert text_of(before, given).startswith(texts.not_read("scan.pdf", "It is a scan."))


def test_form_that_arrives_late_is_read_all_the_same(talker: CoreTalker) -> None:
    """It is handled after the person has gone on."""
    sent = where(talker.conversation)
    says(talker, "Mentors against extremism.")
    assert "Starting year: 2014" in text_of(talker, form(YEAR).model_copy(update={"sent_at": sent}))


@pytest.mark.parametrize(
    ("name", "what", "size", "expected"),
    [
        ("form.docx", "document", 100, True),
        ("FORM.DOC", "document", 100, True),
        ("form.docx", "document", 100 << 20, False),
        ("form.pdf", "document", 100, True),
        ("form.odt", "document", 100, False),
        ("form.docx", "video", 100, False),
    ],
)
def test_word_files_are_fetched_anywhere(name: str, what: str, size: int, *, expected: bool) -> None:
    """Also before the yes; one that is too large is not."""
    given = form(paper=None, name=name, what=what, size=size)
    assert expected == wants_content(Conversation(), given)


def test_unknown_question_is_passed_over(talker: CoreTalker) -> None:
    """A question may be gone from the form since it was read."""
    talker.give(form(sure("name.gone", "x"), doubtful("gone.gone", "y"), YEAR))
    assert "1 answer" in press(talker, texts.FILL_GAPS)


def test_files_at_a_question_count_as_its_answer(talker: CoreTalker) -> None:
    """Deliverables with a file are no gap."""
    talker.give(form().model_copy(update={"paper": None, "name": "leaflet.pdf"}))
    talker.give(form(sure("deliverables.deliverables", "A book"), message=710))
    press(talker, texts.FILL_GAPS)
    assert draft(talker).values.get("deliverables.deliverables") is None


def test_doubtful_text_of_a_skipped_question_is_asked(talker: CoreTalker) -> None:
    """In a draft, too: the question was skipped, and the form may answer it."""
    says(talker, "/new")
    says(talker, "Third")
    one = draft(talker)
    skipped = Answer(value=None, source="typed", at=one.updated_at)
    drafts = tuple(
        each.model_copy(update={"answers": each.answers | {"start.ending_year": skipped}})
        if each.number == one.number
        else each
        for each in talker.conversation.drafts
    )
    talker.conversation = talker.conversation.model_copy(update={"drafts": drafts})
    text_of(talker, form(doubtful("start.ending_year", "in 2019")))
    press(talker, texts.FILL_GAPS)

    assert "start.ending_year" not in draft(talker).answers
    assert Cleared(draft=one.number, question="start.ending_year") in talker.events
