# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad neighbours, each a process of its own that prints one JSON line when its standard input closes:
   neighbour.py idle PORT COUNT SOURCE                        COUNT connections, kept up: silent, shaken hands, slow headers
   neighbour.py mint PORT CA SOURCE  (client on standard input)  tokens as fast as one client gets answers"""
import base64
import collections
import http.client
import json
import os
import resource
import select
import socket
import ssl
import sys
import threading
import time


def asked_to_end():
    return bool(select.select([sys.stdin], [], [], 0)[0])


def idle(port, count, source):
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(count + 256, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE

    held, opened, failed, ready = {}, 0, 0, False
    waiting = select.epoll()
    last_drip = time.monotonic()
    while not asked_to_end():
        deadline = time.monotonic() + 0.05
        while len(held) < count and time.monotonic() < deadline:
            plain = socket.socket()
            plain.settimeout(0.5)
            try:
                plain.bind((source, 0))
                plain.connect(("127.0.0.1", port))
                if opened % 4 == 0 and failed < 10:  # a quarter shakes hands and begins a header, while somebody answers
                    plain = context.wrap_socket(plain)
                    plain.sendall(b"GET /admin/v1/session HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
                waiting.register(plain.fileno(), select.EPOLLIN | select.EPOLLHUP)
                held[plain.fileno()] = plain
            except OSError:
                plain.close()
                failed += 1
            opened += 1
        if opened >= count and not ready:
            ready = True
            print("ready", flush=True)
        for number, _ in waiting.poll(0.01):
            waiting.unregister(number)
            held.pop(number).close()
        if time.monotonic() - last_drip > 1:
            last_drip = time.monotonic()
            for each in held.values():
                if isinstance(each, ssl.SSLSocket):
                    try:
                        each.sendall(b"x")
                    except OSError:
                        pass
    print(json.dumps({"opened": opened, "failed": failed, "held": len(held)}), flush=True)


def mint(port, ca, source):
    client, secret = sys.stdin.readline().split()
    statuses = collections.Counter()
    ending = threading.Event()
    context = ssl.create_default_context(cafile=ca)
    headers = {"Content-Type": "application/x-www-form-urlencoded",
               "Authorization": "Basic " + base64.b64encode((client + ":" + secret).encode()).decode()}

    def run():
        connection = None
        while not ending.is_set():
            try:
                if connection is None:
                    connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=10, context=context, source_address=(source, 0))
                connection.request("POST", "/oauth2/token", "grant_type=client_credentials", headers)
                answer = connection.getresponse()
                answer.read()
                statuses[answer.status] += 1
            except OSError:
                statuses["lost"] += 1
                connection = None
            except http.client.HTTPException:
                statuses["lost"] += 1
                connection = None

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    print("ready", flush=True)
    while not select.select([sys.stdin], [], [], 0.1)[0]:
        pass
    ending.set()
    for thread in threads:
        thread.join()
    print(json.dumps({str(key): value for key, value in statuses.items()}), flush=True)


if __name__ == "__main__":
    os.nice(19)  # whoever measures beside it must not wait for it
    if sys.argv[1] == "idle":
        idle(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    else:
        mint(int(sys.argv[2]), sys.argv[3], sys.argv[4])
