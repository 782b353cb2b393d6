"""Notes: whatever a coordinator types at any place is kept, and offered as what it probably is."""

from collections.abc import Callable
from itertools import product
from typing import get_args

import pytest
from support.core_review import CARL, CORA, bed, comment, does, draft_of, forged, handed_in, press, replies
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act, act_of
from bot.demo.transcripts import Said as ShownMessage
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.inputs import Attached, Press, Wrote
from conversations.dialogue.model import Status
from conversations.dialogue.pages import Finding, ReviewPage
from conversations.dialogue.registry import REGISTRY, Command
from conversations.dialogue.replies import Button
from conversations.dialogue.review_record import Claim, Enquiry, Member, Said
from conversations.dialogue.reviews import with_review
from conversations.dialogue.state import AtDesk, Part
from conversations.filling import role_texts
from conversations.review import enquiries, note_texts, texts

WORDS = "Which cities are these zq?"

PLACES = {
    "queue": ("/queue",),
    "narrowing": ("/queue", "[Theme]"),
    "finding": ("/find radicalisation",),
    "notifying": ("/notify",),
    "card": ("/show 1",),
    "reading": ("/show 1", "[Organisation]"),
    "whole": ("/show 1", "[Read all]"),
    "changes": ("/show 1", "[What changed]"),
    "commenting": ("/show 1", "[Description]", "[Comment]"),
    "declining": ("/show 1", "[Decline]"),
    "confirming": ("/show 1", "[Request changes]"),
    "questions": ("/queue", "[Questions (1)]"),
    "asked": ("/show 1", "[Author's questions (1)]"),
    "question": ("/queue", "[Questions (1)]", "[1. Open Door: mentoring after prison]"),
    "answering": ("/queue", "[Questions (1)]", "[1. Open Door: mentoring after prison]", "[Reply]"),
}
"""How to get to each page."""


def revised(*, claimed: bool = True) -> Draft:
    """Make a submission with a second version, an open comment and a question of its author."""
    draft = handed_in("submitted", comment(1, "start.starting_year", "Which one?", asked=False), claimed=claimed)
    asked = Said(text="Is that enough?", message=5, at=draft.updated_at)
    enquiry = Enquiry(number=1, question="description.description", said=(asked,))
    answers = draft.answers | {
        "start.starting_year": draft.answers["start.starting_year"].model_copy(update={"value": 2012})
    }
    versions = (*draft.versions, draft.versions[0].model_copy(update={"answers": answers}))
    return with_review(draft.model_copy(update={"versions": versions, "answers": answers}), enquiries=(enquiry,))


def at(place: str, on: CoreTestBed) -> CoreTalker:
    """Bring Cora to a page."""
    cora = on.talker("Cora")
    does(cora, *PLACES[place])
    assert isinstance(cora.conversation.state, AtDesk)
    assert place == cora.conversation.state.page.page
    return cora


def newest(cora: CoreTalker) -> str:
    """Return the last message of the bot."""
    return cora.replies[max(cora.replies)].text


WAYS: dict[str, Callable[[CoreTalker], object]] = {
    "text": lambda cora: does(cora, WORDS),
    "photo": lambda cora: cora.do(Act("sends", WORDS, "photo")),
    "document": lambda cora: cora.do(Act("sends", WORDS, "document")),
    "voice": lambda cora: cora.do(Act("sends", WORDS, "voice")),
    "edit": lambda cora: cora.do(Act("edits", WORDS, "[earlier]")),
    "reply": lambda cora: replies(cora, WORDS, newest(cora)),
    "reply to the page": lambda cora: replies(
        cora, WORDS, "Section 7" if "Section 7" in newest(cora) else newest(cora)
    ),
    "command": lambda cora: does(cora, f"/nonsense {WORDS}"),
    "known command": lambda cora: does(cora, f"/back {WORDS}"),
    "long": lambda cora: does(cora, f"{WORDS} {'word ' * 700}"),
}
"""The ways to type something."""


