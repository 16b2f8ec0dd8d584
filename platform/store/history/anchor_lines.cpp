// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/history/anchor_lines.h"

#include "contract/codec/base64url.h"

namespace pc::platform {

using namespace Qt::StringLiterals;

AnchorLines::AnchorLines(const QString &path, const AnchorPlace &after) : m_file(path), m_place(after)
{
    if (!m_file.open(QIODevice::ReadOnly) || !m_file.seek(after.offset))
        m_fault = u"the anchor file cannot be read"_s;
}

bool AnchorLines::next()
{
    if (!m_fault.isEmpty())
        return false;
    QByteArray line = m_file.readLine(anchor_record::longestLine + 2);
    if (!line.endsWith('\n')) {
        // An end without its newline was being written, and a file system may leave zeros there. Anything
        // else that is longer than a line was not.
        if (line.size() > anchor_record::longestLine && line.count('\0') != line.size())
            m_fault = u"the anchor file holds something that is no line of it"_s;
        return false;
    }
    line.chop(1);
    const qint64 number = m_place.number + 1;
    const auto glance = anchor_record::glanceAt(line);
    if (!glance || glance->number != number || glance->previous != toBase64Url(m_place.hash)) {
        m_fault = u"line %1 of the anchor file is not the one that was written"_s.arg(number);
        return false;
    }
    m_line = std::move(line); // keeps its bytes where the views point
    m_glance = *glance;
    m_place = {m_file.pos(), number, anchor_record::hashOf(m_line)};
    return true;
}

} // namespace pc::platform
