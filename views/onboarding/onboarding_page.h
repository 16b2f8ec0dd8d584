// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboarding/onboard_flow.h"
#include "views/partner/partner_deps.h"
#include "views/seams/context.h"
#include "views/shell/page.h"

#include <QPointer>

#include <array>
#include <memory>

class QLabel;
class QScrollArea;

namespace pc::views {

class CurrentStack;
class Label;
class LeftAct;
class WaitingToast;
class OnboardingMessage;
class ReviewPanel;
class StepFooter;
class StepForm;
class StepRail;

/// New partner: seven steps in any order over one draft that saves itself. Leaving is free, also while it is
/// sent: what became of it is told then, and nothing opens by itself. Coming back resumes.
class OnboardingPage final : public Page
{
    Q_OBJECT
public:
    OnboardingPage(const ViewContext &context, const PartnerDeps &deps, QWidget *parent = nullptr);
    ~OnboardingPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> breadcrumb() const override;
    [[nodiscard]] StatusText statusText() const override;
    /// The first argument names a step by its number, 1 to 7.
    void open(const Location &location) override;
    void focusContent() override;
    /// A draft that cannot be saved; saves what can be.
    [[nodiscard]] QString unsavedWork() const override;

    [[nodiscard]] models::OnboardFlow &flow() { return *m_flow; }
    [[nodiscard]] StepForm *form() const { return m_forms[static_cast<std::size_t>(m_flow->step())]; }
    void goTo(models::OnboardStep step);

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildUi();
    void wire();
    void begin();
    /// A new draft belongs to the person of the session; true when that is new.
    bool takeOwner();
    void collect();
    void next();
    void submit();
    [[nodiscard]] QString partnerTitle() const;
    void showStep();
    void showFlow();
    void showSaved();
    void showNotSaved();
    void onState();
    void showWrong(bool attended);
    void finish();

    const ViewContext &m_context;
    PartnerDeps m_deps;
    std::unique_ptr<models::OnboardFlow> m_flow;
    QPointer<LeftAct> m_left;       ///< of what was sent; dies with the flow
    QPointer<WaitingToast> m_waits; ///< the same, while the page is not on show
    std::array<StepForm *, models::onboardStepCount> m_forms{};
    bool m_filling = false;

    StepRail *m_rail = nullptr;
    Label *m_heading = nullptr;
    Label *m_intro = nullptr;
    OnboardingMessage *m_message = nullptr;
    QScrollArea *m_scroll = nullptr;
    CurrentStack *m_stack = nullptr;
    ReviewPanel *m_review = nullptr;
    StepFooter *m_footer = nullptr;
};

} // namespace pc::views
