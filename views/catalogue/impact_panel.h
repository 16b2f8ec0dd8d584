// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue_flows.h"
#include "models/catalogue/review_model.h"
#include "models/catalogue/review_tables.h"
#include "models/catalogue/route_change_model.h"

#include <QWidget>

class QComboBox;
class QStackedWidget;

namespace pc::views {

struct ViewContext;
class ElidedLabel;
class Label;
class MessageBanner;
class PcTableView;
class RuleForm;
class StateStack;
class UnderlineTabs;

/// What a revision would do: in one sentence, and in tables; of a proposal the rule for its scopes, which may
/// be changed and shows at once what comes of it.
class ImpactPanel final : public QWidget
{
    Q_OBJECT
public:
    ImpactPanel(const ViewContext &context, const QString &apiId, const CatalogueRevision &revision,
                QWidget *parent = nullptr);
    ~ImpactPanel() override;

    /// None while it is not there.
    [[nodiscard]] const std::optional<RevisionReview> &review() const { return m_review.review(); }
    /// What is shown is what would be applied: it is still to be decided on, nobody made another one of it,
    /// and no rule is typed or on its way.
    [[nodiscard]] bool isSettled() const;
    /// Why what is shown cannot be applied, where the person can do something about it or should know; else
    /// empty.
    [[nodiscard]] QString blockedText() const;
    void refresh();
    /// False while it is being applied.
    void setEditable(bool editable);

Q_SIGNALS:
    void changed();
    void partnerRequested(const QString &partnerId);

private:
    void buildUi();
    [[nodiscard]] QWidget *makeBroken();
    [[nodiscard]] QWidget *makeChanges();
    [[nodiscard]] QWidget *makeScopes();
    [[nodiscard]] QWidget *makeLeftOut();
    [[nodiscard]] PcTableView *makeTable(const QString &objectName, const QString &name);
    void wire();
    void showReview();
    void showNews();
    void showConflict();
    [[nodiscard]] QString endText() const;
    [[nodiscard]] QString conflictText() const;
    void showChanges();
    void showRuleState();
    void copyContacts();

    const ViewContext &m_context;
    QString m_apiId;
    CatalogueRevision m_revision;
    models::ReviewModel m_review;
    models::RouteChangeModel m_changes;
    models::BrokenPartnerTable m_broken;
    models::ScopeNeedTable m_scopes;
    models::LeftOutTable m_leftOut;
    models::ScopeRuleFlow m_rule;
    Label *m_headline = nullptr;
    ElidedLabel *m_facts = nullptr;
    MessageBanner *m_breaks = nullptr;
    MessageBanner *m_news = nullptr; ///< what somebody else made of it meanwhile
    UnderlineTabs *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    StateStack *m_states = nullptr;
    StateStack *m_brokenStates = nullptr;
    StateStack *m_changeStates = nullptr;
    StateStack *m_leftOutStates = nullptr;
    QComboBox *m_kind = nullptr;
    RuleForm *m_ruleForm = nullptr;
    MessageBanner *m_ruleMessage = nullptr;
    Label *m_scopeCount = nullptr;
    bool m_editable = true;
    bool m_chosen = false; ///< a tab was chosen: by the person, or because somebody breaks
};

} // namespace pc::views
