"""The authors' questions: their list, one question, who is on it, and the reply to it."""

from datetime import timedelta

from support.core_collection import Picture
from support.core_review import AUTHOR, CARL, CORA, bed, does, draft_of, forged, handed_in, press
from support.core_talker import CoreTalker, CoreTestBed

from bot.demo.transcripts import Act
from bot.demo.transcripts import Said as Shown
from conversations.diagram import NOW
from conversations.dialogue.context import Context
from conversations.dialogue.conversation import Conversation, Draft
from conversations.dialogue.replies import Reply
from conversations.dialogue.repositories import ON_A_PAGE
from conversations.dialogue.review_record import SOMEBODY_GONE, Claim, Enquiry, Member, Said
from conversations.dialogue.reviews import with_review
from conversations.dialogue.state import Part
from conversations.filling import review_texts
from conversations.privacy.erasure import published, unnamed
from conversations.review import enquiries, question_texts, texts

CARLS = Member(user=CARL, name="Carl Coordinator")


def enquiry(number: int, *words: str | Said) -> Enquiry:
    """Make a question about the description, with the author's words an hour apart, and what others said."""
    said = [
        one if isinstance(one, Said) else Said(text=one, message=n, at=NOW + timedelta(hours=n))
        for n, one in enumerate(words)
    ]
    return Enquiry(number=number, question="description.description", said=tuple(said))


def reply(text: str, by: Member = CARLS) -> Said:
    """Make a coordinator's reply."""
    return Said(text=text, message=99, at=NOW + timedelta(hours=1), by=by)


def asking(*asked: Enquiry) -> CoreTestBed:
    """Make a test bed with a submission whose author has asked these questions."""
    return bed(with_review(handed_in(claimed=False), enquiries=asked))


def labels(talker: CoreTalker) -> list[list[str]]:
    """List the buttons that were shown last."""
    return [[button.label for button in row] for row in talker.replies[max(talker.replies)].rows]


def sent(talker: CoreTalker) -> list[tuple[int, Reply]]:
    """List the messages to others."""
    return [(one.to, one.reply) for one in talker.notifications]


def enquiries_of(on: CoreTestBed) -> tuple[Enquiry, ...]:
    """Return all questions of the author as they are now."""
    return draft_of(on).review.enquiries


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


def opened(on: CoreTestBed, who: str = "Cora", number: int = 1) -> CoreTalker:
    """Open a question by the button of the message that told of it."""
    talker = on.talker(who)
    press(talker, forged("question", index=number))
    return talker


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
    _put(on, with_review(draft, enquiries=(more,)))
    assert does(cora, "Yes.").startswith(review_texts.SENT_TO_AUTHOR)


def _put(on: CoreTestBed, *drafts: Draft) -> None:
    anna = on.talker("Anna")
    anna.conversation = anna.conversation.model_copy(update={"drafts": drafts})


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
    _put(on)
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
    """Where the author's data was deleted and the practice stayed, the page and a typed reply say so."""
    on = bed(with_review(handed_in("approved"), enquiries=(enquiry(1, "Schools?"),)))
    cora = opened(on)
    does(cora, "[Reply]")
    _put(on, published(draft_of(on)))
    typed = does(cora, "Yes.")
    assert (question_texts.GONE, [["Questions"]]) == (typed.split("\n")[0], labels(cora))


def test_reply_where_the_practice_is_gone() -> None:
    """The queue opens, and says that the practice was deleted."""
    on = asking(enquiry(1, "Schools?"))
    cora = opened(on)
    on.talker("Anna").conversation = Conversation()
    assert does(cora, "Yes.").startswith(texts.SUBMISSION_GONE)


def test_telegram_reply_to_a_question_that_is_gone() -> None:
    """A reply to the message that told of it is not sent, and the coordinator is told."""
    on = bed(with_review(handed_in("approved"), enquiries=(enquiry(1, "Schools?"),)))
    cora = opened(on)
    _put(on, published(draft_of(on)))
    (said,) = cora.do(Act("replies", "Yes.", "RAN-2026-0001"))
    assert isinstance(said, Shown)
    assert said.text == question_texts.GONE


def test_number_of_messages_is_limited_for_coordinators() -> None:
    """After 50 messages nothing more is sent about a question."""
    on = asking(enquiry(1, *("Hello?" for _ in range(enquiries.MOST_SAID))))
    cora = opened(on)
    assert does(cora, "[Reply]", "Yes.").startswith(review_texts.ENQUIRY_CLOSED)


def test_old_button_of_a_question_that_is_not_there() -> None:
    """A forged or old button changes nothing."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    does(cora, "[Reply]")
    before = enquiries_of(on)
    press(cora, forged("onit", index=7))
    assert before == enquiries_of(on)


def test_long_reply_reaches_the_author_whole() -> None:
    """It comes in several messages, each with its head; the last one can be replied to."""
    on = asking(enquiry(1, "Do you take schools?"))
    cora = opened(on)
    words = " ".join(f"word{n}" for n in range(500))
    does(cora, "[Reply]", words)
    parts = [one for to, one in sent(cora) if to == AUTHOR]
    assert (2, [0, 1]) == (len(parts), [len(one.rows) for one in parts])
    assert words == " ".join(one.lines[1].text for one in parts)


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
