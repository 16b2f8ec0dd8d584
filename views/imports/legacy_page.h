// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/legacy_campaign_model.h"
#include "models/imports/legacy_key_table.h"
#include "views/shell/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace pc::views {

struct ViewContext;
class FactTiles;
class Label;
class MessageBanner;
class PcTableView;
class StateStack;

/// The campaign of what was imported: keys and client ids of another system over all partners, until none is
/// left.
class LegacyPage final : public Page
{
    Q_OBJECT
public:
    explicit LegacyPage(const ViewContext &context, QWidget *parent = nullptr);
    ~LegacyPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    [[nodiscard]] QStringList contextCommands() const override;
    [[nodiscard]] PcTableView *table() const { return m_view; }

private:
    void buildUi();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildFilter();
    void wire();
    void registerCommands();
    void showState();
    void showFigures();
    void applyFilter();
    void showButtons();
    void openPartner(const QModelIndex &index);
    void exportRows();

    const ViewContext &m_context;
    models::LegacyCampaignModel m_campaign;
    models::LegacyKeyTable m_table;
    Label *m_left = nullptr;
    QPushButton *m_importKeys = nullptr;
    QPushButton *m_importIds = nullptr;
    QToolButton *m_export = nullptr;
    MessageBanner *m_banner = nullptr;
    FactTiles *m_facts = nullptr;
    QLineEdit *m_text = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_show = nullptr;
    Label *m_none = nullptr; ///< nothing fits the filter
    PcTableView *m_view = nullptr;
    StateStack *m_states = nullptr;
    QVariant m_wanted; ///< row to be chosen when it is there
};

} // namespace pc::views
