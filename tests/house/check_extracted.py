#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that translations/*.ts hold the texts that the sources hold: none that was never extracted, none that no source
says any more.

Runs lupdate over a copy, as the target update_translations does over the files themselves.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import tree

GONE = ("vanished", "obsolete")


def texts_in(text):
    """The texts of one .ts file that are in use, as (context, source, comment, whether it counts)."""
    found = set()
    for context in ElementTree.fromstring(text).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") in GONE:
                continue
            found.add((context.findtext("name"), message.findtext("source"), message.findtext("comment") or "",
                       message.get("numerus") == "yes"))
    return found


def differences(kept, extracted, name):
    """The findings for the texts of one .ts file as it is kept and as lupdate leaves it."""
    for texts, what in ((extracted - kept, "not extracted"), (kept - extracted, "in no source")):
        for context, source, comment, _ in sorted(texts):
            yield f"{name}: {context}: {what}: {source!r}" + (f" ({comment})" if comment else "")


def source_dirs(cmake):
    """The folders that update_translations reads, from the text of translations/CMakeLists.txt."""
    found = re.search(r"set\(source_dirs ([^)]+)\)", cmake)
    return found.group(1).split() if found else []


def check(root, lupdate):
    """The findings for a tree."""
    folders = [root / each for each in source_dirs((root / "translations" / "CMakeLists.txt").read_text(encoding="utf-8"))]
    kept = sorted((root / "translations").glob("partner-console_*.ts"))
    if not folders or not kept:
        yield "translations: no folder of sources or no .ts file is named"
        return
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(path, folder)) for path in kept]
        for options, files in (([], [each for each in copies if not each.stem.endswith("_en")]),
                               (["-pluralonly"], [each for each in copies if each.stem.endswith("_en")])):
            if files:
                subprocess.run([lupdate, "-silent", "-no-ui-lines", "-source-language", "en", *options, "-I", str(root),
                                *map(str, folders), "-ts", *map(str, files)], check=True, timeout=60)
        for path, copy in zip(kept, copies):
            yield from differences(texts_in(path.read_text(encoding="utf-8")), texts_in(copy.read_text(encoding="utf-8")),
                                   path.name)


if __name__ == "__main__":
    parser = tree.arguments(__doc__)
    parser.add_argument("--lupdate", default="lupdate")
    options = parser.parse_args()
    sys.exit(tree.report(list(check(options.root, options.lupdate)), "extracted texts (build update_translations)"))
