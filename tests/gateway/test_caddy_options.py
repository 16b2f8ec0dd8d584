# SPDX-License-Identifier: GPL-3.0-or-later
"""What the shipped Caddy configuration offers beside the decision, switched on as its README says."""
import sys
import unittest

from gateways import Caddy
from test_nginx_options import CorsCase, Option


class CaddyCors(CorsCase, unittest.TestCase):
    class kind(Caddy):
        edited = (("#import partner_cors", "import partner_cors"), ("#https://app.example.com https://", "https://app.example.com https://"))


class NoCaddyOption(Option, unittest.TestCase):
    kind = Caddy

    def test_cors_is_off(self):
        for method, fields in (("OPTIONS", ["Access-Control-Request-Method: PUT"]), ("GET", [])):
            status, headers, _ = self.ask("/api/v1/orders", "Origin: https://app.example.com", *fields, method=method)
            self.assertEqual(status, 200)
            self.assertEqual([name for name in headers if name.startswith("access-control") or name == "vary"], [])
        self.assertEqual(len(self.platform.questions), 2)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
