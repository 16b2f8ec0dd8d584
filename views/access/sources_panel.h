// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/access/source_table.h"
#include "views/widgets/card.h"

class QPushButton;

namespace pc::models {
class SourcesModel;
}

namespace pc::views {

class MessageBanner;
class PcTableView;
class StateStack;

/// From where the partner called in the last 30 days, and what the staged lists make of it; a click takes a
/// source into the list.
class SourcesPanel final : public Card
{
    Q_OBJECT
public:
    /// Both outlive the panel.
    SourcesPanel(models::SourcesModel &sources, models::NetworksEditor &editor, QWidget *parent = nullptr);

    void setList(const models::NetworkListName &name);
    void setReadOnlyReason(const QString &why);
    /// Calls of the partner pass although they would be refused.
    void setObserved(bool observed);
    [[nodiscard]] const models::SourceTable &table() const { return m_table; }

Q_SIGNALS:
    /// Into the list that is shown.
    void addRequested(const QString &network, const QString &note);
    void copyRequested(const QString &tsv, const QString &html);

private:
    void showSources();
    void showButtons();
    void take(int which);
    [[nodiscard]] int currentRow() const;

    models::SourcesModel &m_sources;
    models::SourceTable m_table;
    QString m_locked;
    bool m_observed = false;
    MessageBanner *m_refused;
    PcTableView *m_view;
    StateStack *m_states;
    QPushButton *m_address;
    QPushButton *m_around;
};

} // namespace pc::views
