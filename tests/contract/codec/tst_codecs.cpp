// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/base64url.h"
#include "contract/codec/repeated_member.h"
#include "contract/codec/time_text.h"
#include "tests/contract/api/openapi_spec.h"
#include "tests/contract/codec/codec_table.h"
#include "tests/contract/properties.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

/// A copy of `root` with the value at `path` replaced, or removed when there is none.
QJsonValue with(const QJsonValue &root, const QStringList &path, const std::optional<QJsonValue> &value)
{
    if (path.isEmpty())
        return value.value_or(QJsonValue());
    if (root.isArray()) {
        QJsonArray array = root.toArray();
        const qsizetype index = path.first().toInt();
        array[index] = with(array.at(index), path.sliced(1), value);
        return array;
    }
    QJsonObject object = root.toObject();
    if (path.size() == 1 && !value)
        object.remove(path.first());
    else
        object[path.first()] = with(object.value(path.first()), path.sliced(1), value);
    return object;
}

QString pointerOf(const QStringList &path)
{
    return u'/' + path.join(u'/');
}

QJsonValue::Type jsonTypeOf(const YAML::Node &schema)
{
    const QString type = textOf(schema["type"]);
    if (type == "object"_L1)
        return QJsonValue::Object;
    if (type == "array"_L1)
        return QJsonValue::Array;
    if (type == "boolean"_L1)
        return QJsonValue::Bool;
    return type == "number"_L1 || type == "integer"_L1 ? QJsonValue::Double : QJsonValue::String;
}

/// Values that a property of this schema must refuse.
QJsonArray wrongValues(const YAML::Node &schema)
{
    const QString type = textOf(schema["type"]);
    const QString format = textOf(schema["format"]);
    if (type == "object"_L1)
        return {QJsonValue(), 5, u"text"_s, QJsonArray()};
    if (type == "array"_L1)
        return {QJsonValue(), 5, u"text"_s, QJsonObject()};
    if (type == "boolean"_L1)
        return {QJsonValue(), 0, u"true"_s, QJsonArray()};
    if (type == "number"_L1)
        return {QJsonValue(), u"5"_s, -1, true};
    if (type == "integer"_L1) {
        QJsonArray wrong{QJsonValue(), u"5"_s, 1.5, -1, true, 1e30};
        if (format == "int32"_L1)
            wrong.append(2147483648LL);
        return wrong;
    }
    QJsonArray wrong{QJsonValue(), 5, true, QJsonArray(), QJsonObject()};
    if (format == "date-time"_L1) {
        for (const QString &text :
             {u"yesterday"_s, u"2026-02-30T00:00:00.000Z"_s, u"2026-03-01T12:00:00.000+01:00"_s, u""_s})
            wrong.append(text);
    }
    if (format == "date"_L1) {
        wrong.append(u"2026-02-30"_s);
        wrong.append(u"2026-3-1"_s);
    }
    if (schema["contentEncoding"]) {
        wrong.append(u"a b"_s);
        wrong.append(u"AA=="_s);
        if (schema["minLength"])
            wrong.append(u"AAAA"_s);
    }
    return wrong;
}

} // namespace

