"""The files for people who host or change the project: forms, workflows, hooks, citation."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]

GITHUB = ROOT / ".github"

WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))

FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")

SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE" / "config.yml"],
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
    "vendor.compose-spec": [ROOT / "compose.yaml"],
    "vendor.citation-file-format": [ROOT / "CITATION.cff"],
}
"""Schemas that check-jsonschema brings, and the files that keep to them."""

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

ECOSYSTEMS = {"github-actions": WORKFLOWS, "docker": [ROOT / "Dockerfile"], "docker-compose": [ROOT / "compose.yaml"]}
"""What dependabot looks after, and the files in which it does."""


def read(path: Path) -> Any:  # noqa: ANN401 - YAML of any form
    """Read a YAML file."""
    return YAML(typ="safe").load(path)


def steps(path: Path) -> list[dict[str, Any]]:
    """List the steps of all jobs of a workflow."""
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_keep_to_their_schema(schema: str) -> None:
    """Each file has the form that its reader wants."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, SCHEMAS[schema])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a tool of the project
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_can_do_no_harm(path: Path) -> None:
    """A workflow may only read, keeps no credential, and its actions are pinned by commit, with their version."""
    assert {"contents": "read"} == read(path)["permissions"]
    assert [] == [name for name, job in read(path)["jobs"].items() if "permissions" in job]
    used = [line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert [] == [line for line in used if not PINNED.fullmatch(line)]
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert [False] * len(read(path)["jobs"]) == [step["with"]["persist-credentials"] for step in checkouts]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_installs_nothing_by_itself(path: Path) -> None:
    """A step is a target of the Makefile, or a command of the machine's container engine."""
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    runs = [step["run"].split(" #")[0].split() for step in steps(path) if "run" in step]
    assert [] == [run for run in runs if run[0] not in {"make", "docker"}]
    assert [] == [run for run in runs if run[0] == "make" and (len(run) > 2 or run[1] not in targets)]


def test_pythons_agree() -> None:
    """Tests run from the oldest Python that the project wants, without a gap, and on each that it names."""
    tested = read(GITHUB / "workflows" / "tests.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    oldest = PROJECT["requires-python"].removeprefix(">=")
    first = int(oldest.partition(".")[2])
    assert [f"3.{first + number}" for number in range(len(tested))] == tested
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT.get("classifiers", ())))
    assert set() == set(named) - set(tested)


def test_dependabot_looks_after_what_is_there() -> None:
    """Each ecosystem has files here, and each such file is looked after."""
    named = [each["package-ecosystem"] for each in read(GITHUB / "dependabot.yml")["updates"]]
    assert sorted(ECOSYSTEMS) == sorted(named)
    assert [] == [path for paths in ECOSYSTEMS.values() for path in paths if not path.is_file()]


def test_hooks_are_the_checks() -> None:
    """Hooks come from nowhere else, and are those of `make check`: ruff, mypy, import-linter."""
    (local,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    checked = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncheck:\n")[2].partition("\n\n")[0]
    tools = re.findall(r"\$\(BIN\)/(ruff \w+|mypy|lint-imports)", checked)
    hooked = [re.sub(r"^\.venv/bin/| --.*", "", hook["entry"]) for hook in local["hooks"]]
    assert ("local", tools) == (local["repo"], hooked)
    assert {"system"} == {hook["language"] for hook in local["hooks"]}


def test_citation_is_of_this_version() -> None:
    """Version, licence and words of CITATION.cff are those of pyproject.toml."""
    cited = read(ROOT / "CITATION.cff")
    assert (PROJECT["version"], PROJECT["license"], f"{PROJECT['description']}.") == (
        str(cited["version"]),
        cited["license"],
        cited["abstract"],
    )


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_forms_ask_for_something(path: Path) -> None:
    """Each form has a question that must be answered, and no two questions share a name."""
    fields = [field for field in read(path)["body"] if field["type"] != "markdown"]
    names = [field["id"] for field in fields]
    assert len(set(names)) == len(names)
    assert any(field.get("validations", {}).get("required") for field in fields)
