"""Sections as a whole: one that lies open, one that may repeat, and all of them."""

from conversations import form, progress, wording
from conversations.clocks import wording as clocks
from conversations.messages import Button, Line
from conversations.place import Opened, Repeating
from conversations.questions import Section
from conversations.repeats import names, repeat_of, repeated, repetitions
from conversations.review.wording import to_author
from conversations.screens.layout import Rows, Screen, answer_of, button, filled, section_heading
from conversations.talk import Talk
from conversations.template import in_use

_SHOWN = 200
"""How much of each answer an open section shows, in characters."""


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


def overview(talk: Talk) -> Screen:
    """Show the sixteen sections, each with a word for how far it is and a button."""
    words = progress.words(talk.draft, talk.today)
    done = list(words.values()).count(wording.FINISHED)
    lines = (
        Line(text=wording.OVERVIEW),
        Line(text=progress.title(talk.draft), style="bold"),
        Line(text=wording.progress(done, len(words))),
        Line(text=""),
        *(Line(text=f"{count}. {one.title}: {words[one.key]}") for count, one in enumerate(in_use().sections, 1)),
        Line(text=""),
        Line(text=wording.OVERVIEW_HINT, style="italic"),
    )
    rows = (
        *_section_rows(talk, words),
        (button(talk, wording.BACK, "back"), button(talk, wording.SUMMARY, "summary")),
        (button(talk, to_author.SEEN, "seen"), button(talk, clocks.REMIND_ME, "timing")),
    )
    return Screen(pages=(lines,), rows=rows)


def _section_rows(talk: Talk, words: dict[str, str]) -> Rows:
    return tuple(
        (button(talk, f"{wording.SYMBOLS[words[section.key]]} {section.title}", "open", section.key),)
        for section in in_use().sections
    )
