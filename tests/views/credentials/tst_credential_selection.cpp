// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "views/credentials/credential_selection.h"

#include <QTest>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

/// The commands mean the credential of the view that is on show.
class CredentialSelectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsOnShowCounts()
    {
        CredentialSelection selection;
        QVERIFY(!selection.selected());
        QCOMPARE(selection.noNewSecret(), QString());
        QWidget window;
        QWidget one(&window);
        QWidget other(&window);
        offer(selection, one, 1, u"frozen"_s);
        offer(selection, other, 2, {});
        QVERIFY(!selection.selected()); // neither is on show
        window.show();
        one.hide();
        QCOMPARE(selection.selected(), test::sampleCredential(2));
        QCOMPARE(selection.noNewSecret(), QString());
        one.show();
        other.hide();
        QCOMPARE(selection.selected(), test::sampleCredential(1));
        QCOMPARE(selection.noNewSecret(), u"frozen"_s);
        selection.withdraw(&one); // it goes, and its buttons still ask
        QVERIFY(!selection.selected());
        other.show();
        QCOMPARE(selection.selected(), test::sampleCredential(2));
        window.hide();
        QVERIFY(!selection.selected());
    }

private:
    static void offer(CredentialSelection &selection, const QWidget &view, int number, const QString &why)
    {
        selection.offer(&view, {[number] { return std::optional(test::sampleCredential(number)); },
                                [why] { return why; }});
    }
};

QTEST_MAIN(CredentialSelectionTest)
#include "tst_credential_selection.moc"
