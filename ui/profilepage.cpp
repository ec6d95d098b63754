#include "ui/profilepage.h"

#include "ui/accessibility.h"
#include "ui/announcer.h"
#include "ui/avatar.h"
#include "ui/card.h"
#include "ui/displaytext.h"
#include "ui/sessionpanel.h"
#include "ui/sessiontext.h"
#include "ui/theme.h"
#include "ui/timelinetext.h"
#include "ui/timetext.h"
#include "ui_profilepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <utility>

namespace latchkey
{

namespace
{

constexpr std::chrono::minutes staleAfter{5};
constexpr std::chrono::seconds copiedShown{2};

QString dash()
{
    return QStringLiteral("\u2014");
}

} // namespace

// What the API calls a role, in the person's language; others as the server has them.
QString ProfilePage::roleName(const QString &role)
{
    if (role == QLatin1String("customer"))
        return tr("Customer", "role");
    if (role == QLatin1String("admin"))
        return tr("Admin", "role");
    return role;
}

ProfilePage::ProfilePage(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfilePage>())
    , m_clock(clock)
    , m_panel(new SessionPanel(clock))
    , m_announcer(new Announcer(clock, this))
    , m_minute(clock.makeTimer([this] { tick(); }))
    , m_copied(clock.makeTimer([this] { showCopied(nullptr); }))
{
    m_ui->setupUi(this);
    m_ui->sessionSlot->addWidget(m_panel);
    setTabOrder(m_panel->lastStop(), m_ui->accountButton);
    setTabOrder(m_ui->accountButton, m_ui->signOutButton);
    makeMenu();
    shape();
    connectButtons();
    retranslate();
    clear();
}

ProfilePage::~ProfilePage() = default;

void ProfilePage::retranslate()
{
    m_ui->retranslateUi(this);
    nameMenu();
    showCopied(nullptr);
    showPerson();
    showDates();
    showBadge();
}

void ProfilePage::shape()
{
    const auto steps = [this](double count) { return grid(this, count); };
    m_ui->scrollArea->setColumnScale(columnScale);
    scaleName();
    for (Button *button : {m_ui->copyEmailButton, m_ui->copyIdButton, m_ui->refreshButton})
        button->setKind(Button::Kind::Text);
    m_ui->refreshButton->setIcon(Icon::Refresh);
    m_ui->accountButton->setIcon(Icon::Person);
    m_ui->signOutButton->setIcon(Icon::SignOut);
    for (QLabel *label : {m_ui->roleNameLabel, m_ui->userIdNameLabel, m_ui->memberSinceNameLabel,
                          m_ui->lastChangedNameLabel, static_cast<QLabel *>(m_ui->updatedLabel)})
        setMuted(label);
    const int in = ringSpace;
    m_ui->barSpacer->changeSize(0, steps(2), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_ui->headLayout->setContentsMargins(in, 0, in, steps(2));
    m_ui->headLayout->setSpacing(steps(2.5));
    m_ui->emailLayout->setSpacing(steps(0.5));
    m_ui->badgeLayout->setContentsMargins(0, steps(0.5), 0, 0);
    m_ui->badgeLayout->setSpacing(0);
    m_ui->cardLayout->setSpacing(0);
    m_ui->factsLayout->setContentsMargins(in, 0, in, 0);
    m_ui->factsLayout->setHorizontalSpacing(steps(2));
    m_ui->factsLayout->setVerticalSpacing(0);
    m_ui->idLayout->setSpacing(steps(0.5));
    setLeadingMargins(m_ui->refreshLayout, {in, 0, 0, 0});
    m_ui->sessionSlot->setContentsMargins(0, steps(1), 0, 0);
    m_ui->footLayout->setContentsMargins(0, steps(1.5), 0, 0);
    m_factColumns = 0;
    arrangeFacts();
}

// A name is a heading; our own words in its place are not, and have to fit in large text too.
void ProfilePage::scaleName()
{
    scaleFont(m_ui->nameLabel, headingScale, true);
    m_ui->nameLabel->setMinimumHeight(m_ui->nameLabel->sizeHint().height()); // nothing may jump
    if (!m_profile || m_profile->name.isEmpty())
        scaleFont(m_ui->nameLabel, subheadingScale, true);
}

// Their room stays while there is nothing to copy yet: the profile arrives, and nothing jumps.
void keepRoom(QWidget *widget)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget->setSizePolicy(policy);
}

void ProfilePage::connectButtons()
{
    keepRoom(m_ui->copyEmailButton);
    keepRoom(m_ui->copyIdButton);
    connect(m_ui->copyEmailButton, &Button::clicked, this, [this] {
        if (m_profile)
            copy(m_ui->copyEmailButton, displayText(m_profile->email));
    });
    connect(m_ui->copyIdButton, &Button::clicked, this, [this] {
        if (m_profile)
            copy(m_ui->copyIdButton, QString::number(m_profile->id));
    });
    connect(m_ui->refreshButton, &Button::clicked, this, [this] {
        if (!m_refreshing)
            emit refreshRequested();
    });
    connect(m_ui->signOutButton, &Button::clicked, this, &ProfilePage::signOutRequested);
    connect(m_ui->messageBar, &MessageBar::actionTriggered, this, &ProfilePage::actionTriggered);
    connect(m_panel, &SessionPanel::renewRequested, this, &ProfilePage::renewRequested);
    connect(this, &ProfilePage::renewRequested, this, [this] { m_renewAsked = m_clock.wall(); });
    connect(m_panel, &SessionPanel::signInAgainRequested, this, &ProfilePage::signInAgainRequested);
    connect(m_panel, &SessionPanel::whyRequested, this, &ProfilePage::whyRequested);
    connect(m_panel, &SessionPanel::unfolded, m_ui->scrollArea, &ColumnArea::reveal);
    connect(m_panel, &SessionPanel::claimsRequested, this, &ProfilePage::claimsRequested);
}

void ProfilePage::makeMenu()
{
    auto *menu = new QMenu(m_ui->accountButton);
    const auto add = [&](auto signal) { m_actions += menu->addAction({}, this, signal); };
    add(&ProfilePage::switchAccountRequested);
    add(&ProfilePage::settingsRequested);
    add(&ProfilePage::diagnosticsRequested);
    menu->addSeparator();
    add(&ProfilePage::signOutRequested);
    m_ui->accountButton->setMenu(menu);
}

void ProfilePage::nameMenu()
{
    // The shortcut is only shown here: the window owns it.
    const QString keys
        = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L).toString(QKeySequence::NativeText);
    const QString names[] = {tr("S&witch account"), tr("&Settings"), tr("&Diagnostics"),
                             tr("Sign &out") + u'\t' + keys};
    for (qsizetype i = 0; i < m_actions.size(); ++i)
        m_actions.at(i)->setText(names[i]);
}

