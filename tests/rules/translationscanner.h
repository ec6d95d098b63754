#pragma once

#include "tests/rules/sourcetree.h"

namespace latchkey::rules
{

// One text of a .ts file, with its translations: one, or one for each plural form.
struct Entry {
    QString context;
    QString source;
    QString comment; // tells equal sources apart
    QString note; // for the translator
    QString type; // "unfinished", "vanished", "obsolete" or empty
    QStringList translations;
    bool counted = false;
    [[nodiscard]] QString name() const; // "context: source"
};
struct Catalogue {
    QString language; // "pt_BR"; empty: not a .ts file
    QList<Entry> entries;
};
Catalogue readCatalogue(const QString &xml);

// What is unfinished, empty, lost in translation (a placeholder, a mnemonic, an ellipsis), or has
// not as many plural forms as the language.
Findings badTranslations(const Catalogue &catalogue, int pluralForms);

// Texts with a {placeholder} whose translator is not told what it stands for.
Findings unexplained(const Catalogue &catalogue);

// What `current`, taken from the sources just now, has and `stored` has not, and the other way.
Findings outdated(const Catalogue &stored, const Catalogue &current);

// Sentences put together from pieces, "(s)", and numbered placeholders, in code and forms.
Findings gluedTexts(const SourceFiles &files);

// Two texts of one form that ask for the same Alt key, in the form's own words or in a language.
Findings mnemonicClashes(const SourceFiles &files, const QList<Catalogue> &catalogues);

} // namespace latchkey::rules
