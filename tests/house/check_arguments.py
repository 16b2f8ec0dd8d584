#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses secrets on command lines, in scripts, tests, documentation and the samples that the console shows: what stands there is
seen by everybody on the machine. They go by standard input or by a file that only its owner reads."""

import re
import sys

import tree

# what: (pattern in a line, what to do instead)
RULES = {
    "curl-user": (r"""\bcurl\b[^|]*?\s(?:-u|--user|--oauth2-bearer|--proxy-user)[ =]+['"$\w]""", "curl --config -, with: user = \"id:secret\""),
    "header": (r"""(?:(?<![\w-])-H|--header)[ '",=fu]+(?:Authorization|Proxy-Authorization|Cookie|X-Api-Key)\s*:""",
               "curl --config -, with: header = \"…\""),
    "data": (r"""^(?!.*\bcurl\().*(?:(?<![\w-])-d|--data(?:-\w+)?)[ '",=]+[^ ]*(?:client_secret|password|token)=""", "curl --data @-"),
    "xauth": (r"""\bxauth\b.*\badd\b""", "xauth source -"),
    "literal": (r"""--from-literal=\S*?(?:secret|key|token|password)=""", "--from-file=NAME=/dev/stdin"),
    "vault": (r"""\bvault kv put\b.*(?:secret|key|token|password)=(?!-)""", "vault kv put … NAME=-"),
    "passphrase": (r"""-pass(?:in|out)?[ '",]+pass:""", "-passin fd:N or file:"),
    "password": (r"""\b(?:docker login|mysql|psql|sshpass)\b.*(?:--password[ =]|\s-p)\S""", "a file of mode 0600"),
}
SUFFIXES = (".py", ".sh", ".cpp", ".h", ".md", ".cmake", ".txt", ".yaml", ".conf")
TREES = tree.TREES + ("docs", ".ci")
ALONE = ("dev", "README.md", "CONTRIBUTING.md", ".ci/run")
# Whose subject such lines are.
EXAMPLES = ("tests/house/check_arguments.py", "tests/house/test_checkers.py", "tests/contract/crypto/tst_redaction.cpp")


def paths(root):
    yield from tree.files(root, trees=TREES, suffixes=SUFFIXES)
    yield from (root / name for name in ALONE if (root / name).is_file())


def findings(root):
    found = []
    for path in paths(root):
        name = str(path.relative_to(root))
        if name in EXAMPLES:
            continue
        # What is broken into lines by a backslash is one command.
        text = path.read_text(encoding="utf-8", errors="replace").replace("\\\n", " \r")
        number = 1
        for line in text.split("\n"):
            for rule, (pattern, instead) in RULES.items():
                if re.search(pattern, line):
                    found.append(f"{name}:{number}: {rule}: a secret on a command line; {instead}")
            number += 1 + line.count("\r")
    return found


if __name__ == "__main__":
    sys.exit(tree.report(findings(tree.arguments(__doc__).parse_args().root), "check_arguments"))
