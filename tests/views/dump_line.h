// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace pc::test {

[[nodiscard]] inline QString quoted(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('\n'), QStringLiteral("\\n")) + QLatin1Char('"');
}

/// Lines of attributes, only what is not as it is by itself.
class Line
{
public:
    void add(const QString &word) { m_words.append(word); }
    void addIf(bool holds, const QString &word)
    {
        if (holds)
            add(word);
    }
    void text(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            add(name + QLatin1Char('=') + quoted(value));
    }
    void number(const QString &name, int value) { add(name + QLatin1Char('=') + QString::number(value)); }
    [[nodiscard]] QString joined() const { return m_words.join(QLatin1Char(' ')); }

private:
    QStringList m_words;
};

} // namespace pc::test
