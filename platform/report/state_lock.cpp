// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/report/state_lock.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace pc::platform {

StateLock::StateLock(const QString &stateFile)
    : m_file(::open(QFile::encodeName(stateFile + QStringLiteral(".lock")).constData(),
                    O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
{
    m_isHeld = m_file >= 0 && ::flock(m_file, LOCK_EX | LOCK_NB) == 0;
    m_isTaken = m_file >= 0 && !m_isHeld && errno == EWOULDBLOCK;
}

StateLock::~StateLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace pc::platform
