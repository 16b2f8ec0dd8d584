// SPDX-License-Identifier: GPL-3.0-or-later
// Masks members of JSON answers without writing the rest anew: every number and text that stays, stays byte for byte. What is not
// JSON, is packed, or too large is not passed on.
import rules from "partner-gateway-mask-rules.js";

const depthLimit = 64;

const quote = 0x22, backslash = 0x5c, comma = 0x2c, colon = 0x3a;

let rule = null; // of the answer at hand; null: it passes as it is
let chunks = [];
let size = 0;

// Ends the connection, and nothing of the answer has left. (A filter can give no other answer: nginx has the API's status line.)
function keepBack(why) {
    throw new Error("partner mask: an answer is not passed on: " + why);
}

function header(r) {
    rule = null;
    chunks = [];
    size = 0;
    const route = r.variables.partner_route_id;
    if (!route)
        keepBack("nothing was decided");
    if (!rules.routes[route])
        return;
    rule = rules.routes[route];
    const out = r.headersOut;
    if (r.method != "HEAD" && r.status != 204 && r.status != 304) {
        if (!/^application\/([a-z0-9.-]+\+)?json\s*(;|$)/i.test(out["Content-Type"] || ""))
            keepBack("it is no JSON, by its type");
        if ((out["Content-Encoding"] || "identity").toLowerCase() != "identity")
            keepBack("it is packed");
        if (r.status == 206)
            keepBack("it is a part");
        if (Number(out["Content-Length"]) > rules.limit)
            keepBack("it is too large");
    }
    // What was said of the answer as it was.
    const stale = ["Content-Length", "Accept-Ranges", "ETag", "Last-Modified", "Content-MD5", "Digest", "Content-Digest", "Repr-Digest"];
    stale.forEach(function(name) { delete out[name]; });
}

function body(r, data, flags) {
    if (rule === null) {
        r.sendBuffer(data, flags);
        return;
    }
    chunks.push(Buffer.from(data));
    size += data.length;
    if (size > rules.limit)
        keepBack("it is too large");
    if (flags.last) {
        const whole = Buffer.concat(chunks, size);
        const hasBody = r.method != "HEAD" && r.status != 204 && r.status != 304;
        r.sendBuffer(hasBody ? masked(whole, rule) : "", {last: true});
    }
}

// --- JSON (RFC 8259), over bytes

function fail(at) {
    keepBack("it is no JSON, at byte " + at);
}

function isSpace(c) {
    return c == 0x20 || c == 0x0a || c == 0x0d || c == 0x09;
}

function isDigit(c) {
    return c >= 0x30 && c <= 0x39;
}

function afterSpace(text, at) {
    while (isSpace(text[at]))
        ++at;
    return at;
}

function afterString(text, at) {
    if (text[at] != quote)
        fail(at);
    for (++at; text[at] != quote; ++at) {
        if (!(text[at] >= 0x20)) // also at the end
            fail(at);
        if (text[at] != backslash)
            continue;
        const escape = String.fromCharCode(text[++at]);
        if (escape == "u") {
            if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5).toString()))
                fail(at);
            at += 4;
        } else if ("\"\\/bfnrt".indexOf(escape) < 0) {
            fail(at);
        }
    }
    return at + 1;
}

function afterDigits(text, at) {
    if (!isDigit(text[at]))
        fail(at);
    while (isDigit(text[at]))
        ++at;
    return at;
}

function afterNumber(text, at) {
    if (text[at] == 0x2d)
        ++at;
    at = text[at] == 0x30 ? at + 1 : afterDigits(text, at);
    if (text[at] == 0x2e)
        at = afterDigits(text, at + 1);
    if (text[at] == 0x65 || text[at] == 0x45) {
        ++at;
        if (text[at] == 0x2b || text[at] == 0x2d)
            ++at;
        at = afterDigits(text, at);
    }
    return at;
}

function afterWord(text, at, word) {
    if (text.slice(at, at + word.length).toString() != word)
        fail(at);
    return at + word.length;
}

