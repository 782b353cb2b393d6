"""Word forms that people send filled in: what they say, what becomes of it, and the questions that are left."""
