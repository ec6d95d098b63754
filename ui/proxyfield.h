#pragma once

#include "app/base/settings.h"

#include <QWidget>

#include <memory>

namespace latchkey
{

namespace Ui
{
class ProxyField;
}

// The choice of the system's proxy or one of the person's own. A choice is told as soon as it is
// whole: a proxy of one's own when both its host and its port are good, after Enter or when the
// focus leaves a field. Until then the earlier one counts.
class ProxyField final : public QWidget
{
    Q_OBJECT
public:
    explicit ProxyField(QWidget *parent = nullptr);
    ~ProxyField() override;

    void setChoice(const ProxyChoice &choice); // tells nobody
    void focusChoice();

signals:
    void changed(const ProxyChoice &choice);
    void grown(); // the fields appeared

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Fault { None, Incomplete, BadHost, HasCredentials, BadPort };
    void shape();
    void retranslate();
    void choose(bool manual);
    void showManual(bool manual);
    void readFields();
    void splitPasted();
    void setFault(Fault fault);
    [[nodiscard]] Fault findFault(const QString &host, int port) const;

    std::unique_ptr<Ui::ProxyField> m_ui;
    ProxyChoice m_choice; // in force
    Fault m_fault = Fault::None;
};

} // namespace latchkey
