# SPDX-License-Identifier: GPL-3.0-or-later
"""Observe before enforce, through real gateways with the shipped configurations: what would be refused passes and is reported, nobody's
identity is forged by it, and what was taken away stays away."""
import base64
import datetime
import hashlib
import json
import sys
import unittest

from fixture import GatewayFixture
from gateways import Caddy, Nginx
from test_legacy_keys import bcrypt
from partner import eventually
from variants import folded, header_variants, path_variants, PROTECTED
from wire import Wire

IDENTITY = {"x-partner-id", "x-credential-id", "x-credential-generation", "x-realm"}
OURS = IDENTITY | {"x-scopes", "x-route-id", "x-decision-id", "x-policy-snapshot", "x-request-id"}


class Observed(GatewayFixture):
    """With an observation of the API for each test."""

    def setUp(self):
        super().setUp()
        until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=7)
        self.observation = self.admin.call("POST", "/observations", {
            "kind": "api", "target": "api_demo", "until": until.strftime("%Y-%m-%dT%H:%M:%SZ"), "reason": "test"})["id"]
        self.addCleanup(self.end)
        self.wire = Wire(self.gateway.port, self.gateway.ca)
        self.addCleanup(self.wire.close)

    def end(self):
        if self.observation:
            self.admin.call("POST", "/observations/%s/end" % self.observation, {"reason": "test"})
        self.observation = None

    def report(self):
        return self.admin.call("GET", "/observations/%s/report" % self.observation)

    def said(self, body, name):
        return [value for key, value in json.loads(body)["headers"] if key == name]


