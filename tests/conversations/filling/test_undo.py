"""Undo of answers, files and deleted drafts; a short text replaces a long one only after a press."""

from datetime import timedelta

import pytest
from support.author import draft, go, labels, named, question, says
from support.core_review import bed, does
from support.core_review import handed_in as submission
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act, Noted
from conversations.diagram import filled
from conversations.dialogue.events import Answered, Cleared
from conversations.dialogue.inputs import Attached, Revised, TimeCame
from conversations.dialogue.state import Asking, Choosing, New, ToSummary
from conversations.engine import texts as engine_texts
from conversations.filling import change_texts, texts, undo
from conversations.form import texts as form_texts
from conversations.reminders.reminding import next_moment

NAME, DESCRIPTION, THEMES = "name.name", "description.description", "key_themes.themes"

PERSON, EMAIL, TELEPHONE = "contact.person", "contact.email", "contact.telephone"

BLOCK = "Anna Example\nanna@example.org\n+45 33 11 55 00"

AUDIENCES = "target_audience.audiences"

FILES, MEETING = "deliverables.deliverables", "ran_meetings.meetings.0.name"

NAMED = 3
"""The message that named the practice."""

TEXT = "We work with families, to prevent radicalisation."

LONGER = "We visit young people in prison every week and talk about what they want to leave behind, against extremism."


def file(name: str = "leaflet.pdf", message: int = 900, caption: str = "", sha256: str = "ab" * 32) -> Attached:
    """Make the input of a stored file."""
    return Attached(what="document", caption=caption, name=name, size=5, sha256=sha256, message=message)


UNDO = pytest.mark.parametrize(
    "undo", ["[Undo]", "Undo", "undo", "/undo", "undo that, please", "UNDO!", "Rückgängig", "/undo please"]
)


@UNDO
def test_undo_of_an_answer_that_replaced_another(undo: str) -> None:
    """The earlier answer is back, with its message, and the person is at its question."""
    one = named(TEXT, "/summary", "[Change]", "[Name of the practice]")
    before = draft(one).answers[NAME]
    said = says(go(one, "Closed Door"), undo)
    assert "Undone: Name of the practice is as it was before." in said
    assert (before, Asking(question=NAME, return_to=ToSummary())) == (draft(one).answers[NAME], one.conversation.state)
    assert Answered(draft=1, question=NAME, value="Open Door", source="typed", messages=(NAMED,)) == one.events[-1]


def test_undo_stands_where_an_answer_was_replaced() -> None:
    """Undo is not offered after a first answer, or after the same answer again."""
    one = named()
    assert "Undo" not in labels(one)
    go(one, "/back", "Open Door")
    assert "Undo" not in labels(one)
    go(one, "/back", "Closed Door")
    assert "Undo" == labels(one)[-1]
    go(one, "[Example]")
    assert "Undo" in labels(one)
    go(one, "/overview")
    assert "Undo" not in labels(one)


def test_undo_of_a_first_answer() -> None:
    """The question is open again, and the words are in the history only."""
    one = named(TEXT)
    assert "Undone: Description is open again." in says(one, "/undo")
    assert (Asking(question=DESCRIPTION), False, Cleared(draft=1, question=DESCRIPTION)) == (
        one.conversation.state,
        DESCRIPTION in draft(one).answers,
        one.events[-1],
    )


def test_undo_again_and_again() -> None:
    """Undo works back through all remembered changes; then there is nothing to undo."""
    one = named("/back", "Second", "/back", "Third", "/back", "Fourth")
    values = [draft(go(one, "/undo")).values[NAME] for _ in range(undo.MOST)]
    assert ["Third", "Second", "Open Door"] == values
    assert change_texts.NOTHING_TO_UNDO in says(one, "/undo")
    assert change_texts.NOTHING_TO_UNDO in says(go(CoreTalker(), "/start"), "undo")


def test_undo_button_pressed_twice() -> None:
    """The second press says that it is done, and undoes nothing else."""
    one = named("/back", "Second", "/back", "Third", "[Undo]")
    assert texts.ALREADY == "\n".join(shown.text for shown in one.do(Act("presses", "", "again")))
    assert "Second" == draft(one).values[NAME]


def test_undo_button_further_up() -> None:
    """An older button undoes its own change, and the state stays."""
    one = named("/back", "Closed Door", TEXT)
    state = one.conversation.state
    says(one, "[Undo]")
    assert ("Open Door", TEXT, state) == (
        draft(one).values[NAME],
        draft(one).values[DESCRIPTION],
        one.conversation.state,
    )


