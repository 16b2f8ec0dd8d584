# SPDX-License-Identifier: GPL-3.0-or-later
"""The real Envoy with the shipped configuration: what tests/gateway asks of nginx and Caddy."""
import os
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(os.environ["PC_SOURCE_DIR"]) / "tests/gateway"))

from gateways import Envoy
from test_gateways import GatewayCase
from test_several_apis import SeveralApis
from test_variants import VariantCase


class EnvoyTest(GatewayCase, unittest.TestCase):
    kind = Envoy


class EnvoyVariants(VariantCase, unittest.TestCase):
    kind = Envoy


class EnvoyApis(SeveralApis, unittest.TestCase):
    kind = Envoy


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
