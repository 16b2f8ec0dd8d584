// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/networks.h"
#include "tests/contract/properties.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace pc;
using namespace pc::rules;

namespace {

const QDateTime today(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);

std::optional<Address> at(const char *text)
{
    return addressOf(text);
}

QString canonical(const QString &text)
{
    const auto read = networkOf(text);
    return read ? toText(read->network) + (read->hasHost ? u" host"_s : QString()) +
                      (read->isMapped ? u" mapped"_s : QString())
                : u"-"_s;
}

QList<NetworkEntry> listOf(const QStringList &networks)
{
    QList<NetworkEntry> list;
    for (const QString &network : networks)
        list.append({network, {}, {}, {}});
    return list;
}

using F = NetworkFinding;

QStringList findings(const QList<NetworkEntry> &list, Realm realm = Realm::Production)
{
    static const QHash<F, QString> names{{F::Unreadable, u"unreadable"_s},
                                         {F::HostBits, u"host"_s},
                                         {F::Everything, u"everything"_s},
                                         {F::Most, u"most"_s},
                                         {F::NoSource, u"no source"_s},
                                         {F::Repeated, u"again"_s},
                                         {F::Within, u"within"_s},
                                         {F::Special, u"special"_s},
                                         {F::Wide, u"wide"_s},
                                         {F::Ended, u"ended"_s},
                                         {F::NotYet, u"not yet"_s},
                                         {F::Mapped, u"mapped"_s}};
    QStringList told;
    for (const NetworkRemark &each : remarksOn(list, realm, today))
        told.append(u"%1 %2"_s.arg(each.line).arg(names.value(each.finding)) +
                    (each.other < 0 ? QString() : u" %1"_s.arg(each.other)) +
                    (each.proposal.isEmpty() ? QString() : u' ' + each.proposal));
    return told;
}

rc::Gen<Address> addresses()
{
    return rc::gen::exec([] {
        Address address;
        address.isV6 = *rc::gen::arbitrary<bool>();
        // Few bits, so that networks meet.
        address.low = *rc::gen::inRange<quint64>(0, 1 << 10) << *rc::gen::element(0, 8, 16, 22);
        if (address.isV6)
            address.high = *rc::gen::inRange<quint64>(0, 1 << 10) << *rc::gen::element(0, 16, 32, 50);
        const bool mapped = address.isV6 && address.high == 0 && address.low >> 32 == 0xffff;
        return mapped ? Address{} : address;
    });
}

rc::Gen<Network> networks()
{
    return rc::gen::exec([] {
        const Address address = *addresses();
        return networkAround(address, *rc::gen::inRange(0, bitsOf(address) + 1));
    });
}

rc::Gen<NetworkSpan> spans()
{
    return rc::gen::exec([] {
        NetworkSpan span{*networks(), {}, {}};
        if (*rc::gen::arbitrary<bool>())
            span.from = today.addDays(*rc::gen::inRange(-3, 4));
        if (*rc::gen::arbitrary<bool>())
            span.until = today.addDays(*rc::gen::inRange(-3, 4));
        return span;
    });
}

QList<NetworkSpan> someSpans()
{
    const auto list = *rc::gen::resize(6, rc::gen::container<std::vector<NetworkSpan>>(spans()));
    return QList<NetworkSpan>(list.begin(), list.end());
}

} // namespace

class TestNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreReadToTheLetter_data()
    {
        QTest::addColumn<QString>("written"); // empty: none
        const auto row = [](const char *text, const char *written) {
            QTest::newRow(text) << QString::fromLatin1(written);
        };
        row("0.0.0.0", "0.0.0.0");
        row("203.0.113.7", "203.0.113.7");
        row("255.255.255.255", "255.255.255.255");
        row("::ffff:203.0.113.7", "203.0.113.7");
        row("::FFFF:cb00:7107", "203.0.113.7");
        row("::", "::");
        row("::1", "::1");
        row("1::", "1::");
        row("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
        row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
        row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
        row("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304");
        row("64:ff9b::192.0.2.33", "64:ff9b::c000:221");
        for (const char *none : {"",
                                 "1",
                                 "1.2.3",
                                 "1.2.3.4.5",
                                 "1.2.3.256",
                                 "1.2.3.04",
                                 "01.2.3.4",
                                 "0x1.2.3.4",
                                 "1.2.3.-4",
                                 "1..3.4",
                                 " 1.2.3.4",
                                 "1.2.3.4 ",
                                 "1.2.3.4:80",
                                 "[::1]",
                                 "fe80::1%eth0",
                                 ":",
                                 ":::",
                                 "1:2:3:4:5:6:7",
                                 "1::2::3",
                                 "1:2:3:4:5:6:7:8:9",
                                 "1:2:3:4:5:6:7:8::",
                                 "12345::",
                                 "g::",
                                 "1:2:3:4:5:6:7:",
                                 ":1:2:3:4:5:6:7",
                                 "1.2.3.4::",
                                 "::1.2.3",
                                 "unix",
                                 "others",
                                 "1,2,3,4"})
            row(none, "");
    }

    void addressesAreReadToTheLetter()
    {
        QFETCH(QString, written);
        const auto read = at(QTest::currentDataTag());
        QCOMPARE(read ? toText(*read) : QString(), written);
    }

    void networksAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("written");
        const auto row = [](const char *text, const char *written) {
            QTest::newRow(text) << QString::fromLatin1(written);
        };
        row("203.0.113.0/24", "203.0.113.0/24");
        row("  203.0.113.7 ", "203.0.113.7/32");
        row("203.0.113.7/24", "203.0.113.0/24 host");
        row("0.0.0.0/0", "0.0.0.0/0");
        row("2001:0DB8::/32", "2001:db8::/32");
        row("2001:db8::1/32", "2001:db8::/32 host");
        row("2001:db8::1", "2001:db8::1/128");
        row("::/0", "::/0");
        row("::ffff:203.0.113.0/120", "203.0.113.0/24 mapped");
        row("::ffff:203.0.113.9", "203.0.113.9/32 mapped");
        for (const char *none : {"", "/24", "203.0.113.0/", "203.0.113.0/33", "203.0.113.0/024",
                                 "203.0.113.0/-1", "203.0.113.0 /24", "203.0.113.0/24/24", "2001:db8::/129",
                                 "::ffff:0.0.0.0/95", "203.0.113.*", "203.0.113", "\xd9\xa1.2.3.4"})
            row(none, "-");
    }

    void networksAreReadAndWritten()
    {
        QFETCH(QString, written);
        QCOMPARE(canonical(QString::fromUtf8(QTest::currentDataTag())), written);
    }

    void everyNetworkIsReadAsItIsWritten()
    {
        QVERIFY(rc::check("what is written reads back", [] {
            const Network network = *networks();
            const auto read = networkOf(toText(network));
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->network == network);
            RC_ASSERT(!read->hasHost);
            RC_ASSERT(addressOf(toText(network.first).toStdString()) == network.first);
            RC_ASSERT(addressOf(toText(network.last()).toStdString()) == network.last());
        }));
        QVERIFY(rc::check("any text ends, and none reads as two", [] {
            const QByteArray text = props::mutated(toText(*networks()).toLatin1());
            const auto read = networkOf(QString::fromLatin1(text));
            if (read)
                RC_ASSERT(networkOf(toText(read->network))->network == read->network);
        }));
    }

    void aNetworkHoldsWhatLiesBetweenItsEnds()
    {
        QVERIFY(rc::check("containment is order", [] {
            const Network network = *networks();
            const Address address = *addresses();
            RC_ASSERT(network.contains(address) == (network.first <= address && address <= network.last()));
            const Network other = *networks();
            RC_ASSERT(network.contains(other) ==
                      (network.contains(other.first) && network.contains(other.last())));
        }));
        // Not even the widest of IPv6 holds an IPv4 address, however it is written.
        QVERIFY(!networkOf(u"::/0"_s)->network.contains(*at("::ffff:1.2.3.4")));
        QVERIFY(networkOf(u"::ffff:1.2.3.0/120"_s)->network.contains(*at("1.2.3.4")));
    }

    void everyLineIsRemarkedOn()
    {
        QCOMPARE(findings(listOf({u"8.8.8.0/24"_s, u"2620:fe::/48"_s})), QStringList());
        QCOMPARE(findings(listOf({u"8.8.8"_s, u"8.8.8.8/24"_s, u"0.0.0.0/0"_s, u"::/0"_s, u"::1.2.3/0"_s})),
                 (QStringList{u"0 unreadable"_s, u"1 host 8.8.8.0/24"_s, u"2 everything"_s, u"3 everything"_s,
                              u"4 unreadable"_s}));
        QCOMPARE(
            findings(listOf({u"224.0.0.0/24"_s, u"ff02::1"_s, u"0.0.0.0"_s, u"::"_s, u"255.255.255.255"_s})),
            (QStringList{u"0 no source"_s, u"1 no source"_s, u"2 no source"_s, u"3 no source"_s,
                         u"4 no source"_s}));
        QCOMPARE(findings(listOf({u"8.8.8.8"_s, u"8.8.8.8/32"_s, u"::ffff:8.8.8.8"_s, u"8.8.8.0/24"_s})),
                 (QStringList{u"0 within 3"_s, u"1 again 0"_s, u"2 again 0"_s}));
        QCOMPARE(findings(listOf({u"7.0.0.0/8"_s, u"6.0.0.0/7"_s, u"2600::/16"_s, u"2600::/12"_s})),
                 (QStringList{u"0 within 1"_s, u"1 wide"_s, u"2 within 3"_s, u"3 wide"_s}));
        QCOMPARE(
            findings(listOf(
                {u"10.1.0.0/16"_s, u"127.0.0.1"_s, u"fe80::1"_s, u"2001:db8::/48"_s, u"100.64.0.0/10"_s})),
            (QStringList{u"0 special"_s, u"1 special"_s, u"2 special"_s, u"3 special"_s, u"4 special"_s}));
        QCOMPARE(findings(listOf({u"10.1.0.0/16"_s}), Realm::Sandbox), QStringList());
        QCOMPARE(findings(listOf({u"::ffff:8.8.8.0/120"_s})), (QStringList{u"0 mapped 8.8.8.0/24"_s}));
        QCOMPARE(remarksOn(listOf({u"172.20.0.0/16"_s}), Realm::Production, today).constFirst().use,
                 SpecialUse::Private);
    }

    /// A prefix of 0 is refused, and so is what comes to the same.
    void twoHalvesAreTheWhole()
    {
        QCOMPARE(findings(listOf({u"0.0.0.0/1"_s, u"128.0.0.0/1"_s})),
                 (QStringList{u"0 most"_s, u"1 wide"_s})); // less than half of what is in use
        QCOMPARE(findings(listOf({u"::/1"_s, u"8000::/1"_s})), (QStringList{u"0 most"_s, u"1 wide"_s}));
        QCOMPARE(findings(listOf(
                     {u"8.8.8.8"_s, u"0.0.0.0/3"_s, u"64.0.0.0/2"_s, u"128.0.0.0/3"_s, u"9.0.0.0/8"_s})),
                 (QStringList{u"0 within 1"_s, u"1 most"_s, u"2 most"_s, u"3 most"_s, u"4 within 1"_s}));
        // Exactly half, by one line and by two; a bit less is very much, and no more than that.
        QCOMPARE(findings(listOf({u"0.0.0.0/1"_s})), (QStringList{u"0 most"_s}));
        QCOMPARE(findings(listOf({u"64.0.0.0/2"_s, u"128.0.0.0/2"_s})),
                 (QStringList{u"0 most"_s, u"1 most"_s}));
        QCOMPARE(findings(listOf({u"0.0.0.0/2"_s, u"64.0.0.0/3"_s, u"96.0.0.0/4"_s})),
                 (QStringList{u"0 most"_s, u"1 most"_s, u"2 most"_s})); // 28 of the 56 parts below 224.0.0.0
        QCOMPARE(findings(listOf({u"64.0.0.0/2"_s, u"128.0.0.0/3"_s})),
                 (QStringList{u"0 wide"_s, u"1 wide"_s}));
        // At different times as well: each line is looked at as it stands.
        QCOMPARE(findings({{u"64.0.0.0/2"_s, {}, {}, today}, {u"128.0.0.0/1"_s, {}, today, {}}}),
                 (QStringList{u"0 most"_s, u"1 most"_s}));
        // Of each kind of addresses by itself.
        QCOMPARE(findings(listOf({u"64.0.0.0/2"_s, u"2400::/11"_s})),
                 (QStringList{u"0 wide"_s, u"1 wide"_s}));
    }

    /// Whoever has a global address has one of these: most of 2000::/3 is nobody's.
    void allRegistriesAreTheWhole_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<bool>("most");
        const auto row = [](const char *name, const QStringList &lines, bool most) {
            QTest::newRow(name) << lines << most;
        };
        row("all that there are", {u"2000::/3"_s}, true);
        row("the half of them that is in use", {u"2000::/4"_s}, true);
        row("that half in two", {u"2000::/5"_s, u"2800::/5"_s}, true);
        row("the lower half of that", {u"2000::/5"_s}, true);
        row("the upper half of that", {u"2800::/5"_s}, true);
        row("by registry", {u"2400::/12"_s, u"2600::/12"_s, u"2800::/12"_s, u"2a00::/12"_s, u"2c00::/12"_s},
            true);
        row("the other half of 2000::/3", {u"3000::/4"_s}, false);
        row("three of them", {u"2400::/11"_s, u"2600::/12"_s}, false);
        row("one of them", {u"2a00::/12"_s}, false);
        row("providers", {u"2a00:1450::/29"_s, u"2600:1f00::/24"_s, u"2001:4860::/32"_s}, false);
    }

    void allRegistriesAreTheWhole()
    {
        QFETCH(QStringList, lines);
        QFETCH(bool, most);
        QCOMPARE(!findings(listOf(lines)).filter(u"most"_s).isEmpty(), most);
    }

    void halfIsToldFromLess()
    {
        QVERIFY(rc::check("by counting", [] {
            const bool isV6 = *rc::gen::arbitrary<bool>();
            // Counted by parts of 6 bits: of IPv4, and of 2000::/3 cut down to the blocks of registries.
            const std::vector<int> blocks{0x2400, 0x2410, 0x2600, 0x2630, 0x2800, 0x2a00, 0x2a10, 0x2c00};
            const int base = isV6 ? 3 : 0;
            const int deep = isV6 ? 9 : 6; // bits of a part
            QList<NetworkEntry> list;
            QSet<int> covered;
            const auto lines = *rc::gen::inRange(0, 12);
            for (int i = 0; i < lines; ++i) {
                const int bits = *rc::gen::inRange(1, deep + 1);
                const int part = isV6 && *rc::gen::arbitrary<bool>()
                                     ? (*rc::gen::elementOf(blocks) - 0x2000) >> (13 - bits)
                                     : *rc::gen::inRange(0, 1 << bits);
                Address first{isV6, 0, 0};
                if (isV6)
                    first.high = quint64{0x2000} << 48 | quint64(part) << (61 - bits);
                else
                    first.low = quint64(part) << (32 - bits);
                list.append({toText(networkAround(first, base + bits)), {}, {}, {}});
                for (int each = part << (deep - bits); each < (part + 1) << (deep - bits); ++each) {
                    if (isV6 ? std::count(blocks.begin(), blocks.end(), 0x2000 + (each << 4)) > 0
                             : each < 56) // below 224.0.0.0
                        covered.insert(each);
                }
            }
            const QList<NetworkRemark> remarks = remarksOn(list, Realm::Production, today);
            QList<NetworkEntry> marked;
            for (const NetworkRemark &each : remarks) {
                if (each.finding == F::Most)
                    marked.append(list.at(each.line));
            }
            RC_ASSERT(marked.isEmpty() == (covered.size() < (isV6 ? 4 : 28)));
            // Those by themselves, and the others are not in the way.
            RC_ASSERT(remarksOn(marked, Realm::Production, today).size() == marked.size());
            std::reverse(list.begin(), list.end());
            const QStringList turned = findings(list);
            RC_ASSERT((turned.filter(u"most"_s).size() > 0) == !marked.isEmpty());
        }));
    }

    void timesHaveASayInThem()
    {
        const NetworkEntry wide{u"8.8.0.0/16"_s, {}, {}, today.addDays(3)};
        const NetworkEntry past{u"8.8.4.0/24"_s, {}, {}, today};
        const NetworkEntry later{u"9.9.9.0/24"_s, {}, today.addDays(1), {}};
        QCOMPARE(findings({wide, past, later}), (QStringList{u"1 within 0"_s, u"1 ended"_s, u"2 not yet"_s}));
        // The inner one lets through what the wider does not, later on.
        QCOMPARE(findings({wide, {u"8.8.4.0/24"_s, {}, {}, {}}}), QStringList());
    }

    void storedAsWritten()
    {
        const QList<NetworkEntry> settled = settledNetworks(
            listOf({u" 8.8.8.8"_s, u"::ffff:9.9.9.0/120"_s, u"2620:FE::/48"_s, u"8.8.8.8/24"_s}));
        QCOMPARE(settled, listOf({u"8.8.8.8/32"_s, u"9.9.9.0/24"_s, u"2620:fe::/48"_s, u"8.8.8.8/24"_s}));
    }

    void whatAnEmptyListMeans()
    {
        NetworkRules rules;
        const auto lets = [&rules](Realm realm, const QString &source, const QDateTime &when = today) {
            return allows(rules, realm, u"crd_1"_s, source, when);
        };
        QVERIFY(lets(Realm::Sandbox, u"8.8.8.8"_s));
        QVERIFY(lets(Realm::Sandbox, u"unix"_s));
        QVERIFY(!lets(Realm::Production, u"8.8.8.8"_s));
        QVERIFY(!lets(Realm::Unknown, u"8.8.8.8"_s));
        QVERIFY(!hasNetworks(rules, today));
        rules.waiver = {today.addDays(2), u"moves"_s};
        QVERIFY(hasNetworks(rules, today));
        QVERIFY(lets(Realm::Production, u"8.8.8.8"_s));
        QVERIFY(lets(Realm::Production, {}));
        QVERIFY(!lets(Realm::Production, u"8.8.8.8"_s, today.addDays(2)));
        // A list decides, whatever is waived, also when none of its lines is in force.
        rules.production = {{u"8.8.8.0/24"_s, {}, {}, {}}};
        QVERIFY(lets(Realm::Production, u"8.8.8.8"_s));
        QVERIFY(lets(Realm::Production, u"::ffff:8.8.8.8"_s));
        QVERIFY(!lets(Realm::Production, u"8.8.9.8"_s));
        QVERIFY(!lets(Realm::Production, {}));
        rules.production[0].until = today;
        QVERIFY(!lets(Realm::Production, u"8.8.8.8"_s));
        QVERIFY(!hasNetworks(rules, today));
        rules.sandbox = rules.production;
        QVERIFY(!lets(Realm::Sandbox, u"8.8.8.8"_s));
    }

    void aCredentialIsNarrowedBesideItsRealm()
    {
        NetworkRules rules;
        rules.production = listOf({u"8.8.0.0/16"_s});
        rules.credentials = {{u"crd_1"_s, listOf({u"8.8.8.0/24"_s, u"9.9.9.0/24"_s})}};
        const auto lets = [&rules](const QString &credential, const QString &source) {
            return allows(rules, Realm::Production, credential, source, today);
        };
        QVERIFY(lets(u"crd_1"_s, u"8.8.8.1"_s));
        QVERIFY(!lets(u"crd_1"_s, u"8.8.9.1"_s));
        QVERIFY(!lets(u"crd_1"_s, u"9.9.9.9"_s));
        QVERIFY(lets(u"crd_2"_s, u"8.8.9.1"_s));
    }

    void whatWidens()
    {
        NetworkRules rules;
        rules.production = listOf({u"8.8.0.0/16"_s, u"2620:fe::/48"_s});
        const auto widened = [&rules](const std::function<void(NetworkRulesEdit &)> &change) {
            NetworkRulesEdit edit = editOf(rules);
            change(edit);
            return widens(rules, edit, today);
        };
        QVERIFY(!widened([](NetworkRulesEdit &) {}));
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.production.removeLast(); }));
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.production[0].network = u"8.8.4.0/24"_s; }));
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.production[0].until = today.addDays(1); }));
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.production[0].note = u"x"_s; }));
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.production.clear(); }));
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.sandbox = edit.production; }));
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.credentials = {{u"crd_1"_s, edit.production}}; }));
        QVERIFY(widened([](NetworkRulesEdit &edit) { edit.production += listOf({u"9.9.9.9"_s}); }));
        QVERIFY(widened([](NetworkRulesEdit &edit) { edit.production[0].network = u"8.0.0.0/8"_s; }));
        QVERIFY(widened([](NetworkRulesEdit &edit) { edit.waiver = {today.addDays(1), u"y"_s}; }));
        rules.waiver = {today.addDays(3), u"y"_s};
        QVERIFY(!widened([](NetworkRulesEdit &edit) { edit.waiver->until = today.addDays(1); }));
        QVERIFY(widened([](NetworkRulesEdit &edit) { edit.waiver->until = today.addDays(4); }));
        rules.sandbox = listOf({u"8.8.8.8"_s});
        rules.credentials = {{u"crd_1"_s, listOf({u"8.8.8.8"_s})}};
        QVERIFY(widened([](NetworkRulesEdit &edit) { edit.sandbox.clear(); })); // from anywhere
        QVERIFY(widened([](NetworkRulesEdit &edit) { edit.credentials.clear(); }));
        QVERIFY(widened(
            [](NetworkRulesEdit &edit) { edit.credentials[0].entries[0].network = u"8.8.8.0/24"_s; }));
    }

    /// What takes away does as what gives; what leaves everybody where they are does not.
    void whatChangesNothingNeedsNoReason()
    {
        NetworkRules rules;
        rules.production = listOf({u"8.8.0.0/16"_s, u"2620:fe::/48"_s});
        const auto changed = [&rules](const std::function<void(NetworkRulesEdit &)> &change) {
            NetworkRulesEdit edit = editOf(rules);
            change(edit);
            return changesReach(rules, edit, today);
        };
        QVERIFY(!changed([](NetworkRulesEdit &) {}));
        QVERIFY(!changed([](NetworkRulesEdit &edit) { edit.production[0].note = u"x"_s; }));
        QVERIFY(!changed([](NetworkRulesEdit &edit) { edit.production += listOf({u"8.8.8.0/24"_s}); }));
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.production += listOf({u"9.9.9.9"_s}); }));
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.production.removeLast(); }));
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.production.clear(); }));
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.production[0].until = today.addDays(1); }));
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.sandbox = edit.production; }));
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.credentials = {{u"crd_1"_s, edit.production}}; }));
        rules.waiver = {today.addDays(3), u"y"_s};
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.waiver->until = today.addDays(1); }));
        QVERIFY(changed([](NetworkRulesEdit &edit) { edit.waiver.reset(); }));
        rules.waiver = {today.addDays(-3), u"y"_s}; // it is over
        QVERIFY(!changed([](NetworkRulesEdit &edit) { edit.waiver.reset(); }));
    }

    void waiversEnd()
    {
        const auto fault = [](const QDateTime &until, const std::optional<NetworkWaiver> &recorded = {}) {
            return waiverFault({until, u"y"_s}, recorded, today);
        };
        QCOMPARE(fault(today.addDays(1)), std::nullopt);
        QCOMPARE(fault(today.addDays(longestWaiverDays)), std::nullopt);
        QCOMPARE(fault(today.addDays(longestWaiverDays).addSecs(1)), FieldFault::TooFarAhead);
        QCOMPARE(fault(today), FieldFault::InThePast);
        QCOMPARE(fault(today, NetworkWaiver{today, u"x"_s}), std::nullopt); // it stays on record
        QCOMPARE(fault(today, NetworkWaiver{today.addDays(1), u"x"_s}), FieldFault::InThePast);
    }

    void whatLiesWithinLetsNothingMoreThrough()
    {
        QVERIFY(rc::check("a proof of within holds for every address and instant", [] {
            const QList<NetworkSpan> narrow = someSpans();
            const QList<NetworkSpan> wide = someSpans();
            const bool within = isWithin(narrow, wide, today);
            RC_TAG(within);
            for (const NetworkSpan &span : narrow + wide) {
                for (const Address &each : {span.network.first, span.network.last()}) {
                    for (int day = 0; day < 4 && within; ++day) {
                        const QDateTime when = today.addDays(day);
                        RC_ASSERT(!allows(narrow, each, when) || allows(wide, each, when));
                    }
                }
            }
            RC_ASSERT(isWithin(narrow, narrow, today));
            RC_ASSERT(isWithin(narrow, fromAnywhere(), today));
            RC_ASSERT(isWithin({}, narrow, today));
        }));
    }

    void whatIsRemarkedAsHeldChangesNothing()
    {
        QVERIFY(rc::check("a line within another can go", [] {
            QList<NetworkEntry> list;
            for (const NetworkSpan &span : someSpans())
                list.append({toText(span.network), {}, span.from, span.until});
            for (const NetworkRemark &each : remarksOn(list, Realm::Sandbox, today)) {
                if (each.finding != NetworkFinding::Within)
                    continue;
                QList<NetworkEntry> less = list;
                less.removeAt(each.line);
                RC_ASSERT(isWithin(spansOf(list), spansOf(less), today));
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestNetworks)
#include "tst_networks.moc"
