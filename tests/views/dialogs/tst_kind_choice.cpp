// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/credential_kinds.h"
#include "models/text/credential_kind_text.h"
#include "models/text/enum_names.h"
#include "views/dialogs/kind_choice.h"
#include "views/words/words.h"

#include <QLabel>
#include <QRadioButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;

/// Whatever kinds the table has are offered, named and drawn.
class KindChoiceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsOffered()
    {
        QWidget box;
        KindChoice choice(&box, KindChoice::Notes::None);
        QSignalSpy changed(&choice, &KindChoice::changed);
        QCOMPARE(choice.kind(), rules::credentialKinds().front().kind);
        QCOMPARE(box.findChildren<QRadioButton *>().size(), offered());
        QVERIFY(box.findChildren<QLabel *>().isEmpty());
        for (const rules::CredentialKindTraits &traits : rules::credentialKinds()) {
            auto *button = box.findChild<QRadioButton *>(u"kind:"_s + toText(traits.kind));
            if (traits.imported) {
                QVERIFY2(!button, qPrintable(toText(traits.kind)));
                continue;
            }
            QVERIFY2(button, qPrintable(toText(traits.kind)));
            changed.clear();
            const bool other = choice.kind() != traits.kind;
            button->click();
            QCOMPARE(choice.kind(), traits.kind);
            QCOMPARE(changed.count(), other ? 1 : 0);
        }
        choice.setKind(CredentialKind::Unknown);
        QCOMPARE(choice.kind(), rules::credentialKinds().front().kind);
    }

    void eachHasItsNote()
    {
        QWidget box;
        const KindChoice choice(&box, KindChoice::Notes::BesideEach);
        QCOMPARE(box.findChildren<QLabel *>().size(), offered());
    }

    void everyKindIsNamedAndDrawn()
    {
        QSet<QString> names;
        for (const rules::CredentialKindTraits &traits : rules::credentialKinds()) {
            QVERIFY2(kindIcon(traits.kind) != Icon::None, models::kindTexts(traits.kind).icon);
            names.insert(models::nameOf(traits.kind));
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(rules::credentialKinds().size()));
        QVERIFY(!names.contains(models::nameOf(CredentialKind::Unknown)));
        QVERIFY(kindIcon(CredentialKind::Unknown) != Icon::None);
    }

private:
    /// Those that are not imported.
    [[nodiscard]] static int offered()
    {
        const auto kinds = rules::credentialKinds();
        return static_cast<int>(
            std::count_if(kinds.begin(), kinds.end(), [](const auto &traits) { return !traits.imported; }));
    }
};

QTEST_MAIN(KindChoiceTest)
#include "tst_kind_choice.moc"
