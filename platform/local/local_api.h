// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"
#include "platform/admin/api/admin_context.h"
#include "platform/http/router.h"

#include <functional>
#include <future>
#include <optional>

namespace pc::platform {

/// `/local/v1` on the Unix socket of the data directory (mode 0600): who may open it may manage operators
/// and have acts on gateways recorded.
/// Not for any other router.
class LocalApi
{
public:
    explicit LocalApi(AdminContext &context) : m_context(context) {}

    void setAddresses(const QString &url, const QString &caFile);
    void mount(Router &router);

    /// Signs the local administrator in; makes the account first when it is missing. Nothing when it is
    /// disabled. Does not block, and comes as keepSession() answers.
    [[nodiscard]] std::future<std::optional<Secret>> localToken();

private:
    using Signed = tl::expected<OperatorSessions::Minted, QString>;
    /// `makes`: the local administrator, when it is missing.
    void signIn(const QString &account, const QString &by, bool makes, std::function<void(Signed)> done);
    void list(const HttpRequest &request, const Responder &respond);
    void add(const HttpRequest &request, const Responder &respond);
    void follow(const OperatorRow &stored, const Reopenings::Turn &turn);
    void disable(const HttpRequest &request, const Responder &respond);
    void recordAct(const HttpRequest &request, const Responder &respond);
    void token(const HttpRequest &request, const Responder &respond, const QString &account, bool attach);
    void answerSignIn(const HttpRequest &request, const Responder &respond, const Signed &minted,
                      bool attach) const;

    AdminContext &m_context;
    QString m_url;
    QString m_caFile;
};

} // namespace pc::platform
