// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/api/operations.h"
#include "contract/api/problem_codes.h"
#include "contract/api/roles.h"
#include "contract/rules/field_limits.h"
#include "tests/contract/api/openapi_spec.h"
#include "tests/contract/codec/codec_table.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace pc;
using namespace Qt::StringLiterals;

namespace {

/// The parameters of an operation by their place and name ("header Idempotency-Key").
QStringList parametersOf(const OpenApiSpec &spec, const YAML::Node &operation)
{
    QStringList names;
    for (const auto &entry : operation["parameters"]) {
        const YAML::Node parameter = spec.resolved(entry);
        names.append(textOf(parameter["in"]) + u' ' + textOf(parameter["name"]));
    }
    return names;
}

/// Calls `visit` for every media type object (schema and examples) below a node; a file has none.
void visitMedia(const OpenApiSpec &spec, const YAML::Node &node,
                const std::function<void(const YAML::Node &media)> &visit)
{
    const YAML::Node here = spec.resolved(node);
    if (!here || !here.IsMap())
        return;
    for (const auto &entry : here["content"]) {
        if (entry.second["schema"])
            visit(entry.second);
    }
}

/// The schema of whatever media type a body has; nothing when there is no body.
QString schemaNameIn(const OpenApiSpec &spec, const YAML::Node &body)
{
    QString name;
    visitMedia(spec, body, [&name](const YAML::Node &media) {
        name = OpenApiSpec::refOf(media["schema"]).section(u'/', -1);
    });
    return name;
}

template <typename E>
QStringList textsOf()
{
    QStringList texts;
    for (int i = 1; toText(static_cast<E>(i)) != "unknown"_L1; ++i)
        texts.append(toText(static_cast<E>(i)));
    return texts;
}

} // namespace

