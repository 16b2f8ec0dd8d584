# SPDX-License-Identifier: GPL-3.0-or-later
"""`partner-platform gateway check` beside real gateways: with the shipped configuration it finds nothing, and each configuration that is
broken on purpose is found by its own check."""
import json
import pathlib
import shutil
import subprocess
import tempfile

from admin import PROGRAM, Admin, Service
from upstream import Upstream

# Every check, in its order.
ALL = ["registered", "reachable", "certificate", "tls_versions", "clock", "asks_itself", "accepted", "anonymous", "other_host", "client_address",
       "forged_fields", "identity_arrives", "credential_ends", "long_body", "endless_body", "length_told", "long_header", "gone", "throttled",
       "answers_not_kept", "decisions_not_kept", "denied_at_once", "platform_closed", "decisions_closed", "upstream_closed"]


class Report:
    def __init__(self, done):
        self.code, self.text = done.returncode, done.stdout.decode()
        assert self.text, done.stderr.decode()
        answer = json.loads(self.text)
        self.worst, self.checks = answer["verdict"], {check["id"]: check for check in answer["checks"]}

    def by(self, verdict):
        return {name for name, check in self.checks.items() if check["verdict"] == verdict}


class CheckFixture:
    """A service that knows one gateway, "edge", and an API; each test puts a gateway of its own between them."""

    kind = None

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-gateway-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory, True)
        cls.service = Service(cls.directory / "data")
        cls.addClassCleanup(cls.service.stop)
        cls.admin = Admin(cls.service)
        cls.upstream = Upstream()
        cls.addClassCleanup(cls.upstream.shutdown)
        subprocess.run([str(PROGRAM), "gateway", "add", "edge", "--data", cls.service.data, "--out", str(cls.directory / "edge")],
                       check=True, timeout=60, capture_output=True)
        partner = cls.admin.partner("any", ["orders:read"])
        cls.credential, cls.secret = cls.admin.issue(partner, ["orders:read"])
        cls.number = 0

    def start(self, *edited, **attributes):
        """A gateway with the shipped configuration, in which `edited` is replaced."""
        cls = type(self)
        cls.number += 1
        kind = type("Edited", (self.kind,), {"edited": edited, "certificate_days": 90, **attributes})
        gateway = kind(self.directory / ("gateway-%d" % cls.number), self.service.url, self.upstream.address, self.directory / "edge")
        self.addCleanup(gateway.stop)
        return gateway

    def run_check(self, gateway, *options, ca=True, name="edge"):
        trusted = ["--probe-ca", str(gateway.ca)] if ca else []
        return subprocess.run([str(PROGRAM), "gateway", "check", name, "--data", self.service.data, "--probe-url", gateway.url + "/api/v1/probe",
                               *trusted, *options], capture_output=True, check=False, timeout=120)

    def check(self, gateway, *options, **more):
        return Report(self.run_check(gateway, "--json", *options, **more))

    def found(self, *edited, failed=(), warned=(), unchecked=(), **attributes):
        """What is found in a configuration that is broken so, and nothing else is."""
        report = self.check(self.start(*edited, **attributes))
        self.assertEqual((report.by("fail"), report.by("warn"), report.by("not_checked")),
                         (set(failed), set(warned), {"upstream_closed", *unchecked}), report.text)
        self.assertEqual(report.code, 1 if failed else 4)
        for name in (*failed, *warned):
            self.assertTrue(report.checks[name]["mend"], name)
        return report
