// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/call_list_model.h"

#include "models/calls/call_histogram_model.h"
#include "models/text/enum_names.h"
#include "models/text/figures.h"

#include <QLocale>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

/// Always absolute UTC with milliseconds, as gateways' logs have it.
QString callTimeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QVariant reported(const std::optional<qint64> &figure)
{
    return figure ? QVariant(*figure) : QVariant();
}

std::optional<qint64> bytesOf(const CallRecord &call)
{
    return call.end ? call.end->bytesSent : std::nullopt;
}

std::optional<qint64> upstreamOf(const CallRecord &call)
{
    return call.end ? call.end->upstreamMicros : std::nullopt;
}

/// As the service's JSON has it.
QString fieldValueOf(const CallRecord &call, CallField field)
{
    switch (field) {
    case CallField::Partner:
        return call.partnerId;
    case CallField::Credential:
        return call.credentialId;
    case CallField::Generation:
        return call.generation > 0 ? QString::number(call.generation) : QString();
    case CallField::Method:
        return call.method;
    case CallField::Route:
        return call.routeId;
    case CallField::Path:
        return call.path;
    case CallField::Outcome:
        return toText(call.outcome);
    case CallField::Reason:
        return toText(call.reason);
    case CallField::Status:
        return QString::number(statusOf(call));
    case CallField::Source:
        return call.source;
    case CallField::UserAgent:
        return call.userAgent;
    case CallField::Gateway:
        return call.gateway;
    case CallField::Request:
        return call.requestId;
    case CallField::Decision:
        return call.id;
    case CallField::Realm:
    case CallField::Unknown:
        break;
    }
    return {};
}

} // namespace

int statusOf(const CallRecord &call)
{
    return call.end ? call.end->status : call.status;
}

CallListModel::CallListModel(client::CallsClient &calls, CallNames &names, ChangeFeed &feed, QObject *parent)
    : TimelineRows<CallRecord>(feed, parent), m_calls(calls), m_names(names)
{
    connect(&names, &CallNames::changed, this, [this](CallField kind) {
        showColumnAgain(kind == CallField::Partner      ? PartnerColumn
                        : kind == CallField::Credential ? CredentialColumn
                                                        : RouteColumn);
    });
}

CallListModel::~CallListModel() = default;

void CallListModel::setQuery(const CallQuery &query)
{
    if (query.filter == m_filter && query.order == order() && state() != LoadState::Idle)
        return query.at ? showAt(*query.at) : refresh(); // the same question: its rows stay
    if (query.filter.values(CallField::Partner) != m_filter.values(CallField::Partner))
        dropRows();
    m_filter = query.filter;
    startOver(query.order, query.at);
}

CallQuery CallListModel::query() const
{
    CallQuery query;
    query.filter = m_filter;
    query.order = order();
    return query;
}

void CallListModel::setShowsPaths(bool paths)
{
    if (paths == m_showsPaths)
        return;
    m_showsPaths = paths;
    showColumnAgain(RouteColumn);
    Q_EMIT headerDataChanged(Qt::Horizontal, RouteColumn, RouteColumn);
}

void CallListModel::showColumnAgain(int column)
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

CallField CallListModel::fieldOf(int column)
{
    switch (column) {
    case PartnerColumn:
        return CallField::Partner;
    case MethodColumn:
        return CallField::Method;
    case RouteColumn:
        return CallField::Route;
    case PathColumn:
        return CallField::Path;
    case StatusColumn:
        return CallField::Status;
    case OutcomeColumn:
        return CallField::Outcome;
    case ReasonColumn:
        return CallField::Reason;
    case CredentialColumn:
        return CallField::Credential;
    case GenerationColumn:
        return CallField::Generation;
    case SourceColumn:
        return CallField::Source;
    case UserAgentColumn:
        return CallField::UserAgent;
    case RequestColumn:
        return CallField::Request;
    case DecisionColumn:
        return CallField::Decision;
    case GatewayColumn:
        return CallField::Gateway;
    default:
        return CallField::Unknown;
    }
}

bool CallListModel::mayConcern(const Change &change) const
{
    return mayBring(change, m_filter);
}

client::Call CallListModel::fetchPage(const TimelineRequest &request, PageCallback done)
{
    return m_calls.list({m_filter, request.order, request.at, request.limit, request.cursor}, this,
                        std::move(done));
}

int CallListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString CallListModel::partnerText(const CallRecord &call) const
{
    const QString name = m_names.partner(call.partnerId);
    return name.isEmpty() ? call.partnerId : name;
}

QString CallListModel::routeText(const CallRecord &call) const
{
    if (call.isTokenRequest)
        return tr("Token request");
    const QString path = m_showsPaths ? QString() : m_names.pathTemplate(call.routeId);
    return path.isEmpty() ? call.path : path;
}

