// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/job.h"
#include "platform/store/sql/tx.h"

#include <optional>
#include <vector>

namespace pc::platform {

/// A job, and what it needs to go on.
struct JobRow
{
    Job job;
    QString account;     ///< in whose name it goes on: who started or resumed it last
    QByteArray progress; ///< of its kind; empty: it begins
};

/// Throw SqlFailure.
namespace job_rows {

void put(Tx &tx, const JobRow &row);
[[nodiscard]] std::optional<JobRow> find(Tx &tx, const QString &id);
/// Newest first.
[[nodiscard]] std::vector<JobRow> all(Tx &tx);
/// Those under way, oldest first.
[[nodiscard]] std::vector<JobRow> underWay(Tx &tx);
/// Removes the oldest of those that have ended, beyond so many jobs in all.
void keepNewest(Tx &tx, int most);
/// Every job begins anew: what they had found was found in another history.
void forgetProgress(Tx &tx);

} // namespace job_rows
} // namespace pc::platform
