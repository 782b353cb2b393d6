"""compose.yaml and the files beside it agree with the Dockerfile, the settings and each other."""

import re
from typing import Any

import pytest
from ruamel.yaml import YAML
from support.dockerfile import ROOT, instructions

from bot.settings import Settings

COMPOSE: Any = YAML(typ="safe").load(ROOT / "compose.yaml")

SERVICES: dict[str, Any] = COMPOSE["services"]

SETTINGS = {name.upper() for name in Settings.model_fields}

OURS = {"WORKERS", "POSTGRES_PASSWORD", "COMPOSE_PROFILES"}
"""What .env may say to compose alone; the bot ignores it."""


def port(address: str) -> str:
    """Return the port of an address."""
    return address.rpartition(":")[2]


def text(name: str) -> str:
    """Read a file of the folder."""
    return (ROOT / "deploy" / name).read_text(encoding="utf-8")


def test_bot_alone_starts_by_default() -> None:
    """Without a profile there is the bot with SQLite; there is no second service that would run with its token."""
    assert ["bot"] == [name for name, service in SERVICES.items() if "profiles" not in service]
    assert {"database": ["postgresql"], "caddy": ["webhook"], "prometheus": ["monitoring"]} == {
        name: service["profiles"] for name, service in SERVICES.items() if "profiles" in service
    }


def test_names_are_settings() -> None:
    """Each name that the bot gets is a setting, and each that .env is asked for is a setting or explained."""
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text(encoding="utf-8")))
    page = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    assert set() == set(SERVICES["bot"]["environment"]) - SETTINGS
    assert set() == asked - SETTINGS - OURS
    assert [] == [name for name in sorted(OURS) if f"{name}=" not in page]


def test_example_for_postgresql_is_read() -> None:
    """The settings that docs/deploy.md gives for PostgreSQL and the webhook are known, and right."""
    page = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    given = dict(line.split("=", 1) for line in re.findall(r"^ {4}([A-Z_]+=\S+)$", page, re.MULTILINE))
    known = {name.lower(): value for name, value in given.items() if name in SETTINGS}
    assert (set(), True) == (set(given) - SETTINGS - OURS, len(known) >= 3)
    assert given["WEBHOOK_URL"] == Settings.model_validate(known).webhook_url
    assert set(given["COMPOSE_PROFILES"].split(",")) == {
        each for service in SERVICES.values() for each in service.get("profiles", ())
    }
    database = SERVICES["database"]["environment"]
    expected = (
        f"postgresql+asyncpg://{database['POSTGRES_USER']}:${{POSTGRES_PASSWORD}}@database/{database['POSTGRES_DB']}"
    )
    assert expected == given["DATABASE_URL"]


def test_data_is_on_volumes() -> None:
    """What must outlive a container is on a named volume; the rest of each file system that we fill is read-only."""
    mounted = {name: [each for each in service["volumes"] if each[0] != "."] for name, service in SERVICES.items()}
    named = {each.split(":")[0] for volumes in mounted.values() for each in volumes}
    assert set(COMPOSE["volumes"]) == named
    assert ["data:/data"] == mounted["bot"]
    assert ["database"] == [name for name, service in SERVICES.items() if not service.get("read_only")]


def test_files_are_there() -> None:
    """Each file that a service gets from the repository exists, and cannot be changed by it."""
    files = [each for service in SERVICES.values() for each in service["volumes"] if each.startswith(".")]
    assert [] == [each for each in files if not (ROOT / each.split(":")[0]).is_file() or not each.endswith(":ro")]
    assert len(files) == 3


def test_images_are_pinned() -> None:
    """Each image has a version, and no registry is named."""
    images = [service["image"] for service in SERVICES.values()]
    assert [] == [image for image in images if not re.fullmatch(r"(?:[a-z]+/)?[a-z-]+:(?:local|v?\d[\w.-]*)", image)]


@pytest.mark.parametrize("name", SERVICES)
def test_services_have_no_more_rights_than_needed(name: str) -> None:
    """No service is privileged or gets new rights; all but the database drop those of root."""
    service = SERVICES[name]
    dropped = [] if name == "database" else ["ALL"]
    assert ("unless-stopped", ["no-new-privileges:true"], dropped) == (
        service["restart"],
        service["security_opt"],
        service.get("cap_drop", []),
    )
    assert set() == service.keys() & {"privileged", "pid", "ipc", "network_mode", "devices"}


def test_ports_agree() -> None:
    """Caddy and Prometheus ask the ports on which the bot listens, and the image names both."""
    environment = SERVICES["bot"]["environment"]
    (exposed,) = [each.words for each in instructions() if each.name == "EXPOSE"]
    (env,) = [each.pairs for each in instructions() if each.name == "ENV"]
    hook, health = port(environment["WEBHOOK_LISTEN"]), port(environment["HEALTH_LISTEN"])
    (scraped,) = YAML(typ="safe").load(text("prometheus.yaml"))["scrape_configs"][0]["dns_sd_configs"]
    assert [hook, health] == exposed
    assert (env["HEALTH_LISTEN"], env["DATA_DIR"]) == (environment["HEALTH_LISTEN"], environment["DATA_DIR"])
    assert (["bot"], int(health)) == (scraped["names"], scraped["port"])
    assert f"dynamic a bot {hook}\n" in text("Caddyfile")


def test_only_the_webhook_is_public() -> None:
    """The bot and the database have no port on the machine, Prometheus only for the machine itself."""
    ports = {name: service.get("ports", []) for name, service in SERVICES.items()}
    assert {"bot": [], "database": [], "caddy": ["80:80", "443:443"], "prometheus": ["127.0.0.1:9090:9090"]} == ports
    assert ["\t\tmethod POST", "\t\tpath /"] == text("Caddyfile").partition("@update {\n")[2].splitlines()[:2]
    assert COMPOSE["networks"]["database"]["internal"]
    assert ["database"] == SERVICES["database"]["networks"]


def test_stop_has_time() -> None:
    """The bot gets more than the 10 s that it may need."""
    assert int(SERVICES["bot"]["stop_grace_period"].removesuffix("s")) > 10
