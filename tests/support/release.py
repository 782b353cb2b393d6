"""Make a release: ``make release VERSION=0.9.0``. It checks that everything agrees, and changes nothing.

With ``DO=1`` it also writes the version and the day where they belong, commits, tags, and leaves the wheel and the
sdist in ``dist/``. It works on what is committed, in a copy, so a check that fails leaves everything as it was.
"""

import argparse
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from support.manual_page import manual_page

ROOT = Path(__file__).parents[2]

PACKAGES = ("bot/", "conversations/", "storage/")

_VERSION = re.compile(r"\d+\.\d+\.\d+")

_UNRELEASED = "## [Unreleased]\n"


class Wrong(Exception):  # noqa: N818 - it reads as the sentence that it carries
    """Something does not agree; the text is one line that says what."""


def run(*command: str, folder: Path | None = None) -> str:
    """Run a command, and return what it prints; raises ``Wrong`` with its last line if it fails."""
    done = subprocess.run(command, cwd=folder or ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines()
        raise Wrong(f"{shlex.join(command)}: {told[-1] if told else f'exit code {done.returncode}'}")
    return done.stdout


def with_version(project: str, version: str) -> str:
    """Set the version in pyproject.toml."""
    return re.sub(r'^version = ".*"$', f'version = "{version}"', project, count=1, flags=re.MULTILINE)


def with_release(changelog: str, version: str, day: date) -> str:
    """Move what is unreleased under the version and its day; as it is if the version is there already."""
    if f"## [{version}]" in changelog:
        return changelog
    before, heading, after = changelog.partition(_UNRELEASED)
    if not heading or not re.match(r"\s*### ", after):
        raise Wrong(f"CHANGELOG.md has nothing under [Unreleased], and no [{version}]")
    return f"{before}{heading}\n## [{version}] - {day.isoformat()}\n{after}"


def with_citation(citation: str, version: str, day: date) -> str:
    """Set version and day in CITATION.cff."""
    changed = re.sub(r"^version: .*$", f"version: {version}", citation, count=1, flags=re.MULTILINE)
    return re.sub(r"^date-released: .*$", f"date-released: {day.isoformat()}", changed, count=1, flags=re.MULTILINE)


def changed_files(folder: Path, version: str, day: date) -> dict[str, str]:
    """Return the files of a folder that a release writes, by name, with their new text."""
    texts = {
        "pyproject.toml": with_version((folder / "pyproject.toml").read_text(encoding="utf-8"), version),
        "CHANGELOG.md": with_release((folder / "CHANGELOG.md").read_text(encoding="utf-8"), version, day),
        "docs/practice-bot.1": manual_page(version),
    }
    if (folder / "CITATION.cff").exists():
        texts["CITATION.cff"] = with_citation((folder / "CITATION.cff").read_text(encoding="utf-8"), version, day)
    return {name: text for name, text in texts.items() if text != (folder / name).read_text(encoding="utf-8")}


def check_repository(version: str) -> str:
    """Check that all is committed, and that the tag is new."""
    if not _VERSION.fullmatch(version):
        raise Wrong(f"VERSION should be three numbers, such as 0.9.0, not {version!r}")
    if left := run("git", "status", "--porcelain").splitlines():
        raise Wrong(f"{len(left)} files are not committed, such as {left[0][3:]}")
    if run("git", "tag", "--list", f"v{version}").strip():
        raise Wrong(f"the tag v{version} is there already")
    return f"all is committed, and there is no tag v{version}"


def check_upgrading(folder: Path, version: str) -> str:
    """Check that the page on upgrades has the version."""
    page = (folder / "docs" / "upgrading.md").read_text(encoding="utf-8")
    if not re.search(rf"^## .*\b{re.escape(version)}\b", page, re.MULTILINE):
        raise Wrong(f"docs/upgrading.md has no section on {version}")
    return f"docs/upgrading.md has a section on {version}"


def check_locks(folder: Path) -> str:
    """Check that each lock is what `make lock` makes of pyproject.toml, without newer versions."""
    names = []
    for line in run("make", "--dry-run", "lock", folder=folder).splitlines():
        if "pip compile" in line:
            command = [part for part in shlex.split(line) if part != "--upgrade"]
            name = command[-1]
            before = (folder / name).read_text(encoding="utf-8")
            run(sys.executable, "-m", "uv", *command[1:], folder=folder)
            if (folder / name).read_text(encoding="utf-8") != before:
                raise Wrong(f"{name} is not up to date with pyproject.toml: run make lock")
            names.append(name)
    return f"{', '.join(names)} are up to date"


def check_built(folder: Path, version: str, files: Iterable[str]) -> str:
    """Build the wheel and the sdist of a folder into its ``dist``, and check what they hold."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist", ".", folder=folder)
    name = f"practice_bot-{version}"
    with zipfile.ZipFile(folder / "dist" / f"{name}-py3-none-any.whl") as wheel:
        packed = {each for each in wheel.namelist() if each.startswith(PACKAGES)}
    with tarfile.open(folder / "dist" / f"{name}.tar.gz") as sdist:
        source = {member.name.partition("/")[2] for member in sdist.getmembers() if member.isfile()}
    for where, has, should in (
        ("the sdist", source - {"PKG-INFO"}, {*files}),
        ("the wheel", packed, {each for each in files if each.startswith(PACKAGES)}),
    ):
        if differing := sorted(has ^ should):
            raise Wrong(f"{where} and the repository differ in {len(differing)} files, such as {differing[0]}")
    return (
        f"the wheel has {len(packed)} files of the packages, the sdist {len(source)} files, as the repository has them"
    )


def checked(folder: Path, version: str) -> Iterator[str]:
    """Check everything in a copy of the repository, and say each result; raises ``Wrong``."""
    yield check_upgrading(folder, version)
    yield check_locks(folder)
    yield check_built(folder, version, run("git", "ls-files", "-z").strip("\0").split("\0"))


def release(version: str, day: date, *, do: bool) -> None:
    """Check, and with ``do`` release."""
    say(check_repository(version))
    with TemporaryDirectory() as name:
        folder = Path(name)
        run("git", "checkout-index", "--all", f"--prefix={folder}/")
        changed = changed_files(folder, version, day)
        for file, text in changed.items():
            (folder / file).write_text(text, encoding="utf-8")
            say(f"{file} {'is written' if do else 'would be written'} for {version}")
        for line in checked(folder, version):
            say(line)
        if not do:
            say("everything agrees, and nothing was changed; DO=1 makes the release")
            return
        for file, text in changed.items():
            (ROOT / file).write_text(text, encoding="utf-8")
        shutil.copytree(folder / "dist", ROOT / "dist", dirs_exist_ok=True)
    run("git", "commit", "--all", "--allow-empty", f"--message=Release {version}")
    run("git", "tag", "--annotate", f"--message=Release {version}", f"v{version}")
    say(f"the commit and the tag v{version} are made, dist/ has the wheel and the sdist")
    say("Next: git push --follow-tags, and hand out what is in dist/")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main(arguments: list[str] | None = None) -> int:
    """Make a release; return 1, with one line on standard error, if something does not agree."""
    parser = argparse.ArgumentParser("make release", description=__doc__)
    parser.add_argument("version")
    parser.add_argument("--do", action="store_true")
    given = parser.parse_args(arguments)
    try:
        release(given.version, datetime.now(UTC).date(), do=given.do)
    except Wrong as error:
        sys.stderr.write(f"no release: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
