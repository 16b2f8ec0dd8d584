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

struct Sample
{
    QDateTime anchor;
    DefaultCatalogue catalogue;
    QList<ApiVersion> versions;
    QList<SamplePartner> partners;
    QStringList operators;
    int pepperVersion = 1;

    /// When the first partner came.
    [[nodiscard]] QDateTime begin() const;
    /// When those were suspended that are.
    [[nodiscard]] QDateTime suspendedSince() const { return anchor.addDays(-2); }
};

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

void storeParties(Tx &tx, const Sample &sample);
/// 90 days by the hour and day, the last three hours call by call; sets the near-quota override to fit.
void storeUsage(Tx &tx, Sample &sample, const Progress &progress);
void storeAudit(Tx &tx, const Sample &sample, qint64 events, const Progress &progress);

} // namespace pc::platform::seed
