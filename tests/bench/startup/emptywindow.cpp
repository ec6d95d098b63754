#include <QApplication>
#include <QWidget>

#include <cstdio>

namespace
{

// The least that a program with a window does. Says when its first picture is out.
class EmptyWindow final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QMetaObject::invokeMethod(
            this, [] { std::fputs("on screen\n", stderr); }, Qt::QueuedConnection);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(720, 740); // as the sign-in page
    window.show();
    return QApplication::exec();
}
