// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_flow.h"

#include <QAbstractButton>
#include <QWidget>

namespace pc::views {

class Label;

/// One step in the rail: state by glyph, title, and a reason or summary below.
class StepButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StepButton(models::OnboardStep step, QWidget *parent = nullptr);
    void setState(models::StepState state, bool unvisited, const QString &note);
    [[nodiscard]] models::StepState state() const { return m_state; }
    [[nodiscard]] QString note() const { return m_note; }
    [[nodiscard]] QSize sizeHint() const override;
    /// The title stands there whole, in every language.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::OnboardStep m_step;
    models::StepState m_state = models::StepState::Open;
    QString m_note;
};

/// The steps of onboarding, to be visited in any order; says when the draft was saved.
class StepRail final : public QWidget
{
    Q_OBJECT
public:
    explicit StepRail(QWidget *parent = nullptr);
    void showFlow(const models::OnboardFlow &flow, const QString &planName);
    void setSaved(const QString &text, bool failed);
    [[nodiscard]] StepButton *button(models::OnboardStep step) const;

Q_SIGNALS:
    void stepRequested(pc::models::OnboardStep step);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_saved;
    QList<StepButton *> m_buttons;
};

} // namespace pc::views
