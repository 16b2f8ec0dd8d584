// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/tx.h"

#include <QStringList>

/// Indexing again, after the words of the index changed, what a release before has indexed: in small writes
/// beside the service, from the newest event to the first, so that what is asked for most is found first. How
/// far it came stands in the same transaction; a crash costs nothing.
namespace pc::platform::audit_index {

/// Statements of the schema step: notes that the events of an existing log have to be indexed.
[[nodiscard]] QStringList schema();
/// Events that are not in the index yet; 0 = it is complete.
[[nodiscard]] qint64 remaining(Tx &tx);
/// Indexes at most `most` more; gives what remains.
qint64 indexSome(Tx &tx, int most);

} // namespace pc::platform::audit_index
