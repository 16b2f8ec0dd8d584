// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/network_panel.h"

#include "contract/api/operations.h"
#include "models/access/networks_model.h"
#include "models/text/enum_names.h"
#include "views/access/network_delegates.h"
#include "views/access/network_entry_dialog.h"
#include "views/access/network_words.h"
#include "views/access/waiver_form.h"
#include "views/style/space.h"
#include "views/widgets/buttons.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/form_field.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/label.h"
#include "views/widgets/line_input.h"
#include "views/widgets/message_banner.h"
#include "views/widgets/state_stack.h"
#include "views/widgets/table_view.h"
#include "views/words/error_words.h"
#include "views/words/member_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace pc::views {

using namespace Qt::StringLiterals;
using models::NetworkListName;
using models::NetworkTable;

namespace {

Tone toneOf(Severity severity)
{
    return severity == Severity::Bad ? Tone::Bad : severity == Severity::Warn ? Tone::Warn : Tone::Muted;
}

Icon iconOf(Severity severity)
{
    return severity == Severity::Bad ? Icon::Ban : severity == Severity::Warn ? Icon::Warning : Icon::Shield;
}

} // namespace

NetworkPanel::NetworkPanel(models::NetworksModel &networks, models::NetworksEditor &editor, QWidget *parent)
    : Card(tr("Networks that may call"), parent), m_networks(networks), m_editor(editor), m_table(editor)
{
    setObjectName(u"networkPanel"_s);
    setBodyMargins(space::m, space::s);
    body()->setSpacing(space::s);
    buildUi();
    wire();
    showLists();
    showEdit();
}

void NetworkPanel::buildUi()
{
    m_lists = new QComboBox;
    m_lists->setObjectName(u"networkListBox"_s);
    m_lists->setAccessibleName(tr("List"));
    m_lists->setMinimumWidth(220);
    header()->addWidget(m_lists);
    auto *standing = new QHBoxLayout;
    standing->setSpacing(space::s);
    m_standingIcon = new IconLabel(Icon::Shield, Tone::Muted, 16);
    m_standing = new Label;
    m_standing->setObjectName(u"networkStanding"_s);
    m_standing->setWordWrap(true);
    standing->addWidget(m_standingIcon, 0, Qt::AlignTop);
    standing->addWidget(m_standing, 1);
    body()->addLayout(standing);
    body()->addWidget(buildAdding());
    m_fault = new MessageBanner(Severity::Bad);
    m_fault->setObjectName(u"networkFault"_s);
    m_fault->hide();
    body()->addWidget(m_fault);
    m_view = new PcTableView;
    m_view->setObjectName(u"networkTable"_s);
    m_view->setAccessibleName(tr("Networks of the list"));
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new NetworkDelegate(m_view));
    m_view->setKeyRole(models::IdRole);
    m_view->setDensity(Density::Dense);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setColumns({{NetworkTable::NetworkColumn, 190, 1, 0},
                        {NetworkTable::NoteColumn, 140, 1, 2},
                        {NetworkTable::TimeColumn, 190, 1, 3},
                        {NetworkTable::RemarkColumn, 200, 4, 1}});
    m_view->installEventFilter(this);
    m_states = new StateStack(m_view, Skeleton::Shape::Table);
    m_states->empty()->set(Icon::Globe, tr("No network is listed"),
                           tr("Add networks above, or take them from the sources below."));
    m_states->setMinimumHeight(150);
    body()->addWidget(m_states, 1);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(space::s);
    m_edit = makeButton(u"editNetwork"_s, tr("Edit…"), Icon::Edit, ButtonKind::Normal, this);
    m_mend = makeButton(u"mendNetwork"_s, tr("Use the suggestion"), Icon::Check, ButtonKind::Normal, this);
    m_remove = makeButton(u"removeNetworks"_s, tr("Remove"), Icon::Trash, ButtonKind::Normal, this);
    refuseLentFocus(m_remove);
    for (QPushButton *each : {m_edit, m_mend, m_remove})
        acts->addWidget(each);
    acts->addStretch(1);
    body()->addLayout(acts);
    m_waiver = new WaiverForm(m_editor);
    body()->addWidget(m_waiver);
}

