// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/use_facts.h"

#include "models/credentials/credential_use_model.h"
#include "models/text/figures.h"
#include "views/style/space.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/message_banner.h"
#include "views/words/use_words.h"

#include <QLocale>
#include <QVBoxLayout>

namespace pc::views {

UseFacts::UseFacts(models::CredentialUseModel &use, const TimeTicker &ticker, QWidget *parent)
    : QWidget(parent), m_use(use), m_ticker(ticker), m_tiles(new FactTiles),
      m_affected(new MessageBanner(Severity::Bad))
{
    setObjectName(QStringLiteral("useFacts"));
    m_affected->setObjectName(QStringLiteral("affectedWarning"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_tiles);
    column->addWidget(m_affected);
    connect(&m_use, &models::ObjectModel::changed, this, &UseFacts::show);
    connect(&m_use, &models::ObjectModel::stateChanged, this, &UseFacts::show);
    show();
}

void UseFacts::show()
{
    const QLocale locale;
    const auto &use = m_use.use();
    const auto figure = [&](qint64 value) { return use ? locale.toString(value) : QStringLiteral("…"); };
    const qint64 calls = use ? use->calls24h : 0;
    const int sources = use ? m_use.sourceCount() : 0;
    const qint64 tokens = use ? use->liveTokens : 0;
    m_tiles->setFacts(
        {{figure(calls), tr("call(s) in 24 h", "without the number", models::forPlural(calls))},
         {figure(sources), tr("source address(es)", "without the number", models::forPlural(sources))},
         {figure(tokens), tr("live token(s)", "without the number", models::forPlural(tokens))}});
    const bool quiet = use && use->callsLast15Min == 0;
    m_affected->setMessage(quiet ? Severity::Neutral : Severity::Bad, affectedSentence(m_use, m_ticker));
}

} // namespace pc::views
