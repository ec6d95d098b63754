#pragma once

#include "app/base/error.h"
#include "app/base/serveraddress.h"

#include <QDateTime>
#include <QDialog>

#include <memory>
#include <optional>

namespace latchkey
{

namespace Ui
{
class ServerDialog;
}

// Chooses another server (screens.md section 1, "Change..."). Use open().
class ServerDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ServerDialog(QWidget *parent = nullptr);
    ~ServerDialog() override;

    void setServer(const ServerAddress &server);
    // The answer to testRequested(); nullopt: such an API is there.
    void showTestResult(const std::optional<Error> &error, const QDateTime &now);

signals:
    void testRequested(const ServerAddress &server);
    void serverChosen(const ServerAddress &server);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void shape();

    std::unique_ptr<Ui::ServerDialog> m_ui;
};

} // namespace latchkey
