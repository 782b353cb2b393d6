"""A mere yes, no, OK or thanks is no answer, and "no no, rather ..." replaces one."""

from itertools import chain

import pytest
from support.author import draft, go, labels, named, question, says
from support.core_talker import CoreTalker

from bot.demo.transcripts import Act
from conversations.dialogue.events import Refused
from conversations.form import texts as form_texts
from conversations.remarks.texts import IF_ANSWER

NAME, DESCRIPTION, THEMES = "name.name", "description.description", "key_themes.themes"

PERSON, EMAIL, TELEPHONE = "contact.person", "contact.email", "contact.telephone"

BLOCK = "Anna Example\nanna@example.org\n+45 33 11 55 00"


@pytest.mark.parametrize("text", ["yes", "Yes please", "ok", "OK!", "thanks", "Thank you", "ja", "oui, merci", "Tak"])
@pytest.mark.parametrize("section", ["1", "2", "10", "13"])
def test_mere_yes_is_no_answer_to_a_question_for_a_text(text: str, section: str) -> None:
    """A mere yes is stored, answered and offered; the question stays open."""
    one = go(CoreTalker(), "/start", "/overview", section)
    path = question(one)
    said = says(one, text)
    assert (IF_ANSWER in said, form_texts.USE, path) == (True, labels(one)[0], question(one))
    assert (None, text) == (draft(one).values.get(path), [e.text for e in one.events if isinstance(e, Refused)][-1])
    go(one, "[Use it as the answer]")
    assert text.strip() == draft(one).values[path]


@pytest.mark.parametrize("text", ["yes", "ok", "thanks", "tak"])
def test_mere_yes_is_neither_a_street_nor_a_person(text: str) -> None:
    """Words such as "ok" and "thanks" are no address and no name."""
    one = named("/overview", "15")
    go(one, text)
    assert (None, form_texts.USE) == (draft(one).values.get("contact.address"), labels(one)[0])
    go(one, "[Skip]", text)
    assert (PERSON, None, form_texts.USE) == (question(one), draft(one).values.get(PERSON), labels(one)[0])


def test_yes_where_no_was_asked_about_at_a_question_that_needs_an_answer() -> None:
    """After "no" and "yes" the question can be left for later, and nothing is saved."""
    one = go(CoreTalker(), "/start", "no")
    said = says(one, "yes")
    assert ("needs an answer before you can submit" in said, ["Use it as the answer", "Later"], None) == (
        True,
        labels(one)[:2],
        draft(one).values.get(NAME),
    )


def test_mere_thanks_in_reply_to_an_earlier_question() -> None:
    """Mere thanks replace no answer."""
    one = named()
    one.do(Act("replies", "ok thanks", "What is your practice called"))
    assert ("Open Door", form_texts.USE) == (draft(one).values[NAME], labels(one)[0])


@pytest.mark.parametrize(
    "text",
    ["no no, Family support and training", "wait no: family support, training", "Actually Training and Family support"],
)
@pytest.mark.parametrize("acts", [(), ("/back",), ("/overview", "4")])
def test_changed_mind_replaces_a_full_list(text: str, acts: tuple[str, ...]) -> None:
    """At the list, and right after it, the new choices replace the old ones; Undo brings those back."""
    one = named("/overview", "4", "[(Early) prevention]", "[Formers]", *acts)
    go(one, text)
    assert ["Family support", "Training"] == draft(one).values[THEMES]
    assert "Undo" in labels(one)
    go(one, "[Undo]")
    assert ["(Early) prevention", "Formers"] == draft(one).values[THEMES]


def test_more_choices_than_a_list_takes() -> None:
    """Without words such as "no no" the bot asks first."""
    one = named("/overview", "4", "[(Early) prevention]", "[Formers]", "Family support and training")
    assert ["(Early) prevention", "Formers"] == draft(one).values[THEMES]
    assert "Choose Family support; Training instead" in [*chain(labels(one))]


