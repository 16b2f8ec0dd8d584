// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/roles.h"
#include "contract/rules/act_refusal.h"
#include "models/base/item_roles.h"
#include "models/credentials/credential_list_model.h"
#include "tests/views/credentials/shown_credentials.h"
#include "tests/views/themed_test.h"
#include "views/credentials/credential_pane.h"
#include "views/credentials/credentials_tab.h"
#include "views/credentials/grace_dialog.h"
#include "views/credentials/issue_dialog.h"
#include "views/credentials/overlap_timeline.h"
#include "views/credentials/revoke_dialog.h"
#include "views/credentials/rotate_dialog.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/error_state.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"

#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::CredentialListModel;
using pc::test::CredentialFixture;
using Shown = pc::test::ShownCredentials;
using Mood = pc::test::SampleService::Mood;

class CredentialListTest final : public QObject
{
    Q_OBJECT
public:
    explicit CredentialListTest(ThemeController &) {}

private Q_SLOTS:
    void rowsSayWhatTheCredentialsAre()
    {
        const Shown shown;
        QTRY_COMPARE(shown.model()->rowCount(), 4);
        QCOMPARE(shown.states()->state(), ViewState::Content);
        QCOMPARE(shown.cell(0, CredentialListModel::NameColumn), u"erp-sync"_s);
        QCOMPARE(shown.cell(0, CredentialListModel::KindColumn), u"Client secret"_s);
        QCOMPARE(shown.cell(0, CredentialListModel::StateColumn), u"Active"_s);
        QCOMPARE(shown.cell(0, CredentialListModel::RealmColumn), u"Production"_s);
        QCOMPARE(shown.cell(2, CredentialListModel::KindColumn), u"API key"_s);
        QCOMPARE(shown.cell(2, CredentialListModel::StateColumn), u"Rotating"_s);
        QCOMPARE(shown.cell(2, CredentialListModel::LastFourColumn), u"…04de"_s); // of the newest secret
        QCOMPARE(shown.cell(3, CredentialListModel::RealmColumn), u"Sandbox"_s);
        QCOMPARE(shown.tab->statusText().counts, u"4 credential(s)"_s);
        QVERIFY(!shown.tab->table()->grab().isNull()); // every cell of the delegate paints
        // A screen reader hears the whole credential in its first cell.
        const QString heard = shown.model()->index(2, 0).data(Qt::AccessibleTextRole).toString();
        for (const QString &part : {u"legacy-batch"_s, u"API key"_s, u"Rotating"_s, u"Production"_s})
            QVERIFY2(heard.contains(part), qPrintable(heard));
    }

    /// The service filters, as the list is paged by it; the tab goes on counting all.
    void oneKindIsShownAtATime()
    {
        const Shown shown;
        QTRY_COMPARE(shown.model()->rowCount(), 4);
        auto *kind = shown.tab->findChild<QComboBox *>(u"credentialKind"_s);
        QVERIFY(kind->isVisible());
        kind->setCurrentIndex(kind->findData(int(CredentialKind::LegacyKey)));
        test::settle();
        const auto &requests = shown.pages.service->requests;
        QVERIFY(std::any_of(requests.begin(), requests.end(), [](const auto &asked) {
            return asked.path == "/credentials"_L1 && asked.query.contains({u"kind"_s, u"legacy_key"_s});
        }));
        QCOMPARE(shown.tab->count(), std::optional(4));
        kind->setCurrentIndex(0);
        QTRY_COMPARE(shown.model()->rowCount(), 4);
    }

    void whatExpiresSoonIsSaidAbove()
    {
        Shown shown;
        auto *strip = shown.tab->findChild<MessageBanner *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY2(strip->text().startsWith(u"payroll-edge expires on 27 Nov 2025, 10:24 UTC"_s),
                 qPrintable(strip->text()));
        QVERIFY(strip->text().endsWith(u"the expiry can be moved along."_s)); // as the Rotate dialog does it
        shown.backend.credential(u"payroll-edge"_s).expiresAt = shown.pages.clock.now().addDays(90);
        shown.tell();
        QTRY_VERIFY(!strip->isVisible());
        // What cannot be rotated is not asked to be.
        Credential &credential = shown.backend.credential(u"payroll-edge"_s);
        credential.expiresAt = shown.pages.clock.now().addDays(2);
        for (const CredentialState state : {CredentialState::Suspended, CredentialState::Revoked}) {
            credential.state = CredentialState::Active;
            shown.tell();
            QTRY_VERIFY(strip->isVisible());
            credential.state = state;
            shown.tell();
            QTRY_VERIFY(!strip->isVisible());
        }
    }

