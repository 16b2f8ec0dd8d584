// SPDX-License-Identifier: GPL-3.0-or-later
// The text that is made without a JSON object is the one that Qt makes of the object, byte for byte: hashes
// stand on it.
#include "contract/codec/codecs.h"

#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

#include <rapidcheck.h>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

QByteArray byQt(const CallRecord &call)
{
    return QJsonDocument(toJson(call)).toJson(QJsonDocument::Compact);
}

/// Any UTF-16, halves of pairs and signs that JSON escapes among it.
rc::Gen<QString> anyText()
{
    const auto unit =
        rc::gen::oneOf(rc::gen::inRange<char16_t>(0, 0x80), rc::gen::inRange<char16_t>(0x80, 0x3000),
                       rc::gen::inRange<char16_t>(0xd800, 0xe000), rc::gen::arbitrary<char16_t>());
    return rc::gen::map(rc::gen::container<std::vector<char16_t>>(unit),
                        [](const std::vector<char16_t> &units) {
                            return QString::fromUtf16(units.data(), static_cast<qsizetype>(units.size()));
                        });
}

} // namespace

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordReadsAsQtWritesIt()
    {
        QVERIFY(rc::check("CallRecord", [] {
            CallRecord call;
            call.id = *anyText();
            call.requestId = *anyText();
            call.at = QDateTime::fromMSecsSinceEpoch(
                *rc::gen::inRange<qint64>(-62135596800000, 253402300799999), Qt::UTC);
            call.partnerId = *anyText();
            call.generation = *rc::gen::arbitrary<int>();
            call.realm = *rc::gen::element(Realm::Unknown, Realm::Sandbox, Realm::Production);
            call.method = *anyText();
            call.path = *anyText();
            call.userAgent = *anyText();
            call.status = *rc::gen::arbitrary<int>();
            call.micros = *rc::gen::arbitrary<qint64>();
            RC_ASSERT(toJsonText(call) == byQt(call));
        }));
    }

    void everySignByItself()
    {
        for (char32_t sign = 0; sign < 0x11000; ++sign) {
            CallRecord call;
            call.path =
                sign < 0x10000 ? QString(QChar(static_cast<char16_t>(sign))) : QString::fromUcs4(&sign, 1);
            if (toJsonText(call) != byQt(call))
                QFAIL(
                    qPrintable(u"U+%1: %2 instead of %3"_s.arg(static_cast<uint>(sign), 4, 16, QChar(u'0'))
                                   .arg(QString::fromUtf8(toJsonText(call)), QString::fromUtf8(byQt(call)))));
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
