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
            [BINARY / "bin" / "partner-platform", "serve", "--data", f"{scratch}/data", "--exit-with-stdin"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            ready = json.loads(service.stdout.readline())
            status = subprocess.run(
                [SCHEMATHESIS, "run", SOURCE / "contract" / "openapi.yaml", "--url", ready["url"],
                 "--tls-verify", ready["ca_file"], "--header", f"Authorization: Bearer {ready['token']}",
                 *sys.argv[1:]], cwd=scratch, check=False).returncode
            if service.poll() is not None:
                sys.exit(f"the service ended with {service.returncode}")
        finally:
            service.stdin.close()
            try:
                service.wait(timeout=20)
            except subprocess.TimeoutExpired:
                service.kill()
                service.wait()
    sys.exit(status)


if __name__ == "__main__":
    main()
