"""The Telegram side: an update comes in, and its replies go out.

The way of one update through these files:

1. ``polling`` or ``webhook``: it comes.
2. ``receiving``: it is committed before Telegram hears that it arrived.
3. ``turns`` and ``reading``: its JSON becomes an input, ``storage`` handles it, and what follows is started.
   ``fetching``: a file is downloaded before its turn.
4. ``delivery`` and ``sending``: the replies go out.

The other files: ``documents`` and ``document_progress`` make files to send, ``erasure`` ends an erasure, ``commands``
sets the menus. ``stopping`` is the one rule for trying again, ``runtime`` holds the things that all parts share, and
``client`` calls the Bot API over ``http_request``.
"""