def test_undo_button_whose_answer_was_changed_again() -> None:
    """If a newer change is about the same answer, the button only gets a note."""
    one = named("/back", "Second", "/back", "Third")
    assert [Noted(engine_texts.OLD_BUTTON)] == one.do(Act("presses", "Undo", "first"))
    assert "Third" == draft(one).values[NAME]


def test_undo_of_ticks_brings_the_list_back_as_a_whole() -> None:
    """All ticks of a list are undone together; Undo is offered after the list."""
    one = named("/overview", "5", "1, 2", "/overview", "5", "[Target audience]")
    before = draft(one).answers[AUDIENCES]
    for n in (0, 2):
        go(one, f"[{labels(one)[n]}]")
        assert "Undo" not in labels(one)
    go(one, "[Done]")
    assert "Undo" in labels(one)
    go(one, "[Undo]")
    assert (before, AUDIENCES) == (draft(one).answers[AUDIENCES], getattr(one.conversation.state, "question", ""))


def test_undo_of_a_second_theme_that_went_on() -> None:
    """If the last tick goes on by itself, the list is undone as a whole, too."""
    one = named("/overview", "4", "1, 2", "/overview", "4")
    before = draft(one).answers[THEMES]
    go(one, f"[{labels(one)[0]}]", f"[{labels(one)[2]}]", "[Undo]")
    assert (before, THEMES) == (draft(one).answers[THEMES], getattr(one.conversation.state, "question", ""))


def test_theme_that_is_added_to_too_few_offers_no_undo() -> None:
    """One more choice in a list with too few loses nothing; /undo works all the same."""
    one = named("/overview", "4", "prison, mentoring", "[Training]")
    assert "Undo" not in labels(one)
    go(one, "/undo")
    assert ["Prison and probation"] == draft(one).values[THEMES]


def test_undo_of_an_edit() -> None:
    """An edit is undone, and the state stays."""
    one = named(TEXT)
    state = one.conversation.state
    one.give(Revised(text="Closed Door", message=NAMED))
    assert ("Closed Door", "Undo") == (draft(one).values[NAME], labels(one)[-1])
    says(one, "[Undo]")
    assert ("Open Door", state) == (draft(one).values[NAME], one.conversation.state)


def test_undo_of_a_removed_answer() -> None:
    """A removed answer is back."""
    one = named("/overview", "8", "Our handbook", "/overview", "8", "[Remove this answer]")
    assert "Undo" == labels(one)[-1]
    assert "Our handbook" == draft(go(one, "[Undo]")).values[FILES]


def test_undo_of_a_removed_meeting() -> None:
    """All answers of the meeting are back, and an edit of its message finds its question again."""
    one = named(
        "/overview", "11", "Yes", "Dublin days", "2019", "/skip", "/skip", "[Add another meeting]", "Vienna days"
    )
    go(one, "/overview", "11", "[Name of the meeting 1]")
    before = draft(one)
    go(one, "[Remove this meeting]")
    assert "Vienna days" == draft(one).values[MEETING]
    go(one, "[Undo]")
    assert (before.answers, before.filed) == (draft(one).answers, draft(one).filed)


def test_undo_of_a_file_that_was_put_elsewhere() -> None:
    """The file and its caption are gone, and the person is where they sent it."""
    one = named()
    state = one.conversation.state
    one.give(file(caption="Our leaflet"))
    assert (["leaflet.pdf"], "Our leaflet", "Undo") == (
        [each.name for each in draft(one).attachments],
        draft(one).values[FILES],
        labels(one)[-1],
    )
    assert "Undone: leaflet.pdf is removed." in says(one, "[Undo]")
    assert ((), False, state) == (draft(one).attachments, FILES in draft(one).answers, one.conversation.state)
    assert "file_removed" in [event.what for event in one.events]


def test_undo_of_a_removed_file() -> None:
    """A removed file is back."""
    one = named("/overview", "8")
    one.give(file())
    go(one, "[Remove leaflet.pdf]")
    assert "Undone: leaflet.pdf is back." in says(one, "[Undo]")
    assert ["leaflet.pdf"] == [each.name for each in draft(one).attachments]


def test_file_at_its_own_question_has_no_undo() -> None:
    """A file at its own question has a Remove button instead."""
    one = named("/overview", "8")
    one.give(file())
    assert "Undo" not in labels(one)


