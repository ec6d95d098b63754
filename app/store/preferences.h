#pragma once

#include "app/store/preferencesfile.h"

namespace latchkey
{

// What is remembered without being secret: one INI file per --profile, plain typed values,
// versioned. Reading never fails: a file that is damaged or of a newer version is set aside as
// "<file>.bad" and the defaults are used; ask problem() and tell the person. Every setter saves at
// once, atomically (security.md D5, D6); if that fails the file stays as it was, the value holds
// until the program ends, and the next setter tries again.
class Preferences
{
public:
    explicit Preferences(const QString &filePath);

    // For the person; empty if all is well. Set by a damaged file, and by a save that failed until
    // one succeeds.
    [[nodiscard]] QString problem() const;

    [[nodiscard]] QString server() const; // empty: the factory server
    void setServer(const QString &address);
    [[nodiscard]] QString email() const;
    void setEmail(const QString &email); // empty: forget it
    [[nodiscard]] bool staySignedIn() const; // default true
    void setStaySignedIn(bool stay);
    [[nodiscard]] bool rememberEmail() const; // default true
    void setRememberEmail(bool remember); // false also forgets the e-mail
    [[nodiscard]] QRect windowGeometry() const; // null: none remembered
    void setWindowGeometry(const QRect &geometry);
    // Keychain items whose deletion failed: deleted again at the next start (scenario 56).
    [[nodiscard]] QStringList pendingDeletes() const;
    void setPendingDeletes(const QStringList &keys);
    // Set in the file only. How much of the shorter life may be used up before a renewal (5 .. 95),
    // and whether the clock alone makes one.
    [[nodiscard]] int renewAtPercent() const { return m_values.renewAtPercent; }
    [[nodiscard]] bool automaticRenewal() const { return m_values.automaticRenewal; }

private:
    void setAsideUnless(FileVerdict verdict);
    void save();

    QString m_filePath;
    PreferenceValues m_values;
    QString m_fileProblem;
    QString m_saveProblem;
    bool m_mayReplaceFile = true;
};

} // namespace latchkey
