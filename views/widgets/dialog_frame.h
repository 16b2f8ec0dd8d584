// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/style/icons.h"
#include "views/widgets/buttons.h"
#include "views/widgets/focus_place.h"

#include <QDialog>
#include <QPointer>

class QHBoxLayout;
class QVBoxLayout;
class QPushButton;
class QScrollArea;

namespace pc::views {

class Label;
class IconLabel;
class Badge;
class FocusGuard;
class PlaceKeeper;
class Scrim;

/// A real, window-modal QDialog drawn as a card over a scrim on its parent window. Use open(), never exec().
/// It stays the active window while it is open, wherever a click lands.
/// Title row with icon and environment pill, body, footer behind a line. Esc cancels. The safe button has the
/// first focus and Enter never triggers a danger button. Closed, it puts the focus back where the person was.
/// While it opens it grows downwards only; from the first key or click on its size stays, so that nothing
/// moves away under the pointer, and what has no room scrolls.
class DialogFrame : public QDialog
{
    Q_OBJECT
public:
    /// \p width of the card in pixels at 100 %; the height follows the content, up to that of the window.
    DialogFrame(const QString &title, Icon which, int width, QWidget *parent);
    ~DialogFrame() override;

    void setTitle(const QString &title);
    void setTitleIcon(Icon which, Tone tone);
    /// The pill at the right; destructive dialogs pass Severity::Bad, so that the environment is repeated in
    /// red.
    void setEnvironment(const QString &name, Severity severity);
    /// Quiet text at the left of the footer ("Recorded in the audit trail").
    void setFooterNote(const QString &note);
    /// Puts a widget (check box) at the left of the footer.
    void setFooterWidget(QWidget *widget);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Where it says what became of the act: above the footer, outside of what scrolls. It takes its room
    /// from the body, and no field and no button moves. Takes ownership.
    void setMessageWidget(QWidget *message);
    /// What passes by (a toast), in the same place, until it goes away or is taken elsewhere.
    void showPassing(QWidget *passing);
    /// The one that veils \p window now; nullptr without one.
    [[nodiscard]] static DialogFrame *over(const QWidget *window);
    /// A wrapped sentence at the end of the body.
    Label *addText(const QString &text, Tone tone = Tone::Muted);

    /// Adds a footer button, left to right. Cancel/keep buttons should come first.
    QPushButton *addButton(const QString &objectName, const QString &text,
                           ButtonKind kind = ButtonKind::Normal, Icon which = Icon::None);
    /// The button that gets the first focus and Esc: the safe one.
    void setSafeButton(QPushButton *button);
    /// What has the first focus instead of the safe button, where nothing can be lost by the next key.
    void setFirstFocus(QWidget *widget) { m_first = widget; }
    /// Another content took the place of the first: the height follows it.
    void fitAgain();
    /// From now on the size stays, as after the first key or click.
    void holdSize() { m_held = true; }
    /// While true, Esc, Cancel and the window's close ask first: closeRefused() is emitted instead of
    /// closing.
    void setCloseGuarded(bool guarded);

Q_SIGNALS:
    void closeRefused();

public Q_SLOTS:
    void done(int result) override;
    void reject() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override
    {
        QDialog::moveEvent(event);
        showShadow();
    }
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void showShadow();
    [[nodiscard]] int wantedHeight(int width) const;
    void firstFocus();
    void takeBackActivation();
    void tidyMessageRoom();
    [[nodiscard]] bool hasPrimaryButton() const;
    [[nodiscard]] QPoint toParent(const QPoint &point) const;

    int m_width;
    bool m_guarded = false;
    bool m_placing = false;
    bool m_held = false;
    int m_top = -1;      ///< below the parent's upper edge, once it is open
    int m_height = 0;    ///< reached while it is open
    FocusPlace m_opener; ///< in the parent window
    IconLabel *m_icon;
    Label *m_title;
    Badge *m_environment;
    Label *m_note;
    QVBoxLayout *m_body;
    QHBoxLayout *m_footerLeft;
    QHBoxLayout *m_buttons;
    QWidget *m_messageRoom; ///< above the footer
    QWidget *m_footer;
    FocusGuard *m_focus;
    PlaceKeeper *m_place;
    QScrollArea *m_scroll = nullptr;
    QPushButton *m_safe = nullptr;
    QPointer<QWidget> m_first;
    QPointer<Scrim> m_scrim; // child of the parent window
};

} // namespace pc::views
