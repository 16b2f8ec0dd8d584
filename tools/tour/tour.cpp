// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/tour/tour.h"

#include "app/console_app.h"
#include "tools/tour/console_driver.h"
#include "tools/tour/main_job.h"
#include "views/commands/command_palette.h"
#include "views/imports/table_import_dialog.h"
#include "views/shell/main_window.h"
#include "views/welcome/welcome_window.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/table_view.h"

#include <QAbstractItemModel>
#include <QCryptographicHash>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <utility>

namespace pc::app {

using namespace Qt::StringLiterals;
using views::Appearance;

namespace {

constexpr qint64 tourEvents = 5000;

} // namespace

Tour::Tour(ConsoleDriver &driver, QString directory, const QSize &size)
    : m_driver(driver), m_directory(std::move(directory)), m_size(size)
{
}

bool Tour::shoot(const QString &name)
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        m_driver.theme().setAppearance(appearance);
        m_driver.settle(120);
        const QString theme = appearance == Appearance::Light ? u"light"_s : u"dark"_s;
        if (!m_driver.savePicture(m_directory + u'/' + name + u'-' + theme + u".png"_s))
            return false;
        ++m_pictures;
    }
    m_driver.theme().setAppearance(Appearance::Light);
    return true;
}

bool Tour::run()
{
    QDir().mkpath(m_directory);
    return firstRun() && partners() && onboarding() && partner() && credentials() && busyPartner() &&
           observing() && versions() && scopesAndPlans() && imports() && audit() && states();
}

bool Tour::firstRun()
{
    m_driver.showFirstRun();
    m_driver.console().welcome()->resize(m_size);
    m_driver.settle();
    if (!shoot(u"first-run"_s) || !m_driver.press(u"connectCardButton"_s))
        return false;
    m_driver.settle();
    if (!shoot(u"connect"_s))
        return false;
    m_driver.close();
    if (!m_driver.openSample(tourEvents))
        return false;
    m_driver.window().resize(m_size);
    return true;
}

bool Tour::partners()
{
    auto *table = m_driver.find<views::PcTableView>(u"partnerTable"_s);
    if (!table || !m_driver.waitFor([table] { return table->model()->rowCount() > 0; }, u"partners"_s))
        return false;
    table->setCurrentIndex(table->model()->index(2, 0));
    m_driver.settle(600);
    if (!shoot(u"partners"_s))
        return false;
    Q_EMIT table->peekRequested(table->currentIndex());
    m_driver.settle(800);
    if (!shoot(u"partners-peek"_s))
        return false;
    m_driver.window().resize(1024, 680);
    m_driver.settle();
    if (!shoot(u"partners-small"_s))
        return false;
    m_driver.window().resize(m_size);
    m_driver.window().commandPalette()->openWith(u"part"_s);
    m_driver.settle();
    if (!shoot(u"palette"_s))
        return false;
    m_driver.window().commandPalette()->closePalette();
    return true;
}

bool Tour::onboarding()
{
    if (!m_driver.run(u"partner.new"_s))
        return false;
    m_driver.settle(400);
    if (!shoot(u"onboarding"_s))
        return false;
    if (!job::onboard(m_driver, u"Aurora Freight"_s, u"sandbox-ci"_s) || !m_driver.dialog(u"secretDialog"_s))
        return false;
    m_driver.settle();
    if (!shoot(u"secret"_s))
        return false;
    QByteArray secret;
    return job::takeSecret(m_driver, nullptr, &secret);
}

bool Tour::tabShot(const QString &tab, const QString &name)
{
    if (!m_driver.find<QWidget>(u"partnerPage"_s) || !m_driver.run(u"partner.tab."_s + tab))
        return false;
    m_driver.settle(900);
    return shoot(name);
}

bool Tour::partner()
{
    m_driver.settle(500);
    return tabShot(u"overview"_s, u"partner-new"_s) && tabShot(u"usage"_s, u"partner-new-usage"_s) &&
           tabShot(u"credentials"_s, u"partner-new-credentials"_s) &&
           dialogShot(u"partner.pack"_s, u"packDialog"_s, u"partner-pack"_s);
}

/// Who still calls the version of the sample that ends soon, its dates, and the notice to one of them.
bool Tour::versions()
{
    m_driver.go(u"console://env/catalogue/api_demo/versions"_s);
    auto *callers = m_driver.find<views::PcTableView>(u"callersTable"_s);
    if (!callers ||
        !m_driver.waitFor([callers] { return callers->model()->rowCount() > 0; }, u"who calls the version"_s))
        return false;
    m_driver.settle(500);
    return shoot(u"versions"_s) &&
           dialogShot(u"catalogue.version.edit"_s, u"versionDialog"_s, u"version-edit"_s) &&
           dialogShot(u"catalogue.version.notice"_s, u"noticeDialog"_s, u"version-notice"_s);
}

