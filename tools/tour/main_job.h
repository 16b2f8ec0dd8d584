// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace pc::app {

class ConsoleDriver;

/// The steps of the main job, as a person does them in the window. Each answers false when a control never
/// came (ConsoleDriver::failure()).
namespace job {

/// Fills the seven steps of "New partner", all gates satisfied, and creates it with a sandbox client.
bool onboard(ConsoleDriver &driver, const QString &name, const QString &credentialName);
/// In the open secret dialog: copies, ticks, closes. The secret is what the clipboard got.
bool takeSecret(ConsoleDriver &driver, QByteArray *clientId, QByteArray *secret);
/// In the open revoke dialog: the gateways have said whether they accept the credential.
bool gatewaysAnswered(ConsoleDriver &driver);
/// Selects a credential in the Credentials tab that is shown.
bool selectCredential(ConsoleDriver &driver, const QString &name);

} // namespace job

} // namespace pc::app
