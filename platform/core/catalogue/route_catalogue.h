// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "platform/core/catalogue/path_template.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace pc::platform {

/// The scope and the route that only the service's own probe tokens have: they prove a revocation through the
/// real decision, and move no counter and no usage. Every catalogue has the route; no partner can be granted
/// the scope.
inline constexpr char16_t probeScope[] = u"probe";
inline constexpr char16_t probeRouteId[] = u"rte_probe";
inline constexpr char16_t probePath[] = u"/api/v1/probe";

/// The partner API's routes, compiled for matching. Immutable; a lookup walks one tree level per path
/// segment, so it does not slow down with the number of routes. A literal segment wins over one with a
/// parameter in a part ("{id}.json"; of several the one with more literal characters), and that over a
/// parameter, level by level, with a step back when the branch leads nowhere.
class RouteCatalogue
{
public:
    /// Nullptr when a template is not usable (not canonical, a repeated parameter, or the same method and
    /// shape twice); `why` then has one plain sentence. The probe route is added by itself.
    [[nodiscard]] static std::shared_ptr<const RouteCatalogue> compile(const QList<Route> &routes,
                                                                       QString *why);
    /// Only the probe route.
    [[nodiscard]] static std::shared_ptr<const RouteCatalogue> empty();

    struct Match
    {
        const Route *route = nullptr; ///< lives as long as the catalogue
        std::vector<std::pair<QString, QString>> parameters;
    };
    /// `path` is canonical and decoded (platform/uri/canonical_path.h). HEAD matches GET routes. Nullopt:
    /// unknown, which is denied.
    [[nodiscard]] std::optional<Match> match(QStringView method, QStringView path) const;

    /// As given to compile(), without the probe route.
    [[nodiscard]] const QList<Route> &routes() const { return m_routes; }

private:
    struct Pattern
    {
        SegmentTemplate segment;
        int node = -1;
    };
    struct Node
    {
        QHash<QString, int> literals;  // segment → node
        std::vector<Pattern> patterns; // those with a parameter in a part, the closest first
        int parameter = -1;            // node for any other segment
        QHash<QString, int> byMethod;  // method → index into m_compiled
    };
    struct Compiled
    {
        Route route;
        QStringList parameterNames; // in path order
    };

    bool insert(const Route &route, QString *why);
    int branch(int from, const SegmentTemplate &segment);
    [[nodiscard]] int find(int node, const QList<QStringView> &segments, qsizetype at, const QString &method,
                           std::vector<QString> &values) const;

    QList<Route> m_routes;
    std::vector<Compiled> m_compiled;
    std::vector<Node> m_nodes;
};

} // namespace pc::platform
