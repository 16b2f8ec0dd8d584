// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_names.h"

#include <utility>

namespace pc::models {

CallNames::CallNames(client::PartnersClient &partners, client::CredentialsClient &credentials,
                     client::AccessClient &access, ChangeFeed &feed, QObject *parent)
    : QObject(parent), m_partnersClient(partners), m_credentialsClient(credentials), m_access(access)
{
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (change.kind == ChangeKind::Partner)
            askAgain(CallField::Partner, change.id);
        else if (change.kind == ChangeKind::Credential)
            askAgain(CallField::Credential, change.id);
        else if (change.kind == ChangeKind::Catalogue)
            askAgain(CallField::Route, {});
    });
    connect(&feed, &ChangeFeed::reset, this, [this] {
        for (const CallField kind : {CallField::Partner, CallField::Credential, CallField::Route})
            askAgain(kind, {});
    });
}

CallNames::~CallNames() = default;

QString CallNames::partner(const QString &id)
{
    return named(CallField::Partner, id).name;
}

QString CallNames::credential(const QString &id)
{
    return named(CallField::Credential, id).name;
}

QString CallNames::lastFour(const QString &credentialId, int generation)
{
    return named(CallField::Credential, credentialId).lastFours.value(generation);
}

QString CallNames::pathTemplate(const QString &routeId)
{
    const Route *found = route(routeId);
    return found ? found->pathTemplate : QString();
}

QString CallNames::routeTitle(const QString &routeId)
{
    const Route *found = route(routeId);
    return found ? found->title : QString();
}

QHash<QString, CallNames::Named> &CallNames::namesOf(CallField kind)
{
    return kind == CallField::Partner ? m_partners : m_credentials;
}

const CallNames::Named &CallNames::named(CallField kind, const QString &id)
{
    static const Named nobody;
    if (id.isEmpty())
        return nobody;
    QHash<QString, Named> &names = namesOf(kind);
    if (names.size() > mostKept && !names.contains(id)) {
        names.clear(); // asked for again as they are seen
        std::erase_if(m_wanted, [kind](const Wanted &wanted) { return wanted.kind == kind; });
    }
    Named &found = names[id];
    if (!std::exchange(found.isAsked, true)) {
        m_wanted.push_back({kind, id});
        askNext();
    }
    return found;
}

void CallNames::askNext()
{
    while (!m_wanted.empty() && m_calls.size() < mostAtOnce) {
        const Wanted wanted = m_wanted.front();
        m_wanted.pop_front();
        if (!m_calls.contains(wanted))
            ask(wanted);
    }
}

void CallNames::ask(const Wanted &wanted)
{
    client::Call &call = m_calls[wanted];
    if (wanted.kind == CallField::Partner) {
        call = m_partnersClient.get(wanted.id, this, [this, wanted](client::Result<Versioned<Partner>> got) {
            take(wanted, got ? std::optional(Named{got->value.name, {}, true}) : std::nullopt);
        });
        return;
    }
    call =
        m_credentialsClient.get(wanted.id, this, [this, wanted](client::Result<Versioned<Credential>> got) {
            if (!got)
                return take(wanted, {});
            Named credential{got->value.name, {}, true};
            for (const Generation &generation : std::as_const(got->value.generations))
                credential.lastFours.insert(generation.number, generation.lastFour);
            take(wanted, credential);
        });
}

void CallNames::take(const Wanted &wanted, const std::optional<Named> &answer)
{
    m_calls.erase(wanted);
    if (answer) {
        namesOf(wanted.kind).insert(wanted.id, *answer);
        Q_EMIT changed(wanted.kind);
    }
    askNext();
}

const Route *CallNames::route(const QString &id)
{
    if (id.isEmpty())
        return nullptr;
    if (!std::exchange(m_areRoutesAsked, true))
        askRoutes();
    const auto found = m_routes.constFind(id);
    return found == m_routes.constEnd() ? nullptr : &*found;
}

void CallNames::askRoutes()
{
    m_routesCall = m_access.routes(this, [this](client::Result<Page<Route>> got) {
        if (!got)
            return;
        m_routes.clear();
        for (const Route &route : std::as_const(got->items))
            m_routes.insert(route.id, route);
        Q_EMIT changed(CallField::Route);
    });
}

/// What is known stays until it is known anew; no `id`: all of them.
void CallNames::askAgain(CallField kind, const QString &id)
{
    std::erase_if(m_calls, [kind, &id](const auto &call) {
        return call.first.kind == kind && (id.isEmpty() || call.first.id == id); // it would tell what was
    });
    if (kind == CallField::Route) {
        m_areRoutesAsked = false;
    } else if (id.isEmpty()) {
        for (Named &named : namesOf(kind))
            named.isAsked = false;
    } else if (const auto found = namesOf(kind).find(id); found != namesOf(kind).end()) {
        found->isAsked = false;
    } else {
        return; // nobody wanted it
    }
    Q_EMIT changed(kind); // who shows it asks for it
}

} // namespace pc::models
