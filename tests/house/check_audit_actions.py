#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every audit action of the contract is written by the service, and no event is made of a text of its own.

That each has a sentence and a look is the compiler's work: a table in the order of the enumeration, a switch without a default.
"""

import re
import sys

import tree

TABLE = "contract/audit_actions/audit_action.h"
ENUM = re.compile(r"enum class AuditAction\s*\{([^}]*)\}")
OWN_TEXT = re.compile(r"\b(?:eventAbout\(\s*u\"|(?:event|act)\.action\s*=\s*u\")")


def findings(root):
    names = ENUM.search(tree.without_comments((root / TABLE).read_text(encoding="utf-8")))
    if not names:
        return [f"{TABLE}: no enumeration found"]
    unwritten = set(re.findall(r"\w+", names.group(1))) - {"Unknown"}
    found = []
    for path in tree.files(root, trees=("platform",)):
        where = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        for match in OWN_TEXT.finditer(text):
            found.append(f"{where}:{tree.line_of(text, match.start())}: an action that is not in {TABLE}")
        if where.parts[1] != "seed":  # a sample shows what the service writes
            unwritten -= set(re.findall(r"\bAuditAction::(\w+)", tree.without_comments(text)))
    return found + [f"{TABLE}: nobody writes {name}" for name in sorted(unwritten)]


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "audit actions without a writer"))
