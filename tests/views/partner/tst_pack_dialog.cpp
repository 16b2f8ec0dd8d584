// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/pack_files.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/commands/command_registry.h"
#include "views/partner/pack_dialog.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/underline_tabs.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesFixture;
using Mood = pc::test::SampleService::Mood;

namespace {

struct OpenPack
{
    PagesFixture pages;
    PartnerPage *page;
    QPointer<PackDialog> dialog;

    explicit OpenPack(Mood mood = Mood::Well) : page(new PartnerPage(pages.context, pages.parts))
    {
        page->open(places::partnerPage(pages.idOf(u"Cardinal Payroll"_s)));
        pages.show(page);
        pc::test::settle();
        pages.service->mood = mood;
        pages.commands.run(u"partner.pack"_s);
        pc::test::settle();
        dialog = pages.window.findChild<PackDialog *>();
    }
    template <typename T>
    [[nodiscard]] T *part(const QString &name = {}) const
    {
        return dialog->findChild<T *>(name);
    }
    [[nodiscard]] QString done() const
    {
        auto *banner = part<MessageBanner>(u"packDone"_s);
        return banner->isVisible() ? banner->text() : QString();
    }
    [[nodiscard]] QString preview() const { return part<QTextBrowser>(u"packPreview"_s)->toPlainText(); }
};

} // namespace

class PackDialogTest final : public QObject
{
    Q_OBJECT
public:
    explicit PackDialogTest(ThemeController &) {}

private Q_SLOTS:
    void showsWhatThePartnerGets()
    {
        OpenPack open;
        QVERIFY(open.dialog);
        QTRY_COMPARE(open.part<StateStack>()->state(), ViewState::Content);
        QVERIFY(open.preview().contains(u"Cardinal Payroll"_s));
        QVERIFY(open.preview().contains(u"https://api.example.com/v1"_s));
        const QString contents = open.part<QLabel>(u"packContents"_s)->text();
        for (const auto *name : {u"README.html", u"openapi/orders.json", u"samples/PartnerClient.java"})
            QVERIFY2(contents.contains(QStringView(name)), qPrintable(contents));
        QVERIFY(open.part<QPushButton>(u"savePack"_s)->isEnabled());
    }

    void saysWhatIsMissing()
    {
        OpenPack open;
        auto *missing = open.part<MessageBanner>(u"packMissing"_s);
        QTRY_VERIFY(missing->isVisible());
        QVERIFY(missing->text().contains(u"There is no OpenAPI description of Demonstration."_s));
        QVERIFY(missing->text().contains(u"Demonstration has no host"_s));
        for (const pack::Lack lack : {pack::Lack::Closed, pack::Lack::NothingGranted,
                                      pack::Lack::NoCredential, pack::Lack::NoClient, pack::Lack::NoNetwork})
            QVERIFY(PackDialog::textOf({lack}).endsWith(u'.'));
    }

    void theOtherRealmIsAskedFor()
    {
        OpenPack open;
        auto *realms = open.part<UnderlineTabs>(u"packRealms"_s);
        const QString other = realms->currentId() == u"sbx" ? u"prd"_s : u"sbx"_s;
        realms->setCurrentId(other);
        QTRY_VERIFY(open.preview().contains(other == u"sbx" ? u": sandbox"_s : u": production"_s));
    }

    void theLanguageIsThePartners()
    {
        OpenPack open;
        auto *language = open.part<QComboBox>(u"packLanguage"_s);
        language->setCurrentIndex(1);
        QVERIFY(open.preview().contains(u"Der erste Aufruf"_s));
        language->setCurrentIndex(0);
        QVERIFY(open.preview().contains(u"The first call"_s));
    }

    void itIsSavedAsItIs()
    {
        OpenPack open;
        const QTemporaryDir dir;
        open.pages.files.path = dir.filePath(u"pack.zip"_s);
        open.part<QComboBox>(u"packLanguage"_s)->setCurrentIndex(0);
        open.part<QPushButton>(u"savePack"_s)->click();
        QVERIFY(open.pages.files.suggestedName.startsWith(u"partner-pack-cardinal-payroll-"_s));
        QVERIFY(open.pages.files.suggestedName.endsWith(u".zip"_s));
        QFile file(open.pages.files.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("PK\x03\x04") && bytes.contains("samples/curl.sh"));
        QVERIFY(open.dialog->isVisible()); // somebody may want the other realm, too
        QVERIFY(open.done().startsWith(u"Saved as "_s));
        open.part<QComboBox>(u"packLanguage"_s)->setCurrentIndex(1);
        QVERIFY(open.done().isEmpty()); // that one is not saved
    }

    void aDiskThatIsFullIsSaid()
    {
        OpenPack open;
        open.pages.files.path = u"/dev/full/pack.zip"_s;
        open.part<QPushButton>(u"savePack"_s)->click();
        QVERIFY(open.dialog->isVisible());
        QVERIFY(open.done().startsWith(u"The file could not be written: "_s));
    }

    void itIsCopiedAsText()
    {
        OpenPack open;
        open.part<QPushButton>(u"copyPack"_s)->click();
        QVERIFY(open.pages.clipboard.text.contains(u"Cardinal Payroll"_s));
        QVERIFY(!open.pages.clipboard.text.contains(u'<'));
        QCOMPARE(open.done(), u"Pack copied as text"_s);
    }

    void withoutAnAnswerThereIsNothingToSave()
    {
        OpenPack open(Mood::Faulty);
        QVERIFY(open.dialog);
        QTRY_COMPARE(open.part<StateStack>()->state(), ViewState::Error);
        QVERIFY(!open.part<QPushButton>(u"savePack"_s)->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"copyPack"_s)->isEnabled());
        open.pages.service->mood = Mood::Well;
        Q_EMIT open.part<StateStack>()->retryRequested();
        QTRY_VERIFY(open.part<QPushButton>(u"savePack"_s)->isEnabled());
    }
};

PC_THEMED_TEST_MAIN(PackDialogTest)
#include "tst_pack_dialog.moc"
