// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/catalogue/segment_template.h"

#include "contract/rules/text_rule.h"

#include <QVarLengthArray>

#include <utility>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostParameters = 4;

/// What canonicalPath() lets through, without braces: a template is compared with decoded segments.
bool isLiteralText(const QString &text)
{
    return text.isEmpty() || pc::rules::matchesWhole(u"[^/{}%\\\\;?#\\x00-\\x1f\\x7f]+"_s, text);
}

} // namespace

tl::expected<SegmentTemplate, QString> SegmentTemplate::parse(QStringView segment)
{
    SegmentTemplate made;
    qsizetype from = 0;
    for (;;) {
        const qsizetype begin = segment.indexOf(u'{', from);
        const qsizetype end = begin < 0 ? -1 : segment.indexOf(u'}', begin);
        const QString literal =
            (end < 0 ? segment.sliced(from) : segment.sliced(from, begin - from)).toString();
        if (!isLiteralText(literal))
            return tl::make_unexpected(u"\"%1\" is not a part of a path that a call can have"_s.arg(segment));
        made.m_literals.back() = literal;
        if (end < 0)
            break;
        const QString name = segment.sliced(begin + 1, end - begin - 1).toString();
        if (!pc::rules::matchesWhole(u"[A-Za-z0-9_.-]{1,64}"_s, name))
            return tl::make_unexpected(u"\"%1\" has a parameter without a usable name"_s.arg(segment));
        if (!made.m_names.isEmpty() && literal.isEmpty())
            return tl::make_unexpected(u"\"%1\" has nothing between two parameters"_s.arg(segment));
        made.m_names.append(name);
        made.m_literals.append(QString());
        from = end + 1;
    }
    if (made.m_names.size() > mostParameters)
        return tl::make_unexpected(u"\"%1\" has more than %2 parameters"_s.arg(segment).arg(mostParameters));
    const QString &last = made.m_literals.constLast();
    if (last.endsWith(u'.') || last.endsWith(u' ')) // no call has such a segment, "." and ".." among them
        return tl::make_unexpected(u"\"%1\" ends as no segment of a call does"_s.arg(segment));
    return made;
}

qsizetype SegmentTemplate::literalSize() const
{
    qsizetype size = 0;
    for (const QString &literal : m_literals)
        size += literal.size();
    return size;
}

std::optional<std::vector<QString>> SegmentTemplate::match(QStringView segment) const
{
    const QString &first = m_literals.constFirst();
    const QString &last = m_literals.constLast();
    if (isLiteral())
        return segment == first ? std::optional(std::vector<QString>()) : std::nullopt;
    const qsizetype end = segment.size() - last.size(); // of the last value
    if (!segment.startsWith(first) || !segment.endsWith(last) || first.size() >= end)
        return std::nullopt;

    // Each literal between as far to the left as it goes, then as far to the right: one reading, when both
    // are the same.
    const QStringList between = m_literals.mid(1, m_literals.size() - 2);
    QVarLengthArray<qsizetype, mostParameters> places;
    qsizetype at = first.size();
    for (const QString &literal : between) {
        const qsizetype place = segment.indexOf(literal, at + 1);
        if (place < 0 || place + literal.size() >= end)
            return std::nullopt;
        places.append(place);
        at = place + literal.size();
    }
    qsizetype until = end;
    for (qsizetype i = between.size() - 1; i >= 0; --i) {
        if (segment.lastIndexOf(between[i], until - 1 - between[i].size()) != places[i])
            return std::nullopt;
        until = places[i];
    }

    std::vector<QString> values;
    at = first.size();
    for (qsizetype i = 0; i < between.size(); ++i) {
        values.push_back(segment.sliced(at, places[i] - at).toString());
        at = places[i] + between[i].size();
    }
    values.push_back(segment.sliced(at, end - at).toString());
    return values;
}

} // namespace pc::platform
