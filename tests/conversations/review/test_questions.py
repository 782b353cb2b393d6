"""The authors' questions: their list, one question, and who is on it."""

from datetime import timedelta

from support.core_collection import Picture
from support.core_questions import CARLS, asking, enquiries_of, enquiry, labels, opened, put, reply, sent
from support.core_review import AUTHOR, CARL, CORA, bed, does, draft_of, forged, handed_in, press

from conversations.diagram import NOW
from conversations.dialogue.context import Context
from conversations.dialogue.repositories import ON_A_PAGE
from conversations.dialogue.review_record import SOMEBODY_GONE, Claim
from conversations.dialogue.reviews import with_review
from conversations.dialogue.state import Part
from conversations.privacy.erasure import published, unnamed
from conversations.review import enquiries, question_texts


def test_queue_leads_to_the_questions_that_wait() -> None:
    """The button has their number; an answered question is not among them."""
    on = asking(enquiry(1, "Do you take schools?"), enquiry(2, "Thanks", reply("Bye")), enquiry(3, "How long?"))
    cora = on.talker("Cora")
    does(cora, "/queue")
    assert ["Next unclaimed", "Questions (2)"] in labels(cora)
    cora.now = NOW + timedelta(days=1)
    listed = does(cora, "[Questions]")
    title = draft_of(on).values["name.name"]
    assert [
        "Questions that wait for a reply: 2",
        "",
        f"1. RAN-2026-0001 · {title}",
        "Yesterday, 01:00, about Description: “Do you take schools?”",
        "Nobody is on it",
        "",
        f"2. RAN-2026-0001 · {title}",
        "Yesterday, 01:00, about Description: “How long?”",
        "Nobody is on it",
    ] == listed.split("\n")
    assert [[f"1. {title}"], [f"2. {title}"], ["Queue"]] == labels(cora)


def test_no_question_waits() -> None:
    """The queue has no button then, and the list says so."""
    on = asking(enquiry(1, "Thanks", reply("Bye")))
    cora = on.talker("Cora")
    does(cora, "/queue")
    assert ["Next unclaimed"] in labels(cora)
    assert question_texts.NO_QUESTIONS in press(cora, forged("enquiries", submission=0))


def test_many_questions_about_one_practice_do_not_fill_the_list() -> None:
    """Three of a practice are listed, and the rest is counted."""
    on = asking(*(enquiry(n, f"Question {n}?") for n in range(1, 6)))
    listed = press(on.talker("Cora"), forged("enquiries", submission=0))
    assert ("Question 3?" in listed, "Question 4?" in listed, "… and 2 more about this practice" in listed) == (
        True,
        False,
        True,
    )


def test_list_has_pages() -> None:
    """Eleven practices are two pages; a page that no longer exists leads to the one before."""
    on = bed(handed_in())
    anna = on.talker("Anna")
    drafts = [
        with_review(handed_in(), enquiries=(enquiry(1, f"Question {n}?"),)).model_copy(
            update={"number": n, "reference": f"RAN-2026-{n:04d}"}
        )
        for n in range(1, ON_A_PAGE + 2)
    ]
    anna.conversation = anna.conversation.model_copy(update={"drafts": tuple(drafts)})
    cora = on.talker("Cora")
    first = press(cora, forged("enquiries", submission=0))
    turns = labels(cora)[-2:]
    second = does(cora, "[Next page]")
    anna.conversation = anna.conversation.model_copy(update={"drafts": tuple(drafts[:1])})
    back = does(cora, "/start")
    assert ("Question 11?" in first, "Question 11?" in second, "Question 1?" in back) == (False, True, True)
    assert [["Next page"], ["Queue"]] == turns


def test_question_is_shown_whole() -> None:
    """The page has all that was said with its time, who is on it, and the ways on."""
    long = "Do you take schools? " * 100
    on = asking(enquiry(1, long, reply("Yes."), "And kindergartens?"))
    cora = on.talker("Cora")
    said = does(cora, "/queue", "[Questions]", f"[{draft_of(on).values['name.name']}]")
    assert (True, True, True) == (
        long.strip() in said,
        "The author, 1 January, 01:00:" in said,
        "Carl Coordinator, 1 January, 02:00:\nYes." in said,
    )
    assert [["Reply", "I am on it"], ["Close without a reply"], ["Card", "Questions"]] == labels(cora)


