// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/store/sql/interruption.h"

#include <functional>

class QSqlDatabase;

namespace pc::platform {

/// By SQLite's progress handler.
class SqliteInterruption final : public Interruption
{
public:
    SqliteInterruption(const QSqlDatabase &database, std::function<bool()> over);
    ~SqliteInterruption() override;

private:
    const std::function<bool()> m_over;
    void *m_connection = nullptr; ///< null: the engine is not ours to ask, and nothing is interrupted
};

} // namespace pc::platform
