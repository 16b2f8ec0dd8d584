// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/maintenance/maintenance.h"

#include "contract/crypto/hashing.h"
#include "platform/admin/api/client_id_uses.h"
#include "platform/admin/api/key_rehashes.h"
#include "platform/admin/api/leak_events.h"
#include "platform/admin/api/settle_outcome.h"
#include "platform/admin/api/stored_objects.h"
#include "platform/admin/api/token_events.h"
#include "platform/admin/catalogue/observation_handlers.h"
#include "platform/admin/revocation/backlog_storing.h"
#include "platform/admin/session/session_keeping.h"
#include "platform/admin/usage/metering_writer.h"
#include "platform/domain/audit_diff.h"
#include "platform/domain/credential_life_cycle.h"
#include "platform/store/audit/audit_index.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/audit/audit_signer.h"
#include "platform/store/audit/event_counts.h"
#include "platform/store/history/history_anchor.h"
#include "platform/store/rows/clock_mark.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/rows/partner_rows.h"
#include "platform/store/sql/give_way.h"

#include <QCryptographicHash>

#include <chrono>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int dueAtOnce = 200;

Whose ofTheClock(const QDateTime &at)
{
    return [at](AuditEvent event) { return byThePlatform(std::move(event), at, u"clock"_s); };
}

/// Covers these records by their digest.
AuditEvent leafOf(const UnsealedCalls &calls)
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    GiveWay turn(std::chrono::milliseconds(100)); // nobody waits for it
    for (const CallRecord &call : calls.calls) {
        digest.addData(toJsonText(call));
        digest.addData("\n");
        turn.afterRow();
    }
    AuditEvent event =
        eventAbout(AuditAction::CallsSealed,
                   QString(QString::number(calls.first) + u'-' + QString::number(calls.last)), {}, {});
    event.changes = {{u"calls"_s, {}, QString::number(calls.calls.size())},
                     {u"sha256"_s, {}, QString::fromLatin1(digest.result().toHex())},
                     {u"node"_s, {}, calls.node}};
    return event;
}

} // namespace

void Maintenance::start()
{
    resumeClock();
    m_thread = std::thread([this] { run(); });
}

void Maintenance::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void Maintenance::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        lock.unlock();
        tick();
        lock.lock();
        m_wake.wait_for(lock, std::chrono::seconds(1), [this] { return m_stopping; });
    }
}

void Maintenance::tick()
{
    if (m_ticks++ % 60 == 0)
        everyMinute();
    everySecond();
}

void Maintenance::everySecond()
{
    if (!m_context.history.isAccepted())
        return; // nothing is added to a log that is not ours, and least of all signed
    if (m_context.history.owesLine()) {
        const auto written = m_context.store.writeNow<bool>(
            [this](Tx &) { return m_context.history.writeOwed(); }, Store::Urgency::Urgent);
        if (!written || !*written)
            return; // nothing can be added to the log, and no journaled revocation counts as stored
    }
    watchClock();
    storeBacklog(m_context);
    storeSessions(m_context);
    if (m_context.leakEvents != nullptr)
        m_context.leakEvents->storeWaiting();
    if (m_context.rehashes != nullptr)
        m_context.rehashes->storeWaiting();
    if (m_context.clientIdUses != nullptr)
        m_context.clientIdUses->storeWaiting();
    sayLeftOut();
    recordClockEvents();
    sealFullLeaves(); // what is less waits for its minute
    checkpointWhenDue();
    if (indexOldEvents() == 0)
        countOldEvents();
}

qint64 Maintenance::catchUp(qint64 (*remainingOf)(Tx &), qint64 (*some)(Tx &), const char *what, qint64 &told)
{
    constexpr qint64 tenth = 100000;
    const auto start = std::chrono::steady_clock::now();
    const auto known = m_context.store.readNow<qint64>(remainingOf);
    qint64 remaining = known.value_or(0);
    while (remaining > 0 && std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500)) {
        const auto done = m_context.store.writeNow<qint64>(some);
        if (!done) {
            m_context.log.warning("audit_index_not_stored", {{"why", done.error().text}});
            break;
        }
        remaining = *done;
        if (remaining == 0 || told < 0 || told - remaining >= tenth) {
            told = remaining;
            m_context.log.info(what, {{"remaining", remaining}});
        }
    }
    return remaining;
}

qint64 Maintenance::indexOldEvents()
{
    // Writes of about 20 ms, so that others get their turn.
    return catchUp(
        audit_index::remaining, [](Tx &tx) { return audit_index::indexSome(tx, 500); }, "audit_index",
        m_indexTold);
}

