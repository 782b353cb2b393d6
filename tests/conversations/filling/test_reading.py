"""Links behind the words of an answer, and contacts and places that are shared."""

from itertools import chain
from typing import cast

import pytest
from pydantic import JsonValue
from support.author import labels
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act, Said
from conversations.dialogue.events import Refused
from conversations.dialogue.inputs import Detail, Shared, Wrote
from conversations.dialogue.parts import joined
from conversations.dialogue.state import Asking, Part, behind
from conversations.fields import NotUnderstood, Offered, Option, ReadingContext, Understood
from conversations.filling import file_texts, texts
from conversations.filling.storing import read, read_edited
from conversations.form.asked import question_at

TODAY = CoreTalker().now.date()

SITE = "https://example.org/welcome"


def part(words: str, *links: str, message: int = 1) -> Part:
    """Make a message with these links behind its words."""
    return Part(message=message, text=words + "".join(map(behind, links)), links=links)


@pytest.mark.parametrize(
    ("path", "words", "links", "options"),
    [
        ("contact.website", "our site", (SITE,), [SITE]),
        ("contact.website", "example.org", (SITE,), ["https://example.org", SITE]),
        ("contact.website", "here or here", (SITE, "http://example.org"), [SITE, "http://example.org"]),
        ("contact.website", "write or look", ("mailto:anna@example.org", SITE), [SITE]),
        ("contact.email", "Anna", ("mailto:anna@example.org",), ["anna@example.org"]),
        ("contact.email", "Anna", ("mailto:anna%40example.org?subject=Hi",), ["anna@example.org"]),
        ("contact.email", "a@example.org", ("mailto:b@example.org",), ["a@example.org", "b@example.org"]),
        ("contact.telephone", "call", ("tel:+4533115500",), ["+45 33 11 55 00"]),
    ],
)
def test_link_that_is_asked_for_is_offered(path: str, words: str, links: tuple[str, ...], options: list[str]) -> None:
    """At a question for an address, the link behind the words is offered, beside one in the words."""
    expected = tuple(Option(label=option, value=option) for option in options)
    assert Offered(texts.link_behind(len(options)), expected) == read(
        question_at(path), [part(words, *links)], ReadingContext(TODAY)
    )


@pytest.mark.parametrize(
    ("path", "words", "links", "expected"),
    [
        ("contact.website", "www.example.org/welcome", ("https://www.example.org/welcome",), None),
        ("start.starting_year", "2011", (SITE,), 2011),
        ("peer_reviewed.peer_reviewed", "No", (SITE,), False),
        ("target_audience.audiences", "families, 5", (SITE,), ("Families", "Formers")),
        ("country_of_origin.country", "Denmark", (SITE,), "Denmark"),
        ("contact.telephone", "+45 33 11 55 00", (SITE,), "+45 33 11 55 00"),
        ("contact.email", "anna@example.org", ("mailto:anna@example.org",), "anna@example.org"),
        ("name.name", "Open Door", (SITE,), f"Open Door{behind(SITE)}"),
        ("deliverables.deliverables", "Handbook", (SITE,), f"Handbook{behind(SITE)}"),
    ],
)
def test_link_behind_other_answers(path: str, words: str, links: tuple[str, ...], expected: object) -> None:
    """A choice, a year or a number is read by its words; a text keeps the link."""
    value = "https://www.example.org/welcome" if expected is None else expected
    assert Understood(value) == read(question_at(path), [part(words, *links)], ReadingContext(TODAY))


@pytest.mark.parametrize(
    ("path", "links", "quoted"),
    [
        ("contact.website", ("mailto:anna@example.org",), "anna@example.org"),
        ("contact.email", (SITE,), "https://example.org"),
        ("start.starting_year", (), "between"),
        ("contact.email", ("mailto:nobody",), "mailto:nobody"),
    ],
)
def test_link_of_another_kind_is_refused_by_name(path: str, links: tuple[str, ...], quoted: str) -> None:
    """The refusal has the link in it."""
    reading = read(question_at(path), [part("write to us", *links)], ReadingContext(TODAY))
    assert isinstance(reading, NotUnderstood)
    assert quoted in reading.problem


