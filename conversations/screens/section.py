"""Sections as a whole: one that lies open, one that may repeat, and all of them."""

from collections.abc import Iterator, Mapping

from conversations import form, progress, wording
from conversations.clocks import wording as clocks
from conversations.messages import Button, Line
from conversations.place import Opened, Overview, Repeating
from conversations.questions import Section
from conversations.repeats import names, repeat_of, repeated, repetitions
from conversations.review.wording import to_author
from conversations.screens.layout import Rows, Screen, answer_of, button, filled, in_rows, section_heading
from conversations.talk import Talk
from conversations.template import in_use

_SHOWN = 200
"""How much of each answer an open section shows, in characters."""

_MOST_LISTED = 40
"""Questions of one section that stand on a keyboard with all sections: Telegram takes 100 buttons."""


def repeating(talk: Talk, place: Repeating) -> Screen:
    """Ask whether there is one more repetition."""
    section = in_use().by_key[place.section]
    repeat = repeated(section)
    shortened = [wording.shortened(name, 60) for name in names(section, talk.values)]
    lines = (
        section_heading(section),
        Line(text=repeat.mark.title, style="bold"),
        Line(text=wording.another(shortened)),
    )
    rows = (
        (button(talk, repeat.mark.more, "more", section.key),),
        (button(talk, repeat.mark.enough, "enough", section.key),),
        _navigation(talk, section),
    )
    return Screen(pages=(lines,), rows=rows)


def _navigation(talk: Talk, section: type[Section]) -> tuple[Button, ...]:
    back = button(talk, wording.BACK, "back", section.key)
    return (back,) if talk.draft.status != "draft" else (back, button(talk, wording.OVERVIEW, "overview", section.key))


def opened(talk: Talk, place: Opened) -> Screen:
    """Show the questions of a section with their answers, each with a button."""
    section = in_use().by_key[place.section]
    questions = form.applicable_in(section, talk.values)
    lines = [section_heading(section), Line(text=wording.OPENED_HINT)]
    for asked in questions:
        lines += [Line(text=""), Line(text=form.label(asked, talk.values), style="bold")]
        lines += answer_of(talk.draft, asked, _SHOWN)
    ask = tuple((button(talk, form.label(asked, talk.values), "ask", asked.path),) for asked in questions)
    repeat = repeat_of(section)
    more = repeat is not None and repetitions(section, talk.values) > 0
    another = (button(talk, repeat.mark.more, "more", section.key),) if repeat and more else ()
    return Screen(pages=(tuple(lines),), rows=(*ask, *filled(another, _navigation(talk, section))))


def overview(talk: Talk, place: Overview) -> Screen:
    """Say by their numbers how far the sixteen sections are, with a button for each.

    Where an answer is to be changed, each question of a section with several has a button, too.
    """
    words = progress.words(talk.draft, talk.today)
    lines = (
        Line(text=wording.OVERVIEW),
        Line(text=progress.title(talk.draft), style="bold"),
        *(Line(text=wording.sections(word, numbers)) for word, numbers in _by_word(words)),
        Line(text=""),
        Line(text=wording.CHANGE_HINT if place.changing else wording.OVERVIEW_HINT, style="italic"),
    )
    back = button(talk, wording.BACK, "back")
    seen, remind = button(talk, to_author.SEEN, "seen"), button(talk, clocks.REMIND_ME, "timing")
    rows = (
        *(row for section in in_use().sections for row in _ways_into(talk, section, words, changing=place.changing)),
        (back, button(talk, wording.SUMMARY, "summary")),
        (seen, remind) if talk.draft.status == "draft" else (seen,),
    )
    return Screen(pages=(lines,), rows=rows)


def _by_word(words: Mapping[str, str]) -> Iterator[tuple[str, list[int]]]:
    """Give the numbers of the sections that are so far, for each word that fits one."""
    for word in wording.SYMBOLS:
        numbers = [number for number, key in enumerate(words, 1) if words[key] == word]
        if numbers:
            yield word, numbers


def _ways_into(talk: Talk, section: type[Section], words: Mapping[str, str], *, changing: bool) -> Rows:
    """Give the button of a section, and of each of its questions where one of several is to be changed."""
    name = wording.with_number(in_use().number(section), section.title)
    whole = button(talk, f"{wording.SYMBOLS[words[section.key]]} {name}", "open", section.key)
    questions = form.applicable_in(section, talk.values)
    if not changing or not 1 < len(questions) <= _MOST_LISTED:
        return ((whole,),)
    labels = ((wording.WITHIN + form.label(asked, talk.values), asked.path) for asked in questions)
    return ((whole,), *in_rows(button(talk, label, "ask", path) for label, path in labels))
