// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/flow.h"

#include "models/base/change_feed.h"

namespace pc::models {

Flow::Flow(QObject *parent) : QObject(parent) {}

Flow::~Flow() = default;

void Flow::setReason(const QString &reason)
{
    if (mayEdit())
        m_reason = reason;
}

void Flow::setTicket(const QString &ticket)
{
    if (mayEdit())
        m_ticket = ticket;
}

void Flow::submit()
{
    if (!mayEdit())
        return;
    m_key = client::IdempotencyKey::make();
    m_unknown.reset();
    moveTo(FlowState::Working);
    if (const auto refused = refusal())
        return fail(*refused);
    send();
}

void Flow::retry()
{
    if (state() != FlowState::OutcomeUnknown)
        return;
    m_unknown = error();
    moveTo(FlowState::Working);
    send();
}

void Flow::follow(ChangeFeed &feed, ChangeKind kind, const QString &id)
{
    const auto lookWhenOpen = [this] {
        if (isOpen())
            look();
    };
    connect(&feed, &ChangeFeed::changed, this, [kind, id, lookWhenOpen](const Change &change) {
        if (change.kind == kind && (id.isEmpty() || change.mayConcern(id)))
            lookWhenOpen();
    });
    connect(&feed, &ChangeFeed::reset, this, lookWhenOpen);
}

void Flow::settle()
{
    if (!isOpen())
        return;
    m_call.cancel();
    succeed();
}

void Flow::succeed()
{
    m_look.cancel();
    if (moveTo(FlowState::Done))
        Q_EMIT done();
}

void Flow::fail(const client::ApiError &error)
{
    if (m_unknown && !client::tellsOutcome(error.kind))
        moveTo(FlowState::OutcomeUnknown, m_unknown); // it may have been done at the first time
    else
        moveTo(error.kind == client::ErrorKind::OutcomeUnknown ? FlowState::OutcomeUnknown
                                                               : FlowState::Failed,
               error);
}

bool Flow::moveTo(FlowState next, const std::optional<client::ApiError> &error)
{
    if (!m_machine.moveTo(next, error))
        return false;
    Q_EMIT stateChanged();
    return true;
}

} // namespace pc::models
