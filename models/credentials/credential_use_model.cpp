// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/credential_use_model.h"

#include "models/text/figures.h"

#include <QLocale>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace pc::models {

SourceUseTable::SourceUseTable(QObject *parent) : QAbstractTableModel(parent) {}

SourceUseTable::~SourceUseTable() = default;

void SourceUseTable::setRows(const QList<SourceUse> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel(); // a handful of facts; nobody works in this table
    m_rows = rows;
    endResetModel();
}

int SourceUseTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SourceUseTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SourceUseTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceUse &row = m_rows.at(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == GenerationColumn) {
        return tr("Generation %1 from %2, %3, last seen %4")
            .arg(QLocale().toString(row.generation), row.source,
                 tr("%n call(s)", nullptr, forPlural(row.calls)), utcText(row.lastSeenAt));
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!isText && role != ValueRole)
        return {};
    const QLocale locale;
    switch (index.column()) {
    case GenerationColumn:
        return isText ? QVariant(locale.toString(row.generation)) : QVariant(row.generation);
    case SourceColumn:
        return row.source;
    case UserAgentColumn:
        return row.userAgent;
    case FirstSeenColumn:
        return isText ? QVariant(utcText(row.firstSeenAt)) : QVariant(row.firstSeenAt);
    case LastSeenColumn:
        return isText ? QVariant(utcText(row.lastSeenAt)) : QVariant(row.lastSeenAt);
    case CallsColumn:
        return isText ? QVariant(locale.toString(row.calls)) : QVariant(row.calls);
    default:
        return {};
    }
}

QVariant SourceUseTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case GenerationColumn:
        return tr("Generation");
    case SourceColumn:
        return tr("Source");
    case UserAgentColumn:
        return tr("Client");
    case FirstSeenColumn:
        return tr("First seen");
    case LastSeenColumn:
        return tr("Last seen");
    case CallsColumn:
        return tr("Calls");
    default:
        return {};
    }
}

CredentialUseModel::CredentialUseModel(client::CredentialsClient &credentials, ChangeFeed &feed,
                                       QObject *parent)
    : ObjectModel(parent), m_credentials(credentials), m_feed(feed)
{
    connect(&feed, &ChangeFeed::reset, this, &CredentialUseModel::refresh);
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if ((change.kind == ChangeKind::Credential && change.mayConcern(m_credentialId)) ||
            (change.kind == ChangeKind::Usage && change.mayConcernPartner(m_partnerId)))
            refresh();
    });
}

CredentialUseModel::~CredentialUseModel() = default;

void CredentialUseModel::setCredential(const QString &credentialId, const QString &partnerId)
{
    m_call.cancel();
    m_credentialId = credentialId;
    m_partnerId = partnerId;
    forget();
    refresh();
}

void CredentialUseModel::dropValue()
{
    m_use.reset();
    m_table.setRows({});
}

void CredentialUseModel::refresh()
{
    if (m_credentialId.isEmpty())
        return;
    beginLoad();
    m_call = m_credentials.use(m_credentialId, this, [this](client::Result<pc::CredentialUse> result) {
        if (!result)
            return fail(result.error());
        m_use = std::move(*result);
        m_table.setRows(m_use->sources);
        succeed(m_feed.clock().now());
        Q_EMIT changed();
    });
}

QList<GenerationUse> CredentialUseModel::perGeneration() const
{
    QMap<int, GenerationUse> byNumber;
    QMap<int, QSet<QString>> sources;
    if (m_use) {
        for (const SourceUse &row : m_use->sources) {
            GenerationUse &use = byNumber[row.generation];
            use.generation = row.generation;
            use.calls += row.calls;
            if (!use.lastSeenAt || *use.lastSeenAt < row.lastSeenAt)
                use.lastSeenAt = row.lastSeenAt;
            sources[row.generation].insert(row.source);
        }
    }
    QList<GenerationUse> list;
    for (auto it = byNumber.begin(); it != byNumber.end(); ++it) {
        it->sources = int(sources.value(it.key()).size());
        list.prepend(*it);
    }
    return list;
}

int CredentialUseModel::sourceCount() const
{
    QSet<QString> sources;
    if (m_use) {
        for (const SourceUse &row : m_use->sources)
            sources.insert(row.source);
    }
    return int(sources.size());
}

} // namespace pc::models
