// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/codec/codecs.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "tests/views/typing.h"
#include "views/access/access_tab.h"
#include "views/onboarding/onboarding_page.h"
#include "views/partner/edit_partner_dialog.h"
#include "views/partner/partner_page.h"
#include "views/seams/partner_places.h"
#include "views/widgets/choice_input.h"
#include "views/widgets/date_input.h"
#include "views/widgets/number_input.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWheelEvent>

using namespace pc;
using namespace pc::views;
using namespace pc::test;
using namespace Qt::StringLiterals;
using models::OnboardStep;

namespace {

/// What a person types into a field, and what must then be held.
struct Sample
{
    QString typed;
    QString held;
};

QString arabic(const QString &digits)
{
    QString text;
    for (const QChar c : digits)
        text += c.isDigit() ? QChar(0x0660 + c.digitValue()) : c == u'.' ? QChar(0x066B) : c;
    return text;
}

/// Several per kind of field; a field of a new kind is taken for text.
QList<Sample> samplesFor(const QWidget *input, int serial)
{
    if (qobject_cast<const NumberInput *>(input)) {
        QList<Sample> samples{{u"12345"_s, u"12345"_s},
                              {arabic(u"12345"_s), u"12345"_s},
                              {u"7"_s, u"7"_s},
                              {u"1 234 567"_s, u"1234567"_s}};
        if (input->objectName() == "rateField"_L1)
            samples = {{u"2.5"_s, u"2.5"_s},   {u"2,5"_s, u"2.5"_s},       {arabic(u"2.5"_s), u"2.5"_s},
                       {u"0.25"_s, u"0.25"_s}, {u"1234.5"_s, u"1234.5"_s}, {u"100000"_s, u"100000"_s}};
        return samples;
    }
    if (const auto *date = qobject_cast<const DateInput *>(input)) {
        Q_UNUSED(date)
        return {{u"2031-05-06"_s, u"2031-05-06"_s},
                {u"6.5.2031"_s, u"2031-05-06"_s},
                {arabic(u"2031-05-06"_s), u"2031-05-06"_s},
                {u"1999-12-31"_s, u"1999-12-31"_s}};
    }
    if (const auto *choice = qobject_cast<const ChoiceInput *>(input->parentWidget())) {
        const int last = choice->count() - 1;
        QList<Sample> samples{{u"Nowhere %1"_s.arg(serial), u"Nowhere %1"_s.arg(serial)}};
        if (last >= 0)
            samples.append({choice->itemText(last), choice->itemData(last).toString()});
        return samples;
    }
    const QString text = u"I\u0131\u0130i \u00DF \u00D1and\u00FA %1"_s.arg(serial);
    return {{text, text}, {u"12.345,6 %1"_s.arg(serial), u"12.345,6 %1"_s.arg(serial)}};
}

bool isHeld(const QSet<QString> &leaves, const QString &held)
{
    if (leaves.contains(held))
        return true;
    // A list gives its parts, a time of a day the day, a hash is written small.
    for (const QString &leaf : leaves)
        if (leaf.startsWith(held + u'T') || leaf == held.toLower())
            return true;
    for (const QString &part : held.split(u','))
        if (!leaves.contains(part.trimmed()))
            return false;
    return true;
}

QJsonObject jsonOf(const models::OnboardDraft &draft)
{
    QJsonObject json = toJson(draft.partner);
    json.insert(u"sandbox"_s, draft.sandbox.credentialName);
    return json;
}

} // namespace

/// Typed is stored: every field of every form, found by itself, key by key, in every language.
class TypedIsStoredTest final : public QObject
{
    Q_OBJECT
public:
    explicit TypedIsStoredTest(ThemeController &) {}

private:
    int m_serial = 0;
    int m_walked = 0;

    /// Types into every field below `root` and looks for it in what `held` gives. Empty when all is well.
    QString walk(QWidget *root, const std::function<QJsonValue()> &held)
    {
        if (const auto *spin = root->findChild<QAbstractSpinBox *>())
            return u"%1 is a spin box"_s.arg(spin->objectName());
        for (QWidget *input : typedInputs(root)) {
            const auto *line = qobject_cast<QLineEdit *>(input);
            const bool search = line && line->isClearButtonEnabled();
            if (line && !search && !qobject_cast<const LineInput *>(input))
                return u"%1 is a stock field"_s.arg(nameOf(input));
            for (const Sample &sample : samplesFor(input, ++m_serial)) {
                if (const QString shown = typeOver(input, sample.typed); !shown.isEmpty())
                    return u"%1: %2"_s.arg(nameOf(input), shown);
                if (!search && !isHeld(leavesOf(held()), sample.held))
                    return u"%1: typed “%2”, held are %3"_s.arg(
                        nameOf(input), sample.typed, QStringList(leavesOf(held()).values()).join(u" | "_s));
                ++m_walked;
            }
        }
        return {};
    }

