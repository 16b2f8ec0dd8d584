// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace pc::platform {

/// What the service saw of one call of a check (gateway_checks.h): a question about it, or what the gateway
/// sent on after the decision, where the API would be.
struct CheckSighting
{
    bool passed = false; ///< sent on; else a question
    QString gateway;     ///< by whose certificate or socket it came
    QString token;       ///< whose call it is, by the name of its token; empty: by its marker only
    QString method;      ///< of a question, as the next four
    QString path;
    QString host;
    QString source;
    bool lengthTold = false; ///< the gateway says how long bodies are
    int status = 0;          ///< what was answered
    QString decisionId;
    QStringList marked;      ///< of what was sent on: fields in which the client's marker stands
    QStringList missing;     ///< identity fields that are not there exactly once with the decision's value
    bool holdsToken = false; ///< the credential went on
    bool operator==(const CheckSighting &) const = default;
};

/// Who asks over the Unix socket for gateways.
inline constexpr char16_t localSocketGateway[] = u"local socket";
/// The name by which the service's own demonstration API asks for decisions.
inline constexpr char16_t demoGateway[] = u"demo";

/// The tokens of a check, each good for the probe route only.
namespace check_tokens {
inline constexpr char16_t first[] = u"first";
inline constexpr char16_t second[] = u"second"; ///< the same again: another credential to whoever caches
inline constexpr char16_t ended[] = u"ended";   ///< is denied during the check
inline constexpr char16_t gone[] = u"gone";     ///< every call of it is refused with 410
inline constexpr char16_t throttled[] = u"throttled"; ///< with 429
} // namespace check_tokens

} // namespace pc::platform
