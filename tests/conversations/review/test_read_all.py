"""Read all takes comments: by a button, by a reply, by a quoted part."""

import pytest
from support.core_review import AUTHOR, CARL, CORA, bed, comment, does, draft_of, forged, handed_in, press, replies
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from conversations.dialogue.conversation import Answer
from conversations.dialogue.inputs import Wrote
from conversations.dialogue.pages import Whole
from conversations.dialogue.replies import Reply
from conversations.dialogue.review_record import Comment
from conversations.dialogue.state import AtDesk
from conversations.filling import role_texts
from conversations.review import comment_texts, note_texts, texts
from conversations.review.question_view import title

START = "Section 7 of 16"

TO_COMMENT = f"{texts.WHOLE_TO_READ} {texts.HOW_TO_COMMENT}"


def reading() -> tuple[CoreTestBed, CoreTalker]:
    """Let Cora, who is on the submission, read all of it."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Read all]")
    return on, cora


def made(on: CoreTestBed) -> list[tuple[str, str]]:
    """List the comments with the keys of their questions."""
    return [(one.question.partition(".")[2], one.text) for one in draft_of(on).review.comments]


def last(talker: CoreTalker) -> Reply:
    """Return the last message of the bot."""
    return talker.replies[max(talker.replies)]


def message(talker: CoreTalker, words: str) -> Reply:
    """Return the newest message with these words."""
    return next(reply for _, reply in sorted(talker.replies.items(), reverse=True) if words in reply.text)


def labels(reply: Reply) -> list[list[str]]:
    """List the labels of the buttons."""
    return [[button.label for button in row] for row in reply.rows]


def answered(talker: CoreTalker, text: str, to: str, quote: str) -> str:
    """Reply to a part of a message."""
    given = talker._inputs(Act("replies", text, to))[0]
    assert isinstance(given, Wrote)
    return "\n".join(one.text for one in talker.give(given.model_copy(update={"quote": quote})))


def test_each_section_is_a_message_with_comment_under_its_questions() -> None:
    """A message for each section: several questions are numbered as their buttons are, the last message has Card."""
    _, cora = reading()
    sections = [reply for _, reply in sorted(cora.replies.items())][-16:]
    assert [f"Section {n} of 16" for n in range(1, 17)] == [one.text.partition(" · ")[0] for one in sections]
    assert [["Comment"]] == labels(sections[0])
    assert ["① Starting year", "② Ending year"] == [line.text for line in sections[6].lines if line.style == "bold"]
    assert [["① Comment", "② Comment"]] == labels(sections[6])
    assert [["Comment"], ["Card"]] == labels(sections[-1])


def test_page_itself_is_short_when_it_is_shown_again() -> None:
    """Help and /start do not send the whole submission again."""
    _, cora = reading()
    before = max(cora.replies)
    said = does(cora, "/start")
    assert ([TO_COMMENT], 1) == (said.split("\n")[1:], len([n for n in cora.replies if n > before + 1]))


def test_read_all_of_a_draft_has_no_comment() -> None:
    """A draft can be read and not commented on."""
    on = bed(handed_in("draft"))
    cora = on.talker("Cora")
    press(cora, forged("read"))
    does(cora, "[Read all]")
    assert [texts.WHOLE_TO_READ in one.text for one in cora.replies.values()].count(True) == 1
    assert not [row for one in cora.replies.values() for row in one.rows if "Comment" in row[0].label]


def test_reply_to_a_message_with_one_question_is_a_comment_at_once() -> None:
    """Nothing is pressed, and nothing but the confirmation is sent."""
    on, cora = reading()
    said = replies(cora, "Too short.", "Section 2 of 16")
    assert comment_texts.comment_kept(1, "Description", "must fix") == said
    assert [("description", "Too short.")] == made(on)
    assert [["Make it a suggestion"], ["Edit", "Withdraw", "Card"]] == labels(last(cora))
    assert AtDesk(page=Whole(submission=1)) == cora.conversation.state


def test_reply_to_a_message_with_several_questions_asks_which() -> None:
    """The words are kept, and a press on the question makes them the comment, whatever was done in between."""
    on, cora = reading()
    said = replies(cora, "Was that the pilot?", START)
    note = max(cora.replies)
    assert note_texts.WHICH_QUESTION == said.split("\n")[-1]
    assert [["Starting year", "Ending year"], ["Delete this note"]] == labels(last(cora))
    does(cora, "/queue", "[Mine]", "/show 1")
    does(cora, "[Starting year]")
    assert [("starting_year", "Was that the pilot?")] == made(on)
    assert comment_texts.comment_kept(1, "Starting year", "must fix") == cora.replies[note].text


def test_reply_after_the_claim_was_lost_is_kept() -> None:
    """A press on the question says who is on it; the words stay a note."""
    on, cora = reading()
    replies(cora, "Was that the pilot?", START)
    does(on.talker("Carl"), "/show 1", "[Take over]")
    does(cora, "[Starting year]")
    assert "Carl Coordinator is reviewing this" in message(cora, "Was that the pilot?").text
    assert ["Was that the pilot?"] == [note.text for note in cora.conversation.notes]
    assert [] == made(on)


def test_reply_with_a_title_or_a_quote_is_plain() -> None:
    """The title at the beginning tells the question, and so does a quoted part of the answer."""
    on, cora = reading()
    replies(cora, "Ending year: will it go on?", START)
    answered(cora, "Is that the pilot?", START, "Starting year")
    answered(cora, "Which one?", START, "Section 7")
    assert [("ending_year", "Ending year: will it go on?"), ("starting_year", "Is that the pilot?")] == made(on)
    assert ["Which one?"] == [note.text for note in cora.conversation.notes]


def test_thanks_as_a_reply_is_no_comment() -> None:
    """A mere "ok" to a message of one question is offered as a comment and is none yet."""
    on, cora = reading()
    said = replies(cora, "ok", "Section 2 of 16")
    assert "Is it a comment on Description?" in said
    assert [] == made(on)


def test_comment_button_comes_back_without_sending_all_again() -> None:
    """Comment under a question asks for the words; then only the confirmation is sent, and the next button works."""
    on, cora = reading()
    does(cora, "[① Comment]")
    said = does(cora, "Too thin.")
    does(cora, "[② Comment]", "[Make it a suggestion]")
    suggested = does(cora, "In which city?")
    kept = [(one.text, one.weight) for one in draft_of(on).review.comments]
    titles = [title(draft_of(on), one) for one in draft_of(on).review.comments]
    assert said == comment_texts.comment_kept(1, titles[0], "must fix")
    assert suggested == comment_texts.comment_kept(2, titles[1], "suggestion")
    assert [("Too thin.", "must fix"), ("In which city?", "suggestion")] == kept
    assert AtDesk(page=Whole(submission=1)) == cora.conversation.state


def test_cancel_and_another_comment_button_lead_back() -> None:
    """Cancel and /back say that nothing was made; pressing another Comment asks for that question."""
    on, cora = reading()
    cancelled = does(cora, "[① Comment]", "[Cancel]")
    back = does(cora, "[① Comment]", "/back")
    does(cora, "[② Comment]", "[① Comment]", "Too thin.")
    assert [note_texts.NO_COMMENT_MADE] * 2 == [cancelled, back]
    assert 1 == len(made(on))
    assert AtDesk(page=Whole(submission=1)) == cora.conversation.state


def test_long_reply_can_be_continued() -> None:
    """A reply as long as a message may be part of a longer one: Done ends it, and Read all goes on."""
    on, cora = reading()
    replies(cora, "word " * 750, "Section 2 of 16")
    does(cora, "and the end")
    replies(cora, "word " * 750, "Section 3 of 16")
    done = does(cora, "[Done]")
    assert ["and the end", ""] == [one.text.partition("\n")[2] for one in draft_of(on).review.comments]
    assert note_texts.BACK_AT_MESSAGES == done


def test_weight_is_changed_under_the_confirmation() -> None:
    """The message says what the comment is now, and the press can be taken back; a second press changes nothing."""
    on, cora = reading()
    replies(cora, "Too short.", "Section 2 of 16")
    number = max(cora.replies)
    old = last(cora).rows[0][0]
    does(cora, "[Make it a suggestion]")
    cora.give(cora.pressing(number, old.press.data()))
    assert ["suggestion"] == [one.weight for one in draft_of(on).review.comments]
    assert note_texts.weighed(1, "Description", "suggestion") == cora.replies[number].text
    does(cora, "[Make it a must-fix]")
    assert ["must fix"] == [one.weight for one in draft_of(on).review.comments]
    assert [["Make it a suggestion"], ["Edit", "Withdraw", "Card"]] == labels(cora.replies[number])


def test_comment_is_withdrawn_under_the_confirmation() -> None:
    """Withdraw takes the comment back; afterwards its other buttons say that it is closed."""
    on, cora = reading()
    replies(cora, "Too short.", "Section 2 of 16")
    weight = last(cora).rows[0][0]
    does(cora, "[Withdraw]")
    assert ["withdrawn"] == [one.state for one in draft_of(on).review.comments]
    weighed = cora.give(cora.pressing(88, weight.press.data()))
    unsaid = cora.give(cora.pressing(89, forged("unsaid", "description.description", 1).press.data()))
    assert [comment_texts.COMMENT_CLOSED] * 2 == [weighed[0].text, unsaid[0].text]


def test_comment_is_edited_under_the_confirmation() -> None:
    """Edit asks for a new text and comes back; that of a comment which is closed says so."""
    on, cora = reading()
    replies(cora, "Too short.", "Section 2 of 16")
    edit = last(cora).rows[1][0]
    asked = does(cora, "[Edit]")
    said = does(cora, "Too dry.")
    does(cora, "[Withdraw]")
    assert ["Your comment so far: Too short.", comment_texts.comment_changed(1, told=False)] == [
        asked.split("\n")[2],
        said,
    ]
    assert ["Too dry."] == [one.text for one in draft_of(on).review.comments]
    assert press(cora, edit).startswith(comment_texts.COMMENT_CLOSED)


def test_weight_is_changed_in_the_section_view() -> None:
    """Under a question each comment has the button; with several comments it carries the number."""
    on = bed(handed_in("submitted", *two(), claimed=True))
    cora = on.talker("Cora")
    press(cora, forged("section", "description"))
    said = does(cora, "[② Make it a suggestion]")
    assert [("must fix"), ("suggestion")] == [one.weight for one in draft_of(on).review.comments]
    assert said.startswith(note_texts.weighed(2, "Description", "suggestion"))


def two() -> tuple[Comment, ...]:
    """Make two comments on the description."""
    path = "description.description"
    return tuple(comment(number, path, "Too short.", asked=False) for number in (1, 2))


def test_author_who_has_the_comment_hears_of_its_weight() -> None:
    """After the request a changed weight is told to the author."""
    on = bed(handed_in("changes_requested", comment(1, "description.description", "Too short.")))
    cora = on.talker("Cora")
    press(cora, forged("section", "description"))
    does(cora, "[Make it a suggestion]")
    [told] = [one.reply.text for one in cora.notifications if one.to == AUTHOR]
    assert "It now says (suggestion)" in told


def test_review_this_stands_above_the_answers_while_nobody_is_on_it() -> None:
    """The first message of Read all has Review this while nobody is on the submission."""
    on = bed(handed_in(claimed=False))
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Read all]")
    first = message(cora, TO_COMMENT)
    said = does(cora, "[① Comment]")
    assert [["Review this"], ["Card"]] == labels(first)
    assert note_texts.NOT_ON_IT in said
    does(cora, "In full?", "[Review this]")
    assert [1, CORA] == [len(made(on)), claimed_by(on)]


def claimed_by(on: CoreTestBed) -> int:
    """Return who is on the submission; 0 for nobody."""
    claim = draft_of(on).review.claim
    return claim.by.user if claim else 0


def test_old_review_this_takes_nothing_from_a_colleague() -> None:
    """An old Review this does nothing if another is on it; pressed by who is on it, it says so."""
    on = bed(handed_in(claimed=False))
    cora, carl = on.talker("Cora"), on.talker("Carl")
    does(cora, "/show 1")
    does(carl, "/show 1", "[Review this]")
    taken = press(cora, forged("claim"))
    again = press(carl, forged("claim"))
    assert [True, True] == [
        taken.startswith("Carl Coordinator has been reviewing this"),
        again.startswith(texts.CLAIMED),
    ]
    assert CARL == claimed_by(on)


@pytest.mark.parametrize("status", ["draft", "approved"])
def test_old_review_this_of_a_submission_that_is_not_reviewed(status: str) -> None:
    """An old Review this does nothing where there is nothing to review."""
    on = bed(handed_in(status, claimed=False))  # type: ignore[arg-type] # each is a status
    assert press(on.talker("Cora"), forged("claim")).startswith(role_texts.CHANGED_MEANWHILE)


def test_many_questions_get_numbers_and_a_long_answer_its_button_in_each_message() -> None:
    """An answer in several messages has its button under each, and the twenty-first question a number."""
    draft = handed_in()
    at, long = draft.created_at, "Mentors work in prison. " * 300
    answers = {
        "ran_meetings.presented": Answer(value=True, source="chosen", at=at),
        **{
            f"ran_meetings.meetings.{n}.{key}": Answer(value=value, source="typed", at=at)
            for n in range(6)
            for key, value in (("name", f"RAN EXIT {n}"), ("place", "Vienna"))
        },
        "evidence.performance": Answer(value=long, source="typed", at=at),
    }
    version = draft.versions[0].model_copy(update={"answers": draft.answers | answers})
    on = bed(draft.model_copy(update={"versions": (version,)}))
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Read all]")
    meetings = message(cora, "RAN EXIT 5")
    evidence = [one for one in cora.replies.values() if "Mentors work in prison. Mentors" in one.text]
    assert "21. Comment" in [label for row in labels(meetings) for label in row]
    assert {"① Comment"} <= {labels(one)[0][0] for one in evidence}
    assert 2 <= len(evidence)
    assert max(len(one.text) for one in cora.replies.values()) <= 4096


@pytest.mark.parametrize(
    ("action", "first"),
    [("approve", "Approve"), ("decline", "Decline"), ("request", "There is no open comment to send.")],
)
def test_decision_on_the_card_above(action: str, first: str) -> None:
    """After Read all, the buttons of the card above still lead to the decision, which has a page of its own."""
    on = bed(handed_in("submitted", claimed=True))
    cora = on.talker("Cora")
    does(cora, "/show 1", "[Read all]")
    assert first in press(cora, forged(action)).split("\n")[0]
    assert "submitted" == draft_of(on).status
