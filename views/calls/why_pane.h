// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/explanation.h"
#include "views/shell/location.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;

namespace pc::models {
class CallExplanationModel;
}

namespace pc::views {

struct ViewContext;
class CheckList;
class IconLabel;
class KeyValueList;
class Label;
class RemedyList;
class StateStack;
class WholeLabel;

/// Why one call ended as it did: the verdict, the checks in their order, what becomes of it today, and what
/// would let it pass. At its foot the whole as text for a ticket.
class WhyPane final : public QWidget
{
    Q_OBJECT
public:
    WhyPane(const ViewContext &context, models::CallExplanationModel &explanation, QWidget *parent = nullptr);
    ~WhyPane() override;

    /// In which times are shown; the ticket has UTC.
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    void closeRequested();
    /// The calls that ended alike.
    void filterRequested(const pc::CallFilter &filter);

private:
    void buildUi();
    [[nodiscard]] QWidget *makeDetails();
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeToday();
    [[nodiscard]] QWidget *makeFoot();
    void wire();
    void show();
    void showHead(const CallExplanation &explanation);
    void showFacts(const CallExplanation &explanation);
    void showToday(const CallExplanation &explanation);
    void go(const Location &place);

    const ViewContext &m_context;
    models::CallExplanationModel &m_explanation;
    QTimeZone m_zone = QTimeZone::utc();
    StateStack *m_states = nullptr;
    IconLabel *m_icon = nullptr;
    WholeLabel *m_title = nullptr;
    WholeLabel *m_line = nullptr;
    WholeLabel *m_end = nullptr;
    Label *m_decided = nullptr;
    CheckList *m_checks = nullptr;
    WholeLabel *m_today = nullptr;
    Label *m_asked = nullptr;
    WholeLabel *m_alike = nullptr;
    QPushButton *m_showAlike = nullptr;
    QPushButton *m_askAgain = nullptr;
    Label *m_remediesTitle = nullptr;
    RemedyList *m_remedies = nullptr;
    KeyValueList *m_facts = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_partner = nullptr;
};

} // namespace pc::views
