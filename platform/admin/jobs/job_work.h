// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/audit.h"
#include "contract/types/job.h"
#include "platform/admin/api/write_outcome.h"
#include "platform/store/sql/tx.h"

#include <functional>

namespace pc::platform {

/// What one step of a job came to.
struct JobStep
{
    QByteArray progress; ///< what the next step goes on from; never empty
    std::optional<qint64> done;
    std::optional<qint64> total;
    std::optional<JobResult> result; ///< of the last step: then the job is done
    /// What the step wants written, if anything: in the same transaction as its progress, so that a step
    /// counts once, whatever the process dies of. Its outcome is settled in the name of the job's account.
    std::function<WriteOutcome(Tx &)> write;
};

/// A kind of long work, cut into steps. It has no memory of its own: a step knows what the progress tells,
/// and may be carried out by another process than the one before. A step takes some ten milliseconds at most,
/// and waits for nothing but the store.
class JobWork
{
public:
    virtual ~JobWork() = default;
    [[nodiscard]] virtual JobKind kind() const = 0;
    [[nodiscard]] virtual JobUnit unit() const = 0;
    /// On a reader's thread, and it only reads. `progress` is empty at the beginning; one that an older
    /// release left and that is not understood is a beginning too. Throws SqlFailure.
    [[nodiscard]] virtual JobStep step(Tx &tx, const QByteArray &progress) const = 0;
    /// What the event of its end tells of its result, beside the state.
    [[nodiscard]] virtual QList<FieldChange> endChanges(const JobResult &result) const = 0;
};

} // namespace pc::platform
