// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/granted_description.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/api_rules.h"
#include "platform/openapi/described_path.h"
#include "platform/openapi/described_version.h"
#include "platform/openapi/json_text.h"
#include "platform/openapi/read_document.h"
#include "platform/openapi/references.h"
#include "platform/openapi/routes_of.h"
#include "platform/openapi/server_path.h"
#include "platform/uri/percent.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <deque>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

/// Maps whose members are named by whoever wrote them, so that "x-…" is a name there and "servers" too.
bool namesOfTheirOwn(QStringView name)
{
    constexpr std::array maps{u"properties", u"patternProperties", u"headers",  u"schemas", u"parameters",
                              u"responses",  u"callbacks",         u"encoding", u"content", u"requestBodies",
                              u"$defs",      u"dependentSchemas",  u"examples"};
    return std::any_of(maps.begin(), maps.end(), [name](const char16_t *each) { return name == each; });
}

/// What is copied as it stands: values, not descriptions of values.
bool isValue(QStringView name)
{
    constexpr std::array values{u"example", u"default", u"enum", u"const", u"value", u"dependentRequired"};
    return std::any_of(values.begin(), values.end(), [name](const char16_t *each) { return name == each; });
}

/// The owner's own business, or another's address.
bool staysHere(QStringView name)
{
    constexpr std::array members{u"servers", u"externalDocs", u"externalValue", u"links", u"security"};
    return name.startsWith(u"x-") ||
           std::any_of(members.begin(), members.end(), [name](const char16_t *each) { return name == each; });
}

/// Texts even where YAML wrote them without quotes: a version 1.10 is not 1.1.
bool isAlwaysText(QStringView name)
{
    constexpr std::array texts{u"openapi", u"version", u"title",   u"summary", u"description",
                               u"name",    u"format",  u"pattern", u"$ref",    u"operationId"};
    return std::any_of(texts.begin(), texts.end(), [name](const char16_t *each) { return name == each; });
}

constexpr std::array componentKinds{u"schemas",       u"responses", u"parameters", u"examples",
                                    u"requestBodies", u"headers",   u"callbacks"};

/// One granted call of the document.
struct Call
{
    const Node *item;
    const Node *operation;
    QString method; ///< as it stands there: "get"
    const Route *route;
};

class Cut
{
public:
    Cut(const Node &document, const Granted &granted)
        : m_document(document), m_granted(granted), m_references(document)
    {
    }

    [[nodiscard]] tl::expected<QString, Fault> write();

private:
    [[nodiscard]] tl::expected<void, Fault> findCalls();
    void writeHead(JsonText &to);
    void writePaths(JsonText &to);
    void writeOperation(JsonText &to, const Call &call);
    void writeTags(JsonText &to);
    void writeComponents(JsonText &to);
    void writeSchemes(JsonText &to);

    void writeNode(JsonText &to, const Node &node);
    void writeMember(JsonText &to, const QString &name, const Node &value);
    void writeMembers(JsonText &to, const Node &map);
    void writeNamed(JsonText &to, const Node &map);
    void writeReference(JsonText &to, const Node &map, const QString &target);
    void writeMapping(JsonText &to, const Node &map);
    void writeAsIs(JsonText &to, const Node &node);
    /// What aliases share in a document stands in JSON as often as it is named: throws Fault once it is too
    /// much. `text` is a name, or with its line a value.
    void count(const QString &text) { spend(text.size()); }
    void count(const JsonText &to, const QString &text)
    {
        constexpr int around = 8; // brackets, a comma, the end of the line
        spend(around + to.indent() + text.size());
    }
    void spend(qsizetype characters)
    {
        m_left -= characters;
        if (m_left <= 0)
            throw Fault{0, u"written out it would be too large"_s};
    }
    /// Whether it is a component that can be written; then it will be.
    bool reach(const QString &target);
    [[nodiscard]] const Node *component(QStringView kind, QStringView name) const;

