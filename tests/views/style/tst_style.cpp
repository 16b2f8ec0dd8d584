// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/themed_test.h"

#include "views/style/console_style.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/space.h"
#include "views/style/tabular_digits.h"
#include "views/widgets/buttons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace pc::views;

namespace {

QImage grab(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

int countColor(const QImage &image, const QColor &color)
{
    int n = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            n += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
        }
    }
    return n;
}

} // namespace

class tst_style : public QObject
{
    Q_OBJECT
public:
    explicit tst_style(ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    /// A tool button in a window that is too small asks for it.
    void anIconWithoutRoomIsNothing()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        for (const QSize size : {QSize(0, 0), QSize(0, 12), QSize(-3, 12)})
            QVERIFY(icon(Icon::Key).pixmap(size).isNull());
        QCOMPARE(icon(Icon::Key).pixmap(QSize(12, 12)).size(), QSize(12, 12));
    }

    void init()
    {
        m_theme.setTextPercent(100);
        m_theme.setAppearance(Appearance::Light);
    }

    void fontsAreBundled()
    {
        QVERIFY(registerBundledFonts());
        QCOMPARE(QFontInfo(TypeScale().font(TypeRole::Body)).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(TypeScale().font(TypeRole::Mono)).family(), QStringLiteral("JetBrains Mono"));
    }

    void everyIconDraws_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 1; i < static_cast<int>(Icon::Count); ++i) {
            QTest::newRow(qPrintable(iconName(static_cast<Icon>(i)))) << i;
        }
    }

    void everyIconDraws()
    {
        QFETCH(int, which);
        const auto icon = static_cast<Icon>(which);
        for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
            m_theme.setAppearance(appearance);
            const Tokens &t = Tokens::of(nullptr);
            QImage image = pc::views::icon(icon).pixmap(40, 40).toImage();
            int painted = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    painted += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
                }
            }
            QVERIFY2(painted > 20, "nothing drawn");
            QVERIFY2(painted < 900, "a blot, not strokes");
            QCOMPARE(countColor(image.convertToFormat(QImage::Format_RGB32), t.text2) > 0, true);
            // Nothing touches the rim: strokes must not be cut off.
            for (int i = 0; i < 40; ++i) {
                QVERIFY(image.pixelColor(i, 0).alpha() < 60 && image.pixelColor(i, 39).alpha() < 60);
                QVERIFY(image.pixelColor(0, i).alpha() < 60 && image.pixelColor(39, i).alpha() < 60);
            }
        }
        QCOMPARE(iconFromName(iconName(icon)), icon);
        QCOMPARE(iconFromName(pc::views::icon(icon, Tone::Bad).name()), icon);
    }

    void iconsDiffer()
    {
        QHash<QByteArray, QString> seen;
        for (int i = 1; i < static_cast<int>(Icon::Count); ++i) {
            const QImage image = icon(static_cast<Icon>(i)).pixmap(40, 40).toImage();
            const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
            QVERIFY2(!seen.contains(bytes), qPrintable(iconName(static_cast<Icon>(i)) + seen.value(bytes)));
            seen.insert(bytes, iconName(static_cast<Icon>(i)));
        }
    }

    void switchesLive()
    {
        QLineEdit edit;
        edit.resize(200, 32);
        const QImage light = grab(edit);
        QSignalSpy spy(&m_theme, &ThemeController::changed);
        m_theme.setAppearance(Appearance::Dark);
        QCOMPARE(spy.count(), 1);
        const QImage dark = grab(edit);
        QVERIFY(countColor(light, Tokens::light().surface) > 2000);
        QVERIFY(countColor(dark, Tokens::darkTheme().surface) > 2000);
        QCOMPARE(&Tokens::of(&edit), &Tokens::of(nullptr));
    }

    void buttonKinds()
    {
        QPushButton button(QStringLiteral("Act"));
        button.resize(120, 32);
        const Tokens t = Tokens::light();
        setButtonKind(&button, ButtonKind::Primary);
        QVERIFY(countColor(grab(button), t.accentFill) > 1500);
        setButtonKind(&button, ButtonKind::Danger);
        QVERIFY(countColor(grab(button), t.badFill) > 1500);
        setButtonKind(&button, ButtonKind::DangerOutline);
        QVERIFY(countColor(grab(button), t.bad.fg) > 50);
        button.setEnabled(false);
        QCOMPARE(countColor(grab(button), t.bad.fg), 0);
    }

    void invalidFieldHasErrorBorder()
    {
        QLineEdit edit;
        edit.resize(200, 32);
        QCOMPARE(countColor(grab(edit), Tokens::light().bad.fg), 0);
        edit.setProperty("invalid", true);
        QVERIFY(countColor(grab(edit), Tokens::light().bad.fg) > 150);
    }

    void controlsHaveDesignHeights()
    {
        QLineEdit edit;
        QComboBox combo;
        QPushButton button(QStringLiteral("Act"));
        m_theme.setTextPercent(100);
        const int wanted = TypeScale::of(nullptr).px(space::control);
        QCOMPARE(edit.sizeHint().height(), wanted);
        QCOMPARE(combo.sizeHint().height(), wanted);
        QCOMPARE(button.sizeHint().height(), wanted);
        const int before = button.sizeHint().width();
        m_theme.setTextPercent(130);
        QVERIFY(button.sizeHint().height() > wanted);
        QVERIFY(button.sizeHint().width() > before);
    }

    void checkBoxStates()
    {
        QCheckBox box(QStringLiteral("x"));
        box.resize(60, 24);
        const QImage off = grab(box);
        box.setChecked(true);
        const QImage on = grab(box);
        QCOMPARE(countColor(off, Tokens::light().accentFill), 0);
        QVERIFY(countColor(on, Tokens::light().accentFill) > 80);
    }

    void digitsAreTabular()
    {
        const QFont font = TypeScale().font(TypeRole::Body);
        const int ones = tabularWidth(font, QStringLiteral("1111"));
        QCOMPARE(tabularWidth(font, QStringLiteral("8888")), ones);
        QCOMPARE(tabularWidth(font, QStringLiteral("4096")), ones);
        QImage image(120, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setPen(Qt::black);
        drawTabular(&painter, image.rect(), Qt::AlignRight | Qt::AlignVCenter, font, QStringLiteral("1,024"));
        painter.end();
        int painted = 0;
        for (int x = 0; x < 60; ++x) { // right-aligned: nothing in the left half
            for (int y = 0; y < 24; ++y) {
                painted += image.pixelColor(x, y) != QColor(Qt::white) ? 1 : 0;
            }
        }
        QCOMPARE(painted, 0);
        QVERIFY(countColor(image, Qt::white) < 120 * 24);
    }

    void highContrastUsesSystemColours()
    {
        QPalette system;
        system.setColor(QPalette::Base, Qt::black);
        system.setColor(QPalette::Text, Qt::yellow);
        const Tokens t = Tokens::fromPalette(system);
        QVERIFY(t.highContrast);
        QCOMPARE(t.surface, QColor(Qt::black));
        QCOMPARE(t.text, QColor(Qt::yellow));
        QCOMPARE(t.warn.bg, QColor(Qt::black));
        QVERIFY(contrastRatio(t.text, t.hover) >= 4.5);
    }

private:
    ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(tst_style)
#include "tst_style.moc"
