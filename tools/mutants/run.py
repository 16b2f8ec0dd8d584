#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes small wrong changes, one at a time, in a copy of the tree, and asks the tests whether they notice.

Prints a line for each, then «killed K of N»; writes the same as JSON. Ends with 1 when fewer than the wanted share was
killed. What does not compile is replaced by the next draw. A change that only tests with a time limit end is killed too.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import sample

# Which labels can notice a change below a folder, in the order in which they are asked.
NOTICED_BY = {
    "contract": ("contract", "platform", "client", "models", "views", "app", "e2e", "gateway"),
    "platform": ("platform", "client", "models", "e2e", "gateway"),
    "client": ("client", "models", "views", "app", "e2e"),
    "models": ("models", "views", "app", "e2e"),
    "views": ("views", "app", "e2e"),
    "app": ("app", "views", "e2e"),
}
BUILD_LIMIT = 1200  # seconds for one change
STAGE_LIMIT = 900  # seconds for the tests of one stage
SLOW = 15  # seconds; tests that take longer are asked when all others have noticed nothing


class Copy:
    """A copy of the tracked files with a build of its own: shared libraries, so that a change costs one link."""

    def __init__(self, root, place, jobs):
        self.root = root
        self.source = place / "source"
        self.build = place / "build"
        self.jobs = str(jobs)
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "CCACHE_BASEDIR": str(self.source)}

    def refresh(self):
        """Brings the copy to the state of the working tree; touches only what differs, so that little is built anew."""
        names = self._git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
        wanted = {name for name in names if name and (self.root / name).is_file()}
        for path in list(self.source.rglob("*")):
            if path.is_file() and path.relative_to(self.source).as_posix() not in wanted:
                path.unlink()
        for name in sorted(wanted):
            here, there = self.root / name, self.source / name
            if there.is_file() and there.read_bytes() == here.read_bytes():
                continue
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(here, there)

    def configure(self):
        self._run(["cmake", "-S", str(self.source), "-B", str(self.build), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                   "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DPC_SHARED=ON", "-DBUILD_TESTING=ON", "-DPC_ENGINES=OFF",
                   "-DPC_PROPERTY_CASES=200"], 600, check=True)

    def compile(self):
        """Whether everything builds."""
        return self._run(["cmake", "--build", str(self.build), "-j", self.jobs], BUILD_LIMIT).returncode == 0

    def tests(self):
        """[(name, labels)] of all tests that are registered."""
        listed = json.loads(self._run(["ctest", "--test-dir", str(self.build), "--show-only=json-v1"], 60, check=True).stdout)
        found = []
        for test in listed["tests"]:
            labels = next((p["value"] for p in test.get("properties", ()) if p["name"] == "LABELS"), [])
            found.append((test["name"], labels))
        return found

    def seconds(self):
        """{name: seconds that it took}, as CTest remembers it."""
        kept = self.build / "Testing" / "Temporary" / "CTestCostData.txt"
        lines = kept.read_text(encoding="utf-8").split("---", 1)[0].splitlines() if kept.is_file() else []
        return {name: float(cost) for name, _, cost in (line.split() for line in lines if line.strip())}

    def failing(self, names, stop=True):
        """The names of those of these tests that fail; with `stop` at most a few, as soon as one did."""
        if not names:
            return []
        pattern = "^(" + "|".join(map(re.escape, names)) + ")$"
        command = ["ctest", "--test-dir", str(self.build), "-j", self.jobs, "-R", pattern]
        result = self._run(command + (["--stop-on-failure"] if stop else []), STAGE_LIMIT)
        if result.returncode == 0:
            return []
        failed = re.findall(r"^\s*\d+/\d+ Test +#\d+: (\S+) \.+.*\*\*\*", result.stdout, re.MULTILINE)
        return failed or ["(limit of time)"]

    def _git(self, *arguments):
        return subprocess.run(["git", "-c", f"safe.directory={self.root}", *arguments], cwd=self.root, check=True, timeout=60,
                              capture_output=True, text=True).stdout

    def _run(self, command, limit, check=False):
        try:
            result = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=limit,
                                    errors="replace", start_new_session=True)
        except subprocess.TimeoutExpired as late:
            return subprocess.CompletedProcess(command, 124, (late.stdout or b"").decode(errors="replace"), "")
        if check and result.returncode:
            sys.exit(f"{' '.join(command)}\n{result.stdout[-3000:]}{result.stderr[-3000:]}")
        return result


