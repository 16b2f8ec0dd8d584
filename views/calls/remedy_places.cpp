// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/remedy_places.h"

#include "views/seams/catalogue_places.h"
#include "views/seams/partner_places.h"

namespace pc::views {

using namespace Qt::StringLiterals;

std::optional<Location> remedyPlace(const Remedy &remedy, const CallRecord &call)
{
    const auto tab = [&call](const QString &id) -> std::optional<Location> {
        if (call.partnerId.isEmpty())
            return {};
        return places::partnerPage(call.partnerId, id);
    };
    switch (remedy.kind) {
    case RemedyKind::GrantScope:
    case RemedyKind::GrantResource:
    case RemedyKind::RaiseLimit:
        return tab(u"access"_s);
    case RemedyKind::AllowNetwork:
        return tab(u"networks"_s);
    case RemedyKind::CredentialScope:
    case RemedyKind::Resume:
    case RemedyKind::Rotate:
    case RemedyKind::Issue:
    case RemedyKind::Acknowledge:
        return tab(u"credentials"_s);
    case RemedyKind::Unfreeze:
    case RemedyKind::Promote:
        return tab(u"overview"_s);
    case RemedyKind::AddRoute:
    case RemedyKind::UseOtherRoute:
    case RemedyKind::WidenBody:
        return places::cataloguePage();
    default:
        return {};
    }
}

} // namespace pc::views
