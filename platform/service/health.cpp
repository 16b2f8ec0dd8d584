// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/service/health.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pc::platform {

using namespace Qt::StringLiterals;

void Readiness::add(std::string name, Needs needs, std::function<bool()> isReady)
{
    m_checks.push_back({std::move(name), needs, std::move(isReady)});
}

std::vector<std::string> Readiness::failing(Needs needs) const
{
    std::vector<std::string> names;
    for (const Check &check : m_checks) {
        if (check.needs == needs && !check.isReady())
            names.push_back(check.name);
    }
    return names;
}

std::vector<std::string> Readiness::missing() const
{
    std::vector<std::string> names = failing(Needs::Decisions);
    if (m_stopping)
        names.emplace(names.begin(), "stopping");
    return names;
}

std::vector<std::string> Readiness::degraded() const
{
    return failing(Needs::Changes);
}

namespace {

QJsonArray toArray(const std::vector<std::string> &names)
{
    QJsonArray array;
    for (const std::string &name : names)
        array.append(QString::fromStdString(name));
    return array;
}

HttpResponse readyAnswer(const Readiness &readiness)
{
    const std::vector<std::string> missing = readiness.missing();
    const std::vector<std::string> degraded = readiness.degraded();
    QJsonObject body{{u"status"_s, missing.empty() ? u"ready"_s : u"not_ready"_s}};
    if (!missing.empty())
        body.insert(u"missing"_s, toArray(missing));
    if (!degraded.empty())
        body.insert(u"degraded"_s, toArray(degraded));
    return jsonResponse(QJsonDocument(body).toJson(QJsonDocument::Compact), missing.empty() ? 200 : 503);
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
