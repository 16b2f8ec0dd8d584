// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/field_limits.h"
#include "tests/support/scripted_transport.h"
#include "tests/views/credentials/dialog_fixture.h"
#include "tests/views/themed_test.h"
#include "views/access/access_tab.h"
#include "views/access/grant_dialogs.h"
#include "views/partner/partner_page.h"
#include "views/words/error_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QJsonArray>
#include <QLineEdit>
#include <QRadioButton>

using namespace pc;
using namespace pc::views;
using namespace pc::test;
using namespace Qt::StringLiterals;

namespace {

/// Every write is refused for what stands in `pointers`, and nothing else is.
void refuseWrites(SampleService &service, const QStringList &pointers)
{
    service.first = [pointers, before = service.first](const SampleService::Asked &asked) {
        if (asked.method == "GET" || asked.path.endsWith(u"/probe"_s))
            return before ? before(asked) : std::nullopt;
        QJsonArray errors;
        for (const QString &pointer : pointers)
            errors.append(QJsonObject{{u"pointer"_s, pointer},
                                      {u"code"_s, u"out_of_range"_s},
                                      {u"detail"_s, u"Told in English."_s}});
        return std::optional<client::TransportResult>(
            ScriptedTransport::problemResponse(422, u"validation_failed"_s, {{u"errors"_s, errors}}));
    };
}

/// The visible fields of a dialog that have this error.
int fieldsWith(const QWidget *dialog, const QString &error)
{
    int found = 0;
    for (const FormField *each : dialog->findChildren<FormField *>())
        found += each->isVisible() && each->error() == error ? 1 : 0;
    return found;
}

/// A dialog that sends a body: what it is opened by, and the members of what it sends. Those that it has no
/// field for begin with "~": they are told in the message line.
struct Dialog
{
    const char *name;
    Op op;
    std::function<void(CredentialFixture &)> prepare;
    std::function<void(DialogFixture &)> open;
    QStringList members;
};

void run(DialogFixture &shown, const QString &command)
{
    settle();
    shown.pages.commands.refresh();
    shown.pages.commands.run(command);
    settle(4);
}

std::function<void(DialogFixture &)> onCredential(const QString &command, const QString &credential)
{
    return [command, credential](DialogFixture &shown) {
        shown.select(credential);
        run(shown, command);
    };
}

std::function<void(DialogFixture &)> onPartner(const QString &command)
{
    return [command](DialogFixture &shown) { run(shown, command); };
}

std::function<void(DialogFixture &)> onCard(const QString &card)
{
    return [card](DialogFixture &shown) {
        settle();
        shown.page->showTab(u"overview"_s);
        settle();
        shown.page->findChild<QPushButton *>(u"edit_"_s + card)->click();
        settle(4);
    };
}

void openReview(DialogFixture &shown)
{
    settle();
    shown.page->showTab(u"access"_s);
    auto *tab = shown.page->findChild<AccessTab *>();
    settle(20);
    tab->editor().setScope(u"orders:write"_s, false);
    LimitOverride over;
    over.limits = {5, 10, 1000};
    over.reason = u"Pilot"_s;
    tab->editor().setLimitOverride(over);
    tab->review();
    settle(4);
}

QString outOfRange()
{
    return fieldErrorText({{}, u"out_of_range"_s, {}}, nullptr);
}

/// Sends what is in the dialog, which is refused for `pointers`.
void sendRefused(DialogFixture &shown, const QDialog *dialog, const QStringList &pointers)
{
    if (auto *reason = field<QComboBox>(dialog, u"reason"_s))
        reason->setCurrentText(u"For a test"_s);
    refuseWrites(*shown.pages.service, pointers);
    submitOf(dialog)->click();
    QVERIFY(!submitOf(dialog)->isEnabled()); // it is sent
    QTRY_VERIFY(submitOf(dialog)->isEnabled());
}

/// Every member of a partner's draft: at its field in one of the dialogs, and named in the others.
QStringList draftMembers(const QStringList &here)
{
    QStringList members;
    for (const char *each : {"name", "slug", "legal_name", "country", "registration", "owner", "time_zone",
                             "purpose", "retention_days", "tags", "notes", "data_categories", "lawful_basis",
                             "plan_id", "agreement/version", "agreement/signed_on", "contacts/2/email"}) {
        const QString member = QString::fromLatin1(each);
        members.append((here.contains(member) ? u"/"_s : u"~/"_s) + member);
    }
    return members;
}

const std::vector<Dialog> &dialogs()
{
    const auto nothing = [](CredentialFixture &) {};
    const QStringList act{u"/reason"_s, u"/ticket"_s, u"~/made_up"_s};
    static const std::vector<Dialog> all{
        {"issue",
         Op::CredentialIssue,
         nothing,
         [](DialogFixture &shown) {
             IssueDialog *dialog = shown.issue();
             typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
             field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
         },
         {u"/name"_s, u"/kind"_s, u"/realm"_s, u"/scopes"_s, u"/scopes/0"_s, u"/expires_at"_s, u"/owner"_s,
          u"/reason"_s, u"/ticket"_s, u"~/seal_to"_s}},
        {"rotate",
         Op::CredentialRotate,
         nothing,
         onCredential(u"credential.rotate"_s, u"erp-sync"_s),
         {u"/grace_seconds"_s, u"/expires_at"_s, u"/reason"_s, u"/ticket"_s, u"~/seal_to"_s}},
        {"grace", Op::CredentialGrace, nothing, onCredential(u"credential.extendGrace"_s, u"legacy-batch"_s),
         QStringList{u"/until"_s} + act},
        {"end grace", Op::CredentialGrace, nothing, onCredential(u"credential.endGrace"_s, u"legacy-batch"_s),
         QStringList{u"~/until"_s} + act},
        {"suspend", Op::CredentialSuspend, nothing, onCredential(u"credential.suspend"_s, u"erp-sync"_s),
         act},
        {"resume", Op::CredentialResume,
         [](CredentialFixture &shown) {
             shown.backend.credential(u"erp-sync"_s).state = CredentialState::Suspended;
         },
         onCredential(u"credential.resume"_s, u"erp-sync"_s), act},
        {"revoke", Op::CredentialRevoke, nothing, onCredential(u"credential.revoke"_s, u"erp-sync"_s), act},
        {"freeze", Op::PartnerFreeze, nothing, onPartner(u"partner.freeze"_s), act},
        {"unfreeze", Op::PartnerUnfreeze,
         [](CredentialFixture &shown) {
             shown.pages.service->partner(shown.pages.idOf(u"Cardinal Payroll"_s)).status =
                 PartnerStatus::Frozen;
         },
         onPartner(u"partner.unfreeze"_s), act},
        {"promote", Op::PartnerPromote,
         [](CredentialFixture &shown) {
             shown.pages.service->partner(shown.pages.idOf(u"Cardinal Payroll"_s)).contacts[2].verifiedAt =
                 shown.pages.clock.now();
         },
         onPartner(u"partner.promote"_s), act},
        {"edit organisation", Op::PartnerEdit, nothing, onPartner(u"partner.editDetails"_s),
         draftMembers({u"name"_s, u"slug"_s, u"legal_name"_s, u"country"_s, u"registration"_s, u"owner"_s,
                       u"time_zone"_s, u"tags"_s, u"notes"_s})},
        {"edit contacts", Op::PartnerEdit, nothing, onCard(u"contactsCard"_s),
         draftMembers({u"contacts/2/email"_s})},
        {"edit agreement", Op::PartnerEdit, nothing, onCard(u"agreementCard"_s),
         draftMembers({u"agreement/version"_s, u"agreement/signed_on"_s})},
        {"edit basis", Op::PartnerEdit, nothing, onCard(u"basisCard"_s),
         draftMembers({u"purpose"_s, u"retention_days"_s, u"data_categories"_s, u"lawful_basis"_s})},
        {"review of access",
         Op::GrantEdit,
         nothing,
         openReview,
         {u"/reason"_s, u"/ticket"_s, u"~/scopes/0"_s, u"~/plan_id"_s, u"~/resources/0/parameter"_s,
          u"~/limit_override/limits/rate"_s, u"~/limit_override/until"_s, u"~/limit_override/reason"_s}},
    };
    return all;
}

} // namespace

