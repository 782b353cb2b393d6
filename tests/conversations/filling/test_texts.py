"""All that is said while filling in is translated; values stay as they are."""

from types import ModuleType

import pytest
from support.other_language import Arguments, Words, spoken, texts_of
from support.pseudo import plain_words

from conversations.dialogue.texts import FINISHED, IN_PROGRESS, NOT_STARTED, TO_FIX
from conversations.fields import texts as fields_texts
from conversations.filling import change_texts, elsewhere_texts, file_texts, list_texts, texts

ONE, TWO = "Дверь", "Окно"
"""Values without a letter of the pseudo-language."""

ARGUMENTS: Arguments = {
    "enough_repetitions": [()],
    "numbered": [(1, 2, ONE)],
    "of_meeting": [(1, ONE, TWO), (1, "", TWO)],
    "answer_now": [(ONE,)],
    "to_fix": [(ONE,)],
    "first_sentence": [(f"{ONE}. {TWO}.",)],
    "now_to_fix": [(ONE, f"{TWO}. {TWO}.")],
    "taken": [([ONE, TWO],)],
    "saved_for": [(ONE, TWO)],
    "saved_several": [([ONE, TWO],)],
    "ticked": [([ONE, TWO],)],
    "parts_so_far": [(ONE, 1, 0), (ONE, 2, 0), (ONE, 1, 4), (ONE, 2, 4)],
    "name_it_here": [(ONE,)],
    "answer_stands": [(texts.REMOVE_WORDS,)],
    "is_shorter": [(ONE, 1, 200, "text"), (ONE, 2, 200, "reply"), (ONE, 2, 200, "edited text")],
    "skipped_as": [("Skip",), ("Still active",)],
    "skipped": [([ONE, TWO],)],
    "skip_refused": [(ONE,)],
    "left_open": [(ONE,)],
    "another": [([ONE],), ([ONE, f"{TWO}; {ONE}"],)],
    "link_behind": [(1,), (2,)],
    "example": [(ONE,)],
    "sections": [(word, [1, 2, 4]) for word in (FINISHED, TO_FIX, IN_PROGRESS, NOT_STARTED)],
    "with_number": [(1, ONE)],
    "advice": [(ONE, TWO)],
    "fixing": [([ONE, TWO],)],
    "submitted": [(ONE, TWO)],
    "submitted_summary": [(ONE,)],
    "form_changed": [([ONE], [TWO]), ([], [TWO]), ([ONE], [])],
    "deleted": [(ONE,)],
    "too_many_drafts": [(1,), (50,)],
}

OF_CHANGES: Arguments = {
    "undone": [([ONE], {"answered": True}), ([ONE, TWO], {"answered": True}), ([ONE], {"answered": False})],
    "taken_back": [(ONE,), (ONE, TWO)],
    "have_again": [(1,), (2,)],
    "file_undone": [([ONE], []), ([ONE, TWO], [ONE]), ([], [ONE]), ([], [ONE, TWO])],
    "deleted_undone": [(ONE,)],
    "corrected": [(ONE, TWO)],
    "in_draft": [(ONE,)],
    "change_refused": [(ONE, TWO, {"reply": True}), (ONE, TWO, {"reply": False})],
    "changed_too_late": [(ONE, TWO, {"reply": True}), (ONE, TWO)],
    "edit_replaced": [(ONE,)],
    "stays_until_pressed": [(ONE,)],
    "late_saved": [(ONE, TWO)],
    "late_refused": [(ONE, TWO)],
}

OF_FILES: Arguments = {
    "file_saved": [(ONE, 1, 10), (ONE, 10, 10)],
    "file_kept_with": [(ONE, TWO, 1, 10)],
    "same_file": [(1, ONE, {"here": True}), (1, ONE, {"here": False})],
    "too_many_files": [(ONE, 1), (ONE, 10)],
    "too_much_in_files": [(ONE, 1 << 20, 3 << 19, 1 << 21)],
    "file_too_big": [(ONE, 0, 1 << 20), (ONE, 2 << 20, 1 << 20)],
    "file_landed": [(ONE, TWO, 1, 10)],
    "file_gone": [(ONE,)],
    "file_removed": [(ONE,)],
    "saved_with_files": [(None, 1), (ONE, 2)],
    "remove_file": [(ONE,), (ONE, 2)],
    "several_shared": [("contact", 2), ("place", 2)],
    "shared_fits": [
        ("contact", [], {"offered": False}),
        ("location", [], {"offered": False}),
        ("place", [ONE], {"offered": False}),
        ("contact", [ONE, TWO], {"offered": True}),
    ],
}

ELSEWHERE: Arguments = {
    "fits": [(ONE,)],
    "comes_next": [(ONE,)],
    "changes": [(ONE, TWO)],
    "adds": [(ONE,)],
    "rest": [(ONE,)],
    "rest_not_saved": [(ONE,)],
    "at_summary": [({"lacks": True},), ({"lacks": False},)],
    "one_of": [(ONE, TWO)],
    "ways_on": [(ONE, TWO)],
    "send_alone": [("",), (ONE,)],
    "keeps_answer": [(ONE,)],
    "without_answer": [(ONE,)],
    "use_as": [(ONE,)],
}

OF_LISTS: Arguments = {
    "added_to_list": [(ONE, [TWO], [ONE, TWO])],
    "chosen_already": [(ONE, [TWO])],
    "list_is_full": [
        (ONE, chosen, {"offered": offered}) for chosen in ([TWO], [ONE, TWO]) for offered in (True, False)
    ],
    "choice_of_two_lists": [(ONE, [TWO])],
    "exchange": [(ONE,)],
    "take_instead": [([ONE, TWO],)],
    "add_to_list": [(ONE,)],
}

MODULES = [
    (texts, ARGUMENTS),
    (change_texts, OF_CHANGES),
    (file_texts, OF_FILES),
    (elsewhere_texts, ELSEWHERE),
    (list_texts, OF_LISTS),
]

GIVEN = ("and",)
"""A word that comes from Babel, which does not know the pseudo-language."""

IN_THE_CODE = {FINISHED, TO_FIX, IN_PROGRESS, NOT_STARTED}
"""Words that people do not read."""


@pytest.mark.parametrize(("module", "arguments"), MODULES, ids=[module.__name__ for module, _ in MODULES])
def test_no_english_is_left(module: ModuleType, arguments: Arguments) -> None:
    """Every constant and every function says all in the language of the talk."""
    with spoken():
        said = [*texts_of(module, arguments)]
        left = {name: text for name, text in said if text not in IN_THE_CODE and plain_words(text, GIVEN)}
    assert len(said) > len(arguments)
    assert {} == left


def test_figures_and_lists_of_the_language() -> None:
    """German writes 1.204 and 1,5 MB, and "und" between two names."""
    with spoken(Words({}, code="de_BE")):
        assert "1.204" in fields_texts.words(1204)
        assert "1,5" in file_texts.file_too_big(ONE, 0, 3 << 19)
        assert f"{ONE} und {TWO}" in file_texts.shared_fits("place", [ONE, TWO], offered=False)
