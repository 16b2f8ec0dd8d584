// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/partners/partner_model.h"
#include "views/partner/partner_deps.h"
#include "views/partner/partner_tabs.h"
#include "views/seams/context.h"
#include "views/shell/page.h"
#include "views/widgets/underline_tabs.h"

class QStackedWidget;

namespace pc::views {

class PartnerActs;
class PartnerHeader;
class PartnerTab;
class StateStack;

/// One partner: header with the acts on the whole partner, and its tabs, whichever partnerTabs() names.
class PartnerPage final : public Page
{
    Q_OBJECT
public:
    PartnerPage(const ViewContext &context, const PartnerDeps &deps, QWidget *parent = nullptr);
    ~PartnerPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> breadcrumb() const override;
    [[nodiscard]] StatusText statusText() const override;
    void open(const Location &location) override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    void refresh() override;
    void focusContent() override;
    bool closeLayer() override;
    [[nodiscard]] QStringList contextCommands() const override;

    [[nodiscard]] models::PartnerModel &partner() { return m_partner; }
    /// Staged scope or quota edits that were not saved; they stay as long as this partner does.
    [[nodiscard]] bool hasUnsavedEdits() const;
    [[nodiscard]] QString unsavedWork() const override;
    bool undo() override;
    [[nodiscard]] bool canUndo() const override;
    void showTab(const QString &tab);
    [[nodiscard]] QString currentTab() const;

Q_SIGNALS:
    /// Something was done about the partner that lists elsewhere should notice at once.
    void acted(const QString &partnerId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showObserved();
    /// A part of the partner: its tab is made when it is first asked for something.
    struct Part
    {
        PartnerTabEntry entry;
        PartnerTab *tab = nullptr;
    };

    void buildUi();
    void wire();
    /// The tab of a part, made if it was not; of the first part for an id that there is not.
    PartnerTab *tabOf(const QString &id);
    PartnerTab *make(Part &part);
    [[nodiscard]] PartnerTab *shownTab() const;
    /// The part that holds staged edits; nullptr when none does.
    [[nodiscard]] const Part *editedPart() const;
    void turnTo(const QString &tab);
    void showPartner(const QString &partnerId);
    void onPartnerChanged();
    void showCounts();
    void fix(const QString &fixAt);

    const ViewContext &m_context;
    PartnerDeps m_deps;
    models::PartnerModel m_partner;
    QString m_shownTitle;

    PartnerActs *m_acts = nullptr;
    PartnerHeader *m_header = nullptr;
    UnderlineTabs *m_tabs = nullptr;
    StateStack *m_states = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<Part> m_tabParts;
};

} // namespace pc::views
