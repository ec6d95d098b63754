#pragma once

#include "app/base/error.h"
#include "app/base/serveraddress.h"

#include <QDateTime>
#include <QWidget>

#include <memory>
#include <optional>

namespace latchkey
{

namespace Ui
{
class ServerField;
}

// A server's address, what is wrong with it, and a test of the connection. Nothing is sent before
// the person asks for a test, and no secret ever.
class ServerField final : public QWidget
{
    Q_OBJECT
public:
    explicit ServerField(QWidget *parent = nullptr);
    ~ServerField() override;

    // In the settings: a line of help that names the default (if it is not empty), and a button
    // that chooses the address. Not in the dialog, which has its own.
    void offerUse(const QString &defaultServer);
    void setNarrow(bool narrow); // the buttons stand below each other
    void setServer(const ServerAddress &server); // forgets what a test said
    void focusAddress(); // with all of it selected
    // The typed address is chosen if it is one; else its fault is told and false comes back.
    bool choose();
    // The answer to testRequested(); nullopt: such an API is there. Ignored if the address was
    // edited since.
    void showTestResult(const std::optional<Error> &error, const QDateTime &now);

signals:
    void testRequested(const ServerAddress &server);
    void chosen(const ServerAddress &server);
    void grown(); // a longer answer, or a fault, may need more room

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Test { None, Running, Answered, Chosen };
    void shape();
    void retranslate();
    [[nodiscard]] std::optional<ServerAddress> typedServer(); // tells the fault if there is one
    void addressEdited();
    void tellAddress();
    void tellTest();
    void test();

    std::unique_ptr<Ui::ServerField> m_ui;
    std::optional<AddressProblem> m_fault; // told since the last edit
    Test m_test = Test::None;
    QString m_defaultServer; // empty: not known
    QString m_testedHost;
    std::optional<Error> m_testError;
    QDateTime m_testTime;
};

} // namespace latchkey
