// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec/describe.h"

#include <QByteArray>
#include <QVarLengthArray>

#include <cstddef>

/// Writes the text that QJsonDocument::toJson(Compact) makes of Writer's object, byte for byte (members in
/// the order of their names, no spaces), without making the object: for what is written by the thousand. What
/// is signed or hashed depends on these bytes; tests/contract/codec/tst_json_text.cpp compares both.
namespace pc::codec {

class TextWriter
{
public:
    static constexpr bool reading = false;

    template <typename T>
    void operator()(QLatin1StringView key, const T &value)
    {
        begin(key);
        add(value);
    }
    template <typename T>
    void operator()(QLatin1StringView key, const std::optional<T> &value)
    {
        if (value)
            (*this)(key, *value);
    }
    template <typename T>
    void unlessEmpty(QLatin1StringView key, const T &value)
    {
        if (!(value == T{}))
            (*this)(key, value);
    }
    template <typename T>
    void defaulted(QLatin1StringView key, const T &value)
    {
        (*this)(key, value);
    }
    void sized(QLatin1StringView key, const QByteArray &value, qsizetype) { (*this)(key, value); }

    /// The whole object. Each key was named once.
    [[nodiscard]] QByteArray take();

private:
    struct Member
    {
        QLatin1StringView key;
        qsizetype from; ///< of its value in m_values; it reaches to the next one's
    };
    void begin(QLatin1StringView key) { m_members.append({key, m_values.size()}); }

    void add(const QString &value);
    void addWhole(QStringView text); ///< without halves of pairs
    template <std::same_as<bool> B>  // no pointer becomes one
    void add(B value)
    {
        m_values += value ? "true" : "false";
    }
    void add(int value) { m_values += QByteArray::number(value); }
    void add(qint64 value) { m_values += QByteArray::number(value); }
    void add(double value); ///< null when it is no number
    void add(std::nullptr_t) { m_values += "null"; }
    void add(const QByteArray &value);
    void add(const QDateTime &value);
    template <Enumeration E>
    void add(E value)
    {
        add(toText(value));
    }
    template <Structure T>
    void add(const T &value)
    {
        TextWriter writer;
        describe(writer, value);
        m_values += writer.take();
    }
    template <typename T>
    void add(const QList<T> &values)
    {
        m_values += '[';
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (i > 0)
                m_values += ',';
            add(values[i]);
        }
        m_values += ']';
    }

    QVarLengthArray<Member, 32> m_members;
    QByteArray m_values;
};

} // namespace pc::codec

/// Defines the function that PC_CODEC_TEXT declares.
#define PC_CODEC_TEXT_FROM_DESCRIPTION(T)                                                                    \
    QByteArray toJsonText(const T &value)                                                                    \
    {                                                                                                        \
        codec::TextWriter writer;                                                                            \
        describe(writer, value);                                                                             \
        return writer.take();                                                                                \
    }
