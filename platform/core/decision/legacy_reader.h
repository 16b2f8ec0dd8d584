// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/decision/shown_credentials.h"
#include "platform/core/policy/policy_holder.h"
#include "platform/core/secrets/legacy_hmac_keys.h"
#include "platform/core/secrets/pepper_ring.h"

namespace pc::platform {

/// Reads keys of other systems: computes what they are looked up by. Thread-safe.
class LegacyReader
{
public:
    LegacyReader(const PolicyHolder &policy, const PepperRing &peppers, const LegacyHmacKeys &keys)
        : m_policy(policy), m_peppers(peppers), m_keys(keys)
    {
    }

    /// The policy of this moment: which headers carry such keys.
    [[nodiscard]] PolicyRef policy() const { return m_policy.current(); }
    /// Legacy; Malformed when no key comes in this header (KeyHeader::key()), or none has this length. The
    /// work depends on the header and on nothing that the text says.
    [[nodiscard]] Presented read(const Policy &policy, const QByteArray &header, QByteArrayView text) const;
    /// By what it is found in this header (KeyHeader::key()). The length does not matter.
    void trace(const Policy &policy, const QByteArray &header, QByteArrayView text, LegacyTrace &trace) const;
    /// By what it is found in any header.
    [[nodiscard]] LegacyTrace trace(const Policy &policy, QByteArrayView text) const;

private:
    const PolicyHolder &m_policy;
    const PepperRing &m_peppers;
    const LegacyHmacKeys &m_keys;
};

} // namespace pc::platform
