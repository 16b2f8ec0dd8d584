// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/json_text.h"

#include "contract/codec/base64url.h"
#include "contract/codec/time_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace pc::codec {

namespace {

/// As Qt writes what JSON may not hold as it is (RFC 8259 section 7).
void appendEscaped(QByteArray &out, char c)
{
    constexpr char hex[] = "0123456789abcdef";
    out += '\\';
    switch (c) {
    case '"':
    case '\\':
        out += c;
        break;
    case '\b':
        out += 'b';
        break;
    case '\f':
        out += 'f';
        break;
    case '\n':
        out += 'n';
        break;
    case '\r':
        out += 'r';
        break;
    case '\t':
        out += 't';
        break;
    default:
        out += "u00";
        out += hex[(c >> 4) & 0xf];
        out += hex[c & 0xf];
    }
}

/// Half of a pair, alone: no UTF-8 has it, so it is written as its number.
QByteArray loneHalf(QChar half)
{
    return "\\u" + QByteArray::number(half.unicode(), 16);
}

} // namespace

void TextWriter::add(const QString &value)
{
    m_values += '"';
    qsizetype from = 0;
    if (!value.isValidUtf16()) {
        for (qsizetype at = 0; at < value.size(); ++at) {
            const QChar c = value[at];
            const bool pair = c.isHighSurrogate() && at + 1 < value.size() && value[at + 1].isLowSurrogate();
            if (pair) {
                ++at;
            } else if (c.isSurrogate()) {
                addWhole(QStringView(value).sliced(from, at - from));
                m_values += loneHalf(c);
                from = at + 1;
            }
        }
    }
    addWhole(QStringView(value).sliced(from));
    m_values += '"';
}

void TextWriter::addWhole(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    const char *plain = utf8.constData(); // what goes over as it is begins here
    for (const char *at = utf8.cbegin(); at != utf8.cend(); ++at) {
        const auto c = static_cast<unsigned char>(*at);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        m_values.append(plain, at - plain);
        appendEscaped(m_values, *at);
        plain = at + 1;
    }
    m_values.append(plain, utf8.cend() - plain);
}

void TextWriter::add(double value)
{
    if (std::isfinite(value))
        m_values += QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
    else
        add(nullptr);
}

void TextWriter::add(const QByteArray &value)
{
    m_values += '"';
    m_values += toBase64Url(value);
    m_values += '"';
}

void TextWriter::add(const QDateTime &value)
{
    add(timeToText(value));
}

QByteArray TextWriter::take()
{
    QVarLengthArray<std::pair<qsizetype, qsizetype>, 32> places; // members by name: which, and where it ends
    for (qsizetype i = 0; i < m_members.size(); ++i)
        places.append({i, i + 1 < m_members.size() ? m_members[i + 1].from : m_values.size()});
    std::sort(places.begin(), places.end(), [this](const auto &a, const auto &b) {
        return m_members[a.first].key < m_members[b.first].key;
    });
    QByteArray out;
    out.reserve(m_values.size() + m_members.size() * 24);
    out += '{';
    for (const auto &[which, end] : places) {
        const Member &member = m_members[which];
        if (out.size() > 1)
            out += ',';
        out += '"';
        out.append(member.key.data(), member.key.size()); // our own: nothing to escape
        out += "\":";
        out.append(m_values.constData() + member.from, end - member.from);
    }
    out += '}';
    return out;
}

} // namespace pc::codec
