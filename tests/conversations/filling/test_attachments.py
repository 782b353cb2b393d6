"""Files that come with an answer."""

import pytest
from pydantic import JsonValue
from support.author import go, labels, named, question, says
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.diagram import NOW
from conversations.dialogue.conversation import Answer, Conversation, Draft
from conversations.dialogue.events import Cleared, FileKept, FileRemoved, Refused
from conversations.dialogue.inputs import CALLBACK_BYTES, Attached, Revised, Wrote
from conversations.dialogue.practice import submission_json
from conversations.dialogue.state import Asking, Collecting, Part
from conversations.filling import change_texts, file_texts, texts
from conversations.filling.attachments import LARGEST, MOST, file_name, takes_file
from conversations.filling.storing import parts_of
from conversations.form.asked import question_at

PATH = "deliverables.deliverables"

SUM = "ab" * 32


def file(name: str = "leaflet.pdf", message: int = 500, **more: str | int) -> Attached:
    """Make the input of a stored file."""
    given = {"what": "document", "caption": "", "name": name, "size": 1234, "sha256": SUM, "message": message}
    return Attached.model_validate(given | more)


def said(one: CoreTalker, given: Attached | Revised | Wrote) -> str:
    """Take a step; return the text that follows."""
    shown = [reply for reply in one.give(given) if isinstance(reply, Said)]
    return shown[0].text.partition("\n")[0]


def draft(one: CoreTalker) -> Draft:
    """Return the draft."""
    return one.conversation.drafts[0]


def names(one: CoreTalker) -> list[str]:
    """List the files of the draft."""
    return [kept.name for kept in draft(one).attachments]


@pytest.fixture
def talker() -> CoreTalker:
    """Be at the question for deliverables."""
    one = CoreTalker()
    for act in ("/start", "/overview", "8"):
        one.do(Act("says", act))
    return one


@pytest.mark.parametrize("caption", ["", "Our leaflet"])
def test_file_sent_early_leaves_the_question_to_be_asked(caption: str) -> None:
    """Deliverables is asked with the file named; titles and links are added to the text under it, and Done goes on."""
    one = named("/overview", "6")
    one.give(file(caption=caption))
    go(one, "Germany")
    assert "1. leaflet.pdf" in says(one, "2015-2018")
    assert (PATH, "Done") == (question(one), labels(one)[1])
    go(one, "Handbook, https://example.org", "[Done]")
    assert ("evidence.performance", f"{caption}\nHandbook, https://example.org".strip()) == (
        question(one),
        draft(one).values[PATH],
    )


def test_file_is_kept_and_told(talker: CoreTalker) -> None:
    """A file is in the draft, in the history and in the submission, and answers the question alone."""
    talker.give(file())
    expected: JsonValue = [{"question": PATH, "name": "leaflet.pdf", "sha256": SUM, "size": 1234}]
    assert expected == submission_json(draft(talker))["attachments"]
    told = FileKept(draft=1, question=PATH, name="leaflet.pdf", sha256=SUM, size=1234, message=500)
    assert (told, None) == (talker.events[-1], draft(talker).values[PATH])


def test_files_alone_stand_in_the_summary(talker: CoreTalker) -> None:
    """An answer without words shows its files, and is not missing."""
    talker.give(file())
    shown = talker.do(Act("says", "/summary"))
    text = "\n".join(one.text for one in shown if isinstance(one, Said))
    assert "Deliverables\n1. leaflet.pdf, 0.1 MB\n" in text


def test_file_delivered_twice_is_kept_once(talker: CoreTalker) -> None:
    """A message that is delivered twice adds one file and its words once."""
    talker.give(file(caption="In Danish"))
    before = draft(talker)
    assert file_texts.FILE_IS_HERE == said(talker, file(caption="In Danish"))
    assert before == draft(talker)


def test_same_content_sent_twice_is_two_files(talker: CoreTalker) -> None:
    """A file that is sent twice is in the list twice, with different buttons."""
    talker.give(file())
    talker.give(file(message=501))
    labels = [button.label for row in talker.replies[talker.number].rows for button in row]
    assert ["Remove 1. leaflet.pdf", "Remove 2. leaflet.pdf"] == labels[:2]


@pytest.mark.parametrize(
    ("size", "shown"),
    [(LARGEST + 1, "has 20.1 MB, 0.1 MB over the limit of 20 MB"), (LARGEST * 2, "has 40 MB, 20 MB over the limit")],
)
def test_file_over_the_limit_is_refused_with_figures(talker: CoreTalker, size: int, shown: str) -> None:
    """The bot says the size, the excess and the limit, and asks for a link."""
    sentence = said(talker, file(size=size, sha256=""))
    assert (True, True, []) == (shown in sentence, "send its title and a link" in sentence, names(talker))


def test_file_of_the_largest_size_is_kept(talker: CoreTalker) -> None:
    """A file of 20 MB is stored."""
    talker.give(file(size=LARGEST))
    assert ["leaflet.pdf"] == names(talker)