void ProfilePage::setProfile(const Profile &profile, WallTime at)
{
    m_profile = profile;
    m_loadedAt = at;
    const QString name = displayText(profile.name);
    m_ui->avatar->setInitials(initialsOf(name.isEmpty() ? profile.email : name));
    showPerson();
    showDates();
    m_minute->start(std::chrono::minutes(1));
}

void ProfilePage::showPerson()
{
    const Profile person = m_profile.value_or(Profile());
    const auto orDash
        = [](const QString &text) { return text.isEmpty() ? dash() : embedded(text); };
    const QString name = displayText(person.name);
    if (!m_profile)
        m_ui->nameLabel->setPlainText(m_failed ? tr("Profile not available")
                                               : tr("Loading your profile..."));
    else
        m_ui->nameLabel->setPlainText(name.isEmpty() ? tr("Name not provided") : embedded(name));
    scaleName();
    m_ui->emailLabel->setPlainText(m_profile ? orDash(person.email) : QString());
    m_ui->roleLabel->setPlainText(orDash(roleName(person.role)));
    m_ui->userIdLabel->setPlainText(m_profile ? QString::number(person.id) : dash());
    m_ui->copyEmailButton->setVisible(!person.email.isEmpty());
    m_ui->copyIdButton->setVisible(m_profile.has_value());
}

void ProfilePage::clear()
{
    m_minute->stop();
    m_profile.reset();
    m_loadedAt.reset();
    m_refreshing = false;
    m_failed = false;
    m_ui->avatar->setInitials({});
    m_ui->avatar->setImage({});
    m_ui->messageBar->clear();
    showPerson();
    showDates();
}

void ProfilePage::setAvatar(const QImage &image)
{
    m_ui->avatar->setImage(image);
}

