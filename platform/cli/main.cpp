// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/cli/command_line.h"

int main(int argc, char **argv)
{
    return pc::platform::runProgram(argc, argv);
}
