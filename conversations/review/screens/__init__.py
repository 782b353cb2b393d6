"""What the pages of the review desk show."""
