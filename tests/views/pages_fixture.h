// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/random_source.h"
#include "models/access/catalogue_model.h"
#include "models/audit/audit_integrity.h"
#include "models/session/connection.h"
#include "tests/support/manual_clock.h"
#include "tests/views/sample_service.h"
#include "views/commands/command_registry.h"
#include "views/credentials/credential_commands.h"
#include "views/credentials/credential_selection.h"
#include "views/partner/partner_deps.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/shell/navigator.h"
#include "views/widgets/relative_time.h"
#include "views/widgets/toast.h"

#include <QWidget>

namespace pc::test {

class MemoryClipboard final : public views::Clipboard
{
public:
    void setText(const QString &plain, const QString &rich = {}) override
    {
        text = plain;
        html = rich;
        secret = false; // whatever was there is replaced
    }
    void setSecret(QByteArrayView utf8) override
    {
        text.clear();
        secret = !utf8.isEmpty();
    }
    [[nodiscard]] bool holdsOurSecret() const override { return secret; }
    bool clearSecret() override { return std::exchange(secret, false); }
    QString text;
    QString html;
    bool secret = false;
};

/// Answers every question for a file with the path set before.
class FixedFileDialogs final : public views::FileDialogs
{
public:
    void askSave(QWidget *, const QString &, const QString &suggested, const QString &,
                 std::function<void(QString)> done) override
    {
        suggestedName = suggested;
        done(path);
    }
    void askOpen(QWidget *, const QString &, const QString &, std::function<void(QString)> done) override
    {
        done(path);
    }
    QString path;
    QString suggestedName;
};

/// Everything a page is given by the composition root, over the sample service. Times stand still at
/// 2025-11-21 10:24 UTC.
class PagesFixture final
{
public:
    explicit PagesFixture(const QString &draftsDir = {});
    ~PagesFixture();

    ManualClock clock;
    SampleService *service; ///< owned by the connection
    std::unique_ptr<models::Connection> connection;
    views::CommandRegistry commands;
    views::Navigator navigator;
    views::TimeTicker ticker;
    MemoryClipboard clipboard;
    FixedFileDialogs files;
    QWidget window; ///< pages go here
    views::ToastHost toasts;
    models::CatalogueModel catalogue;
    models::AuditIntegrity integrity;
    SystemRandom random;
    views::CredentialSelection credential;
    views::ViewContext context;
    views::PartnerDeps parts;
    std::unique_ptr<views::CredentialCommands> credentialCommands;

    /// Shows a page in the window and lets first answers arrive.
    void show(QWidget *page, const QSize &size = {1180, 800});
    /// The text of the newest toast.
    [[nodiscard]] QString toastText() const;
    [[nodiscard]] QString idOf(const QString &partnerName) const;
};

/// Lets answers that are on their way arrive; bounded, and without a fixed sleep where nothing is pending.
void settle(int rounds = 12);

/// How long each round of settle() takes.
inline int settleMs = 5;

} // namespace pc::test
