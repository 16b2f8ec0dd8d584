// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/http/api_caller.h"
#include "contract/codec/codecs.h"
#include "models/credentials/credential_flows.h"
#include "models/partners/partner_flows.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "tests/views/typing.h"
#include "views/partner/edit_partner_dialog.h"
#include "views/widgets/line_input.h"

#include <QCheckBox>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;

/// Editing a part of a partner that somebody else edits, too.
class EditPartnerTest final : public QObject
{
    Q_OBJECT
public:
    explicit EditPartnerTest(ThemeController &) {}

private Q_SLOTS:
    /// Who was second loses nothing: theirs is shown, mine on top, and the next Save replaces theirs.
    void whoWasSecondSavesOnTopOfTheirs()
    {
        PagesFixture pages;
        pages.show(new QWidget);
        pages.catalogue.ensureLoaded();
        QTRY_VERIFY(pages.catalogue.hasValue());
        const Partner before = pages.service->partners[2];
        QVERIFY(before.agreement.has_value());
        Partner theirs = before;
        theirs.version += 4;
        theirs.agreement->version = u"9.0"_s;
        theirs.agreement->signatories = {u"Meyer, Hans"_s};
        const QByteArray etag = u"\"%1\""_s.arg(theirs.version).toLatin1();
        pages.service->first = [&](const SampleService::Asked &asked) {
            using Answer = std::optional<client::TransportResult>;
            return asked.method == "PUT" && asked.etag != etag
                       ? Answer(ScriptedTransport::problemResponse(412, u"stale"_s,
                                                                   {{u"current"_s, toJson(theirs)}}))
                       : std::nullopt;
        };
        auto *flow = new models::EditPartnerFlow(pages.connection->partners(), {before, u"\"1\""_s});
        QPointer<EditPartnerDialog> dialog = new EditPartnerDialog(
            pages.context, pages.catalogue, flow, models::OnboardStep::Agreement, &pages.window);
        dialog->open();
        settle(5);
        auto *version = dialog->findChild<LineInput *>(u"agreement_version"_s);
        auto *people = dialog->findChild<LineInput *>(u"agreement_signatories"_s);
        version->setFocus();
        version->selectAll();
        QTest::keyClicks(version, u"8.1"_s);
        submitOf(dialog)->click();
        QTRY_VERIFY(message(dialog).contains(u"save again"_s));
        QCOMPARE(version->text(), u"8.1"_s); // what was typed
        QVERIFY2(errorAt(version).contains(u"9.0"_s), qPrintable(errorAt(version)));
        QCOMPARE(people->text(), u"\"Meyer, Hans\""_s); // what they wrote
        QVERIFY(submitOf(dialog)->isEnabled());
        submitOf(dialog)->click();
        QTRY_VERIFY(!dialog);
        const Partner saved = pages.service->partners[2];
        QCOMPARE(saved.agreement->version, u"8.1"_s);
        QCOMPARE(saved.agreement->signatories, QStringList{u"Meyer, Hans"_s});
        pages.service->first = {};
    }

    /// The first agreement of a partner: its fields have their room before the tick lets them be used.
    void aFirstAgreementHasRoom()
    {
        PagesFixture pages;
        pages.show(new QWidget);
        pages.window.resize(1024, 680);
        pages.catalogue.ensureLoaded();
        QTRY_VERIFY(pages.catalogue.hasValue());
        Partner partner = pages.service->partners[2];
        partner.agreement.reset();
        auto *flow = new models::EditPartnerFlow(pages.connection->partners(), {partner, u"\"1\""_s});
        auto *dialog = new EditPartnerDialog(pages.context, pages.catalogue, flow,
                                             models::OnboardStep::Agreement, &pages.window);
        dialog->open();
        settle(5);
        const QRect place = dialog->geometry();
        auto *until = dialog->findChild<QLineEdit *>(u"agreement_valid_until"_s);
        QVERIFY(isInSight(until));
        QVERIFY(!until->isEnabled());
        auto *box = dialog->findChild<QCheckBox *>(u"agreementSigned"_s);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(box->isChecked());
        settle(5);
        QCOMPARE(dialog->geometry(), place);
        for (const QString &name :
             {u"agreement_version"_s, u"agreement_file_sha256"_s, u"agreement_signatories"_s,
              u"agreement_signed_on"_s, u"agreement_valid_until"_s}) {
            const auto *field = dialog->findChild<QLineEdit *>(name);
            QVERIFY2(field && field->isEnabled() && isInSight(field), qPrintable(name));
        }
        box->click();
        QVERIFY(!dialog->edited().partner.agreement);
    }

