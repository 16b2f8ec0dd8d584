// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/revision_list_model.h"

#include <QWidget>

class QPushButton;

namespace pc::views {

struct ViewContext;
class PcTableView;
class StateStack;

/// The revisions of one API: proposals that wait for their review, what is in force, and what can be put
/// back.
class RevisionsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RevisionsPanel(const ViewContext &context, QWidget *parent = nullptr);
    ~RevisionsPanel() override;

    void setApi(const QString &apiId);
    /// The one that is chosen; none without rows.
    [[nodiscard]] std::optional<CatalogueRevision> chosen() const;
    [[nodiscard]] std::optional<qint64> count() const { return m_list.count(); }
    [[nodiscard]] PcTableView *table() const { return m_table; }
    void refresh();
    void focusContent();

Q_SIGNALS:
    void chosenChanged();

private:
    void buildUi();
    void wire();
    void showState();
    void showButtons();

    const ViewContext &m_context;
    models::RevisionListModel m_list;
    PcTableView *m_table = nullptr;
    StateStack *m_states = nullptr;
    QPushButton *m_review = nullptr;
    QPushButton *m_putBack = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace pc::views
