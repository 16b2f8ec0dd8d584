// SPDX-License-Identifier: GPL-3.0-or-later
// No figure is cut off and no choice moves anything: a walk through every page and dialog of the real console
// in small windows.
#include "app/console_app.h"
#include "app/language.h"
#include "tests/e2e/choices.h"
#include "tests/e2e/product_walk.h"
#include "tests/e2e/text_recorder.h"
#include "views/shell/main_window.h"
#include "views/widgets/date_input.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/label.h"
#include "views/widgets/table_view.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace pc;
using pc::test::ProductWalk;

class TestRoom final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRecorderSeesWhatIsCut();
    void roomIsKept_data();
    void roomIsKept();
    void cleanupTestCase() { m_driver.reset(); }

private:
    void look(const QString &where, QWidget *window);

    QTemporaryDir m_home;
    std::unique_ptr<app::ConsoleDriver> m_driver;
    QStringList m_faults;
};

void TestRoom::initTestCase()
{
    QVERIFY(m_home.isValid());
    QApplication::setQuitOnLastWindowClosed(false);
    m_driver = std::make_unique<app::ConsoleDriver>(
        *qApp, m_home.path(), QStringLiteral(PC_BINARY_DIR) + u"/bin/partner-platform"_s);
}

void TestRoom::theRecorderSeesWhatIsCut()
{
    // A check that cannot see would pass for ever.
    QWidget window;
    auto *figure = new views::ElidedLabel(u"12,345 calls a day"_s);
    auto *name = new views::ElidedLabel(u"A name that has no room"_s);
    auto *act = new views::ElidedLabel(u"Promote to stage 3…"_s); // ends so by itself
    auto *column = new QVBoxLayout(&window);
    for (QWidget *label : {figure, name, act})
        column->addWidget(label);
    window.resize(90, 90);
    window.show();
    const QStringList cut = test::cutFigures(&window);
    QVERIFY2(cut.size() == 2, qPrintable(cut.join(u'\n')));
    window.resize(400, 90);
    column->activate();
    QCOMPARE(test::TextRecorder::textsOf(&window).size(), 3);
    QCOMPARE(test::cutFigures(&window), QStringList());
    auto *field = new views::DateInput(u"day"_s, views::DateInput::Mode::Minute);
    column->addWidget(field);
    field->show();
    field->setFixedWidth(110);
    column->activate();
    QVERIFY(test::cutFigures(&window).join(u' ').contains(u"in the field day"_s));
}

void TestRoom::look(const QString &where, QWidget *window)
{
    QWidget *top = window->window();
    QStringList faults = test::cutFigures(top);
    if (qobject_cast<views::DialogFrame *>(top))
        faults += test::movedByChoices(top);
    for (const auto *table : top->findChildren<views::PcTableView *>())
        if (table->isVisible() && !table->hasRoom())
            faults.append(u"%1 cuts the columns that never hide, in %2 px"_s.arg(table->objectName())
                              .arg(table->width()));
    for (const QString &fault : std::as_const(faults))
        if (const QString line = where + u": "_s + fault; !m_faults.contains(line))
            m_faults.append(line);
}

void TestRoom::roomIsKept_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textPercent");
    for (const QString &language : {u"en_GB"_s, u"de_DE"_s})
        for (const auto &[size, percent] : {std::pair(QSize(1024, 680), 100), std::pair(QSize(800, 560), 100),
                                            std::pair(QSize(1024, 680), 130)})
            QTest::addRow("%s, %dx%d, text %d %%", qPrintable(language), size.width(), size.height(), percent)
                << language << size << percent;
}

void TestRoom::roomIsKept()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, textPercent);
    m_driver->close();
    app::installLanguage(*qApp, QLocale(language));
    m_driver->theme().setTextPercent(textPercent);
    QVERIFY2(m_driver->openSample(300), qPrintable(m_driver->failure()));
    views::MainWindow &window = m_driver->window();
    QTest::qWait(300); // by then it has been fitted to the screen of this platform, which is a small one
    window.setMinimumSize(0, 0);
    window.resize(size);
    ProductWalk walk(*m_driver);
    walk.console([this](const QString &where, QWidget *shown) { look(where, shown); });
    QVERIFY(walk.places() >= 40);
    const QStringList found = std::exchange(m_faults, {});
    for (const QString &line : found)
        qWarning().noquote() << line;
    QVERIFY2(found.isEmpty(), qPrintable(u"%1 faults, see above"_s.arg(found.size())));
}

QTEST_MAIN(TestRoom)
#include "tst_room.moc"
