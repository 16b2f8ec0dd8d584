// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calls/pasted_text.h"

#include <QTest>

using namespace pc;
using namespace pc::models;
using namespace Qt::StringLiterals;
using Kind = PastedText::Kind;

namespace {

const TimeFrame frame{QDateTime({2026, 11, 28}, {9, 30}, Qt::UTC), QTimeZone::utc(),
                      QLocale(QLocale::English)};

CredentialText partsOf(CredentialTextType type, Realm realm)
{
    SystemRandom random;
    return {"pcx", type, realm, newCredentialId(random), newCredentialSecret(random)};
}

QString textOf(const CredentialText &parts)
{
    const auto text = formatCredential(parts);
    return QString::fromLatin1(text->view());
}

} // namespace

/// What support gets by telephone, mail and ticket.
class TestPastedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        const auto row = [](const QString &text, Kind kind, const QString &value) {
            QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text << int(kind) << value;
        };
        row({}, Kind::Nothing, {});
        row(u" \n "_s, Kind::Nothing, {});
        row(u"\"\""_s, Kind::Nothing, {});
        row(u"dec_01HZX59Q"_s, Kind::Decision, u"dec_01HZX59Q"_s);
        row(u" \"dec_01HZX59Q\",\n"_s, Kind::Decision, u"dec_01HZX59Q"_s);
        row(u"req_01HZX59P"_s, Kind::Request, u"req_01HZX59P"_s);
        row(u"X-Request-Id: req_01HZX59P"_s, Kind::Request, u"req_01HZX59P"_s);
        row(u"request_id=req_01HZX59P;"_s, Kind::Request, u"req_01HZX59P"_s);
        row(u"<9f86d081884c7d659a2feaa0c55ad015>"_s, Kind::Request, u"9f86d081884c7d659a2feaa0c55ad015"_s);
        row(u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"_s, Kind::Request,
            u"6ba7b810-9dad-11d1-80b4-00c04fd430c8"_s);
        row(u"crd_4fJ8sWq1Rk0ZtB6y"_s, Kind::Credential, u"crd_4fJ8sWq1Rk0ZtB6y"_s);
        row(u"client_id: crd_4fJ8sWq1Rk0ZtB6y"_s, Kind::Credential, u"crd_4fJ8sWq1Rk0ZtB6y"_s);
        row(u"(prt_56be)"_s, Kind::Partner, u"prt_56be"_s);
        row(u"evt_000000001204"_s, Kind::Event, u"evt_000000001204"_s);
        row(u"…x7Qa"_s, Kind::LastFour, u"x7Qa"_s);
        row(u"...x7Qa"_s, Kind::LastFour, u"x7Qa"_s);
        row(u"••••x7Qa"_s, Kind::LastFour, u"x7Qa"_s);
        row(u"203.0.113.7"_s, Kind::Address, u"203.0.113.7"_s);
        row(u"203.0.113.7:44312"_s, Kind::Address, u"203.0.113.7"_s);
        row(u"[2001:DB8:0::1]:443"_s, Kind::Address, u"2001:db8::1"_s);
        row(u"::ffff:203.0.113.7"_s, Kind::Address, u"203.0.113.7"_s);
        row(u"CHG-4711"_s, Kind::Ticket, u"CHG-4711"_s);
        row(u"INC0012345"_s, Kind::Ticket, u"INC0012345"_s);
        row(u"#4711"_s, Kind::Ticket, u"#4711"_s);
        row(u"yesterday 14:03"_s, Kind::Time, u"yesterday 14:03"_s);
        row(u"2026-11-27T14:03:17.482Z"_s, Kind::Time, u"2026-11-27T14:03:17.482Z"_s);
        row(u"Northwind Traders"_s, Kind::Words, u"Northwind Traders"_s);
        row(u" orders  for\nMarch "_s, Kind::Words, u"orders for March"_s);
        row(u"March"_s, Kind::Words, u"March"_s); // a partner may be called so
        row(u"x7Qa"_s, Kind::Words, u"x7Qa"_s);
        row(u"dec_"_s, Kind::Words, u"dec_"_s);
        row(u"prt_ü"_s, Kind::Words, u"prt_ü"_s);
        row(u"999.1.1.1"_s, Kind::Words, u"999.1.1.1"_s);
    }
    void kinds()
    {
        QFETCH(const QString, text);
        QFETCH(const int, kind);
        QFETCH(const QString, value);
        const PastedText pasted = classifyPasted(text, frame);
        QCOMPARE(int(pasted.kind), kind);
        QCOMPARE(pasted.value, value);
    }

    void aTimeIsRead()
    {
        QCOMPARE(classifyPasted(u"yesterday 14:03"_s, frame).span.from,
                 QDateTime({2026, 11, 27}, {14, 3}, Qt::UTC));
    }

    void keys_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<Realm>("realm");
        for (const auto type : {CredentialTextType::ApiKey, CredentialTextType::ClientSecret,
                                CredentialTextType::OneTimeLink}) {
            for (const Realm realm : {Realm::Sandbox, Realm::Production})
                QTest::addRow("%d %s", int(type), qPrintable(toText(realm))) << int(type) << realm;
        }
    }
    /// Which key it is, whether it is one at all, and nothing of its secret.
    void keys()
    {
        QFETCH(const int, type);
        QFETCH(const Realm, realm);
        const CredentialText parts = partsOf(CredentialTextType(type), realm);
        const QString text = textOf(parts);
        const QString secret = QString::fromLatin1(parts.secret.view());
        QString wrong = text;
        wrong[text.size() - 1] = text.back() == u'0' ? u'1' : u'0';
        for (const QString &pasted :
             QStringList{text, u" \"%1\"\n"_s.arg(text),
                         u"GET https://x/y\nX-Api-Key: %1\nAccept: */*"_s.arg(text), wrong}) {
            const PastedText key = classifyPasted(pasted, frame);
            QCOMPARE(key.kind, Kind::Key);
            QCOMPARE(key.value, parts.credentialId());
            QCOMPARE(int(key.type), type);
            QCOMPARE(key.realm, realm);
            QCOMPARE(key.publicPrefix, QString::fromLatin1(parts.publicPrefix()));
            QVERIFY(key.isWhole);
            QCOMPARE(key.hasChecksum, pasted != wrong);
            QCOMPARE(key.lastFour, (pasted == wrong ? wrong : text).right(4));
            QVERIFY(!key.publicPrefix.contains(secret.left(4)));
        }
        // As far as somebody had it.
        const QString prefix = QString::fromLatin1(parts.publicPrefix());
        for (const QString &cut : {prefix, QString(prefix + u'_'), QString(prefix + u'_' + secret.left(5)),
                                   QString(prefix + u"…"_s)}) {
            const PastedText key = classifyPasted(cut, frame);
            QCOMPARE(key.kind, Kind::Key);
            QCOMPARE(key.value, parts.credentialId());
            QVERIFY(!key.isWhole);
            QVERIFY(!key.hasChecksum);
            QVERIFY(key.lastFour.isEmpty());
        }
    }

    /// Other secrets are told, and not kept.
    void otherSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("operator token") << u"pco_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJK"_s;
        QTest::newRow("bearer") << u"Bearer 0123456789abcdefghijklmnop"_s;
        QTest::newRow("JWT")
            << u"eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJjcmRfMSJ9.MEUCIQDabcdefghijklmnopqrstuvwxyz0123"_s;
    }
    void otherSecrets()
    {
        QFETCH(const QString, text);
        const PastedText pasted = classifyPasted(text, frame);
        QCOMPARE(pasted.kind, Kind::Secret);
        QCOMPARE(pasted, [] {
            PastedText nothing;
            nothing.kind = Kind::Secret;
            return nothing;
        }());
    }
};

QTEST_GUILESS_MAIN(TestPastedText)
#include "tst_pasted_text.moc"
