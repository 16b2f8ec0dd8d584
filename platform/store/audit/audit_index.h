// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "platform/store/sql/tx.h"

#include <QStringList>

/// What is kept of an event to find it by, beside the indexes of its columns: its words
/// (Dialect::searchInsert), and for events of a partner a row of `audit_partner_events`, which has everything
/// that a partner's events are filtered by in their order.
///
/// Of a log that a release before has written it is made anew: in small writes beside the service, from the
/// newest event to the first, so that what is asked for most is found first. How far it came stands in the
/// same transaction; a crash costs nothing.
namespace pc::platform::audit_index {

/// Indexes events one after the other, with statements that are prepared once.
class Indexer
{
public:
    explicit Indexer(Tx &tx);
    void add(const AuditEvent &event);

private:
    Tx &m_tx;
    Statement m_words;
    Statement m_partner;
};

/// Statements of the schema step that made the table of partners' events.
[[nodiscard]] QStringList partnerSchema();
/// Statements of a schema step: notes that the events of an existing log have to be indexed.
[[nodiscard]] QStringList schema();
/// Events that are not in the index yet; 0 = it is complete.
[[nodiscard]] qint64 remaining(Tx &tx);
/// Indexes at most `most` more; gives what remains.
qint64 indexSome(Tx &tx, int most);

} // namespace pc::platform::audit_index
