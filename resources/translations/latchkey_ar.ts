<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>QGuiApplication</name>
    <message>
        <source>QT_LAYOUT_DIRECTION</source>
        <extracomment>Not to be translated by meaning: &quot;RTL&quot; in a language written from right to left, else &quot;LTR&quot;.</extracomment>
        <translation>RTL</translation>
    </message>
</context>
<context>
    <name>latchkey::CertificateText</name>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>شهادة الخادم</translation>
    </message>
    <message>
        <source>Copy the certificate</source>
        <translation>نسخ الشهادة</translation>
    </message>
    <message>
        <source>Issued to</source>
        <extracomment>Whom a certificate was issued to: the names of a server and its owner.</extracomment>
        <translation>صادرة لـ</translation>
    </message>
    <message>
        <source>Issued by</source>
        <extracomment>Who issued a certificate.</extracomment>
        <translation>صادرة عن</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>صالحة من</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>صالحة حتى</translation>
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
        <translation>لم يبدأ الخادم التجريبي خلال ١٠ ثوانٍ.</translation>
    </message>
    <message>
        <source>The demo server has ended by itself.</source>
        <translation>انتهى الخادم التجريبي من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>The demo server is not installed. Its package is latchkey-demo-server.</source>
        <translation>الخادم التجريبي غير مثبّت. حزمته هي latchkey-demo-server.</translation>
    </message>
    <message>
        <source>The demo server told no usable address.</source>
        <translation>لم يذكر الخادم التجريبي عنوانًا صالحًا.</translation>
    </message>
</context>
<context>
    <name>latchkey::Diagnostics</name>
    <message>
        <source>{n} ms</source>
        <extracomment>{n} is a number: how many milliseconds a step of the connection took</extracomment>
        <translation>{n} م.ث</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>لم يُفحص بعد</translation>
    </message>
    <message>
        <source>Checking...</source>
        <translation>يجري الفحص...</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>لم يُبلَغ</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>غير لازم</translation>
    </message>
    <message>
        <source>By a proxy, so it can&apos;t be measured</source>
        <translation>عبر وكيل، لذا لا يمكن قياسه</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>Empty. The first save asks for a new password.</source>
        <translation>فارغ. سيطلب الحفظ الأول كلمة مرور جديدة.</translation>
    </message>
    <message>
        <source>This computer has no password store.</source>
        <translation>ليس في هذا الحاسوب مخزن لكلمات المرور.</translation>
    </message>
    <message>
        <source>It does not answer.</source>
        <translation>لا يرد.</translation>
    </message>
    <message>
        <source>{run}, built with {built}</source>
        <extracomment>{run} and {built} are version numbers of Qt</extracomment>
        <translation>{run}، بُني باستخدام {built}</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>الإيداع</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Not available: https will not work. Install OpenSSL 3.</source>
        <translation>غير متوفر: لن يعمل https. ثبّت OpenSSL 3.</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>ملف الإعدادات</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Name lookup (DNS)</source>
        <translation>البحث عن الاسم (DNS)</translation>
    </message>
    <message>
        <source>Connection (TCP)</source>
        <translation>الاتصال (TCP)</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>التشفير (TLS)</translation>
    </message>
    <message>
        <source>Answer (HTTP)</source>
        <translation>الرد (HTTP)</translation>
    </message>
    <message>
        <source>Server&apos;s clock</source>
        <translation>ساعة الخادم</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>صالحة حتى</translation>
    </message>
    <message>
        <source>It is asking you something.</source>
        <translation>إنه يسألك شيئًا.</translation>
    </message>
    <message>
        <source>Not used: Latchkey was started with --no-keychain.</source>
        <translation>غير مستخدم: بدأ التشغيل بالأمر latchkey --no-keychain.</translation>
    </message>
</context>
<context>
    <name>latchkey::DiagnosticsDialog</name>
    <message>
        <source>About Latchkey</source>
        <translation>حول Latchkey</translation>
    </message>
    <message>
        <source>Signs you in, shows your profile, and keeps you signed in.</source>
        <translation>يسجّل دخولك، ويعرض ملفك الشخصي، ويُبقيك مسجَّل الدخول.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Password store</source>
        <translation>مخزن كلمات المرور</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>&amp;Save report...</source>
        <translation>&amp;حفظ التقرير...</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>حفظ التقرير...</translation>
    </message>
    <message>
        <source>R&amp;un checks again</source>
        <translation>إعادة &amp;الفحص</translation>
    </message>
    <message>
        <source>Run checks again</source>
        <translation>إعادة الفحص</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <extracomment>{version} is the program&apos;s version number, such as 0.1.0</extracomment>
        <translation>الإصدار {version}</translation>
    </message>
    <message>
        <source>Latchkey writes no log file. To see what it does, start it in a terminal with {command}. Tokens and passwords are never written.</source>
        <extracomment>{command} is what one types in a terminal; it is not translated</extracomment>
        <translation>لا يكتب Latchkey ملف سجل. لرؤية ما يفعله شغّله في طرفية بالأمر {command}. لا تُكتب الرموز ولا كلمات المرور أبدًا.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>نص (*.txt)</translation>
    </message>
    <message>
        <source>Report copied. It holds no password and no token.</source>
        <translation>نُسخ التقرير. لا يحتوي على كلمة مرور ولا رمز.</translation>
    </message>
    <message>
        <source>Report saved as {file}.</source>
        <extracomment>{file} is the path of the file</extracomment>
        <translation>حُفظ التقرير باسم {file}.</translation>
    </message>
    <message>
        <source>The report was not saved. {reason}</source>
        <extracomment>{reason} is what the system said, with the path of the file</extracomment>
        <translation>لم يُحفظ التقرير. {reason}</translation>
    </message>
</context>
<context>
    <name>latchkey::KeychainPage</name>
    <message>
        <source>your password store</source>
        <translation>مخزن كلمات المرور</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow</name>
    <message>
        <source>The demo server is running.</source>
        <translation>الخادم التجريبي يعمل.</translation>
    </message>
    <message>
        <source>Sign in with {email} and password {password}.</source>
        <extracomment>{email} is an email address, {password} a password that everybody may know.</extracomment>
        <translation>سجّل الدخول بالبريد {email} وكلمة المرور {password}.</translation>
    </message>
    <message>
        <source>The demo server could not be started.</source>
        <translation>تعذّر تشغيل الخادم التجريبي.</translation>
    </message>
</context>
<context>
    <name>latchkey::MainWindow::Private</name>
    <message>
        <source>You&apos;re signed out, but the saved session could not be removed.</source>
        <translation>لقد سجّلتَ الخروج، لكن تعذّر حذف الجلسة المحفوظة.</translation>
    </message>
    <message>
        <source>It is still in {keychain}. Latchkey tries again at the next start.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>ما زالت في {keychain}. سيحاول Latchkey من جديد عند التشغيل القادم.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>لقد سجّلتَ الخروج.</translation>
    </message>
    <message>
        <source>{keychain} asks whether to remove the saved session. It is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>يسأل {keychain} هل تُحذف الجلسة المحفوظة. ستبقى هناك إلى أن تجيب.</translation>
    </message>
    <message>
        <source>{keychain} is asking you something. The saved session is still there until you answer.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>يسألك {keychain} شيئًا. ستبقى الجلسة المحفوظة هناك إلى أن تجيب.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>تعذّرت قراءة ملف الإعدادات {file}.</translation>
    </message>
    <message>
        <source>The settings file {file} was written by a newer version of Latchkey.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>كُتب ملف الإعدادات {file} بإصدار أحدث من Latchkey.</translation>
    </message>
    <message>
        <source>The settings file {file} cannot be read just now.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>لا يمكن قراءة ملف الإعدادات {file} حاليًا.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>تعذّر حفظ ملف الإعدادات {file}.</translation>
    </message>
    <message>
        <source>It was kept as {file}, and the settings start afresh.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>احتُفظ به باسم {file}، وتبدأ الإعدادات من جديد.</translation>
    </message>
    <message>
        <source>It cannot be moved to {file}, so settings will not be saved.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>لا يمكن نقله إلى {file}، لذا لن تُحفظ الإعدادات.</translation>
    </message>
    <message>
        <source>The usual settings are used, and changes will not be saved.</source>
        <translation>تُستخدم الإعدادات المعتادة، ولن تُحفظ التغييرات.</translation>
    </message>
    <message>
        <source>Your changes hold until you close Latchkey. It tries again with the next one.</source>
        <translation>تسري تغييراتك حتى تُغلق Latchkey. وسيحاول مجددًا عند التغيير التالي.</translation>
    </message>
    <message>
        <source>line {number}</source>
        <extracomment>{number} is the number of a line in a file</extracomment>
        <translation>السطر {number}</translation>
    </message>
    <message>
        <source>Not used: {names}. A copy of the file was kept as {file}.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>غير مستخدم: {names}. احتُفظ بنسخة من الملف باسم {file}.</translation>
    </message>
    <message>
        <source>Not used: {names}. The file cannot be copied to {file}, so settings will not be saved.</source>
        <extracomment>{names} is a list such as &quot;renewAtPercent, line 7&quot;; {file} is the name of a file</extracomment>
        <translation>غير مستخدم: {names}. لا يمكن نسخ الملف إلى {file}، لذا لن تُحفظ الإعدادات.</translation>
    </message>
    <message>
        <source>A session that was to be deleted may still be in your password store.</source>
        <translation>قد تكون جلسة كان يجب حذفها لا تزال في مخزن كلمات المرور.</translation>
    </message>
    <message>
        <source>The settings file {file} could not be read in full.</source>
        <extracomment>{file} is the name of a file with its path</extracomment>
        <translation>تعذّرت قراءة ملف الإعدادات {file} بالكامل.</translation>
    </message>
