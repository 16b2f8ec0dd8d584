#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of a partner's pack what needs more than Debian's small packages: its program in Java, and another reader of its OpenAPI description."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.request
import uuid

sys.path.insert(0, str(pathlib.Path(os.environ["PC_SOURCE_DIR"]) / "tests/gateway"))

from admin import Admin, Service
from pack_samples import SampleFixture

SOURCE = pathlib.Path(os.environ["PC_SOURCE_DIR"])

# In the environment of the tools: the schemas of OpenAPI itself, and a reader that follows every reference.
READER = """
import json, sys
import schemathesis
from schemathesis.specs.openapi import definitions
document = json.load(sys.stdin)
validator = definitions.OPENAPI_30_VALIDATOR if document["openapi"].startswith("3.0") else definitions.OPENAPI_31_VALIDATOR
errors = [f"{list(error.instance_path)}: {error.message[:300]}" for error in validator.iter_errors(document)]
operations = []
for operation in schemathesis.openapi.from_dict(document).get_all_operations():
    found = operation.ok()
    operations.append(f"{found.method.upper()} {found.path}")
json.dump({"errors": errors, "operations": sorted(operations)}, sys.stdout)
"""

SMALL = """
openapi: 3.0.3
info: {title: Small, version: '1'}
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      security: [{s: [small.read]}]
      responses: {'200': {$ref: '#/components/responses/A'}}
  /b: {post: {security: [{s: [small.write]}], responses: {'201': {description: made}}}}
components:
  responses: {A: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
  schemas: {A: {type: object, nullable: true, properties: {next: {$ref: '#/components/schemas/A'}}}}
"""


class Description(unittest.TestCase):
    """A description that is cut down is one still."""

    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="pc-pack-"))
        cls.addClassCleanup(shutil.rmtree, cls.directory, True)
        cls.service = Service(cls.directory / "data")
        cls.addClassCleanup(cls.service.stop)
        cls.admin = Admin(cls.service)

    def bring(self, name, description, query):
        api = self.admin.call("POST", "/apis", {"name": name, "host": name + ".example.com", "base_path": "/" + name,
                                                "audience": "https://%s.example.com/" % name, "reason": "test"})
        request = urllib.request.Request("%s/apis/%s/revisions?%s" % (self.admin.base, api["id"], query), method="POST", data=description, headers={
            "Authorization": "Bearer " + self.service.token, "Content-Type": "application/octet-stream", "Idempotency-Key": str(uuid.uuid4())})
        with urllib.request.urlopen(request, context=self.admin.context, timeout=60) as answer:
            revision = json.load(answer)
        self.admin.call("POST", "/apis/%s/revisions/%s/apply?revision_version=%d" % (api["id"], revision["id"], revision["version"]), {"reason": "test"}, if_match='"%d"' % api["version"])

    def described_for(self, slug, scopes):
        """(what another reader says, the description)"""
        partner = self.admin.partner(slug, scopes)
        apis = self.admin.call("GET", "/partners/%s/pack" % partner)["apis"]
        self.assertEqual(len(apis), 1)
        python = SOURCE / "build/engines/bin/python"
        done = subprocess.run([str(python), "-c", READER], input=apis[0]["openapi"], check=True, timeout=120, capture_output=True, text=True)
        read = json.loads(done.stdout)
        self.assertEqual(read["errors"], [])
        self.assertEqual(read["operations"], sorted("%s %s" % (route["method"], route["path"]) for route in apis[0]["routes"]))
        return json.loads(apis[0]["openapi"])

    def test_our_own_description(self):
        self.bring("console", (SOURCE / "contract/openapi.yaml").read_bytes(), "otherwise=tag&prefix=console.")
        whole = self.described_for("whole", ["console.%s:%s" % (tag, how) for tag in ("partner", "credential", "grant") for how in ("read", "write")])
        part = self.described_for("part", ["console.partner:read"])
        self.assertLess(len(part["components"]["schemas"]), len(whole["components"]["schemas"]))
        self.assertNotIn("x-roles", json.dumps(part))
        self.assertEqual(part["servers"], [{"url": "https://console.example.com/console"}])

    def test_a_description_of_3_0(self):
        self.bring("small", SMALL.encode(), "")
        small = self.described_for("small", ["small.read"])
        self.assertEqual(list(small["paths"]), ["/a/{id}"])


class Java(SampleFixture, unittest.TestCase):
    sample, command = "PartnerClient.java", ("java",)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = cls.directory / "trusted.p12"
        for name, certificate in (("gateway", cls.gateway.ca), ("platform", cls.service.ca)):
            subprocess.run(["keytool", "-importcert", "-noprompt", "-alias", name, "-file", str(certificate), "-keystore", str(cls.store),
                            "-storetype", "PKCS12", "-storepass", "changeit"], check=True, timeout=60, capture_output=True)

    @classmethod
    def trust(cls):
        return {"JAVA_TOOL_OPTIONS": "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=changeit" % cls.store}


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
