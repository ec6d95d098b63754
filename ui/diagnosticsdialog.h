#pragma once

#include "app/inspect/diagnosticsfacts.h"

#include <QDialog>

#include <memory>

namespace latchkey
{

namespace Ui
{
class DiagnosticsDialog;
}

class FactsTable;

// About Latchkey, and what support needs to know (screens.md section 6). Shows what it is given,
// and asks for checks when it opens and when the person wants them again. Works signed out and
// offline. The report that is copied or saved is English and redacted, whatever the language here.
// Use open().
class DiagnosticsDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit DiagnosticsDialog(QWidget *parent = nullptr);
    ~DiagnosticsDialog() override;

    void setFacts(const DiagnosticsFacts &facts);

signals:
    void checksRequested(); // answer with setFacts(), as often as something is new
    void closed(); // whatever is still being checked is not wanted any more

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Notice { None, Copied, Saved, NotSaved };

    void connectButtons();
    void shape();
    void retranslate();
    void showFacts();
    void arrange();
    void fit();
    void copyReport();
    void askWhereToSave();
    void saveReport(const QString &path);
    void showNotice(Notice notice, const QString &detail = {});
    [[nodiscard]] QList<FactsTable *> tables() const;

    std::unique_ptr<Ui::DiagnosticsDialog> m_ui;
    DiagnosticsFacts m_facts;
    Notice m_notice = Notice::None;
    QString m_noticeDetail; // the file's path, or why it could not be saved
};

} // namespace latchkey
