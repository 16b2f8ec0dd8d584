// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/codecs.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QVarLengthArray>

#include <concepts>
#include <type_traits>

/// One description per type serves both directions: a function template `describe(Archive &, Ref<Archive, T>
/// &)` names each key once, and Writer or Reader does the rest. So what is written and what is read cannot
/// drift apart. For the files that define codecs, and for no header.
namespace pc::codec {

template <typename Archive, typename T>
using Ref = std::conditional_t<Archive::reading, T, const T>;

template <typename T>
concept Enumeration = std::is_enum_v<T>;
template <typename T>
concept Structure = std::is_class_v<T> && !std::same_as<T, QString> && !std::same_as<T, QByteArray> &&
                    !std::same_as<T, QDateTime> && !std::same_as<T, QDate>;

/// Builds a JSON object.
class Writer
{
public:
    static constexpr bool reading = false;

    /// Always written.
    template <typename T>
    void operator()(QLatin1StringView key, const T &value)
    {
        m_object.insert(key, json(value));
    }
    /// Written when set.
    template <typename T>
    void operator()(QLatin1StringView key, const std::optional<T> &value)
    {
        if (value)
            m_object.insert(key, json(*value));
    }
    /// Written unless empty (an empty text or list, 0, `Unknown`); may be absent when read, and is empty
    /// then.
    template <typename T>
    void unlessEmpty(QLatin1StringView key, const T &value)
    {
        if (!(value == T{}))
            m_object.insert(key, json(value));
    }
    /// Always written; may be absent when read, and keeps the type's default then.
    template <typename T>
    void defaulted(QLatin1StringView key, const T &value)
    {
        m_object.insert(key, json(value));
    }
    /// Byte strings of one size.
    void sized(QLatin1StringView key, const QByteArray &value, qsizetype)
    {
        m_object.insert(key, json(value));
    }
    void sized(QLatin1StringView key, const QList<QByteArray> &value, qsizetype)
    {
        m_object.insert(key, json(value));
    }

    [[nodiscard]] QJsonObject take() { return std::move(m_object); }

private:
    static QJsonValue json(const QString &value) { return value; }
    static QJsonValue json(bool value) { return value; }
    static QJsonValue json(int value) { return value; }
    static QJsonValue json(qint64 value) { return value; }
    static QJsonValue json(double value) { return value; }
    static QJsonValue json(const QByteArray &value);
    static QJsonValue json(const QDateTime &value);
    static QJsonValue json(const QDate &value);
    template <Enumeration E>
    static QJsonValue json(E value)
    {
        return toText(value);
    }
    template <Structure T>
    static QJsonValue json(const T &value)
    {
        Writer writer;
        describe(writer, value);
        return writer.take();
    }
    template <typename T>
    static QJsonValue json(const QList<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(json(value));
        return array;
    }

    QJsonObject m_object;
};

/// Reads a JSON object. The first fault is kept; what follows it does no harm.
class Reader
{
public:
    static constexpr bool reading = true;

    explicit Reader(const QJsonValue &json);

    template <typename T>
    void operator()(QLatin1StringView key, T &value)
    {
        read(key, value, true);
    }
    template <typename T>
    void operator()(QLatin1StringView key, std::optional<T> &value)
    {
        if (m_object.contains(key))
            read(key, value.emplace(), true);
        else
            m_asked.append(key);
    }
    template <typename T>
    void unlessEmpty(QLatin1StringView key, T &value)
    {
        read(key, value, false);
    }
    template <typename T>
    void defaulted(QLatin1StringView key, T &value)
    {
        read(key, value, false);
    }
    void sized(QLatin1StringView key, QByteArray &value, qsizetype size);
    void sized(QLatin1StringView key, QList<QByteArray> &value, qsizetype size);

    [[nodiscard]] const std::optional<DecodeError> &fault() const { return m_fault; }
    /// Pointer of the first member that was not asked for, here or below.
    [[nodiscard]] std::optional<QString> stranger() const;

private:
    template <typename T>
    void read(QLatin1StringView key, T &value, bool required)
    {
        m_asked.append(key);
        const QJsonValue json = m_object.value(key);
        if (json.isUndefined()) {
            if (required)
                fail(pointerTo(key), expectation(value), DecodeFault::Missing);
            return;
        }
        take(json, value, pointerTo(key));
    }

