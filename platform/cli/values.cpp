// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/values.h"

#include "contract/rules/text_rule.h"

namespace pc::platform::values {

using namespace Qt::StringLiterals;

Take text(QString &into)
{
    return [&into](const QString &value) -> Taken {
        if (value.isEmpty())
            return tl::make_unexpected(u"is empty"_s);
        into = value;
        return {};
    };
}

Take oneMore(QStringList &into)
{
    return [&into](const QString &value) -> Taken {
        into.append(value);
        return {};
    };
}

Take number(qint64 &into, qint64 least, qint64 most)
{
    return [&into, least, most](const QString &value) -> Taken {
        const bool isNumber =
            pc::rules::matchesWhole(u"[0-9]{1,18}"_s, value); // toLongLong() skips white space
        const qint64 number = value.toLongLong();
        if (!isNumber || number < least || number > most)
            return tl::make_unexpected(u"wants a number from %1 to %2, not \"%3\""_s.arg(
                QString::number(least), QString::number(most), value));
        into = number;
        return {};
    };
}

Take number(int &into, int least, int most)
{
    return [&into, least, most](const QString &value) -> Taken {
        qint64 wide = 0;
        return number(wide, least, most)(value).map([&] { into = static_cast<int>(wide); });
    };
}

Take isGiven(bool &into)
{
    return [&into](const QString &) -> Taken {
        into = true;
        return {};
    };
}

} // namespace pc::platform::values
