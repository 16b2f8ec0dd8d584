// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/crypto/secret.h"
#include "views/widgets/focus_place.h"

#include <QUrl>
#include <QWidget>

class QPushButton;

namespace pc::views {

class FileDialogs;
class FormField;
class LineInput;
class MessageBanner;

/// What somebody typed to reach a platform. The token stands apart: token().
struct ConnectRequest
{
    QString name;
    QUrl url;       ///< https, without path
    QString caFile; ///< empty: the system's authorities
};

/// URL, certificate authority and pasted operator token of a platform.
class ConnectForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectForm(FileDialogs &files, QWidget *parent = nullptr);

    /// For an existing profile: what is known is filled in, the token is asked for. With nothing known the
    /// form goes on with what was typed for a new platform and left, except for the token.
    void prefill(const ConnectRequest &known);
    /// Nothing can be typed while busy; the focus comes back where it was.
    void setBusy(bool busy);
    /// Which field a failure speaks of.
    enum class Wrong { Nothing, Token, Authority };
    /// Why it did not work; the fields stay as they are, the pasted token too. What is wrong is marked, has
    /// the focus, and is selected.
    void setFailure(const QString &text, Wrong which = Wrong::Nothing);
    /// What is being waited for, while busy.
    void setWait(const QString &text);
    [[nodiscard]] ConnectRequest request() const;
    /// A copy of the pasted token. It stays in its field, for another try with what was wrong corrected,
    /// until forgetToken().
    [[nodiscard]] Secret token() const;
    void forgetToken();
    /// A platform's address as people type it: a missing scheme means https; anything else than https is
    /// refused.
    [[nodiscard]] static QUrl parseAddress(const QString &text, QString *problem);

Q_SIGNALS:
    void connectRequested();
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void goBack();

    FileDialogs &m_files;
    LineInput *m_name;
    LineInput *m_url;
    LineInput *m_caFile;
    LineInput *m_token;
    FormField *m_urlField;
    FormField *m_caField;
    FormField *m_tokenField;
    MessageBanner *m_message;
    QPushButton *m_connect;
    QPushButton *m_back;
    QWidget *m_fields;
    FocusPlace m_place;  ///< while everything is off
    bool m_isNew = true; ///< for a platform that is not known yet
};

} // namespace pc::views
