#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QStringList>

#include <vector>

namespace latchkey::test
{

// The part of systemd-logind that deals with sleep. On the bus from its constructor to its
// destructor, over a connection of its own.
class MockLogind final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
    Q_PROPERTY(qulonglong InhibitDelayMaxUSec MEMBER m_maxDelay)
public:
    enum class Manners {
        Grant,
        Refuse,
        Hang, // no answer before answerLate()
    };

    // An empty `busAddress` is the system bus's.
    explicit MockLogind(Manners manners = Manners::Grant, qulonglong maxDelay = 7'000'000,
                        const QString &busAddress = {});
    ~MockLogind() override;

    void setManners(Manners manners) { m_manners = manners; }
    void answerLate();
    // As logind sends it: to everybody.
    void prepareForSleep(bool goingToSleep) { emit PrepareForSleep(goingToSleep); }

    [[nodiscard]] QStringList arguments() const { return m_arguments; } // of the last Inhibit()
    [[nodiscard]] int asked() const { return m_asked; } // calls of Inhibit()
    [[nodiscard]] int given() const { return static_cast<int>(m_given.size()); }
    // How many of the given inhibitors are not closed yet, in every process.
    [[nodiscard]] int held() const;
    [[nodiscard]] QDBusConnection connection() const { return m_bus; }

public slots:
    Q_SCRIPTABLE QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who,
                                                 const QString &why, const QString &mode);

signals:
    Q_SCRIPTABLE void PrepareForSleep(bool start);

private:
    [[nodiscard]] QDBusUnixFileDescriptor makeInhibitor();

    QDBusConnection m_bus;
    Manners m_manners;
    qulonglong m_maxDelay;
    QStringList m_arguments;
    int m_asked = 0;
    std::vector<int> m_given; // our ends of the pipes
    QList<QDBusMessage> m_unanswered;
};

} // namespace latchkey::test
