"""What each page of the office shows."""
