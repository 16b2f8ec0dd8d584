// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/decision/record_fields.h"

#include "contract/codec/base64url.h"
#include "contract/crypto/credential_format.h"
#include "contract/crypto/hashing.h"
#include "contract/crypto/random_id.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestBytes = 12;

} // namespace

QString newDecisionId(Instant now)
{
    return u"dec_"_s + QString::fromLatin1(timedId(credentialIdLength, now.time_since_epoch()));
}

QString shortText(const QByteArray &bytes, qsizetype most)
{
    return QString::fromUtf8(bytes.left(most));
}

QString tokenDigest(QByteArrayView jti)
{
    return QString::fromLatin1(toBase64Url(sha256({jti}).first(digestBytes)));
}

LimitState limitStateOf(const LimitVerdict &verdict, Instant now)
{
    LimitState state;
    state.burst = verdict.burst;
    state.remaining = verdict.remaining;
    state.quota = verdict.quota;
    state.quotaUsed = verdict.quota > 0 ? verdict.quota - verdict.quotaRemaining : 0;
    if (verdict.outcome != LimitVerdict::Outcome::Allowed) {
        // Rounded up: earlier it would not pass.
        state.freeAt = toDateTime(now + std::chrono::ceil<std::chrono::milliseconds>(verdict.retryAfter));
    }
    return state;
}

} // namespace pc::platform
