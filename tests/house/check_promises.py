#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks docs/promises.md against the test run that just ended.

Each row is  | R1 | promise | shown by |  where "shown by" is "not yet" or names, separated by commas or spaces:
  `tst_name`             a test of CTest's that ran and passed
  `tst_name::function`   a function of a Qt Test that ran and passed, each of its data rows, none skipped
  `picture:name`         docs/pictures/name.png
Other words in the cell are for people. Every promise R1 to R42 has exactly one row.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import tree

PROMISES = [f"R{number}" for number in range(1, 43)]
ROW = re.compile(r"^\|\s*(R\d+)\s*\|(.*)\|(.*)\|\s*$")
NAME = re.compile(r"\bpicture:[\w-]+|\btst_\w+(?:::\w+)?")


def read_suite(junit):
    """CTest's own report: name of the test → whether it ran and passed."""
    passed = {}
    for case in ElementTree.parse(junit).getroot().iter("testcase"):
        ok = case.get("status") == "run" and case.find("failure") is None and case.find("skipped") is None
        passed[case.get("name")] = ok
    return passed


def read_functions(results):
    """Qt Test's reports: (test, function) → whether every data row ran and passed."""
    passed = {}
    for report in sorted(results.glob("*.xml")):
        try:
            root = ElementTree.parse(report).getroot()
        except ElementTree.ParseError:
            continue  # a test that crashed leaves half a report: CTest counts it as failed
        for case in root.iter("testcase"):
            function = case.get("name").split("(")[0]
            bad = any(case.find(tag) is not None for tag in ("failure", "error", "skipped"))
            key = (report.stem, function)
            passed[key] = passed.get(key, True) and not bad
    return passed


def check(text, suite, functions, pictures):
    """The findings for the page `text`; `pictures` is the folder that holds the pictures."""
    seen = {}
    for number, line in enumerate(text.split("\n"), start=1):
        row = ROW.match(line)
        if not row:
            continue
        promise, shown = row.group(1), row.group(3)
        if promise in seen:
            yield f"docs/promises.md:{number}: {promise} has a second row"
        seen[promise] = number
        names = NAME.findall(shown)
        if not names and "not yet" not in shown:
            yield f"docs/promises.md:{number}: {promise} names no test and does not say \"not yet\""
        for name in names:
            if name.startswith("picture:"):
                if not (pictures / (name[len("picture:"):] + ".png")).is_file():
                    yield f"docs/promises.md:{number}: {promise}: there is no {name}"
                continue
            test, _, function = name.partition("::")
            if test not in suite:
                yield f"docs/promises.md:{number}: {promise}: {test} did not run"
            elif not suite[test]:
                yield f"docs/promises.md:{number}: {promise}: {test} did not pass"
            elif function and (test, function) not in functions:
                yield f"docs/promises.md:{number}: {promise}: {name} did not run"
            elif function and not functions[(test, function)]:
                yield f"docs/promises.md:{number}: {promise}: {name} failed or was skipped"
    for promise in PROMISES:
        if promise not in seen:
            yield f"docs/promises.md: {promise} has no row"


if __name__ == "__main__":
    parser = tree.arguments(__doc__)
    parser.add_argument("--build", type=Path, required=True, help="build tree with junit.xml and results/")
    options = parser.parse_args()
    junit = options.build / "junit.xml"
    if not junit.is_file():
        sys.exit(f"{junit}: no report of a test run")
    suite = read_suite(junit)
    if not suite:
        sys.exit("no test ran")
    page = (options.root / "docs" / "promises.md").read_text(encoding="utf-8")
    found = list(check(page, suite, read_functions(options.build / "results"), options.root / "docs" / "pictures"))
    kept = len(PROMISES) - len(re.findall(r"^\|\s*R\d+\s*\|.*not yet", page, re.MULTILINE))
    print(f"docs/promises.md: {kept} of {len(PROMISES)} promises name what shows them, {len(found)} rows are wrong")
    passed = sum(suite.values())
    print(f"tests: {passed} passed, {len(suite) - passed} failed")
    sys.exit(tree.report(found, "docs/promises.md"))