void Maintenance::countOldEvents()
{
    (void)catchUp(
        EventCounts::remaining, [](Tx &tx) { return EventCounts::countSome(tx, 2); }, "audit_counts",
        m_countsTold);
}

void Maintenance::everyMinute()
{
    if (!m_context.history.isAccepted())
        return;
    (void)sealCalls();
    // Only what is over by both clocks is forgotten (ClockWatch).
    const Moment moment = m_context.clock.now();
    const Instant settled = m_context.clockWatch.settled(moment);
    const QDateTime now = toDateTime(settled);
    m_context.sessions.dropExpired(now);
    const auto done = m_context.store.writeNow<bool>([&](Tx &tx) {
        session_rows::removeExpired(tx, now);
        denied_token_rows::removeExpired(tx, now);
        idempotency_rows::removeBefore(tx, now.addSecs(-idempotency_rows::keptHours * 3600));
        m_context.usage.removeCallsBefore(tx, now.addDays(-callRetentionDays));
        m_context.usage.removeGatewayLinesBefore(tx, now.addDays(-callRetentionDays));
        clock_mark::put(tx, {settled, moment.steady});
        return true;
    });
    if (!done)
        m_context.log.warning("maintenance_not_stored", {{"why", done.error().text}});
    (void)endDueObservations(m_context, now);
    refreshFigures(now);
    if (m_context.policy.current()->deniedCount() > 0)
        m_context.policy.publish(
            [settled](const Policy &policy) { return policy.withoutExpiredDenials(settled); });
    m_context.store.forgetDeleted();
}

void Maintenance::refreshFigures(const QDateTime &now)
{
    constexpr qsizetype atOnce = 200; // a write of about 20 ms, so that others get their turn
    const auto moving = m_context.store.readNow<QStringList>(
        [&](Tx &tx) { return partner_rows::withMovingFigures(tx, now.addSecs(-120), m_ticks / 60); });
    const QStringList partners = moving.value_or(QStringList());
    for (qsizetype from = 0; from < partners.size(); from += atOnce) {
        const auto stored = m_context.store.writeNow<bool>([&](Tx &tx) {
            for (const QString &partner : partners.mid(from, atOnce))
                refreshPartnerStats(m_context, tx, partner);
            return true;
        });
        if (!stored) {
            m_context.log.warning("figures_not_stored", {{"why", stored.error().text}});
            return;
        }
    }
}

void Maintenance::resumeClock()
{
    using Found = std::optional<clock_mark::Mark>;
    const auto mark = m_context.store.readNow<Found>([](Tx &tx) { return clock_mark::find(tx); });
    if (!mark || !*mark)
        return;
    const Moment now = m_context.clock.now();
    if ((*mark)->isOfThisBoot)
        m_context.clockWatch.resume((*mark)->moment, now);
    else
        m_context.clockWatch.resumeAfterBoot((*mark)->moment.wall, now);
}

void Maintenance::watchClock()
{
    const Moment moment = m_context.clock.now();
    if (const auto step = m_context.clockWatch.tick(moment))
        m_step = ClockWatch::Step{m_step ? m_step->expected : step->expected, step->actual};
    constexpr std::chrono::minutes apart{1};
    if (!m_step || (m_stepRecordedAt && moment.steady - *m_stepRecordedAt < apart))
        return;
    const ClockWatch::Step step = *m_step;
    const auto stored = m_context.store.writeNow<bool>([&](Tx &tx) {
        AuditEvent event = eventAbout(AuditAction::ClockStep, u"wall"_s, {}, {});
        event.changes = {{u"wall_clock"_s, toDateTime(step.expected).toString(Qt::ISODateWithMs),
                          toDateTime(step.actual).toString(Qt::ISODateWithMs)}};
        settleOutcome(m_context, tx, outcomeOf(std::move(event)), ofTheClock(toDateTime(moment.wall)));
        return true;
    });
    m_context.log.warning("clock_step", {{"expected", toDateTime(step.expected).toString(Qt::ISODateWithMs)},
                                         {"actual", toDateTime(step.actual).toString(Qt::ISODateWithMs)}});
    if (!stored)
        return; // tried again in a second
    m_step.reset();
    m_stepRecordedAt = moment.steady;
}

