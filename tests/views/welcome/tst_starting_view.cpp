// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/welcome/starting_view.h"
#include "views/widgets/label.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

class StartingViewTest final : public QObject
{
    Q_OBJECT
public:
    explicit StartingViewTest(ThemeController &) {}

private Q_SLOTS:
    /// The steps of `partner-platform seed` (tst_local_platform_live compares them with the program's) are
    /// shown in words, one line each, in the order they come.
    void everyStepHasWords()
    {
        StartingView view;
        view.start(true);
        const QStringList before = texts(view);
        for (const QString &step : {u"partners"_s, u"usage"_s, u"audit"_s, u"checkpoint"_s}) {
            view.setProgress({step, 0, 0});
            view.setProgress({step, 1, 4});
            view.setProgress({step, 4, 4});
            QVERIFY2(!texts(view).contains(step), qPrintable(step));
        }
        QStringList shown = texts(view);
        for (const QString &text : before)
            shown.removeOne(text);
        QCOMPARE(shown.filter(u"4 of 4"_s).size(), 4);
        QCOMPARE(shown.size(), 8);
        view.setProgress({u"later"_s, 0, 0}); // of a later program
        QVERIFY(texts(view).contains(u"later"_s));
        QVERIFY2(!texts(view).contains(u"0"_s), "a count that nobody knows");
        view.start(true); // again, from the first
        QCOMPARE(texts(view), before);
    }

    void theBarFollowsWhatIsKnown()
    {
        StartingView view;
        view.start(true);
        auto *bar = view.findChild<QProgressBar *>();
        QCOMPARE(bar->maximum(), 0); // busy, nobody knows how long
        view.setProgress({u"audit"_s, 500, 2000});
        QCOMPARE(bar->value() * 4, bar->maximum());
        view.setBusy(u"Ending"_s);
        QCOMPARE(bar->maximum(), 0);
        QVERIFY(texts(view).contains(u"Ending"_s));
    }

    void itCanBeCancelled()
    {
        StartingView view;
        view.start(true);
        QSignalSpy cancelled(&view, &StartingView::cancelRequested);
        view.findChild<QPushButton *>()->click();
        QCOMPARE(cancelled.count(), 1);
    }

private:
    static QStringList texts(const StartingView &view)
    {
        QStringList list;
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                list.append(label->text());
        }
        return list;
    }
};

PC_THEMED_TEST_MAIN(StartingViewTest)
#include "tst_starting_view.moc"
