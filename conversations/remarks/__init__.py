"""Remarks to the bot: telling an answer from a message such as "What does that mean?", and the reply.

- ``listening.py``: the rules that detect a remark, and the reply to it
- ``languages``: lists of words for each language; read its ``__init__.py`` to add a language
- ``lexicon.py``: the lists of all languages, prepared for lookup
- ``table``: what people ask, and the replies; read its ``__init__.py`` to add a row
- ``rows.py``: which row of the table fits a text
- ``texts.py``: replies that are in no row, and the meanings of terms

No model, no network: rules and lists alone. ``docs/listening.md`` explains them and has figures.
"""
