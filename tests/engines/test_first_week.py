# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/first-week.md, line by line: a public description, Prism as the API, nginx and Envoy in front, three partners with keys of before;
observed, set right by the report, enforced. What the document tells the reader to type is what runs here."""
import datetime
import hashlib
import json
import os
import pathlib
import re
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE = pathlib.Path(os.environ["PC_SOURCE_DIR"])
sys.path.insert(0, str(SOURCE / "tests/gateway"))

from admin import PROGRAM, Service
from gateways import Envoy, Nginx, free_port, wait_for_port
from partner import curl, eventually

NPM = SOURCE / "build/engines/npm/node_modules"
# The addresses of this host from which partners call.
ATLAS, KIOSK, COURIER, ELSEWHERE = "127.0.0.11", "127.0.0.12", "127.0.0.13", "127.0.0.99"
FORM = "Content-Type: application/x-www-form-urlencoded"


def blocks():
    """(language, name, text) of each block of the document, by its heading."""
    text = (SOURCE / "docs/first-week.md").read_text(encoding="utf-8")
    found = []
    for heading, part in re.findall(r"(?m)^#+ (.*)\n((?:(?!^#+ [A-Z]).*\n?)*)", text):
        for language, name, body in re.findall(r"(?m)^```(\w+) ?(\S*)\n((?:.*\n)*?)^```$", part):
            found.append((heading, language, name, body))
    return found


class Shell:
    """One bash, in which every block runs after the other, as in a terminal."""

    def __init__(self, directory):
        environment = dict(os.environ, PATH="%s:%s" % (PROGRAM.parent, os.environ["PATH"]), LC_ALL="C.UTF-8")
        self.directory, self.ran = directory, 0
        self.process = subprocess.Popen(["bash"], cwd=directory, env=environment, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.run("set -euo pipefail")

    def run(self, text):
        """What it says; a failed command ends the shell, and the test."""
        mark = "-- %s --" % secrets.token_hex(8)
        self.process.stdin.write(text + "\nprintf '\\n%s\\n' '" + mark + "'\n")
        self.process.stdin.flush()
        said = []
        for line in self.process.stdout:
            if line.strip() == mark:
                self.ran += 1
                return "".join(said)
            said.append(line)
        raise AssertionError("%s\nended with %d:\n%s" % (text, self.process.wait(10), "".join(said)))

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


class SecondEnvoy(Envoy):
    certificate_days = 90
    edited = (("edge.crt", "edge-2.crt"), ("edge.key", "edge-2.key"))


class FirstNginx(Nginx):
    certificate_days = 90


class FirstWeek(unittest.TestCase):
    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-first-week-"))
        self.addCleanup(shutil.rmtree, self.directory, True)
        self.service = Service(self.directory / "data")
        self.addCleanup(self.service.stop)
        self.keys = {name: secrets.token_urlsafe(24) for name in ("atlas", "kiosk", "courier")}
        self.shell = Shell(self.directory)
        self.addCleanup(self.shell.close)

    def start_api(self):
        """Prism, which answers without the base path of a description: so the copy that it gets has it in its paths."""
        description = json.loads((NPM / "@readme/oas-examples/3.0/json/star-trek.json").read_text(encoding="utf-8"))
        (self.directory / "star-trek.json").write_text(json.dumps(description))
        description.pop("servers")
        description["paths"] = {"/api/v1/rest" + path: what for path, what in description["paths"].items()}
        (self.directory / "mocked.json").write_text(json.dumps(description))
        port = free_port()
        log = open(self.directory / "prism.log", "ab")
        self.addCleanup(log.close)
        prism = subprocess.Popen([str(NPM / ".bin/prism"), "mock", "--host", "127.0.0.1", "--port", str(port), str(self.directory / "mocked.json")],
                                 stdout=log, stderr=log)
        self.addCleanup(prism.wait, 20)
        self.addCleanup(prism.terminate)
        wait_for_port(port, prism, 60)
        return "127.0.0.1:%d" % port

    def block(self, heading, language="sh"):
        """The blocks below a heading, in their order; each is taken once."""
        taken = [each for each in self.left if each[0] == heading and each[1] == language]
        self.assertTrue(taken, heading)
        self.left = [each for each in self.left if each not in taken]
        return taken

    def type(self, heading):
        return "".join(self.shell.run(text) for _, _, _, text in self.block(heading))

    def call(self, gateway, path, *headers, partner=None, source=ATLAS, data=None):
        options = ["--interface", source]
        for header in (["X-Partner-Key: " + self.keys[partner]] if partner else []) + list(headers):
            options += ["-H", header]
        if data is not None:
            options += ["--data", data]
        return curl(gateway.url + "/api/v1/rest" + path, gateway.ca, *options)

    def test_the_first_week(self):
        upstream = self.start_api()
        self.left = blocks()
        ports = free_port(), free_port()
        ca = self.directory / "nginx/server.crt", self.directory / "envoy/server.crt"
        for file in ca:
            file.parent.mkdir()
            file.touch()

        # Other addresses than the document's.
        names = re.findall(r"(?m)^(\w+)=", self.block("The first week")[0][3])
        addresses = {"DATA": self.service.data, "PLATFORM": self.service.url, "CA": self.service.ca, "API_HOST": "127.0.0.1",
                     "NGINX": "https://127.0.0.1:%d" % ports[0], "ENVOY": "https://127.0.0.1:%d" % ports[1], "DESCRIPTION": "star-trek.json"}
        self.assertEqual(names, list(addresses))
        for name, value in {**addresses, "PROBE_NGINX": "--probe-ca %s" % ca[0], "PROBE_ENVOY": "--probe-ca %s" % ca[1], "ATLAS_NETWORK": ATLAS,
                            "KIOSK_NETWORK": KIOSK, "COURIER_NETWORK": COURIER + "/32"}.items():
            self.shell.run("%s='%s'" % (name, value))

        paths = ["/orders;v=2", "/orders;v=2?page=1", "/files/a%2Fb", "/rates/50%25", "/a%20/b", "/b|c", "/../d", "//e"]
        plain = ["/orders?q=;//%2F|", "/a%20b", "/a.json", "/"]
        (self.directory / "access.log").write_text("".join('192.0.2.1 - - [01/Jan/2026:00:00:00 +0000] "GET %s HTTP/1.1" 200 2 "-" "-"\n' % path for path in paths + plain))
        said = self.type("Before Monday: what cannot be observed")
        self.assertIn("8 of 12 requests", said)
        self.assertEqual(sorted(line.split("\t")[:2] for line in said.splitlines() if "\t" in line),
                         sorted([["2", "/orders;v=2"]] + [["1", path] for path in paths[2:]]))

        said = self.type("Monday: who acts, and what the API is")
        self.assertIn("on 80 paths", said)
        self.assertIn("In force since now", said)
        self.type("Monday: two gateways")
        self.nginx = FirstNginx(ca[0].parent, self.service.url, upstream, self.directory / "edge", ports[0])
        self.addCleanup(self.nginx.stop)
        self.envoy = SecondEnvoy(ca[1].parent, self.service.url, upstream, self.directory / "edge-2", ports[1])
        self.addCleanup(self.envoy.stop)

        deadline = (datetime.date.today() + datetime.timedelta(days=60)).isoformat()
        for _, _, name, text in self.block("Tuesday: the partners and their keys", "csv"):
            for partner, key in self.keys.items():
                text = text.replace("HASH_OF_" + partner.upper(), hashlib.sha256(key.encode()).hexdigest())
            (self.directory / name).write_text(text.replace("DEADLINE", deadline))
        self.type("Tuesday: the partners and their keys")
        said = self.type("Tuesday: observed, not refused")
        self.assertEqual(said.count(" 0 failed, 1 not checked"), 2, said)

        self.week()
        said = eventually(lambda: self.peek_report(), 30)
        said = self.type("Friday: what was seen")
        for line in ("\topen\trate_limited\tAtlas\tGET /api/v1/rest/character/search", "\trefused\tmissing_scope\tKiosk\tGET /api/v1/rest/spacecraft/search\tspacecraft:read", "content_type_not_allowed\tCourier",
                     "missing_credential\tnobody known", "unknown_credential\tnobody known"):
            self.assertIn(line, said)
        for partner, source in (("atlas", ATLAS), ("kiosk", KIOSK), ("courier", COURIER), ("courier", ELSEWHERE)):
            self.assertRegex(said, r"(?m)^%s\t%s\t\d+$" % (partner, re.escape(source)))
        self.assertNotIn("atlas\tbook:read", said)

        said = self.type("Friday: set right")
        self.assertIn("\trefused\tmissing_scope\tKiosk", said)
        self.type("The last step, and back")
        self.assertEqual([(language, name) for _, language, name, _ in self.left], [], "every block ran")
        self.enforced()

    def peek_report(self):
        report = json.loads(self.shell.run('admin GET "/observations/$OBSERVATION/report"'))
        return report["refused"] >= 10 and report

    def well_behaved(self, gateway):
        """As Atlas has always called."""
        return [self.call(gateway, "/character/search?pageNumber=%d" % page, partner="atlas") for page in range(5)] + [
            self.call(gateway, "/character?uid=CHMA0000000001", partner="atlas"),
            self.call(gateway, "/character/search", FORM, partner="atlas", data="name=Picard")]

    def every_night(self, gateway):
        """Its statuses, of forty calls at once. What the service turns away undecided, as it has too much to do (429 `overloaded`, without a
        record), is asked again after its Retry-After; a limit would be recorded, which is looked at in the end."""
        done = subprocess.run(["curl", "--silent", "--parallel", "--parallel-immediate", "--retry", "5", "--max-time", "60", "--cacert", str(gateway.ca), "--interface", ATLAS,
                               "--config", "-", "--output", str(self.directory / "night-#1"), "--write-out", "%{http_code}\n",
                               gateway.url + "/api/v1/rest/character/search?pageNumber=[1-40]"],
                              input='header = "X-Partner-Key: %s"\n' % self.keys["atlas"], capture_output=True, text=True, check=True, timeout=120)
        return done.stdout.split()

    def others(self, gateway):
        """(what is asked, its refusal)."""
        return [
            (self.call(gateway, "/character/search", partner="kiosk", source=KIOSK), None),
            (self.call(gateway, "/spacecraft/search", partner="kiosk", source=KIOSK), (403, "scope_missing")),
            (self.call(gateway, "/character/search", partner="courier", source=COURIER), None),
            (self.call(gateway, "/character/search", partner="courier", source=ELSEWHERE), (403, "network_not_allowed")),
            (self.call(gateway, "/character/search", "Content-Type: text/plain", partner="courier", source=COURIER, data="name=Picard"),
             (415, "content_type_not_allowed")),
            (self.call(gateway, "/character/search"), (401, "credential_missing")),
            (self.call(gateway, "/character/search", "X-Partner-Key: " + "k" * 32), (401, "credential_invalid")),
            (self.call(gateway, "/nothing/here", partner="atlas"), (403, "route_unknown")),
        ]

    def week(self):
        """Nobody notices anything: every call reaches the API, and is answered by it."""
        for gateway in (self.nginx, self.envoy):
            self.assertEqual(self.every_night(gateway), ["200"] * 40)
            for answer in self.well_behaved(gateway):
                self.assertEqual(answer.status, 200, answer.body)
            for answer, _ in self.others(gateway):
                self.assertNotIn(b'"request_id"', answer.body)  # what a refusal would have, from whom it ever came
                self.assertIn(answer.status, (200, 404, 415, 422), answer.body)  # Prism's own

    def enforced(self):
        time.sleep(6)  # a night is no second after the one before: as long as a whole burst takes to come back
        for gateway in (self.nginx, self.envoy):
            self.assertEqual(self.every_night(gateway), ["200"] * 40)
            refused = [answer.body for answer in self.well_behaved(gateway) if answer.status != 200]
            self.assertEqual(refused, [], "of a partner that behaves well nothing is refused")
            for answer, wanted in self.others(gateway):
                if wanted is None:
                    self.assertEqual(answer.status, 200, answer.body)
                else:
                    self.assertEqual((answer.status, answer.json["code"]), wanted)
        reasons = {"scope_missing": "missing_scope", "network_not_allowed": "network_not_allowed"}
        said = eventually(lambda: (text := self.shell.run("refused")) and all(each in text for each in reasons.values()) and text)
        self.assertTrue(said)
        atlas = json.loads(self.shell.run('admin GET "/calls?limit=200&outcome=refused,throttled&partner_id=$(partner atlas)"'))["items"]
        self.assertEqual({call["reason"] for call in atlas}, {"unknown_route"})  # the one that is no route at all


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
