// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_transport.h"
#include "tests/views/jobs/activity_fixture.h"
#include "tests/views/themed_test.h"
#include "views/widgets/badge.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/words/job_words.h"

#include <QProgressBar>
#include <QPushButton>

using namespace pc;
using namespace pc::test;
using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T *in(QWidget *card, const QString &name)
{
    return card->findChild<T *>(name);
}

QPushButton *actOf(QWidget *card)
{
    return in<QPushButton>(card, u"jobAct"_s);
}

QString outcomeOf(QWidget *card)
{
    return in<Label>(card, u"jobOutcome"_s)->text();
}

QList<JobCard *> cardsOf(ActivityDialog *dialog)
{
    return dialog->findChildren<JobCard *>();
}

} // namespace

class TestActivity final : public QObject
{
    Q_OBJECT
public:
    explicit TestActivity(ThemeController &) {}

private Q_SLOTS:
    void everyValueHasItsWords()
    {
        QSet<QString> texts;
        for (int i = 1; toText(static_cast<HistoryFinding>(i)) != "unknown"_L1; ++i) {
            Job job = jobIn(JobState::Done);
            job.result->history->finding = static_cast<HistoryFinding>(i);
            job.result->history->firstBad = 7;
            texts.insert(outcomeText(job));
            QCOMPARE(jobSeverity(job) == Severity::Bad, i > 1);
        }
        QCOMPARE(texts.size(), 11);
        for (int i = 1; toText(static_cast<JobProblem>(i)) != "unknown"_L1; ++i) {
            Job job = jobIn(JobState::Failed);
            job.problem = static_cast<JobProblem>(i);
            texts.insert(outcomeText(job));
        }
        QCOMPARE(texts.size(), 14);
        for (int i = 1; toText(static_cast<JobState>(i)) != "unknown"_L1; ++i)
            texts.insert(stateText(jobIn(static_cast<JobState>(i))));
        QCOMPARE(texts.size(), 20);
        QVERIFY(!texts.contains(QString()));
        Job newer = jobIn(JobState::Done); // of a newer platform
        newer.result->history->finding = HistoryFinding::Unknown;
        QCOMPARE(jobSeverity(newer), Severity::Bad);
        QCOMPARE(stateText(newer), u"Finding"_s);
        QVERIFY(!outcomeText(newer).isEmpty());
    }

