// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/networks_editor.h"

#include "models/access/networks_model.h"

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

NetworksEditor::NetworksEditor(NetworksModel &networks, TimerClock &clock, QObject *parent)
    : QObject(parent), m_networks(networks), m_clock(clock)
{
    connect(&networks, &NetworksModel::changed, this, &NetworksEditor::onRules);
    onRules();
}

NetworksEditor::~NetworksEditor() = default;

void NetworksEditor::onRules()
{
    const auto &rules = m_networks.rules();
    if (!rules || rules->value.partnerId != m_networks.partnerId()) {
        if (m_base && m_base->value.partnerId == m_networks.partnerId())
            return; // a refresh failed: the edits stay
        m_base.reset();
        m_newer.reset();
        m_edit = {};
        forgetSteps();
        Q_EMIT changed();
        return;
    }
    const bool another = !m_base || m_base->value.partnerId != rules->value.partnerId;
    const bool isWhatWasStaged = !another && changesBetween(rules::editOf(rules->value), m_edit).isEmpty();
    if (another || !isDirty() || isWhatWasStaged) {
        const bool saved = isWhatWasStaged && isDirty();
        m_base = rules;
        m_newer.reset();
        m_edit = rules::editOf(rules->value);
        if (another || saved)
            forgetSteps();
    } else if (rules->value.version > m_base->value.version) {
        m_newer = rules;
    }
    Q_EMIT changed();
}

NetworkRules NetworksEditor::rules() const
{
    return m_base ? rules::edited(m_base->value, m_edit) : NetworkRules();
}

QList<FieldChange> NetworksEditor::theirChanges() const
{
    return m_base && m_newer ? changesBetween(rules::editOf(m_base->value), rules::editOf(m_newer->value))
                             : QList<FieldChange>();
}

QList<rules::NetworkRemark> NetworksEditor::remarks(const NetworkListName &name) const
{
    return rules::remarksOn(list(name), name.realm, m_clock.now());
}

void NetworksEditor::stage(NetworkRulesEdit next, const QString &what)
{
    if (!m_base || next == m_edit)
        return;
    if (what.isEmpty() || what != m_lastStep)
        m_steps.append({rules::editOf(m_base->value), m_edit});
    m_lastStep = what;
    m_edit = std::move(next);
    Q_EMIT changed();
}

void NetworksEditor::stage(const NetworkListName &name, const QList<NetworkEntry> &list)
{
    NetworkRulesEdit next = m_edit;
    putList(next, name, list);
    stage(std::move(next));
}

int NetworksEditor::add(const NetworkListName &name, const QList<NetworkEntry> &entries)
{
    QList<NetworkEntry> after = list(name);
    int came = 0;
    for (const NetworkEntry &entry : entries) {
        const bool isThere = std::any_of(after.begin(), after.end(), [&entry](const NetworkEntry &each) {
            return each.network == entry.network;
        });
        if (isThere)
            continue;
        after.append(entry);
        ++came;
    }
    stage(name, after);
    return came;
}

void NetworksEditor::setEntry(const NetworkListName &name, qsizetype line, const NetworkEntry &entry)
{
    QList<NetworkEntry> after = list(name);
    if (line < 0 || line >= after.size())
        return;
    after[line] = rules::settledNetworks(QList{entry}).constFirst();
    stage(name, after);
}

void NetworksEditor::remove(const NetworkListName &name, const QList<int> &lines)
{
    QList<NetworkEntry> kept;
    const QList<NetworkEntry> before = list(name);
    for (qsizetype i = 0; i < before.size(); ++i)
        if (!lines.contains(static_cast<int>(i)))
            kept.append(before.at(i));
    stage(name, kept);
}

void NetworksEditor::setWaiver(const std::optional<NetworkWaiver> &waiver)
{
    NetworkRulesEdit next = m_edit;
    next.waiver = waiver;
    stage(std::move(next), waiver && m_edit.waiver ? u"waiver"_s : QString());
}

void NetworksEditor::discard()
{
    if (!m_base)
        return;
    if (isDirty())
        m_steps.append({rules::editOf(m_base->value), m_edit});
    m_lastStep.clear();
    if (m_newer)
        m_base = std::exchange(m_newer, std::nullopt);
    m_edit = rules::editOf(m_base->value);
    Q_EMIT changed();
}

bool NetworksEditor::undo()
{
    if (!m_base || m_steps.isEmpty())
        return false;
    const Step step = m_steps.takeLast();
    m_lastStep.clear();
    m_edit = mergedNetworks(step.base, step.edit, rules::editOf(m_base->value));
    Q_EMIT changed();
    return true;
}

void NetworksEditor::forgetSteps()
{
    m_steps.clear();
    m_lastStep.clear();
}

void NetworksEditor::rebase()
{
    if (!m_base || !m_newer)
        return;
    m_edit = mergedNetworks(rules::editOf(m_base->value), m_edit, rules::editOf(m_newer->value));
    m_base = std::exchange(m_newer, std::nullopt);
    Q_EMIT changed();
}

QList<FieldChange> NetworksEditor::diff() const
{
    return m_base ? changesBetween(rules::editOf(m_base->value), m_edit) : QList<FieldChange>();
}

QList<NetworkListName> NetworksEditor::faultyLists() const
{
    QList<NetworkListName> names{{Realm::Production, {}}, {Realm::Sandbox, {}}};
    for (const CredentialNetworks &each : m_edit.credentials)
        names.append({Realm::Production, each.credentialId});
    QList<NetworkListName> faulty;
    for (const NetworkListName &name : std::as_const(names)) {
        const QList<rules::NetworkRemark> all = remarks(name);
        if (std::any_of(all.begin(), all.end(),
                        [](const rules::NetworkRemark &each) { return rules::isRefused(each.finding); }))
            faulty.append(name);
    }
    return faulty;
}

std::optional<rules::FieldFault> NetworksEditor::waiverFault() const
{
    if (!m_edit.waiver || !m_base)
        return {};
    const NetworkWaiver &waiver = *m_edit.waiver;
    if (!waiver.until.isValid())
        return rules::FieldFault::Unread;
    if (const auto fault = rules::waiverFault(waiver, m_base->value.waiver, m_clock.now()))
        return fault;
    return waiver.reason.isEmpty() ? std::optional(rules::FieldFault::Required) : std::nullopt;
}

bool NetworksEditor::changesReach() const
{
    return m_base && rules::changesReach(m_base->value, m_edit, m_clock.now());
}

} // namespace pc::models
