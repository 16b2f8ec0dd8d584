// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/legacy_key_table.h"

#include "contract/rules/act_refusal.h"
#include "contract/rules/fold.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using Show = LegacyKeyFilter::Show;

bool isLeft(const LegacyKeyState &key)
{
    return rules::isLiving(key.state) || key.state == CredentialState::Suspended;
}

LegacyKeyTable::LegacyKeyTable(const LegacyCampaignModel &campaign, TimerClock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_campaign(campaign), m_clock(clock)
{
    connect(&campaign, &LegacyCampaignModel::changed, this, &LegacyKeyTable::follow);
    follow();
}

LegacyKeyTable::~LegacyKeyTable() = default;

void LegacyKeyTable::setFilter(const LegacyKeyFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    follow();
}

bool LegacyKeyTable::isNear(const LegacyKeyState &key) const
{
    return isLeft(key) && key.deadline <= m_clock.now().addDays(nearDays);
}

bool LegacyKeyTable::isShown(const LegacyKeyState &key) const
{
    if (m_filter.kind != CredentialKind::Unknown && key.kind != m_filter.kind)
        return false;
    if (!m_filter.text.isEmpty()) {
        const QString wanted = rules::fold(m_filter.text);
        const QStringList all{key.name, key.clientId, key.partnerName, key.contact};
        if (!rules::fold(all.join(u'\n')).contains(wanted))
            return false;
    }
    switch (m_filter.show) {
    case Show::Left:
        return isLeft(key);
    case Show::NearDeadline:
        return isNear(key);
    case Show::WithoutSuccessor:
        return isLeft(key) && key.successorId.isEmpty();
    case Show::Over:
        return !isLeft(key);
    case Show::All:
        break;
    }
    return true;
}

void LegacyKeyTable::follow()
{
    QList<LegacyKeyState> rows;
    for (const LegacyKeyState &key : m_campaign.report().keys) {
        if (isShown(key))
            rows.append(key);
    }
    if (rows == m_rows)
        return;
    beginResetModel(); // the view keeps its place by the credential
    m_rows = std::move(rows);
    endResetModel();
}

int LegacyKeyTable::nearDeadline() const
{
    const QList<LegacyKeyState> &keys = m_campaign.report().keys;
    return static_cast<int>(
        std::count_if(keys.begin(), keys.end(), [this](const LegacyKeyState &key) { return isNear(key); }));
}

int LegacyKeyTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LegacyKeyTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LegacyKeyTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LegacyKeyState &key = m_rows.at(index.row());
    if (role == IdRole)
        return key.credentialId;
    if (role == PartnerIdRole)
        return key.partnerId;
    if (role == NearRole)
        return isNear(key);
    if (role == LeftRole)
        return isLeft(key);
    if (role == Qt::AccessibleTextRole && index.column() == PartnerColumn)
        return tr("%1, %2 of %3, %4, deadline %5, %6",
                  "kind, name, partner, state, time, whether another credential follows")
            .arg(nameOf(key.kind), key.name, key.partnerName, nameOf(key.state), utcText(key.deadline),
                 key.successorId.isEmpty() ? tr("without a successor") : tr("with a successor"));
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!isText && role != ValueRole)
        return {};
    switch (index.column()) {
    case PartnerColumn:
        return key.partnerName;
    case NameColumn:
        return key.name;
    case KindColumn:
        return isText ? QVariant(nameOf(key.kind)) : QVariant(int(key.kind));
    case RealmColumn:
        return isText ? QVariant(nameOf(key.realm)) : QVariant(int(key.realm));
    case DeadlineColumn:
        return isText ? QVariant(utcText(key.deadline)) : QVariant(key.deadline);
    case LastUsedColumn:
        if (!key.lastUsedAt)
            return isText ? QVariant(tr("never")) : QVariant();
        return isText ? QVariant(utcText(*key.lastUsedAt)) : QVariant(*key.lastUsedAt);
    case CallsColumn: // under a client id calls carry tokens, which say the credential's own
        if (key.kind == CredentialKind::LegacyClientId)
            return isText ? QVariant(u"–"_s) : QVariant();
        return isText ? QVariant(QLocale().toString(key.calls30d)) : QVariant(key.calls30d);
    case SuccessorColumn:
        return isText ? QVariant(key.successorId.isEmpty() ? tr("none") : key.successorId)
                      : QVariant(key.successorId);
    case ContactColumn:
        return isText ? QVariant(key.contact.isEmpty() ? tr("none") : key.contact) : QVariant(key.contact);
    case StateColumn:
        return isText ? QVariant(nameOf(key.state)) : QVariant(int(key.state));
    default:
        return {};
    }
}

QVariant LegacyKeyTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case PartnerColumn:
        return tr("Partner");
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case RealmColumn:
        return tr("Realm");
    case DeadlineColumn:
        return tr("Deadline");
    case LastUsedColumn:
        return tr("Last used");
    case CallsColumn:
        return tr("Calls, 30 days");
    case SuccessorColumn:
        return tr("Successor");
    case ContactColumn:
        return tr("Technical contact");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace pc::models
