"""Consent before the first question: what the bot does without it, and what needs none."""

from datetime import timedelta

import pytest
from support.core_review import CORA, bed, does, handed_in, press
from support.core_talker import AGREED, CoreTalker

from conversations.diagram import NOW, begun, filled
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.events import Agreed
from conversations.dialogue.inputs import Attached, Chose, Commanded, Invited, Press, Registered, Wrote
from conversations.dialogue.model import CONSENT_VERSION, Consent, Operator, stands
from conversations.dialogue.replies import Button
from conversations.dialogue.review_record import Member
from conversations.dialogue.state import Asking, Replying, Submitted
from conversations.engine.engine import step
from conversations.engine.screens import MESSAGE
from conversations.filling.attachments import takes_file
from conversations.privacy import consent, texts
from conversations.review import notifications

NOBODYS_YES = {"consent": None}

AT_FILES = Asking(question="deliverables.deliverables")


def newcomer() -> CoreTalker:
    """Begin a conversation with somebody who has never agreed."""
    return CoreTalker(Conversation())


def agree_button(version: int) -> Button:
    """Return the button that agrees to a version of the text."""
    return Button(label=texts.AGREE, press=Press(draft=0, keyboard_version=0, about="", action="agree", index=version))


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("hello", "Hello."),
        ("who will read this?", "The coordinators of the Collection can read your answers, drafts too."),
        ("Open Door", "Please press I agree first."),
        ("yes", "Please press I agree first."),
        ("oui", "Please press I agree first."),
    ],
)
def test_first_words_before_the_yes(text: str, begin: str) -> None:
    """A greeting or a question is answered; for all other words the bot says that they were not saved."""
    one = newcomer()
    assert does(one, text).startswith(begin)


def test_first_contact_begins_nothing() -> None:
    """Without consent there is no draft and no event, and the message has the buttons."""
    one = newcomer()
    said = does(one, "/start")
    labels = [button.label for row in one.replies[max(one.replies)].rows for button in row]
    assert (True, (), [], ["I agree", "See all questions", "Word form", "Privacy", "🌐 Language"]) == (
        said.startswith(texts.TITLE),
        one.conversation.drafts,
        one.events,
        labels,
    )


def test_yes_is_kept_with_version_and_date() -> None:
    """Consent is stored in the conversation, and as an event in the history."""
    one = newcomer()
    does(one, "/start", "[I agree]")
    assert (Consent(version=CONSENT_VERSION, at=one.now), Agreed(version=CONSENT_VERSION)) == (
        one.conversation.consent,
        one.events[0],
    )


def test_question_after_the_yes_stands_alone() -> None:
    """The first message after consent begins with the first section."""
    one = newcomer()
    toast, first = does(one, "/start", "[I agree]").split("\n")[:2]
    assert (texts.THANKS, "Section 1 of 16 · Name of the practice") == (toast, first)


@pytest.mark.parametrize("typed", ["I agree", "i AGREE", " I  agree! "])
def test_yes_can_be_typed(typed: str) -> None:
    """Typed in any case it counts like the button."""
    assert does(newcomer(), "/start", typed).startswith("Section 1 of 16")


def test_button_of_an_older_text_is_no_yes() -> None:
    """The button of an older text shows what is new."""
    one = CoreTalker(Conversation(consent=Consent(version=CONSENT_VERSION - 1, at=NOW)))
    told = press(one, agree_button(CONSENT_VERSION - 1))
    assert (texts.OLD_TEXT, True, CONSENT_VERSION - 1) == (
        told.split("\n")[0],
        texts.TEXT_HAS_CHANGED in told,
        one.conversation.consent and one.conversation.consent.version,
    )


def test_yes_to_a_newer_text_stands() -> None:
    """Consent to a newer version of the text counts in an older version of the program."""
    assert stands(Consent(version=CONSENT_VERSION + 1, at=NOW))


def test_old_button_of_the_same_text() -> None:
    """For a person who has agreed, the button says when, and shows the question."""
    told = press(CoreTalker(filled()), agree_button(CONSENT_VERSION))
    assert ("You already agreed on 1 January.", True) == (told.split("\n")[0], "Summary" in told)


def test_agreeing_is_a_good_reply_to_a_comment() -> None:
    """The reply "I agree" to a coordinator is stored as it is."""
    on = bed(handed_in())
    talker = on.talker("Anna")
    talker.conversation = talker.conversation.model_copy(update={"state": Replying(comment=1)})
    assert texts.agreed_already(Consent(version=CONSENT_VERSION, at=NOW), NOW) not in does(talker, "I agree")


@pytest.mark.parametrize("acts", [("[Withdraw]", "[Yes, withdraw it]"), ("withdraw", "yes, withdraw it")])
def test_withdrawing_needs_no_yes(acts: tuple[str, str]) -> None:
    """A submission can be withdrawn without consent to the newest text."""
    on = bed(handed_in(claimed=False))
    talker = on.talker("Anna")
    talker.conversation = talker.conversation.model_copy(update=NOBODYS_YES)
    assert "is withdrawn." in does(talker, "/start", *acts)


