// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/http/http_fixture.h"

namespace pc::platform::test {

struct Ask
{
    QByteArray method;
    QByteArray target; ///< below /admin/v1; as it is when it does not begin with a slash
    QByteArray token;
    QByteArray key;
    QByteArray ifMatch;
    QByteArray contentType = "application/json";
    QByteArray body;
    qint64 length = -1; ///< Content-Length that is said; -1: the true one
};

struct Answer
{
    int status = 0;
    QString code; ///< of the problem
    QByteArray body;
};

/// The administration behind a real server, with one object of everything.
class RefusalFixture
{
public:
    enum class Served { Now, Later };
    explicit RefusalFixture(Served served = Served::Now);
    void serve();

    /// A request that the operation takes, as far as its object's state allows.
    [[nodiscard]] Ask ask(const Operation &operation);
    [[nodiscard]] QJsonObject bodyOf(Op op);
    [[nodiscard]] Answer send(const Ask &ask);
    [[nodiscard]] Answer send(Op op, const QJsonObject &body);
    [[nodiscard]] Answer send(Op op) { return send(ask(operation(op))); }

    AdminFixture admin;
    pc::test::HttpFixture http;
    QByteArray partner;
    QByteArray credential;
    QByteArray job; ///< queued: nothing carries jobs out here
    QByteArray api;
    QByteArray revision; ///< a proposal for it
    QByteArray observation;
    QByteArray version;        ///< of the API
    QByteArray plan;           ///< that nobody has
    QByteArray scope = "idle"; ///< that nobody holds and no route needs

private:
    [[nodiscard]] qint64 versionOf(const QByteArray &id);
    [[nodiscard]] QByteArray objectOf(const Operation &operation) const;

    SystemRandom m_random;
    SealingKey m_key = SealingKey::generate(m_random);
    int m_number = 0;
};

} // namespace pc::platform::test
