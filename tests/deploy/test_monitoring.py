"""The alert rules and the dashboard: each figure that they name is one that the bot gives."""

import json
import re
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from prometheus_client.parser import text_string_to_metric_families
from ruamel.yaml import YAML
from support.dockerfile import ROOT

from bot.health import Health, Metrics, SendOutcome, TurnOutcome
from storage import Backlog, Waiting

PROMETHEUS = {"up"}
"""Figures of Prometheus itself."""

OPERATORS = {"and", "or", "unless"}

NOTHING = Waiting(0, None)


def read(name: str) -> Any:  # noqa: ANN401 - YAML of any form
    """Read a YAML file of the folder."""
    return YAML(typ="safe").load(ROOT / "deploy" / name)


RULES = [rule for group in read("alerts.yaml")["groups"] for rule in group["rules"]]

DASHBOARD = json.loads((ROOT / "deploy" / "grafana.json").read_text(encoding="utf-8"))

PANELS = DASHBOARD["panels"]

EXPRESSIONS = [rule["expr"] for rule in RULES] + [each["expr"] for panel in PANELS for each in panel["targets"]]


@pytest.fixture(scope="module")
def figures() -> set[str]:
    """Name all figures of the page /metrics."""
    metrics = Metrics()
    metrics.called("sendMessage", "RetryAfter")
    page = metrics.page(Health("ok", datetime.now(UTC), Backlog(NOTHING, NOTHING))).decode()
    return {sample.name for family in text_string_to_metric_families(page) for sample in family.samples}


def names(expression: str) -> set[str]:
    """Name the figures of an expression: what is no function, no label and no text."""
    bare = re.sub(r"\w+ by \([^)]*\)|\{[^}]*\}|\[[^\]]*\]", "", expression)
    return set(re.findall(r"[a-z_]\w*\b(?!\s*\()", bare)) - OPERATORS


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_figures_are_there(figures: set[str], expression: str) -> None:
    """The bot gives each figure; a name of none would be an alert that never comes, or an empty panel."""
    assert set() == names(expression) - figures - PROMETHEUS
    assert names(expression)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_outcomes_are_there(expression: str) -> None:
    """An outcome that is asked for is one that the bot counts."""
    known = {"turns": get_args(TurnOutcome), "deliveries": get_args(SendOutcome)}
    asked = re.findall(r'practice_bot_(\w+?)_total\{outcome="([^"]+)"\}', expression)
    assert [] == [outcome for name, outcome in asked if outcome not in known[name]]
    assert len(asked) == expression.count("outcome=")


def test_every_figure_is_shown(figures: set[str]) -> None:
    """Each figure of the bot is on the dashboard or in an alert."""
    shown = {name for expression in EXPRESSIONS for name in names(expression)}
    histogram = {f"practice_bot_turn_seconds_{each}" for each in ("count", "sum")}
    assert set() == {name for name in figures if name.startswith("practice_bot_")} - histogram - shown


def test_alerts_say_what_is_wrong() -> None:
    """Each alert has a name of its own and a sentence, and is named in the operations page."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    alerts = [rule["alert"] for rule in RULES]
    assert len(set(alerts)) == len(alerts)
    assert [] == [rule["alert"] for rule in RULES if not rule["annotations"]["summary"].endswith(".")]
    assert [] == [alert for alert in alerts if f"`{alert}`" not in page]


def test_rules_watch_what_is_scraped() -> None:
    """Rules and panels ask for the job by the name that Prometheus gives it, and Prometheus reads the rules."""
    config = read("prometheus.yaml")
    (job,) = config["scrape_configs"]
    asked = {name for expression in EXPRESSIONS for name in re.findall(r'job="([^"]+)"', expression)}
    assert ({job["job_name"]}, ["alerts.yaml"]) == (asked, config["rule_files"])


def test_panels() -> None:
    """Each panel has a title and a sentence, asks the Prometheus that the reader chooses, and lies on no other."""
    (variable,) = DASHBOARD["templating"]["list"]
    source = {"type": "prometheus", "uid": f"${{{variable['name']}}}"}
    assert [] == [panel for panel in PANELS if not (panel["title"] and panel["description"])]
    assert [] == [each for panel in PANELS for each in (panel, *panel["targets"]) if each["datasource"] != source]
    assert len(PANELS) == len({panel["id"] for panel in PANELS})
    places = [place for panel in PANELS for place in cells(**panel["gridPos"])]
    assert len(set(places)) == len(places)
    assert max(x for x, _ in places) < 24


def cells(x: int, y: int, w: int, h: int) -> list[tuple[int, int]]:
    """List the cells of the grid that a panel covers."""
    return [(column, row) for column in range(x, x + w) for row in range(y, y + h)]
