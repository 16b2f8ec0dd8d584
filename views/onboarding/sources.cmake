# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    onboarding/first_credential.cpp onboarding/first_credential.h
    onboarding/onboarding_message.cpp onboarding/onboarding_message.h
    onboarding/onboarding_page.cpp onboarding/onboarding_page.h
    onboarding/review_panel.cpp onboarding/review_panel.h
    onboarding/step_footer.cpp onboarding/step_footer.h
    onboarding/step_rail.cpp onboarding/step_rail.h
)
