"""The script of a release: the texts that it changes, and what stops it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from support import release
from support.manual_page import manual_page
from support.package_files import kept
from support.release import Wrong, changed_files, check_repository, check_upgrading, main, run, with_release

DAY = date(2026, 11, 30)
CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- It listens.\n\n## [0.8.0] - 2026-01-01\n"
ROOT = Path(__file__).parent.parent


def test_unreleased_lines_get_their_version() -> None:
    """What is unreleased moves under the version and its day, above older ones; a second time changes nothing."""
    moved = with_release(CHANGELOG, "0.9.0", DAY)
    assert CHANGELOG.replace("[Unreleased]\n", "[Unreleased]\n\n## [0.9.0] - 2026-11-30\n") == moved
    assert moved == with_release(moved, "0.9.0", DAY)


@pytest.mark.parametrize("changelog", ["# Changelog\n", "## [Unreleased]\n\n## [0.8.0] - 2026-01-01\n"])
def test_release_of_nothing(changelog: str) -> None:
    """A version without a line in the changelog is no release."""
    with pytest.raises(Wrong, match="nothing under"):
        with_release(changelog, "0.9.0", DAY)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a folder with the files that a release changes."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "practice-bot.1").write_text(manual_page("0.8.0"))
    (tmp_path / "docs" / "upgrading.md").write_text("# Upgrades\n\n## From 0.8 to 0.9.0\n")
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    (tmp_path / "CITATION.cff").write_text("title: It\nversion: 0.8.0\ndate-released: 2026-01-01\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.8.0"\n\n[tool.mypy]\npython_version = "3.11"\n')
    return tmp_path


def test_version_is_written_where_it_belongs(project: Path) -> None:
    """The version is written into each file that has it, and nothing else of them is changed."""
    changed = changed_files(project, "0.9.0", DAY)
    assert ["CHANGELOG.md", "CITATION.cff", "docs/practice-bot.1", "pyproject.toml"] == sorted(changed)
    assert "title: It\nversion: 0.9.0\ndate-released: 2026-11-30\n" == changed["CITATION.cff"]
    assert '[project]\nversion = "0.9.0"\n\n[tool.mypy]\npython_version = "3.11"\n' == changed["pyproject.toml"]
    for name, text in changed.items():
        (project / name).write_text(text)
    assert {} == changed_files(project, "0.9.0", DAY)


def test_upgrade_notes_are_needed(project: Path) -> None:
    """A version that the page on upgrades does not have is no release."""
    assert "docs/upgrading.md has a section on 0.9.0" == check_upgrading(project, "0.9.0")
    with pytest.raises(Wrong, match=r"no section on 0\.9\.1"):
        check_upgrading(project, "0.9.1")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository with everything of this one, in which nothing has been released."""
    folder = tmp_path / "repository"
    for name in kept():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    changelog = (folder / "CHANGELOG.md").read_text()
    if "[9.9.0]" not in changelog:
        (folder / "CHANGELOG.md").write_text(
            changelog.replace("[Unreleased]\n", "[Unreleased]\n\n### Added\n\n- A line.\n", 1)
        )
    with (folder / "docs" / "upgrading.md").open("a") as page:
        page.write("\n## To 9.9.0\n")
    monkeypatch.setattr(release, "ROOT", folder)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "test@example.org")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=First")
    return folder


def git(folder: Path, *arguments: str) -> str:
    """Run git; return what it prints."""
    return run("git", *arguments, folder=folder)


@pytest.mark.slow
def test_repository_before_a_release(repository: Path) -> None:
    """A release needs a version, everything committed, and a new tag."""
    assert "all is committed, and there is no tag v9.9.0" == check_repository("9.9.0")
    with pytest.raises(Wrong, match="three numbers"):
        check_repository("v1")
    git(repository, "tag", "v9.9.0")
    with pytest.raises(Wrong, match="is there already"):
        check_repository("9.9.0")
    (repository / "new.txt").touch()
    with pytest.raises(Wrong, match=r"1 files are not committed, such as new\.txt"):
        check_repository("9.9.1")


@pytest.mark.slow
def test_release_that_cannot_be(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What does not agree is told in one line, with exit code 1."""
    (repository / "README.md").write_text("changed")
    assert (1, "no release: 1 files are not committed, such as README.md\n") == (
        main(["9.9.0"]),
        capsys.readouterr().err,
    )


@pytest.mark.slow
def test_release(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dry run changes nothing. A release is a commit, a tag, a wheel and an sdist that agree."""
    assert (0, "") == (main(["9.9.0"]), git(repository, "status", "--porcelain", "--ignored"))
    assert capsys.readouterr().out.endswith("everything agrees, and nothing was changed; DO=1 makes the release\n")
    assert 0 == main(["9.9.0", "--do"])
    assert ("v9.9.0\n", "Release 9.9.0\n", "") == (
        git(repository, "tag", "--points-at", "HEAD"),
        git(repository, "log", "-1", "--format=%s"),
        git(repository, "status", "--porcelain"),
    )
    built = sorted(path.name for path in (repository / "dist").iterdir() if path.name != ".gitignore")
    assert ["practice_bot-9.9.0-py3-none-any.whl", "practice_bot-9.9.0.tar.gz"] == built
