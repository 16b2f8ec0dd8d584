// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QSqlDatabase;

namespace pc::platform {

/// For the life of this object a statement of the connection ends with StoreError::Kind::Interrupted once
/// `over` says so. It is asked on the statement's thread, some thousand times a second, and must not block or
/// throw. On the connection's thread; one at a time for each connection.
class Interruption
{
public:
    Interruption(const QSqlDatabase &database, std::function<bool()> over);
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

private:
    const std::function<bool()> m_over;
    void *m_connection = nullptr; ///< null: the engine is not ours to ask, and nothing is interrupted
};

} // namespace pc::platform
