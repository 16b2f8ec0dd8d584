// SPDX-License-Identifier: GPL-3.0-or-later
// A description, or why not and where: whatever the bytes are.
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/openapi/read_description.h"

#include <cstdint>
#include <cstdlib>

using namespace pc;
using namespace pc::platform;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto description = openapi::readDescription(
        QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!description) {
        if (description.error().reason.isEmpty() || description.error().line < 0)
            std::abort();
        return 0;
    }
    QList<Route> routes;
    for (const openapi::Operation &each : description->operations) {
        Route route;
        route.id = QStringLiteral("rte_%1").arg(routes.size());
        route.method = each.method;
        route.pathTemplate = each.path;
        route.scope = QStringLiteral("s");
        routes.append(route);
    }
    // What is not left out has a place.
    QString why;
    if (!RouteCatalogue::compile({Api{}}, routes, &why) && !why.contains(QString::fromUtf16(probePath)))
        std::abort();
    return 0;
}
