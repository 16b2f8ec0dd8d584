// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/widgets/gallery_sheets.h"

#include "contract/rules/field_limits.h"
#include "views/style/icon_data.h"
#include "views/style/painting.h"
#include "views/widgets/avatar.h"
#include "views/widgets/badge.h"
#include "views/widgets/buttons.h"
#include "views/widgets/card.h"
#include "views/widgets/chip.h"
#include "views/widgets/code_block.h"
#include "views/widgets/date_input.h"
#include "views/widgets/diff_table.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/error_state.h"
#include "views/widgets/fact_tiles.h"
#include "views/widgets/form_field.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/key_cap.h"
#include "views/widgets/key_value_list.h"
#include "views/widgets/label.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/meters.h"
#include "views/widgets/number_input.h"
#include "views/widgets/skeleton.h"
#include "views/widgets/stage_painter.h"
#include "views/widgets/underline_tabs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace pc::views;
using namespace Qt::StringLiterals;

namespace {

QHBoxLayout *rowOf(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget *widget : widgets) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    return row;
}

QWidget *off(QWidget *widget)
{
    widget->setEnabled(false);
    return widget;
}

QPushButton *button(const QString &text, Icon which, ButtonKind kind)
{
    return makeButton(text, text, which, kind);
}

} // namespace

QWidget *controlsSheet()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    column->addWidget(new Label(u"Controls"_s, TypeRole::PageTitle));
    column->addLayout(rowOf({button(u"New partner"_s, Icon::Plus, ButtonKind::Primary),
                             button(u"Export"_s, Icon::Export, ButtonKind::Normal),
                             button(u"Open"_s, Icon::None, ButtonKind::Normal),
                             button(u"Revoke 11 credentials"_s, Icon::Ban, ButtonKind::Danger),
                             button(u"Revoke…"_s, Icon::Ban, ButtonKind::DangerOutline),
                             button(u"Show details"_s, Icon::ChevronDown, ButtonKind::Ghost),
                             off(button(u"Done"_s, Icon::None, ButtonKind::Primary)),
                             makeIconButton(u"dots"_s, Icon::Dots, u"More"_s),
                             makeIconButton(u"cols"_s, Icon::Columns, u"Columns"_s)}));
    auto *search = new QLineEdit;
    search->setPlaceholderText(u"Filter partners"_s);
    search->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    search->setFixedWidth(220);
    auto *filled = new QLineEdit(u"cardinal"_s);
    filled->setClearButtonEnabled(true);
    auto *combo = new QComboBox;
    combo->addItems({u"Suspected key leak"_s, u"Contract ended"_s});
    auto *number = new NumberInput(u"burst"_s, pc::rules::limit("Limits", "burst"));
    number->showNumber(25);
    auto *day = new DateInput(u"day"_s, DateInput::Mode::Day);
    day->showDay(QDate(2026, 3, 1));
    column->addLayout(rowOf({search, filled, combo, static_cast<QLineEdit *>(number),
                             static_cast<QLineEdit *>(day), off(new QLineEdit(u"disabled"_s))}));
    auto *on = new QCheckBox(u"Notify security contact"_s);
    on->setChecked(true);
    auto *partial = new QCheckBox(u"orders"_s);
    partial->setTristate(true);
    partial->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(u"24 hours"_s);
    radio->setChecked(true);
    auto *offOn = new QCheckBox(u"Disabled on"_s);
    offOn->setChecked(true);
    column->addLayout(rowOf(
        {on, new QCheckBox(u"Also suspend"_s), partial, radio, new QRadioButton(u"Now"_s), off(offOn)}));
    auto *stage = new Chip(u"Stage"_s, u"Limited, Production"_s);
    stage->setRemovable(true);
    auto *add = new Chip(u"Filter"_s);
    add->setLook(Chip::Look::Outline);
    add->setLeadingIcon(Icon::Plus);
    column->addLayout(rowOf(
        {stage, new Chip(u"Time"_s, u"Last 24 hours"_s), add, new KeyCap(u"Ctrl K"_s), new KeyCap(u"G"_s)}));
    column->addLayout(rowOf({new Badge(Severity::Ok, Icon::Check, u"Active"_s),
                             new Badge(Severity::Warn, Icon::Clock, u"Expiring"_s),
                             new Badge(Severity::Bad, Icon::Ban, u"Revoked"_s),
                             new Badge(Severity::Info, Icon::Rotate, u"Rotating"_s),
                             new Badge(Severity::Neutral, Icon::Shield, u"Production"_s),
                             new Badge(Severity::Sandbox, Icon::Sandbox, u"Sandbox"_s),
                             new Badge(Severity::Neutral, Icon::None, u"+12 %"_s)}));
    auto *tabs = new UnderlineTabs;
    for (const QString &text :
         {u"Overview"_s, u"Credentials"_s, u"Access & quotas"_s, u"Usage"_s, u"Audit"_s}) {
        tabs->addTab(text, text);
    }
    tabs->setCount(1, 6);
    tabs->setCurrentIndex(1);
    column->addWidget(tabs);
    auto *form = new QHBoxLayout;
    auto *wrong = new FormField(u"Retention at the partner (days)"_s, new QLineEdit(u"4000"_s));
    wrong->setRequired(true);
    wrong->setError(u"DPA v3.2 allows at most 3,650 days. Enter 3650 or less."_s);
    auto *fine = new FormField(u"Name"_s, new QLineEdit(u"erp-sync"_s));
    fine->setHint(u"Shown to operators and in the audit trail."_s);
    auto *area = new QPlainTextEdit(u"Monthly payroll run and tax filing."_s);
    area->setFixedHeight(64);
    form->addWidget(wrong, 1, Qt::AlignTop);
    form->addWidget(fine, 1, Qt::AlignTop);
    form->addWidget(new FormField(u"Purpose"_s, area), 1, Qt::AlignTop);
    column->addLayout(form);
    auto *progress = new QProgressBar;
    progress->setRange(0, 100);
    progress->setValue(70);
    progress->setTextVisible(false);
    column->addWidget(progress);
    column->addStretch(1);
    return page;
}

