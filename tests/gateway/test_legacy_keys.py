# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys of another system go on working through real gateways, and end there."""
import ctypes
import ctypes.util
import datetime
import hashlib
import hmac
import json
import os
import pathlib
import secrets
import shutil
import unittest
import urllib.request
import uuid

from fixture import GatewayFixture
from gateways import Caddy, Nginx
from partner import eventually


def bcrypt(key, cost=8):
    library = ctypes.CDLL(ctypes.util.find_library("crypt"))
    library.crypt.restype = ctypes.c_char_p
    alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    salt = "".join(secrets.choice(alphabet) for _ in range(21)) + "."
    made = library.crypt(key.encode(), ("$2b$%02d$%s" % (cost, salt)).encode())
    assert made and made.startswith(b"$2b$"), made
    return made.decode()


class LegacyKeys(GatewayFixture):
    """For each gateway."""

    @classmethod
    def setUpClass(cls):
        cls.other = secrets.token_bytes(32)
        super().setUpClass()

    @classmethod
    def service_options(cls):
        # The other system's key: a file of the host, before the service starts.
        data = pathlib.Path(cls.directory / "data")
        data.mkdir(mode=0o700)
        name = os.open(data / "legacy-hmac-old", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        os.write(name, cls.other)
        os.close(name)
        return super().service_options()

    def import_keys(self, *rows, status=200):
        deadline = (datetime.date.today() + datetime.timedelta(days=60)).isoformat()
        usual = {"partner": "partner-%d" % self.number, "scheme": "sha256", "header": "X-Partner-Key", "scopes": ["orders:read"],
                 "realm": "sbx", "owner": "local-admin", "expires_at": deadline}
        body = json.dumps({"keys": [dict(usual, **row) for row in rows]}).encode()
        request = urllib.request.Request(self.admin.base + "/imports/keys?format=json&apply=true&reason=moved", body, method="POST")
        request.add_header("Authorization", "Bearer " + self.admin.token)
        request.add_header("Content-Type", "application/json")
        request.add_header("Idempotency-Key", str(uuid.uuid4()))
        with urllib.request.urlopen(request, context=self.admin.context, timeout=30) as answer:
            report = json.loads(answer.read())
        self.assertTrue(report["applied"], report)
        return [row["target_id"] for row in report["rows"]]

    def reached(self, answer, *secret):
        """What the API got of a call that was allowed: none of these texts."""
        self.assertEqual(answer.status, 200, answer.body)
        for text in secret:
            self.assertNotIn(text, answer.body.decode())
        return dict(answer.json["headers"])

    def test_every_scheme_goes_on_working(self):
        keys = [secrets.token_urlsafe(24), secrets.token_urlsafe(24), "live_" + secrets.token_urlsafe(24)]
        ids = self.import_keys(
            {"name": "one", "hash": hashlib.sha256(keys[0].encode()).hexdigest()},
            {"name": "two", "scheme": "hmac_sha256", "hmac_key": "old",
             "hash": hmac.new(self.other, keys[1].encode(), "sha256").hexdigest()},
            {"name": "three", "scheme": "bcrypt", "prefix": "live_", "hash": bcrypt(keys[2])})
        for key, credential in zip(keys, ids):
            for _ in range(2):
                headers = self.reached(self.get("/api/v1/orders", "X-Partner-Key: " + key), key)
                self.assertEqual(headers["x-credential-id"], credential)
                self.assertEqual(headers["x-partner-id"], self.partner)
                self.assertNotIn("x-partner-key", headers)
        self.assertTrue(eventually(lambda: "rehashed_at" in self.admin.call("GET", "/credentials/" + ids[2])["legacy"]))
        for key in (keys[0] + "x", "live_" + secrets.token_urlsafe(24), secrets.token_urlsafe(24)):
            self.upstream.seen.clear()
            self.assert_problem(self.get("/api/v1/orders", "X-Partner-Key: " + key), 401, "credential_invalid")

    def test_exactly_one_credential(self):
        key = secrets.token_urlsafe(24)
        self.import_keys({"name": "one", "hash": hashlib.sha256(key.encode()).hexdigest()})
        for other in ("Authorization: Bearer x", "X-Api-Key: x", "X-Partner-Key: " + key):
            self.assert_problem(self.get("/api/v1/orders", "X-Partner-Key: " + key, other), 401, "credential_ambiguous")

    def test_what_is_taken_is_taken_at_once(self):
        key = secrets.token_urlsafe(24)
        [credential] = self.import_keys({"name": "one", "hash": hashlib.sha256(key.encode()).hexdigest()})
        self.reached(self.get("/api/v1/orders", "X-Partner-Key: " + key), key)
        self.upstream.seen.clear()
        self.admin.call("POST", "/credentials/%s/suspend" % credential, {"reason": "test"})
        self.assert_problem(self.get("/api/v1/orders", "X-Partner-Key: " + key), 401, "credential_invalid")

    def test_in_authorization(self):
        key = secrets.token_urlsafe(24)
        self.import_keys({"name": "one", "hash": hashlib.sha256(key.encode()).hexdigest(), "header": "Authorization: ApiKey"})
        headers = self.reached(self.get("/api/v1/orders", "Authorization: ApiKey " + key), key)
        self.assertNotIn("authorization", headers)


class LegacyKeysAtNginx(LegacyKeys, unittest.TestCase):
    kind = Nginx


@unittest.skipUnless(shutil.which("caddy"), "there is no caddy here")
class LegacyKeysAtCaddy(LegacyKeys, unittest.TestCase):
    kind = Caddy


if __name__ == "__main__":
    unittest.main()
