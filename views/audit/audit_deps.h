// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pc::models {
class AuditEventModel;
class AuditIntegrity;
class AuditListModel;
} // namespace pc::models

namespace pc::views {

/// The models behind an audit view; made by the composition root, outlive the view.
struct AuditDeps
{
    models::AuditListModel &list;
    models::AuditEventModel &event;
    models::AuditIntegrity &integrity;
};

} // namespace pc::views
