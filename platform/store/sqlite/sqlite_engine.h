// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSqlDatabase;

namespace pc::platform {

/// Qt's driver may have an SQLite of its own, whose connections and statements are not for the functions of
/// this program's. Asked of the database once for the life of the process.
[[nodiscard]] bool isOurSqlite(const QSqlDatabase &database);

} // namespace pc::platform