    static void languages()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "tr", "ar"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }

private Q_SLOTS:
    void init() { m_walked = 0; }
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English)); }

    void onboarding_data() { languages(); }
    void onboarding()
    {
        QFETCH(const QString, language);
        QLocale::setDefault(QLocale(language));
        PagesFixture pages;
        auto *page = new OnboardingPage(pages.context, pages.parts);
        page->open(places::onboardingPage());
        pages.show(page);
        settle(20);
        for (int step = 0; step < int(OnboardStep::Review); ++step) {
            page->goTo(static_cast<OnboardStep>(step));
            for (QCheckBox *box : page->findChildren<QCheckBox *>()) // opens what depends on it
                if (box->isVisible() && box->isEnabled() && !box->isChecked())
                    box->click();
            const QString fault = walk(page, [page] { return jsonOf(page->flow().draft()); });
            QVERIFY2(fault.isEmpty(), qPrintable(u"step %1, %2"_s.arg(step).arg(fault)));
        }
        QVERIFY(m_walked > 50);
    }

    void editing_data() { languages(); }
    void editing()
    {
        QFETCH(const QString, language);
        QLocale::setDefault(QLocale(language));
        PagesFixture pages;
        QWidget base;
        pages.show(&base);
        pages.catalogue.ensureLoaded();
        settle(10);
        for (const OnboardStep step : {OnboardStep::Organisation, OnboardStep::Contacts,
                                       OnboardStep::Agreement, OnboardStep::LawfulBasis}) {
            auto *flow = new models::EditPartnerFlow(pages.connection->partners(),
                                                     {pages.service->partners[2], u"\"1\""_s});
            EditPartnerDialog dialog(pages.context, pages.catalogue, flow, step, &pages.window);
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.open();
            settle(5);
            const QString fault = walk(&dialog, [&dialog] { return toJson(dialog.edited().partner); });
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
            dialog.close();
        }
        QVERIFY(m_walked > 40);
    }

    /// Rolling the wheel over a form scrolls it; it never changes a choice.
    void theWheelChangesNothing()
    {
        PagesFixture pages;
        auto *page = new OnboardingPage(pages.context, pages.parts);
        page->open(places::onboardingPage());
        pages.show(page);
        settle(20);
        int choices = 0;
        for (int step = 0; step < int(OnboardStep::Review); ++step) {
            page->goTo(static_cast<OnboardStep>(step));
            const models::OnboardDraft before = page->flow().draft();
            for (QComboBox *box : page->findChildren<QComboBox *>()) {
                if (!box->isVisible() || box->count() < 2)
                    continue;
                const QString shown = box->currentText();
                const QPointF at = QRectF(box->rect()).center();
                QWheelEvent event(at, box->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, {},
                                  Qt::NoScrollPhase, false);
                QCoreApplication::sendEvent(box, &event);
                QCOMPARE(box->currentText(), shown);
                ++choices;
            }
            QVERIFY(page->flow().draft() == before);
        }
        QVERIFY(choices >= 5); // country, owner, time zone, basis, plan
    }

    void limits_data() { languages(); }
    void limits()
    {
        QFETCH(const QString, language);
        QLocale::setDefault(QLocale(language));
        PagesFixture pages;
        auto *page = new PartnerPage(pages.context, pages.parts);
        page->open(places::partnerPage(pages.idOf(u"Cardinal Payroll"_s), u"access"_s));
        pages.show(page);
        auto *tab = page->findChild<AccessTab *>();
        QTRY_VERIFY(tab->editor().isReady());
        settle(10);
        tab->findChild<QCheckBox *>(u"overrideBox"_s)->click();
        const QString fault = walk(tab, [tab] { return toJson(tab->editor().edit()); });
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        QVERIFY(m_walked > 15);
        // What somebody else does meanwhile does not come between the keys.
        auto *quota = tab->findChild<NumberInput *>(u"quotaField"_s);
        quota->setFocus();
        quota->selectAll();
        QTest::keyClicks(quota, u"432"_s);
        pages.service->editGrantElsewhere(pages.idOf(u"Cardinal Payroll"_s), {u"orders:read"_s});
        page->refresh();
        settle(20);
        QTest::keyClicks(quota, u"1"_s);
        QCOMPARE(quota->text(), u"4321"_s);
        QCOMPARE(tab->editor().edit().limitOverride->limits.dailyQuota, 4321);
    }
};

PC_THEMED_TEST_MAIN(TypedIsStoredTest)
#include "tst_typed_is_stored.moc"
