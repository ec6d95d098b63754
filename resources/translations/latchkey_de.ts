<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <extracomment>Not to be translated by meaning: &quot;RTL&quot; in a language written from right to left, else &quot;LTR&quot;.</extracomment>
        <translation>LTR</translation>
    </message>
</context>
<context>
    <name>latchkey::CertificateText</name>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>Das Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Copy the certificate</source>
        <translation>Zertifikat kopieren</translation>
    </message>
    <message>
        <source>Issued to</source>
        <extracomment>Whom a certificate was issued to: the names of a server and its owner.</extracomment>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <extracomment>Who issued a certificate.</extracomment>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <extracomment>The certificate&apos;s fingerprint, by the algorithm of that name.</extracomment>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <extracomment>A line of what is copied. {name} names a fact, {value} is what is known of it.</extracomment>
        <translation>{name}: {value}</translation>
    </message>
</context>
<context>
    <name>latchkey::DemoProcess</name>
    <message>
        <source>The demo server did not start within 10 seconds.</source>
        <translation>Der Demo-Server ist nicht innerhalb von 10 Sekunden gestartet.</translation>
    </message>
    <message>
        <source>The demo server has ended by itself.</source>
        <translation>Der Demo-Server hat sich selbst beendet.</translation>
    </message>
    <message>
        <source>The demo server is not installed. Its package is latchkey-demo-server.</source>
        <translation>Der Demo-Server ist nicht installiert. Sein Paket heißt latchkey-demo-server.</translation>
    </message>
    <message>
        <source>The demo server told no usable address.</source>
        <translation>Der Demo-Server nannte keine brauchbare Adresse.</translation>
    </message>
</context>
<context>
    <name>latchkey::Diagnostics</name>
    <message>
        <source>{n} ms</source>
        <extracomment>{n} is a number: how many milliseconds a step of the connection took</extracomment>
        <translation>{n} ms</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Checking...</source>
        <translation>Wird geprüft...</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>By a proxy, so it can&apos;t be measured</source>
        <translation>Über einen Proxy, daher nicht messbar</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Empty. The first save asks for a new password.</source>
        <translation>Leer. Das erste Speichern fragt nach einem neuen Passwort.</translation>
    </message>
    <message>
        <source>This computer has no password store.</source>
        <translation>Dieser Computer hat keinen Passwortspeicher.</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Er antwortet nicht.</translation>
    </message>
    <message>
        <source>{run}, built with {built}</source>
        <extracomment>{run} and {built} are version numbers of Qt</extracomment>
        <translation>{run}, gebaut mit {built}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Not available: https will not work. Install OpenSSL 3.</source>
        <translation>Nicht verfügbar: https funktioniert nicht. Installieren Sie OpenSSL 3.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name lookup (DNS)</source>
        <translation>Namensauflösung (DNS)</translation>
    </message>
    <message>
        <source>Connection (TCP)</source>
        <translation>Verbindung (TCP)</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>Answer (HTTP)</source>
        <translation>Antwort (HTTP)</translation>
    </message>
    <message>
        <source>Server&apos;s clock</source>
        <translation>Uhr des Servers</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>It is asking you something.</source>
        <translation>Er fragt Sie gerade etwas.</translation>
    </message>
    <message>
        <source>Not used: Latchkey was started with --no-keychain.</source>
        <translation>Nicht benutzt: Latchkey wurde mit --no-keychain gestartet.</translation>
    </message>
</context>
<context>
    <name>latchkey::DiagnosticsDialog</name>
    <message>
        <source>About Latchkey</source>
        <translation>Über Latchkey</translation>
    </message>
    <message>
        <source>Signs you in, shows your profile, and keeps you signed in.</source>
        <translation>Meldet Sie an, zeigt Ihr Profil und hält Sie angemeldet.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Password store</source>
        <translation>Passwortspeicher</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>&amp;Save report...</source>
        <translation>Be&amp;richt speichern...</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>Bericht speichern...</translation>
    </message>
    <message>
        <source>R&amp;un checks again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>{version} is the program&apos;s version number, such as 0.1.0</extracomment>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Latchkey writes no log file. To see what it does, start it in a terminal with {command}. Tokens and passwords are never written.</source>
        <extracomment>{command} is what one types in a terminal; it is not translated</extracomment>
        <translation>Latchkey schreibt keine Protokolldatei. Um zu sehen, was es tut, starten Sie es in einem Terminal mit {command}. Token und Passwörter werden nie geschrieben.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Report copied. It holds no password and no token.</source>
        <translation>Bericht kopiert. Er enthält kein Passwort und kein Token.</translation>
    </message>
    <message>
        <source>Report saved as {file}.</source>
        <extracomment>{file} is the path of the file</extracomment>
        <translation>Bericht gespeichert als {file}.</translation>
    </message>
    <message>
        <source>The report was not saved. {reason}</source>
        <extracomment>{reason} is what the system said, with the path of the file</extracomment>
        <translation>Der Bericht wurde nicht gespeichert. {reason}</translation>
    </message>
