// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/kept_lines.h"
#include "tests/views/reactions.h"
#include "tests/views/themed_test.h"

#include <QTest>

using namespace pc::test;

/// What every page and dialog does when its controls are used is what tests/views/reactions/ keeps of it.
class ReactionsTest final : public QObject
{
    Q_OBJECT
public:
    explicit ReactionsTest(pc::views::ThemeController &theme) : m_theme(theme) {}

private Q_SLOTS:
    void doesAsKept_data()
    {
        QTest::addColumn<int>("at");
        const QList<NamedScene> all = scenes(m_theme);
        for (int at = 0; at < all.size(); ++at)
            QTest::newRow(all[at].name) << at;
    }
    void doesAsKept()
    {
        QFETCH(const int, at);
        const NamedScene scene = scenes(m_theme)[at];
        const QString difference = differenceFromKept(QStringLiteral(PC_REACTIONS_DIR),
                                                      QString::fromLatin1(scene.name), reactionsOf(scene));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }

private:
    pc::views::ThemeController &m_theme;
};

PC_THEMED_TEST_MAIN(ReactionsTest)
#include "tst_reactions.moc"
