// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/location.h"

#include <QUrl>

namespace pc::views {

QString Location::toString() const
{
    if (!isValid()) {
        return {};
    }
    QStringList parts{page};
    parts += args;
    for (QString &part : parts) {
        part = QString::fromLatin1(QUrl::toPercentEncoding(part));
    }
    QString text = QStringLiteral("console://%1/%2")
                       .arg(environment.isEmpty() ? QStringLiteral("current")
                                                  : QString::fromLatin1(QUrl::toPercentEncoding(environment)),
                            parts.join(QLatin1Char('/')));
    QStringList pairs;
    for (auto it = query.cbegin(); it != query.cend(); ++it) {
        pairs.append(QString::fromLatin1(QUrl::toPercentEncoding(it.key())) + QLatin1Char('=') +
                     QString::fromLatin1(QUrl::toPercentEncoding(it.value())));
    }
    return pairs.isEmpty() ? text : text + QLatin1Char('?') + pairs.join(QLatin1Char('&'));
}

Location Location::parse(const QString &text)
{
    const QString scheme = QStringLiteral("console://");
    if (!text.startsWith(scheme)) {
        return {};
    }
    const auto plain = [](const QString &part) { return QUrl::fromPercentEncoding(part.toUtf8()); };
    const QString rest = text.mid(scheme.size());
    const QString path = rest.section(QLatin1Char('?'), 0, 0);
    const QStringList parts = path.split(QLatin1Char('/'));
    if (parts.size() < 2 || parts.at(1).isEmpty()) {
        return {};
    }
    Location location;
    location.environment = parts.at(0) == QLatin1String("current") ? QString() : plain(parts.at(0));
    location.page = plain(parts.at(1));
    for (qsizetype i = 2; i < parts.size(); ++i) {
        location.args.append(plain(parts.at(i)));
    }
    const QString tail = rest.section(QLatin1Char('?'), 1);
    const QStringList pairs = tail.split(QLatin1Char('&'), Qt::SkipEmptyParts);
    for (const QString &pair : pairs) {
        location.query.insert(plain(pair.section(QLatin1Char('='), 0, 0)),
                              plain(pair.section(QLatin1Char('='), 1)));
    }
    return location;
}

} // namespace pc::views
