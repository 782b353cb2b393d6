"""The engine: the order of the features, and what all inputs have in common: presses, commands, late messages."""
