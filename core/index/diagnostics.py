"""How well an index hangs together: coverage, shape and fit of each indicator, coherence of each domain."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ..errors import Notice, notice
from .engine import DomainResult, IndexResult


@dataclass(frozen=True)
class IndicatorDiagnostics:
    """One indicator in its domain.

    coverage: share of areas with a value of their own, 0 to 1. skewness: of those values (0 = even), None when not to
    be had. imputed, treated: areas filled in and changed. correlation: with the domain's combined score, -1 to 1; 0
    where either does not vary.
    weight: share of the domain, 0 to 1. loading, communality: of the domain's factor, where its weights come from one.
    """

    id: str
    title: str
    coverage: float
    skewness: float | None
    imputed: int
    treated: int
    correlation: float
    weight: float
    loading: float | None
    communality: float | None


@dataclass(frozen=True)
class DomainDiagnostics:
    """One domain of indicators.

    variance_explained: share of the indicators' variance that the factor explains, where there is one. alpha:
    Cronbach's, None for a single indicator. heywood: titles of indicators at the bound of the factor.
    """

    id: str
    title: str
    indicators: tuple[IndicatorDiagnostics, ...]
    variance_explained: float | None
    alpha: float | None
    heywood: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def diagnose(result: IndexResult) -> list[DomainDiagnostics]:
    """Diagnostics of every domain that is made of indicators, in the order of the definition."""
    return [_diagnose(part, result) for part in result.domains.values() if part.indicators]


def _diagnose(part: DomainResult, result: IndexResult) -> DomainDiagnostics:
    matrix = np.column_stack([one.scores for one in part.indicators])
    weights = np.asarray(part.weights)
    indicators = []
    for i, one in enumerate(part.indicators):
        raw = result.values.columns[one.indicator.id]
        present = raw[~np.isnan(raw)]
        indicators.append(
            IndicatorDiagnostics(
                one.indicator.id,
                one.indicator.title,
                len(present) / len(raw),
                _skewness(present),
                one.imputed,
                one.treated,
                _correlation(matrix[:, i], part.combined),
                float(weights[i]),
                None if part.factor is None else float(part.factor.loadings[i]),
                None if part.factor is None else float(part.factor.communalities[i]),
            )
        )
    heywood = (
        ()
        if part.factor is None
        else tuple(one.indicator.title for one, at_bound in zip(part.indicators, part.factor.heywood) if at_bound)
    )
    explained = None if part.factor is None else float(part.factor.communalities.mean())
    return DomainDiagnostics(
        part.domain.id, part.domain.title, tuple(indicators), explained, cronbach_alpha(matrix), heywood
    )


def _skewness(values: np.ndarray) -> float | None:
    """Third standardised moment (population form) of values (n,); None when they do not vary."""
    away = values - values.mean()
    spread = float(np.sqrt((away**2).mean()))
    return float((away**3).mean() / spread**3) if spread > 0 else None


def _correlation(left: np.ndarray, right: np.ndarray) -> float:
    both = ~np.isnan(left) & ~np.isnan(right)
    left, right = left[both], right[both]
    # Indicators that cancel out leave the last bits of a sum, whose correlation means nothing.
    if len(left) < 2 or not left.std() or right.std() < 1e-13 * left.std():
        return 0.0
    return float(np.corrcoef(left, right)[0, 1])


def cronbach_alpha(scores: np.ndarray) -> float | None:
    """Cronbach's alpha of standardised indicators (n_areas, n_indicators) over complete areas; None for one indicator.

    k / (k - 1) * (1 - sum of variances / variance of the sum). Source: Cronbach 1951, doi 10.1007/BF02310555.
    """
    k = scores.shape[1]
    complete = scores[~np.isnan(scores).any(axis=1)]
    if k < 2 or len(complete) < 2:
        return None
    total = complete.sum(axis=1).var()
    return float(k / (k - 1) * (1 - complete.var(axis=0).sum() / total)) if total > 0 else None


def diagnostic_notices(result: IndexResult, diagnostics: list[DomainDiagnostics]) -> list[Notice]:
    """What of the diagnostics the user should be told: indicators against their domain, imputation, Heywood cases, and
    how many areas with fewer indicators stand in decile 1."""
    notices = []
    for domain in diagnostics:
        for one in domain.indicators:
            if one.correlation < 0:
                about = {"indicator": one.title, "domain": domain.title, "r": f"{one.correlation:.2f}"}
                notices.append(notice("indicator_against_domain", **about))
            if one.imputed:
                notices.append(notice("values_imputed", indicator=one.title, count=one.imputed))
        notices += [notice("heywood_case", indicator=title, domain=domain.title) for title in domain.heywood]
    ready = [one.scores for part in result.domains.values() for one in part.indicators]
    if ready:
        fewer = np.isnan(np.column_stack(ready)).any(axis=1) & ~np.isnan(result.rank)
        worst = int(np.count_nonzero(fewer & (result.decile == 1)))
        if fewer.any():
            notices.append(notice("fewer_indicators", count=int(fewer.sum()), worst=worst))
    return notices