@pytest.mark.parametrize(
    ("links", "expected"),
    [((SITE,), Understood(SITE)), ((SITE, SITE), Understood(SITE)), ((SITE, "https://example.org"), Offered)],
)
def test_edit_that_adds_one_link_takes_it(links: tuple[str, ...], expected: object) -> None:
    """In an edit, which has no buttons, the only link is the answer."""
    reading = read_edited(question_at("contact.website"), [part("our site", *links)], ReadingContext(TODAY))
    assert expected == (type(reading) if isinstance(reading, Offered) else reading)


def test_cut_text_with_links_is_put_together_by_its_words() -> None:
    """Whether a client cut a text is counted in its words, without the links."""
    first = ("word " * 820)[:4095] + "b"
    assert f"{first}{behind(SITE)}reaking" == joined([part(first, SITE), part("reaking", message=2)])


def test_words_of_a_text_without_the_address_it_should_have() -> None:
    """A link that is not in the text removes nothing from it."""
    assert "our site" == Part(message=1, text="our site", links=(SITE,)).words


LONG_WORDS = " ".join(["prevent"] * 300)


def test_links_do_not_make_a_text_long() -> None:
    """Whether the rest of a text may follow is counted in its words, without the links."""
    one = CoreTalker()
    one.do(Act("says", "/start"))
    one.do(Act("says", "Open Door"))
    linked = part("We prevent radicalisation.", *(f"{SITE}/{number:0200}" for number in range(20)), message=900)
    one.give(Wrote(text=linked.text, message=900, links=linked.links))
    assert "peer_reviewed.peer_reviewed" == cast("Asking", one.conversation.state).question


def test_link_can_push_a_text_over_its_limit() -> None:
    """A link behind a word counts as one more word."""
    asked = question_at("description.description")
    value = cast("Understood[str]", read(asked, [part(LONG_WORDS, SITE)], ReadingContext(TODAY))).value
    assert "That is 301 words, 1 over the limit of 300." in str(asked.kind.problem(value))


CONTACT: dict[Detail, tuple[str, ...]] = {"name": ("Anna Example",), "phone": ("4533115500",)}

VENUE: dict[Detail, tuple[str, ...]] = {"title": ("Town hall",), "address": ("1 Example Square, 8000 Aarhus",)}


def shares(at: str, details: dict[Detail, tuple[str, ...]], *, place: bool = False) -> tuple[CoreTalker, str]:
    """Share something at a question; return the conversation and the first line of the reply."""
    one = CoreTalker()
    one.do(Act("says", "/start"))
    conversation = one.conversation
    here = conversation.state.model_copy(update={"question": at})
    one.conversation = conversation.model_copy(update={"state": here})
    shown = one.give(Shared(what="place" if place else "contact", message=900, details=details))
    return one, next(said.text for said in shown if isinstance(said, Said)).partition("\n")[0]


def values(one: CoreTalker) -> dict[str, JsonValue]:
    """Return the answers of a draft."""
    return dict(one.conversation.drafts[0].values)


@pytest.mark.parametrize(
    ("path", "details", "value"),
    [
        ("contact.telephone", {"phone": ("4533115500",)}, "+45 33 11 55 00"),
        ("contact.telephone", {"phone": ("+45 33 11 55 00",)}, "+45 33 11 55 00"),
        ("contact.telephone", {"phone": ("0045 33 11 55 00", "nobody")}, "+45 33 11 55 00"),
        ("contact.person", CONTACT, "Anna Example"),
        ("contact.email", {"email": ("anna@example.org",)}, "anna@example.org"),
        ("contact.website", {"website": (SITE,)}, SITE),
        ("contact.address", {"address": ("Example Street 1, Aarhus",)}, "Example Street 1, Aarhus"),
        ("contact.address", VENUE, "Town hall\n1 Example Square, 8000 Aarhus"),
        ("contact.address", {"title": ("Town hall",)}, "Town hall"),
        ("geographical_scope.scope", VENUE, "1 Example Square, 8000 Aarhus"),
        ("geographical_scope.scope", {"title": ("Oulu",)}, "Oulu"),
    ],
)
def test_shared_detail_is_the_answer(path: str, details: dict[Detail, tuple[str, ...]], value: str) -> None:
    """A question takes the detail that it asks for."""
    one, _ = shares(path, details)
    assert {path: value} == values(one)


