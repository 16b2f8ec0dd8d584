// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/text_recorder.h"
#include "tests/views/themed_test.h"

#include "views/style/space.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/chip.h"
#include "views/widgets/code_block.h"
#include "views/widgets/diff_model.h"
#include "views/widgets/diff_table.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/error_state.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/form_field.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/meters.h"
#include "views/widgets/stage_painter.h"
#include "views/widgets/underline_tabs.h"
#include "views/widgets/whole_label.h"
#include "views/widgets/wrapping_row.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

/// The lines as they are painted.
QStringList linesOf(WholeLabel &label)
{
    QStringList lines;
    for (const pc::test::PaintedText &piece : pc::test::TextRecorder::textsOf(&label))
        lines.append(piece.text.trimmed());
    return lines;
}

} // namespace

class tst_widgets : public QObject
{
    Q_OBJECT
public:
    explicit tst_widgets(ThemeController &) {}

private Q_SLOTS:
    void labelsNeverInterpretMarkup()
    {
        Label label(u"<b>Bold & Co</b>"_s);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        ElidedLabel elided(u"<i>x</i>"_s);
        QCOMPARE(elided.textFormat(), Qt::PlainText);
    }

    void elidedLabelKnows()
    {
        ElidedLabel label(u"A very long value that cannot fit into sixty pixels"_s);
        label.resize(60, 20);
        QVERIFY(label.isElided());
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
        QCOMPARE(label.text().size(), 51);
    }

    /// A figure and its unit stand in one line, at every width that has room for them.
    void figuresKeepTheirUnits()
    {
        WholeLabel label(u"50,000 a day · 25 calls/s · burst 50"_s);
        const int widest = label.fontMetrics().horizontalAdvance(u"burst 50 calls/s"_s);
        for (int width = widest; width < 2 * widest; width += 3) {
            label.resize(width, label.heightForWidth(width));
            const QStringList lines = linesOf(label);
            QVERIFY(lines.size() > 1);
            for (const QString &line : lines)
                QVERIFY2(!line.endsWith(u'/') && !line.endsWith(u"25"_s) && !line.endsWith(u"50,000"_s),
                         qPrintable(lines.join(u" | "_s)));
        }
        QCOMPARE(label.text(), u"50,000 a day · 25 calls/s · burst 50"_s); // for reading aloud and copying
        WholeLabel lines(u"One\nTwo"_s);
        QCOMPARE(lines.heightForWidth(400), 2 * WholeLabel(u"One"_s).heightForWidth(400));
    }

