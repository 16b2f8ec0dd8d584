// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/gateway/check_sighting.h"
#include "platform/local/local_messages.h"

/// What goes over the Unix socket about checks of gateways; as local_messages.h.
namespace pc::platform {

/// Asked by BeginGatewayCheck.
struct GatewayCheckStart
{
    QString gateway;
    QString credentialId; ///< the one to stand for; empty: any that may call
    bool operator==(const GatewayCheckStart &) const = default;
};

struct LentToken
{
    QString name; ///< check_tokens
    QString text;
    bool operator==(const LentToken &) const = default;
};

/// Given by BeginGatewayCheck. The reader moves the tokens into Secrets and drops this value.
struct GatewayCheckBegun
{
    QString id;
    QString marker;
    QString credentialId;
    QList<LentToken> tokens;
    QString url; ///< of the service itself
    QString caFile;
    bool operator==(const GatewayCheckBegun &) const = default;
};

/// Asked by ShowGatewayCheck.
struct NamedGatewayCheck
{
    QString id;
    bool operator==(const NamedGatewayCheck &) const = default;
};

/// Given by ShowGatewayCheck.
struct GatewayCheckSeen
{
    QList<CheckSighting> items;
    bool operator==(const GatewayCheckSeen &) const = default;
};

/// Asked by DenyCheckToken.
struct CheckTokenDenial
{
    QString id;
    QString token; ///< its name
    bool operator==(const CheckTokenDenial &) const = default;
};

PC_LOCAL_MESSAGE(GatewayCheckStart)
PC_LOCAL_MESSAGE(GatewayCheckBegun)
PC_LOCAL_MESSAGE(NamedGatewayCheck)
PC_LOCAL_MESSAGE(GatewayCheckSeen)
PC_LOCAL_MESSAGE(CheckTokenDenial)

} // namespace pc::platform
