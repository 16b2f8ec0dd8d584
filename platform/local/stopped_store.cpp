// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/stopped_store.h"

#include <QFileInfo>

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

tl::expected<StoppedStore, QString> StoppedStore::open(const QString &dataDirectory, WhenEmpty whenEmpty)
{
    if (whenEmpty == WhenEmpty::Refuse && !QFileInfo::exists(databaseFile(dataDirectory)))
        return tl::make_unexpected(u"%1 holds no platform"_s.arg(dataDirectory));
    auto data = DataDirectory::open(dataDirectory);
    if (!data)
        return tl::make_unexpected(data.error().text);
    auto history = std::make_unique<HistoryAnchor>();
    SqliteStore::Options options;
    options.file = databaseFile(data->path());
    options.readers = 1;
    options.logWatcher = history->watcher();
    options.commitGuard = history->guard();
    auto store = SqliteStore::open(options);
    if (!store)
        return tl::make_unexpected(store.error().text);
    SystemRandom random;
    const auto origin =
        (*store)->writeNow<QString>([&](Tx &tx) { return AuditSigner::originOf(tx, random); });
    if (!origin)
        return tl::make_unexpected(origin.error().text);
    auto opened = AuditSigner::open(data->path(), *origin, random);
    if (!opened)
        return tl::make_unexpected(opened.error());
    auto signer = std::make_unique<AuditSigner>(std::move(*opened));
    auto log = std::make_unique<Log>(Log::Sink());
    const auto journal =
        RevocationJournal::read(RevocationJournal::pathIn(data->path()), JournalSeal(signer->key()));
    if (const auto anchored =
            history->open(**store, data->path(), *signer, journal, QDateTime::currentDateTimeUtc(), *log);
        !anchored)
        return tl::make_unexpected(anchored.error());
    return StoppedStore{std::move(*data), std::move(log), std::move(signer), std::move(history),
                        std::move(*store)};
}

} // namespace pc::platform
