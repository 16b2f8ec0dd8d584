# SPDX-License-Identifier: GPL-3.0-or-later
"""Two APIs behind one gateway, as the shipped configurations offer it: what the platform is told of the host is the API that is called,
whatever a client writes."""
import json
import sys
import unittest

from gateways import Caddy, Envoy, Nginx
from scripted import ScriptedFixture
from wire import Wire

ONE, TWO = "127.0.0.1", "billing.example.com"


class SeveralApis(ScriptedFixture):
    """For each gateway."""

    def setUp(self):
        super().setUp()
        self.wire = Wire(self.gateway.port, self.gateway.ca)
        self.addCleanup(self.wire.close)

    def ask(self, host, target="/api/v1/orders", *fields):
        """(status, body); what was asked, and what reached which API, must fit together."""
        self.forget()
        self.wire.host = host
        status, _, body = self.wire.ask(target, "Authorization: Bearer x", *fields)
        asked = [self.host_of(question) for question in self.platform.questions]
        for name, upstream in ((ONE, self.upstream), (TWO, self.second)):
            self.assertIn(len(upstream.seen), (0, 1), (host, target, fields))
            if upstream.seen:
                self.assertEqual((status, asked), (200, [name]), (host, target, fields))
        if status != 200:
            self.assertEqual(self.upstream.seen + self.second.seen, [], (host, target, fields))
        return status, body

    def host_of(self, question):
        """The one that the platform reads, and nothing beside it."""
        own, other = ("x-forwarded-host", "x-original-host")[::1 if self.kind is Caddy else -1]
        headers = question[2]
        self.assertEqual([value for name, value in headers if name == other], [], headers)
        values = [value for name, value in headers if name == own]
        self.assertEqual(len(values), 1, headers)
        return values[0].lower() if self.kind is Caddy else values[0]  # the platform does so, too

    def test_each_api_has_its_name(self):
        port = ":%d" % self.gateway.port
        for host, upstream in ((ONE, self.upstream), (TWO, self.second)):
            for spelling in (host + port, host, host.upper(), host.upper() + port):
                status, body = self.ask(spelling)
                self.assertEqual(status, 200, (spelling, body))
                self.assertEqual(upstream.seen, [("GET", "/api/v1/orders")], spelling)
                self.assertEqual(self.host_of(self.platform.questions[0]), host, spelling)

    def test_no_client_claims_another_host(self):
        port = ":%d" % self.gateway.port
        for mine, others in ((ONE, TWO), (TWO, ONE)):
            for name in ("X-Original-Host", "X-Forwarded-Host", "X-Host", "Forwarded", "X-Forwarded-Server", "X_Original_Host", "X.Original.Host",
                         "X-HTTP-Host-Override", "Connection"):
                self.ask(mine + port, "/api/v1/orders", name + ": " + others)
                self.ask(mine + port, "/api/v1/orders", name + ": " + others, name + ": " + others)
            self.ask(mine + port, "/api/v1/orders", "X-Original-Host: " + others, "Connection: X-Original-Host, X-Forwarded-Host")
            for scheme in ("http", "https"):
                self.ask(mine + port, "%s://%s/api/v1/orders" % (scheme, others + port))
                self.ask(mine + port, "%s://%s@%s/api/v1/orders" % (scheme, others, mine + port))
            for spelling in (mine + "." + port, mine + "@" + others, others + "@" + mine, mine + "," + others, mine + " " + others, mine + "\t",
                             mine + "/" + others, mine + "#" + others, mine + "?" + others, mine + "%00", mine + ":0", mine + ":" + others,
                             "x." + mine, mine + ".x", "", "*", "_", "[::1]", "xn--" + mine):
                self.ask(spelling)
            for path in ("//%s/api/v1/orders" % others, "/api/v1/orders?host=" + others, "/api/v1/orders#@" + others):
                self.ask(mine + port, path)

    def test_two_hosts_in_one_call_are_none(self):
        for fields in (["Host: " + TWO], ["host: " + ONE], ["Host:"]):
            status, _ = self.ask(ONE, "/api/v1/orders", *fields)
            if self.kind is Envoy and fields == ["Host:"] and status == 200:
                continue  # it drops an empty one when it reads
            self.assertIn(status, (400, 421), fields)
            self.assertEqual(self.platform.questions, [], fields)

    def test_another_host_is_not_asked_about(self):
        for host in ("other.example", "api.example.com", "127.0.0.2", "localhost", "x" + TWO, TWO + ".example"):
            for path in ("/api/v1/orders", "/api/v1/probe", "/"):
                status, body = self.ask(host, path)
                self.assertEqual((status, json.loads(body)["code"]), (421, "misdirected_request"), host)
                self.assertEqual(self.platform.questions, [], host)

    def test_each_api_has_the_whole_shape(self):
        for host in (ONE, TWO):
            status, body = self.ask(host, "/elsewhere")
            self.assertEqual((status, json.loads(body)["code"]), (404, "not_found"))
            self.assertEqual(self.platform.questions, [])
            self.assertEqual(len(self.upstream.seen + self.second.seen), 0)
            self.wire.host = host
            self.wire.ask("/api/v1/probe", "Authorization: Bearer x")
            self.assertEqual([self.host_of(question) for question in self.platform.questions], [host])
            self.assertEqual(self.upstream.seen + self.second.seen, [])


class NginxApis(SeveralApis, unittest.TestCase):
    kind = Nginx


class CaddyApis(SeveralApis, unittest.TestCase):
    kind = Caddy


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
