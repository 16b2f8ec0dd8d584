# SPDX-License-Identifier: GPL-3.0-or-later
"""The tests that CTest knows, run one by one with an environment of one's own."""

import json
import os
import shutil
import signal
import subprocess
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 6  # times what a test took without any change
LEAST_PATIENCE = 20  # seconds


@dataclass
class Test:
    """One test: what runs it, and how long it took when nothing was changed."""

    name: str
    command: list
    environment: dict
    folder: str
    labels: list
    alone: bool
    limit: float  # seconds
    seconds: float = 0.0
    reached: set = field(default_factory=set)  # numbers of the changes it came past

    def passes(self, extra, limit=None):
        """Whether it ends with 0 in time; `extra` is added to its environment."""
        with subprocess.Popen(self.command, cwd=self.folder, env={**os.environ, **self.environment, **extra},
                              stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              start_new_session=True) as process:
            try:
                return process.wait(limit or self.limit) == 0
            except subprocess.TimeoutExpired:
                return False
            finally:
                try:
                    os.killpg(process.pid, signal.SIGKILL)  # what it started and did not end
                except ProcessLookupError:
                    pass


def tests_of(build):
    """All tests of a build, in CTest's order."""
    listed = subprocess.run(["ctest", "--test-dir", str(build), "--show-only=json-v1"], check=True, capture_output=True, timeout=60)
    found = []
    for test in json.loads(listed.stdout)["tests"]:
        its = {each["name"]: each["value"] for each in test.get("properties", ())}
        environment = dict(each.split("=", 1) for each in its.get("ENVIRONMENT", ()))
        found.append(Test(test["name"], test["command"], environment, its.get("WORKING_DIRECTORY", str(build)), its.get("LABELS", []),
                          bool(its.get("RUN_SERIAL")), float(its.get("TIMEOUT", 1500))))
    return found


def look(tests, kept, variable, jobs):
    """Runs each once, notes what it takes and what it reaches (`kept`: a folder for that); gives those that fail."""
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    failed = []

    def run(test):
        note = Path(kept) / test.name
        began = time.monotonic()
        good = test.passes({variable: str(note)}) or test.passes({variable: str(note)})
        test.seconds = time.monotonic() - began
        test.reached = {int(line) for line in note.read_text().split()} if note.is_file() else set()
        if not good:
            failed.append(test)

    with ThreadPoolExecutor(jobs) as workers:
        list(workers.map(run, [test for test in tests if not test.alone]))
    for test in tests:
        if test.alone:
            run(test)
    return failed


def first_that_fails(tests, extra, jobs):
    """The first of these that fails twice, or None; several at once, in this order."""

    def fails(test):
        patience = min(test.limit, max(LEAST_PATIENCE, PATIENCE * test.seconds))
        # Twice: a busy machine makes a test late, and that is not what noticed the change.
        return not test.passes(extra, patience) and not test.passes(extra, patience)

    waiting, running, found = list(tests), {}, None
    with ThreadPoolExecutor(jobs) as workers:
        while (waiting or running) and not found:
            while waiting and len(running) < jobs and not (waiting[0].alone and running) and not any(test.alone for test in running.values()):
                test = waiting.pop(0)
                running[workers.submit(fails, test)] = test
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for one in done:
                test = running.pop(one)
                if one.result() and not found:
                    found = test
    return found
