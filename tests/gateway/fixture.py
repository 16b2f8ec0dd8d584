# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test of a gateway stands on: the real service, a real gateway with the shipped configuration, a real upstream."""
import pathlib
import shutil
import subprocess
import tempfile

from admin import PROGRAM, Admin, Service
from gateways import Nginx, free_port
from partner import curl, token_with_authlib
from upstream import Upstream

SCOPES = ["orders:read", "orders:write", "invoices:read"]
WIDE = (1000, 1000, 0)


class GatewayFixture:
    """A service, a gateway of class `kind` in front of an API that tells what reached it, and a partner for each test."""

    kind = None
    options = ()

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-gateway-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory, True)
        cls.service = Service(cls.directory / "data", *cls.service_options())
        cls.addClassCleanup(cls.service.stop)
        cls.admin = Admin(cls.service)
        cls.upstream = Upstream()
        cls.addClassCleanup(cls.upstream.shutdown)
        port = free_port()
        cls.own = cls.directory / cls.kind.name
        subprocess.run([str(PROGRAM), "gateway", "add", "edge", "--data", cls.service.data, "--out", str(cls.directory / "edge"),
                        "--probe-url", "https://127.0.0.1:%d/api/v1/probe" % port,
                        "--probe-ca", str(cls.probe_ca(port))], check=True, timeout=60, capture_output=True)
        cls.gateway = cls.kind(cls.own, cls.service.url, cls.upstream.address, cls.directory / "edge", port)
        cls.addClassCleanup(cls.gateway.stop)
        cls.number = 0

    @classmethod
    def service_options(cls):
        return ()

    @classmethod
    def probe_ca(cls, _):
        # The gateway makes its certificate when it starts; the registration only names the file.
        cls.own.mkdir(parents=True, exist_ok=True)
        path = cls.own / "server.crt"
        path.touch()
        return path

    def setUp(self):
        type(self).number += 1
        self.partner = self.admin.partner("partner-%d" % self.number, SCOPES)
        self.admin.grant(self.partner, SCOPES, WIDE)
        self.upstream.seen.clear()

    def get(self, path, *headers, method=None, data=None):
        options = [option for header in headers for option in ("-H", header)]
        if method:
            options += ["-X", method]
        if data is not None:
            options += ["--data-binary", data]
        return curl(self.gateway.url + path, self.gateway.ca, *options)

    def client(self, scopes=("orders:read",)):
        return self.admin.issue(self.partner, list(scopes))

    def token(self, client, secret, **options):
        return token_with_authlib(self.service.url, self.service.ca, client, secret, **options)

    def bearer(self, client, secret, **options):
        return "Authorization: Bearer " + self.token(client, secret, **options)

    def assert_problem(self, answer, status, code):
        self.assertEqual(answer.status, status, answer.body)
        self.assertEqual(answer.one("content-type"), "application/problem+json")
        self.assertEqual(answer.json["code"], code)
        self.assertEqual(answer.json["status"], status)
        self.assertTrue(answer.json["request_id"])
        self.assertEqual(self.upstream.seen, [])


class NginxOverSocket(Nginx):
    name = "nginx-socket"


class OverSocket:
    """nginx asks over the Unix socket instead of TLS; who may open the file is the gateway."""

    kind = NginxOverSocket

    @classmethod
    def service_options(cls):
        NginxOverSocket.unix_socket = str(cls.directory / "gateway.sock")
        return ("--gateway-socket", NginxOverSocket.unix_socket)
