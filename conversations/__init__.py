"""The core of the practice bot."""