QWidget *statesSheet()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(20, 20, 20, 20);
    grid->setSpacing(12);
    auto *warn = new MessageBanner(
        Severity::Warn, u"payroll-edge expires in 6 days. Rotation keeps both valid for the grace period."_s);
    warn->setAction(u"Rotate now…"_s);
    auto *bad =
        new MessageBanner(Severity::Bad, u"Used 12 s ago: 612 requests in the last 15 minutes will stop."_s);
    bad->setClosable(true);
    grid->addWidget(warn, 0, 0);
    grid->addWidget(bad, 0, 1);
    auto *empty = new EmptyState(Icon::Sandbox, u"No sandbox traffic yet"_s,
                                 u"Send a signed test call with this partner's sandbox client."_s);
    empty->addButton(u"send"_s, u"Send test call"_s);
    empty->addButton(u"curl"_s, u"Copy as cURL"_s, Icon::Copy);
    auto *emptyCard = new Card;
    emptyCard->body()->addWidget(empty);
    auto *error = new ErrorState;
    error->setError(
        {u"The partners could not be loaded."_s, u"Nothing was changed."_s,
         u"The service answered with an error. Try again; if it stays, give the request ID to whoever runs it."_s,
         u"req_01HF7YAT2R3M"_s, u"500 internal_error"_s, true});
    auto *errorCard = new Card;
    errorCard->body()->addWidget(error);
    auto *tableCard = new Card;
    tableCard->setBodyMargins(0, 0);
    tableCard->body()->addWidget(new Skeleton(Skeleton::Shape::Table));
    auto *gates = new Card;
    gates->setSeverity(Severity::Warn);
    gates->body()->addWidget(new Label(u"2 of 6 gates open for Production"_s, TypeRole::Body, Tone::Warn));
    gates->body()->addLayout(
        rowOf({new IconLabel(Icon::Check, Tone::Ok, 16), new Label(u"Agreement v3.2 signed"_s)}));
    gates->body()->addLayout(
        rowOf({new IconLabel(Icon::Close, Tone::Bad, 16), new Label(u"Security contact verified"_s)}));
    gates->body()->addLayout(rowOf({button(u"Request missing items"_s, Icon::None, ButtonKind::Normal)}));
    gates->body()->addStretch(1);
    grid->addWidget(emptyCard, 1, 0);
    grid->addWidget(errorCard, 1, 1);
    grid->addWidget(tableCard, 2, 0);
    grid->addWidget(gates, 2, 1);
    grid->setRowStretch(1, 3);
    grid->setRowStretch(2, 2);
    return page;
}