def found(on: CoreTestBed, cora: CoreTalker) -> list[str]:
    """List where the words are found again."""
    conversation, review = cora.conversation, draft_of(on).review
    page = conversation.state.page if isinstance(conversation.state, AtDesk) else None
    looked_for = [page.words] if isinstance(page, Finding) and not conversation.notes else []
    places = {
        "note": [note.text for note in conversation.notes],
        "search": looked_for,
        "comment": [one.text for one in review.comments],
        "author": [said.text for one in review.enquiries for said in one.said],
    }
    return [name for name, texts_ in places.items() if any(WORDS in text for text in texts_)]


def test_every_page_is_in_the_table() -> None:
    """The table has all pages of the review."""
    kinds = get_args(get_args(ReviewPage)[0])
    assert {*PLACES} == {kind.model_fields["page"].default for kind in kinds}


def offers(cora: CoreTalker, after: int) -> set[str]:
    """List the actions of the buttons in the messages since then."""
    sent = [reply for number, reply in cora.replies.items() if number > after]
    return {button.press.action for reply in sent for row in reply.rows for button in row}


@pytest.mark.parametrize(("place", "way"), list(product(PLACES, WAYS)))
def test_words_at_any_page_are_kept_and_offered(place: str, way: str) -> None:
    """Words typed at a page, in whatever way, are found again once, and the answer has a button that leads on."""
    on = bed(revised())
    cora = on.talker("Cora")
    cora.mine[77_777] = "[earlier]"
    at(place, on)
    before = max(cora.replies)
    WAYS[way](cora)
    where, buttons = found(on, cora), offers(cora, before)
    as_note = {"place", "noteon", "usereason"} if place == "declining" and way == "long" else {"place", "noteon"}
    expected = {
        "note": as_note | {"notedrop", "sure", "sendreply"},
        "search": {"queue"},
        "comment": {"reweigh", "weigh", "close"},
        "author": set[str](),
    }
    assert 1 == len(where)
    assert buttons & expected[where[0]] or where == ["author"]


@pytest.mark.parametrize(
    ("place", "way", "claim"),
    list(product(("card", "reading", "whole", "changes", "commenting"), WAYS, ("nobody", "lost"))),
)
def test_words_without_the_claim_are_kept_and_offered(place: str, way: str, claim: str) -> None:
    """Nobody is on it, or another has taken over: the words are a note that one press makes a comment."""
    on = bed(revised(claimed=claim == "lost"))
    cora = on.talker("Cora")
    cora.mine[77_777] = "[earlier]"
    at(place, on)
    if claim == "lost":
        does(on.talker("Carl"), "/show 1", "[Take over]")
    before = max(cora.replies)
    WAYS[way](cora)
    assert ["note"] == found(on, cora)
    assert offers(cora, before) & {"placeclaim", "placetake", "noteon", "place"}
    assert "Your notes (1)" in {button.label for row in shown_rows(cora, "/show 1") for button in row}


def shown_rows(cora: CoreTalker, command: str) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons of the last message after a command."""
    does(cora, command)
    return cora.replies[max(cora.replies)].rows


def lines(said: str) -> list[str]:
    """Return the lines of an answer."""
    return said.split("\n")


def test_remark_is_answered_and_is_no_note() -> None:
    """Thanks, OK and "what now?" are answered with what can be done at the page."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    card = [does(cora, "/show 1", text) for text in ("thanks", "ok", "What now?", "good morning")]
    assert [False, False, True, False] == ["16 of 16 sections" in said for said in card]  # it is not sent again
    queue = does(cora, "/queue", "what do I do?")
    pressed = "Press Read all to read it and to comment. To decide, press Review this first."
    assert [["You are welcome.", pressed], [pressed], [pressed], ["Hello.", pressed]] == [
        lines(said.partition("\n\n")[0]) for said in card
    ]
    assert queue.startswith("Press a submission to open it")
    assert () == cora.conversation.notes


