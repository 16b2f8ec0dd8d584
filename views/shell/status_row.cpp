// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/status_row.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/label.h"

#include <QApplication>
#include <QHBoxLayout>

namespace pc::views {

StatusRow::StatusRow(QWidget *parent)
    : QWidget(parent), m_left(new ElidedLabel({}, TypeRole::Small, Tone::Muted)),
      m_right(new ElidedLabel({}, TypeRole::Small, Tone::Faint))
{
    setObjectName(QStringLiteral("statusRow"));
    m_left->setObjectName(QStringLiteral("statusLeft"));
    m_right->setObjectName(QStringLiteral("statusRight"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::pageMargin, 1, space::l, 0);
    row->addWidget(m_left, 1);
    row->addWidget(m_right);
    setFixedHeight(TypeScale::of(this).px(space::statusBar));
    connect(qApp, &QApplication::focusChanged, this, &StatusRow::refreshText);
}

void StatusRow::setStatus(const StatusText &status)
{
    m_status = status;
    refreshText();
}

void StatusRow::setZone(const QString &text)
{
    m_zone = text;
    refreshText();
}

void StatusRow::refreshText()
{
    const auto joined = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    };
    m_left->setText(joined({m_status.counts, m_status.selection}));
    const QString facts = joined({m_status.freshness, m_zone});
    QStringList keys;
    for (const KeyHint &hint : std::as_const(m_status.hints)) {
        if (hint.holds(window()->focusWidget())) {
            keys.append(hint.text);
        }
    }
    // Counts and freshness come before hints when there is no room for both.
    const QString right =
        keys.isEmpty() ? facts : keys.join(QStringLiteral("   ")) + QStringLiteral("      ") + facts;
    const int room =
        contentsRect().width() - space::pageMargin - space::l - m_left->sizeHint().width() - space::m;
    m_right->setText(m_right->fontMetrics().horizontalAdvance(right) < room ? right : facts);
}

void StatusRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshText();
}

void StatusRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(rect(), t.surface);
    paintHairline(&painter, rect(), Qt::TopEdge, t.border);
}

} // namespace pc::views
