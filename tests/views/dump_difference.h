// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace pc::test {

/// What became different between two dumps of the same window: attributes of what stayed, and what went and
/// came.
class DumpDifference
{
public:
    DumpDifference(const QStringList &before, const QStringList &after);

    /// "  ~ name: -old +new", "  - what went", "  + what came"; long ones are cut.
    [[nodiscard]] QStringList lines() const;
    /// Another content more than another state.
    [[nodiscard]] bool isMuch() const { return m_gone.size() + m_come.size() > 6; }

private:
    QStringList m_changed;
    QStringList m_gone;
    QStringList m_come;
};

} // namespace pc::test
