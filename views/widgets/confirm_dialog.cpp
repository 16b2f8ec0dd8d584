// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/confirm_dialog.h"

#include "views/widgets/dialog_frame.h"

#include <QPushButton>

#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;

DialogFrame *askToConfirm(const Confirmation &question, QWidget *window, std::function<void()> confirmed,
                          std::function<void()> kept)
{
    auto *dialog = new DialogFrame(question.title, question.which, question.width, window);
    dialog->setObjectName(question.objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addText(question.text);
    QPushButton *keep = dialog->addButton(u"keepButton"_s, question.keep);
    QPushButton *act =
        dialog->addButton(u"confirmButton"_s, question.act, ButtonKind::Danger, question.actIcon);
    dialog->setSafeButton(keep);
    QObject::connect(keep, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(act, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, window, std::move(confirmed));
    if (kept)
        QObject::connect(dialog, &QDialog::rejected, window, std::move(kept));
    dialog->open();
    return dialog;
}

} // namespace pc::views
