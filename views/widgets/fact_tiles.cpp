// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/fact_tiles.h"

#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/card.h"
#include "views/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pc::views {

namespace {

Tone toneOf(Kind kind)
{
    return kind == Kind::Bad    ? Tone::Bad
           : kind == Kind::Warn ? Tone::Warn
           : kind == Kind::Ok   ? Tone::Ok
                                : Tone::Text;
}

Icon iconOf(Kind kind)
{
    return kind == Kind::Bad    ? Icon::Warning
           : kind == Kind::Warn ? Icon::Clock
           : kind == Kind::Ok   ? Icon::Check
                                : Icon::None;
}

} // namespace

FactTiles::FactTiles(Order order, QWidget *parent)
    : QWidget(parent), m_order(order), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::s);
}

void FactTiles::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Fact &fact : facts) {
        auto *card = new Card;
        card->setBodyMargins(space::m, space::s);
        card->body()->setSpacing(1);
        const bool figure = m_order == Order::CaptionFirst;
        auto *value =
            new ElidedLabel(fact.value, figure ? TypeRole::Figure : TypeRole::PageTitle, toneOf(fact.kind));
        value->setRole(figure ? TypeRole::Figure : TypeRole::PageTitle, QFont::DemiBold);
        auto *caption = new ElidedLabel(fact.caption, TypeRole::Small, Tone::Faint);
        auto *line = new QHBoxLayout;
        line->addWidget(value, 1);
        if (!fact.note.isEmpty()) {
            line->addWidget(new Badge(fact.kind, iconOf(fact.kind), fact.note), 0, Qt::AlignVCenter);
        }
        if (figure) {
            card->body()->addWidget(caption);
            card->body()->addLayout(line);
        } else {
            card->body()->addLayout(line);
            card->body()->addWidget(caption);
        }
        card->setAccessibleName(tr("%1: %2").arg(fact.caption, fact.value));
        m_row->addWidget(card, 1);
    }
}

} // namespace pc::views
