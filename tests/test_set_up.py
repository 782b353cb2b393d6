"""The README's commands set up a machine, today and after the next releases of what is locked."""

import ensurepip
import hashlib
import os
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OLDEST_PIP = "22.3" if sys.version_info < (3, 12) else ensurepip.version()
"""What Python 3.11.0 brings; that pip does not run on later Pythons, which bring a newer one."""
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-peers.lock")


def commands(venv: Path) -> list[list[str]]:
    """Return the commands by which make would install the locks into an environment that is not there yet."""
    peers = f"{venv}-peers"
    made = run(["make", "--dry-run", f"VENV={venv}", f"PEERS={peers}", f"{venv}/.tested-with", f"{peers}/.installed"])
    return [
        shlex.split(line.partition(" || ")[0])
        for line in made.splitlines()
        if "pip install" in line and ".lock" in line
    ]


def run(command: list[str], **env: str) -> str:
    """Run a command that has to succeed; return all that it prints."""
    outcome = subprocess.run(  # noqa: S603  # our own commands
        command, cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | env
    )
    printed = outcome.stdout + outcome.stderr
    assert outcome.returncode == 0, printed
    return printed


def wheel(folder: Path, name: str, version: str, needs: str = "") -> str:
    """Write an empty package, which may need another; return its line in a lock."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: more\n"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(f"{info}/METADATA", metadata + (f"Requires-Dist: {needs}\n" if needs else ""))
        file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{info}/RECORD", "")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.mark.slow
def test_lock_installs_after_a_newer_release(tmp_path: Path) -> None:
    """A newer release of a locked package, which another one wants with an extra, changes nothing."""
    packages = tmp_path / "packages"
    packages.mkdir()
    lock = tmp_path / "some.lock"
    lock.write_text(wheel(packages, "wanted", "1.0") + wheel(packages, "wanting", "1.0", needs="wanted[more]>=1.0"))
    wheel(packages, "wanted", "2.0")
    venv = tmp_path / "venv"
    run([sys.executable, "-m", "venv", str(venv)])
    command = next(command for command in commands(venv) if "requirements.lock" in command)
    command = [str(lock) if part == "requirements.lock" else part for part in command]
    run([*command, "--no-index", f"--find-links={packages}"])
    listed = run([f"{venv}/bin/python", "-m", "pip", "list", "--format=freeze"]).splitlines()
    assert ["wanted==1.0", "wanting==1.0"] == [line for line in listed if line.startswith("want")]


@pytest.mark.slow
def test_set_up_without_a_network(tmp_path: Path) -> None:
    """Where no package can be fetched, the last words say what to check."""
    venv = tmp_path / "venv"
    run([sys.executable, "-m", "venv", str(venv)])
    env = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_NO_CACHE_DIR": "1"}
    tried = subprocess.run(  # noqa: S603
        ["make", f"VENV={venv}", "install"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | env,
    )
    assert tried.returncode
    assert "Check the network and the settings of pip, then run make again." in tried.stderr


@pytest.mark.slow
@pytest.mark.parametrize("lock", LOCKS)
def test_lock_installs_with_the_oldest_pip(lock: str, tmp_path: Path) -> None:
    """Each lock can be installed with the oldest pip that we support, on the day after a release of coverage, too."""
    pip = tmp_path / "pip"
    run([sys.executable, "-m", "pip", "install", "-qq", "--no-deps", f"--target={pip}", f"pip=={OLDEST_PIP}"])
    wheel(tmp_path, "coverage", "999.0")
    [command] = [command for command in commands(tmp_path / "venv") if lock in command]
    tried = [sys.executable, *command[1:], "--dry-run", "--ignore-installed", f"--find-links={tmp_path}"]
    assert run(tried, PYTHONPATH=str(pip)) == ""
