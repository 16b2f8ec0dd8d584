// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/history_anchor.h"

#include "platform/domain/audit_diff.h"
#include "platform/store/audit/audit_log.h"
#include "platform/store/rows/job_rows.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

AuditEvent hostEvent(AuditAction action, const QString &by, const QDateTime &now)
{
    AuditEvent event = eventAbout(action, u"audit-anchor"_s, {}, {});
    event.at = now;
    event.actor = by;
    event.actorRole = toText(by == u"platform"_s ? ActorKind::Platform : ActorKind::Host);
    event.source = u"local"_s;
    return event;
}

QString hex(const QByteArray &root)
{
    return QString::fromLatin1(root.toHex());
}

} // namespace

LogWatcher HistoryAnchor::watcher()
{
    return [this](Tx &tx, const LogHead &head) { record(tx, head); };
}

CommitGuard HistoryAnchor::guard()
{
    return [this] { return !m_refused; };
}

tl::expected<void, QString> HistoryAnchor::open(Store &store, const QString &directory,
                                                const AuditSigner &signer,
                                                const RevocationJournal::Reading &journal,
                                                const QDateTime &now, const Log &log)
{
    m_signer = &signer;
    m_log = &log;
    const QString path = AnchorFile::pathIn(directory);
    if (journal.damaged > 0)
        log.warning("journal_damaged", {{"slots", journal.damaged}});
    AnchorReading reading;
    const auto verdict = store.readNow<HistoryVerdict>([&](Tx &tx) {
        reading = AnchorFile::read(path, signer.origin(), signer.verifyKey(), history::pointer(tx));
        reading.keyRemembers = signer.remembersAnchor();
        return history::check(tx, reading, journal.revocations, signer.origin(), signer.verifyKey());
    });
    if (!verdict)
        return tl::make_unexpected(u"the audit log cannot be read: "_s + verdict.error().text);
    {
        const std::lock_guard lock(m_mutex);
        m_verdict = *verdict;
    }
    m_file = std::make_unique<AnchorFile>(path, signer.origin(), signer.key());
    if (verdict->state == HistoryVerdict::State::Refused) {
        m_refused = true;
        log.error("history_not_accepted",
                  {{"why", verdict->why},
                   {"events", verdict->size},
                   {"anchored", verdict->expected ? verdict->expected->size : qint64{0}}});
        return {};
    }
    if (!m_file->open(reading))
        return tl::make_unexpected(u"%1 cannot be written"_s.arg(path));
    if (verdict->state == HistoryVerdict::State::NotBegun) {
        if (auto begun = begin(store, now); !begun)
            return begun;
    }
    if (!signer.remembersAnchor()) {
        if (const auto marked = AuditSigner::rememberAnchor(directory); !marked)
            log.warning("anchor_not_remembered", {{"why", marked.error()}});
    }
    m_accepted = true;
    const std::lock_guard lock(m_journalMutex);
    m_journaled = journal_notes::digestsIn(reading.journaled);
    return {};
}

/// File first: the database must never name a line that is not there.
tl::expected<void, QString> HistoryAnchor::begin(Store &store, const QDateTime &now)
{
    const HistoryVerdict found = verdict();
    if (!m_file->append({{0, found.size, found.root, now, u"history.anchor"_s, {}, {}}}))
        return tl::make_unexpected(u"the anchor file cannot be written"_s);
    m_accepted = true; // the event below is anchored like any other
    const auto stored = store.writeNow<bool>([&](Tx &tx) {
        history::putPointer(tx, m_file->last());
        if (found.size > 0) {
            AuditEvent event = hostEvent(AuditAction::HistoryAnchor, u"platform"_s, now);
            event.changes = {{u"size"_s, {}, QString::number(found.size)}, {u"root"_s, {}, hex(found.root)}};
            audit_log::append(tx, event);
        }
        return true;
    });
    if (!stored) {
        m_accepted = false;
        return tl::make_unexpected(u"the store cannot be written: "_s + stored.error().text);
    }
    return {};
}

HistoryVerdict HistoryAnchor::verdict() const
{
    const std::lock_guard lock(m_mutex);
    return m_verdict;
}

void HistoryAnchor::record(Tx &tx, const LogHead &head)
{
    if (!m_accepted)
        return;
    std::shared_ptr<LogHead> pending = m_pending.lock();
    if (!pending) {       // the first of this job; a job that is rolled back drops it
        if (!writeOwed()) // before the commit: nothing was changed
            throw SqlFailure({StoreError::Kind::Gone, u"the anchor file cannot be written"_s});
        pending = std::make_shared<LogHead>();
        m_pending = pending;
        history::putPointer(tx, m_file->last());
        tx.lastly([this, pending] { // what is denied does not wait for this sync either
            if (!write(*pending))   // committed, but not to be told as durable
                throw SqlFailure(
                    {StoreError::Kind::Other, u"carried out, but the anchor file cannot be written"_s});
        });
    }
    *pending = head;
}

