// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"
#include "platform/admin/api/admin_context.h"
#include "platform/core/decision/leak_watch.h"
#include "platform/core/decision/metering.h"
#include "platform/http/router.h"
#include "platform/oauth/token_denials.h"

#include <tl/expected.hpp>

#include <future>
#include <memory>
#include <optional>

namespace pc::platform {

class GatewayChecks;
class LiveTokens;
class RecordedGateways;
class ReportQueue;
class RevocationProbe;

/// What the administration shares with the deciding half of the service; all of it outlives the
/// administration.
struct AdministrationDeps
{
    QString dataDirectory;
    PolicyHolder &policy;
    Counters &counters;
    CallQueue &calls;
    const PepperRing &peppers;
    const Clock &clock;
    RandomSource &random;
    const Log &log;
    qint64 storePages = 0;                    ///< for tests of a full store: the database may not grow beyond
    const LegacyHmacKeys *hmacKeys = nullptr; ///< of other systems; may be missing
    ReportQueue *reports = nullptr;           ///< of gateways; likewise
};

/// The storing and administering half of the service: store, audit log, admin API, operators, metering, work
/// by the clock.
///
/// Order: open() (the policy is loaded and published, counters are restored) → set…() → mount…() → start() →
/// … → stop().
class Administration
{
public:
    /// The error is a sentence.
    [[nodiscard]] static tl::expected<std::unique_ptr<Administration>, QString>
    open(const AdministrationDeps &deps);
    ~Administration();
    Administration(const Administration &) = delete;
    Administration &operator=(const Administration &) = delete;

    /// Before the first request. Environment name and sample flag come from the store.
    void setAddresses(const QString &url, const QString &caFile, const QString &tokenEndpoint,
                      const QString &apiBase);
    /// Optional: without them a revocation has no proof, and no count of tokens.
    void setProbe(RevocationProbe *probe, const LiveTokens *liveTokens);

    /// Optional: without them no gateway can be checked.
    void setGatewayChecks(GatewayChecks *checks);

    /// /admin/v1 on the public router.
    void mount(Router &router);
    /// /local/v1 on the socket in the data directory: operator accounts, and attaching a second console.
    void mountLocal(Router &router);
    void start();
    /// Answers everybody who waits for changes, so that the server need not wait for them. Before the server
    /// stops.
    void releaseWaiting();
    /// Stores what is queued and closes the store. Call it after the server stopped. Idempotent.
    void stop();

    /// Where RFC 7009 revocations become lasting.
    [[nodiscard]] TokenDenials &denials();
    /// A token for the local administrator; nothing when that account is disabled. Comes within
    /// AdminSettings::storePatience, from memory when the store does not answer.
    [[nodiscard]] std::future<std::optional<Secret>> localToken();

    /// Looks for living secrets where they do not belong; sightings become events.
    [[nodiscard]] LeakWatch &leaks();

    /// Where it becomes lasting that an imported key was hashed anew.
    [[nodiscard]] KeyRehashes &rehashes();

    /// Where it becomes lasting that a client called itself by another system's client id.
    [[nodiscard]] ClientIdUses &clientIdUses();

    /// Whom the audit log knows.
    [[nodiscard]] const RecordedGateways &gateways() const;

    [[nodiscard]] AdminContext &context();

private:
    Administration();
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace pc::platform