class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersOfAQueryHaveTheirBounds()
    {
        QSet<QString> seen;
        for (const Operation &op : operations()) {
            const YAML::Node path = m_spec.root()["paths"][op.path];
            for (const auto &entry :
                 path[QString::fromLatin1(op.method).toLower().toStdString()]["parameters"]) {
                const YAML::Node parameter = m_spec.resolved(entry);
                const YAML::Node schema = parameter["schema"];
                if (textOf(parameter["in"]) != "query"_L1 || !schema["maximum"])
                    continue;
                const NumberParameter &row = numberParameter(parameter["name"].as<std::string>().c_str());
                QCOMPARE(schema["minimum"].as<qint64>(), row.least);
                QCOMPARE(schema["maximum"].as<qint64>(), row.most);
                QCOMPARE(schema["default"] ? schema["default"].as<qint64>() : row.least - 1,
                         std::max(row.preset, row.least - 1));
                seen.insert(QString::fromLatin1(row.name));
            }
        }
        QCOMPARE(seen.size(), qsizetype(numberParameters().size()));
    }

    void isOpenApi31()
    {
        QVERIFY(textOf(m_spec.root()["openapi"]).startsWith("3.1."_L1));
        QCOMPARE(textOf(m_spec.root()["servers"][0]["url"]), u"/admin/v1"_s);
    }

    void everyOperationIsDescribed_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < operations().size(); ++i)
            QTest::newRow(operations()[i].id) << static_cast<int>(i);
    }

    void everyOperationIsDescribed()
    {
        QFETCH(int, index);
        const Operation &op = operations()[static_cast<size_t>(index)];
        const YAML::Node path = m_spec.root()["paths"][op.path];
        QVERIFY2(path, op.path);
        const YAML::Node described = path[QString::fromLatin1(op.method).toLower().toStdString()];
        QVERIFY2(described, op.method);
        QCOMPARE(textOf(described["operationId"]), QString::fromLatin1(op.id));
        QVERIFY(!textOf(described["summary"]).isEmpty());

        const QStringList parameters = parametersOf(m_spec, described);
        QCOMPARE(parameters.contains(u"header Idempotency-Key"_s), op.write);
        QCOMPARE(parameters.contains(u"header If-Match"_s), op.ifMatch);
        QCOMPARE(QSet<QString>(parameters.begin(), parameters.end()).size(), parameters.size());
        QStringList inPath;
        const QStringList pieces = QString::fromLatin1(op.path).split(u'/');
        for (const QString &piece : pieces) {
            if (piece.startsWith(u'{'))
                inPath.append(u"path "_s + piece.sliced(1, piece.size() - 2));
        }
        QCOMPARE(parameters.filter(u"path "_s), inPath);
        QStringList inQuery;
        for (const QString &name : queryNames(op))
            inQuery.append(u"query "_s + name);
        QCOMPARE(parameters.filter(u"query "_s), inQuery);
        QCOMPARE(schemaNameIn(m_spec, described["requestBody"]), QString::fromLatin1(op.body));
        for (const auto &response : described["responses"])
            if (textOf(response.first).startsWith(u'2'))
                QCOMPARE(schemaNameIn(m_spec, response.second), QString::fromLatin1(op.answer));

        QStringList roles;
        for (const auto &role : described["x-roles"])
            roles.append(textOf(role));
        QStringList allowed;
        for (const Role role : {Role::Viewer, Role::Support, Role::PartnerOps, Role::Security, Role::Admin}) {
            if (allows(role, op.op))
                allowed.append(toText(role));
        }
        QCOMPARE(roles, allowed);

        QStringList statuses;
        for (const auto &response : described["responses"])
            statuses.append(textOf(response.first));
        QVERIFY(statuses.contains(u"401"_s) && statuses.contains(u"403"_s));
        QCOMPARE(statuses.contains(u"412"_s), op.ifMatch);
        QCOMPARE(statuses.contains(u"428"_s), op.ifMatch);
        QCOMPARE(statuses.contains(u"409"_s), op.write);
        QVERIFY(statuses.first().startsWith(u'2'));
    }

    /// Each code stands at the answers that carry it, under its own status, in words and as a list.
    void everyProblemCodeIsDescribed()
    {
        QStringList described;
        for (const auto &entry : m_spec.root()["components"]["responses"]) {
            for (const auto &item : entry.second["x-codes"]) {
                const QString code = textOf(item);
                described.append(code);
                QVERIFY2(textOf(entry.second["description"]).contains(u'`' + code + u'`'), qPrintable(code));
                QVERIFY2(problemCodeOf(code) != ProblemCode::Unknown, qPrintable(code));
            }
        }
        QStringList known;
        for (const ProblemCodeRow &row : problemCodes())
            known.append(QString::fromLatin1(row.text));
        known.sort();
        described.sort();
        QCOMPARE(described, known);
        for (const auto &path : m_spec.root()["paths"])
            for (const auto &method : path.second)
                for (const auto &response : method.second["responses"])
                    for (const auto &code : m_spec.resolved(response.second)["x-codes"])
                        QCOMPARE(QString::number(statusOf(problemCodeOf(textOf(code)))),
                                 textOf(response.first));
    }

    /// The same for the codes of wrong fields.
    void everyFieldCodeIsDescribed()
    {
        const YAML::Node code = m_spec.schema(u"FieldError"_s)["properties"]["code"];
        QStringList described;
        for (const auto &item : code["x-codes"]) {
            described.append(textOf(item));
            QVERIFY2(textOf(code["description"]).contains(u'`' + described.last() + u'`'),
                     qPrintable(described.last()));
        }
        QStringList known;
        for (const rules::FieldFaultRow &row : rules::fieldFaults())
            if (const QString text = QString::fromLatin1(row.code); !known.contains(text))
                known.append(text);
        QCOMPARE(described, known);
    }

    void codesOfNewerServicesAreUnknown()
    {
        for (const ProblemCodeRow &row : problemCodes())
            QCOMPARE(problemCodeOf(toText(row.code)), row.code);
        QCOMPARE(problemCodeOf(u"not_yet_thought_of"_s), ProblemCode::Unknown);
        QCOMPARE(problemCodeOf({}), ProblemCode::Unknown);
    }

    /// The list that people read says the same, and nothing else.
    void everyOperationIsListedInTheDocs()
    {
        const QString page =
            QString::fromUtf8(readFile(QStringLiteral(PC_SOURCE_DIR "/docs/api-operations.md")));
        QStringList rows;
        for (const Operation &op : operations()) {
            QStringList roles;
            for (const Role role : rolesAllowing(op.op))
                roles.append(toText(role));
            QStringList needs;
            if (op.write)
                needs.append(u"Key"_s);
            if (op.ifMatch)
                needs.append(u"If-Match"_s);
            QStringList query;
            for (const QString &name : queryNames(op))
                query.append(u'`' + name + u'`');
            rows.append(u"| `%1` | %2 `%3` | %4 | %5 | %6 | %7 | %8 |"_s.arg(
                QString::fromLatin1(op.id), QString::fromLatin1(op.method), QString::fromLatin1(op.path),
                roles.size() == 5 ? u"everyone"_s : roles.join(u", "_s), query.join(u' '),
                QString::fromLatin1(op.body), QString::fromLatin1(op.answer), needs.join(u", "_s)));
        }
        QCOMPARE(page.split(u'\n').filter(u"| `"_s), rows);
    }

    void nothingElseIsDescribed()
    {
        int described = 0;
        for (const auto &path : m_spec.root()["paths"]) {
            for (const auto &method : path.second) {
                ++described;
                const QString id = textOf(method.second["operationId"]);
                const auto all = operations();
                const bool known = std::any_of(all.begin(), all.end(), [&](const Operation &op) {
                    return id == QLatin1StringView(op.id) &&
                           textOf(path.first) == QLatin1StringView(op.path) &&
                           textOf(method.first) == QString::fromLatin1(op.method).toLower();
                });
                QVERIFY2(known, qPrintable(id));
            }
        }
        QCOMPARE(described, static_cast<int>(operations().size()));
    }

    void everyExampleFitsItsSchemaAndDecodes()
    {
        QSet<QString> used;
        int checked = 0;
        const auto check = [&](const YAML::Node &media) {
            const QString name = OpenApiSpec::refOf(media["schema"]).section(u'/', -1);
            const QString file = textOf(media["examples"]["full"]["externalValue"]);
            QVERIFY2(file.startsWith("examples/"_L1), qPrintable(name));
            const auto object = parseObject(readFile(QStringLiteral(PC_SOURCE_DIR "/contract/") + file));
            QVERIFY2(object.has_value(), qPrintable(file));
            const QString fault = m_spec.fault(media["schema"], *object);
            QVERIFY2(fault.isEmpty(), qPrintable(file + u": "_s + fault));
            // The codec of a stale problem is the problem's: the object it carries is read by whoever asked.
            const QString codecName = name == "StaleProblem"_L1 ? u"Problem"_s : name;
            const auto codec = std::find_if(codecTable().begin(), codecTable().end(),
                                            [&](const CodecRow &row) { return row.schema == codecName; });
            QVERIFY2(codec != codecTable().end(), qPrintable(name));
            QVERIFY2(codec->again(*object).has_value(), qPrintable(file));
            used.insert(QFileInfo(file).fileName());
            ++checked;
        };
        for (const auto &path : m_spec.root()["paths"]) {
            for (const auto &method : path.second) {
                visitMedia(m_spec, method.second["requestBody"], check);
                for (const auto &response : method.second["responses"])
                    visitMedia(m_spec, response.second, check);
            }
        }
        QVERIFY(checked > 100);
        QCOMPARE(used.contains(u"problem_gone.json"_s), true);

        // What no operation shows by itself is part of what one shows, and fits its own schema.
        const auto files =
            QDir(QStringLiteral(PC_SOURCE_DIR "/contract/examples")).entryInfoList({u"*.json"_s});
        QSet<QString> bySchema;
        for (const auto &schema : m_spec.root()["components"]["schemas"]) {
            const QString path = examplePath(textOf(schema.first));
            if (!QFileInfo::exists(path)) {
                QVERIFY2(schema.second["enum"], qPrintable(u"no example: "_s + path));
                continue;
            }
            bySchema.insert(QFileInfo(path).fileName());
            const QString fault = m_spec.fault(schema.second, *parseObject(readFile(path)));
            QVERIFY2(fault.isEmpty(), qPrintable(path + u": "_s + fault));
        }
        for (const QFileInfo &file : files)
            QVERIFY2(used.contains(file.fileName()) || bySchema.contains(file.fileName()),
                     qPrintable(file.fileName()));
    }

    void theValidatorFindsFaults()
    {
        QJsonObject credential = exampleOf(u"Credential"_s);
        const YAML::Node schema = m_spec.schema(u"Credential"_s);
        QVERIFY(m_spec.fault(schema, credential).isEmpty());
        for (const auto &[key, value] : std::initializer_list<std::pair<QString, QJsonValue>>{
                 {u"version"_s, -1},
                 {u"version"_s, 1.5},
                 {u"name"_s, 5},
                 {u"scopes"_s, QJsonArray{5}},
                 {u"kind"_s, u"password"_s},
                 {u"surprise"_s, true},
                 {u"generations"_s, QJsonArray{QJsonObject()}}}) {
            QJsonObject wrong = credential;
            wrong.insert(key, value);
            QVERIFY2(!m_spec.fault(schema, wrong).isEmpty(), qPrintable(key));
        }
        credential.remove(u"id"_s);
        QCOMPARE(m_spec.fault(schema, credential), u"/id is missing"_s);
    }

    /// The table of contract/rules is what the description says, row by row.
    void limitsStandInTheDescription()
    {
        for (const rules::FieldLimit &limit : rules::fieldLimits()) {
            const QString name = QString::fromLatin1(limit.schema) + u'.' + QLatin1StringView(limit.member);
            const YAML::Node schema = m_spec.schema(QLatin1StringView(limit.schema));
            const YAML::Node property = schema["properties"][limit.member];
            QVERIFY2(property, qPrintable(name));
            bool required = false;
            for (const auto &entry : schema["required"])
                required = required || textOf(entry) == QLatin1StringView(limit.member);
            QVERIFY2(required == limit.required, qPrintable(name));
            const YAML::Node value = limit.list ? property["items"] : property;
            if (limit.list)
                QCOMPARE(name + u' ' + bound(property, "minItems") + u' ' + bound(property, "maxItems"),
                         name + u' ' +
                             (limit.minimumItems ? QString::number(limit.minimumItems) : QString()) + u' ' +
                             QString::number(limit.maximumItems));
            if (limit.kind == rules::FieldKind::Object) {
                QCOMPARE(OpenApiSpec::refOf(value).section(u'/', -1), QString::fromLatin1(limit.nested));
                continue;
            }
            QCOMPARE(name + u' ' + described(value), name + u' ' + expected(limit));
        }
    }

    /// And nothing that a person fills is described without a row.
    void everyFieldOfARequestHasALimit()
    {
        QSet<QString> seen;
        QStringList open;
        for (const auto &path : m_spec.root()["paths"]) {
            for (const auto &method : path.second)
                visitMedia(m_spec, method.second["requestBody"], [&open](const YAML::Node &media) {
                    open.append(OpenApiSpec::refOf(media["schema"]).section(u'/', -1));
                });
        }
        QVERIFY(open.size() > 5);
        int fields = 0;
        while (!open.isEmpty()) {
            const QString schema = open.takeFirst();
            if (seen.contains(schema))
                continue;
            seen.insert(schema);
            for (const auto &entry : m_spec.schema(schema)["properties"]) {
                const YAML::Node value =
                    textOf(entry.second["type"]) == "array"_L1 ? entry.second["items"] : entry.second;
                const QString type = textOf(value["type"]);
                const bool machine = value["contentEncoding"] || value["readOnly"] || type == "boolean"_L1 ||
                                     textOf(value["format"]).startsWith("date"_L1);
                const QString ref = OpenApiSpec::refOf(value).section(u'/', -1);
                if (machine || m_spec.resolved(value)["enum"])
                    continue;
                if (!ref.isEmpty())
                    open.append(ref);
                const auto all = rules::fieldLimits();
                const bool known = std::any_of(all.begin(), all.end(), [&](const rules::FieldLimit &limit) {
                    return schema == QLatin1StringView(limit.schema) &&
                           textOf(entry.first) == QLatin1StringView(limit.member);
                });
                QVERIFY2(known, qPrintable(schema + u'.' + textOf(entry.first)));
                ++fields;
            }
        }
        QCOMPARE(fields, static_cast<int>(rules::fieldLimits().size()));
    }

    void enumerationsAgree()
    {
        const std::pair<QString, QStringList> enumerations[] = {
            {u"Realm"_s, textsOf<Realm>()},
            {u"Stage"_s, textsOf<Stage>()},
            {u"PartnerStatus"_s, textsOf<PartnerStatus>()},
            {u"Health"_s, textsOf<Health>()},
            {u"ContactKind"_s, textsOf<ContactKind>()},
            {u"LawfulBasis"_s, textsOf<LawfulBasis>()},
            {u"GateKind"_s, textsOf<GateKind>()},
            {u"GateFault"_s, textsOf<GateFault>()},
            {u"CredentialKind"_s, textsOf<CredentialKind>()},
            {u"KeyScheme"_s, textsOf<KeyScheme>()},
            {u"ImportOutcome"_s, textsOf<ImportOutcome>()},
            {u"ScopeSource"_s, textsOf<ScopeSource>()},
            {u"ObservationKind"_s, textsOf<ObservationKind>()},
            {u"ObservedToday"_s, textsOf<ObservedToday>()},
            {u"RevisionState"_s, textsOf<RevisionState>()},
            {u"RouteChangeKind"_s, textsOf<RouteChangeKind>()},
            {u"CredentialState"_s, textsOf<CredentialState>()},
            {u"GenerationState"_s, textsOf<GenerationState>()},
            {u"Role"_s, textsOf<Role>()},
            {u"Outcome"_s, textsOf<Outcome>()},
            {u"DecisionReason"_s, textsOf<DecisionReason>()},
            {u"Bucket"_s, textsOf<Bucket>()},
            {u"ProofOutcome"_s, textsOf<ProofOutcome>()},
            {u"Widened"_s, textsOf<Widened>()},
            {u"Breakdown"_s, textsOf<Breakdown>()},
            {u"CallField"_s, textsOf<CallField>()},
            {u"RowOrder"_s, textsOf<RowOrder>()},
            {u"EvidenceProof"_s, textsOf<EvidenceProof>()},
            {u"DecisionCheck"_s, textsOf<DecisionCheck>()},
            {u"CheckResult"_s, textsOf<CheckResult>()},
            {u"RemedyKind"_s, textsOf<RemedyKind>()},
            {u"ChangeKind"_s, textsOf<ChangeKind>()},
            {u"JobKind"_s, textsOf<JobKind>()},
            {u"JobState"_s, textsOf<JobState>()},
            {u"JobUnit"_s, textsOf<JobUnit>()},
            {u"JobProblem"_s, textsOf<JobProblem>()},
            {u"HistoryFinding"_s, textsOf<HistoryFinding>()},
        };
        int described = 0;
        for (const auto &schema : m_spec.root()["components"]["schemas"])
            described += schema.second["enum"] ? 1 : 0;
        QCOMPARE(described, static_cast<int>(std::size(enumerations)));
        for (const auto &[name, texts] : enumerations) {
            QStringList values;
            const YAML::Node schema = m_spec.schema(name);
            for (const auto &value : schema["enum"])
                values.append(textOf(value));
            QCOMPARE(values, texts);
        }
    }

