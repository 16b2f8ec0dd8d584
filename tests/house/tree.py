# SPDX-License-Identifier: GPL-3.0-or-later
"""What the house checks share: which files belong to the project, and their text without comments or literals."""

import argparse
import os
import re
import sys
from pathlib import Path

FLOORS = ("tools", "app", "views", "models", "client", "contract", "platform")
TREES = FLOORS + ("tests", "cmake", "installer", "resources", "translations")
CODE = (".cpp", ".h")
SCRIPTS = (".py", ".sh", ".cmake")


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--root", type=Path, default=Path(os.environ.get("PC_SOURCE_DIR", ".")))
    return parser


def files(root, trees=TREES, suffixes=CODE):
    """Files of the project with one of these suffixes, sorted."""
    found = []
    for tree in trees:
        for path in sorted((root / tree).rglob("*")):
            if path.is_file() and path.suffix in suffixes:
                found.append(path)
    return found


_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'  # comments
    r'|R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)"'  # raw strings
    r'|"(?:\\.|[^"\\\n])*"'  # strings
    r"|(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'",  # characters, but not 1'000'000
    re.DOTALL,
)


def without_comments(text, keep_literals=False):
    """The text with comments (and literals) blanked out; every line keeps its number."""

    def blank(match):
        token = match.group(0)
        comment = token.startswith("//") or token.startswith("/*")
        if keep_literals and not comment:
            return token
        kept = re.sub(r"[^\n]", " ", token)
        return kept if comment else '"' + kept[1:-1] + '"' if len(token) > 1 else kept

    return _TOKEN.sub(blank, text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def report(findings, what):
    """Prints the findings and returns the status of the process."""
    for finding in findings:
        print(finding)
    if findings:
        print(f"{what}: {len(findings)} to mend", file=sys.stderr)
        return 1
    return 0