// What happens to the member at `path`.
function fate(path, what) {
    const fits = function(listed, length) {
        for (let i = 0; i < length; ++i) {
            if (listed[i] != "*" && listed[i] != path[i])
                return false;
        }
        return true;
    };
    const isListed = function(listed) { return listed.length == path.length && fits(listed, path.length); };
    if (what.remove.some(isListed))
        return "remove";
    if (what.mask.some(isListed))
        return "mask";
    const isKept = function(listed) { return fits(listed, Math.min(listed.length, path.length)); };
    return what.keep.length == 0 || what.keep.some(isKept) ? "keep" : "remove";
}

// The position behind the value at `at`; `state.edits` gets [from, to, text] for what changes, unless nothing of it stays anyway.
function afterValue(state, at, path, stays, depth) {
    const text = state.text;
    if (depth > depthLimit)
        fail(at);
    switch (text[at]) {
    case 0x7b:
        return afterObject(state, at, path, stays, depth);
    case 0x5b:
        return afterList(state, at, path, stays, depth);
    case quote:
        return afterString(text, at);
    case 0x74:
        return afterWord(text, at, "true");
    case 0x66:
        return afterWord(text, at, "false");
    case 0x6e:
        return afterWord(text, at, "null");
    default:
        return afterNumber(text, at);
    }
}

function afterList(state, at, path, stays, depth) {
    const text = state.text;
    at = afterSpace(text, at + 1);
    if (text[at] == 0x5d)
        return at + 1;
    for (;;) {
        at = afterSpace(text, afterValue(state, at, path, stays, depth + 1));
        if (text[at] == 0x5d)
            return at + 1;
        if (text[at] != comma)
            fail(at);
        at = afterSpace(text, at + 1);
    }
}

function afterObject(state, at, path, stays, depth) {
    const text = state.text;
    let kept = at + 1; // behind the last member that stays
    let hasKept = false, hasGap = false;
    at = afterSpace(text, kept);
    if (text[at] == 0x7d)
        return at + 1;
    for (;;) {
        const start = at;
        at = afterString(text, at);
        const name = JSON.parse(text.slice(start, at).toString());
        at = afterSpace(text, at);
        if (text[at] != colon)
            fail(at);
        at = afterSpace(text, at + 1);
        const inner = path.concat([name]);
        const what = stays ? fate(inner, state.rule) : "remove";
        if (stays && what != "remove" && hasGap)
            state.edits.push([kept, start, hasKept ? "," : ""]);
        const value = at;
        at = afterValue(state, at, inner, what == "keep", depth + 1);
        if (what == "mask")
            state.edits.push([value, at, "\"***\""]);
        hasGap = what == "remove";
        if (what != "remove") {
            kept = at;
            hasKept = true;
        }
        at = afterSpace(text, at);
        if (text[at] == 0x7d)
            break;
        if (text[at] != comma)
            fail(at);
        at = afterSpace(text, at + 1);
    }
    if (stays && hasGap)
        state.edits.push([kept, at, ""]);
    return at + 1;
}

function masked(text, what) {
    // What is no UTF-8 would be read as something else behind us.
    if (Buffer.compare(Buffer.from(text.toString("utf8")), text) != 0)
        fail(0);
    const paths = function(list) { return (list || []).map(function(path) { return path.split("."); }); };
    const state = {text: text, edits: [], rule: {keep: paths(what.keep), remove: paths(what.remove), mask: paths(what.mask)}};
    const end = afterSpace(text, afterValue(state, afterSpace(text, 0), [], true, 0));
    if (end != text.length)
        fail(end);
    const parts = [];
    let at = 0;
    state.edits.forEach(function(edit) {
        parts.push(text.slice(at, edit[0]), Buffer.from(edit[2]));
        at = edit[1];
    });
    parts.push(text.slice(at));
    return Buffer.concat(parts);
}

export default {header, body};
