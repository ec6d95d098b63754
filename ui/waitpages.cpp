#include "ui/waitpages.h"

#include "ui/announcer.h"
#include "ui/brandmark.h"
#include "ui/button.h"
#include "ui/displaytext.h"
#include "ui/glyphs.h"
#include "ui/messagebar.h"
#include "ui/theme.h"

#include <QApplication>
#include <QEvent>

namespace latchkey
{

namespace
{

constexpr Milliseconds blankTime{200};
constexpr std::chrono::seconds slowAfter{3};
constexpr double waitingSpinner = 3; // grid steps: it is the news here

QLabel *centredText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

// A scrolling page with one centred column.
QVBoxLayout *makeColumn(QWidget *page)
{
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new ColumnArea(page);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    area->setWidget(content);
    outer->addWidget(area);
    return column;
}

} // namespace

RestoringPage::RestoringPage(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_timer(clock.makeTimer([this] { tick(); }))
{
}

// Not before it is seen: a quick start has no time for a page it never shows.
void RestoringPage::build()
{
    m_column = makeColumn(this);
    m_mark = new BrandMark(this);
    m_spinner = new Spinner(this);
    m_spinner->setSteps(waitingSpinner);
    m_text = centredText(this);
    m_text->setFocusPolicy(Qt::ClickFocus); // where the keyboard is, until there is a button
    m_signIn = new Button(Button::Kind::Outlined, {}, this);
    m_signIn->setObjectName(QStringLiteral("signInInsteadButton"));
    m_column->addWidget(m_mark, 0, Qt::AlignHCenter);
    m_column->addWidget(m_spinner, 0, Qt::AlignHCenter);
    m_column->addWidget(m_text);
    m_column->addWidget(m_signIn, 0, Qt::AlignHCenter);
    QSizePolicy steady = m_signIn->sizePolicy(); // nothing may jump when it comes
    steady.setRetainSizeWhenHidden(true);
    m_signIn->setSizePolicy(steady);
    connect(m_signIn, &Button::clicked, this, &RestoringPage::signInInstead);
    m_signIn->hide();
    shape();
}

void RestoringPage::shape()
{
    m_column->setSpacing(grid(this, 2));
}

void RestoringPage::retranslate()
{
    m_signIn->setText(tr("Sign in instead"));
    //: {host} is the name of the server.
    const QString checking = tr("Checking your session with {host}...");
    m_text->setText(m_tellsServer ? fillIn(checking, {{QStringLiteral("host"), embedded(m_host)}})
                                  : tr("Restoring your session..."));
}

void RestoringPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_spinner)
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        shape();
}

void RestoringPage::setServer(const QString &host)
{
    m_host = host;
}

void RestoringPage::start()
{
    stop();
    m_timer->start(blankTime);
}

void RestoringPage::stop()
{
    m_timer->stop();
    m_slow = m_tellsServer = false;
    m_trouble = {};
    showTrouble();
    if (!m_spinner)
        return;
    m_mark->hide();
    m_spinner->hide();
    m_text->hide();
    m_signIn->hide();
}

void RestoringPage::tick()
{
    if (!m_spinner)
        build();
    m_tellsServer = m_slow;
    retranslate();
    m_mark->show();
    m_spinner->show();
    m_text->show();
    m_signIn->setVisible(m_slow);
    showTrouble();
    if (m_slow)
        return;
    m_slow = true;
    m_timer->start(slowAfter - blankTime);
}

void RestoringPage::setTrouble(const MessageMaker &trouble)
{
    m_trouble = trouble;
    showTrouble();
}

void RestoringPage::showTrouble()
{
    if (!m_trouble || !m_tellsServer) {
        if (m_bar)
            m_bar->clear();
        return;
    }
    if (!m_bar) {
        m_bar = new MessageBar(this);
        m_column->insertWidget(m_column->indexOf(m_signIn), m_bar);
        connect(m_bar, &MessageBar::actionTriggered, this, &RestoringPage::actionTriggered);
    }
    if (!isAncestorOf(QApplication::focusWidget()))
        m_text->setFocus(Qt::OtherFocusReason);
    const Message trouble = m_trouble();
    const Message &shown = m_bar->message();
    if (!m_bar->hasMessage() || shown.id != trouble.id || shown.details != trouble.details)
        m_bar->showMessage(m_trouble);
    else
        m_bar->updateMessage(m_trouble);
}

