// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/resource_needs.h"

#include "platform/admin/calls/catalogue_rules_made.h"
#include "platform/core/catalogue/route_catalogue.h"

namespace pc::platform {

namespace {

QString textOf(const QString &parameter, const QString &value)
{
    return parameter + u'=' + value;
}

} // namespace

QList<std::pair<QString, QString>> parametersOf(const Policy &policy, const CallRecord &call)
{
    const Api *api = apiOfRoute(policy, call.routeId);
    if (api == nullptr)
        return {};
    const auto match = policy.catalogue().match(api->host, call.method, call.path);
    if (!match || match->route->id != call.routeId)
        return {};
    return {match->parameters.begin(), match->parameters.end()};
}

QStringList lackedResources(const Policy &policy, const CallRecord &call, const QList<ResourceRule> &rules)
{
    QStringList lacked;
    const auto parameters = parametersOf(policy, call);
    for (const ResourceRule &rule : rules) {
        for (const auto &[name, value] : parameters) {
            if (name == rule.parameter && !rule.values.contains(value))
                lacked.append(textOf(name, value));
        }
    }
    return lacked;
}

QStringList resourceTexts(const QList<ResourceRule> &rules)
{
    QStringList texts;
    for (const ResourceRule &rule : rules) {
        for (const QString &value : rule.values)
            texts.append(textOf(rule.parameter, value));
    }
    return texts;
}

} // namespace pc::platform
