// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalogue/notice_dialog.h"

#include "contract/rules/slug.h"
#include "models/base/save_file.h"
#include "models/catalogue/version_caller_table.h"
#include "views/catalogue/notice_text.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/seams/file_dialogs.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/field_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/toast.h"
#include "views/words/names.h"

#include <QComboBox>
#include <QDir>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

using namespace Qt::StringLiterals;

NoticeDialog::NoticeDialog(const ViewContext &context, const QString &apiName, const VersionUse &use,
                           const QString &partnerId, const QDateTime &now, QWidget *parent)
    : DialogFrame(tr("Notice of the end of version %1").arg(inSentence(use.version.pathPrefix)), Icon::Mail,
                  680, parent),
      m_context(context), m_apiName(apiName), m_use(use), m_now(now)
{
    setObjectName(u"noticeDialog"_s);
    buildUi(partnerId);
    showNotice();
}

void NoticeDialog::buildUi(const QString &partnerId)
{
    m_partner = new QComboBox;
    m_partner->setObjectName(u"noticePartner"_s);
    for (const VersionCaller &each : m_use.callers)
        m_partner->addItem(models::VersionCallerTable::nameOfCaller(each), each.partnerId);
    m_partner->setCurrentIndex(std::max(0, m_partner->findData(partnerId)));
    m_language = new QComboBox;
    m_language->setObjectName(u"noticeLanguage"_s);
    for (const QString &each : noticeLanguages())
        m_language->addItem(each == "de"_L1 ? u"Deutsch"_s : u"English"_s, each);
    const QString own = QLocale().name().section(u'_', 0, 0);
    m_language->setCurrentIndex(std::max(0, m_language->findData(own)));
    m_partnerField = new FormField(tr("Partner"), m_partner);
    auto *row = new FieldRow;
    row->addField(m_partnerField, 2);
    row->addField(new FormField(tr("Language"), m_language), 1);
    m_text = new QPlainTextEdit;
    m_text->setObjectName(u"noticeText"_s);
    m_text->setAccessibleName(tr("Notice"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(TypeScale::of(this).px(260));
    addText(
        tr("The console sends nothing. Figures are of the last 30 days.")); // the footer has no room for it
    body()->addWidget(row);
    body()->addWidget(m_text, 1);
    auto *close = addButton(u"noticeClose"_s, tr("Close"));
    auto *toFile = addButton(u"noticeSave"_s, tr("Save…"), ButtonKind::Normal, Icon::Download);
    auto *toClipboard = addButton(u"noticeCopy"_s, tr("Copy notice"), ButtonKind::Primary, Icon::Copy);
    setSafeButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(toFile, &QPushButton::clicked, this, &NoticeDialog::save);
    connect(toClipboard, &QPushButton::clicked, this, &NoticeDialog::copy);
    connect(m_partner, &QComboBox::currentIndexChanged, this, &NoticeDialog::showNotice);
    connect(m_language, &QComboBox::currentIndexChanged, this, &NoticeDialog::showNotice);
}

const VersionCaller &NoticeDialog::caller() const
{
    return m_use.callers.at(std::max(0, m_partner->currentIndex()));
}

void NoticeDialog::showNotice()
{
    const QList<Contact> &contacts = caller().contacts;
    m_partnerField->setHint(contacts.isEmpty()
                                ? tr("It has no contact.")
                                : tr("Contact: %1, %2", "name, mail address")
                                      .arg(contacts.constFirst().name, contacts.constFirst().email));
    m_text->setPlainText(
        noticeText(m_apiName, m_use.version, caller(), m_now, m_language->currentData().toString()));
}

QString NoticeDialog::notice() const
{
    return m_text->toPlainText();
}

void NoticeDialog::copy()
{
    m_context.clipboard.setText(notice());
    m_context.toasts.show({.text = tr("Notice copied"), .milliseconds = 3000});
}

void NoticeDialog::save()
{
    const QPointer<NoticeDialog> guard(this);
    const QByteArray bytes = notice().toUtf8();
    const QString name = rules::suggestSlug(caller().name);
    m_context.files.askSave(
        this, tr("Save the notice"), u"notice-%1.txt"_s.arg(name.isEmpty() ? caller().partnerId : name),
        tr("Text (*.txt)"), [guard, bytes](const QString &path) {
            if (!guard || path.isEmpty())
                return;
            const QString why = models::saveFile(path, bytes);
            guard->m_context.toasts.show(
                why.isEmpty()
                    ? ToastSpec{.text = tr("Notice saved to %1").arg(QDir::toNativeSeparators(path))}
                    : ToastSpec{.text = tr("The file could not be written: %1").arg(why),
                                .severity = Severity::Bad});
        });
}

} // namespace pc::views