@pytest.mark.parametrize("text", ["See above", "nicht klar", "Very nice!", "null", "Which city?", "Thanks, but why?"])
def test_short_comment_is_no_remark(text: str) -> None:
    """What may be a comment is a note, also if it is short or a question."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", text)
    assert [text] == [note.text for note in cora.conversation.notes]


def test_remark_where_a_comment_is_asked_for_is_offered_as_one() -> None:
    """A mere "ok" at the page of a comment is a note, and one press makes it the comment."""
    on = bed(handed_in())
    said = does(on.talker("Cora"), "/show 1", "[Description]", "[Comment]", "ok")
    assert "Is it a comment on Description?" in said
    does(on.talker("Cora"), "[Comment on Description]")
    assert ["ok"] == [one.text for one in draft_of(on).review.comments]


def test_title_at_the_beginning_tells_the_question() -> None:
    """Words that begin with the title of a question are offered as a comment on it."""
    on = bed(handed_in())
    said = does(on.talker("Cora"), "/show 1", "Starting year: was that the pilot?")
    assert "Is it a comment on Starting year?" == lines(said)[-1]


def test_question_is_chosen_from_all_and_changed() -> None:
    """From the card, the question is chosen from all; another one can be chosen, by a press or by its title."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "Too long.", "[Choose the question]")
    assert len(cora.replies[max(cora.replies)].rows) > 10
    does(cora, "[Sustainability and transferability]")
    does(cora, "Start.", "[Choose the question]", "Ending year")
    made = [(one.question.partition(".")[2], one.text) for one in draft_of(on).review.comments]
    assert [("sustainability", "Too long."), ("ending_year", "Start.")] == made


