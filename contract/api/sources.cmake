# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_contract PRIVATE
    api/exit_codes.cpp api/exit_codes.h
    api/operations.cpp api/operations.h
    api/problem_codes.cpp api/problem_codes.h
    api/roles.cpp api/roles.h
)
