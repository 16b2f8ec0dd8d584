// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_page.h"

#include "views/calls/calls_panel.h"
#include "views/seams/calls_places.h"
#include "views/widgets/page_head.h"

#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

CallsPage::CallsPage(const ViewContext &context, QWidget *parent)
    : Page(parent), m_models(context.connection), m_head(new PageHead(tr("Calls"))),
      m_panel(new CallsPanel(context, m_models, {}))
{
    setObjectName(u"callsPage"_s);
    m_head->addWidget(m_panel->actions());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(m_panel, 1);
    connect(m_panel, &CallsPanel::statusChanged, this, [this] {
        m_head->setCount(m_panel->answerText());
        Q_EMIT statusChanged();
    });
    connect(m_panel, &CallsPanel::queryChanged, this,
            [this](const QString &query) { Q_EMIT locationChanged(places::callsPage(query)); });
}

CallsPage::~CallsPage()
{
    delete m_panel; // before the models that it shows
}

QString CallsPage::title() const
{
    return tr("Calls");
}

StatusText CallsPage::statusText() const
{
    return m_panel->statusText();
}

void CallsPage::open(const Location &location)
{
    const QString query = location.query.value(u"q"_s);
    const QString callId = location.query.value(u"call"_s);
    if (!callId.isEmpty())
        m_panel->openCall(callId);
    else if (!m_isOpened || query != m_panel->query())
        m_panel->setQuery(query);
    m_isOpened = true;
}

QVariantMap CallsPage::saveState() const
{
    return m_panel->saveState();
}

void CallsPage::restoreState(const QVariantMap &state)
{
    m_panel->restoreState(state);
}

void CallsPage::refresh()
{
    m_panel->refresh();
}

void CallsPage::focusContent()
{
    m_panel->focusContent();
}

bool CallsPage::closeLayer()
{
    return m_panel->closeLayer();
}

} // namespace pc::views
