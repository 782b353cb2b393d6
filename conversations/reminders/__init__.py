"""What happens because time has passed: reminders, notices, deletions."""