/// Every dialog that sends a body: whatever the platform refuses of it stands at its field, or is named in
/// the message line; nothing is lost, and nothing is told in the platform's English.
class FieldErrorsTest final : public QObject
{
    Q_OBJECT
public:
    explicit FieldErrorsTest(ThemeController &) {}

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void everyMemberIsToldWhereItIsTyped_data()
    {
        QTest::addColumn<int>("which");
        for (std::size_t i = 0; i < dialogs().size(); ++i)
            QTest::newRow(dialogs()[i].name) << static_cast<int>(i);
    }
    void everyMemberIsToldWhereItIsTyped()
    {
        QFETCH(const int, which);
        const Dialog &each = dialogs()[static_cast<std::size_t>(which)];
        DialogFixture shown(each.prepare);
        each.open(shown);
        auto *dialog = shown.dialog<QDialog>();
        QVERIFY(dialog);
        if (auto *reason = field<QComboBox>(dialog, u"reason"_s))
            reason->setCurrentText(u"For a test"_s);
        const auto own = shown.pages.service->first;
        for (const QString &member : each.members) {
            const bool atField = !member.startsWith(u'~');
            const FieldError error{atField ? member : member.mid(1), u"out_of_range"_s, {}};
            shown.pages.service->first = own;
            refuseWrites(*shown.pages.service, {error.pointer});
            const QString text = fieldErrorText(error, operation(each.op).body);
            submitOf(dialog)->click();
            QVERIFY2(!submitOf(dialog)->isEnabled(), qPrintable(member)); // it is sent
            QTRY_VERIFY2(submitOf(dialog)->isEnabled(), qPrintable(member));
            QVERIFY2(fieldsWith(dialog, text) == (atField ? 1 : 0), qPrintable(member));
            QVERIFY2(message(dialog).contains(text) != atField, qPrintable(member + message(dialog)));
            // By a name that people know, unless nobody types it.
            const bool named = message(dialog).contains(u": "_s + text);
            QVERIFY2(atField || named != (member == u"~/made_up" || member == u"~/seal_to"),
                     qPrintable(message(dialog)));
            QVERIFY(!labelsOf(dialog).contains(u"English"_s));
        }
    }

