"""Turn measurements into tables: medians, and their ratio to the least that Streamlit can do."""

from __future__ import annotations

import os
from dataclasses import asdict
from statistics import mean, median
from typing import Any

from bench.measure import Sample
from bench.readers import READERS, p95
from bench.rounds import PageResults, Results
from bench.start import EMPTY, Start

# What was agreed to reach: ratio to the empty page, except `drawn`, which is compared with the page of bare charts.
LIMITS = {"words": 1.4, "drawn": 1.0, "switch": 0.6, "filter": 0.6}
QUERY_LIMIT_MS = 50.0
INTAKE_LIMIT = 10.0  # times what the parser alone needs
READERS_LIMIT = 3.0  # times the p95 while nobody publishes
OPENING_LIMIT = 1.3
START_LIMITS = {"publications": 40.0, "query": 80.0, "stoplicht": 120.0}  # times an interpreter that does nothing

_HEADS: tuple[str, ...] = ("page", "words", "/empty", "drawn", "/charts", "switch", "/empty", "filter", "/empty")
_COSTS: tuple[str, ...] = (
    "page",
    "CPU load",
    "switch",
    "filter",
    "first visit kB",
    "of which session",
    "switch kB",
    "filter kB",
)


def report(
    results: Results | None,
    queries: dict[str, list[float]],
    opened: list[tuple[float, float]],
    intake: dict[str, float],
    readers: dict[str, list[float]],
    starts: dict[str, list[Start]],
    rounds: int,
) -> str:
    """Everything that a reader needs, as plain text."""
    parts = []
    if results:
        parts += [_times(results, rounds), _costs(results), _verdict(results)]
    if queries:
        parts.append(_queries(queries))
    if opened:
        parts.append(_opened(opened))
    if intake:
        parts.append(_intake(intake))
    if readers:
        parts.append(_readers(readers))
    if starts:
        parts.append(_starts(starts))
    return "\n\n".join(parts)


def ratios(results: Results, page: PageResults) -> dict[str, float | None]:
    """The four numbers that LIMITS is about; None where a page has nothing to measure.

    Each is the median of the ratios per round: what was measured within the same seconds is compared with each other, so a
    machine that is busy for a minute does not tilt the outcome.
    """
    empty, charts = results.empty.load, results.charts.load
    return {
        "words": _ratio(page.load, empty, "words"),
        "drawn": _ratio(page.load, charts, "drawn"),
        "switch": _ratio(page.switch, empty, "drawn"),
        "filter": _ratio(page.filter, empty, "drawn"),
    }


def as_json(
    results: Results | None,
    queries: dict[str, list[float]],
    opened: list[tuple[float, float]],
    intake: dict[str, float],
    readers: dict[str, list[float]],
    starts: dict[str, list[Start]],
) -> dict[str, Any]:
    """Every single measurement, for whoever wants to look closer."""
    return {
        "pages": asdict(results) if results else None,
        "queries_ms": queries,
        "opening_ms": opened,
        "intake_seconds": intake,
        "readers_seconds": readers,
        "starts_ms": {name: [asdict(start) for start in found] for name, found in starts.items()},
    }


def _times(results: Results, rounds: int) -> str:
    rows = [_HEADS]
    for page in (results.empty, results.charts, *results.pages):
        ratio = ratios(results, page)
        times = {"words": page.load, "drawn": page.load, "switch": page.switch, "filter": page.filter}
        cells = [
            (_number(_median(samples, "words" if name == "words" else "drawn")), _number(ratio[name], 2))
            for name, samples in times.items()
        ]
        rows.append((page.name, *(text for cell in cells for text in cell)))
    return (
        f"Milliseconds, median of {rounds}: words and figures stand, everything drawn, another page within the session,\n"
        "another filter; with the ratio to the empty page or to the page of four bare charts in the same round.\n"
        f"Load of the machine over the last quarter of an hour: {os.getloadavg()[2]:.1f} on {os.cpu_count()} cores.\n\n"
        f"{_table(rows)}"
    )


def _costs(results: Results) -> str:
    rows = [_COSTS, *(_cost(page) for page in (results.empty, results.charts, *results.pages))]
    return f"Server CPU per rerun (mean, ms) and bytes over the wire.\n\n{_table(rows)}"


def _cost(page: PageResults) -> tuple[str, ...]:
    return (
        page.name,
        *(_number(_cpu(samples)) for samples in (page.load, page.switch, page.filter)),
        _kilobytes(page.first_visit.files + page.first_visit.messages),
        _kilobytes(page.first_visit.messages),
        _kilobytes(page.switch_bytes),
        _kilobytes(page.filter_bytes),
    )