def test_note_without_a_submission_is_offered_for_those_that_are_mine() -> None:
    """At the queue, words are offered as a comment on a submission that the coordinator is on."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    said = does(cora, "/queue", "Please add the city")
    does(cora, "[Comment on RAN-2026-0001 · Open Door: mentoring after prison]", "[Geographical scope]")
    assert note_texts.WHICH_SUBMISSION in said
    assert ["Please add the city"] == [one.text for one in draft_of(on).review.comments]


def test_note_while_no_submission_is_mine_says_how_to_comment() -> None:
    """Without a claim, the note says how it becomes a comment; the button at the queue shows it again."""
    on = bed(handed_in(claimed=False))
    cora = on.talker("Cora")
    does(cora, "/queue", "Please add the city", "/queue")
    said = does(cora, "[Your notes (1)]")
    assert [note_texts.NOTES_SHOWN, note_texts.NO_SUBMISSION] == [lines(said)[0], lines(said)[-1]]


def test_notes_are_offered_after_a_claim() -> None:
    """Review this shows the notes about the submission."""
    on = bed(handed_in(claimed=False))
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Read all]")
    replies(cora, "In full?", "Section 1 of 16")
    said = does(cora, "/show 1", "[Review this]", "[Card]")
    assert "RAN-2026-0001" in said
    offered = [reply for reply in cora.replies.values() if "Is it a comment on Name of the practice?" in reply.text]
    assert [True] == [bool(reply.rows) for reply in offered]


def test_reference_at_a_page_about_another_submission_opens_it() -> None:
    """A whole reference leads to its card from any page that asks for no words; a number may be a comment."""
    cora = bed(handed_in()).talker("Cora")
    opened = [does(cora, "/show 1", page, "ran 2026-0001") for page in ("[Read all]", "[Description]")]
    assert ["RAN-2026-0001 · "] * 2 == [said[:16] for said in opened]
    assert [] == [note.text for note in cora.conversation.notes]
    assert "RAN-2026-0001 · " == does(cora, "/queue", "1")[:16]
    does(cora, "[Description]", "2026-0009", "1")
    assert ["2026-0009", "1"] == [note.text for note in cora.conversation.notes]


def test_reply_to_changes_and_a_comment_that_changed_nothing_asks_which() -> None:
    """Each question of What changed has its button, so no reply becomes a comment on another question."""
    draft = revised()
    part = Part(message=50, text="That is all.")
    replied = comment(7, "description.description", "Is that all?").model_copy(
        update={"state": "answered", "reply_parts": (part,)}
    )
    on = bed(with_review(draft, comments=(*draft.review.comments, replied)))
    cora = on.talker("Cora")
    shown = does(cora, "/show 1", "[What changed]")
    before = len(draft_of(on).review.comments)
    assert "② Description (not changed)" in shown
    assert note_texts.WHICH_QUESTION in replies(cora, "Then say so.", "Description (not changed)")
    assert before == len(draft_of(on).review.comments)


@pytest.mark.parametrize(("page", "again"), [("[Description]", False), ("[Decline]", True)])
def test_sticker_does_not_send_the_page_again(page: str, again: bool) -> None:  # noqa: FBT001 - a row of a table
    """Where no words are asked for, a file gets a short answer with the way on."""
    cora = bed(handed_in()).talker("Cora")
    does(cora, "/show 1", page)
    said = "\n".join(shown.text for shown in cora.do(act_of("> (sticker)")) if isinstance(shown, ShownMessage))
    assert (True, again) == (texts.NO_FILE_HERE in said, "\n" in said)


def test_decision_says_which_notes_the_author_does_not_get() -> None:
    """A note that is no comment yet is named before the request is sent, with the button to it."""
    cora = bed(handed_in("submitted", comment(1, "name.name", "Which town?"))).talker("Cora")
    before = does(cora, "/show 1", "[Request changes]")
    does(cora, "[Cancel]", "Who pays for it?")
    one = does(cora, "[Request changes]")
    does(cora, "[Cancel]", "And since when?")
    two = does(cora, "[Request changes]")
    assert [False, True, True] == [
        "not a comment yet" in before,
        "One note of yours is not a comment yet. The author does not get it." in one,
        "2 notes of yours are not comments yet. The author does not get them." in two,
    ]
    assert "Who pays for it?" in "\n".join(shown.text for shown in cora.do(Act("presses", "Your notes")))


def test_note_is_deleted_and_its_old_buttons_say_so() -> None:
    """A deleted note is gone, and another button of it says so; its number is not given again."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "Too long.")
    buttons = [button for row in cora.replies[max(cora.replies)].rows for button in row]
    deleted = does(cora, "[Delete this note]")
    gone = [press(cora, button) for button in buttons]
    does(cora, "Too short.")
    assert note_texts.DELETED == deleted
    assert [note_texts.USED_ALREADY, note_texts.DELETED] == gone
    assert [2] == [note.number for note in cora.conversation.notes]
    assert note_texts.USED_ALREADY == press(cora, forged("notes", submission=7))


def test_edit_of_a_note_changes_it() -> None:
    """An edit of the message changes the note."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "Too long.")
    cora.do(Act("edits", "Too short.", "Too long."))
    assert ["Too short."] == [note.text for note in cora.conversation.notes]


def test_note_that_the_app_has_cut_is_one_note() -> None:
    """The rest of a text that the app cut is added to its note."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "a" * 4096, "the rest", "Something else.")
    assert ["a" * 4096 + "the rest", "Something else."] == [note.text for note in cora.conversation.notes]


def test_words_for_the_author_who_asked() -> None:
    """Words at a card are offered as the reply to a question of the author that waits for one."""
    on = bed(revised())
    cora = on.talker("Cora")
    does(cora, "/show 1", "It is enough.", "[Send it to the author, who asked: “Is that enough?”]")
    [told] = [one.reply.text for one in cora.notifications if one.to == on.talker("Anna").user]
    assert "It is enough." in told
    does(cora, "/show 1", "Really.")
    stale = press(cora, forged("notereply", "1", 2))
    assert note_texts.WHICH_QUESTION in stale
    assert ["Really."] == [note.text for note in cora.conversation.notes]


