#include "ui/sessionpanel.h"

#include "ui/button.h"
#include "ui/card.h"
#include "ui/flowlayout.h"
#include "ui/glyphs.h"
#include "ui/sessiontext.h"
#include "ui/steadygrid.h"
#include "ui/theme.h"
#include "ui/timeline.h"
#include "ui/timelinetable.h"
#include "ui/timelinetext.h"
#include "ui/timetext.h"
#include "ui_sessionpanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>

#include <algorithm>

namespace latchkey
{

namespace
{

constexpr double narrowPanel = 45; // grid steps
constexpr std::chrono::seconds copiedShown{2};
constexpr double tableHeight = 24; // in grid steps

// Each new text of a label is an event for screen readers: only what is really new.
void setLabel(QLabel *label, const QString &text, const QString &spoken)
{
    if (label->accessibleName() != spoken)
        label->setAccessibleName(spoken); // first, so that the text itself is no event
    if (label->text() != text)
        label->setText(text);
}

} // namespace

SessionPanel::SessionPanel(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SessionPanel>())
    , m_clock(clock)
    , m_tick(clock.makeTimer([this] { tick(); }))
    , m_copied(clock.makeTimer([this] { showCopied(nullptr); }))
    , m_model(new TimelineModel(this))
{
    m_ui->setupUi(this);
    m_rows = new SteadyGrid(m_ui->rows);
    m_rows->setColumnStretch(1, 1);
    m_buttons = new FlowLayout(m_ui->buttons);
    for (Button *button :
         {m_ui->renewButton, m_ui->signInButton, m_ui->whyButton, m_ui->claimsButton})
        m_buttons->insertWidget(m_buttons->count(), button);
    makeStage();
    connectButtons();
    shape();
    retranslate();
    setSession({}, {});
}

SessionPanel::~SessionPanel() = default;

// The plot stands over the table and hides it from the eye, not from a screen reader, which reads
// the table whichever is on top (screens.md section 4).
void SessionPanel::makeStage()
{
    m_stage = new QWidget(m_ui->plot);
    auto *stack = new QStackedLayout(m_stage);
    stack->setStackingMode(QStackedLayout::StackAll);
    m_timeline = new Timeline(*m_model, m_stage);
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_table = new TimelineTable(*m_model, m_stage);
    m_table->setObjectName(QStringLiteral("timelineTable"));
    stack->addWidget(m_timeline);
    stack->addWidget(m_table);
    m_stage->installEventFilter(this); // its width decides about the table
    m_ui->stageSlot->addWidget(m_stage);
    connect(m_timeline, &Timeline::markChosen, this, &SessionPanel::showMark);
    setTabOrder(m_ui->sessionButton, m_timeline);
    setTabOrder(m_timeline, m_table);
    setTabOrder(m_table, m_ui->fitButton);
    setTableShown(false);
}

QWidget *SessionPanel::lastStop() const
{
    return m_ui->why->copyButton();
}

void SessionPanel::connectButtons()
{
    const auto choose = [this](Segment *segment, TimelineZoom zoom) {
        connect(segment, &Segment::toggled, this, [this, zoom](bool on) {
            if (on)
                m_timeline->setZoom(zoom);
        });
    };
    choose(m_ui->fitButton, TimelineZoom::Fit);
    choose(m_ui->hourButton, TimelineZoom::Hour);
    choose(m_ui->dayButton, TimelineZoom::Day);
    connect(m_ui->sessionButton, &Button::toggled, this, [this](bool open) {
        m_ui->card->setVisible(open);
        m_ui->clockLabel->setVisible(open);
        tick();
    });
    connect(m_ui->tableButton, &Button::toggled, this, &SessionPanel::setTableShown);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this), &QShortcut::activated, this,
            [this] { m_ui->tableButton->toggle(); });
    connect(m_ui->renewButton, &Button::clicked, this, &SessionPanel::renewRequested);
    connect(m_ui->signInButton, &Button::clicked, this, &SessionPanel::signInAgainRequested);
    connect(m_ui->claimsButton, &Button::clicked, this, &SessionPanel::claimsRequested);
    connect(m_ui->whyButton, &Button::toggled, this, [this](bool open) {
        if (open)
            emit whyRequested();
        else
            hideWhy();
    });
    Button *copyWhy = m_ui->why->copyButton();
    connect(copyWhy, &Button::clicked, this,
            [this, copyWhy] { copy(copyWhy, m_ui->why->copyText()); });
}