QWidget *dataSheet()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(12);
    auto *figures = new FactTiles(FactTiles::Order::CaptionFirst);
    figures->setFacts({{u"48,310"_s, u"Requests served"_s, Severity::Neutral, u"+12 % vs. yesterday"_s},
                       {u"96.6 %"_s, u"Quota used"_s, Severity::Warn, u"resets in 3 h"_s},
                       {u"0.21 %"_s, u"Errors 5xx"_s, Severity::Ok, u"within SLO"_s}});
    column->addWidget(figures);
    auto *counts = new FactTiles;
    counts->setFacts({{u"3"_s, u"OAuth clients"_s, Severity::Neutral, {}},
                      {u"6"_s, u"API keys"_s, Severity::Neutral, {}},
                      {u"118"_s, u"live tokens"_s, Severity::Neutral, {}}});
    column->addWidget(counts);
    auto *split = new QHBoxLayout;
    split->setSpacing(12);
    auto *left = new Card(u"Cardinal Payroll"_s);
    left->body()->addLayout(rowOf({new Avatar(u"Cardinal Payroll"_s), new Avatar(u"Bluepeak"_s, 22),
                                   new Avatar(u"Drift"_s, 22), new StageGlyph(StageLevel::Limited)}));
    left->body()->addWidget(new StageStepper(StageLevel::Limited));
    auto *list = new KeyValueList;
    list->setRow(u"id"_s, u"Key ID"_s, u"key_9f2c41"_s, KeyValueList::Mono | KeyValueList::Copyable);
    list->setRow(u"plan"_s, u"Plan"_s,
                 u"Standard · 50,000 per day · 25 requests per second · burst 50 and then some"_s);
    list->setRow(u"used"_s, u"Last used"_s, {});
    list->setRow(u"quota"_s, u"Quota today"_s, u"92%"_s);
    left->body()->addWidget(list);
    auto *spark = new Sparkline;
    spark->setValues({3, 5, 4, 8, 9, 7, 12, 14, 11, 15, 13, 9, 6, 7, 10});
    spark->setLimit(16);
    left->body()->addWidget(spark);
    left->body()->addStretch(1);
    split->addWidget(left, 2);
    auto *right = new Card(u"Changes"_s);
    auto *diff = new DiffTable;
    diff->setRows(
        {{u"partner.id"_s, u"prt_4f1c"_s, u"prt_4f1c"_s, DiffRow::Change::Same},
         {u"scopes[2]"_s, u"orders:admin"_s, {}, DiffRow::Change::Removed},
         {u"scopes[2]"_s, {}, u"orders:write"_s, DiffRow::Change::Added},
         {u"quota.daily"_s, u"50,000"_s, u"80,000"_s, DiffRow::Change::Changed},
         {u"reason"_s, {}, u"CHG-20418 seasonal peak of the retail partner"_s, DiffRow::Change::Added}});
    right->body()->addWidget(diff);
    right->body()->addWidget(new CodeBlock(
        u"printf 'user = \"%s:%s\"' $CLIENT_ID $CLIENT_SECRET |\n  curl --config - -d grant_type=client_credentials \\\n  https://auth.example/oauth/token"_s));
    right->body()->addStretch(1);
    split->addWidget(right, 3);
    column->addLayout(split, 1);
    return page;
}

QWidget *iconsSheet()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(20, 20, 20, 20);
    for (int i = 1; i < static_cast<int>(Icon::Count); ++i) {
        auto *cell = new QVBoxLayout;
        auto *line = rowOf({new IconLabel(static_cast<Icon>(i), Tone::Text, 40),
                            new IconLabel(static_cast<Icon>(i), Tone::Text, 20),
                            new IconLabel(static_cast<Icon>(i), Tone::Text, 16)});
        cell->addLayout(line);
        cell->addWidget(
            new Label(QString::fromLatin1(iconId(static_cast<Icon>(i))), TypeRole::Caption, Tone::Faint));
        grid->addLayout(cell, (i - 1) / 10, (i - 1) % 10);
    }
    return page;
}
