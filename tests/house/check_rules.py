#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What contract/rules settles once is not settled again elsewhere: whole matches of a pattern, permissions, names of time
zones and countries, folding, codes of wrong fields, limits in force.

A pattern that ends in `$` matches before a last line break, so an account "platform\\n" passes for "platform": the rule for a
whole text is rules::matchesWhole(). Qt's list of time zones is that of zone.tab, its countries have regions among them, and
its case folding leaves "ß" alone.
"""

import re
import sys

import tree

HOME = "contract/rules"
# pattern, floors, "only in files that have this word", what it is (and what to ask instead)
RULES = (
    (re.compile(r'(?<!\\)\$"'), tree.FLOORS, "QRegularExpression", "a pattern that ends in $ (rules::matchesWhole)"),
    (re.compile(r"permissions\s*\.\s*contains"), tree.FLOORS, "", "a permission judged by itself (rules::permitOf)"),
    (re.compile(r"isTimeZoneIdAvailable|availableTimeZoneIds"), tree.FLOORS, "", "Qt's list of time zones (rules::timeZoneNames)"),
    (re.compile(r"codeToTerritory"), ("models", "platform"), "", "Qt's list of countries (rules::isCountryCode)"),
    (re.compile(r"toCaseFolded|NormalizationForm_KD"), tree.FLOORS, "", "folding of its own (rules::fold)"),
    (re.compile(r'"(?:too_short|too_long|too_many|out_of_range|not_text|bad_characters|bad_format|unknown_value|unknown_member|'
                r'not_granted|scopes_not_covered)"'), ("platform", "client", "models", "views", "app"), "", "the code of a wrong field as a text (rules::FieldFault)"),
    (re.compile(r"limitOverride->(?:from|until)\s*[<>]|(?:now|at)\s*[<>]=?\s*\*?\S*limitOverride->(?:from|until)"), ("platform",), "",
     "an override's time judged by itself (rules::isInForce)"),
)


def findings(root):
    found = []
    for path in tree.files(root, trees=tree.FLOORS):
        name = path.relative_to(root).as_posix()
        if name.startswith(HOME):
            continue
        text = tree.without_comments(path.read_text(encoding="utf-8"), keep_literals=True)
        for pattern, floors, word, what in RULES:
            if name.split("/")[0] in floors and word in text:
                found += [f"{name}:{tree.line_of(text, use.start())}: {what}" for use in pattern.finditer(text)]
    return found


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "rules settled twice"))
