# SPDX-License-Identifier: GPL-3.0-or-later
"""One stranger and one partner cannot take the service from the others: 2,000 idle and slow connections from one address and a
client that mints as fast as it can, while an operator's call and a gateway's question are measured. The service has one core,
everything else the other, in the idle run too."""
import http.client
import json
import os
import pathlib
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

from admin import PROGRAM, Admin, Service

CONNECTIONS = 2000
CALLS = 400
FLOOR = 0.010  # seconds: below it nobody notices, whatever the ratio


def pin(cores):
    if (os.cpu_count() or 1) >= 2:
        os.sched_setaffinity(0, cores)


class Caller:
    """One kept connection, as a console and a gateway have it; measures whole calls."""

    def __init__(self, port, context, path, headers, wanted):
        self.connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=context)
        self.path, self.headers, self.wanted = path, headers, wanted

    def once(self):
        began = time.perf_counter()
        self.connection.request("GET", self.path, headers=self.headers)
        answer = self.connection.getresponse()
        answer.read()
        took = time.perf_counter() - began
        if answer.status != self.wanted:
            raise AssertionError("%s: %d" % (self.path, answer.status))
        return took


def p99(times):
    return sorted(times)[int(len(times) * 0.99)]


class NeighboursTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-neighbours-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory, True)
        all_cores = os.sched_getaffinity(0)
        cls.addClassCleanup(os.sched_setaffinity, 0, all_cores)
        pin({max(all_cores)})
        cls.service = Service(cls.directory / "data")
        cls.addClassCleanup(cls.service.stop)
        pin({min(all_cores)})
        cls.admin = Admin(cls.service)
        cls.port = urllib.parse.urlsplit(cls.service.url).port
        subprocess.run([str(PROGRAM), "gateway", "add", "edge", "--data", cls.service.data, "--out", str(cls.directory / "edge")],
                       check=True, capture_output=True, timeout=60)
        cls.partner = cls.admin.partner("measured", ["orders:read"])
        cls.admin.grant(cls.partner, ["orders:read"], (1000, 1000, 0))
        _, cls.key = cls.admin.issue(cls.partner, ["orders:read"], kind="api_key")
        greedy = cls.admin.partner("greedy", ["orders:read"])
        cls.greedy = cls.admin.issue(greedy, ["orders:read"])

    def operator(self):
        return Caller(self.port, ssl.create_default_context(cafile=self.service.ca), "/admin/v1/partners?limit=20",
                      {"Authorization": "Bearer " + self.service.token}, 200)

    def gateway(self):
        context = ssl.create_default_context(cafile=self.service.ca)
        context.load_cert_chain(self.directory / "edge/edge.crt", self.directory / "edge/edge.key")
        return Caller(self.port, context, "/gateway/v1/authorize",
                      {"X-Api-Key": self.key, "X-Original-Method": "GET", "X-Original-URI": "/api/v1/orders",
                       "X-Original-For": "198.51.100.7"}, 200)

    def start(self, *arguments, said=""):
        process = subprocess.Popen([sys.executable, "-B", str(pathlib.Path(__file__).with_name("neighbour.py")), *arguments],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(lambda: process.poll() is None and process.kill())
        if said:
            process.stdin.write(said + "\n")
            process.stdin.flush()
        self.assertEqual(process.stdout.readline().strip(), "ready")
        return process

    @staticmethod
    def end(process):
        out, _ = process.communicate("", timeout=30)
        return json.loads(out)

    def measure(self, callers):
        times = {name: [] for name in callers}
        for _ in range(CALLS):
            for name, caller in callers.items():
                times[name].append(caller.once())
            time.sleep(0.002)
        return {name: p99(each) for name, each in times.items()}

    def fresh(self):
        """Whoever comes anew gets in, too: longest of ten."""
        return max(caller().once() for _ in range(5) for caller in (self.operator, self.gateway))

    def test_others_do_not_notice(self):
        callers = {"operator": self.operator(), "gateway": self.gateway()}
        self.measure(callers)  # warm
        quiet = self.measure(callers)
        crowd = self.start("idle", str(self.port), str(CONNECTIONS), "127.0.0.2")
        greedy = self.start("mint", str(self.port), self.service.ca, "127.0.0.3", said=" ".join(self.greedy))
        loud = self.measure(callers)
        fresh = self.fresh()
        minted, crowded = self.end(greedy), self.end(crowd)
        print(json.dumps({"quiet": quiet, "loud": loud, "fresh": fresh, "minting": minted, "crowd": crowded}))
        self.assertGreaterEqual(crowded["opened"], CONNECTIONS)
        self.assertGreater(minted.get("429", 0), 0, "the greedy client was not limited")
        self.assertEqual(minted.get("lost", 0), 0, "a limited client is answered, not cut off")
        for name, before in quiet.items():
            self.assertLess(loud[name], max(2 * before, FLOOR), name)
        self.assertLess(fresh, 1)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
