# SPDX-License-Identifier: GPL-3.0-or-later
"""How calls ended, from the access log that real nginx and Caddy write with the shipped configurations to what the Admin API says: nothing
is lost, nothing is counted twice, and nothing is kept that is nobody's business."""
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import unittest

from admin import PROGRAM, Admin, Service
from fixture import GatewayFixture, NginxOverSocket, OverSocket
from gateways import Caddy, Nginx
from partner import curl, eventually
from reporting import Reporter, import_log, way_to

SECRET = "Ohqu4eep9aiXeiphaeB5"


class ReportCase(GatewayFixture):
    """The same promises for each gateway."""

    def setUp(self):
        super().setUp()
        self.upstream.answer = None
        client, secret = self.client()
        self.bearer_line = self.bearer(client, secret)
        self.reporters = []
        self.follow()

    def tearDown(self):
        for reporter in self.reporters:
            if reporter.process.poll() is None:
                reporter.kill()

    @property
    def way(self):
        return way_to(self.service, self.directory / "edge", self.kind.unix_socket if issubclass(self.kind, Nginx) else None)

    def follow(self):
        self.reporter = Reporter(self.gateway.access_log, self.way)
        self.reporters.append(self.reporter)

    def call(self, path="/api/v1/orders"):
        return self.get(path, self.bearer_line)

    def record(self, decision):
        """As soon as it is there."""
        eventually(lambda: self.admin.call("GET", "/calls?call_id=" + decision)["items"])
        return self.admin.call("GET", "/calls/" + decision)

    def end(self, decision):
        return eventually(lambda: self.record(decision).get("end"), 20)

    def ended(self):
        """How many of this partner's calls have an end."""
        calls, cursor = [], ""
        while True:
            page = self.admin.call("GET", "/calls?limit=1000&partner_id=%s%s" % (self.partner, cursor))
            calls += page["items"]
            if "next_cursor" not in page:
                calls = [call for call in calls if not call.get("token_request")]
                return len([call for call in calls if "end" in call]), len(calls)
            cursor = "&cursor=" + page["next_cursor"]

    def lines(self, query):
        return self.admin.call("GET", "/gateway-lines?" + query)["items"]

    def bytes_of(self, answer):
        """As this gateway counts what it sent."""
        raise NotImplementedError

    def test_a_call_has_its_true_end(self):
        answer = self.call("/api/v1/orders?page=" + SECRET)
        self.assertEqual(answer.status, 200, answer.body)
        decision = answer.one("x-decision-id")
        end = self.end(decision)
        self.assertEqual(end["status"], 200)
        self.assertEqual(end["gateway"], "local socket" if issubclass(self.kind, NginxOverSocket) else "edge")
        self.assertEqual(end["bytes_sent"], self.bytes_of(answer))
        self.assertLessEqual(end["upstream_micros"], end["total_micros"])
        record = self.record(decision)
        self.assertGreaterEqual(end["at"], record["at"])
        self.assertEqual(record["request_id"], answer.one("x-request-id"))

    def test_what_the_api_answered_and_how_long_it_took(self):
        def slowly(*_):
            time.sleep(0.3)
            return 500, {"X-Decision-Id": "dec_forged", "X-Request-Id": "forged"}, b"oops"
        self.upstream.answer = slowly
        answer = self.call()
        self.assertEqual(answer.status, 500)
        end = self.end(answer.one("x-decision-id"))
        self.assertEqual(end["status"], 500)
        self.assertTrue(290_000 <= end["upstream_micros"] <= end["total_micros"] < 10_000_000, end)

    def test_a_refusal_ends_too_and_no_api_took_time(self):
        answer = self.get("/api/v1/invoices", self.bearer_line)
        self.assertEqual(answer.status, 403)
        decision = answer.json["decision_id"]
        end = self.end(decision)
        self.assertEqual((end["status"], end.get("upstream_micros")), (403, None))
        self.assertGreaterEqual(end["bytes_sent"], len(answer.body))

    def test_a_client_that_leaves(self):
        self.upstream.answer = lambda *_: (time.sleep(1), (200, {}, b"too late"))[1]
        context = ssl.create_default_context(cafile=str(self.gateway.ca))
        with context.wrap_socket(socket.create_connection(("127.0.0.1", self.gateway.port), timeout=20), server_hostname="127.0.0.1") as wire:
            wire.sendall(("GET /api/v1/orders HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%s\r\n\r\n" % (self.gateway.port, self.bearer_line)).encode())
            call = eventually(lambda: self.admin.call("GET", "/calls?route_id=rte_orders&partner_id=" + self.partner)["items"])[0]
        end = self.end(call["id"])
        self.assertEqual((end["status"], end.get("upstream_micros")), (499, None))
        self.assertEqual(self.record(call["id"])["status"], 200)  # at the decision

    def test_what_never_came_to_the_platform(self):
        answer = self.get("/elsewhere/" + SECRET[:8] + "?key=" + SECRET, self.bearer_line)
        self.assertEqual(answer.status, 404)
        request = self.request_of(answer)
        line = eventually(lambda: self.lines("request_id=" + request), 20)[0]
        self.assertEqual((line["status"], line["method"], line["path"], line["source"], line["bytes_sent"]),
                         (404, "GET", "/elsewhere/" + SECRET[:8], "127.0.0.1", self.bytes_of(answer)))
        self.assertEqual(self.admin.call("GET", "/calls?request_id=" + request)["items"], [])
        other = curl(self.gateway.url + "/api/v1/orders", self.gateway.ca, "-H", "Host: nowhere.example.com", "-H", self.bearer_line)
        self.assertEqual(other.status, 421)
        request = self.request_of(other)
        self.assertEqual(eventually(lambda: self.lines("request_id=" + request), 20)[0]["status"], 421)

    def test_nothing_else_is_written_or_kept(self):
        _, key = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        answer = self.get("/api/v1/orders?token=" + SECRET, "X-Api-Key: " + key, "Cookie: session=" + SECRET)
        self.get("/elsewhere?token=" + SECRET, self.bearer_line, data='{"body":"%s"}' % SECRET)
        self.assertTrue(self.end(answer.one("x-decision-id")))
        log = self.gateway.access_log.read_text(errors="replace")
        for text in (SECRET, key, self.bearer_line.split()[-1][-30:]):
            self.assertNotIn(text, log)
            self.assertNotIn(text, json.dumps(self.lines("limit=1000")))

    def test_the_log_is_rotated_meanwhile(self):
        made = 0
        for i in range(75):
            answer = self.call()
            self.assertEqual(answer.status, 200)
            made += 1
            if i == 25:
                made += self.rotate(answer.one("x-decision-id"))
            if i == 50:
                self.copy_and_empty(answer.one("x-decision-id"), 2)
        self.assertTrue(eventually(lambda: self.ended() == (made, made), 20), self.ended())
        counts, remarks = self.reporter.end()
        self.assertEqual((counts["malformed"], counts["unknown"], counts["known"]), (0, 0, 0), remarks)

    def test_the_platform_is_away_meanwhile(self):
        for _ in range(5):
            self.assertEqual(self.call().status, 200)
        self.assertTrue(eventually(lambda: self.ended()[0] == 5, 20))
        for _ in range(5):
            self.assertEqual(self.call().status, 200)
        self.assertEqual(self.service.stop(), 0)
        undecided = [self.call() for _ in range(5)]
        self.assertEqual([answer.status for answer in undecided], [503] * 5)
        time.sleep(1)  # it tries, and finds nobody
        cls = type(self)
        cls.service = Service(self.directory / "data", *self.service_options())
        cls.addClassCleanup(lambda service=cls.service: service.process.poll() is None and service.kill())
        cls.admin = Admin(cls.service)
        for answer in undecided:
            request = self.request_of(answer)
            self.assertEqual([line["status"] for line in eventually(lambda wanted=request: self.lines("request_id=" + wanted), 20)], [503])
        self.assertTrue(eventually(lambda: self.ended() == (10, 10), 20), self.ended())
        _, remarks = self.reporter.end()
        self.assertIn("tried again", remarks)
        self.assertIn("reporting again", remarks)

    def test_the_reporter_is_killed_meanwhile(self):
        for i in range(60):
            if i % 20 == 10:
                self.reporter.kill()
            self.assertEqual(self.call().status, 200)
            if i % 20 == 15:
                self.follow()
        self.assertTrue(eventually(lambda: self.ended() == (60, 60), 20), self.ended())
        self.reporter.end()
        # The whole log once more: all of it is known, as far as it has a record.
        code, counts, said = import_log(self.gateway.access_log, self.way)
        self.assertEqual((code, counts["taken"], counts["malformed"]), (0, 0, 0), said)
        self.assertGreaterEqual(counts["known"], 60)

    def test_a_log_is_imported(self):
        self.reporter.end()
        log = self.directory / "imported.log"
        log.write_text('203.0.113.24 - - [01/Dec/2026:06:13:37 +0000] "GET / HTTP/1.1" 200 787\n')
        answer = self.call()
        with open(log, "ab") as target:
            target.write(self.logged(answer.one("x-decision-id")))
        code, counts, _ = import_log(log, self.way)
        self.assertEqual((code, counts), (4, {"taken": 1, "known": 0, "unknown": 0, "left out": 0, "malformed": 1}))
        self.assertEqual(self.record(answer.one("x-decision-id"))["end"]["status"], 200)
        with open(log, "rb") as piped:
            code, counts, _ = import_log("-", self.way, stdin=piped)
        self.assertEqual((code, counts["known"]), (4, 1))
        code, _, said = import_log(self.directory / "none.log", self.way)
        self.assertEqual(code, 1)
        self.assertIn("cannot be read", said)

    def test_one_reporter_by_a_log(self):
        eventually((self.directory / self.kind.name / "partner-gateway.log.reported.lock").exists)
        second = Reporter(self.gateway.access_log, self.way)
        _, said = second.process.communicate(timeout=30)
        self.assertEqual(second.process.returncode, 3, said)

    def logged(self, decision):
        """The line about it, as soon as it is there."""
        def found():
            with open(self.gateway.access_log, "rb") as log:
                return [line for line in log if decision.encode() in line and line.endswith(b"\n")]
        return eventually(found, 20)[0]

    def rotate(self, decision):
        """Renamed, and made anew by the gateway when it is told; gives how many calls were made in between."""
        raise NotImplementedError

    def copy_and_empty(self, decision, number):
        self.logged(decision)  # what is written between the two steps is lost whoever reads
        shutil.copy(self.gateway.access_log, "%s.%d" % (self.gateway.access_log, number))
        os.truncate(self.gateway.access_log, 0)

    def request_of(self, answer):
        raise NotImplementedError


