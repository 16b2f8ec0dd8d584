# SPDX-License-Identifier: GPL-3.0-or-later
"""What a restart must not forget: daily counters, revocations, the keys behind tokens; and how little a kill -9 forgets."""
import pathlib
import shutil
import sys
import tempfile
import unittest

from admin import Admin, Service
from partner import curl, eventually, token_with_authlib

SCOPES = ["orders:read"]


class RestartTest(unittest.TestCase):
    def setUp(self):
        self.directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-restart-"))
        self.addCleanup(shutil.rmtree, self.directory, True)
        self.start()
        self.partner = self.admin.partner("restarted", SCOPES)

    def start(self):
        # One public name, so that tokens outlive a change of the port.
        self.service = Service(self.directory / "data", "--public-url", "https://localhost:1")
        self.addCleanup(lambda service=self.service: service.process.poll() is None and service.kill())
        self.admin = Admin(self.service)

    def call(self, *headers):
        return curl(self.service.url + "/api/v1/orders", self.service.ca, *[option for each in headers for option in ("-H", each)])

    def used(self):
        return self.admin.call("GET", "/partners/%s/quota" % self.partner)["used"]

    def test_daily_quota_survives_a_restart(self):
        self.admin.grant(self.partner, SCOPES, (1000, 1000, 5))
        _, key = self.admin.issue(self.partner, SCOPES, kind="api_key")
        self.assertEqual([self.call("X-Api-Key: " + key).status for _ in range(3)], [200] * 3)
        self.assertEqual(self.service.stop(), 0)
        self.start()
        self.assertEqual(self.used(), 3)
        self.assertEqual([self.call("X-Api-Key: " + key).status for _ in range(2)], [200] * 2)
        refused = self.call("X-Api-Key: " + key)
        self.assertEqual(refused.status, 429)
        self.assertEqual(refused.json["code"], "quota_exceeded")
        self.assertGreater(int(refused.one("retry-after")), 0)

    def test_a_kill_forgets_no_more_than_the_last_batch(self):
        self.admin.grant(self.partner, SCOPES, (1000, 1000, 1000))
        _, key = self.admin.issue(self.partner, SCOPES, kind="api_key")
        old = 20
        for _ in range(old):
            self.assertEqual(self.call("X-Api-Key: " + key).status, 200)
        # Batches are committed every 200 ms: once the records of the old calls are there, so are their counters.
        self.assertTrue(eventually(lambda: len(self.admin.call("GET", "/calls?partner_id=" + self.partner)["items"]) == old))
        fresh = 5
        for _ in range(fresh):
            self.call("X-Api-Key: " + key)
        self.service.kill()
        self.start()
        used = self.used()
        self.assertGreaterEqual(used, old)
        self.assertLessEqual(used, old + fresh)

    def test_revocation_and_keys_survive(self):
        self.admin.grant(self.partner, SCOPES, (1000, 1000, 0))
        kept, kept_secret = self.admin.issue(self.partner, SCOPES)
        cut, cut_secret = self.admin.issue(self.partner, SCOPES)
        tokens = [token_with_authlib(self.service.url, self.service.ca, *client) for client in ((kept, kept_secret), (cut, cut_secret))]
        self.assertTrue(self.admin.revoke(cut)["durable"])
        self.service.kill()
        self.start()
        self.assertEqual(self.call("Authorization: Bearer " + tokens[0]).status, 200)
        self.assertEqual(self.call("Authorization: Bearer " + tokens[1]).status, 401)

    def test_a_revoked_token_stays_revoked(self):
        self.admin.grant(self.partner, SCOPES, (1000, 1000, 0))
        client, secret = self.admin.issue(self.partner, SCOPES)
        token = token_with_authlib(self.service.url, self.service.ca, client, secret)
        answer = curl(self.service.url + "/oauth2/revoke", self.service.ca, "--user", client + ":" + secret, "--data", "token=" + token)
        self.assertEqual(answer.status, 200)
        self.assertEqual(self.call("Authorization: Bearer " + token).status, 401)
        self.service.kill()
        self.start()
        self.assertEqual(self.call("Authorization: Bearer " + token).status, 401)
        self.assertEqual(self.call("Authorization: Bearer " + token_with_authlib(self.service.url, self.service.ca, client, secret)).status, 200)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