    /// As many lines as it takes, and no wider than the widest.
    void aRowOfButtonsWraps()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        auto *row = new WrappingRow;
        QList<QPushButton *> buttons;
        for (const QString &text : {u"Rotate"_s, u"Suspend"_s, u"Revoke"_s}) {
            buttons.append(makeButton(text, text));
            row->addWidget(buttons.last());
        }
        column->addWidget(row);
        column->addStretch();
        window.resize(row->sizeHint().width(), 400);
        window.show();
        const auto lines = [&buttons] {
            QSet<int> tops;
            for (const QPushButton *button : buttons)
                if (!button->isHidden())
                    tops.insert(button->y());
            return tops.size();
        };
        QTRY_COMPARE(lines(), 1);
        window.resize(row->sizeHint().width() - 1, 400);
        QTRY_COMPARE(lines(), 2);
        QTRY_COMPARE(row->height(), 2 * buttons[0]->height() + space::s);
        for (const QPushButton *button : buttons)
            QVERIFY(row->rect().contains(button->geometry()));
        buttons[1]->hide();
        QTRY_COMPARE(lines(), 1);
        buttons[2]->setText(u"Revoke for ever and ever"_s);
        QTRY_COMPARE(lines(), 2);
        QCOMPARE(row->minimumSizeHint().width(), buttons[2]->minimumSizeHint().width());
        row->setLayoutDirection(Qt::RightToLeft);
        QTRY_COMPARE(buttons[0]->geometry().right(), row->rect().right());
    }

    void formFieldValidatesOnLeavingThenLive()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *edit = new QLineEdit;
        auto *field = new FormField(u"Retention (days)"_s, edit);
        auto *other = new QLineEdit;
        column->addWidget(field);
        column->addWidget(other);
        field->setRule([edit] {
            return edit->text().toInt() <= 3650 ? QString() : u"At most 3,650. Enter 3650 or less."_s;
        });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        edit->setFocus();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"4000"_s);
        QVERIFY(!field->hasError()); // not while typing
        other->setFocus();
        QTRY_VERIFY(field->hasError());
        QVERIFY(edit->property("invalid").toBool());
        QCOMPARE(edit->accessibleDescription(), field->error());
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Backspace); // 400: fine again, at once
        QVERIFY(!field->hasError());
        QVERIFY(!edit->property("invalid").toBool());
    }

    void validateAllFocusesTheFirstWrong()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        QList<FormField *> fields;
        for (int i = 0; i < 3; ++i) {
            auto *field = new FormField(QString::number(i), new QLineEdit);
            field->setRule([i] { return i == 0 ? QString() : u"Missing."_s; });
            column->addWidget(field);
            fields.append(field);
        }
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(!FormField::validateAll(fields));
        QTRY_VERIFY(fields.at(1)->editor()->hasFocus());
        QVERIFY(fields.at(2)->hasError());
        QVERIFY(FormField::validateAll({fields.at(0)}));
    }

    void serverErrorGoesWhenEdited()
    {
        auto *edit = new QLineEdit;
        FormField field(u"Name"_s, edit);
        field.setError(u"Taken already."_s);
        QVERIFY(field.hasError());
        QTest::keyClicks(edit, u"x"_s);
        QVERIFY(!field.hasError());
    }

    void chipKeys()
    {
        Chip chip(u"Stage"_s, u"Limited"_s);
        chip.setRemovable(true);
        chip.resize(chip.sizeHint());
        chip.show();
        QSignalSpy removed(&chip, &Chip::removeRequested);
        QSignalSpy clicked(&chip, &QAbstractButton::clicked);
        QTest::keyClick(&chip, Qt::Key_Return);
        QTest::keyClick(&chip, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 14, chip.height() / 2));
        QCOMPARE(removed.count(), 2);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, chip.height() / 2));
        QCOMPARE(clicked.count(), 3);
        chip.setLayoutDirection(Qt::RightToLeft); // the cross moves to the other end
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(14, chip.height() / 2));
        QCOMPARE(removed.count(), 3);
        QCOMPARE(chip.accessibleName(), u"Stage: Limited"_s);
    }

    void disabledReason()
    {
        QPushButton button;
        button.setToolTip(u"Issue"_s);
        setDisabledReason(&button, u"Needs <admin>"_s);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), u"Needs &lt;admin&gt;"_s);
        QCOMPARE(button.accessibleDescription(), u"Needs <admin>"_s);
        setDisabledReason(&button, {});
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), u"Issue"_s);
    }

    void tabsEscapeAndIdentify()
    {
        UnderlineTabs tabs;
        QSignalSpy spy(&tabs, &UnderlineTabs::currentIdChanged);
        tabs.addTab(u"access"_s, u"Access & quotas"_s);
        tabs.addTab(u"usage"_s, u"Usage"_s);
        QCOMPARE(tabs.tabText(0), u"Access && quotas"_s);
        QVERIFY(tabs.setCurrentId(u"usage"_s));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).toString(), u"usage"_s);
        QVERIFY(!tabs.setCurrentId(u"nothing"_s));
        const int before = tabs.sizeHint().width();
        tabs.setCount(1, 12);
        QVERIFY(tabs.sizeHint().width() > before);
    }

    /// Rows stand in their order whichever answer comes first.
    void keyValueRowsKeepTheirOrder()
    {
        KeyValueList list;
        list.setOrder({u"plan"_s, u"limits"_s, u"scopes"_s, u"zone"_s});
        list.resize(400, 300);
        for (const QString &id : {u"zone"_s, u"other"_s, u"plan"_s, u"scopes"_s, u"limits"_s})
            list.setRow(id, id, id);
        list.show();
        QTRY_VERIFY(list.findChild<QLabel *>(u"value.zone"_s)->isVisible());
        int above = -1;
        for (const QString &id : {u"plan"_s, u"limits"_s, u"scopes"_s, u"zone"_s, u"other"_s}) {
            const int y = list.findChild<QLabel *>(u"value."_s + id)->y();
            QVERIFY2(y > above, qPrintable(id));
            above = y;
        }
    }

    void keyValueCopies()
    {
        KeyValueList list;
        QSignalSpy spy(&list, &KeyValueList::copyRequested);
        list.setRow(u"id"_s, u"Key ID"_s, u"key_9f2c41"_s, KeyValueList::Mono | KeyValueList::Copyable);
        list.setRow(u"used"_s, u"Last used"_s, {});
        auto *copy = list.findChild<QToolButton *>(u"copy.id"_s);
        QVERIFY(copy);
        QVERIFY(!copy->accessibleName().isEmpty());
        copy->click();
        QCOMPARE(spy.at(0).at(0).toString(), u"key_9f2c41"_s);
        auto *used = list.findChild<QLabel *>(u"value.used"_s);
        QCOMPARE(used->text(), u"—"_s);
        list.setRow(u"used"_s, u"Last used"_s, u"3 min ago"_s);
        QCOMPARE(list.findChildren<QLabel *>(u"value.used"_s).size(), 1);
        QCOMPARE(used->text(), u"3 min ago"_s);
        list.removeRow(u"id"_s);
        QVERIFY(list.value(u"id"_s).isEmpty());
    }

    void errorStateSaysAll()
    {
        ErrorState state;
        state.setError({u"Could not load partners."_s, u"Nothing was changed."_s, u"Try again."_s, u"req_1"_s,
                        u"detail"_s, true});
        QSignalSpy retry(&state, &ErrorState::retryRequested);
        QSignalSpy copy(&state, &ErrorState::copyRequested);
        state.findChild<QPushButton *>(u"errorRetry"_s)->click();
        state.findChild<QPushButton *>(u"errorCopyRequest"_s)->click();
        QCOMPARE(retry.count(), 1);
        QCOMPARE(copy.at(0).at(0).toString(), u"req_1"_s);
        auto *details = state.findChild<CodeBlock *>();
        QVERIFY(details->isHidden());
        state.findChild<QPushButton *>(u"errorDetails"_s)->click();
        QVERIFY(!details->isHidden());
        state.setError({u"x"_s, {}, {}, {}, {}, false});
        QVERIFY(state.findChild<QPushButton *>(u"errorRetry"_s)->isHidden());
        QVERIFY(state.findChild<QPushButton *>(u"errorDetails"_s)->isHidden());
    }

    void diffTableReads()
    {
        DiffTable table;
        DiffModel *model = table.findChild<DiffModel *>();
        QCOMPARE(table.model(), model);
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setRows({{u"partner.id"_s, u"prt_1"_s, u"prt_1"_s, DiffRow::Change::Same},
                       {u"quota.daily"_s, u"50,000"_s, u"80,000"_s, DiffRow::Change::Changed},
                       {u"scopes[2]"_s, {}, u"orders:write"_s, DiffRow::Change::Added}});
        QCOMPARE(table.changeCount(), 2);
        QCOMPARE(table.model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 u"quota.daily changed from 50,000 to 80,000"_s);
        table.setShowUnchanged(false);
        QVERIFY(table.isRowHidden(0));
        QVERIFY(!table.isRowHidden(1));
        table.resize(500, 140);
        const QImage image = table.grab().toImage();
        const auto has = [&image](const QColor &c) {
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y) == c) {
                        return true;
                    }
                }
            }
            return false;
        };
        QVERIFY(has(Tokens::light().diffAdd));
        QVERIFY(has(Tokens::light().diffDel));
    }

    void metersDescribeThemselves()
    {
        Sparkline line;
        line.setValues({1, 9, 4});
        QCOMPARE(line.accessibleDescription(), u"From 1 to 9, last 4"_s);
        line.setValues({1, 9, 4}, LastValue::Running);
        QCOMPARE(line.accessibleDescription(), u"From 1 to 9, the last one 4 so far"_s);
        StageStepper stepper(StageLevel::Limited);
        QCOMPARE(stepper.accessibleName(), u"Stage: Limited"_s);
    }

    /// Much less than the limit is a low line; it never hangs down.
    void aLowCourseLiesAtTheBottom()
    {
        for (const qreal high : {0.0, 1.0, 2.9, 3.0, 20.0}) {
            QImage image(100, 80, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintSparkline(&painter, QRectF(0, 60 - high, 100, high), {0, 0, 9}, Qt::black, {});
            painter.end();
            for (int y = 62; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    QVERIFY2(qAlpha(image.pixel(x, y)) == 0, qPrintable(QString::number(high)));
        }
    }

    /// Headline figures are whole at every width: fewer tiles in a row, a smaller size, a second line.
    void figuresAreNeverCut()
    {
        for (const FactTiles::Order order : {FactTiles::Order::CaptionFirst, FactTiles::Order::ValueFirst}) {
            FactTiles tiles(order);
            tiles.setFacts(
                {{u"1.234.567.890"_s, u"Aufrufe in den letzten 24 Stunden"_s},
                 {u"62 % verbraucht"_s, u"Tageskontingent"_s, Severity::Warn, u"reicht bis 23:40"_s},
                 {u"99,95 %"_s, u"ohne Fehler"_s, Severity::Ok, u"wie gestern"_s},
                 {u"12,5 ms"_s, u"Antwortzeit"_s}});
            tiles.show();
            for (int width = 1000; width >= tiles.minimumSizeHint().width(); width -= 17) {
                tiles.resize(width, 400);
                QTest::qWait(0);
                const QList<QLabel *> labels = tiles.findChildren<QLabel *>();
                QVERIFY(labels.size() >= 8);
                for (const QLabel *label : labels) {
                    if (label->text().isEmpty())
                        continue;
                    const QString what = u"“%1” at %2: %3x%4"_s.arg(label->text())
                                             .arg(width)
                                             .arg(label->width())
                                             .arg(label->height());
                    QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(what));
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(what));
                    QVERIFY2(tiles.rect().contains(QRect(label->mapTo(&tiles, QPoint()), label->size())),
                             qPrintable(what));
                }
                for (const Badge *badge : tiles.findChildren<Badge *>())
                    QVERIFY(badge->width() >= badge->sizeHint().width());
            }
        }
    }

    /// The number of a tab comes later than the tab: nothing beside it moves.
    void noTabMovesWithANumber()
    {
        UnderlineTabs tabs;
        tabs.addTab(u"credentials"_s, u"Credentials"_s, UnderlineTabs::Counted::Yes);
        tabs.addTab(u"usage"_s, u"Usage"_s);
        tabs.resize(600, 40);
        tabs.show();
        const QRect before = tabs.tabRect(1);
        for (const int count : {3, 11, 42, -1}) {
            tabs.setCount(0, count);
            QCOMPARE(tabs.tabRect(1), before);
        }
        tabs.setCount(0, 12345); // whole all the same
        QVERIFY(tabs.tabRect(0).width() > before.left());
    }

    /// Of what was created there is no before: its room goes to what is there.
    void aCreatedThingHasNoBefore()
    {
        DiffTable table;
        const auto row = [](DiffRow::Change change) {
            DiffRow made;
            made.field = u"name"_s;
            made.before = change == DiffRow::Change::Added ? QString() : u"a"_s;
            made.after = change == DiffRow::Change::Removed ? QString() : u"b"_s;
            made.change = change;
            return made;
        };
        table.setRows({row(DiffRow::Change::Added), row(DiffRow::Change::Added)});
        QVERIFY(table.isColumnHidden(DiffModel::Before) && !table.isColumnHidden(DiffModel::After));
        table.setRows({row(DiffRow::Change::Removed)});
        QVERIFY(!table.isColumnHidden(DiffModel::Before) && table.isColumnHidden(DiffModel::After));
        table.setRows({row(DiffRow::Change::Added), row(DiffRow::Change::Changed)});
        QVERIFY(!table.isColumnHidden(DiffModel::Before) && !table.isColumnHidden(DiffModel::After));
    }

    /// Everything a person can operate has a name for people and one for tests.
    void operableWidgetsAreNamed()
    {
        QWidget all;
        auto *column = new QVBoxLayout(&all);
        auto *banner = new MessageBanner(Severity::Warn, u"x"_s);
        banner->setAction(u"Do"_s);
        banner->setClosable(true);
        auto *empty = new EmptyState(Icon::Inbox, u"None"_s, u"yet"_s);
        empty->addButton(u"create"_s, u"Create"_s);
        auto *error = new ErrorState;
        error->setError({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, true});
        for (QWidget *widget :
             std::initializer_list<QWidget *>{banner, empty, error, new CodeBlock(u"x"_s), new DiffTable}) {
            column->addWidget(widget);
        }
        int checked = 0;
        const QList<QWidget *> children = all.findChildren<QWidget *>();
        for (QWidget *widget : children) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"_s) ||
                qobject_cast<QLabel *>(widget) != nullptr || widget->inherits("QHeaderView")) {
                continue;
            }
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            ++checked;
        }
        QVERIFY(checked >= 8);
    }
};

PC_THEMED_TEST_MAIN(tst_widgets)
#include "tst_widgets.moc"