    static QString pointerTo(QLatin1StringView key);
    void fail(const QString &pointer, const QString &expected, DecodeFault fault);
    template <typename T>
    void fail(const QString &pointer, const T &value, const QJsonValue &json, QJsonValue::Type wanted)
    {
        fail(pointer, expectation(value),
             json.type() == wanted ? DecodeFault::NoValue : DecodeFault::OtherType);
    }

    void take(const QJsonValue &json, QString &value, const QString &pointer);
    void take(const QJsonValue &json, bool &value, const QString &pointer);
    void take(const QJsonValue &json, int &value, const QString &pointer);
    void take(const QJsonValue &json, qint64 &value, const QString &pointer);
    void take(const QJsonValue &json, double &value, const QString &pointer);
    void take(const QJsonValue &json, QByteArray &value, const QString &pointer);
    void take(const QJsonValue &json, QDateTime &value, const QString &pointer);
    void take(const QJsonValue &json, QDate &value, const QString &pointer);
    template <Enumeration E>
    void take(const QJsonValue &json, E &value, const QString &pointer)
    {
        QString text;
        take(json, text, pointer);
        value = enumFromText<E>(text);
    }
    template <Structure T>
    void take(const QJsonValue &json, T &value, const QString &pointer)
    {
        Reader reader(json);
        describe(reader, value);
        if (reader.fault())
            fail(pointer + reader.fault()->pointer, reader.fault()->expected, reader.fault()->fault);
        if (m_stranger.isNull()) {
            if (const auto inner = reader.stranger())
                m_stranger = pointer + *inner;
        }
    }
    template <typename T>
    void take(const QJsonValue &json, QList<T> &values, const QString &pointer)
    {
        if (!json.isArray())
            return fail(pointer, values, json, QJsonValue::Array);
        const QJsonArray array = json.toArray();
        values.reserve(array.size());
        for (qsizetype i = 0; i < array.size() && !m_fault; ++i) {
            T value{};
            take(array.at(i), value, pointer + u'/' + QString::number(i));
            values.append(std::move(value));
        }
    }

    static QString expectation(const QString &) { return QStringLiteral("a string"); }
    static QString expectation(bool) { return QStringLiteral("true or false"); }
    static QString expectation(int) { return QStringLiteral("an integer from 0 to 2147483647"); }
    static QString expectation(qint64) { return QStringLiteral("an integer, 0 or more"); }
    static QString expectation(double) { return QStringLiteral("a number, 0 or more"); }
    static QString expectation(const QByteArray &) { return QStringLiteral("base64url without padding"); }
    static QString expectation(const QDateTime &) { return QStringLiteral("an RFC 3339 time in UTC"); }
    static QString expectation(const QDate &) { return QStringLiteral("a date, YYYY-MM-DD"); }
    template <Enumeration E>
    static QString expectation(E)
    {
        return QStringLiteral("a string");
    }
    template <Structure T>
    static QString expectation(const T &)
    {
        return QStringLiteral("an object");
    }
    template <typename T>
    static QString expectation(const QList<T> &)
    {
        return QStringLiteral("an array");
    }

    QJsonObject m_object;
    std::optional<DecodeError> m_fault;
    QVarLengthArray<QLatin1StringView, 32> m_asked;
    QString m_stranger; ///< of a value below; null when there is none
};

template <typename T>
QJsonObject write(const T &value)
{
    Writer writer;
    describe(writer, value);
    return writer.take();
}

template <typename T>
Decoded<T> read(const QJsonValue &json)
{
    Reader reader(json);
    T value;
    describe(reader, value);
    if (reader.fault())
        return tl::make_unexpected(*reader.fault());
    return value;
}

template <typename T>
std::optional<QString> stranger(const QJsonValue &json)
{
    Reader reader(json);
    T value;
    describe(reader, value);
    return reader.stranger();
}

} // namespace pc::codec

/// Defines the functions that PC_CODEC declares.
#define PC_CODEC_FROM_DESCRIPTION(T)                                                                         \
    QJsonObject toJson(const T &value)                                                                       \
    {                                                                                                        \
        return codec::write(value);                                                                          \
    }                                                                                                        \
    template <>                                                                                              \
    Decoded<T> fromJson<T>(const QJsonValue &json)                                                           \
    {                                                                                                        \
        return codec::read<T>(json);                                                                         \
    }                                                                                                        \
    template <>                                                                                              \
    std::optional<QString> unknownMember<T>(const QJsonValue &json)                                          \
    {                                                                                                        \
        return codec::stranger<T>(json);                                                                     \
    }
