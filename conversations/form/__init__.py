"""The form: its sections, its questions, and how complete a set of answers is."""
