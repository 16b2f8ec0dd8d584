// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/gateway/gateway_rule.h"

#include <QByteArray>
#include <QHash>

#include <mutex>
#include <optional>

namespace pc::platform {

class Tx;

/// The gateways that the audit log knows: added, and not removed since. Only these are trusted, whatever the
/// file says that lists them: a file put back, or written by somebody else, opens nothing. Thread-safe.
class RecordedGateways
{
public:
    /// Reads the log. Blocking.
    void load(Tx &tx);
    /// `changes` of the event of its addition: "thumbprint" (64 hexadecimal digits) and "realm" ("sbx",
    /// "prd", "both").
    void add(const QString &name, const QList<FieldChange> &changes);
    void add(const GatewayRule &rule);
    /// Nobody's from now on. False when no such gateway was recorded.
    bool remove(const QString &name);
    /// The log has one of this name.
    [[nodiscard]] bool has(const QString &name) const;
    /// The realm that it stands for, `both` as none; nothing: the log has none of this name.
    [[nodiscard]] std::optional<std::optional<Realm>> realmOf(const QString &name) const;
    /// The log has it, with this certificate and for this realm.
    [[nodiscard]] bool knows(const GatewayRule &rule) const;

private:
    struct Recorded
    {
        QByteArray thumbprint;
        std::optional<Realm> realm; ///< as of a GatewayRule
    };
    mutable std::mutex m_mutex;
    QHash<QString, Recorded> m_gateways; // by name; guarded by m_mutex
};

} // namespace pc::platform