</context>
<context>
    <name>latchkey::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
</context>
<context>
    <name>latchkey::PasswordEdit</name>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>تحديد الكل</translation>
    </message>
</context>
<context>
    <name>latchkey::ProfilePage</name>
    <message>
        <source>Copy email address</source>
        <translation>نسخ عنوان البريد</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>معرّف المستخدم</translation>
    </message>
    <message>
        <source>Copy user ID</source>
        <translation>نسخ معرّف المستخدم</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>عضو منذ</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>آخر تغيير</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;تحديث</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Load your profile again (F5)</source>
        <translation>إعادة تحميل ملفك الشخصي (F5)</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>ال&amp;حساب</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>ت&amp;سجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out of this computer (Ctrl+Shift+L)</source>
        <translation>تسجيل الخروج من هذا الحاسوب (Ctrl+Shift+L)</translation>
    </message>
    <message>
        <source>Name not provided</source>
        <translation>الاسم غير متوفر</translation>
    </message>
    <message>
        <source>Loading your profile...</source>
        <translation>يجري تحميل ملفك الشخصي...</translation>
    </message>
    <message>
        <source>Updating...</source>
        <translation>يجري التحديث...</translation>
    </message>
    <message>
        <source>Updated {time}</source>
        <extracomment>{time} is a time such as 14:02, or how long ago: &quot;6 minutes ago&quot;</extracomment>
        <translation>حُدّث: {time}</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>S&amp;witch account</source>
        <translation>تب&amp;ديل الحساب</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>الإ&amp;عدادات</translation>
    </message>
    <message>
        <source>&amp;Diagnostics</source>
        <translation>الت&amp;شخيص</translation>
    </message>
    <message>
        <source>Customer</source>
        <comment>role</comment>
        <translation>عميل</translation>
    </message>
    <message>
        <source>Admin</source>
        <comment>role</comment>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>Profile not available</source>
        <translation>الملف الشخصي غير متاح</translation>
    </message>
</context>
<context>
    <name>latchkey::ProxyField</name>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>How Latchkey reaches the server. It keeps no user name or password for a proxy. Default: this computer&apos;s settings.</source>
        <translation>كيف يصل Latchkey إلى الخادم. لا يحتفظ باسم مستخدم ولا كلمة مرور للوكيل. الافتراضي: إعدادات هذا الحاسوب.</translation>
    </message>
    <message>
        <source>This computer&apos;s settin&amp;gs</source>
        <translation>إع&amp;دادات هذا الحاسوب</translation>
    </message>
    <message>
        <source>This computer&apos;s settings</source>
        <translation>إعدادات هذا الحاسوب</translation>
    </message>
    <message>
        <source>&amp;My own proxy</source>
        <translation>&amp;وكيل خاص بي</translation>
    </message>
    <message>
        <source>My own proxy</source>
        <translation>وكيل خاص بي</translation>
    </message>
    <message>
        <source>Proxy &amp;host</source>
        <translation>م&amp;ضيف الوكيل</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>مضيف الوكيل</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ا&amp;لمنفذ</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Used as soon as both host and port are filled in.</source>
        <translation>يُستخدم بمجرد ملء المضيف والمنفذ معًا.</translation>
    </message>
    <message>
        <source>Enter a host name or an address, for example proxy.example.com.</source>
        <translation>أدخل اسم مضيف أو عنوانًا، مثل proxy.example.com.</translation>
    </message>
    <message>
        <source>Leave out the user name and password: Latchkey doesn&apos;t keep them.</source>
        <translation>لا تكتب اسم المستخدم وكلمة المرور: فإن Latchkey لا يحتفظ بهما.</translation>
    </message>
    <message>
        <source>Enter a port between 1 and 65535.</source>
        <translation>أدخل منفذًا بين 1 و65535.</translation>
    </message>
</context>
<context>
    <name>latchkey::QaTools</name>
    <message>
        <source>QA mode:</source>
        <translation>وضع ضمان الجودة:</translation>
    </message>
    <message>
        <source>Res&amp;tore access</source>
        <translation>استعادة ال&amp;وصول</translation>
    </message>
    <message>
        <source>Restore access</source>
        <translation>استعادة الوصول</translation>
    </message>
    <message>
        <source>Let the access token&apos;s own end count again</source>
        <translation>العودة إلى وقت الانتهاء الأصلي لرمز الوصول</translation>
    </message>
    <message>
        <source>E&amp;xpire access</source>
        <translation>إ&amp;نهاء الوصول</translation>
    </message>
    <message>
        <source>Expire access</source>
        <translation>إنهاء الوصول</translation>
    </message>
    <message>
        <source>Take the access token for expired, without touching it</source>
        <translation>عدّ رمز الوصول منتهيًا دون تغييره</translation>
    </message>
    <message>
        <source>Re&amp;store refresh</source>
        <translation>استعادة التجد&amp;يد</translation>
    </message>
    <message>
        <source>Restore refresh</source>
        <translation>استعادة التجديد</translation>
    </message>
    <message>
        <source>Let the refresh token&apos;s own end count again</source>
        <translation>العودة إلى وقت الانتهاء الأصلي لرمز التجديد</translation>
    </message>
    <message>
        <source>Ex&amp;pire refresh</source>
        <translation>إن&amp;هاء التجديد</translation>
    </message>
    <message>
        <source>Expire refresh</source>
        <translation>إنهاء التجديد</translation>
    </message>
    <message>
        <source>Take the refresh token for expired, without touching it</source>
        <translation>عدّ رمز التجديد منتهيًا دون تغييره</translation>
    </message>
    <message>
        <source>Re&amp;voke</source>
        <translation>إ&amp;بطال</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>إبطال</translation>
    </message>
    <message>
        <source>Make the demo server refuse every token it gave out so far</source>
        <translation>جعل الخادم التجريبي يرفض كل الرموز التي أصدرها حتى الآن</translation>
    </message>
    <message>
        <source>Only a demo server that this program started can do this</source>
        <translation>لا يستطيع هذا إلا خادم تجريبي شغّله هذا البرنامج</translation>
    </message>
