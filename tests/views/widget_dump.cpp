// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/widget_dump.h"

#include "tests/views/dump_line.h"
#include "tests/views/view_dump.h"
#include "views/widgets/badge.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/underline_tabs.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAction>
#include <QCalendarWidget>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

namespace pc::test {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const QWidget *widget)
{
    if (!widget)
        return u"nothing"_s;
    const QString name = widgetName(*widget);
    return widget->objectName().isEmpty() && !widget->accessibleName().isEmpty()
               ? name + u' ' + quoted(widget->accessibleName())
               : name;
}

void label(const QLabel &widget, Line &line)
{
    line.text(u"text"_s, widget.text());
    line.addIf(widget.wordWrap(), u"wrap"_s);
    line.addIf(widget.textFormat() != Qt::PlainText, u"format=%1"_s.arg(widget.textFormat()));
    line.addIf(widget.textInteractionFlags() != Qt::NoTextInteraction,
               u"interaction=%1"_s.arg(int(widget.textInteractionFlags())));
    line.addIf(widget.buddy(), u"for="_s + nameOf(widget.buddy()));
    line.number(u"align"_s, int(widget.alignment()));
    if (const auto *ours = qobject_cast<const views::Label *>(&widget)) {
        line.number(u"tone"_s, int(ours->tone()));
        line.add(u"font=%1/%2/%3"_s.arg(ours->font().family())
                     .arg(ours->font().pixelSize())
                     .arg(int(ours->font().weight())));
    }
}

void button(const QAbstractButton &widget, Line &line)
{
    line.text(u"text"_s, widget.text());
    line.addIf(!widget.icon().isNull(), u"icon="_s + widget.icon().name());
    line.addIf(widget.autoRepeat(), u"repeats"_s);
    line.addIf(widget.isCheckable(), widget.isChecked() ? u"[x]"_s : u"[ ]"_s);
    line.addIf(!widget.shortcut().isEmpty(), widget.shortcut().toString());
    if (const auto *tool = qobject_cast<const QToolButton *>(&widget)) {
        line.addIf(tool->autoRaise(), u"flat"_s);
        line.addIf(tool->menu(), u"menu"_s);
        line.addIf(tool->popupMode() != QToolButton::DelayedPopup, u"popup=%1"_s.arg(tool->popupMode()));
        line.addIf(tool->toolButtonStyle() != Qt::ToolButtonIconOnly,
                   u"style=%1"_s.arg(tool->toolButtonStyle()));
    }
    if (const auto *push = qobject_cast<const QPushButton *>(&widget)) {
        line.addIf(push->isDefault(), u"default"_s);
        line.addIf(push->autoDefault(), u"enter"_s);
        line.addIf(push->isFlat(), u"flat"_s);
        line.addIf(push->menu(), u"menu"_s);
    }
}

void lineEdit(const QLineEdit &widget, Line &line)
{
    line.text(u"text"_s, widget.text());
    line.text(u"placeholder"_s, widget.placeholderText());
    line.addIf(widget.isReadOnly(), u"read-only"_s);
    line.addIf(widget.echoMode() != QLineEdit::Normal, u"echo=%1"_s.arg(widget.echoMode()));
    line.addIf(widget.maxLength() != 32767, u"most=%1"_s.arg(widget.maxLength()));
    line.addIf(widget.isClearButtonEnabled(), u"clear"_s);
    line.addIf(widget.validator(), u"validated"_s);
    line.addIf(!widget.inputMask().isEmpty(), u"mask"_s);
    line.addIf(widget.hasSelectedText(), u"selected="_s + quoted(widget.selectedText()));
    line.addIf(widget.cursorPosition() > 0, u"at=%1"_s.arg(widget.cursorPosition()));
    line.addIf(widget.dragEnabled(), u"drag"_s);
}

void comboBox(const QComboBox &widget, Line &line)
{
    line.text(u"text"_s, widget.currentText());
    line.text(u"placeholder"_s, widget.placeholderText());
    QStringList offered;
    for (int i = 0; widget.count() < 12 && i < widget.count(); ++i) // not every country
        offered.append(widget.itemText(i));
    line.addIf(!offered.isEmpty(), u"of="_s + quoted(offered.join(u" | "_s)));
    line.addIf(!offered.isEmpty(), u"at=%1"_s.arg(widget.currentIndex()));
    line.addIf(widget.isEditable(), u"typed insert=%1"_s.arg(widget.insertPolicy()));
    if (const QCompleter *help = widget.completer())
        line.add(u"helps=%1/%2/%3"_s.arg(help->completionMode())
                     .arg(int(help->filterMode()))
                     .arg(help->caseSensitivity()));
}

void progress(const QProgressBar &widget, Line &line)
{
    line.add(u"%1 of %2–%3"_s.arg(widget.value()).arg(widget.minimum()).arg(widget.maximum()));
    line.addIf(widget.isTextVisible(), u"says="_s + quoted(widget.text()));
}

