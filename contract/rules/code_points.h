// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace pc::rules {

/// Walks a text by code points. A lone surrogate comes as it is (U+D800…U+DFFF).
class CodePoints
{
public:
    explicit CodePoints(QStringView text) : m_text(text) {}

    [[nodiscard]] qsizetype position() const { return m_at; } ///< in UTF-16 units
    [[nodiscard]] bool more() const { return m_at < m_text.size(); }
    char32_t next()
    {
        const QChar c = m_text.at(m_at++);
        if (c.isHighSurrogate() && more() && m_text.at(m_at).isLowSurrogate())
            return QChar::surrogateToUcs4(c, m_text.at(m_at++));
        return c.unicode();
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

/// Is written upon the letter before it.
[[nodiscard]] inline bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining ||
           category == QChar::Mark_Enclosing;
}

} // namespace pc::rules
