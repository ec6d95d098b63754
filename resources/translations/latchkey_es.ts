<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
        <translation>El certificado del servidor</translation>
    </message>
    <message>
        <source>Copy the certificate</source>
        <translation>Copiar el certificado</translation>
    </message>
    <message>
        <source>Issued to</source>
        <extracomment>Whom a certificate was issued to: the names of a server and its owner.</extracomment>
        <translation>Emitido para</translation>
    </message>
    <message>
        <source>Issued by</source>
        <extracomment>Who issued a certificate.</extracomment>
        <translation>Emitido por</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válido desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
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
        <translation>El servidor de demostración no se inició en 10 segundos.</translation>
    </message>
    <message>
        <source>The demo server has ended by itself.</source>
        <translation>El servidor de demostración terminó por sí solo.</translation>
    </message>
    <message>
        <source>The demo server is not installed. Its package is latchkey-demo-server.</source>
        <translation>El servidor de demostración no está instalado. Su paquete es latchkey-demo-server.</translation>
    </message>
    <message>
        <source>The demo server told no usable address.</source>
        <translation>El servidor de demostración no indicó ninguna dirección utilizable.</translation>
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
        <translation>Aún sin comprobar</translation>
    </message>
    <message>
        <source>Checking...</source>
        <translation>Comprobando...</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No alcanzado</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No hace falta</translation>
    </message>
    <message>
        <source>By a proxy, so it can&apos;t be measured</source>
        <translation>A través de un proxy, por lo que no se puede medir</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Empty. The first save asks for a new password.</source>
        <translation>Vacío. Al guardar por primera vez se pedirá una contraseña nueva.</translation>
    </message>
    <message>
        <source>This computer has no password store.</source>
        <translation>Este equipo no tiene un almacén de contraseñas.</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>No responde.</translation>
    </message>
    <message>
        <source>{run}, built with {built}</source>
        <extracomment>{run} and {built} are version numbers of Qt</extracomment>
        <translation>{run}, compilado con {built}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
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
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Not available: https will not work. Install OpenSSL 3.</source>
        <translation>No disponible: https no funcionará. Instale OpenSSL 3.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Archivo de configuración</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Name lookup (DNS)</source>
        <translation>Búsqueda del nombre (DNS)</translation>
    </message>
    <message>
        <source>Connection (TCP)</source>
        <translation>Conexión (TCP)</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Cifrado (TLS)</translation>
    </message>
    <message>
        <source>Answer (HTTP)</source>
        <translation>Respuesta (HTTP)</translation>
    </message>
    <message>
        <source>Server&apos;s clock</source>
        <translation>Reloj del servidor</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>It is asking you something.</source>
        <translation>Le está preguntando algo.</translation>
    </message>
    <message>
        <source>Not used: Latchkey was started with --no-keychain.</source>
        <translation>No se usa: Latchkey se inició con --no-keychain.</translation>
    </message>
</context>
<context>
    <name>latchkey::DiagnosticsDialog</name>
    <message>
        <source>About Latchkey</source>
        <translation>Acerca de Latchkey</translation>
    </message>
    <message>
        <source>Signs you in, shows your profile, and keeps you signed in.</source>
        <translation>Inicia su sesión, muestra su perfil y mantiene la sesión abierta.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Password store</source>
        <translation>Almacén de contraseñas</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Copiar &amp;el informe</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>&amp;Save report...</source>
        <translation>&amp;Guardar el informe...</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>Guardar el informe...</translation>
    </message>
    <message>
        <source>R&amp;un checks again</source>
        <translation>&amp;Repetir las comprobaciones</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Repetir las comprobaciones</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>{version} is the program&apos;s version number, such as 0.1.0</extracomment>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Latchkey writes no log file. To see what it does, start it in a terminal with {command}. Tokens and passwords are never written.</source>
        <extracomment>{command} is what one types in a terminal; it is not translated</extracomment>
        <translation>Latchkey no escribe ningún archivo de registro. Para ver lo que hace, ejecútelo en un terminal con {command}. Los tokens y las contraseñas no se escriben nunca.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Report copied. It holds no password and no token.</source>
        <translation>Informe copiado. No contiene contraseñas ni tokens.</translation>
    </message>
    <message>
        <source>Report saved as {file}.</source>
        <extracomment>{file} is the path of the file</extracomment>
        <translation>Informe guardado como {file}.</translation>
    </message>
    <message>
        <source>The report was not saved. {reason}</source>
        <extracomment>{reason} is what the system said, with the path of the file</extracomment>
        <translation>El informe no se guardó. {reason}</translation>
    </message>
