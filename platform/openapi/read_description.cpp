// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/read_description.h"

#include "contract/crypto/redaction.h"
#include "contract/rules/text_rule.h"
#include "platform/core/catalogue/path_template.h"
#include "platform/openapi/described_path.h"
#include "platform/openapi/described_version.h"
#include "platform/openapi/read_document.h"
#include "platform/openapi/references.h"
#include "platform/openapi/server_path.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char16_t *, 8> methods{u"get",     u"put",  u"post",  u"delete",
                                                  u"options", u"head", u"patch", u"trace"};

constexpr qsizetype mostScopeTexts = 1000;
constexpr int mostScopesLookedAt = 20'000; // for their texts
constexpr qsizetype longestText = 200;     // that people read
constexpr qsizetype longestName = 256;     // of a scheme, a scope or a type: a longer one is none
constexpr qsizetype longestSentence = 500;
constexpr qsizetype longestPlace = 600;

/// A text as it is kept: one line that people can read, cut before it is looked at, and no secret that stood
/// in an example.
QString keptText(const QString &text, qsizetype most = longestText)
{
    return redactText(pc::rules::plainLine(text, most));
}

QString keptName(const QString &text)
{
    return redactText(pc::rules::beginningOf(text, longestName));
}

/// What a reference or an alias leads to is read as often as it is named, and copied: a small document could
/// be a large one. Throws a Fault where it would be.
class Effort
{
public:
    /// Before the members of `node` are looked through.
    void look(const Node &node)
    {
        m_looked += node.members.size() + node.items.size();
        if (m_looked > mostLooked)
            throw Fault{node.line, u"its parts are referred to so often that reading it would not end"_s};
    }
    void copy(qsizetype items, int line)
    {
        m_copied += items;
        if (m_copied > mostCopied)
            throw Fault{line, u"more than %1 tags, scopes and types of bodies, counted as often as they are "
                              "referred to"_s.arg(mostCopied)};
    }
    /// A long one counts for more.
    [[nodiscard]] static qsizetype itemsOf(const QStringList &texts)
    {
        qsizetype items = 0;
        for (const QString &each : texts)
            items += 1 + each.size() / 64;
        return items;
    }
    [[nodiscard]] static qsizetype itemsOf(const QList<SecurityAlternative> &security)
    {
        qsizetype items = security.size();
        for (const SecurityAlternative &each : security) {
            for (const SecurityNeed &need : each)
                items += 1 + need.scheme.size() / 64 + itemsOf(need.scopes);
        }
        return items;
    }

private:
    static constexpr std::size_t mostLooked = 20'000'000; // ten times the values of a document
    static constexpr qsizetype mostCopied = 500'000;

    std::size_t m_looked = 0;
    qsizetype m_copied = 0;
};

bool isMethod(const QString &name)
{
    return std::any_of(methods.begin(), methods.end(),
                       [&name](const char16_t *method) { return name == QStringView(method); });
}

tl::unexpected<Fault> refused(int line, const QString &reason)
{
    return tl::make_unexpected(Fault{line, reason});
}

/// For what may be missing; `null` counts as missing.
tl::expected<const Node *, Fault> optional(const Node &of, QStringView name, Node::Kind kind)
{
    const Node *found = of.member(name);
    if (found == nullptr || found->kind == Node::Kind::Null)
        return nullptr;
    if (found->kind != kind)
        return refused(found->line, u"\"%1\" is not %2"_s.arg(name, kind == Node::Kind::Map ? u"an object"_s
                                                                                            : u"a list"_s));
    return found;
}

tl::expected<QStringList, Fault> textsOf(const Node &list, const QString &what)
{
    QStringList texts;
    for (const NodePtr &item : list.items) {
        if (!item->isText())
            return refused(item->line, u"%1 is not a text"_s.arg(what));
        texts.append(keptName(item->text));
    }
    return texts;
}

tl::expected<QList<SecurityAlternative>, Fault> securityOf(const Node &list)
{
    QList<SecurityAlternative> alternatives;
    for (const NodePtr &each : list.items) {
        if (each->kind != Node::Kind::Map)
            return refused(each->line, u"a security requirement is not an object"_s);
        SecurityAlternative needs;
        for (const auto &[scheme, scopes] : each->members) {
            if (scopes->kind != Node::Kind::Sequence)
                return refused(scopes->line, u"the scopes of \"%1\" are not a list"_s.arg(scheme.left(100)));
            auto names = textsOf(*scopes, u"a scope"_s);
            if (!names)
                return tl::make_unexpected(names.error());
            needs.append({keptName(scheme), *names});
        }
        alternatives.append(needs);
    }
    if (alternatives.isEmpty()) // an empty list takes away what stands around it
        alternatives.append(SecurityAlternative());
    return alternatives;
}

/// What `owner` says of security takes the place of `security`; nothing changes where it says nothing.
tl::expected<void, Fault> readSecurity(const Node &owner, QList<SecurityAlternative> &security)
{
    const auto list = optional(owner, u"security", Node::Kind::Sequence);
    if (!list)
        return tl::make_unexpected(list.error());
    if (*list == nullptr)
        return {};
    auto own = securityOf(**list);
    if (!own)
        return tl::make_unexpected(own.error());
    security = std::move(*own);
    return {};
}

