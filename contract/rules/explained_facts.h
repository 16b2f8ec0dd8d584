// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The names that facts of an explanation have (contract/types/explanation.h), and what stands as their
/// value. People get words of them in views/words/fact_words.h; a test goes over both.
namespace pc::facts {

inline const QString gateway = QStringLiteral("gateway");        ///< its name
inline const QString realm = QStringLiteral("realm");            ///< Realm
inline const QString credential = QStringLiteral("credential");  ///< its name, or its id where it has none
inline const QString kind = QStringLiteral("kind");              ///< CredentialKind
inline const QString lastFour = QStringLiteral("last_four");     ///< of the generation's secret
inline const QString generation = QStringLiteral("generation");  ///< its number
inline const QString state = QStringLiteral("state");            ///< CredentialState
inline const QString expiresAt = QStringLiteral("expires_at");   ///< RFC 3339
inline const QString graceUntil = QStringLiteral("grace_until"); ///< RFC 3339
inline const QString partner = QStringLiteral("partner");        ///< its name
inline const QString status = QStringLiteral("status");          ///< PartnerStatus
inline const QString stage = QStringLiteral("stage");            ///< Stage
inline const QString stages = QStringLiteral("stages");      ///< list line of Stage: those a route is open to
inline const QString source = QStringLiteral("source");      ///< an address
inline const QString network = QStringLiteral("network");    ///< the entry it is in, CIDR
inline const QString networks = QStringLiteral("networks");  ///< list line of entries
inline const QString host = QStringLiteral("host");          ///< of the API
inline const QString api = QStringLiteral("api");            ///< its name
inline const QString route = QStringLiteral("route");        ///< method and path template
inline const QString version = QStringLiteral("version");    ///< path prefix of a version of an API
inline const QString sunsetAt = QStringLiteral("sunset_at"); ///< RFC 3339
inline const QString audience = QStringLiteral("audience");  ///< of the token
inline const QString scope = QStringLiteral("scope");        ///< that the route needs
inline const QString scopes = QStringLiteral("scopes");      ///< list line: what was granted
inline const QString tokenScopes = QStringLiteral("token_scopes"); ///< list line: what the token had
inline const QString resource = QStringLiteral("resource");        ///< parameter=value
inline const QString resources = QStringLiteral("resources");      ///< list line of parameter=value
inline const QString length = QStringLiteral("length");            ///< bytes
inline const QString mostLength = QStringLiteral("most_length");   ///< bytes that the route takes
inline const QString contentType = QStringLiteral("content_type");
inline const QString contentTypes = QStringLiteral("content_types"); ///< list line
inline const QString rate = QStringLiteral("rate");                  ///< calls a second
inline const QString burst = QStringLiteral("burst");                ///< calls
inline const QString remaining = QStringLiteral("remaining");        ///< calls
inline const QString quota = QStringLiteral("quota");                ///< calls a day
inline const QString quotaUsed = QStringLiteral("quota_used");       ///< calls
inline const QString freeAt = QStringLiteral("free_at");             ///< RFC 3339
inline const QString credentialScopes =
    QStringLiteral("credential_scopes");                           ///< list line: what the credential has
inline const QString plan = QStringLiteral("plan");                ///< its name, or its id
inline const QString ownLimits = QStringLiteral("own_limits");     ///< "true": not those of its plan
inline const QString waiverUntil = QStringLiteral("waiver_until"); ///< RFC 3339
inline const QString byTime = QStringLiteral("by_time");           ///< "true": the clock made it so
inline const QString beforeEvent = QStringLiteral("before_event"); ///< "true": in force before its event
inline const QString notRecorded = QStringLiteral("not_recorded"); ///< what the record does not hold

} // namespace pc::facts
