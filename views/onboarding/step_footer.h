// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace pc::models {
class OnboardFlow;
}

namespace pc::views {

/// The buttons below the steps of onboarding: save and close, discard, back, on.
class StepFooter final : public QWidget
{
    Q_OBJECT
public:
    explicit StepFooter(QWidget *parent = nullptr);

    /// What can be pressed now, and what the last step's button is called.
    void showFlow(const models::OnboardFlow &flow);
    void focusNext();

Q_SIGNALS:
    void closeRequested();
    void discardConfirmed(); ///< pressed, and the question answered with yes
    void backRequested();
    void nextRequested();

private:
    void askDiscard();

    QString m_partner; ///< name in the draft
    QPushButton *m_close;
    QPushButton *m_discard;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace pc::views
