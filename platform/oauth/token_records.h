// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/presented.h"
#include "platform/core/decision/record_bounds.h"
#include "platform/core/decision/record_sink.h"
#include "platform/http/http_types.h"
#include "platform/oauth/oauth_refusal.h"

namespace pc::platform {

/// What a record says of a request to the token endpoint whatever becomes of it. Nothing of its body: that
/// holds a secret.
[[nodiscard]] CallRecord beginRecord(const HttpRequest &request, Moment began);

/// The records of requests of tokens (CallRecord::isTokenRequest). They are no calls: no figure has them, and
/// one that is refused is not counted anywhere when there is no room for its record. Thread-safe.
class TokenRecords
{
public:
    /// `sink` may be null.
    TokenRecords(RecordSink *sink, const Clock &clock) : m_sink(sink), m_clock(clock) {}

    void addServed(CallRecord record, const TokenClaims &claims, Moment began);
    void addRefused(CallRecord record, const OAuthRefusal &refusal, Moment began);

private:
    void add(CallRecord record, Moment began);

    RecordSink *m_sink;
    const Clock &m_clock;
    RecordBounds m_bounds;
};

} // namespace pc::platform
