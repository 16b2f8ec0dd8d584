// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/description_file.h"

#include "contract/api/operations.h"
#include "contract/rules/text_rule.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 80;      // of an API
constexpr qsizetype beginning = 16 * 1024; // bytes

/// Of a text in quotation marks as JSON has it, or YAML.
QString unquoted(const QString &text)
{
    if (text.startsWith(u'"'))
        return QJsonDocument::fromJson((u'[' + text + u']').toUtf8()).array().at(0).toString();
    if (text.startsWith(u'\''))
        return text.mid(1, text.size() - 2).replace(u"''"_s, u"'"_s);
    return text;
}

} // namespace

qint64 largestDescription()
{
    return qint64(operation(Op::RevisionPropose).bodyLimit) * 1024;
}

tl::expected<DescriptionFile, FileRefusal> readWholeFile(const QString &path, qint64 largest)
{
    const auto refuse = [](FileFault fault, const QString &detail, qint64 size = 0) {
        return tl::make_unexpected(FileRefusal{fault, detail, size});
    };
    QFile file(path);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // a folder, or a pipe that would be waited for
        return refuse(FileFault::Unreadable, {});
    if (!file.open(QIODevice::ReadOnly))
        return refuse(FileFault::Unreadable, file.errorString());
    if (file.size() > largest)
        return refuse(FileFault::TooLarge, {}, file.size());
    DescriptionFile description{info.fileName(), file.read(largest + 1)};
    if (file.error() != QFileDevice::NoError)
        return refuse(FileFault::Unreadable, file.errorString());
    if (description.bytes.isEmpty())
        return refuse(FileFault::Empty, {});
    if (description.bytes.size() > largest) // it grows
        return refuse(FileFault::TooLarge, {}, description.bytes.size());
    return description;
}

tl::expected<DescriptionFile, FileRefusal> readDescriptionFile(const QString &path)
{
    return readWholeFile(path, largestDescription());
}

QString titleOf(const DescriptionFile &description)
{
    const QString text =
        QString::fromUtf8(description.bytes.first(std::min(beginning, description.bytes.size())));
    static const QRegularExpression inJson(
        uR"re("info"\s*:\s*\{(?:[^{}"]|"(?:[^"\\]|\\.)*"|\{[^{}]*\})*?"title"\s*:\s*("(?:[^"\\]|\\.)*"))re"_s);
    // A line is taken as a whole: the blanks it begins with could be shared out in as many ways as there are.
    static const QRegularExpression inYaml(
        uR"re((?:^|\n)info:[ \t]*(?:#.*)?\r?\n(?>[ \t]+[^\n]*\n|\r?\n)*?[ \t]+title:[ \t]+("(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s|>&*!#"'](?:[^\r\n#]|(?<=\S)#)*))re"_s);
    static const QRegularExpression flowYaml(
        uR"re((?:^|\n)info:[ \t]*\{[^{}\n]*?\btitle:[ \t]*("(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^,}"'\r\n]+))re"_s);
    for (const QRegularExpression *each : {&inJson, &inYaml, &flowYaml})
        if (const auto found = each->match(text); found.hasMatch())
            return rules::plainLine(unquoted(found.captured(1).trimmed()), longestName);
    return {};
}

} // namespace pc::models
