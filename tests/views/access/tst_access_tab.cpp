// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/access/access_tab.h"
#include "views/access/grant_dialogs.h"
#include "views/access/scope_panel.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/date_input.h"
#include "views/widgets/diff_table.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/number_input.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using pc::test::PagesFixture;

namespace {

struct Shown
{
    PagesFixture pages;
    PartnerPage *page;
    AccessTab *tab;
    QString id;

    Shown()
        : page(new PartnerPage(pages.context, pages.parts)), tab(nullptr),
          id(pages.idOf(u"Cardinal Payroll"_s))
    {
        page->open(places::partnerPage(id, u"access"_s));
        pages.show(page);
        tab = page->findChild<AccessTab *>();
        pc::test::settle(20);
    }
    [[nodiscard]] models::GrantEditor &editor() const { return tab->editor(); }
    void save(const QString &reason)
    {
        tab->review();
        auto *dialog = pages.window.findChild<ReviewGrantDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QComboBox *>(u"reason"_s)->setCurrentText(reason);
        dialog->findChild<QPushButton *>(u"submitButton"_s)->click();
        pc::test::settle();
    }
    [[nodiscard]] int puts() const { return pages.service->asked("PUT", u"/partners/%1/grant"_s.arg(id)); }
};

} // namespace

class AccessTabTest final : public QObject
{
    Q_OBJECT
public:
    explicit AccessTabTest(ThemeController &) {}

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void nothingIsSentBeforeTheReview()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *bar = shown.tab->findChild<QWidget *>(u"editBar"_s);
        QVERIFY(!bar->isVisible());
        shown.editor().setScope(u"orders:write"_s, false);
        QVERIFY(bar->isVisible());
        QCOMPARE(shown.tab->statusText().selection, u"1 change(s) staged"_s);
        QCOMPARE(shown.puts(), 0);
        shown.tab->findChild<QPushButton *>(u"discardEdits"_s)->click();
        QVERIFY(!bar->isVisible());
    }

    /// Scopes cannot be ticked without the permission, by key or by click; with it they can.
    void withoutPermissionNothingIsTicked()
    {
        for (const bool may : {false, true}) {
            Shown shown;
            QTRY_VERIFY(shown.editor().isReady());
            if (!may) {
                shown.pages.service->session.permissions.removeAll(u"grant.edit"_s);
                shown.pages.connection->keeper().start();
                pc::test::settle();
            }
            auto *view = shown.tab->findChild<QTreeView *>(u"scopeTree"_s);
            QVERIFY(view);
            const QModelIndex group = view->model()->index(0, 0);
            const QModelIndex scope = view->model()->index(0, 0, group);
            QVERIFY(scope.isValid());
            view->scrollTo(scope);
            view->setCurrentIndex(scope);
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Space);
            QCOMPARE(shown.tab->isDirty(), may);
            QCOMPARE(scope.flags().testFlag(Qt::ItemIsUserCheckable) &&
                         scope.flags().testFlag(Qt::ItemIsEnabled),
                     may);
            auto *locked = shown.tab->findChild<ScopePanel *>()->findChild<MessageBanner *>();
            QCOMPARE(locked->isVisible(), !may);
            if (!may)
                QVERIFY(!view->model()->setData(scope, Qt::Checked, Qt::CheckStateRole) ||
                        !shown.tab->isDirty());
        }
    }

    void aNameFromTheRightIsIsolatedInSentences()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        const QString name = u"\u05D0\u05D1\u05D2"_s;
        shown.pages.service->partner(shown.id).name = name;
        shown.page->refresh();
        pc::test::settle();
        shown.editor().setScope(u"orders:write"_s, false);
        shown.tab->review();
        auto *dialog = shown.pages.window.findChild<ReviewGrantDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Review changes of "_s + QChar(0x2068) + name + QChar(0x2069));
    }

    void savesWithReasonAndTicket()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.editor().setScope(u"orders:write"_s, false);
        shown.tab->review();
        auto *dialog = shown.pages.window.findChild<ReviewGrantDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<DiffTable *>()->changeCount(), 1);
        dialog->findChild<QComboBox *>(u"reason"_s)->setCurrentText(u"Unused scope"_s);
        dialog->findChild<QLineEdit *>(u"ticket"_s)->setText(u"CHG-1"_s);
        dialog->findChild<QPushButton *>(u"submitButton"_s)->click();
        QTRY_COMPARE(shown.puts(), 1);
        QJsonObject body;
        for (const auto &each : shown.pages.service->requests)
            if (each.method == "PUT")
                body = each.body;
        QCOMPARE(body.value(u"reason"_s).toString(), u"Unused scope"_s);
        QCOMPARE(body.value(u"ticket"_s).toString(), u"CHG-1"_s);
        QTRY_VERIFY(!shown.tab->isDirty());
        QVERIFY(!shown.pages.service->grants.value(shown.id).scopes.contains(u"orders:write"_s));
        QCOMPARE(shown.pages.toastText(), u"Scopes and limits of Cardinal Payroll saved"_s);
        QVERIFY(!shown.pages.toasts.toasts()
                     .last()
                     ->hasAction()); // scopes are looked at again, not undone with one key
    }

    void aQuotaWithinThePlanCanBeUndone()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.pages.service->partner(shown.id).stage = Stage::Production;
        shown.page->refresh();
        pc::test::settle();
        shown.editor().setLimitOverride(LimitOverride{{25, 50, 40000}, {}, {}, u"Season"_s});
        shown.save(u"Seasonal traffic"_s);
        QTRY_COMPARE(shown.pages.service->grants.value(shown.id).limitOverride.has_value(), true);
        QTRY_VERIFY(!shown.pages.toasts.toasts().isEmpty() &&
                    shown.pages.toasts.toasts().last()->hasAction());
        QVERIFY(shown.pages.toasts.triggerLatest());
        QTRY_COMPARE(shown.pages.service->grants.value(shown.id).limitOverride.has_value(), false);
        QTRY_VERIFY(shown.pages.toastText().startsWith(u"Undone"_s));
    }

    /// Limits that begin later end those that deviate now, and that is said.
    void laterLimitsEndTheOnesOfNow()
    {
        for (const bool deviates : {false, true}) {
            Shown shown;
            QTRY_VERIFY(shown.editor().isReady());
            if (deviates) {
                Grant &grant = shown.pages.service->grants[shown.id];
                grant.limitOverride = LimitOverride{{3, 7, 777}, {}, {}, u"Now"_s};
                grant.version += 1;
                shown.tab->refresh();
                QTRY_VERIFY(shown.editor().edit().limitOverride);
            }
            shown.editor().setLimitOverride(
                LimitOverride{{3, 7, 1000}, shown.editor().now().addDays(2), {}, u"Later"_s});
            shown.tab->review();
            auto *dialog = shown.pages.window.findChild<ReviewGrantDialog *>();
            QVERIFY(dialog);
            // Dates follow the interface's language.
            const auto *later = dialog->findChild<QLabel *>(u"takesEffectLater"_s);
            QVERIFY(later);
            QVERIFY2(later->text().contains(u"on 23 Nov 2025, 10:24 UTC"_s), qPrintable(later->text()));
            const QList<DiffRow> rows = diffRows(shown.editor().diff(), shown.editor().catalogue());
            QVERIFY(std::any_of(rows.cbegin(), rows.cend(),
                                [](const DiffRow &row) { return row.after == u"23 Nov 2025, 10:24 UTC"_s; }));
            QCOMPARE(dialog->findChild<QWidget *>(u"endsAtOnce"_s) != nullptr, deviates);
        }
    }

    void anotherPersonsEditIsShownAndMerged()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.editor().setScope(u"customers:read"_s, true);
        shown.pages.service->editGrantElsewhere(shown.id, {u"orders:read"_s, u"orders:write"_s});
        shown.save(u"New integration"_s);
        QTRY_COMPARE(shown.puts(), 1);
        MergeGrantDialog *merge = nullptr;
        QTRY_VERIFY((merge = shown.pages.window.findChild<MergeGrantDialog *>()));
        QCOMPARE(merge->findChild<DiffTable *>(u"theirDiff"_s)->changeCount(), 1); // invoices:read went
        QVERIFY(shown.tab->isDirty());                                             // mine are not lost
        merge->findChild<QPushButton *>(u"mergeReapply"_s)->click();
        ReviewGrantDialog *review = nullptr;
        QTRY_VERIFY((review = shown.pages.window.findChild<ReviewGrantDialog *>()));
        review->findChild<QComboBox *>(u"reason"_s)->setCurrentText(u"New integration"_s);
        review->findChild<QPushButton *>(u"submitButton"_s)->click();
        QTRY_COMPARE(shown.puts(), 2);
        const auto granted = [&shown] {
            QStringList scopes = shown.pages.service->grants.value(shown.id).scopes;
            scopes.sort();
            return scopes;
        };
        QTRY_COMPARE(granted(), (QStringList{u"customers:read"_s, u"orders:read"_s, u"orders:write"_s}));
    }

    void anotherPersonsEditMovesNothing()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.editor().setScope(u"customers:read"_s, true);
        pc::test::settle();
        const auto *panel = shown.tab->findChild<QWidget *>(u"limitsPanel"_s);
        const QPoint before = panel->mapTo(shown.tab, QPoint());
        shown.pages.service->editGrantElsewhere(shown.id, {u"orders:read"_s});
        shown.tab->refresh();
        QTRY_VERIFY(shown.tab->findChild<QWidget *>(u"staleBanner"_s)->isVisible());
        pc::test::settle();
        QCOMPARE(panel->mapTo(shown.tab, QPoint()), before);
    }

    /// The limits in force are marked when they would be others, not when a scope is staged.
    void onlyOtherLimitsAreMarked()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        const auto marked = [&shown] {
            const auto labels = shown.tab->findChild<QWidget *>(u"limitsPanel"_s)->findChildren<Label *>();
            return std::any_of(labels.begin(), labels.end(),
                               [](const Label *label) { return label->tone() == Tone::Accent; });
        };
        shown.editor().setScope(u"customers:read"_s, true);
        QVERIFY(shown.tab->isDirty());
        QVERIFY(!marked());
        shown.editor().setLimitOverride(LimitOverride{{25, 50, 49000}, {}, {}, u"x"_s});
        QVERIFY(marked());
    }

    void conflictsWithTheBasisAreExplained()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *banner = shown.tab->findChild<MessageBanner *>(u"scopeConflicts"_s);
        QVERIFY(!banner->isVisible());
        shown.editor().setScope(u"customers:health"_s, true);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(u"customers:health"_s));
        QVERIFY(banner->text().contains(u"Consent"_s));
    }

    void searchNarrowsTheTree()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *tree = shown.tab->findChild<QTreeView *>(u"scopeTree"_s);
        QTRY_COMPARE(tree->model()->rowCount(), 3);
        QTest::keyClicks(shown.tab->findChild<QLineEdit *>(u"scopeSearch"_s), u"invoice"_s);
        QCOMPARE(tree->model()->rowCount(), 1);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
    }

    void theEffectOfAQuotaIsSaid()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *line = shown.tab->findChild<QLabel *>(u"effectLine"_s);
        QTRY_VERIFY(line->isVisible());
        shown.editor().setLimitOverride(LimitOverride{{25, 50, 49000}, {}, {}, u"x"_s});
        QCOMPARE(line->text(), u"This quota would have throttled 2 of 30 day(s)."_s);
        shown.editor().setLimitOverride(LimitOverride{{25, 50, 90000}, {}, {}, u"x"_s});
        QCOMPARE(line->text(), u"This quota would have throttled 0 of 30 day(s)."_s);
        // What cannot be read has no effect that could be told; the field does not move away for that.
        auto *quota = shown.tab->findChild<NumberInput *>(u"quotaField"_s);
        pc::test::settle(5);
        const QPoint place = quota->mapTo(shown.tab, QPoint());
        quota->setFocus();
        quota->selectAll();
        QTest::keyClicks(quota, u"12x"_s);
        pc::test::settle(5);
        QVERIFY(!line->isVisible());
        QCOMPARE(quota->mapTo(shown.tab, QPoint()), place);
    }

    void theReviewNamesWhoUsesAScopeThatGoes()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.editor().setScopes({u"orders:read"_s, u"orders:write"_s}, false);
        shown.tab->review();
        auto *dialog = shown.pages.window.findChild<ReviewGrantDialog *>();
        QVERIFY(dialog);
        auto *impact = dialog->findChild<MessageBanner *>(u"scopeImpact"_s);
        QVERIFY(impact && impact->isVisible());
        QVERIFY2(
            impact->text().contains(
                u"orders:read: 48,211 call(s) in 30 days, the last 1 min ago, by erp-sync, warehouse."_s),
            qPrintable(impact->text()));
        QVERIFY(!impact->text().contains(u"orders:write"_s));
        QCOMPARE(dialog->findChild<QLabel *>(u"scopesUnused"_s)->text(),
                 u"Not used in the last 30 days: orders:write."_s);
        QVERIFY(!dialog->findChild<MessageBanner *>(u"scopeImpactUnknown"_s));
    }

    void unknownUseIsNotNoUse()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.pages.service->first =
            [](const pc::test::SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.path.endsWith("/scope-use"_L1))
                return client::HttpResponse{403, {}, {}};
            return std::nullopt;
        };
        shown.tab->refresh();
        pc::test::settle();
        shown.editor().setScope(u"orders:read"_s, false);
        shown.tab->review();
        auto *dialog = shown.pages.window.findChild<ReviewGrantDialog *>();
        QVERIFY(dialog);
        auto *unknown = dialog->findChild<MessageBanner *>(u"scopeImpactUnknown"_s);
        QVERIFY(unknown && unknown->text().contains(u"orders:read"_s));
        QVERIFY(!dialog->findChild<MessageBanner *>(u"scopeImpact"_s));
        QVERIFY(!dialog->findChild<QLabel *>(u"scopesUnused"_s));
    }

    /// Deviating from the plan by nothing is nothing to save.
    void whatChangesNothingIsNotStaged()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        auto *box = shown.tab->findChild<QCheckBox *>(u"overrideBox"_s);
        QVERIFY(!box->isChecked());
        box->click();
        QVERIFY(box->isChecked());
        QVERIFY(shown.tab->findChild<QWidget *>(u"quotaField"_s)->isVisible()); // where it can begin to
        auto *bar = shown.tab->findChild<QWidget *>(u"editBar"_s);
        QVERIFY(!bar->isVisible());
        QVERIFY(!shown.tab->isDirty());
        shown.tab->refresh();
        pc::test::settle();
        QVERIFY(box->isChecked());
        QTest::keyClicks(shown.tab->findChild<QLineEdit *>(u"overrideReason"_s), u"Season"_s);
        QVERIFY(bar->isVisible());
        QCOMPARE(shown.tab->statusText().selection, u"1 change(s) staged"_s);
    }

    void theReviewShowsWhatWasInForce()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        const Limits before = shown.editor().effectiveLimits();
        LimitOverride over{{1.5, 3, 0}, {}, {}, u"Season"_s};
        shown.editor().setLimitOverride(over);
        const QList<DiffRow> rows = diffRows(shown.editor().diff(), shown.editor().catalogue());
        const auto row = [&rows](const QString &field) -> QString {
            for (const DiffRow &each : rows)
                if (each.field == field)
                    return each.before + u" > "_s + each.after;
            return QString();
        };
        const QLocale locale;
        QCOMPARE(row(u"Rate (calls per second)"_s),
                 locale.toString(before.rate, 'f', QLocale::FloatingPointShortest) + u" > 1.5"_s);
        QCOMPARE(row(u"Burst (calls)"_s), locale.toString(before.burst) + u" > 3"_s);
        QCOMPARE(row(u"Daily quota (calls)"_s), locale.toString(before.dailyQuota) + u" > none"_s);
        // They are called as their fields are.
        const auto labels = shown.page->findChildren<QLabel *>();
        for (const QString &field : {u"Rate (calls per second)"_s, u"Burst (calls)"_s,
                                     u"Daily quota (calls)"_s, u"Why the partner deviates"_s})
            QVERIFY2(std::any_of(labels.cbegin(), labels.cend(),
                                 [&field](const QLabel *label) { return label->text().startsWith(field); }) &&
                         !row(field).isEmpty(),
                     qPrintable(field));
    }

    void discardCanBeUndone()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.editor().setScope(u"orders:write"_s, false);
        shown.editor().setScope(u"customers:read"_s, true);
        shown.editor().setLimitOverride(LimitOverride{{25, 50, 40000}, {}, {}, u"Season"_s});
        const GrantEdit staged = shown.editor().edit();
        shown.tab->findChild<QPushButton *>(u"discardEdits"_s)->click();
        QVERIFY(!shown.tab->isDirty());
        QVERIFY(shown.pages.toastText().endsWith(u"staged change(s) discarded"_s));
        QVERIFY(shown.pages.toasts.triggerLatest());
        QVERIFY(shown.tab->isDirty());
        QCOMPARE(shown.editor().edit().limitOverride, staged.limitOverride);
        QCOMPARE(QSet<QString>(shown.editor().edit().scopes.begin(), shown.editor().edit().scopes.end()),
                 QSet<QString>(staged.scopes.begin(), staged.scopes.end()));
        // Step by step back to the beginning.
        QVERIFY(shown.page->undo());
        QVERIFY(!shown.editor().edit().limitOverride);
        QVERIFY(shown.page->undo());
        QVERIFY(!shown.editor().hasScope(u"customers:read"_s));
        QVERIFY(shown.page->undo());
        QVERIFY(!shown.tab->isDirty());
        QVERIFY(!shown.page->canUndo());
    }

    void anOfferToUndoADiscardGoesWithIt()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        const auto offers = [&shown] {
            int count = 0;
            for (const Toast *toast : shown.pages.toasts.toasts())
                count += toast->hasAction() ? 1 : 0;
            return count;
        };
        for (const bool another : {false, true}) { // taken back otherwise, or no longer the last step
            shown.editor().setScope(u"orders:write"_s, false);
            shown.editor().setScope(u"customers:read"_s, true);
            shown.tab->findChild<QPushButton *>(u"discardEdits"_s)->click();
            QCOMPARE(offers(), 1);
            if (another)
                shown.editor().setScope(u"customers:read"_s, true);
            else
                QVERIFY(shown.page->undo());
            QVERIFY(shown.tab->isDirty());
            QCOMPARE(offers(), 0);
            QVERIFY(!shown.pages.toasts.triggerLatest());
            shown.editor().discard();
            shown.editor().forgetSteps();
        }
    }

    void whatWasTakenBackIsNoLongerWrong()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.tab->findChild<QCheckBox *>(u"overrideBox"_s)->click();
        auto *from = shown.tab->findChild<DateInput *>(u"fromField"_s);
        auto *until = shown.tab->findChild<DateInput *>(u"untilField"_s);
        const auto wrong = [&shown, until] {
            return until->property("invalid").toBool() ||
                   shown.tab->findChild<QLineEdit *>(u"fromField"_s)->property("invalid").toBool();
        };
        const auto typeBoth = [&] {
            from->setFocus();
            QTest::keyClicks(from, u"2031-05-02 10:00"_s);
            QTest::keyClick(from, Qt::Key_Tab);
            until->setFocus();
            QTest::keyClicks(until, u"2031-05-01 10:00"_s);
            shown.tab->findChild<QLineEdit *>(u"overrideReason"_s)->setFocus();
            QTRY_VERIFY(until->property("invalid").toBool());
        };
        typeBoth();
        for (int i = 0; i < 40 && !(from->isBlank() && until->isBlank()); ++i)
            QVERIFY(shown.page->undo());
        QVERIFY(from->isBlank() && until->isBlank());
        QVERIFY(!wrong());
        // The other field's value counts too: without the late start the end is right.
        typeBoth();
        from->setFocus();
        from->selectAll();
        QTest::keyClick(from, Qt::Key_Delete);
        QVERIFY(!wrong());
    }

    void theReviewSaysWhenLimitsBegin()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        const QString now = u"take effect with the next call of the partner."_s;
        const auto labels = [&shown] {
            QString texts;
            shown.tab->review();
            auto *dialog = shown.pages.window.findChild<ReviewGrantDialog *>();
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                texts += label->text() + u'\n';
            delete dialog;
            return texts;
        };
        const LimitOverride atOnce{{25, 50, 40000}, {}, {}, u"Season"_s};
        shown.editor().setLimitOverride(atOnce);
        QString said = labels();
        QVERIFY2(said.contains(now) && !said.contains(u" UTC."_s), qPrintable(said));
        LimitOverride later = atOnce;
        later.from = QDateTime({2031, 5, 2}, {10, 0}, Qt::UTC);
        shown.editor().setLimitOverride(later);
        said = labels();
        QVERIFY2(!said.contains(now), qPrintable(said)); // nothing does
        QVERIFY2(said.contains(u"change(s) of the limits take effect on 2 May 2031, 10:00 UTC."_s),
                 qPrintable(said));
        QVERIFY2(said.contains(u"Limits in force until then: "_s), qPrintable(said));
        shown.editor().setScope(u"orders:write"_s, false);
        said = labels();
        QVERIFY2(said.contains(u"1 change(s) "_s + now), qPrintable(said)); // the scope
        QVERIFY2(said.contains(u"take effect on 2 May 2031, 10:00 UTC."_s), qPrintable(said));
    }

    void whatWasSavedIsNoStagedStep()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.editor().setScope(u"orders:write"_s, false);
        shown.save(u"Unused scope"_s);
        QTRY_COMPARE(shown.puts(), 1);
        QTRY_VERIFY(!shown.tab->isDirty());
        QVERIFY(!shown.page->canUndo());
    }

    void limitsOutOfRangeAreNotReviewed()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.tab->findChild<QCheckBox *>(u"overrideBox"_s)->click();
        shown.tab->findChild<QLineEdit *>(u"overrideReason"_s)->setText(u"Season"_s);
        for (const auto &[name, wrong, fine] : {std::tuple{u"quotaField"_s, u"1000000001"_s, u"1000"_s},
                                                {u"quotaField"_s, u"many"_s, u"1000"_s},
                                                {u"rateField"_s, u"0"_s, u"2.5"_s},
                                                {u"burstField"_s, u"0"_s, u"5"_s},
                                                {u"burstField"_s, u""_s, u"5"_s},
                                                {u"untilField"_s, u"2025-01-01"_s, u""_s},
                                                {u"untilField"_s, u"31.2.2026"_s, u""_s},
                                                {u"fromField"_s, u"soon"_s, u""_s}}) {
            auto *input = shown.tab->findChild<QLineEdit *>(name);
            const auto type = [input](const QString &text) {
                input->selectAll();
                QTest::keyClick(input, Qt::Key_Delete);
                QTest::keyClicks(input, text);
            };
            type(wrong);
            QVERIFY(shown.tab->isDirty()); // it counts as an edit
            shown.tab->review();
            QVERIFY2(!shown.pages.window.findChild<ReviewGrantDialog *>(), qPrintable(name + wrong));
            QCOMPARE(input->text(), wrong);
            QVERIFY(input->property("invalid").toBool());
            type(fine);
            QVERIFY(!input->property("invalid").toBool());
        }
        shown.tab->review();
        QVERIFY(shown.pages.window.findChild<ReviewGrantDialog *>());
    }

    void overrideFieldsWriteTheEdit()
    {
        Shown shown;
        QTRY_VERIFY(shown.editor().isReady());
        shown.tab->findChild<QCheckBox *>(u"overrideBox"_s)->click();
        QVERIFY(shown.editor().edit().limitOverride.has_value());
        auto *quota = shown.tab->findChild<NumberInput *>(u"quotaField"_s);
        QVERIFY(quota->isVisible());
        quota->selectAll();
        QTest::keyClicks(quota, u"12345"_s);
        QCOMPARE(quota->text(), u"12345"_s);
        QCOMPARE(shown.editor().edit().limitOverride->limits.dailyQuota, 12345);
        QTest::keyClicks(shown.tab->findChild<DateInput *>(u"untilField"_s), u"2026-02-01 12:30"_s);
        QCOMPARE(shown.editor().edit().limitOverride->until,
                 std::optional(QDateTime({2026, 2, 1}, {12, 30}, Qt::UTC)));
        shown.tab->review(); // without a reason for the deviation nothing is reviewed
        QVERIFY(!shown.pages.window.findChild<ReviewGrantDialog *>());
        shown.tab->findChild<QLineEdit *>(u"overrideReason"_s)->setText(u"Season"_s);
        QCOMPARE(shown.editor().edit().limitOverride->reason, u"Season"_s);
        shown.tab->findChild<QCheckBox *>(u"overrideBox"_s)->click();
        QVERIFY(!shown.editor().edit().limitOverride.has_value());
        QVERIFY(!shown.tab->isDirty());
    }
};

PC_THEMED_TEST_MAIN(AccessTabTest)
#include "tst_access_tab.moc"
