#include "tests/rules/checks.h"
#include "tests/rules/promisescanner.h"
#include "tests/support/testprogram.h"

using namespace latchkey::rules;

class TestPromiseScanner : public QObject
{
    Q_OBJECT

private slots:
    void theProjectsFormsArePlain() { VERIFY_NONE(guessingLabelsInForms(project())); }
    void theProjectsLabelsArePlain() { VERIFY_NONE(guessingLabelsInCode(project())); }
    void theProjectMakesRequestsInOnePlace() { VERIFY_NONE(scatteredRequests(project())); }

    void forms_data();
    void forms();
    void labelsInCode_data();
    void labelsInCode();
    void countsHeaderAndSourceTogether();
    void requests_data();
    void requests();
};

namespace
{

QString form(const QString &labels)
{
    return QStringLiteral(
               "<ui version=\"4.0\"><widget class=\"QWidget\" name=\"page\">%1</widget></ui>")
        .arg(labels);
}

const QString plainLabel = QStringLiteral(
    "<widget class=\"QLabel\" name=\"plainLabel\"><property "
    "name=\"text\"><string>a</string></property>"
    "<property name=\"textFormat\"><enum>Qt::PlainText</enum></property></widget>");
const QString guessingLabel
    = QStringLiteral("<widget class=\"QLabel\" name=\"guessingLabel\"><property "
                     "name=\"text\"><string>a</string></property></widget>");
const QString richLabel
    = QStringLiteral("<widget class=\"QLabel\" name=\"richLabel\"><property "
                     "name=\"textFormat\"><enum>Qt::RichText</enum></property></widget>");

QString allManners()
{
    return QStringLiteral("QNetworkRequest r(request.url);"
                          "r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, a);"
                          "r.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, a);"
                          "r.setAttribute(QNetworkRequest::CookieLoadControlAttribute, a);"
                          "r.setAttribute(QNetworkRequest::CookieSaveControlAttribute, a);"
                          "r.setAttribute(QNetworkRequest::CacheLoadControlAttribute, a);"
                          "r.setAttribute(QNetworkRequest::CacheSaveControlAttribute, a);"
                          "r.setAttribute(QNetworkRequest::Http2AllowedAttribute, a);");
}

} // namespace

void TestPromiseScanner::forms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("plain") << form(plainLabel) << 0;
    QTest::newRow("guessing") << form(guessingLabel) << 1;
    QTest::newRow("rich") << form(richLabel) << 1;
    QTest::newRow("plain does not cover its neighbours")
        << form(guessingLabel + plainLabel + guessingLabel) << 2;
    QTest::newRow("other widgets")
        << form(QStringLiteral("<widget class=\"QPushButton\" name=\"b\"/>")) << 0;
    QTest::newRow("broken file") << form(plainLabel).chopped(5) << 1;
}

void TestPromiseScanner::forms()
{
    QFETCH(QString, text);
    QTEST(static_cast<int>(guessingLabelsInForms({{QStringLiteral("ui/a.ui"), text}}).size()),
          "count");
}

void TestPromiseScanner::labelsInCode_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("count");
    const auto row = [](const char *code, int count) {
        QTest::newRow(code) << QString::fromLatin1(code) << count;
    };
    row("auto *l = new QLabel(this);", 1);
    row("auto *l = new QLabel(this); l->setTextFormat(Qt::PlainText);", 0);
    row("auto *l = new QLabel(this); l->setTextFormat(Qt::PlainText); auto *m = new QLabel(this);",
        1);
    row("auto *l = new QLabel(this); // setTextFormat(Qt::PlainText)", 1);
    row("auto l = std::make_unique<QLabel>();", 1);
    row("class Avatar : public QLabel {};", 1);
    row("QMessageBox box(this);", 1);
    row("QMessageBox box{this}; box.setTextFormat(Qt::PlainText);", 0);
    row("void show(QLabel *label, QLabel &other);", 0);
    row("QLabel *label = ui->label; class QLabel;", 0);
}

void TestPromiseScanner::labelsInCode()
{
    QFETCH(QString, code);
    QTEST(static_cast<int>(guessingLabelsInCode({{QStringLiteral("ui/a.cpp"), code}}).size()),
          "count");
}

void TestPromiseScanner::countsHeaderAndSourceTogether()
{
    const SourceFile header{QStringLiteral("ui/a.h"),
                            QStringLiteral("class A : public QLabel {};")};
    const SourceFile source{QStringLiteral("ui/a.cpp"),
                            QStringLiteral("setTextFormat(Qt::PlainText);")};
    const SourceFile other{QStringLiteral("ui/b.cpp"), source.text};
    QVERIFY(guessingLabelsInCode({header, source}).isEmpty());
    QCOMPARE(guessingLabelsInCode({header, other}).size(), 1);
}

void TestPromiseScanner::requests_data()
{
    QTest::addColumn<QString>("factory");
    QTest::addColumn<QString>("elsewhere");
    QTest::addColumn<bool>("good");
    QString careless = allManners();
    careless.remove(QStringLiteral("r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, a);"));
    QTest::newRow("one place") << allManners() << QString{} << true;
    QTest::newRow("one forgotten") << careless << QString{} << false;
    QTest::newRow("said in a comment only")
        << careless + QStringLiteral("// RedirectPolicyAttribute") << QString{} << false;
    QTest::newRow("none at all") << QString{} << QString{} << false;
    QTest::newRow("set twice") << allManners() + allManners() << QString{} << false;
    QTest::newRow("two factories") << allManners() << allManners() << false;
    QTest::newRow("one set elsewhere")
        << careless
        << QStringLiteral("r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, b);") << false;
    const auto elsewhere = [](const char *code, bool good) {
        QTest::newRow(code) << allManners() << QString::fromLatin1(code) << good;
    };
    elsewhere("m_manager.get(QNetworkRequest(url));", false);
    elsewhere("m_manager.get(QNetworkRequest{url});", false);
    elsewhere("QNetworkRequest request;", false);
    elsewhere("QNetworkRequest request(avatarUrl);", false);
    elsewhere("m_manager.setRedirectPolicy(a);", false);
    elsewhere("const QNetworkRequest request = makeNetworkRequest(what);", true);
    elsewhere("QNetworkRequest makeNetworkRequest(const HttpRequest &request);", true);
    elsewhere("reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);", true);
}

void TestPromiseScanner::requests()
{
    QFETCH(QString, factory);
    QFETCH(QString, elsewhere);
    const SourceFiles files{{QStringLiteral("app/api/factory.cpp"), factory},
                            {QStringLiteral("app/api/other.cpp"), elsewhere}};
    QTEST(scatteredRequests(files).isEmpty(), "good");
}

LATCHKEY_TEST(TestPromiseScanner, QCoreApplication)
#include "tst_promisescanner.moc"
