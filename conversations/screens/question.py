"""A question that is being asked, and a long answer that is arriving in parts."""

from conversations import form, wording
from conversations.asked import Asked, first_of_item, question_at
from conversations.fields import LongText, Several, count_words
from conversations.messages import Button, Line
from conversations.parts import joined
from conversations.place import Asking, Collecting
from conversations.repeats import repeated
from conversations.review import asked_for
from conversations.review.wording import to_author
from conversations.screens.consenting import preview_row
from conversations.screens.layout import Rows, Screen, button, files_of, filled, in_rows, section_heading
from conversations.screens.revising import comments_above
from conversations.talk import Talk

_SHOWN = 200
"""How much of a stored answer stands above its question, in characters."""


def asking(talk: Talk, place: Asking) -> Screen:
    """Show a question with its choices, the stored answer, and what can be done about it."""
    asked = question_at(place.question)
    offers = tuple((button(talk, given.label, "take", asked.path, n),) for n, given in enumerate(place.offers))
    offered = {given.label for given in place.offers}
    rows = (
        *offers,
        *filled(*(tuple(one for one in row if one.label not in offered) for row in _choices(talk, asked))),
        *_files(talk, asked),
        *filled(
            _about_the_answer(talk, asked),
            _rest(talk, asked),
            _help(talk, asked),
            _preview(talk, asked),
            _navigation(talk, asked),
        ),
    )
    hidden = _hidden(talk, asked)
    above = comments_above(talk, asked.path)
    lines = (*_words(talk, asked, place.other), *_stored(talk, asked))
    return Screen(pages=(lines,), rows=(*rows, *_replies(talk, asked)), above=above, hidden=hidden)


def _replies(talk: Talk, asked: Asked) -> Rows:
    """Offer a reply to each comment that the author has got on the question."""
    comments = [comment for comment in asked_for.asked(talk.draft) if comment.stands == asked.path]
    labels = [to_author.REPLY if len(comments) == 1 else f"{to_author.REPLY} {n}" for n in range(1, len(comments) + 1)]
    return tuple(
        (button(talk, label, "reply", asked.path, comment.number),)
        for label, comment in zip(labels, comments, strict=True)
    )


def _words(talk: Talk, asked: Asked, list_: str) -> tuple[Line, ...]:
    """Give the question's words; where it is to say which Other of a list is meant, it asks for that."""
    other = question_at(list_).question.other if list_ else None
    numbered = _numbered(talk, asked)
    prompt, hint = (other.ask, wording.ADDED) if other else (numbered, asked.question.hint)
    lines = (
        section_heading(asked.section),
        Line(text=asked.question.title, style="bold"),
        Line(text=prompt),
    )
    return (*lines, Line(text=hint, style="italic")) if hint else lines


def _numbered(talk: Talk, asked: Asked) -> str:
    """Say which of several questions it is: of its section or, where a group repeats, of its repetition."""
    prompt = asked.question.prompt
    questions = [one for one in form.applicable_in(asked.section, talk.values, asked.path) if one.item == asked.item]
    return prompt if len(questions) == 1 else wording.numbered(questions.index(asked) + 1, len(questions), prompt)


def _preview(talk: Talk, asked: Asked) -> tuple[Button, ...]:
    """Offer a look at the whole form where nothing has been answered yet."""
    return preview_row() if asked.path == form.FIRST and not talk.draft.answers else ()


def _stored(talk: Talk, asked: Asked) -> tuple[Line, ...]:
    value, listed = talk.values.get(asked.path), files_of(talk.draft, asked)
    files = (Line(text=""), Line(text=wording.FILES_TITLE, style="bold"), *listed) if listed else ()
    if value is None or isinstance(asked.kind, Several):
        return files
    answer = wording.answer_now(wording.shortened(asked.show(value), _SHOWN))
    advice = talk.draft.advice.get(asked.path)
    shown = (Line(text=""), Line(text=answer), *((Line(text=advice),) if advice else ()))
    problem = talk.problems.get(asked.path)
    if problem is None or problem in talk.said:
        return (*shown, *files)
    return (*shown, Line(text=wording.to_fix(problem)), *files)


def _files(talk: Talk, asked: Asked) -> Rows:
    """Give each file a button that takes it away."""
    names = [file.name for file in talk.draft.files(asked.path)]
    return tuple(
        (
            button(
                talk,
                wording.remove_file(name, None if names.count(name) == 1 else n + 1),
                "detach",
                asked.path,
                n,
            ),
        )
        for n, name in enumerate(names)
    )


