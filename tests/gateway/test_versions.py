# SPDX-License-Identifier: GPL-3.0-or-later
"""Deprecation and end of a version, through real gateways with the shipped configurations: partners are told with each call, and what has
ended is a true 410 with where it goes on."""
import datetime
import sys
import unittest

from fixture import GatewayFixture
from gateways import Caddy, Nginx

GUIDE = "https://developer.example/v1-to-v2"
NEXT = "https://developer.example/v2"
SENTENCE = "Bestellungen heißen jetzt „v2“: 100 % anders."


def in_days(days):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


class VersionsCase(GatewayFixture):
    """For each gateway."""

    def make(self, **members):
        self.version = self.admin.call("POST", "/apis/api_demo/versions", {"path_prefix": "/api/v1/orders", "reason": "test", **members})
        self.addCleanup(self.remove)

    def path(self):
        return "/apis/api_demo/versions/" + self.version["id"]

    def remove(self):
        page = self.admin.call("GET", "/apis/api_demo/versions")
        for each in page["items"]:
            self.admin.call("POST", "/apis/api_demo/versions/%s/remove" % each["id"], {"reason": "test"}, if_match='"%d"' % each["version"])

    def test_partners_are_told_until_it_ends(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        plain = self.get("/api/v1/orders", bearer)
        self.assertEqual(plain.status, 200, plain.body)
        for name in ("deprecation", "sunset", "link"):
            self.assertEqual(plain.all(name), [], name)

        self.make(deprecated_at="2026-03-01T00:00:00Z", sunset_at=in_days(40), successor_url=NEXT, guide_url=GUIDE, sentence=SENTENCE)
        # The API's own link stays beside it.
        self.upstream.answer = lambda *_: (200, {"Link": '</api/v1/orders?page=2>; rel="next"'}, b"{}")
        self.addCleanup(setattr, self.upstream, "answer", None)
        told = self.get("/api/v1/orders", bearer)
        self.assertEqual(told.status, 200, told.body)
        self.assertEqual(told.one("deprecation"), "@1772323200")
        self.assertRegex(told.one("sunset"), r"^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$")
        links = ", ".join(told.all("link"))
        for link in ('<%s>; rel="successor-version"' % NEXT, '<%s>; rel="deprecation"' % GUIDE, '<%s>; rel="sunset"' % GUIDE,
                     '</api/v1/orders?page=2>; rel="next"'):
            self.assertIn(link, links)
        self.upstream.answer = None

        self.upstream.seen.clear()
        self.admin.call("POST", self.path() + "/end", {"reason": "test"})
        gone = self.get("/api/v1/orders", bearer)
        self.assert_problem(gone, 410, "version_ended")
        self.assertEqual(gone.json["link"], GUIDE)
        self.assertEqual(gone.json["detail"], SENTENCE)
        self.assertIn('<%s>; rel="successor-version"' % NEXT, ", ".join(gone.all("link")))
        self.assertEqual(gone.one("deprecation"), "@1772323200")
        self.assertTrue(gone.one("sunset"))
        self.assertTrue(gone.one("x-decision-id"))

        self.remove()
        self.assertEqual(self.get("/api/v1/orders", bearer).status, 200)

    def test_each_is_told_as_far_as_it_is_known(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        for members, known in (({"sunset_at": in_days(40)}, {"sunset"}), ({"deprecated_at": in_days(-40)}, {"deprecation"}),
                               ({"deprecated_at": in_days(-40), "guide_url": GUIDE}, {"deprecation", "link"})):
            self.make(**members)
            answer = self.get("/api/v1/orders", bearer)
            self.assertEqual(answer.status, 200, answer.body)
            for name in ("deprecation", "sunset", "link"):
                self.assertEqual(len(answer.all(name)), int(name in known), (members, name, answer.all(name)))
            self.remove()

    def test_without_a_page_it_is_gone_all_the_same(self):
        client, secret = self.client()
        bearer = self.bearer(client, secret)
        self.make()
        self.admin.call("POST", self.path() + "/end", {"reason": "test"})
        gone = self.get("/api/v1/orders", bearer, "X-Authz-Nothing: x")
        self.assert_problem(gone, 410, "version_ended")
        self.assertNotIn("link", gone.json)
        self.assertEqual(gone.all("link"), [])
        # Whoever is nobody learns nothing of it.
        self.assertEqual(self.get("/api/v1/orders").status, 401)


class NginxVersions(VersionsCase, unittest.TestCase):
    kind = Nginx


class CaddyVersions(VersionsCase, unittest.TestCase):
    kind = Caddy


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
