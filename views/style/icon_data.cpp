// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/style/icon_data.h"

namespace pc::views {

const char *iconId(Icon which)
{
    switch (which) {
    case Icon::None:
    case Icon::Count:
        break;
    case Icon::Home:
        return "home";
    case Icon::Partners:
        return "partners";
    case Icon::Approvals:
        return "approvals";
    case Icon::Incidents:
        return "incidents";
    case Icon::Usage:
        return "usage";
    case Icon::Audit:
        return "audit";
    case Icon::Credentials:
        return "credentials";
    case Icon::Sandbox:
        return "sandbox";
    case Icon::Scopes:
        return "scopes";
    case Icon::Plus:
        return "plus";
    case Icon::Minus:
        return "minus";
    case Icon::Export:
        return "export";
    case Icon::Download:
        return "download";
    case Icon::Upload:
        return "upload";
    case Icon::Search:
        return "search";
    case Icon::Filter:
        return "filter";
    case Icon::Columns:
        return "columns";
    case Icon::Check:
        return "check";
    case Icon::CheckCircle:
        return "check-circle";
    case Icon::Warning:
        return "warning";
    case Icon::Clock:
        return "clock";
    case Icon::Ban:
        return "ban";
    case Icon::Refresh:
        return "refresh";
    case Icon::Rotate:
        return "rotate";
    case Icon::Key:
        return "key";
    case Icon::Certificate:
        return "certificate";
    case Icon::Box:
        return "box";
    case Icon::Shield:
        return "shield";
    case Icon::Copy:
        return "copy";
    case Icon::Eye:
        return "eye";
    case Icon::EyeOff:
        return "eye-off";
    case Icon::Close:
        return "close";
    case Icon::CircleX:
        return "circle-x";
    case Icon::ChevronLeft:
        return "chevron-left";
    case Icon::ChevronRight:
        return "chevron-right";
    case Icon::ChevronUp:
        return "chevron-up";
    case Icon::ChevronDown:
        return "chevron-down";
    case Icon::ArrowRight:
        return "arrow-right";
    case Icon::ArrowUp:
        return "arrow-up";
    case Icon::ArrowDown:
        return "arrow-down";
    case Icon::Dots:
        return "dots";
    case Icon::Gear:
        return "gear";
    case Icon::Inbox:
        return "inbox";
    case Icon::Link:
        return "link";
    case Icon::User:
        return "user";
    case Icon::Moon:
        return "moon";
    case Icon::Sun:
        return "sun";
    case Icon::Display:
        return "display";
    case Icon::Offline:
        return "offline";
    case Icon::Online:
        return "online";
    case Icon::Play:
        return "play";
    case Icon::Pause:
        return "pause";
    case Icon::Edit:
        return "edit";
    case Icon::Trash:
        return "trash";
    case Icon::Undo:
        return "undo";
    case Icon::Info:
        return "info";
    case Icon::Freeze:
        return "freeze";
    case Icon::Terminal:
        return "terminal";
    case Icon::Route:
        return "route";
    case Icon::Gauge:
        return "gauge";
    case Icon::Calendar:
        return "calendar";
    case Icon::Globe:
        return "globe";
    case Icon::Mail:
        return "mail";
    case Icon::Lock:
        return "lock";
    case Icon::Server:
        return "server";
    case Icon::Folder:
        return "folder";
    case Icon::Flask:
        return "flask";
    case Icon::Send:
        return "send";
    case Icon::Tag:
        return "tag";
    case Icon::Command:
        return "command";
    case Icon::Sidebar:
        return "sidebar";
    case Icon::File:
        return "file";
    case Icon::Help:
        return "help";
    case Icon::Logout:
        return "logout";
    case Icon::Catalogue:
        return "catalogue";
    }
    return "none";
}

// clang-format off
const char *iconPath(Icon which)
{
    switch (which) {
    case Icon::None:
    case Icon::Count:
        break;
    case Icon::Home:
        return "M 3 9.6 L 10 3.6 L 17 9.6 M 5 8.2 L 5 16.4 L 15 16.4 L 15 8.2 M 8.3 16.2 L 8.3 11.6 L "
               "11.7 11.6 L 11.7 16.2";
    case Icon::Partners:
        return "O 7.5 7 2.6 M 2.6 16.2 C 2.6 12.8 4.9 11.6 7.5 11.6 C 10.1 11.6 12.4 12.8 12.4 16.2 M "
               "12.6 4.5 C 14.1 4.7 15 5.7 15 7.1 C 15 8.5 14.1 9.4 12.6 9.6 M 14.4 11.9 C 16.3 12.5 "
               "17.4 13.9 17.4 16.2";
    case Icon::Approvals:
        return "R 4.2 4 11.6 13 2 M 7.8 4 L 7.8 2.8 L 12.2 2.8 L 12.2 4 M 7.3 10.8 L 9.2 12.7 L 12.8 8.8";
    case Icon::Incidents:
        return "M 5.5 14.6 L 5.5 11 C 5.5 8.2 7.5 6.4 10 6.4 C 12.5 6.4 14.5 8.2 14.5 11 L 14.5 14.6 Z M "
               "3.6 17 L 16.4 17 M 10 2.6 L 10 3.6 M 4 4.6 L 4.8 5.4 M 16 4.6 L 15.2 5.4";
    case Icon::Usage:
        return "M 3.4 3.4 L 3.4 16.6 L 16.8 16.6 M 6.2 12.8 L 9.2 9 L 11.6 11.2 L 16.2 5.6";
    case Icon::Audit:
        return "M 5.8 3 L 11.8 3 L 15.6 6.8 L 15.6 16 C 15.6 16.6 15.2 17 14.6 17 L 5.4 17 C 4.8 17 4.4 "
               "16.6 4.4 16 L 4.4 4.4 C 4.4 3.6 5 3 5.8 3 Z M 7.6 9 L 12.4 9 M 7.6 11.6 L 12.4 11.6 M "
               "7.6 14.2 L 10.4 14.2";
    case Icon::Credentials:
        return "R 2.6 4.8 14.8 10.6 2 O 7 10.1 1.9 M 8.9 10.1 L 14.2 10.1 L 14.2 12 M 12 10.1 L 12 11.6";
    case Icon::Sandbox:
        return "M 10 2.8 L 16.3 6.3 L 16.3 13.6 L 10 17.2 L 3.7 13.6 L 3.7 6.3 Z M 3.9 6.5 L 10 9.9 L "
               "16.1 6.5 M 10 9.9 L 10 17";
    case Icon::Scopes:
        return "M 10 3 L 17 6.7 L 10 10.4 L 3 6.7 Z M 3 10.2 L 10 13.9 L 17 10.2 M 3 13.5 L 10 17.2 L 17 "
               "13.5";
    case Icon::Plus:
        return "M 10 4.5 L 10 15.5 M 4.5 10 L 15.5 10";
    case Icon::Minus:
        return "M 4.5 10 L 15.5 10";
    case Icon::Export:
        return "M 10 12.6 L 10 3.4 M 6.4 6.8 L 10 3.2 L 13.6 6.8 M 4 11.6 L 4 16.6 L 16 16.6 L 16 11.6";
    case Icon::Download:
        return "M 10 3.4 L 10 12.6 M 6.4 9.2 L 10 12.8 L 13.6 9.2 M 4 16.6 L 16 16.6";
    case Icon::Upload:
        return "M 10 13 L 10 3.8 M 6.4 7.2 L 10 3.6 L 13.6 7.2 M 4 16.6 L 16 16.6";
    case Icon::Search:
        return "O 8.8 8.8 5.2 M 12.7 12.7 L 16.8 16.8";
    case Icon::Filter:
        return "M 3.4 5.8 L 16.6 5.8 M 5.8 10 L 14.2 10 M 8.4 14.2 L 11.6 14.2";
    case Icon::Columns:
        return "R 3 4 14 12 1.6 M 7.7 4.2 L 7.7 15.8 M 12.3 4.2 L 12.3 15.8";
    case Icon::Check:
        return "M 4.2 10.6 L 8.2 14.5 L 15.8 5.8";
    case Icon::CheckCircle:
        return "O 10 10 7.2 M 6.8 10.3 L 9.1 12.5 L 13.3 7.9";
    case Icon::Warning:
        return "M 9.1 3.6 C 9.5 2.9 10.5 2.9 10.9 3.6 L 17.2 14.9 C 17.6 15.6 17.1 16.4 16.3 16.4 L 3.7 "
               "16.4 C 2.9 16.4 2.4 15.6 2.8 14.9 Z M 10 7.6 L 10 11 D 10 13.5 1";
    case Icon::Clock:
        return "O 10 10 7.2 M 10 5.8 L 10 10 L 12.9 11.8";
    case Icon::Ban:
        return "O 10 10 7.2 M 5.1 5.1 L 14.9 14.9";
    case Icon::Refresh:
        return "A 10 10 6.4 25 300 M 16.4 3.6 L 16 7.5 L 12.1 7.1";
    case Icon::Rotate:
        return "A 10 10 6.4 28 134 A 10 10 6.4 208 134 M 16.2 3.2 L 15.8 7 L 12 6.6 M 3.8 16.8 L 4.2 13 "
               "L 8 13.4";
    case Icon::Key:
        return "O 6.4 13.6 3.2 M 8.7 11.3 L 16.4 3.6 M 13.2 6.8 L 15.6 9.2 M 11 9 L 12.6 10.6";
    case Icon::Certificate:
        return "M 9.6 13.2 L 4.4 13.2 C 3.6 13.2 3 12.6 3 11.8 L 3 5 C 3 4.2 3.6 3.6 4.4 3.6 L 15.6 3.6 "
               "C 16.4 3.6 17 4.2 17 5 L 17 8.4 M 6 7 L 12 7 M 6 9.9 L 9 9.9 O 13.8 12.2 2.3 M 12.4 14.2 "
               "L 12.4 17.4 L 13.8 16.5 L 15.2 17.4 L 15.2 14.2";
    case Icon::Box:
        return "R 2.8 3.6 14.4 4 1 M 4.2 7.8 L 4.2 15.4 C 4.2 16 4.6 16.4 5.2 16.4 L 14.8 16.4 C 15.4 "
               "16.4 15.8 16 15.8 15.4 L 15.8 7.8 M 8.2 10.8 L 11.8 10.8";
    case Icon::Shield:
        return "M 10 2.8 L 16 5 L 16 9.8 C 16 13.4 13.4 15.9 10 17.2 C 6.6 15.9 4 13.4 4 9.8 L 4 5 Z";
    case Icon::Copy:
        return "R 7 7 9.6 9.6 1.8 M 13 6.8 L 13 5 C 13 4 12.4 3.4 11.4 3.4 L 5 3.4 C 4 3.4 3.4 4 3.4 5 L "
               "3.4 11.4 C 3.4 12.4 4 13 5 13 L 6.8 13";
    case Icon::Eye:
        return "M 2.4 10 C 4.4 6.3 7 4.8 10 4.8 C 13 4.8 15.6 6.3 17.6 10 C 15.6 13.7 13 15.2 10 15.2 C "
               "7 15.2 4.4 13.7 2.4 10 Z O 10 10 2.5";
    case Icon::EyeOff:
        return "M 2.4 10 C 4.4 6.3 7 4.8 10 4.8 C 13 4.8 15.6 6.3 17.6 10 C 15.6 13.7 13 15.2 10 15.2 C "
               "7 15.2 4.4 13.7 2.4 10 Z M 4 16.4 L 16 3.6";
    case Icon::Close:
        return "M 5.4 5.4 L 14.6 14.6 M 14.6 5.4 L 5.4 14.6";
    case Icon::CircleX:
        return "O 10 10 7.2 M 7.4 7.4 L 12.6 12.6 M 12.6 7.4 L 7.4 12.6";
    case Icon::ChevronLeft:
        return "M 12 5 L 7 10 L 12 15";
    case Icon::ChevronRight:
        return "M 8 5 L 13 10 L 8 15";
    case Icon::ChevronUp:
        return "M 5 12.4 L 10 7.4 L 15 12.4";
    case Icon::ChevronDown:
        return "M 5 7.6 L 10 12.6 L 15 7.6";
    case Icon::ArrowRight:
        return "M 4 10 L 15.8 10 M 11.4 5.6 L 15.8 10 L 11.4 14.4";
    case Icon::ArrowUp:
        return "M 10 16 L 10 4.2 M 5.6 8.6 L 10 4.2 L 14.4 8.6";
    case Icon::ArrowDown:
        return "M 10 4 L 10 15.8 M 5.6 11.4 L 10 15.8 L 14.4 11.4";
    case Icon::Dots:
        return "D 4.4 10 1.35 D 10 10 1.35 D 15.6 10 1.35";
    case Icon::Gear:
        return "O 10 10 2.2 O 10 10 5.2 M 10 2.6 L 10 4.6 M 10 15.4 L 10 17.4 M 2.6 10 L 4.6 10 M 15.4 "
               "10 L 17.4 10 M 4.8 4.8 L 6.2 6.2 M 13.8 13.8 L 15.2 15.2 M 4.8 15.2 L 6.2 13.8 M 13.8 "
               "6.2 L 15.2 4.8";
    case Icon::Inbox:
        return "M 3 11 L 5.2 5 C 5.4 4.5 5.8 4.2 6.4 4.2 L 13.6 4.2 C 14.2 4.2 14.6 4.5 14.8 5 L 17 11 L "
               "17 14.8 C 17 15.6 16.4 16.2 15.6 16.2 L 4.4 16.2 C 3.6 16.2 3 15.6 3 14.8 Z M 3.2 11 L "
               "6.9 11 C 7.2 12.7 8.4 13.4 10 13.4 C 11.6 13.4 12.8 12.7 13.1 11 L 16.8 11";
    case Icon::Link:
        return "M 8 12 L 12 8 M 9.2 6.2 L 11 4.4 C 12.4 3 14.4 3 15.7 4.3 C 17 5.6 17 7.6 15.6 9 L 13.8 "
               "10.8 M 10.8 13.8 L 9 15.6 C 7.6 17 5.6 17 4.3 15.7 C 3 14.4 3 12.4 4.4 11 L 6.2 9.2";
    case Icon::User:
        return "O 10 6.8 3.2 M 3.8 16.8 C 3.8 13 6.7 11.9 10 11.9 C 13.3 11.9 16.2 13 16.2 16.8";
    case Icon::Moon:
        return "M 16.6 11.9 C 15.6 12.4 14.5 12.7 13.3 12.7 C 9.8 12.7 7.1 10 7.1 6.6 C 7.1 5.4 7.4 4.3 "
               "8 3.4 C 5 4.2 2.9 6.9 2.9 10.2 C 2.9 14.1 6 17.2 9.9 17.2 C 13.1 17.2 15.8 15 16.6 11.9 "
               "Z";
    case Icon::Sun:
        return "O 10 10 3.4 M 10 2.4 L 10 3.8 M 10 16.2 L 10 17.6 M 2.4 10 L 3.8 10 M 16.2 10 L 17.6 10 "
               "M 4.6 4.6 L 5.6 5.6 M 14.4 14.4 L 15.4 15.4 M 4.6 15.4 L 5.6 14.4 M 14.4 5.6 L 15.4 4.6";
    case Icon::Display:
        return "R 2.8 3.8 14.4 9.6 1.6 M 7 16.8 L 13 16.8 M 10 13.6 L 10 16.6";
    case Icon::Offline:
        return "M 6 15.6 C 3.9 15.6 2.5 14.2 2.5 12.3 C 2.5 10.5 3.9 9.2 5.6 9.1 C 6 6.4 7.8 4.6 10.2 "
               "4.6 C 12.9 4.6 14.6 6.6 14.9 9.2 C 16.5 9.4 17.5 10.6 17.5 12.3 C 17.5 14.3 16 15.6 14 "
               "15.6 Z M 8 9.4 L 12 13 M 12 9.4 L 8 13";
    case Icon::Online:
        return "M 6 15.6 C 3.9 15.6 2.5 14.2 2.5 12.3 C 2.5 10.5 3.9 9.2 5.6 9.1 C 6 6.4 7.8 4.6 10.2 "
               "4.6 C 12.9 4.6 14.6 6.6 14.9 9.2 C 16.5 9.4 17.5 10.6 17.5 12.3 C 17.5 14.3 16 15.6 14 "
               "15.6 Z M 7.4 11.2 L 9.4 13 L 12.8 9.4";
    case Icon::Play:
        return "M 6.2 4.2 L 15.6 10 L 6.2 15.8 Z";
    case Icon::Pause:
        return "M 7 4.6 L 7 15.4 M 13 4.6 L 13 15.4";
    case Icon::Edit:
        return "M 3.8 16.2 L 4.7 12.5 L 13 4.2 C 13.6 3.6 14.4 3.6 15 4.2 L 15.8 5 C 16.4 5.6 16.4 6.4 "
               "15.8 7 L 7.5 15.3 Z M 11.5 5.8 L 14.2 8.5";
    case Icon::Trash:
        return "M 3.8 5.8 L 16.2 5.8 M 7.8 5.6 L 7.8 3.4 L 12.2 3.4 L 12.2 5.6 M 5.4 6 L 6.1 16.8 L 13.9 "
               "16.8 L 14.6 6 M 8.5 9.2 L 8.5 13.6 M 11.5 9.2 L 11.5 13.6";
    case Icon::Undo:
        return "M 7.4 4.4 L 3.8 8 L 7.4 11.6 M 4 8 L 12 8 C 14.6 8 16.4 9.7 16.4 12 C 16.4 14.3 14.6 16 "
               "12 16 L 8 16";
    case Icon::Info:
        return "O 10 10 7.2 M 10 9.4 L 10 13.6 D 10 6.7 1";
    case Icon::Freeze:
        return "M 10 2.6 L 10 17.4 M 3.6 6.3 L 16.4 13.7 M 16.4 6.3 L 3.6 13.7 M 7.9 3.8 L 10 5.9 L 12.1 "
               "3.8 M 7.9 16.2 L 10 14.1 L 12.1 16.2";
    case Icon::Terminal:
        return "R 2.6 3.8 14.8 12.4 1.8 M 5.8 7.8 L 8.2 10 L 5.8 12.2 M 10.4 12.6 L 14 12.6";
    case Icon::Route:
        return "O 4.8 15 1.9 O 15.2 5 1.9 M 6.8 15 L 12.5 15 C 14.2 15 15.4 14 15.4 12.5 C 15.4 11 14.2 "
               "10 12.5 10 L 7.5 10 C 5.8 10 4.6 9 4.6 7.5 C 4.6 6 5.8 5 7.5 5 L 13.2 5";
    case Icon::Gauge:
        return "M 4.6 15.6 C 3.4 14.4 2.8 12.8 2.8 11.2 C 2.8 7.2 6 4 10 4 C 14 4 17.2 7.2 17.2 11.2 C "
               "17.2 12.8 16.6 14.4 15.4 15.6 M 10 11.4 L 13.2 8 D 10 11.4 1.2";
    case Icon::Calendar:
        return "R 3 4.4 14 12.2 1.8 M 3.2 8.4 L 16.8 8.4 M 7 2.8 L 7 5.8 M 13 2.8 L 13 5.8";
    case Icon::Globe:
        return "O 10 10 7.2 M 3 10 L 17 10 M 10 2.9 C 12.3 5 13.2 7.4 13.2 10 C 13.2 12.6 12.3 15 10 "
               "17.1 C 7.7 15 6.8 12.6 6.8 10 C 6.8 7.4 7.7 5 10 2.9 Z";
    case Icon::Mail:
        return "R 2.6 4.6 14.8 11 1.8 M 3.4 6 L 10 11 L 16.6 6";
    case Icon::Lock:
        return "R 4.4 9 11.2 8 1.8 M 6.8 8.8 L 6.8 6.4 C 6.8 4.4 8.2 3.1 10 3.1 C 11.8 3.1 13.2 4.4 13.2 "
               "6.4 L 13.2 8.8";
    case Icon::Server:
        return "R 3 3.6 14 5.6 1.6 R 3 10.8 14 5.6 1.6 D 6.2 6.4 1 D 6.2 13.6 1";
    case Icon::Folder:
        return "M 2.8 15 L 2.8 5.4 C 2.8 4.8 3.2 4.4 3.8 4.4 L 7.6 4.4 L 9.4 6.4 L 16.2 6.4 C 16.8 6.4 "
               "17.2 6.8 17.2 7.4 L 17.2 15 C 17.2 15.6 16.8 16 16.2 16 L 3.8 16 C 3.2 16 2.8 15.6 2.8 "
               "15 Z";
    case Icon::Flask:
        return "M 8 3.2 L 8 8 L 3.9 15 C 3.4 16 3.9 16.8 5 16.8 L 15 16.8 C 16.1 16.8 16.6 16 16.1 15 L "
               "12 8 L 12 3.2 M 6.8 3.2 L 13.2 3.2 M 6 12.4 L 14 12.4";
    case Icon::Send:
        return "M 17 3 L 8.8 11.2 M 17 3 L 11.8 17 L 8.8 11.2 L 3 8.2 Z";
    case Icon::Tag:
        return "M 3.4 4.2 C 3.4 3.8 3.8 3.4 4.2 3.4 L 9.6 3.4 L 16.6 10.4 L 10.4 16.6 L 3.4 9.6 Z D 6.9 "
               "6.9 1.1";
    case Icon::Command:
        return "M 11 2.8 L 4.4 11.2 L 9.4 11.2 L 9 17.2 L 15.6 8.8 L 10.6 8.8 Z";
    case Icon::Sidebar:
        return "R 2.8 4 14.4 12 1.8 M 7.4 4.2 L 7.4 15.8";
    case Icon::File:
        return "M 5.8 3 L 11.8 3 L 15.6 6.8 L 15.6 16 C 15.6 16.6 15.2 17 14.6 17 L 5.4 17 C 4.8 17 4.4 "
               "16.6 4.4 16 L 4.4 4.4 C 4.4 3.6 5 3 5.8 3 Z M 11.6 3.2 L 11.6 7 L 15.4 7";
    case Icon::Catalogue:
        return "M 10 5.2 C 8.6 4 6.4 3.6 3.4 3.8 L 3.4 14.8 C 6.4 14.6 8.6 15 10 16.2 C 11.4 15 13.6 14.6 16.6 14.8 L "
               "16.6 3.8 C 13.6 3.6 11.4 4 10 5.2 Z M 10 5.4 L 10 16 M 6 7.4 L 7.8 7.7 M 6 10.4 L 7.8 10.7 M 12.2 7.7 L "
               "14 7.4 M 12.2 10.7 L 14 10.4";
    case Icon::Help:
        return "O 10 10 7.2 M 7.9 8 C 7.9 6.8 8.8 6 10 6 C 11.2 6 12.2 6.8 12.2 7.9 C 12.2 9.5 10 9.6 10 "
               "11.2 D 10 13.7 1";
    case Icon::Logout:
        return "M 8 3.4 L 4.4 3.4 L 4.4 16.6 L 8 16.6 M 8.4 10 L 16.4 10 M 13 6.6 L 16.4 10 L 13 13.4";
    }
    return "";
}
// clang-format on

} // namespace pc::views