def _choices(talk: Talk, asked: Asked) -> Rows:
    if not isinstance(asked.kind, Several):
        every, likely = _picks(talk, asked), _likely(talk, asked)
        if not likely:
            return in_rows(every)
        shown = sorted((one for one in every if one.label in likely), key=lambda one: likely.index(one.label))
        return (*in_rows(shown), (button(talk, wording.SHOW_ALL, "all", asked.path),))
    value = talk.values.get(asked.path)
    chosen = value if isinstance(value, list) else []
    toggles = [
        button(talk, wording.CHOSEN + label, "drop", asked.path, n)
        if label in chosen
        else button(talk, label, "add", asked.path, n)
        for n, label in enumerate(asked.kind.choices)
    ]
    return (*((one,) for one in toggles), (button(talk, wording.DONE, "done", asked.path),))


def _picks(talk: Talk, asked: Asked) -> list[Button]:
    labels = (*asked.kind.choices, *asked.kind.shortcuts)
    return [button(talk, label, "pick", asked.path, n) for n, label in enumerate(labels)]


def _likely(talk: Talk, asked: Asked) -> tuple[str, ...]:
    """List the choices of a long list to which it is shortened; none where it is shown whole."""
    whole = isinstance(talk.place, Asking) and talk.place.whole
    return () if whole else asked.kind.likely(talk.context(talk.draft))


def _hidden(talk: Talk, asked: Asked) -> tuple[Button, ...]:
    """Keep the choices good that a shortened list does not show: a keyboard from before may have them."""
    return () if isinstance(asked.kind, Several) or not _likely(talk, asked) else tuple(_picks(talk, asked))


def _rest(talk: Talk, asked: Asked) -> tuple[Button, ...]:
    """Offer to leave the section where all that is left of it is optional, and more than one press."""
    left = form.optional_rest(asked, talk.values)
    more = len(left) > 1 or (bool(left) and (asked not in left or asked.item is not None))
    fits = asked in left or (isinstance(asked.kind, Several) and asked.path not in talk.problems)
    return (button(talk, wording.SKIP_REST, "rest", asked.path),) if more and fits else ()


def _about_the_answer(talk: Talk, asked: Asked) -> tuple[Button, ...]:
    value, question = talk.values.get(asked.path), asked.question
    if talk.draft.files(asked.path):
        done = button(talk, wording.DONE, "done", asked.path)
        words = button(talk, wording.REMOVE_WORDS, "remove", asked.path)
        return (done,) if value is None or question.required else (done, words)
    buttons = []
    offered = isinstance(talk.place, Asking) and any(
        offer.does == "answer" and not offer.answers
        for offer in talk.place.offers  # to keep it
    )
    if value is not None and not isinstance(asked.kind, Several) and not offered:
        wrong = asked.path in talk.problems
        buttons.append(button(talk, wording.KEEP_AND_FIX_LATER if wrong else wording.KEEP, "keep", asked.path))
    if not question.required:
        clears = value is not None and question.skip == wording.SKIP
        label, action = (wording.REMOVE, "remove") if clears else (question.skip, "skip")
        buttons.append(button(talk, label, action, asked.path))
    return tuple(buttons)


def _help(talk: Talk, asked: Asked) -> tuple[Button, ...]:
    buttons = [button(talk, wording.EXAMPLE, "example", asked.path)] if asked.question.example else []
    if first_of_item(asked) and (asked.item or asked.path in talk.values):
        buttons.append(button(talk, repeated(asked.section).mark.remove, "unrepeat", asked.path))
    return tuple(buttons)


def _navigation(talk: Talk, asked: Asked) -> tuple[Button, ...]:
    if talk.draft.status != "draft":
        return (button(talk, wording.BACK, "back", asked.path),)
    overview = button(talk, wording.OVERVIEW, "overview", asked.path)
    place = talk.place
    first = asked.path == form.FIRST and isinstance(place, Asking | Collecting) and place.then.to == "onward"
    return (overview,) if first else (button(talk, wording.BACK, "back", asked.path), overview)


def collecting(talk: Talk, place: Collecting) -> Screen:
    """Show how much of a long answer has come."""
    asked = question_at(place.question)
    words = count_words(joined(place.parts))
    limit = asked.kind.max_words if isinstance(asked.kind, LongText) else None
    count = f"{words:,} words" if limit is None else f"{words:,} of {limit:,} words"
    lines = (
        section_heading(asked.section),
        Line(text=asked.question.title, style="bold"),
        Line(text=wording.parts_so_far(count, len(place.parts), words - limit if limit is not None else 0)),
    )
    rows = ((button(talk, wording.DONE, "done", asked.path),), _navigation(talk, asked))
    return Screen(pages=(lines,), rows=rows)
