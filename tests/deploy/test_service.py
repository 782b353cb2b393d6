"""The unit of systemd: what it starts, when it starts it again, and what it lets the bot do."""

import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from support.dockerfile import ROOT

UNIT = ROOT / "deploy" / "practice-bot.service"

STOP_SECONDS = 10
"""How long the bot may take to stop, by its promises."""

SANDBOX = {
    "CapabilityBoundingSet": "",
    "LockPersonality": "yes",
    "MemoryDenyWriteExecute": "yes",
    "NoNewPrivileges": "yes",
    "PrivateDevices": "yes",
    "PrivateTmp": "yes",
    "ProtectHome": "yes",
    "ProtectSystem": "strict",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces": "yes",
    "StateDirectory": "practice-bot",
    "SystemCallArchitectures": "native",
    "UMask": "0077",
}

EXPOSURE = 20
"""The most that `systemd-analyze security` may count, in tenths; a unit without any such line has 96."""

analyze = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd on this machine")


def unit() -> dict[str, list[str]]:
    """Read the lines of the unit: the values of each name, in order."""
    found = defaultdict(list)
    for line in UNIT.read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found[name].append(value)
    return dict(found)


def test_sandbox() -> None:
    """The bot writes to its own folder only, and gets no right of root."""
    assert SANDBOX == {name: value for name, (value, *_) in unit().items() if name in SANDBOX}
    assert {"practice-bot"} == {*unit()["User"], *unit()["Group"]}


def test_system_calls_leave_what_exports_need() -> None:
    """Exports lower their priority and set limits for themselves: @resources is not taken away (`Bounds.apply`)."""
    assert ["@system-service", "~@privileged"] == unit()["SystemCallFilter"]


def test_settings_and_data_are_in_one_folder() -> None:
    """The unit and a shell in that folder read the same .env, and the bot cannot change it."""
    folder = f"/var/lib/{unit()['StateDirectory'][0]}"
    assert [folder] == unit()["WorkingDirectory"]
    assert [f"{folder}/.env"] == unit()["EnvironmentFile"] == unit()["ReadOnlyPaths"]


def test_restarts() -> None:
    """A crash is followed by a new start, for ever; a wrong setting is not, as it would be wrong again."""
    found = unit()
    assert (["on-failure"], ["2"], ["0"]) == (
        found["Restart"],
        found["RestartPreventExitStatus"],
        found["StartLimitIntervalSec"],
    )


def test_stop_has_time() -> None:
    """The bot alone gets SIGTERM, and stops its own processes, before anything is killed."""
    assert (["mixed"], True) == (unit()["KillMode"], int(unit()["TimeoutStopSec"][0]) > STOP_SECONDS)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Write the unit with a program that this machine has."""
    path = tmp_path / UNIT.name
    text = UNIT.read_text(encoding="utf-8")
    path.write_text(text.replace("/opt/practice-bot/bin/practice-bot", sys.executable), encoding="utf-8")
    return path


@analyze
@pytest.mark.parametrize("check", [["verify"], ["security", "--offline=true", f"--threshold={EXPOSURE}"]])
def test_systemd_takes_it(here: Path, check: list[str]) -> None:
    """Systemd knows each line, and counts what the bot can reach as low."""
    done = subprocess.run(  # noqa: S603 - systemd's own program
        ["systemd-analyze", *check, str(here)],  # noqa: S607 - wherever the machine has it
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "" == done.stderr
