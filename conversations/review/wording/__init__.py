"""Every sentence of the review, by who reads it and where."""
