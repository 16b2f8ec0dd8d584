// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/admin/revocation/keeping_course.h"

namespace pc::platform {

KeepingCourse::Next KeepingCourse::storeHas()
{
    m_store = Store::Has;
    return Next::TellStored;
}

KeepingCourse::Next KeepingCourse::storeFailed()
{
    m_store = Store::Failed;
    if (m_journal == Journal::NotAsked)
        return Next::AskJournal;
    return m_journal == Journal::Failed ? Next::TellNowhere : Next::Nothing;
}

KeepingCourse::Next KeepingCourse::storeIsSlow() const
{
    return m_store == Store::Asked && m_journal == Journal::NotAsked ? Next::AskJournal : Next::Nothing;
}

bool KeepingCourse::askJournal()
{
    if (m_journal != Journal::NotAsked || m_store == Store::Has)
        return false;
    m_journal = Journal::Asked;
    return true;
}

KeepingCourse::Next KeepingCourse::journalHas()
{
    m_journal = Journal::Has;
    return m_store == Store::Has ? Next::Nothing : Next::TellJournaled;
}

KeepingCourse::Next KeepingCourse::journalFailed()
{
    m_journal = Journal::Failed;
    return m_store == Store::Failed ? Next::TellNowhere : Next::Nothing;
}

KeepingCourse::Next KeepingCourse::journalIsSlow() const
{
    return m_store == Store::Has || m_journal == Journal::Has ? Next::Nothing : Next::TellNowhere;
}

} // namespace pc::platform
