// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/fields/limit_edges.h"

using namespace Qt::StringLiterals;

namespace pc::test {

using rules::FieldKind;
using rules::FieldLimit;

namespace {

QJsonArray entries(const FieldLimit &limit, qsizetype count, const QJsonObject &example)
{
    QJsonArray values;
    for (qsizetype i = 0; i < count; ++i)
        values.append(limit.kind == FieldKind::Object ? QJsonValue(example)
                                                      : QJsonValue(u"entry:%1"_s.arg(i)));
    return values;
}

QList<LimitEdge> edgesOfList(const FieldLimit &limit, const QJsonObject &example)
{
    QList<LimitEdge> edges{
        {u"as many as may be"_s, entries(limit, limit.maximumItems, example), {}},
        {u"one too many"_s, entries(limit, limit.maximumItems + 1, example), u"too_many"_s},
        {u"none"_s, QJsonArray(), limit.minimumItems > 0 ? u"required"_s : QString()},
    };
    if (limit.kind == FieldKind::Object)
        return edges;
    edges.append({u"the longest entry"_s, QJsonArray{textOfLength(limit, limit.maximum)}, {}});
    edges.append({u"too long an entry"_s, QJsonArray{textOfLength(limit, limit.maximum + 1)}, u"too_long"_s});
    return edges;
}

QList<LimitEdge> edgesOfNumber(const FieldLimit &limit)
{
    const double step = limit.kind == FieldKind::Whole ? 1 : 0.25;
    const double least = double(limit.minimum) + (limit.kind == FieldKind::Whole ? 0 : step);
    return {
        {u"the largest"_s, double(limit.maximum), {}},
        {u"above it"_s, double(limit.maximum) + step, u"out_of_range"_s},
        {u"the smallest"_s, least, {}},
        {u"below it"_s, least - step, u"out_of_range"_s},
    };
}

} // namespace

QString textOfLength(const FieldLimit &limit, qint64 length)
{
    const QString form = QString::fromLatin1(limit.pattern);
    const QString member = QString::fromLatin1(limit.member);
    if (form.isEmpty() || member == u"ticket" || member == u"slug" || member == u"file_sha256")
        return QString(length, u'a');
    if (member == u"time_zone")
        return QString(length, u'Z');
    if (member == u"country")
        return u"DEX"_s.left(length);
    if (member == u"phone")
        return QString(length, u'1');
    if (member == u"email")
        return QString(length - 10, u'a') + u"@b.example"_s;
    if (member == u"host") { // labels of 63 at most
        QString labels;
        for (; length > 63; length -= 62)
            labels += QString(61, u'a') + u'.';
        return labels + QString(length, u'a');
    }
    if (member == u"successor_url" || member == u"guide_url")
        return u"https://"_s + QString(length - 8, u'a');
    if (member == u"base_path" || member == u"path_prefix")
        return u'/' + QString(length - 1, u'a');
    if (member == u"audience")
        return u"urn:"_s + QString(length - 4, u'a');
    if (member == u"prefix")
        return QString(length - 1, u'a') + u'.';
    qFatal("no text for the form of %s.%s", limit.schema, limit.member);
}

QList<LimitEdge> limitEdges(const FieldLimit &limit, const QJsonObject &example)
{
    if (limit.list)
        return edgesOfList(limit, example);
    switch (limit.kind) {
    case FieldKind::Whole:
    case FieldKind::Decimal:
        return edgesOfNumber(limit);
    case FieldKind::Object:
        return {{u"there"_s, example, {}}}; // its own fields have rows
    case FieldKind::Text:
    case FieldKind::Paragraphs:
    case FieldKind::Word:
        break;
    }
    const bool needed = limit.minimum > 0 && !limit.orEmpty;
    QList<LimitEdge> edges{
        {u"the longest"_s, textOfLength(limit, limit.maximum), {}},
        {u"one longer"_s, textOfLength(limit, limit.maximum + 1), u"too_long"_s},
        {u"nothing"_s, QString(), needed ? u"required"_s : QString()},
    };
    if (limit.pattern)
        edges.append({u"of another form"_s, limit.maximum < 4 ? u"--"_s : u"a  b"_s, u"bad_format"_s});
    return edges;
}

} // namespace pc::test
