// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/field_fault.h"
#include "contract/types/import.h"
#include "platform/admin/api/write_call.h"
#include "platform/admin/api/write_outcome.h"
#include "platform/domain/field_check.h"
#include "platform/tables/import_table.h"

namespace pc::platform::imports {

/// A file as it was handed over.
struct ImportRequest
{
    ImportTable table;
    bool apply = false; ///< else nothing is changed
    QString reason;
    QString ticket;
};

/// Reads parameters and file. `member`: of the list in JSON. `columns`: those that are known; another one is
/// refused, as a misspelt one must not be taken for one that is not there. `forbidden`: those that would hold
/// what must never be handed over.
[[nodiscard]] AdminExpected<ImportRequest> requestOf(const WriteCall &call, const QString &member,
                                                     const QStringList &columns,
                                                     const QStringList &forbidden);

/// The scopes of a cell: between spaces or separators, also with a comma or a semicolon before a space.
[[nodiscard]] QStringList scopesIn(const QString &cell);

/// Until when what is imported goes on: a day is its last second in UTC, so that everything
/// that shows it names the day that was written (2026-12-31, or 31.12.2026 as spreadsheets have it); else a
/// time with its offset. Fails "/expires_at"
/// and gives nothing for one that is none, has passed or is too far ahead (contract/rules/legacy_keys.h).
[[nodiscard]] QDateTime takeDeadline(FieldCheck &check, const QString &cell, const QDateTime &now);

/// As a report shows them: every text cut to 200 characters.
[[nodiscard]] QList<FieldChange> shownChanges(QList<FieldChange> changes);

/// Rows as they are judged, and what they would write.
class ImportPlan
{
public:
    /// Writes in the transaction of the import, once all rows were judged.
    using Write = std::function<WriteOutcome(Tx &)>;

    void add(ImportRow row, Write write = {});
    /// One change of all of them, or, when a row is refused or nothing shall be applied, none. `reason` and
    /// `ticket` go into every event.
    [[nodiscard]] WriteOutcome settle(const ImportRequest &request, Tx &tx) const;

private:
    ImportReport m_report;
    std::vector<Write> m_writes;
};

} // namespace pc::platform::imports