    /// What the review of an edit was refused for stands where it is typed when the review is left.
    void whatWasRefusedStandsInTheTabToo()
    {
        DialogFixture shown;
        openReview(shown);
        auto *dialog = shown.dialog<ReviewGrantDialog>();
        QVERIFY(dialog);
        field<QComboBox>(dialog, u"reason"_s)->setCurrentText(u"For a test"_s);
        const auto refuse = [&](const QString &pointer) {
            refuseWrites(*shown.pages.service, {pointer});
            submitOf(dialog)->click();
            QVERIFY(!submitOf(dialog)->isEnabled()); // it is sent
            QTRY_VERIFY(submitOf(dialog)->isEnabled());
            const QString text = fieldErrorText({pointer, u"out_of_range"_s, {}}, "GrantEdit");
            QVERIFY2(message(dialog).contains(text), qPrintable(message(dialog)));
        };
        auto *tab = shown.page->findChild<AccessTab *>();
        const std::pair<QString, QString> fields[]{{u"/limit_override/limits/rate"_s, u"rateField"_s},
                                                   {u"/limit_override/limits/burst"_s, u"burstField"_s},
                                                   {u"/limit_override/limits/daily_quota"_s, u"quotaField"_s},
                                                   {u"/limit_override/from"_s, u"fromField"_s},
                                                   {u"/limit_override/until"_s, u"untilField"_s},
                                                   {u"/limit_override/reason"_s, u"overrideReason"_s},
                                                   {u"/plan_id"_s, u"planBox"_s}};
        for (const auto &[pointer, name] : fields) {
            refuse(pointer);
            QCOMPARE(errorAt(field<QWidget>(tab, name)),
                     fieldErrorText({pointer, u"out_of_range"_s, {}}, "GrantEdit"));
        }
        auto *scopes = field<MessageBanner>(tab, u"scopesRefused"_s);
        QVERIFY(!scopes->isVisible());
        refuse(u"/scopes/0"_s);
        QVERIFY(message(dialog).contains(tab->editor().edit().scopes.first() + u": "_s));
        dialog->reject();
        QVERIFY(scopes->isVisible());
        QVERIFY(scopes->text().startsWith(tab->editor().edit().scopes.first()));
        tab->editor().setScope(tab->editor().edit().scopes.first(), false);
        QVERIFY(!scopes->isVisible());
    }

