"""Factor weights against an independent program, and where there is no factor to be found."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from builders import NAN, read_reference
from factor_analyzer import FactorAnalyzer

from cni_mapper.core.index.factor import LEAST_UNIQUENESS, first_factor
