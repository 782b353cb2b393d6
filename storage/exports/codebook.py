"""What each column holds, in words, read from the section classes."""

from storage.exports.columns import Column

HEADINGS = ("Column", "Section", "Question", "Holds", "Required", "Options", "Explanation")
WIDTHS = (38, 30, 30, 18, 10, 45, 80)

_OWN = {
    "reference": "Given when the practice was submitted; empty before.",
    "status": "draft, submitted, changes_requested, approved, declined or withdrawn.",
    "template_version": "The version of the form that was filled in.",
    "language": "The language of the questions; answers may be in any.",
    "created_at": "When the practice was begun (UTC).",
    "submitted_at": "When it was submitted (UTC).",
    "decided_at": "When it was approved or declined (UTC).",
    "attachments": "Names of the files that came with the answers.",
}


def explained(column: Column) -> tuple[str, ...]:
    """Give the line of the code book about a column, in the order of the headings."""
    question = column.question
    if column.section is None or question is None:
        return (column.name, "", "", column.holds, "", "", _OWN.get(column.name, ""))
    required = "yes" if question.required else "no"
    explanation = f"{question.prompt} {question.hint}".strip()
    options = "\n".join(column.options)
    return (column.name, column.section.title, question.title, column.holds, required, options, explanation)
