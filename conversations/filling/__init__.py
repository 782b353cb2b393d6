"""Fill in the form: answers, files, drafts, edits, undo, and the author's side of a review."""
