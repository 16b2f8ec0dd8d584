// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

#include <memory>

namespace pc::models {

/// saveFile() for what is too large to be held as a whole: written piece by piece beside its place, and there
/// as a whole or not at all. What is not finished leaves nothing behind.
class StreamedFile final
{
public:
    /// Each returns why it failed in the system's words; empty when it did not. After a failure nothing more
    /// is written.
    [[nodiscard]] QString open(const QString &path);
    [[nodiscard]] QString write(const QByteArray &bytes);
    /// It stands on the disk.
    [[nodiscard]] QString finish();
    /// Whatever was written goes; what was there before stays.
    void cancel() { m_file.reset(); }

private:
    [[nodiscard]] QString fail();

    std::unique_ptr<QSaveFile> m_file;
};

} // namespace pc::models
