"""The features judge any Otus that can be driven, and tell one that does not do what the article says."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from simulator.cli.main import main
from simulator.clock import Instant
from simulator.errors import BadInput
from simulator.library import otus_named
from simulator.resources import resources
from simulator.roster import DistrictId
from simulator.rules.reading import Reading
from simulator.simulation.district import DistrictPlan
from simulator.simulation.driver import OtusDriver, SyncReport
from simulator.simulation.fake_otus import FakeOtus

TICKET = str(resources("features") / "tickets" / "01_vanished_overnight.feature")


class ForgivingOtus(FakeOtus):
    """An Otus with a defect: its sync leaves students whom somebody added by hand."""

    def sync(self, at: Instant, clever: Reading) -> SyncReport:
        added = dict(self.holdings.by_hand)
        report = super().sync(at, clever)
        self.holdings.by_hand.update(added)
        return report


def ours(district: DistrictId, plan: DistrictPlan) -> OtusDriver:
    return FakeOtus()


def forgiving(district: DistrictId, plan: DistrictPlan) -> OtusDriver:
    return ForgivingOtus()


def run(otus: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["run", TICKET, "--otus", f"{__name__}:{otus}"])
    return result.exit_code, result.output


def test_an_otus_that_does_what_the_article_says_passes() -> None:
    exit_status, told = run("ours")

    assert (exit_status, "2 passed, 0 failed" in told) == (0, True)


def test_an_otus_that_does_not_is_told_in_the_words_of_the_feature() -> None:
    exit_status, told = run("forgiving")

    assert exit_status == 1
    assert '✘ And on Wednesday at 08:00, "Leo Park" is not in "Algebra 1 (Ito, period 3)" in Otus' in told


@pytest.mark.parametrize("name", ["", "nowhere", "nowhere:at_all", "json:no_such_function"])
def test_an_otus_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="the Otus"):
        otus_named(name)
