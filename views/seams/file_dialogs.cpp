// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/seams/file_dialogs.h"

#include <QFileDialog>
#include <QFileInfo>

namespace pc::views {

namespace {

void ask(QFileDialog *dialog, std::function<void(QString)> done)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::finished, dialog, [dialog, done = std::move(done)](int result) {
        done(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

void SystemFileDialogs::askSave(QWidget *parent, const QString &title, const QString &suggestedName,
                                const QString &filter, std::function<void(QString)> done)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    dialog->setDefaultSuffix(QFileInfo(suggestedName).suffix());
    ask(dialog, std::move(done));
}

void SystemFileDialogs::askOpen(QWidget *parent, const QString &title, const QString &filter,
                                std::function<void(QString)> done)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, std::move(done));
}

} // namespace pc::views
