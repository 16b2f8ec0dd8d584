// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;

namespace pc::views {

class FormField;
class LineInput;

/// How the routes of a proposal get their scopes. Tells every rule that could be sent; what is typed, after a
/// pause. What cannot be sent stays as it is typed, and is said at its field.
class RuleForm final : public QWidget
{
    Q_OBJECT
public:
    explicit RuleForm(QWidget *parent = nullptr);

    /// Shows a rule that came from the platform; not over what is being typed, or cannot be sent as it is.
    void showRule(const ScopeRule &rule);
    /// Why the platform cannot take the prefix; empty: it can.
    void showFault(const QString &text);
    /// What is typed could be sent.
    [[nodiscard]] bool isSendable() const;
    [[nodiscard]] ScopeRule rule() const;
    [[nodiscard]] FormField *prefixField() const { return m_prefixField; }

Q_SIGNALS:
    void ruleChanged(const pc::ScopeRule &rule);
    /// Something else stands here than before; whether it can be sent or not.
    void edited();

private:
    void tell();

    QComboBox *m_source;
    LineInput *m_prefix;
    FormField *m_prefixField;
    QCheckBox *m_named;
    QCheckBox *m_readAndWrite;
    QTimer m_typing;
};

} // namespace pc::views
