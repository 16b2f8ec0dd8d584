# SPDX-License-Identifier: GPL-3.0-or-later
"""A figure beside its peer and its goal: what a benchmark yields, and how all of them are told."""
import dataclasses
import json


@dataclasses.dataclass
class Figure:
    goal: str        # "P9"
    what: str        # "decision, API key"
    value: float
    unit: str
    peer: str        # what stands beside it in the same run; empty: the limit is absolute
    peer_value: float
    limit: float     # the highest ratio to the peer, or the highest value where there is no peer

    @property
    def ratio(self):
        return self.value / self.peer_value if self.peer else self.value

    @property
    def holds(self):
        return self.ratio <= self.limit


def spoken(value, unit):
    return "%s %s" % ("%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value, unit)


def table(figures):
    rows = [("goal", "what", "measured", "beside it", "ratio", "goal at most", "")]
    for each in figures:
        rows.append((each.goal, each.what, spoken(each.value, each.unit),
                     "%s: %s" % (each.peer, spoken(each.peer_value, each.unit)) if each.peer else "",
                     "%.2f" % each.ratio if each.peer else "",
                     "%.2f" % each.limit if each.peer else spoken(each.limit, each.unit), "holds" if each.holds else "MISSED"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def write_json(path, machine, figures):
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"machine": machine, "figures": [dict(dataclasses.asdict(each), ratio=each.ratio, holds=each.holds)
                                                   for each in figures]}, file, indent=2)
        file.write("\n")