bool HistoryAnchor::writeOwed()
{
    return !m_owed || write(LogHead(*m_owed));
}

/// What is stored already stays so; a line that cannot be written is owed.
bool HistoryAnchor::write(const LogHead &head)
{
    const bool written = m_file->append({{0, head.size, head.root, head.at, head.act, head.subject, {}}});
    if (!written && !m_owed)
        m_log->error("anchor_not_written", {{"events", head.size}});
    if (written && m_owed)
        m_log->info("anchor_written_again", {{"events", head.size}});
    m_owed = written ? std::nullopt : std::optional(head);
    m_owesLine = !written;
    return written;
}

void HistoryAnchor::noteJournaled(const QList<JournaledRevocation> &revocations)
{
    if (!m_accepted)
        return;
    const std::lock_guard lock(m_journalMutex);
    std::vector<AnchorRecord> lines;
    QSet<QString> journaled = m_journaled;
    for (const JournaledRevocation &revocation : revocations) {
        if (!revocation.isSealed || journaled.contains(revocation.digest))
            continue;
        journaled.insert(revocation.digest);
        lines.push_back(journal_notes::kept(revocation));
    }
    if (lines.empty())
        return;
    if (m_file->append(std::move(lines)))
        m_journaled = journaled;
    else
        m_log->error("journal_not_anchored", {{"revocations", revocations.size()}});
}

bool HistoryAnchor::noteSettled(const QList<JournaledRevocation> &revocations)
{
    const std::lock_guard lock(m_journalMutex);
    std::vector<AnchorRecord> lines;
    QSet<QString> journaled = m_journaled;
    for (const JournaledRevocation &revocation : revocations) {
        if (journaled.remove(revocation.digest))
            lines.push_back(journal_notes::settled(revocation));
    }
    if (!lines.empty() && !m_file->append(std::move(lines)))
        return false;
    m_journaled = journaled;
    return true;
}

bool HistoryAnchor::vouchesFor(const JournaledRevocation &revocation) const
{
    const std::lock_guard lock(m_journalMutex);
    return journal_notes::vouchFor(m_journaled, revocation);
}

QString HistoryAnchor::cannotBeAccepted() const
{
    if (m_accepted)
        return u"the history is accepted already"_s;
    return verdict().broken
               ? u"the tree of the audit log does not fit itself: nobody can vouch for it; restore a database that holds"_s
               : QString();
}

AuditEvent HistoryAnchor::accept(Tx &tx, const QString &reason, const QString &by, const QDateTime &now)
{
    const HistoryVerdict found = verdict();
    // Those that were signed for another log would contradict this one for ever.
    checkpoint_rows::keepOnly(tx, [this, &tx](const CheckpointRow &row) {
        return history::holds(tx, row, m_signer->origin(), m_signer->verifyKey());
    });
    const qint64 expected = found.expected ? found.expected->size : 0;
    AuditEvent event = hostEvent(AuditAction::HistoryAccept, by, now);
    event.reason = reason;
    const history::Head head = history::headOf(tx);
    event.changes = {{u"size"_s, QString::number(expected), QString::number(head.size)},
                     {u"root"_s, found.expected ? hex(found.expected->root) : QString(), hex(head.root)},
                     {u"refused_because"_s, {}, found.why}};
    event = audit_log::append(tx, std::move(event));
    job_rows::forgetProgress(tx);
    tx.exempt();
    history::putPointer(tx, {}); // a crash before goOn() leaves the history refused
    tx.afterCommit([this, now, accepted = history::headOf(tx)] { goOn(accepted, now); });
    return event;
}

/// After the commit of an acceptance, on the writer's thread.
void HistoryAnchor::goOn(const history::Head &head, const QDateTime &now)
{
    const AnchorReading reading = AnchorFile::read(m_file->path(), m_signer->origin(), m_signer->verifyKey());
    const bool opened =
        reading.state == AnchorReading::State::Damaged ? m_file->beginAnew(now) : m_file->open(reading);
    if (!opened || !m_file->append({{0, head.size, head.root, now, u"history.accept"_s, {}, {}}})) {
        m_log->error("anchor_not_written", {{"events", head.size}});
        return;
    }
    m_accepted = true;
    m_refused = false;
    m_log->warning("history_accepted", {{"events", head.size}});
}

bool beginAnchor(Tx &tx, const QString &directory, const AuditSigner &signer, const QString &act,
                 const QDateTime &now)
{
    AnchorFile file(AnchorFile::pathIn(directory), signer.origin(), signer.key());
    const history::Head head = history::headOf(tx);
    if (!file.open({}) || !file.append({{0, head.size, head.root, now, act, {}, {}}}))
        return false;
    history::putPointer(tx, file.last());
    return true;
}

} // namespace pc::platform
