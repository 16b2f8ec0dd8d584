// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/session.h"
#include "platform/store/sql/tx.h"

#include <functional>
#include <optional>

namespace pc::platform {

/// Where "what changed" comes from (docs/adr/0154); ChangePublisher tells it to consoles.
///
/// An implementation holds: every change of a committed transaction is told, and told once; none of one that
/// was rolled back; in the order of the commits; after the commit, so that who hears of it reads what it
/// left. A sequence of the store's own gives that order only when its numbers are taken in the order of the
/// commits.
class ChangeSource
{
public:
    /// Must not block; on a thread of the source's.
    using Listener = std::function<void(const QList<Change> &)>;

    ChangeSource() = default;
    virtual ~ChangeSource() = default;
    ChangeSource(const ChangeSource &) = delete;
    ChangeSource &operator=(const ChangeSource &) = delete;

    /// Before the first change; there is one listener.
    virtual void follow(Listener listener) = 0;
};

/// The commits of this process: there is no other that writes.
class OwnCommits final : public ChangeSource
{
public:
    void follow(Listener listener) override { m_listener = std::move(listener); }
    /// What a transaction has changed, once it is committed and what was to follow that so far has.
    void publishAfter(Tx &tx, const QList<Change> &changes) const;
    /// Likewise of events as they are stored, about nothing that the feed knows by its kind.
    void publishAfter(Tx &tx, const QList<AuditEvent> &logged) const;
    /// The same of one, or of nothing.
    void publishAfter(Tx &tx, const std::optional<AuditEvent> &logged) const;
    /// What is no transaction's. Thread-safe.
    void publish(const QList<Change> &changes) const
    {
        if (m_listener)
            m_listener(changes);
    }

private:
    Listener m_listener;
};

} // namespace pc::platform
