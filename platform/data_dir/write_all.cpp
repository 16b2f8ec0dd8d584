// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/data_dir/write_all.h"

#include <cerrno>

#include <unistd.h>

namespace pc::platform {

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes = bytes.sliced(count);
    }
    return true;
}

} // namespace pc::platform
