// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/left_act.h"

#include "models/base/flow.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <utility>

namespace pc::views {

using models::FlowState;

bool mayOpenOver(const QWidget *window, const QWidget *page)
{
    if (QApplication::activeModalWidget())
        return false;
    const auto isElsewhere = [page](const QWidget *field) {
        return field->isVisible() && !(page && page->isAncestorOf(field));
    };
    // Proposals for what is typed belong to their field, and outlive its page.
    if (const QWidget *popup = QApplication::activePopupWidget()) {
        const QWidget *field = popup->focusProxy();
        if (!field || isElsewhere(field))
            return false;
    }
    const QWidget *focus = window->focusWidget();
    const bool typing = qobject_cast<const QLineEdit *>(focus) || qobject_cast<const QPlainTextEdit *>(focus);
    return !typing || !isElsewhere(focus);
}

bool isAttended(const QWidget *page)
{
    return page->isVisible() && mayOpenOver(page->window(), page);
}

LeftAct::LeftAct(models::Flow *flow, ToastHost &toasts, QString title, QString failure, const char *body)
    : QObject(flow), m_flow(flow), m_toasts(toasts), m_title(std::move(title)), m_failure(std::move(failure)),
      m_body(body)
{
}

LeftAct::~LeftAct() = default;

void LeftAct::setWayBack(const QString &text, std::function<void()> go)
{
    m_wayBackText = text;
    m_wayBack = std::move(go);
}

void LeftAct::tell()
{
    if (m_flow->state() == FlowState::Done) {
        ToastSpec spec{.text = tr("%1: done", "title of an act").arg(m_title)};
        if (m_doneWords)
            m_doneWords(spec);
        tellDone(spec);
        return;
    }
    const bool unknown = m_flow->state() == FlowState::OutcomeUnknown;
    if (!m_flow->error() || (!unknown && m_flow->state() != FlowState::Failed))
        return;
    ToastSpec spec{.text = tr("%1: %2", "title of an act, what became of it")
                               .arg(m_title, withLines(errorLine(*m_flow->error(), m_failure),
                                                       memberErrorsText(*m_flow->error(), m_body))),
                   .severity = unknown ? Severity::Warn : Severity::Bad,
                   .milliseconds = untilDismissed};
    if (m_wayBack) {
        spec.actionText = m_wayBackText;
        spec.action = m_wayBack;
    } else if (unknown) {
        spec.actionText = tr("Ask again");
        spec.action = [flow = QPointer<models::Flow>(m_flow)] {
            if (flow)
                flow->retry();
        };
        spec.actsInPlace = true;
    }
    say(std::move(spec));
}

QPointer<Toast> LeftAct::tellDone(const ToastSpec &done)
{
    say(done);
    return std::exchange(m_said, nullptr); // stays true
}

void LeftAct::hush()
{
    if (m_said)
        m_said->dismiss();
}

void LeftAct::say(ToastSpec spec)
{
    hush();
    m_said = m_toasts.show(spec);
}

} // namespace pc::views
