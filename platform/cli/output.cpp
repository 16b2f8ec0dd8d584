// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/output.h"

#include <cstdio>

namespace pc::platform {

void say(const QString &line)
{
    std::fputs(QString(line + u'\n').toUtf8().constData(), stdout);
}

void complain(const QString &line)
{
    std::fputs(QString(line + u'\n').toUtf8().constData(), stderr);
}

bool wasSaid()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace pc::platform
