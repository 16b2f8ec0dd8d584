// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/date_text.h"
#include "contract/rules/field_limits.h"
#include "tests/views/themed_test.h"
#include "views/widgets/calendar_grid.h"
#include "views/widgets/calendar_popup.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/date_input.h"
#include "views/widgets/form_field.h"
#include "views/widgets/number_input.h"
#include "views/widgets/number_text.h"
#include "views/widgets/search_line.h"
#include "views/widgets/text_input.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

/// The inputs of the console: what is typed or pasted stays, is understood in every language's form, and what
/// cannot be taken is said.
class InputsTest final : public QObject
{
    Q_OBJECT
public:
    explicit InputsTest(ThemeController &) {}

private Q_SLOTS:
    /// Whoever rolls over a form scrolls on: no list takes the wheel, the focus, or another line.
    void theWheelGoesPastLists()
    {
        QComboBox plain;
        ChoiceInput typed(u"Owner"_s);
        for (QComboBox *list : {&plain, static_cast<QComboBox *>(&typed)}) {
            list->addItems({u"one"_s, u"two"_s});
            list->setCurrentIndex(0);
            list->show();
            const QPointF at(list->rect().center());
            QWheelEvent roll(at, list->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                             Qt::NoScrollPhase, false);
            QApplication::sendEvent(list, &roll);
            QVERIFY(!roll.isAccepted()); // what scrolls below gets it
            QCOMPARE(list->currentIndex(), 0);
            QVERIFY(list->focusPolicy() != Qt::WheelFocus);
        }
    }

