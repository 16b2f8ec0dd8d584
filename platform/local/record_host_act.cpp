// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/record_host_act.h"

#include "platform/admin/revocation/backlog_storing.h"
#include "platform/data_dir/data_directory.h"
#include "platform/gateway/recorded_gateways.h"
#include "platform/local/local_client.h"
#include "platform/local/stopped_store.h"

#include <QJsonDocument>
#include <QJsonObject>

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

tl::expected<bool, QString> recordOverSocket(const QString &socket, const HostAct &act)
{
    const auto reply = askLocally(socket, "POST", "/local/v1/acts",
                                  QJsonDocument(toJson(act)).toJson(QJsonDocument::Compact));
    if (!reply)
        return tl::make_unexpected(reply.error());
    if (reply->status == 204)
        return true;
    if (reply->status == 404 && act.onlyIfKnown)
        return false;
    const QString detail = QJsonDocument::fromJson(reply->body).object().value(u"detail"_s).toString();
    return tl::make_unexpected(detail.isEmpty() ? u"the service answered %1"_s.arg(reply->status) : detail);
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
    const QString socket = localSocketPath(dataDirectory);
    if (isListening(socket))
        return recordOverSocket(socket, act);
    const auto stopped = StoppedStore::open(dataDirectory, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(stopped.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!stopped->history->isAccepted()) {
        const auto entry = journalEntry(act, now, u"command"_s);
        const auto kept = entry ? keepForLater(*stopped, *entry)
                                : tl::make_unexpected(u"the history is not accepted: %1"_s.arg(
                                      stopped->history->verdict().why));
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
