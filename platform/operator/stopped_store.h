// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/serve/data_directory.h"
#include "platform/store/sqlite_store.h"

#include <tl/expected.hpp>

#include <memory>

namespace pc::platform {

/// The store of a data directory on which no service runs, for a command that changes it by itself. The
/// directory is held as long as this object lives.
struct StoppedStore
{
    DataDirectory data;
    std::unique_ptr<SqliteStore> store; // goes before the directory is let go

    /// The error is a sentence.
    [[nodiscard]] static tl::expected<StoppedStore, QString> open(const QString &dataDirectory);
};

} // namespace pc::platform
