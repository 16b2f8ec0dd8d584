// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/server_path.h"

#include "contract/rules/text_rule.h"
#include "platform/uri/canonical_path.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

namespace {

tl::expected<QString, Fault> withDefaults(const Node &server, const Node &url)
{
    constexpr qsizetype longest = 2048; // of the URL, and of what it becomes
    constexpr std::size_t mostVariables = 100;
    const auto refused = [&url](const QString &why) { return tl::make_unexpected(Fault{url.line, why}); };
    const Node *variables = server.member(u"variables");
    if (variables != nullptr && variables->members.size() > mostVariables)
        return refused(u"a server has more than %1 variables"_s.arg(mostVariables));
    QString text;
    qsizetype from = 0;
    for (;;) {
        if (url.text.size() > longest || text.size() > longest)
            return refused(u"a server's url is longer than %1 characters"_s.arg(longest));
        const qsizetype begin = url.text.indexOf(u'{', from);
        const qsizetype end = begin < 0 ? -1 : url.text.indexOf(u'}', begin);
        if (end < 0)
            return text + url.text.mid(from);
        const QString name = url.text.mid(begin + 1, end - begin - 1);
        const Node *variable = variables == nullptr ? nullptr : variables->member(name);
        const Node *value = variable == nullptr ? nullptr : variable->member(u"default");
        if (value == nullptr || !value->isText())
            return refused(u"the server's variable {%1} has no default"_s.arg(name.left(100)));
        text += url.text.mid(from, begin - from) + value->text;
        from = end + 1;
    }
}

/// Without "." and ".." (RFC 3986 section 5.2.4), and without a slash at its end.
QString withoutDots(const QString &path)
{
    QStringList kept;
    const QStringList segments = path.split(u'/').mid(1);
    for (const QString &segment : segments) {
        if (segment == u".." && !kept.isEmpty())
            kept.removeLast();
        else if (segment != u".." && segment != u".")
            kept.append(segment);
    }
    QString plain;
    for (const QString &segment : std::as_const(kept))
        plain += u'/' + segment;
    while (plain.endsWith(u'/'))
        plain.chop(1);
    return plain;
}

/// Of a URL, or of a reference. That would be resolved where the description lies, which nobody knows here:
/// as if it lay at the root.
QString pathOf(const QString &url)
{
    const qsizetype scheme = url.indexOf(u"://"_s);
    const qsizetype authority = scheme >= 0 ? scheme + 3 : url.startsWith(u"//"_s) ? 2 : -1;
    if (authority < 0)
        return withoutDots(url.startsWith(u'/') ? url : u'/' + url);
    const qsizetype slash = url.indexOf(u'/', authority);
    return slash < 0 ? QString() : withoutDots(url.mid(slash));
}

/// As templates of routes have it: a path as a call would send it, without its escapes; nothing when no call
/// can have it, or no template.
std::optional<QString> calledPath(const QString &path)
{
    QByteArray sent;
    for (const char byte : path.toUtf8()) { // what stands there beyond ASCII is meant escaped
        if (static_cast<unsigned char>(byte) < 0x80)
            sent += byte;
        else
            sent += '%' + QByteArray(1, byte).toHex();
    }
    auto called = canonicalPath(sent);
    return called && !called->contains(u'{') && !called->contains(u'}') ? called : std::nullopt;
}

} // namespace

tl::expected<QString, Fault> serverPath(const Node &owner, const QString &around)
{
    const Node *servers = owner.member(u"servers");
    if (servers == nullptr || servers->kind == Node::Kind::Null)
        return around;
    if (servers->kind != Node::Kind::Sequence)
        return tl::make_unexpected(Fault{servers->line, u"\"servers\" is not a list"_s});
    if (servers->items.empty())
        return around;
    const Node &server = *servers->items.front();
    const Node *url = server.member(u"url");
    if (url == nullptr || !url->isText())
        return tl::make_unexpected(Fault{server.line, u"a server has no url"_s});
    const auto whole = withDefaults(server, *url);
    if (!whole)
        return tl::make_unexpected(whole.error());
    const QString path = pathOf(*whole);
    if (path.isEmpty())
        return path;
    const auto called = calledPath(path);
    if (!called)
        return tl::make_unexpected(Fault{
            url->line, u"the server's path \"%1\" is not one that a call can have"_s.arg(path.left(200))});
    return *called;
}

QString serverHost(const Node &document)
{
    const Node *servers = document.member(u"servers");
    const Node *server =
        servers == nullptr || servers->items.empty() ? nullptr : servers->items.front().get();
    const Node *url = server == nullptr ? nullptr : server->member(u"url");
    if (url == nullptr)
        return {};
    const auto whole = withDefaults(*server, *url);
    const qsizetype scheme = whole ? whole->indexOf(u"://"_s) : -1;
    if (scheme < 0)
        return {};
    const QString host = whole->mid(scheme + 3).section(u'/', 0, 0).section(u':', 0, 0).toLower();
    return pc::rules::matchesWhole(u"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"_s, host) ? host : QString();
}

} // namespace pc::platform::openapi