def nearest_first(root, path, tests, seconds):
    """The tests in stages, in the order in which they are likely to notice a change of this file: those that name it come
    first, then label by label, and the slow ones of all labels at last: CTest waits for what runs, even when another failed."""
    labels = NOTICED_BY[path.split("/")[0]]
    header = path[:-4] + ".h"
    stem = Path(path).stem
    near = set()
    for source in (root / "tests").rglob("tst_*.cpp"):
        if source.stem == "tst_" + stem or header in source.read_text(encoding="utf-8"):
            near.add(source.stem)
    asked = [(name, its) for name, its in tests if set(its) & set(labels)]
    slow = {name for name, _ in asked if seconds.get(name, 0) > SLOW}
    stages = [[name for name, _ in asked if name in near - slow]]
    for label in labels:
        stages.append([name for name, its in asked if label in its and name not in near | slow])
    stages += [[name for name, _ in asked if name in slow & near], [name for name, _ in asked if name in slow - near]]
    return [stage for stage in stages if stage]


def judge(copy, name, mutation, tests, seconds):
    """{…} about one change: compiled or not, and which test noticed it."""
    target = copy.source / name
    text = target.read_text(encoding="utf-8")
    outcome = {"file": name, "line": mutation.line, "kind": mutation.kind, "before": mutation.before, "after": mutation.after}
    target.write_text(mutation.apply(text), encoding="utf-8")
    try:
        if not copy.compile():
            return {**outcome, "result": "does not compile"}
        for stage in nearest_first(copy.source, name, tests, seconds):
            failed = copy.failing(stage)
            if failed:
                return {**outcome, "result": "killed", "by": failed[0]}
        return {**outcome, "result": "lived"}
    finally:
        target.write_text(text, encoding="utf-8")


def shown(outcome):
    def short(text):
        text = " ".join(text.split())
        return text if len(text) <= 60 else text[:57] + "…"

    return (f"{outcome['result']:7} {outcome['file']}:{outcome['line']}  {outcome['kind']}:"
            f" {short(outcome['before'])} → {short(outcome['after']) or '(nothing)'}"
            + (f"  [{outcome['by']}]" if "by" in outcome else ""))


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

    if options.list:
        for (name, mutation), _ in zip(sample.draw(options.root, options.seed, options.only), range(options.count)):
            print(shown({"result": "drawn", "file": name, **vars(mutation)}))
        return 0

    copy = Copy(options.root, options.place, os.cpu_count() or 1)
    copy.refresh()
    copy.configure()
    print("building the copy and running its tests once", flush=True)
    if not copy.compile():
        sys.exit("the tree does not build")
    tests = copy.tests()
    unwell = copy.failing([name for name, labels in tests if set(labels) & set(NOTICED_BY["contract"])], stop=False)
    if unwell:
        print("left out, because these fail without any change: " + ", ".join(unwell), flush=True)
        tests = [(name, labels) for name, labels in tests if name not in unwell]

    seconds = copy.seconds()
    outcomes = []
    report = options.place / f"report-{options.seed}.json"
    began = time.monotonic()
    for name, mutation in sample.draw(copy.source, options.seed, options.only):
        outcome = judge(copy, name, mutation, tests, seconds)
        if outcome["result"] == "does not compile":
            continue
        outcomes.append(outcome)
        print(f"{len(outcomes):3} {shown(outcome)}", flush=True)
        report.write_text(json.dumps({"seed": options.seed, "left_out": unwell, "changes": outcomes}, indent=1), encoding="utf-8")
        if len(outcomes) >= options.count:
            break
    copy.compile()

    killed = sum(1 for outcome in outcomes if outcome["result"] == "killed")
    print(f"\nkilled {killed} of {len(outcomes)} in {(time.monotonic() - began) / 60:.0f} minutes; {report}")
    return 0 if outcomes and killed * 100 >= options.wanted * len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
