// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/observing/observed_tables.h"

#include <QWidget>

class QPushButton;

namespace pc::views {

struct ViewContext;
class Label;
class PcTableView;
class StateStack;

/// Callers without a known credential, told apart by what they show.
class CallersPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit CallersPanel(const ViewContext &context, QWidget *parent = nullptr);
    ~CallersPanel() override;

    /// `more`: how many others there are. `nothing`: why, when there are none.
    void setStrangers(const QList<ObservedStranger> &strangers, int more, const QString &nothing);
    [[nodiscard]] const models::StrangerTable &model() const { return m_strangers; }
    [[nodiscard]] PcTableView *table() const { return m_table; }
    void focusContent();

    /// What imports the keys of another system, for an administrator's terminal.
    [[nodiscard]] static QString importCommand();

private:
    void buildUi();
    void wire();
    [[nodiscard]] QWidget *buildFoot();
    [[nodiscard]] const ObservedStranger *chosen() const;
    void showChosen();

    const ViewContext &m_context;
    models::StrangerTable m_strangers;
    StateStack *m_states = nullptr;
    PcTableView *m_table = nullptr;
    Label *m_more = nullptr;
    QWidget *m_note = nullptr;
    QWidget *m_foot = nullptr;
    Label *m_hint = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace pc::views
