// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/streamed_file.h"

#include <QDir>
#include <QFileInfo>

namespace pc::models {

QString StreamedFile::open(const QString &path)
{
    QDir().mkpath(QFileInfo(path).absolutePath()); // opening says why when that failed
    m_file = std::make_unique<QSaveFile>(path);
    return m_file->open(QIODevice::WriteOnly) ? QString() : fail();
}

QString StreamedFile::write(const QByteArray &bytes)
{
    return m_file && m_file->write(bytes) == bytes.size() ? QString() : fail();
}

QString StreamedFile::finish()
{
    // Flushed first: when the last bytes fail inside commit(), it closes the file and forgets why.
    if (!m_file || !m_file->flush() || !m_file->commit())
        return fail();
    m_file.reset();
    return {};
}

QString StreamedFile::fail()
{
    const QString why = m_file ? m_file->errorString() : QString();
    cancel();
    return why.isEmpty() ? QStringLiteral("unknown error") : why;
}

} // namespace pc::models
