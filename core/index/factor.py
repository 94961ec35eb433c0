"""One-factor maximum-likelihood factor analysis, for weights of indicators that measure one thing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

LEAST_UNIQUENESS = 0.005
"""The bound below which no indicator's own variance may fall; an indicator at it is a Heywood case."""

SINGULAR = 1e-10
"""Least eigenvalue of a correlation matrix below which one indicator follows from the others."""

SHARED = 1e-6
"""Loading from which on an indicator has part in the factor; a factor of one indicator alone is none."""


@dataclass(frozen=True, eq=False)
class Factor:
    """The first maximum-likelihood factor of some indicators.

    loadings: (n_indicators,), signed so that they sum above 0. communalities: (n_indicators,), share of each
    indicator's variance that the factor explains. heywood: (n_indicators,) whether it stands at the bound.
    areas: complete areas it was found from.
    """

    loadings: np.ndarray
    communalities: np.ndarray
    heywood: np.ndarray
    areas: int


def first_factor(scores: np.ndarray) -> Factor | None:
    """The first factor of standardised indicators, over the areas that have them all.

    None where there is none to be found: too few complete areas, an indicator that follows from the others, or
    indicators that have nothing in common.

    scores: (n_areas, n_indicators), at least three columns, none constant; rows with NaN are left out.
    Maximises the likelihood over the uniquenesses, each between 0.005 and 1 (Joreskog 1967, doi 10.1007/BF02289658).
    """
    from scipy.optimize import minimize

    missing = np.isnan(scores).any(axis=1)
    complete = scores[~missing] if missing.any() else scores
    k = scores.shape[1]
    if len(complete) <= k or (complete.min(axis=0) == complete.max(axis=0)).any():
        return None
    correlation = np.corrcoef(complete, rowvar=False)
    values, vectors = np.linalg.eigh(correlation)
    if values[0] < SINGULAR:
        return None
    of_the_inverse = (vectors**2 / values).sum(axis=1)
    start = np.clip((1.0 - 0.5 / k) / of_the_inverse, LEAST_UNIQUENESS, 1.0)
    found = minimize(
        _misfit,
        start,
        args=(correlation,),
        jac=True,
        method="L-BFGS-B",
        bounds=[(LEAST_UNIQUENESS, 1.0)] * k,
        options={"ftol": 1e-14, "gtol": 1e-10, "maxiter": 1000},
    )
    loadings, _ = _loadings(found.x, correlation)
    if np.count_nonzero(np.abs(loadings) > SHARED) < 2:
        return None
    if loadings.sum() < 0:
        loadings = -loadings
    heywood = found.x <= LEAST_UNIQUENESS * 1.001
    return Factor(loadings, loadings**2, heywood, len(complete))


def _loadings(unique: np.ndarray, correlation: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The best loadings for given uniquenesses, and the eigenvalues that they leave over."""
    scale = 1.0 / np.sqrt(unique)
    values, vectors = np.linalg.eigh(correlation * np.outer(scale, scale))
    return np.sqrt(unique) * vectors[:, -1] * np.sqrt(max(values[-1] - 1.0, 0.0)), values[:-1]


def _misfit(unique: np.ndarray, correlation: np.ndarray) -> tuple[float, np.ndarray]:
    """The likelihood discrepancy with its gradient by the uniquenesses; smaller is better."""
    loadings, rest = _loadings(unique, correlation)
    # A correlation matrix has 1 on its diagonal.
    return float(np.sum(rest - np.log(rest) - 1.0)), (loadings**2 + unique - 1.0) / unique**2
