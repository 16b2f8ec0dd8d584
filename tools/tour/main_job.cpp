// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/tour/main_job.h"

#include "contract/types/enums.h"
#include "models/base/item_roles.h"
#include "models/credentials/credential_list_model.h"
#include "tools/tour/console_driver.h"
#include "views/widgets/table_view.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QCryptographicHash>
#include <QDate>
#include <QLineEdit>

namespace pc::app::job {

using namespace Qt::StringLiterals;

namespace {

bool contact(ConsoleDriver &driver, const QString &kind, const QString &name)
{
    return driver.type(kind + u"_name"_s, name) &&
           driver.type(kind + u"_email"_s, kind + u"@partner.example"_s) &&
           driver.type(kind + u"_phone"_s, u"+1 555 0100"_s) && driver.check(kind + u"_verified"_s) &&
           driver.type(kind + u"_verified_with"_s, name);
}

} // namespace

bool onboard(ConsoleDriver &driver, const QString &name, const QString &credentialName)
{
    const QString fileHash = QString::fromLatin1(
        QCryptographicHash::hash("data-sharing agreement", QCryptographicHash::Sha256).toHex());
    const QDate today = QDateTime::currentDateTimeUtc().date();
    bool ok = driver.run(u"partner.new"_s);
    // Organisation
    ok = ok && driver.type(u"name"_s, name) && driver.type(u"legal_name"_s, name + u" Ltd"_s) &&
         driver.type(u"country"_s, u"DE"_s) && driver.press(u"stepNext"_s);
    // Contacts
    ok = ok && contact(driver, u"business"_s, u"Business desk"_s) &&
         contact(driver, u"technical"_s, u"Integration team"_s) &&
         contact(driver, u"security"_s, u"Security desk"_s) &&
         contact(driver, u"data_protection"_s, u"Data protection office"_s);
    ok = ok && driver.press(u"stepNext"_s);
    // Agreement
    ok = ok && driver.check(u"agreementSigned"_s) && driver.type(u"agreement_version"_s, u"3.2"_s) &&
         driver.type(u"agreement_file_sha256"_s, fileHash) &&
         driver.type(u"agreement_signatories"_s, u"Partner board, Platform legal"_s) &&
         driver.type(u"agreement_signed_on"_s, today.toString(Qt::ISODate)) &&
         driver.type(u"agreement_valid_until"_s, today.addYears(1).toString(Qt::ISODate)) &&
         driver.press(u"stepNext"_s);
    // Lawful basis and data
    ok = ok && driver.chooseData(u"lawful_basis"_s, int(LawfulBasis::Contract));
    if (ok) {
        QWidget *box = driver.find(u"data_categories"_s);
        // They come with the catalogue, which may still be on its way.
        ok = box && driver.waitFor([box] { return !box->findChildren<QAbstractButton *>().isEmpty(); },
                                   u"the data categories"_s);
        for (QAbstractButton *category :
             ok ? box->findChildren<QAbstractButton *>() : QList<QAbstractButton *>())
            category->setChecked(true);
    }
    ok = ok && driver.type(u"purpose"_s, u"Order processing on behalf of shared customers."_s) &&
         driver.press(u"stepNext"_s);
    // Scopes and quota
    ok = ok && driver.chooseFirst(u"plan_id"_s) && driver.check(u"scope_orders:read"_s) &&
         driver.check(u"scope_invoices:read"_s) && driver.press(u"stepNext"_s);
    // Sandbox access
    ok = ok && driver.check(u"sandboxIssue"_s) && driver.type(u"sandbox_credential_name"_s, credentialName) &&
         driver.press(u"stepNext"_s);
    // Review
    return ok && driver.press(u"stepNext"_s);
}

bool takeSecret(ConsoleDriver &driver, QByteArray *clientId, QByteArray *secret)
{
    if (!driver.dialog(u"secretDialog"_s) || !driver.press(u"copySecretButton"_s))
        return false;
    if (clientId) {
        auto *id = driver.find<QLineEdit>(u"clientId"_s);
        *clientId = id ? id->text().toUtf8() : QByteArray();
    }
    *secret = driver.clipboard().secret().view().toByteArray();
    return driver.check(u"storedCheck"_s) && driver.press(u"doneButton"_s) && driver.waitForNoDialog();
}

bool gatewaysAnswered(ConsoleDriver &driver)
{
    const QWidget *line = driver.find(u"probeLine"_s);
    return line && driver.waitFor([line] { return !line->property("probing").toBool(); },
                                  u"the answers of the gateways"_s);
}

bool selectCredential(ConsoleDriver &driver, const QString &name)
{
    auto *table = driver.find<views::PcTableView>(u"credentialsTable"_s);
    if (!table)
        return false;
    const auto row = [table, &name] {
        const QModelIndexList found =
            table->model()->match(table->model()->index(0, models::CredentialListModel::NameColumn),
                                  models::ValueRole, name, 1, Qt::MatchExactly | Qt::MatchCaseSensitive);
        return found.value(0);
    };
    if (!driver.waitFor([&row] { return row().isValid(); }, u"the credential "_s + name))
        return false;
    table->setCurrentIndex(row());
    Q_EMIT table->openRequested(row());
    return true;
}

} // namespace pc::app::job
