#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a manual page from what a program says with --help: manual.py PROGRAM CHANGELOG FILE.gz

A program with a list of "Commands:" is asked for the help of each, and of theirs; their texts become sections of the same
page. A list of "Exit codes:" becomes a section, too."""
import email.utils
import gzip
import os
import pathlib
import re
import subprocess
import sys


def help_of(program, *words):
    environment = dict(os.environ, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="offscreen", XDG_RUNTIME_DIR=os.environ.get("XDG_RUNTIME_DIR", "/tmp"))
    done = subprocess.run([str(program), *words, "--help"], env=environment, text=True, capture_output=True, timeout=60, check=True)
    return done.stdout.replace(str(program), program.name).rstrip("\n").split("\n")


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return "\\&" + text if text.startswith(".") else text


def literal(lines):
    return [".nf", *(escaped(line) for line in lines), ".fi"]


def usage_and_rest(lines):
    """The lines of "Usage:", without that word, and what follows them."""
    usage = []
    rest = list(lines)
    while rest and (rest[0].startswith("Usage:") or (usage and rest[0].startswith("  "))):
        usage.append(re.sub(r"^Usage:\s*", "", rest.pop(0)).strip())
    return usage, rest


def without_list(lines, title):
    """The items of a list with this title, by name, and the other lines."""
    items = {}
    if title not in lines:
        return items, lines
    begin = lines.index(title)
    end = begin + 1
    while end < len(lines) and lines[end].startswith("  "):
        found = re.match(r"  (\S+)  +(.*)$", lines[end])
        if found:
            name = found.group(1)
            items[name] = found.group(2)
        else:
            items[name] += " " + lines[end].strip()
        end += 1
    return items, lines[:begin] + lines[end:]


def sections_of(program, *path):
    """A section for each command below `path`."""
    commands, _ = without_list(help_of(program, *path), "Commands:")
    page = []
    for name, summary in commands.items():
        usage, rest = usage_and_rest(help_of(program, *path, name))
        inner, rest = without_list(rest, "Commands:")
        page += [".SS " + escaped(" ".join([*path, name])), summary[0].upper() + escaped(summary[1:]) + ".", ".PP", *literal(usage), ".PP",
                 *body(rest)]
        if inner:
            page += sections_of(program, *path, name)
    return page


def body(lines):
    """Paragraphs as they are; options with hanging indents."""
    page = []
    for line in lines:
        if line == "Options:":
            continue
        item = re.match(r"  (-\S.*?)(?:  +(.*)| *)$", line)
        if item:
            page += [".TP", ".B " + escaped(item.group(1)), *([escaped(item.group(2))] if item.group(2) else [])]
        elif line.strip():
            if page and page[-1] != ".PP" and ".TP" in page and not line.startswith(" "):
                page.append(".PP")
            page.append(escaped(line.strip()))
        elif page and page[-1] != ".PP":
            page.append(".PP")
    return [line for index, line in enumerate(page) if line != ".PP" or page[index + 1:index + 2] not in ([], [".TP"])]


def page_of(program, version, date):
    usage, rest = usage_and_rest(help_of(program))
    summaries = {"partner-console": "onboards partners and manages their API credentials",
                 "partner-platform": "decides the calls of partners and answers the console"}
    page = ['.TH %s 1 "%s" "Partner Console %s" "User Commands"' % (program.name.upper().replace("-", "\\-"), date, version),
            ".SH NAME", "%s \\- %s" % (escaped(program.name), summaries[program.name]), ".SH SYNOPSIS", *literal(usage)]
    commands, rest = without_list(rest, "Commands:")
    codes, rest = without_list(rest, "Exit codes:")
    page += [".SH DESCRIPTION", *body(rest)]
    if commands:
        page += [".SH COMMANDS", *sections_of(program)]
    if codes:
        page.append(".SH EXIT STATUS")
        for code, meaning in codes.items():
            page += [".TP", ".B " + code, meaning[0].upper() + escaped(meaning[1:]) + "."]
    others = [name for name in summaries if name != program.name]
    page += [".SH SEE ALSO", ", ".join(".BR %s (1)" % escaped(name) for name in others),
             ".PP", "The files in /usr/share/doc/partner\\-console."]
    return "\n".join(page) + "\n"


def version_and_date(changelog):
    text = pathlib.Path(changelog).read_text(encoding="utf-8")
    version = re.search(r"\((\S+)\)", text).group(1)
    return version, email.utils.parsedate_to_datetime(re.search(r"^ -- .*>  (.+)$", text, re.MULTILINE).group(1)).strftime("%Y\\-%m\\-%d")


if __name__ == "__main__":
    program, changelog, target = map(pathlib.Path, sys.argv[1:])
    target.parent.mkdir(parents=True, exist_ok=True)
    with open(target, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(page_of(program, *version_and_date(changelog)).encode())
