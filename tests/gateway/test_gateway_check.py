# SPDX-License-Identifier: GPL-3.0-or-later
"""`partner-platform gateway check` beside Debian's nginx and Caddy."""
import datetime
import http.server
import subprocess
import sys
import threading
import unittest

from admin import PROGRAM
from checked import ALL, CheckFixture
from gateways import Caddy, Nginx, free_port


class CheckCase(CheckFixture):
    """What holds beside each gateway."""

    def test_a_gateway_as_it_is_shipped_is_well(self):
        gateway = self.start()
        report = self.check(gateway)
        self.assertEqual(list(report.checks), ALL)
        self.assertEqual(report.by("ok"), set(ALL) - {"upstream_closed"}, report.text)
        self.assertEqual((report.code, report.worst), (0, "ok"))
        # Nothing is left behind, and nobody's secret was needed.
        self.assertEqual(self.upstream.seen, [])
        self.assertEqual(self.admin.call("GET", "/calls?limit=200&credential_id=" + self.credential)["items"], [])
        self.assertNotIn("bad_request", [call["reason"] for call in self.admin.call("GET", "/calls?limit=200")["items"]])
        self.assertNotIn(self.secret, report.text)
        # For people: a line for each check, and the number of them.
        told = self.run_check(gateway).stdout.decode()
        self.assertEqual(len(told.splitlines()), len(ALL) + 1, told)
        self.assertIn("24 ok, 0 to look at, 0 failed, 1 not checked", told)

    def test_what_is_observed_passes_without_a_credential(self):
        until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
        observation = self.admin.call("POST", "/observations", {"kind": "gateway", "target": "edge", "until": until.strftime("%Y-%m-%dT%H:%M:%SZ"),
                                                                "reason": "test"})["id"]
        self.addCleanup(self.admin.call, "POST", "/observations/%s/end" % observation, {"reason": "test"})
        report = self.found(warned=["anonymous"])
        self.assertIn("observed", report.checks["anonymous"]["came"])

    def test_a_way_around_is_found(self):
        gateway = self.start()
        around = self.check(gateway, "--upstream-url", "http://" + self.upstream.address + "/api/v1/orders")
        self.assertEqual(around.by("fail"), {"upstream_closed"}, around.text)
        self.upstream.seen.clear()
        none = self.check(gateway, "--upstream-url", "http://127.0.0.1:%d/" % free_port())
        self.assertEqual((none.code, none.by("ok")), (0, set(ALL)), none.text)

    def test_a_certificate_that_nobody_trusts_is_found(self):
        report = self.check(self.start(), ca=False)
        self.assertEqual(report.by("fail"), {"reachable", "certificate"}, report.text)
        self.assertIn("certificate", report.checks["certificate"]["came"])
        self.assertEqual(report.checks["credential_ends"]["verdict"], "not_checked")

    def test_a_certificate_that_ends_soon_is_told(self):
        self.found(warned=["certificate"], certificate_days=2)

    def test_nobody_answers(self):
        gateway = self.start()
        gateway.stop()
        report = self.check(gateway)
        self.assertEqual(report.by("fail"), {"reachable"}, report.text)
        self.assertEqual(report.code, 1)

    def test_a_gateway_that_nobody_registered(self):
        report = self.check(self.start(), name="other")
        self.assertIn("registered", report.by("fail"), report.text)
        # Without the service's tokens all that needs one is open, and said so.
        self.assertIn("trusts no gateway", report.checks["accepted"]["came"])

    def test_the_certificate_of_another_gateway_is_found(self):
        out = self.directory / "spare"
        if not out.exists():
            subprocess.run([str(PROGRAM), "gateway", "add", "spare", "--data", self.service.data, "--out", str(out)], check=True, timeout=60,
                           capture_output=True)
        report = self.check(self.start(), name="spare")
        self.assertEqual(report.by("fail"), {"asks_itself"}, report.text)
        self.assertIn("edge asked", report.checks["asks_itself"]["came"])


