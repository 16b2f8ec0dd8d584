// SPDX-License-Identifier: GPL-3.0-or-later
// Questions as they come by telephone (docs/support-questions.md), each answered in the real window over the
// sample data in at most five interactions: a click, a key, or something typed with its Enter.
#include "app/console_app.h"
#include "app/environment_window.h"
#include "client/api/calls_client.h"
#include "client/api/credentials_client.h"
#include "contract/crypto/credential_format.h"
#include "contract/crypto/random_source.h"
#include "models/audit/audit_list_model.h"
#include "models/base/item_roles.h"
#include "models/calls/call_list_model.h"
#include "models/session/connection.h"
#include "tools/tour/console_driver.h"
#include "views/calls/why_pane.h"
#include "views/shell/main_window.h"
#include "views/time/time_chip.h"
#include "views/time/time_popover.h"
#include "views/widgets/diff_table.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::app;
using models::CallListModel;

#define STEP(what) QVERIFY2((what), qPrintable(m_driver->failure()))

class TestSupportQuestions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        m_driver = std::make_unique<ConsoleDriver>(
            *qApp, m_home.path(), QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s);
        STEP(m_driver->openSample(3000));
    }
    void init() { m_interactions = 0; }
    void cleanup() { QVERIFY2(m_interactions <= 5, qPrintable(u"%1 interactions"_s.arg(m_interactions))); }
    void cleanupTestCase() { m_driver.reset(); }

    void refusedYesterdayAtAboutTwo()
    {
        go(u"calls"_s);
        typeInto(u"callSearch"_s, u"Dunmere"_s);
        typeInto(u"callSearch"_s, u"outcome:refused"_s);
        typeInto(u"callSearch"_s, u"yesterday 14:03"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table(u"callTable"_s)->currentIndex().isValid(), 5000);
        press(table(u"callTable"_s), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(text(u"whyTitle"_s), u"Refused: orders:write was not granted"_s, 5000);
        // At about 14:03 yesterday, by whom and why.
        const QDateTime yesterday(QDate::currentDate().addDays(-1), QTime(14, 3), Qt::UTC);
        const int row = table(u"callTable"_s)->currentIndex().row();
        const QDateTime at = table(u"callTable"_s)
                                 ->model()
                                 ->index(row, CallListModel::TimeColumn)
                                 .data(models::ValueRole)
                                 .toDateTime();
        QVERIFY2(std::abs(at.secsTo(yesterday)) < 1800, qPrintable(at.toString(Qt::ISODate)));
        QVERIFY(text(u"causeWho"_s).contains(u"ops-2"_s));
        QVERIFY(all().contains(u"OPS-1182"_s));
        QVERIFY(all().contains(u"The partner asked for read only"_s));
        QVERIFY(text(u"whyToday"_s).contains(u"still refused"_s));
    }

    void throttledUnderQuota()
    {
        go(u"calls"_s);
        typeInto(u"callSearch"_s, u"Ironbridge"_s);
        typeInto(u"callSearch"_s, u"outcome:throttled"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table(u"callTable"_s)->model()->rowCount() > 0, 5000);
        press(table(u"callTable"_s), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(text(u"whyTitle"_s), u"Throttled: the rate limit was reached"_s, 5000);
        QVERIFY2(all().contains(u"Free again"_s), qPrintable(all()));
        QVERIFY(all().contains(u"Used that day"_s));
    }

    void whoWidenedTheScopesInMarch()
    {
        go(u"audit"_s);
        typeInto(u"auditQuery"_s, u"action:grant.edit Whitcombe scopes"_s);
        typeTime(u"auditTime"_s, table(u"auditTable"_s), u"March"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"auditTable"_s)->model()->rowCount(), 1, 5000);
        press(table(u"auditTable"_s), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(all().contains(u"OPS-1094"_s), 5000);
        QVERIFY(all().contains(u"ops-1"_s));
        const auto *diff = m_driver->window().findChild<views::DiffTable *>(u"eventDiff"_s);
        QVERIFY(diff != nullptr && diff->isVisible() && diff->model()->rowCount() > 0);
    }

    void whatAnOperatorDidOnADay()
    {
        const QDate day = QDate::currentDate().addDays(-3);
        go(u"audit"_s);
        typeInto(u"auditQuery"_s, u"actor:ops-2"_s);
        typeTime(u"auditTime"_s, table(u"auditTable"_s), QLocale::c().dayName(day.dayOfWeek()));
        QTRY_VERIFY_WITH_TIMEOUT(table(u"auditTable"_s)->model()->rowCount() > 0, 5000);
        const QAbstractItemModel *model = table(u"auditTable"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QDateTime at =
                model->index(row, models::AuditListModel::TimeColumn).data(models::ValueRole).toDateTime();
            QCOMPARE(at.toUTC().date(), day);
            QCOMPARE(model->index(row, models::AuditListModel::ActorColumn).data().toString(), u"ops-2"_s);
        }
    }

    void aPastedKeyIsOursAndDead()
    {
        const Credential revoked = credentialIn(CredentialState::Revoked);
        QVERIFY2(!revoked.id.isEmpty(), "the sample has a revoked credential");
        go(u"calls"_s);
        typeInto(u"callSearch"_s, keyOf(revoked));
        const auto *answer = m_driver->find<views::MessageBanner>(u"keyAnswer"_s);
        QVERIFY(answer);
        QVERIFY2(answer->text().contains(revoked.partnerName), qPrintable(answer->text()));
        QVERIFY2(answer->text().contains(u"works nowhere"_s), qPrintable(answer->text()));
        QVERIFY(m_driver->find<QLineEdit>(u"callSearch"_s)->text().isEmpty());
    }

    void whatBecameOfARequest()
    {
        const CallRecord call = anyCall();
        go(u"calls"_s);
        typeInto(u"callSearch"_s, call.requestId);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"callTable"_s)->model()->rowCount(), 1, 5000);
        press(table(u"callTable"_s), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(all().contains(call.id), 5000);
        // Who is slow: the decision and the API are told apart.
        QVERIFY(call.end && call.end->upstreamMicros);
        QVERIFY2(text(u"whyEnd"_s).contains(u"in the API"_s), qPrintable(text(u"whyEnd"_s)));
    }

    void whatNeverCame()
    {
        const GatewayLine line = anyLine();
        QVERIFY2(!line.requestId.isEmpty(), "the sample has a request that never came");
        go(u"calls"_s);
        typeInto(u"callSearch"_s, line.requestId);
        QTRY_VERIFY_WITH_TIMEOUT(all().contains(u"It never reached the platform"_s), 5000);
        QTRY_VERIFY2_WITH_TIMEOUT(all().contains(u"edge-1 answered it by itself with 400"_s),
                                  qPrintable(all()), 5000);
    }

    void whatAChangeBroke()
    {
        go(u"audit"_s);
        typeInto(u"auditQuery"_s, u"OPS-1182 action:grant.edit"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table(u"auditTable"_s)->model()->rowCount(), 1, 5000);
        press(table(u"auditTable"_s), Qt::Key_Space);
        auto *banner = m_driver->find<views::MessageBanner>(u"eventRefusals"_s);
        QVERIFY2(banner, qPrintable(m_driver->failure()));
        QVERIFY2(banner->text().contains(u"refused because of it"_s), qPrintable(banner->text()));
        const qint64 told = QLocale().toLongLong(banner->text().section(u' ', 0, 0));
        ++m_interactions;
        Q_EMIT banner->actionTriggered();
        QTRY_VERIFY_WITH_TIMEOUT(table(u"callTable"_s) != nullptr, 5000);
        const auto *model = qobject_cast<const CallListModel *>(table(u"callTable"_s)->model());
        QTRY_COMPARE_WITH_TIMEOUT(model->count().value_or(-1), told, 5000);
    }

private:
    void go(const QString &page)
    {
        ++m_interactions;
        QVERIFY2(m_driver->press(u"nav."_s + page), qPrintable(m_driver->failure()));
        // As it is opened first: without what was asked before.
        QVERIFY(m_driver->go(u"console://env/"_s + page));
        m_driver->settle(100);
    }
    void typeInto(const QString &name, const QString &typed)
    {
        ++m_interactions;
        auto *line = m_driver->find<QLineEdit>(name);
        QVERIFY2(line, qPrintable(m_driver->failure()));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return);
        m_driver->settle(400);
    }
    void typeTime(const QString &chipName, QWidget *from, const QString &typed)
    {
        ++m_interactions;
        from->setFocus();
        QTest::keyClick(from, Qt::Key_T);
        auto *chip = m_driver->find<views::TimeChip>(chipName);
        QVERIFY(chip);
        QTRY_VERIFY(chip->popover());
        auto *line = chip->popover()->findChild<QLineEdit *>(u"timeFrom"_s);
        line->selectAll();
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return);
        m_driver->settle(400);
    }
    void press(QWidget *widget, Qt::Key key)
    {
        ++m_interactions;
        widget->setFocus();
        QTest::keyClick(widget, key);
        m_driver->settle(300);
    }
    [[nodiscard]] views::PcTableView *table(const QString &name)
    {
        return m_driver->find<views::PcTableView>(name);
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        for (const QLabel *label : m_driver->window().findChildren<QLabel *>(name))
            if (label->isVisible())
                return label->text();
        return {};
    }
    /// Everything that is written in the window.
    [[nodiscard]] QString all() const
    {
        QString said;
        for (const QLabel *label : m_driver->window().findChildren<QLabel *>())
            if (label->isVisible())
                said += label->text() + u'\n';
        for (const QAbstractButton *button : m_driver->window().findChildren<QAbstractButton *>())
            if (button->isVisible())
                said += button->text() + u'\n';
        return said;
    }

    // What the case brings along, asked of the platform beside the window.
    [[nodiscard]] models::Connection &connection() const
    {
        return m_driver->console().environment()->connection();
    }
    template <typename T>
    [[nodiscard]] QList<T> asked(const std::function<client::Call(client::Callback<Page<T>>)> &ask)
    {
        std::optional<client::Result<Page<T>>> answer;
        const client::Call call =
            ask([&answer](client::Result<Page<T>> result) { answer = std::move(result); });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000) && answer->has_value()
                   ? (*answer)->items
                   : QList<T>();
    }
    [[nodiscard]] Credential credentialIn(CredentialState state)
    {
        CredentialQuery query;
        query.states = {state};
        query.kinds = {CredentialKind::ClientSecret, CredentialKind::ApiKey};
        return asked<Credential>(
                   [&](auto done) { return connection().credentials().list(query, this, std::move(done)); })
            .value(0);
    }
    [[nodiscard]] CallRecord anyCall()
    {
        CallQuery query;
        query.filter.set(CallField::Outcome, {toText(Outcome::Served)});
        query.limit = 5;
        return asked<CallRecord>(
                   [&](auto done) { return connection().calls().list(query, this, std::move(done)); })
            .value(2);
    }
    [[nodiscard]] GatewayLine anyLine()
    {
        return asked<GatewayLine>(
                   [&](auto done) { return connection().calls().gatewayLines({}, this, std::move(done)); })
            .value(0);
    }
    /// A key of that credential's form and id; its secret is made up.
    [[nodiscard]] static QString keyOf(const Credential &credential)
    {
        SystemRandom random;
        CredentialText parts;
        parts.brand = "pcx";
        parts.type = credential.kind == CredentialKind::ApiKey ? CredentialTextType::ApiKey
                                                               : CredentialTextType::ClientSecret;
        parts.realm = credential.realm;
        parts.id = credential.id.mid(4).toLatin1();
        parts.secret = newCredentialSecret(random);
        const auto text = formatCredential(parts);
        return text ? QString::fromLatin1(text->view()) : QString();
    }

    QTemporaryDir m_home;
    std::unique_ptr<ConsoleDriver> m_driver;
    int m_interactions = 0;
};

QTEST_MAIN(TestSupportQuestions)
#include "tst_support_questions.moc"
