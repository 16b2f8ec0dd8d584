// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/seed/sample.h"

namespace pc::platform::seed {

/// When the events of the sample's audit log are: those that made things what they are, and everyday ones
/// evenly between them.
class SampleLog
{
public:
    /// `events` in all, or as many as there must be.
    SampleLog(const Sample &sample, qint64 events);

    [[nodiscard]] const QList<AuditEvent> &made() const { return m_made; }
    [[nodiscard]] qint64 everyday() const { return m_everyday; }
    [[nodiscard]] qint64 size() const { return m_made.size() + m_everyday; }
    /// Of an everyday event, from 0.
    [[nodiscard]] QDateTime timeOf(qint64 everyday) const;
    /// How many events there were at that time.
    [[nodiscard]] qint64 sizeAt(const QDateTime &at) const;

private:
    QList<AuditEvent> m_made; // in the order of time
    qint64 m_everyday;
    qint64 m_begin; // milliseconds
    qint64 m_span;
};

} // namespace pc::platform::seed
