// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules/required_reason.h"
#include "views/widgets/dialog_frame.h"

#include <any>
#include <functional>

class QPushButton;

namespace pc::models {
class Flow;
}

namespace pc::views {

struct ViewContext;
class FormField;
class MessageBanner;
class Patience;
class ReasonFields;
struct ToastSpec;

/// A dialog around one Flow: reason and ticket, one submit button, and the flow's states in words. While the
/// flow works the fields are off; the dialog may be left at any time, and what became of the act is told by a
/// toast then. An unknown outcome offers Retry with the same key; a refusal stays on screen and can be
/// corrected. Whether the act may be sent now is the guard's to say (blockText()), for as long as it is open.
class FlowDialog : public DialogFrame
{
    Q_OBJECT
public:
    /// Takes `flow` over, which sends `op`. `failure` is the whole sentence for a refusal ("The credential
    /// was not revoked.").
    FlowDialog(const ViewContext &context, models::Flow *flow, Op op, const QString &title, Icon which,
               int width, const QString &failure, QWidget *parent);
    ~FlowDialog() override;

    void done(int result) override;
    /// While the flow works: it goes on, and its outcome is told.
    void reject() override;

protected:
    /// Fields for reason (suggestions may be picked or anything typed) and ticket; adds them to the body.
    /// Whether the reason must be given is the rule of the operation. `objectId`: what the act is on; what
    /// was typed about it in a dialog that was left stands there again. The title must be set before.
    void addReasonFields(const QString &objectId, const QStringList &suggestions,
                         const rules::ReasonFacts &facts = {});
    /// What is typed is kept under this act (its title) on this object when the dialog is left.
    void keepAs(const QString &objectId);
    [[nodiscard]] const QString &keptAs() const { return m_keptAs; }
    /// What is kept of it; by default reason and ticket.
    [[nodiscard]] virtual std::any typed() const;
    /// The safe button; Esc does the same.
    void addCancel(const QString &text);
    /// The one that acts. Pressing it validates, hands reason and ticket over and submits.
    void addSubmit(const QString &text, ButtonKind kind, Icon which, const QString &working);
    [[nodiscard]] QPushButton *submitButton() const { return m_submit; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }
    [[nodiscard]] const ViewContext &context() const { return m_context; }
    /// Says something else than the flow's error; holds until the flow's next state.
    void say(Severity severity, const QString &text);
    /// Takes back what the dialog says: it is not so any more.
    void unsay();
    /// What was typed, as the form has it, would be lost with the dialog: that is said once before it goes.
    [[nodiscard]] virtual bool isTyped() const { return false; }
    /// More was typed since that was said.
    void typedAnew() { m_warned = false; }
    /// The platform, or what leaves for it, goes on: nobody waits in silence, who is told of it elsewhere.
    void heard();
    /// False while a wait of so long is nothing to be said.
    [[nodiscard]] virtual bool isSilence(int seconds) const { return seconds > 0; }
    /// Adds to the message that tells that an act was done which was left: what can be done next, say. Called
    /// when the flow is done, and the dialog is gone by then; empty: nothing is added.
    [[nodiscard]] virtual std::function<void(ToastSpec &)> whenToldDone() const { return {}; }
    /// More checks before submitting, and setting the flow's own values.
    virtual bool prepare() { return true; }
    /// The flow is done; by default the dialog is accepted.
    virtual void onDone() { accept(); }
    /// The act, for whoever is told at something else what became of it.
    [[nodiscard]] virtual QString actTitle() const { return windowTitle(); }
    /// False keeps the submit button off (typed confirmation).
    virtual bool maySubmit() const { return true; }
    /// Why it is off, where that is not seen in the dialog; empty where it is, or when it is not off.
    [[nodiscard]] virtual QString notYetText() const { return {}; }
    void updateSubmit();
    /// Where the platform's error about a member of the request (a JSON pointer) is shown; nullptr when the
    /// dialog has no such field. By default reason and ticket.
    [[nodiscard]] virtual FormField *fieldFor(const QString &pointer) const;
    /// What people call a member without a field, for the message line; by default as everywhere.
    [[nodiscard]] virtual QString nameFor(const QString &pointer) const;

private:
    void addMessage();
    void submit();
    void showState();
    void showWait(int seconds);
    void followMending();
    void hideWhenMended();
    void followEdits();
    void leaveBehind();

    const ViewContext &m_context;
    models::Flow *m_flow;
    Op m_op;
    QString m_failure;
    QString m_submitText;
    QString m_cancelText;
    QString m_workingText;
    QPushButton *m_submit = nullptr;
    QPushButton *m_cancel = nullptr;
    MessageBanner *m_message = nullptr;
    Patience *m_patience;
    bool m_saysWait = false;
    bool m_saysFields = false; ///< the message is about fields alone, each of which says what is wrong
    bool m_warned = false;     ///< that something is lost
    QString m_keptAs;          ///< empty: nothing is kept
    FocusPlace m_place;        ///< before the flow began to work
    ReasonFields *m_reason = nullptr;
};

} // namespace pc::views
