# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws places at random: the same seed on the same files gives the same sample."""

import random

from mutations import mutations

# Folder and its share of a sample: rules weigh more than looks. A file belongs to the first row it lies under.
SHARES = (
    ("contract/crypto", 6),
    ("contract", 6),
    ("platform/core", 10),
    ("platform/domain", 8),
    ("platform/admin", 12),
    ("platform/store", 12),
    ("platform/oauth", 5),
    ("platform/gateway", 6),
    ("platform/http", 6),
    ("platform", 5),
    ("client", 6),
    ("models", 10),
    ("views", 12),
    ("app", 2),
)
# Pictures decide about the first, not tests of rules; the other is itself for sample data.
LEFT_OUT = ("views/style/", "platform/seed/")


def files_by_share(root):
    """{row of SHARES: [path relative to root, …]}"""
    shares = {folder: [] for folder, _ in SHARES}
    for top in sorted({folder.split("/")[0] for folder, _ in SHARES}):
        for path in sorted((root / top).rglob("*.cpp")):
            name = path.relative_to(root).as_posix()
            if not name.startswith(LEFT_OUT):
                shares[next(folder for folder, _ in SHARES if name.startswith(folder + "/"))].append(name)
    return {folder: names for folder, names in shares.items() if names}


def draw(root, seed, only=()):
    """Endless (path, Mutation) without repetition; ends when every place was drawn. `only`: prefixes of paths."""
    rng = random.Random(seed)
    places = {}
    for folder, names in files_by_share(root).items():
        lines = {}
        for name in names:
            if only and not name.startswith(tuple(only)):
                continue
            # A number in a view is a size more often than a rule.
            for mutation in mutations((root / name).read_text(encoding="utf-8"), numbers=not name.startswith("views/")):
                lines.setdefault((name, mutation.line), []).append(mutation)
        if lines:
            places[folder] = sorted(lines.items())
    weights = dict(SHARES)
    while places:
        folder = rng.choices(list(places), [weights[name] for name in places])[0]
        (name, _), choices = places[folder].pop(rng.randrange(len(places[folder])))
        if not places[folder]:
            del places[folder]
        yield name, rng.choice(choices)
