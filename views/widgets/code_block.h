// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPlainTextEdit;
class QToolButton;

namespace pc::views {

/// Read-only code in the mono font, left-to-right in every language, with a copy button.
class CodeBlock final : public QFrame
{
    Q_OBJECT
public:
    explicit CodeBlock(const QString &code = {}, QWidget *parent = nullptr);
    void setCode(const QString &code);
    [[nodiscard]] QString code() const;
    /// Rows shown before it scrolls (default: fits up to 12).
    void setMaximumRows(int rows);

Q_SIGNALS:
    void copyRequested(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    QPlainTextEdit *m_edit;
    QToolButton *m_copy;
    int m_maximumRows = 12;
};

} // namespace pc::views
