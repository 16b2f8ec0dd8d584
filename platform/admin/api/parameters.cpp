// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/api/parameters.h"

#include "contract/rules/text_rule.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

std::optional<AdminProblem> strangeParameter(const HttpRequest &request, const Operation &operation)
{
    if (const auto unknown = request.query.firstUnknown(queryNames(operation)))
        return badParameter(unknown->left(60), u"no such parameter"_s).value();
    if (const auto repeated = request.query.firstRepeated())
        return badParameter(repeated->left(60), u"one value"_s).value();
    return {};
}

void Parameters::fail(QStringView name, const QString &expected)
{
    if (!m_error)
        m_error = badParameter(pc::rules::beginningOf(name.toString(), 60), expected).value();
}

QString Parameters::text(QStringView name, int maxLength)
{
    const QString value = m_request.query.value(name).value_or(QString());
    if (!pc::rules::isUnicodeText(value)) {
        fail(name, u"a text"_s);
        return {};
    }
    if (pc::rules::codePoints(value) > maxLength) {
        fail(name, u"at most %1 characters"_s.arg(maxLength));
        return {};
    }
    return value;
}

std::optional<qint64> Parameters::number(QStringView name, qint64 least, qint64 most)
{
    const auto value = m_request.query.value(name);
    if (!value)
        return {};
    // toLongLong() takes spaces, line breaks and a plus around a number as well.
    static const QString digits = u"0|-?[1-9][0-9]*"_s;
    bool ok = pc::rules::matchesWhole(digits, *value);
    const qint64 number = ok ? value->toLongLong(&ok) : 0;
    if (!ok || number < least || number > most) {
        fail(name, u"a whole number from %1 to %2"_s.arg(least).arg(most));
        return {};
    }
    return number;
}

bool Parameters::flag(QStringView name, bool fallback)
{
    const QString value = text(name);
    if (!value.isEmpty() && value != u"true" && value != u"false")
        fail(name, u"true or false"_s);
    return value.isEmpty() ? fallback : value == u"true";
}

std::optional<QDateTime> Parameters::time(QStringView name)
{
    const auto value = m_request.query.value(name);
    if (!value)
        return {};
    const auto parsed = timeFromText(*value);
    if (!parsed)
        fail(name, u"an RFC 3339 time"_s);
    return parsed;
}

QString Parameters::sort(const QStringList &orders, const QString &preset)
{
    const QString asked = text(u"sort");
    const QString sort = asked.isEmpty() ? preset : asked;
    if (!orders.contains(sort.startsWith(u'-') ? sort.mid(1) : sort))
        fail(u"sort", u"one of "_s + orders.join(u", "_s));
    return sort;
}

std::optional<qint64> Parameters::number(const char *name)
{
    const NumberParameter &row = numberParameter(name);
    const auto value = number(QString::fromLatin1(row.name), row.least, row.most);
    return value || row.preset < row.least ? value : std::optional(row.preset);
}

std::optional<QDateTime> timeFromText(const QString &text)
{
    static const QString shape =
        u"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"_s;
    if (!pc::rules::matchesWhole(shape, text))
        return {};
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return time.toUTC();
}

} // namespace pc::platform
