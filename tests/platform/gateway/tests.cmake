# SPDX-License-Identifier: GPL-3.0-or-later
pc_add_test(gateway/tst_gateway_endpoint LABEL platform LIBS pc_platform)
pc_add_test(gateway/tst_gateway_refusals LABEL platform LIBS pc_platform)
pc_add_test(gateway/tst_revocation_probe LABEL platform LIBS pc_platform pc_http_test_support Qt6::Network Threads::Threads)
pc_add_test(gateway/tst_gateway_checks LABEL platform LIBS pc_platform)
pc_add_test(gateway/tst_gateway_verdicts LABEL platform LIBS pc_platform)
pc_add_test(gateway/tst_gateway_messages LABEL platform LIBS pc_platform)
pc_add_test(gateway/tst_revocation_proofs LABEL platform LIBS pc_platform Qt6::Network Threads::Threads)
