#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Why something is refused has one name: an enumeration with a table. No code is written out beside it.

The Admin API has contract/api/problem_codes.cpp, the OAuth addresses oauth_error.cpp, the gateways' answers decision_reasons.cpp,
the demo API demo_problem.cpp. The console asks ApiError::code() and compares it with the enumeration.
"""

import re
import sys

import tree

TABLE = "contract/api/problem_codes.cpp"
ROW = re.compile(r'ProblemCodeRow\{P::\w+, "(\w+)"')
# The tables of other protocols, and the one function that writes a problem of any of them.
OTHERS = (
    "platform/oauth/oauth_error.cpp",
    "platform/core/decision/decision_reasons.cpp",
    "platform/demo/demo_problem.cpp",
)
LITERAL = r'(?:u|_L1|QLatin1StringView\(|QLatin1String\(|QStringLiteral\()?"(\w+)"'
MADE = re.compile(r'\bproblemResponse\(\s*\w+,\s*\d+\s*,\s*"(\w+)"|u"code"_s,\s*u?"(\w+)"')
COMPARED = re.compile(r"\bproblem(?:->|\.)code\s*[!=]=\s*" + LITERAL + r"|\bcode\(\)\s*[!=]=\s*" + LITERAL)
TEXT = re.compile(r'"([a-z]+(?:_[a-z]+)+)"')


def codes_of(root):
    return set(ROW.findall((root / TABLE).read_text(encoding="utf-8")))


def findings(root):
    codes = codes_of(root)
    if not codes:
        return [f"{TABLE}: no table found"]
    found = []
    for path in tree.files(root, trees=("platform", "client", "models", "views", "app")):
        where = path.relative_to(root).as_posix()
        if where in OTHERS:
            continue
        text = tree.without_comments(path.read_text(encoding="utf-8"), keep_literals=True)
        for pattern in (MADE, COMPARED):
            for match in pattern.finditer(text):
                code = next(filter(None, match.groups()), "")
                told = "of the table" if code in codes else f"that is not in {TABLE}"
                found.append(f"{where}:{tree.line_of(text, match.start())}: the code {code}, {told}, is written out")
        # The console has no reason to spell a code, whatever it does with it.
        if not where.startswith("platform/"):
            for match in TEXT.finditer(text):
                if match.group(1) in codes:
                    found.append(f"{where}:{tree.line_of(text, match.start())}: the code {match.group(1)} is spelled")
    return sorted(set(found))


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "problem codes beside their tables"))
