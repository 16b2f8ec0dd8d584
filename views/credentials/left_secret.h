// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/api/operations.h"
#include "models/credentials/issuing_flow.h"
#include "views/widgets/toast.h"

#include <QObject>
#include <QPointer>

namespace pc::views {

struct ViewContext;

/// A request for a secret that goes on without its dialog. Toasts say what became of it and stay until they
/// are put away or are not so any more; a secret is shown when the person asks for it, never by itself.
/// Nothing puts one away without a question; one that was not acknowledged becomes void by itself. Takes the
/// flow over.
class LeftSecret final : public QObject
{
    Q_OBJECT
public:
    /// `op`: CredentialIssue or CredentialRotate. `title`: the act and what it is on ("Rotate “ci” of
    /// Dunmere"); `failure`: the sentence for a refusal. The secret opens over `window`.
    LeftSecret(const ViewContext &context, models::IssuingFlow *flow, Op op, QString title, QString failure,
               QWidget *window);
    ~LeftSecret() override;

    /// Says what the flow's state means now; nothing while it works.
    void tell();

private:
    void say(ToastSpec spec);
    void showSecret();
    void putAway();

    const ViewContext &m_context;
    QPointer<models::IssuingFlow> m_flow;
    Op m_op;
    bool m_asked = false; ///< somebody waits for the secret
    QString m_title;
    QString m_failure;
    QPointer<QWidget> m_window;
    QPointer<Toast> m_said; ///< true only until the next state
};

} // namespace pc::views