    /// What is longer than its field is read from its beginning.
    void aLongChoiceShowsItsBeginning()
    {
        ChoiceInput owner(u"Owner"_s);
        owner.setChoices({{.value = u"local-admin"_s, .text = u"Local administrator (local-admin)"_s},
                          {.value = u"ops-1"_s, .text = u"ops-1"_s}});
        owner.showValue(u"local-admin"_s);
        QCOMPARE(owner.lineEdit()->cursorPosition(), 0);
        owner.showValue(u"local-admin"_s); // once more, as when the list comes anew
        QCOMPARE(owner.lineEdit()->cursorPosition(), 0);
    }

private:
    static QLocale localeOf(const QString &language) { return QLocale(language); }
    /// As a person types, one key at a time.
    static void type(QWidget *input, const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClicks(input, QString(c));
    }

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English)); }

    /// What nobody typed is read from its beginning; who types goes on where the keys go.
    void whatIsShownBeginsAtItsBeginning()
    {
        const QString name = u"Helene Albrecht-Westerfeld, Partnermanagement Nord (helene.albrecht)"_s;
        LineInput line(u"name"_s);
        line.setFixedWidth(80);
        line.show();
        line.showText(name);
        QCOMPARE(line.cursorPosition(), 0);
        ChoiceInput choice(u"owner"_s);
        choice.setClosed(false);
        choice.showValue(name);
        QCOMPARE(choice.lineEdit()->cursorPosition(), 0);
        LineInput typed(u"typed"_s);
        type(&typed, u"abc"_s); // without the focus, as tests and input methods do
        QCOMPARE(typed.text(), u"abc"_s);
        QCOMPARE(typed.cursorPosition(), 3);
    }

    /// The letters of another script come from another font: the line stays where it is.
    void everyScriptStandsOnTheSameLine()
    {
        const auto letters = [](const QString &more) {
            LineInput line(u"line"_s);
            line.resize(300, 32);
            line.setText(u"xxx"_s + more);
            const QImage image = line.grab().toImage();
            const qreal ratio = image.devicePixelRatio();
            QRect ink; // of "xxx" alone
            for (int y = int(5 * ratio); y < image.height() - int(5 * ratio); ++y)
                for (int x = int(5 * ratio); x < int(28 * ratio); ++x)
                    if (qGray(image.pixel(x, y)) < 120)
                        ink |= QRect(x, y, 1, 1);
            return ink;
        };
        const QRect plain = letters({});
        QVERIFY(!plain.isEmpty());
        for (const QString &more :
             {u" \u062A\u062C\u0631\u0628\u0629"_s, u" \u6F22"_s, u" \U0001F600"_s, u" \u0E44\u0E17\u0E22"_s})
            QVERIFY2(std::abs(letters(more).bottom() - plain.bottom()) <= 1, qPrintable(more));
    }

    /// Every part of a search line has a name, the button that clears it as well.
    void searchLinesHaveNames()
    {
        const std::unique_ptr<QLineEdit> line(
            makeSearchLine(u"search"_s, u"Search scopes"_s, u"Search scopes by name"_s, Icon::Search));
        line->setText(u"orders"_s);
        line->show();
        const QList<QToolButton *> parts = line->findChildren<QToolButton *>();
        QCOMPARE(parts.size(), 2);
        for (const QToolButton *part : parts)
            QVERIFY(!part->accessibleName().isEmpty());
        QCOMPARE(line->accessibleName(), u"Search scopes by name"_s);
        QCOMPARE(line->placeholderText(), u"Search scopes"_s);
        const auto clear = std::find_if(parts.begin(), parts.end(), [](const QToolButton *part) {
            return part->accessibleName() == u"Clear"_s;
        });
        QVERIFY(clear != parts.end());
        (*clear)->click();
        QCOMPARE(line->text(), QString());
    }

    void numbersAreReadInEveryForm_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<int>("state");
        QTest::addColumn<double>("value");
        const int number = int(NumberText::State::Number);
        const int none = int(NumberText::State::NotANumber);
        const int broken = int(NumberText::State::NotWhole);
        for (const QString &language : {u"en"_s, u"de"_s, u"tr"_s, u"ar"_s}) {
            const auto row = [&](const QString &text, bool whole, int state, double value) {
                QTest::addRow("%s %s %d", qPrintable(language), qPrintable(text.toHtmlEscaped()), int(whole))
                    << language << text << whole << state << value;
            };
            row(u"12345"_s, true, number, 12345);
            row(u"1234567"_s, true, number, 1234567);
            row(u"2.5"_s, false, number, 2.5);
            row(u"2,5"_s, false, number, 2.5);
            row(u"0,125"_s, false, number, 0.125);
            row(u"0.125"_s, false, number, 0.125);
            row(u".5"_s, false, number, 0.5);
            row(u"2."_s, false, number, 2);
            row(u"1.234.567"_s, true, number, 1234567);
            row(u"1,234,567"_s, true, number, 1234567);
            row(u"12,34,567"_s, true, number, 1234567); // as in India
            row(u"1 234 567"_s, true, number, 1234567);
            row(u"1\u202F234\u00A0567"_s, true, number, 1234567);
            row(u"1'234'567"_s, true, number, 1234567);
            row(u"1\u2019234\u2019567"_s, true, number, 1234567);
            row(u"12,345"_s, true, number, 12345);
            row(u"12.345"_s, true, number, 12345);
            row(u"1,234.5"_s, false, number, 1234.5);
            row(u"1.234,5"_s, false, number, 1234.5);
            row(u"\u0661\u0662\u0663\u0664\u0665"_s, true, number, 12345);
            row(u"\u0661\u066C\u0662\u0663\u0664"_s, true, number, 1234);
            row(u"\u0662\u066B\u0665"_s, false, number, 2.5);
            row(u"\u06F1\u06F2"_s, true, number, 12); // Persian
            row(u"\u0967\u0968"_s, true, number, 12); // Devanagari
            row(u"\u200F12\u200E"_s, true, number, 12);
            row(u" 42 "_s, true, number, 42);
            row(u"-5"_s, true, number, -5);
            row(u"\u22125"_s, true, number, -5);
            row(u"+5"_s, true, number, 5);
            row(u"5.0"_s, true, number, 5);
            row(u"2.5"_s, true, broken, 2.5);
            row(u"2,5"_s, true, broken, 2.5);
            row(u"12,3456"_s, false, number, 12.3456);
            for (const QString &wrong :
                 {u"abc"_s, u"12x"_s, u"1e5"_s, u"0x10"_s, u"1,2,3"_s, u"1.2.3"_s, u"--5"_s, u"5-"_s,
                  u"10\u00B2"_s, u"."_s, u","_s, u"1,23.4,5"_s, u"\u00BD"_s, u"nan"_s, u"inf"_s, u"1 23"_s})
                row(wrong, false, none, 0);
        }
        // The one form that depends on the language.
        const auto only = [&](const QString &language, const QString &text, double value) {
            QTest::addRow("%s only %s", qPrintable(language), qPrintable(text))
                << language << text << false << number << value;
        };
        only(u"en"_s, u"1,234"_s, 1234);
        only(u"en"_s, u"1.234"_s, 1.234);
        only(u"de"_s, u"1.234"_s, 1234);
        only(u"de"_s, u"1,234"_s, 1.234);
        only(u"tr"_s, u"1.234"_s, 1234);
    }
    void numbersAreReadInEveryForm()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(bool, whole);
        QFETCH(int, state);
        QFETCH(double, value);
        const NumberText read = readNumber(text, whole, localeOf(language));
        QCOMPARE(int(read.state), state);
        QCOMPARE(read.value, value);
    }

    void whatIsWrittenReadsBack()
    {
        for (const QString &language :
             {u"en"_s, u"de"_s, u"tr"_s, u"ar_EG"_s, u"hi"_s, u"fr"_s, u"de_CH"_s}) {
            for (const double value : {0.0, 1.0, 12345.0, 2.5, 0.001, 1234.567, 1000.5, 99999999.0}) {
                const QString text = writeNumber(value, localeOf(language));
                QCOMPARE(readNumber(text, false, localeOf(language)),
                         (NumberText{NumberText::State::Number, value}));
            }
        }
    }

    void numbersStayAsTheyAreTyped_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "tr", "ar"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void numbersStayAsTheyAreTyped()
    {
        QFETCH(QString, language);
        QLocale::setDefault(localeOf(language));
        NumberInput whole(u"n"_s, rules::limit("Limits", "daily_quota"));
        NumberInput decimal(u"d"_s, rules::limit("Limits", "rate"));
        for (NumberInput *input : {&whole, &decimal}) {
            input->show();
            input->setFocus();
        }
        // What a model does: each key comes back as a value.
        for (NumberInput *input : {&whole, &decimal})
            connect(input, &QLineEdit::textChanged, input, [input] {
                if (const auto number = input->number())
                    input->showNumber(*number);
            });
        type(&whole, u"12345"_s);
        QCOMPARE(whole.text(), u"12345"_s);
        QCOMPARE(whole.number(), 12345);
        for (const QString &text : {u"2.5"_s, u"2,5"_s}) {
            decimal.clear();
            type(&decimal, text);
            QCOMPARE(decimal.text(), text);
            QCOMPARE(decimal.number(), 2.5);
        }
        QGuiApplication::clipboard()->setText(u"\u0661\u0662\u0663\u0664\u0665"_s);
        whole.selectAll();
        whole.paste();
        QCOMPARE(whole.number(), 12345);
    }

    void outOfRangeIsAMessageAndNoClamp()
    {
        auto *burst = new NumberInput(u"burst"_s, rules::limit("Limits", "burst"));
        FormField field(u"Burst"_s, burst);
        field.show();
        type(burst, u"99999999999999999999"_s);
        QCOMPARE(burst->text(), u"99999999999999999999"_s);
        QVERIFY(!field.validate());
        QCOMPARE(field.error(), u"From 1 to 1,000,000."_s);
        QCOMPARE(burst->text(), u"99999999999999999999"_s);
        QVERIFY(!burst->whole()); // nothing that a count could hold
        burst->setText(u"0"_s);
        QVERIFY(!field.validate());
        QCOMPARE(burst->whole(), 0);
        burst->setText(u"1.5"_s);
        QVERIFY(!field.validate());
        QCOMPARE(field.error(), u"A whole number is needed."_s);
        burst->setText({});
        QVERIFY(!field.validate());
        for (const QString &fine : {u"1"_s, u"1000000"_s, u"1,000,000"_s}) {
            burst->setText(fine);
            QVERIFY2(field.validate(), qPrintable(fine));
        }
        auto *rate = new NumberInput(u"rate"_s, rules::limit("Limits", "rate"));
        FormField rateField(u"Rate"_s, rate);
        rate->setText(u"0"_s);
        QVERIFY(!rateField.validate());
        rate->setText(u"0.01"_s);
        QVERIFY(rateField.validate());
        rate->setText(u"100000.5"_s);
        QVERIFY(!rateField.validate());
    }

    void aLongPasteIsKeptAndSaid()
    {
        auto *ticket = new LineInput(u"ticket"_s, rules::limit("ActRequest", "ticket"));
        FormField field(u"Ticket"_s, ticket);
        field.show();
        const QString pasted(100000, u'x');
        QGuiApplication::clipboard()->setText(pasted);
        ticket->paste();
        QCOMPARE(ticket->text().size(), pasted.size());
        QCOMPARE(field.error(), u"99920 character(s) too many: at most 80."_s); // at once, not on leaving
        QTest::keyClick(ticket, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(ticket, Qt::Key_X);
        QCOMPARE(field.error(), QString());
        auto *notes = new TextInput(u"notes"_s, rules::limit("PartnerDraft", "notes"), 80);
        FormField notesField(u"Notes"_s, notes);
        notes->setPlainText(QString(4001, u'\u00E4'));
        QCOMPARE(notesField.error(), u"1 character(s) too many: at most 4,000."_s);
        // Counted as people count: one character outside the basic plane is one.
        auto *name = new LineInput(u"name"_s, rules::limit("IssueRequest", "name"));
        name->setText(u"\U0001F511"_s.repeated(80));
        QCOMPARE(name->fault(), QString());
        name->setText(u"\U0001F511"_s.repeated(81));
        QVERIFY(!name->fault().isEmpty());
    }

    void datesAreReadInEveryForm_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        const QDate day(2030, 4, 19);
        for (const char *language : {"en", "de", "tr", "ar"}) {
            for (const QString &text :
                 {u"2030-04-19"_s, u"2030-4-19"_s, u"2030/04/19"_s, u"19.4.2030"_s, u"19.04.2030"_s,
                  u"19. 4. 2030"_s, u"19/4/2030"_s, u"4/19/2030"_s, u"19 Apr 2030"_s, u"19 April 2030"_s,
                  u"April 19, 2030"_s, u"\u0662\u0660\u0663\u0660-\u0660\u0664-\u0661\u0669"_s,
                  u" 2030-04-19 "_s})
                QTest::addRow("%s %s", language, qPrintable(text))
                    << QString::fromLatin1(language) << text << day;
            for (const QString &text : {u"19.4.30"_s, u"2030"_s, u"tomorrow"_s, u"2030-04"_s, u"2030-02-30"_s,
                                        u"31.4.2030"_s, u"2030-13-01"_s, u"20300419"_s, u"0.0.2030"_s})
                QTest::addRow("%s wrong %s", language, qPrintable(text))
                    << QString::fromLatin1(language) << text << QDate();
        }
        QTest::newRow("en order") << u"en"_s << u"5/4/2030"_s << QDate(2030, 5, 4);
        QTest::newRow("de month") << u"de"_s << u"19. Dezember 2030"_s << QDate(2030, 12, 19);
        QTest::newRow("tr month") << u"tr"_s << u"19 Nisan 2030"_s << day;
    }
    void datesAreReadInEveryForm()
    {
        QFETCH(QString, language);
        QFETCH(QString, text);
        QFETCH(QDate, date);
        const rules::DateText read = rules::readDate(text, false, localeOf(language));
        QCOMPARE(read.state == rules::DateText::State::Read, date.isValid());
        if (date.isValid())
            QCOMPARE(read.date, date);
    }

    void timesAreReadToo()
    {
        const QLocale en(QLocale::English);
        QCOMPARE(rules::readDate(u"2030-04-19 12:30"_s, true, en).time, QTime(12, 30));
        QCOMPARE(rules::readDate(u"2030-04-19T12:30:15Z"_s, true, en).time, QTime(12, 30, 15));
        QCOMPARE(rules::readDate(u"19.4.2030 9:05 UTC"_s, true, en).time, QTime(9, 5));
        QCOMPARE(rules::readDate(u"2030-04-19"_s, true, en).time, QTime(0, 0));
        QCOMPARE(rules::readDate(u"2030-04-19 25:00"_s, true, en).state, rules::DateText::State::NotADate);
        QCOMPARE(rules::readDate(u"2030-04-19 12:30"_s, false, en).state, rules::DateText::State::NotADate);
    }

    void aDateStaysAsTypedWithAMessage()
    {
        auto *input = new DateInput(u"signedOn"_s, DateInput::Mode::Day);
        auto *other = new QLineEdit;
        QWidget window;
        FormField field(u"Signed on"_s, input, &window);
        other->setParent(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        input->setSensible({}, QDate(2026, 1, 1));
        input->setFocus();
        type(input, u"2030-01-01"_s);
        QCOMPARE(input->text(), u"2030-01-01"_s);
        other->setFocus();
        QCOMPARE(input->text(), u"2030-01-01"_s);
        QCOMPARE(input->day(), QDate(2030, 1, 1));
        QCOMPARE(field.error(), u"Not after 2026-01-01."_s);
        input->setFocus();
        input->selectAll();
        type(input, u"31.02.2025"_s);
        other->setFocus();
        QCOMPARE(input->text(), u"31.02.2025"_s); // not understood: as typed
        QCOMPARE(field.error(), u"There is no such day."_s);
        QCOMPARE(input->unreadText(), u"31.02.2025"_s);
        input->setFocus();
        input->selectAll();
        type(input, u"3.2.2025"_s);
        QCOMPARE(input->text(), u"3.2.2025"_s);
        other->setFocus();
        QCOMPARE(input->text(), u"2025-02-03"_s); // understood, and said how
        QCOMPARE(field.error(), QString());
        input->clear();
        QVERIFY(field.validate()); // whether it may be empty is the form's to say
    }

    void theCalendarOpensByItsArrowAndByKeys()
    {
        DateInput input(u"day"_s, DateInput::Mode::Minute);
        input.resize(200, 32);
        input.show();
        QVERIFY(QTest::qWaitForWindowExposed(&input));
        input.setText(u"2026-03-31 08:15"_s);
        auto *arrow = input.findChild<QToolButton *>();
        QVERIFY(arrow);
        // Wherever it is clicked.
        for (const QPoint &at : {QPoint(1, arrow->height() / 2), QPoint(arrow->width() - 2, 2)}) {
            QTest::mouseClick(arrow, Qt::LeftButton, {}, at);
            auto *popup = input.findChild<CalendarPopup *>();
            QVERIFY(popup && popup->isVisible());
            QCOMPARE(popup->findChild<QLabel *>(u"calendarMonth"_s)->text(), u"March 2026"_s);
            QTest::keyClick(popup, Qt::Key_Escape);
            QTRY_VERIFY(!input.findChild<CalendarPopup *>());
            QCOMPARE(input.text(), u"2026-03-31 08:15"_s);
        }
        QTest::keyClick(&input, Qt::Key_Down, Qt::AltModifier);
        auto *grid = input.findChild<CalendarGrid *>();
        QVERIFY(grid);
        QCOMPARE(grid->day(), QDate(2026, 3, 31));
        QTest::keyClick(grid, Qt::Key_PageDown);
        QCOMPARE(grid->day(), QDate(2026, 4, 30));
        QTest::keyClick(grid, Qt::Key_Left);
        QTest::keyClick(grid, Qt::Key_Up);
        QCOMPARE(grid->day(), QDate(2026, 4, 22));
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(input.text(), u"2026-04-22 08:15"_s); // the time stays
        QTRY_VERIFY(!input.findChild<CalendarPopup *>());
        QTest::keyClick(&input, Qt::Key_F4);
        grid = input.findChild<CalendarGrid *>();
        QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cellOf(QDate(2026, 4, 1)).center());
        QCOMPARE(input.moment(), QDateTime(QDate(2026, 4, 1), QTime(8, 15), Qt::UTC));
    }

    void aChoiceIsNeverReplacedBySomethingSimilar()
    {
        auto *input = new ChoiceInput(u"country"_s);
        input->setUnknownText(u"Choose a country."_s);
        input->setChoices({{u"GE"_s, u"Georgia"_s, {u"Georgien"_s}},
                           {u"DE"_s, u"Germany"_s, {u"Deutschland"_s}},
                           {u"TR"_s, u"T\u00FCrkiye"_s, {u"T\u00FCrkei"_s}}});
        FormField field(u"Country"_s, input);
        field.show();
        for (const auto &[typed, value] : {std::pair{u"Germany"_s, u"DE"_s},
                                           {u"germany"_s, u"DE"_s},
                                           {u"DE"_s, u"DE"_s},
                                           {u"GE"_s, u"GE"_s},
                                           {u"Deutschland"_s, u"DE"_s},
                                           {u"turkiye"_s, u"TR"_s}}) {
            input->setEditText({});
            type(input->lineEdit(), typed);
            QCOMPARE(input->currentText(), typed);
            QCOMPARE(input->value(), value);
            QVERIFY(field.validate());
        }
        for (const QString &typed : {u"Ger"_s, u"G"_s, u"Atlantis"_s, u"XX"_s}) {
            input->setEditText({});
            type(input->lineEdit(), typed);
            QTest::keyClick(input->lineEdit(), Qt::Key_Tab);
            QCOMPARE(input->currentText(), typed);
            QCOMPARE(input->value(), typed);
            QVERIFY(!field.validate());
            QCOMPARE(field.error(), u"Choose a country."_s);
        }
        input->showValue(u"TR"_s);
        QCOMPARE(input->currentText(), u"T\u00FCrkiye"_s);
    }

    /// Typed until one line is left in sight: Enter takes that one. Of several it takes none.
    void enterTakesTheOnlyMatch()
    {
        ChoiceInput input(u"country"_s);
        input.setChoices({{u"GE"_s, u"Georgia"_s, {}}, {u"DE"_s, u"Germany"_s, {u"Deutschland"_s}}});
        input.show();
        input.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&input));
        input.setFocus();
        QAbstractItemView *list = input.completer()->popup();
        for (const auto &[typed, shown, value] : {std::tuple{u"ge"_s, u"ge"_s, u"ge"_s},
                                                  {u"germ"_s, u"Germany"_s, u"DE"_s},
                                                  {u"schl"_s, u"Germany"_s, u"DE"_s}}) {
            input.setEditText({});
            QTest::keyClicks(input.lineEdit(), typed);
            QTRY_VERIFY(list->isVisible());
            QTest::keyClick(list, Qt::Key_Return);
            QCOMPARE(input.currentText(), shown);
            QCOMPARE(input.value(), value);
            QVERIFY(!list->isVisible());
        }
        input.setEditText({});
        QTest::keyClicks(input.lineEdit(), u"germ"_s);
        QTRY_VERIFY(list->isVisible());
        list->hide();
        QTest::keyClick(input.lineEdit(), Qt::Key_Return); // nothing in sight
        QCOMPARE(input.currentText(), u"germ"_s);
    }

    void ctrlZBelongsToTheLineOnlyWhileThereIsTypingToTakeBack_data()
    {
        QTest::addColumn<bool>("search");
        QTest::newRow("field") << false;
        QTest::newRow("search") << true; // it has the focus on most pages
    }
    void ctrlZBelongsToTheLineOnlyWhileThereIsTypingToTakeBack()
    {
        QFETCH(bool, search);
        const std::unique_ptr<QLineEdit> line(
            search ? makeSearchLine(u"search"_s, u"Search"_s, u"Search"_s, Icon::Search)
                   : new LineInput(u"x"_s));
        line->show();
        const auto asks = [&line] {
            QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
            event.ignore();
            QCoreApplication::sendEvent(line.get(), &event);
            return event.isAccepted();
        };
        QVERIFY(!asks());
        type(line.get(), u"abc"_s);
        QVERIFY(asks());
        QTest::keyClick(line.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(line->text(), QString());
        QVERIFY(!asks());
    }
};

PC_THEMED_TEST_MAIN(InputsTest)
#include "tst_inputs.moc"
