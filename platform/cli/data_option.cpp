// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/data_option.h"

#include "platform/cli/values.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

namespace pc::platform {

using namespace Qt::StringLiterals;

Option dataOption(QString &into, const QString &help)
{
    return {u"--data"_s, u"DIR"_s, help, values::text(into), true};
}

tl::expected<void, Failure> checkDirectory(const QString &data)
{
    const QByteArray name = QFile::encodeName(data);
    const auto refused = [&data](const QString &why) { return failed(data + u' ' + why); };
    struct stat info
    {
    };
    const bool isKnown = ::stat(name.constData(), &info) == 0;
    if (!isKnown && (errno == ENOENT || errno == ENOTDIR))
        return refused(u"does not exist"_s);
    if (isKnown && !S_ISDIR(info.st_mode))
        return refused(u"is not a directory"_s);
    if (::access(name.constData(), R_OK | X_OK) != 0)
        return refused(u"cannot be read: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))));
    return {};
}

tl::expected<void, Failure> checkPlatform(const QString &data)
{
    return checkDirectory(data).and_then([&data]() -> tl::expected<void, Failure> {
        if (!QFile::exists(databaseFile(data)))
            return failed(
                u"%1 holds no platform; has the service been started on this directory?"_s.arg(data));
        return {};
    });
}

Failure failureOf(const DataDirectoryError &error)
{
    return {error.text, error.inUse ? ExitCode::Busy : ExitCode::Failed};
}

} // namespace pc::platform