    void whatNamesNoScopeOfTheGrantHasNoName()
    {
        const QStringList scopes{u"orders:read"_s, u"orders:write"_s};
        QCOMPARE(scopeAt(u"/scopes/1"_s, scopes), scopes.last());
        for (const char *other :
             {"/scopes/x", "/scopes/", "/scopes", "/scopes/2", "/scopes/-1", "/plan_id/0"})
            QVERIFY2(scopeAt(QString::fromLatin1(other), scopes).isEmpty(), other);
    }

    /// Leaving a field changes nothing in it: what the platform said of it holds until it is edited.
    void leavingAFieldMendsNothing()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        auto *name = field<QLineEdit>(dialog, u"credentialName"_s);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        refuseWrites(*shown.pages.service, {u"/name"_s});
        submitOf(dialog)->click();
        QTRY_VERIFY(!errorAt(name).isEmpty());
        field<QLineEdit>(dialog, u"ticket"_s)->setFocus();
        settle(6);
        QVERIFY(!errorAt(name).isEmpty());
        name->setFocus();
        QTest::keyClicks(name, u"x"_s);
        QVERIFY(errorAt(name).isEmpty());
    }

    /// Of two values that the platform did not accept, correcting one says nothing of the other.
    void editingAnotherFieldMendsNothing()
    {
        DialogFixture shown;
        onPartner(u"partner.editDetails"_s)(shown);
        auto *dialog = shown.dialog<QDialog>();
        QVERIFY(dialog);
        sendRefused(shown, dialog, {u"/name"_s, u"/legal_name"_s});
        auto *name = field<QLineEdit>(dialog, u"name"_s);
        const auto *legal = field<QLineEdit>(dialog, u"legal_name"_s);
        QCOMPARE(errorAt(name), outOfRange());
        QCOMPARE(errorAt(legal), outOfRange());
        name->setFocus();
        QTest::keyClicks(name, u"x"_s);
        QVERIFY(errorAt(name).isEmpty());
        QCOMPARE(errorAt(legal), outOfRange());
    }

    /// What is chosen by buttons is edited by pressing one.
    void anotherKindMendsTheKind()
    {
        DialogFixture shown;
        IssueDialog *dialog = shown.issue();
        QVERIFY(dialog);
        auto *name = field<QLineEdit>(dialog, u"credentialName"_s);
        typeInto(dialog, u"credentialName"_s, u"erp-2"_s);
        field<QCheckBox>(dialog, u"scope:orders:read"_s)->click();
        sendRefused(shown, dialog, {u"/kind"_s, u"/name"_s});
        auto *kind = field<QRadioButton>(dialog, u"kind:api_key"_s);
        QCOMPARE(errorAt(kind), outOfRange());
        kind->click();
        QVERIFY(errorAt(kind).isEmpty());
        QCOMPARE(errorAt(name), outOfRange());
    }

    void anotherGraceMendsTheGrace()
    {
        DialogFixture shown;
        onCredential(u"credential.extendGrace"_s, u"legacy-batch"_s)(shown);
        auto *dialog = shown.dialog<QDialog>();
        QVERIFY(dialog);
        sendRefused(shown, dialog, {u"/until"_s});
        auto *hour = field<QRadioButton>(dialog, u"grace3600"_s);
        QCOMPARE(errorAt(hour), outOfRange());
        hour->click();
        QVERIFY(errorAt(hour).isEmpty());
    }

    /// Boxes that are made after their field are heard as well.
    void anotherCategoryMendsTheCategories()
    {
        DialogFixture shown;
        onCard(u"basisCard"_s)(shown);
        auto *dialog = shown.dialog<QDialog>();
        QVERIFY(dialog);
        sendRefused(shown, dialog, {u"/data_categories"_s, u"/purpose"_s});
        auto *boxes = field<QWidget>(dialog, u"data_categories"_s);
        const auto *purpose = field<QWidget>(dialog, u"purpose"_s);
        QCOMPARE(errorAt(boxes), outOfRange());
        QCOMPARE(errorAt(purpose), outOfRange());
        auto *box = boxes->findChild<QCheckBox *>();
        QVERIFY(box);
        box->click();
        QVERIFY(errorAt(boxes) != outOfRange());
        QCOMPARE(errorAt(purpose), outOfRange());
    }
};

PC_THEMED_TEST_MAIN(FieldErrorsTest)
#include "tst_field_errors.moc"
