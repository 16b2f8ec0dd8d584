#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No test waits without an upper bound: a test that hangs tells nobody what was late.

Qt Test ends a function by itself (QTEST_FUNCTION_TIMEOUT, cmake/PcTest.cmake); this check finds the calls that could wait
for ever before that, in C++ and in Python.
"""

import re
import sys

import tree

CPP = re.compile(r"(?:\.|->)wait\(\s*\)|\bwaitFor\w+\(\s*-1\s*\)")
PYTHON_CALL = re.compile(r"\.wait\(\s*\)|\.communicate\(\s*\)")
PYTHON_LIMITED = re.compile(r"\b(subprocess\.(?:run|call|check_\w+)|create_connection|urlopen)\(")


def arguments_at(text, opening):
    """What stands between the bracket at `opening` and the one that closes it."""
    depth = 0
    for at in range(opening, len(text)):
        depth += text[at] in "([{"
        depth -= text[at] in ")]}"
        if depth == 0:
            return text[opening + 1 : at]
    return text[opening + 1 :]


def cpp_findings(name, text):
    code = tree.without_comments(text)
    return [f"{name}:{tree.line_of(code, found.start())}: waits without an upper bound" for found in CPP.finditer(code)]


def python_findings(name, text):
    found = [f"{name}:{tree.line_of(text, call.start())}: waits without an upper bound" for call in PYTHON_CALL.finditer(text)]
    for call in PYTHON_LIMITED.finditer(text):
        arguments = arguments_at(text, call.end() - 1)
        positional = call.group(1) == "create_connection" and re.search(r"\)\s*,\s*[\w.]", arguments)
        if not positional and not re.search(r"\btimeout\s*=|\*\*\w+", arguments):
            found.append(f"{name}:{tree.line_of(text, call.start())}: {call.group(1)} without timeout=")
    return found


def findings(root):
    found = []
    for path in tree.files(root, ("tests",), (".cpp", ".h")):
        found += cpp_findings(path.relative_to(root), path.read_text(encoding="utf-8"))
    for path in tree.files(root, ("tests", "tools"), (".py",)):
        if path.parent.name != "house" or not path.name.startswith(("check_waits", "test_checkers")):
            found += python_findings(path.relative_to(root), path.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    sys.exit(tree.report(findings(tree.arguments(__doc__).parse_args().root), "waits have an upper bound"))