QWidget *NetworkPanel::buildAdding()
{
    m_input = new LineInput(u"networksToAdd"_s);
    m_input->setPlaceholderText(u"198.51.100.0/24, 2001:db8:7::/48"_s);
    m_add = makeButton(u"addNetworks"_s, tr("Add"), Icon::Plus, ButtonKind::Normal, this);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_input, 1);
    row->addWidget(m_add);
    both->setFocusProxy(m_input);
    m_inputField = new FormField(tr("Add networks"), both);
    m_inputField->setHint(
        tr("One or many, typed or pasted: IPv4 and IPv6. From a # to the end of its line it is their note."));
    return m_inputField;
}

void NetworkPanel::wire()
{
    connect(&m_editor, &models::NetworksEditor::changed, this, &NetworkPanel::showEdit);
    connect(&m_networks, &models::NetworksModel::changed, this, &NetworkPanel::showLists);
    connect(m_lists, &QComboBox::activated, this,
            [this](int index) { showList(m_lists->itemData(index).value<NetworkListName>()); });
    connect(m_add, &QPushButton::clicked, this, &NetworkPanel::add);
    connect(m_input, &QLineEdit::returnPressed, this, &NetworkPanel::add);
    connect(m_view, &PcTableView::openRequested, this,
            [this](const QModelIndex &index) { editLine(index.row()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &NetworkPanel::showButtons);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &NetworkPanel::showButtons);
    connect(m_view, &PcTableView::copyRequested, this, &NetworkPanel::copyRequested);
    connect(m_edit, &QPushButton::clicked, this, [this] { editLine(currentLine()); });
    connect(m_mend, &QPushButton::clicked, this, &NetworkPanel::takeProposal);
    connect(m_remove, &QPushButton::clicked, this, &NetworkPanel::removeLines);
}

void NetworkPanel::showLists()
{
    QList<std::pair<QString, NetworkListName>> lists{
        {listText({Realm::Production, {}}, m_networks), {Realm::Production, {}}},
        {listText({Realm::Sandbox, {}}, m_networks), {Realm::Sandbox, {}}}};
    for (const Credential &credential : m_networks.credentials()) {
        const NetworkListName name{credential.realm, credential.id};
        const bool isOver = credential.state == CredentialState::Revoked ||
                            credential.state == CredentialState::Void ||
                            credential.state == CredentialState::Expired;
        if (isOver && m_editor.list(name).isEmpty())
            continue;
        lists.append(
            {tr("%1 (%2)", "credential, realm").arg(credential.name, models::nameOf(credential.realm)),
             name});
    }
    m_lists->clear();
    for (const auto &[text, name] : std::as_const(lists)) {
        const auto lines = static_cast<int>(m_editor.list(name).size());
        m_lists->addItem(lines == 0 ? text : tr("%1: %n network(s)", "list", lines).arg(text),
                         QVariant::fromValue(name));
        if (name == list())
            m_lists->setCurrentIndex(m_lists->count() - 1);
    }
}

void NetworkPanel::showList(const NetworkListName &name)
{
    if (name != list()) {
        m_table.setList(name);
        m_view->startAtTop();
        Q_EMIT listChanged(name);
    }
    showLists();
    showEdit();
}

void NetworkPanel::showEdit()
{
    if (!m_editor.isReady())
        return;
    ListStanding standing = standingOf(m_editor, list());
    if (standing.refuses && !m_stillPass.isEmpty())
        standing = {Severity::Warn, standing.text + u' ' + m_stillPass};
    m_standingIcon->setIcon(iconOf(standing.severity), toneOf(standing.severity));
    m_standing->setTone(standing.severity == Severity::Neutral ? Tone::Text : toneOf(standing.severity));
    m_standing->setText(standing.text);
    if (m_table.rowCount() == 0)
        m_states->showEmpty();
    else
        m_states->showContent();
    if (m_editor.edit() != m_faulty)
        showFault({});
    m_waiver->setVisible(list() == NetworkListName{Realm::Production, {}});
    m_waiver->showEdit();
    showLists();
    showButtons();
}

void NetworkPanel::showButtons()
{
    const int line = currentLine();
    const QString none = tr("No line is selected.");
    const QString why = !m_locked.isEmpty() ? m_locked : line < 0 ? none : QString();
    setDisabledReason(m_edit, why);
    setDisabledReason(m_remove, why);
    const QString proposal =
        line < 0 ? QString() : m_table.index(line, 0).data(NetworkTable::ProposalRole).toString();
    m_mend->setVisible(!proposal.isEmpty());
    m_mend->setText(tr("Use %1", "a network").arg(proposal));
    m_mend->setAccessibleName(m_mend->text());
    setDisabledReason(m_mend, m_locked);
}

int NetworkPanel::currentLine() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() && current.row() < m_table.rowCount() ? current.row() : -1;
}

