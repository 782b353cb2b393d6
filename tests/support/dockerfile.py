"""The Dockerfile: its instructions, and an image that they make in a folder, as far as that goes without an engine."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[2]

_ABSOLUTE = re.compile(r"(?<![\w.])/(?=(?:build|data|opt)\b)")
"""The first slash of a path of the image that does not exist here."""


@dataclass(frozen=True)
class Instruction:
    """An instruction, such as ``COPY``, and what follows it; its continuation lines are joined."""

    name: str
    text: str

    @property
    def words(self) -> list[str]:
        """The words of the text, without options such as ``--from=build``."""
        return [word for word in shlex.split(self.text) if not word.startswith("--")]

    @property
    def source_stage(self) -> str | None:
        """The stage that a ``COPY`` copies from."""
        found = re.search(r"--from=(\S+)", self.text)
        return found.group(1) if found else None

    @property
    def arguments(self) -> list[str]:
        """The arguments of a command in exec form; raises ``ValueError`` if it is in shell form."""
        return list(json.loads(self.text[self.text.index("[") :]))

    @property
    def pairs(self) -> dict[str, str]:
        """The names and values of an ``ENV``."""
        return dict(word.split("=", 1) for word in self.words)


def instructions() -> list[Instruction]:
    """Read the Dockerfile of the repository."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    return [Instruction(*line.split(None, 1)) for line in re.sub(r"\\\n\s*", "", text).splitlines() if line]


def stages() -> list[list[Instruction]]:
    """Divide the instructions; each stage begins with its ``FROM``."""
    number = 0
    numbered = [(number := number + (each.name == "FROM"), each) for each in instructions()]
    return [[each for _, each in stage] for _, stage in groupby(numbered, key=lambda pair: pair[0])]


def is_ignored(path: str) -> bool:
    """Say whether .dockerignore keeps a file out: the last line that matches it, or a folder of it, counts."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    whole = PurePosixPath(path)
    names = [str(each) for each in (whole, *whole.parents)]
    ignored = False
    for line in (line for line in lines if line and not line.startswith("#")):
        glob = re.escape(line.lstrip("!")).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
        if any(re.fullmatch(glob, name) for name in names):
            ignored = not line.startswith("!")
    return ignored


def context(source: str) -> Iterator[str]:
    """Yield the files that a source of a ``COPY`` stands for."""
    start = ROOT / source
    for file in sorted(start.rglob("*")) if start.is_dir() else [start]:
        name = file.relative_to(ROOT).as_posix()
        if file.is_file() and not is_ignored(name):
            yield name


@dataclass
class Image:
    """An image in a folder. Each stage is made at ``root`` and moved later: a Python environment has full paths."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)
    work_dir: str = "/"
    entrypoint: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)

    @property
    def root(self) -> Path:
        """The folder that is the image's root."""
        return self.folder / "root"

    def build(self) -> None:
        """Carry out all instructions."""
        base = self.folder / "base" / "python"
        base.parent.mkdir()
        base.write_text(f'#!/bin/sh\nexec {sys._base_executable} "$@"\n', encoding="utf-8")  # type: ignore[attr-defined]
        base.chmod(0o700)
        for stage in stages():
            self.root.mkdir()
            self.work_dir, self.env = "/", {"PATH": f"{base.parent}{os.pathsep}{os.environ['PATH']}"}
            for instruction in stage:
                self._carry_out(instruction)
            if stage[0].words[1:2] == ["AS"]:
                self.root.rename(self.folder / stage[0].words[2])

    def here(self, text: str) -> str:
        """Put the folder before each path of the image in a text."""
        return _ABSOLUTE.sub(f"{self.root}/", text)

    def path(self, path: str) -> Path:
        """Return a path of the image here, from its working folder."""
        return self.root / str(PurePosixPath(self.work_dir) / path).lstrip("/")

    def _carry_out(self, instruction: Instruction) -> None:
        match instruction.name:
            case "RUN" if instruction.words[0] == "useradd":  # nobody may add users to this machine
                self.path("/data").mkdir(mode=0o700)
            case "RUN":
                self._run(instruction.text)
            case "COPY":
                self._copy(instruction)
            case "ENV":
                path = self.env["PATH"]
                self.env |= {name: self.here(value).replace("$PATH", path) for name, value in instruction.pairs.items()}
            case "WORKDIR":
                self.work_dir = instruction.text
                self.path(".").mkdir(parents=True, exist_ok=True)
            case "HEALTHCHECK":
                self.health = instruction.arguments
            case "ENTRYPOINT":
                self.entrypoint = instruction.arguments
            case "CMD":
                self.command = instruction.arguments

    def _run(self, text: str) -> None:
        done = subprocess.run(  # noqa: S603 - the Dockerfile's own commands
            ["/bin/sh", "-euc", self.here(text)],
            cwd=self.path("."),
            env=os.environ | self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def _copy(self, instruction: Instruction) -> None:
        *sources, target = instruction.words
        stage = instruction.source_stage
        for source in sources:
            if stage:
                shutil.copytree(self.folder / stage / source.lstrip("/"), self.path(target), symlinks=True)
                continue
            folder = source if (ROOT / source).is_dir() else ""  # its content is copied, not the folder itself
            for name in context(source):
                copied = self.path(target) / PurePosixPath(name).relative_to(folder)
                copied.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, copied)
