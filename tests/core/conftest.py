from __future__ import annotations

from hypothesis import settings

# No deadline: how long an example takes depends on the machine. The same examples in every run.
settings.register_profile("core", deadline=None, max_examples=100, derandomize=True, database=None)
settings.load_profile("core")