QString CallListModel::credentialText(const CallRecord &call) const
{
    const QString name = m_names.credential(call.credentialId);
    const QString lastFour = m_names.lastFour(call.credentialId, call.generation);
    const QString shown = name.isEmpty() ? call.credentialId : name;
    return lastFour.isEmpty() ? shown
                              : tr("%1 …%2", "a credential and how its secret ends").arg(shown, lastFour);
}

QVariant CallListModel::value(const CallRecord &call, int column) const
{
    switch (column) {
    case TimeColumn:
        return call.at;
    case PartnerColumn:
        return call.partnerId;
    case RouteColumn:
        return call.routeId;
    case StatusColumn:
        return statusOf(call);
    case OutcomeColumn:
        return int(call.outcome);
    case ReasonColumn:
        return int(call.reason);
    case CredentialColumn:
        return call.credentialId;
    case GenerationColumn:
        return call.generation > 0 ? QVariant(qint64(call.generation)) : QVariant();
    case TookColumn:
        return call.micros;
    case BytesColumn:
        return reported(bytesOf(call));
    case UpstreamColumn:
        return reported(upstreamOf(call));
    default:
        return fieldValueOf(call, fieldOf(column));
    }
}

QString CallListModel::text(const CallRecord &call, int column) const
{
    switch (column) {
    case TimeColumn:
        return callTimeText(call.at);
    case PartnerColumn:
        return partnerText(call);
    case RouteColumn:
        return routeText(call);
    case OutcomeColumn:
        return nameOfOne(call.outcome);
    case ReasonColumn:
        return nameOf(call.reason);
    case CredentialColumn:
        return credentialText(call);
    case GenerationColumn:
        return call.generation > 0 ? QLocale().toString(call.generation) : QString();
    case TookColumn:
        return tookText(call.micros);
    case BytesColumn:
        return bytesOf(call) ? QLocale().toString(*bytesOf(call)) : QString();
    case UpstreamColumn:
        return upstreamOf(call) ? tookText(*upstreamOf(call)) : QString();
    default:
        return fieldValueOf(call, fieldOf(column));
    }
}

QString CallListModel::accessibleText(const CallRecord &call, int column) const
{
    const QString shown = text(call, column);
    switch (column) {
    case TimeColumn:
        return tr("%1 UTC, %2, %3 %4, status %5, %6")
            .arg(shown, call.partnerId.isEmpty() ? tr("partner not known") : partnerText(call), call.method,
                 routeText(call), QString::number(statusOf(call)),
                 call.reason == DecisionReason::Allowed ? nameOfOne(call.outcome) : nameOf(call.reason));
    case StatusColumn:
        return call.end ? tr("Status %1").arg(shown) : tr("Status %1, at decision").arg(shown);
    case BytesColumn:
    case UpstreamColumn:
        return shown.isEmpty() ? tr("%1: not reported").arg(heading(column))
                               : tr("%1: %2").arg(heading(column), shown);
    default:
        return shown.isEmpty() ? tr("%1: none").arg(heading(column))
                               : tr("%1: %2").arg(heading(column), shown);
    }
}

QVariant CallListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CallRecord &call = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(call, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(call, index.column());
    case ValueRole:
        return value(call, index.column());
    case IdRole:
        return call.id;
    case PartnerIdRole:
        return call.partnerId;
    case CredentialIdRole:
        return call.credentialId;
    case OutcomeRole:
        return int(call.outcome);
    case AtDecisionRole:
        return !call.end.has_value();
    case FieldRole:
        return int(fieldOf(index.column()));
    case FieldValueRole:
        return fieldValueOf(call, fieldOf(index.column()));
    default:
        return {};
    }
}

QString CallListModel::heading(int column) const
{
    switch (column) {
    case TimeColumn:
        return tr("Time (UTC)");
    case PartnerColumn:
        return tr("Partner");
    case MethodColumn:
        return tr("Method");
    case RouteColumn:
        return m_showsPaths ? tr("Path") : tr("Route");
    case PathColumn:
        return tr("Path");
    case StatusColumn:
        return tr("Status");
    case OutcomeColumn:
        return tr("Outcome");
    case ReasonColumn:
        return tr("Reason");
    case CredentialColumn:
        return tr("Credential");
    case GenerationColumn:
        return tr("Generation");
    case SourceColumn:
        return tr("Source");
    case UserAgentColumn:
        return tr("User agent");
    case RequestColumn:
        return tr("Request ID");
    case DecisionColumn:
        return tr("Decision ID");
    case GatewayColumn:
        return tr("Gateway");
    case TookColumn:
        return tr("Took");
    case BytesColumn:
        return tr("Bytes");
    case UpstreamColumn:
        return tr("API time");
    default:
        return {};
    }
}

} // namespace pc::models
