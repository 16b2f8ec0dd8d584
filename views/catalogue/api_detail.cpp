// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/api_detail.h"

#include "contract/rules/date_words.h"
#include "models/access/catalogue_model.h"
#include "models/catalogue/api_list_model.h"
#include "views/catalogue/catalogue_acts.h"
#include "views/catalogue/revisions_panel.h"
#include "views/catalogue/routes_panel.h"
#include "views/catalogue/versions_panel.h"
#include "views/commands/command_registry.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/reading_order.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"
#include "views/words/member_words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ApiDetail::ApiDetail(const ViewContext &context, models::CatalogueModel &catalogue, QWidget *parent)
    : QWidget(parent), m_context(context), m_catalogue(catalogue)
{
    buildUi();
    wire();
    showButtons();
}

void ApiDetail::buildUi()
{
    setObjectName(u"apiDetail"_s);
    m_name = new ElidedLabel({}, TypeRole::Section);
    m_name->setWeight(QFont::DemiBold);
    m_name->setObjectName(u"apiTitle"_s);
    m_address = new ElidedLabel({}, TypeRole::MonoSmall, Tone::Muted);
    m_address->setObjectName(u"apiAddress"_s);
    m_edit = makeButton(u"editApiButton"_s, tr("Edit…"), Icon::Edit);
    m_remove = makeButton(u"removeApiButton"_s, tr("Remove…"), Icon::Trash, ButtonKind::DangerOutline);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::pageMargin, space::m, space::pageMargin, 0);
    head->setSpacing(space::s);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_address);
    head->addLayout(names, 1);
    m_observed = makeButton(u"apiObserved"_s, tr("Observed"), Icon::Eye, ButtonKind::Ghost);
    m_observed->hide();
    head->addWidget(m_observed);
    head->addWidget(m_edit);
    head->addWidget(m_remove);

    m_tabs = new UnderlineTabs;
    m_tabs->setObjectName(u"apiTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the API"));
    m_pages = new QStackedWidget;
    m_routes = new RoutesPanel(m_context, m_catalogue);
    m_revisions = new RevisionsPanel(m_context);
    m_versions = new VersionsPanel(m_context);
    m_facts = new KeyValueList;
    m_facts->setObjectName(u"apiFacts"_s);
    m_facts->setLabelWidth(150);
    auto *facts = new QWidget;
    auto *factColumn = new QVBoxLayout(facts);
    factColumn->setContentsMargins(space::pageMargin, space::m, space::pageMargin, space::m);
    factColumn->addWidget(m_facts);
    factColumn->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(facts);
    scroll->setAccessibleName(tr("Details"));
    m_tabs->addTab(u"routes"_s, tr("Routes"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(u"versions"_s, tr("Versions"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(u"revisions"_s, tr("Revisions"), UnderlineTabs::Counted::Yes);
    m_tabs->addTab(u"facts"_s, tr("Details"));
    m_pages->addWidget(m_routes);
    m_pages->addWidget(m_versions);
    m_pages->addWidget(m_revisions);
    m_pages->addWidget(scroll);
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(space::m, 0, space::pageMargin, 0);
    tabRow->addWidget(m_tabs, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(tabRow);
    column->addWidget(new Separator);
    column->addWidget(m_pages, 1);
}

void ApiDetail::wire()
{
    const auto runs = [this](QPushButton *button, const QString &command) {
        connect(button, &QPushButton::clicked, this, [this, command] { m_context.commands.run(command); });
    };
    connect(m_observed, &QPushButton::clicked, this, &ApiDetail::observedRequested);
    runs(m_edit, CatalogueActs::edit());
    runs(m_remove, CatalogueActs::remove());
    connect(&m_context.commands, &CommandRegistry::refreshed, this, &ApiDetail::showButtons);
    connect(m_tabs, &UnderlineTabs::currentIdChanged, this, [this] {
        const bool inside = m_pages->isAncestorOf(window()->focusWidget());
        m_pages->setCurrentIndex(m_tabs->currentIndex());
        if (inside) // else the first button there would have it
            focusContent();
        Q_EMIT chosenChanged();
        Q_EMIT tabChanged();
    });
    connect(m_revisions, &RevisionsPanel::chosenChanged, this, [this] {
        m_tabs->setCount(m_tabs->indexOfId(u"revisions"_s),
                         static_cast<int>(m_revisions->count().value_or(-1)));
        Q_EMIT chosenChanged();
    });
    connect(m_versions, &VersionsPanel::chosenChanged, this, [this] {
        m_tabs->setCount(m_tabs->indexOfId(u"versions"_s),
                         static_cast<int>(m_versions->count().value_or(-1)));
        Q_EMIT chosenChanged();
    });
    connect(m_facts, &KeyValueList::copyRequested, this,
            [this](const QString &text) { m_context.clipboard.setText(text); });
}

void ApiDetail::showButtons()
{
    setDisabledReason(m_edit, m_context.commands.state(CatalogueActs::edit()).reason);
    setDisabledReason(m_remove, m_context.commands.state(CatalogueActs::remove()).reason);
}

void ApiDetail::showApi(const Api &api)
{
    using models::ApiListModel;
    m_name->setText(api.name);
    m_address->setText(ApiListModel::addressText(api));
    m_tabs->setCount(m_tabs->indexOfId(u"routes"_s), api.routes);
    m_routes->setApi(api.id);
    m_versions->setApi(api);
    m_revisions->setApi(api.id);
    const auto mono = KeyValueList::Options(KeyValueList::Mono | KeyValueList::Copyable);
    m_facts->setRow(u"id"_s, tr("ID"), api.id, mono);
    m_facts->setRow(u"host"_s, memberName(u"/host"_s),
                    api.host.isEmpty() ? tr("Any that no other API has") : api.host,
                    api.host.isEmpty() ? KeyValueList::Options(KeyValueList::Plain) : mono);
    m_facts->setRow(u"basePath"_s, memberName(u"/base_path"_s), api.basePath, KeyValueList::Mono);
    m_facts->setRow(u"audience"_s, memberName(u"/audience"_s), ApiListModel::audienceText(api),
                    api.audience.isEmpty() ? KeyValueList::Options(KeyValueList::Plain) : mono);
    m_facts->setRow(u"description"_s, tr("Description in force"),
                    ApiListModel::descriptionText(api.title, api.describedVersion));
    m_facts->setRow(
        u"routes"_s, tr("Routes and scopes"),
        tr("%1, %2", "routes, scopes")
            .arg(tr("%Ln route(s)", nullptr, api.routes), tr("%Ln scope(s)", nullptr, api.scopes)));
    m_facts->setRow(u"created"_s, tr("Added"), rules::momentText(api.createdAt, rules::DateForm::DayOfYear),
                    KeyValueList::Plain, Tone::Text, isoUtc(api.createdAt));
    m_facts->setRow(u"updated"_s, tr("Last change"),
                    tr("%1 by %2", "when, who")
                        .arg(rules::momentText(api.updatedAt, rules::DateForm::DayOfYear), api.updatedBy),
                    KeyValueList::Plain, Tone::Text, isoUtc(api.updatedAt));
}

void ApiDetail::setObserved(const QString &text)
{
    m_observed->setVisible(!text.isEmpty());
    m_observed->setText(text);
    m_observed->setAccessibleName(text);
}

void ApiDetail::showTab(const QString &tab)
{
    if (m_tabs->indexOfId(tab) >= 0)
        m_tabs->setCurrentId(tab);
}

QString ApiDetail::tab() const
{
    return m_tabs->currentId();
}

std::optional<CatalogueRevision> ApiDetail::chosenRevision() const
{
    return tab() == "revisions"_L1 ? m_revisions->chosen() : std::nullopt;
}

VersionActs::Chosen ApiDetail::chosenVersion() const
{
    return tab() == "versions"_L1 ? m_versions->chosen() : VersionActs::Chosen();
}

/// Their dates are those of routes, too.
void ApiDetail::refreshVersions()
{
    m_versions->refresh();
    m_catalogue.refresh();
}

void ApiDetail::chooseVersion(const QString &id)
{
    m_versions->choose(id);
}

void ApiDetail::refresh()
{
    m_catalogue.refresh();
    m_versions->refresh();
    m_revisions->refresh();
}

void ApiDetail::focusContent()
{
    if (tab() == "revisions"_L1)
        m_revisions->focusContent();
    else if (tab() == "versions"_L1)
        m_versions->focusContent();
    else if (tab() == "facts"_L1)
        (void)focusFirstStop(m_pages->currentWidget());
    else
        m_routes->focusContent();
}

void ApiDetail::focusFilter()
{
    showTab(u"routes"_s);
    m_routes->focusFilter();
}

} // namespace pc::views
