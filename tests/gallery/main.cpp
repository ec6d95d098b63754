#include "tests/gallery/gallery.h"
#include "ui/accessibility.h"

#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>

using namespace latchkey::test;

namespace
{

// The offscreen platform says so for every window.
void tellUnlessUsual(QtMsgType, const QMessageLogContext &, const QString &text)
{
    if (!text.contains(QStringLiteral("propagateSizeHints")))
        QTextStream(stderr) << text << '\n';
}

} // namespace

// Renders the program's screens to pictures: all of them into a folder, or one into a file.
int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC"); // the same pictures everywhere
    qInstallMessageHandler(&tellUnlessUsual);
    const QApplication app(argc, argv);
    const latchkey::Accessibility accessibility;

    const QCommandLineOption out(QStringLiteral("out"),
                                 QStringLiteral("Folder, or file with "
                                                "--only."),
                                 QStringLiteral("path"), QStringLiteral("gallery"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("One screen."),
                                  QStringLiteral("screen"));
    const QCommandLineOption inLook(QStringLiteral("look"), QStringLiteral("One look."),
                                    QStringLiteral("look"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({out, only, inLook});
    parser.process(app);

    QTextStream terminal(stdout);
    QList<Look> looks = galleryLooks();
    if (parser.isSet(inLook))
        looks.removeIf([&](const Look &look) { return look.name != parser.value(inLook); });
    QList<Screen> screens = allScreens();
    if (parser.isSet(only))
        screens.removeIf([&](const Screen &screen) { return screen.name != parser.value(only); });
    if (looks.isEmpty() || screens.isEmpty()) {
        terminal << "There is no such screen or look.\n";
        return 2;
    }
    const QString place = parser.isSet(only) && !parser.isSet(out)
        ? parser.value(only) + QStringLiteral(".png")
        : parser.value(out);
    const QString path = QDir::current().absoluteFilePath(place);
    const bool done = parser.isSet(only)
        ? portraits(screens.first(), looks.first()).last().image.save(path)
        : !makeGallery(path, screens, looks).isEmpty();
    terminal << (done ? path : QStringLiteral("Could not write ") + path) << '\n';
    return done ? 0 : 1;
}
