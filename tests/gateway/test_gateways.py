# SPDX-License-Identifier: GPL-3.0-or-later
"""Real nginx and Caddy with the shipped configurations, a real upstream, the real service: what a partner sees and what the API behind
the gateway gets. Tokens are fetched with standard OAuth client libraries."""
import socket
import ssl
import subprocess
import sys
import time
import unittest

from admin import PROGRAM
from fixture import SCOPES, WIDE, GatewayFixture, OverSocket
from gateways import Caddy, Nginx
from partner import curl, eventually, token_with_authlib, token_with_requests

IDENTITY = ["x-partner-id", "x-credential-id", "x-credential-generation", "x-realm", "x-scopes", "x-route-id", "x-decision-id",
            "x-policy-snapshot", "x-request-id"]


class GatewayCase(GatewayFixture):
    """The same promises for each gateway."""

    def test_standard_clients_get_through_with_identity(self):
        client, secret = self.client()
        tokens = [
            token_with_authlib(self.service.url, self.service.ca, client, secret),
            token_with_authlib(self.service.url, self.service.ca, client, secret, scope="orders:read"),
            token_with_authlib(self.service.url, self.service.ca, client, secret, method="client_secret_post"),
            token_with_requests(self.service.url, self.service.ca, client, secret),
            token_with_requests(self.service.url, self.service.ca, client, secret, scope=["orders:read"], include_client_id=True),
        ]
        for token in tokens:
            answer = self.get("/api/v1/orders?page=2", "Authorization: Bearer " + token)
            self.assertEqual(answer.status, 200, answer.body)
            seen = dict(answer.json["headers"])
            self.assertEqual(answer.json["path"], "/api/v1/orders?page=2")
            self.assertEqual(seen["x-partner-id"], self.partner)
            self.assertEqual(seen["x-credential-id"], client)
            self.assertEqual(seen["x-credential-generation"], "1")
            self.assertEqual(seen["x-realm"], "sbx")
            self.assertEqual(seen["x-scopes"], "orders:read")
            self.assertEqual(seen["x-route-id"], "rte_orders")
            for name in IDENTITY:
                self.assertTrue(seen[name])
                self.assertNotIn("{", seen[name])
            self.assertEqual(answer.one("x-request-id"), seen["x-request-id"])
            self.assertEqual(answer.one("x-decision-id"), seen["x-decision-id"])
            self.assertIn('"burst"', answer.one("ratelimit"))

    def test_credential_does_not_reach_the_upstream(self):
        client, secret = self.client()
        seen = dict(self.get("/api/v1/orders", self.bearer(client, secret)).json["headers"])
        self.assertNotIn("authorization", seen)
        _, key = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        for header in ("X-Api-Key: " + key, "Authorization: Bearer " + key):
            answer = self.get("/api/v1/orders", header)
            self.assertEqual(answer.status, 200, answer.body)
            self.assertNotIn(key, answer.body.decode())

    def test_methods_and_bodies_pass(self):
        client, secret = self.client(["orders:write"])
        answer = self.get("/api/v1/orders", self.bearer(client, secret), "Content-Type: application/json", method="POST",
                          data='{"quantity":1}')
        self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual(answer.json["method"], "POST")
        self.assertEqual(answer.json["body"], '{"quantity":1}')

    def test_refusals(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        missing = self.get("/api/v1/orders")
        self.assert_problem(missing, 401, "credential_missing")
        self.assertTrue(missing.one("www-authenticate").startswith("Bearer"))
        self.assert_problem(self.get("/api/v1/orders", bearer + "x"), 401, "credential_invalid")
        self.assert_problem(self.get("/api/v1/orders", "Authorization: Bearer garbage"), 401, "credential_invalid")
        scope = self.get("/api/v1/invoices", bearer)
        self.assert_problem(scope, 403, "scope_missing")
        self.assertEqual(scope.json["scope"], "invoices:read")
        self.assert_problem(self.get("/api/v1/unknown", bearer), 403, "route_unknown")
        self.assert_problem(self.get("/api/v1/orders", bearer, method="DELETE"), 403, "route_unknown")
        self.assert_problem(self.get("/api/v1/orders", bearer, "X-Api-Key: x"), 401, "credential_ambiguous")
        self.assertEqual(self.get("/elsewhere", bearer).status, 404)

    def test_paths_have_one_reading(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        for path in ("/api/v1//orders", "/api/v1/./orders", "/api/v1/x/../orders", "/api/v1/%2e%2e/v1/orders", "/api/v1/x%2f..%2forders",
                     "/api/v1/orders%00", "/api/v1/orders%252f", "/api/v1/orders\\x", "/api/v1/orders/%ff", "/api/v1/orders/"):
            answer = self.get(path, bearer)
            self.assertIn(answer.status, (400, 403, 404), path)
        self.assertEqual(self.upstream.seen, [])

    def test_limits_are_a_true_429_and_waiting_helps(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        self.admin.grant(self.partner, SCOPES, (1, 2, 0))
        answers = [self.get("/api/v1/orders", bearer) for _ in range(2)]
        self.assertEqual([answer.status for answer in answers], [200, 200])
        self.upstream.seen.clear()
        for _ in range(50):
            refused = self.get("/api/v1/orders", bearer)
            if refused.status != 200:
                break
            self.upstream.seen.clear()
        self.assert_problem(refused, 429, "rate_limited")
        wait = int(refused.one("retry-after"))
        self.assertTrue(1 <= wait <= 2)
        self.assertEqual(refused.json["retry_after"], wait)
        self.assertIn('"burst";r=0', refused.one("ratelimit"))
        time.sleep(wait)
        self.assertEqual(self.get("/api/v1/orders", bearer).status, 200)

    def test_both_secrets_work_during_rotation(self):
        client, old = self.client()
        new = self.admin.rotate(client)
        self.assertNotEqual(old, new)
        for secret, generation in ((old, "1"), (new, "2")):
            answer = self.get("/api/v1/orders", self.bearer(client, secret))
            self.assertEqual(answer.status, 200, answer.body)
            self.assertEqual(dict(answer.json["headers"])["x-credential-generation"], generation)

    def test_revocation_ends_the_very_next_call(self):
        client, secret = self.client()
        _, key = credential = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        bearer = self.bearer(client, secret)
        self.assertEqual(self.get("/api/v1/orders", bearer).status, 200)
        self.admin.probe(client)
        receipt = self.admin.revoke(client)
        self.assertEqual(receipt["proof"]["state"], "running", receipt)
        self.upstream.seen.clear()
        self.assert_problem(self.get("/api/v1/orders", bearer), 401, "credential_invalid")
        with self.assertRaises(Exception):
            self.token(client, secret)
        # The operator's proof went through this very gateway, and came by itself.
        proof = self.admin.proof(client)
        self.assertEqual(proof["state"], "proven", proof)
        self.assertIn("edge", [point["gateway"] for point in proof["points"]])
        for point in proof["points"]:
            before, after = point["before"], point["after"]
            self.assertTrue(before["accepted"])
            self.assertFalse(after["accepted"])
            self.assertTrue(after["decision_id"])
            self.assertGreater(after["snapshot"], before["snapshot"])
        self.assertEqual(self.get("/api/v1/orders", "X-Api-Key: " + key).status, 200)
        self.admin.revoke(credential[0])
        self.assertEqual(self.get("/api/v1/orders", "X-Api-Key: " + key).status, 401)

    def test_narrowed_scope_acts_on_living_tokens(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        self.assertEqual(self.get("/api/v1/orders", bearer).status, 200)
        self.admin.grant(self.partner, ["invoices:read"], WIDE)
        self.upstream.seen.clear()
        self.assert_problem(self.get("/api/v1/orders", bearer), 403, "scope_missing")

    def test_calls_and_tokens_come_from_listed_networks(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)

        def token():
            return curl(self.service.url + "/oauth2/token", self.service.ca, "--user", client + ":" + secret, "--data",
                        "grant_type=client_credentials")
        self.admin.networks(self.partner, ["192.0.2.0/24", "2001:db8::/32"])
        self.upstream.seen.clear()
        self.assert_problem(self.get("/api/v1/orders", bearer), 403, "network_not_allowed")
        for forged in ("X-Forwarded-For: 192.0.2.7", "X-Real-IP: 192.0.2.7", "Forwarded: for=192.0.2.7"):
            self.assert_problem(self.get("/api/v1/orders", bearer, forged), 403, "network_not_allowed")
        refused = token()
        self.assertEqual((refused.status, refused.json["error"]), (400, "unauthorized_client"), refused.body)
        self.admin.networks(self.partner, ["127.0.0.0/8"], [(client, ["127.0.0.2"])])
        self.assert_problem(self.get("/api/v1/orders", bearer), 403, "network_not_allowed")
        self.admin.networks(self.partner, ["::ffff:127.0.0.1", "::1"])
        self.assertEqual(self.get("/api/v1/orders", bearer).status, 200)
        self.assertEqual(token().status, 200)

    def test_forged_identity_never_arrives(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        forged = ["X-Partner-Id: prt_other", "x-partner-id: prt_other", "X_Partner_Id: prt_other", "X-Scopes: admin",
                  "X-Credential-Id: crd_other", "X-Realm: prd", "X-Decision-Id: dec_other", "X-Policy-Snapshot: 1",
                  "X-Original-URI: /api/v1/invoices", "X-Original-Method: DELETE", "X-Forwarded-Uri: /api/v1/invoices",
                  "X-Forwarded-Method: DELETE", "X_Forwarded_Uri: /api/v1/invoices", "X-Authz-Status: 200",
                  "Connection: X-Partner-Id", "Connection: close, X-Partner-Id, X-Scopes, X-Realm",
                  "Connection: X-Forwarded-Uri, X-Original-URI", "X-Original-For: 192.0.2.99", "X-Forwarded-For: 192.0.2.99",
                  "Client-Cert: :AA==:"]
        for header in forged:
            self.upstream.seen.clear()
            answer = self.get("/api/v1/orders", bearer, header)
            self.assertIn(answer.status, (200, 400), header)
            if answer.status != 200:
                self.assertEqual(self.upstream.seen, [], header)
                continue
            self.assertEqual(answer.json["path"], "/api/v1/orders", header)
            values = {}
            for name, value in answer.json["headers"]:
                values.setdefault(name.replace("_", "-"), []).append(value)
            for name, expected in (("x-partner-id", self.partner), ("x-credential-id", client), ("x-realm", "sbx"),
                                   ("x-scopes", "orders:read")):
                self.assertEqual(values.get(name), [expected], header)
            self.assertNotIn("dec_other", values["x-decision-id"], header)
            # And it opens nothing that this token may not do.
            self.assertIn(self.get("/api/v1/invoices", bearer, header).status, (400, 403), header)

    def test_smuggled_and_doubled_credentials(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        host = "127.0.0.1:%d" % self.gateway.port
        context = ssl.create_default_context(cafile=str(self.gateway.ca))
        for extra in (["Authorization: Bearer other", bearer], [bearer, "Authorization: Bearer other"],
                      [bearer, "X-Api-Key: a", "X-Api-Key: b"]):
            with context.wrap_socket(socket.create_connection(("127.0.0.1", self.gateway.port), timeout=20),
                                     server_hostname="127.0.0.1") as wire:
                wire.sendall("\r\n".join(["GET /api/v1/orders HTTP/1.1", "Host: " + host, *extra, "Connection: close", "", ""])
                             .encode())
                text = b""
                while True:
                    part = wire.recv(65536)
                    if not part:
                        break
                    text += part
            status = int(text.split()[1])
            self.assertIn(status, (400, 401), extra)

    def test_only_the_gateway_gets_decisions(self):
        client, secret = self.client()
        question = ["-H", self.bearer(client, secret), "-H", "X-Forwarded-Method: GET", "-H", "X-Forwarded-Uri: /api/v1/orders",
                    "-H", "X-Forwarded-For: 198.51.100.1"]
        url = self.service.url + "/gateway/v1/authorize"
        stranger = curl(url, self.service.ca, *question)
        self.assertEqual(stranger.status, 403)
        self.assertEqual(stranger.json["code"], "gateway_untrusted")
        self.assertEqual(stranger.all("x-partner-id"), [])
        files = self.directory / "edge"
        known = curl(url, self.service.ca, *question, "--cert", str(files / "edge.crt"), "--key", str(files / "edge.key"))
        self.assertEqual(known.status, 200)
        self.assertEqual(known.body, b"")
        self.assertEqual(known.one("x-partner-id"), self.partner)
        # A certificate that somebody else signed does not even finish the handshake, or is not taken.
        own = self.directory / "own"
        own.mkdir(exist_ok=True)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
                        "-subj", "/CN=gateway edge", "-keyout", str(own / "k"), "-out", str(own / "c")], check=True, timeout=60,
                       capture_output=True)
        try:
            answer = curl(url, self.service.ca, *question, "--cert", str(own / "c"), "--key", str(own / "k"))
            self.assertEqual(answer.status, 403)
        except AssertionError as error:
            self.assertIn("curl:", str(error))

    def test_a_removed_gateway_gets_nothing(self):
        out = self.directory / ("spare-%d" % self.number)
        data = ["--data", self.service.data]
        subprocess.run([str(PROGRAM), "gateway", "add", "spare", "--out", str(out), *data], check=True, timeout=60, capture_output=True)
        ask = ["--cert", str(out / "spare.crt"), "--key", str(out / "spare.key"), "-H", "X-Forwarded-Method: GET",
               "-H", "X-Forwarded-Uri: /api/v1/orders", "-H", "X-Forwarded-For: 198.51.100.1"]
        url = self.service.url + "/gateway/v1/authorize"

        def code():
            return curl(url, self.service.ca, *ask).json["code"]

        self.assertTrue(eventually(lambda: code() == "credential_missing"))
        subprocess.run([str(PROGRAM), "gateway", "remove", "spare", *data], check=True, timeout=60, capture_output=True)
        self.assertTrue(eventually(lambda: code() == "gateway_untrusted"))

    def test_demo_and_gateway_agree(self):
        """Generated calls, each made through the gateway and to the service's own demo API."""
        self.admin.grant(self.partner, SCOPES, WIDE)
        client, secret = self.client(["orders:read"])
        other, other_secret = self.client(["invoices:read"])
        _, key = self.admin.issue(self.partner, ["orders:read", "orders:write"], kind="api_key")
        revoked, revoked_key = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        self.admin.revoke(revoked)
        credentials = [[], [self.bearer(client, secret)], [self.bearer(other, other_secret)], ["X-Api-Key: " + key],
                       ["X-Api-Key: " + revoked_key], ["Authorization: Bearer " + key], ["X-Api-Key: " + key[:-1]],
                       [self.bearer(client, secret), "X-Api-Key: " + key]]
        paths = ["/api/v1/orders", "/api/v1/orders/none", "/api/v1/orders/none/status", "/api/v1/orders/none/cancel", "/api/v1/invoices",
                 "/api/v1/customers", "/api/v1/unknown", "/api/v1/orders/", "/api/v1/%6frders", "/api/v1/orders?x=1"]
        methods = ["GET", "POST", "DELETE", "PUT"]
        calls = [(method, path, headers) for headers in credentials for path in paths for method in methods]
        self.assertGreaterEqual(len(calls), 300)
        gateway = self.batch(self.gateway.url, self.gateway.ca, calls)
        demo = self.batch(self.service.url, self.service.ca, calls)
        for call, one, two in zip(calls, gateway, demo):
            decided = (401, 403, 429)
            self.assertEqual(one in decided, two in decided, (call, one, two))
            if one in decided:
                self.assertEqual(one, two, call)
            else:
                self.assertEqual(one, 200, call)
        self.assertGreater(sum(status == 200 for status in gateway), 20)

    def batch(self, url, ca, calls):
        """Statuses of many calls over one curl."""
        lines = []
        for method, path, headers in calls:
            lines += ['url = "%s%s"' % (url, path), 'request = "%s"' % method, 'output = "/dev/null"', 'write-out = "%{http_code}\\n"',
                      "path-as-is", 'cacert = "%s"' % ca, "silent", "http1.1", "max-time = 20"]
            # As libraries send it; curl says nothing, and not every gateway can tell that from a body without a length (test_bodies.py).
            lines += ['header = "%s"' % header for header in headers + (["Content-Length: 0"] if method != "GET" else [])]
            lines.append("next")
        done = subprocess.run(["curl", "--config", "-"], input="\n".join(lines[:-1]).encode(), capture_output=True, check=True, timeout=60)
        statuses = [int(line) for line in done.stdout.split()]
        self.assertEqual(len(statuses), len(calls))
        return statuses

    def test_calls_are_attributed(self):
        client, secret = self.client()
        answer = self.get("/api/v1/orders", self.bearer(client, secret), "User-Agent: partner-app/7")
        request = dict(answer.json["headers"])["x-request-id"]

        def found():
            items = self.admin.call("GET", "/calls?request_id=" + request)["items"]
            return items[0] if items else None

        call = eventually(found)
        self.assertEqual(call["partner_id"], self.partner)
        self.assertEqual(call["credential_id"], client)
        self.assertEqual(call["source"], "127.0.0.1")
        self.assertEqual(call["user_agent"], "partner-app/7")
        self.assertEqual(call["gateway"], self.gateway_name())
        self.assertEqual(call["id"], answer.one("x-decision-id"))

    def gateway_name(self):
        return "edge"

    def test_z_no_decision_means_closed(self):
        """Last: it takes the service away."""
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        self.service.process.kill()
        self.service.process.wait(20)
        answer = self.get("/api/v1/orders", bearer)
        self.assertEqual(answer.status, 503)
        self.assertEqual(answer.json["code"], "undecided")
        self.assertTrue(int(answer.one("retry-after")) > 0)
        self.assertEqual(self.upstream.seen, [])


class NginxTest(GatewayCase, unittest.TestCase):
    kind = Nginx


class NginxSocketTest(OverSocket, GatewayCase, unittest.TestCase):
    """nginx asks over the Unix socket instead of TLS; who may open the file is the gateway."""

    def gateway_name(self):
        return "local socket"


class CaddyTest(GatewayCase, unittest.TestCase):
    kind = Caddy


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
