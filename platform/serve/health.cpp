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

namespace {

HttpResponse readyAnswer(const Readiness &readiness)
{
    const std::vector<std::string> missing = readiness.missing();
    if (missing.empty())
        return jsonResponse(R"({"status":"ready"})");
    QJsonArray names;
    for (const std::string &name : missing)
        names.append(QString::fromStdString(name));
    const QJsonObject body{{u"status"_s, u"not_ready"_s}, {u"missing"_s, names}};
    return jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact), 503);
}

} // namespace

void mountHealth(Router &router, std::shared_ptr<const Readiness> readiness)
{
    RouteOptions quiet;
    quiet.quiet = true;
    quiet.ownTarget = true; // some probes add a query of their own
    const Handler live = [](const HttpRequest &, const Responder &respond) {
        respond(jsonResponse(R"({"status":"live"})"));
    };
    const Handler ready = [readiness = std::move(readiness)](const HttpRequest &, const Responder &respond) {
        respond(readyAnswer(*readiness));
    };
    for (const char *path : {"/livez", "/health/live"})
        router.add(HttpMethod::Get, path, live, quiet);
    for (const char *path : {"/readyz", "/healthz", "/health/ready"})
        router.add(HttpMethod::Get, path, ready, quiet);
}

} // namespace pc::platform
