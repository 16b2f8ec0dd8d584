// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/record_host_act.h"

#include "platform/data_dir/data_directory.h"
#include "platform/local/local_client.h"
#include "platform/local/stopped_store.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform::host_acts {

using namespace Qt::StringLiterals;

tl::expected<void, QString> keepForLater(const QString &dataDirectory, const JournalEntry &entry)
{
    RevocationJournal journal;
    if (!journal.open(RevocationJournal::pathIn(dataDirectory)) || !journal.add({entry}).constFirst())
        return tl::make_unexpected(u"the side journal cannot be written"_s);
    return {};
}

tl::expected<void, QString> recordFromCommand(const QString &dataDirectory, const HostAct &act)
{
    const QString socket = localSocketPath(dataDirectory);
    if (isListening(socket)) {
        const auto reply = askLocally(socket, "POST", "/local/v1/acts",
                                      QJsonDocument(toJson(act)).toJson(QJsonDocument::Compact));
        if (!reply)
            return tl::make_unexpected(reply.error());
        if (reply->status == 204)
            return {};
        const QString detail = QJsonDocument::fromJson(reply->body).object().value(u"detail"_s).toString();
        return tl::make_unexpected(detail.isEmpty() ? u"the service answered %1"_s.arg(reply->status)
                                                    : detail);
    }
    const auto stopped = StoppedStore::open(dataDirectory, StoppedStore::WhenEmpty::Refuse);
    if (!stopped)
        return tl::make_unexpected(stopped.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (!stopped->history->isAccepted()) {
        const auto entry = journalEntry(act, now, u"command"_s);
        return entry ? keepForLater(dataDirectory, *entry)
                     : tl::make_unexpected(
                           u"the history is not accepted: %1"_s.arg(stopped->history->verdict().why));
    }
    const auto done = stopped->store->writeNow<bool>([&](Tx &tx) {
        stopped->storeJournaled(tx, JournalEntry::Kind::Gateway, act.targetId, now);
        record(tx, act, now, u"command"_s);
        return true;
    });
    if (!done)
        return tl::make_unexpected(done.error().text);
    return {};
}

} // namespace pc::platform::host_acts
