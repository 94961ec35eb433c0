"""Shrinking the rates of small areas towards their district's."""

from __future__ import annotations

import numpy as np


def shrunk_rates(events: np.ndarray, people: np.ndarray, district: np.ndarray) -> np.ndarray:
    """Empirical-Bayes rates: each area's logit is drawn towards its district's, the more so the fewer its people.

    events, people: (n_areas,) counts, NaN where missing. district: (n_areas,) whole numbers from 0, the district of
    each area. Returns (n_areas,) rates from 0 to 1; NaN where events or people are missing. An area without people, and
    the areas of a district of one or without variation between its areas, get the district's rate; a district without
    people has none, and its areas stay missing.
    Source: structure as published (Scottish Indices of Deprivation 2003, appendix 1); expressions in standard form.
    """
    known = ~np.isnan(events) & ~np.isnan(people)
    of, r, n = district[known], events[known], people[known]
    size = int(district.max(initial=-1)) + 1
    people_there = np.bincount(of, n, size)
    district_logit = np.where(people_there > 0, _logit(np.bincount(of, r, size), people_there), np.nan)
    with_people = n > 0
    own = np.where(with_people, _logit(r, n), 0.0)
    precision = np.zeros(len(r))
    precision[with_people] = 1.0 / _variance(r[with_people], n[with_people])
    away = np.where(with_people, (own - district_logit[of]) ** 2, 0.0)
    areas = np.bincount(of, with_people.astype(float), size)
    with np.errstate(invalid="ignore", divide="ignore"):
        between = np.where(areas > 1, np.bincount(of, away, size) / (areas - 1), 0.0)
        weight = np.where(between[of] > 0, precision / (precision + 1.0 / between[of]), 0.0)
    shrunk = weight * own + (1.0 - weight) * district_logit[of]
    rates = np.full(len(events), np.nan)
    rates[known] = 1.0 / (1.0 + np.exp(-shrunk))
    return rates


def _logit(events: np.ndarray, people: np.ndarray) -> np.ndarray:
    """Empirical logit ln((r + 0.5) / (n - r + 0.5)), finite at 0 and at n events."""
    return np.asarray(np.log((events + 0.5) / (people - events + 0.5)))


def _variance(events: np.ndarray, people: np.ndarray) -> np.ndarray:
    """Sampling variance of the empirical logit."""
    return np.asarray((people + 1) * (people + 2) / (people * (events + 1) * (people - events + 1)))
