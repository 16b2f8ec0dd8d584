// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/platform/admin/admin_fixture.h"
#include "tests/platform/store/history/history_fixture.h"

namespace pc::platform::test {

/// Opens the service on the database of now, after it had grown: a history that is refused.
inline void openOnAnOlderLog(AdminFixture &fixture)
{
    fixture.close();
    const DatabaseCopy before(fixture.dir.path());
    fixture.open();
    (void)fixture.makePartner(QStringLiteral("later"));
    fixture.close();
    before.putBack();
    fixture.open();
}

} // namespace pc::platform::test
