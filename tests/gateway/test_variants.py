# SPDX-License-Identifier: GPL-3.0-or-later
"""More than 500 ways to say a header or a path otherwise, through real gateways with the shipped configurations: none is allowed (T5).
Then what must get through as it is: every query, both forms of a target; and what is too large."""
import json
import sys
import unittest

from fixture import GatewayFixture, OverSocket
from gateways import Caddy, Envoy, Nginx
from partner import eventually
from variants import folded, header_variants, path_variants, PROTECTED, PROXY_SAID
from wire import Wire

OURS = {"x-partner-id", "x-credential-id", "x-credential-generation", "x-realm", "x-scopes", "x-route-id", "x-decision-id",
        "x-policy-snapshot", "x-request-id"}


class VariantCase(GatewayFixture):
    """For each gateway; `wire` speaks to it."""

    def setUp(self):
        super().setUp()
        self.wire = Wire(self.gateway.port, self.gateway.ca)
        self.addCleanup(self.wire.close)
        client, secret = self.client()
        self.auth = self.bearer(client, secret)
        self.admin.grant(self.partner, ["orders:read"], (5000, 5000, 0))

    def test_no_spelling_of_a_header_gets_through(self):
        tried = 0
        for name, value in header_variants():
            self.upstream.seen.clear()
            status, _, body = self.wire.ask("/api/v1/orders", self.auth, name + ": " + value)
            tried += 1
            if status != 200:
                self.assertIn(status, (400, 401, 403), name)
                self.assertEqual(self.upstream.seen, [], name)
                continue
            # The gateway dropped or overwrote it: then the API sees each name once, as the gateway set it.
            seen = json.loads(body)
            self.assertEqual((seen["method"], seen["path"]), ("GET", "/api/v1/orders"), name)
            forged = [(key, text) for key, text in seen["headers"]
                      if folded(key) in set(map(folded, PROTECTED)) and (key not in OURS or text == value)]
            self.assertEqual(forged, [], name)
            for ours in OURS:
                self.assertEqual([folded(key) for key, _ in seen["headers"]].count(ours), 1, name)
        self.assertGreater(tried, 400)
        # And none of them opens what this token may not do.
        for name, value in list(header_variants())[::7]:
            self.assertNotEqual(self.wire.ask("/api/v1/invoices", self.auth, name + ": " + value)[0], 200, name)

    def test_a_protected_name_sent_twice_is_refused(self):
        """The first one empty: a gateway that looks at the first only would pass the second on."""
        set_by_the_gateway = ("X-Request-Id", "X-Original-URI", "X-Original-Method", "X-Original-For", "X-Original-Length", "X-Forwarded-Uri",
                              "X-Forwarded-Method")
        for name in PROTECTED:
            for values in (("", "evil"), (" \t", "evil"), ("evil", ""), ("", "", "evil"), ("",)):
                self.upstream.seen.clear()
                status, _, body = self.wire.ask("/api/v1/orders", self.auth, *(name + ":" + value for value in values))
                if self.kind is Envoy and name == "Authorization" and not "".join(values).strip() and status == 200:
                    # An empty field beside the credential: Envoy drops it when it reads, so there is one credential, and nothing else.
                    self.assertNotIn("authorization", dict(json.loads(body)["headers"]))
                    continue
                if name in ("Authorization", "X-Api-Key"):
                    self.assert_ambiguous(status, body, name == "Authorization", (name, values))
                elif name not in set_by_the_gateway:
                    self.assertEqual((status, json.loads(body)["code"]), (400, "request_not_canonical"), (name, values))
                elif status == 200:
                    self.assertNotIn("evil", [value for _, value in json.loads(body)["headers"]], (name, values))
                    continue
                self.assertIn(status, (400, 401), (name, values))
                self.assertEqual(self.upstream.seen, [], (name, values))

    def assert_ambiguous(self, status, body, is_authorization, what):
        if is_authorization and issubclass(self.kind, Nginx):
            self.assertEqual(status, 400, what)  # nginx itself takes no two of these
        elif self.kind is Envoy:
            self.assertEqual((status, json.loads(body)["code"].split("_")[0]), (401, "credential"), what)  # it makes one field of two
        else:
            self.assertEqual((status, json.loads(body)["code"]), (401, "credential_ambiguous"), what)

    def test_connection_hides_nothing(self):
        """What a client names in Connection is dropped on the way to the decision by some proxies: never only there."""
        _, key = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        spellings = [name for name, _ in list(header_variants())[::5]] + ["X~Partner~Id", "X+Scopes", "X!Realm", "X~Original~URL",
                                                                         "X+Http+Method+Override", "X-Partner-Id", "X|Route|Id"]
        for name in spellings:
            for connection in ("keep-alive, " + name, name, name.lower() + ",close"):
                self.upstream.seen.clear()
                status, _, body = self.wire.ask("/api/v1/orders", self.auth, name + ": evil", "Connection: " + connection)
                if status != 200:
                    self.assertIn(status, (400, 401, 403), name)
                    self.assertEqual(self.upstream.seen, [], name)
                    continue
                forged = [key for key, text in json.loads(body)["headers"] if "evil" in text]
                self.assertEqual(forged, [], (name, connection))
        for connection in ("X-Api-Key", "Authorization", "x-api-key, keep-alive"):
            status, _, body = self.wire.ask("/api/v1/orders", self.auth, "X-Api-Key: " + key, "Connection: " + connection)
            if self.kind is Envoy and status == 200:  # drops it before it asks: it reaches nobody
                self.assertNotIn(key.encode(), body, connection)
            else:
                self.assertIn(status, (400, 401), connection)

    def test_a_foreign_host_is_told_so(self):
        """Else a name that is not served would be decided as one that is."""
        own = self.wire.host
        for host in ("other.example", "other.example:443", "127.0.0.2", "[::1]", "api.example.com", "x." + own):
            for target in ("/", "/api/v1/orders", "/nothing", "/api/v1/probe"):
                self.upstream.seen.clear()
                self.wire.host = host
                status, headers, body = self.wire.ask(target, self.auth)
                self.assertEqual((status, json.loads(body)["code"]), (421, "misdirected_request"), (host, target))
                self.assertEqual(self.upstream.seen, [], (host, target))
        self.wire.host = own
        self.assertEqual(self.wire.ask("/api/v1/orders", self.auth)[0], 200)

    def test_two_credentials_are_none(self):
        """Also where each of them would be good by itself, in either order."""
        _, one = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        _, two = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        keys = ["X-Api-Key: " + one, "X-Api-Key: " + two]
        for field in keys + [self.auth]:
            self.assertEqual(self.wire.ask("/api/v1/orders", field)[0], 200)
        self.upstream.seen.clear()
        for fields in (keys, keys[::-1], [keys[0], keys[0]], [keys[0], "x-api-key: garbage"], [self.auth, self.auth], [self.auth, keys[0]],
                       [self.auth, "Authorization: Bearer " + one], [self.auth, "Authorization: Basic eDp5"]):
            status, _, body = self.wire.ask("/api/v1/orders", *fields)
            names = [field.split(":")[0] for field in fields]
            self.assert_ambiguous(status, body, names == ["Authorization"] * 2, names)
            self.assertEqual(self.upstream.seen, [])

    def test_what_another_proxy_said_ends_here(self):
        for name in PROXY_SAID:
            for spelling in (name, name.lower(), name.replace("-", "_"), name.replace("-", ".")):
                status, _, body = self.wire.ask("/api/v1/orders", self.auth, spelling + ": 192.0.2.99", spelling + ": 192.0.2.98")
                if status != 200:  # a second spelling of what the gateway says itself, or a name that Envoy refuses
                    known = folded(spelling)[:12] in ("x-forwarded-", "x-original-h") or self.kind is Envoy and "_" in spelling
                    self.assertEqual((status, known), (400, True), (spelling, body))
                    continue
                said = [key for key, value in json.loads(body)["headers"] if "192.0.2.9" in value]
                self.assertEqual(said, [], spelling)

    def test_what_is_the_apis_arrives(self):
        sent = {"x-client-version": "7", "x-correlation-id": "a-1", "idempotency-key": "k-1", "accept": "text/x", "cookie": "a=b",
                "if-none-match": '"e"', "range": "bytes=0-1", "traceparent": "00-1", "referer": "https://x.example/"}
        status, _, body = self.wire.ask("/api/v1/orders", self.auth, *("%s: %s" % field for field in sent.items()))
        self.assertEqual(status, 200, body)
        arrived = dict(json.loads(body)["headers"])
        self.assertEqual({name: arrived.get(name) for name in sent}, sent)

    def test_no_second_reading_of_a_path_gets_through(self):
        tried = 0
        for path in path_variants(self.wire.host):
            status, _, _ = self.wire.ask(path, self.auth)
            tried += 1
            self.assertTrue(300 <= status < 500, (status, path))
            self.assertEqual(self.upstream.seen, [], path)
        self.assertGreater(tried, 300)

    def test_no_client_says_where_it_comes_from(self):
        """What is recorded, and what address lists will look at, is the connection's address."""
        asked = []
        for name in ("X-Forwarded-For", "X-Original-For", "X-Real-IP", "X-Client-IP", "True-Client-IP", "X-Cluster-Client-IP", "Forwarded",
                     "CF-Connecting-IP", "X-Envoy-External-Address", "X-Envoy-Internal", "Via"):
            for fields in (("192.0.2.99",), ("192.0.2.99", "192.0.2.98"), ("", "192.0.2.99"), ("127.0.0.1, 192.0.2.99",), ("for=192.0.2.99",)):
                for spelling in (name, name.lower(), name.replace("-", "_"), name.replace("-", ".")):
                    status, headers, body = self.wire.ask("/api/v1/orders", self.auth, *(spelling + ": " + value for value in fields))
                    self.assertIn(status, (200, 400), (spelling, body))
                    if status == 200:
                        asked.append(dict(headers)["x-decision-id"])
                        self.assertEqual(dict(json.loads(body)["headers"])["x-forwarded-for"], "127.0.0.1", spelling)
        self.assertGreater(len(asked), 60)
        self.assertTrue(eventually(lambda: self.record(asked[-1])))
        sources = {item["source"] for item in self.admin.call("GET", "/calls?limit=200&partner_id=" + self.partner)["items"]}
        self.assertEqual(sources, {"127.0.0.1"})

    def test_no_claim_of_an_address_opens_a_network(self):
        """A partner that may call from elsewhere only is refused here, whatever a client says of where it is."""
        self.admin.networks(self.partner, ["192.0.2.0/24", "2001:db8::/32"])
        names = [name for name in PROXY_SAID if "For" in name or "IP" in name] + [
            "X-Original-For", "CF-Connecting-IP", "X-Envoy-External-Address", "Fastly-Client-IP", "X-Azure-ClientIP", "Via", "X-Source", "X-Remote-Addr"]
        tried = 0
        for name in names:
            for value in ("192.0.2.1", "192.0.2.1, 127.0.0.1", "127.0.0.1, 192.0.2.1", "::ffff:192.0.2.1", "2001:db8::1", "[2001:db8::1]:443", "192.0.2.1:443",
                          "for=192.0.2.1", 'for="[2001:db8::1]"', "2001:db8::1%eth0"):
                for spelling in (name, name.lower(), name.replace("-", "_")):
                    status, _, body = self.wire.ask("/api/v1/orders", self.auth, spelling + ": " + value)
                    tried += 1
                    self.assertIn(status, (400, 403), (spelling, value))
                    if status == 403:
                        self.assertEqual(json.loads(body)["code"], "network_not_allowed", (spelling, value))
        self.assertEqual(self.upstream.seen, [])
        self.assertGreater(tried, 500)

    def test_no_upgrade_is_passed_on(self):
        """Behind one, frames would flow that nobody decides about."""
        for upgrade in ("websocket", "h2c", "TLS/1.0"):
            status, _, body = self.wire.ask("/api/v1/orders", self.auth, "Connection: Upgrade", "Upgrade: " + upgrade,
                                            "Sec-WebSocket-Key: eHh4eHh4eHh4eHh4eHh4eA==", "Sec-WebSocket-Version: 13")
            if status == 200:
                self.assertNotIn("upgrade", dict(json.loads(body)["headers"]), upgrade)
            else:
                self.assertIn(status, (400, 403, 426, 501), upgrade)
            self.wire.close()

    def test_other_methods_are_other_calls(self):
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "get", "Get", "XGET", "BREW"):
            status, _, _ = self.wire.ask("/api/v1/orders", self.auth, method=method)
            self.assertIn(status, (400, 403, 405, 501), method)
            self.assertEqual(self.upstream.seen, [], method)

    def test_old_clients_are_served(self):
        for target, status in (("/api/v1/orders", 200), ("/api/v1/nowhere", 403), ("/api/v1/orders;x", 400)):
            for fields in ((), ("Connection: keep-alive",)):
                got, headers, body = self.wire.ask(target, self.auth, *fields, version="HTTP/1.0")
                self.wire.close()
                self.assertEqual(got, status, (target, body))
                self.assertNotIn("transfer-encoding", dict(headers), target)
                self.assertEqual(json.loads(body).get("status", 200), status)

    def test_a_refusal_of_head_has_no_body(self):
        status, headers, body = self.wire.ask("/api/v1/nowhere", self.auth, method="HEAD")
        self.assertEqual((status, body), (403, b""))
        self.assertIn("x-decision-id", dict(headers))
        self.assertEqual(self.wire.ask("/api/v1/orders", self.auth)[0], 200)  # on the same connection

    def test_a_body_goes_to_the_api_only(self):
        self.admin.grant(self.partner, ["orders:read", "orders:write"], (5000, 5000, 0))
        client, secret = self.client(["orders:write"])
        auth = self.bearer(client, secret)
        for framing, sent in (("Content-Length: 7", b"{\"a\":1}"), ("Transfer-Encoding: chunked", b"7\r\n{\"a\":1}\r\n0\r\n\r\n")):
            for path, status in (("/api/v1/orders/ord_1/cancel", 200), ("/api/v1/nowhere", 403)):
                got, _, body = self.wire.ask(path, auth, framing, "Content-Type: application/json", method="POST", body=sent)
                self.assertEqual(got, status, (framing, body))
                if got == 200:
                    self.assertEqual(json.loads(body)["method"], "POST")
                self.wire.close()

    def test_the_query_is_the_apis(self):
        for query in ("?", "?a=1&", "?q=%E4", "?&&", "?=", "?%", "?a=%zz", "?a=1&a=2", "??", "?a=/../..;/b", "?x=%00", "?" + "a=1&" * 200,
                      "?long=" + "x" * 8192):
            self.upstream.seen.clear()
            status, headers, body = self.wire.ask("/api/v1/orders" + query, self.auth)
            self.assertEqual(status, 200, (query[:40], body))
            self.assertIn(json.loads(body)["path"], ("/api/v1/orders" + query, "/api/v1/orders"), query[:40])
            if len(query) > 1:
                self.assertEqual(json.loads(body)["path"], "/api/v1/orders" + query)
            decision = dict(headers)["x-decision-id"]
            self.assertTrue(decision.startswith("dec_"))
        call = eventually(lambda: self.record(decision))
        self.assertEqual(call["path"], "/api/v1/orders")
        self.assertEqual(call["outcome"], "served")

    def test_refused_calls_are_recorded_too(self):
        for path, fields, status in (("/api/v1/orders/..;/status?a=1&", (), 400), ("/api/v1/orders?q=%E4", ("X-Realm: prd",), 400),
                                     ("/api/v1/unknown?%", (), 403)):
            got, headers, _ = self.wire.ask(path, self.auth, *fields)
            self.assertEqual(got, status, path)
            call = eventually(lambda id=dict(headers)["x-decision-id"]: self.record(id))
            self.assertEqual(call["status"], status)
            self.assertEqual(call["outcome"], "refused")

    def record(self, decision):
        items = self.admin.call("GET", "/calls?limit=200")["items"]
        return next((item for item in items if item["id"] == decision), None)

    def test_absolute_form(self):
        for target in ("https://%s/api/v1/orders?a=b", "http://%s/api/v1/orders?a=b"):
            status, _, body = self.wire.ask(target % self.wire.host, self.auth)
            if self.kind is Envoy:
                self.assertTrue(400 <= status < 500, (target, status))
                self.assertEqual(self.upstream.seen, [], target)
                continue
            self.assertEqual(status, 200, (target, body))
            self.assertEqual(json.loads(body)["path"], "/api/v1/orders?a=b")

    def test_too_large_is_said_so(self):
        big = "x" * 7168
        cases = {
            "three fields": ["X-A: " + big, "X-B: " + big, "X-C: " + big],
            "credential and key": ["Authorization: Bearer " + "x" * 9000, "X-Api-Key: " + "x" * 9000],
            "one field": ["X-A: " + "x" * 24000],
            "more than the platform reads": ["X-A: " + "x" * 9000, "X-B: " + "x" * 9000],
        }
        for name, fields in cases.items():
            own = [] if name.startswith("credential") else [self.auth]
            status, headers, body = self.wire.ask("/api/v1/orders", *own, *fields)
            self.wire.close()
            self.assertEqual(status, 431, (name, body))
            self.assertNotIn("retry-after", dict(headers), name)
            if not (self.kind is Caddy and name == "one field" and b"{" not in body):
                self.assertEqual(json.loads(body)["code"], "header_too_large", name)
        self.assertEqual(self.upstream.seen, [])
        # What a browser or a proxy sends besides does not matter.
        status, _, body = self.wire.ask("/api/v1/orders", self.auth, "Cookie: " + big, "User-Agent: " + "u" * 4000)
        self.assertEqual(status, 200, body)

    def test_elsewhere_speaks_the_same_language(self):
        status, headers, body = self.wire.ask("/elsewhere", self.auth)
        self.assertEqual((status, json.loads(body)["code"]), (404, "not_found"))
        self.assertEqual(dict(headers)["content-type"], "application/problem+json")

    def test_z_an_api_that_is_away_is_not_a_missing_decision(self):
        """Last: it takes the API away."""
        self.upstream.die()
        status, headers, body = self.wire.ask("/api/v1/orders", self.auth)
        self.assertEqual((status, json.loads(body)["code"]), (502, "api_unreachable"))
        self.assertNotIn("retry-after", dict(headers))
        self.wire.close()
        status, _, body = self.wire.ask("/api/v1/nowhere", self.auth)
        self.assertEqual((status, json.loads(body)["code"]), (403, "route_unknown"))


class NginxVariants(VariantCase, unittest.TestCase):
    kind = Nginx


class NginxSocketVariants(OverSocket, VariantCase, unittest.TestCase):
    pass


class CaddyVariants(VariantCase, unittest.TestCase):
    kind = Caddy


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
