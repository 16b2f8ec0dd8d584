# SPDX-License-Identifier: GPL-3.0-or-later
"""All changes of a sample in one build: each stands behind a switch that the environment sets.

A function that is to be changed begins with a switch over the number of the change that is asked for, with a whole body of
its own for each; without a number it runs as it stands. So a hundred changes cost one build instead of a hundred.
"""

import re

import mutations

# The number of the change that is asked for, and the file in which a process notes which changes it came past.
ASKED = "PC_MUTANT"
REACHED = "PC_MUTANTS_REACHED"
# What the compiler calls the text of a change: an error in it names the change.
_PLACE = "pc-mutant-"

_SWITCH = r"""
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <fcntl.h>
#include <unistd.h>
namespace {
[[maybe_unused]] int pcMutant(std::initializer_list<int> mine)
{
    static const char *const asked = std::getenv("%(asked)s");
    static const int number = asked ? std::atoi(asked) : 0;
    static const char *const kept = std::getenv("%(reached)s");
    static bool seen[%(most)d] = {};
    if (kept && !seen[*mine.begin()]) {
        seen[*mine.begin()] = true;
        std::string lines;
        for (const int each : mine)
            lines += std::to_string(each) + "\n";
        const int file = ::open(kept, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
        if (file >= 0) {
            [[maybe_unused]] const auto written = ::write(file, lines.data(), lines.size());
            ::close(file);
        }
    }
    return number;
}
} // namespace
"""
_OPENS = re.compile(r"\b(?:namespace|struct|class|union|extern)\b")
_MEMBER = re.compile(r"\)[^{}]*?(?<!:):(?!:)")


def switched(path, text, numbered):
    """(text with these changes behind switches, the numbers of those that have no place in a function).

    `numbered`: [(number, Mutation), …]; `path` is what the compiler shall call the file.
    """
    code = mutations.blanked(text)
    parts, left, at = [], dict(numbered), 0
    for opening, closing, header in _functions(code):
        mine = [(number, change) for number, change in numbered if opening < change.start < closing - 1]
        if not mine:
            continue
        ends = "return;" if _gives_nothing(header) else "std::abort();"
        cases = []
        for number, change in mine:
            del left[number]
            body = change.apply(text)[opening + 1 : closing - 1 + len(change.after) - len(change.before)]
            cases.append(f'\ncase {number}: {{\n#line 1 "{_PLACE}{number}"\n{body}\n}} {ends}')
        numbers = ", ".join(str(number) for number, _ in mine)
        parts += [text[at : opening + 1], f"\nswitch (pcMutant({{{numbers}}})) {{", *cases, "\ndefault: break; }",
                  f'\n#line {text.count(chr(10), 0, opening) + 1} "{path}"\n']
        at = opening + 1
    parts.append(text[at:])
    head = _SWITCH % {"asked": ASKED, "reached": REACHED, "most": max((n for n, _ in numbered), default=0) + 1}
    return head + f'#line 1 "{path}"\n' + "".join(parts), set(left)


def broken(output):
    """The numbers of the changes that a compiler's output names as wrong."""
    named = re.findall(rf"^{_PLACE}(\d+):\d+:(?:\d+:)? (?:fatal )?error|^{_PLACE}(\d+):\d+:(?:\d+:)? +required from", output, re.MULTILINE)
    return {int(one or other) for one, other in named}


def _functions(code):
    """(offset of the `{`, offset behind the `}`, what stands before it) of every function outside of others."""
    found, at, begins = [], 0, 0
    while at < len(code):
        sign = code[at]
        if sign in ";}":
            begins = at + 1
        elif sign == "(":
            at = max(mutations._closing(code, at), at + 1)
            continue
        elif sign == "{":
            header = code[begins:at]
            closing = mutations._closing(code, at)
            if closing < 0:
                break
            plain = _without_brackets(re.sub(r"\boperator\s*[^\w\s(]+", "operator", header))
            value = re.search(r"(?<![=!<>])=(?!=)", plain)
            if _OPENS.search(header) and "@" not in plain and not value:
                begins = at + 1
            elif value or "@" not in plain or (_MEMBER.search(header) and re.search(r"[\w>]\s*$", header)):
                at = closing  # a value, or what a member is at first: the body is still to come
                continue
            else:
                found.append((at, closing, header))
                at = begins = closing
                continue
        at += 1
    return found


def _without_brackets(header):
    """The head of a declaration, with nothing inside its round brackets."""
    text, before = header, None
    while text != before:
        before, text = text, re.sub(r"\([^()]*\)", "@", text)
    return text


def _gives_nothing(header):
    """Whether this is the head of a function without a result: void, a constructor, a destructor."""
    head = re.sub(r"\b(?:public|private|protected)\s*:", "", header).strip()
    head = re.sub(r"^template\s*<[^{}]*?>\s*(?=[\w~])", "", head)
    before = head.split("(", 1)[0].split()
    return "void" in before or len([word for word in before if word not in ("explicit", "inline", "constexpr", "virtual")]) == 1
