// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/credential_format.h"
#include "tests/platform/admin/admin_fixture.h"

#include <QJsonObject>

/// What tests of credentials send, a rotation as a whole, and whether the policy would take a secret now.
namespace pc::platform::test {

inline QJsonObject act()
{
    using namespace Qt::StringLiterals;
    return {{u"reason"_s, u"Test"_s}, {u"ticket"_s, QString()}};
}

inline QJsonObject rotateBody(const QByteArray &sealTo, qint64 grace = 3600, bool emergency = false)
{
    using namespace Qt::StringLiterals;
    return {{u"seal_to"_s, QString::fromLatin1(sealTo.toBase64(QByteArray::Base64UrlEncoding |
                                                               QByteArray::OmitTrailingEquals))},
            {u"grace_seconds"_s, grace},
            {u"emergency"_s, emergency},
            {u"reason"_s, u"Test"_s},
            {u"ticket"_s, QString()}};
}

inline bool accepts(const AdminFixture &fixture, const Secret &text)
{
    const auto parsed = parseCredential(text.view(), "pcx");
    if (!parsed)
        return false;
    const auto rule = fixture.policy->current()->credential(parsed->id);
    const Instant now = fixture.clock.now().wall;
    if (!rule || rule->expiresAt <= now ||
        (rule->state != CredentialState::Active && rule->state != CredentialState::Rotating))
        return false;
    for (const GenerationRule &generation : rule->generations) {
        if (CredentialRule::isValid(generation, now) &&
            fixture.peppers->holds(*rule, generation, parsed->secret))
            return true;
    }
    return false;
}

inline QByteArray path(const QString &id, const QByteArray &rest = {})
{
    return "/credentials/" + id.toLatin1() + rest;
}

/// The next secret of a credential, and the answer to its acknowledgement.
struct Rotated
{
    Secret text;
    Reply acknowledged;
};

/// Rotates a credential and acknowledges its next secret: the former one is valid for `grace` seconds more.
inline Rotated rotateAndAcknowledge(AdminFixture &fixture, const AdminFixture::Issued &made,
                                    qint64 grace = 3600)
{
    const SealingKey key = SealingKey::generate(fixture.random);
    const QByteArray idempotency = fixture.freshKey();
    const Reply rotated =
        fixture.post(path(made.id, "/rotate"), rotateBody(key.publicKey(), grace), idempotency, made.etag);
    if (rotated.status != 201)
        qFatal("not rotated: %s", rotated.body.constData());
    Rotated next;
    next.text = AdminFixture::unseal(rotated.json, key, idempotency);
    next.acknowledged = fixture.acknowledge(made.id, made.generation + 1, next.text);
    if (next.acknowledged.status != 200)
        qFatal("not acknowledged: %s", next.acknowledged.body.constData());
    return next;
}

} // namespace pc::platform::test
