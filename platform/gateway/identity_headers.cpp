// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/gateway/identity_headers.h"

#include <algorithm>

namespace pc::platform {

const QByteArrayList &identityHeaderNames()
{
    static const QByteArrayList names{"X-Partner-Id",  "X-Credential-Id",  "X-Credential-Generation",
                                      "X-Realm",       "X-Scopes",         "X-Route-Id",
                                      "X-Decision-Id", "X-Policy-Snapshot"};
    return names;
}

void addIdentityHeaders(HttpHeaders &headers, const Authorized &answer, const QByteArray &requestId)
{
    const Decision &decision = answer.decision;
    headers.set("X-Partner-Id", decision.partnerId.toLatin1());
    // Of a call that is observed nobody may be proven: what it claims is no identity.
    const bool proven = !decision.partnerId.isEmpty();
    headers.set("X-Credential-Id", proven ? "crd_" + decision.id16 : QByteArray());
    headers.set("X-Credential-Generation", proven ? QByteArray::number(decision.generation) : QByteArray());
    headers.set("X-Realm", proven ? toText(decision.realm).toLatin1() : QByteArray());
    headers.set("X-Scopes", decision.scopes.join(u' ').toLatin1());
    headers.set("X-Route-Id", decision.routeId.toLatin1());
    headers.set("X-Decision-Id", answer.decisionId.toLatin1());
    headers.set("X-Policy-Snapshot", QByteArray::number(decision.snapshot));
    headers.set("X-Request-Id", requestId);
}

const QByteArrayList &protectedHeaderNames()
{
    static const QByteArrayList names =
        identityHeaderNames() +
        QByteArrayList{
            "X-Authz-Status",         "X-Authz-Code",      "X-Authz-Scope",     "X-Authz-Retry-After",
            "X-Authz-Decision-Id",    "X-Authz-Observed",  "X-Authz-Keeps",     "X-Authz-Link",
            "X-Authz-Detail",         "Client-Cert",       "Client-Cert-Chain", "X-HTTP-Method",
            "X-HTTP-Method-Override", "X-Method-Override", "X-Original-URL",    "X-Rewrite-URL"};
    return names;
}

bool hasNoProtectedHeaders(const HttpHeaders &headers)
{
    const QByteArrayList &names = protectedHeaderNames();
    return std::none_of(names.begin(), names.end(),
                        [&](const QByteArray &name) { return headers.countWithAliases(name) > 0; });
}

} // namespace pc::platform