</context>
<context>
    <name>latchkey::KeychainPage</name>
    <message>
        <source>your password store</source>
        <translation>su almacén de contraseñas</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow</name>
    <message>
        <source>The demo server is running.</source>
        <translation>El servidor de demostración está en marcha.</translation>
    </message>
    <message>
        <source>Sign in with {email} and password {password}.</source>
        <extracomment>{email} is an email address, {password} a password that everybody may know.</extracomment>
        <translation>Inicie sesión con {email} y la contraseña {password}.</translation>
    </message>
    <message>
        <source>The demo server could not be started.</source>
        <translation>No se pudo iniciar el servidor de demostración.</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow::Private</name>
    <message>
        <source>You&apos;re signed out, but the saved session could not be removed.</source>
        <translation>Ha cerrado la sesión, pero no se pudo eliminar la sesión guardada.</translation>
    </message>
    <message>
        <source>It is still in {keychain}. Latchkey tries again at the next start.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>Sigue en {keychain}. Latchkey lo intentará de nuevo en el próximo inicio.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>Ha cerrado la sesión.</translation>
    </message>
    <message>
        <source>{keychain} asks whether to remove the saved session. It is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>{keychain} pregunta si debe eliminar la sesión guardada. Seguirá ahí hasta que responda.</translation>
    </message>
    <message>
        <source>{keychain} is asking you something. The saved session is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>{keychain} le está preguntando algo. La sesión guardada seguirá ahí hasta que responda.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>No se pudo leer el archivo de configuración {file}.</translation>
    </message>
    <message>
        <source>The settings file {file} was written by a newer version of Latchkey.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Una versión más reciente de Latchkey escribió el archivo de configuración {file}.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read just now.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>El archivo de configuración {file} no se puede leer en este momento.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>No se pudo guardar el archivo de configuración {file}.</translation>
    </message>
    <message>
        <source>It was kept as {file}, and the settings start afresh.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Se conservó como {file} y la configuración empieza de nuevo.</translation>
    </message>
    <message>
        <source>It cannot be moved to {file}, so settings will not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>No se puede mover a {file}, por lo que la configuración no se guardará.</translation>
    </message>
    <message>
        <source>The usual settings are used, and changes will not be saved.</source>
        <translation>Se usa la configuración habitual y los cambios no se guardarán.</translation>
    </message>
    <message>
        <source>Your changes hold until you close Latchkey. It tries again with the next one.</source>
        <translation>Sus cambios valen hasta que cierre Latchkey. Se volverá a intentar con el siguiente.</translation>
    </message>
    <message>
        <source>line {number}</source>
        <extracomment>{number} is the number of a line in a file</extracomment>
        <translation>línea {number}</translation>
    </message>
    <message>
        <source>Not used: {names}. A copy of the file was kept as {file}.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>Sin usar: {names}. Se conservó una copia del archivo como {file}.</translation>
    </message>
    <message>
        <source>Not used: {names}. The file cannot be copied to {file}, so settings will not be saved.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>Sin usar: {names}. No se puede copiar el archivo a {file}, por lo que la configuración no se guardará.</translation>
    </message>
    <message>
        <source>A session that was to be deleted may still be in your password store.</source>
        <translation>Es posible que una sesión que debía borrarse siga en su almacén de contraseñas.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read in full.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>No se pudo leer por completo el archivo de configuración {file}.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordEdit</name>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfilePage</name>
    <message>
        <source>Copy email address</source>
        <translation>Copiar el correo electrónico</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ID de usuario</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>Copiar el ID de usuario</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Miembro desde</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Último cambio</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Load your profile again (F5)</source>
        <translation>Volver a cargar su perfil (F5)</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Cuenta</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>C&amp;errar sesión</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Sign out of this computer (Ctrl+Shift+L)</source>
        <translation>Cerrar la sesión en este equipo (Ctrl+Mayús+L)</translation>
    </message>
    <message>
        <source>Name not provided</source>
        <translation>Nombre no indicado</translation>
    </message>
    <message>
        <source>Loading your profile...</source>
        <translation>Cargando su perfil...</translation>
    </message>
    <message>
        <source>Updating...</source>
        <translation>Actualizando...</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <extracomment>{time} is a time such as 14:02, or how long ago: &quot;6 minutes ago&quot;</extracomment>
        <translation>Actualizado: {time}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>S&amp;witch account</source>
        <translation>Ca&amp;mbiar de cuenta</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>C&amp;onfiguración</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>&amp;Diagnóstico</translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>role</comment>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Admin</source>
        <comment>role</comment>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Profile not available</source>
        <translation>Perfil no disponible</translation>
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
        <translation>Cómo llega Latchkey al servidor. No guarda el usuario ni la contraseña de un proxy. Valor predeterminado: la configuración de este equipo.</translation>
    </message>
    <message>
        <source>This computer&apos;s settin&amp;gs</source>
        <translation>Configuración de &amp;este equipo</translation>
    </message>
    <message>
        <source>This computer&apos;s settings</source>
        <translation>Configuración de este equipo</translation>
    </message>
    <message>
        <source>&amp;My own proxy</source>
        <translation>Mi p&amp;ropio proxy</translation>
    </message>
    <message>
        <source>My own proxy</source>
        <translation>Mi propio proxy</translation>
    </message>
    <message>
        <source>Proxy &amp;host</source>
        <translation>&amp;Host del proxy</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Host del proxy</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Puerto</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Used as soon as both host and port are filled in.</source>
        <translation>Se usa en cuanto se indiquen el host y el puerto.</translation>
    </message>
    <message>
        <source>Enter a host name or an address, for example proxy.example.com.</source>
        <translation>Escriba un nombre de host o una dirección, por ejemplo proxy.example.com.</translation>
    </message>
    <message>
        <source>Leave out the user name and password: Latchkey doesn&apos;t keep them.</source>
        <translation>No incluya el usuario ni la contraseña: Latchkey no los guarda.</translation>
    </message>
    <message>
        <source>Enter a port between 1 and 65535.</source>
        <translation>Escriba un puerto entre 1 y 65535.</translation>
    </message>
</context>
<context>
    <name>latchkey::QaTools</name>
    <message>
        <source>QA mode:</source>
        <translation>Modo QA:</translation>
    </message>
    <message>
        <source>Res&amp;tore access</source>
        <translation>Res&amp;taurar acceso</translation>
    </message>
    <message>
        <source>Restore access</source>
        <translation>Restaurar acceso</translation>
    </message>
    <message>
        <source>Let the access token&apos;s own end count again</source>
        <translation>Volver a usar el vencimiento propio del token de acceso</translation>
    </message>
    <message>
        <source>E&amp;xpire access</source>
        <translation>E&amp;xpirar acceso</translation>
    </message>
    <message>
        <source>Expire access</source>
        <translation>Expirar acceso</translation>
    </message>
    <message>
        <source>Take the access token for expired, without touching it</source>
        <translation>Dar por caducado el token de acceso sin modificarlo</translation>
    </message>
    <message>
        <source>Re&amp;store refresh</source>
        <translation>Resta&amp;urar renovación</translation>
    </message>
    <message>
        <source>Restore refresh</source>
        <translation>Restaurar renovación</translation>
    </message>
    <message>
        <source>Let the refresh token&apos;s own end count again</source>
        <translation>Volver a usar el vencimiento propio del token de renovación</translation>
    </message>
    <message>
        <source>Ex&amp;pire refresh</source>
        <translation>Exp&amp;irar renovación</translation>
    </message>
    <message>
        <source>Expire refresh</source>
        <translation>Expirar renovación</translation>
    </message>
    <message>
        <source>Take the refresh token for expired, without touching it</source>
        <translation>Dar por caducado el token de renovación sin modificarlo</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>&amp;Revocar</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>Make the demo server refuse every token it gave out so far</source>
        <translation>Hacer que el servidor de demostración rechace todos los tokens que ha emitido</translation>
    </message>
    <message>
        <source>Only a demo server that this program started can do this</source>
        <translation>Solo puede hacerlo un servidor de demostración iniciado por este programa</translation>
    </message>