void splitter(const QSplitter &widget, Line &line)
{
    line.number(u"orientation"_s, widget.orientation());
    line.addIf(widget.childrenCollapsible(), u"closes"_s);
    line.addIf(!widget.opaqueResize(), u"rubber"_s);
    for (int part = 0; part < widget.count(); ++part)
        line.addIf(widget.isCollapsible(part) != widget.childrenCollapsible(),
                   u"part %1 otherwise"_s.arg(part));
}

/// What assistive technology hears of something that we draw by ourselves.
void spoken(const QWidget &widget, Line &line)
{
    const bool byQt = qobject_cast<const QLineEdit *>(&widget) || // differently in each of its releases
                      qobject_cast<const QAbstractScrollArea *>(&widget);
    const QAccessibleInterface *said =
        !byQt && QByteArrayView(widget.metaObject()->className()).startsWith("pc::views::")
            ? QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget))
            : nullptr;
    if (!said)
        return;
    line.number(u"role"_s, said->role());
    line.text(u"value"_s, said->text(QAccessible::Value));
    const QAccessible::State state = said->state();
    line.addIf(state.selected, u"is selected"_s);
    line.addIf(state.checked, u"is checked"_s);
    line.addIf(state.expandable, state.expanded ? u"is open"_s : u"opens"_s);
    line.addIf(state.readOnly, u"is read-only"_s);
}

void shortcuts(const QWidget &widget, Line &line)
{
    for (const QObject *child : widget.children())
        if (const auto *each = qobject_cast<const QShortcut *>(child))
            line.add(u"key=%1/%2%3"_s.arg(each->key().toString())
                         .arg(each->context())
                         .arg(each->isEnabled() ? u""_s : u" off"_s));
}

void behaviour(const QWidget &widget, Line &line)
{
    line.addIf(widget.testAttribute(Qt::WA_TransparentForMouseEvents), u"lets clicks through"_s);
    line.addIf(widget.testAttribute(Qt::WA_DeleteOnClose), u"ends on close"_s);
    line.addIf(widget.acceptDrops() && !widget.inherits("QLineEdit") && !widget.inherits("QPlainTextEdit") &&
                   !widget.inherits("QMainWindow"), // Qt 6.8 says so of each
               u"takes drops"_s);
    line.addIf(widget.hasMouseTracking() && !widget.inherits("QAbstractItemView") &&
                   !widget.inherits("QLineEdit") && !widget.inherits("QPlainTextEdit"),
               u"follows mouse"_s);
    line.addIf(widget.inputMethodHints() != Qt::ImhNone && !widget.inherits("QPlainTextEdit"),
               u"hints=%1"_s.arg(int(widget.inputMethodHints())));
}

void properties(const QWidget &widget, Line &line)
{
    for (const QByteArray &name : widget.dynamicPropertyNames()) {
        const QVariant value = widget.property(name);
        if (!name.startsWith("_q_") && value.canConvert<QString>())
            line.text(QString::fromLatin1(name), value.toString());
    }
}

