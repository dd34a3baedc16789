"""Where the features and the sample districts are: in the package when installed, else in the checkout.

A wheel carries both folders inside the package; an editable install has them beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from simulator.errors import BadInput

PACKAGE = Path(__file__).parent


def resources(kind: Literal["features", "fixtures"]) -> Path:
    """Find the folder of the features or of the sample districts."""
    for folder in (PACKAGE / "_bundled" / kind, PACKAGE.parent / kind):
        if folder.is_dir():
            return folder
    raise BadInput(
        f"the folder of the {kind}",
        "neither the installed package nor a checkout around it has one",
        "Install the package again, or work in a checkout of the project",
    )
