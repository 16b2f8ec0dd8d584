// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/partner_flows.h"
#include "tests/views/audit_side.h"
#include "tests/views/dialog_room.h"
#include "tests/views/panel_parts.h"
#include "tests/views/themed_test.h"
#include "views/access/access_tab.h"
#include "views/credentials/credentials_tab.h"
#include "views/onboarding/onboarding_page.h"
#include "views/onboarding/step_form.h"
#include "views/partners/partner_page.h"
#include "views/partners/partner_places.h"
#include "views/partners/partners_page.h"
#include "views/usage/chart_card.h"
#include "views/usage/usage_tab.h"
#include "views/welcome/connect_form.h"
#include "views/widgets/badge.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/table_view.h"
#include "views/widgets/underline_tabs.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>

using namespace pc;
using namespace pc::views;
using namespace Qt::StringLiterals;
using namespace pc::test;

namespace {

/// One page, tab or dialog, open.
struct Scene
{
    virtual ~Scene() = default;
    [[nodiscard]] virtual QWidget &window() = 0;
};

struct PageScene final : Scene
{
    QTemporaryDir drafts;
    PagesWorld world{drafts.path()};
    QWidget &window() override { return world.window; }

    PartnerPage *partner(const QString &tab)
    {
        auto *page = new PartnerPage(world.context, world.parts);
        page->open(places::partnerPage(world.idOf(u"Cardinal Payroll"_s), tab));
        world.show(page);
        settle(20);
        return page;
    }
    void onboarding(models::OnboardStep step)
    {
        auto *page = new OnboardingPage(world.context, world.parts);
        page->open(places::onboardingPage());
        world.show(page);
        models::OnboardDraft draft;
        draft.partner = models::draftOf(world.service->partners[2]);
        page->flow().setDraft(draft);
        page->form()->setDraft(draft);
        page->goTo(step);
        settle();
    }
};

struct CredentialScene final : Scene
{
    DialogRoom room{[](CredentialRoom &each) {
        each.side.credential(u"sandbox-ci"_s).state = CredentialState::Suspended;
    }};
    QWidget &window() override { return room.world.window; }
};

struct AuditScene final : Scene
{
    AuditRoom room{6};
    QWidget &window() override { return room.world.window; }
};

struct ConnectScene final : Scene
{
    FixedFileDialogs files;
    ConnectForm form{files};
    QWidget &window() override { return form; }
};

using Make = std::function<std::unique_ptr<Scene>()>;

std::unique_ptr<Scene> page(const std::function<void(PageScene &)> &open)
{
    auto scene = std::make_unique<PageScene>();
    open(*scene);
    return scene;
}

std::unique_ptr<Scene> act(const QString &command, const QString &credential)
{
    auto scene = std::make_unique<CredentialScene>();
    if (command.isEmpty() && scene->room.select(credential))
        QTest::keyClick(scene->room.tab->table(), Qt::Key_Return);
    else if (credential.isEmpty())
        scene->room.issue();
    else if (!command.isEmpty())
        scene->room.act<DialogFrame>(command, credential);
    settle();
    return scene;
}

std::unique_ptr<Scene> onboarding(models::OnboardStep step)
{
    return page([step](PageScene &s) { s.onboarding(step); });
}

/// What a control shows beside its name: whether it is ticked or off, what stands in it, what it offers.
QStringList stateOf(const QWidget &widget)
{
    QStringList texts;
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget)) {
        if (button->isCheckable())
            texts.append(u"%1 [%2]"_s.arg(button->text(), button->isChecked() ? u"x"_s : u" "_s));
        if (!button->text().isEmpty())
            texts.append(u"%1 (%2)"_s.arg(button->text(), button->isEnabled() ? u"on"_s : u"off"_s));
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        texts.append(u"= "_s + line->text());
    } else if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        texts.append(u"= "_s + box->currentText());
        for (int i = 0; box->count() < 12 && i < box->count(); ++i) // not every country
            texts.append(u"- "_s + box->itemText(i));
    } else if (const auto *badge = qobject_cast<const Badge *>(&widget)) {
        texts.append(u"%1 %2"_s.arg(badge->text()).arg(int(badge->kind())));
    } else if (const auto *tabs = qobject_cast<const UnderlineTabs *>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts.append(u"%1 tab %2%3"_s.arg(tabs->tabId(i))
                             .arg(tabs->countAt(i))
                             .arg(i == tabs->currentIndex() ? u" current"_s : QString()));
    } else if (const auto *table = qobject_cast<const QTableView *>(&widget)) {
        for (int column = 0; table->model() && column < table->model()->columnCount(); ++column)
            if (!table->isColumnHidden(column))
                texts.append(u"column "_s + table->model()->headerData(column, Qt::Horizontal).toString());
    }
    return texts;
}

