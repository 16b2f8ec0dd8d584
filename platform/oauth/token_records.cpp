// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/oauth/token_records.h"

#include "contract/crypto/base62.h"
#include "platform/core/decision/body_facts.h"
#include "platform/core/decision/record_fields.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// Whether it can be the id of a credential: a client id may hold anything else, also a secret.
bool isId(const QByteArray &id16)
{
    return !id16.isEmpty() && base62::isBase62(id16);
}

void nameCredential(CallRecord &record, const QByteArray &id16)
{
    record.credentialId = u"crd_"_s + QString::fromLatin1(id16);
}

} // namespace

CallRecord beginRecord(const HttpRequest &request, Moment began)
{
    CallRecord record;
    record.id = newDecisionId(began.wall);
    record.requestId = QString::fromLatin1(request.requestId);
    record.at = toDateTime(began.wall);
    record.method = QString::fromLatin1(methodName(request.method));
    record.path = u"/oauth2/token"_s;
    record.userAgent = shortText(request.headers.value("User-Agent"), longestRecordedText);
    record.isTokenRequest = true;
    record.requestLength = request.body.size();
    if (request.headers.count("Content-Type") == 1)
        record.contentType =
            shortText(mediaTypeOf(request.headers.value("Content-Type")), longestRecordedText);
    return record;
}

void TokenRecords::addServed(CallRecord record, const TokenClaims &claims, Moment began)
{
    nameCredential(record, claims.id16);
    record.partnerId = claims.partnerId;
    record.generation = claims.generation;
    record.realm = claims.realm;
    record.tokenDigest = claims.digest;
    record.tokenScopes = claims.scopes;
    record.outcome = Outcome::Served;
    record.reason = DecisionReason::Allowed;
    record.status = 200;
    add(std::move(record), began);
}

void TokenRecords::addRefused(CallRecord record, const OAuthRefusal &refusal, Moment began)
{
    if (m_sink == nullptr)
        return;
    if (refusal.credential) {
        nameCredential(record, refusal.credential->id16);
        record.partnerId = refusal.credential->partnerId;
        record.generation = refusal.generation;
        record.realm = refusal.credential->realm;
    } else if (isId(refusal.claimed)) {
        nameCredential(record, refusal.claimed);
    }
    if (record.partnerId.isEmpty() ? !m_bounds.takesUnattributed(began)
                                   : !m_bounds.takesRefused(record.partnerId, began))
        return;
    record.tokenScopes = refusal.scopes;
    record.status = refusal.error.status;
    record.outcome = record.status == 429 ? Outcome::Throttled : Outcome::Refused;
    record.reason = refusal.reason;
    add(std::move(record), began);
}

void TokenRecords::add(CallRecord record, Moment began)
{
    if (m_sink == nullptr)
        return;
    record.micros =
        std::chrono::duration_cast<std::chrono::microseconds>(m_clock.now().steady - began.steady).count();
    (void)m_sink->push(std::move(record));
}

} // namespace pc::platform