def _verdict(results: Results) -> str:
    lines = ["Against what was agreed (worst page):"]
    for name, limit in LIMITS.items():
        found = [(ratio, page.name) for page in results.pages if (ratio := ratios(results, page)[name]) is not None]
        if not found:
            lines.append(f"  {name:<8} nothing measured")
            continue
        worst, page = max(found)
        over = sum(ratio > limit for ratio, _ in found)
        lines.append(
            f"  {name:<8} {worst:.2f} (limit {limit}) on {page}; {len(found) - over} of {len(found)} pages within"
        )
    return "\n".join(lines)


def _queries(queries: dict[str, list[float]]) -> str:
    slowest = sorted(queries.items(), key=lambda item: max(item[1]), reverse=True)
    rows: list[tuple[str, ...]] = [
        ("query", "median ms", "max ms"),
        *((n, _number(median(t), 1), _number(max(t), 1)) for n, t in slowest),
    ]
    over = [name for name, times in slowest if max(times) > QUERY_LIMIT_MS]
    verdict = f"Over {QUERY_LIMIT_MS:.0f} ms: {', '.join(over) or 'none'} of {len(queries)} queries."
    return f"Queries on the example store, default parameters, slowest first.\n\n{_table(rows)}\n\n{verdict}"


def _intake(intake: dict[str, float]) -> str:
    """A large delivery, read, checked and compared, against parsing it and nothing more."""
    ratio = (intake["check"] + intake["compare"]) / intake["parse"]
    return (
        f"Delivery of 100,000 rows: parsing alone {intake['parse']:.1f} s, reading and checking {intake['check']:.1f} s, "
        f"comparing {intake['compare']:.1f} s; together {ratio:.1f} x parsing (limit {INTAKE_LIMIT:.0f})."
    )


def _opened(pairs: list[tuple[float, float]]) -> str:
    """What the fingerprints add to opening a publication: the median of the ratios per pair, in CPU time."""
    ratio = median(checked / bare for checked, bare in pairs)
    return (
        f"Opening a publication: {median(checked for checked, _ in pairs):.0f} ms of CPU with its fingerprints checked, "
        f"{median(bare for _, bare in pairs):.0f} ms without; {ratio:.2f} x (limit {OPENING_LIMIT})."
    )


def _readers(readers: dict[str, list[float]]) -> str:
    """How long readers wait while somebody publishes every few seconds, against while nobody does."""
    quiet, publishing = (readers[name] for name in ("quiet", "publishing"))
    return (
        f"{READERS} readers: p95 of a page {p95(quiet):.2f} s ({len(quiet)} runs), while somebody publishes every few seconds "
        f"{p95(publishing):.2f} s ({len(publishing)} runs); {p95(publishing) / p95(quiet):.1f} x (limit {READERS_LIMIT:.0f})."
    )


def _starts(starts: dict[str, list[Start]]) -> str:
    """A command as a whole process, against an interpreter that does nothing: the median of the ratios per round, in CPU
    time, because waiting for a busy machine says nothing of a command.
    """
    rows: list[tuple[str, ...]] = [("command", "ms", "CPU ms", "/empty", "limit")]
    for name, found in starts.items():
        ratio = median(one.cpu / empty.cpu for one, empty in zip(found, starts[EMPTY], strict=True))
        wall, cpu = median(one.wall for one in found), median(one.cpu for one in found)
        rows.append((name, _number(wall), _number(cpu), _number(ratio), _number(START_LIMITS.get(name))))
    return f"Cold start of a command, whole processes, medians; the ratio in CPU time.\n\n{_table(rows)}"


def _median(samples: list[Sample], name: str) -> float | None:
    values = [value for sample in samples if (value := getattr(sample, name)) is not None]
    return median(values) if values else None


def _cpu(samples: list[Sample]) -> float | None:
    return mean(sample.cpu for sample in samples) if samples else None


def _ratio(samples: list[Sample], base: list[Sample], name: str) -> float | None:
    pairs = [(getattr(sample, name), getattr(other, name)) for sample, other in zip(samples, base, strict=False)]
    found = [value / other for value, other in pairs if value is not None and other]
    return median(found) if found else None


def _number(value: float | None, decimals: int = 0) -> str:
    return "-" if value is None else f"{value:.{decimals}f}"


def _kilobytes(size: int | None) -> str:
    return "-" if size is None else f"{size / 1000:.0f}"


def _table(rows: list[tuple[str, ...]]) -> str:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
