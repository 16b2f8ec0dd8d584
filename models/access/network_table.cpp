// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/network_table.h"

#include "models/text/network_names.h"

namespace pc::models {

using namespace Qt::StringLiterals;
using rules::NetworkFinding;

NetworkTable::NetworkTable(NetworksEditor &editor, QObject *parent)
    : QAbstractTableModel(parent), m_editor(editor)
{
    connect(&editor, &NetworksEditor::changed, this, &NetworkTable::follow);
    follow();
}

NetworkTable::~NetworkTable() = default;

void NetworkTable::setList(const NetworkListName &name)
{
    if (name == m_name)
        return;
    m_name = name;
    follow();
}

void NetworkTable::follow()
{
    const QList<NetworkEntry> entries = m_editor.list(m_name);
    const QList<rules::NetworkRemark> remarks = m_editor.remarks(m_name);
    if (entries == m_entries && remarks == m_remarks)
        return;
    if (entries.size() == m_entries.size()) {
        m_entries = entries;
        m_remarks = remarks;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel(); // lines come and go by dozens; the view keeps its place by the network
    m_entries = entries;
    m_remarks = remarks;
    endResetModel();
}

NetworkTable::Gravity NetworkTable::gravityOf(qsizetype line) const
{
    Gravity gravity = Fine;
    for (const rules::NetworkRemark &remark : m_remarks) {
        if (remark.line != line)
            continue;
        const bool isWarning =
            remark.finding == NetworkFinding::Special || remark.finding == NetworkFinding::Wide;
        gravity = std::max(gravity, rules::isRefused(remark.finding) ? Refused : isWarning ? Warned : Said);
    }
    return gravity;
}

QString NetworkTable::remarksOf(qsizetype line) const
{
    QStringList texts;
    for (const rules::NetworkRemark &remark : m_remarks)
        if (remark.line == line)
            texts.append(remarkText(remark, m_entries));
    return texts.join(u". "_s);
}

int NetworkTable::count(Gravity gravity) const
{
    int lines = 0;
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        lines += gravityOf(i) == gravity ? 1 : 0;
    return lines;
}

int NetworkTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int NetworkTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant NetworkTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NetworkEntry &entry = m_entries.at(index.row());
    switch (role) {
    case IdRole:
        return entry.network;
    case GravityRole:
        return int(gravityOf(index.row()));
    case ProposalRole:
        for (const rules::NetworkRemark &remark : m_remarks)
            if (remark.line == index.row() && !remark.proposal.isEmpty())
                return remark.proposal;
        return QString();
    case Qt::AccessibleTextRole:
        if (index.column() == NetworkColumn) {
            const QString remarks = remarksOf(index.row());
            return remarks.isEmpty()
                       ? entryText(entry)
                       : tr("%1. %2", "a network, what is said of it").arg(entryText(entry), remarks);
        }
        break;
    case Qt::ToolTipRole:
        return index.column() == RemarkColumn ? remarksOf(index.row()) : QString();
    case Qt::DisplayRole:
    case ValueRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case NetworkColumn:
        return entry.network;
    case NoteColumn:
        return entry.note;
    case TimeColumn:
        return windowText(entry);
    case RemarkColumn:
        return remarksOf(index.row());
    default:
        return {};
    }
}

QVariant NetworkTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case NetworkColumn:
        return tr("Network");
    case NoteColumn:
        return tr("Note");
    case TimeColumn:
        return tr("In force");
    case RemarkColumn:
        return tr("Remark");
    default:
        return {};
    }
}

} // namespace pc::models
