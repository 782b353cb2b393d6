"""Every page of the office is walked: each input is answered, each button leads somewhere, the log only grows."""

from collections import deque
from copy import deepcopy

from support.core_talker import CoreTestBed

from bot.demo.transcripts import ADMIN
from conversations.diagram import NOW, filled
from conversations.dialogue.conversation import Conversation
from conversations.dialogue.inputs import (
    CALLBACK_BYTES,
    Attached,
    Chose,
    Commanded,
    Input,
    Invited,
    Press,
    Revised,
    Unreadable,
    Wrote,
)
from conversations.dialogue.state import AtOffice, New
from conversations.engine.screens import MESSAGE

COMMANDS = (
    *(("start", argument) for argument in ("", "join-0001", "x" * 4000)),
    *(("people", argument) for argument in ("", "1002", "2001")),
    *(("invite", argument) for argument in ("", "admin")),
    *((name, "") for name in ("export", "stats", "audit", "back", "skip", "help", "queue", "new", "drafts")),
    ("overview", ""),
)

INPUTS: list[Input] = [
    *(Commanded(name=name, argument=argument, message=1) for name, argument in COMMANDS),
    *(Wrote(text=text, message=2) for text in ("2001", "1 November 2026", "words", "excel", "x" * 4096)),
    Revised(text="2012", message=2),
    Attached(what="photo", caption="2013", message=4),
    Unreadable(what="sticker", message=5),
    Invited(role="admin", code="join-late", until=NOW),
    Chose(press=None, message=1),
    Chose(press=Press(draft=0, keyboard_version=1, about="9001", action="give", index=9), message=1),
]
"""A handful of inputs that every page must bear."""


def state_key(conversation: Conversation) -> object:
    """Tell pages apart by whom they are about; exports by whether there is a status to export."""
    state = conversation.state
    if isinstance(state, AtOffice):
        page = state.page
        return page.page, getattr(page, "user", 0), getattr(page, "role", ""), not getattr(page, "statuses", ())
    return state.at


def test_every_page_answers_every_input() -> None:
    """From every page, every input is answered within Telegram's limits, and some button leads on."""
    start = CoreTestBed()
    start.collection.registry.meet(1002, "Ben Example", NOW)
    draft = filled().drafts[0].model_copy(update={"status": "approved", "submitted_at": NOW})
    start.talker("Anna").conversation = filled().model_copy(update={"drafts": (draft,)})
    waiting, known, pages = deque([start]), set[object](), set[str]()
    while waiting:
        on = waiting.popleft()
        ada = on.talker("Ada")
        state = ada.conversation.state
        if state_key(ada.conversation) in known or not isinstance(state, AtOffice | New):
            continue
        known.add(state_key(ada.conversation))
        pages |= {state.page.page} if isinstance(state, AtOffice) else set()
        last = max((number for number, reply in ada.replies.items() if reply.rows), default=0)
        shown = [button.press for row in ada.replies[last].rows for button in row] if last else []
        assert all(len(press.data()) <= CALLBACK_BYTES for press in shown)
        for given in (*INPUTS, *(Chose(press=press, message=last) for press in shown)):
            there = deepcopy(on)
            before = len(there.collection.registry.log)
            said = there.talker("Ada").give(given)
            assert said
            replies = there.talker("Ada").replies
            assert all(0 < len(reply.text) <= MESSAGE for reply in replies.values())
            newest = replies[max(replies)] if replies else None  # a button that is old gets a note alone
            assert newest is None or newest.rows or newest.document
            assert before <= len(there.collection.registry.log)
            assert "admin" in there.collection.registry.roles.values()
            waiting.append(there)
    assert {"people", "person", "changing", "inviting", "exporting", "audit"} == pages
    assert ADMIN in start.collection.registry.people
