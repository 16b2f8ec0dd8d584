# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs of a partner's pack, run as its developer would: a real service, the shipped gateway, a pack by `partner-platform pack`."""
import datetime
import os
import pathlib
import subprocess
import zipfile

from admin import PROGRAM
from fixture import GatewayFixture
from gateways import Nginx

ROOMY = (1000, 1000, 0)


class SampleFixture(GatewayFixture):
    """For each language: `command`, what runs its file, and how it is told of a private certificate authority."""

    kind = Nginx
    sample = ""
    command = ()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.trusted = cls.directory / "trusted.pem"  # the gateway's, and the platform's own
        cls.trusted.write_text(pathlib.Path(cls.gateway.ca).read_text() + pathlib.Path(cls.service.ca).read_text())

    @classmethod
    def trust(cls):
        return {}

    def pack(self, *options):
        """The unpacked folder, by path."""
        path = self.directory / ("%s.zip" % self.partner)
        done = subprocess.run([str(PROGRAM), "pack", self.partner, "--data", self.service.data, "--as", "local-admin", "--output", str(path),
                               *options], check=False, timeout=60, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        folder = self.directory / self.partner
        with zipfile.ZipFile(path) as archive:
            self.assertIsNone(archive.testzip())
            archive.extractall(folder)
        inner = list(folder.iterdir())
        self.assertEqual(len(inner), 1)
        return inner[0]

    def run_sample(self, variable, secret, *paths, **settings):
        environment = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
        environment.update({variable: secret, "API_BASE": self.gateway.url + "/api/v1", "LC_ALL": "C.UTF-8", **self.trust(), **settings})
        done = subprocess.run([*self.command, str(self.pack() / "samples" / self.sample), *paths], check=False, timeout=120,
                              env=environment, capture_output=True, text=True)
        self.assertNotIn(secret, done.stdout + done.stderr)
        return done

    def of_upstream(self):
        return [path for _, path in self.upstream.seen]

    def test_two_calls_need_one_token(self):
        _, secret = self.client()
        done = self.run_sample("CLIENT_SECRET", secret, "/orders", "/orders")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.of_upstream(), ["/api/v1/orders"] * 2)
        self.assertEqual(done.stderr.count("new token"), 1, done.stderr)

    def test_what_is_not_ascii_goes_along(self):
        _, secret = self.client()
        done = self.run_sample("CLIENT_SECRET", secret, "/orders/é", "/orders/%C3%A4?q=ü%20&r=[1]", "/orders/a[b] c😀?q=\\|\"^`{}<>")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.of_upstream(), ["/api/v1/orders/%C3%A9", "/api/v1/orders/%C3%A4?q=%C3%BC%20&r=%5B1%5D",
                                              "/api/v1/orders/a%5Bb%5D%20c%F0%9F%98%80?q=%5C%7C%22%5E%60%7B%7D%3C%3E"])

    def test_a_client_id_of_another_system_goes_along(self):
        _, secret = self.client()
        for name in ("old+backend-%d", "old:%d", "50%%off-%d", 'a&b="%d\\'):
            day = (datetime.date.today() + datetime.timedelta(days=60)).isoformat()
            row = {"partner": "partner-%d" % self.number, "client_id": name % self.number, "realm": "sbx", "owner": "local-admin", "expires_at": day}
            report = self.admin.call("POST", "/imports/client-ids?format=json&apply=true&reason=test", {"client_ids": [row]})
            self.assertTrue(report["applied"], report)
            done = self.run_sample("CLIENT_SECRET", secret, "/orders", CLIENT_ID=name % self.number)
            self.assertEqual(done.returncode, 0, (name, done.stderr))

    def test_it_needs_no_argument(self):
        self.admin.grant(self.partner, ["orders:read"], ROOMY)
        _, secret = self.client()
        done = self.run_sample("CLIENT_SECRET", secret)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.upstream.seen), 1)

    def test_a_call_that_is_not_granted_is_refused_once(self):
        self.admin.grant(self.partner, ["orders:read"], ROOMY)
        _, secret = self.client()
        done = self.run_sample("CLIENT_SECRET", secret, "/invoices", "/orders")
        self.assertEqual(done.returncode, 1)
        self.assertIn("/invoices is refused: 403", done.stderr)
        self.assertIn("scope_missing", done.stderr)
        self.assertEqual(self.of_upstream(), ["/api/v1/orders"])  # the next call goes on

    def test_it_waits_as_long_as_it_is_told(self):
        self.admin.grant(self.partner, ["orders:read"], (1, 1, 0))
        _, secret = self.client()
        done = self.run_sample("CLIENT_SECRET", secret, "/orders", "/orders", "/orders")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("429: waiting", done.stderr)
        self.assertEqual(self.of_upstream(), ["/api/v1/orders"] * 3)

    def test_a_quota_is_not_waited_for(self):
        self.admin.grant(self.partner, ["orders:read"], (1000, 1000, 1))
        _, secret = self.client()
        done = self.run_sample("CLIENT_SECRET", secret, "/orders", "/orders")
        if "429: waiting" in done.stderr:
            self.skipTest("the partner's midnight is less than two minutes away")
        self.assertEqual(done.returncode, 1)
        self.assertIn("quota_exceeded", done.stderr)

    def test_a_wrong_secret_is_said(self):
        _, secret = self.client()
        done = self.run_sample("CLIENT_SECRET", secret[:-1] + ("x" if secret[-1] != "x" else "y"), "/orders")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no token", done.stderr)
        self.assertEqual(self.upstream.seen, [])

    def test_an_api_key_goes_along(self):
        _, secret = self.admin.issue(self.partner, ["orders:read"], kind="api_key")
        done = self.run_sample("API_KEY", secret, "/orders")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("new token", done.stderr)
