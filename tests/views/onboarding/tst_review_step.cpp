// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/access/catalogue_model.h"
#include "models/partners/partner_flows.h"
#include "models/session/connection.h"
#include "models/text/enum_names.h"
#include "tests/views/pages_fixture.h"
#include "tests/views/themed_test.h"
#include "views/onboarding/onboarding_page.h"
#include "views/partner_forms/step_form.h"
#include "views/seams/partner_places.h"
#include "views/widgets/form_field.h"
#include "views/widgets/icon_label.h"
#include "views/words/draft_words.h"

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using models::OnboardStep;
using pc::test::PagesFixture;

namespace {

struct Shown
{
    PagesFixture pages;
    OnboardingPage *page;

    Shown() : page(new OnboardingPage(pages.context, pages.parts))
    {
        page->open(places::onboardingPage());
        pages.show(page);
        pc::test::settle(20);
    }
    /// As if it had been typed.
    void load(const models::OnboardDraft &draft) const
    {
        page->flow().setDraft(draft);
        page->form()->setDraft(draft);
    }
    [[nodiscard]] models::OnboardDraft whole() const
    {
        models::OnboardDraft draft;
        draft.partner = models::draftOf(pages.service->partners[2]);
        draft.partner.name = u"Quarry Tools"_s;
        draft.partner.slug = u"quarry-tools"_s;
        draft.partner.scopes = {u"orders:read"_s};
        draft.sandbox.issueCredential = false;
        for (Contact &contact : draft.partner.contacts)
            contact.verifiedAt.reset(); // what was verified of another partner
        return draft;
    }
    /// Everything that can be missing is.
    [[nodiscard]] static models::OnboardDraft bare()
    {
        models::OnboardDraft draft;
        draft.sandbox.credentialName.clear();
        draft.partner.agreement = Agreement();
        draft.partner.timeZone.clear();
        return draft;
    }
};

} // namespace

/// The last step of a new partner: what is open, by name, with a way to it.
class ReviewStepTest final : public QObject
{
    Q_OBJECT
public:
    explicit ReviewStepTest(ThemeController &) {}

private Q_SLOTS:
    /// Icon, first line of the text and button stand on one line.
    void aProblemOfTheReviewStandsInOneLine()
    {
        Shown shown;
        shown.page->goTo(OnboardStep::Review);
        pc::test::settle(3);
        const auto rows = shown.page->findChildren<QWidget *>(u"reviewProblem"_s);
        QVERIFY(!rows.isEmpty());
        for (const QWidget *row : rows) {
            const auto *mark = row->findChild<IconLabel *>();
            const auto *go = row->findChild<QPushButton *>(u"goToProblem"_s);
            const auto *text = row->findChild<QLabel *>();
            QCOMPARE(mark->geometry().center().y(), go->geometry().center().y());
            const int firstLine =
                text->y() + text->contentsMargins().top() + text->fontMetrics().height() / 2;
            QVERIFY2(std::abs(firstLine - go->geometry().center().y()) <= 1, qPrintable(text->text()));
        }
    }

    /// What has not changed is not made anew under the keyboard, which stands on the first thing to do.
    void theReviewKeepsItsRows()
    {
        Shown shown;
        QTRY_VERIFY(shown.pages.parts.catalogue.hasValue());
        shown.page->goTo(OnboardStep::Review);
        const auto buttons = [&shown] { return shown.page->findChildren<QPushButton *>(u"goToProblem"_s); };
        QVERIFY(buttons().size() > 6);
        QVERIFY(buttons().constFirst()->hasFocus());
        QPointer<QPushButton> third = buttons().at(2);
        third->setFocus();
        const QList<QPushButton *> before = buttons();
        Q_EMIT shown.pages.connection->statusChanged();
        shown.pages.parts.catalogue.refresh(); // and the same comes
        pc::test::settle();
        QCOMPARE(buttons(), before);
        QVERIFY(third && third->hasFocus());
        // Of rows that go the others stay, and the keyboard is on the one that takes the place.
        buttons().constFirst()->setFocus();
        models::OnboardDraft draft = shown.page->flow().draft();
        draft.partner.name = u"Quarry Tools"_s;
        shown.page->flow().setDraft(draft);
        QCOMPARE(buttons().size(), before.size() - 1);
        QVERIFY(buttons().constFirst()->hasFocus());
        QVERIFY(buttons().contains(third));
        pc::test::settle();
        const auto rows = shown.page->findChildren<QWidget *>(u"reviewProblem"_s);
        for (qsizetype i = 1; i < rows.size(); ++i)
            QVERIFY(rows[i]->mapTo(shown.page, QPoint()) != rows[i - 1]->mapTo(shown.page, QPoint()));
    }

