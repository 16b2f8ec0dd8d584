# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_contract PRIVATE
    types/access.h
    types/audit.h
    types/calls.cpp types/calls.h
    types/catalogue.h
    types/credential.h
    types/enums.cpp types/enums.h
    types/evidence.h
    types/explanation.h
    types/gate.cpp types/gate.h
    types/import.h
    types/in_order.h
    types/job.h
    types/networks.h
    types/observation.h
    types/pack.h
    types/page.h
    types/partner.h
    types/problem.h
    types/program.h
    types/session.h
    types/time_histogram.h
    types/usage.h
    types/version.h
)
