// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/networks.h"
#include "contract/types/partner.h"
#include "contract/types/version.h"
#include "platform/demo/default_catalogue.h"
#include "platform/seed/sample_random.h"
#include "platform/store/rows/credential_rows.h"
#include "platform/store/sql/tx.h"

#include <QList>

#include <functional>

/// Sample data: 24 partners of invented companies with everything around them. The same anchor gives the same
/// data. No credential in it has a usable secret: its verifier is made of bytes that were never a secret's.
namespace pc::platform::seed {

/// How a partner calls.
enum class Traffic { None, Office, Nightly, AllDay, Errors, NearQuota, Throttled };

struct SamplePartner
{
    Partner partner;
    Grant grant;
    NetworkRules networks;
    QList<CredentialRow> credentials;
    Traffic traffic = Traffic::None;
    qint64 callsPerDay = 0;
};

/// What became of a partner's scopes, as the audit log tells it.
struct ScopeChange
{
    int partner = 0; ///< index into Sample::partners
    QDateTime at;
    QString by;
    QStringList before;
    QStringList after;
    QString reason;
    QString ticket = {};
};

struct Sample
{
    QDateTime anchor;
    DefaultCatalogue catalogue;
    QList<ApiVersion> versions;
    QList<SamplePartner> partners;
    QList<ScopeChange> scopeChanges; ///< oldest first of each partner
    QStringList operators;
    int pepperVersion = 1;

    /// When the first partner came.
    [[nodiscard]] QDateTime begin() const;
    /// When those were suspended that are.
    [[nodiscard]] QDateTime suspendedSince() const { return anchor.addDays(-2); }
};

/// The partner that lost a scope yesterday at noon: what it calls with it has been refused since.
inline constexpr int narrowedPartner = 3;
/// The partner that got a scope more in the last month of March.
inline constexpr int widenedPartner = 22;

/// The role of an operator by the account's name.
[[nodiscard]] Role roleOf(const QString &account);

/// Thrown by the steps when the caller wants to stop.
struct Cancelled
{
};
/// Called often with how far a step is; throws Cancelled.
using Progress = std::function<void(qint64 done, qint64 total)>;

[[nodiscard]] Sample makeSample(const QDateTime &anchor, int pepperVersion);
/// Credentials of one partner, in all the states that its stage can have.
[[nodiscard]] QList<CredentialRow> makeCredentials(const Sample &sample, const SamplePartner &owner,
                                                   int index, SampleRandom &random);

/// From where one may call, so that its own sources may (sample_usage.cpp); of some a waiver.
[[nodiscard]] NetworkRules makeNetworks(const SamplePartner &owner, int index, const QDateTime &anchor);

/// Of its API: one that ends soon, and is still called (sample_usage.cpp).
[[nodiscard]] QList<ApiVersion> makeVersions(const Sample &sample);

/// Grants each partner its scopes, and changes some of them since.
void makeScopeChanges(Sample &sample);
/// The scopes of a partner (index into Sample::partners) at that time.
[[nodiscard]] QStringList scopesAt(const Sample &sample, int partner, const QDateTime &at);

void storeParties(Tx &tx, const Sample &sample);
/// 90 days by the hour and day, the last three hours call by call, of the narrowed partner since yesterday;
/// sets the near-quota override to fit. `events` is as for storeAudit(): a call says how many there were.
void storeUsage(Tx &tx, Sample &sample, qint64 events, const Progress &progress);
void storeAudit(Tx &tx, const Sample &sample, qint64 events, const Progress &progress);

} // namespace pc::platform::seed
