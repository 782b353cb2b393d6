"""The screens of an open question and of a long answer that is still arriving."""

from conversations.dialogue import reviews
from conversations.dialogue.context import Context
from conversations.dialogue.inputs import Press
from conversations.dialogue.layout import Rows, Screen, button, files_of, filled, in_rows, section_heading
from conversations.dialogue.parts import joined
from conversations.dialogue.replies import Button, Line
from conversations.dialogue.state import Asking, Collecting
from conversations.fields import LongText, Several, count_words
from conversations.fields import texts as fields_texts
from conversations.filling import file_texts, review_texts, texts
from conversations.filling.request import comments_above
from conversations.form import completion
from conversations.form import texts as form_texts
from conversations.form.asked import Asked, first_of_item, question_at
from conversations.form.questions import repeated, repetitions
from conversations.languages import in_language

_SHOWN = 200
"""How many characters of a stored answer the question shows."""

_SHOWN_NAME = 60


def asking(context: Context, state: Asking) -> Screen:
    """Show a question with its offers, its choices, the stored answer and the buttons for it."""
    asked = question_at(state.question)
    labels = [in_language(given.label) for given in state.offers]
    offers = tuple((button(context, label, "take", asked.path, n),) for n, label in enumerate(labels))
    rows = (
        *offers,
        *filled(*(tuple(one for one in row if one.label not in labels) for row in _choices(context, asked))),
        *_files(context, asked),
        *filled(
            _about_the_answer(context, asked),
            _rest(context, asked),
            _help(context, asked),
            _preview(context, asked),
            _navigation(context, asked),
        ),
    )
    hidden = _hidden(context, asked)
    above = comments_above(context, asked.path)
    lines = (*_words(context, asked, state.other), *_stored(context, asked))
    return Screen(pages=(lines,), rows=(*rows, *_replies(context, asked)), above=above, hidden=hidden)


def _replies(context: Context, asked: Asked) -> Rows:
    comments = [comment for comment in reviews.asked(context.draft) if comment.stands == asked.path]
    labels = [
        review_texts.REPLY if len(comments) == 1 else f"{review_texts.REPLY} {n}" for n in range(1, len(comments) + 1)
    ]
    return tuple(
        (button(context, label, "reply", asked.path, comment.number),)
        for label, comment in zip(labels, comments, strict=True)
    )


def _words(context: Context, asked: Asked, list_: str) -> tuple[Line, ...]:
    """Return the words of the question, or those that ask which "Other" of a list the person means."""
    other = question_at(list_).question.other if list_ else None
    numbered = _numbered(context, asked)
    prompt, hint = (other.ask, texts.ADDED) if other else (numbered, asked.question.hint)
    lines = (
        section_heading(asked.section),
        Line(text=asked.question.title, style="bold"),
        Line(text=prompt),
    )
    return (*lines, Line(text=hint, style="italic")) if hint else lines


def _numbered(context: Context, asked: Asked) -> str:
    """Add the question's number in its section or, in a repeated group, in its repetition."""
    prompt = asked.question.prompt
    questions = [
        one for one in completion.applicable_in(asked.section, context.values, asked.path) if one.item == asked.item
    ]
    numbered = prompt if len(questions) == 1 else texts.numbered(questions.index(asked) + 1, len(questions), prompt)
    if asked.item is None or repetitions(asked.section, context.values, asked.path) == 1:
        return numbered
    repeat = repeated(asked.section)
    name = None if first_of_item(asked) else context.values.get(repeat.path(asked.item, repeat.first))
    return texts.of_meeting(asked.item + 1, form_texts.shortened(str(name or ""), _SHOWN_NAME), numbered)


def _preview(context: Context, asked: Asked) -> tuple[Button, ...]:
    """Offer a look at the whole form before the first answer."""
    return preview_row() if asked.path == completion.FIRST and not context.draft.answers else ()


def _stored(context: Context, asked: Asked) -> tuple[Line, ...]:
    value, listed = context.values.get(asked.path), files_of(context.draft, asked)
    files = (Line(text=""), Line(text=file_texts.FILES_TITLE, style="bold"), *listed) if listed else ()
    if value is None or isinstance(asked.kind, Several):
        return files
    answer = texts.answer_now(form_texts.shortened(asked.show(value), _SHOWN))
    advice = context.draft.advice.get(asked.path)
    shown = (Line(text=""), Line(text=answer), *((Line(text=in_language(advice)),) if advice else ()))
    problem = context.problems.get(asked.path)
    if problem is None or problem in context.said:
        return (*shown, *files)
    return (*shown, Line(text=texts.to_fix(problem)), *files)


def _files(context: Context, asked: Asked) -> Rows:
    names = [file.name for file in context.draft.files(asked.path)]
    return tuple(
        (
            button(
                context,
                file_texts.remove_file(name, None if names.count(name) == 1 else n + 1),
                "detach",
                asked.path,
                n,
            ),
        )
        for n, name in enumerate(names)
    )


