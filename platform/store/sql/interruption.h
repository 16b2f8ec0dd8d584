// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::platform {

/// For the life of this object a statement of its connection ends with StoreError::Kind::Interrupted once
/// what Dialect::interrupt() was given says so. That is asked on the statement's thread, some thousand times
/// a second, and must not block or throw. On the connection's thread; one at a time for each connection.
class Interruption
{
public:
    Interruption() = default;
    virtual ~Interruption() = default;
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;
};

} // namespace pc::platform