class TestCodecs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodec_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < codecTable().size(); ++i)
            QTest::newRow(qPrintable(codecTable()[i].schema)) << i;
    }

    void everyCodec()
    {
        QFETCH(int, row);
        const CodecRow &codec = codecTable()[row];
        const QJsonObject example = exampleOf(codec.schema);
        const auto again = codec.again(example);
        QVERIFY2(again.has_value(),
                 again ? "" : qPrintable(again.error().pointer + u' ' + again.error().expected));
        QCOMPARE(*again, example);

        QJsonObject newer = example; // a newer service may add members
        newer.insert(u"added_later"_s, QJsonObject{{u"a"_s, 1}});
        QCOMPARE(codec.again(newer).value(), example);

        for (const QJsonValue &wrong : QJsonArray{QJsonValue(), 5, u"text"_s, true, QJsonArray{example}}) {
            const auto refused = codec.again(wrong);
            QVERIFY(!refused);
            QCOMPARE(refused.error().pointer, QString());
        }
    }

    void everyProperty_data() { everyCodec_data(); }

    // openapi.yaml says what is required and of which type; the codec must agree, property by property.
    void everyProperty()
    {
        QFETCH(int, row);
        const CodecRow &codec = codecTable()[row];
        if (codec.schema == "EvidenceLine"_L1)
            return; // one of its members, each of which has its own row
        const QJsonObject example = exampleOf(codec.schema);
        int seen = 0;
        m_spec.walk(m_spec.schema(codec.schema), example, {}, [&](const OpenApiSpec::Property &property) {
            const QString pointer = pointerOf(property.path);
            if (codec.schema == "AuditRecord"_L1 && property.path.size() > 1)
                return; // bound to the canonical bytes as a whole; AuditEvent has its own rows
            ++seen;
            // What a list's item or a nested object leaves out is covered by its own example.
            if (property.path.size() == 1 && !codec.schema.endsWith("Page"_L1))
                QVERIFY2(property.present, qPrintable(u"not in the example: "_s + pointer));
            if (!property.present)
                return;
            const auto without = codec.again(with(example, property.path, std::nullopt));
            if (property.required) {
                QVERIFY2(!without, qPrintable(u"may be left out: "_s + pointer));
                QCOMPARE(without.error().pointer, pointer);
                QCOMPARE(without.error().fault, DecodeFault::Missing);
                QVERIFY(!without.error().expected.isEmpty());
            } else {
                QVERIFY2(without.has_value(), qPrintable(u"may not be left out: "_s + pointer));
            }
            for (const QJsonValue &wrong : wrongValues(property.schema)) {
                const auto refused = codec.again(with(example, property.path, wrong));
                QVERIFY2(!refused, qPrintable(pointer + u" takes "_s +
                                              QString::fromUtf8(QJsonDocument(QJsonArray{wrong}).toJson())));
                QCOMPARE(refused.error().pointer, pointer);
                QCOMPARE(refused.error().fault, jsonTypeOf(property.schema) == wrong.type()
                                                    ? DecodeFault::NoValue
                                                    : DecodeFault::OtherType);
            }
            if (property.schema["enum"] && !property.path.contains(u"0"_s)) {
                const auto unknown = codec.again(with(example, property.path, u"value_of_the_future"_s));
                QVERIFY2(unknown.has_value(), qPrintable(pointer));
            }
        });
        QVERIFY(seen > 0);
    }

    /// A line of an evidence file is one thing.
    void evidenceLines()
    {
        const QJsonObject gap = exampleOf(u"EvidenceGap"_s);
        const QJsonObject end = exampleOf(u"EvidenceEnd"_s);
        const auto read = [](const QJsonObject &line) { return fromJson<EvidenceLine>(line); };
        QCOMPARE(read({{u"gap"_s, gap}})->gap->hashes.size(), 2);
        QCOMPARE(read({{u"event"_s, u"{}"_s}})->event, u"{}"_s);
        QVERIFY(!read({}));
        QVERIFY(!read({{u"gap"_s, gap}, {u"end"_s, end}}));
        QVERIFY(!read({{u"event"_s, QJsonObject()}}));
        QCOMPARE(toJson(*read({{u"end"_s, end}})), (QJsonObject{{u"end"_s, end}}));
    }

    void elementsOfLists()
    {
        QJsonObject example = exampleOf(u"Credential"_s);
        example.insert(u"scopes"_s, QJsonArray{u"a"_s, 5});
        QCOMPARE(fromJson<Credential>(example).error().pointer, u"/scopes/1"_s);
        QJsonObject page = exampleOf(u"CredentialPage"_s);
        page = with(page, {u"items"_s, u"1"_s, u"generations"_s, u"0"_s, u"number"_s}, u"one"_s).toObject();
        QCOMPARE(pageFromJson<Credential>(page).error().pointer, u"/items/1/generations/0/number"_s);
        QJsonObject proof = exampleOf(u"InclusionProof"_s);
        for (const QString &place : {u"1"_s, u"0"_s}) {
            const auto cut = with(proof, {u"path"_s, place}, u"AAAA"_s);
            QCOMPARE(fromJson<InclusionProof>(cut).error().pointer, u"/path/"_s + place);
        }
    }

    /// What nobody asks for is named: at the top, in a list, in an object of a list; the first of them.
    void strangersAreNamed()
    {
        const QJsonObject example = exampleOf(u"Partner"_s);
        QCOMPARE(unknownMember<Partner>(example), std::nullopt);
        QCOMPARE(unknownMember<Partner>(QJsonObject()), std::nullopt);
        QCOMPARE(unknownMember<Partner>(with(example, {u"zz/a~b"_s}, 1)), u"/zz~1a~0b"_s);
        const auto inner = with(example, {u"contacts"_s, u"0"_s, u"fax"_s}, u"1"_s);
        QCOMPARE(unknownMember<Partner>(inner), u"/contacts/0/fax"_s);
        QCOMPARE(unknownMember<Partner>(with(inner, {u"zz"_s}, 1)), u"/zz"_s);
        const auto nested = with(exampleOf(u"PartnerDraft"_s), {u"agreement"_s, u"page"_s}, 1);
        QCOMPARE(unknownMember<PartnerDraft>(nested), u"/agreement/page"_s);
    }

    void numbersAtTheirEdges()
    {
        const auto limits = [](const QString &member, const QJsonValue &value) {
            return fromJson<Limits>(with(exampleOf(u"Limits"_s), {member}, value));
        };
        QCOMPARE(limits(u"burst"_s, 0)->burst, 0);
        QCOMPARE(limits(u"burst"_s, 2147483647)->burst, 2147483647);
        QVERIFY(!limits(u"burst"_s, 2147483648.0) && !limits(u"burst"_s, -1) && !limits(u"burst"_s, 0.5));
        QCOMPARE(limits(u"rate"_s, 0)->rate, 0.0);
        QCOMPARE(limits(u"rate"_s, std::numeric_limits<double>::max())->rate,
                 std::numeric_limits<double>::max());
        QVERIFY(!limits(u"rate"_s, -0.01));
        QCOMPARE(limits(u"daily_quota"_s, 0)->dailyQuota, 0);
        QVERIFY(!limits(u"daily_quota"_s, -1) && !limits(u"daily_quota"_s, 1.5));
    }

    void unknownEnumerationValues()
    {
        QJsonObject example = exampleOf(u"Partner"_s);
        example.insert(u"stage"_s, u"galactic"_s);
        QCOMPARE(fromJson<Partner>(example)->stage, Stage::Unknown);
        QJsonObject session = exampleOf(u"Session"_s);
        session.insert(u"roles"_s, QJsonArray{u"viewer"_s, u"emperor"_s});
        QCOMPARE(fromJson<Session>(session)->roles, (QList<Role>{Role::Viewer, Role::Unknown}));
    }

    void requestsMayBeShort()
    {
        const QJsonObject draft{{u"name"_s, u"A"_s},
                                {u"slug"_s, u"a"_s},
                                {u"legal_name"_s, u"A Ltd"_s},
                                {u"country"_s, u"FR"_s},
                                {u"owner"_s, u"ops-1"_s},
                                {u"plan_id"_s, u"pln_1"_s},
                                {u"lawful_basis"_s, u"contract"_s}};
        const auto read = fromJson<PartnerDraft>(draft);
        QVERIFY(read.has_value());
        QCOMPARE(read->timeZone, u"UTC"_s);
        QCOMPARE(read->retentionDays, 365);
        QVERIFY(!read->agreement);
        const auto rotate = fromJson<RotateRequest>(
            QJsonObject{{u"seal_to"_s, exampleOf(u"RotateRequest"_s).value("seal_to"_L1)}});
        QCOMPARE(rotate->graceSeconds, 86400);
        QVERIFY(!rotate->emergency);
        QVERIFY(fromJson<ActRequest>(QJsonObject()).has_value());
    }

    void largeIntegersKeepTheirDigits()
    {
        QJsonObject example = exampleOf(u"Checkpoint"_s);
        example.insert(u"size"_s, qint64(9007199254740993)); // 2^53 + 1: not a double
        const QByteArray text = QJsonDocument(example).toJson();
        const auto read = fromJson<Checkpoint>(*parseObject(text));
        QCOMPARE(read->size, qint64(9007199254740993));
        QCOMPARE(QJsonDocument(toJson(*read)).toJson(), text);
    }

    void aRecordMustSayWhatWasHashed()
    {
        const QJsonObject example = exampleOf(u"AuditRecord"_s);
        QVERIFY(fromJson<AuditRecord>(example).has_value());
        const auto lie = with(example, {u"event"_s, u"actor"_s}, u"somebody-else"_s);
        QCOMPARE(fromJson<AuditRecord>(lie).error().pointer, u"/canonical"_s);
        QCOMPARE(fromJson<AuditRecord>(lie).error().fault, DecodeFault::NoValue); // it is there, and wrong
        const auto garbage = with(example, {u"canonical"_s}, u"AAAA"_s);
        QCOMPARE(fromJson<AuditRecord>(garbage).error().pointer, u"/canonical"_s);
    }

    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("time");
        const auto at = [](int ms) {
            return QDateTime(QDate(2026, 3, 1), QTime(12, 30, 15, ms), QTimeZone::utc());
        };
        QTest::newRow("milliseconds") << u"2026-03-01T12:30:15.250Z"_s << at(250);
        QTest::newRow("no fraction") << u"2026-03-01T12:30:15Z"_s << at(0);
        QTest::newRow("one digit") << u"2026-03-01T12:30:15.2Z"_s << at(200);
        QTest::newRow("cut, not rounded") << u"2026-03-01T12:30:15.999999999Z"_s << at(999);
        for (const char *text : {"",
                                 "2026-03-01",
                                 "2026-03-01T12:30Z",
                                 "2026-03-01T12:30:15",
                                 "2026-03-01T12:30:15+00:00",
                                 "2026-03-01t12:30:15Z",
                                 "2026-03-01T12:30:15z",
                                 "2026-03-01 12:30:15Z",
                                 "2026-03-01T12:30:15.Z",
                                 "2026-03-01T12:30:15,5Z",
                                 "2026-03-01T12:30:15.0123456789Z",
                                 "2026-02-29T12:30:15Z",
                                 "2026-13-01T12:30:15Z",
                                 "2026-03-01T24:00:00Z",
                                 "2026-03-01T12:60:15Z",
                                 "2026-03-01T12:30:60Z",
                                 "+026-03-01T12:30:15Z",
                                 "2026-03-01T12:30:1\u0665Z",
                                 "2026-03-01T12:30:0:Z",
                                 "2026-03-01T12:30:1/Z",
                                 "2026-03-01T12:30:15Z ",
                                 "2026-3-01T12:30:15.00Z"})
            QTest::newRow(text) << QString::fromUtf8(text) << QDateTime();
    }

    void times()
    {
        QFETCH(QString, text);
        QFETCH(QDateTime, time);
        const auto read = timeFromText(text);
        QCOMPARE(read.has_value(), time.isValid());
        if (read) {
            QCOMPARE(*read, time);
            QCOMPARE(read->timeSpec(), Qt::UTC);
            QCOMPARE(timeFromText(timeToText(*read)), read);
            QVERIFY(timeToText(*read).size() == 24);
        }
    }

    void timesRoundTrip()
    {
        QVERIFY(rc::check("any time keeps its milliseconds", [] {
            const auto time =
                QDateTime::fromMSecsSinceEpoch(*rc::gen::inRange<qint64>(-62135596800000, 253402300799999))
                    .toUTC();
            RC_ASSERT(timeFromText(timeToText(time)) == time);
        }));
    }

    void codecsTakeAnything()
    {
        QList<QByteArray> texts;
        for (const CodecRow &codec : codecTable())
            texts.append(QJsonDocument(exampleOf(codec.schema)).toJson(QJsonDocument::Compact));
        QVERIFY(rc::check("damaged JSON is refused or read, never crashed on", [&texts] {
            const auto which = *rc::gen::inRange<qsizetype>(0, texts.size());
            const auto object = parseObject(props::mutated(texts[which]));
            const auto other = *rc::gen::inRange<qsizetype>(0, texts.size());
            if (object) {
                const auto read = codecTable()[other].again(*object);
                RC_ASSERT(
                    (!read || codecTable()[other].again(*read).has_value())); // what is written can be read
            }
            RC_ASSERT(!parseObject(*props::bytes()).has_value());
        }));
        QByteArray deep(100'000, '[');
        QVERIFY(!parseObject(deep));
        QVERIFY(!parseObject("{\"a\":1} x"));
        QVERIFY(!parseObject("[]"));
        QCOMPARE(parseObject("[]").error().fault, DecodeFault::OtherType);
        QVERIFY(!parseObject("{\"a\":\"\xff\xfe\"}"));
    }

    void repeatedMembersAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");                       // "-": none
        const auto row = [](QByteArray text, const char *pointer) { // ' for "
            text.replace('\'', '"');
            QTest::newRow(text.constData()) << text << QString::fromLatin1(pointer);
        };
        row("{}", "-");
        row("{'a':1,'b':2}", "-");
        row("{'a':1,'a':1}", "/a");
        row("{'a':1,'b':{'a':1},'c':[{'a':1},{'a':2}]}", "-");
        row("{'a':{'b':1,'b':2}}", "/a/b");
        row("{'a':[0,{'b':1},{'b':1,'c':2,'b':3}]}", "/a/2/b");
        row("{'a':1,'\\u0061':2}", "/a");
        row("{'a':1, 'b' : 'a' , 'A':2}", "-");
        row("{'a':'{\\'b\\':1,\\'b\\':2}','c':'\\\\'}", "-");
        row("{'a':'\\'','b':'\\\\','a':0}", "/a");
        row("{'a/b~c':1,'a/b~c':2}", "/a~1b~0c");
        row("{'':1,'':2}", "/");
        row("{'a':[],'b':[1,2],'a':[3]}", "/a");
        row("{'\xc3\xa4':1,'\\u00e4':2}", "/\xe4");
        row("{'a':null,'b':true,'c':-1.5e3,'a':false}", "/a");
    }
    void repeatedMembersAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QVERIFY(parseObject(text));
        QCOMPARE(firstRepeatedMember(text).value_or(u"-"_s), pointer);
        const auto body = parseBody(text);
        QCOMPARE(body ? u"-"_s : body.error().pointer, pointer);
        QVERIFY(body || body.error().fault == DecodeFault::NoValue);
    }

    void valuesAreCountedWithoutBeingRead()
    {
        for (const auto &[text, count] : {std::pair<QByteArray, qint64>{"", 1},
                                          {"1", 1},
                                          {"{}", 2},
                                          {"[1,2,3]", 4},
                                          {"{\"a\":[{},{}],\"b\":\"x\"}", 7},
                                          {"{\"a\":\",,[{\",\"b\\\",\":1}", 3},
                                          {"[\"unclosed,,", 2}})
            QCOMPARE(valuesIn(text), count);
        QCOMPARE(valuesIn('[' + QByteArrayList(30'000, "1").join(',') + ']'), 30'001);
    }

    void repeatedMembersAreFoundInAnything()
    {
        for (const CodecRow &codec : codecTable()) // what we write has none
            QVERIFY2(!firstRepeatedMember(QJsonDocument(exampleOf(codec.schema)).toJson()),
                     qPrintable(codec.schema));
        QVERIFY(rc::check("never crashes, never runs on", [] {
            const QByteArray text = *props::bytes();
            (void)firstRepeatedMember(text);
            (void)firstRepeatedMember(QByteArray("{\"" + text));
        }));
    }

private:
    OpenApiSpec m_spec;
};

QTEST_APPLESS_MAIN(TestCodecs)
#include "tst_codecs.moc"
