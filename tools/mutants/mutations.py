# SPDX-License-Identifier: GPL-3.0-or-later
"""Small wrong changes to C++ text: where each can be made, and what it becomes.

Works on text, not on a syntax tree: a change that does not compile is thrown away by whoever builds it. What no test of
this project is meant to notice is left out: log lines, painting, names for tests, room that is reserved for later.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "house"))
import tree  # noqa: E402 — the house checks know what is code and what is not

@dataclass(frozen=True)
class Mutation:
    """`before` at offset `start` becomes `after`; `line` counts from 1."""

    start: int
    line: int
    kind: str
    before: str
    after: str

    def apply(self, text):
        assert text[self.start : self.start + len(self.before)] == self.before
        return text[: self.start] + self.after + text[self.start + len(self.before) :]


def blanked(text):
    """The text with comments, literals and preprocessor lines blanked out; every character keeps its place."""
    code = tree.without_comments(text)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda line: re.sub(r"[^\n]", " ", line.group(0)), code, flags=re.MULTILINE)


# kind: pattern whose first group is what is replaced, and its replacement
_SWAPS = (
    ("comparison", r"(?<= )(==)(?= |\n)", "!="),
    ("comparison", r"(?<= )(!=)(?= |\n)", "=="),
    ("boundary", r"(?<= )(<)(?= |\n)", "<="),
    ("boundary", r"(?<= )(<=)(?= |\n)", "<"),
    ("boundary", r"(?<= )(>)(?= |\n)", ">="),
    ("boundary", r"(?<= )(>=)(?= |\n)", ">"),
    ("logic", r"(?<= )(&&)(?= |\n)", "||"),
    ("logic", r"(?<= )(\|\|)(?= |\n)", "&&"),
    ("negation", r"(?<=[(\s])(!)(?=[A-Za-z_(*])", ""),
    ("arithmetic", r"(?<=[\w)\]] )(\+)(?= )", "-"),
    ("arithmetic", r"(?<=[\w)\]] )(-)(?= )", "+"),
    ("arithmetic", r"(?<= )(\+=)(?= )", "-="),
    ("arithmetic", r"(?<= )(-=)(?= )", "+="),
    ("truth", r"\b(true)\b", "false"),
    ("truth", r"\b(false)\b", "true"),
    ("extreme", r"\bstd::(min)\b", "max"),
    ("extreme", r"\bstd::(max)\b", "min"),
    ("quantifier", r"\bstd::(any_of)\b", "all_of"),
    ("quantifier", r"\bstd::(all_of)\b", "any_of"),
    ("flow", r"\b(break;)", ";"),
    ("flow", r"\b(continue;)", ";"),
)
# Not the -1 that says «none»: -2 says the same.
_NUMBER = re.compile(r"(?<![\w.'])(?<!return -)(\d[\d']*)(?![\w.'])")
_IF = re.compile(r"\bif \(")
_STATEMENT = re.compile(r"(?<=[;{})])\s*\n[ \t]*(?=[A-Za-z_][\w:]*(?:(?:\.|->|::)\w+|\([^;{}]*?\)(?=\.|->))*\()")
# A value that the next line hands over to be written: whatever it is at first, nobody can notice.
_OVERWRITTEN = re.compile(r"\b(?:bool|int|qint64) (\w+) = ([\w']+);[^\n]*\n[^\n]*&\1\b")
_NOT_A_CALL = ("if", "for", "while", "switch", "return", "delete", "catch", "throw", "case", "else", "do", "co_return")
# What is not meant to be noticed by a test.
_QUIET = re.compile(
    r"\b(?:m_)?log\b|\bqC?(?:Debug|Info|Warning|Critical|Fatal)\b|Q_ASSERT|Q_UNREACHABLE|std::abort\(|static_assert|\breserve\(|\bsqueeze\("
    r"|\bwipe\(|\bfill_n\("  # memory that is overwritten before it is let go
    r"|setForwardOnly\(|\.finish\(\)"  # what a statement may keep, and when it lets it go
    r"|viewport\(\)->update\("  # painted anew
    r"|setObjectName|painter\b|\bpaint\w*\(|\bdraw\w*\(|setContentsMargins|set\w*Spacing|add(?:Stretch|Spacing)|setSizePolicy|\bupdate\(\)|noexcept|\bQ_\w+\("
)


def _closing(code, opening):
    """The offset behind the bracket that closes the one at `opening`, or -1."""
    depth = 0
    for at in range(opening, len(code)):
        if code[at] in "([{":
            depth += 1
        elif code[at] in ")]}":
            depth -= 1
            if depth == 0:
                return at + 1
    return -1


def _statement_end(code, start):
    """The offset behind the `;` that ends the statement at `start`, or -1 when a block or the end comes first."""
    at = start
    while at < len(code):
        if code[at] in "([{":
            at = _closing(code, at)
            if at < 0:
                return -1
            continue
        if code[at] == ";":
            return at + 1
        if code[at] in ")]}":
            return -1
        at += 1
    return -1


def mutations(text, numbers=True):
    """Every change that can be made to this text, in the order of their places. `numbers`: also to numbers."""
    code = blanked(text)
    found = []
    overwritten = {match.start(2) for match in _OVERWRITTEN.finditer(code)}

    def add(start, end, kind, after):
        if start in overwritten:
            return
        line_start = code.rfind("\n", 0, start) + 1
        line_end = code.find("\n", start)
        if _QUIET.search(code[line_start : line_end if line_end >= 0 else len(code)]):
            return
        found.append(Mutation(start, text.count("\n", 0, start) + 1, kind, text[start:end], after))

    for kind, pattern, after in _SWAPS:
        for match in re.finditer(pattern, code):
            if match.group(1) != "break;" or not _ends_switch(code, match.start(1)):
                add(match.start(1), match.end(1), kind, after)
    for match in _IF.finditer(code):
        opening = match.end() - 1
        end = _closing(code, opening)
        condition = code[opening + 1 : end - 1]
        if _only_logs(code, end):
            continue
        if end < 0 or ";" in condition or re.search(r"(?<![=!<>])=(?!=)", condition):
            continue
        add(opening + 1, end - 1, "never", "false")
        add(opening + 1, end - 1, "always", "true")
    if numbers:
        for match in _NUMBER.finditer(code):
            digits = match.group(1).replace("'", "")
            if len(digits) < 19 and not (len(digits) > 1 and digits[0] == "0"):
                add(match.start(1), match.end(1), "number", str(int(digits) + 1))
    for match in _STATEMENT.finditer(code):
        start = match.end()
        name = re.match(r"[A-Za-z_]\w*", code[start:]).group(0)
        end = _statement_end(code, start)
        if name in _NOT_A_CALL or end < 0 or code[end - 2] != ")":
            continue
        add(start, end, "left out", ";")
    # A place in a list of initialisers or parameters is no statement of a function: only what lies inside braces counts.
    return sorted((m for m in found if _inside_function(code, m.start)), key=lambda m: (m.start, m.kind))


def _only_logs(code, behind):
    """Whether what an `if` does, whose condition ends before this offset, is one quiet statement and no else."""
    start = behind + len(code[behind:]) - len(code[behind:].lstrip())
    if code[start : start + 1] == "{":
        end = _closing(code, start)
        inside = code[start + 1 : end - 1].strip()
        if inside.count(";") != 1:
            return False
    else:
        end = _statement_end(code, start)
        inside = code[start:end]
    if end < 0 or re.match(r"\s*else\b", code[end:]):
        return False
    return re.match(r"(?:\w+(?:\.|->))*(?:m_)?log(?:\.|->)\w+\(|qC?(?:Debug|Info|Warning|Critical)\(", inside) is not None


def _ends_switch(code, at):
    """Whether the `break;` at this offset is the last thing in its switch: then nothing follows that it would skip."""
    if not re.match(r"break;\s*\}", code[at:]):
        return False
    depth = 0
    for position in range(at - 1, -1, -1):
        if code[position] == "}":
            depth += 1
        elif code[position] == "{":
            if depth == 0:
                return re.search(r"\bswitch \([^{};]*\)\s*$", code[:position]) is not None
            depth -= 1
    return False


def _inside_function(code, at):
    """Whether a `)`-introduced block is open at this offset: a function's body, not a namespace or a class."""
    depth = 0
    for position in range(at - 1, -1, -1):
        if code[position] == "}":
            depth += 1
        elif code[position] == "{":
            if depth:
                depth -= 1
                continue
            before = code[:position].rstrip()
            if re.search(r"(?:\)|\bconst|\bnoexcept|\boverride|\bmutable|\belse|\bdo|\btry)$", before) or before.endswith("]"):
                return True
    return False
