// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/local/local_platform.h"
#include "contract/rules/sample_size.h"
#include "models/session/profiles.h"
#include "views/welcome/connect_form.h"
#include "views/widgets/error_state.h"

#include <QWidget>

namespace pc::views {

class CurrentStack;
class FileDialogs;
class FocusGuard;
class MessageBanner;
class SampleCard;
class StartingView;

/// The first window: try with sample data, connect to a platform, or open a saved profile. Shows at once;
/// everything slow happens behind it with named steps and a way back.
class WelcomeWindow final : public QWidget
{
    Q_OBJECT
public:
    /// `hasSample`: sample data is there already, so that trying means opening.
    WelcomeWindow(models::Profiles &profiles, FileDialogs &files, bool hasSample, QWidget *parent = nullptr);
    ~WelcomeWindow() override;

    [[nodiscard]] ConnectForm *connectForm() const { return m_connect; }
    /// Where a sample would be written; what does not fit there cannot be chosen.
    void setFreeBytes(std::optional<qint64> bytes);
    /// The three cards.
    void showChoices();
    /// The form for a platform; what is known already is filled in.
    void showConnect(const ConnectRequest &known);
    /// Named steps of starting the local platform.
    void showStarting(bool seeding);
    void showSeedProgress(const client::SeedProgress &progress);
    /// What is happening now, when it has no steps ("Signing in…").
    void showBusy(const QString &what);
    /// What a sign-in waits for, on whatever shows it.
    void showWait(const QString &text);
    /// The form is shown: what was typed stands in it.
    [[nodiscard]] bool isConnecting() const;
    void showFailure(const ErrorInfo &error, ConnectForm::Wrong which = ConnectForm::Wrong::Nothing);

Q_SIGNALS:
    /// Open the sample, or make one of this size.
    void sampleRequested(pc::rules::SampleSize size);
    void profileRequested(const QString &profileId);
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void buildUi();
    [[nodiscard]] QWidget *makeChoices();
    [[nodiscard]] QWidget *makeConnectCard();
    [[nodiscard]] QWidget *makeProfilesCard();
    void fillProfiles();
    void turnTo(QWidget *page);

    models::Profiles &m_profiles;
    FileDialogs &m_files;
    bool m_hasSample;
    FocusGuard *m_focus;
    CurrentStack *m_stack = nullptr;
    QWidget *m_choices = nullptr;
    SampleCard *m_sample = nullptr;
    ConnectForm *m_connect = nullptr;
    StartingView *m_starting = nullptr;
    MessageBanner *m_failure = nullptr;
    QWidget *m_profileList = nullptr;
    QWidget *m_profilesCard = nullptr;
};

} // namespace pc::views
