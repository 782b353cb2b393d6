"""The container: rules for its Dockerfile, what gets into it, and each of its commands in a clean folder."""

import asyncio
import os
import signal
import socket
import tomllib
from asyncio.subprocess import DEVNULL, create_subprocess_exec

import pytest
from pydantic import SecretStr
from support.dockerfile import ROOT, Image, Instruction, context, instructions, is_ignored, stages

from bot.sandbox import Sandbox
from bot.settings import Settings

EXEC_FORM = ("CMD", "ENTRYPOINT", "HEALTHCHECK", "VOLUME")


def named(name: str, stage: int | None = None) -> list[Instruction]:
    """List the instructions of that name, in one stage or in all."""
    found = instructions() if stage is None else stages()[stage]
    return [each for each in found if each.name == name]


def copied() -> list[str]:
    """List what is copied from the repository."""
    return [source for each in named("COPY") if not each.source_stage for source in each.words[:-1]]


def test_base_is_pinned() -> None:
    """Both stages begin from one image, by its version; no registry is named."""
    bases = {each.words[0] for each in named("FROM")}
    (base,) = bases
    name, _, tag = base.partition(":")
    assert ("python", True, 2) == (name, tag.startswith("3."), len(named("FROM")))


def test_base_is_a_python_that_the_project_wants() -> None:
    """The image has the oldest Python of pyproject.toml: the one that every test ran on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert named("FROM")[0].words[0].startswith(f"python:{oldest}-slim")


def test_user_is_not_root() -> None:
    """The last stage ends with a user of its own, by number, so that a platform can see that it is not root."""
    (user,) = named("USER", stage=-1)
    (made,) = named("RUN", stage=-1)
    number = user.text.split(":")[0]
    assert (True, True) == (int(number) >= 10_000, f"--uid {number}" in made.text)


@pytest.mark.parametrize("name", EXEC_FORM)
def test_commands_are_in_exec_form(name: str) -> None:
    """There is one of each, without a shell that would keep a signal to itself."""
    (only,) = named(name)
    assert only.arguments


def test_packages_are_locked_wheels() -> None:
    """Packages come from the lock, by their hashes, as wheels; nothing else is installed or fetched."""
    runs = [each.text for each in named("RUN")]
    installs = [run for run in runs if "pip install" in run]
    locked, own = installs
    assert "--no-deps --only-binary :all: --require-hashes --requirement requirements.lock" in locked
    assert "--no-deps --no-index --no-build-isolation ." in own
    assert [] == [run for run in runs for word in ("apt", "curl", "wget", "sudo", "gcc") if word in run.split()]
    assert [] == named("ADD")


def test_code_comes_after_packages() -> None:
    """A change of the code does not install the packages again."""
    build = stages()[0]
    install = next(number for number, each in enumerate(build) if "--require-hashes" in each.text)
    before = [source for each in build[:install] if each.name == "COPY" for source in each.words[:-1]]
    assert ["requirements.lock"] == before


def test_sources_exist_and_are_in_the_context() -> None:
    """Each source of a COPY has a file that .dockerignore lets through."""
    assert [] == [source for source in copied() if not any(context(source))]


def test_package_is_whole() -> None:
    """All that pyproject.toml names is copied: the packages, the readme, the licence, the manual page."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"].get("hatch", {}).get("build", {}).get("targets", {}).get("wheel", {})
    files = {"LICENSE", "pyproject.toml", project["project"]["readme"], *wheel.get("shared-data", ())}
    packages = {f"{each}/" for each in project["tool"]["importlinter"]["root_packages"]}
    assert set() == packages - set(copied())
    assert set() == files - {file for source in copied() for file in context(source)}


@pytest.mark.parametrize(
    "path",
    [".env", ".git/config", "practices.db", "data/ab/abcd", "tests/conftest.py", "bot/__pycache__/app.pyc", ".venv/x"],
)
def test_private_files_stay_out(path: str) -> None:
    """No token, no database, no attachment and no cache gets into an image."""
    assert is_ignored(path)


def test_image_has_no_secret() -> None:
    """No setting that is a secret has a value in the image; all others that it sets are settings of the bot."""
    names = {name for each in named("ENV") for name in each.pairs} | {each.text for each in named("ARG")}
    secret = {name.upper() for name, field in Settings.model_fields.items() if SecretStr in _types(field.annotation)}
    assert ({"BOT_TOKEN", "WEBHOOK_SECRET"}, set()) == (secret, names & secret)
    assert {"PATH"} == names - {name.upper() for name in Settings.model_fields}


def _types(annotation: object) -> tuple[object, ...]:
    return getattr(annotation, "__args__", (annotation,))


def test_data_is_on_the_volume() -> None:
    """Database and attachments are on the volume, which is also the working folder: relative paths are there, too."""
    (env,), (volume,), (folder,) = named("ENV"), named("VOLUME"), named("WORKDIR", stage=-1)
    assert ["/data"] == volume.arguments == [folder.text]
    assert ("sqlite+aiosqlite:////data/practices.db", "/data/data") == (
        env.pairs["DATABASE_URL"],
        env.pairs["DATA_DIR"],
    )


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Image:
    """Carry out the Dockerfile in a clean folder."""
    image = Image(tmp_path_factory.mktemp("image"))
    image.build()
    return image


def free() -> str:
    """Name a free address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"127.0.0.1:{server.getsockname()[1]}"


async def ends(image: Image, arguments: list[str], env: dict[str, str]) -> int:
    """Run a command in the image to its end; return its exit code."""
    process = await create_subprocess_exec(*arguments, cwd=image.path("."), env=env, stderr=DEVNULL)
    return await process.wait()


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_image_runs(image: Image) -> None:
    """The command starts the bot, the health check holds, SIGTERM ends it within 10 s; all data is on the volume."""
    async with Sandbox() as sandbox:
        env = image.env | {"HEALTH_LISTEN": free(), "BOT_TOKEN": sandbox.token, "BOT_API_URL": sandbox.base_url}
        assert 1 == await ends(image, image.health, env)
        process = await create_subprocess_exec(
            *image.entrypoint, *image.command, cwd=image.path("."), env=env, stderr=DEVNULL
        )
        anna = sandbox.person("Anna Example")
        await anna.says("/start")
        await sandbox.until(lambda: anna.messages[-1].sender == "bot", timeout=60)
        healthy = await ends(image, image.health, env)
        process.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(process.wait(), 10)
    assert (0, 0, True, True) == (
        healthy,
        code,
        image.path("practices.db").is_file(),
        image.path("data").is_dir(),
    )


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_image_has_what_it_needs_and_no_more(image: Image) -> None:
    """No installer, no build tool, no lock and no test is in the image; every command starts from the package alone."""
    found = {each.name.split("-")[0].lower() for each in image.path("/opt/practice-bot").glob("lib/*/site-packages/*")}
    assert set() == found & {"pip", "setuptools", "hatchling", "tests", "pytest", "ruff"}
    assert {"data", "opt"} == {each.name for each in image.root.iterdir()}
    assert 0 == await ends(image, [*image.entrypoint, "--version"], image.env)


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_wrong_setting_ends_with_2(image: Image) -> None:
    """A container without a token says so and ends."""
    assert 2 == await ends(image, [*image.entrypoint, *image.command], image.env | {"HOME": os.fspath(image.root)})
