#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Schemathesis asks the running service what contract/openapi.yaml allows and forbids, and checks each answer against it."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(os.environ["PC_SOURCE_DIR"])
BINARY = Path(os.environ["PC_BINARY_DIR"])
SCHEMATHESIS = SOURCE / "build" / "engines" / "bin" / "st"


def main():
    if not SCHEMATHESIS.exists():
        sys.exit("Schemathesis is not there: ./dev test --engines fetches it")
    with tempfile.TemporaryDirectory() as scratch:
        service = subprocess.Popen(
            [BINARY / "bin" / "partner-platform", "serve", "--data", f"{scratch}/data", "--exit-with-stdin", "--log", "none"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            ready = json.loads(service.stdout.readline())
            # In a file that only we may read: a command line is seen by everybody on the machine.
            with open(os.open(f"{scratch}/schemathesis.toml", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as config:
                config.write(f'headers = {{ Authorization = "Bearer {ready["token"]}" }}\n')
            status = subprocess.run(
                [SCHEMATHESIS, "run", SOURCE / "contract" / "openapi.yaml", "--url", ready["url"] + "/admin/v1",
                 "--tls-verify", ready["ca_file"],
                 # Signing out would end the session that all other calls need; it has tests of its own.
                 "--exclude-operation-id", "session.end",
                 # 428 is what RFC 6585 has for a missing If-Match; and what is acceptable beyond the schema (a tree's size, a
                 # lawful basis, a canonical path) is the service's to say.
                 "--exclude-checks", "missing_required_header,positive_data_acceptance",
                 "--max-examples", "20", "--request-timeout", "40", "--seed", "1", "--no-color",
                 *sys.argv[1:]], cwd=scratch, check=False, timeout=1800).returncode
            if service.poll() is not None:
                sys.exit(f"the service ended with {service.returncode}")
        finally:
            service.stdin.close()
            try:
                service.wait(timeout=20)
            except subprocess.TimeoutExpired:
                service.kill()
                service.wait(timeout=20)
    sys.exit(status)


if __name__ == "__main__":
    main()
