// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/admin/admin_fixture.h"

#include "platform/admin/jobs/job_runner.h"
#include "platform/store/rows/admin_rows.h"
#include "platform/store/rows/job_rows.h"

#include <atomic>

namespace pc::platform::test {

/// A small second kind, as later ones are: it writes beside its progress, does not know its total before its
/// second step, and fails when it is told to. It counts to ten.
class Counting : public JobWork
{
public:
    static constexpr int steps = 10;

    [[nodiscard]] JobKind kind() const override
    {
        return JobKind::AuditVerify;
    } // the contract has one so far
    [[nodiscard]] JobUnit unit() const override { return JobUnit::Events; }
    [[nodiscard]] JobStep step(Tx &, const QByteArray &progress) const override
    {
        if (fails)
            throw SqlFailure({StoreError::Kind::Corrupt, QStringLiteral("the disk says no")});
        const int next = progress.toInt() + 1;
        JobStep step;
        step.progress = QByteArray::number(next);
        step.done = next;
        if (next > 1)
            step.total = steps;
        step.write = [this, next](Tx &tx) {
            const QString written = meta_rows::value(tx, QStringLiteral("counting"));
            meta_rows::put(tx, QStringLiteral("counting"), written + QString::number(next) + u' ');
            return act ? act(tx) : WriteOutcome();
        };
        if (between)
            between();
        if (next == steps)
            step.result = JobResult();
        return step;
    }

    [[nodiscard]] QList<FieldChange> endChanges(const JobResult &) const override
    {
        return {{QStringLiteral("counted"), {}, QString::number(steps)}};
    }

    mutable std::atomic<bool> fails{false};
    std::function<WriteOutcome(Tx &)> act; ///< what each step does beside counting
    std::function<void()> between;         ///< between a step and its storing
};

/// The administration with jobs that a test carries out, one step after the other.
struct JobFixture : AdminFixture
{
    /// Another runner on the same store: one of a process that came later, or of another kind.
    std::unique_ptr<JobRunner> counting(std::function<void()> between = {},
                                        std::function<WriteOutcome(Tx &)> act = {})
    {
        auto work = std::make_unique<Counting>();
        work->between = std::move(between);
        work->act = std::move(act);
        counter = work.get();
        JobRunner::Works works;
        works.push_back(std::move(work));
        return std::make_unique<JobRunner>(administration->context(), std::move(works));
    }
    [[nodiscard]] Reply start()
    {
        return post("/jobs", {{QStringLiteral("kind"), QStringLiteral("audit.verify")}});
    }
    /// The newest one's id.
    [[nodiscard]] QByteArray startedId()
    {
        return start().json.value(QStringLiteral("id")).toString().toLatin1();
    }
    [[nodiscard]] QJsonObject job(const QByteArray &id) { return get("/jobs/" + id).json; }
    [[nodiscard]] QString stateOf(const QByteArray &id)
    {
        return job(id).value(QStringLiteral("state")).toString();
    }
    /// Actions of the log about a job, oldest first.
    [[nodiscard]] QStringList eventsOf(const QByteArray &id)
    {
        QStringList actions;
        const QJsonArray items = events("target_id=" + id);
        for (const QJsonValue &item : items)
            actions.prepend(item.toObject().value(QStringLiteral("action")).toString());
        return actions;
    }
    [[nodiscard]] QString written()
    {
        return *administration->context().store.readNow<QString>(
            [](Tx &tx) { return meta_rows::value(tx, QStringLiteral("counting")); });
    }

    const Counting *counter = nullptr;
};

} // namespace pc::platform::test
