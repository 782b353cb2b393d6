"""The steps of README.md, the tutorial and the backup drill: whoever does exactly what they say gets to the end."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.core_review import bed, draft_of, handed_in
from support.core_talker import CoreTestBed

from bot.demo.transcripts import Act
from conversations.dialogue import practice

ROOT = Path(__file__).parent.parent

TYPED = {"Comment": "Say how you know.", "Last update": "2026"}
"""What is typed after a button has asked for it."""


def steps(page: str, begin: str, end: str) -> list[str]:
    """List the commands and buttons that a part of a page names, in their order."""
    part = (ROOT / page).read_text(encoding="utf-8").partition(begin)[2].partition(end)[0]
    return re.findall(r"`([^`]+)`", part)


async def does(on: CoreTestBed, who: str, named: list[str]) -> str:
    """Send the commands and press the buttons, the practice after the queue; return the answer to the last one."""
    said = ""
    for step in named:
        acts = [Act("says" if step.startswith("/") else "presses", step, who=who)]
        if step == "/queue":
            acts.append(Act("presses", f"RAN-2026-0001 · {practice.title(draft_of(on))}", who=who))
        if step in TYPED:
            acts.append(Act("says", TYPED[step], who=who))
        for act in acts:
            said = "\n".join(one.text for one in await on.act(act))
            assert "Nothing was changed" not in said, act.text
    return said


@pytest.fixture
def submitted() -> CoreTestBed:
    """Make a test bed with a practice that waits for its review."""
    return bed(handed_in(claimed=False))


async def test_readme_leads_to_the_export(submitted: CoreTestBed) -> None:
    """The steps of the demo in README.md approve a practice and export it."""
    await does(submitted, "Cora", steps("README.md", "Cora Coordinator", "Ada Admin"))
    assert "approved" == draft_of(submitted).status
    assert "1 submission" in await does(submitted, "Ada", steps("README.md", "Ada Admin", "Ctrl-C"))


async def test_tutorial_leads_to_the_approval(submitted: CoreTestBed) -> None:
    """The steps of the tutorial invite a colleague, request a change, send the revision and approve it."""
    page = "docs/tutorial.md"
    assert "https://t.me/" in await does(submitted, "Ada", steps(page, "## 4.", "your colleague. They"))
    await does(submitted, "Cora", steps(page, "your colleague. They", "You get one message"))
    assert "changes_requested" == draft_of(submitted).status
    await does(submitted, "Anna", ["Last update", *steps(page, "You get one message", "Your colleague gets")])
    await does(submitted, "Cora", steps(page, "Your colleague gets", "## 5."))
    assert "approved" == draft_of(submitted).status


def test_backup_drill(tmp_path: Path, sqlite_url: str) -> None:
    """The commands of the backup drill work one after the other, and both exports have the same lines."""
    page = (ROOT / "docs" / "how-to" / "backup-drill.md").read_text(encoding="utf-8")
    lines = re.findall(r"^ {8}(.+)$", page, re.MULTILINE)
    commands = [line.replace("/tmp/drill", f"{tmp_path}/drill") for line in lines]  # noqa: S108 - as the page has it
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S603 - the page's commands
        ["sh", "-e", "-c", "\n".join(commands)],  # noqa: S607
        cwd=tmp_path,
        env=os.environ | {"PATH": path, "DATABASE_URL": sqlite_url, "DATA_DIR": f"{tmp_path}/files"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (done.returncode, done.stderr)
    *_, restored, ours = done.stdout.split("\n")[:-1]
    assert ours == restored
