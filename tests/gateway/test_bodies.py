# SPDX-License-Identifier: GPL-3.0-or-later
"""What a route says of its bodies (length, type) is enforced by the decision, with what the shipped gateways tell of a call; what says no
length is bounded by the gateways themselves."""
import json
import subprocess
import sys
import unittest

import requests

from admin import PROGRAM
from fixture import GatewayFixture
from gateways import Caddy, Nginx
from partner import curl, eventually
from wire import Wire

ROUTE, OWN = 65536, 1048576  # of POST /api/v1/orders, and of the gateways


def description():
    """An API of which one route takes some types only."""
    def post(*types):
        return {"post": {"tags": ["papers"], "requestBody": {"content": {each: {} for each in types}}, "responses": {"200": {"description": "done"}}}}
    return {"openapi": "3.0.3", "info": {"title": "Papers", "version": "1"}, "servers": [{"url": "/api/v2"}],
            "paths": {"/papers": post("application/json", "image/*"), "/anything": post("*/*")}}


def chunked(size):
    piece = b"4000\r\n" + b"x" * 16384 + b"\r\n"
    return piece * (size // 16384) + b"0\r\n\r\n"


class BodyCase(GatewayFixture):
    """For each gateway."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        file = cls.directory / "papers.json"
        file.write_text(json.dumps(description()))
        subprocess.run([str(PROGRAM), "catalogue", "import", str(file), "--data", cls.service.data, "--as", "local-admin", "--api", "Papers",
                        "--base-path", "/api/v2", "--audience", "https://papers.example", "--scopes-by", "one", "--one-scope", "--scope-prefix", "papers.", "--apply", "--reason", "test"],
                       check=True, timeout=60, stdout=subprocess.DEVNULL)
        cls.papers = [scope["name"] for scope in cls.admin.call("GET", "/scopes")["items"] if scope["name"].startswith("papers")]

    def setUp(self):
        super().setUp()
        scopes = ["orders:read", "orders:write", *self.papers]
        self.admin.grant(self.partner, scopes, (5000, 5000, 0))
        _, key = self.admin.issue(self.partner, scopes, kind="api_key")
        self.key = "X-Api-Key: " + key
        self.wire = Wire(self.gateway.port, self.gateway.ca)
        self.addCleanup(self.wire.close)

    def post(self, path, *fields, body=b""):
        status, _, answer = self.wire.ask(path, self.key, *fields, method="POST", body=body)
        self.wire.close()
        return status, json.loads(answer)

    def sized(self, path, size, *fields):
        return self.post(path, "Content-Length: %d" % size, *fields, body=b"x" * size)

    def refused(self, answer, status, code):
        self.assertEqual((answer[0], answer[1]["code"], answer[1]["status"]), (status, code, status))
        self.assertEqual(self.upstream.seen, [])

    def test_a_refusal_waits_for_no_body(self):
        """Else whoever uploads learns at its end only that nobody wanted it."""
        for path, fields, status, code in (
                ("/api/v1/orders", ("X-Api-Key: of-nobody",), 401, "credential_invalid"), ("/api/v1/orders", (), 401, "credential_missing"),
                ("/api/v1/nowhere", (self.key,), 403, "route_unknown"), ("/api/v1/invoices/1;x", (self.key,), 400, "request_not_canonical"),
                ("/api/v1/orders", (self.key,), 413, "body_too_large"), ("/api/v2/papers", (self.key, "Content-Type: text/plain"), 415, "content_type_not_allowed")):
            answer, headers, body = self.wire.ask(path, *fields, "Content-Length: 1000000", method="POST", body=b"a part")
            self.wire.close()
            self.refused((answer, json.loads(body)), status, code)
            said = dict(headers)
            self.assertEqual((said["content-type"], said["cache-control"]), ("application/problem+json", "no-store"))
            self.assertEqual([name for name, _ in headers].count("www-authenticate"), 1 if status == 401 else 0)
            self.assertEqual(json.loads(body)["decision_id"], said["x-decision-id"])

    def test_a_route_bounds_its_bodies(self):
        self.refused(self.sized("/api/v1/orders", ROUTE + 1), 413, "body_too_large")
        # Whatever the client says of it under the gateway's name.
        for said in ("5", "0", "held", "unknown", ""):
            self.refused(self.sized("/api/v1/orders", ROUTE + 1, "X-Original-Length: " + said), 413, "body_too_large")
        self.assertEqual(self.sized("/api/v1/orders", ROUTE)[0], 200)
        self.assertEqual(self.sized("/api/v1/orders/ord_1/cancel", ROUTE + 1)[0], 200)

    def test_a_body_without_a_length_needs_one_where_the_route_takes_less_than_the_gateway(self):
        self.refused(self.post("/api/v1/orders", "Transfer-Encoding: chunked", body=chunked(16384)), 411, "length_required")
        self.refused(self.post("/api/v1/orders", "Content-Type: application/json", "Transfer-Encoding: chunked", body=chunked(16384)), 411, "length_required")
        # What takes some types only takes none without a type.
        status, answer = self.post("/api/v2/papers", "Transfer-Encoding: chunked", body=chunked(16384))
        self.assertIn((status, answer["code"]), ((411, "length_required"), (415, "content_type_not_allowed")))
        self.assertEqual(self.upstream.seen, [])
        self.assertEqual(self.post("/api/v1/orders/ord_1/cancel", "Transfer-Encoding: chunked", body=chunked(16384))[0], 200)

    def test_a_call_without_a_body_needs_no_length(self):
        """curl says none of a POST without a body, and over HTTP/2 libraries do not either."""
        for path in ("/api/v1/orders", "/api/v2/papers", "/api/v2/anything"):
            said = [self.post(path), self.post(path, "Content-Length: 0")]
            for version in ("--http1.1", "--http2"):
                answer = curl(self.gateway.url + path, self.gateway.ca, version, "-X", "POST", "-H", self.key)
                said.append((answer.status, answer.json))
            name, _, key = self.key.partition(": ")
            answer = requests.post(self.gateway.url + path, headers={name: key}, verify=str(self.gateway.ca), timeout=20)
            said.append((answer.status_code, answer.json()))
            for status, got in said:
                self.assertEqual(status, 200, (path, got))
                self.assertEqual([each for each in got["headers"] if each[0] in ("content-length", "transfer-encoding") and each[1] != "0"], [])
        self.assertEqual(self.wire.ask("/api/v1/orders", self.key)[0], 200)

    def test_the_gateway_bounds_what_says_no_length(self):
        status, answer = self.post("/api/v1/orders/ord_1/cancel", "Transfer-Encoding: chunked", body=chunked(OWN + 65536))
        self.assertEqual((status, answer["code"]), (413, "body_too_large"))
        self.upstream.seen.clear()
        self.refused(self.sized("/api/v1/orders/ord_1/cancel", OWN + 1), 413, "body_too_large")
        self.assertEqual(self.sized("/api/v1/orders/ord_1/cancel", OWN)[0], 200)

    def test_a_route_takes_the_types_that_it_names(self):
        for kind in ("application/json", "Application/JSON; charset=utf-8", "image/png"):
            self.assertEqual(self.sized("/api/v2/papers", 5, "Content-Type: " + kind)[0], 200, kind)
        self.assertEqual(self.sized("/api/v2/anything", 5, "Content-Type: text/plain")[0], 200)
        self.assertEqual(self.sized("/api/v2/papers", 0, "Content-Type: text/plain")[0], 200)  # there is nothing of that type
        self.upstream.seen.clear()
        for fields in (("Content-Type: text/plain",), ("Content-Type: application/x-www-form-urlencoded",), (), ("Content-Type: ",),
                       ("Content-Type: application/json, text/plain",)):
            self.refused(self.sized("/api/v2/papers", 5, *fields), 415, "content_type_not_allowed")
        self.refused(self.sized("/api/v2/anything", 5), 415, "content_type_not_allowed")
        # Two of them: refused here or by the gateway, and never taken for the first.
        status, _ = self.sized("/api/v2/papers", 5, "Content-Type: application/json", "Content-Type: text/plain")
        self.assertIn(status, (400, 415))
        self.assertEqual(self.upstream.seen, [])

    def test_it_is_recorded_with_its_reason(self):
        self.sized("/api/v1/orders", ROUTE + 1)
        self.sized("/api/v2/papers", 5, "Content-Type: text/plain")

        def reasons():
            return {item["reason"] for item in self.admin.call("GET", "/calls?limit=50&partner_id=" + self.partner)["items"]}
        self.assertTrue(eventually(lambda: reasons() >= {"body_too_large", "content_type_not_allowed"}), reasons())


class NginxBodies(BodyCase, unittest.TestCase):
    kind = Nginx


class CaddyBodies(BodyCase, unittest.TestCase):
    kind = Caddy


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
