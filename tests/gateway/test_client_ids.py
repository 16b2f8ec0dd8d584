# SPDX-License-Identifier: GPL-3.0-or-later
"""A partner's program keeps the client id of another system and changes its secret alone: standard OAuth libraries ask for the token, and
calls go through real gateways, until the deadline or a revocation."""
import datetime
import json
import shutil
import time
import unittest
import urllib.request
import uuid

from authlib.integrations.base_client.errors import OAuthError
from oauthlib.oauth2.rfc6749.errors import InvalidClientError

from fixture import GatewayFixture
from gateways import Caddy, Nginx
from partner import curl, eventually, token_with_authlib, token_with_requests


def utc(**ahead):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(**ahead)).strftime("%Y-%m-%dT%H:%M:%SZ")


class ClientIds(GatewayFixture):
    """For each gateway."""

    def import_id(self, client_id, until=None):
        """As a file of one row; the id of the credential that was made."""
        day = (datetime.date.today() + datetime.timedelta(days=60)).isoformat()
        row = {"partner": "partner-%d" % self.number, "client_id": client_id, "realm": "sbx", "owner": "local-admin", "expires_at": until or day}
        request = urllib.request.Request(self.admin.base + "/imports/client-ids?format=json&apply=true&reason=moved",
                                         json.dumps({"client_ids": [row]}).encode(), method="POST")
        for name, value in (("Authorization", "Bearer " + self.admin.token), ("Content-Type", "application/json"),
                            ("Idempotency-Key", str(uuid.uuid4()))):
            request.add_header(name, value)
        with urllib.request.urlopen(request, context=self.admin.context, timeout=30) as answer:
            report = json.loads(answer.read())
        self.assertTrue(report["applied"], report)
        return report["rows"][0]["target_id"]

    def passes(self, token, client):
        answer = self.get("/api/v1/orders", "Authorization: Bearer " + token)
        self.assertEqual(answer.status, 200, answer.body)
        headers = dict(answer.json["headers"])
        self.assertEqual((headers["x-partner-id"], headers["x-credential-id"]), (self.partner, client))

    def assert_no_token(self, name, secret):
        """As standard libraries tell it, and word for word as of a client that nobody knows."""
        with self.assertRaises(OAuthError) as told:
            token_with_authlib(self.service.url, self.service.ca, name, secret)
        self.assertEqual(told.exception.error, "invalid_client")
        with self.assertRaises(InvalidClientError):
            token_with_requests(self.service.url, self.service.ca, name, secret)
        answers = [curl(self.service.url + "/oauth2/token", self.service.ca, "--user", "%s:%s" % (one, secret), "--data",
                        "grant_type=client_credentials") for one in (name, "nobody-%d" % self.number)]
        self.assertEqual([answer.status for answer in answers], [401, 401])
        self.assertEqual(answers[0].body, answers[1].body)
        self.assertNotIn(name, answers[0].body.decode())

    def test_only_the_secret_changes(self):
        client, secret = self.client()
        name = "old-backend-%d" % self.number
        imported = self.import_id(name)
        self.assertNotEqual(imported, client)
        for token in (token_with_authlib(self.service.url, self.service.ca, name, secret),
                      token_with_authlib(self.service.url, self.service.ca, name, secret, scope="orders:read", method="client_secret_post"),
                      token_with_requests(self.service.url, self.service.ca, name, secret),
                      token_with_requests(self.service.url, self.service.ca, name, secret, scope=["orders:read"], include_client_id=True)):
            self.passes(token, client)
        self.passes(self.token(client, secret), client)  # and under its own
        self.assertTrue(eventually(lambda: self.admin.call("GET", "/credentials/" + imported).get("last_used_at"), 90))

    def test_not_with_the_secret_of_another_partner(self):
        stranger = self.admin.partner("stranger-%d" % self.number, ["orders:read"])
        _, theirs = self.admin.issue(stranger, ["orders:read"])
        client, secret = self.client()
        name = "acme-%d" % self.number
        self.import_id(name)
        self.assert_no_token(name, theirs)
        self.passes(self.token(name, secret), client)

    def test_it_ends_at_its_deadline(self):
        client, secret = self.client()
        name = "short-%d" % self.number
        imported = self.import_id(name, utc(seconds=4))
        ends = time.monotonic() + 4
        token = self.token(name, secret)
        self.passes(token, client)
        time.sleep(max(0.0, ends - time.monotonic()) + 0.5)
        self.assert_no_token(name, secret)
        self.assertEqual(self.admin.call("GET", "/credentials/" + imported)["state"], "expired")
        self.passes(token, client)  # the token is the credential's own, and goes on for its few minutes
        self.passes(self.token(client, secret), client)

    def test_it_ends_by_a_revocation(self):
        client, secret = self.client()
        name = "cut-%d" % self.number
        imported = self.import_id(name)
        self.passes(self.token(name, secret), client)
        self.admin.revoke(imported)
        self.assert_no_token(name, secret)
        self.passes(self.token(client, secret), client)

    def test_it_ends_with_the_secret(self):
        client, secret = self.client()
        name = "both-%d" % self.number
        self.import_id(name)
        token = self.token(name, secret)
        self.passes(token, client)
        self.upstream.seen.clear()
        self.admin.revoke(client)
        self.assert_no_token(name, secret)
        self.assert_problem(self.get("/api/v1/orders", "Authorization: Bearer " + token), 401, "credential_invalid")


class ClientIdsAtNginx(ClientIds, unittest.TestCase):
    kind = Nginx


@unittest.skipUnless(shutil.which("caddy"), "there is no caddy here")
class ClientIdsAtCaddy(ClientIds, unittest.TestCase):
    kind = Caddy


if __name__ == "__main__":
    unittest.main()
