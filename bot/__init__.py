"""The bot: Telegram, the command line, settings, health; the local Bot API, the chat page and the demo."""
