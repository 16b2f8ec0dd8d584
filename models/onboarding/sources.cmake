# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_models PRIVATE
    onboarding/onboard_draft.cpp onboarding/onboard_draft.h
    onboarding/onboard_flow.cpp onboarding/onboard_flow.h
    onboarding/told_problems.cpp onboarding/told_problems.h
)