</context>
<context>
    <name>latchkey::RestoringPage</name>
    <message>
        <source>Sign in instead</source>
        <translation>Iniciar sesión en su lugar</translation>
    </message>
    <message>
        <source>Checking your session with {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Comprobando su sesión con {host}...</translation>
    </message>
    <message>
        <source>Restoring your session...</source>
        <translation>Restaurando su sesión...</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerDialog</name>
    <message>
        <source>Change server</source>
        <translation>Cambiar de servidor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>&amp;Usar este servidor</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Usar este servidor</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerField</name>
    <message>
        <source>Server &amp;address</source>
        <translation>&amp;Dirección del servidor</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Probar &amp;la conexión</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Probar la conexión</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>&amp;Usar este servidor</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Usar este servidor</translation>
    </message>
    <message>
        <source>Where you sign in. A new address counts once you use it. Default: {address}.</source>
        <extracomment>{address} is a web address: where one signs in unless another server is chosen</extracomment>
        <translation>Dónde inicia sesión. Una dirección nueva vale en cuanto la use. Valor predeterminado: {address}.</translation>
    </message>
    <message>
        <source>This is the server {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>Este es el servidor {host}.</translation>
    </message>
    <message>
        <source>Latchkey now uses {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>Latchkey usa ahora {host}.</translation>
    </message>
    <message>
        <source>{host} answered, and you can sign in there.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>{host} respondió y puede iniciar sesión allí.</translation>
    </message>
    <message>
        <source>Where you sign in. A new address counts once you use it.</source>
        <translation>Dónde inicia sesión. Una dirección nueva vale en cuanto la use.</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionPanel</name>
    <message>
        <source>S&amp;ession</source>
        <translation>&amp;Sesión</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>zoom: the whole session</comment>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Zoom to the whole session</source>
        <translation>Ver toda la sesión</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>zoom: one hour, short</comment>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Zoom to one hour</source>
        <translation>Ver una hora</translation>
    </message>
    <message>
        <source>1 d</source>
        <comment>zoom: one day, short</comment>
        <translation>1 d</translation>
    </message>
    <message>
        <source>Zoom to one day</source>
        <translation>Ver un día</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Mostrar como tabla</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>Mostrar como tabla (Ctrl+T)</translation>
    </message>
    <message>
        <source>Re&amp;new now</source>
        <translation>Re&amp;novar ahora</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Renovar ahora</translation>
    </message>
    <message>
        <source>Renew the session now (F6)</source>
        <translation>Renovar la sesión ahora (F6)</translation>
    </message>
    <message>
        <source>S&amp;ign in again</source>
        <translation>Iniciar sesión de nue&amp;vo</translation>
    </message>
    <message>
        <source>Sign in again for a new session</source>
        <translation>Iniciar sesión de nuevo para tener una sesión nueva</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>¿&amp;Por qué?</translation>
    </message>
    <message>
        <source>Why can&apos;t the session be renewed?</source>
        <translation>¿Por qué no se puede renovar la sesión?</translation>
    </message>
    <message>
        <source>&amp;Copy claims</source>
        <translation>Copiar &amp;los claims</translation>
    </message>
    <message>
        <source>Copy claims</source>
        <translation>Copiar los claims</translation>
    </message>
    <message>
        <source>Copy what the tokens say of themselves: never the tokens</source>
        <translation>Copia lo que los tokens dicen de sí mismos: nunca los tokens</translation>
    </message>
    <message>
        <source>Session timeline as a table</source>
        <translation>Cronología de la sesión como tabla</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionText</name>
    <message>
        <source>Not yet, {keychain} is locked</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Todavía no, {keychain} está bloqueado</translation>
    </message>
    <message>
        <source>No, {keychain} refused access</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>No, {keychain} denegó el acceso</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is slow to answer</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Todavía no, {keychain} tarda en responder</translation>
    </message>
    <message>
        <source>No, as you asked</source>
        <translation>No, como usted pidió</translation>
    </message>
    <message>
        <source>No, this computer has no password store</source>
        <translation>No, este equipo no tiene un almacén de contraseñas</translation>
    </message>
    <message>
        <source>Not yet, trying again</source>
        <translation>Todavía no, se está reintentando</translation>
    </message>
    <message>
        <source>Waiting for {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Esperando a {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>En {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}, which is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>En {keychain}, que le está preguntando</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sesión iniciada</translation>
    </message>
    <message>
        <source>Signed in, renewing now...</source>
        <translation>Sesión iniciada, renovando...</translation>
    </message>
    <message>
        <source>Signed in, cannot be renewed</source>
        <translation>Sesión iniciada, no se puede renovar</translation>
    </message>
    <message>
        <source>Signed in until {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>Sesión iniciada, hasta: {time}</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>terminó: {time}</translation>
    </message>
    <message>
        <source>{time} (in {span})</source>
        <extracomment>{time} is a time such as 23:40, {span} the time until then, such as &quot;2 h 5 min&quot;</extracomment>
        <translation>{time} (dentro de {span})</translation>
    </message>
    <message>
        <source>{time}, less than a minute left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}, queda menos de un minuto</translation>
    </message>
    <message>
        <source>{time}, less than five minutes left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}, quedan menos de cinco minutos</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ended {time} ({span} ago)</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}, emitido: {issued}, terminó: {time} (hace {span})</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ends {time} (in {span})</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}, emitido: {issued}, termina: {time} (dentro de {span})</translation>
    </message>
    <message>
        <source>Stays signed in until</source>
        <translation>La sesión dura hasta</translation>
    </message>
    <message>
        <source>Can renew until</source>
        <translation>Se puede renovar hasta</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acceso</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Token de renovación</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>Sign in again before {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>Iniciar sesión de nuevo antes de: {time}</translation>
    </message>
    <message>
        <source>Next renewal</source>
        <translation>Próxima renovación</translation>
    </message>
    <message>
        <source>Renewals so far</source>
        <translation>Renovaciones hasta ahora</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>No, Latchkey was started with --no-keychain</source>
        <translation>No, Latchkey se inició con --no-keychain</translation>
    </message>
    <message>
        <source>Not any more, {keychain} is gone</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Ya no, {keychain} ha desaparecido</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Todavía no, {keychain} le está preguntando</translation>
    </message>
    <message>
        <source>Not yet, {keychain} would ask you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Todavía no, {keychain} le preguntaría</translation>
    </message>
    <message>
        <source>Clock: server {offset}</source>
        <extracomment>How far the server&apos;s clock is from this computer&apos;s. {offset} is such as +0.4 s or +3 h</extracomment>
        <translation>Reloj: servidor {offset}</translation>
    </message>
</context>
<context>
    <name>latchkey::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>&amp;Stay signed in by default</source>
        <translation>Mantener la &amp;sesión iniciada de forma predeterminada</translation>
    </message>
    <message>
        <source>Stay signed in by default</source>
        <translation>Mantener la sesión iniciada de forma predeterminada</translation>
    </message>
    <message>
        <source>Remember the email address</source>
        <translation>Recordar el correo electrónico</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma y aspecto</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Of all texts, dates and numbers. Default: the system&apos;s.</source>
        <translation>De todos los textos, fechas y números. Valor predeterminado: el del sistema.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appeara&amp;nce</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>Light or dark. Default: as the system is.</source>
        <translation>Claro u oscuro. Valor predeterminado: como el sistema.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Tamaño del texto</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Ticks &quot;Stay signed in on this computer&quot; for you. Default: on.</source>
        <translation>Marca por usted «Mantener la sesión iniciada en este equipo». Valor predeterminado: activado.</translation>
    </message>
    <message>
        <source>Remember the &amp;email address</source>
        <translation>Rec&amp;ordar el correo electrónico</translation>
    </message>
    <message>
        <source>Fills it in at the next sign-in. Switching this off also forgets the last one. Default: on.</source>
        <translation>Lo rellena en el próximo inicio de sesión. Al desactivarlo también se olvida el último. Valor predeterminado: activado.</translation>
    </message>
    <message>
        <source>For testers</source>
        <translation>Para probadores</translation>
    </message>
    <message>
        <source>&amp;QA mode</source>
        <translation>&amp;Modo QA</translation>
    </message>
    <message>
        <source>QA mode</source>
        <translation>Modo QA</translation>
    </message>
    <message>
        <source>Shows the inspector and the demo server&apos;s controls. Default: off.</source>
        <translation>Muestra el inspector y los controles del servidor de demostración. Valor predeterminado: desactivado.</translation>
    </message>
    <message>
        <source>About and &amp;diagnostics...</source>
        <translation>Acerca de &amp;y diagnóstico...</translation>
    </message>
    <message>
        <source>About and diagnostics</source>
        <translation>Acerca de y diagnóstico</translation>
    </message>
    <message>
        <source>Beside the system&apos;s own text size. Default: {percent}.</source>
        <extracomment>{percent} is a number with its sign, such as 100%</extracomment>
        <translation>Además del tamaño del texto del sistema. Valor predeterminado: {percent}.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <extracomment>{n} is a number: a text size beside the usual one</extracomment>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in while Latchkey is closed</source>
        <translation>Ma&amp;ntener la sesión iniciada con Latchkey cerrado</translation>
    </message>
    <message>
        <source>Keep me signed in while Latchkey is closed</source>
        <translation>Mantener la sesión iniciada con Latchkey cerrado</translation>
    </message>
    <message>
        <source>Renews your session about once an hour while you are logged in to this computer. Default: off.</source>
        <translation>Renueva su sesión aproximadamente cada hora mientras tenga abierta la sesión de este equipo. Valor predeterminado: desactivado.</translation>
    </message>
    <message>
        <source>Automatic renewal is switched off in the settings file.</source>
        <translation>La renovación automática está desactivada en el archivo de configuración.</translation>
    </message>
    <message>
        <source>This computer has no systemd user manager.</source>
        <translation>Este equipo no tiene un gestor de usuario de systemd.</translation>
    </message>
    <message>
        <source>Install Latchkey from a package to use this.</source>
        <translation>Instale Latchkey desde un paquete para usar esto.</translation>
    </message>
    <message>
        <source>Not possible just now: systemd refused or didn&apos;t answer. Try again later.</source>
        <translation>No es posible en este momento: systemd lo rechazó o no respondió. Inténtelo más tarde.</translation>
    </message>
</context>
<context>
    <name>latchkey::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Signing in lets you see and manage your profile on</source>
        <translation>Al iniciar sesión podrá ver y gestionar su perfil en</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Cambiar...</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>&amp;Email address</source>
        <translation>Correo &amp;electrónico</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sho&amp;w password</source>
        <translation>&amp;Mostrar contraseña</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar contraseña</translation>
    </message>
    <message>
        <source>S&amp;tay signed in on this computer</source>
        <translation>Mantener &amp;la sesión iniciada en este equipo</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Mantener la sesión iniciada en este equipo</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;Iniciar sesión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try the built-in demo server</source>
        <translation>Probar el servidor de demostración integrado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>your computer&apos;s password store</source>
        <translation>el almacén de contraseñas de su equipo</translation>
    </message>
    <message>
        <source>Your session is kept in {keychain}. Your password is never stored.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>Su sesión se guarda en {keychain}. Su contraseña no se guarda nunca.</translation>
    </message>
    <message>
        <source>Starting the demo server...</source>
        <translation>Iniciando el servidor de demostración...</translation>
    </message>
</context>
<context>
    <name>latchkey::Timeline</name>
    <message>
        <source>Session timeline</source>
        <translation>Cronología de la sesión</translation>
    </message>
    <message>
        <source>Left and Right step through the events. Ctrl+T shows them as a table.</source>
        <translation>Izquierda y Derecha recorren los eventos. Ctrl+T los muestra como tabla.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>terminó: {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <extracomment>{time} is a time such as 23:40</extracomment>
        <translation>hasta: {time}</translation>
    </message>
</context>
<context>
    <name>latchkey::TimelineModel</name>
    <message>
        <source>ended</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>good</source>
        <translation>válido</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column</comment>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>column</comment>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>latchkey::TimelineText</name>
    <message>
        <source>Session&apos;s time was up</source>
        <translation>Se acabó el tiempo de la sesión</translation>
    </message>
    <message>
        <source>Session ended by the server</source>
        <translation>Sesión terminada por el servidor</translation>
    </message>
    <message>
        <source>Account gone</source>
        <translation>La cuenta ya no existe</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sesión terminada</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sesión iniciada</translation>
    </message>
    <message>
        <source>Session restored</source>
        <translation>Sesión restaurada</translation>
    </message>
    <message>
        <source>Renewed by another window</source>
        <translation>Renovada por otra ventana</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Renovada</translation>
    </message>
    <message>
        <source>Renewal failed</source>
        <translation>La renovación falló</translation>
    </message>
    <message>
        <source>Renewal refused</source>
        <translation>Renovación rechazada</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Solicitud rechazada</translation>
    </message>
    <message>
        <source>Computer woke up</source>
        <translation>El equipo despertó</translation>
    </message>
    <message>
        <source>Computer&apos;s clock was set</source>
        <translation>Se ajustó el reloj del equipo</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
    <message>
        <source>S</source>
        <comment>sign-in</comment>
        <extracomment>Mark in the timeline: the person signed in. One letter.</extracomment>
        <translation>I</translation>
    </message>
    <message>
        <source>P</source>
        <comment>program start</comment>
        <extracomment>Mark in the timeline: the saved session was restored at start. One letter.</extracomment>
        <translation>P</translation>
    </message>
    <message>
        <source>R</source>
        <comment>renewed</comment>
        <extracomment>Mark in the timeline: the session was renewed. One letter.</extracomment>
        <translation>R</translation>
    </message>
    <message>
        <source>Z</source>
        <comment>slept</comment>
        <extracomment>Mark in the timeline: the computer woke from sleep. One letter.</extracomment>
        <translation>D</translation>
    </message>
    <message>
        <source>C</source>
        <comment>clock</comment>
        <extracomment>Mark in the timeline: the computer&apos;s clock was set. One letter.</extracomment>
        <translation>H</translation>
    </message>
    <message>
        <source>HTTP {code}</source>
        <extracomment>{code} is an HTTP status code, such as 401</extracomment>
        <translation>HTTP {code}</translation>
    </message>
    <message>
        <source>after {span} of sleep</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>tras {span} de suspensión</translation>
    </message>
    <message>
        <source>{span} back</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} hacia atrás</translation>
    </message>
    <message>
        <source>{span} ahead</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} hacia delante</translation>
    </message>
    <message>
        <source>token pair {alias}</source>
        <extracomment>{alias} is the number of a pair of tokens, with its sign: &quot;#3&quot;</extracomment>
        <translation>par de tokens {alias}</translation>
    </message>
    <message>
        <source>Access token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>Token de acceso {alias}</translation>
    </message>
    <message>
        <source>Refresh token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>Token de renovación {alias}</translation>
    </message>
    <message>
        <source>Can be renewed</source>
        <translation>Se puede renovar</translation>
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
        <translation>Sesión iniciada en otro lugar</translation>
    </message>
    <message>
        <source>Access token expired by hand</source>
        <translation>Token de acceso caducado a mano</translation>
    </message>
    <message>
        <source>Refresh token expired by hand</source>
        <translation>Token de renovación caducado a mano</translation>
    </message>
    <message>
        <source>Demo server: sessions revoked</source>
        <translation>Servidor de demostración: sesiones revocadas</translation>
    </message>
    <message>
        <source>Fault switched on</source>
        <translation>Fallo activado</translation>
    </message>
    <message>
        <source>Access token restored by hand</source>
        <translation>Token de acceso restaurado a mano</translation>
    </message>
    <message>
        <source>Refresh token restored by hand</source>
        <translation>Token de renovación restaurado a mano</translation>
    </message>
    <message>
        <source>Fault switched off</source>
        <translation>Fallo desactivado</translation>
    </message>
    <message>
        <source>Demo server restarted</source>
        <translation>Servidor de demostración reiniciado</translation>
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
        <translation>S</translation>
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
        <translation>HTTP {code} de otro remitente</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyCard</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>Copiar el motivo</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>Lo último que ocurrió</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyText</name>
    <message>
        <source>What happened last:</source>
        <translation>Lo último que ocurrió:</translation>
    </message>
    <message>
        <source>Decided by: the server</source>
        <translation>Decidido por: el servidor</translation>
    </message>
    <message>
        <source>Decided by: this app, because the time for renewing was up</source>
        <translation>Decidido por: esta aplicación, porque se acabó el tiempo para renovar</translation>
    </message>
    <message>
        <source>Decided by: this app, because the session&apos;s time was up</source>
        <translation>Decidido por: esta aplicación, porque se acabó el tiempo de la sesión</translation>
    </message>
    <message>
        <source>Decided by: you</source>
        <translation>Decidido por: usted</translation>
    </message>
    <message>
        <source>The server refuses to renew this session.</source>
        <translation>El servidor se niega a renovar esta sesión.</translation>
    </message>
    <message>
        <source>The time in which this session could be renewed is over.</source>
        <translation>Pasó el tiempo en que esta sesión se podía renovar.</translation>
    </message>
    <message>
        <source>The server no longer accepts a session that should still have been good.</source>
        <translation>El servidor ya no acepta una sesión que aún debería ser válida.</translation>
    </message>
    <message>
        <source>The server accepts the session but knows no account for it.</source>
        <translation>El servidor acepta la sesión, pero no conoce ninguna cuenta para ella.</translation>
    </message>
    <message>
        <source>The server says that a newer sign-in took this session&apos;s place.</source>
        <translation>El servidor indica que un inicio de sesión más reciente ocupó el lugar de esta sesión.</translation>
    </message>
    <message>
        <source>The session reached its natural end before it could be renewed.</source>
        <translation>La sesión llegó a su fin natural antes de poder renovarse.</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>Usted cerró la sesión.</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>session state</comment>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>signed out</source>
        <comment>session state</comment>
        <translation>sesión cerrada</translation>
    </message>
    <message>
        <source>waiting for the password store</source>
        <comment>session state</comment>
        <translation>esperando al almacén de contraseñas</translation>
    </message>
    <message>
        <source>restoring</source>
        <comment>session state</comment>
        <translation>restaurando</translation>
    </message>
    <message>
        <source>signing in</source>
        <comment>session state</comment>
        <translation>iniciando sesión</translation>
    </message>
    <message>
        <source>signed in</source>
        <comment>session state</comment>
        <translation>sesión iniciada</translation>
    </message>
    <message>
        <source>renewing</source>
        <comment>session state</comment>
        <translation>renovando</translation>
    </message>
    <message>
        <source>not renewable</source>
        <comment>session state</comment>
        <translation>no renovable</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>session state</comment>
        <translation>terminado</translation>
    </message>
    <message>
        <source>program start</source>
        <comment>cause of a change</comment>
        <translation>inicio del programa</translation>
    </message>
    <message>
        <source>you</source>
        <comment>cause of a change</comment>
        <translation>usted</translation>
    </message>
    <message>
        <source>timer</source>
        <comment>cause of a change</comment>
        <translation>temporizador</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <comment>cause of a change</comment>
        <translation>el equipo despertó</translation>
    </message>
    <message>
        <source>the network came back</source>
        <comment>cause of a change</comment>
        <translation>la red volvió</translation>
    </message>
    <message>
        <source>a request was refused</source>
        <comment>cause of a change</comment>
        <translation>se rechazó una solicitud</translation>
    </message>
    <message>
        <source>the server refused</source>
        <comment>cause of a change</comment>
        <translation>el servidor rechazó</translation>
    </message>
    <message>
        <source>time was up</source>
        <comment>cause of a change</comment>
        <translation>se acabó el tiempo</translation>
    </message>
    <message>
        <source>password store</source>
        <comment>cause of a change</comment>
        <translation>almacén de contraseñas</translation>
    </message>
    <message>
        <source>another window</source>
        <comment>cause of a change</comment>
        <translation>otra ventana</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <comment>cause of a change</comment>
        <translation>el equipo se suspende</translation>
    </message>
    <message>
        <source>Time: {time}</source>
        <extracomment>{time} is a date and time, as 2026-12-21T09:00:00+01:00</extracomment>
        <translation>Hora: {time}</translation>
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
        <translation>El servidor</translation>
    </message>
    <message>
        <source>This app</source>
        <comment>who decided</comment>
        <translation>Esta aplicación</translation>
    </message>
    <message>
        <source>You</source>
        <comment>who decided</comment>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decidido por</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>Estado HTTP</translation>
    </message>
    <message>
        <source>The server says</source>
        <translation>El servidor dice</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>another server</source>
        <extracomment>Stands for {other}, the server that a certificate or redirect names, if it names none.</extracomment>
        <translation>otro servidor</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <translation>Escriba su correo electrónico.</translation>
    </message>
    <message>
        <source>This doesn&apos;t look like an email address. Check it, or sign in anyway.</source>
        <translation>Esto no parece un correo electrónico. Revíselo o inicie sesión de todos modos.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Bloq Mayús está activado.</translation>
    </message>
    <message>
        <source>Enter a full web address, for example https://api.example.com.</source>
        <translation>Escriba una dirección web completa, por ejemplo https://api.example.com.</translation>
    </message>
    <message>
        <source>This address isn&apos;t encrypted. Use https://. Plain http:// is allowed only for this computer.</source>
        <translation>Esta dirección no está cifrada. Use https://. El http:// sin cifrar solo se permite para este equipo.</translation>
    </message>
    <message>
        <source>Signing in...</source>
        <translation>Iniciando sesión...</translation>
    </message>
    <message>
        <source>Contacting {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Contactando con {host}...</translation>
    </message>
    <message>
        <source>Still waiting for {host}. You can keep waiting or cancel.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Aún se espera a {host}. Puede seguir esperando o cancelar.</translation>
    </message>
    <message numerus="yes">
        <source>{host} is taking longer than usual ({n} s).</source>
        <extracomment>{host} is the name of the server; {n} is how many seconds have gone by.</extracomment>
        <translation>
            <numerusform>{host} está tardando más de lo normal ({n} s).</numerusform>
            <numerusform>{host} está tardando más de lo normal ({n} s).</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign-in cancelled. Nothing was saved.</source>
        <translation>Inicio de sesión cancelado. No se guardó nada.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive.</source>
        <translation>El correo o la contraseña no son correctos. Compruebe ambos y vuelva a intentarlo. Las contraseñas distinguen mayúsculas y minúsculas.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive. If you&apos;ve forgotten your password, contact the administrator of {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>El correo o la contraseña no son correctos. Compruebe ambos y vuelva a intentarlo. Las contraseñas distinguen mayúsculas y minúsculas. Si olvidó su contraseña, póngase en contacto con la administración de {host}.</translation>
    </message>
    <message>
        <source>You can&apos;t sign in to {host} with this account. The server refused access. Contact its administrator and quote {ref}.</source>
        <extracomment>{host} is the name of the server; {ref} is what to tell an administrator: a code and a time.</extracomment>
        <translation>No puede iniciar sesión en {host} con esta cuenta. El servidor denegó el acceso. Póngase en contacto con su administración e indique {ref}.</translation>
    </message>
    <message>
        <source>The server couldn&apos;t read the sign-in request. This isn&apos;t a problem with your password. Check the server address or try again.</source>
        <translation>El servidor no pudo leer la solicitud de inicio de sesión. No es un problema de su contraseña. Compruebe la dirección del servidor o vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Sign-in isn&apos;t available at this address. {host} answered, but has no sign-in service there.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>En esta dirección no se puede iniciar sesión. {host} respondió, pero no tiene allí un servicio de inicio de sesión.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again in {mm:ss}.</source>
        <extracomment>{mm:ss} is a countdown, such as 4:05.</extracomment>
        <translation>Demasiados intentos. Podrá intentarlo de nuevo en {mm:ss}.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again now.</source>
        <translation>Demasiados intentos. Ya puede intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your details weren&apos;t the cause. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} tiene un problema en este momento. Sus datos no fueron la causa. Vuelva a intentarlo dentro de un momento.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again after {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>{host} está en mantenimiento. Podrá intentarlo de nuevo a partir de esta hora: {time}.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} está en mantenimiento. Vuelva a intentarlo dentro de un momento.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. What you typed is still here.</source>
        <translation>No hay conexión. Conéctese a internet y vuelva a intentarlo. Lo que escribió sigue aquí.</translation>
    </message>
    <message>
        <source>Can&apos;t find {host}. Check the server address and your connection.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>No se encuentra {host}. Compruebe la dirección del servidor y su conexión.</translation>
    </message>
    <message>
        <source>{host} isn&apos;t accepting connections. It may be switched off or blocked by a firewall.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} no acepta conexiones. Puede que esté apagado o bloqueado por un cortafuegos.</translation>
    </message>
    <message numerus="yes">
        <source>{host} didn&apos;t answer within {n} seconds.</source>
        <extracomment>{host} is the name of the server; {n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>{host} no respondió en {n} segundo.</numerusform>
            <numerusform>{host} no respondió en {n} segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Nothing was saved.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Se interrumpió la conexión con {host}. No se guardó nada.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>La conexión con {host} no es privada. Este equipo no confía en su certificado. Su contraseña no se envió.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>La conexión con {host} no es privada. Su certificado caducó ({date}). Su contraseña no se envió.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>La conexión con {host} no es privada. Su certificado se emitió para {other}. Su contraseña no se envió.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. It is set to {local}, which makes {host}&apos;s certificate look invalid.</source>
        <extracomment>{local} is this computer&apos;s date and time; {host} is the name of the server.</extracomment>
        <translation>Compruebe la fecha y la hora de este equipo. Están ajustadas así: {local}. Por eso el certificado de {host} parece no válido.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. {host} was redirected to {other}. Open a browser, sign in to the network, then try again.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>Esta red pide que inicie sesión primero. {host} se redirigió a {other}. Abra un navegador, inicie sesión en la red y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>Your proxy needs a user name and password.</source>
        <translation>Su proxy necesita un usuario y una contraseña.</translation>
    </message>
    <message>
        <source>{host} tried to send your sign-in to {other}. The app stopped; your password went only to {host}.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} intentó enviar su inicio de sesión a {other}. La aplicación se detuvo; su contraseña solo llegó a {host}.</translation>
    </message>
    <message>
        <source>{host} sent an answer this app can&apos;t read. It may be the wrong server, or the app may need an update.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} envió una respuesta que esta aplicación no puede leer. Puede que sea el servidor equivocado o que la aplicación necesite una actualización.</translation>
    </message>
    <message>
        <source>{host} accepted your password but didn&apos;t start a session. Try again, or contact its administrator.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} aceptó su contraseña, pero no inició una sesión. Vuelva a intentarlo o póngase en contacto con su administración.</translation>
    </message>
    <message>
        <source>{host} refused the request (code {n}).</source>
        <extracomment>{host} is the name of the server; {n} is an HTTP status such as 418.</extracomment>
        <translation>{host} rechazó la solicitud (código {n}).</translation>
    </message>
    <message>
        <source>This computer has no password store. You can sign in, but you&apos;ll need to sign in again next time.</source>
        <translation>Este equipo no tiene un almacén de contraseñas. Puede iniciar sesión, pero tendrá que hacerlo de nuevo la próxima vez.</translation>
    </message>
    <message>
        <source>{keychain} refused access. Allow this app in {keychain}, or continue without saving.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} denegó el acceso. Permita esta aplicación en {keychain} o continúe sin guardar.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but your session couldn&apos;t be saved. You&apos;ll need to sign in next time.</source>
        <translation>Ha iniciado sesión, pero no se pudo guardar. Tendrá que iniciar sesión la próxima vez.</translation>
    </message>
    <message>
        <source>The saved session couldn&apos;t be read and was left where it is. Sign in again.</source>
        <translation>La sesión guardada no se pudo leer y se dejó donde está. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>Your session ended at {time}. Sign in again as {email} to continue where you were.</source>
        <extracomment>{time} is a time of day, or a date with it; {email} is an email address.</extracomment>
        <translation>Su sesión terminó ({time}). Inicie sesión de nuevo como {email} para continuar donde estaba.</translation>
    </message>
    <message>
        <source>Your session ended. Sign in again to continue where you were.</source>
        <translation>Su sesión terminó. Inicie sesión de nuevo para continuar donde estaba.</translation>
    </message>
    <message>
        <source>{host} ended your session early. It was due to last until {time}. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>{host} terminó su sesión antes de tiempo. Fin previsto: {time}. Causas habituales: un inicio de sesión en otro dispositivo, un cambio de contraseña o un reinicio del servidor.</translation>
    </message>
    <message>
        <source>{host} ended your session early. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} terminó su sesión antes de tiempo. Causas habituales: un inicio de sesión en otro dispositivo, un cambio de contraseña o un reinicio del servidor.</translation>
    </message>
    <message>
        <source>You signed in on another device. This computer was signed out at {time}. If that wasn&apos;t you, change your password.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>Inició sesión en otro dispositivo. En este equipo se cerró la sesión ({time}). Si no fue usted, cambie su contraseña.</translation>
    </message>
    <message>
        <source>This account no longer exists on {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Esta cuenta ya no existe en {host}.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but you aren&apos;t allowed to see this profile.</source>
        <translation>Ha iniciado sesión, pero no tiene permiso para ver este perfil.</translation>
    </message>
    <message numerus="yes">
        <source>Your session ends in {n} minutes and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>Su sesión termina en {n} minuto y no se puede renovar. Inicie sesión de nuevo ahora para mantenerla.</numerusform>
            <numerusform>Su sesión termina en {n} minutos y no se puede renovar. Inicie sesión de nuevo ahora para mantenerla.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your session ends within a minute and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <translation>Su sesión termina en menos de un minuto y no se puede renovar. Inicie sesión de nuevo ahora para mantenerla.</translation>
    </message>
    <message>
        <source>Your session ends on {time} and can&apos;t be renewed. Sign in again to stay signed in.</source>
        <extracomment>{time} is a date with a time of day.</extracomment>
        <translation>Su sesión termina ({time}) y no se puede renovar. Inicie sesión de nuevo para mantenerla.</translation>
    </message>
    <message numerus="yes">
        <source>Can&apos;t renew your session yet. Trying again in {n} s. You can keep working until {time}.</source>
        <extracomment>{n} is a number of seconds; {time} is a time of day, or a date with it.</extracomment>
        <translation>
            <numerusform>Aún no se puede renovar su sesión. Nuevo intento en {n} s. Puede seguir trabajando hasta entonces: {time}.</numerusform>
            <numerusform>Aún no se puede renovar su sesión. Nuevo intento en {n} s. Puede seguir trabajando hasta entonces: {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>El reloj de este equipo está adelantado {n} minuto. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
            <numerusform>El reloj de este equipo está adelantado {n} minutos. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>El reloj de este equipo está atrasado {n} minuto. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
            <numerusform>El reloj de este equipo está atrasado {n} minutos. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>Ha cerrado la sesión. La sesión guardada se eliminó de este equipo. {host} no permite cerrar la sesión a distancia, así que allí seguirá siendo válida hasta su fin: {time}.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer.</source>
        <translation>Ha cerrado la sesión. La sesión guardada se eliminó de este equipo.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>Ha cerrado la sesión. {host} no permite cerrar la sesión a distancia, así que allí seguirá siendo válida hasta su fin: {time}.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>Ha cerrado la sesión.</translation>
    </message>
    <message numerus="yes">
        <source>Still there? You&apos;ll be signed out in {n} s.</source>
        <extracomment>{n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>¿Sigue ahí? La sesión se cerrará en {n} s.</numerusform>
            <numerusform>¿Sigue ahí? La sesión se cerrará en {n} s.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re offline. Showing your profile as of {time}.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>No hay conexión. Última actualización de su perfil: {time}.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <extracomment>{code} is the error&apos;s technical name, in English.</extracomment>
        <translation>Código: {code}</translation>
    </message>
    <message>
        <source>HTTP status: {n}</source>
        <extracomment>{n} is an HTTP status such as 403.</extracomment>
        <translation>Estado HTTP: {n}</translation>
    </message>
    <message>
        <source>The server says: {words}</source>
        <extracomment>{words} is what the server answered, in its own language.</extracomment>
        <translation>El servidor dice: {words}</translation>
    </message>
    <message>
        <source>Technical detail: {detail}</source>
        <extracomment>{detail} is an explanation for technicians, in English.</extracomment>
        <translation>Detalle técnico: {detail}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Usar otra cuenta</translation>
    </message>
    <message>
        <source>Change server</source>
        <translation>Cambiar de servidor</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>Ver el certificado</translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation>Abrir el navegador</translation>
    </message>
    <message>
        <source>Proxy settings</source>
        <translation>Configuración del proxy</translation>
    </message>
    <message>
        <source>Sign in without it</source>
        <translation>Iniciar sesión sin él</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Iniciar sesión de nuevo</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Remind me at 1 minute</source>
        <translation>Recordármelo 1 minuto antes</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Mantener la sesión</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Sign out of this account</source>
        <extracomment>For screen readers, a message&apos;s button &quot;Sign out&quot;: begin with the same words.</extracomment>
        <translation>Cerrar sesión en esta cuenta</translation>
    </message>
    <message>
        <source>{status}, {time}</source>
        <extracomment>What to quote to an administrator. {status} is such as HTTP 403, {time} a time of day.</extracomment>
        <translation>{status}, {time}</translation>
    </message>
    <message>
        <source>The answer says: {words}</source>
        <extracomment>{words} is what something between this computer and the server answered, in its own language.</extracomment>
        <translation>La respuesta dice: {words}</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your password was not judged.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Respondió algo que está entre usted y {host}. Un cortafuegos, un proxy o su red envió su propia página ({status}). Su contraseña no se comprobó.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your session is kept.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Respondió algo que está entre usted y {host}. Un cortafuegos, un proxy o su red envió su propia página ({status}). Su sesión se conserva.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). So this test can&apos;t tell whether you can sign in there.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Respondió algo que está entre usted y {host}. Un cortafuegos, un proxy o su red envió su propia página ({status}). Por eso, esta prueba no indica si puede iniciar sesión allí.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Guardarla</translation>
    </message>
    <message>
        <source>{keychain} is locked. Unlock it to restore your session.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} está bloqueado. Desbloquéelo para restaurar su sesión.</translation>
    </message>
    <message>
        <source>Still locked. Unlock {keychain} to restore your session, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>Sigue bloqueado. Desbloquee {keychain} para restaurar su sesión o inicie sesión sin él.</translation>
    </message>
    <message>
        <source>{keychain} is asking. It wants its password, or to know whether Latchkey may read your session. Answer it, and your session is restored.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} está preguntando. Quiere su contraseña o saber si Latchkey puede leer su sesión. Respóndale y su sesión se restaurará.</translation>
    </message>
    <message>
        <source>{keychain} doesn&apos;t answer. Your saved session is kept. Try again, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} no responde. Su sesión guardada se conserva. Inténtelo de nuevo o inicie sesión sin él.</translation>
    </message>
    <message>
        <source>{keychain} refuses Latchkey until one of them is restarted. Restart either of them, and allow access when you are asked. Your saved session is kept.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} rechaza a Latchkey hasta que se reinicie uno de los dos. Reinicie cualquiera de ellos y permita el acceso cuando se le pregunte. Su sesión guardada se conserva.</translation>
    </message>
    <message>
        <source>Latchkey was started with --no-keychain. Your session is not saved, and you&apos;ll need to sign in again next time.</source>
        <translation>Latchkey se inició con --no-keychain. Su sesión no se guarda y tendrá que iniciar sesión de nuevo la próxima vez.</translation>
    </message>
    <message>
        <source>This session is not saved. You&apos;ll need to sign in again next time.</source>
        <translation>Esta sesión no está guardada. Tendrá que iniciar sesión de nuevo la próxima vez.</translation>
    </message>
    <message>
        <source>Saving has stopped for this run, unless {keychain} comes back. Your session goes on, but you may need to sign in again next time.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>Ya no se guarda nada hasta el próximo inicio, a menos que {keychain} vuelva. Su sesión continúa, pero quizá tenga que iniciar sesión de nuevo la próxima vez.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it, and a saved session is restored. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>Su almacén de contraseñas no está en marcha. Inícielo y se recuperará la sesión guardada. Puede iniciar sesión sin él, pero tendrá que hacerlo de nuevo la próxima vez.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it to stay signed in. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>Su almacén de contraseñas no está en marcha. Inícielo para mantener la sesión iniciada. Puede iniciar sesión sin él, pero tendrá que hacerlo de nuevo la próxima vez.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your session is kept. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} tiene un problema en este momento. Su sesión se conserva. Vuelva a intentarlo dentro de un momento.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} tiene un problema en este momento. Vuelva a intentarlo dentro de un momento.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. Your session is kept.</source>
        <translation>No hay conexión. Conéctese a internet y vuelva a intentarlo. Su sesión se conserva.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Se interrumpió la conexión con {host}. Su sesión se conserva.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Se interrumpió la conexión con {host}. Vuelva a intentarlo dentro de un momento.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>La conexión con {host} no es privada. Su certificado caducó ({date}). Su sesión se conserva.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>La conexión con {host} no es privada. Su certificado se emitió para {other}. Su sesión se conserva.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>La conexión con {host} no es privada. Este equipo no confía en su certificado. Su sesión se conserva.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} intentó enviar esta petición a {other}. La aplicación se detuvo; allí no se envió nada. Su sesión se conserva.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} intentó enviar esta petición a {other}. La aplicación se detuvo; allí no se envió nada.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. Open a browser, sign in to the network, then try again.</source>
        <translation>Esta red pide que inicie sesión primero. Abra un navegador, inicie sesión en la red y vuelva a intentarlo.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>El reloj de este equipo está adelantado {n} hora. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
            <numerusform>El reloj de este equipo está adelantado {n} horas. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>El reloj de este equipo está atrasado {n} hora. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
            <numerusform>El reloj de este equipo está atrasado {n} horas. Las sesiones pueden terminar antes de tiempo. Active la hora automática en la configuración del sistema.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>No se pudo establecer una conexión segura con {host}. Puede que el servidor no la ofrezca en esta dirección. Su contraseña no se envió.</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>No se pudo establecer una conexión segura con {host}. Puede que el servidor no la ofrezca en esta dirección. Su sesión se conserva.</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Usar esta dirección</translation>
    </message>
    <message>
        <source>{host} has moved. It points to {address} now, and nothing was sent there yet.</source>
        <extracomment>{host} is the name of the server; {address} is a web address.</extracomment>
        <translation>{host} cambió de dirección. Ahora remite a {address}; allí todavía no se envió nada.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>hace {n} minuto</numerusform>
            <numerusform>hace {n} minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>hace {n} hora</numerusform>
            <numerusform>hace {n} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>hace {n} día</numerusform>
            <numerusform>hace {n} días</numerusform>
        </translation>
    </message>
    <message>
        <source>{a} d {b} h</source>
        <extracomment>A duration in short signs. {a} is days, {b} hours.</extracomment>
        <translation>{a} d {b} h</translation>
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
        <translation>ahora mismo</translation>
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
        <translation>{n} d</translation>
    </message>
</context>
</TS>