/// Everything a page says to eyes, to a resting mouse and to a screen reader.
QStringList saidBy(const QWidget &root)
{
    QStringList texts;
    for (const QWidget *each : root.findChildren<QWidget *>()) {
        if (!each->isVisibleTo(each->window()))
            continue;
        texts +=
            {each->accessibleName(), each->toolTip(), each->isWindow() ? each->windowTitle() : QString()};
        if (const auto *label = qobject_cast<const QLabel *>(each))
            texts += label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(each))
            texts += button->text();
        else if (const auto *line = qobject_cast<const QLineEdit *>(each))
            texts += line->placeholderText();
        else if (const auto *box = qobject_cast<const QComboBox *>(each))
            texts += box->placeholderText();
        texts += stateOf(*each);
    }
    texts.removeAll(QString());
    return texts;
}

bool holds(const QLayout &layout, const QWidget *widget)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget() == widget || (item->layout() && holds(*item->layout(), widget)))
            return true;
    }
    return false;
}

QString nameOf(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
}

} // namespace

/// Whatever a page, a tab or a dialog is made of has its place in it, and says what it is for.
class SaidTest final : public QObject
{
    Q_OBJECT
public:
    explicit SaidTest(ThemeController &) {}

private Q_SLOTS:
    void everythingHasItsPlace_data() { scenes(); }
    void everythingHasItsPlace()
    {
        QFETCH(const Make, make);
        const QSet<QWidget *> before = orphans();
        const auto scene = make();
        settle(4);
        QStringList lost;
        for (const QWidget *each : scene->window().findChildren<QWidget *>()) {
            const QWidget *parent = each->parentWidget();
            if (each->isHidden() || each->isWindow() || !parent->layout() || isArranged(parent))
                continue;
            if (!holds(*parent->layout(), each) && !floats(each))
                lost.append(nameOf(each) + u" in "_s + nameOf(parent));
        }
        for (const QWidget *each : orphans() - before)
            if (each != &scene->window())
                lost.append(nameOf(each) + u" in nothing"_s);
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    }

