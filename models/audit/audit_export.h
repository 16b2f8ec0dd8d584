// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/audit_client.h"
#include "models/base/list_export.h"

namespace pc::models {

/// Writes the events of a filter to a file: CSV with the event's members as columns, or the events as the
/// service's JSON, one a line. Exactly what is filtered, in the list's order. No evidence: what proves the
/// log are the canonical bytes and the tree.
class AuditExport final : public ListExport
{
    Q_OBJECT
public:
    AuditExport(client::AuditClient &audit, const AuditFilter &filter, RowOrder order,
                QObject *parent = nullptr);
    ~AuditExport() override;

private:
    [[nodiscard]] client::Call fetch(const QString &cursor, int limit,
                                     client::Callback<Written> done) override;
    [[nodiscard]] QByteArray csvHead() const override;
    [[nodiscard]] QByteArray lineOf(const AuditEvent &event) const;

    client::AuditClient &m_audit;
    AuditQuery m_query;
};

} // namespace pc::models
