#pragma once

#include "app/base/error.h"
#include "app/base/renewaltimerstate.h"
#include "app/base/serveraddress.h"
#include "app/base/settings.h"

#include <QDateTime>
#include <QDialog>

#include <memory>
#include <optional>

namespace latchkey
{

namespace Ui
{
class SettingsDialog;
}

// The few settings there are (screens.md section 5). Each is applied at once, by its signal. Use
// open() or openAt().
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Row {
        Server,
        Proxy,
        Language,
        Appearance,
        TextSize,
        StaySignedIn,
        RenewWhileClosed,
        RememberEmail,
        QaMode
    };

    // `defaultServer` is named in the server's line of help.
    explicit SettingsDialog(const QString &defaultServer, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void setSettings(const Settings &settings); // tells nobody
    void setServer(const ServerAddress &server); // forgets what a test of the connection said
    // The answer to testRequested(); nullopt: such an API is there.
    void showTestResult(const std::optional<Error> &error, const QDateTime &now);
    // Whether sessions can be renewed while the window is closed, and whether that is set (a tick
    // that could not be carried out is taken back with it); tells nobody.
    void setRenewalTimer(RenewalTimerState state, bool renewWhileClosed);
    void openAt(Row row); // scrolled to it, with the focus on it

signals:
    void settingsChanged(const Settings &settings); // all of them, one of which is new
    void serverChosen(const ServerAddress &server);
    void testRequested(const ServerAddress &server);
    void diagnosticsRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectRows();
    void dressTexts();
    void shape();
    void retranslate();
    [[nodiscard]] static QString percentText(int percent);
    void fillChoices();
    void showValues();
    void showRenewWhileClosed();
    [[nodiscard]] QString closedHelp() const;
    void fit();
    void settle();
    void alignChoices();
    void arrangeRows();
    void change(const Settings &settings);
    [[nodiscard]] QWidget *widgetOf(Row row) const;

    std::unique_ptr<Ui::SettingsDialog> m_ui;
    Settings m_settings;
    RenewalTimerState m_renewalTimer = RenewalTimerState::Unknown;
};

} // namespace latchkey
