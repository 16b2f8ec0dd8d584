# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(openapi/tst_read_document LABEL platform LIBS pc_platform rapidcheck)
pc_add_test(openapi/tst_read_description LABEL platform LIBS pc_platform)
pc_add_test(openapi/tst_granted_description LABEL platform LIBS pc_platform)
pc_add_test(openapi/tst_routes_of LABEL platform LIBS pc_platform)
