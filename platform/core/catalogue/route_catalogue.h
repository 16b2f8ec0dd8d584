// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/access.h"
#include "contract/types/catalogue.h"
#include "contract/types/version.h"
#include "platform/core/catalogue/path_template.h"
#include "platform/core/catalogue/version_notice.h"

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

/// The routes of all APIs, compiled for matching. Immutable; a lookup walks one tree level per path segment
/// of the routes of one host, so it does not slow down with the number of routes or APIs. Of a host that some
/// API has only its APIs are looked at, of every other those that have none. A literal segment wins over one
/// with a parameter in a part ("{id}.json"; of several the one with more literal characters), and that over a
/// parameter, level by level, with a step back when the branch leads nowhere.
class RouteCatalogue
{
public:
    /// Nullptr when a template is not usable (not canonical, a repeated parameter, not below the base path of
    /// its API, the probe's, or the same method and shape twice on one host), or when base paths of one host
    /// meet; `why` then has one plain sentence. The probe route is added by itself, on every host.
    /// `versions`: those of all APIs; no two of one lie below each other.
    [[nodiscard]] static std::shared_ptr<const RouteCatalogue>
    compile(const QList<Api> &apis, const QList<Route> &routes, QString *why,
            const QList<ApiVersion> &versions = {});
    /// Whether these calls are the probe's: no route takes them.
    [[nodiscard]] static bool isReserved(QStringView method, QStringView path);
    /// Only the probe route.
    [[nodiscard]] static std::shared_ptr<const RouteCatalogue> empty();

    struct Match
    {
        /// Lives as long as the catalogue. Its dates are those that count, by its version, too.
        const Route *route = nullptr;
        const Api *api = nullptr;                    ///< likewise; null of the probe's, which belongs to none
        std::shared_ptr<const VersionNotice> notice; ///< null: its version, if it has one, says nothing
        std::vector<std::pair<QString, QString>> parameters;
    };
    /// `host`: lower case, without a port; empty when whoever asks knows none. `path` is canonical and
    /// decoded (platform/uri/canonical_path.h). HEAD matches GET routes. Nullopt: unknown, which is denied.
    [[nodiscard]] std::optional<Match> match(QStringView host, QStringView method, QStringView path) const;

    /// The API that a path of this host belongs to, whether it has such a route or not. An empty path, one
    /// that has more than one reading, may lie anywhere on the host: it belongs to an API that has all of it,
    /// and to none that has a base path. Null: to none.
    [[nodiscard]] const Api *apiAt(const QString &host, const QString &path) const;
    [[nodiscard]] const QList<Api> &apis() const { return m_apis; }
    /// As given to compile(), without the probe route.
    [[nodiscard]] const QList<Route> &routes() const { return m_routes; }
    /// As given to compile(), without what is counted of them.
    [[nodiscard]] const QList<ApiVersion> &versions() const { return m_versions; }

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
        Route route;                // with the dates that count
        qsizetype api = -1;         // index into m_apis
        QStringList parameterNames; // in path order
        std::shared_ptr<const VersionNotice> notice = {};
    };

    bool place(const Api &api, QString *why);
    bool insert(const Route &route, qsizetype api, QString *why);
    int branch(int from, const SegmentTemplate &segment);
    [[nodiscard]] int find(int node, const QList<QStringView> &segments, qsizetype at, const QString &method,
                           std::vector<QString> &values) const;

    QList<Api> m_apis;
    QList<Route> m_routes;
    QList<ApiVersion> m_versions;
    QHash<QString, std::shared_ptr<const VersionNotice>> m_notices; // of versions that say something
    QHash<QString, int> m_hosts;      // host → node; that of APIs without a host is node 0
    std::vector<Compiled> m_compiled; // the probe first
    std::vector<Node> m_nodes;
};

} // namespace pc::platform
