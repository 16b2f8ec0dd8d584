// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/kept_lines.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/reactions.h"
#include "tests/views/themed_test.h"

#include <QTest>

#include <algorithm>

using namespace pc::test;

/// What every page and dialog does when its controls are used is what tests/views/reactions/ keeps of it.
/// With PC_PARTS=n and PC_PART=0…n-1 only each n-th of them: it waits more than it works.
class ReactionsTest final : public QObject
{
    Q_OBJECT
public:
    explicit ReactionsTest(pc::views::ThemeController &theme) : m_theme(theme) { pc::test::settleMs = 1; }

private Q_SLOTS:
    void doesAsKept_data()
    {
        QTest::addColumn<int>("at");
        const QList<NamedScene> all = scenes(m_theme);
        const int parts = qEnvironmentVariableIntValue("PC_PARTS"),
                  part = qEnvironmentVariableIntValue("PC_PART");
        for (int at = parts > 0 ? part : 0; at < all.size(); at += std::max(parts, 1))
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
