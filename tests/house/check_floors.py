#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Floors never point up: reads every include and every target_link_libraries of the six folders of the house.

docs/adr/0002-floors.md says what may use what. The table below is that page's table.
"""

import re
import sys

import tree

# folder: the folders it may use. Everything not named here is refused.
MAY_USE = {
    "contract": {"contract"},
    "platform": {"platform", "contract"},
    "client": {"client", "contract"},
    "models": {"models", "client", "contract"},
    "views": {"views", "models", "client", "contract"},
    "app": {"app", "views", "models", "client", "contract"},
}
# Qt modules and libraries that a folder must not reach, by what its includes and link lines would name.
FOREIGN = {
    "contract": (r"Qt6::(Gui|Widgets|Network|Sql|Charts|Svg)\b", r"<(QtWidgets|QtGui|QtNetwork|QtSql|QWidget|QGuiApplication|QNetwork\w*|QSql\w*)\b"),
    "platform": (r"Qt6::(Gui|Widgets|Charts|Svg)\b", r"<(QtWidgets|QtGui|QWidget|QGuiApplication|QApplication)\b"),
    "client": (r"Qt6::(Gui|Widgets|Charts|Svg|Sql)\b", r"<(QtWidgets|QtGui|QtSql|QWidget|QGuiApplication|QSql\w*)\b"),
    "models": (r"Qt6::(Widgets|Charts|Svg|Network)\b", r"<(QtWidgets|QtNetwork|QWidget|QApplication|QNetwork\w*)\b"),
    "views": (r"Qt6::(Network|Sql)\b", r"<(QtNetwork|QtSql|QNetwork\w*|QSql\w*)\b"),
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
LINK = re.compile(r"target_link_libraries\s*\(([^)]*)\)")
LIBRARY = re.compile(r"\bpc_(contract|platform|client|models|views|app)(?:_\w+)?\b")


def include_findings(root, path, text):
    folder = path.relative_to(root).parts[0]
    allowed = MAY_USE[folder]
    foreign = FOREIGN.get(folder)
    for match in INCLUDE.finditer(text):
        named = match.group(2)
        where = f"{path.relative_to(root)}:{tree.line_of(text, match.start(2))}"
        if ".." in named.split("/"):
            yield f"{where}: include from the root of the repository, not by {named}"
        first = named.split("/")[0]
        if first in MAY_USE and first not in allowed:
            yield f"{where}: {folder} must not include {named}"
        if foreign and re.search(foreign[1], "<" + named + ">"):
            yield f"{where}: {folder} must not use {named}"


def link_findings(root, path, text):
    folder = path.relative_to(root).parts[0]
    allowed = MAY_USE[folder]
    foreign = FOREIGN.get(folder)
    text = re.sub(r"#[^\n]*", lambda comment: " " * len(comment.group(0)), text)
    for match in LINK.finditer(text):
        where = f"{path.relative_to(root)}:{tree.line_of(text, match.start())}"
        for library in LIBRARY.finditer(match.group(1)):
            if library.group(1) not in allowed:
                yield f"{where}: {folder} must not link {library.group(0)}"
        if foreign:
            for library in re.finditer(foreign[0], match.group(1)):
                yield f"{where}: {folder} must not link {library.group(0)}"


def findings(root):
    found = []
    seen = 0
    for path in tree.files(root, trees=tuple(MAY_USE)):
        seen += 1
        found += include_findings(root, path, path.read_text(encoding="utf-8"))
    for folder in MAY_USE:
        for path in sorted([*(root / folder).rglob("CMakeLists.txt"), *(root / folder).rglob("*.cmake")]):
            found += link_findings(root, path, path.read_text(encoding="utf-8"))
    if seen == 0:
        found.append(f"{root}: no source file found")
    return found


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "floors that point up"))
