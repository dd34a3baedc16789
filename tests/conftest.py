"""Settings for every test: how many random histories Hypothesis draws, and that they are the same in every run."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

NEVER_MIND = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile(
    "usual", deadline=None, derandomize=True, database=None, max_examples=40, suppress_health_check=NEVER_MIND
)
settings.register_profile(
    "proofs", deadline=None, database=None, max_examples=2000, print_blob=True, suppress_health_check=NEVER_MIND
)
settings.register_profile("unshrunk", settings.get_profile("usual"), phases=[Phase.generate])
settings.load_profile("usual")
