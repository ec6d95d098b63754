#pragma once

#include "tests/gui/guisupport.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakehttp.h"
#include "tests/support/fakestore.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

namespace latchkey::test
{

using std::chrono::hours;
using std::chrono::milliseconds;

// As the API says no; 400 to a profile: the user is gone (api.md).
inline HttpReply refusal(int status)
{
    if (status == 400)
        return jsonReply(400,
                         R"({"path":"/api/v1/auth/profile","name":"EntityNotFoundError",)"
                         R"("message":"Could not find any entity of type \"User\" matching: )"
                         R"({\n    \"id\": 1\n}"})");
    return jsonReply(
        status, R"({"message":"Unauthorized","statusCode":)" + QByteArray::number(status) + '}');
}

// As a firewall says it.
inline HttpReply foreignPage(int status)
{
    HttpReply reply = jsonReply(status, "<html><h1>Blocked</h1></html>");
    reply.headers.insert("content-type", "text/html");
    return reply;
}

// What outlives a run of the program.
struct World {
    QTemporaryDir folder;
    FakeClock clock;
    FakeHttp http;
    FakeStore store;
    milliseconds accessLife = hours(480);
    milliseconds refreshLife = hours(10);
    QByteArray avatarField = R"("avatar":"https://pics.example/1.png")";
    int loginStatus = 201;
    int profileStatus = 200;
    bool offline = false;
    Settings settings;
    milliseconds idleSignOut{0};
    int serial = 0;
    int subject = 1; // who last signed in

    World()
    {
        http.setResponder([this](const HttpRequest &request) { return answer(request); });
    }
    std::optional<HttpReply> answer(const HttpRequest &request)
    {
        if (offline)
            return failedReply(TransportFailure::Offline);
        const QString path = request.url.path();
        if (path.endsWith(QStringLiteral("profile")))
            return profileStatus == 200
                ? jsonReply(200, profileBody().replace(R"("avatar":"")", avatarField))
                : refusal(profileStatus);
        const bool login = path.endsWith(QStringLiteral("login"));
        if (login && loginStatus == 0)
            return std::nullopt; // never answers
        if (login && loginStatus != 201)
            return refusal(loginStatus);
        if (!login && profileStatus == 400)
            return refusal(401); // a deleted user is renewed no more
        if (login)
            subject = request.body.reveal().toByteArray().contains("maria@") ? 2 : 1;
        return jsonReply(201, tokenBody(clock.wall(), accessLife, refreshLife, ++serial, subject));
    }
};

struct Run {
    World &world;
    Preferences preferences;
    ApiClient api;
    Session session;
    MainWindow window;

    explicit Run(World &w)
        : world(w)
        , preferences(w.folder.filePath(QStringLiteral("latchkey.ini")))
        , api(w.http, w.clock)
        , session({api, w.store, preferences, w.clock, {}, [] { return 0.5; }},
                  QStringLiteral("test"))
        , window(session, w.clock, valuesOf(w))
    {
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }
    static MainWindow::Values valuesOf(const World &world)
    {
        MainWindow::Values values;
        values.settings = world.settings;
        values.idleSignOut = world.idleSignOut;
        values.factoryServer = QStringLiteral("https://api.example.com/api/v1");
        return values;
    }
    void start(const char *server = "https://api.example.com/api/v1")
    {
        session.useServer(*ServerAddress::parse(QString::fromLatin1(server)), false);
        world.clock.advance(milliseconds(1));
    }
    template <typename T>
    bool on() const
    {
        return qobject_cast<T *>(window.findChild<QStackedWidget *>()->currentWidget()) != nullptr;
    }
    QWidget *page() const { return window.findChild<QStackedWidget *>()->currentWidget(); }
    QPushButton *button(const char *name) const
    {
        return qobject_cast<QPushButton *>(named(page(), QString::fromLatin1(name)));
    }
    QLineEdit *field(const char *name) const
    {
        return qobject_cast<QLineEdit *>(named(page(), QString::fromLatin1(name)));
    }
    QString bar() const
    {
        auto *bar = page()->findChild<MessageBar *>();
        return bar && bar->isVisible() ? messageName(bar->message().id) : QString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : page(), key, modifiers);
    }
    void signIn(const char *email = "john@mail.com")
    {
        field("Email address")->setText(QString::fromLatin1(email));
        field("Password")->setText(QStringLiteral("changeme"));
        QTest::keyClick(field("Password"), Qt::Key_Return);
        world.clock.advance(milliseconds(1));
    }
};

} // namespace latchkey::test
