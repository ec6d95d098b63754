#pragma once

#include <QList>
#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace latchkey
{

// The languages the program speaks, and the change from one to another while it runs. Holds the
// translators: one object for the whole run, in the GUI thread, gone before the application object.
class Language final
{
public:
    struct Choice {
        QString code; // "pt_BR"; what the settings keep
        QString name; // in the language itself
    };
    [[nodiscard]] static QList<Choice> choices(); // without "as the system does", which is ""
    // The first of `wanted` (as QLocale::uiLanguages()) that the program speaks; else English.
    [[nodiscard]] static QString bestOf(const QStringList &wanted);

    Language();
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    // Empty: the system's language, or English where the program does not speak it. A code nobody
    // knows counts as empty: a settings file may come from a newer version. Sets the texts (Qt's
    // own too), the formats of numbers and dates, and the direction; windows hear of it by
    // QEvent::LanguageChange. Cheap when nothing changes.
    void apply(const QString &code);
    [[nodiscard]] QString code() const { return m_code; } // what is spoken now; never empty

private:
    void install(const QString &file, const QString &folder);

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace latchkey
