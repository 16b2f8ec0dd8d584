// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/serve/health.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform {

using namespace Qt::StringLiterals;

void Readiness::add(std::string name, std::function<bool()> isReady)
{
    m_checks.emplace_back(std::move(name), std::move(isReady));
}

std::vector<std::string> Readiness::missing() const
{
    std::vector<std::string> names;
    if (m_stopping)
        names.emplace_back("stopping");
    for (const auto &check : m_checks) {
        if (!check.second())
            names.push_back(check.first);
    }
    return names;
}

void mountHealth(Router &router, std::shared_ptr<const Readiness> readiness)
{
    RouteOptions quiet;
    quiet.quiet = true;
    router.add(
        HttpMethod::Get, "/health/live",
        [](const HttpRequest &, const Responder &respond) { respond(jsonResponse(R"({"status":"live"})")); },
        quiet);
    router.add(
        HttpMethod::Get, "/health/ready",
        [readiness = std::move(readiness)](const HttpRequest &, const Responder &respond) {
            const std::vector<std::string> missing = readiness->missing();
            QJsonArray names;
            for (const std::string &name : missing)
                names.append(QString::fromStdString(name));
            const QJsonObject body = missing.empty()
                                         ? QJsonObject{{u"status"_s, u"ready"_s}}
                                         : QJsonObject{{u"status"_s, u"not_ready"_s}, {u"missing"_s, names}};
            respond(jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact),
                                 missing.empty() ? 200 : 503));
        },
        quiet);
}

} // namespace pc::platform
