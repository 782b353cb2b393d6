"""Listening: is a text at a question an answer or a message to the bot, and what is answered; docs/listening.md."""
