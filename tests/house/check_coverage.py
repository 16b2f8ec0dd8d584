#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/coverage.md names only what there is: tests, functions of tests, files; and each row says what it is."""

import re
import sys

import tree

PAGE = "docs/coverage.md"
STATES = {"here", "delegated", "excluded", "not yet"}
ROW = re.compile(r"^\|([^|]*)\|([^|]*)\|([^|]*)\|$")
TEST = re.compile(r"\b(tst_\w+)(?:::(\w+))?")
FILE = re.compile(r"`((?:installer|docs|contract|platform)/[\w./-]+)`|\b(test_\w+\.py)\b")
REGISTERED = re.compile(r"pc_add_(?:python_)?test\(\s*(?:[\w./]+/)?(tst_\w+)")


def registered(root):
    names = set()
    for path in tree.files(root, trees=("tests",), suffixes=(".txt", ".cmake")):
        names.update(REGISTERED.findall(path.read_text(encoding="utf-8")))
    return names


def findings(root):
    text = (root / PAGE).read_text(encoding="utf-8")
    tests = registered(root)
    rows, found = 0, []
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{PAGE}:{number}: "
        row = ROW.match(line)
        if line.startswith("|") and not row:
            found.append(where + "is no row of three cells")
        elif row and row.group(1).strip() not in ("guidance", "---"):
            rows += 1
            states = {state.strip() for state in row.group(2).split(",")}
            if not states <= STATES:
                found.append(where + f"{row.group(2).strip()} is none of {', '.join(sorted(STATES))}")
            shown = TEST.search(row.group(3)) or FILE.search(row.group(3))
            if states & {"here", "delegated"} and not shown:
                found.append(where + "nothing shows it")
        for test, function in TEST.findall(line):
            if test not in tests:
                found.append(where + f"there is no {test}")
            elif function and not any(re.search(rf"\bvoid {function}\(\)", path.read_text(encoding="utf-8"))
                                      for path in (root / "tests").rglob(test + ".cpp")):
                found.append(where + f"{test} has no {function}")
        for path, script in FILE.findall(line):
            if path and not (root / path).is_file() or script and not any((root / "tests").rglob(script)):
                found.append(where + f"there is no {path or script}")
    return found if rows else [PAGE + ": no rows"]


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), PAGE))
