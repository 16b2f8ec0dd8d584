# SPDX-License-Identifier: GPL-3.0-or-later
"""What a benchmark needs of processes: what they cost, load on them, and the peers that stand beside the service in each run."""
import json
import os
import pathlib
import re
import subprocess
import time
import urllib.parse

from admin import PROGRAM
from gateways import free_port, self_signed, start_nginx, wait_for_port

TICK = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid):
    """User and system time of a process with all its threads, the ended ones included (proc(5), fields 14 and 15)."""
    fields = pathlib.Path("/proc/%d/stat" % pid).read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def pss_bytes(pid):
    text = pathlib.Path("/proc/%d/smaps_rollup" % pid).read_text()
    return int(re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE).group(1)) * 1024


def settle(pid, seconds=15):
    """Waits until the process does nothing any more: what a load left to be written belongs to the load."""
    before, deadline = cpu_seconds(pid), time.monotonic() + seconds
    while time.monotonic() < deadline:
        time.sleep(0.5)
        now = cpu_seconds(pid)
        if now - before <= 1 / TICK:
            return
        before = now


class Load:
    """16 kept connections to `url`; `requests`: (path, fields[, body]) to be sent in turn. From so many `sources` of loopback."""

    def __init__(self, url, requests, sources=1):
        self.address = urllib.parse.urlsplit(url)
        self.sources = sources
        self.text = "".join(self._written(*each) for each in requests)

    def _written(self, path, fields, body=None):
        lines = ["%s %s HTTP/1.1" % ("GET" if body is None else "POST", path), "Host: " + self.address.netloc]
        lines += ["%s: %s" % field for field in fields.items()]
        if body is not None:
            lines += ["Content-Type: application/x-www-form-urlencoded", "Content-Length: %d" % len(body)]
        return "\n".join(lines) + "\n\n" + ("" if body is None else body + "\n") + ".\n"

    def run(self, **how):
        """`how`: seconds=, count= or rate= of bench-load."""
        command = [str(PROGRAM.with_name("bench-load")), "--port", str(self.address.port), "--sources", str(self.sources)]
        command += ["--tls"] if self.address.scheme == "https" else []
        for name, value in how.items():
            command += ["--" + name, str(value)]
        done = subprocess.run(command, input=self.text, capture_output=True, text=True, timeout=120, check=True)
        result = json.loads(done.stdout)
        if any(not 200 <= int(status) < 300 for status in result["statuses"]):
            raise RuntimeError("the load was not answered as it should be: %s" % result)
        return result

    def cost(self, pid, **how):
        """CPU of the process for each call, in microseconds, and what the load saw."""
        settle(pid)
        before = cpu_seconds(pid)
        result = self.run(**how)
        settle(pid)
        result["cpu_us"] = (cpu_seconds(pid) - before) / result["requests"] * 1e6
        return result


class Peer:
    """nginx as Debian has it, one process: `url` answers a static 204 over TLS, `plain` (HOST:PORT) the same without."""

    def __init__(self, directory):
        self.directory = pathlib.Path(directory)
        self.directory.mkdir(parents=True)
        self_signed(self.directory)
        port, plain = free_port(), free_port()
        self.log = open(self.directory / "output.log", "ab")
        self.process = start_nginx(
            self.directory,
            "server { listen 127.0.0.1:%d ssl; ssl_certificate server.crt; ssl_certificate_key server.key;\n"
            "location / { return 204; } }\n"
            "server { listen 127.0.0.1:%d; keepalive_requests 1000000; location / { return 204; } }" % (port, plain), self.log)
        wait_for_port(port, self.process)
        self.url, self.plain = "https://127.0.0.1:%d" % port, "127.0.0.1:%d" % plain

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.log.close()


def signature_us():
    """What OpenSSL's own benchmark needs for one ES256 signature and for its check, in microseconds."""
    done = subprocess.run(["openssl", "speed", "-mr", "-seconds", "1", "ecdsap256"], capture_output=True, text=True, check=True,
                          timeout=60)
    # +F4:number:bits:signatures a second:checks a second
    fields = re.search(r"^\+F4:(.*)$", done.stdout, re.MULTILINE).group(1).split(":")
    return 1e6 / float(fields[2]), 1e6 / float(fields[3])
