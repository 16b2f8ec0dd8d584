# SPDX-License-Identifier: GPL-3.0-or-later
"""P11: verification of a history of 1,000,000 events, beside openssl hashing the same bytes. The least of the rounds each."""
import pathlib
import sqlite3
import subprocess
import time

from admin import PROGRAM
from goals import Figure

EVENTS = 1_000_000


def seconds(*command):
    began = time.perf_counter()
    subprocess.run(command, check=True, timeout=600, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def measure(directory, rounds, _):
    directory = pathlib.Path(directory)
    data, events = directory / "data", directory / "events"
    subprocess.run([str(PROGRAM), "seed", "--data", str(data), "--events", str(EVENTS)], check=True, timeout=900,
                   stdout=subprocess.DEVNULL)
    with sqlite3.connect("file:%s?mode=ro" % (data / "platform.db"), uri=True) as store, open(events, "wb") as out:
        for (canonical,) in store.execute("SELECT canonical FROM audit_events ORDER BY idx"):
            out.write(canonical if isinstance(canonical, bytes) else canonical.encode())
    ours, theirs = [], []
    for _ in range(max(2, rounds)):
        ours.append(seconds(str(PROGRAM), "verify", "--data", str(data)))
        theirs.append(seconds("openssl", "dgst", "-sha256", str(events)))
    return [Figure("P11", "verification of %d events" % EVENTS, min(ours), "s", "openssl dgst of the same bytes", min(theirs), 2)]
