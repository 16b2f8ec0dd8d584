// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"
#include "contract/crypto/sealing.h"
#include "tests/support/samples.h"
#include "tests/support/scripted_transport.h"

#include <QJsonDocument>

#include <map>

namespace pc::test {

using namespace Qt::StringLiterals;

/// As much of the service as issuing and rotating need: one pending generation per idempotency key, sealed
/// for real, the same bytes for a repeat, active only after the right digest. It counts what became usable.
struct FakeService
{
    SystemRandom random;
    QByteArray plain = "pcx_cs_prd_0123456789abcdefSECRETSECRETSECRETSECRETSECRETSECRETSECRET123456";
    Credential credential = sampleCredential();
    int generation = 1;
    std::map<QByteArray, QByteArray> sealedByKey; ///< emptied by the acknowledgement
    std::map<QByteArray, QByteArray> bodyByKey;
    int pendings = 0;
    int activations = 0;

    client::TransportResult issue(const SentRequest &sent)
    {
        const QByteArray key = sent.header("Idempotency-Key");
        if (const auto body = bodyByKey.find(key); body != bodyByKey.end()) {
            if (body->second != sent.body)
                return ScriptedTransport::problemResponse(422, u"idempotency_conflict"_s);
            if (!sealedByKey.count(key))
                return ScriptedTransport::problemResponse(410, u"secret_gone"_s);
        } else {
            ++pendings;
            bodyByKey[key] = sent.body;
            const QByteArray to = QByteArray::fromBase64(
                sent.json().value(u"seal_to"_s).toString().toLatin1(), QByteArray::Base64UrlEncoding);
            const auto sealed = seal(to, Secret::copyOf(plain),
                                     {credential.id, generation, QString::fromLatin1(key)}, random);
            if (!sealed)
                return ScriptedTransport::problemResponse(422, u"validation_failed"_s);
            sealedByKey[key] = *sealed;
        }
        const SealedIssue answer{credential, generation, sealedByKey[key],
                                 QDateTime({2026, 3, 2}, {10, 15}, Qt::UTC)};
        return ScriptedTransport::response(201, QJsonDocument(toJson(answer)).toJson());
    }

    client::TransportResult ack(const SentRequest &sent)
    {
        const auto request = fromJson<AckRequest>(sent.json());
        if (!request || request->digest != ackDigest(Secret::copyOf(plain), credential.id, generation))
            return ScriptedTransport::problemResponse(422, u"wrong_digest"_s);
        if (!sealedByKey.empty()) {
            ++activations;
            sealedByKey.clear();
        }
        credential.state = CredentialState::Active;
        return ScriptedTransport::response(200, QJsonDocument(toJson(credential)).toJson());
    }
};

} // namespace pc::test
