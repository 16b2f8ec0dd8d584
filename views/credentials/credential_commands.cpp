// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/credentials/credential_commands.h"

#include "contract/crypto/random_source.h"
#include "contract/rules/act_refusal.h"
#include "models/credentials/credential_flows.h"
#include "models/credentials/issuing_flow.h"
#include "models/session/connection.h"
#include "views/commands/command_registry.h"
#include "views/credentials/credential_selection.h"
#include "views/credentials/grace_dialog.h"
#include "views/credentials/revoke_dialog.h"
#include "views/credentials/rotate_dialog.h"
#include "views/credentials/suspend_dialog.h"
#include "views/seams/clipboard.h"
#include "views/seams/context.h"
#include "views/widgets/toast.h"
#include "views/words/problem_words.h"

#include <QWidget>

#include <functional>
#include <utility>

namespace pc::views {

using namespace Qt::StringLiterals;

CredentialCommands::CredentialCommands(const ViewContext &context, const CredentialSelection &selection,
                                       RandomSource &random, QWidget *window)
    : QObject(window), m_context(context), m_selection(selection), m_random(random), m_window(window)
{
    registerAll();
}

QStringList CredentialCommands::ids()
{
    return {u"credential.rotate"_s,  u"credential.extendGrace"_s, u"credential.endGrace"_s,
            u"credential.suspend"_s, u"credential.resume"_s,      u"credential.revoke"_s,
            u"credential.copyId"_s};
}

void CredentialCommands::registerAll()
{
    const auto sentenceOf = [](Op op, ProblemCode refusal) {
        return op == Op::CredentialRotate && refusal == ProblemCode::NotRotating
                   ? tr("Nothing of this kind of credential can be rotated.")
                   : problemSentence(refusal);
    };
    // `facts`: as the act will have them, where that is more than the credential says; `rule`: what else
    // keeps the act from it, empty when nothing does.
    const auto when = [this, sentenceOf](Op op, rules::CredentialFacts (*facts)(const Credential &),
                                         std::function<QString(const Credential &)> rule = {}) {
        return [this, sentenceOf, op, facts, rule = std::move(rule)] {
            const std::optional<Credential> credential = m_selection.selected();
            if (!credential)
                return CommandState::off(tr("Select a credential first."));
            if (const auto refusal = rules::refusalOf(op, facts(*credential)))
                return CommandState::off(sentenceOf(op, *refusal));
            const QString why = rule ? rule(*credential) : QString();
            return why.isEmpty() ? CommandState::ready() : CommandState::off(why);
        };
    };
    const auto asItIs = [](const Credential &credential) { return rules::factsOf(credential); };
    const auto inAnEmergency = [](const Credential &credential) { // the dialog says when it must be one
        rules::CredentialFacts facts = rules::factsOf(credential);
        facts.emergency = true;
        return facts;
    };
    CommandRegistry &commands = m_context.commands;

    Command rotate{u"credential.rotate"_s, tr("Rotate…"), Icon::Rotate};
    rotate.group = u"credential"_s;
    rotate.shortcut = QKeySequence(u"R"_s);
    rotate.scope = CommandScope::Table;
    rotate.op = Op::CredentialRotate;
    rotate.state = when(Op::CredentialRotate, inAnEmergency,
                        [this](const Credential &) { return m_selection.noNewSecret(); });
    rotate.run = [this] { this->rotate(); };
    commands.add(rotate, this);

    Command extend{u"credential.extendGrace"_s, tr("Change grace…"), Icon::Clock};
    extend.group = u"credential"_s;
    extend.op = Op::CredentialGrace;
    extend.state = when(Op::CredentialGrace, asItIs);
    extend.run = [this] { grace(false); };
    commands.add(extend, this);

    Command end{u"credential.endGrace"_s, tr("End grace now…"), Icon::Ban};
    end.group = u"credential"_s;
    end.op = Op::CredentialGrace;
    end.destructive = true;
    end.state = when(Op::CredentialGrace, asItIs);
    end.run = [this] { grace(true); };
    commands.add(end, this);

    Command suspend{u"credential.suspend"_s, tr("Suspend…"), Icon::Pause};
    suspend.group = u"credential"_s;
    suspend.op = Op::CredentialSuspend;
    suspend.state = when(Op::CredentialSuspend, asItIs);
    suspend.run = [this] { this->suspend(false); };
    commands.add(suspend, this);

    Command resume{u"credential.resume"_s, tr("Resume…"), Icon::Play};
    resume.group = u"credential"_s;
    resume.op = Op::CredentialResume;
    resume.state = when(Op::CredentialResume, asItIs);
    resume.run = [this] { this->suspend(true); };
    commands.add(resume, this);

    Command revoke{u"credential.revoke"_s, tr("Revoke…"), Icon::Ban};
    revoke.group = u"credential"_s;
    revoke.shortcut = QKeySequence(Qt::Key_Delete);
    revoke.scope = CommandScope::Table;
    revoke.op = Op::CredentialRevoke;
    revoke.destructive = true;
    revoke.state = when(Op::CredentialRevoke, asItIs);
    revoke.run = [this] { this->revoke(); };
    commands.add(revoke, this);

    Command copy{u"credential.copyId"_s, tr("Copy ID"), Icon::Copy};
    copy.group = u"credential"_s;
    copy.shortcut = QKeySequence(u"C"_s);
    copy.scope = CommandScope::Table;
    copy.state = [this] {
        return m_selection.selected() ? CommandState::ready()
                                      : CommandState::off(tr("Select a credential first."));
    };
    copy.run = [this] { copyId(); };
    commands.add(copy, this);
}

void CredentialCommands::rotate()
{
    const std::optional<Credential> credential = m_selection.selected();
    if (!credential)
        return;
    auto *flow =
        new models::RotateFlow(m_context.connection.credentials(), m_random, models::versioned(*credential));
    auto *dialog = new RotateDialog(m_context, flow, m_window);
    connect(dialog, &QDialog::finished, this, &CredentialCommands::acted);
    dialog->open();
}

void CredentialCommands::revoke()
{
    const std::optional<Credential> credential = m_selection.selected();
    if (!credential)
        return;
    auto *flow =
        new models::RevokeFlow(m_context.connection.credentials(), m_context.connection.feed(), *credential);
    auto *dialog = new RevokeDialog(m_context, flow, m_window);
    connect(dialog, &QDialog::finished, this, &CredentialCommands::acted);
    dialog->open();
}

void CredentialCommands::grace(bool endNow)
{
    const std::optional<Credential> credential = m_selection.selected();
    if (!credential)
        return;
    auto *flow = new models::GraceFlow(m_context.connection.credentials(), m_context.connection.feed(),
                                       models::versioned(*credential));
    auto *dialog = new GraceDialog(m_context, flow, endNow, m_window);
    connect(dialog, &QDialog::finished, this, &CredentialCommands::acted);
    dialog->open();
}

void CredentialCommands::suspend(bool resume)
{
    const std::optional<Credential> credential = m_selection.selected();
    if (!credential)
        return;
    auto *flow = new models::SuspendFlow(
        m_context.connection.credentials(), m_context.connection.feed(), models::versioned(*credential),
        resume ? models::SuspendFlow::Act::Resume : models::SuspendFlow::Act::Suspend);
    auto *dialog = new SuspendDialog(m_context, flow, m_window);
    connect(dialog, &QDialog::finished, this, &CredentialCommands::acted);
    dialog->open();
}

void CredentialCommands::copyId()
{
    if (const std::optional<Credential> credential = m_selection.selected()) {
        m_context.clipboard.setText(credential->id);
        m_context.toasts.show({tr("%1 copied").arg(credential->id)});
    }
}

} // namespace pc::views
