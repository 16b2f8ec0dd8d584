// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/scope_tree_model.h"

#include "contract/rules/fold.h"
#include "models/access/catalogue_model.h"
#include "models/access/grant_editor.h"

#include <QLocale>

#include <algorithm>

namespace pc::models {

namespace {

/// Internal id of a top row; below it, the number of the group plus one.
constexpr quintptr topRow = 0;

bool matches(const Scope &scope, const QString &filter)
{
    return rules::foundIn(filter, scope.name) || rules::foundIn(filter, scope.title) ||
           rules::foundIn(filter, scope.sentence);
}

} // namespace

QString resourceOf(const QString &scope)
{
    return scope.section(u':', 0, 0);
}

ScopeTreeModel::ScopeTreeModel(GrantEditor &editor, QObject *parent)
    : QAbstractItemModel(parent), m_editor(editor)
{
    connect(&editor, &GrantEditor::changed, this, [this] { onEditorChanged(); });
    rebuild();
}

ScopeTreeModel::~ScopeTreeModel() = default;

QList<ScopeTreeModel::Group> ScopeTreeModel::wantedGroups() const
{
    QList<Group> groups;
    const auto add = [&](const Scope &scope) {
        if (!matches(scope, m_filter))
            return;
        const QString resource = resourceOf(scope.name);
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group &candidate) { return candidate.resource == resource; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {resource, {}});
        group->scopes.append(scope);
    };
    const QList<Scope> &catalogue = m_editor.catalogue().scopes();
    for (const Scope &scope : catalogue)
        add(scope);
    // A granted scope that left the catalogue must stay visible, or nobody could take it away.
    if (m_editor.base()) {
        for (const QString &name : m_editor.base()->value.scopes) {
            if (!m_editor.catalogue().scope(name)) {
                Scope gone;
                gone.name = name;
                add(gone);
            }
        }
    }
    return groups;
}

void ScopeTreeModel::rebuild()
{
    QList<Group> groups = wantedGroups();
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

void ScopeTreeModel::onEditorChanged()
{
    if (!(wantedGroups() == m_groups))
        return rebuild();
    refreshCells();
}

void ScopeTreeModel::refreshCells()
{
    if (m_groups.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(int(m_groups.size()) - 1, ColumnCount - 1));
    for (int row = 0; row < int(m_groups.size()); ++row) {
        const QModelIndex group = index(row, 0);
        Q_EMIT dataChanged(index(0, 0, group), index(rowCount(group) - 1, ColumnCount - 1, group));
    }
}

void ScopeTreeModel::setEditable(bool editable)
{
    if (editable == m_editable)
        return;
    m_editable = editable;
    refreshCells();
}

void ScopeTreeModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    rebuild();
}

void ScopeTreeModel::setUse(const std::optional<QList<ScopeUse>> &use)
{
    m_use.clear();
    if (use) {
        for (const ScopeUse &entry : *use)
            m_use.insert(entry.scope, entry);
    }
    refreshCells();
}

QModelIndex ScopeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, quintptr(parent.row()) + 1)
                            : createIndex(row, column, topRow);
}

QModelIndex ScopeTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topRow)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, topRow);
}

int ScopeTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != topRow || parent.column() > 0)
        return 0;
    return int(m_groups.at(parent.row()).scopes.size());
}

int ScopeTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::CheckState ScopeTreeModel::groupState(const Group &group) const
{
    const auto granted = std::count_if(group.scopes.begin(), group.scopes.end(),
                                       [this](const Scope &scope) { return m_editor.hasScope(scope.name); });
    if (granted == 0)
        return Qt::Unchecked;
    return granted == group.scopes.size() ? Qt::Checked : Qt::PartiallyChecked;
}

qint64 ScopeTreeModel::callsOf(const QString &scope) const
{
    const auto use = m_use.constFind(scope);
    return use == m_use.cend() ? -1 : use->calls30d;
}