@pytest.mark.parametrize("text", ["no", "nope", "nein danke", "nothing else", "no more", "that's all", "c'est tout"])
@pytest.mark.parametrize("words", [[], ["A handbook in Danish"]])
def test_no_at_a_question_with_a_file_goes_on(words: list[str], text: str) -> None:
    """The file is the answer: "no" is Done, and is not added to the words."""
    one = CoreTalker()
    go(one, "/start")
    one.do(Act("sends", "", "photo"))
    go(one, "Open Door", "/overview", "8", *words)
    go(one, text)
    assert ("evidence.performance", words[0] if words else None) == (
        question(one),
        draft(one).values.get("deliverables.deliverables"),
    )


def test_words_beside_a_file_say_how_to_go_on() -> None:
    """After words beside a file the question stays open, and the bot says how to leave it."""
    one = CoreTalker()
    go(one, "/start")
    one.do(Act("sends", "", "photo"))
    go(one, "Open Door", "/overview", "8")
    assert "Saved: 4 words\nSend more, or press Done to go on." in says(one, "A handbook in Danish")


@pytest.mark.parametrize("text", ["ja", "ja genau", "nein danke"])
def test_mere_yes_to_several_buttons_keeps_them(text: str) -> None:
    """A yes or no does not say which of several buttons is meant: they stay."""
    one = named("/overview", "5", "Jugendliche, Eltern")
    before = labels(one)
    assert says(one, text).startswith("Press the one that you mean.\n\nSection 5 of 16")
    assert labels(one) == before


@pytest.mark.parametrize("text", ["fertig", "Færdig!", "terminé", "gotowe"])
def test_done_in_another_language(text: str) -> None:
    """A word for Done presses it where it is on the screen, and is no audience."""
    one = go(named("/overview", "5", "[Families]"), text)
    assert ("target_audience.additional", ["Families"]) == (
        question(one),
        draft(one).values["target_audience.audiences"],
    )


@pytest.mark.parametrize("text", ["überspringen", "Passer", "hoppa över"])
def test_skip_in_another_language(text: str) -> None:
    """A word for Skip skips an optional question."""
    assert "Skipped." in says(named("/overview", "8"), text)


def test_more_means_no_mothers() -> None:
    """The Danish word for mother does not begin the English word "more"."""
    one = go(named("/overview", "5"), "no more meetings")
    assert "Families" not in labels(one)[:1]


@pytest.mark.parametrize("text", ["me", "myself", "Moi-même", "det er mig", "ich selbst"])
def test_oneself_is_no_name(text: str) -> None:
    """The contact person needs a name."""
    one = named("/overview", "15", "[Skip]")
    assert form_texts.WRITE_THE_NAME in says(one, text)
    assert (PERSON, None) == (question(one), draft(one).values.get(PERSON))


@pytest.mark.parametrize("text", ["no more", "no more meetings", "none"])
def test_no_more_is_no_name_of_a_meeting(text: str) -> None:
    """After Yes it says how to go back."""
    one = go(named("/overview", "11", "yes"), text)
    assert ("ran_meetings.meetings.0.name", None) == (
        question(one),
        draft(one).values.get("ran_meetings.meetings.0.name"),
    )


@pytest.mark.parametrize(("text", "year"), [("no we stopped 2 years ago", 2024), ("encore actif", None)])
def test_end_in_words(text: str, year: int | None) -> None:
    """A year counted back from today, and one more way to say that there is no end."""
    assert year == draft(go(named("/overview", "7", "2015"), text)).values["start.ending_year"]


@pytest.mark.parametrize("text", ["what is difference families and additional?", "co znaczy odbiorcy?"])
def test_question_about_a_list_is_not_quoted_as_a_choice(text: str) -> None:
    """The bot says what to do, and who can help."""
    assert says(named("/overview", "5"), text).startswith("Press what fits, or type it. For help, press Ask the coord")


@pytest.mark.parametrize("section", ["2", "5", "7"])
def test_summary_without_a_slash(section: str) -> None:
    """The word alone shows the summary, and is no answer."""
    one = named("/overview", section)
    assert "Your answers so far." in says(one, "Summary")
    assert ["name.name"] == [*draft(one).answers]


def test_help_without_a_slash() -> None:
    """Where a text is no answer the word alone is the command; at a question for a text the bot explains it."""
    assert says(named("/overview", "7"), "help").startswith("I ask one question at a time.")
    assert "For example:" in says(named("/overview", "2"), "help")
