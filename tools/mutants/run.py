#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes small wrong changes in a copy of the tree, and asks the tests whether they notice.

All changes of a sample are built at once, each behind a switch; one run without any says which tests come past which, and
only these are asked. Prints a line for each change, then «killed K of N»; writes the same as JSON. Ends with 1 when fewer
than the wanted share was killed. What does not compile is replaced by the next draw. A change that only tests with a time
limit end is killed too.
"""

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import sample
import suite
import switches

# Only these can notice a change of the code; the house checks look at its text.
ASKED = {"contract", "platform", "client", "models", "views", "app", "e2e", "gateway"}
BUILD_LIMIT = 5400  # seconds for the build of all changes
SPARE = 1.25  # how many are drawn for each that is wanted: some do not compile


class Copy:
    """A copy of the tracked files with a build of its own: shared libraries, so that a change costs one link."""

    def __init__(self, root, place, jobs):
        self.root = root
        self.source = place / "source"
        self.build = place / "build"
        self.jobs = jobs
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "CCACHE_BASEDIR": str(place)}

    def refresh(self):
        """Brings the copy to the state of the working tree; touches only what differs, so that little is built anew."""
        names = self._git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
        wanted = {name for name in names if name and (self.root / name).is_file()}
        for path in list(self.source.rglob("*")):
            if path.is_file() and path.relative_to(self.source).as_posix() not in wanted:
                path.unlink()
        for name in sorted(wanted):
            self.write(name, (self.root / name).read_bytes())
            shutil.copymode(self.root / name, self.source / name)

    def write(self, name, content):
        there = self.source / name
        if not there.is_file() or there.read_bytes() != content:
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(content)

    def restore(self, names):
        for name in names:
            self.write(name, (self.root / name).read_bytes())

    def configure(self):
        self._run(["cmake", "-S", str(self.source), "-B", str(self.build), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                   "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DPC_SHARED=ON", "-DBUILD_TESTING=ON", "-DPC_ENGINES=OFF",
                   "-DPC_PROPERTY_CASES=200", "-DPC_JOINED=OFF"], 600, check=True)

    def compile(self):
        """(whether everything builds, what the build said)."""
        result = self._run(["cmake", "--build", str(self.build), "-j", str(self.jobs), "--", "-k", "0"], BUILD_LIMIT)
        return result.returncode == 0, result.stdout + result.stderr

    def _git(self, *arguments):
        return subprocess.run(["git", "-c", f"safe.directory={self.root}", *arguments], cwd=self.root, check=True, timeout=60,
                              capture_output=True, text=True).stdout

    def _run(self, command, limit, check=False):
        result = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=limit, errors="replace")
        if check and result.returncode:
            sys.exit(f"{' '.join(command)}\n{result.stdout[-3000:]}{result.stderr[-3000:]}")
        return result


def build(copy, drawn):
    """Builds all of these (number: (path, Mutation)) behind switches; gives the numbers of those that do not compile."""
    wrong = set()
    while True:
        for path in sorted({path for path, _ in drawn.values()}):
            numbered = [(number, change) for number, (its, change) in drawn.items() if its == path and number not in wrong]
            text = (copy.root / path).read_text(encoding="utf-8")
            changed, placeless = switches.switched(path, text, numbered)
            wrong |= placeless
            copy.write(path, (changed if numbered else text).encode())
        done, said = copy.compile()
        if done:
            return wrong
        named = switches.broken(said)
        if not named - wrong:
            sys.exit("the tree does not build\n" + said[-5000:])
        wrong |= named


def nearest_first(path, tests, number, root):
    """The tests that come past a change, those that are named after its file first, then the quick ones."""
    header = path[:-4] + ".h"
    near = {each.stem for each in (root / "tests").rglob("tst_*.cpp")
            if each.stem == "tst_" + Path(path).stem or header in each.read_text(encoding="utf-8")}
    return sorted((test for test in tests if number in test.reached),
                  key=lambda test: (test.alone, test.name not in near or test.seconds > 5, test.seconds))


def shown(outcome):
    def short(text):
        text = " ".join(text.split())
        return text if len(text) <= 60 else text[:57] + "…"

    return (f"{outcome['result']:7} {outcome['file']}:{outcome['line']}  {outcome['kind']}:"
            f" {short(outcome['before'])} → {short(outcome['after']) or '(nothing)'}"
            + (f"  [{outcome['by']}]" if "by" in outcome else "")
            + (f"  [of {outcome['asked']}]" if outcome.get("result") == "lived" else ""))


def main():
    parser = argparse.ArgumentParser(prog="./dev mutants", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True, help="the same seed on the same files gives the same sample")
    parser.add_argument("--count", type=int, default=100, help="how many changes that compile (100)")
    parser.add_argument("--only", action="append", default=[], metavar="PATH", help="places below this path only; may be repeated")
    parser.add_argument("--wanted", type=int, default=90, metavar="PERCENT", help="fewer killed than this ends with 1 (90)")
    parser.add_argument("--list", action="store_true", help="show what would be drawn, change and run nothing")
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--place", type=Path, required=True, help="where the copy and its build are kept")
    options = parser.parse_args()

    wanted = int(options.count * SPARE) + 1
    drawn = dict(enumerate(itertools.islice(sample.draw(options.root, options.seed, options.only), wanted), 1))
    if options.list:
        for name, mutation in list(drawn.values())[: options.count]:
            print(shown({"result": "drawn", "file": name, **vars(mutation)}))
        return 0

    copy = Copy(options.root, options.place, os.cpu_count() or 1)
    copy.refresh()
    copy.configure()
    print(f"building {len(drawn)} changes", flush=True)
    try:
        wrong = build(copy, drawn)
        tests = [test for test in suite.tests_of(copy.build) if set(test.labels) & ASKED]
        print(f"{len(wrong)} do not compile; running {len(tests)} tests without any", flush=True)
        unwell = suite.look(tests, options.place / "reached", switches.REACHED, copy.jobs)
        if unwell:
            print("left out, because these fail without any change: " + ", ".join(test.name for test in unwell), flush=True)
        return ask(copy, options, {number: each for number, each in drawn.items() if number not in wrong},
                   [test for test in tests if test not in unwell], [test.name for test in unwell])
    finally:
        copy.restore({path for path, _ in drawn.values()})


def ask(copy, options, drawn, tests, unwell):
    """Asks the tests about the first that are wanted; the status of the process."""
    outcomes = []
    report = options.place / f"report-{options.seed}.json"
    began = time.monotonic()
    for number, (path, change) in list(drawn.items())[: options.count]:
        its = nearest_first(path, tests, number, options.root)
        noticed = suite.first_that_fails(its, {switches.ASKED: str(number)}, copy.jobs)
        outcome = {"number": number, "file": path, "line": change.line, "kind": change.kind, "before": change.before, "after": change.after}
        outcome |= {"result": "killed", "by": noticed.name} if noticed else {"result": "lived", "asked": len(its)}
        outcomes.append(outcome)
        print(f"{len(outcomes):3} {shown(outcome)}", flush=True)
        report.write_text(json.dumps({"seed": options.seed, "left_out": unwell, "changes": outcomes}, indent=1), encoding="utf-8")

    killed = sum(1 for outcome in outcomes if outcome["result"] == "killed")
    print(f"\nkilled {killed} of {len(outcomes)} in {(time.monotonic() - began) / 60:.0f} minutes; {report}")
    return 0 if outcomes and killed * 100 >= options.wanted * len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
