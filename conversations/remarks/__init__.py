"""Remarks to the bot: telling an answer from a message such as "What does that mean?", and the reply.

- ``listening.py``: the rules that detect a remark, and the reply to it
- ``words/``: lists of words, one file for each language; ``en.toml`` explains how to add one
- ``lexicon.py``: the lists of all languages, prepared for lookup
- ``replies.toml``: what people ask, and the replies; ``meanings.toml``: what the terms of the questions mean
- ``rows.py``: which row of the replies fits a text
- ``texts.py``: replies that are in no row

No model, no network: rules and lists alone. ``docs/listening.md`` explains them and has figures.
"""
