"""Telegram: updates come in, messages and files go out."""
