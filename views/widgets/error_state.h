// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QPushButton;

namespace pc::views {

class Label;
class IconLabel;
class CodeBlock;

/// What a failed load or act has to tell.
struct ErrorInfo
{
    QString what;      ///< what failed, one sentence
    QString changed;   ///< whether anything was changed
    QString remedy;    ///< what to do
    QString requestId; ///< empty when there was none
    QString details;   ///< technical text behind "Show details"
    bool retry = true;
};

/// The error page: what failed, whether anything changed, what to do, request id with copy, details, Retry.
class ErrorState : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorState(QWidget *parent = nullptr);

    void setError(const ErrorInfo &error);
    [[nodiscard]] ErrorInfo error() const { return m_error; }

Q_SIGNALS:
    void retryRequested();
    void copyRequested(const QString &text); ///< whoever owns the clipboard does the copying

private:
    ErrorInfo m_error;
    Label *m_what;
    Label *m_changed;
    Label *m_remedy;
    QWidget *m_requestRow;
    Label *m_requestId;
    QPushButton *m_copy;
    QPushButton *m_detailsButton;
    QPushButton *m_retry;
    CodeBlock *m_details;
};

} // namespace pc::views
