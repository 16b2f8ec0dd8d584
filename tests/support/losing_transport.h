// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/transport.h"

namespace pc::test {

/// Transport that loses the answer to chosen writes after the real service has committed them.
class LosingTransport final : public client::Transport
{
public:
    explicit LosingTransport(std::unique_ptr<client::Transport> below) : m_below(std::move(below)) {}
    /// The answers to the next `times` requests whose path ends so are thrown away.
    void loseNext(const QString &pathEnd, int times = 1)
    {
        m_pathEnd = pathEnd;
        m_times = times;
    }
    [[nodiscard]] int lost() const { return m_lost; }
    std::unique_ptr<client::Exchange> send(client::HttpRequest request,
                                           std::function<void(client::TransportResult)> done) override
    {
        const bool lose = m_times > 0 && request.write && request.path.endsWith(m_pathEnd);
        if (!lose)
            return m_below->send(std::move(request), std::move(done));
        --m_times;
        return m_below->send(
            std::move(request), [this, done = std::move(done)](client::TransportResult result) {
                if (result)
                    ++m_lost;
                done(tl::make_unexpected(
                    client::TransportError{client::TransportFault::Lost, QStringLiteral("lost on purpose")}));
            });
    }

private:
    std::unique_ptr<client::Transport> m_below;
    QString m_pathEnd;
    int m_times = 0;
    int m_lost = 0;
};

} // namespace pc::test