def _choices(context: Context, asked: Asked) -> Rows:
    if not isinstance(asked.kind, Several):
        every, likely = _picks(context, asked), _likely(context, asked)
        if not likely:
            return in_rows(every.values())
        shown = (every[label] for label in likely if label in every)
        return (*in_rows(shown), (button(context, texts.SHOW_ALL, "all", asked.path),))
    value = context.values.get(asked.path)
    chosen = value if isinstance(value, list) else []
    toggles = [
        button(context, f"{texts.CHOSEN}{asked.kind.label(label)}", "drop", asked.path, n)
        if label in chosen
        else button(context, asked.kind.label(label), "add", asked.path, n)
        for n, label in enumerate(asked.kind.choices)
    ]
    return (*((one,) for one in toggles), (button(context, texts.DONE, "done", asked.path),))


def _picks(context: Context, asked: Asked) -> dict[str, Button]:
    """Return the buttons of a list by their English labels."""
    kind, labels = asked.kind, (*asked.kind.choices, *asked.kind.shortcuts)
    numbers = {label: n for n, label in enumerate(labels)}
    shown = (*kind.in_order(), *kind.shortcuts)
    return {label: button(context, kind.label(label), "pick", asked.path, numbers[label]) for label in shown}


def _likely(context: Context, asked: Asked) -> tuple[str, ...]:
    """Return the choices that a shortened list shows; none if the whole list is shown."""
    whole = isinstance(context.state, Asking) and context.state.whole
    return () if whole else asked.kind.likely(context.reading_context(context.draft))


def _hidden(context: Context, asked: Asked) -> tuple[Button, ...]:
    """Return the choices that a shortened list does not show, but that buttons of an earlier message may have."""
    return (
        () if isinstance(asked.kind, Several) or not _likely(context, asked) else tuple(_picks(context, asked).values())
    )


def _rest(context: Context, asked: Asked) -> tuple[Button, ...]:
    """Offer to skip the rest of the section if all of it is optional and needs more than one press."""
    left = completion.optional_rest(asked, context.values)
    more = len(left) > 1 or (bool(left) and (asked not in left or asked.item is not None))
    fits = asked in left or (isinstance(asked.kind, Several) and asked.path not in context.problems)
    return (button(context, texts.SKIP_REST, "rest", asked.path),) if more and fits else ()


def _about_the_answer(context: Context, asked: Asked) -> tuple[Button, ...]:
    value, question = context.values.get(asked.path), asked.question
    if context.draft.files(asked.path):
        done = button(context, texts.DONE, "done", asked.path)
        words = button(context, texts.REMOVE_WORDS, "remove", asked.path)
        return (done,) if value is None or question.required else (done, words)
    buttons = []
    # An offer without answers keeps the stored one, so that a second button for that is not needed.
    offers = context.state.offers if isinstance(context.state, Asking) else ()
    keeps = any(offer.does == "answer" and not offer.answers for offer in offers)
    if value is not None and not isinstance(asked.kind, Several) and not keeps:
        wrong = asked.path in context.problems
        buttons.append(button(context, fields_texts.KEEP_AND_FIX_LATER if wrong else texts.KEEP, "keep", asked.path))
    if not question.required:
        clears = value is not None and question.skip == form_texts.SKIP
        label, action = (form_texts.REMOVE, "remove") if clears else (question.skip, "skip")
        buttons.append(button(context, label, action, asked.path))
    return tuple(buttons)


def _help(context: Context, asked: Asked) -> tuple[Button, ...]:
    buttons = [button(context, texts.EXAMPLE, "example", asked.path)] if asked.question.example else []
    if first_of_item(asked) and (asked.item or asked.path in context.values):
        buttons.append(button(context, repeated(asked.section).mark.remove, "unrepeat", asked.path))
    return tuple(buttons)


def _navigation(context: Context, asked: Asked) -> tuple[Button, ...]:
    if context.draft.status != "draft":
        return (button(context, texts.BACK, "back", asked.path),)
    overview = button(context, texts.OVERVIEW, "overview", asked.path)
    state = context.state
    first = asked.path == completion.FIRST and isinstance(state, Asking | Collecting) and state.return_to.to == "onward"
    return (overview,) if first else (button(context, texts.BACK, "back", asked.path), overview)


def collecting(context: Context, state: Collecting) -> Screen:
    """Show how much of a long answer has arrived."""
    asked = question_at(state.question)
    words = count_words(joined(state.parts))
    limit = asked.kind.max_words if isinstance(asked.kind, LongText) else None
    count = fields_texts.words(words) if limit is None else fields_texts.words_of(words, limit)
    lines = (
        section_heading(asked.section),
        Line(text=asked.question.title, style="bold"),
        Line(text=texts.parts_so_far(count, len(state.parts), words - limit if limit is not None else 0)),
    )
    rows = ((button(context, texts.DONE, "done", asked.path),), _navigation(context, asked))
    return Screen(pages=(lines,), rows=rows)


def preview_row() -> tuple[Button, ...]:
    """Return the buttons that show the whole form before the first answer."""
    return tuple(standing(label, action) for action, label in LABELS.items())


def standing(label: str, action: str, index: int | None = None) -> Button:
    """Make a button that works in every state and at any time."""
    return Button(label=label, press=Press(draft=0, keyboard_version=0, about="", action=action, index=index))


LABELS = {"questions": texts.SEE_QUESTIONS, "blank": texts.WORD_FORM}
"""The labels of these buttons, by action."""
