"""The cost of an export of all approved practices, in a separate process: size, seconds, peak memory."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.speed.processes import ROOT

FORMATS = ("json", "xlsx")


def exported(url: str, folder: Path) -> dict[str, float]:
    """Export in each format."""
    figures: dict[str, float] = {}
    found = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
    for form in FORMATS:
        out = folder / f"out.{form}"
        child = (sys.executable, "-m", "benchmarks.exports.writing", url, str(folder / "data"), form, str(out))
        told = subprocess.run(child, check=True, capture_output=True, text=True, env=found).stdout  # noqa: S603 - ourselves
        seconds, peak = told.split()
        figures[f"{form}, MB"] = out.stat().st_size / 1e6
        figures[f"{form}, s"] = float(seconds)
        figures[f"{form}, peak MiB"] = int(peak) / 1024
    return figures