@pytest.mark.parametrize("status", ["draft", "approved", "declined", "withdrawn"])
def test_note_that_can_be_no_comment_now_says_why(status: Status) -> None:
    """Words about a draft or a decided submission are kept, and the reason is said."""
    on = bed(handed_in(status))
    cora = on.talker("Cora")
    does(cora, "/queue")
    said = [press(cora, forged("read")), does(cora, "Too long."), press(cora, forged("noteon", index=1))]
    assert [note_texts.not_now(status)] * 2 == [lines(one)[-1] for one in said[1:]]
    assert () == draft_of(on).review.comments
    for action in ("place", "placeclaim", "placetake", "placegive"):
        press(cora, forged(action, "name.name", 1))
    assert () == draft_of(on).review.comments
    assert ["Too long."] == [note.text for note in cora.conversation.notes]


def test_old_buttons_of_a_note_take_nothing_from_a_colleague() -> None:
    """If the claim has changed since, the buttons do what is possible now, or ask again."""
    on = bed(handed_in(claimed=False))
    cora, carl = on.talker("Cora"), on.talker("Carl")
    does(cora, "/show 1", "Starting year: why?")
    does(carl, "/show 1", "[Review this]")
    asked = does(cora, "[Review this]")
    assert "Carl Coordinator is reviewing this" in asked
    does(carl, "[Let go]")
    assert "Nobody is reviewing this" in does(cora, "[Give it to Carl Coordinator]")
    does(cora, "/show 1", "[Review this]")
    press(cora, forged("placetake", "start.starting_year", 1))
    does(cora, "Name of the practice: in full?")
    press(cora, forged("placeclaim", "name.name", 2))
    assert ["Starting year: why?", "Name of the practice: in full?"] == [
        one.text for one in draft_of(on).review.comments
    ]


def test_note_on_a_question_that_is_gone_asks_again() -> None:
    """A button for a question that does not apply asks for the question."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "Too long.")
    assert note_texts.WHICH_QUESTION in press(cora, forged("place", "ran_meetings.meetings.7.name", 1))


def test_own_practice_takes_no_comment() -> None:
    """Words about one's own practice are kept, and another coordinator has to review it."""
    on = bed(handed_in())
    anna = on.talker("Anna")
    on.collection.roles[anna.user] = "coordinator"
    said = does(anna, "/show 1", "Too long.")
    assert texts.OWN_PRACTICE == lines(said)[-1]
    assert ["Too long."] == [note.text for note in anna.conversation.notes]


def test_note_about_a_deleted_practice_says_so() -> None:
    """A note stays when the practice is deleted."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "Too long.")
    on.talker("Anna").conversation = Conversation()
    said = does(cora, "/queue", "[Your notes (1)]")
    assert texts.SUBMISSION_GONE == lines(said)[-1]
    does(cora, "Name of the practice")
    assert 2 == len(cora.conversation.notes)


def test_edit_in_the_own_practice_corrects_the_answer() -> None:
    """A coordinator's edit of an answer of their own is no note, also at the desk."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/new", "Third Way", "/queue")
    cora.do(Act("edits", "Fourth Way", "Third Way"))
    assert ((), "Fourth Way") == (cora.conversation.notes, cora.conversation.drafts[0].values["name.name"])


def test_edit_of_nothing_outside_the_desk_is_left_to_the_form() -> None:
    """While the coordinator fills in a form, an edit of a message that was no comment is answered by the form."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/new", "/help")
    said = cora.do(Act("edits", "Other words", "/help"))
    assert "was not an answer" in said[0].text


def test_reply_to_the_own_comment_is_about_its_question() -> None:
    """A reply to one's own comment is one more comment on the same question."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Description]", "[Comment]", "Too long.", "/queue")
    cora.do(Act("replies", "And too dry.", "own Too long."))
    assert [("description.description", "And too dry.")] == [
        (one.question, one.text) for one in draft_of(on).review.comments[1:]
    ]


