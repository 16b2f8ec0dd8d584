// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/admin/api/admin_context.h"

#include <variant>

/// One function per operation of the contract; handler_table.cpp binds them. Each parses its own input and
/// answers a value or a problem.
namespace pc::platform::handlers {

using Any = std::variant<ReadHandler, WriteHandler, NarrowingHandler, ReopeningHandler, OwnHandler>;
[[nodiscard]] Any handlerOf(Op op);
/// Whether an act of this kind may take access of partners away.
[[nodiscard]] bool mayNarrow(Op op);

// session_handlers.cpp
void sessionRenew(std::shared_ptr<AdminCall> call, Responder respond);
void sessionEnd(std::shared_ptr<AdminCall> call, Responder respond);
void sessionGet(std::shared_ptr<AdminCall> call, Responder respond);
void changesGet(std::shared_ptr<AdminCall> call, Responder respond);

// operator_handlers.cpp
AdminResult operatorList(const AdminCall &call, Tx &tx);

// partner_handlers.cpp
AdminResult partnerList(const AdminCall &call, Tx &tx);
AdminResult partnerGet(const AdminCall &call, Tx &tx);
AdminResult partnerGates(const AdminCall &call, Tx &tx);
AdminResult partnerCreate(WriteCall &call, Tx &tx);
AdminResult partnerEdit(WriteCall &call, Tx &tx);
Narrowing partnerEditNarrowing(const WriteCall &call);
AdminResult partnerPromote(WriteCall &call, Tx &tx);
AdminResult partnerUnfreeze(WriteCall &call, Tx &tx);

// credential_handlers.cpp
AdminResult credentialList(const AdminCall &call, Tx &tx);
AdminResult credentialGet(const AdminCall &call, Tx &tx);
AdminResult credentialUse(const AdminCall &call, Tx &tx);
AdminResult credentialResume(WriteCall &call, Tx &tx);

// issue_handlers.cpp
AdminResult credentialIssue(WriteCall &call, Tx &tx);
AdminResult credentialRotate(WriteCall &call, Tx &tx);
Narrowing rotationNarrowing(const WriteCall &call);
void credentialAck(std::shared_ptr<AdminCall> call, Responder respond);
/// Whether it ends an older secret at once, and so waits for nothing.
[[nodiscard]] bool acknowledgementCuts(const AdminCall &call);

// grace_handlers.cpp: moving the end is a write, ending it now is a revocation
void credentialGrace(std::shared_ptr<AdminCall> call, Responder respond);

// revocation/revocation_handlers.cpp: deny first, then store
void partnerFreeze(std::shared_ptr<AdminCall> call, Responder respond);
void credentialSuspend(std::shared_ptr<AdminCall> call, Responder respond);
void credentialRevoke(std::shared_ptr<AdminCall> call, Responder respond);

// revocation/proof_handlers.cpp: what shows that a revocation is real
void credentialProbe(std::shared_ptr<AdminCall> call, Responder respond);
AdminResult revocationGet(const AdminCall &call, Tx &tx);

// access_handlers.cpp
AdminResult scopeList(const AdminCall &call, Tx &tx);
AdminResult routeList(const AdminCall &call, Tx &tx);
AdminResult planList(const AdminCall &call, Tx &tx);
AdminResult grantGet(const AdminCall &call, Tx &tx);
AdminResult grantEdit(WriteCall &call, Tx &tx);
Narrowing grantEditNarrowing(const WriteCall &call);
AdminResult scopeUseGet(const AdminCall &call, Tx &tx);

// usage_handlers.cpp
AdminResult usageSeries(const AdminCall &call, Tx &tx);
AdminResult quotaGet(const AdminCall &call, Tx &tx);
AdminResult callList(const AdminCall &call, Tx &tx);
AdminResult callGet(const AdminCall &call, Tx &tx);

// audit_handlers.cpp
AdminResult auditList(const AdminCall &call, Tx &tx);
AdminResult auditGet(const AdminCall &call, Tx &tx);
void auditStream(std::shared_ptr<AdminCall> call, Responder respond);
AdminResult checkpointGet(const AdminCall &call, Tx &tx);
AdminResult checkpointMake(WriteCall &call, Tx &tx);
AdminResult inclusionProofGet(const AdminCall &call, Tx &tx);
AdminResult consistencyProofGet(const AdminCall &call, Tx &tx);

} // namespace pc::platform::handlers
