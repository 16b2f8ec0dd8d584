// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/welcome/connect_form.h"

#include "views/seams/file_dialogs.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/centred_row.h"
#include "views/widgets/form_field.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/widgets/message_banner.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;

ConnectForm::ConnectForm(FileDialogs &files, QWidget *parent)
    : QWidget(parent), m_files(files), m_name(new LineInput(u"profileName"_s)),
      m_url(new LineInput(u"platformUrl"_s)), m_caFile(new LineInput(u"caFile"_s)),
      m_token(new LineInput(u"operatorToken"_s))
{
    setObjectName(u"connectForm"_s);
    m_url->setPlaceholderText(u"https://platform.example:8443"_s);
    m_url->setLayoutDirection(Qt::LeftToRight);
    m_caFile->setLayoutDirection(Qt::LeftToRight);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);

    m_urlField = new FormField(tr("Platform address"), m_url);
    m_urlField->setRequired(true);
    m_urlField->setRule([this] {
        QString problem;
        (void)parseAddress(m_url->text(), &problem);
        return problem;
    });
    auto *nameField = new FormField(tr("Name of this environment"), m_name);
    nameField->setHint(tr("Shown in the sidebar; the host name when empty."));
    auto *caRow = new QWidget;
    auto *caLine = new QHBoxLayout(caRow);
    caLine->setContentsMargins(0, 0, 0, 0);
    auto *browse = makeButton(u"browseCaButton"_s, tr("Choose…"), Icon::Folder);
    caLine->addWidget(m_caFile, 1);
    caRow->setFocusProxy(m_caFile);
    caLine->addWidget(browse);
    m_caField = new FormField(tr("Certificate authority (PEM file)"), caRow);
    m_caField->setHint(tr("Only for platforms with a private authority."));
    m_caField->setRule([this] {
        const QString path = m_caFile->text().trimmed();
        return path.isEmpty() || QFileInfo(path).isReadable() ? QString() : tr("This file cannot be read.");
    });
    connect(browse, &QPushButton::clicked, this, [this] {
        m_files.askOpen(window(), tr("Certificate authority"), tr("Certificates (*.pem *.crt *.cer)"),
                        [this](const QString &path) {
                            if (!path.isEmpty())
                                m_caFile->setText(path);
                        });
    });
    m_tokenField = new FormField(tr("Operator token"), m_token);
    m_tokenField->setRequired(true);
    m_tokenField->setHint(tr("From “partner-platform operator token”; kept in the system's keyring, or in "
                             "memory where there is none."));
    m_tokenField->setRule([this] {
        return m_token->text().trimmed().isEmpty() ? tr("Paste the token that an administrator made for you.")
                                                   : QString();
    });

    m_fields = new QWidget;
    auto *fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(space::m);
    for (QWidget *field : {static_cast<QWidget *>(m_urlField), static_cast<QWidget *>(nameField),
                           static_cast<QWidget *>(m_caField), static_cast<QWidget *>(m_tokenField)})
        fields->addWidget(field);

    m_message = new MessageBanner(Severity::Bad);
    m_message->setObjectName(u"connectMessage"_s);
    m_message->hide();
    m_message->keepRoom();
    m_back = makeButton(u"backButton"_s, tr("Back"));
    m_connect = makeButton(u"connectButton"_s, tr("Connect"), Icon::Link, ButtonKind::Primary);
    m_connect->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, &ConnectForm::goBack);
    connect(m_connect, &QPushButton::clicked, this, &ConnectForm::submit);
    for (const LineInput *line : {m_url, m_name, m_caFile, m_token})
        connect(line, &QLineEdit::returnPressed, this, &ConnectForm::submit);

    auto *column = new QVBoxLayout;
    column->setSpacing(space::m);
    column->addWidget(new Label(tr("Connect to a platform"), TypeRole::Section));
    column->addWidget(m_fields);
    column->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_connect);
    column->addLayout(buttons);
    auto *holder = new QWidget;
    holder->setFixedWidth(520);
    holder->setLayout(column);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch();
    outer->addLayout(centredRow(holder));
    outer->addStretch();
}

QUrl ConnectForm::parseAddress(const QString &text, QString *problem)
{
    QString address = text.trimmed();
    if (address.isEmpty()) {
        *problem = tr("Type the address of the platform.");
        return {};
    }
    if (!address.contains(u"://"_s))
        address.prepend(u"https://"_s);
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port() == 0) {
        *problem = tr("This is not an address. It looks like https://platform.example:8443.");
        return {};
    }
    if (url.scheme() != u"https") {
        *problem = tr("Only https is used: an operator token must never travel in clear.");
        return {};
    }
    if ((url.path().size() > 1) || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty()) {
        *problem = tr("Give the host and port only, without a path or user.");
        return {};
    }
    QUrl plain;
    plain.setScheme(url.scheme());
    plain.setHost(url.host());
    plain.setPort(url.port());
    return plain;
}

void ConnectForm::prefill(const ConnectRequest &known)
{
    const bool goesOn = m_isNew && known.url.isEmpty(); // what was typed and left is there again
    m_isNew = known.url.isEmpty();
    if (!goesOn) {
        m_url->setText(known.url.toString());
        m_name->setText(known.name);
        m_caFile->setText(known.caFile);
    }
    m_token->clear();
    setFailure({});
    (known.url.isEmpty() ? m_url : m_token)->setFocus(); // first: a field that is left is judged
    for (FormField *field : {m_urlField, m_caField, m_tokenField})
        field->setError({}); // of the last time
}

void ConnectForm::setBusy(bool busy)
{
    if (busy && m_fields->isEnabled())
        m_place = FocusPlace::in(window());
    m_fields->setEnabled(!busy);
    m_connect->setEnabled(!busy);
    m_connect->setText(busy ? tr("Connecting…") : tr("Connect"));
    if (!busy) {
        m_place.restore();
        m_place = {};
    }
}

void ConnectForm::setFailure(const QString &text, Wrong which)
{
    // Said once: at the field that is wrong, else above the buttons.
    m_message->setVisible(!text.isEmpty() && which == Wrong::Nothing);
    m_message->setMessage(Severity::Bad, text);
    if (which == Wrong::Nothing)
        return;
    (which == Wrong::Token ? m_tokenField : m_caField)->setError(text);
    LineInput *line = which == Wrong::Token ? m_token : m_caFile;
    line->setFocus(Qt::OtherFocusReason);
    line->selectAll();
}

ConnectRequest ConnectForm::request() const
{
    QString problem;
    ConnectRequest request;
    request.url = parseAddress(m_url->text(), &problem);
    request.name = m_name->text().trimmed().isEmpty() ? request.url.host() : m_name->text().trimmed();
    request.caFile = m_caFile->text().trimmed();
    return request;
}

void ConnectForm::setWait(const QString &text)
{
    m_message->setVisible(!text.isEmpty());
    m_message->setMessage(Severity::Info, text);
}

Secret ConnectForm::token() const
{
    QByteArray text = m_token->text().trimmed().toUtf8();
    return Secret::takeFrom(text);
}

void ConnectForm::forgetToken()
{
    m_token->clear();
}

void ConnectForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        goBack();
    else
        QWidget::keyPressEvent(event);
}

void ConnectForm::goBack()
{
    forgetToken();
    setBusy(false);
    Q_EMIT backRequested();
}

void ConnectForm::submit()
{
    setFailure({});
    if (FormField::validateAll({m_urlField, m_caField, m_tokenField}))
        Q_EMIT connectRequested();
}

} // namespace pc::views
