# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to say a header or a path otherwise, so that a gateway, the decision and the API behind might disagree about it."""
import re

# Letters and digits stay, everything else that may stand in a field name becomes one character somewhere (CGI, WSGI, Rack, PHP).
MARKS = "._~!#$%&'*+^`|"

PROTECTED = ["X-Partner-Id", "X-Credential-Id", "X-Credential-Generation", "X-Realm", "X-Scopes", "X-Route-Id", "X-Decision-Id",
             "X-Policy-Snapshot", "X-Request-Id", "X-Authz-Status", "X-Authz-Code", "X-Authz-Scope", "X-Authz-Retry-After", "X-Authz-Decision-Id",
             "X-Authz-Observed", "X-Authz-Keeps", "X-Authz-Link", "X-Authz-Detail",
             "Client-Cert", "Client-Cert-Chain", "X-HTTP-Method-Override", "X-HTTP-Method",
             "X-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Original-URI", "X-Original-Method", "X-Original-For", "X-Original-Length",
             "X-Forwarded-Uri", "X-Forwarded-Method", "Authorization", "X-Api-Key"]

# What another proxy in front would have said, and an API might believe.
PROXY_SAID = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Scheme",
              "X-Forwarded-Prefix", "X-Forwarded-Path", "X-Forwarded-Server", "X-Forwarded-Ssl", "X-Forwarded-User", "X-Forwarded-Email",
              "X-Forwarded-Groups", "X-Forwarded-Client-Cert", "X-Forwarded-Tls-Client-Cert", "X-Original-Host", "X-Original-Proto",
              "X-Original-Forwarded-For", "X-Client-Cert", "X-Client-DN", "X-Client-Verify", "X-Client-IP", "X-SSL-Cert",
              "X-SSL-Client-Cert", "X-SSL-Client-Verify", "X-SSL-Client-DN", "X-SSL-Client-S-DN", "X-Real-IP", "X-Cluster-Client-IP",
              "True-Client-IP", "X-Scheme", "X-Url-Scheme", "Front-End-Https", "X-Script-Name", "Remote-User", "X-Remote-User",
              "X-Auth-Request-User", "X-Auth-Request-Email"]


def folded(name):
    return re.sub("[^a-z0-9]", "-", name.lower())


def header_variants():
    """(name, value): each protected name under many spellings."""
    for name in PROTECTED:
        value = "/api/v1/invoices" if name.upper().endswith(("URI", "URL")) else "evil"
        yield name, value
        yield name.lower(), value
        yield name.upper(), value
        for mark in MARKS:
            yield name.replace("-", mark), value
        for mark in "._":
            yield name.replace("-", mark, 1).lower(), value
            yield name.replace("-", mark).upper(), value
            head, _, tail = name.rpartition("-")
            if head:
                yield head + mark + tail, value


def path_variants(host):
    """Targets that some server reads as /api/v1/orders, /api/v1/invoices or /admin, and that have no single reading."""
    hidden = ["..;", "..;x=1", "..%3b", "..%3B", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "..", "%c0%ae%c0%ae", "%c0%2e%c0%2e", "%e0%80%ae%e0%80%ae",
              "%f0%80%80%ae", "%ef%bc%8e%ef%bc%8e", "%e2%80%a5", "%e2%80%a4%e2%80%a4", "..%00", "..%20", "..%09", "..%0a", "..%0d",
              "..%5c", "..\\", "%2e%2e%5c", "..%2f", "..%252f", "%252e%252e", "..%c0%af", "..%c1%9c", "..%ef%bc%8f", "...", "....", ".%00.", "%u002e%u002e"]
    for dots in hidden:
        yield "/api/v1/x/" + dots + "/orders"
        yield "/api/v1/orders/" + dots + "/invoices"
        yield "/api/v1/" + dots + "/v1/orders"
        yield "/api/" + dots + "/api/v1/orders"
        yield "/api/v1/orders/" + dots
    for cut in [";", ";x", ";x=1", ";/", ";jsessionid=1", "%3b", "%3Bx=1", "%00", "%00.json", "%0a", "%0d%0aX-Partner-Id:%20evil", "%20", "%09", ".", "..", "%2e", "\\",
                "%5c", "/", "//", "/.", "/./", "/..", "%2f", "%2F", "%252f", "#", "#/../x", "%23", "%3f", "%3Fx", "%7f", "%80", "%ff", "%c3", "%", "%4", "%zz", "%u0000", "|", "\"", "<",
                "^", "`", "{", "}", "%0b", "%e2%80%8b", "%e2%80%ae", "%c2%85", "%c2%a0", "%ef%bb%bf", "%ed%a0%80", "%f4%90%80%80"]:
        yield "/api/v1/orders" + cut
        yield "/api/v1" + cut + "/orders"
        yield "/api" + cut + "/v1/orders"
    for doubled in ["//api/v1/orders", "/api//v1/orders", "/api/v1//orders", "/api/v1///orders", "/./api/v1/orders", "/api/./v1/orders", "/x/../api/v1/orders",
                    "/api/v1/orders/../orders", "/API/v1/orders", "/api/V1/orders", "/api/v1/ORDERS", "/%61pi%2fv1/orders", "/api%2fv1/orders", "/api/v1%2forders",
                    "\\api\\v1\\orders", "/api\\v1\\orders", "/api/v1/%6frders%2e", "/api/v1/orders%2523", "*", "api/v1/orders", "?/api/v1/orders", "#/api/v1/orders",
                    "https://x@" + host + "/api/v1/orders", "https:///api/v1/orders", "https://" + host + "/api/v1/..;/orders",
                    "https://" + host + "//api/v1/orders", "https://" + host + "/api/v1/orders%00"]:
        yield doubled
