// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/check_sighting.h"
#include "platform/gateway/gateway_rule.h"
#include "platform/http/http_headers.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <vector>

/// What a check of a gateway saw, as values; gateway_verdicts.h judges it.
namespace pc::platform {

/// The header of an answer, or why there is none.
struct WireAnswer
{
    QString fault; ///< a few words; empty: there is an answer
    int status = 0;
    HttpHeaders headers;
    QDateTime at; ///< by the clock of this host, when it came
};

/// One call through the gateway, and what the service saw of it.
struct CheckedCall
{
    QByteArray field; ///< that a client should not send, "X-Realm: …"; empty: none
    WireAnswer answer;
    QList<CheckSighting> seen;

    /// The question about it; null: nobody asked.
    [[nodiscard]] const CheckSighting *question() const { return find(false); }
    /// What was sent on; null: nothing was, or the gateway answers the probe route by itself.
    [[nodiscard]] const CheckSighting *passed() const { return find(true); }

private:
    [[nodiscard]] const CheckSighting *find(bool passed) const
    {
        for (const CheckSighting &each : seen) {
            if (each.passed == passed)
                return &each;
        }
        return nullptr;
    }
};

struct TlsObservation
{
    QString fault; ///< empty: the certificate holds
    QDateTime certificateEnd;
    bool takesOld = false; ///< TLS 1.0 or 1.1
};

/// Nothing where a call was not made: there was no way, or no token.
struct GatewayObservations
{
    QString name;
    QDateTime now;
    std::optional<GatewayRule> rule;      ///< nothing: not registered
    QString url;                          ///< of the probe route; empty: none is known
    QString notLent;                      ///< why the service lent no tokens; empty: it did
    std::optional<TlsObservation> tls;    ///< of https
    std::optional<CheckedCall> elsewhere; ///< an address that no API has
    std::optional<CheckedCall> anonymous; ///< without a credential
    std::optional<CheckedCall> first;     ///< with the first token …
    std::optional<CheckedCall> again;     ///< … once more …
    std::optional<CheckedCall> second;    ///< … and with the second
    std::optional<CheckedCall> otherHost;
    std::vector<CheckedCall> claimed;       ///< with another client's address, under each name in use
    std::vector<CheckedCall> forged;        ///< with each field that a client may not send
    std::optional<CheckedCall> longBody;    ///< its length is said
    std::optional<CheckedCall> endlessBody; ///< its length is not said
    std::optional<CheckedCall> longHeader;
    std::optional<CheckedCall> gone;
    std::optional<CheckedCall> throttled;
    std::optional<CheckedCall> beforeDenial;
    std::optional<CheckedCall> afterDenial;
    std::vector<std::pair<QString, WireAnswer>> inner; ///< addresses of the platform, through the gateway
    std::optional<WireAnswer> decision;                ///< the service's own, asked by nobody it knows
    std::optional<WireAnswer> upstream;                ///< the API, around the gateway
};

/// What a client claims to be.
inline constexpr char claimedAddress[] = "192.0.2.99";
inline constexpr char foreignHost[] = "check.invalid";

} // namespace pc::platform
