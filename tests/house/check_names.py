#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A name in an unnamed namespace is one file's own: the files of a group of rooms are compiled together (docs/adr/0159), so no other
.cpp of the group defines it in an unnamed namespace of the same namespace. The groups stand in CMake (pc_rooms).

A name that must stand twice says why:  // house: names — reason
"""

import collections
import re
import sys

import check_words
import tree

FLOORS = ("contract", "platform", "client", "models", "views", "app")
ROOMS = re.compile(r"\bpc_rooms\s*\(\s*(\w+)\s+([^)]*)\)")
# What clang-format leaves at the beginning of a line within a namespace.
TYPE = re.compile(r"^(?:template\s*<[^;{}]*>\s*)?(?:class|struct|enum(?:\s+class)?|union|concept)\s+(\w+)[^;\n]*(?:\{|$)", re.MULTILINE)
ALIAS = re.compile(r"^using\s+(\w+)\s*=", re.MULTILINE)
IMPORT = re.compile(r"^using\s+(?!namespace)(?:\w+::)+(\w+)\s*;", re.MULTILINE)
VARIABLE = re.compile(r"^(?=\S)(?!const struct\b)(?:(?:static|inline|constexpr|const|constinit|thread_local)\s+)+(?:[\w:<>,*& ]+[ *&>])?(\w+)(?:\[[^\]]*\])*\s*(?:=|\{|;)", re.MULTILINE)
FUNCTION = re.compile(r"^(?=\S)(?!return|using|namespace|static_assert|friend|struct|class|enum|template|case|else)[\w:<>,*&\[\] ]*[ *&>](\w+)\(", re.MULTILINE)
OBJECT = re.compile(r"^\}\s*(\w+)\s*(?:\{[^}]*\})?;", re.MULTILINE)
OPEN = re.compile(r"^namespace(?:\s+([\w:]+))?\s*\{", re.MULTILINE)
CLOSE = re.compile(r"^\}\s*//\s*namespace(?:\s+([\w:]+))?\s*$", re.MULTILINE)


def unnamed_parts(text):
    """(the namespaces around it, text, where it begins) of each unnamed namespace; as clang-format closes them."""
    steps = sorted([(m.start(), m.end(), "open", m.group(1)) for m in OPEN.finditer(text)] +
                   [(m.start(), m.end(), "close", m.group(1)) for m in CLOSE.finditer(text)])
    stack = []
    for start, end, what, name in steps:
        if what == "open":
            stack.append((name, end))
        elif stack:
            opened, begin = stack.pop()
            if opened is None:
                yield "::".join(each for each, _ in stack if each), text[begin:start], begin


def names_of(text):
    """name, where, of what an unnamed namespace defines."""
    for pattern in (TYPE, ALIAS, VARIABLE, FUNCTION, OBJECT):
        for match in pattern.finditer(text):
            yield match.group(1), match.start(1)


def groups_of(lists):
    """{room: group} from the lists of rooms of all floors, {floor: text of its CMakeLists}."""
    groups = {}
    for floor, text in lists.items():
        for target, rooms in ROOMS.findall(text):
            for number, group in enumerate(rooms.split("|")):
                groups.update({f"{floor}/{room}": (target, number) for room in group.split()})
    return groups


def findings_in(sources, lists):
    groups = groups_of(lists)
    homes = collections.defaultdict(dict)  # group, namespace, name: {file: line}
    for name, text in sources.items():
        room, _, file = name.rpartition("/")
        if file == "main.cpp":
            continue
        group = groups.get(room, room)
        lines = text.split("\n")
        # Comments that end a namespace stay: they say which closes.
        code = re.sub(r"//(?!\s*namespace\b)[^\n]*", lambda m: " " * len(m.group(0)), text)
        for around, part, begin in unnamed_parts(code):
            for found, at in names_of(part):
                line = tree.line_of(code, begin + at)
                if not check_words.waived(lines, line, "names"):
                    homes[group, around, found].setdefault(name, line)
    for (_, _, found), places in homes.items():
        if len(places) > 1:
            yield "%s: %s" % (found, ", ".join("%s:%d" % place for place in sorted(places.items())))


def findings(root):
    sources = tree.files(root, trees=FLOORS, suffixes=(".cpp",))
    texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in sources}
    lists = {floor: (root / floor / "CMakeLists.txt").read_text(encoding="utf-8") for floor in FLOORS}
    found = list(findings_in(texts, lists))
    return found if sources else [f"{root}: no source file found"]


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "names that are not one file's own"))
