"""Every feature file, bound for pytest: one test a scenario, and one a row of an outline."""

from pytest_bdd import scenarios

scenarios(".")
