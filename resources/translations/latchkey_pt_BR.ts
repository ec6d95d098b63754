<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
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
        <translation>O certificado do servidor</translation>
    </message>
    <message>
        <source>Copy the certificate</source>
        <translation>Copiar o certificado</translation>
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
        <translation>Válido a partir de</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido até</translation>
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
        <translation>O servidor de demonstração não iniciou em 10 segundos.</translation>
    </message>
    <message>
        <source>The demo server has ended by itself.</source>
        <translation>O servidor de demonstração terminou sozinho.</translation>
    </message>
    <message>
        <source>The demo server is not installed. Its package is latchkey-demo-server.</source>
        <translation>O servidor de demonstração não está instalado. O pacote dele é latchkey-demo-server.</translation>
    </message>
    <message>
        <source>The demo server told no usable address.</source>
        <translation>O servidor de demonstração não informou um endereço utilizável.</translation>
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
        <translation>Ainda não verificado</translation>
    </message>
    <message>
        <source>Checking...</source>
        <translation>Verificando...</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Não alcançado</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Não é necessário</translation>
    </message>
    <message>
        <source>By a proxy, so it can&apos;t be measured</source>
        <translation>Por um proxy, portanto não pode ser medido</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Empty. The first save asks for a new password.</source>
        <translation>Vazio. Ao salvar pela primeira vez, será pedida uma nova senha.</translation>
    </message>
    <message>
        <source>This computer has no password store.</source>
        <translation>Este computador não tem um cofre de senhas.</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>Não responde.</translation>
    </message>
    <message>
        <source>{run}, built with {built}</source>
        <extracomment>{run} and {built} are version numbers of Qt</extracomment>
        <translation>{run}, compilado com {built}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
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
        <translation>Tela</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Not available: https will not work. Install OpenSSL 3.</source>
        <translation>Não disponível: https não vai funcionar. Instale o OpenSSL 3.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Arquivo de configurações</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Name lookup (DNS)</source>
        <translation>Consulta do nome (DNS)</translation>
    </message>
    <message>
        <source>Connection (TCP)</source>
        <translation>Conexão (TCP)</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Criptografia (TLS)</translation>
    </message>
    <message>
        <source>Answer (HTTP)</source>
        <translation>Resposta (HTTP)</translation>
    </message>
    <message>
        <source>Server&apos;s clock</source>
        <translation>Relógio do servidor</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconhecido</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Válida até</translation>
    </message>
    <message>
        <source>It is asking you something.</source>
        <translation>Está perguntando algo a você.</translation>
    </message>
    <message>
        <source>Not used: Latchkey was started with --no-keychain.</source>
        <translation>Não é usado: o Latchkey foi iniciado com --no-keychain.</translation>
    </message>
</context>
<context>
    <name>latchkey::DiagnosticsDialog</name>
    <message>
        <source>About Latchkey</source>
        <translation>Sobre o Latchkey</translation>
    </message>
    <message>
        <source>Signs you in, shows your profile, and keeps you signed in.</source>
        <translation>Faz sua entrada, mostra seu perfil e mantém você conectado.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Password store</source>
        <translation>Cofre de senhas</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licenças</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Copiar relatório</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copiar relatório</translation>
    </message>
    <message>
        <source>&amp;Save report...</source>
        <translation>&amp;Salvar relatório...</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>Salvar relatório...</translation>
    </message>
    <message>
        <source>R&amp;un checks again</source>
        <translation>&amp;Verificar novamente</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>Verificar novamente</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>{version} is the program&apos;s version number, such as 0.1.0</extracomment>
        <translation>Versão {version}</translation>
    </message>
    <message>
        <source>Latchkey writes no log file. To see what it does, start it in a terminal with {command}. Tokens and passwords are never written.</source>
        <extracomment>{command} is what one types in a terminal; it is not translated</extracomment>
        <translation>O Latchkey não grava arquivo de registro. Para ver o que ele faz, inicie-o em um terminal com {command}. Tokens e senhas nunca são gravados.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Salvar relatório</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Report copied. It holds no password and no token.</source>
        <translation>Relatório copiado. Ele não contém senha nem token.</translation>
    </message>
    <message>
        <source>Report saved as {file}.</source>
        <extracomment>{file} is the path of the file</extracomment>
        <translation>Relatório salvo como {file}.</translation>
    </message>
    <message>
        <source>The report was not saved. {reason}</source>
        <extracomment>{reason} is what the system said, with the path of the file</extracomment>
        <translation>O relatório não foi salvo. {reason}</translation>
    </message>