    /// "Correct" leads to the field that the line names, with what is wrong under it.
    void correctLeadsToTheNamedField()
    {
        Shown shown;
        QTRY_VERIFY(shown.pages.parts.catalogue.hasValue());
        shown.load(Shown::bare());
        shown.page->goTo(OnboardStep::Review);
        const QList<rules::FieldProblem> problems = shown.page->flow().problems();
        QVERIFY(problems.size() > 12);
        for (const rules::FieldProblem &problem : problems) {
            shown.page->goTo(OnboardStep::Review);
            const qsizetype at = shown.page->flow().problems().indexOf(problem);
            QVERIFY2(at >= 0, qPrintable(problem.pointer));
            pc::test::settle();
            auto buttons = shown.page->findChildren<QPushButton *>(u"goToProblem"_s); // as they were made
            std::sort(buttons.begin(), buttons.end(), [&](const QPushButton *a, const QPushButton *b) {
                return a->mapTo(shown.page, QPoint()).y() < b->mapTo(shown.page, QPoint()).y();
            });
            buttons.at(at)->click();
            QCOMPARE(shown.page->flow().step(), models::stepOf(problem.pointer));
            const FormField *field = shown.page->form()->fieldAt(problem);
            QVERIFY2(field && field->hasError(), qPrintable(problem.pointer));
            const QWidget *focus = shown.pages.window.focusWidget();
            QVERIFY2(focus && field->isAncestorOf(focus), qPrintable(problem.pointer));
        }
    }

    /// What must stand there says so before it is missing.
    void whatIsNeededSaysSo()
    {
        Shown shown;
        QTRY_VERIFY(shown.pages.parts.catalogue.hasValue());
        shown.load(Shown::bare());
        int needed = 0;
        for (const rules::FieldProblem &problem : shown.page->flow().problems()) {
            if (problem.fault != rules::FieldFault::Required &&
                problem.fault != rules::FieldFault::MissingContact)
                continue;
            shown.page->goTo(models::stepOf(problem.pointer));
            const FormField *field = shown.page->form()->fieldAt(problem);
            QVERIFY2(field, qPrintable(problem.pointer));
            QVERIFY2(field->findChild<QLabel *>()->text().endsWith(u"(required)"_s),
                     qPrintable(problem.pointer));
            ++needed;
        }
        QVERIFY(needed > 8);
    }

    /// A catalogue that is loaded again and is the same leaves the boxes alone.
    void boxesStayUnderTheKeyboard()
    {
        Shown shown;
        QTRY_VERIFY(shown.pages.parts.catalogue.hasValue());
        for (const OnboardStep step : {OnboardStep::LawfulBasis, OnboardStep::Access}) {
            shown.page->goTo(step);
            const auto boxes = shown.page->form()->findChildren<QCheckBox *>();
            QVERIFY(boxes.size() > 1);
            const QPointer<QCheckBox> second = boxes.at(1);
            second->setFocus();
            shown.pages.parts.catalogue.refresh();
            pc::test::settle();
            QVERIFY(second && second->hasFocus());
        }
    }

    void theReviewNamesTheFields()
    {
        Shown shown;
        models::OnboardDraft draft;
        draft.sandbox.credentialName.clear();
        shown.load(draft);
        shown.page->goTo(OnboardStep::Review);
        const QList<rules::FieldProblem> problems = shown.page->flow().problems();
        QVERIFY(problems.size() > 6);
        QStringList lines;
        for (QWidget *row : shown.page->findChildren<QWidget *>(u"reviewProblem"_s))
            lines.append(row->findChildren<QLabel *>().constLast()->text());
        QCOMPARE(lines.size(), problems.size());
        QCOMPARE(QSet<QString>(lines.begin(), lines.end()).size(), lines.size());
        QVERIFY(!shown.page->findChild<QLabel *>(u"reviewSentence"_s)->text().contains(u"0 scopes"_s));
        for (const rules::FieldProblem &problem : problems) {
            const QString name = fieldName(problem);
            if (name.isEmpty())
                continue;
            QVERIFY2(lines.filter(u", "_s + name + u':').size() == 1, qPrintable(name));
            shown.page->goTo(models::stepOf(problem.pointer));
            const auto labels = shown.page->form()->findChildren<QLabel *>();
            QVERIFY2(std::any_of(labels.begin(), labels.end(),
                                 [&name](const QLabel *label) { return label->text().startsWith(name); }),
                     qPrintable(name));
        }
        // Of two contacts with the same gap the line says which; and says so anew when it is another one.
        const auto gaps = [&shown] {
            QStringList found;
            for (QWidget *row : shown.page->findChildren<QWidget *>(u"reviewProblem"_s))
                found.append(row->findChildren<QLabel *>().constLast()->text());
            return found.filter(u"Name or team"_s);
        };
        models::OnboardDraft nameless = shown.whole();
        for (Contact &contact : nameless.partner.contacts)
            contact.name.clear();
        shown.load(nameless);
        shown.page->goTo(OnboardStep::Review);
        QCOMPARE(gaps().size(), nameless.partner.contacts.size());
        for (const Contact &contact : std::as_const(nameless.partner.contacts))
            QCOMPARE(gaps().filter(u", "_s + models::nameOf(contact.kind) + u", "_s).size(), 1);
        const QString first = gaps().constFirst();
        std::swap(nameless.partner.contacts.first(), nameless.partner.contacts.last());
        shown.page->flow().setDraft(nameless);
        QVERIFY(gaps().constFirst() != first);
        shown.page->flow().setDraft(shown.whole());
        QVERIFY(shown.page->flow().problems().isEmpty());
        QVERIFY(shown.page->findChild<QLabel *>(u"reviewSentence"_s)
                    ->text()
                    .contains(u"starts in the sandbox"_s));
    }
};

PC_THEMED_TEST_MAIN(ReviewStepTest)
#include "tst_review_step.moc"
