// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/version_caller_table.h"

#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

QStringList credentialNames(const VersionCaller &caller)
{
    QStringList names;
    for (const VersionCredentialUse &each : caller.credentials)
        names.append(each.name.isEmpty() ? each.credentialId : each.name);
    return names;
}

QStringList routeNames(const VersionCaller &caller)
{
    QStringList names;
    for (const VersionRouteUse &each : caller.routes)
        names.append(each.what);
    return names;
}

QString contactName(const VersionCaller &caller)
{
    return caller.contacts.isEmpty() ? QString() : caller.contacts.constFirst().name;
}

QString contactMail(const VersionCaller &caller)
{
    return caller.contacts.isEmpty() ? QString() : caller.contacts.constFirst().email;
}

} // namespace

void VersionCallerTable::setCallers(const QList<VersionCaller> &callers)
{
    if (callers == m_callers)
        return;
    beginResetModel(); // figures of another moment; the view keeps its place by partner
    m_callers = callers;
    endResetModel();
}

int VersionCallerTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString VersionCallerTable::nameOfCaller(const VersionCaller &caller)
{
    return caller.name.isEmpty() ? caller.partnerId : caller.name;
}

QString VersionCallerTable::heading(int column) const
{
    switch (column) {
    case PartnerColumn:
        return tr("Partner");
    case CallsColumn:
        return tr("Calls, 30 days");
    case WeekColumn:
        return tr("Calls, 7 days");
    case LastColumn:
        return tr("Last call");
    case CredentialsColumn:
        return tr("Credentials");
    case RoutesColumn:
        return tr("Routes");
    case ContactColumn:
        return tr("Contact");
    case MailColumn:
        return tr("Mail");
    default:
        return {};
    }
}

QString VersionCallerTable::text(int row, int column) const
{
    const VersionCaller &caller = m_callers.at(row);
    switch (column) {
    case PartnerColumn:
        return nameOfCaller(caller);
    case CallsColumn:
        return QLocale().toString(caller.calls30d);
    case WeekColumn:
        return QLocale().toString(caller.calls7d);
    case LastColumn:
        return utcText(caller.lastCallAt);
    case CredentialsColumn:
        return credentialNames(caller).join(u", "_s);
    case RoutesColumn:
        return routeNames(caller).join(u", "_s);
    case ContactColumn:
        return caller.contacts.isEmpty() ? tr("None") : contactName(caller);
    case MailColumn:
        return contactMail(caller);
    default:
        return {};
    }
}

QVariant VersionCallerTable::value(int row, int column) const
{
    const VersionCaller &caller = m_callers.at(row);
    switch (column) {
    case PartnerColumn:
        return nameOfCaller(caller);
    case CallsColumn:
        return caller.calls30d;
    case WeekColumn:
        return caller.calls7d;
    case LastColumn:
        return caller.lastCallAt;
    case CredentialsColumn:
        return credentialNames(caller);
    case RoutesColumn:
        return routeNames(caller);
    case ContactColumn:
        return contactName(caller);
    case MailColumn:
        return contactMail(caller);
    default:
        return {};
    }
}

QString VersionCallerTable::sentence(int row) const
{
    const VersionCaller &caller = m_callers.at(row);
    return tr("%1, %2 in 30 days, last call %3, contact %4", "partner, calls, when, who")
        .arg(nameOfCaller(caller), tr("%n call(s)", nullptr, forPlural(caller.calls30d)),
             utcText(caller.lastCallAt), text(row, ContactColumn));
}

} // namespace pc::models
