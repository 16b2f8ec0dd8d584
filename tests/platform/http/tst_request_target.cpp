// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/request_target.h"

#include <QTest>

using pc::platform::parseRequestTarget;
using Form = pc::platform::RequestTarget::Form;

class TestRequestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<Form>("form");
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        const auto row = [](const char *target, Form form, const char *authority, const char *path,
                            const QByteArray &query = {}) {
            QTest::newRow(target) << QByteArray(target) << form << QByteArray(authority) << QByteArray(path)
                                  << query;
        };
        row("/", Form::Origin, "", "/");
        row("/a/b", Form::Origin, "", "/a/b");
        row("/a?", Form::Origin, "", "/a", "");
        row("/a?b?c", Form::Origin, "", "/a", "b?c");
        row("//host/a", Form::Origin, "", "//host/a");
        row("/http://host/", Form::Origin, "", "/http://host/");
        row("*", Form::Asterisk, "", "*");
        row("https://h/a?b", Form::Absolute, "h", "/a", "b");
        row("hTTp://h:80/a", Form::Absolute, "h:80", "/a");
        row("https://h", Form::Absolute, "h", "/");
        row("https://h?b=/c", Form::Absolute, "h", "/", "b=/c");
        row("https://h:/a", Form::Absolute, "h:", "/a"); // RFC 3986 section 3.2.3: the port may be empty
        row("https://192.0.2.1:65535/", Form::Absolute, "192.0.2.1:65535", "/");
        row("https://[2001:db8::1]:443/a", Form::Absolute, "[2001:db8::1]:443", "/a");
        row("https://[::1]", Form::Absolute, "[::1]", "/");
        row("https://[a]/", Form::Absolute, "[a]", "/");
        row("https://h:00080/", Form::Absolute, "h:00080", "/");
        row("https://[::1]:/", Form::Absolute, "[::1]:", "/");
        row("http://h", Form::Absolute, "h", "/");
        row("https://h/?", Form::Absolute, "h", "/", "");
        row("/a#b?c", Form::Origin, "", "/a#b", "c"); // not ours to judge: see canonicalPath()
    }

    void forms()
    {
        QFETCH(QByteArray, target);
        QFETCH(Form, form);
        QFETCH(QByteArray, authority);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        const auto parsed = parseRequestTarget(target);
        QVERIFY(parsed);
        QCOMPARE(parsed->form, form);
        QCOMPARE(parsed->authority, authority);
        QCOMPARE(parsed->path, path);
        QCOMPARE(parsed->query, query);
        QCOMPARE(parsed->query.isNull(), query.isNull());
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"",
                                   "a",
                                   "host:443",
                                   "**",
                                   "*/",
                                   "ftp://h/a",
                                   "https:/h/a",
                                   "https://",
                                   "https:///a",
                                   "https://:443/",
                                   "https://u@h/",
                                   "https://u:p@h/a",
                                   "https://h:65536/",
                                   "https://h:1a/",
                                   "https://h:-1/",
                                   "https://h\\x/",
                                   "https://h%2fx/",
                                   "https://[::1/",
                                   "https://::1/",
                                   "https://[]/",
                                   "https://[g]/",
                                   "https://h#/../a",
                                   "https://h o/",
                                   "javascript:a",
                                   "?a",
                                   "https://h:000080/",
                                   "https://h:99999/",
                                   "https://h:80:80/",
                                   "https://]/",
                                   "https://[/",
                                   "https://[::1]x/",
                                   "https://[::1]:x/",
                                   "https://[::1]]/",
                                   "http//h/",
                                   "http:",
                                   "https:/",
                                   "http:/h",
                                   "#a"})
            QTest::newRow(target) << QByteArray(target);
    }

    // RFC 3986 section 3.2.2: `reg-name` without escapes, and what may stand in an IP literal here.
    void everyByteOfAHost()
    {
        const QByteArray name =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=";
        const QByteArray literal = "0123456789abcdefABCDEF:.";
        for (int byte = 0; byte < 256; ++byte) {
            const QByteArray c(1, static_cast<char>(byte));
            const bool ends = QByteArray("/?#").contains(c);
            if (!ends && byte != ':') { // these end a host
                QVERIFY2(accepts("http://x" + c + "y/") == name.contains(c), c.toHex());
                QVERIFY2(accepts("http://[1" + c + "1]/") == literal.contains(c), c.toHex());
                QVERIFY2(accepts("http://[" + c + "1]/") == literal.contains(c), c.toHex());
                QVERIFY2(accepts("http://[1" + c + "]/") == literal.contains(c), c.toHex());
            }
            const QByteArray digits = "0123456789";
            QVERIFY2(accepts("http://x:1" + c + "1/") == (digits.contains(c) || (ends && byte != '#')),
                     c.toHex());
        }
    }

    void refused()
    {
        QFETCH(QByteArray, target);
        QVERIFY(!parseRequestTarget(target));
    }

private:
    static bool accepts(const QByteArray &target) { return parseRequestTarget(target).has_value(); }
};

QTEST_APPLESS_MAIN(TestRequestTarget)
#include "tst_request_target.moc"