void SessionPanel::retranslate()
{
    m_model->retranslate();
    m_timeline->retranslate();
    m_table->setAccessibleName(tr("Session timeline as a table"));
    showCopied(nullptr);
    refresh();
}

void SessionPanel::refresh()
{
    showRows();
    showActions();
    showMark();
}

void SessionPanel::shape()
{
    const auto steps = [this](double count) { return grid(this, count); };
    const int in = ringSpace;
    m_ui->sessionButton->setKind(Button::Kind::Text);
    scaleFont(m_ui->sessionButton, subheadingScale, true);
    m_ui->sessionButton->setDisclosure(Button::Disclosure::Before);
    m_ui->tableButton->setKind(Button::Kind::Text);
    m_ui->tableButton->setIcon(Icon::Table);
    m_ui->whyButton->setKind(Button::Kind::Text);
    m_ui->claimsButton->setKind(Button::Kind::Text);
    setMuted(m_ui->clockLabel);
    setMuted(m_ui->eventLabel);
    alignLeading(m_ui->eventLabel);
    m_ui->panelLayout->setSpacing(steps(0.5));
    m_ui->cardLayout->setSpacing(steps(0.75));
    m_ui->plotLayout->setSpacing(0);
    m_ui->toolLayout->setSpacing(0);
    m_ui->zoomLayout->setSpacing(0);
    setLeadingMargins(m_ui->toolLayout, {in, 0, 0, 0});
    setLeadingMargins(m_ui->headLayout, {0, 0, in, 0});
    m_rows->setContentsMargins(in, 0, in, 0);
    m_rows->setHorizontalSpacing(steps(3));
    m_rows->setVerticalSpacing(steps(0.5));
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(steps(0.5));
    m_ui->why->shape();
    m_ui->qaTools->shape();
    fitTable();
}

// All rows, up to a height at which it rather scrolls.
void SessionPanel::fitTable()
{
    const int rows = m_model->rowCount() + 1;
    const bool tooWide = m_table->horizontalHeader()->length() > m_stage->width();
    const int bar = tooWide ? m_table->horizontalScrollBar()->sizeHint().height() : 0;
    const int all = rows * m_table->horizontalHeader()->height() + grid(this) + bar;
    m_stage->setMinimumHeight(showsTable() ? std::min(all, grid(this, tableHeight)) : 0);
}

void SessionPanel::setSession(const SessionStatus &status, const SessionHistory &history)
{
    m_status = status;
    m_history = history;
    m_model->setHistory(history, m_clock.wall());
    m_ui->plot->setVisible(m_model->rowCount() > 0);
    fitTable();
    refresh();
    schedule();
}

void SessionPanel::setQaMode(bool qa)
{
    m_qa = qa;
    m_model->setTechnical(qa);
    refresh();
}

QaTools &SessionPanel::qaTools() const
{
    return *m_ui->qaTools;
}

bool SessionPanel::showsTable() const
{
    return m_ui->tableButton->isChecked();
}

void SessionPanel::setTableShown(bool shown)
{
    QWidget *top = shown ? static_cast<QWidget *>(m_table) : m_timeline;
    QWidget *below = shown ? static_cast<QWidget *>(m_timeline) : m_table;
    const bool hadFocus = below->hasFocus();
    m_ui->tableButton->setChecked(shown);
    top->setFocusPolicy(Qt::StrongFocus);
    below->setFocusPolicy(Qt::NoFocus);
    m_timeline->setVisible(!shown);
    fitTable();
    static_cast<QStackedLayout *>(m_stage->layout())->setCurrentWidget(top);
    for (QWidget *segment : {m_ui->fitButton, m_ui->hourButton, m_ui->dayButton})
        segment->setEnabled(!shown);
    if (hadFocus)
        top->setFocus();
    showMark();
}

