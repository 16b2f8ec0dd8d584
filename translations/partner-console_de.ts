<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActGuard</name>
    <message>
        <location filename="../views/words/act_guard.cpp" line="+27"/>
        <source>Loading: what you may do is not known yet.</source>
        <translation>Wird geladen: Was Sie dürfen, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform cannot be reached. Nothing is queued while offline.</source>
        <translation>Die Plattform ist nicht erreichbar. Offline kommt nichts in eine Warteschlange.</translation>
    </message>
</context>
<context>
    <name>CallMenu</name>
    <message>
        <location filename="../views/calls/call_menu.cpp" line="+37"/>
        <source>Filter for this %1</source>
        <translation>Nach diesem Wert filtern: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Leave out this %1</source>
        <translation>Diesen Wert auslassen: %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Why it ended so</source>
        <translation>Warum er so endete</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy request ID</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy decision ID</source>
        <translation>Entscheidungs-ID kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy time (ISO 8601)</source>
        <translation>Zeit kopieren (ISO 8601)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open partner</source>
        <translation>Partner öffnen</translation>
    </message>
</context>
<context>
    <name>CallNothing</name>
    <message>
        <location filename="../views/calls/call_nothing.cpp" line="+26"/>
        <source>%1 answered it by itself with %2, %3</source>
        <translation>%1 hat selbst mit %2 geantwortet, %3</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>It never reached the platform</source>
        <translation>Er hat die Plattform nie erreicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No call has this request ID</source>
        <translation>Kein Aufruf hat diese Anfrage-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Asking what gateways wrote of it…</source>
        <translation>Frage nach, was Gateways dazu geschrieben haben …</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>No decision was asked for it, and no gateway reported it. It went elsewhere, or the ID is another one. %1</source>
        <translation>Für ihn wurde keine Entscheidung angefragt, und kein Gateway hat ihn gemeldet. Er ging woandershin, oder die ID ist eine andere. %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Single calls are kept since %1.</source>
        <translation>Einzelne Aufrufe sind seit %1 aufbewahrt.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No calls yet</source>
        <translation>Noch keine Aufrufe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>They appear here as partners call.</source>
        <translation>Sie erscheinen hier, sobald Partner aufrufen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No calls match</source>
        <translation>Keine passenden Aufrufe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Widen the time or take a condition away. %1</source>
        <translation>Erweitern Sie die Zeit, oder nehmen Sie eine Bedingung weg. %1</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 %2 · %3</source>
        <comment>time, what, who</comment>
        <translation>%1 %2 · %3</translation>
    </message>
</context>
<context>
    <name>CallQueryWords</name>
    <message>
        <location filename="../views/words/call_query_words.cpp" line="+36"/>
        <source>There is no field “%1”. Fields are: %2.</source>
        <translation>Es gibt kein Feld „%1“. Felder sind: %2.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1:” stands without a value. Write it right after the colon.</source>
        <translation>„%1:“ steht ohne Wert. Schreiben Sie ihn direkt hinter den Doppelpunkt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1” cannot be a value of “%2”.</source>
        <translation>„%1“ kann kein Wert von „%2“ sein.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” is no time. Try “yesterday 14:00”, “-3d” or “2026-11-27 14:03”.</source>
        <translation>„%1“ ist keine Zeit. Versuchen Sie „gestern 14:00“, „-3d“ oder „2026-11-27 14:03“.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nothing is after “after:” and before “before:”.</source>
        <translation>Zwischen „after:“ und „before:“ liegt nichts.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” can be asked for, but not left out.</source>
        <translation>Nach „%1“ kann gefragt werden, ausgelassen werden kann es nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” takes one value only.</source>
        <translation>„%1“ nimmt nur einen Wert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” has too many values.</source>
        <translation>„%1“ hat zu viele Werte.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No partner is called “%1”, and calls are not searched by words. Write a field and a value, or paste an ID, a key or an address.</source>
        <translation>Kein Partner heißt „%1“, und Aufrufe werden nicht nach Wörtern durchsucht. Schreiben Sie ein Feld und einen Wert, oder fügen Sie eine ID, einen Schlüssel oder eine Adresse ein.</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>not %1</source>
        <translation>nicht %1</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <location filename="../views/calls/call_table.cpp" line="+30"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <location filename="../views/words/call_words.cpp" line="+34"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Today: cannot be told</source>
        <translation>Heute: nicht zu sagen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Today: passes, only observed</source>
        <translation>Heute: kommt durch, nur beobachtet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Today: would be throttled</source>
        <translation>Heute: würde gedrosselt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Today: still refused</source>
        <translation>Heute: weiterhin abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Today: would pass, too</source>
        <translation>Heute: käme auch durch</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Today: would pass</source>
        <translation>Heute: käme durch</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Today: would be refused</source>
        <translation>Heute: würde abgelehnt</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n source address(es)</source>
        <translation>
            <numerusform>%n Quelladresse</numerusform>
            <numerusform>%n Quelladressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 call(s) like this, from %2</source>
        <translation>
            <numerusform>%1 solcher Aufruf, von %2</numerusform>
            <numerusform>%1 solche Aufrufe, von %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 call(s) like this since %2, from %3</source>
        <translation>
            <numerusform>%1 solcher Aufruf seit %2, von %3</numerusform>
            <numerusform>%1 solche Aufrufe seit %2, von %3</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>At the decision: no gateway reported how it ended.</source>
        <translation>Bei der Entscheidung: kein Gateway hat gemeldet, wie er endete.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ended with %1</source>
        <translation>Endete mit %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 in the API</source>
        <translation>%1 in der API</translation>
    </message>
</context>
<context>
    <name>CatalogueWords</name>
    <message>
        <location filename="../views/catalogue/catalogue_words.cpp" line="+29"/>
        <source>%1: %2</source>
        <comment>routes, what changes of them</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1: %2</source>
        <comment>partners, what happens to them</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>It breaks %Ln partner(s)</source>
        <translation>
            <numerusform>Es trifft %Ln Partner</numerusform>
            <numerusform>Es trifft %Ln Partner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln call(s) of the last 30 days would be refused.</source>
        <translation>
            <numerusform>%Ln Aufruf der letzten 30 Tage würde abgewiesen.</numerusform>
            <numerusform>%Ln Aufrufe der letzten 30 Tage würden abgewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%1 and %Ln more</source>
        <comment>names of partners</comment>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file has %1; the platform takes up to %2.</source>
        <translation>Die Datei hat %1; die Plattform nimmt höchstens %2.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This is not a file that can be read.</source>
        <translation>Das ist keine Datei, die sich lesen lässt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Line %1 cannot be read. In the platform&apos;s words: %2</source>
        <comment>of a file, what the platform says</comment>
        <translation>Zeile %1 ist nicht lesbar. In den Worten der Plattform: %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file cannot be read. In the platform&apos;s words: %1</source>
        <comment>what the platform says</comment>
        <translation>Die Datei ist nicht lesbar. In den Worten der Plattform: %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <comment>of a file, what the platform says</comment>
        <translation type="vanished">Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>ChartData</name>
    <message>
        <location filename="../views/charts/chart_data.cpp" line="+57"/>
        <source>%1, %2 UTC</source>
        <comment>date, time</comment>
        <translation>%1, %2 UTC</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, so far</source>
        <comment>bucket that is not over</comment>
        <translation>%1, bisher</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 %2</source>
        <comment>series, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <comment>moment: values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Calls by outcome</source>
        <translation>Aufrufe nach Ergebnis</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Served</source>
        <translation>Bedient</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+52"/>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <location line="-51"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+37"/>
        <location line="+23"/>
        <source>Daily quota %1</source>
        <translation>Tageskontingent %1</translation>
    </message>
    <message>
        <location line="-22"/>
        <source>Quota pace %1</source>
        <translation>Kontingent-Tempo %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Daily quota</source>
        <translation>Tageskontingent</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
</context>
<context>
    <name>ChartLayer</name>
    <message>
        <location filename="../views/charts/chart_layer.cpp" line="+274"/>
        <source>%1, above this scale</source>
        <translation>%1, oberhalb dieser Skala</translation>
    </message>
</context>
<context>
    <name>ColumnsMenu</name>
    <message>
        <location filename="../views/widgets/columns_menu.cpp" line="+29"/>
        <source>%1 (no room at this width)</source>
        <translation>%1 (kein Platz bei dieser Breite)</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <location filename="../views/commands/command_provider.cpp" line="+55"/>
        <source>Not available now</source>
        <translation>Derzeit nicht verfügbar</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>CsvText</name>
    <message>
        <location filename="../views/export/csv_text.cpp" line="+111"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%n row(s) exported to %1</source>
        <translation>
            <numerusform>%n Zeile nach %1 exportiert</numerusform>
            <numerusform>%n Zeilen nach %1 exportiert</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message>
        <location filename="../views/words/draft_words.cpp" line="+37"/>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Agreement</source>
        <translation>Vereinbarung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Lawful basis &amp; data</source>
        <translation>Rechtsgrundlage &amp; Daten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scopes &amp; quota</source>
        <translation>Scopes &amp; Kontingent</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sandbox access</source>
        <translation>Sandbox-Zugang</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Review</source>
        <translation>Überprüfung</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Who the partner is, and who looks after it here.</source>
        <translation>Wer der Partner ist und wer ihn hier betreut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Whom to reach. A caller is verified by calling back one of these, never by what the caller says.</source>
        <translation>Wer zu erreichen ist. Ein Anrufer wird durch Rückruf bei einem dieser Kontakte überprüft, nie durch das, was er sagt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The data-sharing agreement that was signed. The file stays with you; its fingerprint is kept.</source>
        <translation>Die unterzeichnete Vereinbarung zur Datenweitergabe. Die Datei bleibt bei Ihnen; ihr Fingerabdruck wird gespeichert.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Decides which scopes this partner may ever receive.</source>
        <translation>Bestimmt, welche Scopes dieser Partner überhaupt erhalten darf.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Grant the least that the integration needs. More can be added later, with its own review.</source>
        <translation>Erteilen Sie nur so viel, wie die Integration braucht. Weiteres kann später mit eigener Überprüfung hinzukommen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The partner starts in the sandbox: separate credentials, separate data.</source>
        <translation>Der Partner beginnt in der Sandbox: eigene Zugangsdaten, eigene Daten.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing has been sent yet. Creating the partner is recorded in the audit trail.</source>
        <translation>Es wurde noch nichts gesendet. Das Anlegen des Partners wird im Prüfprotokoll festgehalten.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The contact “%1” is missing: a person or a team.</source>
        <comment>kind of contact</comment>
        <translation>Der Kontakt „%1“ fehlt: eine Person oder ein Team.</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1, %2</source>
        <comment>kind of contact, field</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 contact missing</source>
        <comment>kind of contact</comment>
        <translation>Kontakt fehlt: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Something is missing</source>
        <translation>Etwas fehlt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 not allowed</source>
        <comment>scope</comment>
        <translation>%1 nicht zulässig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Data of %1 not agreed</source>
        <comment>scope</comment>
        <translation>Daten von %1 nicht vereinbart</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slug is taken</source>
        <translation>Slug ist vergeben</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Agreement has ended</source>
        <translation>Vereinbarung ist abgelaufen</translation>
    </message>
    <message>
        <location line="-2"/>
        <location line="+4"/>
        <source>Something to correct</source>
        <translation>Etwas ist zu korrigieren</translation>
    </message>
    <message numerus="yes">
        <location line="+11"/>
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n Kontakt</numerusform>
            <numerusform>%n Kontakte</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 · %n scope(s)</source>
        <comment>plan</comment>
        <translation>
            <numerusform>%1 · %n Scope</numerusform>
            <numerusform>%1 · %n Scopes</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No credential yet</source>
        <translation>Noch keine Zugangsdaten</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1 (%2) starts in the sandbox, looked after by %3.</source>
        <comment>partner, slug, account</comment>
        <translation>%1 (%2) beginnt in der Sandbox, betreut von %3.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Plan %1 with %n scope(s), on the basis “%2”.</source>
        <translation>
            <numerusform>Plan %1 mit %n Scope, auf der Rechtsgrundlage „%2“.</numerusform>
            <numerusform>Plan %1 mit %n Scopes, auf der Rechtsgrundlage „%2“.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Agreement %1 is valid until %2.</source>
        <translation>Vereinbarung %1 ist gültig bis %2.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No agreement is recorded yet: it is needed before limited production.</source>
        <translation>Es ist noch keine Vereinbarung erfasst: Sie ist vor der eingeschränkten Produktion erforderlich.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A sandbox credential “%1” (%2) is issued right after; its secret is shown once.</source>
        <translation>Sandbox-Zugangsdaten „%1“ (%2) werden gleich danach ausgestellt; ihr Geheimnis wird einmal angezeigt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No credential is issued yet.</source>
        <translation>Es werden noch keine Zugangsdaten ausgestellt.</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <location filename="../views/words/error_words.cpp" line="+30"/>
        <source>The change may have been made or not; it will never be made twice.</source>
        <translation>Ob die Änderung vorgenommen wurde, ist offen; zweimal wird sie nie vorgenommen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+104"/>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location line="-103"/>
        <source>Whether anything was changed is not known.</source>
        <translation>Ob etwas geändert wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The platform&apos;s certificate could not be trusted, so nothing was sent. Check the certificate authority file of this profile.</source>
        <translation>Dem Zertifikat der Plattform konnte nicht vertraut werden, daher wurde nichts gesendet. Prüfen Sie die Datei der Zertifizierungsstelle dieses Profils.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>It is not possible in the present state. Load it again and decide anew.</source>
        <translation>Im gegenwärtigen Zustand ist das nicht möglich. Laden Sie neu und entscheiden Sie noch einmal.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Some values are not acceptable. Correct them.</source>
        <translation>Einige Werte sind nicht zulässig. Korrigieren Sie sie.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The platform does not accept it as it stands.</source>
        <translation>Die Plattform nimmt es so nicht an.</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Too many requests. Try again in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Anfragen. Versuchen Sie es in %n Sekunde erneut.</numerusform>
            <numerusform>Zu viele Anfragen. Versuchen Sie es in %n Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Too many requests. Try again in a moment.</source>
        <translation>Zu viele Anfragen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The answer was not what the contract says. The platform may be of another version.</source>
        <translation>Die Antwort entsprach nicht der Schnittstellenbeschreibung. Möglicherweise hat die Plattform eine andere Version.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The platform did not answer in time, or its answer was lost. Load the page again to see what happened, or ask again: a repeat is recognised.</source>
        <translation>Die Plattform hat nicht rechtzeitig geantwortet, oder ihre Antwort ging verloren. Laden Sie die Seite neu, um zu sehen, was geschah, oder fragen Sie erneut: Eine Wiederholung wird erkannt.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>What became of it is not known.</source>
        <translation>Was daraus wurde, ist nicht bekannt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Access is closed already.</source>
        <translation>Der Zugang ist bereits gesperrt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The platform could not store it yet.</source>
        <translation>Die Plattform konnte es noch nicht speichern.</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>The sample data could not be written. The disk may be full: make room on it, then try again.</source>
        <translation>Die Beispieldaten konnten nicht geschrieben werden. Vielleicht ist der Datenträger voll: Schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location line="-39"/>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <location line="-58"/>
        <source>The platform cannot be reached. Check the network, then try again.</source>
        <translation>Die Plattform ist nicht erreichbar. Prüfen Sie das Netz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <location line="+60"/>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>The platform on this workstation could not be started.</source>
        <translation>Die Plattform auf diesem Arbeitsplatz konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The program partner-platform is missing beside the console. Install it again.</source>
        <translation>Das Programm partner-platform fehlt neben der Konsole. Installieren Sie es neu.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Another console of yours runs it already. Close that one, or use it.</source>
        <translation>Eine andere Ihrer Konsolen führt die Plattform bereits aus. Schließen Sie jene Konsole oder verwenden Sie sie.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It ended by itself. The details say why; try again.</source>
        <translation>Die Plattform hat sich von selbst beendet. Die Details nennen den Grund; versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It answered something unexpected: the two programs may be of different versions.</source>
        <translation>Die Plattform hat unerwartet geantwortet: Die beiden Programme haben möglicherweise verschiedene Versionen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It was not ready in time. Try again.</source>
        <translation>Die Plattform war nicht rechtzeitig bereit. Versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <location filename="../views/words/fact_words.cpp" line="+52"/>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last four</source>
        <translation>Letzte vier</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Grace until</source>
        <translation>Übergangsfrist bis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open to</source>
        <translation>Offen für</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Audience</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Granted</source>
        <translation>Erteilt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the token</source>
        <translation>Im Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Type of the body</source>
        <translation>Typ des Inhalts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Types taken</source>
        <translation>Angenommene Typen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Calls a second</source>
        <translation>Aufrufe je Sekunde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>At once</source>
        <translation>Auf einmal</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Left at once</source>
        <translation>Auf einmal übrig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Calls a day</source>
        <translation>Aufrufe je Tag</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Used that day</source>
        <translation>An dem Tag verbraucht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Free again</source>
        <translation>Wieder frei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Of the credential</source>
        <translation>Der Zugangsdaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Limits of its own</source>
        <translation>Eigene Grenzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From anywhere until</source>
        <translation>Von überall bis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The time came that was set</source>
        <translation>Die gesetzte Zeit war gekommen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In force before it was written</source>
        <translation>Galt, bevor es geschrieben stand</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <location line="+76"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <location filename="../views/widgets/field_words.cpp" line="+28"/>
        <source>More than %1, at most %2.</source>
        <comment>number, number</comment>
        <translation>Mehr als %1, höchstens %2.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From %1 to %2.</source>
        <comment>number, number</comment>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Only lower-case letters, digits and single hyphens, such as “acme-payments”.</source>
        <translation>Nur Kleinbuchstaben, Ziffern und einzelne Bindestriche, etwa „acme-payments“.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a country from the list.</source>
        <translation>Wählen Sie ein Land aus der Liste.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is not an e-mail address. It looks like name@company.example.</source>
        <translation>Das ist keine E-Mail-Adresse. Sie sieht aus wie name@company.example.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is not a telephone number. It looks like +49 30 123456.</source>
        <translation>Das ist keine Telefonnummer. Sie sieht so aus: +49 30 123456.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This time zone is not known. Choose one from the list, such as Europe/Berlin.</source>
        <translation>Diese Zeitzone ist nicht bekannt. Wählen Sie eine aus der Liste, etwa Europe/Berlin.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A SHA-256 has 64 characters, 0–9 and a–f. Choose the file, and it is computed here.</source>
        <translation>Ein SHA-256-Wert hat 64 Zeichen, 0–9 und a–f. Wählen Sie die Datei, dann wird er hier berechnet.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The address of a page, such as “https://developer.example.net/v2”.</source>
        <translation>Die Adresse einer Seite, zum Beispiel „https://developer.example.net/v2“.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>No space at either end, and no two side by side, such as “OPS-142”.</source>
        <translation>Kein Leerzeichen am Anfang oder Ende und keine zwei nebeneinander, wie „OPS-142“.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose one of the plans.</source>
        <translation>Wählen Sie einen der Pläne.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This is needed.</source>
        <translation>Das wird benötigt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is too short.</source>
        <translation>Das ist zu kurz.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is too long. Shorten it.</source>
        <translation>Das ist zu lang. Kürzen Sie es.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>These are too many.</source>
        <translation>Das sind zu viele.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This stands here twice. Take one away.</source>
        <translation>Das steht hier zweimal. Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nobody could read this: it has only characters that are not seen, or none at all.</source>
        <translation>Das könnte niemand lesen: Es besteht nur aus unsichtbaren Zeichen oder aus gar keinen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is a character here that is not allowed: one that is not seen (a zero-width or other space, say), a line break, a control character or an open direction mark. Type it anew.</source>
        <translation>Hier steht ein Zeichen, das nicht erlaubt ist: ein unsichtbares (etwa ein Leerzeichen ohne Breite), ein Zeilenumbruch, ein Steuerzeichen oder ein offenes Richtungszeichen. Tippen Sie den Text neu.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This does not have the form that is needed.</source>
        <translation>Das hat nicht die nötige Form.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>This does not allow every scope that the partner holds. Take those away first, or keep what was agreed on.</source>
        <translation>Dies deckt nicht jeden Scope ab, den der Partner hat. Nehmen Sie diese zuerst weg, oder behalten Sie bei, was vereinbart ist.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The agreement does not name the data behind it.</source>
        <translation>Die Vereinbarung nennt die Daten dahinter nicht.</translation>
    </message>
    <message>
        <location line="-30"/>
        <source>This is out of range.</source>
        <translation>Das liegt außerhalb des Bereichs.</translation>
    </message>
    <message>
        <location line="-30"/>
        <source>Only a host name in lower case, without a port, such as “api.example.net”.</source>
        <translation>Nur ein Hostname in Kleinbuchstaben, ohne Port, etwa „api.example.net“.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A slash before each part and none at the end, such as “/v1”.</source>
        <translation>Ein Schrägstrich vor jedem Teil und keiner am Ende, etwa „/v1“.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A whole address or name with its scheme, such as “https://api.example.net”.</source>
        <translation>Eine ganze Adresse oder ein Name mit seinem Schema, etwa „https://api.example.net“.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Lower-case letters and digits, and one of . : - _ at the end, such as “shop.”.</source>
        <translation>Kleinbuchstaben und Ziffern, und eines von . : - _ am Ende, etwa „shop.“.</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>There is no such value. Choose another one.</source>
        <translation>Diesen Wert gibt es nicht. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The platform does not understand this field: the console and the platform may be of different versions.</source>
        <translation>Die Plattform versteht dieses Feld nicht: Konsole und Plattform haben möglicherweise verschiedene Versionen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>This is taken. Choose another one.</source>
        <translation>Das ist vergeben. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no wildcard. List the values one by one.</source>
        <translation>Platzhalter gibt es nicht. Führen Sie die Werte einzeln auf.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner does not hold this scope any more. Close and open this again.</source>
        <translation>Der Partner hat diesen Scope nicht mehr. Schließen Sie dies und öffnen Sie es erneut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The lawful basis does not allow it.</source>
        <translation>Die Rechtsgrundlage erlaubt es nicht.</translation>
    </message>
    <message>
        <source>This basis does not allow every scope that the partner holds. Take those away first, or keep the basis.</source>
        <translation type="vanished">Diese Grundlage erlaubt nicht jeden Scope, den der Partner hat. Nehmen Sie diese zuerst weg, oder behalten Sie die Grundlage bei.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>This lies in the past. Choose a later time.</source>
        <translation>Das liegt in der Vergangenheit. Wählen Sie einen späteren Zeitpunkt.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>A credential lives for %n year(s) at most. Choose an earlier day.</source>
        <translation>
            <numerusform>Zugangsdaten gelten höchstens ein Jahr. Wählen Sie einen früheren Tag.</numerusform>
            <numerusform>Zugangsdaten gelten höchstens %n Jahre. Wählen Sie einen früheren Tag.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This day is still to come. Correct it.</source>
        <translation>Dieser Tag liegt noch in der Zukunft. Korrigieren Sie ihn.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The end lies before the start. Choose a later end.</source>
        <translation>Das Ende liegt vor dem Beginn. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The agreement has ended. Record the one that is valid now.</source>
        <translation>Die Vereinbarung ist abgelaufen. Erfassen Sie die jetzt gültige.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The platform does not accept this value.</source>
        <translation>Die Plattform nimmt diesen Wert nicht an.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The platform does not know the scope %1. Take it away.</source>
        <translation>Die Plattform kennt den Scope %1 nicht. Entfernen Sie ihn.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The lawful basis does not allow %1. Take the scope away, or correct the basis.</source>
        <translation>Die Rechtsgrundlage lässt %1 nicht zu. Entfernen Sie den Scope oder korrigieren Sie die Rechtsgrundlage.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The agreement does not name the data behind %1. Take the scope away, or have the agreement name it.</source>
        <translation>Die Vereinbarung nennt die Daten hinter %1 nicht. Nehmen Sie den Scope weg, oder lassen Sie die Vereinbarung sie nennen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>“%1” is no value of this field. Correct it.</source>
        <translation>„%1“ ist kein Wert dieses Feldes. Berichtigen Sie ihn.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>At least one is needed.</source>
        <translation>Mindestens eine Angabe ist nötig.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>At least %n character(s) are needed.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen ist nötig.</numerusform>
            <numerusform>Mindestens %n Zeichen sind nötig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>At most %n character(s). Shorten it.</source>
        <translation>
            <numerusform>Höchstens %n Zeichen. Kürzen Sie den Text.</numerusform>
            <numerusform>Höchstens %n Zeichen. Kürzen Sie den Text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>At most %n value(s).</source>
        <translation>
            <numerusform>Höchstens %n Wert.</numerusform>
            <numerusform>Höchstens %n Werte.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Another partner has this slug. Choose another one.</source>
        <translation>Ein anderer Partner hat diesen Slug. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>%1: %2</source>
        <comment>one of several values, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%n character(s) too many: at most %1.</source>
        <translation>
            <numerusform>%n Zeichen zu viel: höchstens %1.</numerusform>
            <numerusform>%n Zeichen zu viel: höchstens %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstCredential</name>
    <message>
        <location filename="../views/onboarding/first_credential.cpp" line="+41"/>
        <source>Onboarding</source>
        <translation>Onboarding</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Sandbox credential of %1</source>
        <translation>Sandbox-Zugang von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The sandbox credential was not issued.</source>
        <translation>Die Sandbox-Zugangsdaten wurden nicht ausgestellt.</translation>
    </message>
</context>
<context>
    <name>GateWords</name>
    <message>
        <location filename="../views/words/gate_words.cpp" line="+25"/>
        <source>Partner is active</source>
        <translation>Partner ist aktiv</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Agreement in force</source>
        <translation>Vereinbarung in Kraft</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Technical contact verified</source>
        <translation>Technischer Kontakt bestätigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Security contact verified</source>
        <translation>Sicherheitskontakt bestätigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Data protection contact verified</source>
        <translation>Datenschutzkontakt bestätigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Lawful basis covers the scopes</source>
        <translation>Rechtsgrundlage deckt die Scopes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Active sandbox credential</source>
        <translation>Aktive Zugangsdaten für die Sandbox</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Active production credential</source>
        <translation>Aktive Zugangsdaten für die Produktion</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sandbox traffic seen</source>
        <translation>Verkehr in der Sandbox gesehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Limited production traffic seen</source>
        <translation>Verkehr in eingeschränkter Produktion gesehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A week in limited production</source>
        <translation>Eine Woche in eingeschränkter Produktion</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Networks of production listed or waived</source>
        <translation>Netze der Produktion gelistet oder per Ausnahme erlassen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A condition that this console does not know (%1)</source>
        <comment>id of a gate</comment>
        <translation>Eine Bedingung, die diese Konsole nicht kennt (%1)</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Frozen or offboarded.</source>
        <translation>Eingefroren oder ausgeschieden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No agreement is recorded.</source>
        <translation>Es ist keine Vereinbarung hinterlegt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>File hash or signatories are missing.</source>
        <translation>Hash der Datei oder Unterzeichner fehlen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is signed for a day to come.</source>
        <translation>Sie ist auf einen künftigen Tag unterzeichnet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It ended on %1.</source>
        <comment>date</comment>
        <translation>Sie endete am %1.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nobody of this kind was called back and verified yet.</source>
        <translation>Noch niemand dieser Art wurde zurückgerufen und bestätigt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No scope is granted.</source>
        <translation>Es ist kein Scope erteilt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform does not know the scope %1.</source>
        <translation>Die Plattform kennt den Scope %1 nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The lawful basis does not allow %1.</source>
        <comment>scope</comment>
        <translation>Die Rechtsgrundlage erlaubt %1 nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The agreement does not name the data behind %1.</source>
        <comment>scope</comment>
        <translation>Die Vereinbarung nennt die Daten hinter %1 nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>None of its credentials is active.</source>
        <translation>Keine seiner Zugangsdaten sind aktiv.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 of %n successful call(s).</source>
        <translation>
            <numerusform>%1 von %n erfolgreichen Aufruf.</numerusform>
            <numerusform>%1 von %n erfolgreichen Aufrufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 of %n day(s).</source>
        <translation>
            <numerusform>%1 von %n Tag.</numerusform>
            <numerusform>%1 von %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No network may call in production, and no waiver is in force.</source>
        <translation>In der Produktion darf kein Netz aufrufen, und keine Ausnahme gilt.</translation>
    </message>
</context>
<context>
    <name>GrantFields</name>
    <message>
        <location filename="../views/access/grant_dialogs.cpp" line="+56"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>yes</source>
        <comment>it deviates from the plan</comment>
        <translation>ja</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>none</source>
        <comment>no daily quota</comment>
        <translation>keine</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 UTC</source>
        <comment>time</comment>
        <translation>%1 UTC</translation>
    </message>
    <message numerus="yes">
        <location line="+37"/>
        <source>%1 and %n more</source>
        <comment>names of credentials</comment>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <location filename="../views/imports/import_words.cpp" line="+30"/>
        <source>It is no hash of this scheme. A key itself must never stand here: if one does, treat it as leaked.</source>
        <translation>Das ist kein Hash dieses Verfahrens. Ein Schlüssel selbst darf hier nie stehen: Steht einer da, behandeln Sie ihn als bekannt geworden.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A bcrypt cost above %1 is not taken.</source>
        <translation>Ein bcrypt-Aufwand über %1 wird nicht angenommen.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n day(s) ahead.</source>
        <translation type="vanished">
            <numerusform>Höchstens %n Tag voraus.</numerusform>
            <numerusform>Höchstens %n Tage voraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>A day such as 2026-12-31, or a time with its offset.</source>
        <translation type="vanished">Ein Tag wie 2026-12-31 oder eine Zeit mit ihrem Versatz.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is the hash of an empty text. A key has %1 to %2 bytes.</source>
        <translation>Das ist der Hash eines leeren Textes. Ein Schlüssel hat %1 bis %2 Bytes.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A header of its own such as X-Partner-Key, or Authorization with its scheme. Letters, digits and hyphens only: gateways let no other name through.</source>
        <translation>Ein eigener Header wie X-Partner-Key oder Authorization mit seinem Schema. Nur Buchstaben, Ziffern und Bindestriche: Andere Namen lassen die Gateways nicht durch.</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>A day that is still to come, at most %n day(s) ahead.</source>
        <translation>
            <numerusform>Ein Tag, der noch kommt, höchstens %n Tag voraus.</numerusform>
            <numerusform>Ein Tag, der noch kommt, höchstens %n Tage voraus.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A day such as 2026-12-31 or 31.12.2026, or a time with its offset.</source>
        <translation>Ein Tag wie 2026-12-31 oder 31.12.2026, oder eine Zeit mit ihrem Versatz.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner does not hold one of these scopes.</source>
        <translation>Einen dieser Scopes hat der Partner nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The catalogue does not have one of these scopes.</source>
        <translation>Einen dieser Scopes gibt es im Katalog nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no such plan.</source>
        <translation>Diesen Plan gibt es nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A country is two capital letters, such as DE.</source>
        <translation>Ein Land steht als zwei Großbuchstaben, etwa DE.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A name of the time zone database, such as Europe/Berlin.</source>
        <translation>Ein Name der Zeitzonendatenbank, etwa Europe/Berlin.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 to %2 visible characters without a space, and none that looks like an ID of this platform.</source>
        <translation>%1 bis %2 sichtbare Zeichen ohne Leerzeichen, und nichts, was wie eine ID dieser Plattform aussieht.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A number such as 2.5: decimals stand behind a point, whatever the language.</source>
        <translation>Eine Zahl wie 2.5: Dezimalstellen stehen in jeder Sprache hinter einem Punkt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A whole number.</source>
        <translation>Eine ganze Zahl.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A new plan needs all rates and bursts.</source>
        <translation>Ein neuer Plan braucht alle Raten und Bursts.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>An earlier row has it.</source>
        <translation>Eine frühere Zeile hat das schon.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No partner has this short name.</source>
        <translation>Kein Partner hat diesen Kurznamen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no such operator.</source>
        <translation>Diesen Operator gibt es nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform&apos;s host has no key of this name.</source>
        <translation>Auf dem Rechner der Plattform liegt kein Schlüssel dieses Namens.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is “sandbox” or “production”.</source>
        <translation>„sandbox“ oder „production“.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner&apos;s stage or state does not allow it.</source>
        <translation>Stufe oder Zustand des Partners lassen es nicht zu.</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1: %2</source>
        <comment>column of a file, what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1: %2 → %3</source>
        <comment>field, before, after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Plans and their limits</source>
        <translation>Pläne und ihre Grenzen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Client IDs of another system</source>
        <translation>Client-IDs eines anderen Systems</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keys of another system, by their hashes</source>
        <translation>Schlüssel eines anderen Systems, als Hashes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partners and their contacts</source>
        <translation>Partner und ihre Kontakte</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>A plan is known by its name. An empty cell changes nothing, and no plan is removed. New limits hold for all partners of the plan at once.</source>
        <translation>Ein Plan wird an seinem Namen erkannt. Eine leere Zelle ändert nichts, und kein Plan wird entfernt. Neue Grenzen gelten sofort für alle Partner des Plans.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Until its deadline the token endpoint takes the secrets of a partner under its old client ID as well, so that its software changes the secret alone.</source>
        <translation>Bis zur Frist nimmt der Token-Endpunkt die Geheimnisse eines Partners auch unter seiner alten Client-ID an, sodass seine Software nur das Geheimnis ändert.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only hashes: a key in clear is refused, and should be treated as leaked. The keys go on working until their deadline; one of less than %1 or more than %2 bytes never works, and its hash does not show that.</source>
        <translation>Nur Hashes: Ein Schlüssel im Klartext wird abgewiesen und sollte als bekannt geworden gelten. Die Schlüssel gelten bis zu ihrer Frist weiter; einer mit weniger als %1 oder mehr als %2 Bytes gilt nie, und seinem Hash ist das nicht anzusehen.</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>This is no such table. In the platform&apos;s words: %1</source>
        <comment>which line, and what of it</comment>
        <translation>Das ist keine solche Tabelle. In den Worten der Plattform: %1</translation>
    </message>
    <message>
        <source>Only hashes: a key in clear is refused, and should be treated as leaked. The keys go on working until their deadline.</source>
        <translation type="vanished">Nur Hashes: Ein Schlüssel im Klartext wird abgewiesen und sollte als bekannt geworden gelten. Die Schlüssel gelten bis zu ihrer Frist weiter.</translation>
    </message>
    <message>
        <location line="-51"/>
        <source>A partner is known by its short name, or by what the other system calls it. An empty cell changes nothing, and scopes of a partner that is there stay as they are.</source>
        <translation>Ein Partner wird an seinem Kurznamen erkannt oder an dem Namen, den ihm das andere System gibt. Eine leere Zelle ändert nichts, und Scopes eines vorhandenen Partners bleiben, wie sie sind.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1, with a byte order mark</source>
        <comment>format of a file</comment>
        <translation>%1, mit Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>CSV with semicolons</source>
        <translation>CSV mit Semikolons</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>CSV with tabs</source>
        <translation>CSV mit Tabulatoren</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>CSV with commas</source>
        <translation>CSV mit Kommas</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>CSV or JSON, up to %1 and %n row(s)</source>
        <translation>
            <numerusform>CSV oder JSON, bis %1 und %n Zeile</numerusform>
            <numerusform>CSV oder JSON, bis %1 und %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file has %1; the platform takes up to %2.</source>
        <translation>Die Datei hat %1; die Plattform nimmt bis zu %2 an.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This is not a file that can be read.</source>
        <translation>Das ist keine Datei, die gelesen werden kann.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The platform did not answer. Nothing was changed; try again.</source>
        <translation>Die Plattform hat nicht geantwortet. Nichts wurde geändert; versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This is no such table: %1</source>
        <comment>which line, and what of it</comment>
        <translation type="vanished">Das ist keine solche Tabelle: %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The platform did not take the file.</source>
        <translation>Die Plattform hat die Datei nicht angenommen.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>This file describes an API: import it in the catalogue.</source>
        <translation>Diese Datei beschreibt eine API: Importieren Sie sie im Katalog.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Changes %1</source>
        <comment>columns</comment>
        <translation>Ändert %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stays as it is: %1</source>
        <comment>columns</comment>
        <translation>Bleibt, wie es ist: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Has the same name: %1</source>
        <comment>short names of other partners</comment>
        <translation>Heißt ebenso: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is added</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It stays as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%Ln new</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln changed</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln unchanged</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln refused</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%Ln abgewiesen</numerusform>
            <numerusform>%Ln abgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <location filename="../views/words/job_words.cpp" line="+28"/>
        <source>The platform could not read or write its store. Resume it when that is mended: it goes on from here.</source>
        <translation>Die Plattform konnte ihren Speicher nicht lesen oder schreiben. Setzen Sie den Auftrag fort, wenn das behoben ist: Er macht hier weiter.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Whoever started or resumed it may not do so any more. Somebody who may can resume it.</source>
        <translation>Wer den Auftrag startete oder fortsetzte, darf das nicht mehr. Jemand, der es darf, kann ihn fortsetzen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This release of the platform does not know such work.</source>
        <translation>Diese Version der Plattform kennt solche Aufträge nicht.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It failed for a reason that this console does not know.</source>
        <translation>Der Auftrag scheiterte aus einem Grund, den diese Konsole nicht kennt.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The history holds: every event, every signed checkpoint (%1) and every line of the anchor (%2) fit together.</source>
        <translation>Der Verlauf stimmt: Alle Ereignisse, alle signierten Prüfpunkte (%1) und alle Zeilen des Ankers (%2) passen zusammen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The event with the index %1 is missing.</source>
        <translation>Das Ereignis mit dem Index %1 fehlt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The event with the index %1 was changed: its bytes do not have the stored hash.</source>
        <translation>Das Ereignis mit dem Index %1 wurde verändert: Seine Bytes haben nicht den gespeicherten Hash.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What is shown of the event with the index %1 is not what was hashed.</source>
        <translation>Was vom Ereignis mit dem Index %1 angezeigt wird, ist nicht das, was gehasht wurde.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The stored tree does not fit the events, from the index %1 on.</source>
        <translation>Der gespeicherte Baum passt ab dem Index %1 nicht zu den Ereignissen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A checkpoint behind the event with the index %1 has no valid signature.</source>
        <translation>Ein Prüfpunkt nach dem Ereignis mit dem Index %1 hat keine gültige Signatur.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The history is not the one that was signed, from the index %1 on.</source>
        <translation>Der Verlauf ist ab dem Index %1 nicht der, der signiert wurde.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The anchor on the platform&apos;s disk is missing, was cut or was changed.</source>
        <translation>Der Anker auf der Festplatte der Plattform fehlt, wurde gekürzt oder verändert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The history is not the one that was anchored, from the index %1 on.</source>
        <translation>Der Verlauf ist ab dem Index %1 nicht der, der verankert wurde.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The history was cut: it ends at the index %1, and more was signed or anchored.</source>
        <translation>Der Verlauf wurde gekürzt: Er endet beim Index %1, und es wurde mehr signiert oder verankert.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No signature covers any of the events.</source>
        <translation>Keine Signatur deckt auch nur eines der Ereignisse.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something was found that this console does not know.</source>
        <translation>Es wurde etwas gefunden, das diese Konsole nicht kennt.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Verification of the whole history</source>
        <translation>Prüfung des ganzen Verlaufs</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Work of another kind</source>
        <translation>Auftrag anderer Art</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ending</source>
        <translation>Endet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Not begun yet</source>
        <translation>Noch nicht begonnen</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 Ereignis</numerusform>
            <numerusform>%1 Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %2 event(s)</source>
        <translation>
            <numerusform>%1 von %2 Ereignis</numerusform>
            <numerusform>%1 von %2 Ereignissen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Started by %1</source>
        <translation>Gestartet von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Started by %1, resumed by %2</source>
        <translation>Gestartet von %1, fortgesetzt von %2</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <location filename="../views/words/key_words.cpp" line="+41"/>
        <source>its secret …%1 is generation %2, %3</source>
        <translation>sein Geheimnis …%1 ist Generation %2, %3</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1: %2. It works now.</source>
        <translation>%1: %2. Er funktioniert jetzt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2. It works nowhere any more.</source>
        <translation>%1: %2. Er funktioniert nirgends mehr.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Its checksum does not hold: it was mistyped or cut, or it is no key of this platform. It was not kept.</source>
        <translation>Seine Prüfsumme stimmt nicht: Er wurde vertippt oder abgeschnitten, oder er ist kein Schlüssel dieser Plattform. Er wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It has the form of our keys, but this platform has no such credential (%1).</source>
        <translation>Er hat die Form unserer Schlüssel, aber diese Plattform hat keine solchen Zugangsdaten (%1).</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Belongs to us: “%1” of %2, %3</source>
        <translation>Gehört uns: „%1“ von %2, %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1; but none of its secrets ends with …%2. This one works nowhere.</source>
        <translation>%1; aber keines ihrer Geheimnisse endet auf …%2. Dieser Schlüssel funktioniert nirgends.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1. It works now.</source>
        <translation>%1. Er funktioniert jetzt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1. It works nowhere any more.</source>
        <translation>%1. Er funktioniert nirgends mehr.</translation>
    </message>
</context>
<context>
    <name>LoadWords</name>
    <message>
        <location filename="../views/words/load_view.cpp" line="+59"/>
        <source>Showing data from %1 UTC.</source>
        <translation>Angezeigt werden Daten von %1 UTC.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The platform has not answered. The console tries again by itself.</source>
        <translation>Die Plattform hat nicht geantwortet. Die Konsole versucht es von selbst erneut.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The platform cannot be reached. The console tries again by itself.</source>
        <translation>Die Plattform ist nicht erreichbar. Die Konsole versucht es von selbst erneut.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Updated %1</source>
        <translation>Aktualisiert %1</translation>
    </message>
    <message>
        <location line="+17"/>
        <location line="+1"/>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
</context>
<context>
    <name>MemberWords</name>
    <message>
        <location filename="../views/words/member_words.cpp" line="+54"/>
        <source>Start of the deviation</source>
        <translation>Beginn der Abweichung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>End of the deviation</source>
        <translation>Ende der Abweichung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Why the partner deviates</source>
        <translation>Warum der Partner abweicht</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Deviation from the plan</source>
        <translation>Abweichung vom Plan</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="-23"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Legal name</source>
        <translation>Rechtlicher Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Register number</source>
        <translation>Registernummer</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name or team</source>
        <translation>Name oder Team</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Phone for call-back</source>
        <translation>Telefon für Rückruf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Whom you spoke to</source>
        <translation>Mit wem Sie gesprochen haben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>SHA-256 of the signed file</source>
        <translation>SHA-256 der unterzeichneten Datei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signed by</source>
        <translation>Unterschrieben von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signed on</source>
        <translation>Unterzeichnet am</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lawful basis</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Data categories shared</source>
        <translation>Geteilte Datenkategorien</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Retention at the partner (days)</source>
        <translation>Aufbewahrung beim Partner (Tage)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Daily quota (calls)</source>
        <translation>Tageskontingent (Aufrufe)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rate (calls per second)</source>
        <translation>Rate (Aufrufe pro Sekunde)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Burst (calls)</source>
        <translation>Burst (Aufrufe)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What it gives</source>
        <translation>Was er erlaubt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lawful bases that allow it</source>
        <translation>Rechtsgrundlagen, die ihn erlauben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rate in the sandbox</source>
        <translation>Rate in der Sandbox</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Burst in the sandbox</source>
        <translation>Burst in der Sandbox</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Daily quota in the sandbox</source>
        <translation>Tageskontingent in der Sandbox</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rate in limited production</source>
        <translation>Rate in eingeschränkter Produktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Burst in limited production</source>
        <translation>Burst in eingeschränkter Produktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Daily quota in limited production</source>
        <translation>Tageskontingent in eingeschränkter Produktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Rate in production</source>
        <translation>Rate in Produktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Burst in production</source>
        <translation>Burst in Produktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Daily quota in production</source>
        <translation>Tageskontingent in Produktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Networks of production</source>
        <translation>Netze der Produktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+4"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="-3"/>
        <location line="+4"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location line="-3"/>
        <location line="+4"/>
        <source>End of the line</source>
        <translation>Ende der Zeile</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Networks of the sandbox</source>
        <translation>Netze der Sandbox</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Networks of credentials</source>
        <translation>Netze der Zugangsdaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>End of the waiver (UTC)</source>
        <translation>Ende der Ausnahme (UTC)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Why the list is waived</source>
        <translation>Warum die Liste erlassen wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name of the credential</source>
        <translation>Name der Zugangsdaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+1"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="-54"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location line="+55"/>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Grace</source>
        <translation>Übergangsfrist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>End of the grace</source>
        <translation>Ende der Übergangsfrist</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Base path</source>
        <translation>Basispfad</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Audience of its tokens</source>
        <translation>Audience ihrer Token</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Prefix of its scopes</source>
        <translation>Präfix ihrer Scopes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Deprecated from (UTC)</source>
        <translation>Veraltet ab (UTC)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ends (UTC)</source>
        <translation>Endet (UTC)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What follows it</source>
        <translation>Was nachfolgt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>How to change over</source>
        <translation>Anleitung zum Umstieg</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1: %2</source>
        <comment>a field, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <location filename="../views/words/names.cpp" line="+46"/>
        <source>decision endpoint</source>
        <translation>Entscheidungsendpunkt</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <location filename="../views/access/network_words.cpp" line="+37"/>
        <source>No line is in force: every call in production is refused.</source>
        <translation>Keine Zeile gilt: Jeder Aufruf in der Produktion wird abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Calls pass from %n listed network(s) only; the waiver has no effect while there is a list.</source>
        <translation>
            <numerusform>Aufrufe kommen nur aus %n gelisteten Netz durch; die Ausnahme wirkt nicht, solange es eine Liste gibt.</numerusform>
            <numerusform>Aufrufe kommen nur aus %n gelisteten Netzen durch; die Ausnahme wirkt nicht, solange es eine Liste gibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <location line="+42"/>
        <source>Calls pass from %n listed network(s) only.</source>
        <translation>
            <numerusform>Aufrufe kommen nur aus %n gelisteten Netz durch.</numerusform>
            <numerusform>Aufrufe kommen nur aus %n gelisteten Netzen durch.</numerusform>
        </translation>
    </message>
    <message>
        <location line="-39"/>
        <source>Nothing is listed. The list is waived: calls pass from anywhere until %1.</source>
        <translation>Nichts ist gelistet. Die Liste ist erlassen: Aufrufe kommen bis %1 von überall durch.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Nothing is listed and no waiver is in force: every call in production is refused.</source>
        <translation>Nichts ist gelistet und keine Ausnahme gilt: Jeder Aufruf in der Produktion wird abgelehnt.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%n line(s) cannot be saved as they stand.</source>
        <translation>
            <numerusform>%n Zeile lässt sich so nicht speichern.</numerusform>
            <numerusform>%n Zeilen lassen sich so nicht speichern.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>No line is in force: every such call is refused.</source>
        <translation>Keine Zeile gilt: Jeder solche Aufruf wird abgelehnt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nothing is listed: calls in the sandbox pass from anywhere.</source>
        <translation>Nichts ist gelistet: Aufrufe in der Sandbox kommen von überall durch.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not narrowed: its calls pass from wherever the list of its realm lets them.</source>
        <translation>Nicht eingeengt: Ihre Aufrufe kommen von überall durch, wo die Liste ihres Bereichs es zulässt.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Its calls pass from %n network(s) only, and only where the list of its realm lets them too.</source>
        <translation>
            <numerusform>Ihre Aufrufe kommen nur aus %n Netz durch, und nur wo auch die Liste ihres Bereichs es zulässt.</numerusform>
            <numerusform>Ihre Aufrufe kommen nur aus %n Netzen durch, und nur wo auch die Liste ihres Bereichs es zulässt.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Tokens are given only where the lists let the partner call.</source>
        <translation>Token gibt es nur dort, von wo die Listen Aufrufe des Partners zulassen.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Waiver</source>
        <translation>Ausnahme</translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message>
        <location filename="../views/catalogue/notice_text.cpp" line="+59"/>
        <source>It has been deprecated since %1 (UTC).</source>
        <translation>Sie ist seit dem %1 (UTC) veraltet.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It is deprecated from %1 (UTC) on.</source>
        <translation>Sie ist ab dem %1 (UTC) veraltet.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It ended on %1 (UTC): calls are answered with 410 Gone.</source>
        <translation>Sie hat am %1 (UTC) geendet: Aufrufe werden mit 410 Gone beantwortet.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>It ends on %1 (UTC). From then on calls are answered with 410 Gone.</source>
        <translation>Sie endet am %1 (UTC). Ab dann werden Aufrufe mit 410 Gone beantwortet.</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>You called it %n time(s) in the last 30 days, last on %1 (UTC).</source>
        <translation>
            <numerusform>Sie haben sie in den letzten 30 Tagen %n-mal aufgerufen, zuletzt am %1 (UTC).</numerusform>
            <numerusform>Sie haben sie in den letzten 30 Tagen %n-mal aufgerufen, zuletzt am %1 (UTC).</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Credentials: %1</source>
        <translation>Zugangsdaten: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Calls in the last 30 days:</source>
        <translation>Aufrufe in den letzten 30 Tagen:</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>- %1: %n call(s)</source>
        <translation>
            <numerusform>- %1: %n Aufruf</numerusform>
            <numerusform>- %1: %n Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>- and %n more route(s)</source>
        <translation>
            <numerusform>- und %n weitere Route</numerusform>
            <numerusform>- und %n weitere Routen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Version %1 of %2: notice to %3</source>
        <translation>Version %1 von %2: Mitteilung an %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 calls version %2 of our API “%3”.</source>
        <translation>%1 ruft die Version %2 unserer API „%3“ auf.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>What follows it: %1</source>
        <translation>Was nachfolgt: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>How to change over: %1</source>
        <translation>Anleitung zum Umstieg: %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Each answer says the same until then, in its Deprecation, Sunset and Link fields.</source>
        <translation>Bis dahin sagt jede Antwort dasselbe in ihren Feldern Deprecation, Sunset und Link.</translation>
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
            <numerusform>%n Teil einer API</numerusform>
            <numerusform>%n Teile von APIs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n gateway(s)</source>
        <translation>
            <numerusform>%n Gateway</numerusform>
            <numerusform>%n Gateways</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n Partner</numerusform>
            <numerusform>%n Partner</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <comment>when</comment>
        <translation type="vanished">%1 UTC</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>%1, %2</source>
        <comment>when, how far</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="-12"/>
        <source>Observed until %1: %2. Calls that would be refused pass.</source>
        <comment>when, what</comment>
        <translation>Beobachtet bis %1: %2. Aufrufe, die abgelehnt würden, gehen durch.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Observed, the first until %1: %2. Calls that would be refused pass.</source>
        <comment>when, what</comment>
        <translation>Beobachtet, zuerst bis %1: %2. Aufrufe, die abgelehnt würden, gehen durch.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Partly observed until %1</source>
        <translation>Teilweise beobachtet bis %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Observed until %1</source>
        <translation>Beobachtet bis %1</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>The partner is observed until %1: until then its calls pass although they would be refused.</source>
        <comment>when</comment>
        <translation>Der Partner wird bis %1 beobachtet: Bis dahin gehen seine Aufrufe durch, obwohl sie abgelehnt würden.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 until %2</source>
        <comment>what is observed, when</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Observed: %1. Until then calls there pass although they would be refused.</source>
        <comment>what and until when</comment>
        <translation>Beobachtet: %1. Bis dahin gehen Aufrufe dort durch, obwohl sie abgelehnt würden.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 and %n more</source>
        <comment>what is observed</comment>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Meanwhile calls of the partner pass that would be refused, as far as they prove to be its own. What is frozen, suspended or revoked stays refused, and calls without a credential do too.</source>
        <translation>Währenddessen gehen Aufrufe des Partners durch, die abgelehnt würden, soweit sie sich als seine ausweisen. Was eingefroren, ausgesetzt oder widerrufen ist, bleibt abgelehnt, ebenso Aufrufe ohne Zugangsdaten.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Meanwhile calls pass that would be refused, also those without any credential: it is as open as it was before the platform stood in front of it. What is frozen, suspended or revoked stays refused.</source>
        <translation>Währenddessen gehen Aufrufe durch, die abgelehnt würden, auch solche ganz ohne Zugangsdaten: Es ist so offen wie zu der Zeit, als die Plattform noch nicht davorstand. Was eingefroren, ausgesetzt oder widerrufen ist, bleibt abgelehnt.</translation>
    </message>
</context>
<context>
    <name>OwnerInput</name>
    <message>
        <location filename="../views/dialogs/owner_input.cpp" line="+28"/>
        <source>%1 (%2)</source>
        <comment>person, account</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>There is no such operator. Choose one from the list.</source>
        <translation>Diesen Operator gibt es nicht. Wählen Sie einen aus der Liste.</translation>
    </message>
</context>
<context>
    <name>PartnerFacts</name>
    <message>
        <location filename="../views/words/partner_facts.cpp" line="+35"/>
        <source>Not known</source>
        <comment>limits</comment>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 a day</source>
        <translation>%1 pro Tag</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 calls/s</source>
        <translation>%1 Aufrufe/s</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>burst %1</source>
        <translation>Burst %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>None granted</source>
        <translation>Keine erteilt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 +%2</source>
        <comment>scopes, number of further ones</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 since %2</source>
        <comment>stage, date</comment>
        <translation>%1 seit %2</translation>
    </message>
</context>
<context>
    <name>PermissionWords</name>
    <message>
        <location filename="../views/words/permission_words.cpp" line="+25"/>
        <source>Your roles do not allow it. Ask an administrator.</source>
        <translation>Ihre Rollen lassen das nicht zu. Wenden Sie sich an einen Administrator.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Needs the permission %1. Ask an administrator.</source>
        <translation>Erfordert die Berechtigung %1. Wenden Sie sich an einen Administrator.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Needs the permission %1. Roles that have it: %2.</source>
        <translation>Erfordert die Berechtigung %1. Rollen, die sie haben: %2.</translation>
    </message>
</context>
<context>
    <name>ProblemWords</name>
    <message>
        <location filename="../views/words/problem_words.cpp" line="+41"/>
        <source>The platform does not understand this request: the console and the platform may be of different versions.</source>
        <translation>Die Plattform versteht diese Anfrage nicht: Konsole und Plattform haben vielleicht verschiedene Versionen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A value of the search or of the filter is not acceptable. Change it.</source>
        <translation>Ein Wert der Suche oder des Filters ist nicht zulässig. Ändern Sie ihn.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The list cannot be continued from here. Load it again.</source>
        <translation>Die Liste kann von hier aus nicht fortgesetzt werden. Laden Sie sie neu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The session has ended. Sign in again.</source>
        <translation>Die Sitzung ist beendet. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This act needs a fresher sign-in. Sign in again and repeat it.</source>
        <translation>Diese Aktion erfordert eine frischere Anmeldung. Melden Sie sich erneut an und wiederholen Sie sie.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>It does not exist any more. Go back and load the list again.</source>
        <translation>Das gibt es nicht mehr. Gehen Sie zurück und laden Sie die Liste neu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No checkpoint has been signed yet. Try again in a minute.</source>
        <translation>Es wurde noch kein Prüfpunkt signiert. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The same request is still being carried out. Wait a moment, then load the page again.</source>
        <translation>Dieselbe Anfrage wird noch ausgeführt. Warten Sie einen Moment und laden Sie die Seite neu.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Not every gate to the next stage is passed. Load the partner again to see which.</source>
        <translation>Nicht alle Voraussetzungen für die nächste Stufe sind erfüllt. Laden Sie den Partner neu, um zu sehen, welche fehlen.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The partner is frozen or offboarded.</source>
        <translation>Der Partner ist eingefroren oder ausgeschieden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner&apos;s stage allows no credential in production yet. Promote the partner first.</source>
        <translation>Die Stufe des Partners erlaubt noch keine Zugangsdaten für die Produktion. Stufen Sie den Partner zuerst hoch.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Two generations are valid already. End the grace of the older one first, or rotate in an emergency.</source>
        <translation>Es gelten schon zwei Generationen. Beenden Sie zuerst die Übergangsfrist der älteren, oder rotieren Sie im Notfall.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The credential is not active: it has expired, is suspended, or was never acknowledged.</source>
        <translation>Die Zugangsdaten sind nicht aktiv: Sie sind abgelaufen, ausgesetzt oder wurden nie bestätigt.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The credential was revoked already.</source>
        <translation>Die Zugangsdaten wurden schon widerrufen.</translation>
    </message>
    <message>
        <location line="-16"/>
        <source>The partner is not frozen.</source>
        <translation>Der Partner ist nicht eingefroren.</translation>
    </message>
    <message>
        <location line="-15"/>
        <source>The platform decides nothing and only reads: its database is older than what it remembers, or was changed. Somebody on its host has to accept the history, or to put the right database back.</source>
        <translation>Die Plattform entscheidet nichts und liest nur noch: Ihre Datenbank ist älter als das, woran sie sich erinnert, oder wurde verändert. Jemand auf ihrem Rechner muss den Verlauf anerkennen oder die richtige Datenbank zurücklegen.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>The credential is not suspended.</source>
        <translation>Die Zugangsdaten sind nicht ausgesetzt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No older secret is in its grace.</source>
        <translation>Kein älteres Geheimnis ist in seiner Übergangsfrist.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>The grace ends %n day(s) after the rotation at most.</source>
        <translation>
            <numerusform>Die Übergangsfrist endet höchstens %n Tag nach der Rotation.</numerusform>
            <numerusform>Die Übergangsfrist endet höchstens %n Tage nach der Rotation.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This generation was acknowledged already.</source>
        <translation>Diese Generation wurde schon bestätigt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No generation waits for its acknowledgement.</source>
        <translation>Keine Generation wartet auf ihre Bestätigung.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It was closed again while this waited. Nothing was changed.</source>
        <translation>Es wurde wieder geschlossen, während dies wartete. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Such a job is under way already. Open Activity to see how far it is.</source>
        <translation>Ein solcher Auftrag läuft schon. Unter Aktivität sehen Sie, wie weit er ist.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The job has ended already.</source>
        <translation>Der Auftrag ist schon beendet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is in force already, or was replaced. Load the API again.</source>
        <translation>Sie gilt bereits oder wurde ersetzt. Laden Sie die API neu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is observed already. End that observation first.</source>
        <translation>Das wird bereits beobachtet. Beenden Sie zuerst jene Beobachtung.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The observation is over: refusals are enforced.</source>
        <translation>Die Beobachtung ist vorbei: Ablehnungen werden durchgesetzt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The version has ended already.</source>
        <translation>Die Version hat schon geendet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partners still hold scopes of this API. Take them out of their grants first.</source>
        <translation>Partner haben noch Scopes dieser API. Nehmen Sie diese zuerst aus deren Berechtigungen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The scope is in use: partners or credentials hold it, or routes need it. Take it from those that hold it first.</source>
        <translation>Der Scope wird gebraucht: Partner oder Zugangsdaten haben ihn, oder Routen verlangen ihn. Nehmen Sie ihn zuerst denen weg, die ihn haben.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Partners have this plan, or it is the only one. Give them another plan first.</source>
        <translation>Partner haben diesen Plan, oder er ist der einzige. Geben Sie ihnen zuerst einen anderen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It does not fit beside the other APIs: two routes would take the same call, or a scope belongs to another API. Choose another base path, or a prefix for its scopes.</source>
        <translation>Das passt nicht neben die anderen APIs: Zwei Routen würden denselben Aufruf annehmen, oder ein Scope gehört zu einer anderen API. Wählen Sie einen anderen Basispfad oder ein Präfix für die Scopes.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Somebody gave the proposal another rule since it was reviewed. Nothing was applied: look at it again.</source>
        <translation>Jemand hat dem Vorschlag seit der Prüfung eine andere Regel gegeben. Nichts wurde angewendet: Sehen Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The catalogue takes no more: remove an API, or proposals and former revisions that nobody needs.</source>
        <translation>Der Katalog nimmt nichts mehr auf: Entfernen Sie eine API oder Vorschläge und frühere Revisionen, die niemand braucht.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The secret was delivered and acknowledged, and is kept nowhere. Rotate to make a new one.</source>
        <translation>Das Geheimnis wurde zugestellt und bestätigt und ist nirgends aufbewahrt. Rotieren Sie, um ein neues zu erzeugen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The secret was not acknowledged in time and never came into force. Make a new one.</source>
        <translation>Das Geheimnis wurde nicht rechtzeitig bestätigt und trat nie in Kraft. Erzeugen Sie ein neues.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Somebody else changed it meanwhile. Load it again and decide anew.</source>
        <translation>Jemand anderes hat es inzwischen geändert. Laden Sie es neu und entscheiden Sie neu.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is larger than the platform takes.</source>
        <translation>Das ist größer, als die Plattform annimmt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Another request was sent in its place. Load the page again and repeat the act.</source>
        <translation>An seiner Stelle wurde eine andere Anfrage gesendet. Laden Sie die Seite neu und wiederholen Sie den Vorgang.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The confirmation does not fit the secret, so nothing was activated.</source>
        <translation>Die Bestätigung passt nicht zum Geheimnis, daher wurde nichts aktiviert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file cannot be imported. See the details for where and why.</source>
        <translation>Die Datei kann nicht übernommen werden. Wo und warum, steht in den Details.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file is no OpenAPI description that can be read. Mend it, and send it again.</source>
        <translation>Die Datei ist keine lesbare OpenAPI-Beschreibung. Bringen Sie sie in Ordnung und senden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The file is no OpenAPI description that can be read. See the details for the line and what is wrong there.</source>
        <translation type="vanished">Die Datei ist keine lesbare OpenAPI-Beschreibung. Zeile und Fehler stehen unter den Details.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The platform reported a fault of its own. Try again; if it stays, give the request id to those who run the platform.</source>
        <translation>Die Plattform hat einen eigenen Fehler gemeldet. Versuchen Sie es erneut; bleibt der Fehler bestehen, nennen Sie den Betreibern der Plattform die Anfrage-ID.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The platform&apos;s store is busy. Try again in a moment.</source>
        <translation>Der Speicher der Plattform ist ausgelastet. Versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform cannot reach its store. Try again; if it stays, tell those who run the platform.</source>
        <translation>Die Plattform erreicht ihren Speicher nicht. Versuchen Sie es erneut; bleibt es dabei, sagen Sie es den Betreibern der Plattform.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The platform did not get the request in time. Check the network, then try again.</source>
        <translation>Die Anfrage kam nicht rechtzeitig bei der Plattform an. Prüfen Sie das Netz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The platform did not answer in time. Try again.</source>
        <translation>Die Plattform hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform has no room for another connection. Try again in a moment.</source>
        <translation>Die Plattform hat keinen Platz für eine weitere Verbindung. Versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Your earlier requests are still being carried out. Try again in a moment.</source>
        <translation>Ihre früheren Anfragen werden noch ausgeführt. Versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Your account is open in too many consoles at once. Close one that you do not use.</source>
        <translation>Ihr Konto ist in zu vielen Konsolen zugleich geöffnet. Schließen Sie eine, die Sie nicht benutzen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The search found nothing in its time. Ask for less: a shorter time, or more of the word.</source>
        <translation>Die Suche wurde in ihrer Zeit nicht fertig. Fragen Sie nach weniger: einem kürzeren Zeitraum oder mehr vom Wort.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The connection ended before the question&apos;s turn came. Try again.</source>
        <translation>Die Verbindung endete, bevor die Frage an der Reihe war. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform&apos;s disk is full. Those who run the platform have to make room.</source>
        <translation>Der Datenträger der Plattform ist voll. Die Betreiber der Plattform müssen Platz schaffen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform writes it as soon as it can; until then a restart may open the access again. Those who run the platform must see to its disk at once.</source>
        <translation>Die Plattform schreibt es, sobald sie kann; bis dahin kann ein Neustart den Zugang wieder öffnen. Die Betreiber der Plattform müssen sofort nach dem Datenträger sehen.</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <location filename="../views/words/proof_words.cpp" line="+20"/>
        <source>accepted (%1)</source>
        <translation>angenommen (%1)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>refused (%1)</source>
        <translation>abgelehnt (%1)</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+40"/>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <location line="-39"/>
        <source>%1, %2 UTC, snapshot %3, decision %4</source>
        <translation>%1, %2 UTC, Snapshot %3, Entscheidung %4</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1: %2</source>
        <comment>decision point, proven or not</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, before: %2</source>
        <translation>%1, vorher: %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, after: %2</source>
        <translation>%1, nachher: %2</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>being asked</source>
        <translation>wird befragt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>proven</source>
        <translation>bewiesen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>could not be asked</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>not proven</source>
        <translation>nicht bewiesen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1
%2 UTC · snapshot %3
%4</source>
        <translation>%1
%2 UTC · Snapshot %3
%4</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Revoked: %1 (%2)</source>
        <comment>credential, its ID</comment>
        <translation>Widerrufen: %1 (%2)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Partner: %1 (%2)</source>
        <comment>name, ID</comment>
        <translation>Partner: %1 (%2)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>In force since: %1 UTC</source>
        <translation>Wirksam seit: %1 UTC</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>By: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not stored yet: the credential stays closed all the same.</source>
        <translation>Noch nicht gespeichert: Die Zugangsdaten bleiben trotzdem gesperrt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Proof: none, no decision point was asked before.</source>
        <translation>Beweis: keiner, vorher wurde kein Entscheidungspunkt befragt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Proof: %1</source>
        <comment>proven or not</comment>
        <translation>Beweis: %1</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <location filename="../views/words/reason_words.cpp" line="+21"/>
        <source>it was allowed</source>
        <translation>er war erlaubt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it carried no credential</source>
        <translation>er trug keine Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>it carried more than one credential</source>
        <translation>er trug mehr als eine Art Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>what it carried is no credential of this platform</source>
        <translation>was er trug, sind keine Zugangsdaten dieser Plattform</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the credential is not known, or its secret was wrong</source>
        <translation>die Zugangsdaten sind unbekannt, oder ihr Geheimnis war falsch</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the credential was not acknowledged yet</source>
        <translation>die Zugangsdaten waren noch nicht bestätigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the credential was suspended</source>
        <translation>die Zugangsdaten waren ausgesetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the credential had expired</source>
        <translation>die Zugangsdaten waren abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the credential was revoked</source>
        <translation>die Zugangsdaten waren widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the token had expired</source>
        <translation>das Token war abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the token was revoked</source>
        <translation>das Token war widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the token is not valid</source>
        <translation>das Token ist ungültig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the credential belongs to the other realm</source>
        <translation>die Zugangsdaten gehören zum anderen Bereich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the partner was frozen</source>
        <translation>der Partner war eingefroren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the partner was offboarded</source>
        <translation>der Partner war ausgeschieden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the route is not open at the stage of the partner</source>
        <translation>die Route ist auf der Stufe des Partners nicht offen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>no route of the catalogue fits</source>
        <translation>keine Route des Katalogs passt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the scope was not granted</source>
        <translation>der Scope war nicht erteilt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 was not granted</source>
        <translation>%1 war nicht erteilt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the resource was not granted</source>
        <translation>die Ressource war nicht erteilt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the rate limit was reached</source>
        <translation>das Ratenlimit war erreicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the daily quota was used up</source>
        <translation>das Tageskontingent war aufgebraucht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the gateway did not prove who it is</source>
        <translation>das Gateway hat sich nicht ausgewiesen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the platform decides nothing until its history is accepted</source>
        <translation>die Plattform entscheidet nichts, bis ihr Verlauf anerkannt ist</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the request could not be read in one way</source>
        <translation>die Anfrage war nicht eindeutig zu lesen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its headers were too large</source>
        <translation>seine Kopfzeilen waren zu groß</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the token is for another API</source>
        <translation>das Token ist für eine andere API</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its address is not on the list of the partner</source>
        <translation>seine Adresse steht nicht auf der Liste des Partners</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>too many imported keys were used for the first time at once</source>
        <translation>zu viele importierte Schlüssel wurden zugleich zum ersten Mal verwendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the length of its body was not said</source>
        <translation>die Länge seines Inhalts war nicht angegeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>its body was larger than the route takes</source>
        <translation>sein Inhalt war größer, als die Route annimmt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the route does not take the type of its body</source>
        <translation>die Route nimmt den Typ seines Inhalts nicht an</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>the version of the API had ended</source>
        <translation>die Version der API war beendet</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>for a reason that this console does not know</source>
        <translation>aus einem Grund, den diese Konsole nicht kennt</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <location filename="../views/widgets/relative_time.cpp" line="+54"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
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
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
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
    <message>
        <location line="+5"/>
        <source>in %1 h %2 min</source>
        <translation>in %1 h %2 min</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>in %1 d %2 h</source>
        <translation>in %1 T %2 h</translation>
    </message>
    <message numerus="yes">
        <location line="+33"/>
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
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
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-39"/>
        <location line="+3"/>
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemedyWords</name>
    <message>
        <location filename="../views/words/remedy_words.cpp" line="+23"/>
        <location line="+8"/>
        <source>Grant %1</source>
        <translation>%1 erteilen</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Give %1 to the credential</source>
        <translation>%1 den Zugangsdaten geben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ask for a token with %1</source>
        <translation>Ein Token mit %1 anfordern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Allow %1</source>
        <translation>%1 erlauben</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Raise the limit</source>
        <translation>Das Limit erhöhen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Wait until %1</source>
        <translation>Warten bis %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Resume the credential</source>
        <translation>Die Zugangsdaten wieder freigeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rotate the credential</source>
        <translation>Die Zugangsdaten rotieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Use the newer secret</source>
        <translation>Das neuere Geheimnis verwenden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Issue a new credential</source>
        <translation>Neue Zugangsdaten ausstellen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Finish issuing it</source>
        <translation>Das Ausstellen abschließen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unfreeze the partner</source>
        <translation>Den Partner auftauen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Promote the partner</source>
        <translation>Den Partner hochstufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add the route to the catalogue</source>
        <translation>Die Route in den Katalog aufnehmen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Call the newer version</source>
        <translation>Die neuere Version aufrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Call the other gateway</source>
        <translation>Das andere Gateway aufrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ask for a new token</source>
        <translation>Ein neues Token anfordern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send one credential only</source>
        <translation>Nur einmal Zugangsdaten senden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send a credential</source>
        <translation>Zugangsdaten senden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Send a request with one reading</source>
        <translation>Eine eindeutige Anfrage senden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Register the gateway</source>
        <translation>Das Gateway registrieren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Accept the history</source>
        <translation>Den Verlauf anerkennen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change what the route takes</source>
        <translation>Ändern, was die Route annimmt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Something that this console does not know</source>
        <translation>Etwas, das diese Konsole nicht kennt</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>In the scopes of the partner.</source>
        <translation>Bei den Scopes des Partners.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner holds it, the credential does not.</source>
        <translation>Der Partner hat ihn, die Zugangsdaten nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In the code of the partner: the token was asked for without it.</source>
        <translation>Im Code des Partners: Das Token wurde ohne ihn angefordert.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On the list of networks of the partner.</source>
        <translation>Auf der Netzliste des Partners.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In the resources of the partner.</source>
        <translation>Bei den Ressourcen des Partners.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>For good by a plan, or until a date by an exception.</source>
        <translation>Auf Dauer durch einen Plan, oder bis zu einem Datum durch eine Ausnahme.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Then calls pass again.</source>
        <translation>Dann kommen Aufrufe wieder durch.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It was suspended, and is whole.</source>
        <translation>Sie sind ausgesetzt und unversehrt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner gets a new secret; the client id stays.</source>
        <translation>Der Partner bekommt ein neues Geheimnis; die Client-ID bleibt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In the code of the partner: the one it used has ended.</source>
        <translation>Im Code des Partners: Das verwendete ist beendet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing brings this one back.</source>
        <translation>Nichts bringt diese zurück.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Its secret was not confirmed to have arrived.</source>
        <translation>Es wurde nicht bestätigt, dass ihr Geheimnis ankam.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Everything it holds works again.</source>
        <translation>Alles, was er hat, funktioniert wieder.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The route is open from a later stage on.</source>
        <translation>Die Route ist ab einer späteren Stufe offen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Or correct the path in the code of the partner.</source>
        <translation>Oder den Pfad im Code des Partners berichtigen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+6"/>
        <location line="+2"/>
        <source>In the code of the partner.</source>
        <translation>Im Code des Partners.</translation>
    </message>
    <message>
        <location line="-6"/>
        <source>Each realm has credentials and gateways of its own.</source>
        <translation>Jeder Bereich hat eigene Zugangsdaten und Gateways.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In the code of the partner: before the old one ends.</source>
        <translation>Im Code des Partners: bevor das alte endet.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>In the code of the partner, or in the gateway.</source>
        <translation>Im Code des Partners oder im Gateway.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On the host of the platform.</source>
        <translation>Auf dem Host der Plattform.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On the host of the platform, once it is known why it changed.</source>
        <translation>Auf dem Host der Plattform, sobald bekannt ist, warum er sich geändert hat.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In the description of the API.</source>
        <translation>In der Beschreibung der API.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <location filename="../views/observing/report_words.cpp" line="+66"/>
        <source>No call came under it in this time.</source>
        <translation>In dieser Zeit fiel kein Aufruf darunter.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, and none of them would have been refused.</source>
        <translation>%1, und keiner davon wäre abgelehnt worden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 of %2 would have been refused (%3).</source>
        <comment>number, calls, share</comment>
        <translation>%1 von %2 wären abgelehnt worden (%3).</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%Ln of them would pass by what is in force now.</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln davon ginge nach dem, was jetzt gilt, durch.</numerusform>
            <numerusform>%Ln davon gingen nach dem, was jetzt gilt, durch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-29"/>
        <source>%Ln more kind(s) of calls are not listed.</source>
        <translation>
            <numerusform>%Ln weitere Art von Aufrufen ist nicht aufgeführt.</numerusform>
            <numerusform>%Ln weitere Arten von Aufrufen sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>It is over: nothing is counted under it any more.</source>
        <translation>Sie ist vorbei: Darunter wird nichts mehr gezählt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What comes from now on is counted, and is shown here by itself.</source>
        <translation>Was von jetzt an kommt, wird gezählt und erscheint hier von selbst.</translation>
    </message>
    <message numerus="yes">
        <location line="+29"/>
        <source>%Ln other(s) would pass by what is in force now.</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln anderer ginge nach dem, was jetzt gilt, durch.</numerusform>
            <numerusform>%Ln andere gingen nach dem, was jetzt gilt, durch.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Open the access of %1</source>
        <translation>Zugriff von %1 öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the stage of %1</source>
        <translation>Stufe von %1 öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the networks of %1</source>
        <translation>Netze von %1 öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the credentials of %1</source>
        <translation>Zugangsdaten von %1 öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the routes</source>
        <translation>Routen öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Show the unknown callers</source>
        <translation>Unbekannte Aufrufer zeigen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>By what is in force now it would pass: nothing is left to mend.</source>
        <translation>Nach dem, was jetzt gilt, ginge es durch: Zu beheben bleibt nichts.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Grant %1 there, or tell the partner to call with it.</source>
        <translation>Gewähren Sie dort %1, oder sagen Sie dem Partner, dass er damit aufrufen soll.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the scope of the route</source>
        <translation>den Scope der Route</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Grant the resources that it calls there.</source>
        <translation>Gewähren Sie dort die Ressourcen, die er aufruft.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Raise the limits there, or let the partner call less often.</source>
        <translation>Heben Sie dort die Limits an, oder lassen Sie den Partner seltener aufrufen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The route is not open at the stage of the partner: promote it when its gates are met.</source>
        <translation>Die Route ist auf der Stufe des Partners nicht offen: Stufen Sie ihn hoch, wenn seine Bedingungen erfüllt sind.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Take the addresses that it calls from into its list there.</source>
        <translation>Nehmen Sie dort die Adressen in seine Liste auf, von denen er aufruft.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rotate or issue there, and hand the new secret over.</source>
        <translation>Rotieren oder stellen Sie dort aus, und übergeben Sie das neue Geheimnis.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Import a description that has this route, or tell the partner which one to call.</source>
        <translation>Importieren Sie eine Beschreibung mit dieser Route, oder sagen Sie dem Partner, welche er aufrufen soll.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>They show no credential that the platform knows: import their keys, or issue new ones.</source>
        <translation>Sie zeigen keine Zugangsdaten, die die Plattform kennt: Importieren Sie ihre Schlüssel, oder stellen Sie neue aus.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The caller has to mend this one.</source>
        <translation>Das muss der Aufrufer beheben.</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Calls that would have been refused</source>
        <translation>Aufrufe, die abgelehnt worden wären</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Would be refused</source>
        <translation>Würde abgelehnt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
</context>
<context>
    <name>ScopePanel</name>
    <message>
        <location filename="../views/access/scope_panel.cpp" line="+32"/>
        <source>%1 gives data that the agreement does not name: %2. It cannot be granted anew.</source>
        <translation>%1 gibt Daten, die die Vereinbarung nicht nennt: %2. Er kann nicht neu vergeben werden.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 cannot be granted on the basis “%2”. It needs one of: %3.</source>
        <translation>%1 kann auf der Rechtsgrundlage „%2“ nicht erteilt werden. Erforderlich ist eine von: %3.</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <location filename="../views/widgets/search_line.cpp" line="+19"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SecretState</name>
    <message>
        <location filename="../views/credentials/secret_state.cpp" line="+25"/>
        <source>Confirming…</source>
        <translation>Wird bestätigt…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Requesting…</source>
        <translation>Wird angefordert…</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The secret was made, and never came into force: what came later closed it.</source>
        <translation>Das Geheimnis wurde erzeugt und trat nie in Kraft: Was danach kam, hat es geschlossen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Look at the credential, and make a new secret if one is needed.</source>
        <translation>Sehen Sie sich die Zugangsdaten an, und erzeugen Sie ein neues Geheimnis, wenn eines gebraucht wird.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Ask again</source>
        <translation>Erneut anfragen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The platform&apos;s answer was lost. Asking again continues the same request: at most one credential comes of it.</source>
        <translation>Die Antwort der Plattform ging verloren. Erneutes Anfragen setzt dieselbe Anfrage fort: Es entsteht höchstens ein Satz Zugangsdaten.</translation>
    </message>
    <message>
        <location line="-25"/>
        <source>The platform confirmed this request before, but the secret is not here any more. Rotate the credential to get a new one.</source>
        <translation>Die Plattform hat diese Anfrage bereits bestätigt, aber das Geheimnis ist nicht mehr hier. Rotieren Sie die Zugangsdaten, um ein neues zu erhalten.</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <location filename="../views/widgets/stage_painter.cpp" line="+20"/>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Limited</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location line="+56"/>
        <source>Stage: %1</source>
        <translation>Stufe: %1</translation>
    </message>
</context>
<context>
    <name>StripPainter</name>
    <message>
        <location filename="../views/time/strip_painter.cpp" line="+242"/>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>matching</source>
        <translation>passend</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>StripText</name>
    <message>
        <location filename="../views/time/strip_words.cpp" line="+38"/>
        <source>%1 %2</source>
        <comment>day, zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 to %2 %3</source>
        <comment>day, last day, zone</comment>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 %2 to %3 %4</source>
        <comment>day, time, time, zone</comment>
        <translation>%1 %2 bis %3 %4</translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%1 refused</source>
        <translation>
            <numerusform>%1 abgelehnt</numerusform>
            <numerusform>%1 abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%1, %2 per bar, highest %3 event(s)</source>
        <comment>day, duration, count</comment>
        <translation>
            <numerusform>%1, %2 je Balken, höchstens %3 Ereignis</numerusform>
            <numerusform>%1, %2 je Balken, höchstens %3 Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1, %2 per bar, highest %3 call(s)</source>
        <comment>day, duration, count</comment>
        <translation>
            <numerusform>%1, %2 je Balken, höchstens %3 Aufruf</numerusform>
            <numerusform>%1, %2 je Balken, höchstens %3 Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 per bar, highest %2 event(s)</source>
        <comment>duration, count</comment>
        <translation>
            <numerusform>%1 je Balken, höchstens %2 Ereignis</numerusform>
            <numerusform>%1 je Balken, höchstens %2 Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 per bar, highest %2 call(s)</source>
        <comment>duration, count</comment>
        <translation>
            <numerusform>%1 je Balken, höchstens %2 Aufruf</numerusform>
            <numerusform>%1 je Balken, höchstens %2 Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <location line="+12"/>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%1 matching</source>
        <translation>
            <numerusform>%1 passend</numerusform>
            <numerusform>%1 passend</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>from roll-ups</source>
        <translation>aus Summen</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+7"/>
        <source>%1: %2</source>
        <comment>times: counts</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Not counted before %1: how many there were is not known.</source>
        <translation>Vor %1 nicht gezählt: Wie viele es waren, ist nicht bekannt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Kept one by one since %1. What is older is counted only.</source>
        <translation>Einzeln aufbewahrt seit %1. Was älter ist, ist nur gezählt.</translation>
    </message>
</context>
<context>
    <name>TicketText</name>
    <message>
        <location filename="../views/words/ticket_text.cpp" line="+31"/>
        <location line="+44"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="-28"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Decision ID</source>
        <translation>Entscheidungs-ID</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Checks, in order</source>
        <translation>Prüfungen der Reihe nach</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Made so by</source>
        <translation>So gemacht von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason given</source>
        <translation>Angegebener Grund</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>The rule as it stood then</source>
        <translation>Die Regel, wie sie damals galt</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <location filename="../views/time/time_words.cpp" line="+40"/>
        <location line="+49"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location line="-49"/>
        <source>today</source>
        <comment>within a sentence</comment>
        <translation>heute</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+49"/>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <location line="-49"/>
        <source>yesterday</source>
        <comment>within a sentence</comment>
        <translation>gestern</translation>
    </message>
    <message>
        <location line="+18"/>
        <location line="+5"/>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1–%2</source>
        <comment>time, time of the same day</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This quarter</source>
        <translation>Dieses Quartal</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>This is not a time. Type 14:03, yesterday 14:00 or 2026-11-27.</source>
        <translation>Das ist keine Zeit. Schreiben Sie 14:03, gestern 14:00 oder 2026-11-27.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no such day.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no such time of day.</source>
        <translation>Diese Uhrzeit gibt es nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The end is not after the beginning.</source>
        <translation>Das Ende liegt nicht nach dem Anfang.</translation>
    </message>
    <message>
        <location line="+12"/>
        <location line="+44"/>
        <source>any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <location line="-42"/>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>before %1</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <location line="+20"/>
        <source>%1 – %2</source>
        <comment>day, day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location line="-16"/>
        <source>%1 %2</source>
        <comment>day, times</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 – %2</source>
        <comment>moment, moment</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>since %1 %2</source>
        <comment>moment, zone</comment>
        <translation>seit %1 %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>before %1 %2</source>
        <comment>moment, zone</comment>
        <translation>vor %1 %2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 – %2 %3</source>
        <comment>moment, moment, zone</comment>
        <translation>%1 – %2 %3</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1 %2</source>
        <comment>moment, zone</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 d %2 h</source>
        <translation>%1 Tg. %2 Std.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
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
            <numerusform>%n Min.</numerusform>
            <numerusform>%n Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n h</source>
        <translation>
            <numerusform>%n Std.</numerusform>
            <numerusform>%n Std.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 Ereignis</numerusform>
            <numerusform>%1 Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 call(s)</source>
        <translation>
            <numerusform>%1 Aufruf</numerusform>
            <numerusform>%1 Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%1 event(s) in %2</source>
        <comment>count, duration</comment>
        <translation>
            <numerusform>%1 Ereignis in %2</numerusform>
            <numerusform>%1 Ereignisse in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 call(s) in %2</source>
        <comment>count, duration</comment>
        <translation>
            <numerusform>%1 Aufruf in %2</numerusform>
            <numerusform>%1 Aufrufe in %2</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Show %1 event(s)</source>
        <translation>
            <numerusform>%1 Ereignis anzeigen</numerusform>
            <numerusform>%1 Ereignisse anzeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Show %1 call(s)</source>
        <translation>
            <numerusform>%1 Aufruf anzeigen</numerusform>
            <numerusform>%1 Aufrufe anzeigen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 (yours)</source>
        <comment>place of a time zone</comment>
        <translation>%1 (Ihre)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner’s</source>
        <comment>time zone</comment>
        <translation>Des Partners</translation>
    </message>
</context>
<context>
    <name>UseWords</name>
    <message>
        <location filename="../views/words/use_words.cpp" line="+26"/>
        <source>Looking up who uses it…</source>
        <translation>Es wird ermittelt, wer sie verwendet…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Who uses it could not be looked up. It may be in use.</source>
        <translation>Wer sie verwendet, konnte nicht ermittelt werden. Möglicherweise sind sie in Gebrauch.</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n source address(es)</source>
        <translation>
            <numerusform>%n Quelladresse</numerusform>
            <numerusform>%n Quelladressen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>It was never used: nobody will notice.</source>
        <translation>Nie verwendet: Niemand wird es bemerken.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last used %1. No calls in the last 15 minutes.</source>
        <translation>Zuletzt verwendet %1. Keine Aufrufe in den letzten 15 Minuten.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Used %1: %n call(s) in the last 15 minutes from %2 will stop.</source>
        <translation>
            <numerusform>Verwendet %1: %n Aufruf in den letzten 15 Minuten, von %2, fällt künftig weg.</numerusform>
            <numerusform>Verwendet %1: %n Aufrufe in den letzten 15 Minuten, von %2, fallen künftig weg.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The present secret was never used.</source>
        <translation>Das gegenwärtige Geheimnis wurde nie verwendet.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The present secret was last used %1, from %2.</source>
        <translation>Das gegenwärtige Geheimnis wurde zuletzt %1 verwendet, von %2.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>…%1, made %2, waits to be confirmed and is not in force.</source>
        <comment>last characters, time</comment>
        <translation>…%1, erstellt %2, wartet auf Bestätigung und ist noch nicht in Kraft.</translation>
    </message>
</context>
<context>
    <name>VersionWords</name>
    <message>
        <location filename="../views/catalogue/version_words.cpp" line="+40"/>
        <source>No partner called it in the last 30 days.</source>
        <translation>In den letzten 30 Tagen hat kein Partner sie aufgerufen.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln partner(s) called it in the last 30 days: %1.</source>
        <comment>how many, how many calls</comment>
        <translation>
            <numerusform>In den letzten 30 Tagen hat %Ln Partner sie aufgerufen: %1.</numerusform>
            <numerusform>In den letzten 30 Tagen haben %Ln Partner sie aufgerufen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::app::ConsoleApp</name>
    <message>
        <location filename="../app/console_app.cpp" line="+54"/>
        <source>Starting the platform of this workstation</source>
        <translation>Die Plattform dieses Arbeitsplatzes wird gestartet</translation>
    </message>
    <message>
        <location line="+110"/>
        <source>Local sample</source>
        <translation>Lokales Beispiel</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Connecting to %1</source>
        <translation>Verbindung zu %1 wird hergestellt</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>The connection could not be set up.</source>
        <translation>Die Verbindung konnte nicht eingerichtet werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Check the address of the platform.</source>
        <translation>Prüfen Sie die Adresse der Plattform.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose the platform&apos;s certificate authority file (PEM).</source>
        <translation>Wählen Sie die Datei der Zertifizierungsstelle der Plattform (PEM).</translation>
    </message>
    <message>
        <location line="+38"/>
        <source>The platform does not accept this token.</source>
        <translation>Die Plattform akzeptiert dieses Token nicht.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It may have expired: ask for a new one.</source>
        <translation>Möglicherweise ist es abgelaufen: Fordern Sie ein neues an.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The platform could not be reached.</source>
        <translation>Die Plattform konnte nicht erreicht werden.</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Going on discards these edits.</source>
        <translation>Wer weitermacht, verwirft diese Änderungen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>They are edits of %1. Going on as %2 discards them.</source>
        <translation>Es sind Änderungen von %1. Als %2 weiterzumachen verwirft sie.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Discard unsaved edits?</source>
        <translation>Nicht gespeicherte Änderungen verwerfen?</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep the edits</source>
        <translation>Änderungen behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Discard and go on</source>
        <translation>Verwerfen und weitermachen</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>The sign-in could not be kept: it ends with this console.</source>
        <translation>Die Anmeldung konnte nicht behalten werden: Sie endet mit dieser Konsole.</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Which environment was open last could not be saved: %1</source>
        <translation>Welche Umgebung zuletzt offen war, konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The list of environments could not be saved: %1</source>
        <translation>Die Liste der Umgebungen konnte nicht gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>pc::app::EnvironmentWindow</name>
    <message>
        <location filename="../app/environment_window.cpp" line="+107"/>
        <source>times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <location line="-23"/>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Partner</source>
        <translation>&amp;Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Credential</source>
        <translation>&amp;Zugangsdaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>C&amp;atalogue</source>
        <translation>K&amp;atalog</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Observing</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>&amp;Scopes and plans</source>
        <translation>&amp;Scopes und Pläne</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Switch environment…</source>
        <translation>Umgebung wechseln…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The sample on this workstation has no sign-in.</source>
        <translation>Das Beispiel auf diesem Arbeitsplatz hat keine Anmeldung.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Reset the sample data…</source>
        <translation>Beispieldaten zurücksetzen…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Another console uses this sample. Close it first.</source>
        <translation>Eine andere Konsole verwendet dieses Beispiel. Schließen Sie diese zuerst.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Reset the sample data</source>
        <translation>Beispieldaten zurücksetzen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>All partners, credentials and audit events of the local sample are removed, also those that you made, and new ones are written, with a short audit trail. This cannot be undone.</source>
        <translation>Alle Partner, Zugangsdaten und Prüfereignisse des lokalen Beispiels werden entfernt, auch die von Ihnen angelegten, und neue werden geschrieben, mit kurzem Prüfprotokoll. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep the data</source>
        <translation>Daten behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reset the sample</source>
        <translation>Beispiel zurücksetzen</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Audit trail</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <location line="-2"/>
        <location line="+5"/>
        <location line="+5"/>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <location line="-13"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Observing</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+5"/>
        <location line="+5"/>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <location line="-8"/>
        <source>Scopes and plans</source>
        <translation>Scopes und Pläne</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Imported keys</source>
        <translation>Übernommene Schlüssel</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The sign-in could not be kept: it ends with this console.</source>
        <translation>Die Anmeldung konnte nicht behalten werden: Sie endet mit dieser Konsole.</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>The choice holds for now, but could not be saved: %1</source>
        <translation>Die Wahl gilt vorerst, konnte aber nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Connected · %1 ms</source>
        <translation>Verbunden · %1 ms</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>No answer for %n s</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>Seit %n s keine Antwort</numerusform>
            <numerusform>Seit %n s keine Antwort</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Offline since %1 UTC</source>
        <translation>Offline seit %1 UTC</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No permissions here</source>
        <translation>Keine Berechtigungen hier</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Offline since %1 UTC. You can go on reading data from %2 UTC; acting waits until the platform answers again.</source>
        <translation>Offline seit %1 UTC. Sie können weiterhin Daten von %2 UTC lesen; Aktionen sind erst wieder möglich, wenn die Plattform antwortet.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The platform cannot be reached.</source>
        <translation>Die Plattform ist nicht erreichbar.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>What is shown is from %1 UTC or before.</source>
        <translation>Was gezeigt wird, ist von %1 UTC oder älter.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Your session has ended. What is shown stays readable; sign in again to act.</source>
        <translation>Ihre Sitzung ist beendet. Das Angezeigte bleibt lesbar; melden Sie sich für Aktionen erneut an.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>This workstation has no keyring, so the sign-in is kept in memory and ends with the console.</source>
        <translation>Dieser Arbeitsplatz hat keinen Schlüsselbund, daher wird die Anmeldung nur im Arbeitsspeicher gehalten und endet mit der Konsole.</translation>
    </message>
    <message>
        <location line="+25"/>
        <location line="+13"/>
        <source>Open the audit trail</source>
        <translation>Prüfprotokoll öffnen</translation>
    </message>
    <message>
        <location line="-7"/>
        <source>The audit log is not signed by the key that this console knows. What is shown may not be what was.</source>
        <translation>Das Prüfprotokoll ist nicht mit dem Schlüssel signiert, den diese Konsole kennt. Was gezeigt wird, ist vielleicht nicht, was war.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The audit log does not continue what this console verified on %1 UTC: it was changed, cut or put back. What is shown may not be what was.</source>
        <translation>Das Prüfprotokoll setzt nicht fort, was diese Konsole am %1 UTC geprüft hat: Es wurde verändert, gekürzt oder zurückgesetzt. Was gezeigt wird, ist vielleicht nicht, was war.</translation>
    </message>
</context>
<context>
    <name>pc::models::ApiListModel</name>
    <message>
        <location filename="../models/catalogue/api_list_model.cpp" line="+51"/>
        <source>Any other host</source>
        <translation>Jeder andere Host</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Any other host, %1</source>
        <translation>Jeder andere Host, %1</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The platform&apos;s own</source>
        <translation>Die der Plattform</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Not imported</source>
        <translation>Nicht importiert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, version %2</source>
        <comment>title of a description</comment>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>%1, %2, %3, %4</source>
        <comment>API, address, routes, description</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <location line="+3"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln Scope</numerusform>
            <numerusform>%Ln Scopes</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Changed %1 by %2</source>
        <comment>when, who</comment>
        <translation>Geändert %1 von %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Host and base path</source>
        <translation>Host und Basispfad</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Audience</source>
        <translation>Audience</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
</context>
<context>
    <name>pc::models::Audit</name>
    <message>
        <location filename="../contract/audit_actions/audit_action.cpp" line="+20"/>
        <source>Partner created</source>
        <translation>Partner angelegt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner edited</source>
        <translation>Partner bearbeitet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner promoted</source>
        <translation>Partner hochgestuft</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner frozen</source>
        <translation>Partner eingefroren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner unfrozen</source>
        <translation>Partner wieder freigegeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential issued</source>
        <translation>Zugangsdaten ausgestellt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential activated</source>
        <translation>Zugangsdaten aktiviert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential rotated</source>
        <translation>Zugangsdaten rotiert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Grace of a rotation changed</source>
        <translation>Übergangsfrist einer Rotation geändert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Grace of a rotation ended</source>
        <translation>Übergangsfrist einer Rotation beendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential suspended</source>
        <translation>Zugangsdaten ausgesetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential resumed</source>
        <translation>Aussetzung der Zugangsdaten aufgehoben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential revoked</source>
        <translation>Zugangsdaten widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential expired</source>
        <translation>Zugangsdaten abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential void: it was never acknowledged</source>
        <translation>Zugangsdaten verfallen: Sie wurden nie bestätigt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scopes and limits changed</source>
        <translation>Scopes und Limits geändert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gateways asked after a revocation</source>
        <translation>Gateways nach einem Widerruf befragt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Access given back: a refused act had taken it</source>
        <translation>Zugang zurückgegeben: Eine abgelehnte Handlung hatte ihn genommen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Operator signed in</source>
        <translation>Operator angemeldet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Operator signed out</source>
        <translation>Operator abgemeldet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Access token revoked by its client</source>
        <translation>Zugriffstoken von seinem Client widerrufen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A living secret was seen where it does not belong</source>
        <translation>Ein gültiges Geheimnis wurde gesehen, wo es nicht hingehört</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The log is anchored from here on</source>
        <translation>Das Protokoll ist ab hier verankert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Another history was accepted</source>
        <translation>Ein anderer Verlauf wurde anerkannt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The clock was set</source>
        <translation>Die Uhr wurde gestellt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Call records sealed</source>
        <translation>Aufrufprotokoll versiegelt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gateway registered</source>
        <translation>Gateway registriert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gateway removed</source>
        <translation>Gateway entfernt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Operator account added</source>
        <translation>Operatorkonto hinzugefügt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Operator account edited</source>
        <translation>Operatorkonto bearbeitet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Operator account disabled</source>
        <translation>Operatorkonto deaktiviert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Job started</source>
        <translation>Auftrag gestartet</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Job cancelled</source>
        <translation>Auftrag abgebrochen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Job resumed</source>
        <translation>Auftrag fortgesetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Job ended</source>
        <translation>Auftrag beendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>API added</source>
        <translation>API hinzugefügt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>API edited</source>
        <translation>API bearbeitet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>API removed</source>
        <translation>API entfernt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Description of an API read</source>
        <translation>Beschreibung einer API gelesen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes of an API replaced</source>
        <translation>Routen einer API ersetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Refusals only observed from here on</source>
        <translation>Ablehnungen werden ab hier nur beobachtet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Observation ended: refusals are enforced</source>
        <translation>Beobachtung beendet: Ablehnungen werden durchgesetzt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Allowed networks changed</source>
        <translation>Erlaubte Netze geändert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Key of another system imported</source>
        <translation>Schlüssel eines anderen Systems übernommen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Imported key hashed anew at its first use</source>
        <translation>Übernommener Schlüssel bei der ersten Nutzung neu gehasht</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Observation has another end</source>
        <translation>Beobachtung hat ein anderes Ende</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version of an API added</source>
        <translation>Version einer API hinzugefügt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version of an API edited</source>
        <translation>Version einer API bearbeitet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version of an API ended</source>
        <translation>Version einer API beendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version of an API removed</source>
        <translation>Version einer API entfernt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scope edited</source>
        <translation>Scope bearbeitet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scope removed</source>
        <translation>Scope entfernt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Plan added</source>
        <translation>Plan hinzugefügt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plan edited</source>
        <translation>Plan geändert</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Plan removed</source>
        <translation>Plan entfernt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Revision of an API removed</source>
        <translation>Revision einer API entfernt</translation>
    </message>
</context>
<context>
    <name>pc::models::AuditListModel</name>
    <message>
        <location filename="../models/audit/audit_list_model.cpp" line="+97"/>
        <source>%1, %2 by %3, %4</source>
        <translation>%1, %2 durch %3, %4</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>On</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
</context>
<context>
    <name>pc::models::BrokenPartnerTable</name>
    <message>
        <location filename="../models/catalogue/review_tables.cpp" line="+133"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls in 30 days</source>
        <translation>Aufrufe in 30 Tagen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Missing scopes</source>
        <translation>Fehlende Scopes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Technical contact</source>
        <translation>Technischer Kontakt</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>None: the route is gone</source>
        <translation>Keine: Die Route fällt weg</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No contact</source>
        <translation>Kein Kontakt</translation>
    </message>
    <message numerus="yes">
        <location line="+28"/>
        <source>%1, %Ln call(s) in 30 days would be refused, contact %2</source>
        <translation>
            <numerusform>%1, %Ln Aufruf in 30 Tagen würde abgewiesen, Kontakt %2</numerusform>
            <numerusform>%1, %Ln Aufrufe in 30 Tagen würden abgewiesen, Kontakt %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::CallField</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="+312"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Decision ID</source>
        <translation>Entscheidungs-ID</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::CallListModel</name>
    <message>
        <location filename="../models/calls/call_list_model.cpp" line="+189"/>
        <source>Token request</source>
        <translation>Token-Anfrage</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 …%2</source>
        <comment>a credential and how its secret ends</comment>
        <translation>%1 …%2</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>%1 UTC, %2, %3 %4, status %5, %6</source>
        <translation>%1 UTC, %2, %3 %4, Status %5, %6</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>partner not known</source>
        <translation>Partner unbekannt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Status %1, at decision</source>
        <translation>Status %1, bei der Entscheidung</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: not reported</source>
        <translation>%1: nicht gemeldet</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+3"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>%1: none</source>
        <translation>%1: keine</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+2"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Decision ID</source>
        <translation>Entscheidungs-ID</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>API time</source>
        <translation>API-Zeit</translation>
    </message>
</context>
<context>
    <name>pc::models::CheckResult</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="+42"/>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not recorded</source>
        <translation>Nicht aufgezeichnet</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::ContactKind</name>
    <message>
        <location line="-322"/>
        <source>Business</source>
        <translation>Geschäftlich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Technical</source>
        <translation>Technisch</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Data protection</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::CredentialKind</name>
    <message>
        <location filename="../models/text/credential_kind_text.cpp" line="+26"/>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Client “%1” issued</source>
        <translation>Client „%1“ ausgestellt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>OAuth client with a secret (recommended)</source>
        <translation>OAuth-Client mit Geheimnis (empfohlen)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The secret is sent only to the token endpoint; calls carry tokens that live for minutes.</source>
        <translation>Das Geheimnis wird nur an den Token-Endpunkt gesendet; Aufrufe tragen Tokens, die nur Minuten gelten.</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+3"/>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <location line="-2"/>
        <location line="+16"/>
        <source>Key ID</source>
        <translation>Schlüssel-ID</translation>
    </message>
    <message>
        <location line="-15"/>
        <source>API key “%1” issued</source>
        <translation>API-Schlüssel „%1“ ausgestellt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The key itself travels with every call and stays valid until it is rotated. Only for systems that cannot do OAuth.</source>
        <translation>Der Schlüssel selbst wird mit jedem Aufruf gesendet und bleibt bis zur Rotation gültig. Nur für Systeme, die kein OAuth beherrschen.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>An API key goes along with every call, so each of them can leak it. An OAuth client sends its secret only for a token that lives ten minutes. Choose a key only when the partner&apos;s software cannot do OAuth.</source>
        <translation>Ein API-Schlüssel wird mit jedem Aufruf gesendet, sodass jeder ihn preisgeben kann. Ein OAuth-Client sendet sein Geheimnis nur, um ein Token zu erhalten, das zehn Minuten gilt. Wählen Sie einen Schlüssel nur, wenn die Software des Partners kein OAuth beherrscht.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Imported key</source>
        <translation>Übernommener Schlüssel</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Another system made this key. It works until its deadline, and what follows is another credential.</source>
        <translation>Ein anderes System hat diesen Schlüssel erzeugt. Er gilt bis zu seiner Frist; danach folgen andere Zugangsdaten.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Imported client ID</source>
        <translation>Übernommene Client-ID</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Another system knew the partner by this client ID. Until its deadline the token endpoint takes the partner&apos;s secrets under it as well. It opens nothing by itself.</source>
        <translation>Ein anderes System kannte den Partner unter dieser Client-ID. Bis zur Frist nimmt der Token-Endpunkt die Geheimnisse des Partners auch unter ihr an. Für sich allein öffnet sie nichts.</translation>
    </message>
    <message>
        <location line="-52"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+48"/>
        <source>Credential ID</source>
        <translation>ID der Zugangsdaten</translation>
    </message>
    <message>
        <location line="-47"/>
        <source>Credential “%1” issued</source>
        <translation>Zugangsdaten „%1“ ausgestellt</translation>
    </message>
</context>
<context>
    <name>pc::models::CredentialListModel</name>
    <message>
        <location filename="../models/credentials/credential_list_model.cpp" line="+174"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1, %2, %3, %4, expires %5</source>
        <translation>%1, %2, %3, %4, Ablauf: %5</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
</context>
<context>
    <name>pc::models::CredentialState</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="+48"/>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rotating</source>
        <translation>In Rotation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Void</source>
        <translation>Verfallen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::DecisionCheck</name>
    <message>
        <location line="+203"/>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Accepted history</source>
        <translation>Anerkannter Verlauf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner and stage</source>
        <translation>Partner und Stufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Audience of the token</source>
        <translation>Zielgruppe des Tokens</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Resource policy</source>
        <translation>Ressourcenregel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Length and type of the body</source>
        <translation>Länge und Typ des Inhalts</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rate and quota</source>
        <translation>Rate und Kontingent</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::DecisionReason</name>
    <message>
        <location line="-161"/>
        <source>Allowed</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No credential</source>
        <translation>Keine Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>More than one credential</source>
        <translation>Mehr als ein Satz Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Malformed credential</source>
        <translation>Fehlerhaft aufgebaute Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unknown credential</source>
        <translation>Unbekannte Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential not acknowledged yet</source>
        <translation>Zugangsdaten noch nicht bestätigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential suspended</source>
        <translation>Zugangsdaten ausgesetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential expired</source>
        <translation>Zugangsdaten abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential revoked</source>
        <translation>Zugangsdaten widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Token expired</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Token revoked</source>
        <translation>Token widerrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Token not valid</source>
        <translation>Token ungültig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Wrong realm</source>
        <translation>Falscher Bereich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner frozen</source>
        <translation>Partner eingefroren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner offboarded</source>
        <translation>Partner ausgeschieden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Route not open at this stage</source>
        <translation>Route auf dieser Stufe nicht freigegeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unknown route</source>
        <translation>Unbekannte Route</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scope missing</source>
        <translation>Scope fehlt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Resource not granted</source>
        <translation>Ressource nicht freigegeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rate limit reached</source>
        <translation>Ratenlimit erreicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Daily quota used up</source>
        <translation>Tageskontingent aufgebraucht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gateway not trusted</source>
        <translation>Gateway nicht vertrauenswürdig</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>History not accepted</source>
        <translation>Verlauf nicht anerkannt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Malformed request</source>
        <translation>Fehlerhaft aufgebaute Anfrage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Header too large</source>
        <translation>Kopfzeilen zu groß</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Token for another API</source>
        <translation>Token für eine andere API</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Network not allowed</source>
        <translation>Netz nicht erlaubt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Too many first uses at once</source>
        <translation>Zu viele erste Nutzungen zugleich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Length of the body not said</source>
        <translation>Länge des Inhalts nicht angegeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Body too large for the route</source>
        <translation>Inhalt für die Route zu groß</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Type of the body not allowed</source>
        <translation>Typ des Inhalts nicht erlaubt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Version of the API has ended</source>
        <translation>Version der API hat geendet</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::FieldChangeModel</name>
    <message>
        <location filename="../models/audit/field_change_model.cpp" line="+38"/>
        <source>%1: added %2</source>
        <translation>%1: %2 hinzugefügt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: removed %2</source>
        <translation>%1: %2 entfernt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: from %2 to %3</source>
        <translation>%1: von %2 auf %3</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>pc::models::Figures</name>
    <message>
        <location filename="../models/text/figures.cpp" line="+65"/>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>pc::models::GenerationState</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="-129"/>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In grace</source>
        <translation>In der Übergangsfrist</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Suspended</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Void</source>
        <translation>Verfallen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::Health</name>
    <message>
        <location line="-114"/>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No traffic</source>
        <translation>Kein Verkehr</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::ImportOutcome</name>
    <message>
        <location line="+412"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::ImportRowTable</name>
    <message>
        <location filename="../models/imports/import_row_table.cpp" line="+64"/>
        <source>Line %1, %2, %3: %4</source>
        <comment>number, name, outcome, what becomes of it</comment>
        <translation>Zeile %1, %2, %3: %4</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
</context>
<context>
    <name>pc::models::LawfulBasis</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="-398"/>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Legal obligation</source>
        <translation>Rechtliche Verpflichtung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Vital interests</source>
        <translation>Lebenswichtige Interessen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Public task</source>
        <translation>Öffentliche Aufgabe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Legitimate interests</source>
        <translation>Berechtigte Interessen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::LeftOutTable</name>
    <message>
        <location filename="../models/catalogue/review_tables.cpp" line="+22"/>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Why, in the platform&apos;s words</source>
        <translation>Warum, in den Worten der Plattform</translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="vanished">Warum</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Line %1: %2, %3</source>
        <comment>line, what, reason</comment>
        <translation>Zeile %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>pc::models::LegacyKeyTable</name>
    <message>
        <location filename="../models/imports/legacy_key_table.cpp" line="+115"/>
        <source>%1, %2 of %3, %4, deadline %5, %6</source>
        <comment>kind, name, partner, state, time, whether another credential follows</comment>
        <translation>%1, %2 von %3, %4, Frist %5, %6</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>without a successor</source>
        <translation>ohne Nachfolge</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>with a successor</source>
        <translation>mit Nachfolge</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+3"/>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls, 30 days</source>
        <translation>Aufrufe, 30 Tage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Successor</source>
        <translation>Nachfolge</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Technical contact</source>
        <translation>Technischer Kontakt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>pc::models::NetworkNames</name>
    <message>
        <location filename="../models/text/network_names.cpp" line="+24"/>
        <source>A private range: seen only where the way there is private too</source>
        <translation>Ein privater Bereich: nur zu sehen, wo auch der Weg dorthin privat ist</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Shared between a provider and its customers: others call from there too</source>
        <translation>Vom Anbieter mit vielen Kunden geteilt: Auch andere rufen von dort auf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform&apos;s own machine</source>
        <translation>Der Rechner der Plattform selbst</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A range of one wire: no partner calls from there</source>
        <translation>Ein Bereich innerhalb einer Leitung: Kein Partner ruft von dort auf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A range for examples: nobody calls from there</source>
        <translation>Ein Bereich für Beispiele: Niemand ruft von dort auf</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Neither an address nor a network</source>
        <translation>Weder eine Adresse noch ein Netz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Did you mean %1? This has bits beyond its prefix</source>
        <translation>Meinten Sie %1? So hat es Bits hinter seinem Präfix</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Everybody: that is no restriction</source>
        <translation>Alle: Das ist keine Einschränkung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Together half of all addresses or more: that is no restriction</source>
        <translation>Zusammen die Hälfte aller Adressen oder mehr: Das ist keine Einschränkung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No call can come from there</source>
        <translation>Von dort kann kein Aufruf kommen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Listed twice</source>
        <translation>Zweimal gelistet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Within %1, which is listed too</source>
        <translation>Innerhalb von %1, das auch gelistet ist</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Very wide: it holds the networks of many others</source>
        <translation>Sehr weit: Es enthält die Netze vieler anderer</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not in force any more</source>
        <translation>Gilt nicht mehr</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not in force yet</source>
        <translation>Gilt noch nicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>IPv4 written as IPv6: the same as %1</source>
        <translation>IPv4 als IPv6 geschrieben: dasselbe wie %1</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>from %1 until %2</source>
        <comment>times</comment>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>from %1</source>
        <comment>a time</comment>
        <translation>ab %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>until %1</source>
        <comment>a time</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 (%2)</source>
        <comment>network, note</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, %2</source>
        <comment>network, times</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 (%2), %3</source>
        <comment>network, note, times</comment>
        <translation>%1 (%2), %3</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>until %1: %2</source>
        <comment>a time, a reason</comment>
        <translation>bis %1: %2</translation>
    </message>
</context>
<context>
    <name>pc::models::NetworkTable</name>
    <message>
        <location filename="../models/access/network_table.cpp" line="+106"/>
        <source>%1. %2</source>
        <comment>a network, what is said of it</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In force</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>pc::models::ObservationKind</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="+343"/>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Part of an API</source>
        <translation>Teil einer API</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::ObservationListModel</name>
    <message>
        <location filename="../models/observing/observation_list_model.cpp" line="+103"/>
        <source>%1, below %2</source>
        <comment>API, path</comment>
        <translation>%1, unterhalb von %2</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>%1 (%2)</source>
        <comment>reason, ticket</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>%1, %2, enforced since %3</source>
        <comment>kind, what, when</comment>
        <translation>%1, %2, durchgesetzt seit %3</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1, %2, observed until %3, %Ln call(s) of the last 24 hours would be refused</source>
        <comment>kind, what, when</comment>
        <translation>
            <numerusform>%1, %2, beobachtet bis %3, %Ln Aufruf der letzten 24 Stunden würde abgelehnt</numerusform>
            <numerusform>%1, %2, beobachtet bis %3, %Ln Aufrufe der letzten 24 Stunden würden abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Enforced since %1</source>
        <translation>Durchgesetzt seit %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Observed until %1</source>
        <translation>Beobachtet bis %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: not counted any more</source>
        <translation>%1: wird nicht mehr gezählt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Refusals in 24 h</source>
        <translation>Ablehnungen, 24 h</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>All refusals</source>
        <translation>Alle Ablehnungen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Begun by</source>
        <translation>Begonnen von</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>pc::models::ObservedGroupTable</name>
    <message>
        <location filename="../models/observing/observed_tables.cpp" line="+36"/>
        <source>Unknown callers</source>
        <translation>Unbekannte Aufrufer</translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>%Ln partner(s)</source>
        <translation>
            <numerusform>%Ln Partner</numerusform>
            <numerusform>%Ln Partner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>unknown callers</source>
        <translation>unbekannte Aufrufer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 and unknown callers</source>
        <translation>%1 und unbekannte Aufrufer</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2</source>
        <comment>who, routes</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last hour with calls</source>
        <translation>Letzte Stunde mit Aufrufen</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="vanished">Letzter Aufruf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Would pass today</source>
        <translation>Ginge heute durch</translation>
    </message>
    <message numerus="yes">
        <location line="+51"/>
        <source>%1: %Ln call(s) would have been refused, %2, last %3</source>
        <comment>name, from whom, when</comment>
        <translation>
            <numerusform>%1: %Ln Aufruf wäre abgelehnt worden, %2, zuletzt %3</numerusform>
            <numerusform>%1: %Ln Aufrufe wären abgelehnt worden, %2, zuletzt %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ObservedLineTable</name>
    <message>
        <location line="+23"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last hour with calls</source>
        <translation>Letzte Stunde mit Aufrufen</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="vanished">Letzter Aufruf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Unknown caller</source>
        <translation>Unbekannter Aufrufer</translation>
    </message>
    <message numerus="yes">
        <location line="+43"/>
        <source>%1, %2, %3: %Ln call(s), today: %4</source>
        <comment>reason, partner, route, judgement</comment>
        <translation>
            <numerusform>%1, %2, %3: %Ln Aufruf, heute: %4</numerusform>
            <numerusform>%1, %2, %3: %Ln Aufrufe, heute: %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ObservedToday</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="+7"/>
        <source>Would pass</source>
        <translation>Ginge durch</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Would be refused</source>
        <translation>Würde abgelehnt</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Cannot be told</source>
        <translation>Nicht zu sagen</translation>
    </message>
</context>
<context>
    <name>pc::models::OnboardFlow</name>
    <message>
        <location filename="../models/onboarding/onboard_flow.cpp" line="+293"/>
        <source>another console of yours keeps its own draft there</source>
        <translation>eine andere Konsole von Ihnen bewahrt dort ihren eigenen Entwurf</translation>
    </message>
</context>
<context>
    <name>pc::models::OneOutcome</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="-181"/>
        <source>Served</source>
        <translation>Bedient</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Client error</source>
        <translation>Client-Fehler</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only observed</source>
        <translation>Nur beobachtet</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::Outcome</name>
    <message>
        <location line="-108"/>
        <source>Served</source>
        <translation>Bedient</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Client errors</source>
        <translation>Client-Fehler</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Server errors</source>
        <translation>Server-Fehler</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Only observed</source>
        <translation>Nur beobachtet</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::PartnerListModel</name>
    <message>
        <location filename="../models/partners/partner_list_model.cpp" line="+162"/>
        <source>No quota</source>
        <translation>Kein Kontingent</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1, stage %2, %3, %4, owner %5</source>
        <translation>%1, Stufe %2, %3, %4, verantwortlich: %5</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <location line="+3"/>
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n Zugangsdaten</numerusform>
            <numerusform>%n Zugangsdaten</numerusform>
        </translation>
    </message>
    <message>
        <location line="-1"/>
        <source>%1, %2</source>
        <comment>two counts</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n expiring</source>
        <translation>
            <numerusform>%n läuft ab</numerusform>
            <numerusform>%n laufen ab</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Quota today %1</source>
        <translation>Kontingent heute %1</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n call(s) in 24 hours</source>
        <translation>
            <numerusform>%n Aufruf in 24 Stunden</numerusform>
            <numerusform>%n Aufrufe in 24 Stunden</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 errors</source>
        <translation>%1 Fehler</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No calls</source>
        <translation>Keine Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Quota today</source>
        <translation>Kontingent heute</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>24 h traffic</source>
        <translation>Verkehr 24 h</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last activity</source>
        <translation>Letzte Aktivität</translation>
    </message>
</context>
<context>
    <name>pc::models::PartnerStatus</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="-169"/>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Offboarded</source>
        <translation>Ausgeschieden</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::PlanEffectTable</name>
    <message>
        <location filename="../models/catalogue/plan_list_model.cpp" line="+156"/>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Unchanged: its own limits</source>
        <translation>Unverändert: eigene Limits</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%1, over in %Ln hour(s)</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%1, in %Ln Stunde darüber</numerusform>
            <numerusform>%1, in %Ln Stunden darüber</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1, over on %Ln day(s)</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%1, an %Ln Tag darüber</numerusform>
            <numerusform>%1, an %Ln Tagen darüber</numerusform>
        </translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Busiest hour</source>
        <translation>Stärkste Stunde</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Busiest day</source>
        <translation>Stärkster Tag</translation>
    </message>
</context>
<context>
    <name>pc::models::PlanListModel</name>
    <message>
        <location line="-202"/>
        <source>%1/s, burst %2, no daily quota</source>
        <translation>%1/s, Burst %2, kein Tageskontingent</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1/s, burst %2, %3 a day</source>
        <translation>%1/s, Burst %2, %3 am Tag</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>As installed</source>
        <translation>Wie installiert</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1, %2</source>
        <comment>plan, its partners</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln partner(s)</source>
        <translation>
            <numerusform>%Ln Partner</numerusform>
            <numerusform>%Ln Partner</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
</context>
<context>
    <name>pc::models::Realm</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="-36"/>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::ReviewTable</name>
    <message>
        <location filename="../models/catalogue/review_tables.cpp" line="-221"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pc::models::RevisionListModel</name>
    <message>
        <location filename="../models/catalogue/revision_list_model.cpp" line="+63"/>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2, %3</source>
        <comment>new, gone, changed routes</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln new</source>
        <comment>routes</comment>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%Ln gone</source>
        <comment>routes</comment>
        <translation>
            <numerusform>%Ln weg</numerusform>
            <numerusform>%Ln weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln changed</source>
        <comment>routes</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Before the first import</source>
        <translation>Vor dem ersten Import</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>%1, %2, %3, by %4, %5</source>
        <comment>description, state, routes, who, when</comment>
        <translation>%1, %2, %3, von %4, %5</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <location line="+3"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>pc::models::RevisionState</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="+398"/>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::Role</name>
    <message>
        <location line="-248"/>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner operations</source>
        <translation>Partnerbetrieb</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::RouteChangeKind</name>
    <message>
        <location line="+243"/>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Gone</source>
        <translation>Weg</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::RouteChangeModel</name>
    <message>
        <location filename="../models/catalogue/route_change_model.cpp" line="+19"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Further scope</source>
        <translation>Weiterer Scope</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+146"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="-145"/>
        <location line="+143"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location line="-142"/>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Operation ID</source>
        <translation>Operation-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Largest body</source>
        <translation>Größter Inhalt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Deprecated from</source>
        <translation>Veraltet ab</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1: %2 added</source>
        <comment>member, value</comment>
        <translation>%1: %2 kommt hinzu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2 removed</source>
        <comment>member, value</comment>
        <translation>%1: %2 fällt weg</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2 becomes %3</source>
        <comment>member, values</comment>
        <translation>%1: %2 wird %3</translation>
    </message>
    <message>
        <location line="+88"/>
        <source>%1: %2 %3</source>
        <comment>kind of change, method, path</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln call(s) in 30 days</source>
        <translation>
            <numerusform>%Ln Aufruf in 30 Tagen</numerusform>
            <numerusform>%Ln Aufrufe in 30 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls in 30 days</source>
        <translation>Aufrufe in 30 Tagen</translation>
    </message>
</context>
<context>
    <name>pc::models::RouteListModel</name>
    <message>
        <location filename="../models/catalogue/route_list_model.cpp" line="+125"/>
        <source>%1, ends %2</source>
        <comment>path, when</comment>
        <translation>%1, endet %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 %2, scopes %3</source>
        <comment>method, path</comment>
        <translation>%1 %2, Scopes %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
</context>
<context>
    <name>pc::models::ScopeHolderModel</name>
    <message>
        <location filename="../models/catalogue/scope_holder_model.cpp" line="+61"/>
        <source>Its lawful basis does not allow it, and its agreement does not name %1</source>
        <translation>Seine Rechtsgrundlage erlaubt ihn nicht, und seine Vereinbarung nennt %1 nicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Its lawful basis does not allow it</source>
        <translation>Seine Rechtsgrundlage erlaubt ihn nicht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Its agreement does not name %1</source>
        <translation>Seine Vereinbarung nennt %1 nicht</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Covered</source>
        <translation>Abgedeckt</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1, %2</source>
        <comment>partner, stage</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls in 30 days</source>
        <translation>Aufrufe in 30 Tagen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credentials that have it</source>
        <translation>Zugangsdaten mit ihm</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Grant changed</source>
        <translation>Zugriff geändert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Agreement</source>
        <translation>Vereinbarung</translation>
    </message>
</context>
<context>
    <name>pc::models::ScopeListModel</name>
    <message>
        <location filename="../models/catalogue/scope_list_model.cpp" line="+101"/>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Sensitive</source>
        <translation>Heikel</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>None named</source>
        <translation>Keine genannt</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>%1, %2</source>
        <comment>scope, title</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What it gives</source>
        <translation>Was er erlaubt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sensitivity</source>
        <translation>Heikel?</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Data categories</source>
        <translation>Datenkategorien</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Held by</source>
        <translation>Haben ihn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Used by</source>
        <translation>Benutzen ihn</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>pc::models::ScopeNeedTable</name>
    <message>
        <location filename="../models/catalogue/review_tables.cpp" line="+35"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>New</source>
        <translation type="vanished">Neu</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Remark</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>A scope of %1</source>
        <comment>API</comment>
        <translation>Ein Scope von %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New scope</source>
        <translation>Neuer Scope</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No route needs it any more</source>
        <translation>Keine Route braucht ihn mehr</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1, new, %Ln route(s)</source>
        <translation>
            <numerusform>%1, neu, %Ln Route</numerusform>
            <numerusform>%1, neu, %Ln Routen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1, %Ln route(s)</source>
        <translation>
            <numerusform>%1, %Ln Route</numerusform>
            <numerusform>%1, %Ln Routen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::ScopeSource</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="-38"/>
        <source>Tag of the operation</source>
        <translation>Tag der Operation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>First part of the path</source>
        <translation>Erster Teil des Pfads</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One scope for all</source>
        <translation>Ein Scope für alle</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::ScopeTreeModel</name>
    <message numerus="yes">
        <location filename="../models/access/scope_tree_model.cpp" line="+187"/>
        <source>%1, %2 of %n scope(s) granted</source>
        <translation>
            <numerusform>%1, %2 von %n Scope erteilt</numerusform>
            <numerusform>%1, %2 von %n Scopes erteilt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+36"/>
        <source>%1, granted. %2</source>
        <translation>%1, erteilt. %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, not granted. %2</source>
        <translation>%1, nicht erteilt. %2</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <location line="+49"/>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>What it allows</source>
        <translation>Was er erlaubt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls in 30 days</source>
        <translation>Aufrufe in 30 Tagen</translation>
    </message>
</context>
<context>
    <name>pc::models::SourceTable</name>
    <message>
        <location filename="../models/access/source_table.cpp" line="+103"/>
        <source>%1 with %2, %3, last seen %4: %5</source>
        <comment>address, credential, calls, time, what becomes of it</comment>
        <translation>%1 mit %2, %3, zuletzt gesehen %4: %5</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>With these lists</source>
        <translation>Mit diesen Listen</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>May call</source>
        <translation>Darf aufrufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>May call once saved</source>
        <translation>Darf nach dem Speichern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Is refused</source>
        <translation>Wird abgelehnt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Would be refused</source>
        <translation>Würde abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Would be refused once saved</source>
        <translation>Würde nach dem Speichern abgelehnt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Refused once saved</source>
        <translation>Nach dem Speichern abgelehnt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::SourceUseTable</name>
    <message>
        <location filename="../models/credentials/credential_use_model.cpp" line="+43"/>
        <source>Generation %1 from %2, %3, last seen %4</source>
        <translation>Generation %1 von %2, %3, zuletzt gesehen %4</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
</context>
<context>
    <name>pc::models::Stage</name>
    <message>
        <location filename="../models/text/enum_names.cpp" line="-384"/>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Limited</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::StrangerTable</name>
    <message>
        <location filename="../models/observing/observed_tables.cpp" line="+23"/>
        <source>Print of the key</source>
        <translation>Abdruck des Schlüssels</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last hour with calls</source>
        <translation>Letzte Stunde mit Aufrufen</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation type="vanished">Letzter Aufruf</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>No key shown</source>
        <translation>Kein Schlüssel gezeigt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message numerus="yes">
        <location line="+42"/>
        <source>%1, from %2, %3: %Ln call(s)</source>
        <comment>print, address, user agent</comment>
        <translation>
            <numerusform>%1, von %2, %3: %Ln Aufruf</numerusform>
            <numerusform>%1, von %2, %3: %Ln Aufrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::TakeScopeRun</name>
    <message>
        <location filename="../models/catalogue/take_scope_run.cpp" line="+137"/>
        <source>Under way…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Taken away</source>
        <translation>Weggenommen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not held any more</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not taken away</source>
        <translation>Nicht weggenommen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not known: look at its grant</source>
        <translation>Nicht bekannt: sehen Sie seinen Zugriff an</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Left as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1, chosen</source>
        <comment>partner</comment>
        <translation>%1, ausgewählt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, not chosen</source>
        <comment>partner</comment>
        <translation>%1, nicht ausgewählt</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>pc::models::UsageModel</name>
    <message>
        <location filename="../models/usage/usage_model.cpp" line="+225"/>
        <source>No route of the catalogue</source>
        <translation>Keine Route des Katalogs</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>pc::models::VersionCallerTable</name>
    <message>
        <location filename="../models/catalogue/version_caller_table.cpp" line="+65"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls, 30 days</source>
        <translation>Aufrufe, 30 Tage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls, 7 days</source>
        <translation>Aufrufe, 7 Tage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last call</source>
        <translation>Letzter Aufruf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>%1, %2 in 30 days, last call %3, contact %4</source>
        <comment>partner, calls, when, who</comment>
        <translation>%1, %2 in 30 Tagen, letzter Aufruf %3, Kontakt %4</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n Aufruf</numerusform>
            <numerusform>%n Aufrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::models::VersionListModel</name>
    <message>
        <location filename="../models/catalogue/version_list_model.cpp" line="+53"/>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Ends in %n day(s)</source>
        <translation>
            <numerusform>Endet in %n Tag</numerusform>
            <numerusform>Endet in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+47"/>
        <source>%1, %2, %3 in 30 days</source>
        <comment>path, state, partners</comment>
        <translation>%1, %2, %3 in 30 Tagen</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <location line="+2"/>
        <source>%Ln partner(s) calling</source>
        <translation>
            <numerusform>%Ln aufrufender Partner</numerusform>
            <numerusform>%Ln aufrufende Partner</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Deprecated from</source>
        <translation>Veraltet ab</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Still calling</source>
        <translation>Rufen noch auf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls, 30 days</source>
        <translation>Aufrufe, 30 Tage</translation>
    </message>
</context>
<context>
    <name>pc::views::AccessForm</name>
    <message>
        <location filename="../views/partner_forms/access_form.cpp" line="+29"/>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <location line="+77"/>
        <source>In the sandbox</source>
        <translation>In der Sandbox</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Limited</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The basis “%1” does not allow this scope. It needs one of: %2.</source>
        <translation>Die Rechtsgrundlage „%1“ lässt diesen Scope nicht zu. Erforderlich ist eine von: %2.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It gives data that is not among what is shared: %1.</source>
        <translation>Er gibt Daten, die nicht unter den geteilten sind: %1.</translation>
    </message>
</context>
<context>
    <name>pc::views::AccessTab</name>
    <message>
        <location filename="../views/access/access_tab.cpp" line="+83"/>
        <source>Show changes…</source>
        <translation>Änderungen anzeigen…</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Review and save…</source>
        <translation>Prüfen und speichern…</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>The scopes and limits could not be loaded.</source>
        <translation>Die Scopes und Limits konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+23"/>
        <source>%n change(s) staged, not saved yet</source>
        <translation>
            <numerusform>%n Änderung vorgemerkt, noch nicht gespeichert</numerusform>
            <numerusform>%n Änderungen vorgemerkt, noch nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Scopes or limits were changed elsewhere while you edit.</source>
        <translation>Scopes oder Limits wurden während Ihrer Bearbeitung an anderer Stelle geändert.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 changed scopes or limits while you edit.</source>
        <translation>%1 hat Scopes oder Limits geändert, während Sie bearbeiten.</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%n scope(s) granted</source>
        <translation>
            <numerusform>%n Scope erteilt</numerusform>
            <numerusform>%n Scopes erteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n change(s) staged</source>
        <translation>
            <numerusform>%n Änderung vorgemerkt</numerusform>
            <numerusform>%n Änderungen vorgemerkt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Changed %1 by %2</source>
        <translation>Geändert %1 von %2</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%n staged change(s) discarded</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung verworfen</numerusform>
            <numerusform>%n vorgemerkte Änderungen verworfen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+63"/>
        <source>Scopes and limits of %1 saved</source>
        <translation>Scopes und Limits von %1 gespeichert</translation>
    </message>
    <message>
        <location line="-62"/>
        <location line="+66"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Undone: the former limits are in force</source>
        <translation>Rückgängig gemacht: Es gelten wieder die früheren Limits</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The change could not be undone.</source>
        <translation>Die Änderung konnte nicht rückgängig gemacht werden.</translation>
    </message>
</context>
<context>
    <name>pc::views::ActivityDialog</name>
    <message>
        <location filename="../views/jobs/activity_dialog.cpp" line="+29"/>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Nothing is under way</source>
        <translation>Zurzeit läuft nichts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Long work of the platform stands here: how far it is, who started it, and what came of it. It goes on when you close this, and when you sign out.</source>
        <translation>Hier stehen lange Arbeiten der Plattform: wie weit sie sind, wer sie startete und was dabei herauskam. Sie laufen weiter, wenn Sie dies schließen und wenn Sie sich abmelden.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Verify the whole history</source>
        <translation>Ganzen Verlauf prüfen</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Ask again</source>
        <translation>Erneut anfragen</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The activity could not be loaded.</source>
        <translation>Die Aktivität konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Said in this window</source>
        <translation>In diesem Fenster gesagt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 UTC · %2</source>
        <comment>time, what was said</comment>
        <translation>%1 UTC · %2</translation>
    </message>
    <message numerus="yes">
        <location line="+46"/>
        <source>%n older job(s) are in the audit trail.</source>
        <translation>
            <numerusform>%n älterer Auftrag steht im Prüfprotokoll.</numerusform>
            <numerusform>%n ältere Aufträge stehen im Prüfprotokoll.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::AgreementForm</name>
    <message>
        <location filename="../views/partner_forms/agreement_form.cpp" line="+29"/>
        <source>An agreement is signed</source>
        <translation>Eine Vereinbarung ist unterzeichnet</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The file is read here to compute its fingerprint; it is not sent anywhere.</source>
        <translation>Die Datei wird hier gelesen, um ihren Fingerabdruck zu berechnen; sie wird nirgendwohin gesendet.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Signed by, separated by commas</source>
        <translation>Unterzeichnet von, durch Kommas getrennt</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Choose the signed agreement</source>
        <translation>Unterzeichnete Vereinbarung wählen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Documents (*.pdf *.p7m *.asice);;All files (*)</source>
        <translation>Dokumente (*.pdf *.p7m *.asice);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The file could not be read: %1</source>
        <translation>Die Datei konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>pc::views::ApiDetail</name>
    <message>
        <location filename="../views/catalogue/api_detail.cpp" line="+50"/>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Parts of the API</source>
        <translation>Teile der API</translation>
    </message>
    <message>
        <location line="+17"/>
        <location line="+4"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <location line="+65"/>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Any that no other API has</source>
        <translation>Jeder, den keine andere API hat</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Description in force</source>
        <translation>Geltende Beschreibung</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Routes and scopes</source>
        <translation>Routen und Scopes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2</source>
        <comment>routes, scopes</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln Scope</numerusform>
            <numerusform>%Ln Scopes</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Added</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 by %2</source>
        <comment>when, who</comment>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>pc::views::ApiDialog</name>
    <message>
        <location filename="../views/catalogue/api_dialogs.cpp" line="+25"/>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Add an API</source>
        <translation>API anlegen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The API was not changed.</source>
        <translation>Die API wurde nicht geändert.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The API was not added.</source>
        <translation>Die API wurde nicht angelegt.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>With another host, base path or audience its callers must change as well: what they use now is refused from then on.</source>
        <translation>Mit anderem Host, Basispfad oder anderer Audience müssen sich auch ihre Aufrufer umstellen: Was sie jetzt benutzen, wird dann abgewiesen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its address changes</source>
        <translation>Ihre Adresse ändert sich</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New API for partners</source>
        <translation>Neue API für Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Nothing was saved: somebody else changed the API meanwhile. Their changes are shown now, with yours on top. Look, and save again.</source>
        <translation>Nichts wurde gespeichert: Jemand anderes hat die API inzwischen geändert. Jetzt sehen Sie diese Änderungen, mit Ihren darüber. Prüfen Sie sie und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>pc::views::ApiForm</name>
    <message>
        <location filename="../views/catalogue/api_form.cpp" line="+31"/>
        <source>Give the API a name.</source>
        <translation>Geben Sie der API einen Namen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>By which the gateway tells its calls apart. Empty: any that no other API has.</source>
        <translation>Daran erkennt das Gateway ihre Aufrufe. Leer: jeder, den keine andere API hat.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>All its paths begin with it. APIs of one host need different ones, and none within another.</source>
        <translation>Damit beginnen alle ihre Pfade. APIs desselben Hosts brauchen verschiedene, und keiner darf in einem anderen liegen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A token for one API is refused at every other, so each has its own. Empty: that of the platform, which one API can have.</source>
        <translation>Ein Token für eine API wird bei jeder anderen abgewiesen; jede hat ihre eigene. Leer: die der Plattform, die nur eine API haben kann.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Another API has this name. Choose another one.</source>
        <translation>Eine andere API heißt so. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” has paths there on the same host. Choose another base path or host.</source>
        <translation>„%1“ hat dort Pfade auf demselben Host. Wählen Sie einen anderen Basispfad oder Host.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>“%1” has the platform&apos;s audience already. Give this API its own.</source>
        <translation>„%1“ hat schon die Audience der Plattform. Geben Sie dieser API eine eigene.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tokens for “%1” would be accepted here. Choose another audience.</source>
        <translation>Token für „%1“ würden hier angenommen. Wählen Sie eine andere Audience.</translation>
    </message>
    <message>
        <source>Before every path. Empty for none.</source>
        <translation type="vanished">Vor jedem Pfad. Leer: keiner.</translation>
    </message>
    <message>
        <source>A token for one API is refused at every other. Empty: the audience of the platform.</source>
        <translation type="vanished">Ein Token für eine API wird bei jeder anderen abgewiesen. Leer: die Audience der Plattform.</translation>
    </message>
</context>
<context>
    <name>pc::views::AuditPage</name>
    <message>
        <location filename="../views/audit/audit_page.cpp" line="+44"/>
        <source>Audit trail</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Verify now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <location line="+98"/>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Checking the log</source>
        <translation>Protokoll wird geprüft</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Verified to checkpoint %1 UTC</source>
        <translation>Verifiziert bis Prüfpunkt %1 UTC</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <location line="-102"/>
        <source>Start from this log…</source>
        <translation>Mit diesem Protokoll neu beginnen…</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Verify the whole history on the platform</source>
        <translation>Ganzen Verlauf auf der Plattform prüfen</translation>
    </message>
    <message numerus="yes">
        <location line="+32"/>
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 Ereignis</numerusform>
            <numerusform>%1 Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <location line="+46"/>
        <location line="+5"/>
        <source>Start from this log</source>
        <translation>Mit diesem Protokoll neu beginnen</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>From here on the console checks the audit log against what it is now, and the alarm ends. Do this only when the platform&apos;s administrators told you why the log was replaced.</source>
        <translation>Von hier an prüft die Konsole das Protokoll gegen seinen jetzigen Stand, und der Alarm endet. Tun Sie das nur, wenn die Administratoren der Plattform Ihnen gesagt haben, warum das Protokoll ersetzt wurde.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep the alarm</source>
        <translation>Alarm behalten</translation>
    </message>
    <message numerus="yes">
        <location line="+24"/>
        <source>%n event(s) up to %1 UTC. The signature holds, and the log grew from what this console verified before.</source>
        <translation>
            <numerusform>%n Ereignis bis %1 UTC. Die Signatur gilt, und das Protokoll ist aus dem gewachsen, was diese Konsole zuvor geprüft hat.</numerusform>
            <numerusform>%n Ereignisse bis %1 UTC. Die Signatur gilt, und das Protokoll ist aus dem gewachsen, was diese Konsole zuvor geprüft hat.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Signed by another key</source>
        <translation>Mit anderem Schlüssel signiert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The log is signed by a key that this console has not seen before. Ask the platform&apos;s administrators whether the key was changed on purpose.</source>
        <translation>Das Protokoll ist mit einem Schlüssel signiert, den diese Konsole noch nicht kennt. Fragen Sie die Administratoren der Plattform, ob der Schlüssel absichtlich gewechselt wurde.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The log does not match</source>
        <translation>Das Protokoll stimmt nicht überein</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The log does not continue what this console verified before: it was changed, cut or forked.</source>
        <translation>Das Protokoll setzt nicht fort, was diese Konsole zuvor verifiziert hat: Es wurde geändert, gekürzt oder verzweigt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Could not be checked</source>
        <translation>Prüfung nicht möglich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The log could not be checked.</source>
        <translation>Das Protokoll konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>What was verified could not be kept for the next time: %1.</source>
        <translation>Was geprüft wurde, konnte nicht für das nächste Mal behalten werden: %1.</translation>
    </message>
</context>
<context>
    <name>pc::views::AuditPanel</name>
    <message>
        <location filename="../views/audit/audit_panel.cpp" line="+105"/>
        <source>Audit events</source>
        <translation>Prüfereignisse</translation>
    </message>
    <message>
        <location line="+192"/>
        <source>No events match</source>
        <translation>Keine passenden Ereignisse</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Widen the time range or remove a word from the query.</source>
        <translation>Erweitern Sie den Zeitraum oder entfernen Sie ein Wort aus der Abfrage.</translation>
    </message>
    <message>
        <location line="-150"/>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Search, or actor:… action:credential.* target:…</source>
        <translation>Suchen, oder actor:… action:credential.* target:…</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="vanished">Zeitraum</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="vanished">Beliebige Zeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="vanished">Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="vanished">Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="vanished">Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="vanished">Letzte 30 Tage</translation>
    </message>
    <message>
        <location line="+170"/>
        <source>There is no field “%1”. Fields are: %2.</source>
        <translation>Es gibt kein Feld „%1“. Felder sind: %2.</translation>
    </message>
    <message>
        <location line="-23"/>
        <source>A value is missing</source>
        <translation>Ein Wert fehlt</translation>
    </message>
    <message>
        <location line="-174"/>
        <source>Place in all events</source>
        <translation>Stelle in allen Ereignissen</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <location line="+18"/>
        <location line="+263"/>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <location line="-262"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Search further</source>
        <translation>Weiter suchen</translation>
    </message>
    <message>
        <location line="+123"/>
        <source>“%1:” stands without a value. Write it right after the colon.</source>
        <translation>„%1:“ steht ohne Wert. Schreiben Sie ihn direkt hinter den Doppelpunkt.</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>“%1” can be asked for, but not left out.</source>
        <translation>Nach „%1“ kann gefragt werden, ausgelassen werden kann es nicht.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>“%1” is no time. Try “yesterday 14:00”, “-3d” or “2026-11-27 14:03”.</source>
        <translation>„%1“ ist keine Zeit. Versuchen Sie „gestern 14:00“, „-3d“ oder „2026-11-27 14:03“.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing is after “after:” and before “before:”.</source>
        <translation>Zwischen „after:“ und „before:“ liegt nichts.</translation>
    </message>
    <message>
        <location line="+87"/>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The audit trail could not be loaded.</source>
        <translation>Das Prüfprotokoll konnte nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n neues Ereignis</numerusform>
            <numerusform>%n neue Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Searched back to %1.</source>
        <translation>Zurückgesucht bis %1.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <location line="+72"/>
        <source>Filter for this actor</source>
        <translation>Nach diesem Akteur filtern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter for this action</source>
        <translation>Nach dieser Aktion filtern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter for this object</source>
        <translation>Nach diesem Objekt filtern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Filter for this partner</source>
        <translation>Nach diesem Partner filtern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter for this request</source>
        <translation>Nach dieser Anfrage filtern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Leave out this actor</source>
        <translation>Diesen Akteur auslassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Leave out this action</source>
        <translation>Diese Aktion auslassen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy event ID</source>
        <translation>Ereignis-ID kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy time (ISO 8601)</source>
        <translation>Zeit kopieren (ISO 8601)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Export audit events</source>
        <translation>Prüfereignisse exportieren</translation>
    </message>
    <message numerus="yes">
        <location line="+17"/>
        <source>%1 matching event(s) · newest first</source>
        <translation>
            <numerusform>%1 passendes Ereignis · neueste zuerst</numerusform>
            <numerusform>%1 passende Ereignisse · neueste zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 matching event(s) · oldest first</source>
        <translation>
            <numerusform>%1 passendes Ereignis · älteste zuerst</numerusform>
            <numerusform>%1 passende Ereignisse · älteste zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Space peek</source>
        <translation>Leertaste Vorschau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Enter open</source>
        <translation>Enter öffnen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>/ filter</source>
        <translation>/ filtern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>T time</source>
        <translation>T Zeit</translation>
    </message>
</context>
<context>
    <name>pc::views::BasisForm</name>
    <message>
        <location filename="../views/partner_forms/basis_form.cpp" line="+28"/>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
</context>
<context>
    <name>pc::views::BeginObservationDialog</name>
    <message>
        <location filename="../views/observing/begin_dialog.cpp" line="+42"/>
        <source>Observe instead of enforcing</source>
        <translation>Beobachten statt durchsetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing is observed: refusals are enforced as before.</source>
        <translation>Nichts wird beobachtet: Ablehnungen werden durchgesetzt wie zuvor.</translation>
    </message>
    <message>
        <location line="+15"/>
        <location line="+6"/>
        <source>What is observed</source>
        <translation>Was beobachtet wird</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no such API.</source>
        <translation>Eine solche API gibt es nicht.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>There is no such partner.</source>
        <translation>Einen solchen Partner gibt es nicht.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Name of the gateway</source>
        <translation>Name des Gateways</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>As it is registered; everything that it asks about is observed.</source>
        <translation>Wie es registriert ist; beobachtet wird alles, wonach es fragt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Below this path</source>
        <translation>Unterhalb dieses Pfads</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Itself and everything below, with the base path: /v1/orders</source>
        <translation>Er selbst und alles darunter, mit dem Basispfad: /v1/orders</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Ends by itself on (UTC)</source>
        <translation>Endet von selbst am (UTC)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Say what is observed.</source>
        <translation>Sagen Sie, was beobachtet wird.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Partners move over to the platform</source>
        <translation>Partner ziehen auf die Plattform um</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>New rules are tried first</source>
        <translation>Neue Regeln werden erst erprobt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go on enforcing</source>
        <translation>Weiter durchsetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Beginning…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <location line="+92"/>
        <source>Say below which path.</source>
        <translation>Sagen Sie, unterhalb welches Pfads.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>A path without parameters, below %1.</source>
        <translation>Ein Pfad ohne Parameter, unterhalb von %1.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A path without parameters, with a slash in front.</source>
        <translation>Ein Pfad ohne Parameter, mit einem Schrägstrich am Anfang.</translation>
    </message>
</context>
<context>
    <name>pc::views::BreakdownCard</name>
    <message>
        <location filename="../views/usage/breakdown_card.cpp" line="+61"/>
        <source>Breakdown</source>
        <translation>Aufschlüsselung</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Break down by</source>
        <translation>Aufschlüsseln nach</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Export the breakdown as CSV</source>
        <translation>Aufschlüsselung als CSV exportieren</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Breakdown of calls</source>
        <translation>Aufschlüsselung der Aufrufe</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>No calls in this range</source>
        <translation>Keine Aufrufe in diesem Zeitraum</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Choose a longer range.</source>
        <translation>Wählen Sie einen längeren Zeitraum.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Show these calls</source>
        <translation>Diese Aufrufe anzeigen</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>The breakdown could not be loaded.</source>
        <translation>Die Aufschlüsselung konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Export the breakdown</source>
        <translation>Aufschlüsselung exportieren</translation>
    </message>
</context>
<context>
    <name>pc::views::CalendarPopup</name>
    <message>
        <location filename="../views/widgets/calendar_popup.cpp" line="+28"/>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>%1 %2</source>
        <comment>month, year</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>pc::views::CallFilterChips</name>
    <message>
        <location filename="../views/calls/call_filter_chips.cpp" line="+64"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message numerus="yes">
        <location line="+55"/>
        <source>%1 more call(s) with other values</source>
        <translation>
            <numerusform>%1 weiterer Aufruf mit anderen Werten</numerusform>
            <numerusform>%1 weitere Aufrufe mit anderen Werten</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>No calls</source>
        <translation>Keine Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The values could not be counted.</source>
        <translation>Die Werte konnten nicht gezählt werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Counting…</source>
        <translation>Zähle …</translation>
    </message>
</context>
<context>
    <name>pc::views::CallNotes</name>
    <message>
        <location filename="../views/calls/call_notes.cpp" line="+37"/>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search further</source>
        <translation>Weiter suchen</translation>
    </message>
    <message numerus="yes">
        <location line="+18"/>
        <source>%n or more new call(s)</source>
        <translation>
            <numerusform>%n neuer Aufruf oder mehr</numerusform>
            <numerusform>%n oder mehr neue Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n new call(s)</source>
        <translation>
            <numerusform>%n neuer Aufruf</numerusform>
            <numerusform>%n neue Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Searched back to %1.</source>
        <translation>Zurückgesucht bis %1.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Single calls are kept since %1. What is older is counted in the strip only.</source>
        <translation>Einzelne Aufrufe sind seit %1 aufbewahrt. Was älter ist, ist nur im Streifen gezählt.</translation>
    </message>
</context>
<context>
    <name>pc::views::CallSearch</name>
    <message>
        <location filename="../views/calls/call_search.cpp" line="+37"/>
        <source>Request ID, key, IP, partner, reason:…</source>
        <translation>Anfrage-ID, Schlüssel, IP, Partner, reason:…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search calls by ID, key, address, partner or field</source>
        <translation>Aufrufe nach ID, Schlüssel, Adresse, Partner oder Feld suchen</translation>
    </message>
    <message>
        <location line="+70"/>
        <source>That is a secret, but none of this platform. It was not kept, and nothing was asked.</source>
        <translation>Das ist ein Geheimnis, aber keines dieser Plattform. Es wurde nicht aufbewahrt, und nichts wurde angefragt.</translation>
    </message>
    <message>
        <location line="+52"/>
        <source>It could not be looked up.</source>
        <translation>Es konnte nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>More: write more of the name</source>
        <translation>Weitere: Schreiben Sie mehr vom Namen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>No secret ends with …%1.</source>
        <translation>Kein Geheimnis endet auf …%1.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Show its calls</source>
        <translation>Seine Aufrufe anzeigen</translation>
    </message>
</context>
<context>
    <name>pc::views::CallersPanel</name>
    <message>
        <location filename="../views/observing/callers_panel.cpp" line="+41"/>
        <source>Who shows a key of another system goes on with it once its hash is imported, until the deadline that you set. The print tells two keys apart and gives neither away.</source>
        <translation>Wer einen Schlüssel eines anderen Systems zeigt, kann damit weiterarbeiten, sobald dessen Hash importiert ist, bis zu der Frist, die Sie setzen. Der Abdruck unterscheidet zwei Schlüssel und verrät keinen.</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <location line="-39"/>
        <source>Callers without a known credential</source>
        <translation>Aufrufer ohne bekannte Zugangsdaten</translation>
    </message>
    <message>
        <location line="+83"/>
        <source>No unknown callers</source>
        <translation>Keine unbekannten Aufrufer</translation>
    </message>
    <message>
        <source>Every call in this time showed a credential that the platform knows.</source>
        <translation type="vanished">Jeder Aufruf in dieser Zeit zeigte Zugangsdaten, die die Plattform kennt.</translation>
    </message>
    <message>
        <location line="-43"/>
        <source>Import keys…</source>
        <translation>Schlüssel importieren…</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Command copied</source>
        <translation>Befehl kopiert</translation>
    </message>
    <message numerus="yes">
        <location line="+21"/>
        <source>%Ln more caller(s) with fewer calls are not listed.</source>
        <translation>
            <numerusform>%Ln weiterer Aufrufer mit weniger Aufrufen ist nicht aufgeführt.</numerusform>
            <numerusform>%Ln weitere Aufrufer mit weniger Aufrufen sind nicht aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Of the key with the print %1 its hash is imported, from a file of the system that made it.</source>
        <translation>Vom Schlüssel mit dem Abdruck %1 wird der Hash importiert, aus einer Datei des Systems, das ihn ausgegeben hat.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This caller shows no key: there is nothing of it to import.</source>
        <translation>Dieser Aufrufer zeigt keinen Schlüssel: Von ihm gibt es nichts zu importieren.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>This caller shows no key.</source>
        <translation>Dieser Aufrufer zeigt keinen Schlüssel.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a caller first.</source>
        <translation>Wählen Sie zuerst einen Aufrufer.</translation>
    </message>
</context>
<context>
    <name>pc::views::CallsPage</name>
    <message>
        <location filename="../views/calls/calls_page.cpp" line="+15"/>
        <location line="+25"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
</context>
<context>
    <name>pc::views::CallsPanel</name>
    <message>
        <source>Calls</source>
        <translation type="vanished">Aufrufe</translation>
    </message>
    <message>
        <location filename="../views/calls/calls_panel.cpp" line="+118"/>
        <source>Place in all calls</source>
        <translation>Stelle in allen Aufrufen</translation>
    </message>
    <message>
        <location line="+18"/>
        <location line="+301"/>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <location line="-300"/>
        <source>Show new calls as they come</source>
        <translation>Neue Aufrufe zeigen, wie sie kommen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search further</source>
        <translation type="vanished">Weiter suchen</translation>
    </message>
    <message>
        <location line="+46"/>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <location line="+178"/>
        <source>The calls could not be loaded.</source>
        <translation>Die Aufrufe konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n or more new call(s)</source>
        <translation type="vanished">
            <numerusform>%n neuer Aufruf oder mehr</numerusform>
            <numerusform>%n oder mehr neue Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new call(s)</source>
        <translation type="vanished">
            <numerusform>%n neuer Aufruf</numerusform>
            <numerusform>%n neue Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="vanished">Anzeigen</translation>
    </message>
    <message>
        <source>Searched back to %1.</source>
        <translation type="vanished">Zurückgesucht bis %1.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Single calls are kept since %1. What is older is counted in the strip only.</source>
        <translation type="vanished">Einzelne Aufrufe sind seit %1 aufbewahrt. Was älter ist, ist nur im Streifen gezählt.</translation>
    </message>
    <message>
        <location line="+65"/>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Export calls</source>
        <translation>Aufrufe exportieren</translation>
    </message>
    <message numerus="yes">
        <location line="+52"/>
        <source>%1 of %2 call(s)</source>
        <translation>
            <numerusform>%1 von %2 Aufruf</numerusform>
            <numerusform>%1 von %2 Aufrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%1 call(s)</source>
        <translation>
            <numerusform>%1 Aufruf</numerusform>
            <numerusform>%1 Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Space why</source>
        <translation>Leertaste warum</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>F filter for this cell</source>
        <translation>F nach dieser Zelle filtern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>T time</source>
        <translation>T Zeit</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>/ search</source>
        <translation>/ suchen</translation>
    </message>
</context>
<context>
    <name>pc::views::CatalogueActs</name>
    <message>
        <location filename="../views/catalogue/catalogue_acts.cpp" line="+83"/>
        <source>Add API…</source>
        <translation>API anlegen…</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+100"/>
        <source>Import description…</source>
        <translation>Beschreibung importieren…</translation>
    </message>
    <message>
        <location line="-93"/>
        <source>Edit API…</source>
        <translation>API bearbeiten…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Review proposal…</source>
        <translation>Vorschlag prüfen…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Put former routes back…</source>
        <translation>Frühere Routen zurückholen…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Remove revision…</source>
        <translation>Revision entfernen…</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Remove API…</source>
        <translation>API entfernen…</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Choose an API in the catalogue first.</source>
        <translation>Wählen Sie zuerst eine API im Katalog.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Choose a proposal among the revisions first.</source>
        <translation>Wählen Sie zuerst einen Vorschlag unter den Revisionen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose a replaced one among the revisions first.</source>
        <translation>Wählen Sie zuerst eine ersetzte unter den Revisionen.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Choose a proposal or a replaced one among the revisions first.</source>
        <translation>Wählen Sie zuerst einen Vorschlag oder eine ersetzte unter den Revisionen.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 added</source>
        <translation>%1 ist angelegt</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1 saved</source>
        <translation>%1 ist gespeichert</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1 is removed</source>
        <translation>%1 ist entfernt</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The proposal is withdrawn</source>
        <translation>Der Vorschlag ist zurückgezogen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The former revision is removed</source>
        <translation>Die frühere Revision ist entfernt</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>The APIs could not be loaded.</source>
        <translation>Die APIs konnten nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>Undone: the former routes of %1 are in force</source>
        <translation>Rückgängig gemacht: Die früheren Routen von %1 gelten</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln route(s) of %1 are in force</source>
        <translation>
            <numerusform>%Ln Route von %1 gilt</numerusform>
            <numerusform>%Ln Routen von %1 gelten</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>It could not be undone: put the former routes back from the revisions.</source>
        <translation>Es ließ sich nicht rückgängig machen: Holen Sie die früheren Routen bei den Revisionen zurück.</translation>
    </message>
</context>
<context>
    <name>pc::views::CataloguePage</name>
    <message>
        <location filename="../views/catalogue/catalogue_page.cpp" line="+55"/>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Add API…</source>
        <translation>API anlegen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+35"/>
        <source>Import description…</source>
        <translation>Beschreibung importieren…</translation>
    </message>
    <message>
        <location line="-28"/>
        <source>APIs</source>
        <translation>APIs</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>No API yet</source>
        <translation>Noch keine API</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import the description of an API: the platform then knows its routes, and refuses every other call.</source>
        <translation>Importieren Sie die Beschreibung einer API: Dann kennt die Plattform ihre Routen und weist jeden anderen Aufruf ab.</translation>
    </message>
    <message>
        <location line="+84"/>
        <source>The APIs could not be loaded.</source>
        <translation>Die APIs konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <location line="+57"/>
        <source>%1 API(s)</source>
        <translation>
            <numerusform>%1 API</numerusform>
            <numerusform>%1 APIs</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter routes</source>
        <translation>Enter Routen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>/ search</source>
        <translation>/ suchen</translation>
    </message>
</context>
<context>
    <name>pc::views::ChartCard</name>
    <message>
        <location filename="../views/usage/chart_card.cpp" line="+29"/>
        <location line="+43"/>
        <source>Show as table</source>
        <translation>Als Tabelle anzeigen</translation>
    </message>
    <message>
        <location line="-39"/>
        <source>Export the numbers as CSV</source>
        <translation>Zahlen als CSV exportieren</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Show as chart</source>
        <translation>Als Diagramm anzeigen</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Export the numbers of the chart</source>
        <translation>Zahlen des Diagramms exportieren</translation>
    </message>
</context>
<context>
    <name>pc::views::ChartLegend</name>
    <message>
        <location filename="../views/charts/chart_legend.cpp" line="+34"/>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>pc::views::ChartTable</name>
    <message>
        <location filename="../views/charts/chart_table.cpp" line="+51"/>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 %2</source>
        <comment>series, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Bucket</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
</context>
<context>
    <name>pc::views::ChartView</name>
    <message>
        <location filename="../views/charts/chart_accessible.cpp" line="+25"/>
        <source>Left and Right move through the chart. The same numbers are in the table.</source>
        <translation>Mit Links und Rechts bewegen Sie sich durch das Diagramm. Dieselben Zahlen stehen in der Tabelle.</translation>
    </message>
</context>
<context>
    <name>pc::views::CheckList</name>
    <message>
        <location filename="../views/calls/check_list.cpp" line="+70"/>
        <source>Checks, in order</source>
        <translation>Prüfungen der Reihe nach</translation>
    </message>
    <message>
        <location line="+68"/>
        <source>How the rule stood then is not recorded.</source>
        <translation>Wie die Regel damals galt, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The rule as it stood then</source>
        <translation>Die Regel, wie sie damals galt</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Made so by %1, %2</source>
        <translation>So gemacht von %1, %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Reason given: “%1”</source>
        <translation>Angegebener Grund: „%1“</translation>
    </message>
</context>
<context>
    <name>pc::views::Chip</name>
    <message>
        <location filename="../views/widgets/chip.cpp" line="+65"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Filter. Enter to change, Delete to remove.</source>
        <translation>Filter. Enter zum Ändern, Entf zum Entfernen.</translation>
    </message>
</context>
<context>
    <name>pc::views::ClipboardCountdown</name>
    <message>
        <location filename="../views/credentials/clipboard_countdown.cpp" line="+24"/>
        <source>Time until the clipboard is emptied</source>
        <translation>Zeit, bis die Zwischenablage geleert wird</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Clear now</source>
        <translation>Jetzt leeren</translation>
    </message>
    <message numerus="yes">
        <location line="+32"/>
        <location line="+19"/>
        <source>Copied. Clipboard clears in %n s</source>
        <translation>
            <numerusform>Kopiert. Zwischenablage wird in %n s geleert</numerusform>
            <numerusform>Kopiert. Zwischenablage wird in %n s geleert</numerusform>
        </translation>
    </message>
    <message>
        <location line="-9"/>
        <source>The clipboard holds something else now</source>
        <translation>Die Zwischenablage enthält inzwischen etwas anderes</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Clipboard cleared</source>
        <translation>Zwischenablage geleert</translation>
    </message>
</context>
<context>
    <name>pc::views::CodeBlock</name>
    <message>
        <location filename="../views/widgets/code_block.cpp" line="+17"/>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>pc::views::CommandPalette</name>
    <message>
        <location filename="../views/commands/command_palette.cpp" line="+36"/>
        <location line="+10"/>
        <location line="+1"/>
        <source>Find and run a command</source>
        <translation>Befehl suchen und ausführen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>↑↓ choose</source>
        <translation>↑↓ wählen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Enter run</source>
        <translation>Enter ausführen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>&gt; commands</source>
        <translation>&gt; Befehle</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Esc close</source>
        <translation>Esc schließen</translation>
    </message>
    <message>
        <location line="+99"/>
        <source>No command matches “%1”. Partners are found on the Partners page, events in the audit trail.</source>
        <translation>Kein Befehl passt zu „%1“. Partner finden Sie auf der Seite Partner, Ereignisse im Prüfprotokoll.</translation>
    </message>
</context>
<context>
    <name>pc::views::CommandRegistry</name>
    <message>
        <location filename="../views/commands/command_registry.cpp" line="+27"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>pc::views::ConnectForm</name>
    <message>
        <location filename="../views/welcome/connect_form.cpp" line="+35"/>
        <source>Platform address</source>
        <translation>Adresse der Plattform</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Name of this environment</source>
        <translation>Name dieser Umgebung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Shown in the sidebar; the host name when empty.</source>
        <translation>Wird in der Seitenleiste angezeigt; wenn leer, der Hostname.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Certificate authority (PEM file)</source>
        <translation>Zertifizierungsstelle (PEM-Datei)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only for platforms with a private authority.</source>
        <translation>Nur für Plattformen mit privater Zertifizierungsstelle.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Operator token</source>
        <translation>Operator-Token</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>From “partner-platform operator token”; kept in the system&apos;s keyring, or in memory where there is none.</source>
        <translation>Von „partner-platform operator token“; wird im Schlüsselbund des Systems verwahrt, oder im Arbeitsspeicher, wo es keinen gibt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Paste the token that an administrator made for you.</source>
        <translation>Fügen Sie das Token ein, das ein Administrator für Sie erstellt hat.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+77"/>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location line="-68"/>
        <source>Connect to a platform</source>
        <translation>Mit einer Plattform verbinden</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Type the address of the platform.</source>
        <translation>Geben Sie die Adresse der Plattform ein.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>This is not an address. It looks like https://platform.example:8443.</source>
        <translation>Das ist keine Adresse. Sie sieht so aus: https://platform.example:8443.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Only https is used: an operator token must never travel in clear.</source>
        <translation>Nur https wird verwendet: Ein Operator-Token darf nie unverschlüsselt übertragen werden.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Give the host and port only, without a path or user.</source>
        <translation>Geben Sie nur Host und Port an, ohne Pfad oder Benutzer.</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
</context>
<context>
    <name>pc::views::ContactsForm</name>
    <message>
        <location filename="../views/partner_forms/contacts_form.cpp" line="+103"/>
        <source>Verified on %1 UTC.</source>
        <comment>time</comment>
        <translation>Überprüft am %1 UTC.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Verified on %1 UTC by %2.</source>
        <comment>time, operator</comment>
        <translation>Überprüft am %1 UTC von %2.</translation>
    </message>
    <message>
        <location line="-53"/>
        <source>Verified by calling back</source>
        <translation>Durch Rückruf bestätigt</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Name, address or number changed: call back again.</source>
        <translation>Name, Adresse oder Nummer geändert: Rufen Sie erneut zurück.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Recorded with your name and the time when it is saved.</source>
        <translation>Wird beim Speichern mit Ihrem Namen und der Zeit festgehalten.</translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialCommands</name>
    <message>
        <location filename="../views/credentials/credential_commands.cpp" line="+57"/>
        <location line="+70"/>
        <source>Select a credential first.</source>
        <translation>Wählen Sie zuerst Zugangsdaten aus.</translation>
    </message>
    <message>
        <location line="-55"/>
        <source>Rotate…</source>
        <translation>Rotieren…</translation>
    </message>
    <message>
        <location line="-25"/>
        <source>Nothing of this kind of credential can be rotated.</source>
        <translation>Bei Zugangsdaten dieser Art lässt sich nichts rotieren.</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Change grace…</source>
        <translation>Übergangsfrist ändern…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>End grace now…</source>
        <translation>Übergangsfrist jetzt beenden…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Suspend…</source>
        <translation>Aussetzen…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Resume…</source>
        <translation>Aussetzung aufheben…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <location line="+65"/>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialDelegate</name>
    <message>
        <location filename="../views/credentials/credential_delegate.cpp" line="+92"/>
        <location line="+50"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location line="-84"/>
        <source>grace ends %1</source>
        <translation>Übergangsfrist endet %1</translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialLines</name>
    <message>
        <location filename="../views/partners/credential_lines.cpp" line="+51"/>
        <source>No credentials yet.</source>
        <translation>Noch keine Zugangsdaten.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The credentials could not be loaded.</source>
        <translation>Die Zugangsdaten konnten nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>%1 · %2</source>
        <comment>credential name, kind</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Used %1</source>
        <translation>Verwendet %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Never used</source>
        <translation>Nie verwendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 · %2</source>
        <comment>last use, realm</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Expires %1</source>
        <translation>Ablauf: %1</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>Show all %n credential(s)</source>
        <translation>
            <numerusform>Alle %n Zugangsdaten anzeigen</numerusform>
            <numerusform>Alle %n Zugangsdaten anzeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialPane</name>
    <message>
        <location filename="../views/credentials/credential_pane.cpp" line="+76"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Used from</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <location line="+85"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="-26"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>%1 (not granted to the partner)</source>
        <comment>scope</comment>
        <translation>%1 (dem Partner nicht gewährt)</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Imported</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Expires</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 (in %n day(s))</source>
        <translation>
            <numerusform>%1 (in %n Tag)</numerusform>
            <numerusform>%1 (in %n Tagen)</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>New secret</source>
        <translation>Neues Geheimnis</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Old client ID</source>
        <translation>Alte Client-ID</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Sent in</source>
        <translation>Gesendet in</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kept as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1, hashed anew at its first use on %2</source>
        <translation>%1, bei der ersten Nutzung am %2 neu gehasht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, hashed anew at its first use, which is to come</source>
        <translation>%1, wird bei der ersten Nutzung neu gehasht</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location line="-49"/>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 by %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>Who still uses the old secret is not known at the moment.</source>
        <translation>Wer das alte Geheimnis noch verwendet, ist derzeit nicht bekannt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No calls were seen from either secret yet.</source>
        <translation>Bisher gab es mit keinem der beiden Geheimnisse Aufrufe.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %n source address(es) still use the old secret.</source>
        <translation>
            <numerusform>%1 von %n Quelladresse verwendet noch das alte Geheimnis.</numerusform>
            <numerusform>%1 von %n Quelladressen verwenden noch das alte Geheimnis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>secret %1 · %2 · %n call(s)</source>
        <translation>
            <numerusform>Geheimnis %1 · %2 · %n Aufruf</numerusform>
            <numerusform>Geheimnis %1 · %2 · %n Aufrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::CredentialsTab</name>
    <message>
        <location filename="../views/credentials/credentials_tab.cpp" line="+73"/>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+28"/>
        <location line="+51"/>
        <source>No credentials yet</source>
        <translation>Noch keine Zugangsdaten</translation>
    </message>
    <message>
        <location line="-50"/>
        <location line="+51"/>
        <source>Issue a sandbox credential so that the partner&apos;s developers can begin.</source>
        <translation>Stellen Sie Sandbox-Zugangsdaten aus, damit die Entwickler des Partners beginnen können.</translation>
    </message>
    <message>
        <location line="-49"/>
        <source>Issue credential…</source>
        <translation>Zugangsdaten ausstellen…</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Kind of credential</source>
        <translation>Art der Zugangsdaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>None of this kind</source>
        <translation>Keine dieser Art</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Choose All kinds to see the partner&apos;s other credentials.</source>
        <translation>Wählen Sie „Alle Arten“, um die anderen Zugangsdaten des Partners zu sehen.</translation>
    </message>
    <message>
        <location line="+111"/>
        <source>The credentials could not be loaded.</source>
        <translation>Die Zugangsdaten konnten nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>%1 reaches its deadline on %2 UTC, which nothing moves: what follows is another credential.</source>
        <translation>%1 erreicht am %2 UTC die Frist, die nichts verschiebt: Danach folgen andere Zugangsdaten.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 expires on %2 UTC. Rotate it in time: the expiry can be moved along.</source>
        <translation>%1 läuft am %2 UTC ab. Rotieren Sie rechtzeitig: Der Ablauf lässt sich dabei verschieben.</translation>
    </message>
    <message numerus="yes">
        <location line="+41"/>
        <source>%n credential(s)</source>
        <translation>
            <numerusform>%n Zugangsdaten</numerusform>
            <numerusform>%n Zugangsdaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>R rotate</source>
        <translation>R rotieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Del revoke</source>
        <translation>Entf widerrufen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>C copy ID</source>
        <translation>C ID kopieren</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Space peek</source>
        <translation>Leertaste Vorschau</translation>
    </message>
</context>
<context>
    <name>pc::views::DateInput</name>
    <message>
        <location filename="../views/widgets/date_input.cpp" line="+21"/>
        <source>YYYY-MM-DD</source>
        <translation>JJJJ-MM-TT</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>YYYY-MM-DD HH:MM</source>
        <translation>JJJJ-MM-TT HH:MM</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Kalender öffnen (Alt+Abwärts)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the calendar</source>
        <translation>Kalender öffnen</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>This is not a date. Write it as 2026-03-01.</source>
        <translation>Das ist kein Datum. Schreiben Sie es so: 2026-03-01.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This is not a time. Write it as 2026-03-01 12:30.</source>
        <translation>Das ist kein Zeitpunkt. Schreiben Sie ihn so: 2026-03-01 12:30.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no such day.</source>
        <translation>Diesen Tag gibt es nicht.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Not before %1.</source>
        <comment>date</comment>
        <translation>Nicht vor dem %1.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not after %1.</source>
        <comment>date</comment>
        <translation>Nicht nach dem %1.</translation>
    </message>
</context>
<context>
    <name>pc::views::DiffModel</name>
    <message numerus="yes">
        <location filename="../views/widgets/diff_table.cpp" line="+128"/>
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n unverändert</numerusform>
            <numerusform>%n unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%1, %n unchanged: %2</source>
        <translation>
            <numerusform>%1, %n unverändert: %2</numerusform>
            <numerusform>%1, %n unverändert: %2</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 unchanged, %2</source>
        <translation>%1 unverändert, %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 changed from %2 to %3</source>
        <translation>%1 geändert von %2 zu %3</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 added, %2</source>
        <translation>%1 hinzugefügt, %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 removed, was %2</source>
        <translation>%1 entfernt, war %2</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>pc::views::DiffTable</name>
    <message>
        <location line="+6"/>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>pc::views::EditPartnerDialog</name>
    <message>
        <location filename="../views/partner/edit_partner_dialog.cpp" line="+35"/>
        <source>%1 of %2</source>
        <comment>section, partner</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The details were not saved.</source>
        <translation>Die Angaben wurden nicht gespeichert.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>What you typed is not saved. Save it, or close once more to discard it.</source>
        <translation type="vanished">Was Sie eingegeben haben, ist nicht gespeichert. Speichern Sie es, oder schließen Sie noch einmal, um es zu verwerfen.</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>What you typed before is here again: it is not saved. Look, and save again.</source>
        <translation>Was Sie zuvor eingegeben haben, steht wieder hier und ist nicht gespeichert. Sehen Sie es durch und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Somebody else wrote here meanwhile: %1</source>
        <translation>Inzwischen hat hier jemand anderes geschrieben: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing was saved: somebody else changed the partner meanwhile. Their changes are shown now, with yours on top. Look, and save again.</source>
        <translation>Es wurde nichts gespeichert: Jemand anderes hat den Partner inzwischen geändert. Dessen Änderungen werden jetzt gezeigt, Ihre liegen darüber. Prüfen Sie sie, und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>pc::views::EndChoice</name>
    <message numerus="yes">
        <location filename="../views/observing/end_choice.cpp" line="+17"/>
        <source>At most %n day(s) from now; then refusals are enforced.</source>
        <translation>
            <numerusform>Höchstens %n Tag von jetzt an; danach werden Ablehnungen durchgesetzt.</numerusform>
            <numerusform>Höchstens %n Tage von jetzt an; danach werden Ablehnungen durchgesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Say when it ends.</source>
        <translation>Sagen Sie, wann es endet.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>It must lie ahead.</source>
        <translation>Es muss in der Zukunft liegen.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>At most %n day(s) from now.</source>
        <translation>
            <numerusform>Höchstens %n Tag von jetzt an.</numerusform>
            <numerusform>Höchstens %n Tage von jetzt an.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::EnforceDialog</name>
    <message>
        <location filename="../views/observing/enforce_dialog.cpp" line="+36"/>
        <source>Enforce “%1”</source>
        <translation>„%1“ durchsetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It is observed as before.</source>
        <translation>Es wird beobachtet wie zuvor.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>From then on what would be refused is refused, at every gateway, before this is answered.</source>
        <translation>Von da an wird abgelehnt, was abgelehnt würde, an jedem Gateway, noch bevor dies beantwortet ist.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Who would be refused</source>
        <translation>Wer abgelehnt würde</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>All partners have moved over</source>
        <translation>Alle Partner sind umgezogen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The rest is told and waited long enough</source>
        <translation>Die übrigen wissen Bescheid und hatten genug Zeit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Go on observing</source>
        <translation>Weiter beobachten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enforce now</source>
        <translation>Jetzt durchsetzen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Enforcing…</source>
        <translation>Wird durchgesetzt…</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>What would be refused is not known.</source>
        <translation>Was abgelehnt würde, ist nicht bekannt.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Looking what would be refused…</source>
        <translation>Sieht nach, was abgelehnt würde…</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Nothing in the last 24 hours: no call came under it.</source>
        <translation>Nichts in den letzten 24 Stunden: Kein Aufruf fiel darunter.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing in the last 24 hours would be refused.</source>
        <translation>Nichts aus den letzten 24 Stunden würde abgelehnt.</translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%Ln call(s) of the last 24 hours would be refused</source>
        <translation>
            <numerusform>%Ln Aufruf der letzten 24 Stunden würde abgelehnt</numerusform>
            <numerusform>%Ln Aufrufe der letzten 24 Stunden würden abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>More would be refused than can be listed here.</source>
        <translation>Es würde mehr abgelehnt, als hier aufgeführt werden kann.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, all from unknown callers.</source>
        <comment>calls</comment>
        <translation>%1, alle von unbekannten Aufrufern.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, from %2 and unknown callers.</source>
        <comment>calls, partners</comment>
        <translation>%1, von %2 und unbekannten Aufrufern.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, from %2.</source>
        <comment>calls, partners</comment>
        <translation>%1, von %2.</translation>
    </message>
    <message>
        <source>%1, of %2.</source>
        <comment>calls, partners</comment>
        <translation type="vanished">%1, von %2.</translation>
    </message>
    <message numerus="yes">
        <location line="-7"/>
        <source>%Ln partner(s)</source>
        <translation>
            <numerusform>%Ln Partner</numerusform>
            <numerusform>%Ln Partner</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all of unknown callers.</source>
        <comment>calls</comment>
        <translation type="vanished">%1, alle von unbekannten Aufrufern.</translation>
    </message>
</context>
<context>
    <name>pc::views::ErrorState</name>
    <message>
        <location filename="../views/widgets/error_state.cpp" line="+19"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+55"/>
        <location line="+17"/>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <location line="-70"/>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Copy request ID</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
</context>
<context>
    <name>pc::views::EventPane</name>
    <message>
        <location filename="../views/audit/event_pane.cpp" line="+52"/>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Copy event ID</source>
        <translation>Ereignis-ID kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Raw JSON</source>
        <translation>JSON-Rohdaten</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Changed fields</source>
        <translation>Geänderte Felder</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This event changed no fields.</source>
        <translation>Dieses Ereignis hat keine Felder geändert.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Same request</source>
        <translation>Gleiche Anfrage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Same actor</source>
        <translation>Gleicher Akteur</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Same object</source>
        <translation>Gleiches Objekt</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Show these calls</source>
        <translation>Diese Aufrufe anzeigen</translation>
    </message>
    <message numerus="yes">
        <location line="+60"/>
        <source>%1 or more call(s) were refused because of it.</source>
        <translation>
            <numerusform>Deswegen wurde %1 Aufruf oder mehr abgelehnt.</numerusform>
            <numerusform>Deswegen wurden %1 oder mehr Aufrufe abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%1 call(s) were refused because of it.</source>
        <translation>
            <numerusform>Deswegen wurde %1 Aufruf abgelehnt.</numerusform>
            <numerusform>Deswegen wurden %1 Aufrufe abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The event could not be loaded.</source>
        <translation>Das Ereignis konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 on %2 · %3 · %4 UTC</source>
        <translation>%1: %2 · %3 · %4 UTC</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>One person did this alone</source>
        <translation>Eine Person hat dies allein getan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Two people did this together</source>
        <translation>Zwei Personen haben dies gemeinsam getan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Event ID</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
</context>
<context>
    <name>pc::views::ExportStrip</name>
    <message>
        <location filename="../views/export/export_strip.cpp" line="+24"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>CSV (*.csv);;JSON lines (*.jsonl)</source>
        <translation>CSV (*.csv);;JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Exporting: %1 written</source>
        <translation>Export: %1 geschrieben</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Exporting: %1 of %2 written</source>
        <translation>Export: %1 von %2 geschrieben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%1 row(s) written to %2</source>
        <translation>
            <numerusform>%1 Zeile nach %2 geschrieben</numerusform>
            <numerusform>%1 Zeilen nach %2 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Export cancelled: no file was written.</source>
        <translation>Export abgebrochen: Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The export failed, and no file was written.</source>
        <translation>Der Export ist fehlgeschlagen, und es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No file was written: %1</source>
        <translation>Es wurde keine Datei geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>pc::views::ExtendObservationDialog</name>
    <message>
        <location filename="../views/observing/extend_dialog.cpp" line="+24"/>
        <source>Another end for “%1”</source>
        <translation>Anderes Ende für „%1“</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The end was not changed.</source>
        <translation>Das Ende wurde nicht geändert.</translation>
    </message>
    <message>
        <source>It is observed until %1 UTC, %2.</source>
        <comment>when, how far</comment>
        <translation type="vanished">Beobachtet wird bis %1 UTC, %2.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>It is observed until %1.</source>
        <comment>when</comment>
        <translation>Beobachtet wird bis %1.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>New end (UTC)</source>
        <translation>Neues Ende (UTC)</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Partners still move over</source>
        <translation>Partner ziehen noch um</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>It can be enforced sooner</source>
        <translation>Es kann früher durchgesetzt werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change the end</source>
        <translation>Ende ändern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Changing…</source>
        <translation>Wird geändert…</translation>
    </message>
</context>
<context>
    <name>pc::views::FacetPanel</name>
    <message>
        <location filename="../views/calls/facet_panel.cpp" line="+31"/>
        <source>Narrow, or type a value</source>
        <translation>Einengen, oder einen Wert schreiben</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location line="+39"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>pc::views::FactTiles</name>
    <message>
        <location filename="../views/widgets/fact_tiles.cpp" line="+89"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pc::views::FileDrop</name>
    <message>
        <location filename="../views/catalogue/file_drop.cpp" line="+37"/>
        <location line="+30"/>
        <location line="+24"/>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <location line="-36"/>
        <source>OpenAPI 3.0 or 3.1, JSON or YAML, up to 64 MiB</source>
        <translation>OpenAPI 3.0 oder 3.1, JSON oder YAML, bis 64 MiB</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Drop it here, or choose it.</source>
        <translation>Legen Sie sie hier ab oder wählen Sie sie.</translation>
    </message>
    <message>
        <location line="+10"/>
        <location line="+9"/>
        <source>Another file…</source>
        <translation>Andere Datei…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No file is chosen</source>
        <translation>Keine Datei ist gewählt</translation>
    </message>
</context>
<context>
    <name>pc::views::FlowDialog</name>
    <message>
        <location filename="../views/dialogs/flow_dialog.cpp" line="+65"/>
        <source>What you typed is not saved. Save it, or close once more to discard it.</source>
        <translation>Was Sie eingegeben haben, ist nicht gespeichert. Speichern Sie es, oder schließen Sie noch einmal, um es zu verwerfen.</translation>
    </message>
    <message>
        <location line="+52"/>
        <source>You may close this: what becomes of it is told.</source>
        <translation>Sie können dies schließen: Was daraus wird, erfahren Sie.</translation>
    </message>
    <message>
        <location line="+151"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Ask again</source>
        <translation>Erneut anfragen</translation>
    </message>
</context>
<context>
    <name>pc::views::FormField</name>
    <message>
        <location filename="../views/widgets/form_field.cpp" line="+67"/>
        <source>%1 (required)</source>
        <translation>%1 (erforderlich)</translation>
    </message>
</context>
<context>
    <name>pc::views::FreezeDialog</name>
    <message>
        <location filename="../views/partner/promote_dialog.cpp" line="+93"/>
        <source>Freeze %1</source>
        <translation>%1 einfrieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unfreeze %1</source>
        <translation>%1 wieder freigeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner was not frozen.</source>
        <translation>Der Partner wurde nicht eingefroren.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The partner was not unfrozen.</source>
        <translation>Der Partner wurde nicht wieder freigegeben.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Every call of this partner is refused from now on, in sandbox and production. Nothing is deleted: unfreezing lets the same credentials work again.</source>
        <translation>Ab jetzt wird jeder Aufruf dieses Partners abgelehnt, in Sandbox und Produktion. Nichts wird gelöscht: Nach dem Aufheben funktionieren dieselben Zugangsdaten wieder.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Calls with the partner&apos;s living credentials are accepted again at once. Credentials that were revoked or have expired meanwhile stay closed.</source>
        <translation>Aufrufe mit den gültigen Zugangsdaten des Partners werden sofort wieder angenommen. Inzwischen widerrufene oder abgelaufene Zugangsdaten bleiben gesperrt.</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>credential(s)</source>
        <translation>
            <numerusform>Zugangsdaten</numerusform>
            <numerusform>Zugangsdaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>call(s) in 24 hours</source>
        <translation>
            <numerusform>Aufruf in 24 Stunden</numerusform>
            <numerusform>Aufrufe in 24 Stunden</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>last call</source>
        <translation>letzter Aufruf</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Suspected key leak</source>
        <translation>Verdacht auf Schlüsselleck</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Agreement ended</source>
        <translation>Vereinbarung beendet</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+1"/>
        <source>Asked for by the partner</source>
        <translation>Vom Partner gewünscht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Cause removed</source>
        <translation>Ursache behoben</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Frozen by mistake</source>
        <translation>Versehentlich eingefroren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep access</source>
        <translation>Zugriff belassen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep frozen</source>
        <translation>Eingefroren lassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Freeze partner</source>
        <translation>Partner einfrieren</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Unfreeze partner</source>
        <translation>Wieder freigeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Freezing…</source>
        <translation>Wird eingefroren…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Unfreezing…</source>
        <translation>Wird freigegeben…</translation>
    </message>
</context>
<context>
    <name>pc::views::GatesCard</name>
    <message>
        <location filename="../views/partner/gates_card.cpp" line="+71"/>
        <source>The gates could not be loaded.</source>
        <translation>Die Voraussetzungen konnten nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Loading the gates…</source>
        <translation>Voraussetzungen werden geladen…</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Full production: there is no further stage</source>
        <translation>Volle Produktion: Es gibt keine weitere Stufe</translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>All %n gate(s) passed for %1</source>
        <translation>
            <numerusform>%n Voraussetzung für %1 erfüllt</numerusform>
            <numerusform>Alle %n Voraussetzungen für %1 erfüllt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%1 of %n gate(s) not passed yet for %2</source>
        <translation>
            <numerusform>%1 von %n Voraussetzung für %2 noch nicht erfüllt</numerusform>
            <numerusform>%1 von %n Voraussetzungen für %2 noch nicht erfüllt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Not passed yet</source>
        <translation>Noch nicht erfüllt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Passed</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Fix: %1</source>
        <translation>Beheben: %1</translation>
    </message>
</context>
<context>
    <name>pc::views::GraceChoice</name>
    <message>
        <location filename="../views/credentials/grace_choice.cpp" line="+49"/>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Other:</source>
        <translation>Andere:</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Hours of grace</source>
        <translation>Stunden Übergangsfrist</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
</context>
<context>
    <name>pc::views::GraceDialog</name>
    <message>
        <location filename="../views/credentials/grace_dialog.cpp" line="+29"/>
        <source>The grace was not ended.</source>
        <translation>Die Übergangsfrist wurde nicht beendet.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The grace was not changed.</source>
        <translation>Die Übergangsfrist wurde nicht geändert.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>End the grace of “%1”</source>
        <translation>Übergangsfrist von „%1“ beenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Change the grace of “%1”</source>
        <translation>Übergangsfrist von „%1“ ändern</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The old secret (…%1) is valid until %2 UTC, %3.</source>
        <translation>Das alte Geheimnis (…%1) ist bis %2 UTC gültig, %3.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Valid from now on for</source>
        <translation>Ab jetzt noch gültig für</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>At most %n day(s) after the rotation.</source>
        <translation>
            <numerusform>Höchstens %n Tag nach der Rotation.</numerusform>
            <numerusform>Höchstens %n Tage nach der Rotation.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Partner needs more time</source>
        <translation>Partner braucht mehr Zeit</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Partner has changed over</source>
        <translation>Partner hat umgestellt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Suspected leak</source>
        <translation>Verdacht auf Leck</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep both secrets</source>
        <translation>Beide Geheimnisse behalten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>End 1 secret now</source>
        <translation>1 Geheimnis jetzt beenden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Ending…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Change grace</source>
        <translation>Übergangsfrist ändern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Changing…</source>
        <translation>Wird geändert…</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>No source address used the old secret in the last day.</source>
        <translation>Am letzten Tag hat keine Quelladresse das alte Geheimnis verwendet.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n source address(es) still use the old secret.</source>
        <translation>
            <numerusform>%n Quelladresse verwendet noch das alte Geheimnis.</numerusform>
            <numerusform>%n Quelladressen verwenden noch das alte Geheimnis.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The old secret of %1 has ended</source>
        <translation>Das alte Geheimnis von %1 ist beendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Grace of %1 changed</source>
        <translation>Übergangsfrist von %1 geändert</translation>
    </message>
</context>
<context>
    <name>pc::views::ImpactPanel</name>
    <message>
        <location filename="../views/catalogue/impact_panel.cpp" line="+132"/>
        <source>Parts of the review</source>
        <translation>Teile der Prüfung</translation>
    </message>
    <message>
        <location line="+7"/>
        <location line="+62"/>
        <source>Routes that change</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <location line="-61"/>
        <source>Whom it breaks</source>
        <translation>Wen es trifft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Partners whose calls would be refused</source>
        <translation>Partner, deren Aufrufe abgewiesen würden</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>It breaks nobody</source>
        <translation>Es trifft niemanden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No call of the last 30 days would be refused.</source>
        <translation>Kein Aufruf der letzten 30 Tage würde abgewiesen.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Which changes</source>
        <translation>Welche Änderungen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Scopes that its routes need</source>
        <translation>Scopes, die ihre Routen brauchen</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>What of the description is left out</source>
        <translation>Was von der Beschreibung ausgelassen wird</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Nothing is left out</source>
        <translation>Nichts wird ausgelassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Every route of the description is taken.</source>
        <translation>Jede Route der Beschreibung wird übernommen.</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>It is not there any more: it was withdrawn, or newer ones took its place.</source>
        <translation>Er ist nicht mehr da: Er wurde zurückgezogen, oder neuere sind an seine Stelle getreten.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>It is in force: %1 applied it.</source>
        <comment>account</comment>
        <translation>Er ist in Kraft: %1 hat ihn angewendet.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It was in force meanwhile, and another one took its place.</source>
        <translation>Er war inzwischen in Kraft und ist schon wieder ersetzt.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 is a scope of “%2”. Choose a prefix.</source>
        <comment>scope, API</comment>
        <translation>%1 ist ein Scope von „%2“. Wählen Sie ein Präfix.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is a scope of “%2” by now: these routes cannot be put back.</source>
        <comment>scope, API</comment>
        <translation>%1 ist inzwischen ein Scope von „%2“: Diese Routen können nicht zurückgeholt werden.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Look first at what it would do now.</source>
        <translation>Sehen Sie zuerst an, was er jetzt bewirken würde.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Correct the prefix of the scopes first.</source>
        <translation>Berichtigen Sie zuerst das Präfix der Scopes.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Somebody gave the proposal another rule meanwhile. What you looked at is still shown.</source>
        <translation>Jemand hat dem Vorschlag inzwischen eine andere Regel gegeben. Sie sehen noch, was Sie geprüft haben.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 gave the proposal another rule meanwhile. What you looked at is still shown.</source>
        <comment>account</comment>
        <translation>%1 hat dem Vorschlag inzwischen eine andere Regel gegeben. Sie sehen noch, was Sie geprüft haben.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Show what it would do now</source>
        <translation>Zeigen, was er jetzt bewirken würde</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>The review could not be made.</source>
        <translation>Die Prüfung ließ sich nicht erstellen.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>OpenAPI %1</source>
        <translation>OpenAPI %1</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>It breaks nobody: no call of the last 30 days would be refused.</source>
        <translation>Es trifft niemanden: Kein Aufruf der letzten 30 Tage würde abgewiesen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Copy contacts</source>
        <translation>Kontakte kopieren</translation>
    </message>
    <message numerus="yes">
        <location line="+17"/>
        <source>%Ln new scope(s)</source>
        <translation>
            <numerusform>%Ln neuer Scope</numerusform>
            <numerusform>%Ln neue Scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln that no route needs any more</source>
        <comment>scopes</comment>
        <translation>
            <numerusform>%Ln, den keine Route mehr braucht</numerusform>
            <numerusform>%Ln, die keine Route mehr braucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>held by %Ln partner(s), and kept there</source>
        <translation>
            <numerusform>bei %Ln Partner, dort bleibt er</numerusform>
            <numerusform>bei %Ln Partnern, dort bleiben sie</numerusform>
        </translation>
    </message>
    <message>
        <location line="+18"/>
        <source>No route changes</source>
        <translation>Keine Route ändert sich</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No route of this kind</source>
        <translation>Keine Route dieser Art</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What is in force is the same.</source>
        <translation>Was in Kraft ist, ist gleich.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The changes could not be loaded.</source>
        <translation>Die Änderungen konnten nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>The rule was not tried.</source>
        <translation>Die Regel wurde nicht ausprobiert.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Trying the rule…</source>
        <translation>Die Regel wird ausprobiert…</translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%Ln contact(s) copied</source>
        <translation>
            <numerusform>%Ln Kontakt kopiert</numerusform>
            <numerusform>%Ln Kontakte kopiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ImportActs</name>
    <message>
        <location filename="../views/imports/import_acts.cpp" line="+32"/>
        <source>Import partners…</source>
        <translation>Partner importieren …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import plans…</source>
        <translation>Pläne importieren …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import keys by their hashes…</source>
        <translation>Schlüssel als Hashes importieren …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import client IDs…</source>
        <translation>Client-IDs importieren …</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Imported: %1</source>
        <translation>Importiert: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+3"/>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>pc::views::ImportDialog</name>
    <message>
        <location filename="../views/catalogue/import_dialog.cpp" line="+31"/>
        <source>Import a description</source>
        <translation>Beschreibung importieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The description was not taken.</source>
        <translation>Die Beschreibung wurde nicht angenommen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+10"/>
        <source>For which API</source>
        <translation>Für welche API</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>New API for partners</source>
        <translation>Neue API für Partner</translation>
    </message>
    <message>
        <location line="+123"/>
        <source>The platform reads it and shows what would change, and whom that breaks. Nothing changes until you apply it.</source>
        <translation>Die Plattform liest sie und zeigt, was sich ändern würde und wen das trifft. Nichts ändert sich, bis Sie sie anwenden.</translation>
    </message>
    <message>
        <location line="-122"/>
        <source>Progress of the upload</source>
        <translation>Fortschritt der Übertragung</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="vanished">Anhalten</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Nothing is decided by it yet</source>
        <translation>Noch wird nach ihr nichts entschieden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Send and review</source>
        <translation>Senden und prüfen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <location line="+17"/>
        <location line="+141"/>
        <source>%1 (%2)</source>
        <comment>API, its address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="-138"/>
        <source>A new API</source>
        <translation>Eine neue API</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Description of an API</source>
        <translation>Beschreibung einer API</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>OpenAPI descriptions (*.json *.yaml *.yml);;All files (*)</source>
        <translation>OpenAPI-Beschreibungen (*.json *.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+43"/>
        <source>Review…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The API is added at once, without routes. Calls to it are refused until you apply what is shown.</source>
        <translation>Die Plattform legt die API sofort an, ohne Routen, und zeigt, was hinzukäme. Aufrufe werden abgewiesen, bis Sie das anwenden.</translation>
    </message>
    <message>
        <location line="+45"/>
        <source>Sent. The platform reads it.</source>
        <translation>Gesendet. Die Plattform liest sie.</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <comment>sizes</comment>
        <translation type="vanished">%1 von %2 gesendet</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation type="vanished">Keine Datei gewählt</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Choose a description, or drop it here.</source>
        <translation>Wählen Sie eine Beschreibung oder legen Sie sie hier ab.</translation>
    </message>
</context>
<context>
    <name>pc::views::IntegrityCard</name>
    <message>
        <location filename="../views/audit/integrity_card.cpp" line="+27"/>
        <source>Integrity</source>
        <translation>Integrität</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Verify again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This event has not been checked against the log yet.</source>
        <translation>Dieses Ereignis wurde noch nicht gegen das Protokoll geprüft.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The console is computing the proof.</source>
        <translation>Die Konsole berechnet den Nachweis.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Intact</source>
        <translation>Unversehrt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The stored bytes of this event stand in the log that the platform signed. The console computed this itself.</source>
        <translation>Die gespeicherten Bytes dieses Ereignisses stehen im Protokoll, das die Plattform signiert hat. Die Konsole hat dies selbst berechnet.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not yet anchored</source>
        <translation>Noch nicht verankert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This event is newer than the last signed checkpoint. The next one comes within a minute.</source>
        <translation>Dieses Ereignis ist neuer als der letzte signierte Prüfpunkt. Der nächste folgt innerhalb einer Minute.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Mismatch</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The stored bytes do not stand in the signed log. The log was changed, cut or forked. Tell the security team before anything else.</source>
        <translation>Die gespeicherten Bytes stehen nicht im signierten Protokoll. Das Protokoll wurde geändert, gekürzt oder verzweigt. Informieren Sie zuallererst das Sicherheitsteam.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Could not be checked</source>
        <translation>Prüfung nicht möglich</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+1"/>
        <source>The proof could not be fetched.</source>
        <translation>Der Nachweis konnte nicht abgerufen werden.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Leaf hash</source>
        <translation>Blatt-Hash</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Checkpoint</source>
        <translation>Prüfpunkt</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%n event(s), signed %1 UTC</source>
        <translation>
            <numerusform>%n Ereignis, signiert %1 UTC</numerusform>
            <numerusform>%n Ereignisse, signiert %1 UTC</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::IssueDialog</name>
    <message>
        <location filename="../views/credentials/issue_dialog.cpp" line="+52"/>
        <location line="+74"/>
        <location line="+138"/>
        <source>Issue credential</source>
        <translation>Zugangsdaten ausstellen</translation>
    </message>
    <message>
        <location line="-199"/>
        <source>Credential “%1” of %2</source>
        <comment>credential, partner</comment>
        <translation>Zugangsdaten „%1“ von %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>For %1. The platform makes the secret; it is shown once, here, and kept nowhere.</source>
        <translation>Für %1. Die Plattform erzeugt das Geheimnis; es wird einmal hier angezeigt und nirgends aufbewahrt.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>for example erp-sync</source>
        <translation>zum Beispiel erp-sync</translation>
    </message>
    <message numerus="yes">
        <location line="+25"/>
        <source>At most %n year(s) ahead.</source>
        <translation>
            <numerusform>Höchstens %n Jahr im Voraus.</numerusform>
            <numerusform>Höchstens %n Jahre im Voraus.</numerusform>
        </translation>
    </message>
    <message>
        <location line="-22"/>
        <source>What it is used for, so that people recognise it later.</source>
        <translation>Wofür sie verwendet werden, damit man sie später wiedererkennt.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Production needs the limited stage at least: promote the partner first.</source>
        <translation>Produktion erfordert mindestens die Stufe „Eingeschränkt“: Stufen Sie den Partner zuerst hoch.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A sandbox credential never works in production, and the reverse.</source>
        <translation>Sandbox-Zugangsdaten funktionieren nie in der Produktion, und umgekehrt.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Expires (end of the day before, UTC)</source>
        <translation>Ablauf (Ende des Vortags, UTC)</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>New integration</source>
        <translation>Neue Anbindung</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Replaces another credential</source>
        <translation>Ersetzt andere Zugangsdaten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <location line="+61"/>
        <source>This partner holds no scopes yet. Grant some under Access &amp; quotas first.</source>
        <translation>Dieser Partner hat noch keine Scopes. Erteilen Sie zuerst welche unter Zugriff &amp; Kontingente.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Only what it needs: a credential can be narrower than the partner, never wider.</source>
        <translation>Nur das Nötige: Zugangsdaten können enger gefasst sein als der Partner, nie weiter.</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>Choose at least one scope.</source>
        <translation>Wählen Sie mindestens einen Scope.</translation>
    </message>
    <message>
        <location line="-178"/>
        <source>The credential was not issued.</source>
        <translation>Die Zugangsdaten wurden nicht ausgestellt.</translation>
    </message>
</context>
<context>
    <name>pc::views::JobCard</name>
    <message>
        <location filename="../views/jobs/job_card.cpp" line="+74"/>
        <source>%1 · %2</source>
        <comment>who started a job, when</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1: %2</source>
        <comment>a job, its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: %2</source>
        <comment>an act, the job</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It ends after its present step.</source>
        <translation>Er endet nach seinem jetzigen Schritt.</translation>
    </message>
</context>
<context>
    <name>pc::views::JobCommands</name>
    <message>
        <location filename="../views/jobs/job_commands.cpp" line="+30"/>
        <source>Activity…</source>
        <translation>Aktivität…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Verify the whole history on the platform</source>
        <translation>Ganzen Verlauf auf der Plattform prüfen</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>It was not started.</source>
        <translation>Der Auftrag wurde nicht gestartet.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>It was not cancelled.</source>
        <translation>Der Auftrag wurde nicht abgebrochen.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>It was not resumed.</source>
        <translation>Der Auftrag wurde nicht fortgesetzt.</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>The platform verifies its whole history.</source>
        <translation>Die Plattform prüft ihren ganzen Verlauf.</translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+63"/>
        <source>Open Activity</source>
        <translation>Aktivität öffnen</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>%1: %2</source>
        <comment>a job, what came of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pc::views::KeyValueList</name>
    <message>
        <location filename="../views/widgets/key_value_list.cpp" line="+59"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>pc::views::LeftAct</name>
    <message>
        <location filename="../views/dialogs/left_act.cpp" line="+58"/>
        <source>%1: done</source>
        <comment>title of an act</comment>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1: %2</source>
        <comment>title of an act, what became of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
</context>
<context>
    <name>pc::views::LeftSecret</name>
    <message>
        <location filename="../views/credentials/left_secret.cpp" line="+34"/>
        <source>%1: the secret is there, and held back. It comes into force when you ask for it, and is shown once; if you put this away, it is lost.</source>
        <comment>title of an act</comment>
        <translation>%1: Das Geheimnis ist da und wird zurückgehalten. Es gilt, sobald Sie danach fragen, und wird einmal gezeigt; wenn Sie dies weglegen, ist es verloren.</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+16"/>
        <source>Show secret</source>
        <translation>Geheimnis zeigen</translation>
    </message>
    <message>
        <location line="-10"/>
        <source>%1: nobody has seen the secret, and it never comes into force.</source>
        <comment>title of an act</comment>
        <translation>%1: Niemand hat das Geheimnis gesehen, und es wird nie gelten.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1: done. The secret is shown once; if you put this away, it is lost.</source>
        <comment>title of an act</comment>
        <translation>%1: erledigt. Das Geheimnis wird einmal gezeigt; wenn Sie diese Meldung wegräumen, ist es verloren.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1: the secret is in force, nobody has seen it, and it is shown nowhere again.</source>
        <comment>title of an act</comment>
        <translation>%1: Das Geheimnis gilt, niemand hat es gesehen, und es wird nirgends mehr gezeigt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1: done</source>
        <comment>title of an act</comment>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1: it is not known whether the platform made a secret. Nobody has seen it; look at the credential, and rotate it if it is active.</source>
        <comment>title of an act</comment>
        <translation>%1: Ob die Plattform ein Geheimnis erzeugt hat, ist nicht bekannt. Niemand hat es gesehen; sehen Sie die Zugangsdaten an und rotieren Sie sie, falls sie aktiv sind.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1: %2</source>
        <comment>title of an act, what became of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>pc::views::LegacyPage</name>
    <message>
        <location filename="../views/imports/legacy_page.cpp" line="+68"/>
        <source>Imported keys</source>
        <translation>Übernommene Schlüssel</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import client IDs…</source>
        <translation>Client-IDs importieren …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import keys…</source>
        <translation>Schlüssel importieren …</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Filter by partner, name or contact</source>
        <translation>Nach Partner, Name oder Kontakt filtern</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keys and client IDs</source>
        <translation>Schlüssel und Client-IDs</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Which are shown</source>
        <translation>Welche gezeigt werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Deadline within %n day(s)</source>
        <translation>
            <numerusform>Frist innerhalb von %n Tag</numerusform>
            <numerusform>Frist innerhalb von %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Without a successor</source>
        <translation>Ohne Nachfolge</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Over</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location line="+44"/>
        <source>Nothing of another system is in use</source>
        <translation>Nichts von einem anderen System ist in Gebrauch</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keys and client IDs of another system are imported from files, go on working until a deadline, and are counted here until none is left.</source>
        <translation>Schlüssel und Client-IDs eines anderen Systems werden aus Dateien importiert, gelten bis zu einer Frist weiter und werden hier gezählt, bis keine mehr übrig sind.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Export the imported keys as CSV…</source>
        <translation>Übernommene Schlüssel als CSV exportieren …</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The list is not loaded.</source>
        <translation>Die Liste ist nicht geladen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Open the partner&apos;s credentials</source>
        <translation>Zugangsdaten des Partners öffnen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Select a row first.</source>
        <translation>Wählen Sie zuerst eine Zeile.</translation>
    </message>
    <message>
        <location line="+54"/>
        <source>The imported keys could not be loaded.</source>
        <translation>Die übernommenen Schlüssel konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%Ln left</source>
        <comment>imported keys and client IDs</comment>
        <translation>
            <numerusform>%Ln übrig</numerusform>
            <numerusform>%Ln übrig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>0 left: the campaign is over. %Ln of another system went on working meanwhile.</source>
        <translation>
            <numerusform>0 übrig: Die Umstellung ist abgeschlossen. %Ln eines anderen Systems galt inzwischen weiter.</numerusform>
            <numerusform>0 übrig: Die Umstellung ist abgeschlossen. %Ln eines anderen Systems galten inzwischen weiter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>%Ln reach(es) the deadline within %1 days, and what still uses them is refused then.</source>
        <translation>
            <numerusform>%Ln erreicht innerhalb von %1 Tagen die Frist; was sie dann noch verwendet, wird abgewiesen.</numerusform>
            <numerusform>%Ln erreichen innerhalb von %1 Tagen die Frist; was sie dann noch verwendet, wird abgewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>keys left</source>
        <translation>Schlüssel übrig</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>client IDs left</source>
        <translation>Client-IDs übrig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>without a successor</source>
        <translation>ohne Nachfolge</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>end within %n day(s)</source>
        <translation>
            <numerusform>enden innerhalb von %n Tag</numerusform>
            <numerusform>enden innerhalb von %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>never used</source>
        <translation>nie verwendet</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>bcrypt, before the first use</source>
        <translation>bcrypt, vor der ersten Verwendung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>over</source>
        <translation>beendet</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>None fits the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>The first %L1 are shown; %Ln more are not.</source>
        <translation>
            <numerusform>Die ersten %L1 werden gezeigt; %Ln weitere nicht.</numerusform>
            <numerusform>Die ersten %L1 werden gezeigt; %Ln weitere nicht.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Export imported keys</source>
        <translation>Übernommene Schlüssel exportieren</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%Ln shown</source>
        <translation>
            <numerusform>%Ln gezeigt</numerusform>
            <numerusform>%Ln gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter open</source>
        <translation>Enter öffnen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>/ filter</source>
        <translation>/ filtern</translation>
    </message>
</context>
<context>
    <name>pc::views::LimitsPanel</name>
    <message>
        <location filename="../views/access/limits_panel.cpp" line="+32"/>
        <source>Plan and limits</source>
        <translation>Plan und Limits</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Counted calls per day, last 30 days</source>
        <translation>Gezählte Aufrufe pro Tag, letzte 30 Tage</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Deviate from the plan</source>
        <translation>Vom Plan abweichen</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>In the sandbox</source>
        <translation>In der Sandbox</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Limited</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>In force then</source>
        <translation>Dann geltend</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>–</source>
        <comment>not known</comment>
        <translation>–</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Real use is not known yet.</source>
        <translation>Die tatsächliche Nutzung ist noch nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Real use in the last %n day(s), at most %1 a day:</source>
        <translation>
            <numerusform>Tatsächliche Nutzung an %n Tag, höchstens %1 pro Tag:</numerusform>
            <numerusform>Tatsächliche Nutzung der letzten %n Tage, höchstens %1 pro Tag:</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Without a daily quota no day would have been throttled.</source>
        <translation>Ohne Tageskontingent wäre an keinem Tag gedrosselt worden.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>This quota would have throttled %1 of %n day(s).</source>
        <translation>
            <numerusform>Dieses Kontingent hätte an %1 von %n Tag gedrosselt.</numerusform>
            <numerusform>Dieses Kontingent hätte an %1 von %n Tagen gedrosselt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::LineInput</name>
    <message>
        <location filename="../views/widgets/line_input.cpp" line="+87"/>
        <source>A quotation mark is not closed before the next comma. Type it as in %1.</source>
        <translation>Ein Anführungszeichen ist vor dem nächsten Komma nicht geschlossen. Schreiben Sie es wie in %1.</translation>
    </message>
</context>
<context>
    <name>pc::views::MainWindow</name>
    <message>
        <location filename="../views/shell/main_window.cpp" line="+47"/>
        <source>times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <location line="+51"/>
        <source>On %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <location line="+78"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location line="+59"/>
        <source>Partner Console</source>
        <translation>Partner Console</translation>
    </message>
    <message>
        <location line="+73"/>
        <source>Leaving discards these edits.</source>
        <translation>Beim Verlassen gehen diese Änderungen verloren.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Discard unsaved edits?</source>
        <translation>Ungespeicherte Änderungen verwerfen?</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Leave all the same?</source>
        <translation>Trotzdem gehen?</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Discard and leave</source>
        <translation>Verwerfen und verlassen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Leave</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>The window&apos;s place could not be saved</source>
        <translation>Der Platz des Fensters konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1. Size and page will be those of the last time.</source>
        <translation>%1. Größe und Seite werden die vom letzten Mal sein.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep the window open</source>
        <translation>Fenster offen lassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <location filename="../views/shell/window_commands.cpp" line="+21"/>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>E&amp;dit</source>
        <translation>B&amp;earbeiten</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Nothing before this page</source>
        <translation>Vor dieser Seite gibt es nichts</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Nothing after this page</source>
        <translation>Nach dieser Seite gibt es nichts</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Search or run a command…</source>
        <translation>Suchen oder Befehl ausführen…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Undo the last act</source>
        <translation>Letzte Aktion rückgängig machen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Collapse or expand the sidebar</source>
        <translation>Seitenleiste ein- oder ausklappen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Previous pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Appearance: like the system</source>
        <translation>Darstellung: wie das System</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Appearance: light</source>
        <translation>Darstellung: hell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Appearance: dark</source>
        <translation>Darstellung: dunkel</translation>
    </message>
</context>
<context>
    <name>pc::views::MergeGrantDialog</name>
    <message>
        <location filename="../views/access/grant_dialogs.cpp" line="+157"/>
        <source>Somebody else changed this meanwhile</source>
        <translation>Jemand anderes hat dies inzwischen geändert</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Nothing of yours was saved. This is what the other edit changed:</source>
        <translation>Von Ihren Änderungen wurde nichts gespeichert. Das hat die andere Bearbeitung geändert:</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing of yours was saved. This is what %1 changed:</source>
        <translation>Von Ihren Änderungen wurde nichts gespeichert. Das hat %1 geändert:</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Putting your edits on top keeps both where they touch different things; where both touch the same, yours stay staged. You review the result before it is saved.</source>
        <translation>Wenn Sie Ihre Änderungen darüberlegen, bleiben beide erhalten, soweit sie Verschiedenes betreffen; wo beide dasselbe betreffen, bleiben Ihre vorgemerkt. Sie prüfen das Ergebnis vor dem Speichern.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Drop my edits</source>
        <translation>Meine Änderungen verwerfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put my edits on top</source>
        <translation>Meine Änderungen darüberlegen</translation>
    </message>
</context>
<context>
    <name>pc::views::MergeNetworksDialog</name>
    <message>
        <location filename="../views/access/network_dialogs.cpp" line="+123"/>
        <source>Somebody else changed this meanwhile</source>
        <translation>Jemand anderes hat dies inzwischen geändert</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Nothing of yours was saved. This is what the other edit changed:</source>
        <translation>Von Ihren Änderungen wurde nichts gespeichert. Das hat die andere Bearbeitung geändert:</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing of yours was saved. This is what %1 changed:</source>
        <translation>Von Ihren Änderungen wurde nichts gespeichert. Das hat %1 geändert:</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Putting your edits on top keeps both where they touch different networks; where both touch the same, yours stay staged. You review the result before it is saved.</source>
        <translation>Wenn Sie Ihre Änderungen darüberlegen, bleiben beide erhalten, soweit sie verschiedene Netze betreffen; wo beide dasselbe betreffen, bleiben Ihre vorgemerkt. Sie prüfen das Ergebnis vor dem Speichern.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Drop my edits</source>
        <translation>Meine Änderungen verwerfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put my edits on top</source>
        <translation>Meine Änderungen darüberlegen</translation>
    </message>
</context>
<context>
    <name>pc::views::MessageBanner</name>
    <message>
        <location filename="../views/widgets/message_banner.cpp" line="+57"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>pc::views::MomentInput</name>
    <message>
        <location filename="../views/time/moment_input.cpp" line="+26"/>
        <source>Open the calendar (Alt+Down)</source>
        <translation>Kalender öffnen (Alt+Ab)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Open the calendar</source>
        <translation>Kalender öffnen</translation>
    </message>
</context>
<context>
    <name>pc::views::NavButton</name>
    <message>
        <location filename="../views/shell/nav_button.cpp" line="+40"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>pc::views::NetworkEntryDialog</name>
    <message>
        <location filename="../views/access/network_entry_dialog.cpp" line="+30"/>
        <source>Line of the list</source>
        <translation>Zeile der Liste</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Starts (UTC)</source>
        <translation>Beginnt (UTC)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Empty: at once.</source>
        <translation>Leer: sofort.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ends (UTC)</source>
        <translation>Endet (UTC)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Empty: it does not end.</source>
        <translation>Leer: Sie endet nicht.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>pc::views::NetworkPanel</name>
    <message>
        <location filename="../views/access/network_panel.cpp" line="+51"/>
        <source>Networks that may call</source>
        <translation>Netze, die aufrufen dürfen</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Networks of the list</source>
        <translation>Netze der Liste</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>No network is listed</source>
        <translation>Kein Netz ist gelistet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add networks above, or take them from the sources below.</source>
        <translation>Fügen Sie oben Netze hinzu, oder übernehmen Sie sie unten aus den Quellen.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Use the suggestion</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Add networks</source>
        <translation>Netze hinzufügen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One or many, typed or pasted: IPv4 and IPv6. From a # to the end of its line it is their note.</source>
        <translation>Eines oder viele, getippt oder eingefügt: IPv4 und IPv6. Ab einem # bis zum Ende der Zeile steht ihre Notiz.</translation>
    </message>
    <message>
        <source>One or many, typed or pasted: IPv4 and IPv6. What stands behind a # is their note.</source>
        <translation type="vanished">Eines oder viele, getippt oder eingefügt: IPv4 und IPv6. Was hinter einem # steht, ist ihre Notiz.</translation>
    </message>
    <message>
        <location line="+36"/>
        <source>%1 (%2)</source>
        <comment>credential, realm</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%1: %n network(s)</source>
        <comment>list</comment>
        <translation>
            <numerusform>%1: %n Netz</numerusform>
            <numerusform>%1: %n Netze</numerusform>
        </translation>
    </message>
    <message>
        <location line="+43"/>
        <source>No line is selected.</source>
        <translation>Keine Zeile ist ausgewählt.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Use %1</source>
        <comment>a network</comment>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Type an address or a network, such as 198.51.100.7 or 198.51.100.0/24.</source>
        <translation>Geben Sie eine Adresse oder ein Netz ein, etwa 198.51.100.7 oder 198.51.100.0/24.</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%n network(s) stand in the list already.</source>
        <translation>
            <numerusform>%n Netz steht schon in der Liste.</numerusform>
            <numerusform>%n Netze stehen schon in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Behind a # and so a note, not added: %1. Add it by itself if it is meant.</source>
        <comment>networks</comment>
        <translation>Steht hinter einem # und wurde Notiz, nicht aufgenommen: %1. Geben Sie es einzeln ein, wenn es gemeint ist.</translation>
    </message>
    <message>
        <location line="+79"/>
        <source>Nothing was saved. Put the lines marked red right first, or remove them.</source>
        <translation>Nichts wurde gespeichert. Berichtigen Sie zuerst die rot markierten Zeilen, oder entfernen Sie sie.</translation>
    </message>
</context>
<context>
    <name>pc::views::NetworksTab</name>
    <message>
        <location filename="../views/access/networks_tab.cpp" line="+74"/>
        <source>Show changes…</source>
        <translation>Änderungen anzeigen…</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Review and save…</source>
        <translation>Prüfen und speichern…</translation>
    </message>
    <message>
        <location line="+58"/>
        <source>The networks could not be loaded.</source>
        <translation>Die Netze konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+29"/>
        <source>%n change(s) staged, not saved yet</source>
        <translation>
            <numerusform>%n Änderung vorgemerkt, noch nicht gespeichert</numerusform>
            <numerusform>%n Änderungen vorgemerkt, noch nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The networks were changed elsewhere while you edit.</source>
        <translation>Die Netze wurden anderswo geändert, während Sie sie bearbeiten.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 changed the networks while you edit.</source>
        <translation>%1 hat die Netze geändert, während Sie sie bearbeiten.</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%n network(s) listed for production</source>
        <translation>
            <numerusform>%n Netz für die Produktion gelistet</numerusform>
            <numerusform>%n Netze für die Produktion gelistet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n change(s) staged</source>
        <translation>
            <numerusform>%n Änderung vorgemerkt</numerusform>
            <numerusform>%n Änderungen vorgemerkt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Changed %1 by %2</source>
        <translation>Geändert %1 von %2</translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>%n staged change(s) discarded</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung verworfen</numerusform>
            <numerusform>%n vorgemerkte Änderungen verworfen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+42"/>
        <source>Networks of %1 saved</source>
        <translation>Netze von %1 gespeichert</translation>
    </message>
</context>
<context>
    <name>pc::views::NoticeDialog</name>
    <message>
        <location filename="../views/catalogue/notice_dialog.cpp" line="+34"/>
        <source>Notice of the end of version %1</source>
        <translation>Mitteilung zum Ende der Version %1</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Notice</source>
        <translation>Mitteilung</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The console sends nothing. Figures are of the last 30 days.</source>
        <translation>Die Konsole versendet nichts. Die Zahlen sind die der letzten 30 Tage.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy notice</source>
        <translation>Mitteilung kopieren</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>It has no contact.</source>
        <translation>Er hat keinen Kontakt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Contact: %1, %2</source>
        <comment>name, mail address</comment>
        <translation>Kontakt: %1, %2</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Notice copied</source>
        <translation>Mitteilung kopiert</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Save the notice</source>
        <translation>Mitteilung speichern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Notice saved to %1</source>
        <translation>Mitteilung gespeichert in %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>pc::views::NumberInput</name>
    <message>
        <location filename="../views/widgets/number_input.cpp" line="+52"/>
        <source>A number is needed.</source>
        <translation>Eine Zahl wird benötigt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A whole number is needed.</source>
        <translation>Eine ganze Zahl wird benötigt.</translation>
    </message>
</context>
<context>
    <name>pc::views::ObservationDelegate</name>
    <message>
        <location filename="../views/observing/observing_delegates.cpp" line="+44"/>
        <source>Enforced %1</source>
        <comment>when</comment>
        <translation>Durchgesetzt %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+8"/>
        <source>Ends %1</source>
        <comment>when</comment>
        <translation>Endet %1</translation>
    </message>
</context>
<context>
    <name>pc::views::ObservationPage</name>
    <message>
        <location filename="../views/observing/observation_page.cpp" line="+99"/>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another end…</source>
        <translation>Anderes Ende…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enforce…</source>
        <translation>Durchsetzen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Back to observing…</source>
        <translation>Zurück zum Beobachten…</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Without what would pass today</source>
        <translation>Ohne das, was heute durchginge</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Parts of the report</source>
        <translation>Teile des Berichts</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>By reason</source>
        <translation>Nach Grund</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>By partner</source>
        <translation>Nach Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>By route</source>
        <translation>Nach Route</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Unknown callers</source>
        <translation>Unbekannte Aufrufer</translation>
    </message>
    <message>
        <location line="+74"/>
        <location line="+34"/>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>Observing</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>The report could not be made.</source>
        <translation>Der Bericht konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Enforced</source>
        <translation>Durchgesetzt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>enforced since %1 UTC</source>
        <translation>durchgesetzt seit %1 UTC</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>until %1</source>
        <comment>when</comment>
        <translation>bis %1</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>As of %1 UTC</source>
        <comment>time</comment>
        <translation>Stand %1 UTC</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every call in this time showed a credential that the platform knows.</source>
        <translation>Jeder Aufruf in dieser Zeit zeigte Zugangsdaten, die die Plattform kennt.</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>No calls</source>
        <translation>Keine Aufrufe</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nothing would be refused</source>
        <translation>Nichts würde abgelehnt</translation>
    </message>
    <message>
        <location line="+148"/>
        <source>Enter import of keys</source>
        <translation>Enter Import der Schlüssel</translation>
    </message>
    <message>
        <source>until %1 UTC, %2</source>
        <comment>when, how far</comment>
        <translation type="vanished">bis %1 UTC, %2</translation>
    </message>
    <message>
        <location line="-188"/>
        <source>begun by %1 on %2</source>
        <comment>who, when</comment>
        <translation>begonnen von %1 am %2</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Course</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>All that would have been refused would pass by what is in force now.</source>
        <translation>Alles, was abgelehnt worden wäre, ginge nach dem, was jetzt gilt, durch.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Every call in this time would have been allowed.</source>
        <translation>Jeder Aufruf in dieser Zeit wäre erlaubt gewesen.</translation>
    </message>
    <message>
        <source>No call came under it in this time.</source>
        <translation type="vanished">In dieser Zeit fiel kein Aufruf darunter.</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>From the beginning</source>
        <translation>Von Anfang an</translation>
    </message>
    <message>
        <location line="+64"/>
        <source>Export the unknown callers</source>
        <translation>Unbekannte Aufrufer exportieren</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Export what would be refused</source>
        <translation>Exportieren, was abgelehnt würde</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Enter kinds of calls</source>
        <translation>Enter Arten von Aufrufen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enter what mends it</source>
        <translation>Enter was es behebt</translation>
    </message>
</context>
<context>
    <name>pc::views::ObservingActs</name>
    <message>
        <location filename="../views/observing/observing_acts.cpp" line="+77"/>
        <source>Observe instead of enforcing…</source>
        <translation>Beobachten statt durchsetzen…</translation>
    </message>
    <message>
        <location line="+8"/>
        <location line="+122"/>
        <source>What would be refused</source>
        <translation>Was abgelehnt würde</translation>
    </message>
    <message>
        <location line="-115"/>
        <location line="+48"/>
        <source>Choose what is observed first.</source>
        <translation>Wählen Sie zuerst, was beobachtet wird.</translation>
    </message>
    <message>
        <location line="-43"/>
        <source>Another end for what is observed…</source>
        <translation>Anderes Ende für das Beobachtete…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Enforce what is observed…</source>
        <translation>Beobachtetes durchsetzen…</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Back to observing…</source>
        <translation>Zurück zum Beobachten…</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>It is over: refusals are enforced.</source>
        <translation>Es ist vorbei: Ablehnungen werden durchgesetzt.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Choose what was observed first.</source>
        <translation>Wählen Sie zuerst, was beobachtet wurde.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is observed already.</source>
        <translation>Es wird schon beobachtet.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It is observed again already.</source>
        <translation>Es wird bereits wieder beobachtet.</translation>
    </message>
    <message>
        <location line="+51"/>
        <location line="+19"/>
        <source>Observed until %1 UTC</source>
        <translation>Beobachtet bis %1 UTC</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>%1 is enforced</source>
        <translation>%1 ist durchgesetzt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Back to observing</source>
        <translation>Zurück zum Beobachten</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Back to observing: enforcing is taken back</source>
        <translation>Zurück zum Beobachten: Das Durchsetzen wird zurückgenommen</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 is observed again, until %2 UTC</source>
        <translation>%1 wird wieder beobachtet, bis %2 UTC</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>It is not known to be observed again: begin it anew under Observing.</source>
        <translation>Ob es wieder beobachtet wird, ist nicht bekannt: Beginnen Sie es unter „Beobachten“ neu.</translation>
    </message>
</context>
<context>
    <name>pc::views::ObservingPage</name>
    <message>
        <location filename="../views/observing/observing_page.cpp" line="+53"/>
        <source>Observing</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>What would be refused</source>
        <translation>Was abgelehnt würde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Another end…</source>
        <translation>Anderes Ende…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Enforce…</source>
        <translation>Durchsetzen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Back to observing…</source>
        <translation>Zurück zum Beobachten…</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+22"/>
        <source>Observe…</source>
        <translation>Beobachten…</translation>
    </message>
    <message>
        <location line="-16"/>
        <source>What is observed</source>
        <translation>Was beobachtet wird</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Nothing is observed</source>
        <translation>Nichts wird beobachtet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What would be refused is refused. Before an API with callers moves here, observe it: calls are decided, recorded and reported, and pass, until a day that you set.</source>
        <translation>Was abgelehnt würde, wird abgelehnt. Bevor eine API mit Aufrufern hierher umzieht, beobachten Sie sie: Aufrufe werden entschieden, aufgezeichnet und berichtet und gehen durch, bis zu einem Tag, den Sie setzen.</translation>
    </message>
    <message>
        <location line="+74"/>
        <source>What is observed could not be loaded.</source>
        <translation>Was beobachtet wird, konnte nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <location line="+51"/>
        <source>%Ln in force</source>
        <comment>observations</comment>
        <translation>
            <numerusform>%Ln gilt</numerusform>
            <numerusform>%Ln gelten</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter what would be refused</source>
        <translation>Enter was abgelehnt würde</translation>
    </message>
</context>
<context>
    <name>pc::views::OnboardingMessage</name>
    <message>
        <location filename="../views/onboarding/onboarding_message.cpp" line="+36"/>
        <source>Ask again</source>
        <translation>Erneut anfragen</translation>
    </message>
</context>
<context>
    <name>pc::views::OnboardingPage</name>
    <message>
        <location filename="../views/onboarding/onboarding_page.cpp" line="+138"/>
        <source>The draft could not be saved: %1. This page stays open; save again when there is room.</source>
        <translation>Der Entwurf konnte nicht gespeichert werden: %1. Diese Seite bleibt offen; speichern Sie erneut, wenn Platz ist.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The draft of a new partner could not be saved: %1.</source>
        <translation>Der Entwurf eines neuen Partners konnte nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <location line="+87"/>
        <source>New partner %1</source>
        <translation>Neuer Partner %1</translation>
    </message>
    <message>
        <location line="+75"/>
        <source>%1 was created and is in the sandbox. Its credential is issued when you open it.</source>
        <translation>%1 wurde angelegt und ist in der Sandbox. Der Zugang wird ausgestellt, wenn Sie ihn öffnen.</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <location line="-96"/>
        <location line="+31"/>
        <source>The partner was not created.</source>
        <translation>Der Partner wurde nicht angelegt.</translation>
    </message>
    <message>
        <location line="-29"/>
        <location line="+65"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location line="-29"/>
        <source>The draft could not be saved: %1</source>
        <translation>Der Entwurf konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Draft saved %1</source>
        <translation>Entwurf gespeichert %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Saved as you type</source>
        <translation>Wird beim Tippen gespeichert</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>%1 was created and is in the sandbox</source>
        <translation>%1 wurde angelegt und ist in der Sandbox</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>New partner</source>
        <translation>Neuer Partner</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Ready to be created</source>
        <translation>Bereit zum Anlegen</translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%n thing(s) open</source>
        <translation>
            <numerusform>%n Punkt offen</numerusform>
            <numerusform>%n Punkte offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::OrganisationForm</name>
    <message>
        <location filename="../views/partner_forms/organisation_form.cpp" line="+58"/>
        <source>A short name that no other partner has.</source>
        <translation>Ein Kurzname, den kein anderer Partner hat.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>There is no such country. Choose one from the list.</source>
        <translation>Dieses Land gibt es nicht. Wählen Sie eines aus der Liste.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>There is no such time zone. Choose one from the list, such as Europe/Berlin.</source>
        <translation>Diese Zeitzone gibt es nicht. Wählen Sie eine aus der Liste, etwa Europe/Berlin.</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>An operator account.</source>
        <translation>Ein Operatorkonto.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Daily quotas start anew at its midnight.</source>
        <translation>Tageskontingente beginnen um Mitternacht dieser Zeitzone neu.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tags, separated by commas</source>
        <translation>Tags, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>pc::views::OverlapTimeline</name>
    <message>
        <location filename="../views/credentials/overlap_timeline.cpp" line="+52"/>
        <source>old, valid until %1 UTC</source>
        <translation>alt, gültig bis %1 UTC</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>new, in use</source>
        <translation>neu, in Verwendung</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>new, not used yet</source>
        <translation>neu, noch nicht verwendet</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No rotation in progress</source>
        <translation>Es läuft keine Rotation</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Old secret ending in %1: %2. New secret ending in %3: %4.</source>
        <translation>Altes Geheimnis mit Endung %1: %2. Neues Geheimnis mit Endung %3: %4.</translation>
    </message>
    <message>
        <location line="+57"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>pc::views::OverrideForm</name>
    <message>
        <location filename="../views/access/override_form.cpp" line="+87"/>
        <source>0 means no daily quota.</source>
        <translation>0 bedeutet: kein Tageskontingent.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Starts (UTC)</source>
        <translation>Beginnt (UTC)</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Empty: at once.</source>
        <translation>Leer: sofort.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ends (UTC)</source>
        <translation>Endet (UTC)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Empty: it does not end.</source>
        <translation>Leer: Sie endet nicht.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Say why, so that the next review can judge it.</source>
        <translation>Sagen Sie warum, damit die nächste Prüfung es beurteilen kann.</translation>
    </message>
</context>
<context>
    <name>pc::views::OverviewTab</name>
    <message>
        <location filename="../views/partner/overview_tab.cpp" line="+56"/>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Edit: %1</source>
        <translation>Bearbeiten: %1</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Essentials</source>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Agreement</source>
        <translation>Vereinbarung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lawful basis and data</source>
        <translation>Rechtsgrundlage und Daten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <location line="+64"/>
        <source>No notes.</source>
        <translation>Keine Notizen.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Legal name</source>
        <translation>Rechtlicher Name</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 · %2</source>
        <comment>register number, country</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Slug</source>
        <translation>Slug</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Limits in force</source>
        <translation>Geltende Limits</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Quota day</source>
        <translation>Kontingenttag</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>from midnight in %1</source>
        <translation>ab Mitternacht in %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>No contacts yet.</source>
        <translation>Noch keine Kontakte.</translation>
    </message>
    <message>
        <location line="+24"/>
        <source>Verified %1</source>
        <translation>Bestätigt %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not verified</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+12"/>
        <source>Signed</source>
        <translation>Unterzeichnet</translation>
    </message>
    <message>
        <location line="-11"/>
        <source>%1 by %2</source>
        <comment>date, people</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 der Datei</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No agreement recorded</source>
        <translation>Keine Vereinbarung erfasst</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Lawful basis</source>
        <translation>Rechtsgrundlage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Data shared</source>
        <translation>Geteilte Daten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kept at partner</source>
        <translation>Aufbewahrung beim Partner</translation>
    </message>
    <message numerus="yes">
        <location line="+0"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
</context>
<context>
    <name>pc::views::PackDialog</name>
    <message>
        <location filename="../views/partner/pack_dialog.cpp" line="+56"/>
        <source>Partner pack for %1</source>
        <translation>Partnerpaket für %1</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Everything the partner&apos;s developer needs for the first call. No secret is in it.</source>
        <translation>Alles, was die Entwicklung des Partners für den ersten Aufruf braucht. Ein Secret ist nicht darin.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Language of the pack</source>
        <translation>Sprache des Pakets</translation>
    </message>
    <message>
        <location line="+26"/>
        <source>The page as the partner reads it</source>
        <translation>Die Seite, wie der Partner sie liest</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Copy as text for a mail</source>
        <translation>Als Text für eine E-Mail kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save as ZIP…</source>
        <translation>Als ZIP speichern…</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>The partner may not call in this realm now.</source>
        <translation>Der Partner darf in diesem Bereich derzeit nicht aufrufen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No call is granted in this realm, so there are no samples.</source>
        <translation>In diesem Bereich ist kein Aufruf erteilt, daher gibt es keine Beispiele.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no credential for this realm yet.</source>
        <translation>Für diesen Bereich gibt es noch keine Zugangsdaten.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no OAuth client in this realm, only keys.</source>
        <translation>In diesem Bereich gibt es keinen OAuth-Client, nur Schlüssel.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No network is allowed in this realm: every call would be refused.</source>
        <translation>In diesem Bereich ist kein Netz erlaubt: Jeder Aufruf würde abgelehnt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no OpenAPI description of %1.</source>
        <comment>name of an API</comment>
        <translation>Zu %1 gibt es keine OpenAPI-Beschreibung.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>%1 has no host: the pack names the platform&apos;s own address for it.</source>
        <comment>name of an API</comment>
        <translation>%1 hat keinen Host: Das Paket nennt dafür die eigene Adresse der Plattform.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The pack could not be loaded.</source>
        <translation>Das Paket konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The pack is not loaded.</source>
        <translation>Das Paket ist nicht geladen.</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>In it: %1</source>
        <comment>names of files</comment>
        <translation>Darin: %1</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Save the partner pack</source>
        <translation>Partnerpaket speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>ZIP (*.zip)</source>
        <translation>ZIP (*.zip)</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Pack copied as text</source>
        <translation>Paket als Text kopiert</translation>
    </message>
</context>
<context>
    <name>pc::views::PaletteModel</name>
    <message>
        <location filename="../views/commands/palette_model.cpp" line="+40"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>pc::views::PartnerDelegate</name>
    <message numerus="yes">
        <location filename="../views/partners/partner_delegate.cpp" line="+99"/>
        <source>%n expiring</source>
        <translation>
            <numerusform>%n läuft ab</numerusform>
            <numerusform>%n laufen ab</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::PartnerFilterBar</name>
    <message>
        <location filename="../views/partners/partner_filter_bar.cpp" line="+75"/>
        <source>Filter partners</source>
        <translation>Partner filtern</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Filter partners by name, slug, ID or owner</source>
        <translation>Partner nach Name, Slug, ID oder Verantwortlichem filtern</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+72"/>
        <location line="+9"/>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <location line="-80"/>
        <location line="+73"/>
        <location line="+8"/>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location line="-80"/>
        <location line="+73"/>
        <location line="+8"/>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <location line="-78"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>pc::views::PartnerHeader</name>
    <message>
        <source>Observed</source>
        <translation type="vanished">Beobachtet</translation>
    </message>
    <message>
        <location filename="../views/partner/partner_header.cpp" line="+46"/>
        <source>Observed until</source>
        <translation>Beobachtet bis</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Promote…</source>
        <translation>Hochstufen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Issue credential…</source>
        <translation>Zugangsdaten ausstellen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>More acts</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <location line="+22"/>
        <source>%1 · owner %2</source>
        <comment>stage since date, account</comment>
        <translation>%1 · verantwortlich: %2</translation>
    </message>
</context>
<context>
    <name>pc::views::PartnerPage</name>
    <message>
        <location filename="../views/partner/partner_acts.cpp" line="+43"/>
        <location line="+87"/>
        <source>Open a partner first.</source>
        <translation>Öffnen Sie zuerst einen Partner.</translation>
    </message>
    <message>
        <location line="-77"/>
        <source>Issue credential…</source>
        <translation>Zugangsdaten ausstellen…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Promote to the next stage…</source>
        <translation>Auf die nächste Stufe hochstufen…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>The gates are not loaded yet.</source>
        <translation>Die Voraussetzungen sind noch nicht geladen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>There is no further stage.</source>
        <translation>Es gibt keine weitere Stufe.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Edit details…</source>
        <translation>Angaben bearbeiten…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Freeze partner…</source>
        <translation>Partner einfrieren…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Unfreeze partner…</source>
        <translation>Partner wieder freigeben…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Partner pack…</source>
        <translation>Partnerpaket…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Copy partner ID</source>
        <translation>Partner-ID kopieren</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Show %1</source>
        <comment>a tab</comment>
        <translation>%1 anzeigen</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>%1 promoted to %2</source>
        <comment>partner, stage</comment>
        <translation>%1 auf %2 hochgestuft</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>%1 is frozen: every call is refused</source>
        <translation>%1 ist eingefroren: Jeder Aufruf wird abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 is unfrozen</source>
        <translation>%1 ist wieder freigegeben</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Unfreeze…</source>
        <translation>Wieder freigeben…</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Details of %1 saved</source>
        <translation>Angaben zu %1 gespeichert</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Unsaved edits of %1</source>
        <translation>Nicht gespeicherte Änderungen an %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scopes or limits were changed here and not saved. Another partner can be opened when they are saved or discarded.</source>
        <translation>Scopes oder Limits wurden hier geändert und nicht gespeichert. Ein anderer Partner kann geöffnet werden, sobald sie gespeichert oder verworfen sind.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Discard edits</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <location filename="../views/partner/partner_page.cpp" line="+79"/>
        <source>Parts of the partner</source>
        <translation>Bereiche des Partners</translation>
    </message>
    <message>
        <location filename="../views/partner/partner_tabs.cpp" line="+22"/>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Access &amp; quotas</source>
        <translation>Zugriff &amp; Kontingente</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Audit</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <location filename="../views/partner/partner_page.cpp" line="+26"/>
        <source>The partner could not be loaded.</source>
        <translation>Der Partner konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+170"/>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Alt+1…%1 tabs</source>
        <translation>Alt+1…%1 Reiter</translation>
    </message>
    <message>
        <location line="+48"/>
        <source>Scopes or limits of %1 were changed and not saved.</source>
        <translation>Scopes oder Limits von %1 wurden geändert und nicht gespeichert.</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Edits of %1 are kept but not saved</source>
        <translation>Änderungen an %1 bleiben erhalten, sind aber nicht gespeichert</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
</context>
<context>
    <name>pc::views::PartnerPeek</name>
    <message>
        <location filename="../views/partners/partner_peek.cpp" line="+42"/>
        <source>Partner at a glance</source>
        <translation>Partner auf einen Blick</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The partner could not be loaded.</source>
        <translation>Der Partner konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Close the pane</source>
        <translation>Bereich schließen</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Issue credential…</source>
        <translation>Zugangsdaten ausstellen…</translation>
    </message>
    <message>
        <location line="+37"/>
        <source>No partner is selected</source>
        <translation>Kein Partner ist ausgewählt</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1 · %2</source>
        <comment>plan, limits</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Last call</source>
        <translation>Letzter Aufruf</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
</context>
<context>
    <name>pc::views::PartnersPage</name>
    <message>
        <location filename="../views/partners/partners_commands.cpp" line="+58"/>
        <source>Select a partner first.</source>
        <translation>Wählen Sie zuerst einen Partner aus.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>New partner…</source>
        <translation>Neuer Partner…</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Filter partners</source>
        <translation>Partner filtern</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Export the loaded partners as CSV…</source>
        <translation>Geladene Partner als CSV exportieren…</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The list is not loaded.</source>
        <translation>Die Liste ist nicht geladen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>There is nothing to export.</source>
        <translation>Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Open partner</source>
        <translation>Partner öffnen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Show at a glance</source>
        <translation>Auf einen Blick anzeigen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Copy partner ID</source>
        <translation>Partner-ID kopieren</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <location line="-88"/>
        <source>%1 copied</source>
        <translation>%1 kopiert</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Export partners</source>
        <translation>Partner exportieren</translation>
    </message>
    <message>
        <location filename="../views/partners/partners_page.cpp" line="+69"/>
        <source>Views of the partner list</source>
        <translation>Ansichten der Partnerliste</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Needs action</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Onboarding</source>
        <translation>Onboarding</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Expiring ≤ %n day(s)</source>
        <translation>
            <numerusform>Ablauf ≤ %n Tag</numerusform>
            <numerusform>Ablauf ≤ %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>My partners</source>
        <translation>Meine Partner</translation>
    </message>
    <message>
        <location line="+24"/>
        <location line="+19"/>
        <location line="+113"/>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="-128"/>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Partners and contacts from a CSV or JSON file</source>
        <translation>Partner und Kontakte aus einer CSV- oder JSON-Datei</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save the loaded rows as CSV</source>
        <translation>Geladene Zeilen als CSV speichern</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>New partner</source>
        <translation>Neuer Partner</translation>
    </message>
    <message>
        <location line="+26"/>
        <location line="+161"/>
        <source>No partners yet</source>
        <translation>Noch keine Partner</translation>
    </message>
    <message>
        <location line="-160"/>
        <location line="+161"/>
        <source>Partners are the businesses that call the platform by code. The first one is made in a few steps.</source>
        <translation>Partner sind die Unternehmen, die die Plattform per Programm aufrufen. Der erste ist in wenigen Schritten angelegt.</translation>
    </message>
    <message numerus="yes">
        <location line="-137"/>
        <source>Columns (%n hidden for lack of room)</source>
        <translation>
            <numerusform>Spalten (%n aus Platzmangel ausgeblendet)</numerusform>
            <numerusform>Spalten (%n aus Platzmangel ausgeblendet)</numerusform>
        </translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message numerus="yes">
        <location line="+90"/>
        <source>%1 of %2 partner(s)</source>
        <translation>
            <numerusform>%1 von %2 Partner</numerusform>
            <numerusform>%1 von %2 Partnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n Filter</numerusform>
            <numerusform>%n Filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Space peek</source>
        <translation>Leertaste Vorschau</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Enter open</source>
        <translation>Enter öffnen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>/ filter</source>
        <translation>/ filtern</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Nothing needs action</source>
        <translation>Kein Handlungsbedarf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No partner has errors or throttled calls now.</source>
        <translation>Kein Partner hat zurzeit Fehler oder gedrosselte Aufrufe.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No partner matches</source>
        <translation>Kein passender Partner</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take a filter away.</source>
        <translation>Nehmen Sie einen Filter weg.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take a filter away, or look in the view All.</source>
        <translation>Entfernen Sie einen Filter oder sehen Sie in der Ansicht „Alle“ nach.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Look in the view All.</source>
        <translation>Sehen Sie in der Ansicht „Alle“ nach.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>The partners could not be loaded.</source>
        <translation>Die Partner konnten nicht geladen werden.</translation>
    </message>
    <message>
        <source>%1 (no room at this width)</source>
        <translation type="vanished">%1 (kein Platz bei dieser Breite)</translation>
    </message>
</context>
<context>
    <name>pc::views::Patience</name>
    <message numerus="yes">
        <location filename="../views/widgets/patience.cpp" line="+35"/>
        <source>The platform has not answered for %n second(s).</source>
        <translation>
            <numerusform>Die Plattform antwortet seit %n Sekunde nicht.</numerusform>
            <numerusform>Die Plattform antwortet seit %n Sekunden nicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::PlanDialog</name>
    <message>
        <location filename="../views/scopes/plan_dialogs.cpp" line="+33"/>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Add a plan</source>
        <translation>Plan hinzufügen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The plan was not changed.</source>
        <translation>Der Plan wurde nicht geändert.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The plan was not added.</source>
        <translation>Der Plan wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Capacity review</source>
        <translation>Überprüfung der Kapazität</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New offer for partners</source>
        <translation>Neues Angebot für Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>What it means for its partners</source>
        <translation>Was es für seine Partner bedeutet</translation>
    </message>
    <message numerus="yes">
        <location line="+81"/>
        <source>Change the limits of %Ln partner(s), although some would have been throttled</source>
        <translation>
            <numerusform>Limits von %Ln Partner ändern, obwohl er gedrosselt worden wäre</numerusform>
            <numerusform>Limits von %Ln Partnern ändern, obwohl manche gedrosselt worden wären</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Change the limits of %Ln partner(s)</source>
        <translation>
            <numerusform>Limits von %Ln Partner ändern</numerusform>
            <numerusform>Limits von %Ln Partnern ändern</numerusform>
        </translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Looking at its partners…</source>
        <translation>Seine Partner werden angesehen…</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>What it means is shown when all fields are right.</source>
        <translation>Was es bedeutet, steht hier, sobald alle Felder stimmen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What it means could not be loaded.</source>
        <translation>Was es bedeutet, konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What it means is not known.</source>
        <translation>Was es bedeutet, ist nicht bekannt.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>No partner has this plan.</source>
        <translation>Kein Partner hat diesen Plan.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln partner(s) have it, and all get it at once.</source>
        <translation>
            <numerusform>%Ln Partner hat ihn, und für ihn gilt es sofort.</numerusform>
            <numerusform>%Ln Partner haben ihn, und für alle gilt es sofort.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>By the figures of the last 30 days none would have been throttled for it in whole hours or days; shorter peaks are not kept.</source>
        <translation>Nach den Zahlen der letzten 30 Tage wäre dadurch in ganzen Stunden und Tagen keiner gedrosselt worden; kürzere Spitzen werden nicht betrachtet.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>By the figures of the last 30 days %Ln would have been throttled.</source>
        <translation>
            <numerusform>Nach den Zahlen der letzten 30 Tage wäre %Ln gedrosselt worden.</numerusform>
            <numerusform>Nach den Zahlen der letzten 30 Tage wären %Ln gedrosselt worden.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+26"/>
        <source>Nothing was saved: somebody else changed the plan meanwhile. Their changes are shown now, with yours on top. Look, and save again.</source>
        <translation>Nichts wurde gespeichert: jemand anders hat den Plan inzwischen geändert. Dessen Änderungen stehen jetzt hier, Ihre darüber. Sehen Sie nach, und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>pc::views::PlanForm</name>
    <message>
        <location filename="../views/scopes/plan_form.cpp" line="+39"/>
        <source>Give the plan a name.</source>
        <translation>Geben Sie dem Plan einen Namen.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>%1: %2</source>
        <comment>stage, limit</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>0: none</source>
        <translation>0: keines</translation>
    </message>
</context>
<context>
    <name>pc::views::PlansPanel</name>
    <message>
        <location filename="../views/scopes/plans_panel.cpp" line="+54"/>
        <source>An edit is in force for all partners of the plan at once. Single credentials have no limits of their own.</source>
        <translation>Eine Änderung gilt sofort für alle Partner des Plans. Einzelne Zugangsdaten haben keine eigenen Limits.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Add plan…</source>
        <translation>Plan hinzufügen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy…</source>
        <translation>Kopieren…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>No plan yet</source>
        <translation>Noch kein Plan</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A plan gives partners their limits in each stage. Add one.</source>
        <translation>Ein Plan gibt Partnern ihre Limits in jeder Stufe. Fügen Sie einen hinzu.</translation>
    </message>
    <message>
        <location line="+66"/>
        <source>The plans could not be loaded.</source>
        <translation>Die Pläne konnten nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>pc::views::PresetList</name>
    <message>
        <location filename="../views/time/preset_list.cpp" line="+72"/>
        <source>Times by name</source>
        <translation>Zeiten nach Namen</translation>
    </message>
</context>
<context>
    <name>pc::views::ProgressStrip</name>
    <message>
        <location filename="../views/widgets/state_stack.cpp" line="+230"/>
        <source>Updating</source>
        <translation>Wird aktualisiert</translation>
    </message>
</context>
<context>
    <name>pc::views::PromoteDialog</name>
    <message>
        <location filename="../views/partner/promote_dialog.cpp" line="-78"/>
        <source>Promote %1 to %2</source>
        <translation>%1 auf %2 hochstufen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The partner was not promoted.</source>
        <translation>Der Partner wurde nicht hochgestuft.</translation>
    </message>
    <message>
        <location line="-16"/>
        <source>The partner may then hold production credentials, within the limits of the limited stage. Sandbox credentials stay as they are.</source>
        <translation>Der Partner darf dann Produktions-Zugangsdaten haben, innerhalb der Limits der Stufe „Eingeschränkt“. Sandbox-Zugangsdaten bleiben unverändert.</translation>
    </message>
    <message>
        <location line="-9"/>
        <source>The partner may then hold production credentials. Its limits deviate from the plan and stay in force: %1. Sandbox credentials stay as they are.</source>
        <translation>Der Partner darf dann Zugangsdaten für die Produktion haben. Seine Limits weichen vom Plan ab und gelten weiter: %1. Zugangsdaten der Sandbox bleiben, wie sie sind.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Its limits deviate from the plan and stay in force: %1. No credential has to be issued anew.</source>
        <translation>Seine Limits weichen vom Plan ab und gelten weiter: %1. Es müssen keine Zugangsdaten neu ausgestellt werden.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The limits of the plan&apos;s production profile apply at once (now: %1). No credential has to be issued anew.</source>
        <translation>Die Limits des Produktionsprofils des Plans gelten sofort (jetzt: %1). Es müssen keine Zugangsdaten neu ausgestellt werden.</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Integration certified</source>
        <translation>Integration zertifiziert</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Contract start</source>
        <translation>Vertragsbeginn</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Pilot finished</source>
        <translation>Pilot abgeschlossen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Promotion is possible when every gate is passed. “Fix” leads to the place.</source>
        <translation>Hochstufen ist möglich, wenn alle Voraussetzungen erfüllt sind. „Beheben“ führt zur jeweiligen Stelle.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Promote to %1</source>
        <translation>Auf %1 hochstufen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Promoting…</source>
        <translation>Wird hochgestuft…</translation>
    </message>
</context>
<context>
    <name>pc::views::RangeFacts</name>
    <message>
        <location filename="../views/time/range_facts.cpp" line="+77"/>
        <source>A time, a day or a range</source>
        <translation>Eine Zeit, ein Tag oder ein Zeitraum</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Counting in %1…</source>
        <comment>duration</comment>
        <translation>Zähle in %1 …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Counting…</source>
        <translation>Zähle …</translation>
    </message>
</context>
<context>
    <name>pc::views::ReasonFields</name>
    <message>
        <location filename="../views/dialogs/reason_fields.cpp" line="+31"/>
        <source>Say why, for those who read the audit trail later.</source>
        <translation>Sagen Sie warum, für alle, die später das Prüfprotokoll lesen.</translation>
    </message>
</context>
<context>
    <name>pc::views::RefusalsPanel</name>
    <message>
        <location filename="../views/observing/refusals_panel.cpp" line="+56"/>
        <source>What would be refused, added up</source>
        <translation>Was abgelehnt würde, zusammengezählt</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Kinds of calls</source>
        <translation>Arten von Aufrufen</translation>
    </message>
    <message>
        <location line="+12"/>
        <location line="+102"/>
        <source>Open what mends it</source>
        <translation>Öffnen, was es behebt</translation>
    </message>
    <message>
        <source>Nothing would be refused</source>
        <translation type="vanished">Nichts würde abgelehnt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Choose a kind of calls first.</source>
        <translation>Wählen Sie zuerst eine Art von Aufrufen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The caller has to mend this one.</source>
        <translation>Das muss der Aufrufer beheben.</translation>
    </message>
</context>
<context>
    <name>pc::views::RemedyList</name>
    <message>
        <location filename="../views/calls/remedy_list.cpp" line="+23"/>
        <source>What would let it pass</source>
        <translation>Was ihn durchließe</translation>
    </message>
</context>
<context>
    <name>pc::views::RemoveApiDialog</name>
    <message>
        <location filename="../views/catalogue/api_dialogs.cpp" line="+25"/>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The API was not removed.</source>
        <translation>Die API wurde nicht entfernt.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>It cannot be removed while partners hold scopes of it: take these out of their grants first. There is no way back; its descriptions would have to be imported again.</source>
        <translation>Sie lässt sich nicht entfernen, solange Partner Scopes von ihr haben: Nehmen Sie diese zuerst aus deren Berechtigungen. Es gibt keinen Weg zurück; ihre Beschreibungen müssten neu importiert werden.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Type “%1” to go on</source>
        <translation>Tippen Sie „%1“, um fortzufahren</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This is not the name of the API.</source>
        <translation>Das ist nicht der Name der API.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The API is switched off</source>
        <translation>Die API wird abgeschaltet</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Added by mistake</source>
        <translation>Versehentlich angelegt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep the API</source>
        <translation>API behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the API</source>
        <translation>API entfernen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%Ln route(s) go with it: every call to %1 is refused from then on.</source>
        <translation>
            <numerusform>%Ln Route geht mit: Jeder Aufruf an %1 wird von da an abgewiesen.</numerusform>
            <numerusform>%Ln Routen gehen mit: Jeder Aufruf an %1 wird von da an abgewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+22"/>
        <source>Nothing was removed: somebody else changed the API meanwhile. %1</source>
        <translation>Nichts wurde entfernt: Jemand anderes hat die API inzwischen geändert. %1</translation>
    </message>
</context>
<context>
    <name>pc::views::RemovePlanDialog</name>
    <message>
        <location filename="../views/scopes/plan_dialogs.cpp" line="+25"/>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The plan was not removed.</source>
        <translation>Der Plan wurde nicht entfernt.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>It goes only when no partner has it. Past events keep its name.</source>
        <translation>Er geht nur, wenn kein Partner ihn hat. Vergangene Ereignisse behalten seinen Namen.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Not offered any more</source>
        <translation>Wird nicht mehr angeboten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep the plan</source>
        <translation>Plan behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the plan</source>
        <translation>Plan entfernen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Nothing was removed: somebody else changed the plan meanwhile. Remove it again if it is still not needed.</source>
        <translation>Nichts wurde entfernt: jemand anders hat den Plan inzwischen geändert. Entfernen Sie ihn noch einmal, wenn er weiterhin nicht gebraucht wird.</translation>
    </message>
</context>
<context>
    <name>pc::views::RemoveRevisionDialog</name>
    <message>
        <location filename="../views/catalogue/api_dialogs.cpp" line="+12"/>
        <source>Withdraw the proposal</source>
        <translation>Vorschlag zurückziehen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the former revision</source>
        <translation>Frühere Revision entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing was removed.</source>
        <translation>Nichts wurde entfernt.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Its description would have to be imported again. What is in force stays as it is.</source>
        <translation>Seine Beschreibung müsste neu importiert werden. Was gilt, bleibt, wie es ist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>These routes cannot be put back then. What is in force stays as it is.</source>
        <translation>Diese Routen lassen sich dann nicht mehr zurückholen. Was gilt, bleibt, wie es ist.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Proposed by mistake</source>
        <translation>Versehentlich vorgeschlagen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>It is not needed any more</source>
        <translation>Sie wird nicht mehr gebraucht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
</context>
<context>
    <name>pc::views::RemoveScopeDialog</name>
    <message>
        <location filename="../views/scopes/scope_dialogs.cpp" line="+139"/>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The scope was not removed.</source>
        <translation>Der Scope wurde nicht entfernt.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>It goes only when no grant and no credential has it, and no route needs it. What was said of it is gone then; an import that needs it makes it anew.</source>
        <translation>Er geht nur, wenn kein Partner und keine Zugangsdaten ihn haben und keine Route ihn verlangt. Was über ihn gesagt wurde, ist dann fort; ein Import, der ihn braucht, legt ihn neu an.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No route needs it any more</source>
        <translation>Keine Route braucht ihn mehr</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep the scope</source>
        <translation>Scope behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the scope</source>
        <translation>Scope entfernen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Nothing was removed: somebody else changed the scope meanwhile. Remove it again if it is still not needed.</source>
        <translation>Nichts wurde entfernt: jemand anders hat den Scope inzwischen geändert. Entfernen Sie ihn noch einmal, wenn er weiterhin nicht gebraucht wird.</translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewDialog</name>
    <message>
        <location filename="../views/catalogue/review_dialog.cpp" line="+40"/>
        <source>Put former routes of “%1” back</source>
        <translation>Frühere Routen von „%1“ zurückholen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Review for “%1”</source>
        <translation>Prüfung für „%1“</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing was applied.</source>
        <translation>Nichts wurde angewendet.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>The new routes break partners</source>
        <translation>Die neuen Routen treffen Partner</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Applied by mistake</source>
        <translation>Versehentlich angewendet</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>New version of the API</source>
        <translation>Neue Version der API</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Put back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Putting back…</source>
        <translation>Wird zurückgeholt…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Applying…</source>
        <translation>Wird angewendet…</translation>
    </message>
    <message numerus="yes">
        <location line="+24"/>
        <source>Apply it although it breaks %Ln partner(s)</source>
        <translation>
            <numerusform>Anwenden, obwohl es %Ln Partner trifft</numerusform>
            <numerusform>Anwenden, obwohl es %Ln Partner trifft</numerusform>
        </translation>
    </message>
    <message>
        <location line="+37"/>
        <source>Nothing was applied: somebody else gave the proposal another rule meanwhile. Look at what it would do now, and apply again.</source>
        <translation>Nichts wurde angewendet: Jemand anderes hat dem Vorschlag inzwischen eine andere Regel gegeben. Sehen Sie an, was er jetzt bewirken würde, und wenden Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <source>Nothing was applied: somebody else gave the proposal another rule meanwhile. What it would do now is shown. Look, and apply again.</source>
        <translation type="vanished">Nichts wurde angewendet: Jemand anderes hat dem Vorschlag inzwischen eine andere Regel gegeben. Jetzt sehen Sie, was er nun bewirken würde. Prüfen Sie es und wenden Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Nothing was applied: somebody else changed the API meanwhile. What it would do now is shown. Look, and apply again.</source>
        <translation>Nichts wurde angewendet: Jemand anderes hat die API inzwischen geändert. Jetzt sehen Sie, was es nun bewirken würde. Prüfen Sie es und wenden Sie es noch einmal an.</translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewGrantDialog</name>
    <message>
        <location filename="../views/access/grant_dialogs.cpp" line="-147"/>
        <source>Review changes of %1</source>
        <translation>Änderungen an %1 prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The changes were not saved.</source>
        <translation>Die Änderungen wurden nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%n change(s) take effect with the next call of the partner.</source>
        <translation>
            <numerusform>%n Änderung wird mit dem nächsten Aufruf des Partners wirksam.</numerusform>
            <numerusform>%n Änderungen werden mit dem nächsten Aufruf des Partners wirksam.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n change(s) of the limits take effect on %1 UTC.</source>
        <translation>
            <numerusform>%n Änderung der Limits gilt ab %1 UTC.</numerusform>
            <numerusform>%n Änderungen der Limits gelten ab %1 UTC.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The limits that deviate now end at once.</source>
        <translation>Die jetzt abweichenden Limits enden sofort.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Limits in force then: %1</source>
        <translation>Dann geltende Limits: %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Limits in force until then: %1</source>
        <translation>Bis dahin geltende Limits: %1</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>Save changes of %1</source>
        <translation>Änderungen an %1 speichern</translation>
    </message>
    <message numerus="yes">
        <location line="+33"/>
        <source>%1: %Ln call(s) in 30 days, the last %2, by %3.</source>
        <comment>scope, when, credentials</comment>
        <translation>
            <numerusform>%1: %Ln Aufruf in 30 Tagen, zuletzt %2, von %3.</numerusform>
            <numerusform>%1: %Ln Aufrufe in 30 Tagen, zuletzt %2, von %3.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <location line="+1"/>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>These calls are refused from then on:</source>
        <translation>Diese Aufrufe werden von da an abgelehnt:</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>These calls would be refused:</source>
        <translation>Diese Aufrufe würden abgelehnt:</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Whether it is in use is not known: %1.</source>
        <translation>Ob es verwendet wird, ist nicht bekannt: %1.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not used in the last 30 days: %1.</source>
        <translation>In den letzten 30 Tagen nicht verwendet: %1.</translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>This quota would have throttled %1 of %n day(s).</source>
        <translation>
            <numerusform>Dieses Kontingent hätte an %1 von %n Tag gedrosselt.</numerusform>
            <numerusform>Dieses Kontingent hätte an %1 von %n Tagen gedrosselt.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The partner made up to %1 calls a second (%2): more than this rate.</source>
        <comment>number, when</comment>
        <translation>Der Partner hat bis zu %1 Aufrufe pro Sekunde gemacht (%2): mehr als diese Rate.</translation>
    </message>
    <message>
        <location line="-89"/>
        <source>Seasonal traffic</source>
        <translation>Saisonaler Verkehr</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>New integration</source>
        <translation>Neue Integration</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Unused scope</source>
        <translation>Nicht verwendeter Scope</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Access review</source>
        <translation>Zugriffsüberprüfung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Back to editing</source>
        <translation>Zurück zur Bearbeitung</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>%n Änderung speichern</numerusform>
            <numerusform>%n Änderungen speichern</numerusform>
        </translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewNetworksDialog</name>
    <message>
        <location filename="../views/access/network_dialogs.cpp" line="-115"/>
        <source>Review networks of %1</source>
        <translation>Netze von %1 prüfen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The networks were not saved.</source>
        <translation>Die Netze wurden nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%n change(s) take effect with the next call and the next token of the partner.</source>
        <translation>
            <numerusform>%n Änderung wirkt mit dem nächsten Aufruf und dem nächsten Token des Partners.</numerusform>
            <numerusform>%n Änderungen wirken mit dem nächsten Aufruf und dem nächsten Token des Partners.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Agreed with the security contact</source>
        <translation>Mit dem Sicherheitskontakt vereinbart</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>New data centre</source>
        <translation>Neues Rechenzentrum</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Access review</source>
        <translation>Zugriffsüberprüfung</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Back to editing</source>
        <translation>Zurück zur Bearbeitung</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>%n Änderung speichern</numerusform>
            <numerusform>%n Änderungen speichern</numerusform>
        </translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>From where the partner calls is not known, so nobody can say whom this refuses.</source>
        <translation>Von wo der Partner aufruft, ist nicht bekannt; niemand kann sagen, wen das ablehnt.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Every source of the last 30 days that may call now may call then.</source>
        <translation>Jede Quelle der letzten 30 Tage, die jetzt aufrufen darf, darf es auch dann.</translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%1: %Ln call(s) in 30 days, the last %2, with %3.</source>
        <comment>address, when, credential</comment>
        <translation>
            <numerusform>%1: %Ln Aufruf in 30 Tagen, der letzte %2, mit %3.</numerusform>
            <numerusform>%1: %Ln Aufrufe in 30 Tagen, der letzte %2, mit %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>And %n more.</source>
        <comment>sources</comment>
        <translation>
            <numerusform>Und %n weitere.</numerusform>
            <numerusform>Und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>These sources are refused from then on:</source>
        <translation>Diese Quellen werden von da an abgelehnt:</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>These sources would be refused:</source>
        <translation>Diese Quellen würden abgelehnt:</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Save networks of %1</source>
        <translation>Netze von %1 speichern</translation>
    </message>
</context>
<context>
    <name>pc::views::ReviewPanel</name>
    <message>
        <location filename="../views/onboarding/review_panel.cpp" line="+30"/>
        <source>To be corrected first</source>
        <translation>Zuerst zu korrigieren</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>As it is sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>This is said in words when nothing is missing any more.</source>
        <translation>In Worten steht es hier, sobald nichts mehr fehlt.</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>%1, %2</source>
        <comment>step, field</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1: %2</source>
        <comment>step, problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Correct: %1</source>
        <translation>Korrigieren: %1</translation>
    </message>
</context>
<context>
    <name>pc::views::RevisionsPanel</name>
    <message>
        <location filename="../views/catalogue/revisions_panel.cpp" line="+45"/>
        <source>Review…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put back…</source>
        <translation>Zurückholen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove the revision</source>
        <translation>Revision entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Applying a former one puts its routes back, with their scopes, as they were.</source>
        <translation>Eine frühere anzuwenden holt ihre Routen mit ihren Scopes zurück, wie sie waren.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>No description was imported yet</source>
        <translation>Noch wurde keine Beschreibung importiert</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Each import is kept here, so that it can be looked at and taken back.</source>
        <translation>Jeder Import steht hier, damit man ihn ansehen und zurücknehmen kann.</translation>
    </message>
    <message>
        <location line="+64"/>
        <source>The revisions could not be loaded.</source>
        <translation>Die Revisionen konnten nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>pc::views::RevocationProofView</name>
    <message>
        <location filename="../views/credentials/revocation_proof.cpp" line="+33"/>
        <source>Decision point</source>
        <translation>Entscheidungspunkt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <location line="+32"/>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>pc::views::RevokeDialog</name>
    <message>
        <location filename="../views/credentials/revoke_dialog.cpp" line="+43"/>
        <source>The credential was not revoked.</source>
        <translation>Die Zugangsdaten wurden nicht widerrufen.</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Revoke “%1”</source>
        <translation>„%1“ widerrufen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 of %2. Every call with it and with its tokens fails with 401 from the moment the platform confirms. A revoked credential cannot be restored; a new one must be issued.</source>
        <translation>%1 von %2. Jeder Aufruf damit und mit den zugehörigen Tokens scheitert mit 401, sobald die Plattform bestätigt. Widerrufene Zugangsdaten können nicht wiederhergestellt werden; es müssen neue ausgestellt werden.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Suspected leak</source>
        <translation>Verdacht auf Leck</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Partner asked for it</source>
        <translation>Vom Partner gewünscht</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No longer used</source>
        <translation>Nicht mehr verwendet</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep access</source>
        <translation>Zugriff belassen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Revoke 1 credential</source>
        <translation>1 Satz Zugangsdaten widerrufen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Revoking…</source>
        <translation>Wird widerrufen…</translation>
    </message>
    <message>
        <location line="+101"/>
        <source>It is denied. The decision points are being asked whether they refuse it; you may close this, the audit trail keeps the answer.</source>
        <translation>Der Zugang ist gesperrt. Die Entscheidungspunkte werden gefragt, ob sie ablehnen; Sie können dies schließen, das Prüfprotokoll behält die Antwort.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Proven: accepted before and refused now by %1.</source>
        <comment>decision points</comment>
        <translation>Bewiesen: vorher angenommen, jetzt abgelehnt von %1.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>It is denied, but not proven: no decision point was asked before.</source>
        <translation>Der Zugang ist gesperrt, aber nicht bewiesen: Vorher wurde kein Entscheidungspunkt befragt.</translation>
    </message>
    <message>
        <location line="-90"/>
        <source>Nothing of it is accepted now, so there will be nothing to prove.</source>
        <translation>Nichts davon wird jetzt angenommen, es wird also nichts zu beweisen geben.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Accepted now by: %1.</source>
        <translation>Jetzt angenommen von: %1.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>%1 Could not be asked: %2.</source>
        <comment>what is known, names</comment>
        <translation>%1 Nicht erreichbar: %2.</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>“%1” is revoked</source>
        <translation>„%1“ ist widerrufen</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>No decision accepts it since %1 UTC. %n live token(s) ended with it.</source>
        <translation>
            <numerusform>Seit %1 UTC werden sie bei keiner Entscheidung mehr angenommen. %n gültiges Token wurde damit beendet.</numerusform>
            <numerusform>Seit %1 UTC werden sie bei keiner Entscheidung mehr angenommen. %n gültige Tokens wurden damit beendet.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The platform&apos;s store could not take it yet (disk full?). The credential stays closed, also after a restart; tell those who run the platform.</source>
        <translation>Der Speicher der Plattform konnte dies noch nicht aufnehmen (Datenträger voll?). Die Zugangsdaten bleiben gesperrt, auch nach einem Neustart; informieren Sie die Betreiber der Plattform.</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>It is denied, but the proof is not complete: look at the lines below.</source>
        <translation>Der Zugang ist gesperrt, aber der Beweis ist nicht vollständig: Sehen Sie die Zeilen darunter an.</translation>
    </message>
    <message>
        <location line="-41"/>
        <source>Copy proof</source>
        <translation>Nachweis kopieren</translation>
    </message>
    <message>
        <location line="-65"/>
        <source>Asking every decision point whether it accepts it now. Revoking does not wait for it.</source>
        <translation>Alle Entscheidungspunkte werden gefragt, ob sie sie jetzt annehmen. Der Widerruf wartet nicht darauf.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No decision point could be asked: the revocation will count, but not be proven.</source>
        <translation>Kein Entscheidungspunkt konnte befragt werden: Der Widerruf gilt, ist aber nicht bewiesen.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>No decision point accepts it now.</source>
        <translation>Kein Entscheidungspunkt nimmt sie jetzt an.</translation>
    </message>
    <message>
        <location line="+52"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pc::views::RotateDialog</name>
    <message>
        <location filename="../views/credentials/rotate_dialog.cpp" line="+37"/>
        <source>Rotate “%1”</source>
        <translation>„%1“ rotieren</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Rotate “%1” of %2</source>
        <comment>credential, partner</comment>
        <translation>„%1“ von %2 rotieren</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>The platform makes a new secret beside the present one. The partner changes over while both are valid.</source>
        <translation>Die Plattform erzeugt ein neues Geheimnis neben dem jetzigen. Der Partner stellt um, solange beide gültig sind.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Of an earlier rotation: %1 Rotating again makes it void.</source>
        <translation>Aus einer früheren Rotation: %1 Eine neue Rotation macht es ungültig.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>The present secret stays valid for</source>
        <translation>Das jetzige Geheimnis bleibt gültig für</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Counted from the moment the new secret is confirmed here.</source>
        <translation>Gerechnet ab dem Moment, in dem das neue Geheimnis hier bestätigt wird.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>When the time is over the present secret stops working. In the pane of the credential it can be given more time, or ended earlier.</source>
        <translation>Wenn die Zeit um ist, gilt das jetzige Geheimnis nicht mehr. Im Bereich der Zugangsdaten kann sie verlängert oder früher beendet werden.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Cut the old secret off at once</source>
        <translation>Altes Geheimnis sofort abschalten</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Also move the expiry</source>
        <translation>Auch den Ablauf verschieben</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Now %1.</source>
        <translation>Jetzt %1.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Choose a day, or leave the expiry as it is.</source>
        <translation>Wählen Sie einen Tag, oder lassen Sie den Ablauf, wie er ist.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Planned rotation</source>
        <translation>Geplante Rotation</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Suspected leak</source>
        <translation>Verdacht auf ein Leck</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Asked for by the partner</source>
        <translation>Vom Partner gewünscht</translation>
    </message>
    <message>
        <location line="-18"/>
        <source>New expiry</source>
        <translation>Neuer Ablauf</translation>
    </message>
    <message>
        <location line="+20"/>
        <location line="+32"/>
        <source>Rotate secret</source>
        <translation>Geheimnis rotieren</translation>
    </message>
    <message>
        <location line="-4"/>
        <source>Without grace the present secret stops working at once. %1</source>
        <translation>Ohne Übergangsfrist funktioniert das jetzige Geheimnis sofort nicht mehr. %1</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>A rotation is in progress already. Another one drops the secret that is in grace at once; the newer one stays valid for the time chosen.</source>
        <translation>Es läuft bereits eine Rotation. Eine weitere verwirft sofort das Geheimnis in der Übergangsfrist; das neuere bleibt für die gewählte Zeit gültig.</translation>
    </message>
    <message numerus="yes">
        <location line="-23"/>
        <location line="+29"/>
        <source>Rotate and cut %n secret(s)</source>
        <translation>
            <numerusform>Rotieren und %n Geheimnis abschalten</numerusform>
            <numerusform>Rotieren und %n Geheimnisse abschalten</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Confirm the cut first.</source>
        <translation>Bestätigen Sie zuerst die Abschaltung.</translation>
    </message>
    <message>
        <location line="-129"/>
        <source>The credential was not rotated.</source>
        <translation>Die Zugangsdaten wurden nicht rotiert.</translation>
    </message>
</context>
<context>
    <name>pc::views::RoutesPanel</name>
    <message>
        <location filename="../views/catalogue/routes_panel.cpp" line="+46"/>
        <source>Path, method, scope or what it does</source>
        <translation>Pfad, Methode, Scope oder was sie tut</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search the routes</source>
        <translation>Routen suchen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy route ID</source>
        <translation>Routen-ID kopieren</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Who holds %1</source>
        <comment>scope</comment>
        <translation>Wer %1 hat</translation>
    </message>
    <message numerus="yes">
        <location line="+36"/>
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %Ln route(s)</source>
        <translation>
            <numerusform>%1 von %Ln Route</numerusform>
            <numerusform>%1 von %Ln Routen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No route matches</source>
        <translation>Keine Route passt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Remove a word from the search.</source>
        <translation>Nehmen Sie ein Wort aus der Suche.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>It has no routes yet</source>
        <translation>Sie hat noch keine Routen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Import the description of the API; every call is refused until then.</source>
        <translation>Importieren Sie die Beschreibung der API; bis dahin wird jeder Aufruf abgewiesen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>The routes could not be loaded.</source>
        <translation>Die Routen konnten nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>pc::views::RuleForm</name>
    <message>
        <location filename="../views/catalogue/rule_form.cpp" line="+26"/>
        <source>Take the scopes that the description names</source>
        <translation>Scopes übernehmen, die die Beschreibung nennt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>One for reading, one for changing</source>
        <translation>Je einer zum Lesen und zum Ändern</translation>
    </message>
    <message>
        <location line="+4"/>
        <location line="+8"/>
        <source>Scope of a route that names none</source>
        <translation>Scope einer Route, die keinen nennt</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Ends with a dot, colon, hyphen or underscore. Empty for none.</source>
        <translation>Endet mit Punkt, Doppelpunkt, Binde- oder Unterstrich. Leer: keines.</translation>
    </message>
</context>
<context>
    <name>pc::views::SampleCard</name>
    <message>
        <location filename="../views/welcome/sample_card.cpp" line="+41"/>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Starts a real platform on this workstation, reachable from here only, with 24 made-up partners. Everything works, nothing leaves this machine.</source>
        <translation>Startet eine echte Plattform auf diesem Arbeitsplatz, nur von hier erreichbar, mit 24 erfundenen Partnern. Alles funktioniert, nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Try with sample data</source>
        <translation>Mit Beispieldaten ausprobieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Try with a long history</source>
        <translation>Mit langer Vorgeschichte ausprobieren</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>%1 audit events, %2 on disk, a few seconds</source>
        <translation>%1 Prüfereignisse, %2 auf dem Datenträger, wenige Sekunden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 audit events, %2 on disk, about a minute</source>
        <translation>%1 Prüfereignisse, %2 auf dem Datenträger, etwa eine Minute</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 audit events need %2 on disk</source>
        <translation>%1 Prüfereignisse brauchen %2 auf dem Datenträger</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>%1 are free on the disk of this workstation</source>
        <translation>%1 sind auf dem Datenträger dieses Arbeitsplatzes frei</translation>
    </message>
</context>
<context>
    <name>pc::views::SandboxForm</name>
    <message>
        <location filename="../views/partner_forms/sandbox_form.cpp" line="+20"/>
        <source>Issue a sandbox credential as soon as the partner exists</source>
        <translation>Sandbox-Zugangsdaten ausstellen, sobald der Partner existiert</translation>
    </message>
</context>
<context>
    <name>pc::views::SavedViewsButton</name>
    <message>
        <location filename="../views/dialogs/saved_views_button.cpp" line="+25"/>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern …</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Remove a view</source>
        <translation>Eine Ansicht entfernen</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Asked last</source>
        <translation>Zuletzt gefragt</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Give it a name.</source>
        <translation>Geben Sie ihr einen Namen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>One with the same name is replaced. Views are yours, on this computer.</source>
        <translation>Eine mit demselben Namen wird ersetzt. Ansichten gehören Ihnen, auf diesem Rechner.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>View “%1” saved</source>
        <translation>Ansicht „%1“ gespeichert</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>View “%1” removed</source>
        <translation>Ansicht „%1“ entfernt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>It holds for now, but could not be kept: %1</source>
        <translation>Es gilt für jetzt, konnte aber nicht aufbewahrt werden: %1</translation>
    </message>
</context>
<context>
    <name>pc::views::ScopeDetail</name>
    <message>
        <location filename="../views/scopes/scope_detail.cpp" line="+66"/>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Take away unused…</source>
        <translation>Wo unbenutzt, wegnehmen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Partners that hold the scope</source>
        <translation>Partner, die den Scope haben</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>No partner holds it</source>
        <translation>Kein Partner hat ihn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It is granted in a partner’s access, or at onboarding.</source>
        <translation>Vergeben wird er beim Zugriff eines Partners, oder beim Onboarding.</translation>
    </message>
    <message>
        <location line="+33"/>
        <source>Open its access</source>
        <translation>Seinen Zugriff öffnen</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>%1 – %2</source>
        <comment>scope, its title</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nobody has said yet what it gives.</source>
        <translation>Noch hat niemand gesagt, was er erlaubt.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>API: %1</source>
        <translation>API: %1</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Data: %1</source>
        <translation>Daten: %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>none named</source>
        <translation>keine genannt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Lawful bases: %1</source>
        <translation>Rechtsgrundlagen: %1</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>any</source>
        <translation>jede</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Sensitive</source>
        <translation>Heikel</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Who holds the scope could not be loaded.</source>
        <translation>Wer den Scope hat, konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+20"/>
        <source>The holders were not exported.</source>
        <translation>Die Partner, die ihn haben, wurden nicht exportiert.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Export holders</source>
        <translation>Partner mit diesem Scope exportieren</translation>
    </message>
</context>
<context>
    <name>pc::views::ScopeDialog</name>
    <message>
        <location filename="../views/scopes/scope_dialogs.cpp" line="-137"/>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The scope was not changed.</source>
        <translation>Der Scope wurde nicht geändert.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Reviewed with data protection</source>
        <translation>Mit dem Datenschutz abgestimmt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Looking at whose grants it fits…</source>
        <translation>Es wird angesehen, zu wessen Zugriff es passt…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What it means is shown when all fields are right.</source>
        <translation>Was es bedeutet, steht hier, sobald alle Felder stimmen.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>What it means could not be loaded.</source>
        <translation>Was es bedeutet, konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What it means is not known.</source>
        <translation>Was es bedeutet, ist nicht bekannt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No partner holds it.</source>
        <translation>Kein Partner hat ihn.</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>It fits the grants of %Ln partner(s) as before.</source>
        <translation>
            <numerusform>Es passt zum Zugriff von %Ln Partner wie zuvor.</numerusform>
            <numerusform>Es passt zum Zugriff von %Ln Partnern wie zuvor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%1 and %Ln other(s)</source>
        <comment>names of partners</comment>
        <translation>
            <numerusform>%1 und %Ln anderer</numerusform>
            <numerusform>%1 und %Ln andere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln partner(s) hold it and should not then: %1. They keep it until it is taken out of their grants.</source>
        <translation>
            <numerusform>%Ln Partner hat ihn und sollte ihn dann nicht haben: %1. Er behält ihn, bis er ihm weggenommen wird.</numerusform>
            <numerusform>%Ln Partner haben ihn und sollten ihn dann nicht haben: %1. Sie behalten ihn, bis er ihnen weggenommen wird.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Nothing was saved: somebody else changed the scope meanwhile. Their changes are shown now, with yours on top. Look, and save again.</source>
        <translation>Nichts wurde gespeichert: jemand anders hat den Scope inzwischen geändert. Dessen Änderungen stehen jetzt hier, Ihre darüber. Sehen Sie nach, und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>pc::views::ScopeForm</name>
    <message>
        <location filename="../views/scopes/scope_form.cpp" line="+23"/>
        <source>Sensitive: reviewed with more care</source>
        <translation>Heikel: wird mit mehr Sorgfalt geprüft</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Data categories</source>
        <translation>Datenkategorien</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Give the scope a title.</source>
        <translation>Geben Sie dem Scope einen Titel.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What a partner can do with it, in one sentence.</source>
        <translation>Was ein Partner damit tun kann, in einem Satz.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>With commas between them. A grant gives it only where the agreement names all of them.</source>
        <translation>Mit Kommas dazwischen. Vergeben wird er nur, wo die Vereinbarung sie alle nennt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>None chosen: any basis allows it.</source>
        <translation>Keine gewählt: jede Rechtsgrundlage erlaubt ihn.</translation>
    </message>
</context>
<context>
    <name>pc::views::ScopePanel</name>
    <message>
        <location filename="../views/access/scope_panel.cpp" line="+8"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Search scopes</source>
        <translation>Scopes suchen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Search scopes by name or sentence</source>
        <translation>Scopes nach Name oder Beschreibung suchen</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Scopes of the partner</source>
        <translation>Scopes des Partners</translation>
    </message>
    <message>
        <location line="+47"/>
        <source>Who holds %1</source>
        <comment>scope</comment>
        <translation>Wer %1 hat</translation>
    </message>
    <message numerus="yes">
        <location line="+41"/>
        <source>%1 of %n granted</source>
        <translation>
            <numerusform>%1 von %n erteilt</numerusform>
            <numerusform>%1 von %n erteilt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ScopesActs</name>
    <message>
        <location filename="../views/scopes/scopes_acts.cpp" line="+93"/>
        <source>Edit scope…</source>
        <translation>Scope bearbeiten…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Take scope away where it is not used…</source>
        <translation>Scope wegnehmen, wo er unbenutzt ist…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Export holders of the scope…</source>
        <translation>Partner mit dem Scope exportieren…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Add plan…</source>
        <translation>Plan hinzufügen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Copy plan…</source>
        <translation>Plan kopieren…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Copy of %1</source>
        <comment>plan</comment>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Edit plan…</source>
        <translation>Plan bearbeiten…</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Remove scope…</source>
        <translation>Scope entfernen…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Remove plan…</source>
        <translation>Plan entfernen…</translation>
    </message>
    <message>
        <location line="+28"/>
        <source>Choose a scope under Scopes and plans first.</source>
        <translation>Wählen Sie zuerst einen Scope unter Scopes und Pläne.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Choose a plan under Scopes and plans first.</source>
        <translation>Wählen Sie zuerst einen Plan unter Scopes und Pläne.</translation>
    </message>
    <message>
        <location line="+9"/>
        <location line="+47"/>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message numerus="yes">
        <location line="-45"/>
        <source>%1 saved. %Ln partner(s) hold it and should not.</source>
        <translation>
            <numerusform>%1 gespeichert. %Ln Partner hat ihn und sollte ihn nicht haben.</numerusform>
            <numerusform>%1 gespeichert. %Ln Partner haben ihn und sollten ihn nicht haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>%1 taken from %Ln partner(s)</source>
        <translation>
            <numerusform>%1 von %Ln Partner weggenommen</numerusform>
            <numerusform>%1 von %Ln Partnern weggenommen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+16"/>
        <location line="+61"/>
        <source>%1 is removed</source>
        <translation>%1 ist entfernt</translation>
    </message>
    <message>
        <location line="-45"/>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Undone: %1 is as it was</source>
        <comment>plan</comment>
        <translation>Rückgängig gemacht: %1 ist wie zuvor</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>It could not be undone: edit the plan.</source>
        <translation>Es konnte nicht rückgängig gemacht werden: Bearbeiten Sie den Plan.</translation>
    </message>
</context>
<context>
    <name>pc::views::ScopesPage</name>
    <message>
        <location filename="../views/scopes/scopes_page.cpp" line="+43"/>
        <source>Scopes and plans</source>
        <translation>Scopes und Pläne</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Scopes or plans</source>
        <translation>Scopes oder Pläne</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message numerus="yes">
        <location line="+107"/>
        <source>%Ln plan(s)</source>
        <translation>
            <numerusform>%Ln Plan</numerusform>
            <numerusform>%Ln Pläne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln Scope</numerusform>
            <numerusform>%Ln Scopes</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Enter edit</source>
        <translation>Enter bearbeiten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter holders</source>
        <translation>Enter Partner</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>/ search</source>
        <translation>/ suchen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Enter open its access</source>
        <translation>Enter Zugriff öffnen</translation>
    </message>
</context>
<context>
    <name>pc::views::ScopesPanel</name>
    <message>
        <location filename="../views/scopes/scopes_panel.cpp" line="+53"/>
        <source>Scope, what it gives, API or data</source>
        <translation>Scope, was er erlaubt, API oder Daten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Search the scopes</source>
        <translation>Scopes durchsuchen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Which scopes are shown</source>
        <translation>Welche Scopes gezeigt werden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>All scopes</source>
        <translation>Alle Scopes</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Held, not used in 30 days</source>
        <translation>Vergeben, in 30 Tagen unbenutzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Held against basis or agreement</source>
        <translation>Gegen Rechtsgrundlage oder Vereinbarung</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message numerus="yes">
        <location line="+87"/>
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln Scope</numerusform>
            <numerusform>%Ln Scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %Ln scope(s)</source>
        <translation>
            <numerusform>%1 von %Ln Scope</numerusform>
            <numerusform>%1 von %Ln Scopes</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No scope matches</source>
        <translation>Kein Scope passt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove a word from the search, or show all scopes.</source>
        <translation>Nehmen Sie ein Wort aus der Suche, oder zeigen Sie alle Scopes.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>No scope yet</source>
        <translation>Noch kein Scope</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Scopes come with the description of an API. Import one in the catalogue.</source>
        <translation>Scopes kommen mit der Beschreibung einer API. Importieren Sie eine im Katalog.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Who holds and uses the scopes could not be loaded.</source>
        <translation>Wer die Scopes hat und benutzt, konnte nicht geladen werden.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The scopes could not be loaded.</source>
        <translation>Die Scopes konnten nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>pc::views::SearchButton</name>
    <message>
        <location filename="../views/shell/search_button.cpp" line="+14"/>
        <source>Find and run a command</source>
        <translation>Befehl suchen und ausführen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>pc::views::SecretDialog</name>
    <message>
        <location filename="../views/credentials/secret_dialog.cpp" line="+57"/>
        <source>New secret for “%1”</source>
        <translation>Neues Geheimnis für „%1“</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>This is the only time the secret is shown. It is not stored here and cannot be recovered; if it is lost, rotate the credential.</source>
        <translation>Das Geheimnis wird nur dieses eine Mal angezeigt. Es wird hier nicht gespeichert und kann nicht wiederhergestellt werden; geht es verloren, rotieren Sie die Zugangsdaten.</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>cURL</source>
        <translation>cURL</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Environment file</source>
        <translation>Umgebungsdatei</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Kubernetes Secret</source>
        <translation>Kubernetes Secret</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Vault</source>
        <translation>Vault</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>The secret is lost when this closes, unless it is stored. Tick the box when it is, or close anyway and rotate later.</source>
        <translation>Beim Schließen geht das Geheimnis verloren, wenn es nicht gespeichert ist. Setzen Sie dann das Häkchen, oder schließen Sie trotzdem und rotieren Sie später.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>I have stored the secret in the partner’s vault</source>
        <translation>Ich habe das Geheimnis im Tresor des Partners gespeichert</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+3"/>
        <source>Tick the box first: the secret cannot be shown again.</source>
        <translation>Setzen Sie zuerst das Häkchen: Das Geheimnis kann nicht erneut angezeigt werden.</translation>
    </message>
    <message>
        <location line="+24"/>
        <location line="+18"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location line="-3"/>
        <source>Show while held</source>
        <translation>Gedrückt halten zum Anzeigen</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Copy secret</source>
        <translation>Geheimnis kopieren</translation>
    </message>
</context>
<context>
    <name>pc::views::SecretField</name>
    <message>
        <location filename="../views/credentials/secret_field.cpp" line="+39"/>
        <source>Secret, hidden, ending in %1</source>
        <translation>Geheimnis, verborgen, mit Endung %1</translation>
    </message>
</context>
<context>
    <name>pc::views::SecretFlowDialog</name>
    <message>
        <location filename="../views/credentials/secret_flow_dialog.cpp" line="+122"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+62"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="-19"/>
        <source>%1: done</source>
        <comment>title of an act</comment>
        <translation>%1: erledigt</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>pc::views::Sidebar</name>
    <message>
        <location filename="../views/shell/sidebar.cpp" line="+19"/>
        <source>Partner Console</source>
        <translation>Partner Console</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Connecting</source>
        <translation>Verbindung wird hergestellt</translation>
    </message>
</context>
<context>
    <name>pc::views::Skeleton</name>
    <message>
        <location filename="../views/widgets/skeleton.cpp" line="+11"/>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>pc::views::SourcesPanel</name>
    <message>
        <location filename="../views/access/sources_panel.cpp" line="+27"/>
        <location line="+11"/>
        <source>Sources of the last 30 days</source>
        <translation>Quellen der letzten 30 Tage</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>No calls in the last 30 days</source>
        <translation>Keine Aufrufe in den letzten 30 Tagen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What the list is about did not call, so nothing can be taken from here.</source>
        <translation>Worum es in der Liste geht, hat nicht aufgerufen; von hier lässt sich nichts übernehmen.</translation>
    </message>
    <message>
        <location line="+5"/>
        <location line="+85"/>
        <source>Add the address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <location line="-84"/>
        <location line="+85"/>
        <source>Add its network</source>
        <translation>Ihr Netz hinzufügen</translation>
    </message>
    <message>
        <location line="-39"/>
        <source>The sources could not be loaded.</source>
        <translation>Die Quellen konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>%n source(s) would be refused once it is enforced; they made %1 calls in the last 30 days.</source>
        <translation>
            <numerusform>%n Quelle würde abgelehnt, sobald durchgesetzt wird; von ihr kamen %1 Aufrufe in den letzten 30 Tagen.</numerusform>
            <numerusform>%n Quellen würden abgelehnt, sobald durchgesetzt wird; von ihnen kamen %1 Aufrufe in den letzten 30 Tagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%n source(s) would be refused from the save on; they made %1 calls in the last 30 days.</source>
        <translation>
            <numerusform>%n Quelle würde ab dem Speichern abgelehnt; von ihr kamen %1 Aufrufe in den letzten 30 Tagen.</numerusform>
            <numerusform>%n Quellen würden ab dem Speichern abgelehnt; von ihnen kamen %1 Aufrufe in den letzten 30 Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+14"/>
        <source>No source is selected.</source>
        <translation>Keine Quelle ist ausgewählt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>This is no single address.</source>
        <translation>Das ist keine einzelne Adresse.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Add %1</source>
        <comment>a network</comment>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>pc::views::SpanFields</name>
    <message>
        <location filename="../views/time/span_fields.cpp" line="+61"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>To, not included</source>
        <translation>Bis, ausgenommen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>the beginning</source>
        <translation>der Anfang</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>Also: yesterday 14:00, -3d, 27 Nov</source>
        <translation>Auch: gestern 14:00, -3d, 27. Nov</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Also: yesterday 14:00, -3d, 27 Nov, %1</source>
        <translation>Auch: gestern 14:00, -3d, 27. Nov, %1</translation>
    </message>
</context>
<context>
    <name>pc::views::Sparkline</name>
    <message>
        <location filename="../views/widgets/meters.cpp" line="+75"/>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>From %1 to %2, the last one %3 so far</source>
        <translation>Von %1 bis %2, der letzte bisher %3</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From %1 to %2, last %3</source>
        <translation>Von %1 bis %2, zuletzt %3</translation>
    </message>
</context>
<context>
    <name>pc::views::StartingView</name>
    <message>
        <location filename="../views/welcome/starting_view.cpp" line="+32"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+30"/>
        <source>Preparing sample data</source>
        <translation>Beispieldaten werden vorbereitet</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Starting the platform of this workstation</source>
        <translation>Die Plattform dieses Arbeitsplatzes wird gestartet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>24 partners with 90 days of traffic, and an audit trail long enough that searching it feels real. It stays on this workstation.</source>
        <translation>24 Partner mit 90 Tagen Verkehr und ein Prüfprotokoll, das lang genug ist, damit sich die Suche echt anfühlt. Alles bleibt auf diesem Arbeitsplatz.</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Usage of 90 days</source>
        <translation>Nutzung über 90 Tage</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Audit trail</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Signed checkpoint</source>
        <translation>Signierter Prüfpunkt</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>pc::views::StateStack</name>
    <message>
        <location filename="../views/widgets/state_stack.cpp" line="-189"/>
        <location line="+84"/>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <location line="+92"/>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>You may not see this</source>
        <translation>Sie dürfen dies nicht sehen</translation>
    </message>
</context>
<context>
    <name>pc::views::StepButton</name>
    <message>
        <location filename="../views/onboarding/step_rail.cpp" line="+43"/>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>needs attention</source>
        <translation>zu korrigieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>%1, %2</source>
        <comment>step, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1, %2: %3</source>
        <comment>step, state, note</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>pc::views::StepFooter</name>
    <message>
        <location filename="../views/onboarding/step_footer.cpp" line="+23"/>
        <source>Save and close</source>
        <translation>Speichern und schließen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Discard draft…</source>
        <translation>Entwurf verwerfen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+32"/>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <location line="-2"/>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Create partner</source>
        <translation>Partner anlegen</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Discard this draft</source>
        <translation>Diesen Entwurf verwerfen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>What was typed so far is removed. This cannot be undone.</source>
        <translation>Die bisherigen Eingaben werden entfernt. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>What was typed about %1 is removed. This cannot be undone.</source>
        <translation>Die Eingaben zu %1 werden entfernt. Dies kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Keep draft</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
</context>
<context>
    <name>pc::views::StepForm</name>
    <message>
        <location filename="../views/partner_forms/step_form.cpp" line="+127"/>
        <source>A name with a comma stands in quotation marks: %1.</source>
        <translation>Ein Name mit Komma steht in Anführungszeichen: %1.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Meyer, Hans</source>
        <translation>Meyer, Hans</translation>
    </message>
</context>
<context>
    <name>pc::views::StepRail</name>
    <message>
        <location filename="../views/onboarding/step_rail.cpp" line="+83"/>
        <source>New partner</source>
        <translation>Neuer Partner</translation>
    </message>
    <message numerus="yes">
        <location line="+32"/>
        <source>%n thing(s) to correct</source>
        <translation>
            <numerusform>%n Punkt zu korrigieren</numerusform>
            <numerusform>%n Punkte zu korrigieren</numerusform>
        </translation>
    </message>
    <message>
        <location line="+6"/>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>pc::views::StripDisplay</name>
    <message>
        <location filename="../views/time/strip_display.cpp" line="+31"/>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Events over time</source>
        <translation>Ereignisse über die Zeit</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Calls over time</source>
        <translation>Aufrufe über die Zeit</translation>
    </message>
    <message>
        <location line="+98"/>
        <source>The events could not be counted.</source>
        <translation>Die Ereignisse konnten nicht gezählt werden.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The calls could not be counted.</source>
        <translation>Die Aufrufe konnten nicht gezählt werden.</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Counting…</source>
        <translation>Zähle …</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>No events in this time</source>
        <translation>Keine Ereignisse in dieser Zeit</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>No calls in this time</source>
        <translation>Keine Aufrufe in dieser Zeit</translation>
    </message>
    <message>
        <location line="+106"/>
        <source>drag selects · wheel zooms · double click: everything</source>
        <translation>Ziehen wählt · Rad zoomt · Doppelklick: alles</translation>
    </message>
</context>
<context>
    <name>pc::views::SuspendDialog</name>
    <message>
        <location filename="../views/credentials/suspend_dialog.cpp" line="+26"/>
        <source>The credential was not suspended.</source>
        <translation>Die Zugangsdaten wurden nicht ausgesetzt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The credential was not resumed.</source>
        <translation>Die Aussetzung der Zugangsdaten wurde nicht aufgehoben.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Suspend “%1”</source>
        <translation>„%1“ aussetzen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Resume “%1”</source>
        <translation>Aussetzung von „%1“ aufheben</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Every call with it and with its tokens fails until it is resumed. Nothing else of %1 is touched.</source>
        <translation>Jeder Aufruf damit und mit den zugehörigen Tokens scheitert, bis die Aussetzung aufgehoben wird. Sonst ändert sich an %1 nichts.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The same secret works again at once. If it was suspended for a leak, revoke it instead.</source>
        <translation>Dasselbe Geheimnis funktioniert sofort wieder. Falls wegen eines Lecks ausgesetzt wurde, widerrufen Sie stattdessen.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Suspected leak</source>
        <translation>Verdacht auf Leck</translation>
    </message>
    <message>
        <location line="+0"/>
        <location line="+2"/>
        <source>Partner asked for it</source>
        <translation>Vom Partner gewünscht</translation>
    </message>
    <message>
        <location line="-1"/>
        <source>Unusual traffic</source>
        <translation>Ungewöhnlicher Verkehr</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Checked: no leak</source>
        <translation>Geprüft: kein Leck</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Suspend</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Suspending…</source>
        <translation>Wird ausgesetzt…</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Resume</source>
        <translation>Aussetzung aufheben</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Resuming…</source>
        <translation>Wird aufgehoben…</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>%1 is suspended</source>
        <translation>%1 ist ausgesetzt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 works again</source>
        <translation>%1 funktioniert wieder</translation>
    </message>
</context>
<context>
    <name>pc::views::TableImportDialog</name>
    <message>
        <location filename="../views/imports/table_import_dialog.cpp" line="+76"/>
        <source>Import from a file</source>
        <translation>Aus einer Datei importieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The file was not applied.</source>
        <translation>Die Datei wurde nicht angewendet.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>Move from another system</source>
        <translation>Umzug von einem anderen System</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Applying…</source>
        <translation>Wird angewendet …</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>What it brings</source>
        <translation>Was sie bringt</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Save a sample file…</source>
        <translation>Musterdatei speichern …</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Read it again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <location line="-54"/>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="vanished">Anhalten</translation>
    </message>
    <message>
        <location line="+76"/>
        <source>Which rows are shown</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <location line="+55"/>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Tables (*.csv *.tsv *.txt *.json);;All files (*)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Save a sample file</source>
        <translation>Musterdatei speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Sample saved to %1</source>
        <translation>Musterdatei gespeichert unter %1</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <location line="+60"/>
        <source>A refused row keeps all of the file out</source>
        <translation>Eine abgewiesene Zeile hält die ganze Datei auf</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The file has column names only</source>
        <translation>Die Datei hat nur Spaltennamen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The platform has all of it already</source>
        <translation>Die Plattform hat das alles schon</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Nothing is changed before you apply it</source>
        <translation>Nichts wird geändert, bevor Sie sie anwenden</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>%1: %2</source>
        <comment>format of a file, what its rows do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>The platform changed meanwhile: nothing was applied. Look at what is refused.</source>
        <translation>Die Plattform hat sich inzwischen geändert: Nichts wurde angewendet. Sehen Sie nach, was abgewiesen ist.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>%1 (%2)</source>
        <comment>which rows, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>The platform says what it would do.</source>
        <translation>Die Plattform sagt, was sie bewirken würde.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>The platform applies it.</source>
        <translation>Die Plattform wendet sie an.</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <comment>sizes</comment>
        <translation type="vanished">%1 von %2 gesendet</translation>
    </message>
</context>
<context>
    <name>pc::views::TakeScopeDialog</name>
    <message>
        <location filename="../views/scopes/take_scope_dialog.cpp" line="+34"/>
        <source>Take “%1” away where it is not used</source>
        <translation>„%1“ wegnehmen, wo er unbenutzt ist</translation>
    </message>
    <message>
        <location line="+19"/>
        <source>Calls that need the scope are refused from then on. By the day’s figures, of calls that were served; a grant that was changed lately may not have been used yet.</source>
        <translation>Aufrufe, die den Scope brauchen, werden von da an abgelehnt. Nach den Tageszahlen bedienter Aufrufe; ein kürzlich geänderter Zugriff ist vielleicht noch nicht benutzt worden.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Not used for</source>
        <translation>Unbenutzt seit</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Not used for %n day(s)</source>
        <translation>
            <numerusform>Seit %n Tag unbenutzt</numerusform>
            <numerusform>Seit %n Tagen unbenutzt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Partners that hold it and do not use it</source>
        <translation>Partner, die ihn haben und nicht benutzen</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Everybody who holds it uses it</source>
        <translation>Alle, die ihn haben, benutzen ihn</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Nothing is to be taken away here.</source>
        <translation>Hier ist nichts wegzunehmen.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Not used: least privilege</source>
        <translation>Unbenutzt: so wenig Rechte wie nötig</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <location line="+110"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="-108"/>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Stopping: the one that is under way ends first.</source>
        <translation>Wird angehalten: der laufende Partner wird noch beendet.</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Who holds the scope could not be loaded.</source>
        <translation>Wer den Scope hat, konnte nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+65"/>
        <source>%1 of %Ln chosen</source>
        <translation>
            <numerusform>%1 von %Ln ausgewählt</numerusform>
            <numerusform>%1 von %Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Taken from %Ln partner(s).</source>
        <translation>
            <numerusform>Von %Ln Partner weggenommen.</numerusform>
            <numerusform>Von %Ln Partnern weggenommen.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+5"/>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>It was not taken away.</source>
        <translation>Er wurde nicht weggenommen.</translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Taking away…</source>
        <translation>Wird weggenommen…</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Take it from %Ln partner(s)</source>
        <translation>
            <numerusform>Von %Ln Partner wegnehmen</numerusform>
            <numerusform>Von %Ln Partnern wegnehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::TimeChip</name>
    <message>
        <location filename="../views/time/time_chip.cpp" line="+15"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>pc::views::TimePopover</name>
    <message>
        <location filename="../views/time/time_popover.cpp" line="+51"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Times in</source>
        <translation>Zeiten in</translation>
    </message>
    <message>
        <location line="+133"/>
        <source>Go to it</source>
        <translation>Dorthin gehen</translation>
    </message>
</context>
<context>
    <name>pc::views::TimeScrollBar</name>
    <message>
        <location filename="../views/time/time_scroll_bar.cpp" line="+31"/>
        <source>Place in the whole list</source>
        <translation>Stelle in der ganzen Liste</translation>
    </message>
</context>
<context>
    <name>pc::views::TimeStrip</name>
    <message>
        <location filename="../views/time/time_strip_accessible.cpp" line="+23"/>
        <source>Left and Right move the selection by one bar, Shift changes its length, Enter selects. Up and Down go through the marks.</source>
        <translation>Links und Rechts bewegen die Auswahl um einen Balken, Umschalt ändert ihre Länge, Enter wählt. Auf und Ab gehen durch die Marken.</translation>
    </message>
</context>
<context>
    <name>pc::views::Toast</name>
    <message>
        <location filename="../views/widgets/toast.cpp" line="+101"/>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <location line="+53"/>
        <source>Put this away?</source>
        <translation>Dies weglegen?</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
</context>
<context>
    <name>pc::views::TopBar</name>
    <message>
        <location filename="../views/shell/top_bar.cpp" line="+69"/>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Activity (Ctrl+Shift+A)</source>
        <translation>Aktivität (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <location line="+79"/>
        <source>Environment: %1</source>
        <translation>Umgebung: %1</translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>%n job(s) under way</source>
        <translation>
            <numerusform>%n Auftrag läuft</numerusform>
            <numerusform>%n Aufträge laufen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>pc::views::UnderlineTabs</name>
    <message>
        <location filename="../views/widgets/underline_tabs.cpp" line="+53"/>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>pc::views::UploadRow</name>
    <message>
        <location filename="../views/catalogue/upload_row.cpp" line="+21"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location line="+25"/>
        <source>%1 of %2 sent</source>
        <comment>sizes</comment>
        <translation>%1 von %2 gesendet</translation>
    </message>
</context>
<context>
    <name>pc::views::UsageLinesModel</name>
    <message numerus="yes">
        <location filename="../views/usage/usage_lines_model.cpp" line="+57"/>
        <source>%1: %n call(s), %2</source>
        <translation>
            <numerusform>%1: %n Aufruf, %2</numerusform>
            <numerusform>%1: %n Aufrufe, %2</numerusform>
        </translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential and generation</source>
        <translation>Zugangsdaten und Generation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Course</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>pc::views::UsageTab</name>
    <message>
        <location filename="../views/usage/usage_tab.cpp" line="+50"/>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Hours of this time are not kept: shown by the day.</source>
        <translation>Stunden dieser Zeit sind nicht mehr vorhanden: nach Tagen gezeigt.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Minutes of this time are not kept: shown by the hour.</source>
        <translation>Minuten dieser Zeit sind nicht mehr vorhanden: nach Stunden gezeigt.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Finer steps would be more than 600: shown by the %1.</source>
        <translation>Feinere Schritte wären mehr als 600: Schritt ist %1.</translation>
    </message>
    <message>
        <location line="+41"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Per</source>
        <translation>Je</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Show calls</source>
        <translation>Aufrufe anzeigen</translation>
    </message>
    <message>
        <location line="+40"/>
        <source>The usage could not be loaded.</source>
        <translation>Die Nutzung konnte nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+138"/>
        <source>%Ln call(s) of all partners in this time could not be recorded.</source>
        <translation>
            <numerusform>%Ln Aufruf aller Partner in dieser Zeit konnte nicht aufgezeichnet werden.</numerusform>
            <numerusform>%Ln Aufrufe aller Partner in dieser Zeit konnten nicht aufgezeichnet werden.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+14"/>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>as of %1 UTC</source>
        <translation>Stand %1 UTC</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>used up, resets %1</source>
        <translation>aufgebraucht, neu ab %1</translation>
    </message>
    <message numerus="yes">
        <location line="+18"/>
        <source>of %Ln call(s)</source>
        <translation>
            <numerusform>von %Ln Aufruf</numerusform>
            <numerusform>von %Ln Aufrufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+8"/>
        <source>%Ln refused or failed</source>
        <translation>
            <numerusform>%Ln abgelehnt oder fehlgeschlagen</numerusform>
            <numerusform>%Ln abgelehnt oder fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <location line="-293"/>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <location line="+180"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location line="-158"/>
        <source>%1 to %2</source>
        <comment>from, to</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <location line="+197"/>
        <source>Calls per %1</source>
        <translation>Aufrufe je %1</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Decision time: median %1 ms, p95 %2 ms, p99 %3 ms</source>
        <translation>Entscheidungszeit: Median %1 ms, p95 %2 ms, p99 %3 ms</translation>
    </message>
    <message>
        <location line="+62"/>
        <source>Requests served</source>
        <translation>Bediente Anfragen</translation>
    </message>
    <message>
        <location line="-16"/>
        <source>used up %1 at this pace</source>
        <translation>bei diesem Tempo %1 aufgebraucht</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>resets %1</source>
        <translation>wird %1 zurückgesetzt</translation>
    </message>
    <message>
        <location line="-16"/>
        <source>Quota used today</source>
        <translation>Heute verbrauchtes Kontingent</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>could not be loaded</source>
        <translation>konnte nicht geladen werden</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no daily quota</source>
        <translation>kein Tageskontingent</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>no calls</source>
        <translation>keine Aufrufe</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Daily quota, 30 days</source>
        <translation>Tageskontingent, 30 Tage</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>%1 to %2 UTC</source>
        <translation>%1 bis %2 UTC</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>← → move in the chart</source>
        <translation>← → im Diagramm bewegen</translation>
    </message>
</context>
<context>
    <name>pc::views::UseFacts</name>
    <message numerus="yes">
        <location filename="../views/credentials/use_facts.cpp" line="+41"/>
        <source>call(s) in 24 h</source>
        <comment>without the number</comment>
        <translation>
            <numerusform>Aufruf in 24 h</numerusform>
            <numerusform>Aufrufe in 24 h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>source address(es)</source>
        <comment>without the number</comment>
        <translation>
            <numerusform>Quelladresse</numerusform>
            <numerusform>Quelladressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>live token(s)</source>
        <comment>without the number</comment>
        <translation>
            <numerusform>gültiges Token</numerusform>
            <numerusform>gültige Tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pc::views::ValuePanel</name>
    <message>
        <location filename="../views/partners/value_panel.cpp" line="+35"/>
        <source>Clear</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>pc::views::VersionActDialog</name>
    <message>
        <location filename="../views/catalogue/version_dialogs.cpp" line="+106"/>
        <source>End version %1 now</source>
        <translation>Version %1 jetzt beenden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove version %1</source>
        <translation>Version %1 entfernen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The version was not ended.</source>
        <translation>Die Version wurde nicht beendet.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The version was not removed.</source>
        <translation>Die Version wurde nicht entfernt.</translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>Every call to %Ln route(s) below %1 is refused from now on, with 410 and its link.</source>
        <translation>
            <numerusform>Jeder Aufruf von %Ln Route unter %1 wird ab jetzt abgelehnt, mit 410 und ihrem Link.</numerusform>
            <numerusform>Jeder Aufruf von %Ln Routen unter %1 wird ab jetzt abgelehnt, mit 410 und ihrem Link.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Its routes stay. Partners are told nothing of it any more, and calls that were refused because it ended pass again.</source>
        <translation>Ihre Routen bleiben. Partnern wird nichts mehr von ihr gesagt, und Aufrufe, die wegen ihres Endes abgelehnt wurden, kommen wieder durch.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>A weakness in this version</source>
        <translation>Eine Schwachstelle in dieser Version</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Agreed with all partners</source>
        <translation>Mit allen Partnern vereinbart</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Added by mistake</source>
        <translation>Versehentlich angelegt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Its routes are gone</source>
        <translation>Ihre Routen gibt es nicht mehr</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Let it run</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Keep the version</source>
        <translation>Version behalten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>End it now</source>
        <translation>Jetzt beenden</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Remove the version</source>
        <translation>Version entfernen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ending…</source>
        <translation>Wird beendet…</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message numerus="yes">
        <location line="+20"/>
        <source>End it although %Ln partner(s) still call it</source>
        <translation>
            <numerusform>Beenden, obwohl %Ln Partner sie noch aufruft</numerusform>
            <numerusform>Beenden, obwohl %Ln Partner sie noch aufrufen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+18"/>
        <source>Nothing was removed: somebody else changed the version meanwhile. %1</source>
        <translation>Es wurde nichts entfernt: Jemand anderes hat die Version inzwischen geändert. %1</translation>
    </message>
</context>
<context>
    <name>pc::views::VersionActs</name>
    <message>
        <location filename="../views/catalogue/version_acts.cpp" line="+61"/>
        <source>Add version…</source>
        <translation>Version hinzufügen…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Edit version…</source>
        <translation>Version bearbeiten…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Notice to a partner…</source>
        <translation>Mitteilung an einen Partner…</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>End version now…</source>
        <translation>Version jetzt beenden…</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>Remove version…</source>
        <translation>Version entfernen…</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Open the versions of an API in the catalogue first.</source>
        <translation>Öffnen Sie zuerst die Versionen einer API im Katalog.</translation>
    </message>
    <message>
        <location line="+7"/>
        <source>Choose a version first.</source>
        <translation>Wählen Sie zuerst eine Version.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>This version has ended.</source>
        <translation>Diese Version hat geendet.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>It has no date of which one could tell. Edit it first.</source>
        <translation>Sie hat noch kein Datum, das man mitteilen könnte. Bearbeiten Sie sie zuerst.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Nobody called this version in the last 30 days.</source>
        <translation>In den letzten 30 Tagen hat niemand diese Version aufgerufen.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Version %1 added</source>
        <translation>Version %1 hinzugefügt</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Version %1 saved</source>
        <translation>Version %1 gespeichert</translation>
    </message>
    <message>
        <location line="+27"/>
        <source>Version %1 has ended</source>
        <translation>Version %1 ist beendet</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Undone: version %1 answers again</source>
        <translation>Rückgängig gemacht: Version %1 antwortet wieder</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The end could not be undone: edit the version.</source>
        <translation>Das Ende konnte nicht rückgängig gemacht werden: Bearbeiten Sie die Version.</translation>
    </message>
    <message>
        <location line="-35"/>
        <source>Version %1 is removed</source>
        <translation>Version %1 ist entfernt</translation>
    </message>
</context>
<context>
    <name>pc::views::VersionDialog</name>
    <message>
        <location filename="../views/catalogue/version_dialogs.cpp" line="-146"/>
        <source>Edit version %1</source>
        <translation>Version %1 bearbeiten</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Add a version of “%1”</source>
        <translation>Version von „%1“ hinzufügen</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>The version was not changed.</source>
        <translation>Die Version wurde nicht geändert.</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>The version was not added.</source>
        <translation>Die Version wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>Partners are told with each call (Deprecation, Sunset and Link); from its end on, calls are refused with 410.</source>
        <translation>Partner erfahren es mit jedem Aufruf (Deprecation, Sunset und Link); ab dem Ende werden Aufrufe mit 410 abgelehnt.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>Partners need longer</source>
        <translation>Partner brauchen länger</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Partners are done sooner</source>
        <translation>Partner sind früher fertig</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A newer version is there</source>
        <translation>Eine neuere Version ist da</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Recorded in the audit trail</source>
        <translation>Wird im Prüfprotokoll vermerkt</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location line="+0"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Nothing was saved: somebody else changed the version meanwhile. Their changes are shown now, with yours on top. Look, and save again.</source>
        <translation>Es wurde nichts gespeichert: Jemand anderes hat die Version inzwischen geändert. Diese Änderungen sind jetzt zu sehen, mit Ihren darüber. Sehen Sie nach, und speichern Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>pc::views::VersionForm</name>
    <message>
        <location filename="../views/catalogue/version_form.cpp" line="+54"/>
        <source>Sentence to partners</source>
        <translation>Satz an Partner</translation>
    </message>
    <message>
        <location line="+6"/>
        <source>Itself and everything below.</source>
        <translation>Er selbst und alles darunter.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>%1 or a path below it: itself and everything below.</source>
        <translation>%1 oder ein Pfad darunter: er selbst und alles unter ihm.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Empty: nobody is told yet.</source>
        <translation>Leer: Noch erfährt es niemand.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>From then on its calls are refused. Empty: it has no end.</source>
        <translation>Ab dann werden ihre Aufrufe abgelehnt. Leer: Sie hat kein Ende.</translation>
    </message>
    <message>
        <location line="+4"/>
        <source>For people, in the answer to a call after its end.</source>
        <translation>Für Menschen, in der Antwort auf einen Aufruf nach dem Ende.</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>End it in</source>
        <translation>Enden in</translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <location line="+36"/>
        <source>Say which path it is of.</source>
        <translation>Geben Sie an, zu welchem Pfad sie gehört.</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>A version is a path without parameters.</source>
        <translation>Eine Version ist ein Pfad ohne Parameter.</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>This API has nothing there. Begin with %1.</source>
        <translation>Dort hat diese API nichts. Beginnen Sie mit %1.</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>This lies in the past. Choose a later time, or end the version.</source>
        <translation>Das liegt in der Vergangenheit. Wählen Sie einen späteren Zeitpunkt, oder beenden Sie die Version.</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>It ends before it is deprecated. Choose a later end.</source>
        <translation>Sie endet, bevor sie veraltet ist. Wählen Sie ein späteres Ende.</translation>
    </message>
</context>
<context>
    <name>pc::views::VersionsPanel</name>
    <message>
        <location filename="../views/catalogue/versions_panel.cpp" line="+56"/>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>End now…</source>
        <translation>Jetzt beenden…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>An import of a description leaves versions as they are.</source>
        <translation>Der Import einer Beschreibung lässt Versionen, wie sie sind.</translation>
    </message>
    <message>
        <location line="+11"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location line="+21"/>
        <source>Versions and who still calls them</source>
        <translation>Versionen und wer sie noch aufruft</translation>
    </message>
    <message>
        <location line="+9"/>
        <source>No version yet</source>
        <translation>Noch keine Version</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>A version is a path of the API, such as /v1. Add one to tell partners that it is deprecated, and when it ends.</source>
        <translation>Eine Version ist ein Pfad der API, zum Beispiel /v1. Fügen Sie eine hinzu, damit Partner erfahren, dass sie veraltet ist und wann sie endet.</translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Notice…</source>
        <translation>Mitteilung…</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Partners that still call it</source>
        <translation>Partner, die sie noch aufrufen</translation>
    </message>
    <message>
        <location line="+15"/>
        <source>Nobody calls it</source>
        <translation>Niemand ruft sie auf</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>No call came to its routes in the last 30 days.</source>
        <translation>In den letzten 30 Tagen kam kein Aufruf ihrer Routen.</translation>
    </message>
    <message>
        <location line="+60"/>
        <source>There is nobody to export.</source>
        <translation>Es gibt niemanden zu exportieren.</translation>
    </message>
    <message>
        <location line="+50"/>
        <source>The versions could not be loaded.</source>
        <translation>Die Versionen konnten nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+11"/>
        <source>%1: %Ln partner(s) still call it.</source>
        <comment>where a version stands</comment>
        <translation>
            <numerusform>%1: %Ln Partner ruft sie noch auf.</numerusform>
            <numerusform>%1: %Ln Partner rufen sie noch auf.</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <location line="+11"/>
        <source>Who still calls %1</source>
        <translation>Wer %1 noch aufruft</translation>
    </message>
    <message>
        <location line="-10"/>
        <source>Who calls it could not be loaded.</source>
        <translation>Wer sie aufruft, konnte nicht geladen werden.</translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>Who still calls %1: the first %2, and %Ln more</source>
        <translation>
            <numerusform>Wer %1 noch aufruft: die ersten %2, und %Ln weiterer</numerusform>
            <numerusform>Wer %1 noch aufruft: die ersten %2, und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <location line="+16"/>
        <source>Export who still calls %1</source>
        <translation>Exportieren, wer %1 noch aufruft</translation>
    </message>
</context>
<context>
    <name>pc::views::WaitingToast</name>
    <message>
        <location filename="../views/dialogs/waiting_toast.cpp" line="+29"/>
        <source>%1: under way. What becomes of it is told here.</source>
        <comment>title of an act</comment>
        <translation>%1: läuft noch. Was daraus wird, steht dann hier.</translation>
    </message>
</context>
<context>
    <name>pc::views::WaiverForm</name>
    <message>
        <location filename="../views/access/waiver_form.cpp" line="+30"/>
        <source>Waive the list of production for a time</source>
        <translation>Die Liste der Produktion für eine Zeit erlassen</translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <location line="+32"/>
        <source>At most %n day(s) from now.</source>
        <translation>
            <numerusform>Höchstens %n Tag ab jetzt.</numerusform>
            <numerusform>Höchstens %n Tage ab jetzt.</numerusform>
        </translation>
    </message>
    <message>
        <location line="-27"/>
        <source>Say why, so that the next review can judge it.</source>
        <translation>Sagen Sie warum, damit die nächste Prüfung es beurteilen kann.</translation>
    </message>
</context>
<context>
    <name>pc::views::WelcomeWindow</name>
    <message>
        <location filename="../views/welcome/welcome_window.cpp" line="+61"/>
        <source>Partner Console</source>
        <translation>Partner Console</translation>
    </message>
    <message>
        <location line="+69"/>
        <source>Welcome to Partner Console</source>
        <translation>Willkommen bei Partner Console</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Onboard partners, issue and rotate their credentials, watch what they do, and cut off what must be cut.</source>
        <translation>Nehmen Sie Partner auf, stellen Sie ihre Zugangsdaten aus und rotieren Sie sie, beobachten Sie die Nutzung und schalten Sie ab, was abgeschaltet werden muss.</translation>
    </message>
    <message>
        <location line="+34"/>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <location line="+3"/>
        <source>Connect to a platform</source>
        <translation>Mit einer Plattform verbinden</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>You need its address, an operator token and, for a private certificate authority, its file.</source>
        <translation>Sie benötigen die Adresse, ein Operator-Token und bei einer privaten Zertifizierungsstelle deren Datei.</translation>
    </message>
    <message>
        <location line="+10"/>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Environments that you used before on this workstation.</source>
        <translation>Umgebungen, die Sie auf diesem Arbeitsplatz schon verwendet haben.</translation>
    </message>
</context>
<context>
    <name>pc::views::WhyPane</name>
    <message>
        <location filename="../views/calls/why_pane.cpp" line="+53"/>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <location line="+17"/>
        <source>Checks, in order</source>
        <translation>Prüfungen der Reihe nach</translation>
    </message>
    <message>
        <location line="+8"/>
        <source>What would let it pass</source>
        <translation>Was ihn durchließe</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>The call</source>
        <translation>Der Aufruf</translation>
    </message>
    <message>
        <location line="+29"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location line="+35"/>
        <source>Show these calls</source>
        <translation>Diese Aufrufe anzeigen</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <location line="+13"/>
        <source>Copy for ticket</source>
        <translation>Für Ticket kopieren</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Open partner</source>
        <translation>Partner öffnen</translation>
    </message>
    <message>
        <location line="+31"/>
        <source>Copied for the ticket</source>
        <translation>Für das Ticket kopiert</translation>
    </message>
    <message>
        <location line="+14"/>
        <source>Why the call ended so could not be found out.</source>
        <translation>Warum der Aufruf so endete, war nicht herauszufinden.</translation>
    </message>
    <message>
        <location line="+5"/>
        <source>decided in %1</source>
        <translation>entschieden in %1</translation>
    </message>
    <message>
        <location line="+23"/>
        <source>asked %1</source>
        <translation>gefragt %1</translation>
    </message>
    <message>
        <location line="+12"/>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Credential ID</source>
        <translation>Zugangsdaten-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>Realm</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <location line="+2"/>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>User agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Gateway</source>
        <translation>Gateway</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Request ID</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Decision ID</source>
        <translation>Entscheidungs-ID</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <location line="+1"/>
        <source>Stood on</source>
        <translation>Beruhte auf</translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln event(s) of the audit log</source>
        <translation>
            <numerusform>%Ln Ereignis des Prüfprotokolls</numerusform>
            <numerusform>%Ln Ereignissen des Prüfprotokolls</numerusform>
        </translation>
    </message>
    <message>
        <location line="+2"/>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
</context>
</TS>
