#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every language that people can choose is complete: every message translated, finished, and true to its
placeholders; and that every language that is complete can be chosen.

The languages are those of offeredLanguages() in app/language.cpp; the .ts files are in translations/.
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


def offered(source):
    """The languages that app/language.cpp offers, from its text."""
    body = re.search(r"QStringList offeredLanguages\(\)\s*\{(.*?)\n\}", source, re.DOTALL)
    return re.findall(r'u"([a-z]{2})"_s', body.group(1)) if body else []


def check(root):
    """The findings for a tree: what is offered and not complete, and what is complete and not offered."""
    languages = offered((root / "app" / "language.cpp").read_text(encoding="utf-8"))
    if "en" not in languages:
        yield "app/language.cpp: English is not offered"
    for language in languages:
        if not (root / "translations" / f"partner-console_{language}.ts").is_file():
            yield f"app/language.cpp: {language} is offered, and there is no file for it"
    for path in sorted((root / "translations").glob("partner-console_*.ts")):
        language = path.stem.rpartition("_")[2]
        found = list(findings_in(path.read_text(encoding="utf-8"), path.name))
        if language in languages and language != "en":  # English holds plurals only
            yield from found
        elif language not in languages and not found:
            yield f"{path.name}: complete, and app/language.cpp does not offer it"


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(list(check(options.root)), "translations"))
