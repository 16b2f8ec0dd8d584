// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/welcome/sample_card.h"
#include "views/widgets/label.h"

#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using rules::SampleSize;

class SampleCardTest final : public QObject
{
    Q_OBJECT
public:
    explicit SampleCardTest(ThemeController &) {}

private Q_SLOTS:
    /// What each choice takes stands there before anybody presses it.
    void bothSizesAreSaidBefore()
    {
        SampleCard card(false);
        const std::pair<SampleSize, QString> sizes[]{{SampleSize::Small, u"sampleButton"_s},
                                                     {SampleSize::Full, u"fullSampleButton"_s}};
        for (const auto &[size, name] : sizes) {
            auto *cost = card.findChild<Label *>(name + u"Cost"_s);
            QVERIFY(cost);
            const qint64 events = rules::sampleEvents(size);
            QVERIFY2(cost->text().contains(QLocale().toString(events)), qPrintable(cost->text()));
            const QString megabytes = QString::number((rules::sampleBytes(events) + 500'000) / 1'000'000);
            QVERIFY2(cost->text().contains(megabytes), qPrintable(cost->text()));
            auto *button = card.findChild<QPushButton *>(name);
            QVERIFY(button && button->isEnabled());
            QCOMPARE(button->accessibleDescription(), cost->text());
            QSignalSpy chosen(&card, &SampleCard::chosen);
            QTest::keyClick(button, Qt::Key_Space);
            QCOMPARE(chosen.size(), 1);
            QCOMPARE(chosen.at(0).at(0).value<SampleSize>(), size);
        }
    }

    void whatDoesNotFitCannotBeChosen()
    {
        SampleCard card(false);
        auto *small = card.findChild<QPushButton *>(u"sampleButton"_s);
        auto *full = card.findChild<QPushButton *>(u"fullSampleButton"_s);
        auto *free = card.findChild<Label *>(u"sampleFreeSpace"_s);
        card.setFreeBytes(rules::sampleRoom(rules::sampleEvents(SampleSize::Full)) - 1);
        QVERIFY(small->isEnabled() && !full->isEnabled());
        QVERIFY(!free->isHidden() && free->text().contains(u"MB"_s));
        card.setFreeBytes(0);
        QVERIFY(!small->isEnabled() && !full->isEnabled());
        QCOMPARE(card.findChild<Label *>(u"sampleButtonCost"_s)->tone(), Tone::Bad);
        card.setFreeBytes(1'000'000'000'000);
        QVERIFY(small->isEnabled() && full->isEnabled());
        card.setFreeBytes({}); // not known: it is tried
        QVERIFY(small->isEnabled() && full->isEnabled() && free->isHidden());
    }

    void aSampleThatIsThereIsOpened()
    {
        SampleCard card(true);
        QVERIFY(!card.findChild<QPushButton *>(u"fullSampleButton"_s));
        auto *open = card.findChild<QPushButton *>(u"sampleButton"_s);
        card.setFreeBytes(0); // nothing is written
        QVERIFY(open->isEnabled());
        QSignalSpy chosen(&card, &SampleCard::chosen);
        open->click();
        QCOMPARE(chosen.size(), 1);
    }
};

PC_THEMED_TEST_MAIN(SampleCardTest)
#include "tst_sample_card.moc"