private:
    static QString bound(const YAML::Node &node, const char *key) { return textOf(node[key]); }

    static QString described(const YAML::Node &value)
    {
        QStringList parts;
        for (const char *key :
             {"minLength", "maxLength", "pattern", "minimum", "exclusiveMinimum", "maximum"}) {
            if (value[key])
                parts.append(QLatin1StringView(key) + u'=' + textOf(value[key]));
        }
        return parts.join(u' ');
    }

    static QString expected(const rules::FieldLimit &limit)
    {
        const QString least = QString::number(limit.minimum);
        const QString most = QString::number(limit.maximum);
        if (limit.kind == rules::FieldKind::Decimal)
            return u"exclusiveMinimum="_s + least + u" maximum="_s + most;
        if (limit.kind == rules::FieldKind::Whole)
            return u"minimum="_s + least + u" maximum="_s + most;
        QString text =
            limit.minimum > 0 && !limit.orEmpty ? QString(u"minLength="_s + least + u' ') : QString();
        text += u"maxLength="_s + most;
        if (limit.pattern) {
            const QString pattern = QString::fromLatin1(limit.pattern);
            text +=
                u" pattern=^"_s + (limit.orEmpty ? QString(u"(?:"_s + pattern + u")?"_s) : pattern) + u'$';
        }
        return text;
    }

    OpenApiSpec m_spec;
};

QTEST_APPLESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
