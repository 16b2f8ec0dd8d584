// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words/remedy_words.h"

#include "views/words/call_words.h"

#include <QCoreApplication>

namespace pc::views {

namespace {

struct RemedyWords
{
    Q_DECLARE_TR_FUNCTIONS(RemedyWords)
};

} // namespace

QString remedyTitle(const Remedy &remedy, const QTimeZone &zone)
{
    switch (remedy.kind) {
    case RemedyKind::GrantScope:
        return RemedyWords::tr("Grant %1").arg(remedy.value);
    case RemedyKind::CredentialScope:
        return RemedyWords::tr("Give %1 to the credential").arg(remedy.value);
    case RemedyKind::AskForScope:
        return RemedyWords::tr("Ask for a token with %1").arg(remedy.value);
    case RemedyKind::AllowNetwork:
        return RemedyWords::tr("Allow %1").arg(remedy.value);
    case RemedyKind::GrantResource:
        return RemedyWords::tr("Grant %1").arg(remedy.value);
    case RemedyKind::RaiseLimit:
        return RemedyWords::tr("Raise the limit");
    case RemedyKind::WaitForLimit:
        return RemedyWords::tr("Wait until %1")
            .arg(callMoment(QDateTime::fromString(remedy.value, Qt::ISODateWithMs), zone));
    case RemedyKind::Resume:
        return RemedyWords::tr("Resume the credential");
    case RemedyKind::Rotate:
        return RemedyWords::tr("Rotate the credential");
    case RemedyKind::UseNewerSecret:
        return RemedyWords::tr("Use the newer secret");
    case RemedyKind::Issue:
        return RemedyWords::tr("Issue a new credential");
    case RemedyKind::Acknowledge:
        return RemedyWords::tr("Finish issuing it");
    case RemedyKind::Unfreeze:
        return RemedyWords::tr("Unfreeze the partner");
    case RemedyKind::Promote:
        return RemedyWords::tr("Promote the partner");
    case RemedyKind::AddRoute:
        return RemedyWords::tr("Add the route to the catalogue");
    case RemedyKind::UseOtherRoute:
        return RemedyWords::tr("Call the newer version");
    case RemedyKind::UseOtherRealm:
        return RemedyWords::tr("Call the other gateway");
    case RemedyKind::NewToken:
        return RemedyWords::tr("Ask for a new token");
    case RemedyKind::SendOneCredential:
        return RemedyWords::tr("Send one credential only");
    case RemedyKind::SendCredential:
        return RemedyWords::tr("Send a credential");
    case RemedyKind::FixRequest:
        return RemedyWords::tr("Send a request with one reading");
    case RemedyKind::RegisterGateway:
        return RemedyWords::tr("Register the gateway");
    case RemedyKind::AcceptHistory:
        return RemedyWords::tr("Accept the history");
    case RemedyKind::WidenBody:
        return RemedyWords::tr("Change what the route takes");
    case RemedyKind::Unknown:
        break;
    }
    return RemedyWords::tr("Something that this console does not know");
}

QString remedyDetail(const Remedy &remedy)
{
    switch (remedy.kind) {
    case RemedyKind::GrantScope:
        return RemedyWords::tr("In the scopes of the partner.");
    case RemedyKind::CredentialScope:
        return RemedyWords::tr("The partner holds it, the credential does not.");
    case RemedyKind::AskForScope:
        return RemedyWords::tr("In the code of the partner: the token was asked for without it.");
    case RemedyKind::AllowNetwork:
        return RemedyWords::tr("On the list of networks of the partner.");
    case RemedyKind::GrantResource:
        return RemedyWords::tr("In the resources of the partner.");
    case RemedyKind::RaiseLimit:
        return RemedyWords::tr("For good by a plan, or until a date by an exception.");
    case RemedyKind::WaitForLimit:
        return RemedyWords::tr("Then calls pass again.");
    case RemedyKind::Resume:
        return RemedyWords::tr("It was suspended, and is whole.");
    case RemedyKind::Rotate:
        return RemedyWords::tr("The partner gets a new secret; the client id stays.");
    case RemedyKind::UseNewerSecret:
        return RemedyWords::tr("In the code of the partner: the one it used has ended.");
    case RemedyKind::Issue:
        return RemedyWords::tr("Nothing brings this one back.");
    case RemedyKind::Acknowledge:
        return RemedyWords::tr("Its secret was not confirmed to have arrived.");
    case RemedyKind::Unfreeze:
        return RemedyWords::tr("Everything it holds works again.");
    case RemedyKind::Promote:
        return RemedyWords::tr("The route is open from a later stage on.");
    case RemedyKind::AddRoute:
        return RemedyWords::tr("Or correct the path in the code of the partner.");
    case RemedyKind::UseOtherRoute:
        return RemedyWords::tr("In the code of the partner.");
    case RemedyKind::UseOtherRealm:
        return RemedyWords::tr("Each realm has credentials and gateways of its own.");
    case RemedyKind::NewToken:
        return RemedyWords::tr("In the code of the partner: before the old one ends.");
    case RemedyKind::SendOneCredential:
        return RemedyWords::tr("In the code of the partner.");
    case RemedyKind::SendCredential:
        return RemedyWords::tr("In the code of the partner.");
    case RemedyKind::FixRequest:
        return RemedyWords::tr("In the code of the partner, or in the gateway.");
    case RemedyKind::RegisterGateway:
        return RemedyWords::tr("On the host of the platform.");
    case RemedyKind::AcceptHistory:
        return RemedyWords::tr("On the host of the platform, once it is known why it changed.");
    case RemedyKind::WidenBody:
        return RemedyWords::tr("In the description of the API.");
    case RemedyKind::Unknown:
        break;
    }
    return {};
}

} // namespace pc::views