class DescriptionReader
{
public:
    explicit DescriptionReader(const Node &document) : m_document(document), m_references(document) {}

    [[nodiscard]] tl::expected<Description, Fault> read();

private:
    using Done = tl::expected<void, Fault>;

    [[nodiscard]] Done readHead();
    void readScopeTexts();
    void readScopeTexts(const Node &flow, int &looked);
    [[nodiscard]] Done readPath(const QString &path, const Node &written);
    [[nodiscard]] Done readOperation(const QString &method, const QString &path, const Node &node);
    [[nodiscard]] Done readBody(const Node &node, Operation &operation);
    /// One more that is described, whatever becomes of it.
    [[nodiscard]] Done count(int line);
    /// At the line of the fault.
    void leaveOut(const QString &what, const Fault &why);
    [[nodiscard]] bool hasPlace(const Operation &operation);

    const Node &m_document;
    References m_references;
    Effort m_effort;
    Description m_description;
    int m_counted = 0;
    QList<SecurityAlternative> m_security; ///< of the whole document
    QHash<QString, int> m_lines;           ///< of the operations so far, by method and shape of the path
};

DescriptionReader::Done DescriptionReader::readHead()
{
    if (m_document.kind != Node::Kind::Map)
        return refused(m_document.line, u"not an OpenAPI description: no object"_s);
    if (const Node *swagger = m_document.member(u"swagger"))
        return refused(swagger->line,
                       u"this is Swagger %1; only OpenAPI 3.0 and 3.1 are read, so convert it "
                       "first (most tools that write Swagger do)"_s.arg(swagger->text.left(20)));
    const Node *openapi = m_document.member(u"openapi");
    if (openapi == nullptr || !openapi->isText())
        return refused(0, u"not an OpenAPI description: it has no member \"openapi\""_s);
    const auto version = versionOf(openapi->text);
    if (!version)
        return refused(openapi->line,
                       u"OpenAPI %1 is not read, only 3.0 and 3.1"_s.arg(openapi->text.left(20)));
    m_description.openapi = *version;
    const auto info = optional(m_document, u"info", Node::Kind::Map);
    if (!info)
        return tl::make_unexpected(info.error());
    m_description.title = *info == nullptr ? QString() : keptText((*info)->textOf(u"title"));
    if (m_description.title.isEmpty())
        return refused(*info == nullptr ? 0 : (*info)->line, u"\"info\" has no title"_s);
    m_description.version = keptText((*info)->textOf(u"version"));

    auto base = serverPath(m_document, {});
    if (!base)
        return tl::make_unexpected(base.error());
    m_description.basePath = *base;
    m_description.host = serverHost(m_document);
    readScopeTexts();
    return readSecurity(m_document, m_security);
}

/// For people only: what is not as it should be is passed over.
void DescriptionReader::readScopeTexts()
{
    const Node *components = m_document.member(u"components");
    const Node *schemes = components == nullptr ? nullptr : components->member(u"securitySchemes");
    if (schemes == nullptr)
        return;
    int looked = 0;
    for (const auto &[name, scheme] : schemes->members) {
        m_effort.look(*scheme);
        const Node *flows = scheme->member(u"flows");
        if (flows == nullptr)
            continue;
        m_effort.look(*flows);
        for (const auto &[kind, flow] : flows->members)
            readScopeTexts(*flow, looked);
    }
}

void DescriptionReader::readScopeTexts(const Node &flow, int &looked)
{
    m_effort.look(flow);
    const Node *scopes = flow.member(u"scopes");
    if (scopes == nullptr)
        return;
    for (const auto &[scope, text] : scopes->members) {
        if (++looked > mostScopesLookedAt || m_description.scopeTexts.size() >= mostScopeTexts)
            return;
        if (text->isText())
            m_description.scopeTexts.insert(keptName(scope), keptText(text->text, longestSentence));
    }
}

tl::expected<Description, Fault> DescriptionReader::read()
{
    if (Done head = readHead(); !head)
        return tl::make_unexpected(head.error());
    const auto paths = optional(m_document, u"paths", Node::Kind::Map);
    if (!paths)
        return tl::make_unexpected(paths.error());
    if (*paths == nullptr)
        return refused(0, u"it describes no paths"_s);
    for (const auto &[path, item] : (*paths)->members) {
        if (path.startsWith(u"x-"_s))
            continue;
        if (Done done = readPath(path, *item); !done)
            return tl::make_unexpected(done.error());
    }
    return std::move(m_description);
}

