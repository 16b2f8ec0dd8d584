# SPDX-License-Identifier: GPL-3.0-or-later
# What is seen before a platform is open.
pc_add_test(welcome/tst_connect_form LABEL views SOURCES typing.cpp typing.h LIBS pc_views)
pc_add_test(welcome/tst_sample_card LABEL views LIBS pc_views)
pc_add_test(welcome/tst_starting_view LABEL views LIBS pc_views)
