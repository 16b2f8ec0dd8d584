#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a language is complete: every message translated, finished, and true to its placeholders.

check_translations.py de …   names the languages; the .ts files are in translations/.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

import tree

PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")


def findings_in(text, name):
    """The findings for the text of one .ts file."""
    messages = 0
    for context in ElementTree.fromstring(text).iter("context"):
        where = f"{name}: {context.findtext('name')}"
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            kind = translation.get("type", "") if translation is not None else "unfinished"
            if kind in ("vanished", "obsolete"):
                continue
            messages += 1
            forms = [form.text or "" for form in translation.iter("numerusform")] if translation is not None else []
            if message.get("numerus") != "yes" and translation is not None:
                forms = [translation.text or ""]
            if kind == "unfinished" or not forms or not all(forms):
                yield f"{where}: not translated: {source!r}"
                continue
            wanted = set(PLACEHOLDER.findall(source.replace("%L", "%")))
            for form in forms:
                got = set(PLACEHOLDER.findall(form.replace("%L", "%")))
                # A plural form may do without the number ("one call").
                if got - wanted or (wanted - got) - {"%n"}:
                    yield f"{where}: placeholders differ: {source!r} → {form!r}"
    if messages == 0:
        yield f"{name}: holds no message"


if __name__ == "__main__":
    parser = tree.arguments(__doc__)
    parser.add_argument("language", nargs="+")
    options = parser.parse_args()
    found = []
    for language in options.language:
        path = options.root / "translations" / f"partner-console_{language}.ts"
        found += findings_in(path.read_text(encoding="utf-8"), path.name)
    sys.exit(tree.report(found, "translations"))
