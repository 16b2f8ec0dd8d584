// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/types/gate.h"

#include "contract/types/in_order.h"

#include <array>
#include <cstdlib>

namespace pc {

namespace {

constexpr std::array gateRows{
    GateRow{GateKind::Status, "status", "overview"},
    GateRow{GateKind::Agreement, "agreement", "agreement"},
    GateRow{GateKind::TechnicalContact, "technical_contact", "contacts"},
    GateRow{GateKind::SecurityContact, "security_contact", "contacts"},
    GateRow{GateKind::DataProtectionContact, "data_protection_contact", "contacts"},
    GateRow{GateKind::LawfulBasis, "lawful_basis", "access"},
    GateRow{GateKind::SandboxCredential, "credential", "credentials"},
    GateRow{GateKind::ProductionCredential, "credential", "credentials"},
    GateRow{GateKind::SandboxTraffic, "sandbox_traffic", "usage"},
    GateRow{GateKind::LimitedTraffic, "limited_traffic", "usage"},
    GateRow{GateKind::LimitedDays, "limited_days", "overview"},
    GateRow{GateKind::Networks, "networks", "networks"},
};

static_assert(isInOrder(gateRows, &GateRow::kind, GateKind::Status, GateKind::Networks),
              "one row for each, in the order of the enumeration");

} // namespace

std::span<const GateRow> gateKinds()
{
    return gateRows;
}

const GateRow &gateRow(GateKind kind)
{
    if (kind == GateKind::Unknown)
        std::abort();
    return gateRows[static_cast<std::size_t>(kind) - 1];
}

} // namespace pc
