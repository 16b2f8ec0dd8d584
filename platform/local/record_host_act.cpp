// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/record_host_act.h"

#include "platform/admin/revocation/backlog_storing.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/local/local_refusal.h"
#include "platform/local/local_service.h"
#include "platform/local/stopped_store.h"

namespace pc::platform::host_acts {

using namespace Qt::StringLiterals;

tl::expected<void, QString> keepForLater(const StoppedStore &stopped, const JournalEntry &entry)
{
    RevocationJournal journal;
    const JournalSeal seal(stopped.signer->key());
    const auto failed = [] { return tl::make_unexpected(u"the side journal cannot be written"_s); };
    if (!journal.open(RevocationJournal::pathIn(stopped.data.path()), seal))
        return failed();
    // The slot of what the log has keeps nothing else: it is dropped at the start.
    QList<JournaledRevocation> settled = journal.kept();
    const auto stored = stopped.store->readNow<QList<JournalEntry>>(
        [&](Tx &tx) { return alreadyStored(tx, settled, *stopped.history); });
    if (stored) // else each may be
        settled.removeIf([&](const JournaledRevocation &each) { return !stored->contains(each.entry); });
    if (!journal.add({entry}, settled).constFirst())
        return failed();
    return {};
}

namespace {

tl::expected<bool, QString> recordOverSocket(const LocalService &service, const HostAct &act)
{
    const auto recorded = service.record(act);
    if (recorded)
        return true;
    if (recorded.error().code == toText(LocalRefusal::GatewayUnknown))
        return false;
    return tl::make_unexpected(recorded.error().text);
}

bool isRecorded(Tx &tx, const QString &gateway)
{
    RecordedGateways recorded;
    recorded.load(tx);
    return recorded.remove(gateway);
}

} // namespace

tl::expected<bool, QString> recordFromCommand(const QString &dataDirectory, const HostAct &act)
{
    if (const auto service = LocalService::on(dataDirectory))
        return recordOverSocket(*service, act);
    const auto stopped = StoppedStore::open(dataDirectory, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(stopped.error().text);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!stopped->history->isAccepted()) {
        const auto entry = journalEntry(act, now, u"command"_s);
        const auto kept = entry ? keepForLater(*stopped, *entry)
                                : tl::make_unexpected(notAcceptedText(stopped->history->verdict().why));
        return kept.map([] { return true; });
    }
    const auto done = stopped->store->writeNow<bool>([&](Tx &tx) {
        stopped->storeJournaled(tx, JournalEntry::Kind::Gateway, act.targetId, now);
        if (act.onlyIfKnown && !isRecorded(tx, act.targetId)) {
            tx.rollBack();
            return false;
        }
        record(tx, act, now, u"command"_s);
        return true;
    });
    if (!done)
        return tl::make_unexpected(done.error().text);
    return *done;
}

} // namespace pc::platform::host_acts
