// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace pc::test {

/// One of the process's own streams, sent to a file for as long as this lives.
class Redirected
{
public:
    Redirected(std::FILE *stream, const QString &file)
        : m_stream(stream), m_file(file), m_kept(::dup(::fileno(stream)))
    {
        std::fflush(stream);
        const int into =
            ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        ::dup2(into, ::fileno(stream));
        ::close(into);
    }
    ~Redirected() { restore(); }
    Redirected(const Redirected &) = delete;
    Redirected &operator=(const Redirected &) = delete;
    QString text()
    {
        restore();
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private:
    void restore()
    {
        if (m_kept < 0)
            return;
        std::fflush(m_stream);
        ::dup2(m_kept, ::fileno(m_stream));
        ::close(std::exchange(m_kept, -1));
    }
    std::FILE *m_stream;
    QString m_file;
    int m_kept;
};

} // namespace pc::test