def test_handing_in_again_needs_the_yes() -> None:
    """A withdrawn practice can be submitted again only with consent."""
    on = bed(handed_in("withdrawn", claimed=False))
    talker = on.talker("Anna")
    talker.conversation = talker.conversation.model_copy(update=NOBODYS_YES)
    assert (True, "withdrawn") == (
        texts.NEEDS_YES in does(talker, "/start", "[Submit again]"),
        talker.conversation.drafts[0].status,
    )


def test_yes_typed_where_none_is_asked_for() -> None:
    """The words "I agree" count at a submitted practice, too; the state stays."""
    on = bed(handed_in(claimed=False))
    talker = on.talker("Anna")
    talker.conversation = talker.conversation.model_copy(update=NOBODYS_YES)
    does(talker, "I agree")
    assert (True, Submitted()) == (stands(talker.conversation.consent), talker.conversation.state)


def test_changes_to_what_was_submitted_need_the_yes() -> None:
    """The page of a revision is part of the form."""
    on = bed(handed_in("changes_requested"))
    talker = on.talker("Anna")
    talker.conversation = talker.conversation.model_copy(update=NOBODYS_YES)
    assert does(talker, "/start", "[Changes]").startswith(texts.TITLE_LATER)


def test_reference_comes_without_a_yes() -> None:
    """A reference needs no consent."""
    conversation = filled().model_copy(update={"state": Submitted(), **NOBODYS_YES})
    draft = step(conversation, Registered(reference="RAN-2026-0007"), NOW).conversation.drafts[0]
    assert "RAN-2026-0007" == draft.reference


def test_invitation_that_comes_too_late_is_no_answer() -> None:
    """If a person has lost the admin role before the code comes, the bot only asks for consent."""
    conversation = filled().model_copy(update=NOBODYS_YES)
    (reply,) = step(conversation, Invited(gives="admin", code="x", until=NOW), NOW).replies
    assert reply.text.startswith(texts.TITLE_LATER)


def test_file_is_not_fetched_before_the_yes() -> None:
    """A file is fetched only with consent."""
    given = Attached(what="document", caption="", message=9, name="leaflet.pdf", size=8)
    agreed = filled().model_copy(update={"state": AT_FILES})
    before = agreed.model_copy(update=NOBODYS_YES)
    assert (True, False) == (takes_file(agreed, given), takes_file(before, given))


def test_text_is_shown_to_one_who_has_agreed_and_not_begun() -> None:
    """With consent, the first question follows the text."""
    *_, last = step(AGREED, Commanded(name="privacy", argument="", message=1), NOW).replies
    assert last.text.startswith("Section 1 of 16")


def test_buttons_of_the_desk_need_no_yes() -> None:
    """Coordinators' buttons need no consent, whoever presses them."""
    queue = Chose(press=Press(draft=0, keyboard_version=0, about="", action="queue"), message=1)
    (reply,) = step(Conversation(), queue, NOW).replies
    assert texts.AGREE_FIRST_TO_PRESS not in reply.text


def test_message_fits_however_long_the_names_are() -> None:
    """The request for consent is one message, even with the longest names that the settings allow."""
    one = newcomer()
    one.collection.operator = Operator(controller="C" * 200, contact="c" * 200)
    does(one, "/start")
    assert (1, True) == (len(one.replies), len(one.replies[max(one.replies)].text) < MESSAGE)


def test_names_of_the_operator_are_text() -> None:
    """The name of the operator is shown as the settings have it."""
    one = newcomer()
    one.collection.operator = Operator(controller="<b>Us</b>")
    assert "<b>Us</b> asks you to describe your practice" in does(one, "/start")


@pytest.mark.parametrize(("contact", "where"), [("", ""), ("office@example.org", " (office@example.org)")])
def test_declined_letter_says_where_to_write_to(contact: str, where: str) -> None:
    """The notification has the address, if there is one."""
    notification = notifications.declined(handed_in(), Member(user=CORA, name="Cora"), "No.", contact)
    assert f"write to the coordinators{where}: they can reopen it." in notification.text


def test_desk_keeps_its_words() -> None:
    """On a page of the coordinators, "I agree" is for the open page."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    cora.conversation = Conversation()
    does(cora, "/queue", "I agree")
    assert cora.conversation.consent is None


def test_gate_knows_every_place() -> None:
    """The request for consent stands before all states in which questions are asked, and no others."""
    assert {"new", "asking", "collecting", "repeating", "opened", "overview", "summary", "revising", "replying"} == {
        kind.model_fields["at"].default for kind in consent.OF_THE_FORM.__args__
    }


def test_long_paste_before_the_yes() -> None:
    """Each message of a long text is answered, and none is stored."""
    one = newcomer()
    for number in range(3):
        one.give(Wrote(text="word " * 800, message=100 + number))
    assert ((), []) == (one.conversation.drafts, one.events)


def test_keeping_a_draft_needs_no_yes() -> None:
    """A person can keep a draft from deletion without consent."""
    keep = Chose(press=Press(draft=1, keyboard_version=0, about="", action="stay"), message=9)
    later = NOW + timedelta(days=1)

    taken = step(begun().model_copy(update=NOBODYS_YES), keep, later)

    assert later == taken.conversation.drafts[0].updated_at
