// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/fact_tiles.h"

#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/card.h"
#include "views/widgets/fitting_label.h"
#include "views/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

namespace {

constexpr int narrowest = 156; ///< width of a tile below which there are fewer beside each other

Tone tileTone(Severity severity)
{
    return severity == Severity::Bad    ? Tone::Bad
           : severity == Severity::Warn ? Tone::Warn
           : severity == Severity::Ok   ? Tone::Ok
                                        : Tone::Text;
}

Icon tileIcon(Severity severity)
{
    return severity == Severity::Bad    ? Icon::Warning
           : severity == Severity::Warn ? Icon::Clock
           : severity == Severity::Ok   ? Icon::Check
                                        : Icon::None;
}

} // namespace

FactTiles::FactTiles(Order order, QWidget *parent)
    : QWidget(parent), m_order(order), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::s);
}

void FactTiles::setFacts(const QList<Fact> &facts)
{
    m_facts = facts;
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const Fact &fact : facts) {
        m_cards.append(makeCard(fact));
    }
    m_columns = 0;
    arrange();
}

QWidget *FactTiles::makeCard(const Fact &fact)
{
    auto *card = new Card;
    card->setBodyMargins(space::m, space::s);
    card->body()->setSpacing(1);
    const bool figure = m_order == Order::CaptionFirst;
    auto *value = new FittingLabel(fact.value, figure ? TypeRole::Figure : TypeRole::PageTitle,
                                   QFont::DemiBold, tileTone(fact.severity));
    auto *caption = new Label(fact.caption, TypeRole::Small, Tone::Faint);
    caption->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(value, 1);
    if (figure) {
        card->body()->addWidget(caption);
        card->body()->addLayout(line);
    } else {
        card->body()->addLayout(line);
        card->body()->addWidget(caption);
    }
    if (!fact.note.isEmpty()) {
        auto *note = new Badge(fact.severity, tileIcon(fact.severity), fact.note);
        // Beside the figure while both have room in the narrowest tile, else below it.
        if (value->sizeHint().width() + note->sizeHint().width() + 3 * space::m <
            TypeScale::of(this).px(narrowest)) {
            line->addWidget(note, 0, Qt::AlignVCenter);
        } else {
            card->body()->addWidget(note, 0, Qt::AlignLeading);
        }
    }
    card->body()->addStretch(1);
    card->setAccessibleName(tr("%1: %2").arg(fact.caption, fact.value));
    return card;
}

void FactTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_placed = true;
    arrange();
}

void FactTiles::arrange()
{
    const auto count = static_cast<int>(m_cards.size());
    if (count == 0) {
        return;
    }
    const int tile = TypeScale::of(this).px(narrowest);
    // Before it has a place of its own, beside each other: what asks for its height then must not get that of
    // a column.
    int columns = m_placed ? std::clamp((width() + space::s) / (tile + space::s), 1, count) : count;
    while (columns > 1 && columns < count && count % columns == 1) {
        --columns; // no tile alone in the last row
    }
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    for (int i = 0; i < count; ++i) {
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
    }
    for (int i = 0; i < count; ++i) {
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

QSize FactTiles::minimumSizeHint() const
{
    return {TypeScale::of(this).px(narrowest), m_grid->minimumSize().height()};
}

} // namespace pc::views
