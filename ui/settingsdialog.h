#pragma once

#include <QDialog>

#include <memory>

namespace latchkey
{

namespace Ui
{
class SettingsDialog;
}

// The few settings there are. Each is applied at once, by its signal. Use open().
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SettingsDialog(QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void setValues(bool staySignedIn, bool rememberEmail);

signals:
    void staySignedInChanged(bool stay);
    void rememberEmailChanged(bool remember);

protected:
    void showEvent(QShowEvent *event) override;

private:
    std::unique_ptr<Ui::SettingsDialog> m_ui;
};

} // namespace latchkey
