// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/crypto/random_source.h"
#include "platform/admin/api/admin_result.h"
#include "platform/admin/api/change_publisher.h"
#include "platform/admin/api/change_source.h"
#include "platform/admin/api/in_flight.h"
#include "platform/admin/api/reopenings.h"
#include "platform/clock/clock.h"
#include "platform/core/limits/counters.h"
#include "platform/core/policy/policy_holder.h"
#include "platform/core/secrets/pepper_ring.h"
#include "platform/log/log.h"
#include "platform/operators/operator_sessions.h"
#include "platform/store/rows/usage_store.h"
#include "platform/store/sql/store.h"

#include <chrono>

namespace pc::platform {

class AnsweredKeys;
class AuditSigner;
class ClockWatch;
class DrainWatch;
class HistoryAnchor;
class JobStarter;
class ClientIdUses;
class KeyRehashes;
class LeakEvents;
class LeakWatch;
class LegacyHmacKeys;
class LiveTokens;
class PartnerIndex;
class RecordedGateways;
class RevocationBacklog;
class RevocationProofs;
class TokenEvents;

/// What the installation is called and where partners reach it.
struct AdminSettings
{
    QString environment = QStringLiteral("local");
    bool sample = false;
    QString tokenEndpoint; ///< absolute
    QString apiBase;       ///< absolute
    QByteArray brand = QByteArrayLiteral("pcx");
    /// How long a revocation waits for the store before the side journal takes it, and a sign-in before it
    /// counts from memory.
    std::chrono::milliseconds storePatience{2000};
    /// How long it then waits for either of them, before it is answered as closed and kept nowhere yet.
    std::chrono::milliseconds journalPatience{2000};
    /// How long a question may take that only reads, once its turn has come. What it found by then is a page
    /// of a list, with a cursor; else it is answered 503.
    std::chrono::milliseconds readPatience{10'000};
    /// How long a list in time looks through the log, and what counts it, where no index leads to the rows
    /// at once; then it answers with what it has and how far it came.
    std::chrono::milliseconds searchPatience{150};
    /// Work of the store's writer or of the side journal that takes longer counts as hanging.
    std::chrono::milliseconds writerPatience{3000};
};

/// Everything handlers stand on; owned by Administration, outlives every handler.
struct AdminContext
{
    Store &store;
    UsageStore &usage;
    PartnerIndex &partners;
    PolicyHolder &policy;
    Counters &counters;
    const PepperRing &peppers;
    const Clock &clock;
    RandomSource &random;
    const Log &log;
    OperatorSessions &sessions;
    const OwnCommits &feed;    ///< hears what a commit changed
    ChangePublisher &consoles; ///< who tells consoles of it
    RevocationBacklog &backlog;
    const AuditSigner &signer;
    HistoryAnchor &history;
    ClockWatch &clockWatch;
    DrainWatch &drains;
    InFlight &inFlight;
    AnsweredKeys &answered;
    TokenEvents &tokenEvents;
    Reopenings &reopenings;
    RecordedGateways &gateways;
    const LiveTokens *liveTokens = nullptr; ///< may be missing in tests
    RevocationProofs *proofs = nullptr;     ///< likewise: then a receipt has no proof
    AdminSettings settings;
    LeakWatch *leaks = nullptr;               ///< may be missing in tests
    LeakEvents *leakEvents = nullptr;         ///< likewise
    JobStarter *jobs = nullptr;               ///< set before the first request
    KeyRehashes *rehashes = nullptr;          ///< may be missing in tests
    ClientIdUses *clientIdUses = nullptr;     ///< likewise
    const LegacyHmacKeys *hmacKeys = nullptr; ///< likewise: then there are none

    [[nodiscard]] QDateTime now() const { return toDateTime(clock.now().wall); }
    /// What is believed of the wall clock (ClockWatch::settled), never later than `time`: by this a
    /// revocation is judged, so that a clock that is ahead for a while does not make what it hits look
    /// expired.
    [[nodiscard]] QDateTime settledAt(const QDateTime &time) const;
};

/// One authorised request.
struct AdminCall
{
    AdminContext &context;
    HttpRequest request;
    const Operation &operation;
    Actor actor;
    QDateTime now;
    QJsonObject body; ///< empty when there was none

    [[nodiscard]] QString parameter(QByteArrayView name) const { return request.pathParameter(name); }
};

/// The most powerful role of the actor that allows the operation: what the audit event names.
[[nodiscard]] QString roleFor(const Actor &actor, Op op);

} // namespace pc::platform
