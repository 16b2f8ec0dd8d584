// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/calls/call_cause.h"

#include "platform/domain/said.h"
#include "platform/store/audit/event_walk.h"

#include <algorithm>

namespace pc::platform {

using namespace Qt::StringLiterals;
using audit_log::EventWalk;
using audit_log::walkEvents;

namespace {

/// By as much the log may move the time of an event behind that of the one before.
constexpr qint64 jitterMs = 5000;
/// As long what was taken before its event may wait for a store that does not answer.
constexpr int longestWaitDays = 7;

/// What acts on other things than calls: sessions, jobs, operators, what is read.
bool mayRefuse(AuditAction action)
{
    switch (auditAction(action).subject) {
    case AuditSubject::Partner:
    case AuditSubject::Credential:
    case AuditSubject::Grant:
    case AuditSubject::Gateway:
    case AuditSubject::Api:
    case AuditSubject::Networks:
    case AuditSubject::Plan:
        return true;
    default:
        return false;
    }
}

class Search
{
public:
    Search(Tx &tx, const RuleSources &sources, const CallRecord &call, const CauseSearch &search)
        : m_tx(tx), m_sources(sources), m_call(call), m_search(search)
    {
    }

    [[nodiscard]] std::optional<CallCause> back(bool withBeginnings) const
    {
        std::optional<CallCause> newest;
        for (const EventWalk &walk : walks(true)) {
            std::optional<CallCause> found = backOf(walk, withBeginnings);
            if (found && (!newest || found->event.index > newest->event.index))
                newest = std::move(found);
        }
        return newest;
    }

    [[nodiscard]] std::optional<CallCause> forward() const
    {
        std::optional<CallCause> first;
        for (const EventWalk &walk : walks(false)) {
            std::optional<CallCause> found = forwardOf(walk);
            if (found && (!first || found->event.index < first->event.index))
                first = std::move(found);
        }
        return first;
    }

private:
    [[nodiscard]] QList<EventWalk> walks(bool isBack) const
    {
        EventWalk walk;
        walk.newestFirst = isBack;
        if (isBack && !m_search.isByTime)
            walk.before = m_call.auditSize;
        else if (!isBack)
            walk.from = m_call.auditSize;
        QList<EventWalk> all;
        for (const QString &target : m_search.targets) {
            walk.targetId = target;
            if (!target.isEmpty())
                all.append(walk);
        }
        walk.targetId.clear();
        for (const QString &action : m_search.actions) {
            walk.action = action;
            all.append(walk);
        }
        return all;
    }

    [[nodiscard]] bool isAsked(const MadeRule &rule) const
    {
        return m_search.parts.isEmpty() || m_search.parts.contains(rule.part) || rule.part == u"taken_back";
    }

    [[nodiscard]] std::optional<CallCause> backOf(const EventWalk &walk, bool withBeginnings) const
    {
        std::optional<CallCause> found;
        QList<AuditEvent> newer;
        walkEvents(m_tx, walk, mayRefuse, [&](AuditAction, const AuditEvent &event) {
            QList<MadeRule> rules = rulesMadeBy(event, m_sources);
            if (withBeginnings)
                rules += beginningsOf(event, m_sources, m_call);
            for (const MadeRule &rule : std::as_const(rules)) {
                const bool isOver = std::any_of(newer.begin(), newer.end(), [&rule](const AuditEvent &later) {
                    return rule.isEndedBy(auditActionOf(later.action), later);
                });
                if (isAsked(rule) && rule.covers(m_call) && !isOver) {
                    found = CallCause{event, rule, false};
                    return false;
                }
            }
            newer.append(event);
            return true;
        });
        return found;
    }

    /// What is in force is told afterwards, and its event has the time at which it was asked for, or says it.
    [[nodiscard]] std::optional<CallCause> forwardOf(const EventWalk &walk) const
    {
        std::optional<CallCause> found;
        walkEvents(m_tx, walk, mayRefuse, [&](AuditAction, const AuditEvent &event) {
            const auto began = [&event](const MadeRule &rule) {
                const QDateTime said = timeSaid(event, u"in_force_since").value_or(event.at);
                return rule.filter.from ? std::min(said, *rule.filter.from) : said;
            };
            const QList<MadeRule> rules = rulesMadeBy(event, m_sources);
            for (const MadeRule &rule : rules) {
                if (isAsked(rule) && rule.covers(m_call) && began(rule) <= m_call.at.addMSecs(jitterMs)) {
                    found = CallCause{event, rule, true};
                    return false;
                }
            }
            return event.at < m_call.at.addDays(longestWaitDays);
        });
        return found;
    }

    Tx &m_tx;
    const RuleSources &m_sources;
    const CallRecord &m_call;
    const CauseSearch &m_search;
};

} // namespace

std::optional<CallCause> findCause(Tx &tx, const RuleSources &sources, const CallRecord &call,
                                   const CauseSearch &search)
{
    if (call.auditSize == 0)
        return std::nullopt;
    const Search asked(tx, sources, call, search);
    std::optional<CallCause> found = asked.back(search.beginnings == Beginnings::Newest);
    if (!found && !search.isByTime)
        found = asked.forward();
    if (!found && search.beginnings == Beginnings::MadeFirst)
        found = asked.back(true);
    return found;
}

std::optional<QDateTime> endOf(Tx &tx, const AuditEvent &event, const MadeRule &rule)
{
    std::optional<QDateTime> end = rule.filter.to;
    const QStringList targets = QStringList{event.targetId} + rule.otherTargets;
    for (const QString &target : targets) {
        EventWalk walk;
        walk.targetId = target;
        walk.from = event.index + 1;
        walk.newestFirst = false;
        walkEvents(tx, walk, mayRefuse, [&](AuditAction action, const AuditEvent &later) {
            if (!rule.isEndedBy(action, later))
                return true;
            end = end ? std::min(*end, later.at) : later.at;
            return false;
        });
    }
    return end;
}

} // namespace pc::platform
