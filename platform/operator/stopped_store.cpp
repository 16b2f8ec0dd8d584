// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/operator/stopped_store.h"

#include "platform/admin/administration.h"

#include <utility>

namespace pc::platform {

tl::expected<StoppedStore, QString> StoppedStore::open(const QString &dataDirectory)
{
    auto data = DataDirectory::open(dataDirectory);
    if (!data)
        return tl::make_unexpected(data.error().text);
    SqliteStore::Options options;
    options.file = databaseFile(data->path());
    options.readers = 0;
    auto store = SqliteStore::open(options);
    if (!store)
        return tl::make_unexpected(store.error().text);
    return StoppedStore{std::move(*data), std::move(*store)};
}

} // namespace pc::platform
