"""The dialogue: states, inputs, replies, and what is remembered of a chat. It knows no feature."""
