// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/credentials/credential_list_model.h"

#include "contract/rules/expiring.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString credentialSortKey(int column)
{
    switch (column) {
    case CredentialListModel::NameColumn:
        return u"name"_s;
    case CredentialListModel::StateColumn:
        return u"state"_s;
    case CredentialListModel::LastUsedColumn:
        return u"last_used_at"_s;
    case CredentialListModel::ExpiresColumn:
        return u"expires_at"_s;
    case CredentialListModel::OwnerColumn:
        return u"owner"_s;
    case CredentialListModel::PartnerColumn:
        return u"partner"_s;
    default:
        return {};
    }
}

QDateTime graceUntil(const Credential &credential)
{
    const Generation *older = rules::generationInGrace(credential);
    return older ? older->graceUntil.value_or(QDateTime()) : QDateTime();
}

QString lastFourOf(const Credential &credential)
{
    // Of the secret that is, or was last, in force; one that waits to be confirmed is not.
    for (const Generation &generation : credential.generations)
        if (generation.state != GenerationState::Pending && generation.state != GenerationState::Void)
            return generation.lastFour;
    return credential.generations.isEmpty() ? QString() : credential.generations.first().lastFour;
}

/// Whether its expiry changes what is shown: of what is suspended too.
bool endsByTheClock(CredentialState state)
{
    return rules::isLiving(state) || state == CredentialState::Suspended;
}

} // namespace

CredentialListModel::CredentialListModel(client::CredentialsClient &credentials, ChangeFeed &feed,
                                         QObject *parent)
    : PagedRows<Credential>(feed.clock(), parent), m_credentials(credentials)
{
    connect(&feed, &ChangeFeed::reset, this, [this] { refreshWithin(0ms); });
    connect(&feed, &ChangeFeed::changed, this, [this](const Change &change) {
        if (!m_query.partnerId.isEmpty() && !change.mayConcernPartner(m_query.partnerId))
            return;
        if (change.kind == ChangeKind::Credential || change.kind == ChangeKind::Partner)
            refreshWithin(100ms);
        else if (change.kind == ChangeKind::Usage && showsUseOf(change))
            refreshWithin(5s);
    });
}

CredentialListModel::~CredentialListModel() = default;

void CredentialListModel::setQuery(const CredentialQuery &query)
{
    if (query == m_query && state() != LoadState::Idle)
        return refresh(); // the same question: its rows stay
    if (query.partnerId != m_query.partnerId)
        dropRows();
    m_query = query;
    startOver();
}

bool CredentialListModel::canSort(int column)
{
    return !credentialSortKey(column).isEmpty();
}

/// Calls move "last used" only: of a credential that is shown, or in the order of the list.
bool CredentialListModel::showsUseOf(const Change &change) const
{
    const auto isTheirs = [&change](const Credential &row) {
        return change.mayConcernPartner(row.partnerId);
    };
    return isBusy() || m_query.sort.endsWith(credentialSortKey(LastUsedColumn)) ||
           std::any_of(rows().begin(), rows().end(), isTheirs);
}

client::Call CredentialListModel::fetchPage(const QString &cursor, int limit, PageCallback done)
{
    CredentialQuery query = m_query;
    query.cursor = cursor;
    query.limit = limit;
    return m_credentials.list(query, this, std::move(done));
}

/// Expiry and end of grace are known instants: nothing tells us when they pass, so an alarm does.
void CredentialListModel::rowsChanged()
{
    const QDateTime now = clock().now();
    QDateTime next;
    const auto consider = [&](const QDateTime &instant) {
        if (instant.isValid() && instant > now && (!next.isValid() || instant < next))
            next = instant;
    };
    for (const Credential &credential : rows()) {
        if (endsByTheClock(credential.state))
            consider(credential.expiresAt);
        consider(graceUntil(credential));
    }
    m_alarm.reset();
    if (next.isValid())
        m_alarm = clock().after(std::chrono::milliseconds(now.msecsTo(next)) + 250ms, [this] { refresh(); });
}

int CredentialListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant CredentialListModel::value(const Credential &credential, int column)
{
    switch (column) {
    case NameColumn:
        return credential.name;
    case KindColumn:
        return int(credential.kind);
    case StateColumn:
        return int(credential.state);
    case ScopesColumn:
        return credential.scopes;
    case LastUsedColumn:
        return credential.lastUsedAt.value_or(QDateTime());
    case ExpiresColumn:
        return credential.expiresAt;
    case LastFourColumn:
        return lastFourOf(credential);
    case OwnerColumn:
        return credential.owner;
    case PartnerColumn:
        return credential.partnerId;
    case RealmColumn:
        return int(credential.realm);
    default:
        return {};
    }
}

QString CredentialListModel::text(const Credential &credential, int column)
{
    switch (column) {
    case NameColumn:
        return credential.name;
    case KindColumn:
        return nameOf(credential.kind);
    case StateColumn:
        return nameOf(credential.state);
    case ScopesColumn:
        return credential.scopes.join(u", "_s);
    case LastUsedColumn:
        return credential.lastUsedAt ? utcText(*credential.lastUsedAt) : tr("Never");
    case ExpiresColumn:
        return utcText(credential.expiresAt);
    case LastFourColumn:
        return lastFourOf(credential).isEmpty() ? QString() : u"…"_s + lastFourOf(credential);
    case OwnerColumn:
        return credential.owner;
    case PartnerColumn:
        return credential.partnerName;
    case RealmColumn:
        return nameOf(credential.realm);
    default:
        return {};
    }
}

QString CredentialListModel::accessibleText(const Credential &credential, int column) const
{
    if (column == NameColumn)
        return tr("%1, %2, %3, %4, expires %5")
            .arg(credential.name, nameOf(credential.kind), nameOf(credential.state), nameOf(credential.realm),
                 utcText(credential.expiresAt));
    return tr("%1: %2").arg(heading(column), text(credential, column));
}

QVariant CredentialListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Credential &credential = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(credential, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(credential, index.column());
    case ValueRole:
        return value(credential, index.column());
    case IdRole:
        return credential.id;
    case GraceUntilRole:
        return graceUntil(credential);
    case ExpiringRole:
        return rules::isExpiring(credential, clock().now());
    default:
        return {};
    }
}

QString CredentialListModel::heading(int column) const
{
    switch (column) {
    case NameColumn:
        return tr("Name");
    case KindColumn:
        return tr("Kind");
    case StateColumn:
        return tr("State");
    case ScopesColumn:
        return tr("Scopes");
    case LastUsedColumn:
        return tr("Last used");
    case ExpiresColumn:
        return tr("Expires");
    case LastFourColumn:
        return tr("Secret");
    case OwnerColumn:
        return tr("Owner");
    case PartnerColumn:
        return tr("Partner");
    case RealmColumn:
        return tr("Realm");
    default:
        return {};
    }
}

void CredentialListModel::sort(int column, Qt::SortOrder order)
{
    sortBy(m_query.sort, credentialSortKey(column), order);
}

} // namespace pc::models
