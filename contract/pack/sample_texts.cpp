// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/pack/sample_texts.h"

namespace pc::pack {

const char16_t *const shellText = uR"sample(
#!/bin/sh
# Calls the API with curl.   CLIENT_SECRET=... sh curl.sh [PATH...]      (or API_KEY=...)
# Id and secret come from the environment; TOKEN_URL, API_BASE and RESOURCE may come from there, too.
set -eu
: "${CLIENT_ID=@CLIENT_ID@}" "${TOKEN_URL=@TOKEN_URL@}" "${API_BASE=@API_BASE@}" "${RESOURCE=@RESOURCE@}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
token=${API_KEY:-}
token_until=0 # seconds since 1970

say() { printf '%s\n' "$*" >&2; }

encoded() { # TEXT KEPT: %XX for each byte that is no letter, digit or one of KEPT
    printf %s "$1" | LC_ALL=C awk -v kept="$2" '
        BEGIN { for (i = 1; i < 256; i++) code[sprintf("%c", i)] = sprintf("%%%02X", i) }
        { for (i = 1; i <= length($0); i++) { c = substr($0, i, 1); printf "%s", c ~ /[A-Za-z0-9]/ || index(kept, c) ? c : code[c] } }'
}

get_token() { # one token serves until half a minute before it expires
    if [ -n "${API_KEY:-}" ] || [ "$(date +%s)" -lt "$token_until" ]; then return; fi
    set --
    if [ -n "$RESOURCE" ]; then set -- --data-urlencode "resource=$RESOURCE"; fi
    answer=$(
        @ASK_FOR_TOKEN@
    )
    token=$(printf %s "$answer" | sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p')
    lives=$(printf %s "$answer" | sed -n 's/.*"expires_in": *\([0-9]*\).*/\1/p')
    if [ -z "$token" ]; then say "no token: $answer"; exit 1; fi
    token_until=$(($(date +%s) + lives - 30))
    say "new token for $lives s"
}

call() { # PATH
    tries=0
    renewed=
    while :; do
        get_token
        address=$API_BASE$(encoded "$1" "-._~/?%:@!\$&'()*+,;=")
        status=$(
            @CALL@
        )
        case $status in
        2*)
            cat "$work/body"
            echo
            return 0
            ;;
        401) # expired or ended meanwhile: once more with a new token
            if [ -z "$renewed" ] && [ -z "${API_KEY:-}" ]; then renewed=1 token_until=0; continue; fi
            ;;
        429 | 503)
            wait=$(sed -n 's/^[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]: *\([0-9]*\).*/\1/p' "$work/head")
            tries=$((tries + 1))
            if [ "$tries" -le 5 ] && [ "${wait:=5}" -le 120 ]; then
                say "$status: waiting $wait s"
                sleep "$wait"
                continue
            fi
            ;;
        esac
        say "$1 is refused: $status $(cat "$work/body")"
        return 1
    done
}

if [ -z "${API_KEY:-}" ]; then : "${CLIENT_SECRET:?set CLIENT_SECRET or API_KEY}"; fi
if [ $# -eq 0 ]; then set -- "@PATH@"; fi
failed=0
for path in "$@"; do call "$path" || failed=1; done
exit $failed
)sample";

const char16_t *const pythonText = uR"sample(
#!/usr/bin/env python3
"""Calls the API with nothing but Python's own modules (3.9 or later).

    CLIENT_SECRET=... python3 client.py [PATH...]      (or API_KEY=...)

Id and secret come from the environment; TOKEN_URL, API_BASE and RESOURCE may come from there, too.
"""
import base64
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

CLIENT_ID = os.environ.get("CLIENT_ID", "@CLIENT_ID@")
TOKEN_URL = os.environ.get("TOKEN_URL", "@TOKEN_URL@")
API_BASE = os.environ.get("API_BASE", "@API_BASE@")
RESOURCE = os.environ.get("RESOURCE", "@RESOURCE@")


class Refused(Exception):
    pass


def send(request):
    """Status, headers and body, whatever the status is."""
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read().decode()