bool Tour::busyPartner()
{
    m_driver.go(u"console://env/partners"_s);
    auto *table = m_driver.find<views::PcTableView>(u"partnerTable"_s);
    if (!table)
        return false;
    const QModelIndexList found = table->model()->match(table->model()->index(0, 0), Qt::DisplayRole,
                                                        u"Cobalt Harbour Freight"_s, 1, Qt::MatchStartsWith);
    if (found.isEmpty())
        return false;
    Q_EMIT table->openRequested(found.constFirst());
    m_driver.settle(500);
    for (const QString &tab : {u"overview"_s, u"access"_s, u"usage"_s, u"audit"_s, u"credentials"_s}) {
        if (!tabShot(tab, u"partner-"_s + tab))
            return false;
    }
    return true;
}

bool Tour::dialogShot(const QString &commandId, const QString &dialog, const QString &name)
{
    if (!m_driver.run(commandId))
        return false;
    views::DialogFrame *open = m_driver.dialog(dialog);
    if (!open)
        return false;
    m_driver.settle(500);
    if (!shoot(name))
        return false;
    open->reject();
    return m_driver.waitForNoDialog();
}

bool Tour::credentials()
{
    if (!dialogShot(u"partner.issue"_s, u"issueDialog"_s, u"issue"_s) ||
        !job::selectCredential(m_driver, u"sandbox-ci"_s))
        return false;
    m_driver.settle(600);
    if (!shoot(u"credential-pane"_s) || !dialogShot(u"credential.rotate"_s, u"rotateDialog"_s, u"rotate"_s))
        return false;
    if (!m_driver.run(u"credential.rotate"_s) || !m_driver.dialog(u"rotateDialog"_s) ||
        !m_driver.press(u"submitButton"_s))
        return false;
    QByteArray secret;
    if (!job::takeSecret(m_driver, nullptr, &secret))
        return false;
    m_driver.settle(900);
    if (!shoot(u"credential-rotating"_s) ||
        !dialogShot(u"credential.extendGrace"_s, u"graceDialog"_s, u"grace-change"_s) ||
        !dialogShot(u"credential.endGrace"_s, u"graceDialog"_s, u"grace-end"_s) ||
        !dialogShot(u"credential.suspend"_s, u"suspendDialog"_s, u"suspend"_s) ||
        !dialogShot(u"credential.revoke"_s, u"revokeDialog"_s, u"revoke"_s))
        return false;
    if (!m_driver.run(u"credential.revoke"_s) || !m_driver.dialog(u"revokeDialog"_s) ||
        !m_driver.type(u"reason"_s, u"No longer used"_s) || !job::gatewaysAnswered(m_driver) ||
        !m_driver.press(u"submitButton"_s) || !m_driver.find(u"closeButton"_s))
        return false;
    const auto *icon = m_driver.find<views::IconLabel>(u"titleIcon"_s); // a check only when it is proven
    if (!icon || !m_driver.waitFor([icon] { return icon->icon() == views::Icon::Check; },
                                   u"the proof of the revocation"_s))
        return false;
    m_driver.settle();
    return shoot(u"revoked-proof"_s) && m_driver.press(u"closeButton"_s) && m_driver.waitForNoDialog();
}

/// Who holds a scope and does not use it, and what a smaller plan means for its partners.
bool Tour::scopesAndPlans()
{
    m_driver.go(u"console://env/scopes/scopes/invoices:read"_s);
    m_driver.settle();
    auto *holders = m_driver.find<views::PcTableView>(u"holdersTable"_s);
    if (!holders ||
        !m_driver.waitFor([holders] { return holders->model()->rowCount() > 0; }, u"who holds the scope"_s))
        return false;
    if (!shoot(u"scopes"_s) || !dialogShot(u"scope.edit"_s, u"scopeDialog"_s, u"scope-edit"_s) ||
        !dialogShot(u"scope.take"_s, u"takeScopeDialog"_s, u"scope-take"_s))
        return false;
    m_driver.go(u"console://env/scopes/plans"_s);
    m_driver.settle();
    return shoot(u"plans"_s) && dialogShot(u"plan.edit"_s, u"planDialog"_s, u"plan-edit"_s);
}

