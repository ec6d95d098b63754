#pragma once

#include "app/base/clock.h"
#include "app/session/history.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QTableView;

namespace latchkey
{

namespace Ui
{
class SessionPanel;
}

class Button;
class FlowLayout;
class QaTools;
class SteadyGrid;
class Timeline;
class TimelineModel;
struct WhyWords;

// The collapsible "Session" of the profile page (screens.md section 4): the timeline and its table,
// the state in words, and what the person can do. It counts only while somebody can see it: each
// second in a moment's last hour, else each minute. `clock` must outlive it.
class SessionPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SessionPanel(Clock &clock, QWidget *parent = nullptr);
    ~SessionPanel() override;

    // Without a history there is no timeline.
    void setSession(const SessionStatus &status, const SessionHistory &history);
    void setQaMode(bool qa); // the technical words, aliases, "Copy claims", the tools
    [[nodiscard]] QaTools &qaTools() const;
    [[nodiscard]] QWidget *lastStop() const; // of the Tab key, for whoever puts the panel in a page
    [[nodiscard]] bool showsTable() const;
    void setTableShown(bool shown);

    // The answers to whyRequested() and claimsRequested().
    void showWhy(const std::function<WhyWords()> &make); // made again when the language changes
    void copyClaims(const QString &claims);

signals:
    void unfolded(QWidget *part); // to be seen, it may have to be scrolled to
    void renewRequested();
    void signInAgainRequested();
    void whyRequested();
    void claimsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeStage();
    void connectButtons();
    void retranslate();
    void shape();
    [[nodiscard]] bool namesWrap() const;
    void showRows();
    void showActions();
    void showMark();
    void refresh();
    void hideWhy();
    void copy(Button *button, const QString &text);
    void showCopied(Button *button);
    void fitTable();
    void tick();
    void schedule(); // the next tick, if anybody sees it
    [[nodiscard]] QLabel *rowLabel(int row, int column);

    std::unique_ptr<Ui::SessionPanel> m_ui;
    Clock &m_clock;
    std::unique_ptr<Timer> m_tick;
    std::unique_ptr<Timer> m_copied;
    SessionStatus m_status;
    SessionHistory m_history;
    TimelineModel *m_model;
    SteadyGrid *m_rows = nullptr;
    QWidget *m_stage = nullptr;
    Timeline *m_timeline = nullptr;
    QTableView *m_table = nullptr;
    FlowLayout *m_buttons = nullptr;
    bool m_qa = false;
};

} // namespace latchkey
