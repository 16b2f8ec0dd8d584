// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/catalogue_paths_command.h"

#include "platform/cli/output.h"
#include "platform/cli/plain_text.h"
#include "platform/cli/values.h"
#include "platform/uri/canonical_path.h"
#include "platform/uri/percent.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 600;
constexpr qint64 longestLine = qint64{1} << 20;

/// "POST /v1/orders?page=1 HTTP/1.1", as the log has it: what stands between the first quotes of a line.
std::optional<QByteArray> requestIn(const QByteArray &line)
{
    const qsizetype begin = line.indexOf('"') + 1;
    if (begin == 0)
        return std::nullopt;
    for (qsizetype end = begin; end < line.size(); ++end) {
        if (line.at(end) == '"')
            return line.mid(begin, end - begin);
        if (line.at(end) == '\\')
            ++end;
    }
    return std::nullopt;
}

/// The path of a request, as the log has it: without method, version, host and query.
std::optional<QByteArray> pathIn(const QByteArray &request)
{
    const qsizetype method = request.indexOf(' ');
    const qsizetype version = request.lastIndexOf(" HTTP/");
    if (method < 0 || version <= method)
        return std::nullopt;
    QByteArray target = request.mid(method + 1, version - method - 1);
    if (const qsizetype scheme = target.indexOf("://"); scheme > 0 && !target.startsWith('/')) {
        const qsizetype path = target.indexOf('/', scheme + 3);
        target = path < 0 ? QByteArray("/") : target.mid(path);
    }
    if (target == "*" || !target.contains('/')) // of OPTIONS and CONNECT
        return std::nullopt;
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

/// Servers write what would break a line as "\x22", or as "\"".
QByteArray asSent(const QByteArray &logged)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < logged.size(); ++i) {
        const bool isHex = logged.mid(i, 2) == "\\x" && i + 3 < logged.size() &&
                           hexValue(logged.at(i + 2)) >= 0 && hexValue(logged.at(i + 3)) >= 0;
        if (isHex) {
            bytes += static_cast<char>(hexValue(logged.at(i + 2)) * 16 + hexValue(logged.at(i + 3)));
            i += 3;
        } else if (logged.at(i) == '\\' && i + 1 < logged.size()) {
            bytes += logged.at(++i);
        } else {
            bytes += logged.at(i);
        }
    }
    return bytes;
}

QString wordsOf(PathFault fault)
{
    switch (fault) {
    case PathFault::NoSlash:
        return u"no slash at its beginning"_s;
    case PathFault::Parameter:
        return u"a parameter, behind ;"_s;
    case PathFault::Character:
        return u"a character that no path has"_s;
    case PathFault::Escape:
        return u"a broken escape"_s;
    case PathFault::HiddenSyntax:
        return u"an escaped slash, dot, percent sign or semicolon"_s;
    case PathFault::Segment:
        return u"an empty part, or one that ends in a dot or a space"_s;
    case PathFault::NoText:
        return u"no UTF-8, or a control character"_s;
    case PathFault::Lookalike:
        break;
    }
    return u"characters that are not seen, or look like a slash or a dot"_s;
}

struct RefusedPath
{
    QByteArray path; ///< as the log has it
    PathFault fault = PathFault::NoSlash;
    qint64 calls = 0;
};

Outcome tellRefusedPaths(const QString &name)
{
    QFile file(name);
    const bool isOpen =
        name == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return failed(u"%1 cannot be read: %2"_s.arg(name, file.errorString()));
    QHash<QByteArray, RefusedPath> refused;
    qint64 requests = 0;
    qint64 without = 0;
    for (;;) {
        const QByteArray line = file.readLine(longestLine);
        if (line.isEmpty())
            break;
        const auto request = requestIn(line);
        const auto path = request ? pathIn(*request) : std::nullopt;
        if (!path) {
            ++without;
            continue;
        }
        ++requests;
        if (const auto read = readPath(asSent(*path)); !read) {
            RefusedPath &each = refused[*path];
            each = {*path, read.error(), each.calls + 1};
        }
    }
    if (file.error() != QFileDevice::NoError)
        return failed(u"%1 cannot be read: %2"_s.arg(name, file.errorString()));

    std::vector<RefusedPath> list(refused.cbegin(), refused.cend());
    std::sort(list.begin(), list.end(), [](const RefusedPath &a, const RefusedPath &b) {
        return std::tuple(b.calls, a.path) < std::tuple(a.calls, b.path);
    });
    qint64 calls = 0;
    for (const RefusedPath &each : list)
        calls += each.calls;
    say(u"%1 of %2 requests would be refused for their path; %3 lines have none"_s.arg(
        QString::number(calls), QString::number(requests), QString::number(without)));
    for (const RefusedPath &each : list)
        say(u"%1\t%2\t%3"_s.arg(QString::number(each.calls),
                                plainText(QString::fromUtf8(each.path), longestShown), wordsOf(each.fault)));
    return ExitCode::Done;
}

} // namespace

Command cataloguePathsCommand()
{
    const auto file = std::make_shared<QString>();
    Command command;
    command.name = u"paths"_s;
    command.summary = u"says which paths of an access log would be refused"_s;
    command.text = u"Reads the access log of a server (common or combined format; - is standard input) and "
                   u"says which of the "
                   "paths that were called can be read in more than one way, how often and why: calls of "
                   "them are refused, "
                   "also while the API is observed. Nothing is changed, and no service is asked."_s;
    command.operands = {{u"FILE"_s, values::text(*file)}};
    command.run = [file] { return tellRefusedPaths(*file); };
    return command;
}

} // namespace pc::platform
