// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/token_source.h"

#include <functional>
#include <utility>

namespace pc::client {

/// A token held in memory, with the renewal plugged in by the session keeper.
class SessionToken final : public TokenSource
{
public:
    explicit SessionToken(Secret token = {});
    [[nodiscard]] const Secret &token() const override { return m_token; }
    [[nodiscard]] quint64 number() const override { return m_number; }
    void renew(std::function<void(bool)> done) override;

    void set(Secret token);
    void clear();
    /// Without one, renew() answers false.
    void setRenewer(std::function<void(std::function<void(bool)>)> renewer)
    {
        m_renewer = std::move(renewer);
    }

private:
    Secret m_token;
    quint64 m_number = 0;
    std::function<void(std::function<void(bool)>)> m_renewer;
};

} // namespace pc::client
