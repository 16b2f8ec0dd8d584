// SPDX-License-Identifier: GPL-3.0-or-later
// Every pair of colours that carries meaning, by the WCAG formula, in both themes.
#include "views/style/tokens.h"
#include "views/widgets/avatar.h"

#include <QTest>

using namespace pc::views;

namespace {

constexpr double text = 4.5;
constexpr double graphics = 3.0;

struct Pair
{
    QString name;
    QColor a;
    QColor b;
    double minimum;
};

QList<Pair> pairs(const Tokens &t)
{
    QList<Pair> all;
    const auto add = [&all](const char *name, const QColor &a, const QColor &b, double minimum) {
        all.append({QString::fromLatin1(name), a, b, minimum});
    };
    const std::pair<const char *, QColor> grounds[] = {{"window", t.window},
                                                       {"sidebar", t.sidebar},
                                                       {"surface", t.surface},
                                                       {"alt", t.alt},
                                                       {"hover", t.hover},
                                                       {"selection", t.selection},
                                                       {"selectionInactive", t.selectionInactive}};
    for (const auto &[name, ground] : grounds) {
        const QByteArray on = QByteArray(" on ") + name;
        add(QByteArray("text" + on).constData(), t.text, ground, text);
        add(QByteArray("text2" + on).constData(), t.text2, ground, text);
        add(QByteArray("text3" + on).constData(), t.text3, ground, text);
    }
    for (const auto &[name, ground] : {std::pair("surface", t.surface), std::pair("window", t.window)}) {
        const QByteArray on = QByteArray(" on ") + name;
        add(QByteArray("accent text" + on).constData(), t.accent, ground, text);
        add(QByteArray("bad text" + on).constData(), t.bad.fg, ground, text);
        add(QByteArray("warn text" + on).constData(), t.warn.fg, ground, text);
        add(QByteArray("ok text" + on).constData(), t.ok.fg, ground, text);
        add(QByteArray("control edge" + on).constData(), t.borderStrong, ground, graphics);
        add(QByteArray("focus ring" + on).constData(), t.accent, ground, graphics);
        add(QByteArray("warning bar" + on).constData(), t.warnBar, ground, graphics);
        add(QByteArray("error bar" + on).constData(), t.badFill, ground, graphics);
        add(QByteArray("sandbox strip" + on).constData(), t.sandboxStrip, ground, graphics);
    }
    add("accent on selection", t.accent, t.selection, text);
    add("bad on selection", t.bad.fg, t.selection, text);
    add("warn on selection", t.warn.fg, t.selection, text);
    add("primary", t.onFill, t.accentFill, text);
    add("primary hover", t.onFill, t.accentFillHover, text);
    add("danger", t.onFill, t.badFill, text);
    add("danger hover", t.onFill, t.badFillHover, text);
    add("danger outline hover", t.bad.fg, t.bad.bg, text);
    add("accent fill on surface", t.accentFill, t.surface, graphics);
    for (const auto &[name, kind] :
         {std::pair("ok", t.ok), std::pair("warn", t.warn), std::pair("bad", t.bad),
          std::pair("info", t.info), std::pair("neutral", t.neutral), std::pair("sandbox", t.sandbox)}) {
        add(QByteArray(QByteArray("badge ") + name).constData(), kind.fg, kind.bg, text);
    }
    for (const auto &[name, ground] : {std::pair("added", t.diffAdd), std::pair("removed", t.diffDel)}) {
        add(QByteArray(QByteArray("diff text ") + name).constData(), t.text, ground, 11.0);
    }
    add("diff plus", t.ok.fg, t.diffAdd, text);
    add("diff minus", t.bad.fg, t.diffDel, text);
    add("toast", t.toastText, t.toastBg, text);
    add("toast action", t.toastAction, t.toastBg, text);
    add("served", t.served, t.surface, graphics);
    add("throttled", t.throttled, t.surface, graphics);
    add("errors", t.errors, t.surface, graphics);
    for (int i = 0; i < 5; ++i) {
        add(QByteArray("category " + QByteArray::number(i)).constData(), t.category[i], t.surface, graphics);
    }
    return all;
}

} // namespace

class tst_contrast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formula()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(contrastRatio(QColor(119, 119, 119), QColor(119, 119, 119)), 1.0);
        // Worked example of the WCAG understanding documents: #777777 on white is 4.48.
        QCOMPARE(qRound(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
    }

    void pairs_data()
    {
        QTest::addColumn<QColor>("a");
        QTest::addColumn<QColor>("b");
        QTest::addColumn<double>("minimum");
        for (const Tokens &tokens : {Tokens::light(), Tokens::darkTheme()}) {
            const QList<Pair> all = ::pairs(tokens);
            for (const Pair &pair : all) {
                QTest::addRow("%s: %s", tokens.dark ? "dark" : "light", qPrintable(pair.name))
                    << pair.a << pair.b << pair.minimum;
            }
        }
    }

    void pairs()
    {
        QFETCH(QColor, a);
        QFETCH(QColor, b);
        QFETCH(double, minimum);
        QVERIFY(a.isValid());
        QVERIFY(b.isValid());
        const double ratio = contrastRatio(a, b);
        QVERIFY2(ratio >= minimum, qPrintable(QStringLiteral("%1 on %2 is %3, needs %4")
                                                  .arg(a.name(), b.name())
                                                  .arg(ratio, 0, 'f', 2)
                                                  .arg(minimum)));
    }

    void avatars()
    {
        for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
            for (const bool dark : {false, true}) {
                const SeverityColors c = Avatar::colors(QString(QChar(letter)), dark);
                QVERIFY2(contrastRatio(c.fg, c.bg) >= text, qPrintable(c.fg.name()));
            }
        }
        QCOMPARE(Avatar::colors(QStringLiteral("Harbour Analytics"), false).bg,
                 Avatar::colors(QStringLiteral("Harbour Analytics"), false).bg);
    }
};

QTEST_APPLESS_MAIN(tst_contrast)
#include "tst_contrast.moc"