</context>
<context>
    <name>latchkey::RestoringPage</name>
    <message>
        <source>Sign in instead</source>
        <translation>سجّل الدخول بدلًا من ذلك</translation>
    </message>
    <message>
        <source>Checking your session with {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>يجري التحقق من جلستك لدى {host}...</translation>
    </message>
    <message>
        <source>Restoring your session...</source>
        <translation>تجري استعادة جلستك...</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerDialog</name>
    <message>
        <source>Change server</source>
        <translation>تغيير الخادم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>استخدم &amp;هذا الخادم</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>استخدم هذا الخادم</translation>
    </message>
</context>
<context>
    <name>latchkey::ServerField</name>
    <message>
        <source>Server &amp;address</source>
        <translation>&amp;عنوان الخادم</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>ا&amp;ختبار الاتصال</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>&amp;Use this server</source>
        <translation>استخدم &amp;هذا الخادم</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>استخدم هذا الخادم</translation>
    </message>
    <message>
        <source>Where you sign in. A new address counts once you use it. Default: {address}.</source>
        <extracomment>{address} is a web address: where one signs in unless another server is chosen</extracomment>
        <translation>المكان الذي تسجّل الدخول إليه. يسري العنوان الجديد حين تستخدمه. الافتراضي: {address}.</translation>
    </message>
    <message>
        <source>This is the server {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>هذا هو الخادم {host}.</translation>
    </message>
    <message>
        <source>Latchkey now uses {host}.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>يستخدم Latchkey الآن {host}.</translation>
    </message>
    <message>
        <source>{host} answered, and you can sign in there.</source>
        <extracomment>{host} is the name of a computer, such as api.example.com</extracomment>
        <translation>ردّ {host}، ويمكنك تسجيل الدخول هناك.</translation>
    </message>
    <message>
        <source>Where you sign in. A new address counts once you use it.</source>
        <translation>المكان الذي تسجّل الدخول إليه. يسري العنوان الجديد حين تستخدمه.</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionPanel</name>
    <message>
        <source>S&amp;ession</source>
        <translation>&amp;الجلسة</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>الجلسة</translation>
    </message>
    <message>
        <source>Fit</source>
        <comment>zoom: the whole session</comment>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Zoom to the whole session</source>
        <translation>عرض الجلسة كاملة</translation>
    </message>
    <message>
        <source>1 h</source>
        <comment>zoom: one hour, short</comment>
        <translation>١ س</translation>
    </message>
    <message>
        <source>Zoom to one hour</source>
        <translation>عرض ساعة واحدة</translation>
    </message>
    <message>
        <source>1 d</source>
        <comment>zoom: one day, short</comment>
        <translation>١ ي</translation>
    </message>
    <message>
        <source>Zoom to one day</source>
        <translation>عرض يوم واحد</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>عرض كجدول</translation>
    </message>
    <message>
        <source>Show as a table (Ctrl+T)</source>
        <translation>عرض كجدول (Ctrl+T)</translation>
    </message>
    <message>
        <source>Re&amp;new now</source>
        <translation>&amp;جدّد الآن</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>جدّد الآن</translation>
    </message>
    <message>
        <source>Renew the session now (F6)</source>
        <translation>تجديد الجلسة الآن (F6)</translation>
    </message>
    <message>
        <source>S&amp;ign in again</source>
        <translation>سجّل الد&amp;خول من جديد</translation>
    </message>
    <message>
        <source>Sign in again for a new session</source>
        <translation>سجّل الدخول من جديد لبدء جلسة جديدة</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;لماذا؟</translation>
    </message>
    <message>
        <source>Why can&apos;t the session be renewed?</source>
        <translation>لماذا لا يمكن تجديد الجلسة؟</translation>
    </message>
    <message>
        <source>&amp;Copy claims</source>
        <translation>نسخ &amp;محتوى الرموز</translation>
    </message>
    <message>
        <source>Copy claims</source>
        <translation>نسخ محتوى الرموز</translation>
    </message>
    <message>
        <source>Copy what the tokens say of themselves: never the tokens</source>
        <translation>ينسخ ما تقوله الرموز عن نفسها: لا الرموز أبدًا</translation>
    </message>
    <message>
        <source>Session timeline as a table</source>
        <translation>الخط الزمني للجلسة كجدول</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>latchkey::SessionText</name>
    <message>
        <source>Not yet, {keychain} is locked</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>ليس بعد، {keychain} مقفل</translation>
    </message>
    <message>
        <source>No, {keychain} refused access</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>لا، رفض {keychain} الوصول</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is slow to answer</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>ليس بعد، {keychain} بطيء في الرد</translation>
    </message>
    <message>
        <source>No, as you asked</source>
        <translation>لا، كما طلبتَ</translation>
    </message>
    <message>
        <source>No, this computer has no password store</source>
        <translation>لا، ليس في هذا الحاسوب مخزن لكلمات المرور</translation>
    </message>
    <message>
        <source>Not yet, trying again</source>
        <translation>ليس بعد، تجري المحاولة من جديد</translation>
    </message>
    <message>
        <source>Waiting for {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>في انتظار {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>في {keychain}</translation>
    </message>
    <message>
        <source>In {keychain}, which is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>في {keychain}، وهو يسألك الآن</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>مسجَّل الدخول</translation>
    </message>
    <message>
        <source>Signed in, renewing now...</source>
        <translation>تم تسجيل الدخول، يجري التجديد الآن...</translation>
    </message>
    <message>
        <source>Signed in, cannot be renewed</source>
        <translation>تم تسجيل الدخول، ولا يمكن التجديد</translation>
    </message>
    <message>
        <source>Signed in until {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>مسجَّل الدخول حتى {time}</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>الانتهاء: {time}</translation>
    </message>
    <message>
        <source>{time} (in {span})</source>
        <extracomment>{time} is a time such as 23:40, {span} the time until then, such as &quot;2 h 5 min&quot;</extracomment>
        <translation>{time} (يتبقّى {span})</translation>
    </message>
    <message>
        <source>{time}, less than a minute left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}، بقي أقل من دقيقة</translation>
    </message>
    <message>
        <source>{time}, less than five minutes left</source>
        <extracomment>Said by screen readers. {time} is a time such as 23:40</extracomment>
        <translation>{time}، بقي أقل من خمس دقائق</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ended {time} ({span} ago)</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}، أُصدر: {issued}، انتهى: {time} (منذ {span})</translation>
    </message>
    <message>
        <source>{alias}, issued {issued}, ends {time} (in {span})</source>
        <extracomment>A token&apos;s life. {alias} is its number, #3; {issued} and {time} are times; {span} how long</extracomment>
        <translation>{alias}، أُصدر: {issued}، ينتهي: {time} (يتبقّى {span})</translation>
    </message>
    <message>
        <source>Stays signed in until</source>
        <translation>تبقى مسجَّل الدخول حتى</translation>
    </message>
    <message>
        <source>Can renew until</source>
        <translation>يمكن التجديد حتى</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>رمز الوصول</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>رمز التجديد</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>الخطوة التالية</translation>
    </message>
    <message>
        <source>Sign in again before {time}</source>
        <extracomment>{time} is a time such as 23:40, or 21 December 2026, 09:00</extracomment>
        <translation>سجّل الدخول من جديد قبل {time}</translation>
    </message>
    <message>
        <source>Next renewal</source>
        <translation>التجديد التالي</translation>
    </message>
    <message>
        <source>Renewals so far</source>
        <translation>عدد التجديدات حتى الآن</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>محفوظة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>No, Latchkey was started with --no-keychain</source>
        <translation>لا، بدأ التشغيل بالأمر latchkey --no-keychain</translation>
    </message>
    <message>
        <source>Not any more, {keychain} is gone</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>لم يعد محفوظًا، {keychain} لم يعد موجودًا</translation>
    </message>
    <message>
        <source>Not yet, {keychain} is asking you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>ليس بعد، {keychain} يسألك</translation>
    </message>
    <message>
        <source>Not yet, {keychain} would ask you</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring</extracomment>
        <translation>ليس بعد، {keychain} سيسألك</translation>
    </message>
    <message>
        <source>Clock: server {offset}</source>
        <extracomment>How far the server&apos;s clock is from this computer&apos;s. {offset} is such as +0.4 s or +3 h</extracomment>
        <translation>الساعة: الخادم {offset}</translation>
    </message>
</context>
<context>
    <name>latchkey::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>&amp;Stay signed in by default</source>
        <translation>الب&amp;قاء مسجّل الدخول افتراضيًا</translation>
    </message>
    <message>
        <source>Stay signed in by default</source>
        <translation>البقاء مسجّل الدخول افتراضيًا</translation>
    </message>
    <message>
        <source>Remember the email address</source>
        <translation>تذكّر عنوان البريد</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>اللغة والمظهر</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;اللغة</translation>
    </message>
    <message>
        <source>Of all texts, dates and numbers. Default: the system&apos;s.</source>
        <translation>لكل النصوص والتواريخ والأرقام. الافتراضي: لغة النظام.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Appeara&amp;nce</source>
        <translation>ال&amp;مظهر</translation>
    </message>
    <message>
        <source>Light or dark. Default: as the system is.</source>
        <translation>فاتح أو داكن. الافتراضي: كما في النظام.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;حجم النص</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Ticks &quot;Stay signed in on this computer&quot; for you. Default: on.</source>
        <translation>يضع علامة عند «البقاء مسجّل الدخول في هذا الحاسوب» نيابةً عنك. الافتراضي: مفعّل.</translation>
    </message>
    <message>
        <source>Remember the &amp;email address</source>
        <translation>&amp;تذكّر عنوان البريد</translation>
    </message>
    <message>
        <source>Fills it in at the next sign-in. Switching this off also forgets the last one. Default: on.</source>
        <translation>يملؤه عند تسجيل الدخول التالي. وعند إيقافه يُحذف آخر عنوان محفوظ. الافتراضي: مفعّل.</translation>
    </message>
    <message>
        <source>For testers</source>
        <translation>للمختبِرين</translation>
    </message>
    <message>
        <source>&amp;QA mode</source>
        <translation>وضع ضما&amp;ن الجودة</translation>
    </message>
    <message>
        <source>QA mode</source>
        <translation>وضع ضمان الجودة</translation>
    </message>
    <message>
        <source>Shows the inspector and the demo server&apos;s controls. Default: off.</source>
        <translation>يعرض أداة الفحص وأدوات التحكم بالخادم التجريبي. الافتراضي: معطّل.</translation>
    </message>
    <message>
        <source>About and &amp;diagnostics...</source>
        <translation>حول ال&amp;برنامج والتشخيص...</translation>
    </message>
    <message>
        <source>About and diagnostics</source>
        <translation>حول البرنامج والتشخيص</translation>
    </message>
    <message>
        <source>Beside the system&apos;s own text size. Default: {percent}.</source>
        <extracomment>{percent} is a number with its sign, such as 100%</extracomment>
        <translation>إضافةً إلى حجم النص في النظام. الافتراضي: {percent}.</translation>
    </message>
    <message>
        <source>{n} %</source>
        <extracomment>{n} is a number: a text size beside the usual one</extracomment>
        <translation>{n} ٪</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in while Latchkey is closed</source>
        <translation>إبقائي م&amp;سجّل الدخول أثناء إغلاق Latchkey</translation>
    </message>
    <message>
        <source>Keep me signed in while Latchkey is closed</source>
        <translation>إبقائي مسجّل الدخول أثناء إغلاق Latchkey</translation>
    </message>
    <message>
        <source>Renews your session about once an hour while you are logged in to this computer. Default: off.</source>
        <translation>يجدّد جلستك مرة كل ساعة تقريبًا ما دمت مسجّل الدخول إلى هذا الحاسوب. الافتراضي: معطّل.</translation>
    </message>
    <message>
        <source>Automatic renewal is switched off in the settings file.</source>
        <translation>أُوقف التجديد التلقائي في ملف الإعدادات.</translation>
    </message>
    <message>
        <source>This computer has no systemd user manager.</source>
        <translation>لا يوجد في هذا الحاسوب مدير مستخدم systemd.</translation>
    </message>
    <message>
        <source>Install Latchkey from a package to use this.</source>
        <translation>ثبّت Latchkey من حزمة لاستخدام هذا.</translation>
    </message>
    <message>
        <source>Not possible just now: systemd refused or didn&apos;t answer. Try again later.</source>
        <translation>غير ممكن الآن: رفض systemd الطلب أو لم يُجب. حاول مجددًا لاحقًا.</translation>
    </message>
</context>
<context>
    <name>latchkey::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Signing in lets you see and manage your profile on</source>
        <translation>بتسجيل الدخول يمكنك عرض ملفك الشخصي وإدارته على</translation>
    </message>
    <message>
        <source>Change...</source>
        <translation>تغيير...</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>&amp;Email address</source>
        <translation>&amp;عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Sho&amp;w password</source>
        <translation>إظهار كلمة &amp;المرور</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
    <message>
        <source>S&amp;tay signed in on this computer</source>
        <translation>البقاء &amp;مسجّل الدخول في هذا الحاسوب</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>البقاء مسجّل الدخول في هذا الحاسوب</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>&amp;تسجيل الدخول</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Try the built-in demo server</source>
        <translation>جرّب الخادم التجريبي المدمج</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>your computer&apos;s password store</source>
        <translation>مخزن كلمات المرور في حاسوبك</translation>
    </message>
    <message>
        <source>Your session is kept in {keychain}. Your password is never stored.</source>
        <extracomment>{keychain} is the password store&apos;s name, such as GNOME Keyring.</extracomment>
        <translation>تُحفظ جلستك في {keychain}. ولا تُخزَّن كلمة مرورك أبدًا.</translation>
    </message>
    <message>
        <source>Starting the demo server...</source>
        <translation>يجري تشغيل الخادم التجريبي...</translation>
    </message>
</context>
<context>
    <name>latchkey::Timeline</name>
    <message>
        <source>Session timeline</source>
        <translation>الخط الزمني للجلسة</translation>
    </message>
    <message>
        <source>Left and Right step through the events. Ctrl+T shows them as a table.</source>
        <translation>ينتقل السهمان الأيسر والأيمن بين الأحداث. ويعرضها Ctrl+T كجدول.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <extracomment>{time} is a time such as 19:00</extracomment>
        <translation>الانتهاء: {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <extracomment>{time} is a time such as 23:40</extracomment>
        <translation>حتى {time}</translation>
    </message>
</context>
<context>
    <name>latchkey::TimelineModel</name>
    <message>
        <source>ended</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>good</source>
        <translation>صالح</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column</comment>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Time</source>
        <comment>column</comment>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Until</source>
        <comment>column</comment>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Details</source>
        <comment>column</comment>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>latchkey::TimelineText</name>
    <message>
        <source>Session&apos;s time was up</source>
        <translation>انتهت مدة الجلسة</translation>
    </message>
    <message>
        <source>Session ended by the server</source>
        <translation>أنهى الخادم الجلسة</translation>
    </message>
    <message>
        <source>Account gone</source>
        <translation>لم يعد الحساب موجودًا</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>انتهت الجلسة</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>تم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Session restored</source>
        <translation>استُعيدت الجلسة</translation>
    </message>
    <message>
        <source>Renewed by another window</source>
        <translation>جدّدتها نافذة أخرى</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>جُدّدت</translation>
    </message>
    <message>
        <source>Renewal failed</source>
        <translation>فشل التجديد</translation>
    </message>
    <message>
        <source>Renewal refused</source>
        <translation>رُفض التجديد</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>رُفض الطلب</translation>
    </message>
    <message>
        <source>Computer woke up</source>
        <translation>استيقظ الحاسوب</translation>
    </message>
    <message>
        <source>Computer&apos;s clock was set</source>
        <translation>ضُبطت ساعة الحاسوب</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message>
        <source>S</source>
        <comment>sign-in</comment>
        <extracomment>Mark in the timeline: the person signed in. One letter.</extracomment>
        <translation>د</translation>
    </message>
    <message>
        <source>P</source>
        <comment>program start</comment>
        <extracomment>Mark in the timeline: the saved session was restored at start. One letter.</extracomment>
        <translation>س</translation>
    </message>
    <message>
        <source>R</source>
        <comment>renewed</comment>
        <extracomment>Mark in the timeline: the session was renewed. One letter.</extracomment>
        <translation>ج</translation>
    </message>
    <message>
        <source>Z</source>
        <comment>slept</comment>
        <extracomment>Mark in the timeline: the computer woke from sleep. One letter.</extracomment>
        <translation>ن</translation>
    </message>
    <message>
        <source>C</source>
        <comment>clock</comment>
        <extracomment>Mark in the timeline: the computer&apos;s clock was set. One letter.</extracomment>
        <translation>ض</translation>
    </message>
    <message>
        <source>HTTP {code}</source>
        <extracomment>{code} is an HTTP status code, such as 401</extracomment>
        <translation>HTTP {code}</translation>
    </message>
    <message>
        <source>after {span} of sleep</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>بعد {span} من السكون</translation>
    </message>
    <message>
        <source>{span} back</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} إلى الخلف</translation>
    </message>
    <message>
        <source>{span} ahead</source>
        <extracomment>{span} is a length of time, such as &quot;8 h 2 min&quot;</extracomment>
        <translation>{span} إلى الأمام</translation>
    </message>
    <message>
        <source>token pair {alias}</source>
        <extracomment>{alias} is the number of a pair of tokens, with its sign: &quot;#3&quot;</extracomment>
        <translation>زوج الرموز {alias}</translation>
    </message>
    <message>
        <source>Access token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>رمز الوصول {alias}</translation>
    </message>
    <message>
        <source>Refresh token {alias}</source>
        <extracomment>{alias} is the number of a token, with its sign: &quot;#3&quot;</extracomment>
        <translation>رمز التجديد {alias}</translation>
    </message>
    <message>
        <source>Can be renewed</source>
        <translation>يمكن تجديدها</translation>
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
        <translation>تسجيل دخول من مكان آخر</translation>
    </message>
    <message>
        <source>Access token expired by hand</source>
        <translation>أُنهي رمز الوصول يدويًا</translation>
    </message>
    <message>
        <source>Refresh token expired by hand</source>
        <translation>أُنهي رمز التجديد يدويًا</translation>
    </message>
    <message>
        <source>Demo server: sessions revoked</source>
        <translation>الخادم التجريبي: أُبطلت الجلسات</translation>
    </message>
    <message>
        <source>Fault switched on</source>
        <translation>فُعّل الخلل</translation>
    </message>
    <message>
        <source>Access token restored by hand</source>
        <translation>استُعيد رمز الوصول يدويًا</translation>
    </message>
    <message>
        <source>Refresh token restored by hand</source>
        <translation>استُعيد رمز التجديد يدويًا</translation>
    </message>
    <message>
        <source>Fault switched off</source>
        <translation>أُوقف الخلل</translation>
    </message>
    <message>
        <source>Demo server restarted</source>
        <translation>أُعيد تشغيل الخادم التجريبي</translation>
    </message>
    <message>
        <source>F</source>
        <comment>fault</comment>
        <extracomment>Mark in the timeline: a tester switched a fault on or off. One letter.</extracomment>
        <translation>خ</translation>
    </message>
    <message>
        <source>D</source>
        <comment>demo server</comment>
        <extracomment>Mark in the timeline: the demo server ended and was started again. One letter.</extracomment>
        <translation>ت</translation>
    </message>
    <message>
        <source>?</source>
        <comment>renewal failed</comment>
        <extracomment>Mark in the timeline: a renewal failed. One sign.</extracomment>
        <translation>؟</translation>
    </message>
    <message>
        <source>HTTP {code} from another sender</source>
        <extracomment>{code} is an HTTP status code, such as 403. A firewall, a proxy or the network sent it.</extracomment>
        <translation>HTTP {code} من مُرسِل آخر</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyCard</name>
    <message>
        <source>Copy details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>نسخ السبب</translation>
    </message>
    <message>
        <source>What happened last</source>
        <translation>آخر ما حدث</translation>
    </message>
</context>
<context>
    <name>latchkey::WhyText</name>
    <message>
        <source>What happened last:</source>
        <translation>آخر ما حدث:</translation>
    </message>
    <message>
        <source>Decided by: the server</source>
        <translation>صاحب القرار: الخادم</translation>
    </message>
    <message>
        <source>Decided by: this app, because the time for renewing was up</source>
        <translation>صاحب القرار: هذا التطبيق، لأن مهلة التجديد انتهت</translation>
    </message>
    <message>
        <source>Decided by: this app, because the session&apos;s time was up</source>
        <translation>صاحب القرار: هذا التطبيق، لأن مدة الجلسة انتهت</translation>
    </message>
    <message>
        <source>Decided by: you</source>
        <translation>صاحب القرار: أنت</translation>
    </message>
    <message>
        <source>The server refuses to renew this session.</source>
        <translation>يرفض الخادم تجديد هذه الجلسة.</translation>
    </message>
    <message>
        <source>The time in which this session could be renewed is over.</source>
        <translation>انتهت المهلة التي كان يمكن فيها تجديد هذه الجلسة.</translation>
    </message>
    <message>
        <source>The server no longer accepts a session that should still have been good.</source>
        <translation>لم يعد الخادم يقبل جلسة كان ينبغي أن تبقى صالحة.</translation>
    </message>
    <message>
        <source>The server accepts the session but knows no account for it.</source>
        <translation>يقبل الخادم الجلسة لكنه لا يعرف حسابًا لها.</translation>
    </message>
    <message>
        <source>The server says that a newer sign-in took this session&apos;s place.</source>
        <translation>يقول الخادم إن تسجيل دخول أحدث حلّ محل هذه الجلسة.</translation>
    </message>
    <message>
        <source>The session reached its natural end before it could be renewed.</source>
        <translation>بلغت الجلسة نهايتها الطبيعية قبل أن يمكن تجديدها.</translation>
    </message>
    <message>
        <source>You signed out.</source>
        <translation>لقد سجّلتَ الخروج.</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>session state</comment>
        <translation>البدء</translation>
    </message>
    <message>
        <source>signed out</source>
        <comment>session state</comment>
        <translation>خارج</translation>
    </message>
    <message>
        <source>waiting for the password store</source>
        <comment>session state</comment>
        <translation>في انتظار مخزن كلمات المرور</translation>
    </message>
    <message>
        <source>restoring</source>
        <comment>session state</comment>
        <translation>الاستعادة</translation>
    </message>
    <message>
        <source>signing in</source>
        <comment>session state</comment>
        <translation>يجري الدخول</translation>
    </message>
    <message>
        <source>signed in</source>
        <comment>session state</comment>
        <translation>داخل</translation>
    </message>
    <message>
        <source>renewing</source>
        <comment>session state</comment>
        <translation>التجديد</translation>
    </message>
    <message>
        <source>not renewable</source>
        <comment>session state</comment>
        <translation>غير قابلة للتجديد</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>session state</comment>
        <translation>انتهت</translation>
    </message>
    <message>
        <source>program start</source>
        <comment>cause of a change</comment>
        <translation>بدء البرنامج</translation>
    </message>
    <message>
        <source>you</source>
        <comment>cause of a change</comment>
        <translation>أنت</translation>
    </message>
    <message>
        <source>timer</source>
        <comment>cause of a change</comment>
        <translation>المؤقّت</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <comment>cause of a change</comment>
        <translation>استيقظ الحاسوب</translation>
    </message>
    <message>
        <source>the network came back</source>
        <comment>cause of a change</comment>
        <translation>عادت الشبكة</translation>
    </message>
    <message>
        <source>a request was refused</source>
        <comment>cause of a change</comment>
        <translation>رُفض طلب</translation>
    </message>
    <message>
        <source>the server refused</source>
        <comment>cause of a change</comment>
        <translation>رفض الخادم</translation>
    </message>
    <message>
        <source>time was up</source>
        <comment>cause of a change</comment>
        <translation>انتهى الوقت</translation>
    </message>
    <message>
        <source>password store</source>
        <comment>cause of a change</comment>
        <translation>مخزن كلمات المرور</translation>
    </message>
    <message>
        <source>another window</source>
        <comment>cause of a change</comment>
        <translation>نافذة أخرى</translation>
    </message>
    <message>
        <source>the computer goes to sleep</source>
        <comment>cause of a change</comment>
        <translation>يدخل الحاسوب في السكون</translation>
    </message>
    <message>
        <source>Time: {time}</source>
        <extracomment>{time} is a date and time, as 2026-12-21T09:00:00+01:00</extracomment>
        <translation>الوقت: {time}</translation>
    </message>
    <message>
        <source>{time}  {from} → {to} ({cause})</source>
        <extracomment>A change of the session. {time}, such as 19:00:02; {from} and {to} are states; {cause} is why</extracomment>
        <translation>{time} {from} ← {to} ({cause})</translation>
    </message>
    <message>
        <source>{from} → {to} ({cause})</source>
        <extracomment>A change of the session. {from} and {to} are states; {cause} is why</extracomment>
        <translation>{from} ← {to} ({cause})</translation>
    </message>
    <message>
        <source>The server</source>
        <comment>who decided</comment>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>This app</source>
        <comment>who decided</comment>
        <translation>هذا التطبيق</translation>
    </message>
    <message>
        <source>You</source>
        <comment>who decided</comment>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>صاحب القرار</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>حالة HTTP</translation>
    </message>
    <message>
        <source>The server says</source>
        <translation>يقول الخادم</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>another server</source>
        <extracomment>Stands for {other}, the server that a certificate or redirect names, if it names none.</extracomment>
        <translation>خادم آخر</translation>
    </message>
    <message>
        <source>Enter your email address.</source>
        <translation>أدخل عنوان بريدك الإلكتروني.</translation>
    </message>
    <message>
        <source>This doesn&apos;t look like an email address. Check it, or sign in anyway.</source>
        <translation>لا يبدو هذا عنوان بريد إلكتروني. تحقّق منه، أو سجّل الدخول على أي حال.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>أدخل كلمة مرورك.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>مفتاح الأحرف الكبيرة مفعّل.</translation>
    </message>
    <message>
        <source>Enter a full web address, for example https://api.example.com.</source>
        <translation>أدخل عنوان ويب كاملًا، مثل https://api.example.com.</translation>
    </message>
    <message>
        <source>This address isn&apos;t encrypted. Use https://. Plain http:// is allowed only for this computer.</source>
        <translation>هذا العنوان غير مشفَّر. استخدم بروتوكول https. يُسمح ببروتوكول http البسيط لهذا الحاسوب فقط.</translation>
    </message>
    <message>
        <source>Signing in...</source>
        <translation>يجري تسجيل الدخول...</translation>
    </message>
    <message>
        <source>Contacting {host}...</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>يجري الاتصال بـ {host}...</translation>
    </message>
    <message>
        <source>Still waiting for {host}. You can keep waiting or cancel.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>ما زلنا ننتظر {host}. يمكنك متابعة الانتظار أو الإلغاء.</translation>
    </message>
    <message numerus="yes">
        <source>{host} is taking longer than usual ({n} s).</source>
        <extracomment>{host} is the name of the server; {n} is how many seconds have gone by.</extracomment>
        <translation>
            <numerusform>يستغرق {host} وقتًا أطول من المعتاد ({n} ث).</numerusform>
            <numerusform>يستغرق {host} وقتًا أطول من المعتاد ({n} ث).</numerusform>
            <numerusform>يستغرق {host} وقتًا أطول من المعتاد ({n} ث).</numerusform>
            <numerusform>يستغرق {host} وقتًا أطول من المعتاد ({n} ث).</numerusform>
            <numerusform>يستغرق {host} وقتًا أطول من المعتاد ({n} ث).</numerusform>
            <numerusform>يستغرق {host} وقتًا أطول من المعتاد ({n} ث).</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign-in cancelled. Nothing was saved.</source>
        <translation>أُلغي تسجيل الدخول. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive.</source>
        <translation>البريد الإلكتروني أو كلمة المرور غير صحيحة. تحقّق منهما وحاول من جديد. تُفرّق كلمات المرور بين الأحرف الكبيرة والصغيرة.</translation>
    </message>
    <message>
        <source>Email or password is incorrect. Check both and try again. Passwords are case-sensitive. If you&apos;ve forgotten your password, contact the administrator of {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>البريد الإلكتروني أو كلمة المرور غير صحيحة. تحقّق منهما وحاول من جديد. تُفرّق كلمات المرور بين الأحرف الكبيرة والصغيرة. إذا نسيت كلمة مرورك فتواصل مع مسؤول {host}.</translation>
    </message>
    <message>
        <source>You can&apos;t sign in to {host} with this account. The server refused access. Contact its administrator and quote {ref}.</source>
        <extracomment>{host} is the name of the server; {ref} is what to tell an administrator: a code and a time.</extracomment>
        <translation>لا يمكنك تسجيل الدخول إلى {host} بهذا الحساب. رفض الخادم الوصول. تواصل مع مسؤوله واذكر {ref}.</translation>
    </message>
    <message>
        <source>The server couldn&apos;t read the sign-in request. This isn&apos;t a problem with your password. Check the server address or try again.</source>
        <translation>لم يتمكن الخادم من قراءة طلب تسجيل الدخول. المشكلة ليست في كلمة مرورك. تحقّق من عنوان الخادم أو حاول من جديد.</translation>
    </message>
    <message>
        <source>Sign-in isn&apos;t available at this address. {host} answered, but has no sign-in service there.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>تسجيل الدخول غير متاح على هذا العنوان. ردّ {host}، لكن ليس لديه خدمة لتسجيل الدخول هناك.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again in {mm:ss}.</source>
        <extracomment>{mm:ss} is a countdown, such as 4:05.</extracomment>
        <translation>محاولات كثيرة جدًا. يمكنك المحاولة من جديد بعد مرور {mm:ss}.</translation>
    </message>
    <message>
        <source>Too many attempts. You can try again now.</source>
        <translation>محاولات كثيرة جدًا. يمكنك المحاولة من جديد الآن.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your details weren&apos;t the cause. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>يواجه {host} مشكلة الآن. لم تكن بياناتك السبب. حاول من جديد بعد لحظات.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again after {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>{host} متوقف للصيانة. حاول من جديد بعد {time}.</translation>
    </message>
    <message>
        <source>{host} is down for maintenance. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>{host} متوقف للصيانة. حاول من جديد بعد لحظات.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. What you typed is still here.</source>
        <translation>أنت غير متصل. اتصل بالإنترنت وحاول من جديد. ما كتبته لا يزال هنا.</translation>
    </message>
    <message>
        <source>Can&apos;t find {host}. Check the server address and your connection.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>تعذّر العثور على {host}. تحقّق من عنوان الخادم ومن اتصالك.</translation>
    </message>
    <message>
        <source>{host} isn&apos;t accepting connections. It may be switched off or blocked by a firewall.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>لا يقبل {host} الاتصالات. ربما يكون متوقفًا أو محجوبًا بجدار ناري.</translation>
    </message>
    <message numerus="yes">
        <source>{host} didn&apos;t answer within {n} seconds.</source>
        <extracomment>{host} is the name of the server; {n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>لم يردّ {host} على الفور.</numerusform>
            <numerusform>لم يردّ {host} خلال ثانية واحدة.</numerusform>
            <numerusform>لم يردّ {host} خلال ثانيتين.</numerusform>
            <numerusform>لم يردّ {host} خلال {n} ثوانٍ.</numerusform>
            <numerusform>لم يردّ {host} خلال {n} ثانية.</numerusform>
            <numerusform>لم يردّ {host} خلال {n} ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Nothing was saved.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>انقطع الاتصال بـ {host}. لم يُحفظ شيء.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>الاتصال بـ {host} ليس آمنًا. لا يثق هذا الحاسوب بشهادته. لم تُرسَل كلمة مرورك.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>الاتصال بـ {host} ليس آمنًا. انتهت صلاحية شهادته في {date}. لم تُرسَل كلمة مرورك.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your password was not sent.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>الاتصال بـ {host} ليس آمنًا. أُصدرت شهادته لـ {other}. لم تُرسَل كلمة مرورك.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time. It is set to {local}, which makes {host}&apos;s certificate look invalid.</source>
        <extracomment>{local} is this computer&apos;s date and time; {host} is the name of the server.</extracomment>
        <translation>تحقّق من تاريخ هذا الحاسوب ووقته. إنه مضبوط على {local}، مما يجعل شهادة {host} تبدو غير صالحة.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. {host} was redirected to {other}. Open a browser, sign in to the network, then try again.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>تطلب هذه الشبكة تسجيل الدخول إليها أولًا. أُعيد توجيه {host} إلى {other}. افتح متصفحًا وسجّل الدخول إلى الشبكة ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>Your proxy needs a user name and password.</source>
        <translation>يتطلب الوكيل اسم مستخدم وكلمة مرور.</translation>
    </message>
    <message>
        <source>{host} tried to send your sign-in to {other}. The app stopped; your password went only to {host}.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>حاول {host} إرسال بيانات دخولك إلى {other}. توقّف التطبيق؛ ولم تصل كلمة مرورك إلا إلى {host}.</translation>
    </message>
    <message>
        <source>{host} sent an answer this app can&apos;t read. It may be the wrong server, or the app may need an update.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>أرسل {host} ردًا لا يستطيع هذا التطبيق قراءته. ربما هو الخادم الخطأ، أو يحتاج التطبيق إلى تحديث.</translation>
    </message>
    <message>
        <source>{host} accepted your password but didn&apos;t start a session. Try again, or contact its administrator.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>قبِل {host} كلمة مرورك لكنه لم يبدأ جلسة. حاول من جديد أو تواصل مع مسؤوله.</translation>
    </message>
    <message>
        <source>{host} refused the request (code {n}).</source>
        <extracomment>{host} is the name of the server; {n} is an HTTP status such as 418.</extracomment>
        <translation>رفض {host} الطلب (الرمز {n}).</translation>
    </message>
    <message>
        <source>This computer has no password store. You can sign in, but you&apos;ll need to sign in again next time.</source>
        <translation>ليس في هذا الحاسوب مخزن لكلمات المرور. يمكنك تسجيل الدخول، لكن ستحتاج إلى تكراره في المرة القادمة.</translation>
    </message>
    <message>
        <source>{keychain} refused access. Allow this app in {keychain}, or continue without saving.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>رفض {keychain} الوصول. اسمح لهذا التطبيق في {keychain}، أو تابع دون حفظ.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but your session couldn&apos;t be saved. You&apos;ll need to sign in next time.</source>
        <translation>تم تسجيل دخولك، لكن تعذّر حفظ جلستك. ستحتاج إلى تسجيل الدخول في المرة القادمة.</translation>
    </message>
    <message>
        <source>The saved session couldn&apos;t be read and was left where it is. Sign in again.</source>
        <translation>تعذّرت قراءة الجلسة المحفوظة وتُركت في مكانها. سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>Your session ended at {time}. Sign in again as {email} to continue where you were.</source>
        <extracomment>{time} is a time of day, or a date with it; {email} is an email address.</extracomment>
        <translation>انتهت جلستك ({time}). سجّل الدخول من جديد باسم {email} لتتابع من حيث كنت.</translation>
    </message>
    <message>
        <source>Your session ended. Sign in again to continue where you were.</source>
        <translation>انتهت جلستك. سجّل الدخول من جديد لتتابع من حيث كنت.</translation>
    </message>
    <message>
        <source>{host} ended your session early. It was due to last until {time}. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>أنهى {host} جلستك قبل أوانها. كان من المفترض أن تستمر حتى {time}. الأسباب المعتادة: تسجيل دخول من جهاز آخر، أو تغيير كلمة المرور، أو إعادة تشغيل الخادم.</translation>
    </message>
    <message>
        <source>{host} ended your session early. Usual causes: a sign-in on another device, a changed password, or a server restart.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>أنهى {host} جلستك قبل أوانها. الأسباب المعتادة: تسجيل دخول من جهاز آخر، أو تغيير كلمة المرور، أو إعادة تشغيل الخادم.</translation>
    </message>
    <message>
        <source>You signed in on another device. This computer was signed out at {time}. If that wasn&apos;t you, change your password.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>سجّلتَ الدخول من جهاز آخر. سُجّل خروج هذا الحاسوب ({time}). إن لم تكن أنت من فعل ذلك فغيّر كلمة مرورك.</translation>
    </message>
    <message>
        <source>This account no longer exists on {host}.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>لم يعد هذا الحساب موجودًا على {host}.</translation>
    </message>
    <message>
        <source>You&apos;re signed in, but you aren&apos;t allowed to see this profile.</source>
        <translation>لقد سجّلت الدخول، لكن لا يُسمح لك برؤية هذا الملف الشخصي.</translation>
    </message>
    <message numerus="yes">
        <source>Your session ends in {n} minutes and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>تنتهي جلستك خلال أقل من دقيقة ولا يمكن تجديدها. سجّل الدخول من جديد الآن لتبقى مسجَّل الدخول.</numerusform>
            <numerusform>تنتهي جلستك بعد دقيقة واحدة ولا يمكن تجديدها. سجّل الدخول من جديد الآن لتبقى مسجَّل الدخول.</numerusform>
            <numerusform>تنتهي جلستك بعد دقيقتين ولا يمكن تجديدها. سجّل الدخول من جديد الآن لتبقى مسجَّل الدخول.</numerusform>
            <numerusform>تنتهي جلستك بعد {n} دقائق ولا يمكن تجديدها. سجّل الدخول من جديد الآن لتبقى مسجَّل الدخول.</numerusform>
            <numerusform>تنتهي جلستك بعد {n} دقيقة ولا يمكن تجديدها. سجّل الدخول من جديد الآن لتبقى مسجَّل الدخول.</numerusform>
            <numerusform>تنتهي جلستك بعد {n} دقيقة ولا يمكن تجديدها. سجّل الدخول من جديد الآن لتبقى مسجَّل الدخول.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your session ends within a minute and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <translation>تنتهي جلستك خلال دقيقة ولا يمكن تجديدها. سجّل الدخول من جديد الآن لتبقى مسجَّل الدخول.</translation>
    </message>
    <message>
        <source>Your session ends on {time} and can&apos;t be renewed. Sign in again to stay signed in.</source>
        <extracomment>{time} is a date with a time of day.</extracomment>
        <translation>تنتهي جلستك ({time}) ولا يمكن تجديدها. سجّل الدخول من جديد لتبقى مسجَّل الدخول.</translation>
    </message>
    <message numerus="yes">
        <source>Can&apos;t renew your session yet. Trying again in {n} s. You can keep working until {time}.</source>
        <extracomment>{n} is a number of seconds; {time} is a time of day, or a date with it.</extracomment>
        <translation>
            <numerusform>تعذّر تجديد جلستك حتى الآن. تجري المحاولة الآن. يمكنك مواصلة العمل حتى {time}.</numerusform>
            <numerusform>تعذّر تجديد جلستك حتى الآن. المحاولة التالية بعد ثانية واحدة. يمكنك مواصلة العمل حتى {time}.</numerusform>
            <numerusform>تعذّر تجديد جلستك حتى الآن. المحاولة التالية بعد ثانيتين. يمكنك مواصلة العمل حتى {time}.</numerusform>
            <numerusform>تعذّر تجديد جلستك حتى الآن. المحاولة التالية بعد {n} ثوانٍ. يمكنك مواصلة العمل حتى {time}.</numerusform>
            <numerusform>تعذّر تجديد جلستك حتى الآن. المحاولة التالية بعد {n} ثانية. يمكنك مواصلة العمل حتى {time}.</numerusform>
            <numerusform>تعذّر تجديد جلستك حتى الآن. المحاولة التالية بعد {n} ثانية. يمكنك مواصلة العمل حتى {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>ساعة هذا الحاسوب متقدمة بأقل من دقيقة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بدقيقة واحدة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بدقيقتين. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بـ {n} دقائق. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بـ {n} دقيقة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بـ {n} دقيقة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>ساعة هذا الحاسوب متأخرة بأقل من دقيقة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بدقيقة واحدة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بدقيقتين. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بـ {n} دقائق. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بـ {n} دقيقة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بـ {n} دقيقة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>لقد سجّلت الخروج. حُذفت الجلسة المحفوظة من هذا الحاسوب. لا يوفّر {host} تسجيل خروج عن بُعد، لذا تبقى تلك الجلسة صالحة هناك حتى {time}.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. The saved session was removed from this computer.</source>
        <translation>لقد سجّلت الخروج. حُذفت الجلسة المحفوظة من هذا الحاسوب.</translation>
    </message>
    <message>
        <source>You&apos;re signed out. {host} has no remote sign-out, so that session stays valid there until {time}.</source>
        <extracomment>{host} is the name of the server; {time} is a time of day, or a date with it.</extracomment>
        <translation>لقد سجّلت الخروج. لا يوفّر {host} تسجيل خروج عن بُعد، لذا تبقى تلك الجلسة صالحة هناك حتى {time}.</translation>
    </message>
    <message>
        <source>You&apos;re signed out.</source>
        <translation>لقد سجّلت الخروج.</translation>
    </message>
    <message numerus="yes">
        <source>Still there? You&apos;ll be signed out in {n} s.</source>
        <extracomment>{n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>هل ما زلت هنا؟ سيُسجَّل خروجك الآن.</numerusform>
            <numerusform>هل ما زلت هنا؟ سيُسجَّل خروجك بعد ثانية واحدة.</numerusform>
            <numerusform>هل ما زلت هنا؟ سيُسجَّل خروجك بعد ثانيتين.</numerusform>
            <numerusform>هل ما زلت هنا؟ سيُسجَّل خروجك بعد {n} ثوانٍ.</numerusform>
            <numerusform>هل ما زلت هنا؟ سيُسجَّل خروجك بعد {n} ثانية.</numerusform>
            <numerusform>هل ما زلت هنا؟ سيُسجَّل خروجك بعد {n} ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>You&apos;re offline. Showing your profile as of {time}.</source>
        <extracomment>{time} is a time of day, or a date with it.</extracomment>
        <translation>أنت غير متصل. يُعرض ملفك الشخصي كما كان في {time}.</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <extracomment>{code} is the error&apos;s technical name, in English.</extracomment>
        <translation>الرمز: {code}</translation>
    </message>
    <message>
        <source>HTTP status: {n}</source>
        <extracomment>{n} is an HTTP status such as 403.</extracomment>
        <translation>حالة HTTP: {n}</translation>
    </message>
    <message>
        <source>The server says: {words}</source>
        <extracomment>{words} is what the server answered, in its own language.</extracomment>
        <translation>يقول الخادم: {words}</translation>
    </message>
    <message>
        <source>Technical detail: {detail}</source>
        <extracomment>{detail} is an explanation for technicians, in English.</extracomment>
        <translation>تفصيل تقني: {detail}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول من جديد</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>حاول الآن</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>استخدم حسابًا آخر</translation>
    </message>
    <message>
        <source>Change server</source>
        <translation>تغيير الخادم</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>View certificate</source>
        <translation>عرض الشهادة</translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation>فتح المتصفح</translation>
    </message>
    <message>
        <source>Proxy settings</source>
        <translation>إعدادات الوكيل</translation>
    </message>
    <message>
        <source>Sign in without it</source>
        <translation>سجّل الدخول من دونه</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>سجّل الدخول من جديد</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>لماذا؟</translation>
    </message>
    <message>
        <source>Remind me at 1 minute</source>
        <translation>ذكّرني قبل انتهائها بدقيقة</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>البقاء مسجّل الدخول</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Sign out of this account</source>
        <extracomment>For screen readers, a message&apos;s button &quot;Sign out&quot;: begin with the same words.</extracomment>
        <translation>تسجيل الخروج من هذا الحساب</translation>
    </message>
    <message>
        <source>{status}, {time}</source>
        <extracomment>What to quote to an administrator. {status} is such as HTTP 403, {time} a time of day.</extracomment>
        <translation>{status}، {time}</translation>
    </message>
    <message>
        <source>The answer says: {words}</source>
        <extracomment>{words} is what something between this computer and the server answered, in its own language.</extracomment>
        <translation>جاء في الرد: {words}</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your password was not judged.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>ردّ طرف آخر بينك وبين {host}. وصلت صفحة من جدار ناري أو وكيل أو من شبكتك ({status}). لم تُفحَص كلمة مرورك.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). Your session is kept.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>ردّ طرف آخر بينك وبين {host}. وصلت صفحة من جدار ناري أو وكيل أو من شبكتك ({status}). جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>Something between you and {host} answered. A firewall, a proxy or your network sent its own page ({status}). So this test can&apos;t tell whether you can sign in there.</source>
        <extracomment>{host} is the name of the server; {status} is such as HTTP 403.</extracomment>
        <translation>ردّ طرف آخر بينك وبين {host}. وصلت صفحة من جدار ناري أو وكيل أو من شبكتك ({status}). لذا لا يبيّن هذا الاختبار ما إذا كان بإمكانك تسجيل الدخول هناك.</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>إلغاء القفل…</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>احفظها</translation>
    </message>
    <message>
        <source>{keychain} is locked. Unlock it to restore your session.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>مخزن {keychain} مقفل. ألغِ قفله لاستعادة جلستك.</translation>
    </message>
    <message>
        <source>Still locked. Unlock {keychain} to restore your session, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>ما زال مقفلًا. ألغِ قفل {keychain} لاستعادة جلستك، أو سجّل الدخول من دونه.</translation>
    </message>
    <message>
        <source>{keychain} is asking. It wants its password, or to know whether Latchkey may read your session. Answer it, and your session is restored.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>يسأل {keychain}. يريد كلمة مروره، أو أن يعرف هل يجوز لـ Latchkey قراءة جلستك. أجب عنه وستُستعاد جلستك.</translation>
    </message>
    <message>
        <source>{keychain} doesn&apos;t answer. Your saved session is kept. Try again, or sign in without it.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>لا يرد {keychain}. جلستك المحفوظة باقية. أعد المحاولة، أو سجّل الدخول من دونه.</translation>
    </message>
    <message>
        <source>{keychain} refuses Latchkey until one of them is restarted. Restart either of them, and allow access when you are asked. Your saved session is kept.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>يرفض {keychain} برنامج Latchkey حتى يُعاد تشغيل أحدهما. أعد تشغيل أي منهما، واسمح بالوصول عندما تُسأل. جلستك المحفوظة باقية.</translation>
    </message>
    <message>
        <source>Latchkey was started with --no-keychain. Your session is not saved, and you&apos;ll need to sign in again next time.</source>
        <translation>بدأ التشغيل بالأمر latchkey --no-keychain. جلستك غير محفوظة، وستحتاج إلى تسجيل الدخول من جديد في المرة القادمة.</translation>
    </message>
    <message>
        <source>This session is not saved. You&apos;ll need to sign in again next time.</source>
        <translation>هذه الجلسة غير محفوظة. ستحتاج إلى تسجيل الدخول من جديد في المرة القادمة.</translation>
    </message>
    <message>
        <source>Saving has stopped for this run, unless {keychain} comes back. Your session goes on, but you may need to sign in again next time.</source>
        <extracomment>{keychain} is the name of the password store.</extracomment>
        <translation>توقف الحفظ حتى التشغيل القادم، ما لم يعد {keychain}. جلستك مستمرة، لكن قد تحتاج إلى تسجيل الدخول من جديد في المرة القادمة.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it, and a saved session is restored. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>مخزن كلمات المرور لا يعمل. شغّله لتُستعاد جلسة محفوظة. يمكنك تسجيل الدخول من دونه، لكن ستحتاج إلى تكراره في المرة القادمة.</translation>
    </message>
    <message>
        <source>Your password store isn&apos;t running. Start it to stay signed in. You can sign in without it, but you&apos;ll need to sign in again next time.</source>
        <translation>مخزن كلمات المرور لا يعمل. شغّله لتبقى مسجّل الدخول. يمكنك تسجيل الدخول من دونه، لكن ستحتاج إلى تكراره في المرة القادمة.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Your session is kept. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>يواجه {host} مشكلة الآن. جلستك باقية كما هي. حاول من جديد بعد لحظات.</translation>
    </message>
    <message>
        <source>{host} has a problem right now. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>يواجه {host} مشكلة الآن. حاول من جديد بعد لحظات.</translation>
    </message>
    <message>
        <source>You&apos;re offline. Connect to the internet and try again. Your session is kept.</source>
        <translation>أنت غير متصل. اتصل بالإنترنت وحاول من جديد. جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>انقطع الاتصال بـ {host}. جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>The connection to {host} was interrupted. Try again in a moment.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>انقطع الاتصال بـ {host}. حاول من جديد بعد لحظات.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate expired on {date}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {date} is a date.</extracomment>
        <translation>الاتصال بـ {host} ليس آمنًا. انتهت صلاحية شهادته في {date}. جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate was issued for {other}. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>الاتصال بـ {host} ليس آمنًا. أُصدرت شهادته لـ {other}. جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>The connection to {host} isn&apos;t private. Its certificate isn&apos;t trusted by this computer. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>الاتصال بـ {host} ليس آمنًا. لا يثق هذا الحاسوب بشهادته. جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there. Your session is kept.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>حاول {host} إرسال هذا الطلب إلى {other}. توقّف التطبيق؛ ولم يُرسَل شيء إلى هناك. جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>{host} tried to send this request to {other}. The app stopped; nothing was sent there.</source>
        <extracomment>{host} is the name of the server; {other} is the name of another server.</extracomment>
        <translation>حاول {host} إرسال هذا الطلب إلى {other}. توقّف التطبيق؛ ولم يُرسَل شيء إلى هناك.</translation>
    </message>
    <message>
        <source>This network wants you to sign in first. Open a browser, sign in to the network, then try again.</source>
        <translation>تطلب هذه الشبكة تسجيل الدخول إليها أولًا. افتح متصفحًا وسجّل الدخول إلى الشبكة ثم حاول من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>ساعة هذا الحاسوب متقدمة بأقل من ساعة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بساعة واحدة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بساعتين. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بـ {n} ساعات. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بـ {n} ساعة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متقدمة بـ {n} ساعة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>ساعة هذا الحاسوب متأخرة بأقل من ساعة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بساعة واحدة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بساعتين. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بـ {n} ساعات. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بـ {n} ساعة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
            <numerusform>ساعة هذا الحاسوب متأخرة بـ {n} ساعة. قد تنتهي الجلسات قبل أوانها. اضبط الوقت تلقائيًا من إعدادات النظام.</numerusform>
        </translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your password was not sent.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>تعذّر إنشاء اتصال آمن بـ {host}. ربما لا يوفّره الخادم على هذا العنوان. لم تُرسَل كلمة مرورك.</translation>
    </message>
    <message>
        <source>No secure connection to {host} could be made. The server may not offer one at this address. Your session is kept.</source>
        <extracomment>{host} is the name of the server.</extracomment>
        <translation>تعذّر إنشاء اتصال آمن بـ {host}. ربما لا يوفّره الخادم على هذا العنوان. جلستك باقية كما هي.</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>استخدم هذا العنوان</translation>
    </message>
    <message>
        <source>{host} has moved. It points to {address} now, and nothing was sent there yet.</source>
        <extracomment>{host} is the name of the server; {address} is a web address.</extracomment>
        <translation>انتقل {host}. إنه يشير الآن إلى {address}، ولم يُرسَل شيء إلى هناك بعد.</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>قبل أقل من دقيقة</numerusform>
            <numerusform>قبل دقيقة واحدة</numerusform>
            <numerusform>قبل دقيقتين</numerusform>
            <numerusform>قبل {n} دقائق</numerusform>
            <numerusform>قبل {n} دقيقة</numerusform>
            <numerusform>قبل {n} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>قبل أقل من ساعة</numerusform>
            <numerusform>قبل ساعة واحدة</numerusform>
            <numerusform>قبل ساعتين</numerusform>
            <numerusform>قبل {n} ساعات</numerusform>
            <numerusform>قبل {n} ساعة</numerusform>
            <numerusform>قبل {n} ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>قبل أقل من يوم</numerusform>
            <numerusform>قبل يوم واحد</numerusform>
            <numerusform>قبل يومين</numerusform>
            <numerusform>قبل {n} أيام</numerusform>
            <numerusform>قبل {n} يومًا</numerusform>
            <numerusform>قبل {n} يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>{a} d {b} h</source>
        <extracomment>A duration in short signs. {a} is days, {b} hours.</extracomment>
        <translation>{a} ي {b} س</translation>
    </message>
    <message>
        <source>{a} h {b} min</source>
        <extracomment>A duration in short signs. {a} is hours, {b} minutes.</extracomment>
        <translation>{a} س {b} د</translation>
    </message>
    <message>
        <source>{a} min</source>
        <extracomment>A duration in short signs. {a} is minutes.</extracomment>
        <translation>{a} د</translation>
    </message>
    <message>
        <source>{a} s</source>
        <extracomment>A duration in short signs. {a} is seconds.</extracomment>
        <translation>{a} ث</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <extracomment>{date} is a date such as 21 December 2026, {time} a time of day.</extracomment>
        <translation>{date}، {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>{n} s</source>
        <extracomment>{n} is seconds with a sign: +0.4</extracomment>
        <translation>{n} ث</translation>
    </message>
    <message>
        <source>{n} h</source>
        <extracomment>{n} is hours with a sign: +3</extracomment>
        <translation>{n} س</translation>
    </message>
    <message>
        <source>{n} d</source>
        <extracomment>{n} is days with a sign: +2</extracomment>
        <translation>{n} ي</translation>
    </message>
</context>
</TS>
