// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api/calls_client.h"
#include "models/base/list_export.h"

namespace pc::models {

/// Writes the calls of a filter to a file: CSV with the record's members as columns, or the records as the
/// service's JSON, one a line. Exactly what is filtered, in the list's order.
class CallExport final : public ListExport
{
    Q_OBJECT
public:
    CallExport(client::CallsClient &calls, const CallFilter &filter, RowOrder order,
               QObject *parent = nullptr);
    ~CallExport() override;

private:
    [[nodiscard]] client::Call fetch(const QString &cursor, int limit,
                                     client::Callback<Written> done) override;
    [[nodiscard]] QByteArray csvHead() const override;
    [[nodiscard]] QByteArray lineOf(const CallRecord &call) const;

    client::CallsClient &m_calls;
    CallFilter m_filter;
    RowOrder m_order;
};

} // namespace pc::models
