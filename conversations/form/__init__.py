"""The form: its sections and questions, and what can be computed from the answers of a draft.

- ``sections``: the sixteen sections; read its ``__init__.py`` to write one
- ``questions.py``: ``Question`` and ``Repeat``, the marks on a field; ``Section`` and ``Group``, the classes of fields
- ``asked.py``: a question found by its path, such as ``start.starting_year``
- ``completion.py``: which questions apply, which are open, what is missing or to be corrected
- ``checks.py``: advice before a draft is submitted
- ``template.py``: the form in use
"""