DescriptionReader::Done DescriptionReader::readPath(const QString &path, const Node &written)
{
    if (!path.startsWith(u'/'))
        return refused(written.line,
                       u"\"%1\" is not a path: it does not begin with a slash"_s.arg(path.left(200)));
    ++m_description.paths;
    m_effort.look(written);
    const auto item = m_references.resolved(written);
    if (!item) {
        leaveOut(path, item.error());
        return count(written.line);
    }
    if ((*item)->kind == Node::Kind::Null)
        return {};
    if ((*item)->kind != Node::Kind::Map)
        return refused((*item)->line, u"the path \"%1\" is not an object"_s.arg(path.left(200)));
    m_effort.look(**item);
    const auto base = serverPath(**item, m_description.basePath);
    if (!base) {
        leaveOut(path, base.error());
        return count(written.line);
    }
    for (const auto &[name, node] : (*item)->members) {
        if (!isMethod(name))
            continue;
        if (node->kind != Node::Kind::Map)
            return refused(node->line, u"\"%1\" of \"%2\" is not an object"_s.arg(name, path.left(200)));
        m_effort.look(*node);
        const auto own = serverPath(*node, *base);
        if (!own)
            leaveOut(name.toUpper() + u' ' + path, own.error());
        Done done =
            own ? readOperation(name.toUpper(), *own + unescapedPath(path), *node) : count(node->line);
        if (!done)
            return done;
    }
    return {};
}

void DescriptionReader::leaveOut(const QString &what, const Fault &why)
{
    m_description.leftOut.append(
        {why.line, keptText(what, longestPlace), keptText(why.reason, longestPlace)});
}

/// Whether the catalogue can have it; what cannot is named.
bool DescriptionReader::hasPlace(const Operation &operation)
{
    const tl::expected<PathTemplate, QString> path = PathTemplate::parse(operation.path);
    std::optional<QString> why = path ? std::nullopt : std::optional(path.error());
    if (operation.method == u"TRACE")
        why = u"TRACE would hand back what a gateway added"_s;
    else if (path && !path->isCallable())
        why = u"no call has such a path: some of its characters are not seen, or are read as others"_s;
    else if (path && redactText(operation.path) != operation.path)
        why = u"it holds what looks like a secret"_s;
    const QString shape = operation.method + u' ' + (path ? path->shape() : QString());
    if (!why) {
        const auto same = m_lines.constFind(shape);
        if (same != m_lines.constEnd())
            why = u"the same calls are described at line %1"_s.arg(*same);
    }
    if (why) {
        leaveOut(operation.method + u' ' + operation.path, {operation.line, *why});
        return false;
    }
    m_lines.insert(shape, operation.line);
    return true;
}

DescriptionReader::Done DescriptionReader::count(int line)
{
    if (++m_counted > mostOperations)
        return refused(line, u"more than %1 operations"_s.arg(mostOperations));
    return {};
}

DescriptionReader::Done DescriptionReader::readOperation(const QString &method, const QString &path,
                                                         const Node &node)
{
    Operation operation;
    operation.method = method;
    operation.path = path;
    operation.line = node.line;
    operation.id = keptText(node.textOf(u"operationId"));
    operation.title = keptText(node.textOf(u"summary"));
    if (const Node *deprecated = node.member(u"deprecated"))
        operation.deprecated = deprecated->isTrue();
    const auto tags = optional(node, u"tags", Node::Kind::Sequence);
    if (!tags)
        return tl::make_unexpected(tags.error());
    if (*tags != nullptr) {
        auto names = textsOf(**tags, u"a tag"_s);
        if (!names)
            return tl::make_unexpected(names.error());
        operation.tags = *names;
    }
    operation.security = m_security;
    if (Done security = readSecurity(node, operation.security); !security)
        return security;
    if (Done body = readBody(node, operation); !body)
        return body;
    m_effort.copy(Effort::itemsOf(operation.tags) + Effort::itemsOf(operation.security) +
                      Effort::itemsOf(operation.contentTypes),
                  node.line);
    if (hasPlace(operation))
        m_description.operations.append(operation);
    return count(node.line);
}

DescriptionReader::Done DescriptionReader::readBody(const Node &node, Operation &operation)
{
    const auto body = optional(node, u"requestBody", Node::Kind::Map);
    if (!body)
        return tl::make_unexpected(body.error());
    if (*body == nullptr)
        return {};
    m_effort.look(**body);
    const auto there = m_references.resolved(**body);
    if (!there) { // the call is one without it: nothing is said of its types
        leaveOut(u"%1 %2, the body"_s.arg(operation.method, operation.path), there.error());
        return {};
    }
    m_effort.look(**there);
    const auto content = optional(**there, u"content", Node::Kind::Map);
    if (!content)
        return tl::make_unexpected(content.error());
    if (*content == nullptr)
        return refused((*there)->line, u"a request body has no \"content\""_s);
    for (const auto &[type, media] : (*content)->members)
        operation.contentTypes.append(keptName(type).trimmed().toLower());
    return {};
}

} // namespace

tl::expected<Description, Fault> readDescription(QByteArrayView bytes)
{
    const tl::expected<NodePtr, Fault> document = readDocument(bytes);
    if (!document)
        return tl::make_unexpected(document.error());
    try {
        return DescriptionReader(**document).read();
    } catch (const Fault &fault) {
        return tl::make_unexpected(fault);
    }
}

} // namespace pc::platform::openapi
