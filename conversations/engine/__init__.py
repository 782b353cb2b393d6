"""The engine: one pure step from a conversation and an input to what follows."""