def test_coordinator_takes_a_question_and_lets_it_go() -> None:
    """Others see it in the list; a second one can take it; a reply ends it."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora, carl = opened(on), on.talker("Carl")
    taken = does(cora, "[I am on it]")
    rows = labels(cora)
    listed = press(carl, forged("enquiries", submission=0))
    gone = does(cora, "[Let go]")
    assert (question_texts.NOW_ON_IT, question_texts.LET_GO_OF, True) == (
        taken.split("\n")[0],
        gone.split("\n")[0],
        "You have been on it since" in taken,
    )
    assert (["Reply", "Let go"], True) == (rows[0], "Cora Coordinator has been on it since today, 13:00" in listed)
    opened(on, "Carl")
    does(carl, "[I am on it]", "[Reply]", "Yes.")
    assert enquiries_of(on)[0].claim is None


def test_former_coordinator_is_on_no_question() -> None:
    """Whoever has lost the role, or whose data was deleted, is not named."""
    on = asking(enquiry(1, "Do you take schools?"))
    does(opened(on, "Carl"), "[I am on it]")
    on.collection.registry.appoint(CARL, "practitioner", NOW)
    assert "Nobody is on it" in press(on.talker("Cora"), forged("enquiries", submission=0))


def test_question_is_closed_without_a_reply_until_the_author_writes_again() -> None:
    """A thank-you needs no reply; the author's next words bring the question back."""
    on = asking(enquiry(1, "Do you take schools?", reply("Yes."), "Thank you!"))
    cora, anna = opened(on), on.talker("Anna")
    said = does(cora, "[Close without a reply]")
    seen = press(cora, forged("question", index=1))
    assert (question_texts.CLOSED, True, [], [["Reply"], ["Card", "Questions"]]) == (
        said.split("\n")[0],
        "Closed without a reply by you, today, 13:00" in seen,
        sent(cora),
        labels(cora),
    )
    talk = anna.conversation
    context = Context(talk, NOW, Picture(on.collection, AUTHOR))
    enquiries.ask_again(context, draft_of(on), 1, Part(message=5, text="And kindergartens?"))
    (again,) = context.conversation.drafts[0].review.enquiries
    assert (None, "And kindergartens?") == (again.closed, again.said[-1].text)
    assert again.waiting is not None


def test_answered_questions_are_at_the_card() -> None:
    """The card has a button with their number; the list has the answered ones, the newest first."""
    on = asking(enquiry(1, "Thanks", reply("Bye")), enquiry(2, "How long?"))
    cora = on.talker("Cora")
    does(cora, "/show 1")
    assert "Author's questions (2)" in [label for row in labels(cora) for label in row]
    listed = does(cora, "[Author's questions]").split("\n")
    assert ["“How long?”", "Nobody is on it", "“Thanks”", "Answered"] == [
        listed[3][-11:],
        listed[4],
        listed[7][-8:],
        listed[8],
    ]
    assert "RAN-2026-0001 · " == does(cora, "/back")[:16]


def test_own_question_is_for_another_coordinator() -> None:
    """Whoever asked can read the question at their card, but neither reply nor close it."""
    on = bed(handed_in())
    cora = on.talker("Cora")
    cora.conversation = on.talker("Anna").conversation
    put(on)
    (draft,) = cora.conversation.drafts
    mine = with_review(draft.model_copy(update={"review": draft.review}), enquiries=(enquiry(1, "Schools?"),))
    cora.conversation = cora.conversation.model_copy(update={"drafts": (mine,)})
    number = next(one.number for one in on.collection.submissions() if one.author == CORA)
    seen = press(cora, forged("question", index=1, submission=number))
    rows, typed = labels(cora), does(cora, "Yes.")
    assert ([["Card", "Questions"]], True, question_texts.OWN_QUESTION) == (
        rows,
        seen.endswith(question_texts.OWN_QUESTION),
        typed.split("\n")[0],
    )
    assert question_texts.NO_QUESTIONS in does(cora, "[Questions]")


def test_question_that_is_gone() -> None:
    """Where the author's data was deleted and the practice stayed, the page and a typed reply say so; it is kept."""
    on = bed(with_review(handed_in("approved"), enquiries=(enquiry(1, "Schools?"),)))
    cora = opened(on)
    does(cora, "[Reply]")
    put(on, published(draft_of(on)))
    typed, shown = does(cora, "Yes."), press(cora, forged("question", index=1))
    assert (question_texts.GONE, question_texts.GONE, [["Questions"]]) == (typed.split("\n")[0], shown, labels(cora))
    assert ["Yes."] == [note.text for note in cora.conversation.notes]


def test_old_button_of_a_question_that_is_not_there() -> None:
    """A forged or old button changes nothing."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    does(cora, "[Reply]")
    before = enquiries_of(on)
    press(cora, forged("onit", index=7))
    assert before == enquiries_of(on)


def test_coordinator_whose_data_was_deleted_is_on_no_question() -> None:
    """Their name leaves the question, whether they were on it or closed it."""
    claim = Claim(by=CARLS, since=NOW)
    held, closed = enquiry(1, "Schools?"), enquiry(2, "Thanks")
    changed = held.model_copy(update={"claim": claim}), closed.model_copy(update={"closed": claim})
    left = unnamed(with_review(handed_in(), enquiries=changed), CARL).review.enquiries
    assert (SOMEBODY_GONE, SOMEBODY_GONE) == (
        left[0].claim and left[0].claim.by,
        left[1].closed and left[1].closed.by,
    )
