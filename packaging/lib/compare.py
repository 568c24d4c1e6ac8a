# SPDX-FileCopyrightText: 2026 The Headgate authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the bench programs in turn for some rounds and compares the medians with tests/bench/limits.tsv.

    compare.py LIMITS ROUNDS PROGRAM...

Ends with 0 when every measure was answered and none misses its "must".
"""
import statistics
import subprocess
import sys
from pathlib import Path

COMBINE = {
    "ratio": lambda value, reference: value / reference,
    "plus": lambda value, reference: value - reference,
    "value": lambda value, reference: value,
}


def read_limits(path):
    rows = [line.split("\t") for line in Path(path).read_text().splitlines() if line and not line.startswith("#")]
    return {row[0]: {"kind": row[1], "unit": row[2], "must": float(row[3]), "aim": float(row[4]), "title": row[5]}
            for row in rows}


def run_round(program, limits, figures):
    """Adds what one run of the program prints; a program that fails is said and leaves its measures unanswered."""
    run = subprocess.run([program], stdout=subprocess.PIPE, text=True)
    if run.returncode != 0:
        print(f"{Path(program).name} ended with {run.returncode}", file=sys.stderr)
        return
    for line in run.stdout.splitlines():
        measure, value, reference = line.split("\t")
        kind = limits[measure]["kind"]
        figures.setdefault(measure, []).append(COMBINE[kind](float(value), float(reference)))


def verdict(limit, median):
    if median > limit["must"]:
        return "FAIL"
    return "PASS, aim met" if median <= limit["aim"] else "PASS"


def report(limits, figures):
    """Prints the table and tells whether all is well."""
    well = True
    width = max(len(limit["title"]) for limit in limits.values())
    print(f"{'what':{width}}  {'median':>10}  {'spread':>15}  {'must':>8}  {'aim':>8}")
    for measure, limit in limits.items():
        values = figures.get(measure)
        if not values:
            well = False
            print(f"{limit['title']:{width}}  {'–':>10}  {'':>15}  {limit['must']:>8g}  {limit['aim']:>8g}  NOT MEASURED")
            continue
        median = statistics.median(values)
        word = verdict(limit, median)
        well = well and word != "FAIL"
        spread = f"{min(values):.2f} … {max(values):.2f}"
        print(f"{limit['title']:{width}}  {median:>7.2f} {limit['unit']:<2}  {spread:>15}"
              f"  {limit['must']:>8g}  {limit['aim']:>8g}  {word}")
    return well


def main(limits_path, rounds, *programs):
    limits = read_limits(limits_path)
    figures = {}
    for number in range(int(rounds)):
        for program in programs:
            print(f"round {number + 1} of {rounds}: {Path(program).name}", file=sys.stderr)
            run_round(program, limits, figures)
    return 0 if report(limits, figures) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