class NginxCheck(CheckCase, unittest.TestCase):
    kind = Nginx

    QUESTION = "    proxy_set_header X-Original-Method $request_method;"

    def test_a_forged_field_that_the_service_does_not_see(self):
        report = self.found((self.QUESTION, self.QUESTION + '\n    proxy_set_header X-HTTP-Method-Override "";'),
                            ('proxy_set_header X-HTTP-Method-Override           "";\n', ""), failed=["forged_fields"])
        self.assertIn("X-HTTP-Method-Override", report.checks["forged_fields"]["came"])

    def test_a_question_that_a_client_writes(self):
        self.found(("    proxy_set_header X-Original-URI    $request_uri;", "    proxy_set_header X-Original-URI $partner_said;"),
                   ("upstream partner_platform {", 'map $http_x_original_uri $partner_said { "" $request_uri; default $http_x_original_uri; }\n'
                    "upstream partner_platform {"), failed=["forged_fields"])

    def test_an_identity_field_that_is_not_set(self):
        self.found(("proxy_set_header X-Scopes                $partner_scopes;\n", ""), failed=["identity_arrives", "forged_fields"])

    def test_a_credential_that_goes_on(self):
        self.found(("proxy_set_header Authorization                    $partner_kept_authorization;\n", ""), failed=["credential_ends"])

    def test_an_address_that_a_client_claims(self):
        self.found(("include snippets/partner-gateway-authorize.conf;",
                    "include snippets/partner-gateway-authorize.conf;\nset_real_ip_from 0.0.0.0/0;\nreal_ip_header X-Forwarded-For;"),
                   failed=["client_address"])

    def test_a_host_that_a_client_writes(self):
        self.found(("    server_name 127.0.0.1;", "    server_name 127.0.0.1 check.invalid;"), ("X-Original-Host   $server_name;", "X-Original-Host $host;"),
                   failed=["other_host"])

    def test_bodies_without_a_bound(self):
        self.found(("    proxy_set_header X-Original-Length $partner_body_length;\n", '    proxy_set_header X-Original-Length "";\n'),
                   ("server_tokens off;", "server_tokens off;\nclient_max_body_size 0;"),
                   failed=["long_body", "endless_body"], warned=["length_told"])

    def test_a_large_header_that_looks_like_something_else(self):
        self.found(("error_page 494 = @partner_header_too_large;\n", ""), failed=["long_header"])

    def test_refusals_that_are_changed(self):
        self.found(("error_page 401 403 = @partner_refused;\n", ""), failed=["gone", "throttled"])

    def test_answers_that_are_kept(self):
        self.found(("upstream partner_platform {", "proxy_cache_path cache keys_zone=answers:1m;\nupstream partner_platform {"),
                   ("    proxy_pass https://partner_platform/gateway/v1/probed;",
                    "    proxy_cache answers; proxy_cache_valid any 1m; proxy_cache_key $uri; proxy_ignore_headers Cache-Control Vary;\n"
                    "    proxy_pass https://partner_platform/gateway/v1/probed;"), failed=["answers_not_kept"], unchecked=["forged_fields"])

    def test_decisions_that_are_kept(self):
        self.found(("upstream partner_platform {", "proxy_cache_path cache keys_zone=decisions:1m;\nupstream partner_platform {"),
                   (self.QUESTION, self.QUESTION + "\n    proxy_cache decisions; proxy_cache_valid 200 1m; proxy_cache_key $http_authorization$request_uri;"
                    " proxy_ignore_headers Cache-Control Vary;"),
                   failed=["answers_not_kept", "decisions_not_kept", "denied_at_once"], unchecked=["client_address"])

    def test_an_address_without_a_decision(self):
        report = self.check(self.start(("    include snippets/partner-gateway-protect.conf;\n    include snippets/partner-gateway-platform.conf;",
                                        "    include snippets/partner-gateway-platform.conf;")))
        self.assertLessEqual({"anonymous", "asks_itself", "denied_at_once"}, report.by("fail"), report.text)

    def test_the_platform_behind_the_gateway(self):
        self.found(("# Everything else does not exist.",
                    "location /gateway/ { include snippets/partner-gateway-platform.conf; proxy_pass https://partner_platform; }"),
                   failed=["platform_closed"])

    def test_old_versions_of_tls(self):
        self.found(("ssl_protocols TLSv1.2 TLSv1.3;", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;\nssl_ciphers ALL:@SECLEVEL=0;"),
                   warned=["tls_versions"])

    def test_a_clock_that_is_wrong(self):
        class Old(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response_only(404)
                self.send_header("Date", "Mon, 02 Feb 2026 10:00:00 GMT")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        old = http.server.HTTPServer(("127.0.0.1", 0), Old)
        self.addCleanup(old.server_close)
        self.addCleanup(old.shutdown)
        threading.Thread(target=old.serve_forever, daemon=True).start()
        self.found(("    default_type application/problem+json;\n    return 404", "    proxy_pass_header Date;\n    proxy_pass http://127.0.0.1:%d;\n"
                    "    #return 404" % old.server_port), failed=["clock"])

    def test_no_decision_reaches_the_gateway(self):
        report = self.check(self.start(("/gateway/v1/authorize;", "/gateway/v1/nowhere;")))
        self.assertLessEqual({"accepted", "asks_itself"}, report.by("fail"), report.text)
        self.assertIn("503", report.checks["accepted"]["came"])


class CaddyCheck(CheckCase, unittest.TestCase):
    kind = Caddy

    def test_a_forged_field_that_the_service_does_not_see(self):
        self.found(("			header_up -Expect\n", "			header_up -Expect\n			header_up -X-HTTP-Method-Override\n"),
                   ("	request_header -X-HTTP-Method-Override\n", ""), failed=["forged_fields"])

    def test_fields_that_a_client_has_removed(self):
        report = self.found(("		request_header -Connection\n\n		#import", "		#import"), ("	request_header -Connection\n", ""),
                            failed=["forged_fields"])
        self.assertIn("Connection", report.checks["forged_fields"]["came"])

    def test_an_identity_field_that_is_not_set(self):
        self.found(("	request_header X-Scopes {http.reverse_proxy.header.X-Scopes}\n", ""), failed=["identity_arrives", "forged_fields"])

    def test_a_credential_that_goes_on(self):
        self.found(("	request_header @partner_ends -Authorization\n", ""), failed=["credential_ends"])

    def test_an_address_that_a_client_claims(self):
        self.found(("header_up X-Forwarded-For {http.request.remote.host}", "header_up X-Forwarded-For {partner_address}"),
                   ("	@api path /api/*\n", "	@api path /api/*\n	map {http.request.header.X-Real-IP} {partner_address} {\n		~^(.+)$ ${1}\n"
                    "		default {http.request.remote.host}\n	}\n"), failed=["client_address"])

    def test_bodies_without_a_bound(self):
        self.found(("		request_body {\n			max_size 1MiB\n		}\n", ""),
                   ("			header_up X-Original-Length {http.request.header.Content-Length}\n", "			header_up -X-Original-Length\n"),
                   failed=["long_body", "endless_body"], warned=["length_told"])

    def test_refusals_that_are_changed(self):
        self.found(("			@allowed status 200\n", "			@refused status 4xx\n			handle_response @refused {\n				respond 403\n			}\n			@allowed status 200\n"),
                   failed=["gone", "throttled", "long_header", "long_body"], warned=["anonymous", "denied_at_once"])

    def test_a_probe_that_the_gateway_answers_by_itself(self):
        """As configurations of earlier releases did: nothing is known of what they send on, and it is said."""
        shipped = ("		reverse_proxy @probe https://{$PARTNER_PLATFORM:127.0.0.1:8443} {\n			rewrite /gateway/v1/probed?\n"
                   "			import partner_platform\n		}\n")
        report = self.check(self.start((shipped, "		respond @probe 204\n")))
        self.assertEqual(report.by("not_checked"), {"forged_fields", "identity_arrives", "credential_ends", "answers_not_kept", "upstream_closed"},
                         report.text)
        self.assertEqual(report.worst, "fail" if report.by("fail") else "warn")


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
