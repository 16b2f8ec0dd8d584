# SPDX-License-Identifier: GPL-3.0-or-later
"""`partner-platform report` beside a gateway, as its README says."""
import os
import re
import signal
import subprocess

from admin import PROGRAM
from partner import eventually

def counts_in(line):
    """The numbers of a line of status, by their names."""
    found = re.findall(r"(\d+) (taken|known|unknown|left out|malformed)", line)
    return {name: int(number) for number, name in found}


def way_to(service, files, socket=None):
    """The options that say how a gateway reaches the platform."""
    if socket:
        return ["--socket", socket]
    return ["--url", service.url, "--certificate", str(files / "edge.crt"), "--key", str(files / "edge.key"),
            "--ca", str(files / "platform-ca.crt")]


class Reporter:
    """Follows an access log until it is told to end."""

    def __init__(self, log, way):
        self.process = subprocess.Popen([str(PROGRAM), "report", "--follow", str(log), *way], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        eventually(lambda: self.process.poll() is not None or self.is_at_work())

    def is_at_work(self):
        """It has its lock, and ends by the signal instead of being ended by it."""
        try:
            files = os.listdir("/proc/%d/fd" % self.process.pid)
            return any(os.readlink("/proc/%d/fd/%s" % (self.process.pid, each)).endswith(".lock") for each in files)
        except OSError:
            return False

    def end(self):
        """What it counted, and what it remarked."""
        self.process.send_signal(signal.SIGTERM)
        said, remarks = self.process.communicate(timeout=30)
        assert self.process.returncode == 0, remarks.decode()
        return counts_in(said.decode().splitlines()[-1]), remarks.decode()

    def kill(self):
        self.process.kill()
        self.process.communicate(timeout=30)


def import_log(log, way, **options):
    """(exit code, counts, what was said about it)"""
    done = subprocess.run([str(PROGRAM), "report", "--import", str(log), *way], capture_output=True, check=False, timeout=60, **options)
    return done.returncode, counts_in(done.stdout.decode()), done.stderr.decode()