class ObserveCase(Observed):
    """For each gateway."""

    def test_a_stranger_passes_with_what_it_came_with(self):
        for field, name in (("Authorization: Bearer of-another-system", "authorization"), ("X-Api-Key: of-another-system", "x-api-key"),
                            ("X-Partner-Key: of-another-system", "x-partner-key")):
            status, _, body = self.wire.ask("/api/v1/orders", field, "User-Agent: legacy-sync/2")
            self.assertEqual(status, 200, body)
            self.assertEqual(self.said(body, name), [field.split(": ")[1]])
            for identity in IDENTITY:
                self.assertIn(self.said(body, identity), ([], [""]), identity)
        status, _, body = self.wire.ask("/api/v1/nothing-known/17")
        self.assertEqual(status, 200, body)
        eventually(lambda: self.report()["refused"] == 4)
        report = self.report()
        self.assertEqual(report["refused"], 4)
        self.assertEqual({line["reason"] for line in report["lines"]}, {"malformed_credential", "missing_credential"})
        self.assertIn("legacy-sync/2", [stranger["user_agent"] for stranger in report["strangers"]])
        self.assertNotIn("of-another-system", json.dumps(report))

    def test_a_body_that_says_nothing_of_itself_passes(self):
        _, key = self.admin.issue(self.partner, ["orders:read", "orders:write"], kind="api_key")
        for fields in ((), ("Content-Type: application/json",)):
            status, _, body = self.wire.ask("/api/v1/orders", "X-Api-Key: " + key, "Transfer-Encoding: chunked", *fields, method="POST",
                                            body=b"5\r\n[1,2]\r\n0\r\n\r\n")
            self.wire.close()
            self.assertEqual((status, json.loads(body)["body"]), (200, "[1,2]"))

    def test_a_partner_passes_as_itself_and_its_secret_ends_here(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        status, _, body = self.wire.ask("/api/v1/invoices", bearer)  # a scope that this token lacks
        self.assertEqual(status, 200, body)
        self.assertEqual(self.said(body, "x-partner-id"), [self.partner])
        self.assertEqual(self.said(body, "authorization"), [])
        eventually(lambda: self.report()["refused"] == 1)
        self.assertEqual([(line["reason"], line["partner_id"], line["what"]) for line in self.report()["lines"]],
                         [("missing_scope", self.partner, "GET /api/v1/invoices")])

    def test_nothing_of_ours_goes_on_beside_what_is_foreign(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        _, key = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        foreign = "of-another-system"
        token = bearer.split()[-1]
        altered = key[:-1] + ("x" if key[-1] != "x" else "y")
        for fields in ((bearer, "X-Api-Key: " + foreign), ("Authorization: Basic eDp5", "X-Api-Key: " + key),
                       ("X-Api-Key: " + foreign, "X-Api-Key: " + key), ("X-Api-Key: " + key, "X-Api-Key: " + foreign),
                       ("Authorization: Basic " + key, ), ("X-Api-Key: " + foreign + "," + key, ), ("X-Api-Key: " + token + " ,x", ),
                       ("X-Api-Key: " + altered, "X-Partner-Key: " + key), ('Authorization: Bearer "%s"' % token, ),
                       ("Authorization: Token token=" + token, ), ("Authorization: Bearer " + token + "=", ), ("Authorization: Bearer " + token + ".x", ),
                       ("Authorization: Bearer:" + token, ), ("X-Api-Key: " + token + ";x", ), ("X-Partner-Key: " + token, ),
                       ("X-Partner-Key: " + token, "X-Api-Key: x"), ("X-Partner-Key: " + key + "x" * 500, ),
                       ("Authorization: Basic " + base64.b64encode(("x:" + token).encode()).decode(), )):
            self.upstream.seen.clear()
            status, _, body = self.wire.ask("/api/v1/orders", *fields)
            self.assertIn(status, (400, 401), [field.split(":")[0] for field in fields])
            self.assertEqual(self.upstream.seen, [])
        # Two that are nothing of ours are what they were before.
        status, _, body = self.wire.ask("/api/v1/orders", "Authorization: Basic eDp5", "X-Api-Key: " + foreign)
        self.assertEqual((status, self.said(body, "authorization"), self.said(body, "x-api-key")), (200, ["Basic eDp5"], [foreign]))

    def import_key(self, key, **more):
        expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=30)
        row = {"partner": "partner-%d" % self.number, "name": "of before", "owner": "local-admin", "realm": "sbx", "scopes": ["orders:read"],
               "scheme": "sha256", "hash": hashlib.sha256(key.encode()).hexdigest(), "header": "X-Partner-Key",
               "expires_at": expires.strftime("%Y-%m-%dT%H:%M:%SZ")}
        report = self.admin.call("POST", "/imports/keys?format=json&apply=true&reason=test", {"keys": [dict(row, **more)]})
        return report["rows"][0]["target_id"]

    def test_an_imported_key_that_was_taken_away_does_not_go_on(self):
        key, slow = "key-of-before-%d" % self.number, "slow%d_of-before" % self.number
        ids = [self.import_key(key), self.import_key(slow, scheme="bcrypt", prefix=slow[:6], hash=bcrypt(slow), name="slow")]
        self.assertEqual(self.said(self.wire.ask("/api/v1/orders", "X-Partner-Key: " + key)[2], "x-partner-key"), [key])
        self.admin.revoke(ids[0])
        self.admin.call("POST", "/credentials/%s/suspend" % ids[1], {"reason": "test"})
        ways = (("X-Partner-Key: %s", ), ("X-Partner-Key: %s", "X-Api-Key: x"), ("X-Partner-Key: %s", "X-Partner-Key: %s"),
                ("Authorization: Bearer zzz", "X-Partner-Key: %s"), ("X-Partner-Key: x,%s", ), ("X-Api-Key: %s", ))
        for blocked in (False, True):
            for wrong in range(11 if blocked else 0):
                self.wire.ask("/api/v1/orders", "X-Partner-Key: wrong-key-%d" % wrong)
            for fields in ways:
                self.upstream.seen.clear()
                self.assertEqual(self.wire.ask("/api/v1/orders", *(field.replace("%s", key) for field in fields))[0], 401, fields)
                self.assertEqual(self.upstream.seen, [])
                # It was never used, so nobody can say whether it is that key: it ends at the gateway.
                _, _, body = self.wire.ask("/api/v1/orders", *(field.replace("%s", slow) for field in fields))
                self.assertNotIn(slow.encode(), body, fields)
        # What is unknown here goes on, also from an address that shows many such.
        _, _, body = self.wire.ask("/api/v1/orders", "X-Partner-Key: another-of-before")
        self.assertEqual(self.said(body, "x-partner-key"), ["another-of-before"])

    def test_a_path_with_two_readings_is_refused(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        for target in ("/api//other/secret", "/api/other/secret;x", "/api/v1/../other/secret", "/api/other/%2e%2e/secret",
                       "/api/..;/internal/secret", "/api/other/secret%2f", "/api/v1//orders", "/api/v1/orders;x"):
            for fields in ((), (bearer, )):
                self.upstream.seen.clear()
                self.assertIn(self.wire.ask(target, *fields)[0], (400, 401, 403, 404), target)
                self.assertEqual(self.upstream.seen, [], target)

    def test_a_path_with_two_readings_is_in_the_report(self):
        """It would be refused for ever, and nothing else tells why it is refused already."""
        client, secret = self.client()
        for fields in ((), (self.bearer(client, secret), )):
            self.assertEqual(self.wire.ask("/api/v1/orders;v=2", *fields)[0], 400, fields)
        self.assertTrue(eventually(lambda: self.report()["refused"] == 2))
        self.assertEqual({(line["reason"], line.get("partner_id"), line["what"], line["today"]) for line in self.report()["lines"]},
                         {("bad_request", partner, "GET /api/v1/orders;{…}", "refused") for partner in (None, self.partner)})

    def test_all_of_a_gateway_holds_such_paths(self):
        self.end()
        until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=7)
        self.observation = self.admin.call("POST", "/observations", {
            "kind": "gateway", "target": "edge", "until": until.strftime("%Y-%m-%dT%H:%M:%SZ"), "reason": "test"})["id"]
        status, _, body = self.wire.ask("/api/v1/orders;v=2", "X-Partner-Key: of-another-system")
        self.assertEqual((status, json.loads(body)["path"]), (200, "/api/v1/orders;v=2"))
        self.assertEqual(self.said(body, "x-partner-key"), ["of-another-system"])
        self.assertEqual(self.said(body, "x-partner-id"), [""] if self.said(body, "x-partner-id") else [])

    def test_an_unknown_method_is_an_unknown_route(self):
        client, secret = self.client()
        status, _, body = self.wire.ask("/api/v1/orders", self.bearer(client, secret), method="PROPFIND")
        if status == 200:
            self.assertEqual(json.loads(body)["method"], "PROPFIND")
        self.assertTrue(eventually(lambda: [line["what"] for line in self.report()["lines"]] == ["PROPFIND /api/v1/orders"]))
        self.assertEqual([line["reason"] for line in self.report()["lines"]], ["unknown_route"])

    def test_nothing_that_is_kept_holds_a_foreign_key(self):
        key = "foreign%dkey/of+another" % self.number
        for fields in (("X-Api-Key: " + key, ), ("X-Partner-Key: " + key, ), ("Authorization: Bearer " + key, ),
                       ("X-Api-Key: " + key, "Authorization: Basic eDp5")):
            self.wire.ask("/api/v1/foreign/" + key.replace("/", "%2F"), *fields, "User-Agent: sync " + key)
            self.wire.ask("/api/v1/" + key, *fields, "User-Agent: " + "u" * 90 + key)
        self.assertTrue(eventually(lambda: "u" * 90 + "[key]" in json.dumps(self.report())))
        self.assertNotIn("foreign%dkey" % self.number, json.dumps(self.report()))
        self.assertNotIn("foreign%dkey" % self.number, json.dumps(self.admin.call("GET", "/calls?limit=100")))

    def test_an_imported_key_is_what_the_api_knows_until_it_is_enforced(self):
        key = "partner-key-of-before-%d" % self.number
        self.import_key(key)
        for kept in ([key], []):
            status, _, body = self.wire.ask("/api/v1/orders", "X-Partner-Key: " + key)
            self.assertEqual((status, self.said(body, "x-partner-id"), self.said(body, "x-partner-key")), (200, [self.partner], kept))
            self.end()

    def test_what_was_taken_away_stays_away(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        self.assertEqual(self.wire.ask("/api/v1/orders", bearer)[0], 200)
        self.admin.revoke(client)
        self.upstream.seen.clear()
        self.assertEqual(self.wire.ask("/api/v1/orders", bearer)[0], 401)
        self.assertEqual(self.upstream.seen, [])

    def test_no_identity_is_forged(self):
        tried = 0
        for name, value in header_variants():
            self.upstream.seen.clear()
            status, _, body = self.wire.ask("/api/v1/orders", name + ": " + value)
            tried += 1
            if status != 200:
                self.assertIn(status, (400, 401, 403), name)
                continue
            kept = folded(name) in ("authorization", "x-api-key")  # of a stranger, which is no identity of ours
            forged = [(key, text) for key, text in json.loads(body)["headers"]
                      if folded(key) in set(map(folded, PROTECTED)) and text == value and not kept]
            self.assertEqual(forged, [], name)
            for identity in IDENTITY:
                texts = [text for key, text in json.loads(body)["headers"] if folded(key) == identity]
                self.assertIn(texts, ([], [""]), (name, identity))
        self.assertGreater(tried, 400)

    def test_no_path_gives_anybody_an_identity(self):
        for target in path_variants("127.0.0.1"):
            self.upstream.seen.clear()
            status, _, body = self.wire.ask(target)
            for identity in IDENTITY if status == 200 and self.upstream.seen else ():
                self.assertIn(self.said(body, identity), ([], [""]), (target, identity))

    def test_it_is_enforced_in_one_step(self):
        self.assertEqual(self.wire.ask("/api/v1/orders")[0], 200)
        self.end()
        self.upstream.seen.clear()
        self.assertEqual(self.wire.ask("/api/v1/orders")[0], 401)
        self.assertEqual(self.upstream.seen, [])


class NginxObserves(ObserveCase, unittest.TestCase):
    kind = Nginx


class CaddyObserves(ObserveCase, unittest.TestCase):
    kind = Caddy


class MaskedNginxObserves(Observed, unittest.TestCase):
    """With the option that masks answers: nobody gets past it because he is only observed."""

    class kind(Nginx):
        options = ("mask",)
        modules = ("http_js",)
        edited = (('// rte_orders: { remove: ["items.customer.notes"], mask: ["items.customer.iban"] },', 'rte_orders: { remove: ["headers"] },'),)

    def test_a_stranger_gets_what_the_rules_leave(self):
        for fields in ((), ("X-Api-Key: of-another-system", )):
            status, _, body = self.wire.ask("/api/v1/orders", *fields)
            self.assertEqual((status, sorted(json.loads(body))), (200, ["body", "method", "path"]), body)
        status, _, body = self.wire.ask("/api/v1/invoices")
        self.assertEqual(status, 200)
        self.assertIn("headers", json.loads(body))

    def test_what_has_no_rules_is_refused_before_the_api(self):
        client, secret = self.client()
        for fields in ((), (self.bearer(client, secret), ), ("X-Original-Masked: no", )):
            for target, method in (("/api/v1/unknown", "GET"), ("/api/v1//orders", "GET"), ("/api/v1/orders;x", "GET"), ("/api/v1/orders", "PATCH")):
                self.upstream.seen.clear()
                self.assertIn(self.wire.ask(target, *fields, method=method)[0], (400, 401, 403, 404), target)
                self.assertEqual(self.upstream.seen, [], target)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