int Maintenance::recordClockEvents()
{
    // What is recorded stays so; a decision asks the clock itself and needs no record.
    const QDateTime now = toDateTime(m_context.clockWatch.settled(m_context.clock.now()));
    const auto due = m_context.store.readNow<bool>([&](Tx &tx) {
        const auto next = credential_rows::nextDue(tx);
        return next && *next <= now;
    });
    if (!due || !*due)
        return 0;
    const auto changed = m_context.store.writeNow<int>([&](Tx &tx) {
        WriteOutcome outcome;
        const QList<CredentialRow> rows = credential_rows::due(tx, now, dueAtOnce);
        for (const CredentialRow &row : rows) {
            const life_cycle::Ticked ticked = life_cycle::ticked(row, now);
            QList<AuditEvent> events;
            for (const life_cycle::ClockEvent &happened : ticked.events) {
                AuditEvent event =
                    eventAbout(happened.action, row.value.id, row.value.name, row.value.partnerId);
                event.changes = {inForceSince(happened.at)};
                if (happened.generation > 0)
                    event.changes.append({u"generation"_s, {}, QString::number(happened.generation)});
                events.append(event);
            }
            add(outcome, storeCredential(tx, ticked.row, events));
        }
        settleOutcome(m_context, tx, std::move(outcome), ofTheClock(now));
        return static_cast<int>(rows.size());
    });
    return changed.value_or(0);
}

void Maintenance::sayLeftOut()
{
    const auto any = m_context.store.readNow<bool>([](Tx &tx) { return TokenEvents::anyLeftOut(tx); });
    if (!any || !*any)
        return;
    const auto said = m_context.store.writeNow<bool>([this](Tx &tx) {
        WriteOutcome outcome;
        const QList<AuditEvent> events = m_context.tokenEvents.sayLeftOut(tx);
        for (const AuditEvent &event : events)
            outcome.events.append({event, ChangeKind::Audit});
        if (events.isEmpty())
            tx.rollBack();
        settleOutcome(m_context, tx, std::move(outcome), ofTheClock(m_context.now()));
        return true;
    });
    if (!said)
        m_context.log.warning("left_out_not_said", {{"why", said.error().text}});
}

void Maintenance::checkpointWhenDue()
{
    // Time by the steady clock: one that was set back would not let any be signed for as long.
    const std::chrono::nanoseconds steady = m_context.clock.now().steady;
    const QDateTime now = m_context.now();
    const bool waited =
        !m_checkpointAt || steady - *m_checkpointAt >= std::chrono::seconds(checkpointSeconds);
    const auto due = m_context.store.readNow<bool>([&](Tx &tx) {
        const auto size = static_cast<qint64>(audit_log::frontier(tx).size());
        const auto latest = checkpoint_rows::latest(tx);
        if (!latest)
            return true;
        return size - latest->size >= checkpointEvents ||
               (size > latest->size && waited && std::abs(latest->at.secsTo(now)) >= checkpointSeconds);
    });
    if (!due || !*due)
        return;
    m_checkpointAt = steady;
    sign();
}

void Maintenance::checkpointAtStop()
{
    if (m_context.history.isAccepted())
        sign();
}

void Maintenance::sign()
{
    const auto made = m_context.store.writeNow<bool>([this](Tx &tx) {
        m_context.signer.make(tx, m_context.now());
        return true;
    });
    if (!made)
        m_context.log.warning("checkpoint_not_stored", {{"why", made.error().text}});
}

bool Maintenance::sealCalls(int least)
{
    const auto unsealed = m_context.store.readNow<QList<UnsealedCalls>>([&](Tx &tx) {
        return m_context.usage.unsealed(tx) < least ? QList<UnsealedCalls>()
                                                    : m_context.usage.unsealedCalls(tx, least, callsPerLeaf);
    });
    if (!unsealed || unsealed->isEmpty())
        return false;
    WriteOutcome outcome;
    for (const UnsealedCalls &each : *unsealed) {
        if (!each.calls.empty())
            outcome.events.append({leafOf(each), ChangeKind::Audit});
    }
    // What takes long was done: the only writer is taken for as long as a leaf takes to be added.
    const auto stored = m_context.store.writeNow<bool>([&](Tx &tx) {
        for (const UnsealedCalls &each : *unsealed)
            m_context.usage.markSealed(tx, each);
        settleOutcome(m_context, tx, outcome, ofTheClock(m_context.now()));
        return true;
    });
    return stored.has_value();
}

void Maintenance::sealFullLeaves()
{
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < std::chrono::milliseconds(500) &&
           sealCalls(callsPerLeaf)) {
    }
}

} // namespace pc::platform
