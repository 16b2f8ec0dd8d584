# SPDX-License-Identifier: GPL-3.0-or-later
"""P14: a page of 100 of 100,000 partners, by any filter and any sort, counted, at the service.

The partners are put into the store of a service that is stopped, as copies of one that it made itself, with names in five scripts.
Told is the slowest of all questions, each by the median of its rounds.
"""
import http.client
import json
import os
import pathlib
import random
import sqlite3
import ssl
import statistics
import sys
import time
import urllib.parse

from admin import Admin, Service
from goals import Figure
from processes import pss_bytes, settle

PARTNERS = 100_000
DAY = 86_400_000
WORDS = ("nord", "handel", "logistik", "traders", "株式会社", "日本", "شركة", "النور", "αθήνα", "склад", "kontor", "werke", "foods",
         "energie", "bank")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
SORTS = ("name", "slug", "owner", "created_at", "updated_at", "stage", "status", "health", "last_call_at", "calls", "quota")
FILTERS = ("", "q=handel", "q=a", "q=%E6%97%A5%E6%9C%AC", "q=partner-99", "q=partner", "q=nothing+at+all", "stage=production", "status=frozen",
           "health=errors", "owner=local-admin", "expiring_within_days=14", "q=werke&stage=sandbox&status=active")


def fill(data, now):
    """Copies of the first partner that is there, with a credential each."""
    chance = random.Random(14)
    with sqlite3.connect(pathlib.Path(data) / "platform.db") as store:
        store.row_factory = sqlite3.Row
        partner = dict(store.execute("SELECT * FROM partners").fetchone())
        grant = dict(store.execute("SELECT * FROM grants").fetchone())
        credential = dict(store.execute("SELECT * FROM credentials").fetchone())

        def put(table, row):
            store.execute("INSERT INTO %s (%s) VALUES (%s)" % (table, ", ".join(row), ", ".join("?" * len(row))), list(row.values()))

        for number in range(1, PARTNERS):
            name = "%s %s %d" % (chance.choice(WORDS), chance.choice(WORDS), number)
            row = dict(partner, id="prt_" + "".join(chance.choices(LETTERS, k=16)), name=name, name_key=name, slug="partner-%d" % number,
                       stage=chance.choice(("sandbox", "limited", "production")), status=chance.choice(("active", "active", "frozen")),
                       created_at=now - chance.randrange(700 * DAY), updated_at=now - chance.randrange(30 * DAY))
            document = json.loads(row["doc"])
            document.update(id=row["id"], name=name, slug=row["slug"], stage=row["stage"], status=row["status"])
            put("partners", dict(row, doc=json.dumps(document)))
            put("grants", dict(grant, partner_id=row["id"]))
            put("credentials", dict(credential, id="crd_bench%07d" % number, partner_id=row["id"],
                                    expires_at=now + chance.randrange(365 * DAY)))
            if number % 20 == 0:  # the others never called
                put("rollups", {"partner_id": row["id"], "bucket": 3600, "at": now // 1000 // 3600 * 3600, "credential_id": "",
                                "generation": 0, "route_id": "", "scope": "", "outcome": "served" if number % 3 else "refused",
                                "node": 1, "calls": chance.randrange(1, 100_000), "latency": b""})


def has_figures(asking):
    """The service made them of what was filled in, so that orders and filters by them have something to do."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        busiest = asking.once("sort=-calls")[1]["items"][0]["summary"]
        if busiest.get("calls_24h", 0) > 90_000 and asking.once("health=errors")[1]["count"] > PARTNERS / 100:
            return
        time.sleep(1)
    raise RuntimeError("the partners have no figures")


class Asking:
    def __init__(self, service):
        self.connection = http.client.HTTPSConnection(urllib.parse.urlsplit(service.url).netloc, timeout=60,
                                                      context=ssl.create_default_context(cafile=service.ca))
        self.headers = {"Authorization": "Bearer " + service.token}

    def once(self, question):
        began = time.perf_counter()
        self.connection.request("GET", "/admin/v1/partners?limit=100&" + question, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        took = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise RuntimeError("%s: %d %s" % (question, answer.status, body[:200]))
        return took, json.loads(body)


def measure(directory, rounds, _):
    data = pathlib.Path(directory) / "data"
    service = Service(data)
    admin = Admin(service)
    partner = admin.partner("first", ["orders:read"])
    admin.grant(partner, ["orders:read"], (100, 100, 0))
    admin.issue(partner, ["orders:read"], kind="api_key")
    small = pss_bytes(service.process.pid)
    service.stop()
    fill(data, int(time.time() * 1000))
    service = Service(data)
    try:
        asking = Asking(service)
        has_figures(asking)
        settle(service.process.pid, 60)
        questions = ["&".join(filter(None, (part, "sort=" + sign + sort))) for part in FILTERS for sort in SORTS for sign in ("", "-")]
        middle = asking.once("sort=name")[1]["next_cursor"]
        questions.append("sort=name&cursor=" + urllib.parse.quote(middle))
        slowest, which = 0, ""
        for question in questions:
            asked = [asking.once(question) for _ in range(max(rounds, 5))]
            if "count" not in asked[0][1]:
                raise RuntimeError("not counted: " + question)
            took = statistics.median(each[0] for each in asked)
            if os.environ.get("BENCH_VERBOSE"):
                print("%6.1f ms  %s" % (took, question), file=sys.stderr)
            if took > slowest:
                slowest, which = took, question
        memory = (pss_bytes(service.process.pid) - small) / 2**20
    finally:
        service.stop()
    return [Figure("P14", "100 of %d partners, slowest of %d questions (%s); %.0f MB more" % (PARTNERS, len(questions), which, memory),
                   slowest, "ms", "", 0, 16)]
