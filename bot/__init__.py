"""The Telegram side: python-telegram-bot, delivery, settings, command line and the sandbox."""
