"""Filling the form in: answers, files, drafts, edits, undo, and what the author sees of a review."""
