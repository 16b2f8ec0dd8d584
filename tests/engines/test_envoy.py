# SPDX-License-Identifier: GPL-3.0-or-later
"""The real Envoy with the shipped configuration: what tests/gateway asks of nginx and Caddy."""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(os.environ["PC_SOURCE_DIR"]) / "tests/gateway"))

from gateways import Envoy
from scripted import ScriptedFixture
from test_bodies import BodyCase
from test_gateway_check import CheckCase
from test_gateways import GatewayCase
from test_observe import ObserveCase
from test_reports import CopyingCase
from test_several_apis import SeveralApis
from test_variants import VariantCase
from test_versions import VersionsCase
from wire import Wire


class EnvoyTest(GatewayCase, unittest.TestCase):
    kind = Envoy


class EnvoyVariants(VariantCase, unittest.TestCase):
    kind = Envoy


class EnvoyApis(SeveralApis, unittest.TestCase):
    kind = Envoy


class EnvoyObserves(ObserveCase, unittest.TestCase):
    kind = Envoy


class EnvoyBodies(BodyCase, unittest.TestCase):
    kind = Envoy


class EnvoyCheck(CheckCase, unittest.TestCase):
    kind = Envoy

    def test_a_credential_that_goes_on(self):
        self.found(("                    - remove: authorization\n", ""), failed=["credential_ends"])

    def test_a_forged_field_that_the_service_does_not_see(self):
        self.found(("                - exact: cookie\n", "                - exact: cookie\n                - exact: x-rewrite-url\n"),
                   ("                - remove: x-rewrite-url\n", ""), failed=["forged_fields"])

    def test_bodies_without_a_bound(self):
        self.found(("max_request_bytes: 1048576", "max_request_bytes: 104857600"),
                   ("                - append: { header: { key: x-original-length, value: \"%REQ(CONTENT-LENGTH)%\" }, append_action: "
                    "OVERWRITE_IF_EXISTS_OR_ADD }\n                - append: { header: { key: x-original-length, value: held }, append_action: "
                    "ADD_IF_ABSENT }\n", ""), failed=["long_body", "endless_body"], warned=["length_told"])

    def test_an_address_that_a_client_claims(self):
        self.found(("%DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT%\" }\n                  - { key: x-original-host",
                    "%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%\" }\n                  - { key: x-original-host"),
                   ("use_remote_address: true\n          xff_num_trusted_hops: 0", "use_remote_address: true\n          xff_num_trusted_hops: 1"),
                   failed=["client_address"])


class EnvoyVersions(VersionsCase, unittest.TestCase):
    kind = Envoy


class EnvoyReports(CopyingCase, unittest.TestCase):
    kind = Envoy

    def request_of(self, answer):
        return answer.json["request_id"]


class EnvoyByItself(ScriptedFixture, unittest.TestCase):
    class kind(Envoy):
        edited = (("max_pending_requests: 1024, max_requests: 1024", "max_pending_requests: 2, max_requests: 2"),)

    def test_calls_in_work_are_bounded(self):
        def slow(*_):
            time.sleep(1.5)
            return 200, {"Content-Type": "application/json"}, b"{}"

        self.upstream.answer = slow
        wires = [Wire(self.gateway.port, self.gateway.ca) for _ in range(8)]
        for wire in wires:
            self.addCleanup(wire.close)
            wire.ask("/elsewhere")
        with concurrent.futures.ThreadPoolExecutor(len(wires)) as pool:
            answers = list(pool.map(lambda wire: wire.ask("/api/v1/orders", "Authorization: Bearer x"), wires))
        shed = [answer for answer in answers if answer[0] != 200]
        self.assertEqual(len(answers) - len(shed), 2)
        for status, headers, body in shed:
            self.assertEqual((status, json.loads(body)["code"], dict(headers)["retry-after"]), (503, "api_busy", "1"))
        self.assertEqual(len(self.upstream.seen), 2)

    def test_http2_says_the_same(self):
        """By curl, as browsers and most libraries speak to Envoy."""
        def ask(path, *headers):
            options = [option for header in headers for option in ("-H", header)]
            done = subprocess.run(["curl", "--silent", "--http2", "--path-as-is", "--max-time", "20", "--cacert", str(self.gateway.ca), "--write-out",
                                   " %{http_version} %{http_code}", *options, self.gateway.url + path], capture_output=True, check=False, timeout=60)
            body, version, status = done.stdout.decode().rsplit(" ", 2)
            if done.returncode == 92:  # the stream was reset
                return 0, body
            self.assertEqual((done.returncode, version), (0, "2"))
            return int(status), body

        status, body = ask("/api/v1/orders?a=b", "Authorization: Bearer x", "X-Real-IP: 192.0.2.99", "X-Original-Host: billing.example.com")
        self.assertEqual(status, 200)
        self.assertNotIn("192.0.2.99", body)
        method, path, headers = self.platform.questions[0]
        self.assertEqual((method, path), ("GET", "/gateway/v1/envoy/api/v1/orders?a=b"))
        self.assertEqual([value for name, value in headers if name == "x-original-host"], ["127.0.0.1"])
        self.assertEqual([value for name, value in headers if name == "x-original-for"], ["127.0.0.1"])
        self.forget()
        self.assertEqual(ask("/api/v1/orders", "X_Partner_Id: prt_other")[0], 0)
        self.assertEqual(ask("/api/v1/a%2fb")[0], 400)
        self.assertEqual(ask("/api/v1/orders", "Host: other.example")[0], 421)
        self.assertEqual((self.platform.questions, self.upstream.seen), ([], []))

    def test_a_question_is_bounded(self):
        """The body stays here, and so does what is large and decides nothing."""
        wire = Wire(self.gateway.port, self.gateway.ca)
        self.addCleanup(wire.close)
        status, _, _ = wire.ask("/api/v1/orders", "Authorization: Bearer x", "Cookie: " + "c" * 9000, "Transfer-Encoding: chunked", "Trailer: x",
                                "Accept-Language: de", method="POST", body=b"3\r\nabc\r\n0\r\n\r\n")
        self.assertEqual(status, 200)
        method, path, headers = self.platform.questions[0]
        self.assertEqual((method, path), ("POST", "/gateway/v1/envoy/api/v1/orders"))
        self.assertEqual(dict(headers).get("content-length"), "0")
        for name in ("cookie", "transfer-encoding", "trailer", "accept-language"):
            self.assertNotIn(name, dict(headers))


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
