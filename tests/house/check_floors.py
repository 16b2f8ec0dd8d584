#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing points up: neither from floor to floor nor, inside a floor, from room to room.

Reads every include, every class that is declared without its header (by the file that defines it), every
target_link_libraries and the lists of rooms in CMake. docs/adr/0002-floors.md says which floor may
use which, docs/adr/0140-rooms.md in which order the rooms of a floor stand; the tables below are the tables of those pages.
A class has one pair of files: one whose members are defined in two .cpp wants to be two classes.
"""

import collections
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
    "tools": {"tools", "app", "views", "models", "client", "contract"},
}
# floor: its rooms, bottom up. A room uses itself and those before it. Floors that are not named have no rooms.
ROOMS = {
    "contract": "types codec crypto api rules audit_actions pack",
    "platform": "uri clock log data_dir domain tables "
                "store/sql store/rows store/audit store/journal store/history store/schema store/sqlite store/factory "
                "core/catalogue core/limits core/policy core/secrets core/decision "
                "openapi http oauth gateway operators "
                "admin/api admin/revocation admin/partners admin/credentials admin/access admin/catalogue admin/pack admin/imports admin/usage admin/calls admin/audit "
                "admin/session admin/jobs admin/maintenance "
                "local demo seed verify report service cli",
    "client": "http api sign_in local",
    "models": "text time base session partners credentials usage calls audit jobs access catalogue observing imports onboarding",
    "views": "style widgets commands shell "
             "seams words export dialogs charts time partner_forms credentials access usage calls audit jobs partner catalogue scopes partners imports observing onboarding welcome",
}
ROOMS = {floor: rooms.split() for floor, rooms in ROOMS.items()}
# Qt modules and libraries that a folder must not reach, by what its includes and link lines would name.
FOREIGN = {
    "contract": (r"Qt6::(Gui|Widgets|Network|Sql|Charts|Svg)\b", r"<(QtWidgets|QtGui|QtNetwork|QtSql|QWidget|QGuiApplication|QNetwork\w*|QSql\w*)\b"),
    "platform": (r"Qt6::(Gui|Widgets|Charts|Svg)\b", r"<(QtWidgets|QtGui|QWidget|QGuiApplication|QApplication)\b"),
    "client": (r"Qt6::(Gui|Widgets|Charts|Svg|Sql)\b", r"<(QtWidgets|QtGui|QtSql|QWidget|QGuiApplication|QSql\w*)\b"),
    "models": (r"Qt6::(Widgets|Charts|Svg|Network)\b", r"<(QtWidgets|QtNetwork|QWidget|QApplication|QNetwork\w*)\b"),
    "views": (r"Qt6::(Network|Sql)\b", r"<(QtNetwork|QtSql|QNetwork\w*|QSql\w*)\b"),
}
# Where each of the floor's libraries comes from, for link lines.
LIBRARIES = {"tour": "tools"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
LINK = re.compile(r"target_link_libraries\s*\(([^)]*)\)")
LIBRARY = re.compile(r"\bpc_(contract|platform|client|models|views|app|tour)(?:_\w+)?\b")
ROOM_LIST = re.compile(r"\bpc_rooms\s*\(\s*\w+\s+([^)]*)\)")
CLASS = re.compile(r"^(?:template\s*<[^;{}]*>\s*)?(?:class|struct)\s+(?:alignas\([^)]*\)\s*)?(\w+)(?:\s+final)?\s*(?::[^;{]*)?\{", re.MULTILINE)
# What is declared without its header: `class X;` of a namespace, which clang-format leaves at the beginning of a line.
DECLARED = re.compile(r"^(?:class|struct)\s+(\w+)\s*;", re.MULTILINE)
# A definition of a member at the beginning of a line, as clang-format leaves it: `Type Class::member(`, `Class::Class(`.
MEMBER = re.compile(r"^(?=[\w~])(?!using|namespace|return|friend|extern|static_assert|case)(?:[\w:<>,*&\[\] ]*[ *&>])??((?:\w+::)+)(?:~?\w+|operator[^\s(]*\s*(?:\(\))?)\s*\(",
                    re.MULTILINE)


def room_of(name):
    """The room that a file or an included path lies in; nothing outside of rooms."""
    floor, _, inside = name.partition("/")
    rooms = [room for room in ROOMS.get(floor, ()) if inside.startswith(room + "/")]
    return max(rooms, key=len) if rooms else None


def include_findings(name, text):
    folder = name.split("/")[0]
    foreign = FOREIGN.get(folder)
    room = room_of(name)
    if folder in ROOMS and room is None:
        yield f"{name}: lies in no room of {folder}"
    for match in INCLUDE.finditer(text):
        named = match.group(2)
        where = f"{name}:{tree.line_of(text, match.start(2))}"
        if ".." in named.split("/"):
            yield f"{where}: include from the root of the repository, not by {named}"
        first = named.split("/")[0]
        if first in MAY_USE and stands_above(name, named):
            below = f"{folder}/{room} stands below {folder}/{room_of(named)} and" if first == folder else folder
            yield f"{where}: {below} must not include {named}"
        if foreign and re.search(foreign[1], "<" + named + ">"):
            yield f"{where}: {folder} must not use {named}"


def stands_above(name, other):
    """Whether a file may not use what another one defines."""
    floor, others = name.split("/")[0], other.split("/")[0]
    if floor != others:
        return others not in MAY_USE[floor]
    order = ROOMS.get(floor, [])
    room, used = room_of(name), room_of(other)
    return bool(room and used) and order.index(used) > order.index(room)


def declaration_findings(sources):
    """A name is as good as an include: who declares a class of a floor or room above points up."""
    homes = collections.defaultdict(list)  # class → headers that define one of that name
    for name, text in sources.items():
        if name.endswith(".h"):
            for defined in CLASS.findall(text):
                homes[defined].append(name)
    for name, text in sources.items():
        for match in DECLARED.finditer(text):
            found = homes[match.group(1)]
            if found and all(stands_above(name, home) for home in found):
                yield f"{name}:{tree.line_of(text, match.start())}: must not declare {match.group(1)} of {found[0]}, which stands above"


def link_findings(root, path, text):
    folder = path.relative_to(root).parts[0]
    allowed = MAY_USE[folder]
    foreign = FOREIGN.get(folder)
    text = re.sub(r"#[^\n]*", lambda comment: " " * len(comment.group(0)), text)
    for match in LINK.finditer(text):
        where = f"{path.relative_to(root)}:{tree.line_of(text, match.start())}"
        for library in LIBRARY.finditer(match.group(1)):
            if LIBRARIES.get(library.group(1), library.group(1)) not in allowed:
                yield f"{where}: {folder} must not link {library.group(0)}"
        if foreign:
            for library in re.finditer(foreign[0], match.group(1)):
                yield f"{where}: {folder} must not link {library.group(0)}"


def list_findings(root, floor):
    """CMake names the rooms in the order in which they stand, each of them, and none optionally."""
    path = root / floor / "CMakeLists.txt"
    if floor not in ROOMS or not path.is_file():
        return
    text = path.read_text(encoding="utf-8")
    named = [room for rooms in ROOM_LIST.findall(text) for room in rooms.split() if room != "|"]
    if named != ROOMS[floor]:
        yield f"{floor}/CMakeLists.txt: names {' '.join(named)}, but the rooms are {' '.join(ROOMS[floor])}"
    for match in re.finditer(r"\bOPTIONAL\b", re.sub(r"#[^\n]*", "", text)):
        yield f"{floor}/CMakeLists.txt:{tree.line_of(text, match.start())}: a room is named, never OPTIONAL"


def class_findings(sources):
    """Classes of headers whose members are defined in more than one file."""
    classes = collections.defaultdict(set)  # floor → names
    for name, text in sources.items():
        if name.endswith(".h"):
            classes[name.split("/")[0]].update(CLASS.findall(text))
    defined = collections.defaultdict(set)  # (floor, class) → files
    for name, text in sources.items():
        if not name.endswith(".cpp"):
            continue
        floor = name.split("/")[0]
        own = set(CLASS.findall(text))
        for match in MEMBER.finditer(text):
            outermost = next((part for part in match.group(1).split("::") if part in classes[floor]), None)
            if outermost and outermost not in own:
                defined[floor, outermost].add(name)
    for (_, name), files in sorted(defined.items()):
        if len(files) > 1:
            yield f"{' and '.join(sorted(files))}: two files for the members of {name}"


def findings(root):
    found = []
    sources = {}  # name → text without comments and literals
    for path in tree.files(root, trees=tuple(MAY_USE)):
        name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        sources[name] = tree.without_comments(text)
        found += include_findings(name, text)
    for folder in MAY_USE:
        for path in sorted([*(root / folder).rglob("CMakeLists.txt"), *(root / folder).rglob("*.cmake")]):
            found += link_findings(root, path, path.read_text(encoding="utf-8"))
        found += list_findings(root, folder)
    found += declaration_findings(sources)
    found += class_findings(sources)
    if not sources:
        found.append(f"{root}: no source file found")
    return found


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "floors that point up"))
