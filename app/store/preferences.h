#pragma once

#include "app/store/preferencesfile.h"

#include <functional>
#include <optional>

namespace latchkey
{

// What is remembered without being secret: one INI file per --profile, plain typed values,
// versioned. Reading never fails: a file that is damaged or of a newer version is set aside as
// "<file>.bad" and the defaults are used; of one with bad values the others are used, and it is
// copied there before it is replaced. Ask problem() and tell the person. Every setter saves at
// once, atomically (security.md D5, D6); if that fails the file stays as it was, the value holds
// until the program ends, and the next setter tries again.
//
// Several processes may have one file. What a getter says is this process's own; a save changes in
// the file only what this process changed (element by element of the pending deletes), under a lock
// that is waited for only briefly. What cannot be read there by then has not been changed.
class Preferences
{
public:
    enum class IfBad {
        KeepCopy,
        LeaveFile, // for who has nobody to tell: a file with bad values is not replaced
    };
    explicit Preferences(const QString &filePath, IfBad ifBad = IfBad::KeepCopy);

    // For the person; of kind None if all is well. Set by a damaged file, and by a save that failed
    // until one succeeds.
    [[nodiscard]] SettingsProblem problem() const;

    [[nodiscard]] QString server() const; // empty: the factory server
    void setServer(const QString &address);
    [[nodiscard]] QString email() const;
    void setEmail(const QString &email); // empty: forget it. Not kept unless rememberEmail
    // All that the settings page shows, in one save. rememberEmail false also forgets the e-mail.
    // A manual proxy must have a host that proxyHost() gave and a port.
    [[nodiscard]] Settings settings() const { return m_values.settings; }
    void setSettings(const Settings &settings);
    [[nodiscard]] bool staySignedIn() const; // default true
    void setStaySignedIn(bool stay);
    [[nodiscard]] bool rememberEmail() const; // default true
    [[nodiscard]] QRect windowGeometry() const; // null: none remembered
    [[nodiscard]] bool windowMaximised() const { return m_values.windowMaximised; }
    // `geometry` is the one it has when it is not maximised.
    void setWindowGeometry(const QRect &geometry, bool maximised = false);
    // Keychain items whose deletion failed: deleted again at the next start (scenario 56). The
    // newest mostPendingDeletes are kept.
    [[nodiscard]] QList<PendingDelete> pendingDeletes() const { return m_values.pendingDeletes; }
    void setPendingDeletes(const QList<PendingDelete> &pending);
    // Those of `key` that other processes have put into the file; reads it. `change` answers what
    // one is to be instead, and the file is only written if that is something else.
    void
    changeOthersPendingDeletes(const QString &key,
                               const std::function<PendingDelete(const PendingDelete &)> &change);
    // What another process has made of pending deletes that this one knows; reads the file, if it
    // knows any.
    void followPendingDeletes();
    // The sessions that the keychain may hold, of this --profile; whoever signed in last comes
    // first. Not those of demo servers.
    [[nodiscard]] QList<StoredSessionEntry> storedSessions() const
    {
        return m_values.storedSessions;
    }
    // What other processes have made of it; reads the file.
    void followStoredSessions();
    [[nodiscard]] bool hasStoredSessions() const { return !m_values.storedSessions.isEmpty(); }
    // It is the first one from now on; the last of more than mostStoredSessions is in
    // pendingDeletes() instead. Its e-mail is not kept unless rememberEmail. False: the file does
    // not name it, and no later start will know.
    bool noteStored(StoredSessionEntry entry);
    // It is not there any more; nullopt: it was not in the list.
    std::optional<StoredSessionEntry> takeStored(const QString &key);
    // When the session under this key was renewed lately, in seconds since 1970 by this computer's
    // clock. The newest mostMoments of the mostRenewalKeys that were set last are kept.
    [[nodiscard]] QStringList renewalsOf(const QString &key) const;
    void setRenewals(const QString &key, const QStringList &moments);
    // How the desktop looked when we last knew.
    [[nodiscard]] LastColourScheme lastColourScheme() const { return m_values.lastColourScheme; }
    void setLastColourScheme(LastColourScheme scheme); // saves only a change
    // Set in the file only. How much of the shorter life may be used up before a renewal (5 .. 95),
    // and whether the clock alone makes one.
    [[nodiscard]] int renewAtPercent() const { return m_values.renewAtPercent; }
    [[nodiscard]] bool automaticRenewal() const { return m_values.automaticRenewal; }
    // Set in the file only. Without a key or a click for so long, the person is signed out;
    // 0 .. a week, 0 (the default): never.
    [[nodiscard]] int idleSignOutMinutes() const { return m_values.idleSignOutMinutes; }

private:
    using Change = std::function<void(PreferenceValues &)>;
    void setAsideUnless(FileVerdict verdict);
    void noteBadValues(const QList<BadSetting> &bad);
    [[nodiscard]] FileVerdict look(PreferenceValues *theirs,
                                   QList<BadSetting> *bad = nullptr) const;
    [[nodiscard]] bool fileLists(const QString &key) const;
    void change(const Change &apply);
    void save(const Change &apply);

    QString m_filePath;
    PreferenceValues m_values;
    PreferenceValues m_saved; // as m_values was when it last was in the file
    IfBad m_ifBad;
    SettingsProblem::Kind m_fileProblem = SettingsProblem::Kind::None;
    QList<BadSetting> m_bad; // where that is what the file's problem is
    QString m_saveProblem; // what went wrong; empty: the last save did not fail
    bool m_mayReplaceFile = true;
    bool m_isUnsure = false; // somebody else was saving when this process last did
};

} // namespace latchkey
