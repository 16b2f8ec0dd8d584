# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a partner's pack, and that its programs work as they are; Java's is run with tests/engines."""
import datetime
import json
import stat
import subprocess
import sys
import unittest
import urllib.request
import uuid
import zipfile

from admin import PROGRAM
from pack_samples import SampleFixture


class Curl(SampleFixture, unittest.TestCase):
    sample, command = "curl.sh", ("sh",)

    @classmethod
    def trust(cls):
        return {"CURL_CA_BUNDLE": str(cls.trusted)}

    def test_the_archive_says_only_what_is_theirs(self):
        other = self.admin.partner("somebody-else", ["orders:read"])
        _, secret = self.client()
        stranger, _ = self.admin.issue(other, ["orders:read"])
        self.admin.grant(self.partner, ["orders:read"], (7, 9, 0))
        folder = self.pack()
        self.assertEqual(folder.name, "partner-pack-partner-%d-sandbox" % self.number)
        files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for name in ("README.html", "README.md", "errors.md", "errors.json", "limits.json", "calendar.ics", "samples/client.py"):
            self.assertIn(name, files)
        for name, content in files.items():
            for never in (secret, stranger, other, "somebody-else", "invoices:read", "gateway_untrusted"):
                self.assertNotIn(never.encode(), content, name)
        limits = json.loads(files["limits.json"])
        self.assertEqual((limits["calls_per_second"], limits["burst"]), (7, 9))
        self.assertEqual((limits["anywhere"], limits["networks"]), (True, []))
        self.assertIn("scope_missing", [each["code"] for each in json.loads(files["errors.json"])["calls"]])

    def test_the_same_state_gives_the_same_bytes(self):
        def contents():
            path = self.directory / "same.zip"
            subprocess.run([str(PROGRAM), "pack", self.partner, "--data", self.service.data, "--as", "local-admin", "--language", "de",
                            "--output", str(path)], check=True, timeout=60, capture_output=True)
            with zipfile.ZipFile(path) as archive:
                for each in archive.infolist():
                    self.assertEqual(each.date_time[0], datetime.datetime.now(datetime.timezone.utc).year)
                    is_program = each.external_attr >> 16 & stat.S_IXUSR
                    self.assertEqual(bool(is_program), each.filename.endswith((".sh", ".py", ".mjs")), each.filename)
                return [(each.filename, archive.read(each)) for each in archive.infolist()
                        if not each.filename.endswith((".html", "README.md", ".ics"))]  # these have the date in them
        self.assertEqual(contents(), contents())

    def test_a_partner_that_is_not_there_is_said(self):
        done = subprocess.run([str(PROGRAM), "pack", "nobody", "--data", self.service.data, "--as", "local-admin"], check=False, timeout=60,
                              capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("there is no partner with the id or short name nobody", done.stderr)

    def test_a_description_of_megabytes_is_there(self):
        text = "s" * 25000
        paths = {"/orders/%d" % number: {"get": {"tags": ["order"], "description": text, "responses": {"200": {"description": "ok"}}}}
                 for number in range(200)}
        api = self.admin.call("POST", "/apis", {"name": "big", "host": "big.example.com", "base_path": "/big", "audience": "https://big.example.com/",
                                                "reason": "test"})
        request = urllib.request.Request(
            "%s/apis/%s/revisions?otherwise=tag&prefix=big." % (self.admin.base, api["id"]), method="POST",
            data=json.dumps({"openapi": "3.0.3", "info": {"title": "Big", "version": "1"}, "paths": paths}).encode(),
            headers={"Authorization": "Bearer " + self.service.token, "Content-Type": "application/octet-stream", "Idempotency-Key": str(uuid.uuid4())})
        with urllib.request.urlopen(request, context=self.admin.context, timeout=60) as answer:
            revision = json.load(answer)
        self.admin.call("POST", "/apis/%s/revisions/%s/apply?revision_version=%d" % (api["id"], revision["id"], revision["version"]),
                        {"reason": "test"}, if_match='"%d"' % api["version"])
        self.admin.grant(self.partner, ["big.order:read"], (7, 9, 0))
        description = self.pack() / "openapi/big.json"
        self.assertGreater(description.stat().st_size, 5_000_000)
        self.assertEqual(len(json.loads(description.read_bytes())["paths"]), 200)

    def test_what_is_missing_is_said(self):
        done = subprocess.run([str(PROGRAM), "pack", self.partner, "--data", self.service.data, "--as", "local-admin", "--realm", "production",
                               "--output", str(self.directory / "missing.zip")], check=True, timeout=60, capture_output=True, text=True)
        self.assertIn("Missing: the partner may not call in this realm now", done.stdout)
        self.assertIn("Missing: no credential for this realm yet", done.stdout)
        self.assertIn("Missing: no network from which calls are let through", done.stdout)


class Python(SampleFixture, unittest.TestCase):
    sample, command = "client.py", (sys.executable,)

    @classmethod
    def trust(cls):
        return {"SSL_CERT_FILE": str(cls.trusted)}


class Node(SampleFixture, unittest.TestCase):
    sample, command = "client.mjs", ("node",)

    @classmethod
    def trust(cls):
        return {"NODE_EXTRA_CA_CERTS": str(cls.trusted)}


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
