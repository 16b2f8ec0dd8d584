// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/types/catalogue.h"
#include "models/catalogue/version_caller_table.h"
#include "models/catalogue/version_list_model.h"
#include "models/catalogue/version_use_model.h"
#include "views/catalogue/version_acts.h"

#include <QWidget>

class QPushButton;
class QSplitter;

namespace pc::views {

struct ViewContext;
class Label;
class PcTableView;
class StateStack;

/// The versions of one API, and who still calls the one that is chosen.
class VersionsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit VersionsPanel(const ViewContext &context, QWidget *parent = nullptr);
    ~VersionsPanel() override;

    void setApi(const Api &api);
    /// What commands are about, while it is on show.
    [[nodiscard]] VersionActs::Chosen chosen() const;
    [[nodiscard]] std::optional<qint64> count() const { return m_list.count(); }
    [[nodiscard]] PcTableView *table() const { return m_table; }
    [[nodiscard]] PcTableView *callers() const { return m_callerTable; }
    void refresh();
    /// As soon as it is there.
    void choose(const QString &versionId);
    void focusContent();

Q_SIGNALS:
    void chosenChanged();

private:
    void buildUi();
    [[nodiscard]] QWidget *makeCallers();
    void wire();
    void showState();
    void showUse();
    void showButtons();
    void followChoice();
    void exportCallers();
    [[nodiscard]] std::optional<ApiVersion> version() const;

    const ViewContext &m_context;
    std::optional<Api> m_api;
    QString m_wanted; ///< to be chosen once it is there
    models::VersionListModel m_list;
    models::VersionUseModel m_use;
    models::VersionCallerTable m_callers;
    PcTableView *m_table = nullptr;
    PcTableView *m_callerTable = nullptr;
    StateStack *m_states = nullptr;
    StateStack *m_callerStates = nullptr;
    QSplitter *m_splitter = nullptr;
    Label *m_heading = nullptr;
    Label *m_attention = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_end = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_notice = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace pc::views