@pytest.mark.parametrize("undo", ["[Undo]", "/undo", "bring it back"])
@pytest.mark.parametrize("others", [0, 1])
def test_undo_of_a_deleted_draft(undo: str, others: int) -> None:
    """A deleted draft is back with all its answers and its number, and the person is at the list of drafts."""
    one = named(TEXT, *["/new", "Second Chance"] * others, "/drafts")
    before, hand = draft(one), one.conversation.hand
    assert "Deleted: “Open Door”. To bring it back within a day, press Undo or send /undo." in says(one, "[Delete 1]")
    assert (others, New if not others else Choosing) == (len(one.conversation.drafts), type(one.conversation.state))
    assert "Undone: “Open Door” is back." in says(one, undo)
    assert (before.answers, before.filed, hand, Choosing()) == (
        draft(one).answers,
        draft(one).filed,
        one.conversation.hand,
        one.conversation.state,
    )


def test_deleted_draft_is_let_go_after_a_day() -> None:
    """A deleted draft is gone after a day, without a message."""
    one = named(TEXT, "/drafts", "[Delete 1]")
    assert one.now + undo.FOR == next_moment(one.conversation)
    one.now += undo.FOR
    assert [] == one.give(TimeCame())
    assert ((), None) == (one.conversation.undo, next_moment(one.conversation))
    assert change_texts.NOTHING_TO_UNDO in says(one, "/undo")


def test_deleted_draft_is_let_go_also_where_time_is_slow() -> None:
    """The first message after a day finds the deleted draft gone."""
    one = named(TEXT, "/drafts", "[Delete 1]")
    one.now += timedelta(hours=25)
    assert change_texts.NOTHING_TO_UNDO in says(one, "/undo")
    assert "Open Door" not in one.conversation.model_dump_json()


def test_undo_ends_after_a_day() -> None:
    """A change of yesterday cannot be undone, by words or by its button."""
    one = named("/back", "Closed Door")
    one.now += undo.FOR
    assert change_texts.NOTHING_TO_UNDO in says(one, "/undo")
    assert [Noted(engine_texts.OLD_BUTTON)] == one.do(Act("presses", "Undo"))
    assert "Closed Door" == draft(one).values[NAME]


def test_only_what_was_never_handed_in_can_be_deleted() -> None:
    """A submission is withdrawn, not deleted."""
    one = named(TEXT)
    changed = draft(one).model_copy(update={"status": "submitted", "reference": "RAN-2026-0001"})
    one.conversation = one.conversation.model_copy(update={"drafts": (changed,), "undo": ()})
    go(one, "/drafts")
    assert ["1 · Open Door", "New practice"] == labels(one)


def test_double_tap_on_delete() -> None:
    """A second press deletes nothing else, even if no practice is left."""
    one = named("/drafts", "[Delete 1]")
    assert [Noted(texts.ALREADY)] == one.do(Act("presses", "", "again"))
    assert ((), New()) == (one.conversation.drafts, one.conversation.state)
    go(one, "[New practice]")
    assert [2] == [each.number for each in one.conversation.drafts]


def test_undo_ends_with_the_submission() -> None:
    """Undo does not change a submission."""
    one = go(CoreTalker(filled()), "/overview", "1", "Another Door", "/summary", "[Submit]")
    assert ((), "submitted") == (one.conversation.undo, draft(one).status)
    assert change_texts.NOTHING_TO_UNDO in says(one, "/undo")


def test_undo_while_a_long_answer_arrives() -> None:
    """The arriving answer is undone, and the earlier one is back."""
    one = named(TEXT, "/back", "word " * 800)
    assert "Undone: Description is as it was before." in says(one, "/undo")
    assert (TEXT, Asking(question=DESCRIPTION)) == (draft(one).values[DESCRIPTION], one.conversation.state)


def test_word_within_an_answer_undoes_nothing() -> None:
    """Only words that say nothing else ask for undo."""
    one = named("Undo the harm: mentoring against radicalisation")
    assert "Undo the harm: mentoring against radicalisation" == draft(one).values[DESCRIPTION]


def test_name_of_a_country_undoes_nothing() -> None:
    """Peru is an answer, though Finnish has a word for undo that is written so."""
    one = named("/overview", "14", "[Outside the EU and EEA]", "Peru")
    assert "Peru" == draft(one).values["country_of_origin.non_eu_country"]


