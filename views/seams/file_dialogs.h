// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace pc::views {

/// Asking for files as a seam. Answers later and once; an empty path when the person cancelled.
class FileDialogs
{
public:
    FileDialogs() = default;
    virtual ~FileDialogs() = default;
    FileDialogs(const FileDialogs &) = delete;
    FileDialogs &operator=(const FileDialogs &) = delete;

    /// `filter` as in QFileDialog ("CSV (*.csv)").
    virtual void askSave(QWidget *parent, const QString &title, const QString &suggestedName,
                         const QString &filter, std::function<void(QString path)> done) = 0;
    virtual void askOpen(QWidget *parent, const QString &title, const QString &filter,
                         std::function<void(QString path)> done) = 0;
};

/// The desktop's dialogs, opened window-modal.
class SystemFileDialogs final : public FileDialogs
{
public:
    void askSave(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter,
                 std::function<void(QString path)> done) override;
    void askOpen(QWidget *parent, const QString &title, const QString &filter,
                 std::function<void(QString path)> done) override;
};

} // namespace pc::views