    void actsFollowTheState_data()
    {
        using State = CredentialState;
        QTest::addColumn<int>("state");
        QTest::addColumn<QStringList>("enabled");
        const QStringList final{};
        QTest::newRow("pending") << int(State::Pending) << QStringList{u"revoke"_s};
        QTest::newRow("active") << int(State::Active) << QStringList{u"rotate"_s, u"suspend"_s, u"revoke"_s};
        QTest::newRow("rotating") << int(State::Rotating)
                                  << QStringList{u"rotate"_s, u"extendGrace"_s, u"endGrace"_s, u"suspend"_s,
                                                 u"revoke"_s};
        QTest::newRow("suspended") << int(State::Suspended) << QStringList{u"resume"_s, u"revoke"_s};
        QTest::newRow("expired") << int(State::Expired) << QStringList{u"revoke"_s};
        QTest::newRow("void") << int(State::Void) << QStringList{u"revoke"_s};
        QTest::newRow("revoked") << int(State::Revoked) << final;
        QTest::newRow("unknown") << int(State::Unknown) << QStringList{u"revoke"_s};
    }
    void actsFollowTheState()
    {
        QFETCH(const int, state);
        QFETCH(const QStringList, enabled);
        Shown shown([state](CredentialFixture &fixture) {
            Credential &credential = fixture.backend.credential(u"erp-sync"_s);
            credential.state = static_cast<CredentialState>(state);
            if (credential.state == CredentialState::Rotating)
                credential.generations = fixture.backend.credential(u"legacy-batch"_s).generations;
        });
        QVERIFY(shown.open(u"erp-sync"_s));
        for (const QString &act :
             {u"rotate"_s, u"extendGrace"_s, u"endGrace"_s, u"suspend"_s, u"resume"_s, u"revoke"_s}) {
            const QString command = u"credential."_s + act;
            const CommandState now = shown.state(command);
            QVERIFY2(now.enabled == enabled.contains(act), qPrintable(act));
            // Off is never without a reason, and the button beside the table says the same.
            QCOMPARE(now.reason.isEmpty(), now.enabled);
            QCOMPARE(shown.button(command)->isEnabled(), now.enabled);
            QVERIFY(shown.button(command)->toolTip().contains(now.reason.toHtmlEscaped()));
        }
        QVERIFY(shown.state(u"credential.copyId"_s).enabled);
        // Suspend and Resume are opposites: one of them is there.
        const bool suspended = static_cast<CredentialState>(state) == CredentialState::Suspended;
        QCOMPARE(shown.button(u"credential.resume"_s)->isVisible(), suspended);
        QCOMPARE(shown.button(u"credential.suspend"_s)->isVisible(), !suspended);
    }

