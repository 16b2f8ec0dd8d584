#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev bench: what the product costs, each figure beside a peer that is measured in the same run (docs/performance.md)."""
import argparse
import os
import pathlib
import platform
import shutil
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SUBJECTS = ["calls", "growth", "routes", "lists", "window", "history"]


def machine():
    model = ""
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    release = pathlib.Path("/etc/debian_version")
    return {"cores": os.cpu_count(), "processor": model, "kernel": platform.release(),
            "debian": release.read_text().strip() if release.exists() else ""}


def main():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--build", default=SOURCE / "build/release", type=pathlib.Path, help="the build whose programs are measured")
    parser.add_argument("--only", action="append", choices=SUBJECTS, help="some of them; may be repeated")
    parser.add_argument("--rounds", type=int, default=3, help="the least of them counts (default %(default)s)")
    parser.add_argument("--seconds", type=int, default=4, help="of each load in a round (default %(default)s)")
    parser.add_argument("--json", help="writes the figures here, too")
    asked = parser.parse_args()
    # The tests of gateways start services, gateways and partners already.
    os.environ["PC_SOURCE_DIR"], os.environ["PC_BINARY_DIR"] = str(SOURCE), str(asked.build.resolve())
    sys.path[:0] = [str(SOURCE / "tests/gateway"), str(pathlib.Path(__file__).parent)]
    sys.dont_write_bytecode = True
    import goals
    figures = []
    for name in asked.only or SUBJECTS:
        print("==> " + name, file=sys.stderr, flush=True)
        directory = tempfile.mkdtemp(prefix="pc-bench-")
        try:
            figures += __import__(name).measure(directory, asked.rounds, asked.seconds)
        finally:
            shutil.rmtree(directory, True)
    print(goals.table(figures))
    if asked.json:
        goals.write_json(asked.json, machine(), figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
