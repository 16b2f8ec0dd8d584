<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DraftWords</name>
    <message numerus="yes">
        <location filename="../views/onboarding/draft_words.cpp" line="+136"/>
        <source>%n contact(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%1 · %n scope(s)</source>
        <comment>plan</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Plan %1 with %n scope(s), on the basis “%2”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message numerus="yes">
        <location filename="../views/words/error_words.cpp" line="+65"/>
        <source>Too many requests. Try again in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message numerus="yes">
        <location filename="../views/widgets/relative_time.cpp" line="+40"/>
        <source>%n s ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>in %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>in %n h</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n day(s) ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UseWords</name>
    <message numerus="yes">
        <location filename="../views/credentials/use_words.cpp" line="+28"/>
        <source>%n source address(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>Used %1: %n call(s) in the last 15 minutes from %2 will stop.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::PartnerListModel</name>
    <message numerus="yes">
        <location filename="../models/partner_list_model.cpp" line="+151"/>
        <location line="+3"/>
        <source>%n credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n expiring</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::SourceUseTable</name>
    <message numerus="yes">
        <location filename="../models/credential_use_model.cpp" line="+42"/>
        <source>%n call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::AccessTab</name>
    <message numerus="yes">
        <location filename="../views/access/access_tab.cpp" line="+166"/>
        <source>%n change(s) staged, not saved yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>%n scope(s) granted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n change(s) staged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::AuditPanel</name>
    <message numerus="yes">
        <location filename="../views/audit/audit_panel.cpp" line="+216"/>
        <source>%n new event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+59"/>
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::BreakdownCard</name>
    <message numerus="yes">
        <location filename="../views/usage/breakdown_card.cpp" line="+115"/>
        <source>%n row(s) exported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ChartCard</name>
    <message numerus="yes">
        <location filename="../views/usage/chart_card.cpp" line="+86"/>
        <source>%n row(s) exported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ClipboardCountdown</name>
    <message numerus="yes">
        <location filename="../views/credentials/clipboard_countdown.cpp" line="+41"/>
        <location line="+19"/>
        <source>Copied. Clipboard clears in %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialLines</name>
    <message numerus="yes">
        <location filename="../views/partners/credential_lines.cpp" line="+83"/>
        <source>Show all %n credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialPane</name>
    <message numerus="yes">
        <location filename="../views/credentials/credential_pane.cpp" line="+171"/>
        <source>%1 (in %n day(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+33"/>
        <source>%1 of %n source address(es) still use the old secret.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>secret %1 · %2 · %n call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialsTab</name>
    <message numerus="yes">
        <location filename="../views/credentials/credentials_tab.cpp" line="+206"/>
        <source>%n credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::FreezeDialog</name>
    <message numerus="yes">
        <location filename="../views/partners/promote_dialog.cpp" line="+80"/>
        <source>credential(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::GatesCard</name>
    <message numerus="yes">
        <location filename="../views/partners/gates_card.cpp" line="+71"/>
        <source>All %n gate(s) passed for %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%1 of %n gate(s) open for %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::GraceDialog</name>
    <message numerus="yes">
        <location filename="../views/credentials/grace_dialog.cpp" line="+78"/>
        <source>%n source address(es) still use the old secret.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::LimitsPanel</name>
    <message numerus="yes">
        <location filename="../views/access/limits_panel.cpp" line="+278"/>
        <source>Real use in the last %n day(s), at most %1 a day:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>This quota would have throttled %1 of %n day(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::OnboardingPage</name>
    <message numerus="yes">
        <location filename="../views/onboarding/onboarding_page.cpp" line="+331"/>
        <source>%n thing(s) open</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::OverviewTab</name>
    <message numerus="yes">
        <location filename="../views/partners/overview_tab.cpp" line="+239"/>
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::PartnerDelegate</name>
    <message numerus="yes">
        <location filename="../views/partners/partner_delegate.cpp" line="+103"/>
        <source>%n expiring</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::PartnersPage</name>
    <message numerus="yes">
        <location filename="../views/partners/partners_commands.cpp" line="+118"/>
        <source>%n partner(s) exported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/partners/partners_page.cpp" line="+71"/>
        <source>Expiring ≤ %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+87"/>
        <source>Columns (%n hidden for lack of room)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+85"/>
        <source>%1 of %2 partner(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n filter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewGrantDialog</name>
    <message numerus="yes">
        <location filename="../views/access/grant_dialogs.cpp" line="+39"/>
        <source>%n change(s) take effect with the next call of the partner.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>This quota would have throttled %1 of %n day(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>Save %n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::RevokeDialog</name>
    <message numerus="yes">
        <location filename="../views/credentials/revoke_dialog.cpp" line="+90"/>
        <source>No decision accepts it since %1 UTC. %n live token(s) ended with it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::RotateDialog</name>
    <message numerus="yes">
        <location filename="../views/credentials/rotate_dialog.cpp" line="+154"/>
        <source>Rotate and cut %n secret(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ScopePanel</name>
    <message numerus="yes">
        <location filename="../views/access/scope_panel.cpp" line="+124"/>
        <source>%1 of %n granted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::StepRail</name>
    <message numerus="yes">
        <location filename="../views/onboarding/step_rail.cpp" line="+139"/>
        <source>%n thing(s) to correct</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::UsageLinesModel</name>
    <message numerus="yes">
        <location filename="../views/usage/usage_lines_model.cpp" line="+53"/>
        <source>%1: %n call(s), %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::UsageTab</name>
    <message numerus="yes">
        <location filename="../views/usage/usage_tab.cpp" line="+246"/>
        <source>of %n call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+19"/>
        <source>%n refused or failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