    const Node &m_document;
    const Granted &m_granted;
    References m_references;
    QStringList m_paths; ///< in the order of the document
    QHash<QString, QList<Call>> m_calls;
    QSet<QString> m_tags;
    QSet<QString> m_reached; ///< "schemas/Order"
    std::deque<std::pair<QString, const Node *>> m_waiting;
    int m_inlined = 0;
    qsizetype m_left = qsizetype{32} * 1024 * 1024; ///< characters, about
};

tl::expected<void, Fault> Cut::findCalls()
{
    QHash<QString, const Route *> granted;
    for (const Route &each : m_granted.routes)
        granted.insert(shapeOf(each.method, each.pathTemplate), &each);
    const auto base = serverPath(m_document, {});
    const Node *paths = m_document.member(u"paths");
    if (!base || paths == nullptr)
        return tl::make_unexpected(base ? Fault{0, u"it describes no paths"_s} : base.error());
    QSet<QString> taken;
    for (const auto &[path, written] : paths->members) {
        const auto item = path.startsWith(u'/') ? m_references.resolved(*written)
                                                : tl::expected<const Node *, Fault>(written.get());
        const auto itemBase = item ? serverPath(**item, *base) : base;
        if (!item || !itemBase)
            continue;
        for (const auto &[method, operation] : (*item)->members) {
            const auto own = serverPath(*operation, *itemBase);
            if (!own)
                continue;
            const QString full = pathBelow(m_granted.api, *base, *own + unescapedPath(path));
            const QString shape = shapeOf(method.toUpper(), full);
            const Route *route = granted.value(shape);
            if (route == nullptr || taken.contains(shape))
                continue;
            taken.insert(shape); // the first of a shape is the one in the catalogue
            const QString below = full.sliced(m_granted.api.basePath.size());
            const QString key = below.isEmpty() ? u"/"_s : escapedPath(below);
            QList<Call> &calls = m_calls[key];
            if (calls.isEmpty())
                m_paths.append(key);
            else if (calls.constFirst().item != *item)
                continue; // two items for one path: their common parts cannot both stand there
            calls.append({*item, operation.get(), method, route});
        }
    }
    return {};
}

tl::expected<QString, Fault> Cut::write()
{
    if (const auto found = findCalls(); !found)
        return tl::make_unexpected(found.error());
    JsonText to;
    to.beginMap();
    writeHead(to);
    writePaths(to);
    writeTags(to);
    writeComponents(to);
    to.endMap();
    return redactText(to.take() + u'\n');
}

void Cut::writeHead(JsonText &to)
{
    to.member(u"openapi", versionOf(m_document.textOf(u"openapi")).value_or(u"3.0.0"_s));
    to.name(u"info");
    to.beginMap();
    if (const Node *info = m_document.member(u"info")) {
        for (const auto &[name, value] : info->members)
            writeMember(to, name, *value);
        if (info->member(u"version") == nullptr)
            to.member(u"version", u"1");
    }
    to.endMap();
    if (const Node *dialect = m_document.member(u"jsonSchemaDialect"))
        writeMember(to, u"jsonSchemaDialect"_s, *dialect);
    to.name(u"servers");
    to.beginList();
    to.beginMap();
    to.member(u"url", m_granted.serverUrl);
    to.endMap();
    to.endList();
}

void Cut::writePaths(JsonText &to)
{
    to.name(u"paths");
    to.beginMap();
    for (const QString &path : m_paths) {
        const QList<Call> calls = m_calls.value(path);
        to.name(path);
        to.beginMap();
        for (const auto &[name, value] : calls.constFirst().item->members) {
            if (name == u"parameters" || name == u"summary" || name == u"description")
                writeMember(to, name, *value);
        }
        for (const Call &call : calls) {
            to.name(call.method);
            writeOperation(to, call);
        }
        to.endMap();
    }
    to.endMap();
}

