"""What happens when nobody does anything: drafts that are left untouched, reminders that were asked for."""
