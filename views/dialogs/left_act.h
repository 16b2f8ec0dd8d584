// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/toast.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace pc::models {
class Flow;
}

namespace pc::views {

/// True when something may open over \p window by itself: there is no other dialog or menu, and the keyboard
/// is in no field of it, but for those of \p page.
[[nodiscard]] bool mayOpenOver(const QWidget *window, const QWidget *page = nullptr);
/// True when whoever looks at \p page is at it: it is on show, no dialog, menu or palette lies over it, and
/// nothing is typed anywhere else in its window. Only then may an answer that comes change page, focus or
/// open a dialog.
[[nodiscard]] bool isAttended(const QWidget *page);

/// Tells wherever the person is what became of an act that goes on without its dialog or page: that its
/// outcome is not known, and again when it is known. What it says stays until it is put away, or is not so
/// any more; nothing is opened and no focus moves. Lives at most as long as its flow.
class LeftAct final : public QObject
{
    Q_OBJECT
public:
    /// `title`: the act ("Freeze Dunmere Energy"); `failure`: the sentence for a refusal; `body`: the schema
    /// of what was sent (Operation::body), nullptr when it has no fields.
    LeftAct(models::Flow *flow, ToastHost &toasts, QString title, QString failure,
            const char *body = nullptr);
    ~LeftAct() override;

    /// Where the person goes on when it is not done; without one an unknown outcome can be asked for again.
    void setWayBack(const QString &text, std::function<void()> go);
    /// Adds to what is said when it is done.
    void setDoneWords(std::function<void(ToastSpec &)> add) { m_doneWords = std::move(add); }
    /// Says what the flow's state means now; nothing while it works.
    void tell();
    /// Says that it is done in words of its own; that stays when this goes.
    QPointer<Toast> tellDone(const ToastSpec &done);
    /// Takes back what was said: the person is at the act again.
    void hush();

private:
    void say(ToastSpec spec);

    models::Flow *m_flow;
    ToastHost &m_toasts;
    QString m_title;
    QString m_failure;
    const char *m_body;
    QString m_wayBackText;
    std::function<void()> m_wayBack;
    std::function<void(ToastSpec &)> m_doneWords;
    QPointer<Toast> m_said; ///< true only until the next state
};

} // namespace pc::views
