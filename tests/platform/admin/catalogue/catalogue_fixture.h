// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/core/catalogue/route_catalogue.h"
#include "tests/platform/admin/admin_fixture.h"

namespace pc::platform::test {

/// APIs and their descriptions through the Admin API.
class CatalogueFixture
{
public:
    AdminFixture admin;

    [[nodiscard]] static QJsonObject draft(const QString &name, const QString &host, const QString &basePath)
    {
        return {{QStringLiteral("name"), name},
                {QStringLiteral("host"), host},
                {QStringLiteral("base_path"), basePath},
                {QStringLiteral("audience"), QString(u"https://" + host + u'/' + name)},
                {QStringLiteral("reason"), QStringLiteral("a reason")}};
    }
    /// The path of a new API.
    [[nodiscard]] QByteArray makeApi(const QString &name = QStringLiteral("shop"),
                                     const QString &host = QStringLiteral("shop.example"),
                                     const QString &basePath = QStringLiteral("/v1"))
    {
        const Reply made = admin.post("/apis", draft(name, host, basePath));
        return "/apis/" + made.json.value(QStringLiteral("id")).toString().toLatin1();
    }
    [[nodiscard]] Reply propose(const QByteArray &api, const QByteArray &description,
                                const QByteArray &query = {})
    {
        return admin.postFile(api + "/revisions" + query, description);
    }
    [[nodiscard]] Reply apply(const QByteArray &api, const QString &revision)
    {
        return applyReviewed(api, revision, versionOf(api, revision));
    }
    [[nodiscard]] Reply applyReviewed(const QByteArray &api, const QString &revision, qint64 version)
    {
        return admin.post(pathOf(api, revision) + "/apply?revision_version=" + QByteArray::number(version),
                          {{QStringLiteral("reason"), QStringLiteral("a reason")}}, {}, admin.get(api).etag);
    }
    [[nodiscard]] static QByteArray pathOf(const QByteArray &api, const QString &revision)
    {
        return api + "/revisions/" + revision.toLatin1();
    }
    /// As its review says it.
    [[nodiscard]] qint64 versionOf(const QByteArray &api, const QString &revision)
    {
        return admin.get(pathOf(api, revision))
            .json.value(QStringLiteral("revision"))[u"version"]
            .toInteger();
    }
    /// Proposed and applied; the revision's id.
    QString import(const QByteArray &api, const QByteArray &description, const QByteArray &query = {})
    {
        const QString id = propose(api, description, query).json.value(QStringLiteral("id")).toString();
        return apply(api, id).status == 200 ? id : QString();
    }
    [[nodiscard]] std::optional<Route> routeOf(const char16_t *host, const char16_t *method,
                                               const char16_t *path) const
    {
        const PolicyRef policy = admin.policy->current();
        const auto match = policy->catalogue().match(host, method, path);
        return match ? std::optional(*match->route) : std::nullopt;
    }
};

/// Operations as "get /goods shop.goods:read" each, as YAML; without a scope the description names none.
[[nodiscard]] inline QByteArray described(const QByteArrayList &operations, const QByteArray &version = "1.0")
{
    QMap<QByteArray, QByteArray> paths;
    for (const QByteArray &each : operations) {
        const QByteArrayList parts = each.split(' ');
        QByteArray &path = paths[parts.at(1)];
        path += "    " + parts.at(0) + ":\n      tags: [Goods]\n";
        if (parts.size() > 2)
            path += "      security: [{oauth: [" + parts.mid(2).join(", ") + "]}]\n";
    }
    QByteArray text = "openapi: 3.1.0\ninfo: {title: Shop, version: '" + version + "'}\npaths:\n";
    for (auto each = paths.cbegin(); each != paths.cend(); ++each)
        text += "  " + each.key() + ":\n" + each.value();
    return text;
}

} // namespace pc::platform::test