def test_file_of_unknown_size_over_the_limit_is_refused(talker: CoreTalker) -> None:
    """If the size is not known, the bot says the limit only."""
    assert said(talker, file(size=0, too_big=True, sha256="")).startswith(
        "leaflet.pdf was not saved: it is over the limit of 20 MB"
    )


def test_file_that_could_not_be_fetched_is_asked_for_again(talker: CoreTalker) -> None:
    """A file without content is not stored; its caption is."""
    assert file_texts.file_gone("leaflet.pdf") == said(talker, file(sha256="", caption="In Danish"))
    assert ([], "In Danish") == (names(talker), draft(talker).values[PATH])


def test_eleventh_file_is_refused(talker: CoreTalker) -> None:
    """The bot stores ten files, and says what to do with the eleventh."""
    for number in range(MOST):
        talker.give(file(f"{number}.pdf", 500 + number))
    last = talker.replies[talker.number]
    assert file_texts.LAST_FILE in last.text
    assert file_texts.too_many_files("11.pdf", MOST) == said(talker, file("11.pdf", 600))
    assert (MOST, False) == (len(names(talker)), takes_file(talker.conversation, file("11.pdf", 601)))
    assert max(len(button.press.data().encode()) for row in last.rows for button in row) <= CALLBACK_BYTES


@pytest.mark.parametrize(
    ("acts", "given", "expected"),
    [
        (("/start",), file(), True),
        (("/start", "/overview"), file(), True),
        (("/start", "/drafts"), file(), False),
        (("/start", "/overview", "8"), file(), True),
        (("/start", "/overview", "8", "word " * 800), file(), True),
        (("/start", "/overview", "8"), file(what="voice message"), False),
        (("/start", "/overview", "8"), file(size=LARGEST + 1), False),
    ],
)
def test_takes_file(acts: tuple[str, ...], given: Attached, *, expected: bool) -> None:
    """A file is fetched only if it can be stored: in a practice, of the right kind and size."""
    one = CoreTalker()
    for act in acts:
        one.do(Act("says", act))
    assert expected == takes_file(one.conversation, given)


def test_takes_file_without_a_draft() -> None:
    """Before the first message no question is open."""
    assert not takes_file(Conversation(), file())
    assert not takes_file(Conversation(state=Asking(question=PATH)), file())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("leaflet.pdf", "leaflet.pdf"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("a\0b\nc\t\u2028d.pdf", "a b c d.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\u2066x\u2069\u200f.pdf", "x.pdf"),
        ("\ud800.pdf", ".pdf"),
        (" \u202e ", "document"),
        ("", "document"),
        ("x" * 300 + ".pdf", "x" * 115 + "….pdf"),
        ("x" * 300, "x" * 119 + "…"),
        ("Ærø 👩\u200d🏫.pdf", "Ærø 👩\u200d🏫.pdf"),
    ],
)
def test_file_name(name: str, expected: str) -> None:
    """A name is one visible line of text; a long one keeps its ending."""
    given = Attached.model_construct(what="document", caption="", message=1, name=name)
    assert expected == file_name(given)


def test_words_after_a_file_are_added(talker: CoreTalker) -> None:
    """Until Done, each text is one more line of the answer."""
    talker.give(file(caption="Leaflet, in Danish"))
    talker.give(Wrote(text="Handbook: www.example.org", message=501))
    talker.give(Wrote(text="Film: www.example.com", message=502))
    expected = "Leaflet, in Danish\nHandbook: www.example.org\nFilm: www.example.com"
    assert expected == draft(talker).values[PATH]


def test_words_before_a_file_stay(talker: CoreTalker) -> None:
    """A caption is added to the text before it."""
    talker.do(Act("says", "Handbook"))
    talker.do(Act("says", "/back"))
    talker.give(file(caption="Leaflet"))
    assert "Handbook\nLeaflet" == draft(talker).values[PATH]


def test_words_under_a_file_are_a_part_of_a_long_answer(talker: CoreTalker) -> None:
    """A file in the middle of a long answer is stored, and its caption is the next part."""
    talker.give(Wrote(text="word " * 800, message=500))
    talker.give(file(message=501, caption="Leaflet"))
    state = talker.conversation.state
    assert isinstance(state, Collecting)
    assert ([500, 501], ["leaflet.pdf"]) == ([part.message for part in state.parts], names(talker))


def test_words_under_a_file_that_are_none_are_refused(talker: CoreTalker) -> None:
    """A file is stored even if its caption has no word; the caption is in the history."""
    talker.give(file(caption="🙂"))
    refused = [event.text for event in talker.events if isinstance(event, Refused)]
    assert (["leaflet.pdf"], ["🙂"], None) == (names(talker), refused, draft(talker).values[PATH])


def test_words_put_under_a_file_later_are_added(talker: CoreTalker) -> None:
    """An edit can add a caption to a file; the question stays open."""
    talker.give(file())
    talker.give(Revised(text="Leaflet, in Danish", message=500))
    talker.give(Revised(text="Leaflet, in Swedish", message=500))
    assert ("Leaflet, in Swedish", Asking) == (draft(talker).values[PATH], type(talker.conversation.state))