def test_caption_in_the_own_form_is_left_to_the_form() -> None:
    """A file with words is the form's while the coordinator fills in a form."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/new")
    cora.do(Act("sends", "Third Way", "photo"))
    assert () == cora.conversation.notes


def test_file_without_words_and_a_voice_message_are_refused() -> None:
    """Nothing of a file alone can be kept, and the bot says so."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1")
    said = [cora.do(Act("sends", "", what))[0].text for what in ("photo", "voice")]
    assert [True, True] == [said[0].startswith(texts.NO_FILE_HERE), "You can dictate instead" in said[1]]


def test_find_is_offered_where_there_is_such_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words at the queue can be looked up by the command that does so."""
    looked: list[str] = []
    command = Command("find", lambda _, words: looked.append(words), role="coordinator", takes="words")
    monkeypatch.setattr(REGISTRY, "_commands", {**REGISTRY._commands, "find": command})
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/queue", "mentors in Aarhus", "[Find “mentors in Aarhus”]")
    assert (["mentors in Aarhus"], ()) == (looked, cora.conversation.notes)
    assert note_texts.USED_ALREADY == press(cora, forged("notefind", index=1, submission=0))


@pytest.mark.parametrize("way", ["text", "photo"])
def test_words_of_somebody_who_has_lost_the_role_are_kept(way: str) -> None:
    """Who is no coordinator any more is told so; what they typed is a note that they find as a coordinator again."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1")
    del on.collection.roles[CORA]
    WAYS[way](cora)
    said = [reply.text for reply in cora.replies.values()][-1]
    assert said.startswith(role_texts.RIGHTS_LOST)
    assert [WORDS] == [note.text for note in cora.conversation.notes]
    on.collection.roles[CORA] = "coordinator"
    assert WORDS in does(cora, "/queue", "[Your notes (1)]")


def test_card_of_a_draft_says_in_five_lines_what_it_lacks() -> None:
    """The card of a draft says what is missing, what is to fix and what is doubtful, and that its author knows."""
    draft = handed_in("draft")
    changes = {
        "contact.email": None,
        "sustainability.sustainability": "word " * 240,
        "description.description": "Open Door",
        "evidence.performance": "It works.",
        "contact.person": "https://example.org",
        "deliverables.deliverables": "See http://intranet/handbook",
        "last_update.year": 2005,
    }
    answers = {
        path: one.model_copy(update={"value": changes.get(path, one.value)}) for path, one in draft.answers.items()
    }
    del answers["contact.email"]
    on = bed(draft.model_copy(update={"answers": answers}))
    card = lines(press(on.talker("Cora"), forged("read")))
    begin = card.index(texts.NOT_READY)
    assert "No answer yet: Email." == card[begin + 1]
    assert any("240 words" in line for line in card[begin : begin + 6])
    assert card[begin + 6].startswith("… and ")
    assert texts.AUTHOR_KNOWS in card
    imported = {path: one.model_copy(update={"source": "imported"}) for path, one in draft.answers.items()}
    on = bed(draft.model_copy(update={"answers": imported}))
    assert texts.AUTHOR_KNOWS not in press(on.talker("Cora"), forged("read"))


def test_many_missing_answers_are_counted() -> None:
    """Of many missing answers the first four are named."""
    assert "No answer yet: A, B, C, D and 2 more." == texts.missing(list("ABCDEF"))


def test_author_sees_in_one_line_who_has_read_it() -> None:
    """Overview and summary of a draft, and the summary of a submission, name the readers with the day."""
    on = bed(handed_in())
    cora, anna = on.talker("Cora"), on.talker("Anna")
    before = does(anna, "/summary")
    does(cora, "/show 1", "[Read all]")
    after = does(anna, "/summary")
    assert ["Read by" in before, "Read by Cora Coordinator today." in after] == [False, True]