@pytest.mark.parametrize(
    ("path", "details", "offered"),
    [
        ("contact.telephone", {"phone": ("4533115500", "+4533115501")}, ["+45 33 11 55 00", "+45 33 11 55 01"]),
        ("contact.email", {"email": ("a@example.org", "b@example.org")}, ["a@example.org", "b@example.org"]),
    ],
)
def test_several_shared_details_are_offered(
    path: str, details: dict[Detail, tuple[str, ...]], offered: list[str]
) -> None:
    """Each detail is offered, and the history has them all."""
    one, said = shares(path, details)
    assert (offered, True) == (labels(one)[: len(offered)], f"has {len(offered)} possible answers" in said)
    (kept,) = [event.text for event in one.events if isinstance(event, Refused)]
    assert "\n".join(chain.from_iterable(details.values())) == kept


def test_shared_place_of_a_meeting_is_offered_by_title_and_town() -> None:
    """The title, the town and both are offered."""
    one = CoreTalker()
    for act in ("/start", "/overview", "11", "yes", "RAN EXIT", "2019"):
        one.do(Act("says", act))
    one.give(Shared(what="place", message=900, details=VENUE))
    assert ["Town hall", "Aarhus", "Town hall, 1 Example Square, 8000 Aarhus"] == labels(one)[:3]


@pytest.mark.parametrize(
    ("path", "details", "problem"),
    [
        ("contact.telephone", {"phone": ("33115500",)}, "is not a complete phone number"),
        ("contact.email", {"email": ("nobody",)}, "is not a complete e-mail address"),
    ],
)
def test_shared_detail_that_is_no_answer_is_refused(
    path: str, details: dict[Detail, tuple[str, ...]], problem: str
) -> None:
    """The usual sentence says the problem."""
    one, said = shares(path, details)
    assert (True, {}) == (problem in said, values(one))


def test_shared_contact_elsewhere_says_where_it_fits() -> None:
    """At another question each detail is offered to its own one; a press saves it, and the question stays open."""
    one, said = shares("name.name", CONTACT | {"email": ("nobody",), "website": (SITE, "https://example.org")})
    assert "It fits Contact person, Email, Telephone and Website" in said
    assert ["Contact person: Anna Example", "Telephone: +45 33 11 55 00"] == labels(one)[:2]
    one.do(Act("presses", "Telephone: +45 33 11 55 00"))
    assert {"contact.telephone": "+45 33 11 55 00"} == values(one)
    assert one.replies[max(one.replies)].text.startswith("Telephone · Saved: +45 33 11 55 00\n")


@pytest.mark.parametrize(("details", "at"), [({}, "name.name"), (VENUE, "contact.telephone"), ({}, "contact.email")])
def test_shared_nothing_that_fits(details: dict[Detail, tuple[str, ...]], at: str) -> None:
    """A contact or place without a detail for the question is not taken."""
    one, said = shares(at, details, place=bool(details))
    expected = "I cannot use this place here. It fits" if details else "I cannot use anything in this contact"
    assert (True, {}) == (said.startswith(expected), values(one))


def test_shared_contact_on_a_page_and_before_the_first_practice() -> None:
    """If no question is open, the bot only says where the contact fits."""
    one = CoreTalker()
    for act in ("/start", "Open Door", "/overview"):
        one.do(Act("says", act))
    shown = cast("list[Said]", one.give(Shared(what="contact", message=900, details=CONTACT)))
    assert "It fits Contact person and Telephone: share it there." in shown[0].text
    shown = cast("list[Said]", one.give(Shared(what="location", message=901)))
    assert shown[0].text.startswith(file_texts.BARE_LOCATION)
