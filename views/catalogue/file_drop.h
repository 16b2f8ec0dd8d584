// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QMimeData;
class QPushButton;

namespace pc::views {

class ElidedLabel;
class IconLabel;
class Label;

/// One file: chosen by a button, or dropped here. Says what it is, or why it is not taken.
class FileDrop final : public QFrame
{
    Q_OBJECT
public:
    explicit FileDrop(QWidget *parent = nullptr);

    /// What may be chosen, while nothing is; before the next showNone().
    void setPrompt(const QString &text) { m_prompt = text; }
    /// Nothing is chosen.
    void showNone();
    void showFile(const QString &name, qint64 size);
    void showRefusal(const QString &name, const QString &why);
    /// Without a file it does not go on.
    void showMissing(const QString &why);
    [[nodiscard]] QPushButton *button() const { return m_choose; }

    /// A file may be dropped anywhere on `window` as well.
    void takeDropsOf(QWidget *window);

Q_SIGNALS:
    void chooseRequested();
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    IconLabel *m_icon;
    ElidedLabel *m_name;
    Label *m_note;
    QPushButton *m_choose;
    QString m_prompt;
    bool m_over = false;
};

} // namespace pc::views
