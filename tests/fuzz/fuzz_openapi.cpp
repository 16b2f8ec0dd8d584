// SPDX-License-Identifier: GPL-3.0-or-later
// A description, or why not and where: whatever the bytes are.
#include "platform/core/catalogue/route_catalogue.h"
#include "platform/openapi/granted_description.h"
#include "platform/openapi/read_description.h"
#include "platform/openapi/read_document.h"
#include "platform/openapi/routes_of.h"

#include <cstdint>
#include <cstdlib>

using namespace pc;
using namespace pc::platform;

namespace {

/// What a partner gets of all of it is JSON.
void checkGranted(QByteArrayView bytes, const QList<Route> &routes)
{
    openapi::Granted granted;
    granted.routes = routes;
    granted.serverUrl = QStringLiteral("https://api.example.com");
    const auto text = openapi::grantedDescription(bytes, granted);
    openapi::DocumentBounds bounds;
    bounds.bytes *= 4;
    bounds.depth *= 20; // what is written out stands in what names it
    bounds.nodes *= 10;
    if (text && !openapi::readDocument(text->toUtf8(), bounds))
        std::abort();
}

/// What is described has one route, or is left out.
void checkRoutes(const openapi::Description &description)
{
    const openapi::DescribedRoutes described =
        openapi::routesOf(description, Api{}, ScopeRule{}, {}, QDateTime::fromSecsSinceEpoch(0, Qt::UTC),
                          [] { return QStringLiteral("rte"); });
    if (described.routes.size() + described.leftOut.size() <
        description.operations.size() + description.leftOut.size())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto description = openapi::readDescription(bytes);
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
    checkGranted(bytes, routes);
    checkRoutes(*description);
    return 0;
}
