// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/lacks.h"

#include "contract/pack/sample_programs.h"
#include "contract/rules/credential_kinds.h"

#include <algorithm>

namespace pc::pack {

QList<LackOf> lacksOf(const PartnerPack &pack)
{
    QList<LackOf> lacks;
    if (!pack.open)
        lacks.append({Lack::Closed});
    if (sampleApi(pack) == nullptr)
        lacks.append({Lack::NothingGranted});
    const bool isKnown =
        std::any_of(pack.credentials.begin(), pack.credentials.end(), [](const PackCredential &each) {
            return rules::traitsOf(each.kind).authentication != rules::Authentication::None;
        });
    if (!isKnown)
        lacks.append({Lack::NoCredential});
    else if (sampleClient(pack) == nullptr)
        lacks.append({Lack::NoClient});
    if (!pack.anywhere && pack.networks.isEmpty())
        lacks.append({Lack::NoNetwork});
    for (const PackApi &api : pack.apis) {
        if (!api.routes.isEmpty() && api.openapi.isEmpty())
            lacks.append({Lack::NoDescription, api.name});
    }
    for (const PackApi &api : pack.apis) {
        if (!api.routes.isEmpty() && api.ownAddress)
            lacks.append({Lack::OwnAddress, api.name});
    }
    return lacks;
}

} // namespace pc::pack
