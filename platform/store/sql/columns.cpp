// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/store/sql/columns.h"

namespace pc::platform {

int Columns::add(QStringView expression)
{
    if (m_count > 0)
        m_text += QStringLiteral(", ");
    m_text += expression;
    return m_count++;
}

} // namespace pc::platform