    void itSaysWhatItIsFor_data() { scenes(); }
    void itSaysWhatItIsFor()
    {
        QFETCH(const Make, make);
        const QStringList expected = expectedIn(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!expected.isEmpty());
        const auto scene = make();
        const QStringList said = saidBy(scene->window());
        QStringList missing;
        for (const QString &text : expected)
            if (!said.contains(text))
                missing.append(text);
        QVERIFY2(missing.isEmpty(), qPrintable(u"not said any more:\n"_s + missing.join(u'\n')));
    }

private:
    /// Made by Qt or by a parent that arranges its children itself.
    static bool isArranged(const QWidget *parent)
    {
        return parent->inherits("QAbstractScrollArea") || parent->inherits("QComboBox") ||
               parent->inherits("QLineEdit") || parent->inherits("QSplitter");
    }
    /// Stands over what is below it, on purpose.
    static bool floats(const QWidget *widget)
    {
        return widget->inherits("pc::views::Scrim") || widget->objectName().startsWith(u"qt_") ||
               widget->testAttribute(Qt::WA_TransparentForMouseEvents) ||
               widget->property("overlay").toBool();
    }
    /// What stands in said.txt under the name of a scene; a line break in a text as "\\n".
    static QStringList expectedIn(const QString &scene)
    {
        QFile file(u":/said.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QStringList texts;
        bool inside = false;
        for (QString line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u'['))
                inside = line == QString(u'[' + scene + u']');
            else if (inside)
                texts.append(line.replace(u"\\n"_s, u"\n"_s));
        }
        return texts;
    }
    /// Widgets that nobody put anywhere, and that are no windows of their own.
    static QSet<QWidget *> orphans()
    {
        QSet<QWidget *> found;
        for (QWidget *each : QApplication::topLevelWidgets())
            if (each->windowType() == Qt::Window && !each->isVisible())
                found.insert(each);
        return found;
    }

    static void scenes()
    {
        using S = models::OnboardStep;
        QTest::addColumn<Make>("make");
        const auto row = [](const char *name, Make make) { QTest::newRow(name) << std::move(make); };
        row("partners", [] {
            return page([](PageScene &s) {
                auto *list = new PartnersPage(s.world.context, s.world.parts);
                list->open(places::partnersPage());
                s.world.show(list);
                list->table()->selectKey(s.world.idOf(u"Cardinal Payroll"_s));
                list->setPeekOpen(true);
                settle(40);
            });
        });
        row("overview", [] { return page([](PageScene &s) { s.partner(u"overview"_s); }); });
        row("access", [] {
            return page([](PageScene &s) {
                auto *tab = s.partner(u"access"_s)->findChild<AccessTab *>();
                tab->editor().setScope(u"customers:health"_s, true);
                tab->editor().setLimitOverride(LimitOverride{{25, 50, 30000}, {}, {}, u"Until then"_s});
                settle();
            });
        });
        row("usage", [] { return page([](PageScene &s) { s.partner(u"usage"_s); }); });
        row("usage as a table", [] {
            return page([](PageScene &s) {
                s.partner(u"usage"_s)->findChild<UsageTab *>()->callsCard()->setShowTable(true);
                settle();
            });
        });
        row("freeze", [] {
            return page([](PageScene &s) {
                s.partner(u"overview"_s);
                s.world.commands.run(u"partner.freeze"_s);
            });
        });
        row("promote", [] {
            return page([](PageScene &s) {
                s.partner(u"overview"_s);
                s.world.commands.run(u"partner.promote"_s);
            });
        });
        row("credentials", [] { return act({}, u"erp-sync"_s); });
        row("issue", [] { return act(u"partner.issue"_s, {}); });
        row("rotate", [] { return act(u"credential.rotate"_s, u"erp-sync"_s); });
        row("grace", [] { return act(u"credential.extendGrace"_s, u"legacy-batch"_s); });
        row("end grace", [] { return act(u"credential.endGrace"_s, u"legacy-batch"_s); });
        row("suspend", [] { return act(u"credential.suspend"_s, u"erp-sync"_s); });
        row("resume", [] { return act(u"credential.resume"_s, u"sandbox-ci"_s); });
        row("revoke", [] { return act(u"credential.revoke"_s, u"erp-sync"_s); });
        row("audit", [] {
            auto scene = std::make_unique<AuditScene>();
            const PanelParts parts{scene->room.page};
            settle(20);
            parts.open(4);
            settle(20);
            return std::unique_ptr<Scene>(std::move(scene));
        });
        row("new partner", [] { return onboarding(S::Organisation); });
        row("its contacts", [] { return onboarding(S::Contacts); });
        row("its agreement", [] { return onboarding(S::Agreement); });
        row("its lawful basis", [] { return onboarding(S::LawfulBasis); });
        row("its access", [] { return onboarding(S::Access); });
        row("its sandbox", [] { return onboarding(S::Sandbox); });
        row("its review", [] { return onboarding(S::Review); });
        row("connect", [] {
            auto scene = std::make_unique<ConnectScene>();
            scene->form.show();
            return std::unique_ptr<Scene>(std::move(scene));
        });
    }
};

PC_THEMED_TEST_MAIN(SaidTest)
#include "tst_said.moc"