def test_much_shorter_text_asks_first() -> None:
    """A short text replaces a long one only after a press."""
    one = named(LONGER, "/back")
    said = says(one, "Visits in jail")
    assert said.startswith(
        f"Replace your answer to Description ({len(LONGER)} characters) with this text (14 characters)?"
    )
    assert (["Replace", "Keep the earlier text"], False) == (labels(one)[:2], "Keep this answer" in labels(one))
    assert LONGER == draft(one).values[DESCRIPTION]
    says(one, "[Replace]")
    assert ("Visits in jail", "Undo") == (draft(one).values[DESCRIPTION], labels(one)[-1])
    says(one, "[Undo]")
    assert LONGER == draft(one).values[DESCRIPTION]


def test_remark_replaces_no_long_text() -> None:
    """A message to the bot replaces a long text only after a press."""
    one = named(LONGER, "/back", "ok, one moment")
    assert (["Use it as the answer", "Keep this answer"], LONGER) == (
        [label for label in labels(one) if label in {form_texts.USE, texts.KEEP}],
        draft(one).values[DESCRIPTION],
    )


def test_short_text_below_a_text_over_its_limit_asks_first() -> None:
    """A short text does not replace a text over its limit; a text within the limit does."""
    one = named("over " * 320)
    assert "Replace your answer to Description" in says(one, "Visits in prison")
    assert 320 == len(str(draft(one).values[DESCRIPTION]).split())
    says(one, "over " * 200)
    assert 200 == len(str(draft(one).values[DESCRIPTION]).split())


def test_name_over_its_limit_gives_way_to_a_shorter_one() -> None:
    """The bot has just asked for a shorter line, so it needs no press; Undo brings the long one back."""
    one = named("/overview", "1", "Mentors in every town of the north " * 8, "Mentors of the north")
    assert ("Mentors of the north", "Undo") == (draft(one).values[NAME], labels(one)[-1])


@pytest.mark.parametrize(("label", "kept"), [("Replace", "Mentors."), ("Keep the earlier text", LONGER)])
def test_edit_to_a_much_shorter_text_asks_first(label: str, kept: str) -> None:
    """An edit that leaves little of a long text needs a press; the state stays."""
    one = named(LONGER)
    state = one.conversation.state
    one.give(Revised(text="Mentors.", message=draft(one).answers[DESCRIPTION].parts[0].message))
    assert (LONGER, ["Replace", "Keep the earlier text"]) == (draft(one).values[DESCRIPTION], labels(one))
    go(one, f"[{label}]")
    assert (kept, state) == (draft(one).values[DESCRIPTION], one.conversation.state)


def test_edit_of_a_message_whose_answer_was_replaced_offers_the_text() -> None:
    """The edited text can be taken with a press; until then the newer answer stays."""
    one = named("/back", "Second Chance")
    one.give(Revised(text="Open Doors", message=NAMED))
    assert ("Second Chance", ["Use it as the answer", "Leave it"]) == (draft(one).values[NAME], labels(one))
    go(one, "[Use it as the answer]")
    assert ("Open Doors", "Undo") == (draft(one).values[NAME], labels(one)[-1])
    go(one, "[Undo]")
    assert "Second Chance" == draft(one).values[NAME]


def test_edit_to_what_stands_already() -> None:
    """The bot asks nothing if the edited text is the stored answer."""
    one = named("/back", "Second Chance")
    shown = one.give(Revised(text="Second Chance", message=NAMED))
    assert any(change_texts.EDIT_CHANGED_NOTHING in one.text for one in shown)


def test_edit_to_what_is_no_answer_of_a_question_that_was_answered_anew() -> None:
    """An edit that is no answer is refused, and not offered."""
    one = named("/overview", "7", "2011", "/back", "2012")
    number = next(number for number, text in one.mine.items() if text == "2011")
    shown = one.give(Revised(text="long ago", message=number))
    assert any("Your change to Starting year was not saved." in one.text for one in shown)


@pytest.mark.parametrize("again", ["[Redo]", "redo", "REDO"])
def test_undo_of_a_first_answer_can_be_undone(again: str) -> None:
    """The bot says what Undo removed; Redo brings it back, with the state."""
    one = named()
    before = draft(one).answers[NAME]
    said = says(one, "undo")
    assert change_texts.taken_back("Open Door") in said
    assert (False, "Redo", NAME) == (NAME in draft(one).answers, labels(one)[-1], question(one))
    assert "Undone: Name of the practice is as it was before." in says(one, again)
    assert (before, DESCRIPTION) == (draft(one).answers[NAME], question(one))


