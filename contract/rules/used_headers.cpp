// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules/used_headers.h"

#include <algorithm>
#include <array>

namespace pc::rules {

namespace {

constexpr std::array usedNames{
    // The protocol, requests and answers (RFC 9110, 9111, 9112, 9530, 4918, 9421).
    "host", "connection", "upgrade", "te", "trailer", "transfer-encoding", "expect", "max-forwards",
    "http2-settings", "keep-alive", "via", "forwarded", "date", "from", "cookie", "cookie2", "set-cookie",
    "set-cookie2", "user-agent", "accept", "referer", "origin", "range", "pragma", "cache-control", "age",
    "expires", "etag", "vary", "warning", "last-modified", "location", "allow", "server", "server-timing",
    "retry-after", "www-authenticate", "authentication-info", "link", "prefer", "preference-applied",
    "early-data", "depth", "destination", "overwrite", "lock-token", "timeout", "if", "digest", "signature",
    "signature-input", "dpop", "a-im", "im", "slug", "tcn", "negotiate", "refresh",
    // Browsers, and what pages set.
    "dnt", "x-do-not-track", "priority", "upgrade-insecure-requests", "save-data", "downlink", "ect", "rtt",
    "dpr", "width", "viewport-width", "device-memory", "purpose", "x-purpose", "x-moz", "last-event-id",
    "service-worker", "x-client-data", "x-requested-with", "csrf-token", "xsrf-token", "x-csrftoken", "nel",
    "report-to", "reporting-endpoints", "clear-site-data", "timing-allow-origin", "permissions-policy",
    "referrer-policy", "strict-transport-security", "x-frame-options", "x-content-type-options",
    "x-xss-protection", "x-powered-by", "x-ua-compatible", "x-wap-profile",
    // Proxies, load balancers and content networks.
    "x-client-ip", "x-client-cert", "x-client-dn", "x-client-verify", "x-client-port", "x-cluster-client-ip",
    "x-proxyuser-ip", "true-client-ip", "client-ip", "fly-client-ip", "incap-client-ip", "x-host", "x-scheme",
    "x-url-scheme", "x-proto", "x-port", "x-https", "front-end-https", "x-script-name", "x-via", "x-cache",
    "x-varnish", "x-iinfo", "x-forwarded", "x-lb", "x-backend", "x-request-start", "x-queue-start",
    "x-country-code", "eagleid", "disguised-host", "was-default-hostname", "x-ms-client-principal",
    // Tracing: one id for a call that goes through several systems.
    "traceparent", "tracestate", "baggage", "b3", "sw8", "trace-id", "x-span-id", "span-id", "correlation-id",
    "x-correlation-id", "x-correlationid", "request-id", "x-request-id", "x-requestid", "x-transaction-id",
    "transaction-id", "x-client-trace-id", "uber-trace-id", "elastic-apm-traceparent", "sentry-trace",
    "newrelic", "correlation-context", "x-ot-span-context",
    // Clients and frameworks.
    "idempotency-key", "x-idempotency-key", "api-version", "x-api-version", "deprecation", "sunset",
    "ratelimit", "x-partner-id", "x-credential-id", "x-credential-generation", "x-realm", "x-scopes",
    "x-route-id", "x-decision-id", "x-policy-snapshot", "x-method-override", "x-timezone"};

constexpr std::array usedBeginnings{"x-forwarded-",
                                    "x-forward-",
                                    "x-original-",
                                    "x-authz-",
                                    "x-envoy-",
                                    "x-http-",
                                    "x-rewrite-",
                                    "x-real-",
                                    "x-remote-",
                                    "remote-",
                                    "x-proxy-",
                                    "proxy-",
                                    "x-ssl-",
                                    "ssl-",
                                    "client-cert",
                                    "x-client-cert-",
                                    "x-auth-request-",
                                    "x-amz-",
                                    "x-amzn-",
                                    "x-azure-",
                                    "x-arr-",
                                    "x-appengine-",
                                    "x-cloud-",
                                    "x-vercel-",
                                    "x-akamai-",
                                    "akamai-",
                                    "fastly-",
                                    "cf-",
                                    "cdn-",
                                    "ali-cdn-",
                                    "x-cdn-",
                                    "x-cache-",
                                    "x-geo-",
                                    "x-sucuri-",
                                    "x-edge-",
                                    "x-trace-",
                                    "x-b3-",
                                    "x-datadog-",
                                    "x-instana-",
                                    "x-newrelic-",
                                    "ot-",
                                    "uberctx-",
                                    "jaeger-",
                                    "grpc-",
                                    "baggage-",
                                    "accept-",
                                    "content-",
                                    "if-",
                                    "sec-",
                                    "access-control-",
                                    "alt-",
                                    "ping-",
                                    "service-worker-",
                                    "cross-origin-",
                                    "ratelimit-",
                                    "x-ratelimit-",
                                    "x-rate-limit-",
                                    "repr-",
                                    "want-",
                                    "x-csrf-",
                                    "x-xsrf-",
                                    "x-permitted-"};

} // namespace

bool isUsedHeader(QByteArrayView lower)
{
    return std::any_of(usedNames.begin(), usedNames.end(),
                       [lower](const char *each) { return lower == QByteArrayView(each); }) ||
           std::any_of(usedBeginnings.begin(), usedBeginnings.end(),
                       [lower](const char *each) { return lower.startsWith(QByteArrayView(each)); });
}

} // namespace pc::rules