    /// As the service takes it: the older secret has its end while the credential is suspended, too.
    void aGraceIsEndedAlsoWhileSuspended()
    {
        QString older;
        Shown shown([&older](CredentialFixture &fixture) {
            Credential &credential = fixture.backend.credential(u"legacy-batch"_s);
            credential.state = CredentialState::Suspended;
            older = rules::generationInGrace(credential)->lastFour;
            for (Generation &generation : credential.generations)
                if (generation.state == GenerationState::Active || generation.state == GenerationState::Grace)
                    generation.state = GenerationState::Suspended;
        });
        QVERIFY(shown.open(u"legacy-batch"_s));
        QVERIFY(shown.state(u"credential.extendGrace"_s).enabled);
        QVERIFY(shown.button(u"credential.endGrace"_s)->isVisible());
        QVERIFY(shown.pages.commands.run(u"credential.endGrace"_s));
        const auto *dialog = shown.dialog<GraceDialog>();
        QVERIFY(dialog);
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [&older](const QLabel *label) { return label->text().contains(older); }));
    }

    void actsFollowTheRole_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<bool>("rotates");
        QTest::addColumn<bool>("cuts");
        QTest::newRow("viewer") << int(Role::Viewer) << false << false;
        QTest::newRow("support") << int(Role::Support) << false << false;
        QTest::newRow("partner operations") << int(Role::PartnerOps) << true << true;
        QTest::newRow("security") << int(Role::Security) << false << true;
        QTest::newRow("administrator") << int(Role::Admin) << true << true;
    }
    void actsFollowTheRole()
    {
        QFETCH(const int, role);
        QFETCH(const bool, rotates);
        QFETCH(const bool, cuts);
        Shown shown([role](CredentialFixture &fixture) { fixture.permit({static_cast<Role>(role)}); });
        QVERIFY(shown.open(u"legacy-batch"_s));
        const QList<std::pair<QString, bool>> expected{{u"rotate"_s, rotates},
                                                       {u"extendGrace"_s, rotates},
                                                       {u"endGrace"_s, rotates},
                                                       {u"suspend"_s, cuts},
                                                       {u"revoke"_s, cuts}};
        for (const auto &[act, may] : expected) {
            const QString command = u"credential."_s + act;
            const CommandState now = shown.state(command);
            QVERIFY2(now.enabled == may, qPrintable(act + u": "_s + now.reason));
            QCOMPARE(shown.button(command)->isEnabled(), may);
            if (!may) {
                const QLatin1StringView permission(operation(*shown.pages.commands.find(command)->op).id);
                QVERIFY2(now.reason.contains(permission), qPrintable(now.reason));
                QVERIFY(!shown.pages.commands.run(command));
            }
        }
        QVERIFY(!shown.dialog<QDialog>());
        QVERIFY(shown.state(u"credential.copyId"_s).enabled); // reading is for everyone
    }

    void nothingSelectedNothingToDo()
    {
        Shown shown;
        shown.tab->table()->setCurrentIndex({});
        shown.pages.commands.refresh();
        for (const QString &command :
             {u"credential.rotate"_s, u"credential.revoke"_s, u"credential.copyId"_s})
            QCOMPARE(shown.state(command).reason, u"Select a credential first."_s);
        // What is selected on a tab that is not shown is not meant either.
        QVERIFY(shown.select(u"erp-sync"_s));
        QVERIFY(shown.state(u"credential.revoke"_s).enabled);
        shown.page->showTab(u"overview"_s);
        QVERIFY(!shown.state(u"credential.revoke"_s).enabled);
        QVERIFY(!shown.pages.commands.run(u"credential.revoke"_s));
    }

    void offlineRowsStayAndActsAreOff()
    {
        Shown shown;
        QVERIFY(shown.open(u"erp-sync"_s));
        shown.pages.service->mood = Mood::Away;
        shown.tab->refresh();
        QTRY_COMPARE(shown.states()->state(), ViewState::Offline);
        QCOMPARE(shown.model()->rowCount(), 4);
        QVERIFY(shown.tab->table()->isVisible());
        QTRY_VERIFY(!shown.button(u"credential.revoke"_s)->isEnabled());
        QVERIFY(shown.state(u"credential.revoke"_s).reason.contains(u"cannot be reached"_s));
        QVERIFY(shown.state(u"credential.copyId"_s).enabled);
    }

    void keysWorkInTheTableOnly()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.pages.window));
        QVERIFY(shown.select(u"erp-sync"_s));
        QTest::keyClick(shown.tab->table(), Qt::Key_C);
        QCOMPARE(shown.pages.clipboard.text, shown.backend.credential(u"erp-sync"_s).id);
        QVERIFY(shown.pages.toastText().contains(shown.backend.credential(u"erp-sync"_s).id));
        QTest::keyClick(shown.tab->table(), Qt::Key_R);
        auto *rotate = shown.dialog<RotateDialog>();
        QVERIFY(rotate);
        QTest::keyClick(rotate, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog<RotateDialog>());
        QVERIFY(QTest::qWaitForWindowActive(&shown.pages.window));
        shown.tab->table()->setFocus();
        QTest::keyClick(shown.tab->table(), Qt::Key_Delete);
        auto *revoke = shown.dialog<RevokeDialog>();
        QVERIFY(revoke);
        QTest::keyClick(revoke, Qt::Key_Escape);
        QTRY_VERIFY(!shown.dialog<RevokeDialog>());
        QVERIFY(QTest::qWaitForWindowActive(&shown.pages.window));
        QVERIFY(shown.open(u"erp-sync"_s));
        auto *close = shown.pane()->findChild<QToolButton *>(u"closeCredentialPane"_s);
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Delete);
        QVERIFY(!shown.dialog<RevokeDialog>());
        QVERIFY(shown.backend.sent(u"revoke"_s).isEmpty());
    }

    /// A table makes its first row the current one by itself.
    void actsAreReadyForTheFirstRow()
    {
        const Shown shown;
        QTRY_VERIFY(shown.tab->selected().has_value());
        QCOMPARE(shown.tab->selected()->name, u"erp-sync"_s);
        QTRY_VERIFY(shown.pages.commands.action(u"credential.revoke"_s)->isEnabled());
    }

    void theMenuOfARowHoldsEveryAct()
    {
        Shown shown;
        QVERIFY(shown.select(u"erp-sync"_s));
        PcTableView *table = shown.tab->table();
        const QPoint at = table->visualRect(table->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(table->viewport(), &event);
        auto *menu = table->findChild<QMenu *>(u"cellMenu"_s);
        QVERIFY(menu);
        QStringList ids;
        for (const QAction *action : menu->actions())
            ids.append(action->objectName());
        for (const QString &act : {u"rotate"_s, u"extendGrace"_s, u"endGrace"_s, u"suspend"_s, u"resume"_s,
                                   u"revoke"_s, u"copyId"_s})
            QVERIFY2(ids.contains(u"credential."_s + act), qPrintable(act));
        menu->close();
    }

    void rowsAreCopiedAsText()
    {
        Shown shown;
        QVERIFY(shown.select(u"legacy-batch"_s));
        shown.tab->table()->selectRow(2);
        QTest::keySequence(shown.tab->table(), QKeySequence(QKeySequence::Copy));
        QVERIFY2(shown.pages.clipboard.text.startsWith(u"legacy-batch\t"_s),
                 qPrintable(shown.pages.clipboard.text));
        QVERIFY(shown.pages.clipboard.html.contains(u"<td>legacy-batch</td>"_s));
    }

    void withoutCredentialsTheFirstIsOffered()
    {
        Shown shown([](CredentialFixture &fixture) { fixture.pages.service->credentials.clear(); });
        QTRY_COMPARE(shown.states()->state(), ViewState::Empty);
        QCOMPARE(shown.states()->empty()->title(), u"No credentials yet"_s);
        auto *first = shown.states()->empty()->findChild<QPushButton *>(u"issueFirstButton"_s);
        QTRY_VERIFY(first->isEnabled());
        first->click();
        QVERIFY(shown.dialog<IssueDialog>());
    }

    void whoMayNotIssueIsToldWhy()
    {
        Shown shown([](CredentialFixture &fixture) {
            fixture.pages.service->credentials.clear();
            fixture.permit({Role::Viewer});
        });
        QTRY_COMPARE(shown.states()->state(), ViewState::Empty);
        auto *first = shown.states()->empty()->findChild<QPushButton *>(u"issueFirstButton"_s);
        QTRY_VERIFY(!first->isEnabled());
        QVERIFY2(first->toolTip().contains(u"credential.issue"_s), qPrintable(first->toolTip()));
    }

    void whoMayNotReadIsToldWhatIsMissing()
    {
        const Shown shown([](CredentialFixture &fixture) {
            fixture.backend.refuse(u"list"_s, 403, u"forbidden"_s, {{u"permission"_s, u"credential.list"_s}});
        });
        QTRY_COMPARE(shown.states()->state(), ViewState::Forbidden);
        QString said;
        for (const QLabel *label :
             shown.states()->findChild<QWidget *>(u"forbiddenState"_s)->findChildren<QLabel *>())
            said += label->text();
        QVERIFY2(said.contains(u"credential.list"_s), qPrintable(said));
        QVERIFY(!shown.tab->table()->isVisible());
    }

    void aFailureCanBeTriedAgain()
    {
        const Shown shown(
            [](CredentialFixture &fixture) { fixture.backend.refuse(u"list"_s, 500, u"internal"_s); });
        QTRY_COMPARE(shown.states()->state(), ViewState::Error);
        auto *error = shown.states()->findChild<ErrorState *>();
        QCOMPARE(error->error().what, u"The credentials could not be loaded."_s);
        QCOMPARE(error->error().requestId, u"req_scripted"_s);
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(shown.states()->state(), ViewState::Content);
        QCOMPARE(shown.model()->rowCount(), 4);
    }

    void aPlaceNamesTheCredential()
    {
        Shown shown;
        Location place = places::partnerPage(shown.id, u"credentials"_s);
        place.args.append(shown.backend.credential(u"sandbox-ci"_s).id);
        shown.page->open(place);
        QTRY_VERIFY(shown.pane()->isVisible());
        QCOMPARE(shown.pane()->credential()->name, u"sandbox-ci"_s);
        // The state of the tab comes back with the page.
        const QVariantMap state = shown.tab->saveState();
        QVERIFY(shown.select(u"erp-sync"_s));
        shown.pane()->findChild<QToolButton *>(u"closeCredentialPane"_s)->click();
        shown.tab->restoreState(state);
        QVERIFY(shown.pane()->isVisible());
        QCOMPARE(shown.pane()->credential()->name, u"sandbox-ci"_s);
    }

    /// "Issue credential…" of the list of partners: nothing of the partner is loaded yet.
    void aPlaceCanAskForTheIssueDialog()
    {
        Shown shown;
        Location place = places::partnerPage(shown.pages.idOf(u"Marlow Bank"_s), u"credentials"_s);
        place.query.insert(u"do"_s, u"issue"_s);
        shown.page->open(place);
        QTRY_VERIFY(shown.dialog<IssueDialog>());
        QVERIFY(shown.dialog<IssueDialog>()->findChild<QWidget *>(u"scope:orders:read"_s)); // of its grant
        shown.dialog<IssueDialog>()->reject();
        pc::test::settle(4);
        shown.page->refresh(); // asked for once, not with every answer
        pc::test::settle();
        QVERIFY(!shown.dialog<IssueDialog>());
    }

    void anotherPartnerBringsItsOwn()
    {
        Shown shown;
        QVERIFY(shown.open(u"erp-sync"_s));
        shown.page->open(places::partnerPage(shown.pages.idOf(u"Marlow Bank"_s), u"credentials"_s));
        QVERIFY(!shown.pane()->isVisible());
        QCOMPARE(shown.model()->rowCount(), 0); // those of the one before go at once
        QVERIFY(!shown.state(u"credential.revoke"_s).enabled);
        QTRY_COMPARE(shown.states()->state(), ViewState::Empty);
        // And when the answer is a failure, nothing of another partner stands there.
        shown.page->open(places::partnerPage(shown.id, u"credentials"_s));
        QTRY_COMPARE(shown.model()->rowCount(), 4);
        shown.backend.refuse(u"list"_s, 500, u"internal"_s);
        shown.page->open(places::partnerPage(shown.pages.idOf(u"Marlow Bank"_s), u"credentials"_s));
        QTRY_COMPARE(shown.states()->state(), ViewState::Error);
    }

    /// The tab may be there before the commands: it used to end the program.
    void theOrderOfTabAndCommandsDoesNotMatter()
    {
        Shown shown([](CredentialFixture &fixture) { fixture.pages.credentialCommands.reset(); });
        QVERIFY(shown.open(u"erp-sync"_s));
        for (const QString &act : {u"rotate"_s, u"suspend"_s, u"revoke"_s})
            QVERIFY(!shown.button(u"credential."_s + act)->isEnabled());
        shown.pages.credentialCommands = std::make_unique<CredentialCommands>(
            shown.pages.context, shown.pages.credential, shown.pages.random, &shown.pages.window);
        shown.pages.commands.refresh();
        QVERIFY(shown.button(u"credential.rotate"_s)->isEnabled());
        QCOMPARE(shown.button(u"credential.rotate"_s)->text(), u"Rotate…"_s);
        QVERIFY(QTest::qWaitForWindowActive(&shown.pages.window));
        shown.tab->table()->setFocus();
        QTest::keyClick(shown.tab->table(), Qt::Key_R);
        QVERIFY(shown.dialog<RotateDialog>());
        shown.dialog<RotateDialog>()->reject();
    }
};

PC_THEMED_TEST_MAIN(CredentialListTest)
#include "tst_credential_list.moc"
