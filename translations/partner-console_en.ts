<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CallWords</name>
    <message numerus="yes">
        <location filename="../views/words/call_words.cpp" line="+110"/>
        <source>%n source address(es)</source>
        <translation>
            <numerusform>%n source address</numerusform>
            <numerusform>%n source addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 call(s) like this, from %2</source>
        <translation>
            <numerusform>%1 call like this, from %2</numerusform>
            <numerusform>%1 calls like this, from %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 call(s) like this since %2, from %3</source>
        <translation>
            <numerusform>%1 call like this since %2, from %3</numerusform>
            <numerusform>%1 calls like this since %2, from %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueWords</name>
    <message numerus="yes">
        <location filename="../views/catalogue/catalogue_words.cpp" line="+30"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>It breaks %Ln partner(s)</source>
        <translation>
            <numerusform>It breaks %Ln partner</numerusform>
            <numerusform>It breaks %Ln partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln call(s) of the last 30 days would be refused.</source>
        <translation>
            <numerusform>%Ln call of the last 30 days would be refused.</numerusform>
            <numerusform>%Ln calls of the last 30 days would be refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%1 and %Ln more</source>
        <comment>names of partners</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvText</name>
    <message numerus="yes">
        <location filename="../views/export/csv_text.cpp" line="+117"/>
        <source>%n row(s) exported to %1</source>
        <translation>
            <numerusform>%n row exported to %1</numerusform>
            <numerusform>%n rows exported to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message numerus="yes">
        <location filename="../views/words/draft_words.cpp" line="+135"/>
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%1 · %n scope(s)</source>
        <comment>plan</comment>
        <translation>
            <numerusform>%1 · %n scope</numerusform>
            <numerusform>%1 · %n scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+18"/>
        <source>Plan %1 with %n scope(s), on the basis “%2”.</source>
        <translation>
            <numerusform>Plan %1 with %n scope, on the basis “%2”.</numerusform>
            <numerusform>Plan %1 with %n scopes, on the basis “%2”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message numerus="yes">
        <location filename="../views/words/error_words.cpp" line="+71"/>
        <source>Too many requests. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many requests. Try again in %n second.</numerusform>
            <numerusform>Too many requests. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message numerus="yes">
        <location filename="../views/widgets/field_words.cpp" line="+113"/>
        <source>A credential lives for %n year(s) at most. Choose an earlier day.</source>
        <translation>
            <numerusform>A credential lives for %n year at most. Choose an earlier day.</numerusform>
            <numerusform>A credential lives for %n years at most. Choose an earlier day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+41"/>
        <source>At least %n character(s) are needed.</source>
        <translation>
            <numerusform>At least %n character are needed.</numerusform>
            <numerusform>At least %n characters are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>At most %n character(s). Shorten it.</source>
        <translation>
            <numerusform>At most %n character. Shorten it.</numerusform>
            <numerusform>At most %n characters. Shorten it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>At most %n value(s).</source>
        <translation>
            <numerusform>At most %n value.</numerusform>
            <numerusform>At most %n values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+49"/>
        <source>%n character(s) too many: at most %1.</source>
        <translation>
            <numerusform>%n character too many: at most %1.</numerusform>
            <numerusform>%n characters too many: at most %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message numerus="yes">
        <location filename="../views/words/gate_words.cpp" line="+82"/>
        <source>%1 of %n successful call(s).</source>
        <translation>
            <numerusform>%1 of %n successful call.</numerusform>
            <numerusform>%1 of %n successful calls.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 of %n day(s).</source>
        <translation>
            <numerusform>%1 of %n day.</numerusform>
            <numerusform>%1 of %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GrantFields</name>
    <message numerus="yes">
        <location filename="../views/access/grant_dialogs.cpp" line="+121"/>
        <source>%1 and %n more</source>
        <comment>names of credentials</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>At most %n day(s) ahead.</source>
        <translation type="vanished">
            <numerusform>At most %n day ahead.</numerusform>
            <numerusform>At most %n days ahead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/imports/import_words.cpp" line="+42"/>
        <source>A day that is still to come, at most %n day(s) ahead.</source>
        <translation>
            <numerusform>A day that is still to come, at most %n day ahead.</numerusform>
            <numerusform>A day that is still to come, at most %n days ahead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+130"/>
        <source>CSV or JSON, up to %1 and %n row(s)</source>
        <translation>
            <numerusform>CSV or JSON, up to %1 and %n row</numerusform>
            <numerusform>CSV or JSON, up to %1 and %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+61"/>
        <source>%Ln new</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln changed</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln unchanged</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln refused</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message numerus="yes">
        <location filename="../views/words/job_words.cpp" line="+159"/>
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %2 event(s)</source>
        <translation>
            <numerusform>%1 of %2 event</numerusform>
            <numerusform>%1 of %2 events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message numerus="yes">
        <location filename="../views/access/network_words.cpp" line="+41"/>
        <source>Calls pass from %n listed network(s) only; the waiver has no effect while there is a list.</source>
        <translation>
            <numerusform>Calls pass from %n listed network only; the waiver has no effect while there is a list.</numerusform>
            <numerusform>Calls pass from %n listed networks only; the waiver has no effect while there is a list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <location line="+42"/>
        <source>Calls pass from %n listed network(s) only.</source>
        <translation>
            <numerusform>Calls pass from %n listed network only.</numerusform>
            <numerusform>Calls pass from %n listed networks only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-10"/>
        <source>%n line(s) cannot be saved as they stand.</source>
        <translation>
            <numerusform>%n line cannot be saved as it stands.</numerusform>
            <numerusform>%n lines cannot be saved as they stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Its calls pass from %n network(s) only, and only where the list of its realm lets them too.</source>
        <translation>
            <numerusform>Its calls pass from %n network only, and only where the list of its realm lets them too.</numerusform>
            <numerusform>Its calls pass from %n networks only, and only where the list of its realm lets them too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message numerus="yes">
        <location filename="../views/catalogue/notice_text.cpp" line="+79"/>
        <source>You called it %n time(s) in the last 30 days, last on %1 (UTC).</source>
        <translation>
            <numerusform>You called it %n time in the last 30 days, last on %1 (UTC).</numerusform>
            <numerusform>You called it %n times in the last 30 days, last on %1 (UTC).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>- %1: %n call(s)</source>
        <translation>
            <numerusform>- %1: %n call</numerusform>
            <numerusform>- %1: %n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>- and %n more route(s)</source>
        <translation>
            <numerusform>- and %n more route</numerusform>
            <numerusform>- and %n more routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ObservationWords</name>
    <message numerus="yes">
        <location filename="../views/words/observation_words.cpp" line="+33"/>
        <source>%n API(s)</source>
        <translation>
            <numerusform>%n API</numerusform>
            <numerusform>%n APIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n part(s) of an API</source>
        <translation>
            <numerusform>%n part of an API</numerusform>
            <numerusform>%n parts of APIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n gateway(s)</source>
        <translation>
            <numerusform>%n gateway</numerusform>
            <numerusform>%n gateways</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n partner</numerusform>
            <numerusform>%n partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+78"/>
        <source>%1 and %n more</source>
        <comment>what is observed</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message numerus="yes">
        <location filename="../views/words/problem_words.cpp" line="+91"/>
        <source>The grace ends %n day(s) after the rotation at most.</source>
        <translation>
            <numerusform>The grace ends %n day after the rotation at most.</numerusform>
            <numerusform>The grace ends %n days after the rotation at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message numerus="yes">
        <location filename="../views/widgets/relative_time.cpp" line="+67"/>
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-42"/>
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+45"/>
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-41"/>
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+43"/>
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-39"/>
        <location line="+3"/>
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <location filename="../views/observing/report_words.cpp" line="+67"/>
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%Ln of them would pass by what is in force now.</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln of them would pass by what is in force now.</numerusform>
            <numerusform>%Ln of them would pass by what is in force now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%Ln other(s) would pass by what is in force now.</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln other would pass by what is in force now.</numerusform>
            <numerusform>%Ln others would pass by what is in force now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-38"/>
        <source>%Ln more kind(s) of calls are not listed.</source>
        <translation>
            <numerusform>%Ln more kind of calls is not listed.</numerusform>
            <numerusform>%Ln more kinds of calls are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StripText</name>
    <message numerus="yes">
        <location filename="../views/time/strip_words.cpp" line="+56"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%1 refused</source>
        <translation>
            <numerusform>%1 refused</numerusform>
            <numerusform>%1 refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%1, %2 per bar, highest %3 event(s)</source>
        <comment>day, duration, count</comment>
        <translation>
            <numerusform>%1, %2 per bar, highest %3 event</numerusform>
            <numerusform>%1, %2 per bar, highest %3 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1, %2 per bar, highest %3 call(s)</source>
        <comment>day, duration, count</comment>
        <translation>
            <numerusform>%1, %2 per bar, highest %3 call</numerusform>
            <numerusform>%1, %2 per bar, highest %3 calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 per bar, highest %2 event(s)</source>
        <comment>duration, count</comment>
        <translation>
            <numerusform>%1 per bar, highest %2 event</numerusform>
            <numerusform>%1 per bar, highest %2 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 per bar, highest %2 call(s)</source>
        <comment>duration, count</comment>
        <translation>
            <numerusform>%1 per bar, highest %2 call</numerusform>
            <numerusform>%1 per bar, highest %2 calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+17"/>
        <source>%1 matching</source>
        <translation>
            <numerusform>%1 matching</numerusform>
            <numerusform>%1 matching</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <location filename="../views/time/time_words.cpp" line="+201"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n ms</source>
        <translation>
            <numerusform>%n ms</numerusform>
            <numerusform>%n ms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 call(s)</source>
        <translation>
            <numerusform>%1 call</numerusform>
            <numerusform>%1 calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%1 event(s) in %2</source>
        <comment>count, duration</comment>
        <translation>
            <numerusform>%1 event in %2</numerusform>
            <numerusform>%1 events in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 call(s) in %2</source>
        <comment>count, duration</comment>
        <translation>
            <numerusform>%1 call in %2</numerusform>
            <numerusform>%1 calls in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>Show %1 event(s)</source>
        <translation>
            <numerusform>Show %1 event</numerusform>
            <numerusform>Show %1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Show %1 call(s)</source>
        <translation>
            <numerusform>Show %1 call</numerusform>
            <numerusform>Show %1 calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UseWords</name>
    <message numerus="yes">
        <location filename="../views/words/use_words.cpp" line="+32"/>
        <source>%n source address(es)</source>
        <translation>
            <numerusform>%n source address</numerusform>
            <numerusform>%n source addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Used %1: %n call(s) in the last 15 minutes from %2 will stop.</source>
        <translation>
            <numerusform>Used %1: %n call in the last 15 minutes from %2 will stop.</numerusform>
            <numerusform>Used %1: %n calls in the last 15 minutes from %2 will stop.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message numerus="yes">
        <location filename="../views/catalogue/version_words.cpp" line="+41"/>
        <source>%Ln partner(s) called it in the last 30 days: %1.</source>
        <comment>how many, how many calls</comment>
        <translation>
            <numerusform>%Ln partner called it in the last 30 days: %1.</numerusform>
            <numerusform>%Ln partners called it in the last 30 days: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::app::EnvironmentWindow</name>
    <message numerus="yes">
        <location filename="../app/environment_window.cpp" line="+339"/>
        <source>No answer for %n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>No answer for %n s</numerusform>
            <numerusform>No answer for %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ApiListModel</name>
    <message numerus="yes">
        <location filename="../models/catalogue/api_list_model.cpp" line="+115"/>
        <location line="+3"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln scope</numerusform>
            <numerusform>%Ln scopes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::BrokenPartnerTable</name>
    <message numerus="yes">
        <location filename="../models/catalogue/review_tables.cpp" line="+189"/>
        <source>%1, %Ln call(s) in 30 days would be refused, contact %2</source>
        <translation>
            <numerusform>%1, %Ln call in 30 days would be refused, contact %2</numerusform>
            <numerusform>%1, %Ln calls in 30 days would be refused, contact %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ObservationListModel</name>
    <message numerus="yes">
        <location filename="../models/observing/observation_list_model.cpp" line="+163"/>
        <source>%1, %2, observed until %3, %Ln call(s) of the last 24 hours would be refused</source>
        <comment>kind, what, when</comment>
        <translation>
            <numerusform>%1, %2, observed until %3, %Ln call of the last 24 hours would be refused</numerusform>
            <numerusform>%1, %2, observed until %3, %Ln calls of the last 24 hours would be refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ObservedGroupTable</name>
    <message numerus="yes">
        <location filename="../models/observing/observed_tables.cpp" line="+51"/>
        <source>%Ln partner(s)</source>
        <translation>
            <numerusform>%Ln partner</numerusform>
            <numerusform>%Ln partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+76"/>
        <source>%1: %Ln call(s) would have been refused, %2, last %3</source>
        <comment>name, from whom, when</comment>
        <translation>
            <numerusform>%1: %Ln call would have been refused, %2, last %3</numerusform>
            <numerusform>%1: %Ln calls would have been refused, %2, last %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ObservedLineTable</name>
    <message numerus="yes">
        <location line="+92"/>
        <source>%1, %2, %3: %Ln call(s), today: %4</source>
        <comment>reason, partner, route, judgement</comment>
        <translation>
            <numerusform>%1, %2, %3: %Ln call, today: %4</numerusform>
            <numerusform>%1, %2, %3: %Ln calls, today: %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::PartnerListModel</name>
    <message numerus="yes">
        <location filename="../models/partners/partner_list_model.cpp" line="+183"/>
        <location line="+3"/>
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n expiring</source>
        <translation>
            <numerusform>%n expiring</numerusform>
            <numerusform>%n expiring</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n call(s) in 24 hours</source>
        <translation>
            <numerusform>%n call in 24 hours</numerusform>
            <numerusform>%n calls in 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::PlanEffectTable</name>
    <message numerus="yes">
        <location filename="../models/catalogue/plan_list_model.cpp" line="+170"/>
        <source>%1, over in %Ln hour(s)</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%1, over in %Ln hour</numerusform>
            <numerusform>%1, over in %Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1, over on %Ln day(s)</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%1, over on %Ln day</numerusform>
            <numerusform>%1, over on %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::PlanListModel</name>
    <message numerus="yes">
        <location line="-86"/>
        <source>%Ln partner(s)</source>
        <translation>
            <numerusform>%Ln partner</numerusform>
            <numerusform>%Ln partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::RevisionListModel</name>
    <message numerus="yes">
        <location filename="../models/catalogue/revision_list_model.cpp" line="+65"/>
        <source>%Ln new</source>
        <comment>routes</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%Ln gone</source>
        <comment>routes</comment>
        <translation>
            <numerusform>%Ln gone</numerusform>
            <numerusform>%Ln gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln changed</source>
        <comment>routes</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+63"/>
        <location line="+3"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::RouteChangeModel</name>
    <message numerus="yes">
        <location filename="../models/catalogue/route_change_model.cpp" line="+133"/>
        <source>%Ln call(s) in 30 days</source>
        <translation>
            <numerusform>%Ln call in 30 days</numerusform>
            <numerusform>%Ln calls in 30 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ScopeNeedTable</name>
    <message numerus="yes">
        <location filename="../models/catalogue/review_tables.cpp" line="-78"/>
        <source>%1, new, %Ln route(s)</source>
        <translation>
            <numerusform>%1, new, %Ln route</numerusform>
            <numerusform>%1, new, %Ln routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1, %Ln route(s)</source>
        <translation>
            <numerusform>%1, %Ln route</numerusform>
            <numerusform>%1, %Ln routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ScopeTreeModel</name>
    <message numerus="yes">
        <location filename="../models/access/scope_tree_model.cpp" line="+187"/>
        <source>%1, %2 of %n scope(s) granted</source>
        <translation>
            <numerusform>%1, %2 of %n scope granted</numerusform>
            <numerusform>%1, %2 of %n scopes granted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::SourceTable</name>
    <message numerus="yes">
        <location filename="../models/access/source_table.cpp" line="+105"/>
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::SourceUseTable</name>
    <message numerus="yes">
        <location filename="../models/credentials/credential_use_model.cpp" line="+45"/>
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::StrangerTable</name>
    <message numerus="yes">
        <location filename="../models/observing/observed_tables.cpp" line="+90"/>
        <source>%1, from %2, %3: %Ln call(s)</source>
        <comment>print, address, user agent</comment>
        <translation>
            <numerusform>%1, from %2, %3: %Ln call</numerusform>
            <numerusform>%1, from %2, %3: %Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::VersionCallerTable</name>
    <message numerus="yes">
        <location filename="../models/catalogue/version_caller_table.cpp" line="+139"/>
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::VersionListModel</name>
    <message numerus="yes">
        <location filename="../models/catalogue/version_list_model.cpp" line="+63"/>
        <source>Ends in %n day(s)</source>
        <translation>
            <numerusform>Ends in %n day</numerusform>
            <numerusform>Ends in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+49"/>
        <location line="+2"/>
        <source>%Ln partner(s) calling</source>
        <translation>
            <numerusform>%Ln partner calling</numerusform>
            <numerusform>%Ln partners calling</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::AccessTab</name>
    <message numerus="yes">
        <location filename="../views/access/access_tab.cpp" line="+179"/>
        <source>%n change(s) staged, not saved yet</source>
        <translation>
            <numerusform>%n change staged, not saved yet</numerusform>
            <numerusform>%n changes staged, not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n scope(s) granted</source>
        <translation>
            <numerusform>%n scope granted</numerusform>
            <numerusform>%n scopes granted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n change(s) staged</source>
        <translation>
            <numerusform>%n change staged</numerusform>
            <numerusform>%n changes staged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n staged change(s) discarded</source>
        <translation>
            <numerusform>%n staged change discarded</numerusform>
            <numerusform>%n staged changes discarded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ActivityDialog</name>
    <message numerus="yes">
        <location filename="../views/jobs/activity_dialog.cpp" line="+162"/>
        <source>%n older job(s) are in the audit trail.</source>
        <translation>
            <numerusform>%n older job is in the audit trail.</numerusform>
            <numerusform>%n older jobs are in the audit trail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ApiDetail</name>
    <message numerus="yes">
        <location filename="../views/catalogue/api_detail.cpp" line="+165"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln scope</numerusform>
            <numerusform>%Ln scopes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::AuditPage</name>
    <message numerus="yes">
        <location filename="../views/audit/audit_page.cpp" line="+89"/>
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+74"/>
        <source>%n event(s) up to %1 UTC. The signature holds, and the log grew from what this console verified before.</source>
        <translation>
            <numerusform>%n event up to %1 UTC. The signature holds, and the log grew from what this console verified before.</numerusform>
            <numerusform>%n events up to %1 UTC. The signature holds, and the log grew from what this console verified before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::AuditPanel</name>
    <message numerus="yes">
        <location filename="../views/audit/audit_panel.cpp" line="+427"/>
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n new event</numerusform>
            <numerusform>%n new events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+119"/>
        <source>%1 matching event(s) · newest first</source>
        <translation>
            <numerusform>%1 matching event · newest first</numerusform>
            <numerusform>%1 matching events · newest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 matching event(s) · oldest first</source>
        <translation>
            <numerusform>%1 matching event · oldest first</numerusform>
            <numerusform>%1 matching events · oldest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CallFilterChips</name>
    <message numerus="yes">
        <location filename="../views/calls/call_filter_chips.cpp" line="+167"/>
        <source>%1 more call(s) with other values</source>
        <translation>
            <numerusform>%1 more call with other values</numerusform>
            <numerusform>%1 more calls with other values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CallNotes</name>
    <message numerus="yes">
        <location filename="../views/calls/call_notes.cpp" line="+56"/>
        <source>%n or more new call(s)</source>
        <translation>
            <numerusform>%n or more new call</numerusform>
            <numerusform>%n or more new calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n new call(s)</source>
        <translation>
            <numerusform>%n new call</numerusform>
            <numerusform>%n new calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CallersPanel</name>
    <message numerus="yes">
        <location filename="../views/observing/callers_panel.cpp" line="+134"/>
        <source>%Ln more caller(s) with fewer calls are not listed.</source>
        <translation>
            <numerusform>%Ln more caller with fewer calls is not listed.</numerusform>
            <numerusform>%Ln more callers with fewer calls are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CallsPanel</name>
    <message numerus="yes">
        <source>%n or more new call(s)</source>
        <translation type="vanished">
            <numerusform>%n or more new call</numerusform>
            <numerusform>%n or more new calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new call(s)</source>
        <translation type="vanished">
            <numerusform>%n new call</numerusform>
            <numerusform>%n new calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../views/calls/calls_panel.cpp" line="+511"/>
        <source>%1 of %2 call(s)</source>
        <translation>
            <numerusform>%1 of %2 call</numerusform>
            <numerusform>%1 of %2 calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 call(s)</source>
        <translation>
            <numerusform>%1 call</numerusform>
            <numerusform>%1 calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CatalogueActs</name>
    <message numerus="yes">
        <location filename="../views/catalogue/catalogue_acts.cpp" line="+312"/>
        <source>%Ln route(s) of %1 are in force</source>
        <translation>
            <numerusform>%Ln route of %1 is in force</numerusform>
            <numerusform>%Ln routes of %1 are in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CataloguePage</name>
    <message numerus="yes">
        <location filename="../views/catalogue/catalogue_page.cpp" line="+182"/>
        <location line="+57"/>
        <source>%1 API(s)</source>
        <translation>
            <numerusform>%1 API</numerusform>
            <numerusform>%1 APIs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ClipboardCountdown</name>
    <message numerus="yes">
        <location filename="../views/credentials/clipboard_countdown.cpp" line="+58"/>
        <location line="+19"/>
        <source>Copied. Clipboard clears in %n s</source>
        <translation>
            <numerusform>Copied. Clipboard clears in %n s</numerusform>
            <numerusform>Copied. Clipboard clears in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialLines</name>
    <message numerus="yes">
        <location filename="../views/partners/credential_lines.cpp" line="+91"/>
        <source>Show all %n credential(s)</source>
        <translation>
            <numerusform>Show the %n credential</numerusform>
            <numerusform>Show all %n credentials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialPane</name>
    <message numerus="yes">
        <location filename="../views/credentials/credential_pane.cpp" line="+217"/>
        <source>%1 (in %n day(s))</source>
        <translation>
            <numerusform>%1 (in %n day)</numerusform>
            <numerusform>%1 (in %n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+82"/>
        <source>%1 of %n source address(es) still use the old secret.</source>
        <translation>
            <numerusform>%1 of %n source address still uses the old secret.</numerusform>
            <numerusform>%1 of %n source addresses still use the old secret.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>secret %1 · %2 · %n call(s)</source>
        <translation>
            <numerusform>secret %1 · %2 · %n call</numerusform>
            <numerusform>secret %1 · %2 · %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialsTab</name>
    <message numerus="yes">
        <location filename="../views/credentials/credentials_tab.cpp" line="+336"/>
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n credential</numerusform>
            <numerusform>%n credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::DiffModel</name>
    <message numerus="yes">
        <location filename="../views/widgets/diff_table.cpp" line="+128"/>
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unchanged</numerusform>
            <numerusform>%n unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%1, %n unchanged: %2</source>
        <translation>
            <numerusform>%1, %n unchanged: %2</numerusform>
            <numerusform>%1, %n unchanged: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::EndChoice</name>
    <message numerus="yes">
        <location filename="../views/observing/end_choice.cpp" line="+17"/>
        <source>At most %n day(s) from now; then refusals are enforced.</source>
        <translation>
            <numerusform>At most %n day from now; then refusals are enforced.</numerusform>
            <numerusform>At most %n days from now; then refusals are enforced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+26"/>
        <source>At most %n day(s) from now.</source>
        <translation>
            <numerusform>At most %n day from now.</numerusform>
            <numerusform>At most %n days from now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::EnforceDialog</name>
    <message numerus="yes">
        <location filename="../views/observing/enforce_dialog.cpp" line="+126"/>
        <source>%Ln call(s) of the last 24 hours would be refused</source>
        <translation>
            <numerusform>%Ln call of the last 24 hours would be refused</numerusform>
            <numerusform>%Ln calls of the last 24 hours would be refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln partner(s)</source>
        <translation>
            <numerusform>%Ln partner</numerusform>
            <numerusform>%Ln partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::EventPane</name>
    <message numerus="yes">
        <location filename="../views/audit/event_pane.cpp" line="+186"/>
        <source>%1 or more call(s) were refused because of it.</source>
        <translation>
            <numerusform>%1 or more call was refused because of it.</numerusform>
            <numerusform>%1 or more calls were refused because of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%1 call(s) were refused because of it.</source>
        <translation>
            <numerusform>%1 call was refused because of it.</numerusform>
            <numerusform>%1 calls were refused because of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ExportStrip</name>
    <message numerus="yes">
        <location filename="../views/export/export_strip.cpp" line="+85"/>
        <source>%1 row(s) written to %2</source>
        <translation>
            <numerusform>%1 row written to %2</numerusform>
            <numerusform>%1 rows written to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::FreezeDialog</name>
    <message numerus="yes">
        <location filename="../views/partner/promote_dialog.cpp" line="+117"/>
        <source>credential(s)</source>
        <translation>
            <numerusform>credential</numerusform>
            <numerusform>credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>call(s) in 24 hours</source>
        <translation>
            <numerusform>call in 24 hours</numerusform>
            <numerusform>calls in 24 hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::GatesCard</name>
    <message numerus="yes">
        <location filename="../views/partner/gates_card.cpp" line="+95"/>
        <source>All %n gate(s) passed for %1</source>
        <translation>
            <numerusform>The %n gate passed for %1</numerusform>
            <numerusform>All %n gates passed for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%1 of %n gate(s) not passed yet for %2</source>
        <translation>
            <numerusform>%1 of %n gate not passed yet for %2</numerusform>
            <numerusform>%1 of %n gates not passed yet for %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::GraceDialog</name>
    <message numerus="yes">
        <location filename="../views/credentials/grace_dialog.cpp" line="+51"/>
        <source>At most %n day(s) after the rotation.</source>
        <translation>
            <numerusform>At most %n day after the rotation.</numerusform>
            <numerusform>At most %n days after the rotation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+33"/>
        <source>%n source address(es) still use the old secret.</source>
        <translation>
            <numerusform>%n source address still uses the old secret.</numerusform>
            <numerusform>%n source addresses still use the old secret.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ImpactPanel</name>
    <message numerus="yes">
        <location filename="../views/catalogue/impact_panel.cpp" line="+414"/>
        <source>%Ln new scope(s)</source>
        <translation>
            <numerusform>%Ln new scope</numerusform>
            <numerusform>%Ln new scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln that no route needs any more</source>
        <comment>scopes</comment>
        <translation>
            <numerusform>%Ln that no route needs any more</numerusform>
            <numerusform>%Ln that no route needs any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>held by %Ln partner(s), and kept there</source>
        <translation>
            <numerusform>held by %Ln partner, and kept there</numerusform>
            <numerusform>held by %Ln partners, and kept there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+52"/>
        <source>%Ln contact(s) copied</source>
        <translation>
            <numerusform>%Ln contact copied</numerusform>
            <numerusform>%Ln contacts copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::IntegrityCard</name>
    <message numerus="yes">
        <location filename="../views/audit/integrity_card.cpp" line="+92"/>
        <source>%n event(s), signed %1 UTC</source>
        <translation>
            <numerusform>%n event, signed %1 UTC</numerusform>
            <numerusform>%n events, signed %1 UTC</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::IssueDialog</name>
    <message numerus="yes">
        <location filename="../views/credentials/issue_dialog.cpp" line="+103"/>
        <source>At most %n year(s) ahead.</source>
        <translation>
            <numerusform>At most %n year ahead.</numerusform>
            <numerusform>At most %n years ahead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::LegacyPage</name>
    <message numerus="yes">
        <location filename="../views/imports/legacy_page.cpp" line="+106"/>
        <source>Deadline within %n day(s)</source>
        <translation>
            <numerusform>Deadline within %n day</numerusform>
            <numerusform>Deadline within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+157"/>
        <source>%Ln left</source>
        <comment>imported keys and client IDs</comment>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>0 left: the campaign is over. %Ln of another system went on working meanwhile.</source>
        <translation>
            <numerusform>0 left: the campaign is over. %Ln of another system went on working meanwhile.</numerusform>
            <numerusform>0 left: the campaign is over. %Ln of another system went on working meanwhile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%Ln reach(es) the deadline within %1 days, and what still uses them is refused then.</source>
        <translation>
            <numerusform>%Ln reaches the deadline within %1 days, and what still uses it is refused then.</numerusform>
            <numerusform>%Ln reach the deadline within %1 days, and what still uses them is refused then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>end within %n day(s)</source>
        <translation>
            <numerusform>end within %n day</numerusform>
            <numerusform>end within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+19"/>
        <source>The first %L1 are shown; %Ln more are not.</source>
        <translation>
            <numerusform>The first %L1 are shown; %Ln more is not.</numerusform>
            <numerusform>The first %L1 are shown; %Ln more are not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+30"/>
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln shown</numerusform>
            <numerusform>%Ln shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::LimitsPanel</name>
    <message numerus="yes">
        <location filename="../views/access/limits_panel.cpp" line="+174"/>
        <source>Real use in the last %n day(s), at most %1 a day:</source>
        <translation>
            <numerusform>Real use in the last %n day, at most %1 a day:</numerusform>
            <numerusform>Real use in the last %n days, at most %1 a day:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>This quota would have throttled %1 of %n day(s).</source>
        <translation>
            <numerusform>This quota would have throttled %1 of %n day.</numerusform>
            <numerusform>This quota would have throttled %1 of %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::NetworkPanel</name>
    <message numerus="yes">
        <location filename="../views/access/network_panel.cpp" line="+171"/>
        <source>%1: %n network(s)</source>
        <comment>list</comment>
        <translation>
            <numerusform>%1: %n network</numerusform>
            <numerusform>%1: %n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+73"/>
        <source>%n network(s) stand in the list already.</source>
        <translation>
            <numerusform>%n network stands in the list already.</numerusform>
            <numerusform>%n networks stand in the list already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::NetworksTab</name>
    <message numerus="yes">
        <location filename="../views/access/networks_tab.cpp" line="+190"/>
        <source>%n change(s) staged, not saved yet</source>
        <translation>
            <numerusform>%n change staged, not saved yet</numerusform>
            <numerusform>%n changes staged, not saved yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n network(s) listed for production</source>
        <translation>
            <numerusform>%n network listed for production</numerusform>
            <numerusform>%n networks listed for production</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n change(s) staged</source>
        <translation>
            <numerusform>%n change staged</numerusform>
            <numerusform>%n changes staged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+17"/>
        <source>%n staged change(s) discarded</source>
        <translation>
            <numerusform>%n staged change discarded</numerusform>
            <numerusform>%n staged changes discarded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ObservingPage</name>
    <message numerus="yes">
        <location filename="../views/observing/observing_page.cpp" line="+160"/>
        <location line="+51"/>
        <source>%Ln in force</source>
        <comment>observations</comment>
        <translation>
            <numerusform>%Ln in force</numerusform>
            <numerusform>%Ln in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::OnboardingPage</name>
    <message numerus="yes">
        <location filename="../views/onboarding/onboarding_page.cpp" line="+343"/>
        <source>%n thing(s) open</source>
        <translation>
            <numerusform>%n thing open</numerusform>
            <numerusform>%n things open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::OverviewTab</name>
    <message numerus="yes">
        <location filename="../views/partner/overview_tab.cpp" line="+244"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::PartnerDelegate</name>
    <message numerus="yes">
        <location filename="../views/partners/partner_delegate.cpp" line="+99"/>
        <source>%n expiring</source>
        <translation>
            <numerusform>%n expiring</numerusform>
            <numerusform>%n expiring</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::PartnersPage</name>
    <message numerus="yes">
        <location filename="../views/partners/partners_page.cpp" line="+73"/>
        <source>Expiring ≤ %n day(s)</source>
        <translation>
            <numerusform>Expiring ≤ %n day</numerusform>
            <numerusform>Expiring ≤ %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+87"/>
        <source>Columns (%n hidden for lack of room)</source>
        <translation>
            <numerusform>Columns (%n hidden for lack of room)</numerusform>
            <numerusform>Columns (%n hidden for lack of room)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+90"/>
        <source>%1 of %2 partner(s)</source>
        <translation>
            <numerusform>%1 of %2 partner</numerusform>
            <numerusform>%1 of %2 partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::Patience</name>
    <message numerus="yes">
        <location filename="../views/widgets/patience.cpp" line="+35"/>
        <source>The platform has not answered for %n second(s).</source>
        <translation>
            <numerusform>The platform has not answered for %n second.</numerusform>
            <numerusform>The platform has not answered for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::PlanDialog</name>
    <message numerus="yes">
        <location filename="../views/scopes/plan_dialogs.cpp" line="+153"/>
        <source>Change the limits of %Ln partner(s), although some would have been throttled</source>
        <translation>
            <numerusform>Change the limits of %Ln partner, although it would have been throttled</numerusform>
            <numerusform>Change the limits of %Ln partners, although some would have been throttled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Change the limits of %Ln partner(s)</source>
        <translation>
            <numerusform>Change the limits of %Ln partner</numerusform>
            <numerusform>Change the limits of %Ln partners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+43"/>
        <source>%Ln partner(s) have it, and all get it at once.</source>
        <translation>
            <numerusform>%Ln partner has it, and gets it at once.</numerusform>
            <numerusform>%Ln partners have it, and all get it at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>By the figures of the last 30 days %Ln would have been throttled.</source>
        <translation>
            <numerusform>By the figures of the last 30 days %Ln would have been throttled.</numerusform>
            <numerusform>By the figures of the last 30 days %Ln would have been throttled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::RemoveApiDialog</name>
    <message numerus="yes">
        <location filename="../views/catalogue/api_dialogs.cpp" line="+133"/>
        <source>%Ln route(s) go with it: every call to %1 is refused from then on.</source>
        <translation>
            <numerusform>%Ln route goes with it: every call to %1 is refused from then on.</numerusform>
            <numerusform>%Ln routes go with it: every call to %1 is refused from then on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewDialog</name>
    <message numerus="yes">
        <location filename="../views/catalogue/review_dialog.cpp" line="+88"/>
        <source>Apply it although it breaks %Ln partner(s)</source>
        <translation>
            <numerusform>Apply it although it breaks %Ln partner</numerusform>
            <numerusform>Apply it although it breaks %Ln partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewGrantDialog</name>
    <message numerus="yes">
        <location filename="../views/access/grant_dialogs.cpp" line="+39"/>
        <source>%n change(s) take effect with the next call of the partner.</source>
        <translation>
            <numerusform>%n change takes effect with the next call of the partner.</numerusform>
            <numerusform>%n changes take effect with the next call of the partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n change(s) of the limits take effect on %1 UTC.</source>
        <translation>
            <numerusform>%n change of the limits take effect on %1 UTC.</numerusform>
            <numerusform>%n changes of the limits take effect on %1 UTC.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+68"/>
        <source>%1: %Ln call(s) in 30 days, the last %2, by %3.</source>
        <comment>scope, when, credentials</comment>
        <translation>
            <numerusform>%1: %Ln call in 30 days, the last %2, by %3.</numerusform>
            <numerusform>%1: %Ln calls in 30 days, the last %2, by %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+28"/>
        <source>This quota would have throttled %1 of %n day(s).</source>
        <translation>
            <numerusform>This quota would have throttled %1 of %n day.</numerusform>
            <numerusform>This quota would have throttled %1 of %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-78"/>
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>Save %n change</numerusform>
            <numerusform>Save %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewNetworksDialog</name>
    <message numerus="yes">
        <location filename="../views/access/network_dialogs.cpp" line="+35"/>
        <source>%n change(s) take effect with the next call and the next token of the partner.</source>
        <translation>
            <numerusform>%n change takes effect with the next call and the next token of the partner.</numerusform>
            <numerusform>%n changes take effect with the next call and the next token of the partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>Save %n change</numerusform>
            <numerusform>Save %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+32"/>
        <source>%1: %Ln call(s) in 30 days, the last %2, with %3.</source>
        <comment>address, when, credential</comment>
        <translation>
            <numerusform>%1: %Ln call in 30 days, the last %2, with %3.</numerusform>
            <numerusform>%1: %Ln calls in 30 days, the last %2, with %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>And %n more.</source>
        <comment>sources</comment>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::RevokeDialog</name>
    <message numerus="yes">
        <location filename="../views/credentials/revoke_dialog.cpp" line="+130"/>
        <source>No decision accepts it since %1 UTC. %n live token(s) ended with it.</source>
        <translation>
            <numerusform>No decision accepts it since %1 UTC. %n live token ended with it.</numerusform>
            <numerusform>No decision accepts it since %1 UTC. %n live tokens ended with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::RotateDialog</name>
    <message numerus="yes">
        <location filename="../views/credentials/rotate_dialog.cpp" line="+133"/>
        <location line="+29"/>
        <source>Rotate and cut %n secret(s)</source>
        <translation>
            <numerusform>Rotate and cut %n secret</numerusform>
            <numerusform>Rotate and cut %n secrets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::RoutesPanel</name>
    <message numerus="yes">
        <location filename="../views/catalogue/routes_panel.cpp" line="+139"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %Ln route(s)</source>
        <translation>
            <numerusform>%1 of %Ln route</numerusform>
            <numerusform>%1 of %Ln routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ScopeDialog</name>
    <message numerus="yes">
        <location filename="../views/scopes/scope_dialogs.cpp" line="+69"/>
        <source>It fits the grants of %Ln partner(s) as before.</source>
        <translation>
            <numerusform>It fits the grant of %Ln partner as before.</numerusform>
            <numerusform>It fits the grants of %Ln partners as before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%1 and %Ln other(s)</source>
        <comment>names of partners</comment>
        <translation>
            <numerusform>%1 and %Ln other</numerusform>
            <numerusform>%1 and %Ln others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln partner(s) hold it and should not then: %1. They keep it until it is taken out of their grants.</source>
        <translation>
            <numerusform>%Ln partner holds it and should not then: %1. It keeps it until it is taken out of its grant.</numerusform>
            <numerusform>%Ln partners hold it and should not then: %1. They keep it until it is taken out of their grants.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ScopePanel</name>
    <message numerus="yes">
        <location filename="../views/access/scope_panel.cpp" line="+160"/>
        <source>%1 of %n granted</source>
        <translation>
            <numerusform>%1 of %n granted</numerusform>
            <numerusform>%1 of %n granted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ScopesActs</name>
    <message numerus="yes">
        <location filename="../views/scopes/scopes_acts.cpp" line="+158"/>
        <source>%1 saved. %Ln partner(s) hold it and should not.</source>
        <translation>
            <numerusform>%1 saved. %Ln partner holds it and should not.</numerusform>
            <numerusform>%1 saved. %Ln partners hold it and should not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%1 taken from %Ln partner(s)</source>
        <translation>
            <numerusform>%1 taken from %Ln partner</numerusform>
            <numerusform>%1 taken from %Ln partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ScopesPage</name>
    <message numerus="yes">
        <location filename="../views/scopes/scopes_page.cpp" line="+164"/>
        <source>%Ln plan(s)</source>
        <translation>
            <numerusform>%Ln plan</numerusform>
            <numerusform>%Ln plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln scope</numerusform>
            <numerusform>%Ln scopes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ScopesPanel</name>
    <message numerus="yes">
        <location filename="../views/scopes/scopes_panel.cpp" line="+158"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln scope</numerusform>
            <numerusform>%Ln scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %Ln scope(s)</source>
        <translation>
            <numerusform>%1 of %Ln scope</numerusform>
            <numerusform>%1 of %Ln scopes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::SourcesPanel</name>
    <message numerus="yes">
        <location filename="../views/access/sources_panel.cpp" line="+115"/>
        <source>%n source(s) would be refused once it is enforced; they made %1 calls in the last 30 days.</source>
        <translation>
            <numerusform>%n source would be refused once it is enforced; it made %1 calls in the last 30 days.</numerusform>
            <numerusform>%n sources would be refused once it is enforced; they made %1 calls in the last 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n source(s) would be refused from the save on; they made %1 calls in the last 30 days.</source>
        <translation>
            <numerusform>%n source would be refused from the save on; it made %1 calls in the last 30 days.</numerusform>
            <numerusform>%n sources would be refused from the save on; they made %1 calls in the last 30 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::StepRail</name>
    <message numerus="yes">
        <location filename="../views/onboarding/step_rail.cpp" line="+164"/>
        <source>%n thing(s) to correct</source>
        <translation>
            <numerusform>%n thing to correct</numerusform>
            <numerusform>%n things to correct</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::TakeScopeDialog</name>
    <message numerus="yes">
        <location filename="../views/scopes/take_scope_dialog.cpp" line="+59"/>
        <source>Not used for %n day(s)</source>
        <translation>
            <numerusform>Not used for %n day</numerusform>
            <numerusform>Not used for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+137"/>
        <source>%1 of %Ln chosen</source>
        <translation>
            <numerusform>%1 of %Ln chosen</numerusform>
            <numerusform>%1 of %Ln chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>Taken from %Ln partner(s).</source>
        <translation>
            <numerusform>Taken from %Ln partner.</numerusform>
            <numerusform>Taken from %Ln partners.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+24"/>
        <source>Take it from %Ln partner(s)</source>
        <translation>
            <numerusform>Take it from %Ln partner</numerusform>
            <numerusform>Take it from %Ln partners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::TopBar</name>
    <message numerus="yes">
        <location filename="../views/shell/top_bar.cpp" line="+174"/>
        <source>%n job(s) under way</source>
        <translation>
            <numerusform>%n job under way</numerusform>
            <numerusform>%n jobs under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::UsageLinesModel</name>
    <message numerus="yes">
        <location filename="../views/usage/usage_lines_model.cpp" line="+57"/>
        <source>%1: %n call(s), %2</source>
        <translation>
            <numerusform>%1: %n call, %2</numerusform>
            <numerusform>%1: %n calls, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::UsageTab</name>
    <message numerus="yes">
        <location filename="../views/usage/usage_tab.cpp" line="+301"/>
        <source>%Ln call(s) of all partners in this time could not be recorded.</source>
        <translation>
            <numerusform>%Ln call of all partners in this time could not be recorded.</numerusform>
            <numerusform>%Ln calls of all partners in this time could not be recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+43"/>
        <source>of %Ln call(s)</source>
        <translation>
            <numerusform>of %Ln call</numerusform>
            <numerusform>of %Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%Ln refused or failed</source>
        <translation>
            <numerusform>%Ln refused or failed</numerusform>
            <numerusform>%Ln refused or failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::UseFacts</name>
    <message numerus="yes">
        <location filename="../views/credentials/use_facts.cpp" line="+41"/>
        <source>call(s) in 24 h</source>
        <comment>without the number</comment>
        <translation>
            <numerusform>call in 24 h</numerusform>
            <numerusform>calls in 24 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>source address(es)</source>
        <comment>without the number</comment>
        <translation>
            <numerusform>source address</numerusform>
            <numerusform>source addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>live token(s)</source>
        <comment>without the number</comment>
        <translation>
            <numerusform>live token</numerusform>
            <numerusform>live tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::VersionActDialog</name>
    <message numerus="yes">
        <location filename="../views/catalogue/version_dialogs.cpp" line="+119"/>
        <source>Every call to %Ln route(s) below %1 is refused from now on, with 410 and its link.</source>
        <translation>
            <numerusform>Every call to %Ln route below %1 is refused from now on, with 410 and its link.</numerusform>
            <numerusform>Every call to %Ln routes below %1 is refused from now on, with 410 and its link.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+33"/>
        <source>End it although %Ln partner(s) still call it</source>
        <translation>
            <numerusform>End it although %Ln partner still calls it</numerusform>
            <numerusform>End it although %Ln partners still call it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::VersionForm</name>
    <message numerus="yes">
        <location filename="../views/catalogue/version_form.cpp" line="+77"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::VersionsPanel</name>
    <message numerus="yes">
        <location filename="../views/catalogue/versions_panel.cpp" line="+273"/>
        <source>%1: %Ln partner(s) still call it.</source>
        <comment>where a version stands</comment>
        <translation>
            <numerusform>%1: %Ln partner still calls it.</numerusform>
            <numerusform>%1: %Ln partners still call it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>Who still calls %1: the first %2, and %Ln more</source>
        <translation>
            <numerusform>Who still calls %1: the first %2, and %Ln more</numerusform>
            <numerusform>Who still calls %1: the first %2, and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::WaiverForm</name>
    <message numerus="yes">
        <location filename="../views/access/waiver_form.cpp" line="+44"/>
        <location line="+32"/>
        <source>At most %n day(s) from now.</source>
        <translation>
            <numerusform>At most %n day from now.</numerusform>
            <numerusform>At most %n days from now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::WhyPane</name>
    <message numerus="yes">
        <location filename="../views/calls/why_pane.cpp" line="+263"/>
        <source>%Ln event(s) of the audit log</source>
        <translation>
            <numerusform>%Ln event of the audit log</numerusform>
            <numerusform>%Ln events of the audit log</numerusform>
        </translation>
    </message>
</context>
</TS>
