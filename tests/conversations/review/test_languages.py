"""Messages to others are written in the language of who gets them; to coordinators, in one that their pages speak."""

from gettext import NullTranslations

import pytest
from support.core_review import AUTHOR, CARL, CORA, bed, comment, does, forged, handed_in, press, replies
from support.core_talker import CoreTestBed
from support.other_language import Words

from bot.demo.transcripts import Act
from conversations.dialogue.changes import Changes
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.replies import Reply
from conversations.filling.role_texts import MAY_NOW
from conversations.languages import catalogues, current, english

ADA, BEN = 9001, 1002

LANGUAGES = {AUTHOR: "da", CORA: "pl", CARL: "de", ADA: "fr", BEN: "pl"}
"""What the people speak: the pages of coordinators know no Polish, so they speak English to Cora."""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> set[tuple[int, str]]:
    """Note to whom something is written, and in which language."""
    for language in LANGUAGES.values():
        monkeypatch.setitem(catalogues._loaded, language, NullTranslations())  # what they say does not matter here
    monkeypatch.setattr(catalogues, "_offered", ["en", *LANGUAGES.values()])
    told = set[tuple[int, str]]()
    whole = Changes.write_to

    def write_to(self: Changes, chat: int, reply: Reply) -> None:
        told.add((chat, current()))
        whole(self, chat, reply)

    monkeypatch.setattr(Changes, "write_to", write_to)
    return told


def speaking(on: CoreTestBed) -> CoreTestBed:
    """Let the people speak different languages."""
    for user, language in LANGUAGES.items():
        talker = on.talkers[user]
        talker.conversation = talker.conversation.model_copy(update={"language": language})
        on.collection.conversations.setdefault(user, Conversation(language=language))
    return on


TO_FIX = comment(1, "name.name", "Why?", asked=False)


@pytest.mark.parametrize(
    "acts",
    [
        ("[Request changes]", "[Send to the author]"),
        ("[Request changes]", "[Send to the author]", "[Take back the request]"),
        ("[Decline]", "Not about radicalisation.", "[Decline]"),
    ],
)
def test_author_reads_of_a_decision_in_their_language(acts: tuple[str, ...], written: set[tuple[int, str]]) -> None:
    """A coordinator's own language does not matter."""
    on = speaking(bed(handed_in("submitted", TO_FIX)))
    does(on.talker("Cora"), "/show RAN-2026-0001", *acts)
    assert {(AUTHOR, "da")} == written


def test_author_reads_of_an_approval_and_of_a_changed_comment_in_their_language(written: set[tuple[int, str]]) -> None:
    """So it is for an approval that is taken back, and for a comment that is changed."""
    approved = speaking(bed(handed_in()))
    does(approved.talker("Cora"), "/show RAN-2026-0001", "[Approve]", "[Approve]", "[Reopen]", "[Reopen]")
    requested = speaking(bed(handed_in("changes_requested", comment(1, "name.name", "Why?"))))
    does(requested.talker("Cora"), "/show RAN-2026-0001", "[✓ Name of the practice · 1 comment]", "[Withdraw 1]")
    assert {(AUTHOR, "da")} == written


def test_coordinator_reads_of_a_take_over_in_the_language_of_the_desk(written: set[tuple[int, str]]) -> None:
    """A language that the coordinators' pages do not speak gives English."""
    on = speaking(bed(handed_in()))
    does(on.talker("Carl"), "/show RAN-2026-0001", "[Take over]")
    does(on.talker("Cora"), "/show RAN-2026-0001", "[Take over]")
    assert {(CORA, "en"), (CARL, "de")} == written


def test_coordinator_reads_of_a_withdrawal_in_their_language(written: set[tuple[int, str]]) -> None:
    """An author who withdraws tells the coordinator."""
    on = speaking(bed(handed_in()))
    does(on.talker("Carl"), "/show RAN-2026-0001", "[Take over]")
    written.clear()
    does(on.talker("Anna"), "/start", "[Withdraw]", "[Yes, withdraw it]")
    assert {(CARL, "de")} == written


def test_coordinator_gets_a_comment_of_another_in_their_language(written: set[tuple[int, str]]) -> None:
    """A comment that is given to the one who reviews."""
    on = speaking(bed(handed_in()))
    does(on.talker("Carl"), "/show RAN-2026-0001", "[Take over]")
    written.clear()
    cora = on.talker("Cora")
    does(cora, "/show RAN-2026-0001", "[✓ Name of the practice]", "[Comment]", "Which town?")
    does(cora, "[Give it to Carl Coordinator]")
    assert {(CARL, "de")} == written


async def test_questions_and_replies_are_in_the_language_of_each(written: set[tuple[int, str]]) -> None:
    """A question goes to each coordinator in theirs, a reply to the author, and to the other coordinators."""
    on = speaking(CoreTestBed())
    anna, cora = on.talker("Anna"), on.talker("Cora")
    for words in ("/start", "Open Door", "Do you take schools?"):
        await on.act(Act("says", words))
    await on.act(Act("presses", "Ask the coordinators"))
    assert {(CORA, "en"), (CARL, "de"), (ADA, "fr")} == written
    written.clear()
    assert anna.conversation.speaks == "da"
    replies(cora, "Yes. " * 900, "The author of")
    assert {(AUTHOR, "da"), (CARL, "de"), (ADA, "fr")} == written


@pytest.mark.usefixtures("written")
def test_role_is_told_in_the_language_of_who_gets_it() -> None:
    """Who becomes a coordinator reads it as their pages speak, and not in the language of the admin."""
    on = speaking(CoreTestBed())
    catalogues.use(LANGUAGES[ADA], Words({english(MAY_NOW["coordinator"]): "Bienvenue."}))
    does(on.talker("Ben"), "/start")
    ada = on.talker("Ada")
    does(ada, f"/people {BEN}", "[Make coordinator]", "[Yes, make coordinator]")
    assert [english(MAY_NOW["coordinator"])] == [told.reply.text for told in ada.notifications if told.to == BEN]


DANISH = (
    "Mentorer mødes med unge mennesker, som forlader fængslet, og hjælper dem med at finde en bolig og et arbejde. "
)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (DANISH * 2, ["The answers seem to be in Danish."]),
        (DANISH, ["The answers are probably in Danish."]),
        ("Mentors meet young people who leave prison, and help them to find a flat and a job. " * 3, []),
        ("Open Door", []),
    ],
)
def test_card_says_in_which_language_the_answers_are(value: str, said: list[str]) -> None:
    """It is said if it is another one than that of the card, and if there are enough words."""
    draft = handed_in("draft")
    answers = {"description.description": draft.answers["description.description"].model_copy(update={"value": value})}
    on = bed(draft.model_copy(update={"answers": answers}))
    does(on.talker("Cora"), "/queue", "[Status]", "[Drafts in progress (1)]")
    shown = press(on.talker("Cora"), forged("read"))
    assert said == [line for line in shown.split("\n") if line.startswith("The answers ")]
