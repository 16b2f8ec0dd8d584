// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/http/call.h"
#include "client/http/idempotency_key.h"
#include "contract/types/enums.h"
#include "models/base/flow_machine.h"

#include <QObject>

#include <optional>

namespace pc::models {

class ChangeFeed;

/// One act of a person: drives the client for a dialog and says how it went. An intent has one idempotency
/// key: kept for every repeat while the outcome is unknown, made anew once a refusal is certain.
class Flow : public QObject
{
    Q_OBJECT
public:
    explicit Flow(QObject *parent = nullptr);
    ~Flow() override;

    [[nodiscard]] FlowState state() const { return m_machine.state(); }
    [[nodiscard]] const std::optional<client::ApiError> &error() const { return m_machine.error(); }
    [[nodiscard]] bool isBusy() const { return models::isBusy(state()); }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] const QString &ticket() const { return m_ticket; }
    /// For the audit event. Ignored while Working or with an unknown outcome, as is every setter of a flow.
    void setReason(const QString &reason);
    void setTicket(const QString &ticket);
    /// Sends, unless refusal() says that the service would certainly refuse: then Failed at once. Ignored
    /// while Working, when Done, and with an unknown outcome (use retry()).
    void submit();
    /// Repeats exactly what was sent, with the same key. Only with an unknown outcome.
    void retry();

Q_SIGNALS:
    void stateChanged();
    /// Once, when state() became Done.
    void done();

protected:
    /// The feed says sooner than a lost answer what became of the act: as long as the flow works or its
    /// outcome is unknown, look() is called when the object changed, or anything may have. An empty \p id:
    /// any object of the kind.
    void follow(ChangeFeed &feed, ChangeKind kind, const QString &id);
    /// Fetches the object with m_look, and calls settle() when it is as the act wants it.
    virtual void look() {}
    /// Done, whatever the answer to the request would say: what was asked for is so.
    void settle();
    client::Call m_look;

    /// Sends the request with key(); called by submit() and retry().
    virtual void send() = 0;
    /// Why the request as it stands is not worth sending (request_check.h); asked by submit(). Nothing where
    /// the form asks before it submits (validateDraft()), and where the request has no field to judge.
    [[nodiscard]] virtual std::optional<client::ApiError> refusal() const { return {}; }
    [[nodiscard]] const client::IdempotencyKey &key() const { return m_key; }
    [[nodiscard]] bool mayEdit() const { return models::mayEdit(state()); }
    void useKey(const client::IdempotencyKey &key) { m_key = key; }
    void succeed();
    void fail(const client::ApiError &error);
    /// As FlowMachine::moveTo(), and tells it.
    bool moveTo(FlowState next, const std::optional<client::ApiError> &error = {});
    client::Call m_call;

private:
    /// Sent, and what became of it is not known.
    [[nodiscard]] bool isOpen() const { return isBusy() || state() == FlowState::OutcomeUnknown; }

    FlowMachine m_machine;
    /// While an unknown outcome is asked for again: what stays true when the answer tells nothing.
    std::optional<client::ApiError> m_unknown;
    client::IdempotencyKey m_key;
    QString m_reason;
    QString m_ticket;
};

} // namespace pc::models
