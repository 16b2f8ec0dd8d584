// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/demo/demo_data.h"

#include "contract/crypto/hashing.h"

#include <QDate>

#include <array>

namespace pc::platform {

using namespace Qt::StringLiterals;

namespace {

constexpr int productCount = 12;
constexpr int orderCount = 24;
constexpr int customerCount = 10;

const std::array<QString, productCount> productNames{
    u"Field sensor"_s,  u"Edge gateway"_s, u"Cable, 5 m"_s,   u"Cable, 20 m"_s,
    u"Mounting kit"_s,  u"Power supply"_s, u"Relay module"_s, u"Control unit"_s,
    u"Display panel"_s, u"Antenna"_s,      u"Battery pack"_s, u"Service visit"_s};
const std::array<QString, 4> orderStates{u"open"_s, u"shipped"_s, u"delivered"_s, u"cancelled"_s};
const std::array<QString, 5> cities{u"Northport"_s, u"Eastfield"_s, u"Southbridge"_s, u"Westhaven"_s,
                                    u"Midvale"_s};

QString money(quint64 cents)
{
    return QString::number(cents / 100) + u'.' + QString::number(cents % 100).rightJustified(2, u'0');
}

} // namespace

DemoData::DemoData(QString partnerId, Realm realm) : m_partnerId(std::move(partnerId)), m_realm(realm) {}

quint64 DemoData::number(const QString &kind, const QString &key) const
{
    const QByteArray hash =
        sha256LengthPrefixed({m_partnerId.toUtf8(), toText(m_realm).toUtf8(), kind.toUtf8(), key.toUtf8()});
    quint64 value = 0;
    for (qsizetype i = 0; i < 8; ++i)
        value = value << 8U | static_cast<unsigned char>(hash[i]);
    return value;
}

QString DemoData::id(const QString &prefix, int n) const
{
    return prefix + u'_' + QString::number(number(prefix, QString::number(n)), 36).rightJustified(13, u'0');
}

QJsonArray DemoData::products() const
{
    QJsonArray list;
    for (int n = 0; n < productCount; ++n) {
        list.append(QJsonObject{{u"id"_s, u"prd_%1"_s.arg(n + 1, 3, 10, QChar(u'0'))},
                                {u"name"_s, productNames[static_cast<std::size_t>(n)]},
                                {u"price"_s, money(number(u"price"_s, QString::number(n)) % 50'000 + 500)},
                                {u"currency"_s, u"EUR"_s}});
    }
    return list;
}

QJsonObject DemoData::order(int n) const
{
    const QString key = QString::number(n);
    const auto pick = [&](const QString &what, quint64 most) {
        return number(u"order "_s + what, key) % most;
    };
    const QDate day = QDate(2026, 1, 1).addDays(static_cast<qint64>(pick(u"day"_s, 180)));
    return {{u"id"_s, id(u"ord"_s, n)},
            {u"state"_s, orderStates[pick(u"state"_s, orderStates.size())]},
            {u"placed_on"_s, day.toString(Qt::ISODate)},
            {u"product_id"_s, u"prd_%1"_s.arg(pick(u"product"_s, productCount) + 1, 3, 10, QChar(u'0'))},
            {u"quantity"_s, static_cast<int>(pick(u"quantity"_s, 20)) + 1},
            {u"customer_id"_s, id(u"cus"_s, static_cast<int>(pick(u"customer"_s, customerCount)))},
            {u"total"_s, money(pick(u"total"_s, 400'000) + 1'000)},
            {u"currency"_s, u"EUR"_s}};
}

QJsonArray DemoData::orders() const
{
    QJsonArray list;
    for (int n = 0; n < orderCount; ++n)
        list.append(order(n));
    return list;
}

QJsonArray DemoData::invoices() const
{
    QJsonArray list;
    for (int n = 0; n < orderCount; n += 2) {
        const QJsonObject from = order(n);
        list.append(QJsonObject{{u"id"_s, id(u"inv"_s, n)},
                                {u"order_id"_s, from.value("id"_L1)},
                                {u"total"_s, from.value("total"_L1)},
                                {u"currency"_s, from.value("currency"_L1)},
                                {u"issued_on"_s, from.value("placed_on"_L1)},
                                {u"paid"_s, number(u"paid"_s, QString::number(n)) % 3 != 0}});
    }
    return list;
}

QJsonArray DemoData::customers() const
{
    QJsonArray list;
    for (int n = 0; n < customerCount; ++n) {
        const quint64 seed = number(u"customer"_s, QString::number(n));
        list.append(QJsonObject{{u"id"_s, id(u"cus"_s, n)},
                                {u"name"_s, u"Customer %1"_s.arg(n + 1)},
                                {u"city"_s, cities[seed % cities.size()]},
                                {u"postal_code"_s, QString::number(seed / 7 % 90'000 + 10'000)}});
    }
    return list;
}

QJsonObject DemoData::balance(const QString &accountId) const
{
    return {{u"account_id"_s, accountId},
            {u"balance"_s, money(number(u"balance"_s, accountId) % 10'000'000)},
            {u"currency"_s, u"EUR"_s}};
}

QJsonArray DemoData::movements(const QString &accountId) const
{
    QJsonArray list;
    for (int n = 0; n < 10; ++n) {
        const quint64 seed = number(u"movement"_s, accountId + u' ' + QString::number(n));
        list.append(
            QJsonObject{{u"booked_on"_s, QDate(2026, 6, 30).addDays(-n * 3).toString(Qt::ISODate)},
                        {u"amount"_s, QString((seed % 2 == 0 ? u""_s : u"-"_s) + money(seed / 2 % 500'000))},
                        {u"currency"_s, u"EUR"_s}});
    }
    return list;
}

} // namespace pc::platform
