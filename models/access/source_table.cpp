// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/source_table.h"

#include "models/access/sources_model.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

SourceTable::SourceTable(const SourcesModel &sources, const NetworksEditor &editor, QObject *parent)
    : QAbstractTableModel(parent), m_sources(sources), m_editor(editor)
{
    connect(&sources, &SourcesModel::changed, this, &SourceTable::follow);
    connect(&sources, &SourcesModel::stateChanged, this, &SourceTable::follow);
    connect(&editor, &NetworksEditor::changed, this, &SourceTable::follow);
    follow();
}

SourceTable::~SourceTable() = default;

void SourceTable::setList(const NetworkListName &name)
{
    if (name == m_name)
        return;
    m_name = name;
    follow();
}

void SourceTable::setObserved(bool observed)
{
    if (observed == m_observed)
        return;
    m_observed = observed;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

SourceTable::Verdict SourceTable::judge(const SourceSeen &seen) const
{
    const bool isAddress = rules::networkOf(seen.source).has_value();
    if (!isAddress || seen.realm == Realm::Unknown || !m_editor.isReady())
        return NotKnown;
    const QDateTime now = m_editor.now();
    const auto passes = [&](const NetworkRules &rules) {
        return rules::allows(rules, seen.realm, seen.credentialId, seen.source, now);
    };
    if (passes(m_editor.rules()))
        return passes(m_editor.base()->value) ? Passes : WillPass;
    return passes(m_editor.base()->value) ? WillBeRefused : IsRefused;
}

void SourceTable::follow()
{
    QList<Row> rows;
    for (const SourceSeen &seen : m_sources.sources()) {
        const bool isOfList = m_name.credentialId.isEmpty() ? seen.realm == m_name.realm
                                                            : seen.credentialId == m_name.credentialId;
        if (isOfList)
            rows.append({seen, judge(seen)});
    }
    if (rows == m_rows)
        return;
    if (rows.size() == m_rows.size()) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel(); // facts of another hour or list; the view keeps its place by source
    m_rows = rows;
    endResetModel();
}

QList<SourceSeen> SourceTable::refusedFromNowOn() const
{
    QList<SourceSeen> refused;
    for (const SourceSeen &seen : m_sources.sources())
        if (judge(seen) == WillBeRefused)
            refused.append(seen);
    return refused;
}

int SourceTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SourceTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SourceTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[seen, verdict] = m_rows.at(index.row());
    if (role == VerdictRole)
        return int(verdict);
    if (role == IdRole)
        return QString(seen.credentialId + u' ' + seen.source + u' ' + seen.userAgent);
    if (role == Qt::AccessibleTextRole && index.column() == SourceColumn) {
        return tr("%1 with %2, %3, last seen %4: %5", "address, credential, calls, time, what becomes of it")
            .arg(seen.source, seen.credentialName.isEmpty() ? seen.credentialId : seen.credentialName,
                 tr("%n call(s)", nullptr, forPlural(seen.calls)), utcText(seen.lastSeenAt),
                 nameOf(verdict, m_observed));
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!isText && role != ValueRole)
        return {};
    switch (index.column()) {
    case SourceColumn:
        return seen.source;
    case UserAgentColumn:
        return seen.userAgent;
    case CredentialColumn:
        return seen.credentialName.isEmpty() ? seen.credentialId : seen.credentialName;
    case CallsColumn:
        return isText ? QVariant(QLocale().toString(seen.calls)) : QVariant(seen.calls);
    case LastSeenColumn:
        return isText ? QVariant(utcText(seen.lastSeenAt)) : QVariant(seen.lastSeenAt);
    case VerdictColumn:
        return isText ? QVariant(nameOf(verdict, m_observed)) : QVariant(int(verdict));
    default:
        return {};
    }
}

QVariant SourceTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case SourceColumn:
        return tr("Source");
    case UserAgentColumn:
        return tr("Client");
    case CredentialColumn:
        return tr("Credential");
    case CallsColumn:
        return tr("Calls");
    case LastSeenColumn:
        return tr("Last seen");
    case VerdictColumn:
        return tr("With these lists");
    default:
        return {};
    }
}

QStringList networksFor(const QString &source)
{
    const auto read = rules::networkOf(source);
    if (!read)
        return {};
    const rules::Address &address = read->network.first;
    return {rules::toText(read->network),
            rules::toText(rules::networkAround(address, address.isV6 ? 64 : 24))};
}

QString nameOf(SourceTable::Verdict verdict, bool observed)
{
    switch (verdict) {
    case SourceTable::Passes:
        return SourceTable::tr("May call");
    case SourceTable::WillPass:
        return SourceTable::tr("May call once saved");
    case SourceTable::IsRefused:
        return observed ? SourceTable::tr("Would be refused") : SourceTable::tr("Is refused");
    case SourceTable::WillBeRefused:
        return observed ? SourceTable::tr("Would be refused once saved")
                        : SourceTable::tr("Refused once saved");
    case SourceTable::NotKnown:
        break;
    }
    return SourceTable::tr("Not known");
}

} // namespace pc::models
