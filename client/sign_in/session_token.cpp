// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/sign_in/session_token.h"

namespace pc::client {

SessionToken::SessionToken(Secret token) : m_token(std::move(token)) {}

void SessionToken::renew(std::function<void(bool)> done)
{
    if (!m_renewer) {
        done(false);
        return;
    }
    m_renewer(std::move(done));
}

void SessionToken::set(Secret token)
{
    m_token = std::move(token);
    ++m_number;
}

void SessionToken::clear()
{
    m_token.clear();
    ++m_number;
}

} // namespace pc::client
