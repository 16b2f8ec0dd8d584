// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/store_options.h"

#include <memory>

/// The one place that knows which engines there are.
namespace pc::platform {

/// Opens the store and brings its schema up to date before it returns.
[[nodiscard]] StoreResult<std::unique_ptr<Store>> openStore(const StoreOptions &options);

/// One connection of the calling thread to a store that nobody has open, as it is found: no schema step is
/// carried out, no job is guarded or anchored.
class StoreSession
{
public:
    StoreSession() = default;
    virtual ~StoreSession() = default;
    StoreSession(const StoreSession &) = delete;
    StoreSession &operator=(const StoreSession &) = delete;

    [[nodiscard]] virtual Tx &tx() = 0;
};
/// Throws SqlFailure when it cannot be opened.
[[nodiscard]] std::unique_ptr<StoreSession> openSession(const QString &file);

} // namespace pc::platform
