// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/partners/credential_lines.h"

#include "models/credentials/credential_list_model.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"
#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/whole_label.h"
#include "views/words/error_words.h"
#include "views/words/names.h"
#include "views/words/words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::CredentialListModel;

CredentialLines::CredentialLines(CredentialListModel &model, const TimeTicker &ticker, int most,
                                 QWidget *parent)
    : QWidget(parent), m_model(model), m_ticker(ticker), m_most(most), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::s);
    connect(&m_model, &CredentialListModel::stateChanged, this, &CredentialLines::rebuild);
    connect(&m_model, &CredentialListModel::dataChanged, this, &CredentialLines::rebuild);
    connect(&ticker, &TimeTicker::tick, this, &CredentialLines::rebuild);
    rebuild();
}

void CredentialLines::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto note = [this](const QString &text) {
        auto *label = new Label(text, TypeRole::Body, Tone::Muted);
        label->setWordWrap(true);
        m_rows->addWidget(label);
    };
    if (m_model.rowCount() == 0) {
        if (m_model.state() == models::LoadState::Ready)
            note(tr("No credentials yet."));
        else if (m_model.error() && !m_model.isBusy())
            note(errorLine(*m_model.error(), tr("The credentials could not be loaded.")));
        else
            note(tr("Loading…"));
        return;
    }
    for (int row = 0; row < std::min(m_most, m_model.rowCount()); ++row) {
        const Credential &credential = m_model.credentialAt(row);
        const bool expiring = m_model.index(row, CredentialListModel::ExpiresColumn)
                                  .data(CredentialListModel::ExpiringRole)
                                  .toBool();
        auto *line = new QWidget;
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::s);
        layout->addWidget(new IconLabel(kindIcon(credential.kind), Tone::Muted, 18), 0, Qt::AlignTop);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto *title = new WholeLabel(tr("%1 · %2", "credential name, kind")
                                         .arg(inSentence(credential.name), models::nameOf(credential.kind)));
        title->setWeight(QFont::Medium);
        texts->addWidget(title);
        const QString used = credential.lastUsedAt
                                 ? tr("Used %1").arg(m_ticker.relative(*credential.lastUsedAt))
                                 : tr("Never used");
        QString sub = tr("%1 · %2", "last use, realm").arg(used, models::nameOf(credential.realm));
        if (expiring)
            sub = tr("Expires %1").arg(m_ticker.relative(credential.expiresAt));
        texts->addWidget(new WholeLabel(sub, TypeRole::Small, Tone::Muted));
        layout->addLayout(texts, 1);
        StateLook look = stateLook(credential.state);
        if (expiring)
            look = {Severity::Warn, Icon::Clock, look.text, true}; // the state by its name, as everywhere
        layout->addWidget(new Badge(look.severity, look.icon, look.text), 0, Qt::AlignVCenter);
        m_rows->addWidget(line);
    }
    const qint64 count = m_model.count().value_or(m_model.rowCount());
    if (count > m_most) {
        QPushButton *all = makeButton(u"allCredentials"_s,
                                      tr("Show all %n credential(s)", nullptr, models::forPlural(count)),
                                      Icon::None, ButtonKind::Ghost, this);
        m_rows->addWidget(all, 0, Qt::AlignLeading);
        connect(all, &QPushButton::clicked, this, &CredentialLines::allRequested);
    }
}

} // namespace pc::views
