#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses what the house style forbids: calls that are traps, missing licence lines, files that are too long.

A rule is waived for one line by a comment on it or on the line before:  // house: RULE — reason
"""

import re
import sys

import tree

LONGEST = 600  # lines

# rule: (pattern in code without comments and literals, folders, what to do instead)
EVERYWHERE = tree.FLOORS + ("tests",)
RULES = {
    "ssl-errors": (r"\bignoreSslErrors\b", EVERYWHERE, "a certificate is trusted by its CA or not at all"),
    "insecure-fallback": (r"\bsetInsecureFallback\b", EVERYWHERE, "it writes secrets in clear text"),
    "oauth-handler": (r"\bQOAuthHttpServerReplyHandler\b", EVERYWHERE, "it listens on all interfaces"),
    "string-connect": (r"\b(SIGNAL|SLOT)\s*\(", EVERYWHERE, "connect to functions, with a context object"),
    "command-lines": (r"#\s*include\s*<CLI/|\bQCommandLineParser\b", ("contract", "platform", "client", "models", "views", "tools"),
                      "a command is a value, see platform/cli/command.h"),
    "memcmp": (r"(?<![A-Za-z_])memcmp\s*\(", tree.FLOORS, "secrets are compared with CRYPTO_memcmp"),
    "dialog-exec": (r"\b(?!(?:app|application)\b)\w+\s*(?:\.|->)\s*exec\s*\(\s*\)", ("tools", "app", "views"), "open(), never exec()"),
    "nested-exec": (r"(?i)\b\w*(?:dialog|dlg|menu|messagebox|loop)\w*\s*(?:\.|->)\s*exec\s*\(", EVERYWHERE, "no nested event loop"),
    "static-dialog": (
        r"\bQ(MessageBox::(information|question|warning|critical|about)|FileDialog::get\w+|InputDialog::get\w+"
        r"|ColorDialog::getColor)\s*\(", tree.FLOORS, "it runs a nested event loop: open() an object"),
    "process-events": (r"\bprocessEvents\s*\(", tree.FLOORS, "no nested event loop"),
    "event-loop": (r"\bQEventLoop\b(?!Locker)", tree.FLOORS, "no nested event loop"),
    "singleton": (r"::\s*instance\s*\(\s*\)", tree.FLOORS, "pass the object by constructor"),
}
CONSOLE_ONLY = {
    "blocking-wait": (r"\bwaitFor(ReadyRead|BytesWritten|Connected|Disconnected|Encrypted)\s*\(", ("tools", "app", "views", "models", "client"),
                      "no blocking call in the console"),
    "unheard-write": (r"(?m)^\s*\w+(?:\.|->)commit\s*\(\s*\)\s*;|\bQSettings\b", ("tools", "app", "views", "models", "client"),
                      "whether a file was written is somebody's to say: models/base/save_file.h"),
}

SQL_WORDS = r"(?:SELECT|INSERT\s+INTO|INSERT\s+OR|UPDATE|DELETE\s+FROM|REPLACE\s+INTO|WHERE|VALUES|ORDER\s+BY|LIMIT)\b"
SQL_LITERAL = re.compile(r'"[^"\n]*\b' + SQL_WORDS + r'[^"\n]*"')
OPERAND = r"[A-Za-z_]\w*(?:(?:::|\.|->)\w+|\([^()]*\))*"
GLUED = re.compile(rf'(?:[+%]=?\s*({OPERAND})(?!["\w]))|(?<!["\w])({OPERAND})\s*[+%]=?(?!\+)')
# What may be glued in beside constants of the same file: texts that the store's own modules (keyset, columns) make from
# constants, with every value left as a placeholder, and numbers.
MADE_FROM_CONSTANTS = re.compile(r"(?:\.where\(\)|\.selected\(\)|^orderBy\([^()]*\)|(?:\.|->)(?:expression|tieBreaker)|^QString::number\([^()]*\))$")
CONSTANT = re.compile(r"\bconst(?:expr)?\s+(?:auto|QString|QStringView|QLatin1StringView|char16_t)\s*\*?\s*(\w+)(?:\[\])?\s*[={]([^;]*);")

SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"


def waived(lines, number, rule):
    """Whether line `number` (from 1) or the one before it carries the waiver of this rule."""
    pattern = re.compile(r"(?://|#)\s*house:\s*" + re.escape(rule) + r"\s*[—:-]+\s*\S")
    return any(0 < near <= len(lines) and pattern.search(lines[near - 1]) for near in (number, number - 1))


def word_findings(name, text, folder):
    lines = text.split("\n")
    code = tree.without_comments(text)
    for rule, (pattern, folders, instead) in {**RULES, **CONSOLE_ONLY}.items():
        if folder not in folders:
            continue
        for match in re.finditer(pattern, code):
            number = tree.line_of(code, match.start())
            if not waived(lines, number, rule):
                yield f"{name}:{number}: {rule}: {match.group(0).strip()} — {instead}"


def constants(code):
    """Names of texts in this file that are made of literals only, or of a choice between literals."""
    names = set()
    for name, value in CONSTANT.findall(code):
        value = re.sub(r'"(?:\\.|[^"\\\n])*"', " ", value.split("?", 1)[-1])
        if not re.search(r"[A-Za-z]", re.sub(r"\b(?:u|_s|_L1|s|QString|QStringLiteral|QLatin1String|QLatin1StringView)\b", "", value)):
            names.add(name)
    return names


def sql_findings(name, text, folder):
    """A statement that holds an SQL literal and puts it together with a value: values are bound, never glued in."""
    if folder not in ("platform", "models"):
        return
    lines = text.split("\n")
    code = tree.without_comments(text, keep_literals=True)
    known = constants(code)
    start = 0
    for end in [m.start() for m in re.finditer(r";", code)] + [len(code)]:
        statement = code[start:end]
        literal = SQL_LITERAL.search(statement)
        if literal:
            shape = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', statement)
            glued = [a or b for a, b in GLUED.findall(shape)]
            glued = [op for op in glued if op not in known and not MADE_FROM_CONSTANTS.search(op)]
            if ".arg(" in shape:
                glued.append(".arg()")
            number = tree.line_of(code, start + literal.start())
            first = tree.line_of(code, start + len(statement) - len(statement.lstrip()))
            if glued and not any(waived(lines, near, "sql") for near in {number, first}):
                yield f"{name}:{number}: sql: {glued[0]} is put into a statement — bind values; only constant names may be glued"
        start = end + 1


def form_findings(name, text):
    lines = text.split("\n")
    if not any(SPDX in line for line in lines[:3]):
        yield f"{name}:1: licence: the first line says {SPDX}"
    count = len(lines) - (1 if lines and not lines[-1] else 0)
    if count > LONGEST:
        yield f"{name}:{count}: long: {count} lines, at most {LONGEST}"


def findings(root):
    found = []
    sources = tree.files(root)
    if not sources:
        return [f"{root}: no source file found"]
    for path in sources:
        name = path.relative_to(root)
        text = path.read_text(encoding="utf-8")
        found += word_findings(name, text, name.parts[0])
        found += sql_findings(name, text, name.parts[0])
        found += form_findings(name, text)
    scripts = tree.files(root, suffixes=tree.SCRIPTS)
    scripts += [p for t in tree.TREES for p in sorted((root / t).rglob("CMakeLists.txt"))]
    scripts += [p for p in (root / "CMakeLists.txt", root / "dev", root / ".ci" / "run") if p.exists()]
    for path in scripts:
        found += form_findings(path.relative_to(root), path.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    options = tree.arguments(__doc__).parse_args()
    sys.exit(tree.report(findings(options.root), "house rules"))