def test_reply_to_a_message_that_is_about_nothing_is_a_note() -> None:
    """A reply to a message without questions is kept as any other text."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/notify")
    said = replies(cora, "Too long.", "How often")
    assert note_texts.WHICH_SUBMISSION in said


def test_caption_as_a_reply_to_the_author() -> None:
    """Words under a file, as a reply to an author's question, go to the author; the file does not, and that is said."""
    on = bed(revised())
    cora = on.talker("Cora")
    does(cora, "/queue")
    data = Press(draft=1, keyboard_version=0, about="", action="read", index=1)
    given = Attached(
        what="photo", caption="It is.", message=900, name="photo.jpg", size=1, reply_to=(data,), answered=3
    )
    cora.give(given)
    assert ["It is."] == [said.text for said in draft_of(on).review.enquiries[0].said[1:]]
    assert note_texts.ONLY_WORDS in [reply.text for reply in cora.replies.values()]


def test_reply_to_a_question_of_the_author_that_is_closed_is_kept() -> None:
    """After the most messages about one question the words are a note, and none is sent."""
    draft = revised()
    [enquiry] = draft.review.enquiries
    full = enquiry.model_copy(update={"said": enquiry.said * enquiries.MOST_SAID})
    on = bed(with_review(draft, enquiries=(full,)))
    cora = on.talker("Cora")
    does(cora, "/queue")
    said = [press(cora, forged("noteon", index=1)), does(cora, "/show 1", "It is.")]
    data = Press(draft=1, keyboard_version=0, about="", action="read", index=1)
    cora.give(Wrote(text="Really.", message=900, reply_to=(data,), answered=3))
    assert note_texts.USED_ALREADY == said[0]
    assert note_texts.ENQUIRY_CLOSED == lines([reply.text for reply in cora.replies.values()][-1])[0]
    assert ["It is.", "Really."] == [note.text for note in cora.conversation.notes]
    assert () == tuple(cora.notifications)


@pytest.mark.parametrize(
    ("claim", "said"), [(None, texts.ONLY_READING), (CARL, "Carl Coordinator has been reviewing this")]
)
def test_decision_after_the_claim_was_lost_says_so(claim: int | None, said: str) -> None:
    """A decision that was asked for before the claim was lost is not made."""
    on = bed(handed_in())
    cora, anna = on.talker("Cora"), on.talker("Anna")
    does(cora, "/show 1", "[Approve]")
    held = Claim(by=Member(user=CARL, name="Carl Coordinator"), since=cora.now) if claim else None
    lost = with_review(draft_of(on), claim=held)
    anna.conversation = anna.conversation.model_copy(update={"drafts": (lost,)})
    assert does(cora, "[Approve]").startswith(said)
    assert "submitted" == draft_of(on).status


def test_reply_to_a_message_about_one_submission_is_about_it() -> None:
    """A reply to the card is about its submission, wherever the coordinator is; one to a queue of several is not."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "/queue")
    said = replies(cora, "Too long.", "Press a section to read it.")
    assert [note_texts.WHICH_QUESTION, 1] == [lines(said)[-1], cora.conversation.notes[0].submission]
    does(cora, "Something else.")
    replies(cora, "Description", "Too long.")
    assert ["Too long."] == [one.text for one in draft_of(on).review.comments]
    replies(cora, "And too dry.", "Comment 1 on Description")
    assert [("description.description", "And too dry.")] == [
        (one.question, one.text) for one in draft_of(on).review.comments[1:]
    ]
    data = [Press(draft=n, keyboard_version=0, about="", action="read") for n in (1, 2)]
    cora.give(Wrote(text="Both too long.", message=900, reply_to=tuple(data), answered=3))
    assert None is cora.conversation.notes[-1].submission
