// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/query_terms.h"

#include <algorithm>

namespace pc::models {

using namespace Qt::StringLiterals;

namespace {

bool isFieldSign(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

class TermReader
{
public:
    explicit TermReader(const QString &line) : m_line(line) {}

    /// False at the end of the line.
    bool next(QueryTerm &term)
    {
        while (m_at < m_line.size() && m_line.at(m_at).isSpace())
            ++m_at;
        if (m_at == m_line.size())
            return false;
        const qsizetype begin = m_at;
        term = {};
        readField(term);
        const bool isOpen = readValue(term);
        term.text = m_line.mid(begin, m_at - begin);
        if (isOpen)
            term.text += m_endsInEscape ? u"\\\""_s : u"\""_s;
        return true;
    }

private:
    void readField(QueryTerm &term)
    {
        const bool isExcluded = m_line.at(m_at) == u'-';
        const qsizetype begin = m_at + (isExcluded ? 1 : 0);
        qsizetype end = begin;
        while (end < m_line.size() && isFieldSign(m_line.at(end)))
            ++end;
        if (end == begin || end == m_line.size() || m_line.at(end) != u':')
            return;
        term.field = m_line.mid(begin, end - begin).toLower();
        term.isExcluded = isExcluded;
        m_at = end + 1;
    }

    /// True when its quote is still open.
    bool readValue(QueryTerm &term)
    {
        if (m_at == m_line.size() || m_line.at(m_at) != u'"') {
            const qsizetype begin = m_at;
            while (m_at < m_line.size() && !m_line.at(m_at).isSpace())
                ++m_at;
            term.value = m_line.mid(begin, m_at - begin);
            return false;
        }
        for (++m_at; m_at < m_line.size(); ++m_at) {
            const QChar c = m_line.at(m_at);
            const QChar following = m_at + 1 < m_line.size() ? m_line.at(m_at + 1) : QChar();
            if (c == u'"') {
                ++m_at;
                return false;
            }
            m_endsInEscape = c == u'\\' && following.isNull();
            if (c == u'\\' && (following == u'"' || following == u'\\'))
                ++m_at;
            term.value += m_line.at(m_at);
        }
        return true;
    }

    const QString &m_line;
    qsizetype m_at = 0;
    bool m_endsInEscape = false; ///< an open quote: a sign that stands for itself, unless more is typed
};

} // namespace

QList<QueryTerm> queryTerms(const QString &line)
{
    QList<QueryTerm> terms;
    TermReader reader(line);
    for (QueryTerm term; reader.next(term);)
        terms.append(term);
    return terms;
}

QString termText(const QString &field, const QString &value, bool isExcluded)
{
    const bool isPlain = !value.isEmpty() && std::none_of(value.begin(), value.end(),
                                                          [](QChar c) { return c.isSpace() || c == u'"'; });
    QString shown = value;
    if (!isPlain)
        shown = u'"' + shown.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
    return (isExcluded ? u"-"_s : QString()) + (field.isEmpty() ? QString() : field + u':') + shown;
}

QString timeValue(const QDateTime &instant)
{
    const QDateTime utc = instant.toUTC();
    return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

} // namespace pc::models
