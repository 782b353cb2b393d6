"""What is kept about a person: given to them, and deleted when they ask for it."""
