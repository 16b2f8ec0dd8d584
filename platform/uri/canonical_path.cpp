// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/uri/canonical_path.h"

#include "contract/codec/ascii.h"
#include "platform/uri/path_segments.h"
#include "platform/uri/percent.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

namespace pc::platform {
namespace {

constexpr std::array<bool, 256> pathCharacters()
{
    std::array<bool, 256> table{};
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                         "-._~!$&'()*+,=:@/"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

/// RFC 3986 `pchar` without the percent sign and the semicolon, and `/`.
bool isPathCharacter(char c)
{
    static constexpr std::array<bool, 256> table = pathCharacters();
    return table[static_cast<unsigned char>(c)];
}

/// The ASCII characters by which servers and file systems find their way in a path.
bool isSyntax(QChar c)
{
    return c < QChar(0x80) && std::strchr("/\\.;%?# ", c.toLatin1()) != nullptr;
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// Whether folding makes no new path syntax (U+FF0F becomes a slash, U+2025 two dots), and nothing is unseen.
bool foldsToItself(const QString &path)
{
    if (isAscii(path))
        return true;
    const QString folded = path.normalized(QString::NormalizationForm_KC);
    const QList<uint> characters = path.toUcs4();
    return std::count_if(folded.begin(), folded.end(), isSyntax) ==
               std::count_if(path.begin(), path.end(), isSyntax) &&
           std::none_of(characters.begin(), characters.end(), isInvisible);
}

/// Escaping must not make path syntax, nor another escape for somebody who decodes twice.
bool escapesHideNothing(QByteArrayView raw, const QByteArray &decoded)
{
    return decoded.count('/') == std::count(raw.begin(), raw.end(), '/') &&
           decoded.count('.') == std::count(raw.begin(), raw.end(), '.') && !decoded.contains(';') &&
           !decoded.contains('\\') && !decoded.contains('%');
}

bool isPlainSegment(QByteArrayView segment)
{
    return !segment.endsWith('.') && !segment.endsWith(' ');
}

/// None is empty but the last, and none ends as no file name may.
bool arePlainSegments(QByteArrayView path)
{
    return forEachSegment(path, [](QByteArrayView segment, bool isLast) {
        return (isLast || !segment.isEmpty()) && isPlainSegment(segment);
    });
}

} // namespace

tl::expected<QString, PathFault> readPath(QByteArrayView rawPath)
{
    const auto fault = [](PathFault what) { return tl::make_unexpected(what); };
    if (rawPath.isEmpty() || rawPath.front() != '/')
        return fault(PathFault::NoSlash);
    const auto odd = std::find_if_not(rawPath.begin(), rawPath.end(), isPathCharacter);
    if (odd == rawPath.end()) { // nothing to decode, and nothing that could be read in two ways
        if (!arePlainSegments(rawPath))
            return fault(PathFault::Segment);
        return QString::fromLatin1(rawPath);
    }
    const auto never =
        std::find_if_not(odd, rawPath.end(), [](char c) { return c == '%' || isPathCharacter(c); });
    if (never != rawPath.end())
        return fault(*never == ';' ? PathFault::Parameter : PathFault::Character);

    const std::optional<QByteArray> decoded = percentDecode(rawPath);
    if (!decoded)
        return fault(PathFault::Escape);
    if (!escapesHideNothing(rawPath, *decoded))
        return fault(PathFault::HiddenSyntax);
    if (!arePlainSegments(*decoded))
        return fault(PathFault::Segment);
    std::optional<QString> path = cleanUtf8(*decoded);
    if (!path)
        return fault(PathFault::NoText);
    if (!foldsToItself(*path))
        return fault(PathFault::Lookalike);
    return std::move(*path);
}

std::optional<QString> canonicalPath(QByteArrayView rawPath)
{
    auto path = readPath(rawPath);
    return path ? std::optional(std::move(*path)) : std::nullopt;
}

QByteArrayView plainBeginning(QByteArrayView rawPath)
{
    if (rawPath.isEmpty() || rawPath.front() != '/')
        return {};
    const auto odd = std::find_if_not(rawPath.begin(), rawPath.end(), isPathCharacter);
    qsizetype length = 0;
    (void)forEachSegment(rawPath.first(odd - rawPath.begin()), [&length](QByteArrayView segment, bool) {
        if (segment.isEmpty() || !isPlainSegment(segment))
            return false;
        length += 1 + segment.size();
        return true;
    });
    return rawPath.first(length);
}

} // namespace pc::platform
