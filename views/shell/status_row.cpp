// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/status_row.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/widgets/whole_label.h"

#include <QApplication>
#include <QBoxLayout>

#include <algorithm>

namespace pc::views {

StatusRow::StatusRow(QWidget *parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_left(new WholeLabel({}, TypeRole::Small, Tone::Muted)),
      m_right(new WholeLabel({}, TypeRole::Small, Tone::Faint))
{
    setObjectName(QStringLiteral("statusRow"));
    m_left->setObjectName(QStringLiteral("statusLeft"));
    m_right->setObjectName(QStringLiteral("statusRight"));
    m_row->setContentsMargins(space::pageMargin, 1, space::l, 0);
    m_row->addWidget(m_left, 1);
    m_row->addWidget(m_right);
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
    // Counts and freshness come before hints when there is no room for both; hints go one by one, the last
    // first.
    const int room = textWidth() - m_left->sizeHint().width() - space::m;
    const auto with = [&facts](const QStringList &hints) {
        return hints.isEmpty() ? facts : hints.join(QStringLiteral("   ")) + QStringLiteral("      ") + facts;
    };
    while (!keys.isEmpty() && m_right->fontMetrics().horizontalAdvance(with(keys)) >= room)
        keys.removeLast();
    m_right->setText(with(keys));
    arrange();
}

int StatusRow::textWidth() const
{
    const QMargins m = m_row->contentsMargins();
    return contentsRect().width() - m.left() - m.right();
}

void StatusRow::arrange()
{
    const int wide = textWidth();
    const bool beside = m_left->text().isEmpty() || m_right->text().isEmpty() ||
                        m_left->sizeHint().width() + space::m + m_right->sizeHint().width() <= wide;
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int line = m_left->fontMetrics().height();
    const int lines = beside ? std::max(m_left->heightForWidth(wide), m_right->heightForWidth(wide))
                             : m_left->heightForWidth(wide) + m_right->heightForWidth(wide);
    const int height = TypeScale::of(this).px(space::statusBar) + lines - line;
    if (height != minimumHeight())
        setFixedHeight(height);
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