void ProfilePage::showDates()
{
    const QDateTime now = localTime(m_clock.wall());
    const QDateTime created = m_profile ? m_profile->createdAt.toLocalTime() : QDateTime();
    const QDateTime changed = m_profile ? m_profile->updatedAt.toLocalTime() : QDateTime();
    if (created.isValid())
        m_ui->memberSinceLabel->setPlainText(dateText(created), isoText(created));
    else
        m_ui->memberSinceLabel->setPlainText(dash());
    if (changed.isValid())
        m_ui->lastChangedLabel->setPlainText(agoText(changed, now), isoText(changed));
    else
        m_ui->lastChangedLabel->setPlainText(dash());
    arrangeFacts();

    QString updated;
    if (m_refreshing) {
        updated = tr("Updating...");
    } else if (m_loadedAt) {
        const QDateTime loaded = localTime(*m_loadedAt);
        const bool stale = loaded.secsTo(now) >= std::chrono::seconds(staleAfter).count();
        //: {time} is a time such as 14:02, or how long ago: "6 minutes ago"
        updated = fillIn(
            tr("Updated {time}"),
            {{QStringLiteral("time"), stale ? agoText(loaded, now) : momentText(loaded, now)}});
    }
    m_ui->updatedLabel->setPlainText(updated,
                                     m_loadedAt ? isoText(localTime(*m_loadedAt)) : QString());
}

void ProfilePage::setSession(const SessionStatus &status, const SessionHistory &history)
{
    m_status = status;
    m_panel->setSession(status, history);
    showBadge();
    announceRenewal(history);
}

// Only the one that the person asked for: the others are no news.
void ProfilePage::announceRenewal(const SessionHistory &history)
{
    using Kind = SessionEvent::Kind;
    if (!m_renewAsked || history.events().isEmpty())
        return;
    const SessionEvent &last = history.events().last();
    const bool answered = last.kind == Kind::Renewed || last.kind == Kind::RenewalFailed
        || last.kind == Kind::RenewalRefused;
    if (!answered || last.at < *m_renewAsked)
        return;
    m_renewAsked.reset();
    m_announcer->say(eventName(last));
}

void ProfilePage::setQaMode(bool qa)
{
    m_panel->setQaMode(qa);
}

QaTools &ProfilePage::qaTools() const
{
    return m_panel->qaTools();
}

void ProfilePage::showBadge()
{
    const SessionWords words = sessionWords(m_status, m_clock.wall());
    m_ui->badge->setState(words.severity, words.badge);
}

void ProfilePage::setRefreshing(bool refreshing)
{
    m_refreshing = refreshing;
    m_failed = !refreshing && !m_profile;
    if (!m_profile)
        showPerson();
    showDates();
}

void ProfilePage::tick()
{
    const Quietly quietly(m_ui->factsCard); // how long ago is no news
    showDates();
    showBadge();
    m_minute->start(std::chrono::minutes(1));
}

void ProfilePage::copy(Button *button, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    showCopied(button);
    m_announcer->say(tr("Copied"));
    m_copied->start(copiedShown);
}

// Null: neither any more.
void ProfilePage::showCopied(Button *button)
{
    for (Button *candidate : {m_ui->copyEmailButton, m_ui->copyIdButton}) {
        const bool copied = candidate == button;
        candidate->setIcon(copied ? Icon::Done : Icon::Copy);
        candidate->setText(copied ? tr("Copied") : QString());
        candidate->setAccessibleDescription(candidate->text());
    }
}

void ProfilePage::showWhy(const std::function<WhyWords()> &make)
{
    m_panel->showWhy(make);
}

void ProfilePage::toggleReason(const std::function<WhyWords()> &make)
{
    m_ui->messageBar->toggleReason(make);
}

void ProfilePage::copyClaims(const QString &claims)
{
    m_panel->copyClaims(claims);
}

void ProfilePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        shape();
}

void ProfilePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeFacts();
}

void ProfilePage::showMessage(const Message &message)
{
    MessageBar *bar = m_ui->messageBar;
    const Message &old = bar->message();
    // In another language nothing of it is news, nor is what was opened of it closed.
    const bool isTranslated = std::exchange(m_saidIn, QLocale()) != QLocale();
    const bool same = bar->hasMessage() && old.id == message.id && old.actions == message.actions
        && old.severity == message.severity && (isTranslated || old.details == message.details);
    if (same)
        bar->updateMessage(message); // a new number in the same message is not news
    else
        bar->showMessage(message);
}

void ProfilePage::clearMessage()
{
    m_ui->messageBar->clear();
}

std::optional<MessageId> ProfilePage::shownMessage() const
{
    if (!m_ui->messageBar->hasMessage())
        return std::nullopt;
    return m_ui->messageBar->message().id;
}

void ProfilePage::focusHeading()
{
    m_ui->nameLabel->setFocus(Qt::OtherFocusReason);
}

} // namespace latchkey