/// Keys of another system: what their file would do, and the campaign until none is left.
bool Tour::imports()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"keys.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const QDate today = QDate::currentDate();
    file.write("partner;name;scheme;hash;header;scopes;realm;owner;expires_at\r\n");
    for (const auto &[partner, days] :
         {std::pair("alderbrook", 20), std::pair("bluefen", 90), std::pair("cobalt-harbour", 90)}) {
        const QByteArray hash = QCryptographicHash::hash(partner, QCryptographicHash::Sha256).toHex();
        file.write(QByteArray(partner) + ";Warehouse;sha256;" + hash +
                   ";X-Partner-Key;orders:read;prd;ops-1;" +
                   today.addDays(days).toString(Qt::ISODate).toLatin1() + "\r\n");
    }
    file.close();
    m_driver.go(u"console://env/imported-keys"_s);
    m_driver.settle(600);
    if (!shoot(u"imported-keys-empty"_s) || !m_driver.run(u"import.keys"_s))
        return false;
    auto *dialog = qobject_cast<views::TableImportDialog *>(m_driver.dialog(u"tableImportDialog"_s));
    if (!dialog)
        return false;
    dialog->takeFile(file.fileName());
    if (!m_driver.waitFor([dialog] { return dialog->rows().rowCount() == 3; }, u"what the file would do"_s))
        return false;
    m_driver.settle(400);
    if (!shoot(u"import"_s) || !m_driver.type(u"reason"_s, u"Moved from the old gateway"_s) ||
        !m_driver.press(u"submitButton"_s) || !m_driver.waitForNoDialog())
        return false;
    auto *table = m_driver.find<views::PcTableView>(u"legacyTable"_s);
    if (!table || !m_driver.waitFor([table] { return table->model()->rowCount() == 3; }, u"the keys"_s))
        return false;
    m_driver.settle(600);
    return shoot(u"imported-keys"_s);
}

bool Tour::observing()
{
    m_driver.go(u"console://env/observing"_s);
    m_driver.settle(600);
    if (!shoot(u"observing-empty"_s) ||
        !dialogShot(u"observing.begin"_s, u"beginObservationDialog"_s, u"observe"_s))
        return false;
    if (!m_driver.run(u"observing.begin"_s) || !m_driver.dialog(u"beginObservationDialog"_s) ||
        !m_driver.type(u"reason"_s, u"Partners move over"_s) || !m_driver.press(u"submitButton"_s) ||
        !m_driver.waitForNoDialog())
        return false;
    auto *table = m_driver.find<views::PcTableView>(u"observationsTable"_s);
    if (!table || !m_driver.waitFor([table] { return table->model()->rowCount() > 0; }, u"the observation"_s))
        return false;
    m_driver.settle(600);
    if (!shoot(u"observing"_s))
        return false;
    Q_EMIT table->openRequested(table->currentIndex());
    m_driver.settle(900);
    if (!shoot(u"observed"_s))
        return false;
    if (!m_driver.run(u"observing.enforce"_s) || !m_driver.dialog(u"enforceDialog"_s))
        return false;
    m_driver.settle(600);
    return shoot(u"enforce"_s) && m_driver.type(u"reason"_s, u"All have moved over"_s) &&
           m_driver.press(u"submitButton"_s) && m_driver.waitForNoDialog();
}

bool Tour::audit()
{
    m_driver.go(u"console://env/audit"_s);
    auto *table = m_driver.find<views::PcTableView>(u"auditTable"_s);
    if (!table || !m_driver.waitFor([table] { return table->model()->rowCount() > 0; }, u"audit events"_s))
        return false;
    m_driver.settle(600);
    if (!shoot(u"audit"_s))
        return false;
    table->setCurrentIndex(table->model()->index(1, 0));
    Q_EMIT table->openRequested(table->currentIndex());
    m_driver.settle(1200);
    return shoot(u"audit-event"_s) && activity();
}

/// A verification of the whole history, at its end.
bool Tour::activity()
{
    if (!m_driver.press(u"activity"_s))
        return false;
    m_driver.settle(600);
    if (!shoot(u"activity-empty"_s) || !m_driver.press(u"verifyHistoryButton"_s))
        return false;
    if (!m_driver.find(u"jobOutcome"_s))
        return false;
    m_driver.settle();
    return shoot(u"activity"_s) && m_driver.press(u"closeButton"_s) && m_driver.waitForNoDialog();
}

bool Tour::states()
{
    m_driver.type(u"auditQuery"_s, u"nothing-says-this"_s);
    m_driver.settle(800);
    if (!shoot(u"audit-empty"_s))
        return false;
    m_driver.go(u"console://env/partners"_s);
    m_driver.console().localPlatform().stop();
    m_driver.settle(3000);
    return shoot(u"offline"_s);
}

} // namespace pc::app