class Client:
    def __init__(self):
        self.api_key = os.environ.get("API_KEY", "")
        self.secret = os.environ.get("CLIENT_SECRET", "")
        if not self.api_key and not self.secret:
            raise SystemExit("set CLIENT_SECRET or API_KEY")
        self.token = self.api_key
        self.token_until = 0.0

    def bearer(self):
        """One token serves until half a minute before it expires."""
        if self.api_key or time.monotonic() < self.token_until:
            return self.token
        form = {"grant_type": "client_credentials"}
        if RESOURCE:
            form["resource"] = RESOURCE
        user = ":".join(urllib.parse.quote(each, safe="") for each in (CLIENT_ID, self.secret))  # RFC 6749 asks for it
        user = base64.b64encode(user.encode()).decode()
        status, _, body = send(urllib.request.Request(
            TOKEN_URL, data=urllib.parse.urlencode(form).encode(), headers={"Authorization": "Basic " + user}))
        if status != 200:
            raise Refused(f"no token: {status} {body}")
        answer = json.loads(body)
        self.token = answer["access_token"]
        self.token_until = time.monotonic() + answer["expires_in"] - 30
        print(f"new token for {answer['expires_in']} s", file=sys.stderr)
        return self.token

    def get(self, path):
        renewed = False
        tries = 0
        while True:
            address = API_BASE + urllib.parse.quote(path, safe="-._~/?%:@!$&'()*+,;=")
            request = urllib.request.Request(address, headers={"Authorization": "Bearer " + self.bearer()})
            status, headers, body = send(request)
            if 200 <= status < 300:
                return body
            if status == 401 and not renewed and not self.api_key:
                renewed, self.token_until = True, 0.0  # expired or ended meanwhile: once more with a new token
                continue
            if status in (429, 503):
                wait = headers.get("Retry-After", "5")
                wait = int(wait) if wait.isdigit() else 5
                tries += 1
                if tries <= 5 and wait <= 120:
                    print(f"{status}: waiting {wait} s", file=sys.stderr)
                    time.sleep(wait)
                    continue
            raise Refused(f"{path} is refused: {status} {body}")


def main():
    client = Client()
    failed = False
    for path in sys.argv[1:] or ["@PATH@"]:
        try:
            print(client.get(path))
        except Refused as refusal:
            print(refusal, file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
)sample";

const char16_t *const nodeText = uR"sample(
#!/usr/bin/env node
// Calls the API with nothing but Node's own modules (18 or later).
//
//     CLIENT_SECRET=... node client.mjs [PATH...]      (or API_KEY=...)
//
// Id and secret come from the environment; TOKEN_URL, API_BASE and RESOURCE may come from there, too.
const environment = process.env;
const clientId = environment.CLIENT_ID ?? '@CLIENT_ID@';
const tokenUrl = environment.TOKEN_URL ?? '@TOKEN_URL@';
const apiBase = environment.API_BASE ?? '@API_BASE@';
const resource = environment.RESOURCE ?? '@RESOURCE@';
const secret = environment.CLIENT_SECRET ?? '';
const apiKey = environment.API_KEY ?? '';

class Refused extends Error {}

let token = apiKey;
let tokenUntil = 0;

/** One token serves until half a minute before it expires. */
async function bearer() {
    if (apiKey || performance.now() < tokenUntil) return token;
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (resource) form.set('resource', resource);
    const user = Buffer.from([clientId, secret].map(encodeURIComponent).join(':')).toString('base64'); // RFC 6749 asks for it
    const answer = await fetch(tokenUrl, {
        method: 'POST', body: form, headers: { authorization: `Basic ${user}` }, redirect: 'error',
        signal: AbortSignal.timeout(30_000),
    });
    const body = await answer.text();
    if (answer.status !== 200) throw new Refused(`no token: ${answer.status} ${body}`);
    const given = JSON.parse(body);
    token = given.access_token;
    tokenUntil = performance.now() + (given.expires_in - 30) * 1000;
    console.error(`new token for ${given.expires_in} s`);
    return token;
}

