// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/policy/policy.h"

#include <functional>

namespace pc::platform {

/// Power taken away from one partner or one credential before the store knows: what is left of its rule. One
/// of the two pairs is set. The functions are pure and only ever take away; they are called again whenever
/// the rule below changes. They say too which versions the act will leave, so that whoever edits the object
/// as it was before is known to be late.
struct Narrowing
{
    QString partnerId;
    std::function<void(PartnerRule &)> partner;

    QByteArray id16;
    std::function<void(CredentialRule &)> credential;

    [[nodiscard]] bool isEmpty() const { return !partner && !credential; }
};

} // namespace pc::platform