</context>
<context>
    <name>latchkey::KeychainPage</name>
    <message>
        <source>your password store</source>
        <translation>Ihr Passwortspeicher</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow</name>
    <message>
        <source>The demo server is running.</source>
        <translation>Der Demo-Server läuft.</translation>
    </message>
    <message>
        <source>Sign in with {email} and password {password}.</source>
        <extracomment>{email} is an email address, {password} a password that everybody may know.</extracomment>
        <translation>Melden Sie sich mit {email} und dem Passwort {password} an.</translation>
    </message>
    <message>
        <source>The demo server could not be started.</source>
        <translation>Der Demo-Server konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow::Private</name>
    <message>
        <source>You&apos;re signed out, but the saved session could not be removed.</source>
        <translation>Sie sind abgemeldet, aber die gespeicherte Sitzung konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>It is still in {keychain}. Latchkey tries again at the next start.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>Sie liegt noch in {keychain}. Latchkey versucht es beim nächsten Start erneut.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message>
        <source>{keychain} asks whether to remove the saved session. It is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>{keychain} fragt, ob die gespeicherte Sitzung entfernt werden soll. Bis Sie antworten, liegt sie noch dort.</translation>
    </message>
    <message>
        <source>{keychain} is asking you something. The saved session is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>{keychain} fragt Sie gerade etwas. Bis Sie antworten, liegt die gespeicherte Sitzung noch dort.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Die Einstellungsdatei {file} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The settings file {file} was written by a newer version of Latchkey.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Die Einstellungsdatei {file} wurde von einer neueren Version von Latchkey geschrieben.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read just now.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Die Einstellungsdatei {file} kann gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Die Einstellungsdatei {file} konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>It was kept as {file}, and the settings start afresh.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Sie wurde als {file} aufbewahrt, und die Einstellungen beginnen von vorn.</translation>
    </message>
    <message>
        <source>It cannot be moved to {file}, so settings will not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Sie kann nicht nach {file} verschoben werden, daher werden Einstellungen nicht gespeichert.</translation>
    </message>
    <message>
        <source>The usual settings are used, and changes will not be saved.</source>
        <translation>Es gelten die üblichen Einstellungen, und Änderungen werden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Your changes hold until you close Latchkey. It tries again with the next one.</source>
        <translation>Ihre Änderungen gelten, bis Sie Latchkey schließen. Bei der nächsten wird es erneut versucht.</translation>
    </message>
    <message>
        <source>line {number}</source>
        <extracomment>{number} is the number of a line in a file</extracomment>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>Not used: {names}. A copy of the file was kept as {file}.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>Nicht verwendet: {names}. Eine Kopie der Datei wurde als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>Not used: {names}. The file cannot be copied to {file}, so settings will not be saved.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>Nicht verwendet: {names}. Die Datei kann nicht nach {file} kopiert werden, daher werden Einstellungen nicht gespeichert.</translation>
    </message>
    <message>
        <source>A session that was to be deleted may still be in your password store.</source>
        <translation>Eine Sitzung, die gelöscht werden sollte, liegt vielleicht noch in Ihrem Passwortspeicher.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read in full.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Die Einstellungsdatei {file} konnte nicht vollständig gelesen werden.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordEdit</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfilePage</name>
    <message>
        <source>Copy email address</source>
        <translation>E-Mail-Adresse kopieren</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>Benutzer-ID kopieren</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Mitglied seit</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Ak&amp;tualisieren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Load your profile again (F5)</source>
        <translation>Ihr Profil neu laden (F5)</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of this computer (Ctrl+Shift+L)</source>
        <translation>An diesem Computer abmelden (Strg+Umschalt+L)</translation>
    </message>
    <message>
        <source>Name not provided</source>
        <translation>Name nicht angegeben</translation>
    </message>
    <message>
        <source>Loading your profile...</source>
        <translation>Ihr Profil wird geladen...</translation>
    </message>
    <message>
        <source>Updating...</source>
        <translation>Wird aktualisiert...</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <extracomment>{time} is a time such as 14:02, or how long ago: &quot;6 minutes ago&quot;</extracomment>
        <translation>Aktualisiert: {time}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>S&amp;witch account</source>
        <translation>K&amp;onto wechseln</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnose</translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>role</comment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Admin</source>
        <comment>role</comment>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Profile not available</source>
        <translation>Profil nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>latchkey::ProxyField</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>How Latchkey reaches the server. It keeps no user name or password for a proxy. Default: this computer&apos;s settings.</source>
        <translation>Wie Latchkey den Server erreicht. Benutzername und Passwort für einen Proxy werden nicht gespeichert. Standard: die Einstellungen dieses Computers.</translation>
    </message>
    <message>
        <source>This computer&apos;s settin&amp;gs</source>
        <translation>Einste&amp;llungen dieses Computers</translation>
    </message>
    <message>
        <source>This computer&apos;s settings</source>
        <translation>Einstellungen dieses Computers</translation>
    </message>
    <message>
        <source>&amp;My own proxy</source>
        <translation>&amp;Eigener Proxy</translation>
    </message>
    <message>
        <source>My own proxy</source>
        <translation>Eigener Proxy</translation>
    </message>
    <message>
        <source>Proxy &amp;host</source>
        <translation>Proxy-&amp;Host</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Proxy-Host</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Used as soon as both host and port are filled in.</source>
        <translation>Wird verwendet, sobald Host und Port ausgefüllt sind.</translation>
    </message>
    <message>
        <source>Enter a host name or an address, for example proxy.example.com.</source>
        <translation>Geben Sie einen Hostnamen oder eine Adresse ein, zum Beispiel proxy.example.com.</translation>
    </message>
    <message>
        <source>Leave out the user name and password: Latchkey doesn&apos;t keep them.</source>
        <translation>Lassen Sie Benutzername und Passwort weg: Latchkey speichert sie nicht.</translation>
    </message>
    <message>
        <source>Enter a port between 1 and 65535.</source>
        <translation>Geben Sie einen Port zwischen 1 und 65535 ein.</translation>
    </message>
</context>
<context>
    <name>latchkey::QaTools</name>
    <message>
        <source>QA mode:</source>
        <translation>QA-Modus:</translation>
    </message>
    <message>
        <source>Res&amp;tore access</source>
        <translation>Access wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Restore access</source>
        <translation>Access wiederherstellen</translation>
    </message>
    <message>
        <source>Let the access token&apos;s own end count again</source>
        <translation>Das eigene Ende des Access-Tokens wieder gelten lassen</translation>
    </message>
    <message>
        <source>E&amp;xpire access</source>
        <translation>Access ablaufen &amp;lassen</translation>
    </message>
    <message>
        <source>Expire access</source>
        <translation>Access ablaufen lassen</translation>
    </message>
    <message>
        <source>Take the access token for expired, without touching it</source>
        <translation>Das Access-Token als abgelaufen behandeln, ohne es zu verändern</translation>
    </message>
    <message>
        <source>Re&amp;store refresh</source>
        <translation>Re&amp;fresh wiederherstellen</translation>
    </message>
    <message>
        <source>Restore refresh</source>
        <translation>Refresh wiederherstellen</translation>
    </message>
    <message>
        <source>Let the refresh token&apos;s own end count again</source>
        <translation>Das eigene Ende des Refresh-Tokens wieder gelten lassen</translation>
    </message>
    <message>
        <source>Ex&amp;pire refresh</source>
        <translation>Re&amp;fresh ablaufen lassen</translation>
    </message>
    <message>
        <source>Expire refresh</source>
        <translation>Refresh ablaufen lassen</translation>
    </message>
    <message>
        <source>Take the refresh token for expired, without touching it</source>
        <translation>Das Refresh-Token als abgelaufen behandeln, ohne es zu verändern</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>W&amp;iderrufen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Make the demo server refuse every token it gave out so far</source>
        <translation>Der Demo-Server soll alle bisher ausgegebenen Token ablehnen</translation>
    </message>
    <message>
        <source>Only a demo server that this program started can do this</source>
        <translation>Das kann nur ein Demo-Server, den dieses Programm gestartet hat</translation>
    </message>
