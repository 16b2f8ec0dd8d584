// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/onboard_flow.h"
#include "views/context.h"
#include "views/partners/partner_parts.h"
#include "views/shell/page.h"

#include <array>
#include <memory>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace pc::views {

class Label;
class MessageBanner;
class Patience;
class ReviewPanel;
class StepForm;
class StepRail;

/// New partner: seven steps in any order over one draft that saves itself. Leaving is free; coming back
/// resumes.
class OnboardingPage final : public Page
{
    Q_OBJECT
public:
    OnboardingPage(const ViewContext &context, const PartnerParts &parts, QWidget *parent = nullptr);
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
    void paintEvent(QPaintEvent *event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget *buildFooter();
    void wire();
    void begin();
    /// A new draft belongs to the person of the session; true when that is new.
    bool takeOwner();
    void collect();
    void next();
    void submit();
    void showStep();
    void showFlow();
    void showSaved();
    void showNotSaved();
    void finish();
    void askDiscard();

    const ViewContext &m_context;
    PartnerParts m_parts;
    std::unique_ptr<models::OnboardFlow> m_flow;
    std::array<StepForm *, models::onboardStepCount> m_forms{};
    bool m_filling = false;

    StepRail *m_rail = nullptr;
    Label *m_heading = nullptr;
    Label *m_intro = nullptr;
    MessageBanner *m_message = nullptr;
    Patience *m_patience = nullptr;
    QScrollArea *m_scroll = nullptr;
    QStackedWidget *m_stack = nullptr;
    ReviewPanel *m_review = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace pc::views
