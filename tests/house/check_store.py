#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQL stands in platform/store, what is one engine's stands in that engine's room, a column is read and written by its name,
and usage is asked through its seam.

A line that must differ says why:  // house: store — reason
"""

import re
import sys

import check_words
import tree

SQL = re.compile(r"\b(?:SELECT\s+[\w*(?'\"]|INSERT\s+(?:INTO|OR)\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|REPLACE\s+INTO\b|PRAGMA\s+\w"
                 r"|(?:CREATE|DROP|ALTER)\s+(?:VIRTUAL\s+|UNIQUE\s+)?(?:TABLE|INDEX|TRIGGER|VIEW)\b|BEGIN\s+IMMEDIATE\b|VACUUM\b)")
LITERAL = re.compile(r'"(?:\\.|[^"\\\n])*"')
QT_SQL = re.compile(r"#[ \t]*include[ \t]*<(?:QtSql\b|QSql\w*)")
# What only one engine has: its name, its settings, its system tables.
ENGINE = re.compile(r"\w*(?i:sqlite)\w*|\bPRAGMA\b|\bfts5\b|WITHOUT ROWID")
# A row that is written by places; schema and engines move rows within the database.
INSERT = re.compile(r"\b(?:INSERT(?:\s+OR\s+\w+)?|REPLACE)\s+INTO\s+\w+")
BY_PLACE = ("platform/store/schema/",)
PLACE = re.compile(r"(?:\.|->)(?:text|bytes|number|real|flag|isNull|time)\(\s*\d+\s*\)")
# The tables behind UsageStore; `seed` fills a store that nobody reads yet.
USAGE = re.compile(r'#[ \t]*include[ \t]*"platform/store/rows/(?:usage|metering|quota|call|node)_rows\.h"')
PAST_THE_SEAM = ("platform/store/", "platform/seed/")
# The rooms of one engine each, and the one room that chooses between them.
ENGINES = ("platform/store/sqlite/",)
FACTORY = "platform/store/factory/"


def findings_of(name, text):
    lines = text.split("\n")
    code = tree.without_comments(text, keep_literals=True)

    def found(pattern, where, what):
        for match in pattern.finditer(where):
            number = tree.line_of(where, match.start())
            if not check_words.waived(lines, number, "store"):
                yield f"{name}:{number}: {what}: {match.group(0).strip()}"

    if not name.startswith("platform/store/"):
        texts = re.sub(r"[^\n]", " ", code)
        for literal in LITERAL.finditer(code):
            texts = texts[:literal.start()] + literal.group(0) + texts[literal.end():]
        yield from found(SQL, texts, "SQL stands in platform/store only")
        yield from found(QT_SQL, code, "Qt SQL is for platform/store only")
    if name.startswith("platform/"):
        if not name.startswith(ENGINES + (FACTORY,)):
            yield from found(ENGINE, code, "stands in the room of its engine only (openStore(), Dialect)")
        if not name.startswith(PAST_THE_SEAM):
            yield from found(USAGE, code, "usage is asked through UsageStore (AdminContext::usage)")
        if name.startswith("platform/store/"):
            yield from found(PLACE, code, "a column is read by its name (store/sql/columns.h)")
            if not name.startswith(ENGINES + BY_PLACE):
                yield from found(INSERT, code, "a column is written by its name (store/sql/row_write.h)")


def findings(root):
    found = []
    sources = tree.files(root, trees=tree.FLOORS)
    for path in sources:
        found += findings_of(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    return found if sources else [f"{root}: no source file found"]


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "SQL outside of its rooms"))
