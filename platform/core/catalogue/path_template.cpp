// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/core/catalogue/path_template.h"

#include "platform/uri/canonical_path.h"

#include <QUrl>

namespace pc::platform {

using namespace Qt::StringLiterals;

tl::expected<PathTemplate, QString> PathTemplate::parse(const QString &path)
{
    if (!path.startsWith(u'/'))
        return tl::make_unexpected(u"it does not begin with a slash"_s);
    if (path.size() > longest)
        return tl::make_unexpected(u"it is longer than %1 characters"_s.arg(longest));
    PathTemplate made;
    const QList<QStringView> segments = QStringView(path).sliced(1).split(u'/');
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (segments[i].isEmpty() && i + 1 < segments.size())
            return tl::make_unexpected(u"it has an empty segment"_s);
        auto segment = SegmentTemplate::parse(segments[i]);
        if (!segment)
            return tl::make_unexpected(segment.error());
        for (const QString &name : segment->names()) {
            if (made.m_names.contains(name))
                return tl::make_unexpected(u"it names the parameter %1 twice"_s.arg(name));
            made.m_names.append(name);
        }
        made.m_segments.push_back(std::move(*segment));
    }
    return made;
}

QString PathTemplate::shape() const
{
    QString shape;
    for (const SegmentTemplate &segment : m_segments)
        shape += u'/' + segment.shape();
    return shape;
}

bool PathTemplate::isCallable() const
{
    const QString example = shape().replace(u"{}"_s, u"x"_s);
    return canonicalPath(QUrl::toPercentEncoding(example, "!$&'()*+,=:@/")) == example;
}

} // namespace pc::platform
