#include "ui/language.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr auto catalogues = ":/latchkey/languages";

// Qt asks for this word to learn the direction, and would ask in vain where its own translations
// are not installed.
//: Not to be translated by meaning: "RTL" in a language written from right to left, else "LTR".
[[maybe_unused]] constexpr auto direction
    = QT_TRANSLATE_NOOP("QGuiApplication", "QT_LAYOUT_DIRECTION");

// The system's own formats where it has the language: somebody in Vienna reads "Jänner".
QLocale localeOf(const QString &code, bool asSystem)
{
    const QLocale system = QLocale::system();
    const QLocale own(code);
    return asSystem || system.language() == own.language() ? system : own;
}

QString catalogueOf(const QString &code)
{
    return QStringLiteral("%1/latchkey_%2.qm").arg(QLatin1String(catalogues), code);
}

} // namespace

QList<Language::Choice> Language::choices()
{
    return {{QStringLiteral("de"), QStringLiteral(u"Deutsch")},
            {QStringLiteral("en"), QStringLiteral(u"English")},
            {QStringLiteral("es"), QStringLiteral(u"Espa\u00F1ol")},
            {QStringLiteral("pt_BR"), QStringLiteral(u"Portugu\u00EAs (Brasil)")},
            {QStringLiteral("ar"), QStringLiteral(u"\u0627\u0644\u0639\u0631\u0628\u064A\u0629")}};
}

QString Language::bestOf(const QStringList &wanted)
{
    const auto spoken = choices();
    for (const QString &name : wanted) {
        // Brazilian Portuguese serves Portugal better than English does.
        const auto found = std::ranges::find_if(spoken, [&](const Choice &choice) {
            return QLocale(choice.code).language() == QLocale(name).language();
        });
        if (found != spoken.end())
            return found->code;
    }
    return QStringLiteral("en");
}

Language::Language() = default;
Language::~Language() = default;

void Language::apply(const QString &code)
{
    const bool asSystem = code.isEmpty() || !QFile::exists(catalogueOf(code));
    const QString spoken = asSystem ? bestOf(QLocale::system().uiLanguages()) : code;
    QLocale::setDefault(localeOf(spoken, asSystem)); // before the windows hear of the change
    if (spoken == m_code)
        return;
    m_code = spoken;
    m_translators.clear();
    if (QLocale(spoken).language() != QLocale::English)
        install(QStringLiteral("qtbase_") + spoken,
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("latchkey_") + spoken, QLatin1String(catalogues)); // asked first
}

void Language::install(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder))
        return; // Qt's own may not be installed: its few texts stay English
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace latchkey
