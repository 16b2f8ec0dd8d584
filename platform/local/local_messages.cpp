// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_messages.h"

#include "platform/local/message_codec.h"

namespace pc::platform {

using codec::Ref;
using namespace Qt::StringLiterals;

template <typename A>
static void describe(A &a, Ref<A, OperatorAddition> &v)
{
    a("account"_L1, v.account);
    a.defaulted("display_name"_L1, v.displayName);
    a("roles"_L1, v.roles);
}

template <typename A>
static void describe(A &a, Ref<A, NamedOperator> &v)
{
    a("account"_L1, v.account);
}

template <typename A>
static void describe(A &a, Ref<A, ListedOperator> &v)
{
    a("account"_L1, v.account);
    a("display_name"_L1, v.displayName);
    a("roles"_L1, v.roles);
    a("disabled"_L1, v.disabled);
}

template <typename A>
static void describe(A &a, Ref<A, OperatorList> &v)
{
    a("items"_L1, v.items);
}

template <typename A>
static void describe(A &a, Ref<A, SignedIn> &v)
{
    a("token"_L1, v.token);
    a("expires_at"_L1, v.expiresAt);
}

template <typename A>
static void describe(A &a, Ref<A, AttachedConsole> &v)
{
    a("token"_L1, v.token);
    a("expires_at"_L1, v.expiresAt);
    a("url"_L1, v.url);
    a("ca_file"_L1, v.caFile);
}

template <typename A>
static void describe(A &a, Ref<A, KeptForLater> &v)
{
    a("durable"_L1, v.durable);
    a("detail"_L1, v.detail);
}

template <typename A>
static void describe(A &a, Ref<A, HistoryState> &v)
{
    a("accepted"_L1, v.accepted);
    a.unlessEmpty("why"_L1, v.why);
    a("events"_L1, v.events);
    a("anchored_events"_L1, v.anchoredEvents);
}

template <typename A>
static void describe(A &a, Ref<A, HistoryAcceptance> &v)
{
    a("reason"_L1, v.reason);
}

PC_LOCAL_MESSAGE_FROM_DESCRIPTION(OperatorAddition)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(NamedOperator)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(OperatorList)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(SignedIn)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(AttachedConsole)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(KeptForLater)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(HistoryState)
PC_LOCAL_MESSAGE_FROM_DESCRIPTION(HistoryAcceptance)

} // namespace pc::platform
