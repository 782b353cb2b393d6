"""Time has passed: reminders, notices before a deletion, deletions."""