</context>
<context>
    <name>latchkey::KeychainPage</name>
    <message>
        <source>your password store</source>
        <translation>seu cofre de senhas</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow</name>
    <message>
        <source>The demo server is running.</source>
        <translation>O servidor de demonstração está em execução.</translation>
    </message>
    <message>
        <source>Sign in with {email} and password {password}.</source>
        <extracomment>{email} is an email address, {password} a password that everybody may know.</extracomment>
        <translation>Entre com {email} e a senha {password}.</translation>
    </message>
    <message>
        <source>The demo server could not be started.</source>
        <translation>Não foi possível iniciar o servidor de demonstração.</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow::Private</name>
    <message>
        <source>You&apos;re signed out, but the saved session could not be removed.</source>
        <translation>Você saiu, mas não foi possível remover a sessão salva.</translation>
    </message>
    <message>
        <source>It is still in {keychain}. Latchkey tries again at the next start.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>Ela ainda está em {keychain}. O Latchkey tentará de novo na próxima vez que iniciar.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>Você saiu.</translation>
    </message>
    <message>
        <source>{keychain} asks whether to remove the saved session. It is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>{keychain} pergunta se a sessão salva deve ser removida. Ela continua lá até você responder.</translation>
    </message>
    <message>
        <source>{keychain} is asking you something. The saved session is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>{keychain} está perguntando algo a você. A sessão salva continua lá até você responder.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Não foi possível ler o arquivo de configurações {file}.</translation>
    </message>
    <message>
        <source>The settings file {file} was written by a newer version of Latchkey.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>O arquivo de configurações {file} foi gravado por uma versão mais recente do Latchkey.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read just now.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>O arquivo de configurações {file} não pode ser lido no momento.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Não foi possível salvar o arquivo de configurações {file}.</translation>
    </message>
    <message>
        <source>It was kept as {file}, and the settings start afresh.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Ele foi mantido como {file}, e as configurações recomeçam do zero.</translation>
    </message>
    <message>
        <source>It cannot be moved to {file}, so settings will not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Ele não pode ser movido para {file}, portanto as configurações não serão salvas.</translation>
    </message>
    <message>
        <source>The usual settings are used, and changes will not be saved.</source>
        <translation>São usadas as configurações habituais, e as mudanças não serão salvas.</translation>
    </message>
    <message>
        <source>Your changes hold until you close Latchkey. It tries again with the next one.</source>
        <translation>Suas mudanças valem até você fechar o Latchkey. Com a próxima, ele tenta de novo.</translation>
    </message>
    <message>
        <source>line {number}</source>
        <extracomment>{number} is the number of a line in a file</extracomment>
        <translation>linha {number}</translation>
    </message>
    <message>
        <source>Not used: {names}. A copy of the file was kept as {file}.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>Não usado: {names}. Uma cópia do arquivo foi mantida como {file}.</translation>
    </message>
    <message>
        <source>Not used: {names}. The file cannot be copied to {file}, so settings will not be saved.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>Não usado: {names}. O arquivo não pode ser copiado para {file}, portanto as configurações não serão salvas.</translation>
    </message>
    <message>
        <source>A session that was to be deleted may still be in your password store.</source>
        <translation>Uma sessão que devia ser apagada talvez ainda esteja no seu cofre de senhas.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read in full.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>Não foi possível ler por completo o arquivo de configurações {file}.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordEdit</name>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Selecionar tudo</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfilePage</name>
    <message>
        <source>Copy email address</source>
        <translation>Copiar o endereço de e-mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Função</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>ID do usuário</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>Copiar o ID do usuário</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Membro desde</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última alteração</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Atualizar</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Load your profile again (F5)</source>
        <translation>Carregar seu perfil de novo (F5)</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Conta</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Sign out of this computer (Ctrl+Shift+L)</source>
        <translation>Sair deste computador (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Name not provided</source>
        <translation>Nome não informado</translation>
    </message>
    <message>
        <source>Loading your profile...</source>
        <translation>Carregando seu perfil...</translation>
    </message>
    <message>
        <source>Updating...</source>
        <translation>Atualizando...</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <extracomment>{time} is a time such as 14:02, or how long ago: &quot;6 minutes ago&quot;</extracomment>
        <translation>Atualizado: {time}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>S&amp;witch account</source>
        <translation>&amp;Trocar de conta</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>C&amp;onfigurações</translation>
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
        <translation>Perfil indisponível</translation>
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
        <translation>Como o Latchkey chega ao servidor. Ele não guarda usuário nem senha de proxy. Padrão: as configurações deste computador.</translation>
    </message>
    <message>
        <source>This computer&apos;s settin&amp;gs</source>
        <translation>&amp;Configurações deste computador</translation>
    </message>
    <message>
        <source>This computer&apos;s settings</source>
        <translation>Configurações deste computador</translation>
    </message>
    <message>
        <source>&amp;My own proxy</source>
        <translation>M&amp;eu próprio proxy</translation>
    </message>
    <message>
        <source>My own proxy</source>
        <translation>Meu próprio proxy</translation>
    </message>
    <message>
        <source>Proxy &amp;host</source>
        <translation>&amp;Host do proxy</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>Host do proxy</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Porta</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Used as soon as both host and port are filled in.</source>
        <translation>É usado assim que o host e a porta forem preenchidos.</translation>
    </message>
    <message>
        <source>Enter a host name or an address, for example proxy.example.com.</source>
        <translation>Digite um nome de host ou um endereço, por exemplo proxy.example.com.</translation>
    </message>
    <message>
        <source>Leave out the user name and password: Latchkey doesn&apos;t keep them.</source>
        <translation>Não inclua usuário nem senha: o Latchkey não os guarda.</translation>
    </message>
    <message>
        <source>Enter a port between 1 and 65535.</source>
        <translation>Digite uma porta entre 1 e 65535.</translation>
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
        <translation>Resta&amp;urar acesso</translation>
    </message>
    <message>
        <source>Restore access</source>
        <translation>Restaurar acesso</translation>
    </message>
    <message>
        <source>Let the access token&apos;s own end count again</source>
        <translation>Voltar a usar o fim próprio do token de acesso</translation>
    </message>
    <message>
        <source>E&amp;xpire access</source>
        <translation>E&amp;xpirar acesso</translation>
    </message>
    <message>
        <source>Expire access</source>
        <translation>Expirar acesso</translation>
    </message>
    <message>
        <source>Take the access token for expired, without touching it</source>
        <translation>Considerar o token de acesso expirado, sem alterá-lo</translation>
    </message>
    <message>
        <source>Re&amp;store refresh</source>
        <translation>Restaurar reno&amp;vação</translation>
    </message>
    <message>
        <source>Restore refresh</source>
        <translation>Restaurar renovação</translation>
    </message>
    <message>
        <source>Let the refresh token&apos;s own end count again</source>
        <translation>Voltar a usar o fim próprio do token de renovação</translation>
    </message>
    <message>
        <source>Ex&amp;pire refresh</source>
        <translation>Expirar reno&amp;vação</translation>
    </message>
    <message>
        <source>Expire refresh</source>
        <translation>Expirar renovação</translation>
    </message>
    <message>
        <source>Take the refresh token for expired, without touching it</source>
        <translation>Considerar o token de renovação expirado, sem alterá-lo</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>&amp;Revogar</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revogar</translation>
    </message>
    <message>
        <source>Make the demo server refuse every token it gave out so far</source>
        <translation>Fazer o servidor de demonstração recusar todos os tokens emitidos até agora</translation>
    </message>
    <message>
        <source>Only a demo server that this program started can do this</source>
        <translation>Só um servidor de demonstração iniciado por este programa pode fazer isso</translation>
    </message>
</context>
<context>
    <name>latchkey::RestoringPage</name>
    <message>
        <source>Sign in instead</source>
        <translation>Entrar em vez disso</translation>
    </message>
    <message>
        <source>Checking your session with {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Verificando sua sessão com {host}...</translation>
    </message>
    <message>
        <source>Restoring your session...</source>
        <translation>Restaurando sua sessão...</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerDialog</name>
    <message>
        <source>Change server</source>
        <translation>Trocar de servidor</translation>
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
        <translation>E&amp;ndereço do servidor</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Endereço do servidor</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Testar conexão</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Testar conexão</translation>
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
        <translation>Onde você entra. Um novo endereço vale assim que você o usar. Padrão: {address}.</translation>
    </message>
    <message>
        <source>This is the server {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>Este é o servidor {host}.</translation>
    </message>
    <message>
        <source>Latchkey now uses {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>O Latchkey agora usa {host}.</translation>
    </message>
    <message>
        <source>{host} answered, and you can sign in there.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>{host} respondeu e você pode entrar lá.</translation>
    </message>
    <message>
        <source>Where you sign in. A new address counts once you use it.</source>
        <translation>Onde você entra. Um novo endereço vale assim que você o usar.</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionPanel</name>
    <message>
        <source>S&amp;ession</source>
        <translation>S&amp;essão</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessão</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>zoom: the whole session</comment>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Zoom to the whole session</source>
        <translation>Mostrar a sessão inteira</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>zoom: one hour, short</comment>
        <translation>1 h</translation>
    </message>
    <message>
        <source>Zoom to one hour</source>
        <translation>Mostrar uma hora</translation>
    </message>
    <message>
        <source>1 d</source>
        <comment>zoom: one day, short</comment>
        <translation>1 d</translation>
    </message>
    <message>
        <source>Zoom to one day</source>
        <translation>Mostrar um dia</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Mostrar como tabela</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>Mostrar como tabela (Ctrl+T)</translation>
    </message>
    <message>
        <source>Re&amp;new now</source>
        <translation>Re&amp;novar agora</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Renovar agora</translation>
    </message>
    <message>
        <source>Renew the session now (F6)</source>
        <translation>Renovar a sessão agora (F6)</translation>
    </message>
    <message>
        <source>S&amp;ign in again</source>
        <translation>Entrar nova&amp;mente</translation>
    </message>
    <message>
        <source>Sign in again for a new session</source>
        <translation>Entrar novamente para ter uma nova sessão</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Por quê?</translation>
    </message>
    <message>
        <source>Why can&apos;t the session be renewed?</source>
        <translation>Por que a sessão não pode ser renovada?</translation>
    </message>
    <message>
        <source>&amp;Copy claims</source>
        <translation>Cop&amp;iar claims</translation>
    </message>
    <message>
        <source>Copy claims</source>
        <translation>Copiar claims</translation>
    </message>
    <message>
        <source>Copy what the tokens say of themselves: never the tokens</source>
        <translation>Copia o que os tokens dizem de si mesmos: nunca os tokens</translation>
    </message>
    <message>
        <source>Session timeline as a table</source>
        <translation>Linha do tempo da sessão como tabela</translation>
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
        <translation>Ainda não, {keychain} está bloqueado</translation>
    </message>
    <message>
        <source>No, {keychain} refused access</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Não, {keychain} recusou o acesso</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is slow to answer</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Ainda não, {keychain} demora a responder</translation>
    </message>
    <message>
        <source>No, as you asked</source>
        <translation>Não, como você pediu</translation>
    </message>
    <message>
        <source>No, this computer has no password store</source>
        <translation>Não, este computador não tem um cofre de senhas</translation>
    </message>
    <message>
        <source>Not yet, trying again</source>
        <translation>Ainda não, tentando novamente</translation>
    </message>
    <message>
        <source>Waiting for {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Aguardando {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Em {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}, which is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Em {keychain}, que está perguntando algo</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Signed in, renewing now...</source>
        <translation>Conectado, renovando agora...</translation>
    </message>
    <message>
        <source>Signed in, cannot be renewed</source>
        <translation>Conectado, não pode ser renovado</translation>
    </message>
    <message>
        <source>Signed in until {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>Conectado até {time}</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>terminou: {time}</translation>
    </message>
    <message>
        <source>{time} (in {span})</source>
        <extracomment>{time} is a time such as 23:40, {span} the time until then, such as &quot;2 h 5 min&quot;</extracomment>
        <translation>{time} (em {span})</translation>
    </message>
    <message>
        <source>{time}, less than a minute left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}, falta menos de um minuto</translation>
    </message>
    <message>
        <source>{time}, less than five minutes left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}, faltam menos de cinco minutos</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ended {time} ({span} ago)</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}, emitido: {issued}, terminou: {time} (há {span})</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ends {time} (in {span})</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}, emitido: {issued}, termina: {time} (em {span})</translation>
    </message>
    <message>
        <source>Stays signed in until</source>
        <translation>Conectado até</translation>
    </message>
    <message>
        <source>Can renew until</source>
        <translation>Pode renovar até</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Token de acesso</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Token de renovação</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Próximo passo</translation>
    </message>
    <message>
        <source>Sign in again before {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>Entre novamente antes de {time}</translation>
    </message>
    <message>
        <source>Next renewal</source>
        <translation>Próxima renovação</translation>
    </message>
    <message>
        <source>Renewals so far</source>
        <translation>Renovações até agora</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>No, Latchkey was started with --no-keychain</source>
        <translation>Não, o Latchkey foi iniciado com --no-keychain</translation>
    </message>
    <message>
        <source>Not any more, {keychain} is gone</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Não mais, {keychain} não está mais lá</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Ainda não, {keychain} está perguntando a você</translation>
    </message>
    <message>
        <source>Not yet, {keychain} would ask you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>Ainda não, {keychain} perguntaria a você</translation>
    </message>
    <message>
        <source>Clock: server {offset}</source>
        <extracomment>How far the server&apos;s clock is from this computer&apos;s. {offset} is such as +0.4 s or +3 h</extracomment>
        <translation>Relógio: servidor {offset}</translation>
    </message>
</context>
<context>
    <name>latchkey::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>&amp;Stay signed in by default</source>
        <translation>Pe&amp;rmanecer conectado por padrão</translation>
    </message>
    <message>
        <source>Stay signed in by default</source>
        <translation>Permanecer conectado por padrão</translation>
    </message>
    <message>
        <source>Remember the email address</source>
        <translation>Lembrar o endereço de e-mail</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Idioma e aparência</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Of all texts, dates and numbers. Default: the system&apos;s.</source>
        <translation>De todos os textos, datas e números. Padrão: o do sistema.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Appeara&amp;nce</source>
        <translation>&amp;Aparência</translation>
    </message>
    <message>
        <source>Light or dark. Default: as the system is.</source>
        <translation>Claro ou escuro. Padrão: como o sistema.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aparência</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Tamanho &amp;do texto</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamanho do texto</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Ticks &quot;Stay signed in on this computer&quot; for you. Default: on.</source>
        <translation>Marca para você “Permanecer conectado neste computador”. Padrão: ligado.</translation>
    </message>
    <message>
        <source>Remember the &amp;email address</source>
        <translation>&amp;Lembrar o endereço de e-mail</translation>
    </message>
    <message>
        <source>Fills it in at the next sign-in. Switching this off also forgets the last one. Default: on.</source>
        <translation>Preenche na próxima entrada. Desligar também esquece o último. Padrão: ligado.</translation>
    </message>
    <message>
        <source>For testers</source>
        <translation>Para testadores</translation>
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
        <translation>Mostra o inspetor e os controles do servidor de demonstração. Padrão: desligado.</translation>
    </message>
    <message>
        <source>About and &amp;diagnostics...</source>
        <translation>&amp;Sobre e diagnóstico...</translation>
    </message>
    <message>
        <source>About and diagnostics</source>
        <translation>Sobre e diagnóstico</translation>
    </message>
    <message>
        <source>Beside the system&apos;s own text size. Default: {percent}.</source>
        <extracomment>{percent} is a number with its sign, such as 100%</extracomment>
        <translation>Além do tamanho do texto do sistema. Padrão: {percent}.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <extracomment>{n} is a number: a text size beside the usual one</extracomment>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in while Latchkey is closed</source>
        <translation>Permanecer c&amp;onectado com o Latchkey fechado</translation>
    </message>
    <message>
        <source>Keep me signed in while Latchkey is closed</source>
        <translation>Permanecer conectado com o Latchkey fechado</translation>
    </message>
    <message>
        <source>Renews your session about once an hour while you are logged in to this computer. Default: off.</source>
        <translation>Renova sua sessão cerca de uma vez por hora enquanto você estiver conectado a este computador. Padrão: desligado.</translation>
    </message>
    <message>
        <source>Automatic renewal is switched off in the settings file.</source>
        <translation>A renovação automática está desativada no arquivo de configurações.</translation>
    </message>
    <message>
        <source>This computer has no systemd user manager.</source>
        <translation>Este computador não tem um gerenciador de usuário do systemd.</translation>
    </message>
    <message>
        <source>Install Latchkey from a package to use this.</source>
        <translation>Instale o Latchkey a partir de um pacote para usar isto.</translation>
    </message>
    <message>
        <source>Not possible just now: systemd refused or didn&apos;t answer. Try again later.</source>
        <translation>Não é possível agora: o systemd recusou ou não respondeu. Tente novamente mais tarde.</translation>
    </message>
</context>
<context>
    <name>latchkey::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Signing in lets you see and manage your profile on</source>
        <translation>Ao entrar, você pode ver e gerenciar seu perfil em</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>Trocar...</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>&amp;Email address</source>
        <translation>Endereço &amp;de e-mail</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>Endereço de e-mail</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Senha</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Sho&amp;w password</source>
        <translation>&amp;Mostrar senha</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar senha</translation>
    </message>
    <message>
        <source>S&amp;tay signed in on this computer</source>
        <translation>&amp;Permanecer conectado neste computador</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Permanecer conectado neste computador</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;Entrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try the built-in demo server</source>
        <translation>Experimentar o servidor de demonstração</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Configurações</translation>
    </message>
    <message>
        <source>your computer&apos;s password store</source>
        <translation>o cofre de senhas do seu computador</translation>
    </message>
    <message>
        <source>Your session is kept in {keychain}. Your password is never stored.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>Sua sessão fica guardada em {keychain}. Sua senha nunca é armazenada.</translation>
    </message>
    <message>
        <source>Starting the demo server...</source>
        <translation>Iniciando o servidor de demonstração...</translation>
    </message>
</context>
<context>
    <name>latchkey::Timeline</name>
    <message>
        <source>Session timeline</source>
        <translation>Linha do tempo da sessão</translation>
    </message>
    <message>
        <source>Left and Right step through the events. Ctrl+T shows them as a table.</source>
        <translation>Esquerda e Direita percorrem os eventos. Ctrl+T mostra-os como tabela.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>terminou: {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <extracomment>{time} is a time such as 23:40</extracomment>
        <translation>até {time}</translation>
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
        <translation>O quê</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column</comment>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>column</comment>
        <translation>Até</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>Detalhes</translation>
    </message>
</context>
<context>
    <name>latchkey::TimelineText</name>
    <message>
        <source>Session&apos;s time was up</source>
        <translation>O tempo da sessão acabou</translation>
    </message>
    <message>
        <source>Session ended by the server</source>
        <translation>Sessão encerrada pelo servidor</translation>
    </message>
    <message>
        <source>Account gone</source>
        <translation>Conta não existe mais</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sessão encerrada</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>Session restored</source>
        <translation>Sessão restaurada</translation>
    </message>
    <message>
        <source>Renewed by another window</source>
        <translation>Renovada por outra janela</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Renovada</translation>
    </message>
    <message>
        <source>Renewal failed</source>
        <translation>A renovação falhou</translation>
    </message>
    <message>
        <source>Renewal refused</source>
        <translation>Renovação recusada</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Pedido recusado</translation>
    </message>
    <message>
        <source>Computer woke up</source>
        <translation>O computador acordou</translation>
    </message>
    <message>
        <source>Computer&apos;s clock was set</source>
        <translation>O relógio do computador foi ajustado</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Desconectado</translation>
    </message>
    <message>
        <source>S</source>
        <comment>sign-in</comment>
        <extracomment>Mark in the timeline: the person signed in. One letter.</extracomment>
        <translation>E</translation>
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
        <translation>Z</translation>
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
        <translation>após {span} de suspensão</translation>
    </message>
    <message>
        <source>{span} back</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} para trás</translation>
    </message>
    <message>
        <source>{span} ahead</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} para a frente</translation>
    </message>
    <message>
        <source>token pair {alias}</source>
        <extracomment>{alias} is the number of a pair of tokens, with its sign: &quot;#3&quot;</extracomment>
        <translation>par de tokens {alias}</translation>
    </message>
    <message>
        <source>Access token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>Token de acesso {alias}</translation>
    </message>
    <message>
        <source>Refresh token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>Token de renovação {alias}</translation>
    </message>
    <message>
        <source>Can be renewed</source>
        <translation>Pode ser renovada</translation>
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
        <translation>Conectado em outro lugar</translation>
    </message>
    <message>
        <source>Access token expired by hand</source>
        <translation>Token de acesso expirado à mão</translation>
    </message>
    <message>
        <source>Refresh token expired by hand</source>
        <translation>Token de renovação expirado à mão</translation>
    </message>
    <message>
        <source>Demo server: sessions revoked</source>
        <translation>Servidor de demonstração: sessões revogadas</translation>
    </message>
    <message>
        <source>Fault switched on</source>
        <translation>Falha ativada</translation>
    </message>
    <message>
        <source>Access token restored by hand</source>
        <translation>Token de acesso restaurado à mão</translation>
    </message>
    <message>
        <source>Refresh token restored by hand</source>
        <translation>Token de renovação restaurado à mão</translation>
    </message>
    <message>
        <source>Fault switched off</source>
        <translation>Falha desativada</translation>
    </message>
    <message>
        <source>Demo server restarted</source>
        <translation>Servidor de demonstração reiniciado</translation>
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
        <translation>HTTP {code} de outro remetente</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyCard</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>Copiar o motivo</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>O que aconteceu por último</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyText</name>
    <message>
        <source>What happened last:</source>
        <translation>O que aconteceu por último:</translation>
    </message>
    <message>
        <source>Decided by: the server</source>
        <translation>Decidido por: o servidor</translation>
    </message>
    <message>
        <source>Decided by: this app, because the time for renewing was up</source>
        <translation>Decidido por: este aplicativo, porque o tempo para renovar acabou</translation>
    </message>
    <message>
        <source>Decided by: this app, because the session&apos;s time was up</source>
        <translation>Decidido por: este aplicativo, porque o tempo da sessão acabou</translation>
    </message>
    <message>
        <source>Decided by: you</source>
        <translation>Decidido por: você</translation>
    </message>
    <message>
        <source>The server refuses to renew this session.</source>
        <translation>O servidor se recusa a renovar esta sessão.</translation>
    </message>
    <message>
        <source>The time in which this session could be renewed is over.</source>
        <translation>O tempo em que esta sessão podia ser renovada acabou.</translation>
    </message>
    <message>
        <source>The server no longer accepts a session that should still have been good.</source>
        <translation>O servidor não aceita mais uma sessão que ainda deveria ser válida.</translation>
    </message>
    <message>
        <source>The server accepts the session but knows no account for it.</source>
        <translation>O servidor aceita a sessão, mas não conhece nenhuma conta para ela.</translation>
    </message>
    <message>
        <source>The server says that a newer sign-in took this session&apos;s place.</source>
        <translation>O servidor informa que uma entrada mais recente tomou o lugar desta sessão.</translation>
    </message>
    <message>
        <source>The session reached its natural end before it could be renewed.</source>
        <translation>A sessão chegou ao fim natural antes que pudesse ser renovada.</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>Você saiu.</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>session state</comment>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>signed out</source>
        <comment>session state</comment>
        <translation>desconectado</translation>
    </message>
    <message>
        <source>waiting for the password store</source>
        <comment>session state</comment>
        <translation>aguardando o cofre de senhas</translation>
    </message>
    <message>
        <source>restoring</source>
        <comment>session state</comment>
        <translation>restaurando</translation>
    </message>
    <message>
        <source>signing in</source>
        <comment>session state</comment>
        <translation>entrando</translation>
    </message>
    <message>
        <source>signed in</source>
        <comment>session state</comment>
        <translation>conectado</translation>
    </message>
    <message>
        <source>renewing</source>
        <comment>session state</comment>
        <translation>renovando</translation>
    </message>
    <message>
        <source>not renewable</source>
        <comment>session state</comment>
        <translation>não renovável</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>session state</comment>
        <translation>terminado</translation>
    </message>
    <message>
        <source>program start</source>
        <comment>cause of a change</comment>
        <translation>início do programa</translation>
    </message>
    <message>
        <source>you</source>
        <comment>cause of a change</comment>
        <translation>você</translation>
    </message>
    <message>
        <source>timer</source>
        <comment>cause of a change</comment>
        <translation>temporizador</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <comment>cause of a change</comment>
        <translation>o computador acordou</translation>
    </message>
    <message>
        <source>the network came back</source>
        <comment>cause of a change</comment>
        <translation>a rede voltou</translation>
    </message>
    <message>
        <source>a request was refused</source>
        <comment>cause of a change</comment>
        <translation>um pedido foi recusado</translation>
    </message>
    <message>
        <source>the server refused</source>
        <comment>cause of a change</comment>
        <translation>o servidor recusou</translation>
    </message>
    <message>
        <source>time was up</source>
        <comment>cause of a change</comment>
        <translation>o tempo acabou</translation>
    </message>
    <message>
        <source>password store</source>
        <comment>cause of a change</comment>
        <translation>cofre de senhas</translation>
    </message>
    <message>
        <source>another window</source>
        <comment>cause of a change</comment>
        <translation>outra janela</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <comment>cause of a change</comment>
        <translation>o computador vai suspender</translation>
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
        <translation>O servidor</translation>
    </message>
    <message>
        <source>This app</source>
        <comment>who decided</comment>
        <translation>Este aplicativo</translation>
    </message>
    <message>
        <source>You</source>
        <comment>who decided</comment>
        <translation>Você</translation>
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
        <translation>Status HTTP</translation>
    </message>
    <message>
        <source>The server says</source>
        <translation>O servidor diz</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>another server</source>
        <extracomment>Stands for {other}, the server that a certificate or redirect names, if it names none.</extracomment>
        <translation>outro servidor</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <translation>Digite seu endereço de e-mail.</translation>
    </message>
    <message>
        <source>This doesn&apos;t look like an email address. Check it, or sign in anyway.</source>
        <translation>Isto não parece um endereço de e-mail. Confira ou entre mesmo assim.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Digite sua senha.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock está ativado.</translation>
    </message>
    <message>
        <source>Enter a full web address, for example https://api.example.com.</source>
        <translation>Digite um endereço web completo, por exemplo https://api.example.com.</translation>
    </message>
    <message>
        <source>This address isn&apos;t encrypted. Use https://. Plain http:// is allowed only for this computer.</source>
        <translation>Este endereço não é criptografado. Use https://. O http:// simples só é permitido para este computador.</translation>
    </message>
    <message>
        <source>Signing in...</source>
        <translation>Entrando...</translation>
    </message>
    <message>
        <source>Contacting {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Contatando {host}...</translation>
    </message>
    <message>
        <source>Still waiting for {host}. You can keep waiting or cancel.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Ainda aguardando {host}. Você pode continuar aguardando ou cancelar.</translation>
    </message>
    <message numerus="yes">
        <source>{host} is taking longer than usual ({n} s).</source>
        <extracomment>{host} is the name of the server; {n} is how many seconds have gone by.</extracomment>
        <translation>
            <numerusform>{host} está demorando mais que o normal ({n} s).</numerusform>
            <numerusform>{host} está demorando mais que o normal ({n} s).</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign-in cancelled. Nothing was saved.</source>
        <translation>Entrada cancelada. Nada foi salvo.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive.</source>
        <translation>E-mail ou senha incorretos. Confira os dois e tente novamente. As senhas diferenciam maiúsculas de minúsculas.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive. If you&apos;ve forgotten your password, contact the administrator of {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>E-mail ou senha incorretos. Confira os dois e tente novamente. As senhas diferenciam maiúsculas de minúsculas. Se você esqueceu sua senha, fale com a administração de {host}.</translation>
    </message>
    <message>
        <source>You can&apos;t sign in to {host} with this account. The server refused access. Contact its administrator and quote {ref}.</source>
        <extracomment>{host} is the name of the server; {ref} is what to tell an administrator: a code and a time.</extracomment>
        <translation>Você não pode entrar em {host} com esta conta. O servidor recusou o acesso. Fale com a administração dele e informe {ref}.</translation>
    </message>
    <message>
        <source>The server couldn&apos;t read the sign-in request. This isn&apos;t a problem with your password. Check the server address or try again.</source>
        <translation>O servidor não conseguiu ler o pedido de entrada. Não é um problema com sua senha. Confira o endereço do servidor ou tente novamente.</translation>
    </message>
    <message>
        <source>Sign-in isn&apos;t available at this address. {host} answered, but has no sign-in service there.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>A entrada não está disponível neste endereço. {host} respondeu, mas não tem um serviço de entrada ali.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again in {mm:ss}.</source>
        <extracomment>{mm:ss} is a countdown, such as 4:05.</extracomment>
        <translation>Tentativas demais. Você pode tentar novamente em {mm:ss}.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again now.</source>
        <translation>Tentativas demais. Você já pode tentar novamente.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your details weren&apos;t the cause. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} está com um problema no momento. Seus dados não foram a causa. Tente novamente daqui a pouco.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again after {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>{host} está em manutenção. Tente novamente após {time}.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} está em manutenção. Tente novamente daqui a pouco.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. What you typed is still here.</source>
        <translation>Você está offline. Conecte-se à internet e tente novamente. O que você digitou continua aqui.</translation>
    </message>
    <message>
        <source>Can&apos;t find {host}. Check the server address and your connection.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Não foi possível encontrar {host}. Confira o endereço do servidor e sua conexão.</translation>
    </message>
    <message>
        <source>{host} isn&apos;t accepting connections. It may be switched off or blocked by a firewall.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} não está aceitando conexões. Pode estar desligado ou bloqueado por um firewall.</translation>
    </message>
    <message numerus="yes">
        <source>{host} didn&apos;t answer within {n} seconds.</source>
        <extracomment>{host} is the name of the server; {n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>{host} não respondeu em {n} segundo.</numerusform>
            <numerusform>{host} não respondeu em {n} segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Nothing was saved.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>A conexão com {host} foi interrompida. Nada foi salvo.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>A conexão com {host} não é privada. Este computador não confia no certificado dele. Sua senha não foi enviada.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>A conexão com {host} não é privada. O certificado dele expirou em {date}. Sua senha não foi enviada.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>A conexão com {host} não é privada. O certificado dele foi emitido para {other}. Sua senha não foi enviada.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. It is set to {local}, which makes {host}&apos;s certificate look invalid.</source>
        <extracomment>{local} is this computer&apos;s date and time; {host} is the name of the server.</extracomment>
        <translation>Confira a data e a hora deste computador. Estão ajustadas para {local}, o que faz o certificado de {host} parecer inválido.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. {host} was redirected to {other}. Open a browser, sign in to the network, then try again.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>Esta rede quer que você entre nela primeiro. {host} foi redirecionado para {other}. Abra um navegador, entre na rede e tente novamente.</translation>
    </message>
    <message>
        <source>Your proxy needs a user name and password.</source>
        <translation>Seu proxy precisa de um usuário e uma senha.</translation>
    </message>
    <message>
        <source>{host} tried to send your sign-in to {other}. The app stopped; your password went only to {host}.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} tentou enviar sua entrada para {other}. O aplicativo parou; sua senha foi somente para {host}.</translation>
    </message>
    <message>
        <source>{host} sent an answer this app can&apos;t read. It may be the wrong server, or the app may need an update.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} enviou uma resposta que este aplicativo não consegue ler. Pode ser o servidor errado, ou o aplicativo pode precisar de uma atualização.</translation>
    </message>
    <message>
        <source>{host} accepted your password but didn&apos;t start a session. Try again, or contact its administrator.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} aceitou sua senha, mas não iniciou uma sessão. Tente novamente ou fale com a administração dele.</translation>
    </message>
    <message>
        <source>{host} refused the request (code {n}).</source>
        <extracomment>{host} is the name of the server; {n} is an HTTP status such as 418.</extracomment>
        <translation>{host} recusou o pedido (código {n}).</translation>
    </message>
    <message>
        <source>This computer has no password store. You can sign in, but you&apos;ll need to sign in again next time.</source>
        <translation>Este computador não tem um cofre de senhas. Você pode entrar, mas terá de entrar de novo na próxima vez.</translation>
    </message>
    <message>
        <source>{keychain} refused access. Allow this app in {keychain}, or continue without saving.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} recusou o acesso. Permita este aplicativo em {keychain} ou continue sem salvar.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but your session couldn&apos;t be saved. You&apos;ll need to sign in next time.</source>
        <translation>Você entrou, mas não foi possível salvar sua sessão. Você terá de entrar de novo na próxima vez.</translation>
    </message>
    <message>
        <source>The saved session couldn&apos;t be read and was left where it is. Sign in again.</source>
        <translation>A sessão salva não pôde ser lida e foi deixada onde está. Entre novamente.</translation>
    </message>
    <message>
        <source>Your session ended at {time}. Sign in again as {email} to continue where you were.</source>
        <extracomment>{time} is a time of day, or a date with it; {email} is an email address.</extracomment>
        <translation>Sua sessão terminou ({time}). Entre novamente como {email} para continuar de onde parou.</translation>
    </message>
    <message>
        <source>Your session ended. Sign in again to continue where you were.</source>
        <translation>Sua sessão terminou. Entre novamente para continuar de onde parou.</translation>
    </message>
    <message>
        <source>{host} ended your session early. It was due to last until {time}. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>{host} encerrou sua sessão antes da hora. Ela deveria durar até {time}. Causas comuns: uma entrada em outro dispositivo, uma troca de senha ou um reinício do servidor.</translation>
    </message>
    <message>
        <source>{host} ended your session early. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} encerrou sua sessão antes da hora. Causas comuns: uma entrada em outro dispositivo, uma troca de senha ou um reinício do servidor.</translation>
    </message>
    <message>
        <source>You signed in on another device. This computer was signed out at {time}. If that wasn&apos;t you, change your password.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>Você entrou em outro dispositivo. Este computador foi desconectado ({time}). Se não foi você, troque sua senha.</translation>
    </message>
    <message>
        <source>This account no longer exists on {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Esta conta não existe mais em {host}.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but you aren&apos;t allowed to see this profile.</source>
        <translation>Você entrou, mas não tem permissão para ver este perfil.</translation>
    </message>
    <message numerus="yes">
        <source>Your session ends in {n} minutes and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>Sua sessão termina em {n} minuto e não pode ser renovada. Entre novamente agora para continuar conectado.</numerusform>
            <numerusform>Sua sessão termina em {n} minutos e não pode ser renovada. Entre novamente agora para continuar conectado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your session ends within a minute and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <translation>Sua sessão termina em menos de um minuto e não pode ser renovada. Entre novamente agora para continuar conectado.</translation>
    </message>
    <message>
        <source>Your session ends on {time} and can&apos;t be renewed. Sign in again to stay signed in.</source>
        <extracomment>{time} is a date with a time of day.</extracomment>
        <translation>Sua sessão termina ({time}) e não pode ser renovada. Entre novamente para continuar conectado.</translation>
    </message>
    <message numerus="yes">
        <source>Can&apos;t renew your session yet. Trying again in {n} s. You can keep working until {time}.</source>
        <extracomment>{n} is a number of seconds; {time} is a time of day, or a date with it.</extracomment>
        <translation>
            <numerusform>Ainda não foi possível renovar sua sessão. Nova tentativa em {n} s. Você pode continuar trabalhando até {time}.</numerusform>
            <numerusform>Ainda não foi possível renovar sua sessão. Nova tentativa em {n} s. Você pode continuar trabalhando até {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>O relógio deste computador está {n} minuto adiantado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
            <numerusform>O relógio deste computador está {n} minutos adiantado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>O relógio deste computador está {n} minuto atrasado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
            <numerusform>O relógio deste computador está {n} minutos atrasado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>Você saiu. A sessão salva foi removida deste computador. {host} não oferece saída remota, por isso essa sessão continua válida lá até {time}.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer.</source>
        <translation>Você saiu. A sessão salva foi removida deste computador.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>Você saiu. {host} não oferece saída remota, por isso essa sessão continua válida lá até {time}.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>Você saiu.</translation>
    </message>
    <message numerus="yes">
        <source>Still there? You&apos;ll be signed out in {n} s.</source>
        <extracomment>{n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>Ainda está aí? Você será desconectado em {n} s.</numerusform>
            <numerusform>Ainda está aí? Você será desconectado em {n} s.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re offline. Showing your profile as of {time}.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>Você está offline. Última atualização do seu perfil: {time}.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <extracomment>{code} is the error&apos;s technical name, in English.</extracomment>
        <translation>Código: {code}</translation>
    </message>
    <message>
        <source>HTTP status: {n}</source>
        <extracomment>{n} is an HTTP status such as 403.</extracomment>
        <translation>Status HTTP: {n}</translation>
    </message>
    <message>
        <source>The server says: {words}</source>
        <extracomment>{words} is what the server answered, in its own language.</extracomment>
        <translation>O servidor diz: {words}</translation>
    </message>
    <message>
        <source>Technical detail: {detail}</source>
        <extracomment>{detail} is an explanation for technicians, in English.</extracomment>
        <translation>Detalhe técnico: {detail}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Tentar agora</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Usar outra conta</translation>
    </message>
    <message>
        <source>Change server</source>
        <translation>Trocar de servidor</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>Ver certificado</translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation>Abrir navegador</translation>
    </message>
    <message>
        <source>Proxy settings</source>
        <translation>Configurações de proxy</translation>
    </message>
    <message>
        <source>Sign in without it</source>
        <translation>Entrar sem ele</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Entrar novamente</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>Remind me at 1 minute</source>
        <translation>Lembrar 1 minuto antes</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>Continuar conectado</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Dispensar</translation>
    </message>
    <message>
        <source>Sign out of this account</source>
        <extracomment>For screen readers, a message&apos;s button &quot;Sign out&quot;: begin with the same words.</extracomment>
        <translation>Sair desta conta</translation>
    </message>
    <message>
        <source>{status}, {time}</source>
        <extracomment>What to quote to an administrator. {status} is such as HTTP 403, {time} a time of day.</extracomment>
        <translation>{status}, {time}</translation>
    </message>
    <message>
        <source>The answer says: {words}</source>
        <extracomment>{words} is what something between this computer and the server answered, in its own language.</extracomment>
        <translation>A resposta diz: {words}</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your password was not judged.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Algo entre você e {host} respondeu. Um firewall, um proxy ou sua rede enviou uma página própria ({status}). Sua senha não foi avaliada.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your session is kept.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Algo entre você e {host} respondeu. Um firewall, um proxy ou sua rede enviou uma página própria ({status}). Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). So this test can&apos;t tell whether you can sign in there.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>Algo entre você e {host} respondeu. Um firewall, um proxy ou sua rede enviou uma página própria ({status}). Por isso, este teste não diz se você consegue entrar lá.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Desbloquear…</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>{keychain} is locked. Unlock it to restore your session.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} está bloqueado. Desbloqueie-o para restaurar sua sessão.</translation>
    </message>
    <message>
        <source>Still locked. Unlock {keychain} to restore your session, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>Continua bloqueado. Desbloqueie {keychain} para restaurar sua sessão ou entre sem ele.</translation>
    </message>
    <message>
        <source>{keychain} is asking. It wants its password, or to know whether Latchkey may read your session. Answer it, and your session is restored.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} está perguntando. Ele quer a senha dele ou saber se o Latchkey pode ler sua sessão. Responda e sua sessão será restaurada.</translation>
    </message>
    <message>
        <source>{keychain} doesn&apos;t answer. Your saved session is kept. Try again, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} não responde. Sua sessão salva é mantida. Tente de novo ou entre sem ele.</translation>
    </message>
    <message>
        <source>{keychain} refuses Latchkey until one of them is restarted. Restart either of them, and allow access when you are asked. Your saved session is kept.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>{keychain} recusa o Latchkey até que um deles seja reiniciado. Reinicie qualquer um deles e permita o acesso quando for perguntado. Sua sessão salva é mantida.</translation>
    </message>
    <message>
        <source>Latchkey was started with --no-keychain. Your session is not saved, and you&apos;ll need to sign in again next time.</source>
        <translation>O Latchkey foi iniciado com --no-keychain. Sua sessão não é salva, e você terá de entrar de novo na próxima vez.</translation>
    </message>
    <message>
        <source>This session is not saved. You&apos;ll need to sign in again next time.</source>
        <translation>Esta sessão não está salva. Você terá de entrar de novo na próxima vez.</translation>
    </message>
    <message>
        <source>Saving has stopped for this run, unless {keychain} comes back. Your session goes on, but you may need to sign in again next time.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>Nada mais é salvo até a próxima inicialização, a menos que {keychain} volte. Sua sessão continua, mas talvez você tenha de entrar de novo na próxima vez.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it, and a saved session is restored. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>Seu cofre de senhas não está em execução. Inicie-o, e uma sessão salva será restaurada. Você pode entrar sem ele, mas terá de entrar de novo na próxima vez.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it to stay signed in. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>Seu cofre de senhas não está em execução. Inicie-o para permanecer conectado. Você pode entrar sem ele, mas terá de entrar de novo na próxima vez.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your session is kept. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} está com um problema no momento. Sua sessão foi mantida. Tente novamente daqui a pouco.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} está com um problema no momento. Tente novamente daqui a pouco.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. Your session is kept.</source>
        <translation>Você está offline. Conecte-se à internet e tente novamente. Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>A conexão com {host} foi interrompida. Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>A conexão com {host} foi interrompida. Tente novamente daqui a pouco.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>A conexão com {host} não é privada. O certificado dele expirou em {date}. Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>A conexão com {host} não é privada. O certificado dele foi emitido para {other}. Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>A conexão com {host} não é privada. Este computador não confia no certificado dele. Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} tentou enviar esta solicitação para {other}. O aplicativo parou; nada foi enviado para lá. Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>{host} tentou enviar esta solicitação para {other}. O aplicativo parou; nada foi enviado para lá.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. Open a browser, sign in to the network, then try again.</source>
        <translation>Esta rede quer que você entre nela primeiro. Abra um navegador, entre na rede e tente novamente.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>O relógio deste computador está {n} hora adiantado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
            <numerusform>O relógio deste computador está {n} horas adiantado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>O relógio deste computador está {n} hora atrasado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
            <numerusform>O relógio deste computador está {n} horas atrasado. As sessões podem terminar antes da hora. Ative o ajuste automático da hora nas configurações do sistema.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Não foi possível estabelecer uma conexão segura com {host}. Talvez o servidor não ofereça uma neste endereço. Sua senha não foi enviada.</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>Não foi possível estabelecer uma conexão segura com {host}. Talvez o servidor não ofereça uma neste endereço. Sua sessão foi mantida.</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Usar este endereço</translation>
    </message>
    <message>
        <source>{host} has moved. It points to {address} now, and nothing was sent there yet.</source>
        <extracomment>{host} is the name of the server; {address} is a web address.</extracomment>
        <translation>{host} mudou de endereço. Agora ele aponta para {address}; nada foi enviado para lá ainda.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>há {n} minuto</numerusform>
            <numerusform>há {n} minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>há {n} hora</numerusform>
            <numerusform>há {n} horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>há {n} dia</numerusform>
            <numerusform>há {n} dias</numerusform>
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
        <translation>agora mesmo</translation>
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