def test_words_of_an_answer_without_messages_stay(talker: CoreTalker) -> None:
    """An answer without messages, such as an imported one, counts as message 0."""
    answer = Answer(value="Handbook", source="imported", at=NOW)
    assert (Part(message=0, text="Handbook"),) == parts_of(answer)
    whole = draft(talker).model_copy(update={"answers": {PATH: answer}})
    talker.conversation = talker.conversation.model_copy(update={"drafts": (whole,)})
    talker.give(file(caption="Leaflet"))
    assert "Handbook\nLeaflet" == draft(talker).values[PATH]


def test_edit_of_a_message_whose_file_is_gone_asks(talker: CoreTalker) -> None:
    """The edited caption of a removed file needs a press."""
    talker.give(file())
    talker.give(file("other.pdf", 501))
    talker.do(Act("presses", "Remove leaflet.pdf"))
    assert change_texts.edit_replaced("Deliverables") in said(talker, Revised(text="Leaflet", message=500))
    assert draft(talker).values[PATH] is None


def test_words_under_another_kind_of_file_are_added(talker: CoreTalker) -> None:
    """A voice message is not stored; a press adds its caption to the answer."""
    talker.give(file(caption="Leaflet"))
    talker.do(Act("sends", "Podcast", "voice"))
    talker.do(Act("presses", texts.USE_CAPTION))
    assert (["leaflet.pdf"], "Leaflet\nPodcast") == (names(talker), draft(talker).values[PATH])


def test_last_file_removed_opens_the_question(talker: CoreTalker) -> None:
    """Without words and files the question has no answer."""
    talker.give(file())
    talker.do(Act("presses", "Remove leaflet.pdf"))
    removed = FileRemoved(draft=1, question=PATH, name="leaflet.pdf", sha256=SUM)
    assert [removed, Cleared(draft=1, question=PATH)] == talker.events[-2:]
    assert ({}, ()) == (draft(talker).answers, draft(talker).attachments)


def test_file_removed_leaves_its_words(talker: CoreTalker) -> None:
    """Only their own button removes the words."""
    talker.give(file(caption="Leaflet"))
    talker.do(Act("presses", "Remove leaflet.pdf"))
    assert ([], "Leaflet") == (names(talker), draft(talker).values[PATH])


def test_remove_button_of_an_older_list_is_stale(talker: CoreTalker) -> None:
    """A button from before another file was removed does nothing."""
    for number in range(3):
        talker.give(file(f"{number}.pdf", 500 + number))
    old = next(row[0].press for row in talker.replies[talker.number].rows if row[0].label == "Remove 0.pdf")
    talker.do(Act("presses", "Remove 0.pdf"))
    talker.give(talker.pressing(talker.number - 1, old.data()))
    assert ["1.pdf", "2.pdf"] == names(talker)


def test_long_answer_without_a_word_beside_a_file_is_refused(talker: CoreTalker) -> None:
    """Done on a long text without a word refuses it; the file stays."""
    talker.give(file())
    talker.give(Wrote(text="? " * 1800, message=501))
    talker.do(Act("presses", "Done"))
    assert (["leaflet.pdf"], None) == (names(talker), draft(talker).values[PATH])


def test_draft_of_an_earlier_version_has_no_files() -> None:
    """A stored draft without the field can be read."""
    old = Draft(number=1, created_at=NOW, updated_at=NOW).model_dump(exclude={"attachments"})
    assert () == Draft.model_validate(old).attachments


def test_deliverables_alone_take_files() -> None:
    """One question takes files; the refusals at all others name it."""
    assert question_at(PATH).question.files


def test_none_beside_words_and_files_asks(talker: CoreTalker) -> None:
    """The word "none" asks whether to remove words that have files; with files alone it changes nothing."""
    talker.give(file())
    talker.do(Act("says", "none"))
    talker.do(Act("says", "/back"))
    talker.do(Act("says", "A handbook in Danish"))
    shown = talker.do(Act("says", "none"))[-1]
    assert isinstance(shown, Said)
    assert (
        "You have already answered this. To remove that answer, press Remove the words."
        == shown.text.partition("\n")[0]
    )
    assert ("A handbook in Danish", ["leaflet.pdf"]) == (draft(talker).values[PATH], names(talker))


def test_words_under_a_voice_message_are_a_part_of_a_long_answer() -> None:
    """What the bot takes nowhere is refused; the text under it is added to the answer that is arriving."""
    one = named("word " * 800)
    assert said(one, file(what="voice", caption="And more.")).endswith("I added the text under it to your answer.")
    assert isinstance(one.conversation.state, Collecting)
    assert "And more." == one.conversation.state.parts[-1].text


def test_skip_where_a_file_came_early() -> None:
    """The question for files, opened with a file that was sent elsewhere, is left with its file and without words."""
    one = named("/overview", "7")
    one.give(file())
    assert says(one, "/overview").count("leaflet.pdf") == 0
    go(one, "8", "/skip")
    assert (["leaflet.pdf"], None, "evidence.performance") == (
        names(one),
        draft(one).answers[PATH].value,
        question(one),
    )