QLabel *SessionPanel::rowLabel(int row, int column)
{
    if (auto *item = m_rows->itemAtPosition(row, column))
        return static_cast<QLabel *>(item->widget());
    auto *label = new QLabel(m_ui->rows);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(column == 1 || namesWrap());
    alignLeading(label);
    if (column == 0)
        setMuted(label);
    m_rows->addWidget(label, row, column, Qt::AlignTop);
    return label;
}

// Large text in a small window: better two lines than a page wider than the window.
bool SessionPanel::namesWrap() const
{
    return width() < grid(this, narrowPanel);
}

void SessionPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_ui->toolLayout->setDirection(namesWrap() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_ui->toolLayout->setAlignment(m_ui->zoomLayout,
                                   namesWrap() ? Qt::AlignLeading : Qt::Alignment());
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (auto *item = m_rows->itemAtPosition(row, 0))
            static_cast<QLabel *>(item->widget())->setWordWrap(namesWrap());
    }
}

void SessionPanel::showRows()
{
    const PairRecord *pair = m_qa ? m_history.newestPair() : nullptr;
    const SessionWords words = sessionWords(m_status, m_clock.wall(), pair);
    for (int row = 0; row < m_rows->rowCount() || row < words.rows.size(); ++row) {
        const bool used = row < words.rows.size();
        const SessionWords::Row text = used ? words.rows.at(row) : SessionWords::Row{};
        QLabel *name = rowLabel(row, 0);
        QLabel *value = rowLabel(row, 1);
        setLabel(name, text.name, text.name);
        setLabel(value, text.value, text.spoken);
        if (value->toolTip().isEmpty() != text.tip.isEmpty()
            || !value->toolTip().contains(text.tip))
            setPlainToolTip(value, text.tip);
        name->setVisible(used);
        value->setVisible(used);
    }
    const QString clock = clockOffsetText(m_status.serverOffset);
    setLabel(m_ui->clockLabel, clock, clock);
}

void SessionPanel::showActions()
{
    const bool dead = m_status.state == SessionState::NotRenewable;
    m_ui->renewButton->setEnabled(m_status.state == SessionState::SignedIn);
    m_ui->signInButton->setVisible(dead);
    m_ui->whyButton->setVisible(dead);
    m_ui->claimsButton->setVisible(m_qa);
    m_ui->qaTools->setVisible(m_qa);
    m_ui->qaTools->setStatus(m_status, m_clock.wall());
    if (!dead)
        hideWhy();
    m_ui->buttons->updateGeometry();
}

// The chosen event, or the last one.
void SessionPanel::showMark()
{
    const auto &marks = m_model->marks();
    const int chosen = m_timeline->chosenMark();
    QString text;
    if (!marks.isEmpty() && !showsTable())
        text = eventLine(chosen < 0 ? marks.last() : marks.at(chosen), localTime(m_clock.wall()),
                         m_qa);
    setLabel(m_ui->eventLabel, text, text);
}

void SessionPanel::showWhy(const std::function<WhyWords()> &make)
{
    m_ui->why->setReason(make);
    emit unfolded(m_ui->why);
}

void SessionPanel::hideWhy()
{
    m_ui->whyButton->setChecked(false);
    m_ui->why->setReason({});
}

void SessionPanel::copyClaims(const QString &claims)
{
    copy(m_ui->claimsButton, claims);
}

void SessionPanel::copy(Button *button, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    showCopied(button);
    m_copied->start(copiedShown);
}

// Null: none any more.
void SessionPanel::showCopied(Button *button)
{
    m_ui->retranslateUi(this);
    m_ui->why->retranslate();
    m_ui->claimsButton->setIcon(Icon::Copy);
    if (!button)
        return;
    button->setIcon(Icon::Done);
    button->setText(tr("Copied"));
    button->setAccessibleDescription(button->text());
}

void SessionPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        shape();
}

} // namespace latchkey
