# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_contract PRIVATE
    audit_actions/audit_action.cpp audit_actions/audit_action.h
)