void Cut::writeOperation(JsonText &to, const Call &call)
{
    to.beginMap();
    for (const auto &[name, value] : call.operation->members) {
        if (name != u"deprecated")
            writeMember(to, name, *value);
        if (name == u"tags") {
            for (const NodePtr &tag : value->items)
                m_tags.insert(tag->text);
        }
    }
    if (call.route->deprecatedAt) {
        to.name(u"deprecated");
        to.boolean(true);
    }
    to.name(u"security");
    to.beginList();
    to.beginMap();
    to.name(u"oauth2");
    to.beginList();
    to.text(call.route->scope);
    for (const QString &scope : call.route->alsoScopes)
        to.text(scope);
    to.endList();
    to.endMap();
    if (m_granted.apiKeys) {
        to.beginMap();
        to.name(u"apiKey");
        to.beginList();
        to.endList();
        to.endMap();
    }
    to.endList();
    to.endMap();
}

void Cut::writeTags(JsonText &to)
{
    const Node *tags = m_document.member(u"tags");
    if (tags == nullptr || tags->kind != Node::Kind::Sequence)
        return;
    to.name(u"tags");
    to.beginList();
    for (const NodePtr &tag : tags->items) {
        if (m_tags.contains(tag->textOf(u"name")))
            writeNode(to, *tag);
    }
    to.endList();
}

const Node *Cut::component(QStringView kind, QStringView name) const
{
    const Node *components = m_document.member(u"components");
    const Node *all = components == nullptr ? nullptr : components->member(kind);
    return all == nullptr ? nullptr : all->member(name);
}

void Cut::writeComponents(JsonText &to)
{
    constexpr int depth = 3;
    QHash<QString, QString> texts;
    while (!m_waiting.empty()) { // each may reach others
        const auto [key, node] = m_waiting.front();
        m_waiting.pop_front();
        JsonText text(depth);
        writeNode(text, *node);
        texts.insert(key, text.take());
    }
    to.name(u"components");
    to.beginMap();
    for (const char16_t *kind : componentKinds) {
        const Node *components = m_document.member(u"components");
        const Node *all = components == nullptr ? nullptr : components->member(kind);
        if (all == nullptr)
            continue;
        const QString prefix = QStringView(kind) + u'/';
        const auto isReached = [&](const Node::Member &each) { return texts.contains(prefix + each.first); };
        if (std::none_of(all->members.begin(), all->members.end(), isReached))
            continue;
        to.name(kind);
        to.beginMap();
        for (const Node::Member &each : all->members) {
            if (!isReached(each))
                continue;
            to.name(each.first);
            to.written(texts.value(prefix + each.first));
        }
        to.endMap();
    }
    writeSchemes(to);
    to.endMap();
}

void Cut::writeSchemes(JsonText &to)
{
    to.name(u"securitySchemes");
    to.beginMap();
    to.name(u"oauth2");
    to.beginMap();
    to.member(u"type", u"oauth2");
    to.name(u"flows");
    to.beginMap();
    to.name(u"clientCredentials");
    to.beginMap();
    to.member(u"tokenUrl", m_granted.tokenUrl);
    to.name(u"scopes");
    to.beginMap();
    for (const Scope &scope : m_granted.scopes)
        to.member(scope.name, scope.sentence.isEmpty() ? scope.title : scope.sentence);
    to.endMap();
    to.endMap();
    to.endMap();
    to.endMap();
    if (m_granted.apiKeys) {
        to.name(u"apiKey");
        to.beginMap();
        to.member(u"type", u"http");
        to.member(u"scheme", u"bearer");
        to.endMap();
    }
    to.endMap();
}

void Cut::writeAsIs(JsonText &to, const Node &node)
{
    count(to, node.text);
    if (node.kind == Node::Kind::Map) {
        to.beginMap();
        for (const auto &[name, value] : node.members) {
            count(name);
            to.name(name);
            writeAsIs(to, *value);
        }
        to.endMap();
    } else if (node.kind == Node::Kind::Sequence) {
        to.beginList();
        for (const NodePtr &item : node.items)
            writeAsIs(to, *item);
        to.endList();
    } else {
        to.scalar(node);
    }
}

