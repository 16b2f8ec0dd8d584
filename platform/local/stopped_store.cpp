// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/stopped_store.h"

#include "platform/data_dir/node_id.h"
#include "platform/domain/audit_diff.h"
#include "platform/operators/host_acts.h"
#include "platform/operators/operator_accounts.h"
#include "platform/store/factory/open_store.h"
#include "platform/store/history/stored_revocations.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

tl::expected<StoppedStore, DataDirectoryError> StoppedStore::open(const QString &dataDirectory,
                                                                  WhenEmpty whenEmpty)
{
    const auto failed = [](const QString &why) { return tl::make_unexpected(DataDirectoryError{why}); };
    if (whenEmpty == WhenEmpty::Refuse && !QFileInfo::exists(databaseFile(dataDirectory)))
        return failed(u"%1 holds no platform"_s.arg(dataDirectory));
    auto data = DataDirectory::open(dataDirectory);
    if (!data)
        return tl::make_unexpected(data.error());
    auto history = std::make_unique<HistoryAnchor>();
    SystemRandom random;
    const auto node = nodeId(data->path(), random);
    if (!node)
        return failed(node.error());
    StoreOptions options;
    options.node = *node;
    options.file = databaseFile(data->path());
    options.readers = 1;
    options.logWatcher = history->watcher();
    options.commitGuard = history->guard();
    auto store = openStore(options);
    if (!store)
        return failed(store.error().text);
    const auto origin =
        (*store)->writeNow<QString>([&](Tx &tx) { return AuditSigner::originOf(tx, random); });
    if (!origin)
        return failed(origin.error().text);
    auto opened = AuditSigner::open(data->path(), *origin, random);
    if (!opened)
        return failed(opened.error());
    auto signer = std::make_unique<AuditSigner>(std::move(*opened));
    auto log = std::make_unique<Log>(Log::Sink());
    const auto journal =
        RevocationJournal::read(RevocationJournal::pathIn(data->path()), JournalSeal(signer->key()));
    if (const auto anchored =
            history->open(**store, data->path(), *signer, journal, QDateTime::currentDateTimeUtc(), *log);
        !anchored)
        return failed(anchored.error());
    QList<JournalEntry> journaled;
    for (const JournaledRevocation &each : journal.revocations) {
        if (const auto entry = asCarriedOut(each, history->vouchesFor(each)))
            journaled.append(*entry);
    }
    return StoppedStore{std::move(*data),   std::move(log),       std::move(signer),
                        std::move(history), std::move(journaled), std::move(*store)};
}

bool StoppedStore::isShut(Tx &tx, const QString &account) const
{
    return std::any_of(journaled.begin(), journaled.end(), [&](const JournalEntry &each) {
        return each.kind == JournalEntry::Kind::Operator && each.id == account &&
               !stored_revocations::has(tx, each);
    });
}

void StoppedStore::storeJournaled(Tx &tx, JournalEntry::Kind kind, const QString &id,
                                  const QDateTime &now) const
{
    for (const JournalEntry &entry : journaled) {
        // What nobody vouches for is the service's to carry out, in its own words.
        if (entry.kind != kind || entry.id != id || !entry.isVouched || stored_revocations::has(tx, entry))
            continue;
        const QString requestId = stored_revocations::requestIdOf(entry);
        if (kind == JournalEntry::Kind::Operator)
            operator_accounts::disable(tx, id, now, entry.actor, requestId);
        else if (kind == JournalEntry::Kind::Gateway)
            host_acts::record(tx, {AuditAction::GatewayRemove, id, {inForceSince(entry.at)}}, now,
                              entry.actor, requestId);
    }
}

} // namespace pc::platform
