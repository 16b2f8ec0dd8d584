// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/openapi/node.h"

#include <QString>

namespace pc::platform::openapi {

/// Writes JSON, two spaces a level, member by member in the order of the calls.
class JsonText
{
public:
    JsonText() = default;
    /// Of a value that will stand so deep in another text.
    explicit JsonText(int depth) : m_base(depth) {}

    void beginMap();
    void endMap();
    void beginList();
    void endList();
    void name(QStringView name); ///< of the value that comes next
    void text(QStringView value);
    void boolean(bool value);
    void written(const QString &json); ///< a value of another JsonText of this depth
    /// A scalar of a document: what plainAsJson() reads as that, everything else as a text.
    void scalar(const Node &node);
    void member(QStringView called, QStringView value)
    {
        name(called);
        text(value);
    }

    /// Characters before each line of it at its present depth.
    [[nodiscard]] int indent() const { return (m_base + m_depth) * 2; }
    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    void begin(QChar bracket);
    void end(QChar bracket);
    void next(); ///< separates the value or the name from what stands before it
    void quoted(QStringView value);
    void line();

    QString m_text;
    int m_base = 0;
    int m_depth = 0;
    bool m_first = true; ///< nothing stands in the innermost bracket yet
    bool m_named = false;
};

} // namespace pc::platform::openapi