    /// Who left while it was being saved, and is told that it is not known, finds what was typed again, on
    /// top of what somebody else wrote meanwhile; once it is saved there is nothing to find.
    void whatWasLeftIsThereAgain()
    {
        PagesFixture pages;
        pages.show(new QWidget);
        pages.catalogue.ensureLoaded();
        QTRY_VERIFY(pages.catalogue.hasValue());
        const auto open = [&pages] {
            auto *flow = new models::EditPartnerFlow(pages.connection->partners(),
                                                     models::versioned(pages.service->partners[2]));
            auto *dialog = new EditPartnerDialog(pages.context, pages.catalogue, flow,
                                                 models::OnboardStep::Agreement, &pages.window);
            dialog->open();
            settle(5);
            return QPointer<EditPartnerDialog>(dialog);
        };
        const auto versionIn = [](const EditPartnerDialog *dialog) {
            return dialog->findChild<LineInput *>(u"agreement_version"_s);
        };
        QPointer<EditPartnerDialog> dialog = open();
        versionIn(dialog)->setText(u"8.1"_s);
        pages.service->mood = SampleService::Mood::Silent;
        submitOf(dialog)->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        pages.clock.advance(client::ApiCaller::writeLimit);
        QTRY_VERIFY(pages.toastText().contains(u"not known"_s));
        pages.service->mood = SampleService::Mood::Well;
        pages.service->partners[2].agreement->signatories = {u"Meyer, Hans"_s};

        dialog = open();
        QCOMPARE(versionIn(dialog)->text(), u"8.1"_s);
        QCOMPARE(dialog->findChild<LineInput *>(u"agreement_signatories"_s)->text(), u"\"Meyer, Hans\""_s);
        QVERIFY2(message(dialog).contains(u"not saved"_s), qPrintable(message(dialog)));
        submitOf(dialog)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(pages.service->partners[2].agreement->version, u"8.1"_s);
        dialog = open();
        QCOMPARE(message(dialog), QString());
    }

    /// One Esc too many throws nothing away that was typed; where nothing was, it closes.
    void whatWasTypedIsNotThrownAwayAtOnce()
    {
        PagesFixture pages;
        pages.show(new QWidget);
        pages.catalogue.ensureLoaded();
        QTRY_VERIFY(pages.catalogue.hasValue());
        for (const models::OnboardStep step :
             {models::OnboardStep::Organisation, models::OnboardStep::Contacts,
              models::OnboardStep::Agreement, models::OnboardStep::LawfulBasis}) {
            const auto open = [&] {
                auto *flow = new models::EditPartnerFlow(pages.connection->partners(),
                                                         {pages.service->partners[2], u"\"1\""_s});
                auto *dialog =
                    new EditPartnerDialog(pages.context, pages.catalogue, flow, step, &pages.window);
                dialog->open();
                settle(5);
                return QPointer<EditPartnerDialog>(dialog);
            };
            QPointer<EditPartnerDialog> untouched = open();
            QTest::keyClick(untouched, Qt::Key_Escape);
            QTRY_VERIFY(!untouched);

            QPointer<EditPartnerDialog> dialog = open();
            QWidget *field = typedInputs(dialog).first();
            QTest::keyClicks(field, u"x"_s);
            QTest::keyClick(field, Qt::Key_Escape);
            settle(5);
            QVERIFY(dialog && dialog->isVisible());
            QVERIFY2(message(dialog).contains(u"not saved"_s), qPrintable(message(dialog)));
            QTest::keyClicks(field, u"y"_s); // gone on: the question stands anew
            QTest::keyClick(field, Qt::Key_Escape);
            settle(5);
            QVERIFY(dialog && dialog->isVisible());
            QTest::keyClick(field, Qt::Key_Escape);
            QTRY_VERIFY(!dialog);
        }
    }
};

PC_THEMED_TEST_MAIN(EditPartnerTest)
#include "tst_edit_partner.moc"