</context>
<context>
    <name>latchkey::RestoringPage</name>
    <message>
        <source>Sign in instead</source>
        <translation>Stattdessen anmelden</translation>
    </message>
    <message>
        <source>Checking your session with {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Ihre Sitzung wird bei {host} geprüft...</translation>
    </message>
    <message>
        <source>Restoring your session...</source>
        <translation>Ihre Sitzung wird wiederhergestellt...</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerDialog</name>
    <message>
        <source>Change server</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>&amp;Diesen Server verwenden</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Diesen Server verwenden</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerField</name>
    <message>
        <source>Server &amp;address</source>
        <translation>Ser&amp;veradresse</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>&amp;Diesen Server verwenden</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Diesen Server verwenden</translation>
    </message>
    <message>
        <source>Where you sign in. A new address counts once you use it. Default: {address}.</source>
        <extracomment>{address} is a web address: where one signs in unless another server is chosen</extracomment>
        <translation>Wo Sie sich anmelden. Eine neue Adresse gilt, sobald Sie sie verwenden. Standard: {address}.</translation>
    </message>
    <message>
        <source>This is the server {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>Das ist der Server {host}.</translation>
    </message>
    <message>
        <source>Latchkey now uses {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>Latchkey verwendet jetzt {host}.</translation>
    </message>
    <message>
        <source>{host} answered, and you can sign in there.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>{host} hat geantwortet, und Sie können sich dort anmelden.</translation>
    </message>
    <message>
        <source>Where you sign in. A new address counts once you use it.</source>
        <translation>Wo Sie sich anmelden. Eine neue Adresse gilt, sobald Sie sie verwenden.</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionPanel</name>
    <message>
        <source>S&amp;ession</source>
        <translation>&amp;Sitzung</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>zoom: the whole session</comment>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Zoom to the whole session</source>
        <translation>Auf die ganze Sitzung zoomen</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>zoom: one hour, short</comment>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Zoom to one hour</source>
        <translation>Auf eine Stunde zoomen</translation>
    </message>
    <message>
        <source>1 d</source>
        <comment>zoom: one day, short</comment>
        <translation>1 T</translation>
    </message>
    <message>
        <source>Zoom to one day</source>
        <translation>Auf einen Tag zoomen</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>Als Tabelle zeigen (Strg+T)</translation>
    </message>
    <message>
        <source>Re&amp;new now</source>
        <translation>&amp;Jetzt erneuern</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Renew the session now (F6)</source>
        <translation>Die Sitzung jetzt erneuern (F6)</translation>
    </message>
    <message>
        <source>S&amp;ign in again</source>
        <translation>E&amp;rneut anmelden</translation>
    </message>
    <message>
        <source>Sign in again for a new session</source>
        <translation>Für eine neue Sitzung erneut anmelden</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <source>Why can&apos;t the session be renewed?</source>
        <translation>Warum kann die Sitzung nicht erneuert werden?</translation>
    </message>
    <message>
        <source>&amp;Copy claims</source>
        <translation>&amp;Claims kopieren</translation>
    </message>
    <message>
        <source>Copy claims</source>
        <translation>Claims kopieren</translation>
    </message>
    <message>
        <source>Copy what the tokens say of themselves: never the tokens</source>
        <translation>Kopiert, was die Token über sich sagen: nie die Token selbst</translation>
    </message>
    <message>
        <source>Session timeline as a table</source>
        <translation>Zeitachse der Sitzung als Tabelle</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionText</name>
    <message>
        <source>Not yet, {keychain} is locked</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Noch nicht, {keychain} ist gesperrt</translation>
    </message>
    <message>
        <source>No, {keychain} refused access</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Nein, {keychain} hat den Zugriff verweigert</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is slow to answer</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Noch nicht, {keychain} antwortet langsam</translation>
    </message>
    <message>
        <source>No, as you asked</source>
        <translation>Nein, wie von Ihnen gewünscht</translation>
    </message>
    <message>
        <source>No, this computer has no password store</source>
        <translation>Nein, dieser Computer hat keinen Passwortspeicher</translation>
    </message>
    <message>
        <source>Not yet, trying again</source>
        <translation>Noch nicht, neuer Versuch läuft</translation>
    </message>
    <message>
        <source>Waiting for {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Warten auf {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>In {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}, which is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>In {keychain}; es fragt Sie gerade</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signed in, renewing now...</source>
        <translation>Angemeldet, wird gerade erneuert...</translation>
    </message>
    <message>
        <source>Signed in, cannot be renewed</source>
        <translation>Angemeldet, nicht erneuerbar</translation>
    </message>
    <message>
        <source>Signed in until {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>Angemeldet bis {time}</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>beendet: {time}</translation>
    </message>
    <message>
        <source>{time} (in {span})</source>
        <extracomment>{time} is a time such as 23:40, {span} the time until then, such as &quot;2 h 5 min&quot;</extracomment>
        <translation>{time} (in {span})</translation>
    </message>
    <message>
        <source>{time}, less than a minute left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}, weniger als eine Minute übrig</translation>
    </message>
    <message>
        <source>{time}, less than five minutes left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}, weniger als fünf Minuten übrig</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ended {time} ({span} ago)</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}, ausgestellt: {issued}, abgelaufen: {time} (vor {span})</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ends {time} (in {span})</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}, ausgestellt: {issued}, endet: {time} (in {span})</translation>
    </message>
    <message>
        <source>Stays signed in until</source>
        <translation>Angemeldet bis</translation>
    </message>
    <message>
        <source>Can renew until</source>
        <translation>Erneuerbar bis</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Access-Token</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Sign in again before {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>Erneut anmelden, spätestens {time}</translation>
    </message>
    <message>
        <source>Next renewal</source>
        <translation>Nächste Erneuerung</translation>
    </message>
    <message>
        <source>Renewals so far</source>
        <translation>Erneuerungen bisher</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>No, Latchkey was started with --no-keychain</source>
        <translation>Nein, Latchkey wurde mit --no-keychain gestartet</translation>
    </message>
    <message>
        <source>Not any more, {keychain} is gone</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Nicht mehr, {keychain} ist nicht mehr da</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Noch nicht, {keychain} fragt Sie gerade</translation>
    </message>
    <message>
        <source>Not yet, {keychain} would ask you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Noch nicht, {keychain} würde Sie fragen</translation>
    </message>
    <message>
        <source>Clock: server {offset}</source>
        <extracomment>How far the server&apos;s clock is from this computer&apos;s. {offset} is such as +0.4 s or +3 h</extracomment>
        <translation>Uhr: Server {offset}</translation>
    </message>
</context>
<context>
    <name>latchkey::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Stay signed in by default</source>
        <translation>Standardmäßig &amp;angemeldet bleiben</translation>
    </message>
    <message>
        <source>Stay signed in by default</source>
        <translation>Standardmäßig angemeldet bleiben</translation>
    </message>
    <message>
        <source>Remember the email address</source>
        <translation>E-Mail-Adresse merken</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Sprache und Aussehen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Of all texts, dates and numbers. Default: the system&apos;s.</source>
        <translation>Aller Texte, Daten und Zahlen. Standard: die des Systems.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appeara&amp;nce</source>
        <translation>Erschei&amp;nungsbild</translation>
    </message>
    <message>
        <source>Light or dark. Default: as the system is.</source>
        <translation>Hell oder dunkel. Standard: wie das System.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Sch&amp;riftgröße</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Ticks &quot;Stay signed in on this computer&quot; for you. Default: on.</source>
        <translation>Setzt das Häkchen bei „An diesem Computer angemeldet bleiben“ für Sie. Standard: ein.</translation>
    </message>
    <message>
        <source>Remember the &amp;email address</source>
        <translation>E-&amp;Mail-Adresse merken</translation>
    </message>
    <message>
        <source>Fills it in at the next sign-in. Switching this off also forgets the last one. Default: on.</source>
        <translation>Trägt sie bei der nächsten Anmeldung ein. Ausschalten vergisst auch die letzte. Standard: ein.</translation>
    </message>
    <message>
        <source>For testers</source>
        <translation>Für Tester</translation>
    </message>
    <message>
        <source>&amp;QA mode</source>
        <translation>&amp;QA-Modus</translation>
    </message>
    <message>
        <source>QA mode</source>
        <translation>QA-Modus</translation>
    </message>
    <message>
        <source>Shows the inspector and the demo server&apos;s controls. Default: off.</source>
        <translation>Zeigt den Inspektor und die Steuerung des Demo-Servers. Standard: aus.</translation>
    </message>
    <message>
        <source>About and &amp;diagnostics...</source>
        <translation>&amp;Info und Diagnose...</translation>
    </message>
    <message>
        <source>About and diagnostics</source>
        <translation>Info und Diagnose</translation>
    </message>
    <message>
        <source>Beside the system&apos;s own text size. Default: {percent}.</source>
        <extracomment>{percent} is a number with its sign, such as 100%</extracomment>
        <translation>Zusätzlich zur Schriftgröße des Systems. Standard: {percent}.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <extracomment>{n} is a number: a text size beside the usual one</extracomment>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in while Latchkey is closed</source>
        <translation>Angemeldet &amp;bleiben, während Latchkey geschlossen ist</translation>
    </message>
    <message>
        <source>Keep me signed in while Latchkey is closed</source>
        <translation>Angemeldet bleiben, während Latchkey geschlossen ist</translation>
    </message>
    <message>
        <source>Renews your session about once an hour while you are logged in to this computer. Default: off.</source>
        <translation>Erneuert Ihre Sitzung etwa einmal pro Stunde, solange Sie an diesem Computer angemeldet sind. Standard: aus.</translation>
    </message>
    <message>
        <source>Automatic renewal is switched off in the settings file.</source>
        <translation>Die automatische Erneuerung ist in der Einstellungsdatei ausgeschaltet.</translation>
    </message>
    <message>
        <source>This computer has no systemd user manager.</source>
        <translation>Auf diesem Computer läuft kein systemd für Benutzer.</translation>
    </message>
    <message>
        <source>Install Latchkey from a package to use this.</source>
        <translation>Installieren Sie Latchkey aus einem Paket, um dies zu nutzen.</translation>
    </message>
    <message>
        <source>Not possible just now: systemd refused or didn&apos;t answer. Try again later.</source>
        <translation>Gerade nicht möglich: systemd hat abgelehnt oder nicht geantwortet. Versuchen Sie es später erneut.</translation>
    </message>
</context>
<context>
    <name>latchkey::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Signing in lets you see and manage your profile on</source>
        <translation>Nach der Anmeldung können Sie Ihr Profil ansehen und verwalten auf</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Ändern...</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Email address</source>
        <translation>&amp;E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sho&amp;w password</source>
        <translation>Passwort &amp;zeigen</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>S&amp;tay signed in on this computer</source>
        <translation>An &amp;diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>An diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try the built-in demo server</source>
        <translation>Eingebauten Demo-Server ausprobieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>your computer&apos;s password store</source>
        <translation>Passwortspeicher Ihres Computers</translation>
    </message>
    <message>
        <source>Your session is kept in {keychain}. Your password is never stored.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>Ihre Sitzung wird gespeichert in: {keychain}. Ihr Passwort wird nie gespeichert.</translation>
    </message>
    <message>
        <source>Starting the demo server...</source>
        <translation>Der Demo-Server wird gestartet...</translation>
    </message>
</context>
<context>
    <name>latchkey::Timeline</name>
    <message>
        <source>Session timeline</source>
        <translation>Zeitachse der Sitzung</translation>
    </message>
    <message>
        <source>Left and Right step through the events. Ctrl+T shows them as a table.</source>
        <translation>Links und Rechts gehen durch die Ereignisse. Strg+T zeigt sie als Tabelle.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>beendet: {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <extracomment>{time} is a time such as 23:40</extracomment>
        <translation>bis {time}</translation>
    </message>
</context>
<context>
    <name>latchkey::TimelineModel</name>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column</comment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>column</comment>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>latchkey::TimelineText</name>
    <message>
        <source>Session&apos;s time was up</source>
        <translation>Zeit der Sitzung abgelaufen</translation>
    </message>
    <message>
        <source>Session ended by the server</source>
        <translation>Sitzung vom Server beendet</translation>
    </message>
    <message>
        <source>Account gone</source>
        <translation>Konto nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung beendet</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Session restored</source>
        <translation>Sitzung wiederhergestellt</translation>
    </message>
    <message>
        <source>Renewed by another window</source>
        <translation>Von einem anderen Fenster erneuert</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Erneuert</translation>
    </message>
    <message>
        <source>Renewal failed</source>
        <translation>Erneuerung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Renewal refused</source>
        <translation>Erneuerung abgelehnt</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Computer woke up</source>
        <translation>Computer aufgewacht</translation>
    </message>
    <message>
        <source>Computer&apos;s clock was set</source>
        <translation>Uhr des Computers gestellt</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>S</source>
        <comment>sign-in</comment>
        <extracomment>Mark in the timeline: the person signed in. One letter.</extracomment>
        <translation>A</translation>
    </message>
    <message>
        <source>P</source>
        <comment>program start</comment>
        <extracomment>Mark in the timeline: the saved session was restored at start. One letter.</extracomment>
        <translation>W</translation>
    </message>
    <message>
        <source>R</source>
        <comment>renewed</comment>
        <extracomment>Mark in the timeline: the session was renewed. One letter.</extracomment>
        <translation>E</translation>
    </message>
    <message>
        <source>Z</source>
        <comment>slept</comment>
        <extracomment>Mark in the timeline: the computer woke from sleep. One letter.</extracomment>
        <translation>Z</translation>
    </message>
    <message>
        <source>C</source>
        <comment>clock</comment>
        <extracomment>Mark in the timeline: the computer&apos;s clock was set. One letter.</extracomment>
        <translation>U</translation>
    </message>
    <message>
        <source>HTTP {code}</source>
        <extracomment>{code} is an HTTP status code, such as 401</extracomment>
        <translation>HTTP {code}</translation>
    </message>
    <message>
        <source>after {span} of sleep</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>nach {span} Ruhezustand</translation>
    </message>
    <message>
        <source>{span} back</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} zurück</translation>
    </message>
    <message>
        <source>{span} ahead</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} vor</translation>
    </message>
    <message>
        <source>token pair {alias}</source>
        <extracomment>{alias} is the number of a pair of tokens, with its sign: &quot;#3&quot;</extracomment>
        <translation>Token-Paar {alias}</translation>
    </message>
    <message>
        <source>Access token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>Access-Token {alias}</translation>
    </message>
    <message>
        <source>Refresh token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>Refresh-Token {alias}</translation>
    </message>
    <message>
        <source>Can be renewed</source>
        <translation>Erneuerbar</translation>
    </message>
    <message>
        <source>{time}: {event}</source>
        <extracomment>{time} is a time such as 14:02, {event} what happened then: &quot;Renewed&quot;</extracomment>
        <translation>{time}: {event}</translation>
    </message>
    <message>
        <source>{time}: {event} ({details})</source>
        <extracomment>{time} is a time such as 14:02, {event} what happened: &quot;Renewed&quot;, {details} more on it</extracomment>
        <translation>{time}: {event} ({details})</translation>
    </message>
    <message>
        <source>Signed in elsewhere</source>
        <translation>Anderswo angemeldet</translation>
    </message>
    <message>
        <source>Access token expired by hand</source>
        <translation>Access-Token von Hand abgelaufen</translation>
    </message>
    <message>
        <source>Refresh token expired by hand</source>
        <translation>Refresh-Token von Hand abgelaufen</translation>
    </message>
    <message>
        <source>Demo server: sessions revoked</source>
        <translation>Demo-Server: Sitzungen widerrufen</translation>
    </message>
    <message>
        <source>Fault switched on</source>
        <translation>Fehler eingeschaltet</translation>
    </message>
    <message>
        <source>Access token restored by hand</source>
        <translation>Access-Token von Hand wiederhergestellt</translation>
    </message>
    <message>
        <source>Refresh token restored by hand</source>
        <translation>Refresh-Token von Hand wiederhergestellt</translation>
    </message>
    <message>
        <source>Fault switched off</source>
        <translation>Fehler ausgeschaltet</translation>
    </message>
    <message>
        <source>Demo server restarted</source>
        <translation>Demo-Server neu gestartet</translation>
    </message>
    <message>
        <source>F</source>
        <comment>fault</comment>
        <extracomment>Mark in the timeline: a tester switched a fault on or off. One letter.</extracomment>
        <translation>F</translation>
    </message>
    <message>
        <source>D</source>
        <comment>demo server</comment>
        <extracomment>Mark in the timeline: the demo server ended and was started again. One letter.</extracomment>
        <translation>D</translation>
    </message>
    <message>
        <source>?</source>
        <comment>renewal failed</comment>
        <extracomment>Mark in the timeline: a renewal failed. One sign.</extracomment>
        <translation>?</translation>
    </message>
    <message>
        <source>HTTP {code} from another sender</source>
        <extracomment>{code} is an HTTP status code, such as 403. A firewall, a proxy or the network sent it.</extracomment>
        <translation>HTTP {code} von einem anderen Absender</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyCard</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>Grund kopieren</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>Was zuletzt geschah</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyText</name>
    <message>
        <source>What happened last:</source>
        <translation>Was zuletzt geschah:</translation>
    </message>
    <message>
        <source>Decided by: the server</source>
        <translation>Entschieden vom Server</translation>
    </message>
    <message>
        <source>Decided by: this app, because the time for renewing was up</source>
        <translation>Entschieden von dieser App, weil die Zeit zum Erneuern abgelaufen war</translation>
    </message>
    <message>
        <source>Decided by: this app, because the session&apos;s time was up</source>
        <translation>Entschieden von dieser App, weil die Zeit der Sitzung abgelaufen war</translation>
    </message>
    <message>
        <source>Decided by: you</source>
        <translation>Entschieden von Ihnen</translation>
    </message>
    <message>
        <source>The server refuses to renew this session.</source>
        <translation>Der Server lehnt es ab, diese Sitzung zu erneuern.</translation>
    </message>
    <message>
        <source>The time in which this session could be renewed is over.</source>
        <translation>Die Zeit, in der diese Sitzung erneuert werden konnte, ist vorbei.</translation>
    </message>
    <message>
        <source>The server no longer accepts a session that should still have been good.</source>
        <translation>Der Server akzeptiert eine Sitzung nicht mehr, die noch hätte gelten sollen.</translation>
    </message>
    <message>
        <source>The server accepts the session but knows no account for it.</source>
        <translation>Der Server akzeptiert die Sitzung, kennt aber kein Konto dazu.</translation>
    </message>
    <message>
        <source>The server says that a newer sign-in took this session&apos;s place.</source>
        <translation>Der Server meldet, dass eine neuere Anmeldung diese Sitzung ersetzt hat.</translation>
    </message>
    <message>
        <source>The session reached its natural end before it could be renewed.</source>
        <translation>Die Sitzung erreichte ihr natürliches Ende, bevor sie erneuert werden konnte.</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>Sie haben sich abgemeldet.</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>session state</comment>
        <translation>Start</translation>
    </message>
    <message>
        <source>signed out</source>
        <comment>session state</comment>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>waiting for the password store</source>
        <comment>session state</comment>
        <translation>Warten auf den Passwortspeicher</translation>
    </message>
    <message>
        <source>restoring</source>
        <comment>session state</comment>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>signing in</source>
        <comment>session state</comment>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>signed in</source>
        <comment>session state</comment>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>renewing</source>
        <comment>session state</comment>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>not renewable</source>
        <comment>session state</comment>
        <translation>nicht erneuerbar</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>session state</comment>
        <translation>beendet</translation>
    </message>
    <message>
        <source>program start</source>
        <comment>cause of a change</comment>
        <translation>Programmstart</translation>
    </message>
    <message>
        <source>you</source>
        <comment>cause of a change</comment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>timer</source>
        <comment>cause of a change</comment>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <comment>cause of a change</comment>
        <translation>der Computer ist aufgewacht</translation>
    </message>
    <message>
        <source>the network came back</source>
        <comment>cause of a change</comment>
        <translation>das Netzwerk ist wieder da</translation>
    </message>
    <message>
        <source>a request was refused</source>
        <comment>cause of a change</comment>
        <translation>eine Anfrage wurde abgelehnt</translation>
    </message>
    <message>
        <source>the server refused</source>
        <comment>cause of a change</comment>
        <translation>der Server hat abgelehnt</translation>
    </message>
    <message>
        <source>time was up</source>
        <comment>cause of a change</comment>
        <translation>die Zeit war abgelaufen</translation>
    </message>
    <message>
        <source>password store</source>
        <comment>cause of a change</comment>
        <translation>Passwortspeicher</translation>
    </message>
    <message>
        <source>another window</source>
        <comment>cause of a change</comment>
        <translation>ein anderes Fenster</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <comment>cause of a change</comment>
        <translation>der Computer geht in den Ruhezustand</translation>
    </message>
    <message>
        <source>Time: {time}</source>
        <extracomment>{time} is a date and time, as 2026-12-21T09:00:00+01:00</extracomment>
        <translation>Zeit: {time}</translation>
    </message>
    <message>
        <source>{time}  {from} → {to} ({cause})</source>
        <extracomment>A change of the session. {time}, such as 19:00:02; {from} and {to} are states; {cause} is why</extracomment>
        <translation>{time} {from} → {to} ({cause})</translation>
    </message>
    <message>
        <source>{from} → {to} ({cause})</source>
        <extracomment>A change of the session. {from} and {to} are states; {cause} is why</extracomment>
        <translation>{from} → {to} ({cause})</translation>
    </message>
    <message>
        <source>The server</source>
        <comment>who decided</comment>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>This app</source>
        <comment>who decided</comment>
        <translation>Diese App</translation>
    </message>
    <message>
        <source>You</source>
        <comment>who decided</comment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>The server says</source>
        <translation>Der Server sagt</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>another server</source>
        <extracomment>Stands for {other}, the server that a certificate or redirect names, if it names none.</extracomment>
        <translation>einem anderen Server</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <translation>Geben Sie Ihre E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>This doesn&apos;t look like an email address. Check it, or sign in anyway.</source>
        <translation>Das sieht nicht nach einer E-Mail-Adresse aus. Prüfen Sie sie oder melden Sie sich trotzdem an.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist eingeschaltet.</translation>
    </message>
    <message>
        <source>Enter a full web address, for example https://api.example.com.</source>
        <translation>Geben Sie eine vollständige Webadresse ein, zum Beispiel https://api.example.com.</translation>
    </message>
    <message>
        <source>This address isn&apos;t encrypted. Use https://. Plain http:// is allowed only for this computer.</source>
        <translation>Diese Adresse ist nicht verschlüsselt. Verwenden Sie https://. Einfaches http:// ist nur für diesen Computer erlaubt.</translation>
    </message>
    <message>
        <source>Signing in...</source>
        <translation>Anmeldung läuft...</translation>
    </message>
    <message>
        <source>Contacting {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Verbindung zu {host}...</translation>
    </message>
    <message>
        <source>Still waiting for {host}. You can keep waiting or cancel.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Noch immer keine Antwort von {host}. Sie können weiter warten oder abbrechen.</translation>
    </message>
    <message numerus="yes">
        <source>{host} is taking longer than usual ({n} s).</source>
        <extracomment>{host} is the name of the server; {n} is how many seconds have gone by.</extracomment>
        <translation>
            <numerusform>{host} braucht länger als üblich ({n} s).</numerusform>
            <numerusform>{host} braucht länger als üblich ({n} s).</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign-in cancelled. Nothing was saved.</source>
        <translation>Anmeldung abgebrochen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive.</source>
        <translation>E-Mail-Adresse oder Passwort ist falsch. Prüfen Sie beides und versuchen Sie es erneut. Bei Passwörtern zählt die Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive. If you&apos;ve forgotten your password, contact the administrator of {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>E-Mail-Adresse oder Passwort ist falsch. Prüfen Sie beides und versuchen Sie es erneut. Bei Passwörtern zählt die Groß- und Kleinschreibung. Wenn Sie Ihr Passwort vergessen haben, wenden Sie sich an die Administration von {host}.</translation>
    </message>
    <message>
        <source>You can&apos;t sign in to {host} with this account. The server refused access. Contact its administrator and quote {ref}.</source>
        <extracomment>{host} is the name of the server; {ref} is what to tell an administrator: a code and a time.</extracomment>
        <translation>Mit diesem Konto können Sie sich bei {host} nicht anmelden. Der Server hat den Zugriff verweigert. Wenden Sie sich an seine Administration und nennen Sie {ref}.</translation>
    </message>
    <message>
        <source>The server couldn&apos;t read the sign-in request. This isn&apos;t a problem with your password. Check the server address or try again.</source>
        <translation>Der Server konnte die Anmeldeanfrage nicht lesen. Das liegt nicht an Ihrem Passwort. Prüfen Sie die Serveradresse oder versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Sign-in isn&apos;t available at this address. {host} answered, but has no sign-in service there.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Unter dieser Adresse ist keine Anmeldung möglich. {host} hat geantwortet, bietet dort aber keinen Anmeldedienst an.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again in {mm:ss}.</source>
        <extracomment>{mm:ss} is a countdown, such as 4:05.</extracomment>
        <translation>Zu viele Versuche. Sie können es in {mm:ss} erneut versuchen.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again now.</source>
        <translation>Zu viele Versuche. Sie können es jetzt erneut versuchen.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your details weren&apos;t the cause. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} hat gerade ein Problem. Ihre Angaben waren nicht die Ursache. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again after {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>{host} wird gerade gewartet. Versuchen Sie es nach {time} erneut.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} wird gerade gewartet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. What you typed is still here.</source>
        <translation>Sie sind offline. Verbinden Sie sich mit dem Internet und versuchen Sie es erneut. Ihre Eingaben sind noch da.</translation>
    </message>
    <message>
        <source>Can&apos;t find {host}. Check the server address and your connection.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} wurde nicht gefunden. Prüfen Sie die Serveradresse und Ihre Verbindung.</translation>
    </message>
    <message>
        <source>{host} isn&apos;t accepting connections. It may be switched off or blocked by a firewall.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} nimmt keine Verbindungen an. Vielleicht ist der Server ausgeschaltet oder durch eine Firewall gesperrt.</translation>
    </message>
    <message numerus="yes">
        <source>{host} didn&apos;t answer within {n} seconds.</source>
        <extracomment>{host} is the name of the server; {n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>{host} hat nicht innerhalb einer Sekunde geantwortet.</numerusform>
            <numerusform>{host} hat nicht innerhalb von {n} Sekunden geantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Nothing was saved.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Die Verbindung zu {host} wurde unterbrochen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Die Verbindung zu {host} ist nicht sicher. Dieser Computer vertraut dem Zertifikat nicht. Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>Die Verbindung zu {host} ist nicht sicher. Das Zertifikat ist abgelaufen ({date}). Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>Die Verbindung zu {host} ist nicht sicher. Das Zertifikat wurde für einen anderen Namen ausgestellt: {other}. Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. It is set to {local}, which makes {host}&apos;s certificate look invalid.</source>
        <extracomment>{local} is this computer&apos;s date and time; {host} is the name of the server.</extracomment>
        <translation>Prüfen Sie Datum und Uhrzeit dieses Computers. Eingestellt ist {local}; damit wirkt das Zertifikat von {host} ungültig.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. {host} was redirected to {other}. Open a browser, sign in to the network, then try again.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>Dieses Netzwerk verlangt zuerst eine Anmeldung. {host} wurde umgeleitet zu {other}. Öffnen Sie einen Browser, melden Sie sich im Netzwerk an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Your proxy needs a user name and password.</source>
        <translation>Ihr Proxy verlangt einen Benutzernamen und ein Passwort.</translation>
    </message>
    <message>
        <source>{host} tried to send your sign-in to {other}. The app stopped; your password went only to {host}.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} wollte Ihre Anmeldung weiterleiten an: {other}. Die App hat das gestoppt; Ihr Passwort ging nur an {host}.</translation>
    </message>
    <message>
        <source>{host} sent an answer this app can&apos;t read. It may be the wrong server, or the app may need an update.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} hat eine Antwort gesendet, die diese App nicht lesen kann. Vielleicht ist es der falsche Server, oder die App braucht ein Update.</translation>
    </message>
    <message>
        <source>{host} accepted your password but didn&apos;t start a session. Try again, or contact its administrator.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} hat Ihr Passwort angenommen, aber keine Sitzung begonnen. Versuchen Sie es erneut oder wenden Sie sich an die Administration.</translation>
    </message>
    <message>
        <source>{host} refused the request (code {n}).</source>
        <extracomment>{host} is the name of the server; {n} is an HTTP status such as 418.</extracomment>
        <translation>{host} hat die Anfrage abgelehnt (Code {n}).</translation>
    </message>
    <message>
        <source>This computer has no password store. You can sign in, but you&apos;ll need to sign in again next time.</source>
        <translation>Dieser Computer hat keinen Passwortspeicher. Sie können sich anmelden, müssen es beim nächsten Mal aber erneut tun.</translation>
    </message>
    <message>
        <source>{keychain} refused access. Allow this app in {keychain}, or continue without saving.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} hat den Zugriff verweigert. Erlauben Sie diese App in {keychain}, oder machen Sie ohne Speichern weiter.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but your session couldn&apos;t be saved. You&apos;ll need to sign in next time.</source>
        <translation>Sie sind angemeldet, aber Ihre Sitzung konnte nicht gespeichert werden. Beim nächsten Mal müssen Sie sich erneut anmelden.</translation>
    </message>
    <message>
        <source>The saved session couldn&apos;t be read and was left where it is. Sign in again.</source>
        <translation>Die gespeicherte Sitzung war nicht lesbar und wurde dort belassen, wo sie ist. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Your session ended at {time}. Sign in again as {email} to continue where you were.</source>
        <extracomment>{time} is a time of day, or a date with it; {email} is an email address.</extracomment>
        <translation>Ihre Sitzung ist beendet ({time}). Melden Sie sich erneut als {email} an, um dort weiterzumachen, wo Sie waren.</translation>
    </message>
    <message>
        <source>Your session ended. Sign in again to continue where you were.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich erneut an, um dort weiterzumachen, wo Sie waren.</translation>
    </message>
    <message>
        <source>{host} ended your session early. It was due to last until {time}. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>{host} hat Ihre Sitzung vorzeitig beendet. Sie sollte bis {time} gelten. Übliche Ursachen: eine Anmeldung auf einem anderen Gerät, ein geändertes Passwort oder ein Neustart des Servers.</translation>
    </message>
    <message>
        <source>{host} ended your session early. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} hat Ihre Sitzung vorzeitig beendet. Übliche Ursachen: eine Anmeldung auf einem anderen Gerät, ein geändertes Passwort oder ein Neustart des Servers.</translation>
    </message>
    <message>
        <source>You signed in on another device. This computer was signed out at {time}. If that wasn&apos;t you, change your password.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>Sie haben sich auf einem anderen Gerät angemeldet. Dieser Computer wurde abgemeldet ({time}). Wenn Sie das nicht waren, ändern Sie Ihr Passwort.</translation>
    </message>
    <message>
        <source>This account no longer exists on {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Dieses Konto gibt es auf {host} nicht mehr.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but you aren&apos;t allowed to see this profile.</source>
        <translation>Sie sind angemeldet, dürfen dieses Profil aber nicht sehen.</translation>
    </message>
    <message numerus="yes">
        <source>Your session ends in {n} minutes and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>Ihre Sitzung endet in {n} Minute und kann nicht erneuert werden. Melden Sie sich jetzt erneut an, um angemeldet zu bleiben.</numerusform>
            <numerusform>Ihre Sitzung endet in {n} Minuten und kann nicht erneuert werden. Melden Sie sich jetzt erneut an, um angemeldet zu bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your session ends within a minute and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <translation>Ihre Sitzung endet innerhalb einer Minute und kann nicht erneuert werden. Melden Sie sich jetzt erneut an, um angemeldet zu bleiben.</translation>
    </message>
    <message>
        <source>Your session ends on {time} and can&apos;t be renewed. Sign in again to stay signed in.</source>
        <extracomment>{time} is a date with a time of day.</extracomment>
        <translation>Ihre Sitzung endet ({time}) und kann nicht erneuert werden. Melden Sie sich erneut an, um angemeldet zu bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>Can&apos;t renew your session yet. Trying again in {n} s. You can keep working until {time}.</source>
        <extracomment>{n} is a number of seconds; {time} is a time of day, or a date with it.</extracomment>
        <translation>
            <numerusform>Ihre Sitzung kann noch nicht erneuert werden. Neuer Versuch in {n} s. Sie können bis {time} weiterarbeiten.</numerusform>
            <numerusform>Ihre Sitzung kann noch nicht erneuert werden. Neuer Versuch in {n} s. Sie können bis {time} weiterarbeiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Minute vor. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Minuten vor. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Minute nach. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Minuten nach. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>Sie sind abgemeldet. Die gespeicherte Sitzung wurde von diesem Computer entfernt. {host} bietet keine Abmeldung aus der Ferne; dort bleibt diese Sitzung bis {time} gültig.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer.</source>
        <translation>Sie sind abgemeldet. Die gespeicherte Sitzung wurde von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>Sie sind abgemeldet. {host} bietet keine Abmeldung aus der Ferne; dort bleibt diese Sitzung bis {time} gültig.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>Sie sind abgemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>Still there? You&apos;ll be signed out in {n} s.</source>
        <extracomment>{n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>Sind Sie noch da? Sie werden in {n} s abgemeldet.</numerusform>
            <numerusform>Sind Sie noch da? Sie werden in {n} s abgemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re offline. Showing your profile as of {time}.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>Sie sind offline. Stand Ihres Profils: {time}.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <extracomment>{code} is the error&apos;s technical name, in English.</extracomment>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>HTTP status: {n}</source>
        <extracomment>{n} is an HTTP status such as 403.</extracomment>
        <translation>HTTP-Status: {n}</translation>
    </message>
    <message>
        <source>The server says: {words}</source>
        <extracomment>{words} is what the server answered, in its own language.</extracomment>
        <translation>Der Server sagt: {words}</translation>
    </message>
    <message>
        <source>Technical detail: {detail}</source>
        <extracomment>{detail} is an explanation for technicians, in English.</extracomment>
        <translation>Technisches Detail: {detail}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Anderes Konto verwenden</translation>
    </message>
    <message>
        <source>Change server</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>Zertifikat ansehen</translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Proxy settings</source>
        <translation>Proxy-Einstellungen</translation>
    </message>
    <message>
        <source>Sign in without it</source>
        <translation>Ohne ihn anmelden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Remind me at 1 minute</source>
        <translation>1 Minute vorher erinnern</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Sign out of this account</source>
        <extracomment>For screen readers, a message&apos;s button &quot;Sign out&quot;: begin with the same words.</extracomment>
        <translation>Abmelden von diesem Konto</translation>
    </message>
    <message>
        <source>{status}, {time}</source>
        <extracomment>What to quote to an administrator. {status} is such as HTTP 403, {time} a time of day.</extracomment>
        <translation>{status}, {time}</translation>
    </message>
    <message>
        <source>The answer says: {words}</source>
        <extracomment>{words} is what something between this computer and the server answered, in its own language.</extracomment>
        <translation>In der Antwort steht: {words}</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your password was not judged.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Zwischen Ihnen und {host} hat etwas anderes geantwortet. Eine Firewall, ein Proxy oder Ihr Netzwerk hat eine eigene Seite gesendet ({status}). Ihr Passwort wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your session is kept.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Zwischen Ihnen und {host} hat etwas anderes geantwortet. Eine Firewall, ein Proxy oder Ihr Netzwerk hat eine eigene Seite gesendet ({status}). Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). So this test can&apos;t tell whether you can sign in there.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Zwischen Ihnen und {host} hat etwas anderes geantwortet. Eine Firewall, ein Proxy oder Ihr Netzwerk hat eine eigene Seite gesendet ({status}). Ob Sie sich dort anmelden können, sagt dieser Test daher nicht.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>{keychain} is locked. Unlock it to restore your session.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} ist gesperrt. Entsperren Sie ihn, um Ihre Sitzung wiederherzustellen.</translation>
    </message>
    <message>
        <source>Still locked. Unlock {keychain} to restore your session, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>Noch gesperrt. Entsperren Sie {keychain}, um Ihre Sitzung wiederherzustellen, oder melden Sie sich ohne ihn an.</translation>
    </message>
    <message>
        <source>{keychain} is asking. It wants its password, or to know whether Latchkey may read your session. Answer it, and your session is restored.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} fragt. Er möchte sein Passwort, oder wissen, ob Latchkey Ihre Sitzung lesen darf. Antworten Sie ihm, und Ihre Sitzung wird wiederhergestellt.</translation>
    </message>
    <message>
        <source>{keychain} doesn&apos;t answer. Your saved session is kept. Try again, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} antwortet nicht. Ihre gespeicherte Sitzung bleibt erhalten. Versuchen Sie es erneut, oder melden Sie sich ohne ihn an.</translation>
    </message>
    <message>
        <source>{keychain} refuses Latchkey until one of them is restarted. Restart either of them, and allow access when you are asked. Your saved session is kept.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} weist Latchkey ab, bis einer von beiden neu gestartet wird. Starten Sie einen von beiden neu, und erlauben Sie den Zugriff, wenn Sie gefragt werden. Ihre gespeicherte Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>Latchkey was started with --no-keychain. Your session is not saved, and you&apos;ll need to sign in again next time.</source>
        <translation>Latchkey wurde mit --no-keychain gestartet. Ihre Sitzung wird nicht gespeichert, und Sie müssen sich beim nächsten Mal erneut anmelden.</translation>
    </message>
    <message>
        <source>This session is not saved. You&apos;ll need to sign in again next time.</source>
        <translation>Diese Sitzung ist nicht gespeichert. Sie müssen sich beim nächsten Mal erneut anmelden.</translation>
    </message>
    <message>
        <source>Saving has stopped for this run, unless {keychain} comes back. Your session goes on, but you may need to sign in again next time.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>Bis zum nächsten Start wird nicht mehr gespeichert, es sei denn, {keychain} kommt zurück. Ihre Sitzung geht weiter, aber vielleicht müssen Sie sich beim nächsten Mal erneut anmelden.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it, and a saved session is restored. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>Ihr Passwortspeicher läuft nicht. Starten Sie ihn, und eine gespeicherte Sitzung wird wiederhergestellt. Sie können sich auch ohne ihn anmelden, müssen es beim nächsten Mal aber erneut tun.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it to stay signed in. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>Ihr Passwortspeicher läuft nicht. Starten Sie ihn, um angemeldet zu bleiben. Sie können sich auch ohne ihn anmelden, müssen es beim nächsten Mal aber erneut tun.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your session is kept. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} hat gerade ein Problem. Ihre Sitzung bleibt erhalten. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} hat gerade ein Problem. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. Your session is kept.</source>
        <translation>Sie sind offline. Verbinden Sie sich mit dem Internet und versuchen Sie es erneut. Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Die Verbindung zu {host} wurde unterbrochen. Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Die Verbindung zu {host} wurde unterbrochen. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>Die Verbindung zu {host} ist nicht sicher. Das Zertifikat ist abgelaufen ({date}). Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>Die Verbindung zu {host} ist nicht sicher. Das Zertifikat wurde für einen anderen Namen ausgestellt: {other}. Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Die Verbindung zu {host} ist nicht sicher. Dieser Computer vertraut dem Zertifikat nicht. Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} wollte diese Anfrage weiterleiten an: {other}. Die App hat das gestoppt; dorthin wurde nichts gesendet. Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} wollte diese Anfrage weiterleiten an: {other}. Die App hat das gestoppt; dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. Open a browser, sign in to the network, then try again.</source>
        <translation>Dieses Netzwerk verlangt zuerst eine Anmeldung. Öffnen Sie einen Browser, melden Sie sich im Netzwerk an und versuchen Sie es dann erneut.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Stunde vor. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Stunden vor. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>Die Uhr dieses Computers geht {n} Stunde nach. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
            <numerusform>Die Uhr dieses Computers geht {n} Stunden nach. Sitzungen können vorzeitig enden. Stellen Sie die Uhrzeit in den Systemeinstellungen auf automatisch.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Es kam keine sichere Verbindung zu {host} zustande. Vielleicht bietet der Server unter dieser Adresse keine an. Ihr Passwort wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Es kam keine sichere Verbindung zu {host} zustande. Vielleicht bietet der Server unter dieser Adresse keine an. Ihre Sitzung bleibt erhalten.</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Diese Adresse verwenden</translation>
    </message>
    <message>
        <source>{host} has moved. It points to {address} now, and nothing was sent there yet.</source>
        <extracomment>{host} is the name of the server; {address} is a web address.</extracomment>
        <translation>{host} ist umgezogen. Der Server verweist jetzt auf {address}; dorthin wurde noch nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>vor {n} Minute</numerusform>
            <numerusform>vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>vor {n} Stunde</numerusform>
            <numerusform>vor {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>vor {n} Tag</numerusform>
            <numerusform>vor {n} Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>{a} d {b} h</source>
        <extracomment>A duration in short signs. {a} is days, {b} hours.</extracomment>
        <translation>{a} T {b} h</translation>
    </message>
    <message>
        <source>{a} h {b} min</source>
        <extracomment>A duration in short signs. {a} is hours, {b} minutes.</extracomment>
        <translation>{a} h {b} min</translation>
    </message>
    <message>
        <source>{a} min</source>
        <extracomment>A duration in short signs. {a} is minutes.</extracomment>
        <translation>{a} min</translation>
    </message>
    <message>
        <source>{a} s</source>
        <extracomment>A duration in short signs. {a} is seconds.</extracomment>
        <translation>{a} s</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <extracomment>{date} is a date such as 21 December 2026, {time} a time of day.</extracomment>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{n} s</source>
        <extracomment>{n} is seconds with a sign: +0.4</extracomment>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} h</source>
        <extracomment>{n} is hours with a sign: +3</extracomment>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} d</source>
        <extracomment>{n} is days with a sign: +2</extracomment>
        <translation>{n} T</translation>
    </message>
</context>
</TS>
