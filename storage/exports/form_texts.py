"""The texts of the empty form as a spreadsheet."""

FORM_SHEET, EXAMPLE_SHEET, EXPLANATIONS_SHEET = "Practices", "Example", "Explanations"

EXPLANATION_HEADINGS = ("Section", "Question", "Needed", "Explanation", "Options")

NEEDED = "Needs an answer."

SEVERAL_IN_A_CELL = "Put ; between several."

NUMBER, NUMBER_HINT = "Number", "The first meeting of a practice can stand on the first sheet. Here: 2, 3 and so on."