    void eachJobSaysHowFarItIs()
    {
        ActivityFixture fixture({jobIn(JobState::Running), jobIn(JobState::Failed, u"job_2"_s),
                                 jobIn(JobState::Done, u"job_3"_s)});
        auto *dialog = fixture.open();
        QVERIFY(dialog);
        const QList<JobCard *> cards = cardsOf(dialog);
        QCOMPARE(cards.size(), 3);
        const auto *bar = in<QProgressBar>(cards[0], u"jobProgress"_s);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value() * 4, bar->maximum());
        QCOMPARE(bar->accessibleName(), u"5,000 of 20,000 event(s)"_s);
        QCOMPARE(actOf(cards[0])->text(), u"Cancel"_s);
        QVERIFY2(cards[0]->accessibleName().contains(u"Running"_s), qPrintable(cards[0]->accessibleName()));
        QVERIFY2(cards[0]->accessibleDescription().contains(u"Started by ops-1 · 3 min ago"_s),
                 qPrintable(cards[0]->accessibleDescription()));
        QVERIFY(!in<QProgressBar>(cards[1], u"jobProgress"_s)->isVisible());
        QCOMPARE(actOf(cards[1])->text(), u"Resume"_s);
        QVERIFY(outcomeOf(cards[1]).contains(u"its store"_s));
        QVERIFY(!actOf(cards[2])->isVisible());
        QVERIFY(cards[2]->accessibleDescription().startsWith(u"20,000 event(s)\n"_s));
        QVERIFY(outcomeOf(cards[2]).startsWith(u"The history holds"_s));
    }

    /// It moves in place: the card stays the same, and so does the focus on it.
    void progressComesByTheFeed()
    {
        ActivityFixture fixture({jobIn(JobState::Running)});
        auto *dialog = fixture.open();
        JobCard *card = cardsOf(dialog).first();
        actOf(card)->setFocus();
        fixture.jobs.first().done = 10'000;
        fixture.tell();
        QCOMPARE(cardsOf(dialog), QList<JobCard *>{card});
        const auto *bar = in<QProgressBar>(card, u"jobProgress"_s);
        QCOMPARE(bar->value() * 2, bar->maximum());
        QCOMPARE(dialog->focusWidget(), actOf(card));
        fixture.jobs.first() = jobIn(JobState::Done);
        fixture.tell();
        QVERIFY(outcomeOf(card).startsWith(u"The history holds"_s));
        QVERIFY(!bar->isVisible());
        QVERIFY(dialog->focusWidget() && dialog->focusWidget()->isVisible()); // it went somewhere
        QCOMPARE(fixture.pages.toastText(), QString());                       // the card says it
    }

    void cancelAndResume()
    {
        ActivityFixture fixture({jobIn(JobState::Running)});
        JobCard *card = cardsOf(fixture.open()).first();
        actOf(card)->click();
        settle();
        QCOMPARE(fixture.pages.service->asked("POST", u"/jobs/job_1/cancel"_s), 1);
        QCOMPARE(card->job().state, JobState::Cancelling);
        QVERIFY(!actOf(card)->isEnabled());
        QVERIFY(actOf(card)->toolTip().contains(u"its present step"_s));
        fixture.jobs.first() = jobIn(JobState::Cancelled);
        fixture.tell();
        QCOMPARE(actOf(card)->text(), u"Resume"_s);
        QVERIFY(actOf(card)->isEnabled());
        actOf(card)->click();
        settle();
        QCOMPARE(fixture.pages.service->asked("POST", u"/jobs/job_1/resume"_s), 1);
        QCOMPARE(card->job().state, JobState::Queued);
    }

    void aRefusalIsSaidInPlace()
    {
        ActivityFixture fixture({jobIn(JobState::Running)});
        auto *dialog = fixture.open();
        fixture.first = [](const SampleService::Asked &asked) -> std::optional<client::TransportResult> {
            if (asked.method != "POST")
                return {};
            return ScriptedTransport::problemResponse(409, u"job_over"_s);
        };
        fixture.jobs.first() = jobIn(JobState::Done);
        actOf(cardsOf(dialog).first())->click();
        settle();
        auto *banner = dialog->findChild<MessageBanner *>();
        QVERIFY(banner && banner->isVisible());
        QVERIFY2(banner->text().contains(u"The job has ended already."_s), qPrintable(banner->text()));
        QVERIFY(!outcomeOf(cardsOf(dialog).first()).isEmpty()); // as it stands
        QCOMPARE(fixture.pages.toastText(), QString());
    }

    void aStartFromAnywhereIsToldByAToast()
    {
        ActivityFixture fixture;
        QVERIFY(fixture.pages.commands.run(u"audit.verifyPlatform"_s));
        settle();
        QCOMPARE(fixture.model.underWay(), 1);
        QVERIFY2(fixture.pages.toastText().contains(u"verifies its whole history"_s),
                 qPrintable(fixture.pages.toastText()));
        QVERIFY(!fixture.pages.commands.run(u"audit.verifyPlatform"_s)); // one at a time
        QVERIFY(fixture.pages.commands.state(u"audit.verifyPlatform"_s).reason.contains(u"Activity"_s));
        fixture.jobs.first() = jobIn(JobState::Done, u"job_new"_s);
        fixture.tell();
        QVERIFY2(fixture.pages.toastText().contains(u"The history holds"_s),
                 qPrintable(fixture.pages.toastText()));
        QCOMPARE(fixture.pages.toasts.toasts().size(), 1); // that it verifies is no longer so
        QVERIFY(fixture.pages.toasts.toasts().last()->hasAction());
        fixture.pages.toasts.toasts().last()->trigger();
        settle();
        QVERIFY(fixture.pages.window.findChild<ActivityDialog *>());
    }

    /// Also where nothing is said of the end; the end of another job changes nothing in it.
    void whatIsSaidOfAStartGoesWithItsJob()
    {
        Job other = jobIn(JobState::Running, u"job_other"_s);
        other.kind = JobKind::Unknown; // of a newer platform
        ActivityFixture fixture({other});
        QVERIFY(fixture.pages.commands.run(u"audit.verifyPlatform"_s));
        settle();
        QCOMPARE(fixture.pages.toasts.toasts().size(), 1);
        other.state = JobState::Cancelled;
        fixture.model.take(other);
        settle();
        QCOMPARE(fixture.pages.toasts.toasts().size(), 1);
        fixture.jobs.first() = jobIn(JobState::Cancelled, u"job_new"_s);
        fixture.tell();
        QVERIFY(fixture.pages.toasts.toasts().isEmpty());
    }

    /// The others' end is theirs; a finding is everybody's.
    void whoseEndItIs()
    {
        for (const bool found : {false, true}) {
            Job job = jobIn(JobState::Running);
            job.startedBy = u"somebody-else"_s;
            ActivityFixture fixture({job});
            fixture.jobs.first() = jobIn(JobState::Done);
            fixture.jobs.first().startedBy = job.startedBy;
            if (found)
                fixture.jobs.first().result->history->finding = HistoryFinding::TreeDiffers;
            fixture.tell();
            QCOMPARE(!fixture.pages.toastText().isEmpty(), found);
            if (found)
                QVERIFY(fixture.pages.toasts.toasts().last()->staysUntilDismissed());
        }
    }

    void nothingIsUnderWay()
    {
        ActivityFixture fixture;
        auto *dialog = fixture.open();
        auto *states = dialog->findChild<StateStack *>();
        QCOMPARE(states->state(), ViewState::Empty);
        QCOMPARE(states->empty()->title(), u"Nothing is under way"_s);
        auto *verify = in<QPushButton>(dialog, u"verifyHistoryButton"_s);
        QVERIFY(verify->isEnabled());
        verify->click();
        settle();
        QCOMPARE(states->state(), ViewState::Content);
        QCOMPARE(cardsOf(dialog).size(), 1);
        QVERIFY(!verify->isEnabled());
        QCOMPARE(fixture.pages.toastText(), QString());
        QTest::keyClick(dialog, Qt::Key_Escape);
        settle();
        QVERIFY(!fixture.pages.window.findChild<ActivityDialog *>());
    }

    void whatCannotBeLoadedIsSaid()
    {
        ActivityFixture fixture;
        fixture.first = [](const SampleService::Asked &) -> std::optional<client::TransportResult> {
            return ScriptedTransport::problemResponse(500, u"internal"_s);
        };
        fixture.model.refresh();
        settle();
        ActivityFixture fresh;
        fresh.first = fixture.first;
        auto *dialog = fresh.open();
        auto *states = dialog->findChild<StateStack *>();
        QCOMPARE(states->state(), ViewState::Stale); // of what was there: nothing
        fresh.first = {};
        fresh.jobs = {jobIn(JobState::Failed)};
        Q_EMIT states->retryRequested();
        settle();
        QCOMPARE(states->state(), ViewState::Content);
    }

    /// Who may only look sees all, and why there is nothing to press.
    void readersOnlyLook()
    {
        ActivityFixture fixture({jobIn(JobState::Running)}, Role::Viewer);
        auto *dialog = fixture.open();
        QCOMPARE(cardsOf(dialog).size(), 1);
        QVERIFY(!actOf(cardsOf(dialog).first())->isEnabled());
        QVERIFY(actOf(cardsOf(dialog).first())->toolTip().contains(u"job.cancel"_s));
        QVERIFY(!in<QPushButton>(dialog, u"verifyHistoryButton"_s)->isEnabled());
    }

    /// Toasts go by; what they said stands here.
    void whatTheWindowSaidIsListed()
    {
        ActivityFixture fixture;
        for (int i = 1; i <= 12; ++i)
            fixture.pages.toasts.show({.text = u"Message %1"_s.arg(i)});
        auto *said = fixture.open()->findChild<QWidget *>(u"saidHere"_s);
        QVERIFY(said && said->isVisible());
        QStringList lines;
        for (const Label *label : said->findChildren<Label *>())
            lines.append(label->text());
        QCOMPARE(lines.size(), 11); // a title, and the last ten
        QCOMPARE(lines.at(1), u"10:24 UTC · Message 12"_s);
        QCOMPARE(lines.at(10), u"10:24 UTC · Message 3"_s);
        ActivityFixture quiet;
        QVERIFY(!quiet.open()->findChild<QWidget *>(u"saidHere"_s)->isVisible());
    }

    void manyAreCut()
    {
        QList<Job> jobs;
        for (int i = 0; i < 40; ++i)
            jobs.append(jobIn(JobState::Cancelled, u"job_%1"_s.arg(i)));
        jobs.append(jobIn(JobState::Running, u"job_old"_s)); // it is under way: never cut
        ActivityFixture fixture(jobs);
        QCOMPARE(cardsOf(fixture.open()).size(), ActivityDialog::mostShown + 1);
    }
};

PC_THEMED_TEST_MAIN(TestActivity)
#include "tst_activity.moc"