QString lineOf(const QWidget &widget)
{
    Line line;
    line.add(nameOf(&widget));
    if (const auto *ofLabel = qobject_cast<const QLabel *>(&widget))
        label(*ofLabel, line);
    else if (const auto *ofButton = qobject_cast<const QAbstractButton *>(&widget))
        button(*ofButton, line);
    else if (const auto *ofLine = qobject_cast<const QLineEdit *>(&widget))
        lineEdit(*ofLine, line);
    else if (const auto *ofBox = qobject_cast<const QComboBox *>(&widget))
        comboBox(*ofBox, line);
    else if (const auto *ofView = qobject_cast<const QAbstractItemView *>(&widget))
        dumpView(*ofView, line);
    else if (const auto *ofBadge = qobject_cast<const views::Badge *>(&widget))
        line.add(u"%1 kind=%2"_s.arg(quoted(ofBadge->text())).arg(int(ofBadge->severity())));
    else if (const auto *ofIcon = qobject_cast<const views::IconLabel *>(&widget))
        line.number(u"icon"_s, int(ofIcon->icon()));
    else if (const auto *ofText = qobject_cast<const QPlainTextEdit *>(&widget)) {
        line.text(u"text"_s, ofText->toPlainText());
        line.text(u"placeholder"_s, ofText->placeholderText());
        line.addIf(ofText->isReadOnly(), u"read-only"_s);
        line.addIf(ofText->tabChangesFocus(), u"tab leaves"_s);
        line.addIf(ofText->lineWrapMode() == QPlainTextEdit::NoWrap, u"no wrap"_s);
    } else if (const auto *ofBar = qobject_cast<const QProgressBar *>(&widget)) {
        progress(*ofBar, line);
    } else if (const auto *ofPanes = qobject_cast<const QSplitter *>(&widget)) {
        splitter(*ofPanes, line);
    } else if (const auto *ofTabs = qobject_cast<const views::UnderlineTabs *>(&widget)) {
        QStringList tabs;
        for (int i = 0; i < ofTabs->count(); ++i)
            tabs.append(u"%1 %2"_s.arg(ofTabs->tabId(i)).arg(ofTabs->countAt(i)));
        line.text(u"tabs"_s, tabs.join(u" | "_s));
        line.number(u"current"_s, ofTabs->currentIndex());
    }
    if (const auto *area = qobject_cast<const QAbstractScrollArea *>(&widget))
        line.addIf(
            area->horizontalScrollBarPolicy() != Qt::ScrollBarAsNeeded ||
                area->verticalScrollBarPolicy() != Qt::ScrollBarAsNeeded,
            u"bars=%1%2"_s.arg(area->horizontalScrollBarPolicy()).arg(area->verticalScrollBarPolicy()));
    if (const auto *frame = qobject_cast<const QFrame *>(&widget))
        line.addIf(frame->frameShape() != QFrame::NoFrame, u"frame=%1"_s.arg(frame->frameShape()));
    line.text(u"name"_s, widget.accessibleName());
    line.text(u"description"_s, widget.accessibleDescription());
    line.text(u"tip"_s, widget.toolTip());
    if (widget.isWindow()) {
        line.text(u"title"_s, widget.windowTitle());
        line.addIf(widget.isModal(), u"modal"_s);
    }
    line.addIf(!widget.isEnabled(), u"off"_s);
    line.addIf(widget.focusPolicy() != Qt::NoFocus, u"focus=%1"_s.arg(widget.focusPolicy()));
    line.addIf(widget.focusProxy(), u"proxy="_s + nameOf(widget.focusProxy()));
    line.addIf(widget.testAttribute(Qt::WA_SetCursor), u"cursor=%1"_s.arg(widget.cursor().shape()));
    line.addIf(widget.testAttribute(Qt::WA_SetLayoutDirection),
               u"direction=%1"_s.arg(widget.layoutDirection()));
    line.addIf(widget.autoFillBackground(), u"filled"_s);
    line.addIf(widget.contextMenuPolicy() != Qt::DefaultContextMenu,
               u"context=%1"_s.arg(widget.contextMenuPolicy()));
    spoken(widget, line);
    shortcuts(widget, line);
    behaviour(widget, line);
    properties(widget, line);
    for (const QAction *action : widget.actions())
        if (!action->text().isEmpty() || !action->shortcut().isEmpty())
            line.add(u"action="_s + quoted(action->text()) + action->shortcut().toString() +
                     (action->isEnabled() ? u""_s : u"/off"_s) +
                     (action->shortcutContext() == Qt::WindowShortcut
                          ? QString()
                          : u"/%1"_s.arg(action->shortcutContext())));
    return line.joined();
}

/// Made by Qt, in another way in each of its releases.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QScrollBar") ||
           widget->inherits("QHeaderView") || widget->inherits("QComboBoxPrivateContainer") ||
           widget->inherits("QLineEditIconButton") || widget->inherits("QTableCornerButton");
}

void dumpInto(const QWidget &widget, int depth, QStringList *lines)
{
    lines->append(QString(depth * 2, u' ') + lineOf(widget));
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        dumpCells(*view, QString(depth * 2 + 2, u' '), lines);
    for (const QObject *child : widget.children()) {
        const auto *each = qobject_cast<const QWidget *>(child);
        if (each && each->isVisibleTo(&widget) && !isInner(each))
            dumpInto(*each, depth + 1, lines);
        else if (each && isInner(each) && !each->inherits("QScrollBar") && each->isVisibleTo(&widget))
            for (const QObject *inner : each->children()) // a viewport is Qt's, what stands in it is ours
                if (const auto *ours = qobject_cast<const QWidget *>(inner);
                    ours && ours->isVisibleTo(each) && !isInner(ours))
                    dumpInto(*ours, depth + 1, lines);
    }
}

QStringList tabOrder(const QWidget &window)
{
    QStringList names;
    const QWidget *each = window.nextInFocusChain();
    for (; each && each != &window; each = each->nextInFocusChain())
        if (each->focusPolicy() & Qt::TabFocus && each->isEnabled() && each->isVisibleTo(&window) &&
            !isInner(each) && each->window() == &window)
            names.append(nameOf(each));
    return names;
}

} // namespace

QString widgetName(const QWidget &widget)
{
    const QString name = QString::fromLatin1(widget.metaObject()->className()).remove(u"pc::views::"_s);
    static const QRegularExpression drawn(u"[0-9a-f]{8}-[0-9a-f-]{27}"_s); // the id of a profile
    QString own = widget.objectName();
    return own.isEmpty() ? name : name + u'#' + own.replace(drawn, u"…"_s);
}

QStringList widgetDump(const QWidget &root)
{
    QStringList lines;
    dumpInto(root, 0, &lines);
    QList<const QWidget *> windows{root.window()};
    for (const QWidget *each : root.findChildren<QWidget *>())
        if (each->isModal() && each->isVisible()) // a dialog over it
            windows.append(each);
    for (const QWidget *each : std::as_const(windows)) {
        lines.append(u"tab: "_s + tabOrder(*each).join(u" > "_s));
        lines.append(u"focus: "_s + nameOf(each->focusWidget()));
    }
    return lines;
}

} // namespace pc::test
