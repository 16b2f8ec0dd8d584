// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "contract/rules/required_reason.h"
#include "views/seams/context.h"
#include "views/widgets/dialog_frame.h"

#include <any>
#include <optional>

class QPushButton;
class QVBoxLayout;

namespace pc::models {
class IssuingFlow;
}

namespace pc::views {

class FormField;
class MessageBanner;
class Patience;
class ReasonFields;

/// A dialog around one IssuingFlow, which brings a secret unless the kind has none: a form, one submit
/// button, and the flow's states in words. While the flow works the form is off; it may be left at any time,
/// and toasts say what becomes of it then (LeftSecret). An unknown outcome offers to ask again with the same
/// keys. Once the platform has confirmed the secret, SecretDialog takes the flow over and this closes.
/// Whether the act may be sent now is the guard's to say (blockText()), for as long as it is open.
class SecretFlowDialog : public DialogFrame
{
    Q_OBJECT
public:
    /// Takes `flow` over, which sends `op`: CredentialIssue, or CredentialRotate for a new secret of a known
    /// credential. `failure` is the whole sentence for a refusal ("The credential was not issued.").
    SecretFlowDialog(const ViewContext &context, models::IssuingFlow *flow, Op op, const QString &title,
                     Icon which, const QString &failure, QWidget *parent);
    ~SecretFlowDialog() override;

    void done(int result) override;
    void reject() override;

Q_SIGNALS:
    /// It is made; a secret of it is confirmed and about to be shown.
    void issued(const QString &credentialId);

protected:
    /// Adds the form to the body, and gives the column for its fields.
    [[nodiscard]] QVBoxLayout *addForm();
    /// Adds the fields for reason and ticket to the form. `objectId`: what the act is on; what was typed
    /// about it in a dialog that was left stands there again.
    void addReasonFields(QVBoxLayout *form, const QString &objectId, const QStringList &suggestions);
    /// Whether the reason has to be given: by the rule of the operation, for what is chosen.
    void requireReason(const rules::ReasonFacts &facts);
    /// What is kept when the dialog is left; by default reason and ticket.
    [[nodiscard]] virtual std::any typed() const;
    /// What was kept, when it is of this type.
    template <typename T>
    [[nodiscard]] std::optional<T> typedBefore() const
    {
        return m_context.kept->of<T>(m_keptAs);
    }
    [[nodiscard]] ReasonFields *reasonFields() const { return m_reason; }
    /// Where the platform's error about a member of the request (a JSON pointer) is shown; nullptr when the
    /// dialog has no such field. By default reason and ticket.
    [[nodiscard]] virtual FormField *fieldFor(const QString &pointer) const;
    /// Adds the message line, Cancel, and the one that acts; call at the end of the body.
    void addButtons(const QString &text, Icon which);
    [[nodiscard]] QPushButton *submitButton() const { return m_submit; }
    /// After anything that submitting depends on has changed.
    void updateSubmit();
    /// The act and what it is on, for whoever is at something else by then.
    [[nodiscard]] virtual QString actTitle() const { return windowTitle(); }
    /// The submit button's text and kind, as they are while the form can be filled in.
    virtual void showSubmit() = 0;
    /// What the form still lacks before it may be submitted, as a sentence; empty: nothing.
    [[nodiscard]] virtual QString whyNotYet() const { return {}; }
    /// Checks, hands the request over and submits the flow.
    virtual void submit() = 0;
    [[nodiscard]] const ViewContext &context() const { return m_context; }

private:
    void showState();
    /// Closes: the secret is shown; of a kind without one it is said that the act is done.
    void end();
    void showWait(int seconds);
    /// Whether the act may be sent now, on the button; each answer of the platform may change it.
    void showGuard();
    [[nodiscard]] bool mayEdit() const;

    const ViewContext &m_context;
    models::IssuingFlow *m_flow;
    Op m_op;
    QString m_failure;
    QWidget *m_form = nullptr;
    ReasonFields *m_reason = nullptr;
    MessageBanner *m_message = nullptr;
    QString m_keptAs;   ///< this act on this object
    FocusPlace m_place; ///< before it was busy
    QPushButton *m_submit = nullptr;
    QPushButton *m_cancel = nullptr;
    Patience *m_patience;
};

} // namespace pc::views
