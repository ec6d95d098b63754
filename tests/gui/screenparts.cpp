#include "tests/gui/screenparts.h"

namespace latchkey::test
{

namespace
{

void answerCalls(World &world, const QString &pathEnd, const HttpReply &reply)
{
    world.http.setResponder(
        [&world, pathEnd, reply](const HttpRequest &request) -> std::optional<HttpReply> {
            if (request.url.path().endsWith(pathEnd))
                return reply;
            return world.answer(request);
        });
}

} // namespace

void nothing(World &) { }

void nothingMore(Run &) { }

QDialog *openDialog(const Run &run)
{
    for (auto *dialog : run.window.findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QWidget *part(const Run &run, const char *objectName)
{
    const QDialog *dialog = openDialog(run);
    const QWidget *root = dialog ? static_cast<const QWidget *>(dialog) : run.page();
    auto *found = root->findChild<QWidget *>(QString::fromLatin1(objectName));
    if (!found)
        qFatal("no %s on this screen", objectName);
    return found;
}

void click(const Run &run, const char *objectName)
{
    QTest::mouseClick(part(run, objectName), Qt::LeftButton);
}

void act(const Run &run, MessageAction action)
{
    const QByteArray name = "action" + QByteArray::number(int(action)) + "Button";
    click(run, name.constData());
}

void typeAndSubmit(Run &run, const QString &email, const QString &password)
{
    auto *passwordEdit = qobject_cast<QLineEdit *>(part(run, "passwordEdit"));
    qobject_cast<QLineEdit *>(part(run, "emailEdit"))->setText(email);
    passwordEdit->setText(password);
    QTest::keyClick(passwordEdit, Qt::Key_Return);
    pass(run, milliseconds(1));
}

void signIn(Run &run)
{
    typeAndSubmit(run, QStringLiteral("john@mail.com"), QStringLiteral("changeme"));
}

void keepSession(World &world)
{
    Run run(world);
    run.start();
    signIn(run);
    pass(run, std::chrono::seconds(1));
}

void answerLogin(World &world, const HttpReply &reply)
{
    answerCalls(world, QStringLiteral("login"), reply);
}

void failLogin(World &world, TransportFailure failure)
{
    answerLogin(world, failedReply(failure));
}

void answerRenewals(World &world, const HttpReply &reply)
{
    answerCalls(world, QStringLiteral("refresh-token"), reply);
}

void answerProfile(World &world, const HttpReply &reply)
{
    answerCalls(world, QStringLiteral("profile"), reply);
}

void reload(Run &run)
{
    run.press(Qt::Key_F5, Qt::NoModifier);
    pass(run, milliseconds(1));
}

void pass(Run &run, milliseconds time)
{
    // Hours of ticks would be painted one by one.
    run.window.setUpdatesEnabled(false);
    run.world.clock.advance(time);
    run.window.setUpdatesEnabled(true);
}

} // namespace latchkey::test