qint64 ScopeTreeModel::callsOf(const Group &group) const
{
    qint64 sum = 0;
    for (const Scope &scope : group.scopes) {
        const qint64 calls = callsOf(scope.name);
        if (calls < 0)
            return -1;
        sum += calls;
    }
    return sum;
}

QVariant ScopeTreeModel::groupData(const Group &group, int column, int role) const
{
    if (role == Qt::CheckStateRole && column == ScopeColumn)
        return int(groupState(group));
    if (role == ScopeNameRole)
        return QString();
    const auto granted = std::count_if(group.scopes.begin(), group.scopes.end(),
                                       [this](const Scope &scope) { return m_editor.hasScope(scope.name); });
    if (role == Qt::AccessibleTextRole && column == ScopeColumn)
        return tr("%1, %2 of %n scope(s) granted", nullptr, int(group.scopes.size()))
            .arg(group.resource)
            .arg(granted);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != ValueRole)
        return {};
    const qint64 calls = callsOf(group);
    switch (column) {
    case ScopeColumn:
        return group.resource;
    case UsedColumn:
        if (role == ValueRole)
            return calls;
        return calls < 0 ? QString() : QLocale().toString(calls);
    default:
        return QString();
    }
}

QVariant ScopeTreeModel::scopeData(const Scope &scope, int column, int role) const
{
    const bool granted = m_editor.hasScope(scope.name);
    const bool was = m_editor.base() && m_editor.base()->value.scopes.contains(scope.name);
    switch (role) {
    case Qt::CheckStateRole:
        return column == ScopeColumn ? QVariant(int(granted ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case ScopeNameRole:
    case IdRole:
        return scope.name;
    case SensitiveRole:
        return scope.sensitive;
    case ConflictRole:
        return !m_editor.isAllowed(scope);
    case ChangedRole:
        return granted != was;
    case Qt::AccessibleTextRole:
        if (column == ScopeColumn) {
            return granted ? tr("%1, granted. %2").arg(scope.name, scope.sentence)
                           : tr("%1, not granted. %2").arg(scope.name, scope.sentence);
        }
        [[fallthrough]];
    case Qt::DisplayRole:
    case ValueRole:
        break;
    default:
        return {};
    }
    const qint64 calls = callsOf(scope.name);
    switch (column) {
    case ScopeColumn:
        return scope.name;
    case SentenceColumn:
        return scope.sentence;
    case UsedColumn:
        if (role == ValueRole)
            return calls;
        if (calls < 0)
            return QString();
        // A call at the edge of the days is known to have been, not to be counted.
        return calls == 0 && !m_use.value(scope.name).lastUsedAt ? tr("Not used") : QLocale().toString(calls);
    default:
        return {};
    }
}

QVariant ScopeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == topRow)
        return groupData(m_groups.at(index.row()), index.column(), role);
    return scopeData(m_groups.at(int(index.internalId()) - 1).scopes.at(index.row()), index.column(), role);
}

bool ScopeTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!m_editable || role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.column() != ScopeColumn)
        return false;
    const bool granted = value.toInt() != Qt::Unchecked;
    if (index.internalId() != topRow) {
        m_editor.setScope(m_groups.at(int(index.internalId()) - 1).scopes.at(index.row()).name, granted);
        return true;
    }
    QStringList names;
    for (const Scope &scope : m_groups.at(index.row()).scopes) {
        // A group never grants what the lawful basis forbids; single boxes may, and show the conflict.
        if (!granted || m_editor.isAllowed(scope))
            names.append(scope.name);
    }
    m_editor.setScopes(names, granted);
    return true;
}

Qt::ItemFlags ScopeTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == ScopeColumn && m_editable && m_editor.isReady())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ScopeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case ScopeColumn:
        return tr("Scope");
    case SentenceColumn:
        return tr("What it allows");
    case UsedColumn:
        return tr("Calls in 30 days");
    default:
        return {};
    }
}

} // namespace pc::models
