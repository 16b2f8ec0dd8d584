// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/openapi/json_text.h"

#include "platform/openapi/plain_scalar.h"

namespace pc::platform::openapi {

using namespace Qt::StringLiterals;

void JsonText::line()
{
    m_text += u'\n';
    m_text += QString(indent(), u' ');
}

void JsonText::next()
{
    if (m_named) { // the value of a name
        m_named = false;
        return;
    }
    if (m_depth == 0)
        return;
    if (!m_first)
        m_text += u',';
    m_first = false;
    line();
}

void JsonText::begin(QChar bracket)
{
    next();
    m_text += bracket;
    ++m_depth;
    m_first = true;
}

void JsonText::end(QChar bracket)
{
    --m_depth;
    if (!m_first)
        line();
    m_text += bracket;
    m_first = false;
}

void JsonText::beginMap()
{
    begin(u'{');
}

void JsonText::endMap()
{
    end(u'}');
}

void JsonText::beginList()
{
    begin(u'[');
}

void JsonText::endList()
{
    end(u']');
}

void JsonText::name(QStringView name)
{
    next();
    quoted(name);
    m_text += u": "_s;
    m_named = true;
}

void JsonText::text(QStringView value)
{
    next();
    quoted(value);
}

void JsonText::written(const QString &json)
{
    next();
    m_text += json;
}

void JsonText::boolean(bool value)
{
    next();
    m_text += value ? u"true"_s : u"false"_s;
}

void JsonText::scalar(const Node &node)
{
    const auto json = node.kind == Node::Kind::Null    ? std::optional(u"null"_s)
                      : node.kind == Node::Kind::Plain ? plainAsJson(node.text)
                                                       : std::nullopt;
    if (!json)
        return text(node.text);
    next();
    m_text += *json;
}

void JsonText::quoted(QStringView value)
{
    m_text += u'"';
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar each = value[i];
        const bool isPair = each.isHighSurrogate() && i + 1 < value.size() && value[i + 1].isLowSurrogate();
        switch (each.unicode()) {
        case u'"':
            m_text += u"\\\""_s;
            break;
        case u'\\':
            m_text += u"\\\\"_s;
            break;
        case u'\n':
            m_text += u"\\n"_s;
            break;
        case u'\r':
            m_text += u"\\r"_s;
            break;
        case u'\t':
            m_text += u"\\t"_s;
            break;
        default:
            if (isPair) { // one character, and UTF-8 has it
                m_text += value.sliced(i, 2);
                ++i;
            } else if (each.unicode() < 0x20 || each.isSurrogate()) {
                m_text += u"\\u%1"_s.arg(static_cast<uint>(each.unicode()), 4, 16, QLatin1Char('0'));
            } else {
                m_text += each;
            }
        }
    }
    m_text += u'"';
}

} // namespace pc::platform::openapi
