// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/address_pace.h"
#include "platform/http/byte_stream.h"
#include "platform/http/connection_table.h"
#include "platform/service/connection_share.h"

#include <QTest>

#include <rapidcheck.h>

#include <map>
#include <vector>

using namespace pc::platform;
using namespace std::chrono_literals;

namespace {

using Place = std::shared_ptr<ConnectionTable::Place>;
using Time = ConnectionTable::Time;

const Time start = Time(1h);

/// A connection: its place, and whether it was told to go.
struct Held
{
    Place place;
    std::shared_ptr<bool> gone = std::make_shared<bool>(false);

    [[nodiscard]] bool entered() const { return place != nullptr; }
};

Held enter(ConnectionTable &table, const QByteArray &address, Time waitingSince = {})
{
    Held held{table.enter(address)};
    if (held.place) {
        held.place->setEvict([gone = held.gone] { *gone = true; });
        if (waitingSince != Time{})
            held.place->setWaiting(waitingSince);
    }
    return held;
}

} // namespace

class TestConnectionTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressAtItsBoundLosesItsOwnOldest()
    {
        ConnectionTable table({100, 10, 3});
        std::vector<Held> own;
        for (int i = 0; i < 3; ++i)
            own.push_back(enter(table, "a", start + 3s - i * 1s));
        const Held other = enter(table, "b", start);
        const Held fourth = enter(table, "a");
        QVERIFY(fourth.entered());
        QVERIFY(!*own[0].gone && !*own[1].gone && *own[2].gone);
        QVERIFY2(!*other.gone, "another address paid");
        QCOMPARE(table.strangersOf("a"), 3);
        QCOMPARE(table.count(), 4);
    }

    void aConnectionInWorkIsNeverClosedForAnother()
    {
        ConnectionTable table({100, 10, 2});
        const Held first = enter(table, "a", start);
        const Held second = enter(table, "a", start);
        first.place->setWorking();
        second.place->setWorking();
        QVERIFY(!enter(table, "a").entered());
        QVERIFY(!*first.gone && !*second.gone);
        QCOMPARE(table.refused(), 1u);
        QVERIFY(enter(table, "b").entered());
        second.place->setWaiting(start + 1s);
        QVERIFY(enter(table, "a").entered());
        QVERIFY(*second.gone);
    }

    void trickledBytesDoNotMakeYounger()
    {
        ConnectionTable table({100, 10, 2});
        const Held slow = enter(table, "a", start);
        const Held idle = enter(table, "a", start + 1s);
        slow.place->setWaiting(start + 5s); // another byte
        QVERIFY(enter(table, "a").entered());
        QVERIFY(*slow.gone && !*idle.gone);
    }

    void aFullTableTakesFromTheGreediest()
    {
        ConnectionTable table({6, 0, 5});
        std::vector<Held> greedy;
        for (int i = 0; i < 4; ++i)
            greedy.push_back(enter(table, "greedy", start + 10s + i * 1s));
        const Held old = enter(table, "modest", start);
        const Held gateway = enter(table, "gateway", start);
        QVERIFY(table.prove(*gateway.place, "gateway:edge", 100));
        const Held newcomer = enter(table, "new");
        QVERIFY(newcomer.entered());
        QVERIFY2(*greedy[0].gone, "not the oldest of the greediest");
        QVERIFY(!*old.gone && !*gateway.gone);
    }

    /// As many addresses as places: the order of a hash table must not decide who is never served.
    void amongEquallyGreedyTheOldestGoes()
    {
        for (int youngest = 0; youngest < 16; ++youngest) {
            ConnectionTable table({16, 0, 5});
            std::vector<Held> held;
            for (int i = 0; i < 16; ++i)
                held.push_back(
                    enter(table, "10.0.0." + QByteArray::number(i), start + ((i - youngest + 16) % 16) * 1s));
            // Each newcomer takes the place of whoever waits longest: first `youngest` itself, then its
            // neighbour.
            for (int turn = 0; turn < 16; ++turn) {
                const Held newcomer = enter(table, "new-" + QByteArray::number(turn), start + 100s);
                QVERIFY(newcomer.entered());
                QVERIFY2(*held[static_cast<std::size_t>((youngest + turn) % 16)].gone,
                         qPrintable(QString::number(turn)));
                held.push_back(newcomer);
            }
        }
    }

    void aSiteIsOneStranger()
    {
        const auto network = [](const char *text) {
            return networkText(boost::asio::ip::make_address(text));
        };
        QCOMPARE(network("192.0.2.7"), QByteArray("192.0.2.7"));
        QCOMPARE(network("::ffff:192.0.2.7"), QByteArray("192.0.2.7"));
        QCOMPARE(network("2001:db8:1:2::1"), QByteArray("2001:db8:1:2::/64"));
        QCOMPARE(network("2001:db8:1:2:ffff:ffff:ffff:ffff"), network("2001:db8:1:2::1"));
        QVERIFY(network("2001:db8:1:3::1") != network("2001:db8:1:2::1"));
    }

    void callersGiveWayLast()
    {
        ConnectionTable table({2, 0, 5});
        const Held gateway = enter(table, "a", start);
        QVERIFY(table.prove(*gateway.place, "gateway:edge", 100));
        const Held stranger = enter(table, "b");
        QVERIFY(stranger.entered()); // in work
        const Held newcomer = enter(table, "c");
        QVERIFY(newcomer.entered());
        QVERIFY(*gateway.gone);
        QVERIFY(!table.hasRoom());
        newcomer.place->setWaiting(start);
        QVERIFY(table.hasRoom());
    }

    void strangersBeyondTheReserveGoAfterTheirAnswer()
    {
        ConnectionTable table({8, 2, 8});
        std::vector<Held> strangers;
        for (int i = 0; i < 6; ++i)
            strangers.push_back(enter(table, "a"));
        QVERIFY(table.mayStay(*strangers[0].place));
        strangers.push_back(enter(table, "b"));
        QVERIFY(!table.mayStay(*strangers[0].place));
        QVERIFY(table.prove(*strangers[6].place, "operator:anna", 10));
        QVERIFY(table.mayStay(*strangers[0].place));
        QVERIFY(table.mayStay(*strangers[6].place));
    }

    void aCallerHasABoundOfItsOwn()
    {
        ConnectionTable table({100, 10, 100});
        std::vector<Held> own;
        for (int i = 0; i < 3; ++i) {
            own.push_back(enter(table, "a"));
            QVERIFY(table.prove(*own.back().place, "operator:anna", 3));
        }
        const Held fourth = enter(table, "a");
        QVERIFY2(!table.prove(*fourth.place, "operator:anna", 3), "all of them are in work");
        QVERIFY(!fourth.place->isProven());
        own[1].place->setWaiting(start);
        QVERIFY(table.prove(*fourth.place, "operator:anna", 3));
        QVERIFY(*own[1].gone);
        QCOMPARE(table.strangersOf("a"), 0);
        QCOMPARE(table.count(), 3);
    }

    void ofEquallyOldTheFirstGoes()
    {
        ConnectionTable table({100, 10, 2});
        const Held first = enter(table, "a", start);
        const Held second = enter(table, "a", start);
        QVERIFY(enter(table, "a").entered());
        QVERIFY(*first.gone && !*second.gone);
        QCOMPARE(table.evicted(), 1u);
    }

    /// Of the whole, a quarter at most is kept from strangers, whatever was asked for.
    void theReserveIsAQuarterAtMost()
    {
        for (const auto &[asked, kept] : {std::pair(0, 0), std::pair(1, 1), std::pair(2, 2), std::pair(3, 2),
                                          std::pair(8, 2), std::pair(100, 2)}) {
            ConnectionTable table({8, asked, 100});
            std::vector<Held> strangers;
            for (int i = 1; i <= 8; ++i) {
                strangers.push_back(enter(table, "a"));
                QCOMPARE(table.mayStay(*strangers.front().place), i <= 8 - kept);
            }
        }
    }

    /// Whoever comes proven (through a socket file) takes a stranger's place, and has one of nobody's else.
    void theProvenTakeAStrangersPlace()
    {
        ConnectionTable table({2, 0, 5});
        const Held stranger = enter(table, "a", start);
        Place first = table.enterProven("unix");
        QVERIFY(first && first->isProven());
        QVERIFY(table.mayStay(*first));
        QCOMPARE(table.count(), 2);
        QCOMPARE(table.strangersOf("unix"), 0);
        const Place second = table.enterProven("unix");
        QVERIFY(second);
        QVERIFY(*stranger.gone);
        QCOMPARE(table.evicted(), 1u);
        QCOMPARE(table.count(), 2);
        QCOMPARE(table.refused(), 0u);
        QVERIFY(!table.enterProven("unix")); // both are in work
        QCOMPARE(table.refused(), 1u);
        QVERIFY(!enter(table, "a").entered());
        QCOMPARE(table.refused(), 2u);
        bool gone = false;
        first->setEvict([&gone] { gone = true; });
        first->setWaiting(start);
        QVERIFY(table.enterProven("unix"));
        QVERIFY(gone);
        first.reset(); // gave its place back when it was told to go
        QCOMPARE(table.count(), 1);
    }

    /// Who has been told to go is on no list any more, whatever it still does.
    void whoWasToldToGoCountsNoMore()
    {
        ConnectionTable table({100, 10, 1});
        const Held first = enter(table, "a", start);
        const Held second = enter(table, "a");
        QVERIFY(*first.gone);
        QCOMPARE(table.count(), 1);
        QVERIFY(table.prove(*first.place, "operator:anna", 1)); // too late, and no refusal
        QCOMPARE(table.count(), 1);
        table.leave(*first.place);
        QCOMPARE(table.count(), 1);
        QCOMPARE(table.strangersOf("a"), 1);
        // Proven once, proven for good: the same caller takes no second place.
        QVERIFY(table.prove(*second.place, "operator:anna", 1));
        QVERIFY(table.prove(*second.place, "operator:anna", 1));
        QVERIFY(!*second.gone);
        QCOMPARE(table.count(), 1);
        table.leave(*second.place);
        QCOMPARE(table.count(), 0);
    }

    void aTableHasRoomUntilItIsFull()
    {
        ConnectionTable table({2, 0, 5});
        const Held first = enter(table, "a");
        QVERIFY(table.hasRoom());
        const Held second = enter(table, "b");
        QVERIFY(!table.hasRoom());
        table.leave(*second.place);
        QVERIFY(table.hasRoom());
    }

    void placesComeBack()
    {
        ConnectionTable table({2, 0, 2});
        Held first = enter(table, "a", start);
        {
            const Held second = enter(table, "b");
            QCOMPARE(table.count(), 2);
        }
        QCOMPARE(table.count(), 1);
        table.leave(*first.place);
        QCOMPARE(table.count(), 0);
        first.place.reset(); // the second time does nothing
        QCOMPARE(table.count(), 0);
    }

    /// Whatever happens, no bound is broken, and no address pays for another's greed.
    void boundsHoldForAnyCourse()
    {
        const bool held = rc::check("bounds hold", [] {
            const int perAddress = *rc::gen::inRange(1, 6);
            const int total = *rc::gen::inRange(4, 20);
            ConnectionTable table({total, total / 4, perAddress});
            std::map<QByteArray, std::vector<Held>> all;
            const int steps = *rc::gen::inRange(1, 120);
            Time now = start;
            for (int i = 0; i < steps; ++i) {
                now += 1ms;
                const QByteArray address(1, static_cast<char>('a' + *rc::gen::inRange(0, 5)));
                std::vector<Held> &own = all[address];
                switch (*rc::gen::inRange(0, 4)) {
                case 0:
                    if (!own.empty())
                        own.erase(own.begin());
                    break;
                case 1:
                    if (!own.empty())
                        own.back().place->setWorking();
                    break;
                default: {
                    const int before = table.strangersOf(address);
                    Held fresh = enter(table, address, now);
                    if (before < perAddress && table.count() < total)
                        RC_ASSERT(fresh.entered());
                    if (fresh.entered())
                        own.push_back(std::move(fresh));
                }
                }
                RC_ASSERT(table.count() <= total);
                RC_ASSERT(table.strangersOf(address) <= perAddress);
            }
            all.clear();
            RC_ASSERT(table.count() == 0);
        });
        QVERIFY(held);
    }

    void paceLetsABurstGoAndTheRestWait()
    {
        AddressPace pace(10, 5, 3);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(pace.take("a", start).value_or(1h), 0ns);
        QCOMPARE(pace.take("a", start).value_or(0ns), 100ms);
        QCOMPARE(pace.take("a", start).value_or(0ns), 200ms);
        QCOMPARE(pace.take("a", start).value_or(0ns), 300ms);
        QVERIFY2(!pace.take("a", start), "the queue has an end");
        QCOMPARE(pace.take("b", start).value_or(1h), 0ns);
        QCOMPARE(pace.take("a", start + 1s).value_or(1h), 0ns);
    }

    void paceForgetsAddressesAtRest()
    {
        AddressPace pace(10, 5, 3);
        for (std::size_t i = 0; i < AddressPace::mostAddresses; ++i)
            QVERIFY(pace.take(QByteArray::number(quint64(i)), start));
        QCOMPARE(pace.addressCount(), AddressPace::mostAddresses);
        QVERIFY(pace.take("one more", start + 1min));
        QCOMPARE(pace.addressCount(), std::size_t(1));
    }

    /// A full table forgets who is at rest, to the nanosecond, and nobody when the one that asks is known.
    void paceForgetsNobodyElse()
    {
        AddressPace pace(10, 5, 3);
        for (std::size_t i = 0; i < AddressPace::mostAddresses; ++i)
            QVERIFY(pace.take(QByteArray::number(quint64(i)), start));
        QVERIFY(pace.take("0", start + 1ns)); // known
        QCOMPARE(pace.addressCount(), AddressPace::mostAddresses);
        QVERIFY(pace.take("another", start + 100ms)); // all but "0" are at rest
        QCOMPARE(pace.addressCount(), std::size_t(2));
    }

    void paceForgetsAllWhenNobodyIsAtRest()
    {
        AddressPace pace(10, 5, 3);
        for (std::size_t i = 0; i < AddressPace::mostAddresses; ++i)
            QVERIFY(pace.take(QByteArray::number(quint64(i)), start));
        QVERIFY(pace.take("one more", start + 100ms - 1ns));
        QCOMPARE(pace.addressCount(), std::size_t(1));
    }

    void listenersShareTheDescriptors()
    {
        for (const long descriptors : {64L, 256L, 300L, 512L, 1024L, 4096L, 65536L}) {
            const ConnectionShare share = shareConnections(2048, descriptors);
            QVERIFY(share.tcp >= 16 && share.gatewaySocket >= 16 && share.localSocket >= 16);
            if (descriptors >= 512)
                QVERIFY(share.tcp + share.gatewaySocket + share.localSocket + ConnectionShare::kept <=
                        descriptors);
        }
        QCOMPARE(shareConnections(2048, 65536).tcp, 2048);
        QVERIFY(shareConnections(2048, 1024).tcp < 1024);
        QVERIFY(descriptorLimit() > 0);
    }
};

QTEST_GUILESS_MAIN(TestConnectionTable)
#include "tst_connection_table.moc"
