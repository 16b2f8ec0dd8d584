// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace pc::views {

/// The checks of a decision in their order, each with its facts in one line; the one that refused opens with
/// the rule as it stood, what made it so, and who.
class CheckList final : public QWidget
{
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);

    /// Nothing is made anew, and no focus is lost, while it says the same.
    void setExplanation(const CallExplanation &explanation, const QTimeZone &zone);

Q_SIGNALS:
    /// The event of the audit log that made the rule.
    void eventRequested(const QString &eventId);

private:
    void addRow(const ExplainedCheck &check, const QTimeZone &zone);
    void addFailed(const ExplainedCheck &check, const CallExplanation &explanation, const QTimeZone &zone);
    void addRule(QVBoxLayout &column, const RuleThen &rule, const QTimeZone &zone);
    void addCause(QVBoxLayout &column, const AuditEvent &event, const QTimeZone &zone);

    QVBoxLayout *m_column;
    std::optional<CallExplanation> m_shown;
    QTimeZone m_zone;
};

} // namespace pc::views
