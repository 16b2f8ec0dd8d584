// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/networks.h"

/// Allow-lists compared, laid over each other, and taken from typed text. Pure.
namespace pc::models {

/// Which list: that of a realm, or what a credential is narrowed to besides.
struct NetworkListName
{
    Realm realm = Realm::Production; ///< of a credential: its own
    QString credentialId;            ///< empty: the realm's list
    bool operator==(const NetworkListName &) const = default;
};

[[nodiscard]] QList<NetworkEntry> listIn(const NetworkRulesEdit &edit, const NetworkListName &name);
/// A credential without a line is narrowed no more.
void putList(NetworkRulesEdit &edit, const NetworkListName &name, const QList<NetworkEntry> &list);

/// What people type or paste: networks between white space, commas and semicolons; what stands behind a "#"
/// is the note of those on its line. As they are stored, where they can be read.
[[nodiscard]] QList<NetworkEntry> entriesIn(const QString &text);
/// Words of their notes that read as networks with a prefix or as addresses, and were taken for none.
[[nodiscard]] QStringList networksInNotes(const QList<NetworkEntry> &entries);

/// Line by line, and what stayed is left out: "sandbox", "production", "waiver", "credentials.crd_…". A line
/// whose note or time is another is one change.
[[nodiscard]] QList<FieldChange> changesBetween(const NetworkRulesEdit &before,
                                                const NetworkRulesEdit &after);

/// Three-way, network by network: mine where I changed it, else theirs.
[[nodiscard]] NetworkRulesEdit mergedNetworks(const NetworkRulesEdit &base, const NetworkRulesEdit &mine,
                                              const NetworkRulesEdit &theirs);

} // namespace pc::models
