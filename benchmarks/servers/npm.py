"""Packages of the npm registry, installed on demand into a folder that git ignores."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / ".npm"
VERSIONS = {
    "autocannon": "8.0.0",
    "json-server": "0.17.4",
    "@mockoon/cli": "9.9.0",
    "@stoplight/prism-cli": "5.16.0",
    "wiremock": "3.13.2",
}


def absent() -> str:
    """Say what is missing to use any of them; nothing if nothing is."""
    missing = [tool for tool in ("node", "npm") if shutil.which(tool) is None]
    return f"{' and '.join(missing)} not found" if missing else ""


def install() -> None:
    """Install all that are not there yet. Raises CalledProcessError when the registry does not give them."""
    wanted = [f"{name}@{version}" for name, version in VERSIONS.items() if not (_home(name)).exists()]
    if wanted:
        quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run(["npm", "install", "--prefix", FOLDER, *quiet, *wanted], check=True, capture_output=True)


def command(name: str) -> list[str]:
    """Give what starts a package's command, by the command's name."""
    return ["node", str(FOLDER / "node_modules" / ".bin" / name)]


def file_of(name: str, pattern: str) -> Path:
    """Find a file that a package holds. Raises StopIteration when there is none."""
    return next(_home(name).glob(pattern))


def _home(name: str) -> Path:
    return FOLDER / "node_modules" / name
