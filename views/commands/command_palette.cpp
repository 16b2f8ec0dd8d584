// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/commands/command_palette.h"

#include "views/commands/palette_model.h"
#include "views/style/painting.h"
#include "views/style/space.h"
#include "views/style/type_scale.h"
#include "views/widgets/card.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/whole_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace pc::views {

namespace {
constexpr int cardWidth = 640;
constexpr int cardTop = 96;
constexpr int perProvider = 6;
constexpr int recentKept = 20;
} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window), m_model(new PaletteModel(this)), m_card(new QWidget(this)), m_input(new QLineEdit),
      m_list(new QListView), m_empty(new WholeLabel({}, TypeRole::Body, Tone::Faint)), m_footer(new QWidget)
{
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Find and run a command"));
    hide();
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 8, 16, 8);
    top->setSpacing(10);
    top->addWidget(new IconLabel(Icon::Search, Tone::Muted, 18));
    m_input->setObjectName(QStringLiteral("paletteInput"));
    m_input->setAccessibleName(tr("Find and run a command"));
    m_input->setPlaceholderText(tr("Find and run a command"));
    m_input->setProperty("flat", true);
    m_input->setFrame(false);
    m_input->installEventFilter(this);
    top->addWidget(m_input, 1);
    column->addLayout(top);
    column->addWidget(new Separator);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Results"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    column->addWidget(m_list, 1);
    m_empty->setObjectName(QStringLiteral("paletteEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(space::l, space::s, space::l, space::s);
    column->addWidget(m_empty, 1);
    column->addWidget(new Separator);
    auto *hints = new QHBoxLayout(m_footer);
    hints->setContentsMargins(16, 7, 16, 7);
    hints->setSpacing(16);
    for (const QString &hint :
         {tr("\u2191\u2193 choose"), tr("Enter run"), tr("> commands"), tr("Esc close")}) {
        hints->addWidget(new Label(hint, TypeRole::Small, Tone::Faint));
    }
    hints->addStretch(1);
    column->addWidget(m_footer);
    window->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { runRow(index.row()); });
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::addProvider(std::unique_ptr<PaletteProvider> provider)
{
    m_providers.push_back(std::move(provider));
}

void CommandPalette::openWith(const QString &text)
{
    if (isHidden()) {
        m_focusBefore = QApplication::focusWidget();
    }
    m_input->setFont(TypeScale::of(this).font(TypeRole::Section));
    m_input->setText(text);
    search(text);
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::closePalette()
{
    // Before it hides: a focus that goes away is lent to the nearest refuge, which is scrolled into view.
    if (m_focusBefore != nullptr) {
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    }
    hide();
}

QStringList CommandPalette::titles() const
{
    QStringList all;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (!m_model->row(i)->heading) {
            all.append(m_model->row(i)->item.title);
        }
    }
    return all;
}

void CommandPalette::search(const QString &text)
{
    struct Block
    {
        QString section;
        QList<PaletteItem> items;
        int best = 0;
    };
    QList<Block> blocks;
    QString query = text.trimmed();
    const QChar first = query.isEmpty() ? QChar() : query.at(0);
    const bool prefixed =
        std::any_of(m_providers.cbegin(), m_providers.cend(),
                    [first](const auto &provider) { return !first.isNull() && provider->prefix() == first; });
    if (prefixed) {
        query = query.mid(1).trimmed();
    }
    for (const auto &provider : m_providers) {
        if (prefixed && provider->prefix() != first) {
            continue;
        }
        Block block{provider->section(), provider->match(query, prefixed ? 50 : perProvider), 0};
        for (PaletteItem &item : block.items) {
            const qsizetype age = m_recent.indexOf(item.id);
            item.score += age >= 0 ? 60 - static_cast<int>(age) * 2 : 0;
            block.best = std::max(block.best, item.score);
        }
        std::stable_sort(block.items.begin(), block.items.end(),
                         [](const PaletteItem &a, const PaletteItem &b) { return a.score > b.score; });
        if (!block.items.isEmpty()) {
            blocks.append(block);
        }
    }
    std::stable_sort(blocks.begin(), blocks.end(),
                     [](const Block &a, const Block &b) { return a.best > b.best; });
    QList<PaletteModel::Row> rows;
    for (const Block &block : std::as_const(blocks)) {
        PaletteItem heading;
        heading.title = block.section;
        rows.append({true, heading});
        for (const PaletteItem &item : block.items) {
            rows.append({false, item});
        }
    }
    m_model->setRows(rows);
    m_list->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    m_empty->setText(
        tr("No command matches “%1”. Partners are found on the Partners page, events in the audit trail.")
            .arg(query));
    if (!rows.isEmpty()) {
        m_list->setCurrentIndex(m_model->index(1));
    }
    place();
}

void CommandPalette::runRow(int row)
{
    const PaletteModel::Row *found = m_model->row(row);
    if (found == nullptr || found->heading || !found->item.disabledReason.isEmpty()) {
        return;
    }
    const PaletteItem item = found->item;
    m_recent.removeAll(item.id);
    m_recent.prepend(item.id);
    m_recent = m_recent.mid(0, recentKept);
    closePalette();
    item.run();
}

void CommandPalette::moveBy(int step)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int i = 0; i < count; ++i) {
        row = (row + step + count) % count;
        if (!m_model->row(row)->heading) {
            m_list->setCurrentIndex(m_model->index(row));
            // The heading of the first row stays in sight.
            m_list->scrollTo(m_model->index(row == 1 ? 0 : row));
            return;
        }
    }
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const TypeScale &type = TypeScale::of(this);
    int listHeight = 8;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        listHeight += m_list->sizeHintForIndex(m_model->index(i)).height();
    }
    const int width = std::min(type.px(cardWidth), parentWidget()->width() - 48);
    listHeight = m_model->rowCount() == 0
                     ? std::clamp(m_empty->heightForWidth(width - 2), type.px(90), type.px(360))
                     : std::min(listHeight, type.px(360));
    const int height = m_input->sizeHint().height() + 18 + listHeight + m_footer->sizeHint().height() + 4;
    // Below 96 px, but never out of a low window.
    const int top = std::max(space::s, std::min(cardTop, parentWidget()->height() - height - space::s));
    m_card->setGeometry((parentWidget()->width() - width) / 2, top, width, height);
    update(); // the shadow lies outside the card
}

QRect CommandPalette::card() const
{
    return m_card->geometry();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(rect(), t.scrim);
    paintShadow(&painter, card(), space::radiusDialog, 18, t.dark);
    paintBox(&painter, card(), space::radiusDialog, t.surface, t.controlEdge);
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!card().contains(event->position().toPoint())) {
        closePalette();
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    if (watched == m_input && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // while it is open, keys belong to the palette
        return true;
    }
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            moveBy(1);
            return true;
        case Qt::Key_Up:
            moveBy(-1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runRow(m_list->currentIndex().row());
            return true;
        case Qt::Key_Escape:
            closePalette();
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true; // the palette is one field: focus does not leave it
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        m_input->setFont(TypeScale::of(this).font(TypeRole::Section));
        place();
    }
}

} // namespace pc::views
