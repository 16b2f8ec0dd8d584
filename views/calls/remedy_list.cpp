// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/remedy_list.h"

#include "views/calls/remedy_places.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/label.h"
#include "views/widgets/whole_label.h"
#include "views/words/remedy_words.h"

#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

RemedyList::RemedyList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(u"remedyList"_s);
    setAccessibleName(tr("What would let it pass"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
}

void RemedyList::setExplanation(const CallExplanation &explanation, const QTimeZone &zone)
{
    if (m_shown && *m_shown == explanation.remedies && m_callId == explanation.call.id)
        return;
    m_shown = explanation.remedies;
    m_callId = explanation.call.id;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < explanation.remedies.size(); ++i) {
        const Remedy &remedy = explanation.remedies.at(i);
        auto *row = new QWidget;
        auto *grid = new QGridLayout(row);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setHorizontalSpacing(space::m);
        grid->setVerticalSpacing(0);
        grid->setColumnStretch(1, 1);
        auto *number = new Label(QLocale().toString(i + 1), TypeRole::Body, Tone::Muted);
        grid->addWidget(number, 0, 0, Qt::AlignTop);
        const QString title = remedyTitle(remedy, zone);
        if (const auto place = remedyPlace(remedy, explanation.call)) {
            auto *link = makeButton(u"remedy%1"_s.arg(i + 1), title, Icon::ArrowRight, ButtonKind::Ghost);
            connect(link, &QPushButton::clicked, this,
                    [this, where = *place] { Q_EMIT placeRequested(where); });
            grid->addWidget(link, 0, 1, Qt::AlignLeading);
        } else {
            auto *text = new WholeLabel(title);
            text->setWeight(QFont::DemiBold);
            grid->addWidget(text, 0, 1);
        }
        grid->addWidget(new WholeLabel(remedyDetail(remedy), TypeRole::Small, Tone::Muted), 1, 1);
        m_column->addWidget(row);
    }
}

} // namespace pc::views
