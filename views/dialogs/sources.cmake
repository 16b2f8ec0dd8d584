# SPDX-License-Identifier: GPL-3.0-or-later
target_sources(pc_views PRIVATE
    dialogs/field_errors.cpp dialogs/field_errors.h
    dialogs/flow_dialog.cpp dialogs/flow_dialog.h
    dialogs/kind_choice.cpp dialogs/kind_choice.h
    dialogs/left_act.cpp dialogs/left_act.h
    dialogs/owner_input.cpp dialogs/owner_input.h
    dialogs/reason_fields.cpp dialogs/reason_fields.h
    dialogs/saved_views_button.cpp dialogs/saved_views_button.h
    dialogs/waiting_toast.cpp dialogs/waiting_toast.h
)