class NginxCase(ReportCase):
    kind = Nginx

    def bytes_of(self, answer):
        return answer.size

    def request_of(self, answer):
        return answer.json["request_id"]

    def rotate(self, decision):
        os.rename(self.gateway.access_log, str(self.gateway.access_log) + ".1")
        for _ in range(3):  # it is written to until nginx is told
            self.assertEqual(self.call().status, 200)
        self.gateway.process.send_signal(signal.SIGUSR1)
        return 3


class NginxReports(NginxCase, unittest.TestCase):
    def test_what_is_no_request_to_nginx(self):
        for text in (b"GARBAGE\r\n\r\n", b"GET /%s?key=%s HTTP/1.1\r\n\r\n" % (SECRET[:8].encode(), SECRET.encode())):
            context = ssl.create_default_context(cafile=str(self.gateway.ca))
            with context.wrap_socket(socket.create_connection(("127.0.0.1", self.gateway.port), timeout=20),
                                     server_hostname="127.0.0.1") as wire:
                wire.sendall(text)
                received = b""
                while part := wire.recv(65536):
                    received += part
            request = json.loads(received.partition(b"\r\n\r\n")[2])["request_id"]
            line = eventually(lambda wanted=request: self.lines("request_id=" + wanted), 20)[0]
            self.assertEqual((line["status"], line["bytes_sent"]), (400, len(received)))
            self.assertNotIn(SECRET, json.dumps(line))

    def test_only_who_asked_may_report(self):
        self.reporter.end()
        answer = self.call()
        log = self.directory / "others.log"
        log.write_bytes(self.logged(answer.one("x-decision-id")))
        code, counts, _ = import_log(log, self.way_of_another())
        self.assertEqual((code, counts["taken"], counts["unknown"]), (0, 0, 1))
        self.assertNotIn("end", self.record(answer.one("x-decision-id")))

    def way_of_another(self):
        out = self.directory / "another"
        subprocess.run([str(PROGRAM), "gateway", "add", "another", "--data", self.service.data, "--out", str(out)], check=True, timeout=60,
                       capture_output=True)
        time.sleep(1.1)  # the service looks at its list once a second
        return ["--url", self.service.url, "--certificate", str(out / "another.crt"), "--key", str(out / "another.key"),
                "--ca", str(out / "platform-ca.crt")]


class NginxReportsOverSocket(OverSocket, NginxCase, unittest.TestCase):
    kind = NginxOverSocket


class CopyingCase(ReportCase):
    """A gateway that opens its log once, and counts the body alone. (What Caddy rotates by itself is tested apart, tst_log_follower.)"""

    def bytes_of(self, answer):
        return len(answer.body)

    def rotate(self, decision):
        self.copy_and_empty(decision, 1)
        return 0


class CaddyReports(CopyingCase, unittest.TestCase):
    kind = Caddy

    def request_of(self, answer):
        return answer.one("x-request-id")


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
