// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shell/page.h"

class QPushButton;

namespace pc::models {
class ObservationListModel;
}

namespace pc::views {

struct ViewContext;
class PageHead;
class ObservingActs;
class PcTableView;
class StateStack;

/// What the pages about observations are given by the composition root; all outlive them.
struct ObservingDeps
{
    models::ObservationListModel &observations;
    ObservingActs &acts;
};

/// What is only observed, and what was.
class ObservingPage final : public Page
{
    Q_OBJECT
public:
    ObservingPage(const ViewContext &context, const ObservingDeps &deps, QWidget *parent = nullptr);
    ~ObservingPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    [[nodiscard]] QStringList contextCommands() const override;
    [[nodiscard]] PcTableView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildUi();
    void wire();
    void showState();
    void showButtons();
    void offer();
    void openChosen();

    const ViewContext &m_context;
    ObservingDeps m_deps;
    PageHead *m_head = nullptr;
    QPushButton *m_begin = nullptr;
    QPushButton *m_report = nullptr;
    QPushButton *m_extend = nullptr;
    QPushButton *m_enforce = nullptr;
    QPushButton *m_again = nullptr;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    QString m_wanted; ///< to be chosen when it is there
};

} // namespace pc::views