@pytest.mark.parametrize(
    ("typed", "removed"),
    [("2014-2018", "“2014, 2018”. To have them"), ("2014, still active", "“2014, Still active”. To have them")],
)
def test_undo_of_a_span_of_years_names_both(typed: str, removed: str) -> None:
    """Undo names all that it removed, also that there was no end yet."""
    one = named("/overview", "7", typed)
    assert f"I removed {removed} again, press Redo." in says(one, "undo")


def test_undo_of_many_answers_names_none() -> None:
    """What is too long for one line is not quoted."""
    assert change_texts.taken_back("Anna Example", "x" * 60).startswith("I removed the answers.")


def test_undo_of_a_first_answer_again_and_again() -> None:
    """Each undo takes back one change more, with its place; then there is nothing to undo."""
    one = named("We visit young people in prison, against extremism.", "no")
    left = []
    for _ in range(undo.MOST):
        go(one, "undo")
        left.append((len(draft(one).answers), question(one)))
    assert [(2, "peer_reviewed.peer_reviewed"), (1, DESCRIPTION), (0, NAME)] == left
    assert change_texts.NOTHING_TO_UNDO in says(one, "/undo")


def test_undo_after_redo() -> None:
    """What Redo brought back can be taken back again."""
    one = named(TEXT, "undo", "[Redo]", "undo")
    assert ("Open Door", False, DESCRIPTION) == (
        draft(one).values[NAME],
        DESCRIPTION in draft(one).answers,
        question(one),
    )


def test_redo_of_an_older_undo() -> None:
    """It brings its own answer back, and the person stays where they are."""
    one = named(TEXT, "undo", "undo")
    one.do(Act("presses", "Redo", "first"))
    assert (TEXT, False, NAME) == (draft(one).values[DESCRIPTION], NAME in draft(one).answers, question(one))


def test_undo_of_several_first_answers() -> None:
    """Answers that came together are back together."""
    one = named("/overview", "15", BLOCK, "[Use these details]")
    go(one, "/undo")
    assert not {PERSON, EMAIL, TELEPHONE} & {*draft(one).answers}
    go(one, "[Redo]")
    assert {PERSON, EMAIL, TELEPHONE} <= {*draft(one).answers}


def test_undo_of_a_replaced_answer_goes_further_back() -> None:
    """If an earlier answer is back, the next undo is about the change before it."""
    one = named("/back", "Second", "/back", "Third", "undo")
    assert ("Second", False) == (draft(one).values[NAME], "Undo" in labels(one))
    assert "Open Door" == draft(go(one, "undo")).values[NAME]


def handed_in(*acts: str) -> CoreTalker:
    """Submit a practice."""
    return go(CoreTalker(filled()), "/overview", "1", "Another Door", "/summary", "[Submit]", *acts)


def test_undo_behind_submit_points_to_the_way_back() -> None:
    """After Submit the bot says how to correct an answer."""
    assert "press Change an answer" in says(handed_in(), "/undo").split("\n\n")[0]


def test_undo_button_of_another_practice() -> None:
    """A change of another practice since then does not matter."""
    one = named("/back", "Closed Door", "/new", "Second Chance")
    one.do(Act("presses", "Undo", "first"))
    assert ("Open Door", "Second Chance") == (draft(one).values[NAME], draft(one, 2).values[NAME])


def test_undo_of_a_proposed_change_of_what_is_declined() -> None:
    """A change that the author has not sent stays as it is once the practice is declined."""
    on = bed(submission())
    anna = on.talker("Anna")
    does(anna, "/start", "[Change an answer]", "1", "Another Door")
    does(on.talker("Cora"), "/show 1", "[Decline]", "It is no practice.", "[Decline]")
    assert change_texts.NOTHING_TO_UNDO in does(anna, "/undo")
    assert "Another Door" == draft(anna).values[NAME]


def test_undo_of_an_edit_at_the_queue() -> None:
    """A coordinator who edits a message of their own practice at the queue stays there, also after Undo."""
    cora = CoreTestBed().talker("Cora")
    does(cora, "/new", "Open Door", "/queue")
    cora.do(Act("edits", "Closed Door", "Open Door"))
    does(cora, "[Undo]")
    assert ("Open Door", "desk") == (draft(cora).values[NAME], question(cora))


def test_undo_from_the_queue_leads_back_to_the_practice() -> None:
    """The person is at the question of the last change; the place where they left the practice is forgotten."""
    cora = CoreTestBed().talker("Cora")
    does(cora, "/new", "Open Door", "/queue", "/undo")
    assert (NAME, None) == (question(cora), draft(cora).left)
