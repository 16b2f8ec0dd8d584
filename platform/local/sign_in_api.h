// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"
#include "platform/admin/api/admin_context.h"
#include "platform/http/router.h"

#include <functional>
#include <future>
#include <optional>

namespace pc::platform {

/// Sign-ins for whoever may open the Unix socket of the data directory: as an operator, or as the local
/// administrator, for a further console of this user.
class SignInApi
{
public:
    explicit SignInApi(AdminContext &context) : m_context(context) {}

    void setAddresses(const QString &url, const QString &caFile);
    void mount(Router &router);

    /// Signs the local administrator in; makes the account first when it is missing. Nothing when it is
    /// disabled. Does not block, and comes as keepSession() answers.
    [[nodiscard]] std::future<std::optional<Secret>> localToken();

private:
    using Signed = tl::expected<OperatorSessions::Minted, QString>;
    /// `makes`: the local administrator, when it is missing.
    void signIn(const QString &account, const QString &by, bool makes, std::function<void(Signed)> done);
    void token(const HttpRequest &request, const Responder &respond);
    void attach(const HttpRequest &request, const Responder &respond);

    AdminContext &m_context;
    QString m_url;
    QString m_caFile;
};

} // namespace pc::platform
