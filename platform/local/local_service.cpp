// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/local/local_service.h"

#include "contract/codec/codecs.h"
#include "platform/data_dir/data_directory.h"
#include "platform/local/local_calls.h"

#include <QJsonDocument>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

/// The answer, when it is no refusal.
FromService<LocalReply> ask(const QString &socket, std::chrono::seconds patience, LocalCall call,
                            const QByteArray &body = {})
{
    const LocalCallRow &row = localCall(call);
    auto reply = askLocally(socket, methodName(row.method), row.path, body, patience);
    if (!reply)
        return tl::make_unexpected(LocalFault{reply.error(), {}});
    if (reply->status >= 200 && reply->status < 300)
        return std::move(*reply);
    const auto problem =
        parseObject(reply->body).and_then([](const QJsonObject &json) { return fromJson<Problem>(json); });
    const QString said = problem ? (problem->detail.isEmpty() ? problem->title : problem->detail) : QString();
    return tl::make_unexpected(
        LocalFault{said.isEmpty() ? u"the service answered %1"_s.arg(reply->status) : said,
                   problem ? problem->code : QString()});
}

template <typename Message>
FromService<Message> messageIn(LocalReply reply)
{
    const QJsonDocument json = QJsonDocument::fromJson(reply.body);
    pc::wipe(reply.body); // it may hold a token
    Decoded<Message> message = messageFromJson<Message>(json.object());
    if (!message)
        return tl::make_unexpected(LocalFault{
            u"the service gave an answer that this program cannot read (%1)"_s.arg(message.error().pointer),
            {}});
    return std::move(*message);
}

FromService<CarriedOut> changeIn(LocalReply reply)
{
    if (reply.status != 202)
        return CarriedOut();
    return messageIn<KeptForLater>(std::move(reply)).map([](KeptForLater kept) {
        return CarriedOut(std::move(kept));
    });
}

} // namespace

std::optional<LocalService> LocalService::on(const QString &dataDirectory)
{
    LocalService service(dataDirectory);
    return isListening(service.m_socket) ? std::optional(std::move(service)) : std::nullopt;
}

LocalService::LocalService(const QString &dataDirectory, std::chrono::seconds patience)
    : m_socket(localSocketPath(dataDirectory)), m_patience(patience)
{
}

FromService<OperatorList> LocalService::operators() const
{
    return ask(m_socket, m_patience, LocalCall::ListOperators).and_then(messageIn<OperatorList>);
}

FromService<CarriedOut> LocalService::add(const OperatorAddition &addition) const
{
    return ask(m_socket, m_patience, LocalCall::AddOperator, jsonBytes(addition)).and_then(changeIn);
}

FromService<CarriedOut> LocalService::disable(const QString &account) const
{
    return ask(m_socket, m_patience, LocalCall::DisableOperator, jsonBytes(NamedOperator{account}))
        .and_then(changeIn);
}

FromService<SignedIn> LocalService::signIn(const QString &account) const
{
    return ask(m_socket, m_patience, LocalCall::SignInOperator, jsonBytes(NamedOperator{account}))
        .and_then(messageIn<SignedIn>);
}

FromService<AttachedConsole> LocalService::attach() const
{
    return ask(m_socket, m_patience, LocalCall::Attach).and_then(messageIn<AttachedConsole>);
}

FromService<CarriedOut> LocalService::record(const host_acts::HostAct &act) const
{
    return ask(m_socket, m_patience, LocalCall::RecordAct, jsonBytes(act)).and_then(changeIn);
}

FromService<GatewayCheckBegun> LocalService::beginCheck(const GatewayCheckStart &start) const
{
    return ask(m_socket, m_patience, LocalCall::BeginGatewayCheck, jsonBytes(start))
        .and_then(messageIn<GatewayCheckBegun>);
}

FromService<GatewayCheckSeen> LocalService::seen(const QString &check) const
{
    return ask(m_socket, m_patience, LocalCall::ShowGatewayCheck, jsonBytes(NamedGatewayCheck{check}))
        .and_then(messageIn<GatewayCheckSeen>);
}

FromService<CarriedOut> LocalService::deny(const CheckTokenDenial &denial) const
{
    return ask(m_socket, m_patience, LocalCall::DenyCheckToken, jsonBytes(denial)).and_then(changeIn);
}

FromService<HistoryState> LocalService::history() const
{
    return ask(m_socket, m_patience, LocalCall::ShowHistory).and_then(messageIn<HistoryState>);
}

FromService<CarriedOut> LocalService::acceptHistory(const QString &reason) const
{
    return ask(m_socket, m_patience, LocalCall::AcceptHistory, jsonBytes(HistoryAcceptance{reason}))
        .and_then(changeIn);
}

} // namespace pc::platform
