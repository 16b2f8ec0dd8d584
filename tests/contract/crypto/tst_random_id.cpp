// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/crypto/base62.h"
#include "contract/crypto/random_id.h"

#include <QSet>
#include <QTest>

#include <array>
#include <future>
#include <vector>

using namespace pc;
using namespace std::chrono_literals;

class TestRandomId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoAreAlike()
    {
        const auto some = [] {
            std::vector<QByteArray> ids;
            for (int i = 0; i < 20'000; ++i)
                ids.push_back(randomId(16));
            return ids;
        };
        std::array<std::future<std::vector<QByteArray>>, 4> threads;
        for (auto &thread : threads)
            thread = std::async(std::launch::async, some);
        QSet<QByteArray> all;
        for (auto &thread : threads) {
            for (const QByteArray &id : thread.get()) {
                QCOMPARE(id.size(), 16);
                QVERIFY(base62::isBase62(id));
                all.insert(id);
            }
        }
        QCOMPARE(all.size(), 80'000);
    }

    /// Each of the 62 as often as the others: expected are 10,000 of each, five deviations are 500.
    void charactersAreUniform()
    {
        std::array<int, 62> times{};
        for (int i = 0; i < 62'000; ++i) {
            const QByteArray id = randomId(10);
            for (const char c : id)
                ++times[static_cast<std::size_t>(base62::valueOf(c))];
        }
        for (const int count : times)
            QVERIFY2(qAbs(count - 10'000) < 700, QByteArray::number(count).constData());
    }

    void timeIsTheirOrder()
    {
        const std::vector<std::chrono::milliseconds> times{
            0ms, 1ms, 61ms, 62ms, 1'772'452'800'000ms, 1'772'452'800'001ms, 3'521'614'606'207ms};
        QByteArray before;
        for (const auto time : times) {
            const QByteArray id = timedId(16, time);
            QCOMPARE(id.size(), 16);
            QVERIFY(base62::isBase62(id));
            QVERIFY(before < id.first(7));
            before = id.first(7);
        }
        QCOMPARE(timedId(16, -5ms).first(7), QByteArray("0000000"));
    }

    void oneTimeHasManyIds()
    {
        QSet<QByteArray> all;
        for (int i = 0; i < 50'000; ++i)
            all.insert(timedId(16, 1'772'452'800'000ms));
        QCOMPARE(all.size(), 50'000);
    }
};

QTEST_GUILESS_MAIN(TestRandomId)
#include "tst_random_id.moc"
