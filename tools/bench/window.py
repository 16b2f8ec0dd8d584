# SPDX-License-Identifier: GPL-3.0-or-later
"""P8: from the start of the console to its painted list of partners, the service that it starts included, beside a minimal Qt
program with a table. In turn, on one X server; the first of each is not counted."""
import os
import pathlib
import shutil
import subprocess
import time

from admin import PROGRAM
from goals import Figure


def display(directory):
    """Xvfb on a free number; its display and process."""
    reading, writing = os.pipe()
    process = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                               pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=open(pathlib.Path(directory) / "xvfb.log", "wb"))
    os.close(writing)
    with os.fdopen(reading) as numbers:
        return ":" + numbers.readline().strip(), process


def seconds(command, environment):
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def measure(directory, rounds, _):
    directory = pathlib.Path(directory)
    number, server = display(directory)
    try:
        environment = dict(os.environ, DISPLAY=number, QT_QPA_PLATFORM="xcb", HOME=str(directory), LANG="C.UTF-8",
                           XDG_RUNTIME_DIR=str(directory), DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent")
        data = directory / "platform"
        console = [str(PROGRAM.with_name("partner-console")), "--sample", "--directory", str(data), "--smoke"]
        minimal = [str(PROGRAM.with_name("bench-window"))]
        seconds(console, environment)  # makes the sample
        seconds(minimal, environment)
        ours, theirs = [], []
        for _ in range(max(rounds, 5)):
            ours.append(seconds(console, environment))
            theirs.append(seconds(minimal, environment))
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(directory / "platform", True)
    return [Figure("P8", "start to the painted list, and to the end", min(ours) * 1000, "ms", "minimal Qt program", min(theirs) * 1000, 1.5)]
