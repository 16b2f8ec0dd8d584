#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every item model of the console stands under a QAbstractItemModelTester in some test, in a mode that fails it.

A class counts when a test hands the tester a variable that it declares with that class, the nearest one before it or, for
members of the test, the first one after it. A model that is only reached through a member of another object is not seen, so
such a test names it first:  SourceUseTable &table = model.table();
"""

import re
import sys

import tree

QT_MODELS = {"QAbstractItemModel", "QAbstractTableModel", "QAbstractListModel", "QAbstractProxyModel", "QIdentityProxyModel",
             "QSortFilterProxyModel", "QConcatenateTablesProxyModel", "QTransposeProxyModel", "QStandardItemModel", "QStringListModel"}
CLASS = re.compile(r"\b(?:class|struct)\s+(\w+)(?:\s+final)?\s*:\s*([^{;]*)\{")
TESTER = re.compile(r"\b(?:QAbstractItemModel)?Tester\b(?:>|\s+\w+)\s*\(([^;]*)\);")


def item_models(root):
    """Name of each class that is, by however many steps, a Qt item model → where it stands. Base classes are left out."""
    classes = {}
    for path in tree.files(root, trees=("tools", "app", "views", "models", "client")):
        text = tree.without_comments(path.read_text(encoding="utf-8"))
        for found in CLASS.finditer(text):
            where = f"{path.relative_to(root)}:{tree.line_of(text, found.start())}"
            classes[found.group(1)] = (where, set(re.findall(r"\w+", found.group(2))))
    models = set()
    while more := {name for name, (_, bases) in classes.items() if bases & (QT_MODELS | models)} - models:
        models |= more
    derived_from = set().union(*(bases for _, bases in classes.values()))
    return {name: classes[name][0] for name in models - derived_from}


def tested_in(text, models):
    """The models that a tester of this test file watches."""
    for use in TESTER.finditer(text):
        variable = re.match(r"\s*[&*]*\s*(\w+)\s*(?:\.\s*get\(\)\s*)?(?:,|$)", use.group(1))
        if variable and re.search(r"FailureReportingMode::(QtTest|Fatal)\b", use.group(1)):
            declared = rf"\b(\w+)\s*>?\s*[&*]?\s*\b{variable.group(1)}\s*[;({{=]"
            before = re.findall(declared, text[: use.start()])
            name = before[-1] if before else (re.findall(declared, text[use.end() :]) or [""])[0]
            if name in models:
                yield name


def findings(root):
    models = item_models(root)
    if not models:
        return [f"{root}: no item model found"]
    tested = set()
    for path in tree.files(root, trees=("tests",), suffixes=(".cpp",)):
        tested.update(tested_in(tree.without_comments(path.read_text(encoding="utf-8")), models))
    return [f"{where}: no test puts a QAbstractItemModelTester on {name}" for name, where in sorted(models.items()) if name not in tested]


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "item models without a tester"))