KeychainPage::KeychainPage(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_announcer(new Announcer(clock, this))
    , m_column(makeColumn(this))
    , m_gap(new QSpacerItem(0, 0))
{
    m_mark = new BrandMark(this);
    m_glyph = new SeverityGlyph(this);
    m_spinner = new Spinner(this);
    m_spinner->setSteps(waitingSpinner);
    m_headline = new Heading(this);
    m_headline->setAlignment(Qt::AlignCenter);
    m_headline->setWordWrap(true); // a sentence, which large letters make long
    m_body = centredText(this);
    m_tryAgain = new Button(Button::Kind::Primary, {}, this);
    m_tryAgain->setObjectName(QStringLiteral("tryAgainButton"));
    m_without = new Button(Button::Kind::Text, {}, this);
    m_without->setObjectName(QStringLiteral("withoutItButton"));
    m_column->addWidget(m_mark, 0, Qt::AlignHCenter);
    m_column->addWidget(m_glyph, 0, Qt::AlignHCenter);
    m_column->addWidget(m_spinner, 0, Qt::AlignHCenter);
    m_column->addWidget(m_headline);
    m_column->addWidget(m_body);
    m_column->addItem(m_gap);
    m_column->addWidget(m_tryAgain, 0, Qt::AlignHCenter);
    m_column->addWidget(m_without, 0, Qt::AlignHCenter);
    connect(m_tryAgain, &Button::clicked, this, &KeychainPage::tryAgain);
    connect(m_without, &Button::clicked, this, &KeychainPage::signInWithoutIt);
    shape();
    retranslate();
}

void KeychainPage::shape()
{
    scaleFont(m_headline, subheadingScale * 1.2, true);
    m_gap->changeSize(0, grid(this, 1));
    m_column->setSpacing(grid(this, 2));
}

Message KeychainPage::message() const
{
    const QString name = m_keychainName.isEmpty() ? tr("your password store") : m_keychainName;
    return makeMessage(m_id, {{QStringLiteral("keychain"), embedded(name)}});
}

void KeychainPage::retranslate()
{
    const Message shown = message();
    m_headline->setPlainText(shown.headline);
    m_body->setText(shown.body);
    m_headline->setAccessibleDescription(shown.body); // read with it, when it gets the focus
    if (shown.actions.size() > 1) // else it is hidden
        m_tryAgain->setText(actionText(shown.actions.first()));
    m_without->setText(actionText(shown.actions.last()));
}

void KeychainPage::showWaiting(MessageId id, const QString &keychainName)
{
    const bool isNews = isVisible() && id != m_id;
    const QString before = m_tryAgain->text();
    m_id = id;
    m_keychainName = keychainName;
    const Message shown = message();
    const bool isStuck = shown.severity == Severity::Warning; // else it goes on by itself
    m_glyph->setVisible(isStuck);
    m_glyph->setSeverity(Severity::Warning, coloursOf(this).warning);
    m_spinner->setVisible(!isStuck);
    retranslate();
    // Before the button goes: the next one, which would take the focus, means the opposite.
    const bool goes = shown.actions.size() < 2 || m_tryAgain->text() != before;
    const bool moves = m_tryAgain->hasFocus() && goes;
    if (moves)
        focusHeading();
    m_tryAgain->setVisible(shown.actions.size() > 1);
    if (isNews && !moves)
        m_announcer->say(shown.text());
}

void KeychainPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        shape();
    if (event->type() == QEvent::PaletteChange)
        m_glyph->setSeverity(Severity::Warning, coloursOf(this).warning);
}

void KeychainPage::focusHeading()
{
    m_headline->setFocus(Qt::OtherFocusReason);
}

} // namespace latchkey
