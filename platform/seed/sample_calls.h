// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/calls.h"
#include "platform/seed/sample_log.h"

namespace pc::platform::seed {

/// One credential generation that calls, and its share.
struct Caller
{
    QString credentialId;
    int generation;
    double share;
    QString source;
    QDateTime since;
    Realm realm;
};

/// Makes single calls of the sample: each says what it stood on, so that it can be explained.
class SampleCalls
{
public:
    /// `events` is as for storeAudit().
    SampleCalls(const Sample &sample, qint64 events, SampleRandom &random)
        : m_sample(sample), m_log(sample, events), m_random(random)
    {
    }

    /// A call within the hour that begins there (seconds since the epoch). It ends as `outcome` says, unless
    /// the partner does not hold the scope of the route. `used` of its daily quota is used up.
    [[nodiscard]] CallRecord make(const SamplePartner &entry, int index, const Caller &caller,
                                  const Route &route, qint64 hour, Outcome outcome, qint64 used);

    /// What its gateway wrote of how such a call ended.
    [[nodiscard]] CallEnd endOf(const CallRecord &call);
    /// What a gateway wrote of a request that it answered by itself, some time after yesterday noon.
    [[nodiscard]] GatewayLine lostRequest(const QString &source);

private:
    void addPath(CallRecord &call, const Route &route);
    void addEnd(CallRecord &call, bool isGranted) const;
    void addLimits(CallRecord &call, const SamplePartner &entry, qint64 used) const;

    const Sample &m_sample;
    const SampleLog m_log;
    SampleRandom &m_random;
};

} // namespace pc::platform::seed