/** As a URL has it: %XX for each byte that may not stand in a path or query. */
const addressOf = (path) => apiBase + path.replace(/[^A-Za-z0-9\-._~/?%:@!$&'()*+,;=]/gu, encodeURIComponent);

async function get(path) {
    let renewed = false;
    let tries = 0;
    for (;;) {
        const answer = await fetch(addressOf(path), {
            headers: { authorization: `Bearer ${await bearer()}` }, redirect: 'error',
            signal: AbortSignal.timeout(30_000),
        });
        const body = await answer.text();
        if (answer.ok) return body;
        if (answer.status === 401 && !renewed && !apiKey) {
            renewed = true; // expired or ended meanwhile: once more with a new token
            tokenUntil = 0;
            continue;
        }
        if (answer.status === 429 || answer.status === 503) {
            const said = answer.headers.get('retry-after') ?? '';
            const wait = /^\d+$/.test(said) ? Number(said) : 5;
            tries += 1;
            if (tries <= 5 && wait <= 120) {
                console.error(`${answer.status}: waiting ${wait} s`);
                await new Promise((resolve) => setTimeout(resolve, wait * 1000));
                continue;
            }
        }
        throw new Refused(`${path} is refused: ${answer.status} ${body}`);
    }
}

if (!apiKey && !secret) {
    console.error('set CLIENT_SECRET or API_KEY');
    process.exit(1);
}
const paths = process.argv.slice(2);
for (const path of paths.length ? paths : ['@PATH@']) {
    try {
        console.log(await get(path));
    } catch (refusal) {
        if (!(refusal instanceof Refused)) throw refusal;
        console.error(refusal.message);
        process.exitCode = 1;
    }
}
)sample";

const char16_t *const javaText = uR"sample(
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls the API with nothing but Java's own classes (11 or later).
 *
 *     CLIENT_SECRET=... java PartnerClient.java [PATH...]      (or API_KEY=...)
 *
 * Id and secret come from the environment; TOKEN_URL, API_BASE and RESOURCE may come from there, too.
 */
public class PartnerClient {
    static final String CLIENT_ID = setting("CLIENT_ID", "@CLIENT_ID@");
    static final String TOKEN_URL = setting("TOKEN_URL", "@TOKEN_URL@");
    static final String API_BASE = setting("API_BASE", "@API_BASE@");
    static final String RESOURCE = setting("RESOURCE", "@RESOURCE@");

    static class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final String apiKey = setting("API_KEY", "");
    private final String secret = setting("CLIENT_SECRET", "");
    private String token = apiKey;
    private long tokenUntil = System.nanoTime();

    static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : value;
    }

    /** Also id and secret in Basic: RFC 6749 asks for it. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a URL has it: %XX for each byte that may not stand in a path or query. */
    static String addressOf(String path) {
        StringBuilder address = new StringBuilder(API_BASE);
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || "-._~/?%:@!$&'()*+,;=".indexOf(c) >= 0);
            address.append(kept ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return address.toString();
    }

    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** One token serves until half a minute before it expires. */
    String bearer() throws Exception {
        if (!apiKey.isEmpty() || System.nanoTime() - tokenUntil < 0) {
            return token;
        }
        String form = "grant_type=client_credentials";
        if (!RESOURCE.isEmpty()) {
            form += "&resource=" + encoded(RESOURCE);
        }
        String user = Base64.getEncoder().encodeToString((encoded(CLIENT_ID) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(TOKEN_URL))
            .header("Authorization", "Basic " + user)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
        String given = found("\"access_token\"\\s*:\\s*\"([^\"]+)\"", answer.body());
        String lives = found("\"expires_in\"\\s*:\\s*(\\d+)", answer.body());
        if (answer.statusCode() != 200 || given.isEmpty() || lives.isEmpty()) {
            throw new Refused("no token: " + answer.statusCode() + " " + answer.body());
        }
        token = given;
        tokenUntil = System.nanoTime() + (Long.parseLong(lives) - 30) * 1_000_000_000L;
        System.err.println("new token for " + lives + " s");
        return token;
    }

    String get(String path) throws Exception {
        boolean renewed = false;
        int tries = 0;
        while (true) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(addressOf(path)))
                .header("Authorization", "Bearer " + bearer()));
            int status = answer.statusCode();
            if (status >= 200 && status < 300) {
                return answer.body();
            }
            if (status == 401 && !renewed && apiKey.isEmpty()) {
                renewed = true; // expired or ended meanwhile: once more with a new token
                tokenUntil = System.nanoTime();
                continue;
            }
            if (status == 429 || status == 503) {
                String said = answer.headers().firstValue("Retry-After").orElse("");
                long wait = said.matches("\\d{1,6}") ? Long.parseLong(said) : 5;
                tries += 1;
                if (tries <= 5 && wait <= 120) {
                    System.err.println(status + ": waiting " + wait + " s");
                    Thread.sleep(wait * 1000);
                    continue;
                }
            }
            throw new Refused(path + " is refused: " + status + " " + answer.body());
        }
    }

    public static void main(String[] paths) throws Exception {
        PartnerClient client = new PartnerClient();
        if (client.apiKey.isEmpty() && client.secret.isEmpty()) {
            System.err.println("set CLIENT_SECRET or API_KEY");
            System.exit(1);
        }
        boolean failed = false;
        for (String path : paths.length > 0 ? paths : new String[] {"@PATH@"}) {
            try {
                System.out.println(client.get(path));
            } catch (Refused refusal) {
                System.err.println(refusal.getMessage());
                failed = true;
            }
        }
        System.exit(failed ? 1 : 0);
    }
}
)sample";

} // namespace pc::pack
