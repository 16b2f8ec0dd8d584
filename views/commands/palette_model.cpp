// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/commands/palette_model.h"

#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/key_cap.h"

namespace pc::views {

void PaletteModel::setRows(const QList<Row> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const PaletteModel::Row *PaletteModel::row(int index) const
{
    return index >= 0 && index < m_rows.size() ? &m_rows.at(index) : nullptr;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    const PaletteItem &item = row.item;
    const QString detail = item.disabledReason.isEmpty() ? item.detail : item.disabledReason;
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case Qt::AccessibleTextRole:
        return row.heading || detail.isEmpty() ? item.title : tr("%1, %2").arg(item.title, detail);
    case HeadingRole:
        return row.heading;
    case DetailRole:
        return detail;
    case IconRole:
        return static_cast<int>(item.icon);
    case KeysRole:
        return item.keys;
    case DestructiveRole:
        return item.destructive;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const Row *found = row(index.row());
    if (found == nullptr || found->heading) {
        return Qt::NoItemFlags;
    }
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled;
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const PainterScope scope(painter);
    const Tokens &t = Tokens::of(option.widget);
    const TypeScale &type = TypeScale::of(option.widget);
    const QRect r = option.rect;
    const auto visual = [&](int left, int width) {
        return QStyle::visualRect(option.direction, r, QRect(r.left() + left, r.top(), width, r.height()));
    };
    const int start =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::TextSingleLine;
    const int end =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight)) | Qt::TextSingleLine;
    const QString title = index.data(Qt::DisplayRole).toString();
    if (index.data(PaletteModel::HeadingRole).toBool()) {
        painter->setFont(type.font(TypeRole::Caption, QFont::DemiBold));
        painter->setPen(t.text3);
        painter->drawText(visual(16, r.width() - 32).adjusted(0, 0, 0, -4), start | Qt::AlignBottom,
                          title.toUpper());
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool destructive = index.data(PaletteModel::DestructiveRole).toBool();
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        paintBox(painter, r.adjusted(6, 1, -6, -1), space::radius, selected ? t.selection : t.hover);
    }
    const int side = type.px(18);
    const QColor ink = destructive ? t.bad.fg : t.text;
    paintIcon(painter, static_cast<Icon>(index.data(PaletteModel::IconRole).toInt()), visual(16, side),
              destructive ? t.bad.fg : t.text2);
    int right = r.width() - 16;
    const QString keys = index.data(PaletteModel::KeysRole).toString();
    if (!keys.isEmpty()) {
        const QSize cap = KeyCap::sizeFor(type, keys);
        right -= cap.width();
        const QRect box = visual(right, cap.width());
        KeyCap::paint(painter,
                      QRect(box.left(), box.center().y() - cap.height() / 2 + 1, cap.width(), cap.height()),
                      t, type, keys);
        right -= 10;
    }
    const int left = 16 + side + 10;
    const QFont font = type.font(TypeRole::Body, selected ? QFont::Medium : QFont::Normal);
    const QFontMetrics metrics(font);
    const int titleWidth = std::min(metrics.horizontalAdvance(title) + 2, right - left);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(visual(left, titleWidth), start | Qt::AlignVCenter,
                      metrics.elidedText(title, Qt::ElideRight, titleWidth));
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    const int room = right - left - titleWidth - 16;
    if (!detail.isEmpty() && room > 30) {
        const QFont small = type.font(TypeRole::Small);
        painter->setFont(small);
        painter->setPen(t.text3);
        painter->drawText(visual(right - room, room), end | Qt::AlignVCenter,
                          QFontMetrics(small).elidedText(detail, Qt::ElideRight, room));
    }
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TypeScale &type = TypeScale::of(option.widget);
    return {200, type.px(index.data(PaletteModel::HeadingRole).toBool() ? 28 : 36)};
}

} // namespace pc::views
