// SPDX-License-Identifier: GPL-3.0-or-later
// Developer tool: pictures of every widget of the kit, and of the shell with a sample page.
#include "tests/views/widgets/gallery_sheets.h"

#include "views/commands/command_palette.h"
#include "views/commands/command_registry.h"
#include "views/shell/main_window.h"
#include "views/shell/navigator.h"
#include "views/style/painting.h"
#include "views/style/theme_controller.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/dialog_frame.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/form_field.h"
#include "views/widgets/item_paint.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/table_view.h"
#include "views/widgets/toast.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

class SampleDelegate final : public ItemDelegate
{
public:
    using ItemDelegate::ItemDelegate;

protected:
    void paintCell(CellPainter &cell, const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        switch (index.column()) {
        case 0:
            cell.avatar(text);
            cell.text(text, TypeRole::Body, Tone::Text, QFont::Medium);
            cell.mono(u"prt_%1"_s.arg(0x4f1c + index.row() * 317, 4, 16));
            break;
        case 1: {
            const auto level = static_cast<StageLevel>(index.row() % 3 + 1);
            cell.stage(level);
            cell.text(stageText(level), TypeRole::Body, Tone::Muted);
            break;
        }
        case 2:
            if (index.row() % 5 == 2) {
                cell.icon(Icon::Warning, Tone::Bad);
                cell.text(u"Errors"_s, TypeRole::Body, Tone::Bad);
            } else {
                cell.icon(Icon::Check, Tone::Muted);
                cell.text(u"Healthy"_s, TypeRole::Body, Tone::Muted);
            }
            break;
        case 3:
            cell.number(QString::number(index.row() % 7 + 1), 16);
            if (index.row() % 4 == 0) {
                cell.badge(Severity::Warn, Icon::Clock, u"2 expiring"_s);
            }
            break;
        default: {
            const double fraction = (index.row() * 37 % 100) / 100.0;
            cell.number(u"%1%"_s.arg(int(fraction * 100)), 38, fraction >= 0.9 ? Tone::Warn : Tone::Muted);
            cell.quota(fraction, cell.room() - 12);
        }
        }
    }
};

class SamplePage final : public Page
{
public:
    explicit SamplePage(QWidget *parent) : Page(parent)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto *head = new QHBoxLayout;
        head->setContentsMargins(20, 14, 16, 10);
        head->setSpacing(10);
        auto *title = new Label(u"Partners"_s, TypeRole::PageTitle);
        title->setWeight(QFont::DemiBold);
        head->addWidget(title);
        head->addWidget(new Label(u"1,204"_s, TypeRole::PageTitle, Tone::Faint));
        head->addStretch(1);
        head->addWidget(makeButton(u"export"_s, u"Export"_s, Icon::Export));
        head->addWidget(makeButton(u"new"_s, u"New partner"_s, Icon::Plus, ButtonKind::Primary));
        column->addLayout(head);
        column->addWidget(new Separator);
        auto *model = new QStandardItemModel(this);
        model->setHorizontalHeaderLabels(
            {u"Partner"_s, u"Stage"_s, u"Health"_s, u"Credentials"_s, u"Quota today"_s});
        for (const QString &name :
             {u"Aldera Health"_s, u"Bluepeak Logistics"_s, u"Cardinal Payroll"_s, u"Drift Mobility"_s,
              u"Eastgate Insurance"_s, u"Fenwick Energy"_s, u"Garnet Analytics"_s, u"Ibis Travel"_s,
              u"Juniper Foods"_s, u"Kestrel Freight"_s, u"Lumen Clinics"_s, u"Marlow Bank"_s,
              u"Northwind Retail"_s, u"Orchard Learning"_s, u"Pinecrest Realty"_s, u"Quill Publishing"_s}) {
            model->appendRow({new QStandardItem(name), new QStandardItem, new QStandardItem,
                              new QStandardItem, new QStandardItem});
        }
        auto *table = new PcTableView;
        table->setObjectName(u"table"_s);
        table->setItemDelegate(new SampleDelegate(table));
        table->setModel(model);
        table->setColumns({{0, 260, 3, 0}, {1, 130, 0, 2}, {2, 120, 0, 1}, {3, 150, 0, 3}, {4, 170, 1, 4}});
        table->selectRow(2);
        column->addWidget(table, 1);
    }
    [[nodiscard]] QString title() const override { return u"Partners"_s; }
    [[nodiscard]] QList<Crumb> breadcrumb() const override
    {
        return {{u"Partners"_s, {{}, u"partners"_s}}, {u"Cardinal Payroll"_s, {}}};
    }
    [[nodiscard]] StatusText statusText() const override
    {
        return {u"16 of 1,204 partners"_s,
                u"1 selected"_s,
                u"Updated 12 s ago"_s,
                {KeyHint{u"Space peek"_s}, KeyHint{u"Enter open"_s}}};
    }
    void open(const Location &) override {}
    void focusContent() override { findChild<PcTableView *>()->setFocus(); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Tokens::of(this).surface); }
};