void NetworkPanel::add()
{
    if (!m_locked.isEmpty())
        return;
    const QList<NetworkEntry> entries = models::entriesIn(m_input->text());
    if (entries.isEmpty()) {
        m_inputField->setError(tr("Type an address or a network, such as 198.51.100.7 or 198.51.100.0/24."));
        return;
    }
    const int came = m_editor.add(list(), entries);
    if (came == 0) {
        m_inputField->setError(
            tr("%n network(s) stand in the list already.", nullptr, static_cast<int>(entries.size())));
        return;
    }
    m_input->clear();
    const QStringList noted = models::networksInNotes(entries);
    m_inputField->setError(
        noted.isEmpty()
            ? QString()
            : tr("Behind a # and so a note, not added: %1. Add it by itself if it is meant.", "networks")
                  .arg(noted.join(u", "_s)));
    m_view->selectKey(m_table.entries().constLast().network);
}

void NetworkPanel::editLine(int line)
{
    if (line < 0 || line >= m_table.rowCount() || !m_locked.isEmpty())
        return;
    auto *dialog = new NetworkEntryDialog(m_table.entries().at(line), window());
    connect(dialog, &NetworkEntryDialog::edited, this,
            [this, line, name = list()](const NetworkEntry &entry) { m_editor.setEntry(name, line, entry); });
    dialog->open();
}

void NetworkPanel::removeLines()
{
    if (!m_locked.isEmpty())
        return;
    QList<int> lines = m_view->selectedRowNumbers();
    if (lines.isEmpty() && currentLine() >= 0)
        lines = {currentLine()};
    m_editor.remove(list(), lines);
}

void NetworkPanel::takeProposal()
{
    const int line = currentLine();
    if (line < 0)
        return;
    NetworkEntry entry = m_table.entries().at(line);
    entry.network = m_table.index(line, 0).data(NetworkTable::ProposalRole).toString();
    m_editor.setEntry(list(), line, entry);
}

bool NetworkPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier) {
            removeLines();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void NetworkPanel::setReadOnlyReason(const QString &why)
{
    m_locked = why;
    m_input->setReadOnly(!why.isEmpty());
    m_input->setToolTip(why);
    setDisabledReason(m_add, why);
    m_waiver->setReadOnlyReason(why);
    showButtons();
}

void NetworkPanel::setObserved(const QString &stillPass)
{
    if (stillPass == m_stillPass)
        return;
    m_stillPass = stillPass;
    showEdit();
}

bool NetworkPanel::validate()
{
    const QList<NetworkListName> faulty = m_editor.faultyLists();
    if (!faulty.isEmpty()) {
        if (!faulty.contains(list()))
            showList(faulty.constFirst());
        for (int line = 0; line < m_table.rowCount(); ++line) {
            const QModelIndex index = m_table.index(line, 0);
            if (index.data(NetworkTable::GravityRole).toInt() != NetworkTable::Refused)
                continue;
            m_view->selectKey(index.data(models::IdRole));
            m_view->setFocus(Qt::OtherFocusReason);
            break;
        }
        showFault(tr("Nothing was saved. Put the lines marked red right first, or remove them."));
        return false;
    }
    if (m_editor.waiverFault())
        showList({Realm::Production, {}});
    return m_waiver->validate();
}

void NetworkPanel::showErrors(const QList<FieldError> &errors)
{
    m_waiver->showErrors(errors);
    QStringList lines;
    for (const FieldError &error : errors)
        if (error.pointer.startsWith("/production"_L1) || error.pointer.startsWith("/sandbox"_L1) ||
            error.pointer.startsWith("/credentials"_L1))
            lines.append(memberErrorText(error, memberName(error.pointer), operation(Op::NetworksEdit).body));
    lines.removeDuplicates();
    showFault(lines.join(u'\n'));
}

void NetworkPanel::showFault(const QString &text)
{
    m_faulty = m_editor.edit();
    m_fault->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        m_fault->setMessage(Severity::Bad, text);
}

void NetworkPanel::focusInput()
{
    m_input->setFocus(Qt::OtherFocusReason);
}

} // namespace pc::views
