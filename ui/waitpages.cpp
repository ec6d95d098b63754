#include "ui/waitpages.h"

#include "ui/button.h"
#include "ui/displaytext.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QVBoxLayout>

namespace latchkey
{

namespace
{

constexpr Milliseconds blankTime{200};
constexpr std::chrono::seconds slowAfter{3};

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
    column->setSpacing(grid(page, 2));
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
    QVBoxLayout *column = makeColumn(this);
    m_spinner = new Spinner(this);
    m_text = centredText(this);
    m_signIn = new Button(Button::Kind::Outlined, tr("Sign in instead"), this);
    m_signIn->setObjectName(QStringLiteral("signInInsteadButton"));
    column->addWidget(m_spinner, 0, Qt::AlignHCenter);
    column->addWidget(m_text);
    column->addWidget(m_signIn, 0, Qt::AlignHCenter);
    connect(m_signIn, &Button::clicked, this, &RestoringPage::signInInstead);
    m_signIn->hide();
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
    m_slow = false;
    if (!m_spinner)
        return;
    m_spinner->hide();
    m_text->hide();
    m_signIn->hide();
}

void RestoringPage::tick()
{
    if (!m_spinner)
        build();
    m_text->setText(m_slow ? fillIn(tr("Checking your session with {host}..."),
                                    {{QStringLiteral("host"), embedded(m_host)}})
                           : tr("Restoring your session..."));
    m_spinner->show();
    m_text->show();
    m_signIn->setVisible(m_slow);
    if (m_slow)
        return;
    m_slow = true;
    m_timer->start(slowAfter - blankTime);
}

KeychainPage::KeychainPage(QWidget *parent)
    : QWidget(parent)
{
    QVBoxLayout *column = makeColumn(this);
    m_glyph = new SeverityGlyph(this);
    m_spinner = new Spinner(this);
    m_headline = new Heading(this);
    scaleFont(m_headline, subheadingScale * 1.2, true);
    m_headline->setAlignment(Qt::AlignCenter);
    m_body = centredText(this);
    m_tryAgain = new Button(Button::Kind::Primary, actionText(MessageAction::TryAgain), this);
    m_without = new Button(Button::Kind::Text, actionText(MessageAction::SignInWithoutIt), this);
    column->addWidget(m_glyph, 0, Qt::AlignHCenter);
    column->addWidget(m_spinner, 0, Qt::AlignHCenter);
    column->addWidget(m_headline);
    column->addWidget(m_body);
    column->addSpacing(grid(this, 1));
    column->addWidget(m_tryAgain, 0, Qt::AlignHCenter);
    column->addWidget(m_without, 0, Qt::AlignHCenter);
    connect(m_tryAgain, &Button::clicked, this, &KeychainPage::tryAgain);
    connect(m_without, &Button::clicked, this, &KeychainPage::signInWithoutIt);
}

void KeychainPage::showWaiting(MessageId id, const QString &keychainName)
{
    const QString name = keychainName.isEmpty() ? tr("your password store") : keychainName;
    m_message = makeMessage(id, {{QStringLiteral("keychain"), embedded(name)}});
    const bool refused = id == MessageId::K3;
    m_headline->setPlainText(m_message.headline);
    m_body->setText(m_message.body);
    m_glyph->setVisible(refused);
    m_glyph->setSeverity(m_message.severity, coloursOf(this).warning);
    m_spinner->setVisible(!refused);
    m_without->setText(actionText(m_message.actions.last()));
}

void KeychainPage::focusHeading()
{
    m_headline->setFocus(Qt::OtherFocusReason);
}

} // namespace latchkey