/// A window with its dialog on top, as one picture: offscreen grabs do not compose windows.
QPixmap composed(QWidget *window, QDialog *dialog)
{
    QCoreApplication::sendPostedEvents(); // layouts asked for since the last picture
    QPixmap picture = window->grab();
    if (dialog != nullptr) {
        QPainter painter(&picture);
        painter.drawPixmap(window->mapFromGlobal(dialog->pos()), dialog->grab());
    }
    return picture;
}

DialogFrame *sampleDialog(QWidget *window)
{
    auto *dialog = new DialogFrame(u"Revoke everything of Cardinal Payroll"_s, Icon::Ban, 620, window);
    dialog->setTitleIcon(Icon::Ban, Tone::Bad);
    dialog->setEnvironment(u"Production"_s, Severity::Bad);
    dialog->addText(
        u"Calls with these credentials are refused at once. Revoked credentials cannot be restored; new ones must be issued."_s);
    auto *facts = new FactTiles;
    facts->setFacts({{u"3"_s, u"OAuth clients"_s, Severity::Neutral, {}},
                     {u"6"_s, u"API keys"_s, Severity::Neutral, {}},
                     {u"118"_s, u"live tokens"_s, Severity::Neutral, {}}});
    dialog->body()->addWidget(facts);
    dialog->body()->addWidget(
        new MessageBanner(Severity::Bad, u"Used 12 s ago: 612 requests in the last 15 minutes will stop."_s));
    auto *field = new FormField(u"Type cardinal-payroll to confirm"_s, new QLineEdit(u"cardinal-payrol"_s));
    field->setError(u"One letter is missing."_s);
    dialog->body()->addWidget(field);
    dialog->setFooterNote(u"Recorded in the audit trail"_s);
    dialog->addButton(u"keep"_s, u"Keep access"_s);
    dialog->addButton(u"revoke"_s, u"Revoke 9 credentials"_s, ButtonKind::Danger, Icon::Ban);
    return dialog;
}

void shoot(ThemeController &theme, const QDir &dir, const QString &name)
{
    const std::pair<QString, QWidget *> sheets[] = {{u"controls"_s, controlsSheet()},
                                                    {u"states"_s, statesSheet()},
                                                    {u"data"_s, dataSheet()},
                                                    {u"icons"_s, iconsSheet()}};
    for (const auto &sheet : sheets) {
        const std::unique_ptr<QWidget> page(sheet.second);
        page->resize(1180, 760);
        page->setAttribute(Qt::WA_DontShowOnScreen);
        page->show();
        QCoreApplication::sendPostedEvents();
        page->grab().save(dir.filePath(sheet.first + u"-"_s + name + u".png"_s));
    }
    CommandRegistry commands;
    Navigator navigator;
    MainWindow window({&theme, &commands, &navigator, nullptr, {u"Production"_s, false}});
    window.pages()->registerPage(u"partners"_s, [](QWidget *parent) { return new SamplePage(parent); });
    window.sidebar()->addEntry({u"partners"_s, u"Partners"_s, Icon::Partners, {{}, u"partners"_s}, {}, {}});
    window.sidebar()->addEntry(
        {u"audit"_s, u"Audit trail"_s, Icon::Audit, {{}, u"audit"_s}, u"Observe"_s, {}});
    window.sidebar()->setCount(u"partners"_s, 3);
    window.sidebar()->setConnection(ConnectionLook::Online, u"Connected · 38 ms"_s);
    window.sidebar()->setOperator(u"ops-1"_s, u"Partner Ops"_s);
    window.resize(1280, 800);
    window.show();
    navigator.navigate({{}, u"partners"_s});
    window.strip()->setNotice(SessionStrip::Notice::Offline,
                              u"Offline since 10:12, showing data from 10:11."_s, u"Retry now"_s);
    window.toasts()->show({.text = u"Quota raised to 80,000 a day for Cardinal Payroll"_s,
                           .actionText = u"Undo"_s,
                           .actionKeys = u"Ctrl+Z"_s,
                           .action = [] {}});
    composed(&window, nullptr).save(dir.filePath(u"window-"_s + name + u".png"_s));
    window.commandPalette()->openWith(u"a"_s);
    composed(&window, nullptr).save(dir.filePath(u"palette-"_s + name + u".png"_s));
    window.commandPalette()->closePalette();
    auto *dialog = sampleDialog(&window);
    dialog->open();
    composed(&window, dialog).save(dir.filePath(u"dialog-"_s + name + u".png"_s));
    dialog->reject();
    window.setEnvironment({u"Local sample"_s, true});
    window.resize(1024, 680);
    composed(&window, nullptr).save(dir.filePath(u"small-"_s + name + u".png"_s));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc != 2) {
        qWarning("usage: views_gallery DIR");
        return 2;
    }
    const QDir dir(QString::fromLocal8Bit(argv[1]));
    if (!dir.mkpath(u"."_s)) {
        return 1;
    }
    ThemeController theme(app);
    theme.setAppearance(Appearance::Light);
    shoot(theme, dir, u"light"_s);
    theme.setAppearance(Appearance::Dark);
    shoot(theme, dir, u"dark"_s);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    theme.setAppearance(Appearance::Light);
    shoot(theme, dir, u"rtl"_s);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    theme.setTextPercent(130);
    shoot(theme, dir, u"large"_s);
    return 0;
}