void Cut::writeNode(JsonText &to, const Node &node)
{
    count(to, node.text);
    if (node.kind == Node::Kind::Sequence) {
        to.beginList();
        for (const NodePtr &item : node.items)
            writeNode(to, *item);
        to.endList();
        return;
    }
    if (node.kind != Node::Kind::Map)
        return to.scalar(node);
    const Node *reference = node.member(u"$ref");
    if (reference != nullptr && reference->isText())
        return writeReference(to, node, reference->text);
    to.beginMap();
    writeMembers(to, node);
    to.endMap();
}

void Cut::writeMembers(JsonText &to, const Node &map)
{
    for (const auto &[name, value] : map.members)
        writeMember(to, name, *value);
}

void Cut::writeMember(JsonText &to, const QString &name, const Node &value)
{
    if (staysHere(name))
        return;
    count(name);
    to.name(name);
    if (isAlwaysText(name) && value.isText()) {
        count(to, value.text);
        to.text(value.text);
    } else if (isValue(name) || (name == u"examples" && value.kind == Node::Kind::Sequence))
        writeAsIs(to, value);
    else if (name == u"mapping" && value.kind == Node::Kind::Map)
        writeMapping(to, value);
    else if (namesOfTheirOwn(name) && value.kind == Node::Kind::Map)
        writeNamed(to, value);
    else
        writeNode(to, value);
}

void Cut::writeNamed(JsonText &to, const Node &map)
{
    to.beginMap();
    for (const auto &[name, value] : map.members) {
        count(name);
        to.name(name);
        writeNode(to, *value);
    }
    to.endMap();
}

/// Which schema a value of a discriminator stands for: by reference, or by its name.
void Cut::writeMapping(JsonText &to, const Node &map)
{
    to.beginMap();
    for (const auto &[name, value] : map.members) {
        count(name);
        count(to, value->text); // whether it leads anywhere or not
        const bool isName = !value->text.contains(u'/') && !value->text.contains(u'#');
        if (reach(isName ? u"#/components/schemas/"_s + value->text : value->text))
            to.member(name, value->text);
    }
    to.endMap();
}

bool Cut::reach(const QString &target)
{
    constexpr auto prefix = u"#/components/";
    if (!target.startsWith(QStringView(prefix)))
        return false;
    const auto decoded = percentDecode(target.toUtf8());
    const QStringList steps = decoded ? QString::fromUtf8(*decoded).split(u'/') : QStringList();
    if (steps.size() < 4)
        return false;
    QString name = steps.at(3);
    name.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    const QString key = steps.at(2) + u'/' + name;
    if (m_reached.contains(key))
        return true;
    const bool isWritten =
        std::any_of(componentKinds.begin(), componentKinds.end(),
                    [&steps](const char16_t *kind) { return steps.at(2) == QStringView(kind); });
    const Node *found = isWritten ? component(steps.at(2), name) : nullptr;
    if (found == nullptr)
        return false;
    m_reached.insert(key);
    m_waiting.emplace_back(key, found);
    return true;
}

void Cut::writeReference(JsonText &to, const Node &map, const QString &target)
{
    constexpr int deepest = 8; // what leads round in a circle without a name ends here
    if (reach(target)) {
        to.beginMap();
        writeMembers(to, map);
        to.endMap();
        return;
    }
    const auto there = m_references.resolved(map);
    if (there && m_inlined < deepest) { // a place that is not written as it stands: its content is
        ++m_inlined;
        writeNode(to, **there);
        --m_inlined;
        return;
    }
    const QString elsewhere = u"Described elsewhere, and no part of this description."_s;
    count(to, elsewhere);
    to.beginMap();
    to.member(u"description", elsewhere);
    to.endMap();
}

} // namespace

tl::expected<QString, Fault> grantedDescription(QByteArrayView bytes, const Granted &granted)
{
    const tl::expected<NodePtr, Fault> document = readDocument(bytes);
    if (!document)
        return tl::make_unexpected(document.error());
    try {
        return Cut(**document, granted).write();
    } catch (const Fault &fault) {
        return tl::make_unexpected(fault);
    }
}

} // namespace pc::platform::openapi
