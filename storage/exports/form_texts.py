"""The texts of the empty form as a spreadsheet."""

from conversations.languages import _

# The sheets of the empty form as a spreadsheet: at most 31 characters each, without any of []:*?/\

FORM_SHEET, EXAMPLE_SHEET, EXPLANATIONS_SHEET = _("Practices"), _("Example"), _("Explanations")

# The empty form as a spreadsheet

EXPLANATION_HEADINGS = (_("Section"), _("Question"), _("Needed"), _("Explanation"), _("Options"))

NEEDED = _("Needs an answer.")

SEVERAL_IN_A_CELL = _("Put ; between several.")

NUMBER = _("Number")

NUMBER_HINT = _("The first meeting of a practice can stand on the first sheet. Here: 2, 3 and so on.")
