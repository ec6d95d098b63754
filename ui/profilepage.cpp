#include "ui/profilepage.h"

#include "ui/avatar.h"
#include "ui/displaytext.h"
#include "ui/sessiontext.h"
#include "ui/theme.h"
#include "ui/timetext.h"
#include "ui_profilepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

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

ProfilePage::ProfilePage(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfilePage>())
    , m_clock(clock)
    , m_minute(clock.makeTimer([this] { tick(); }))
    , m_copied(clock.makeTimer([this] {
        m_ui->copyEmailButton->setText(tr("Copy"));
        m_ui->copyIdButton->setText(tr("Copy"));
    }))
{
    m_ui->setupUi(this);
    shape();
    connectButtons();
    clear();
}

ProfilePage::~ProfilePage() = default;

void ProfilePage::shape()
{
    const auto steps = [this](double count) { return grid(this, count); };
    m_ui->scrollArea->setColumnScale(1.1);
    scaleFont(m_ui->nameLabel, headingScale, true);
    for (Button *button : {m_ui->copyEmailButton, m_ui->copyIdButton, m_ui->sessionButton})
        button->setKind(Button::Kind::Text);
    scaleFont(m_ui->sessionButton, subheadingScale, true);
    m_ui->sessionButton->setDisclosure(true);
    for (QLabel *label : {m_ui->roleNameLabel, m_ui->userIdNameLabel, m_ui->memberSinceNameLabel,
                          m_ui->lastChangedNameLabel, static_cast<QLabel *>(m_ui->updatedLabel)})
        setMuted(label);
    alignLeading(m_ui->badgeLabel);
    const int in = ringSpace;
    m_ui->barSpacer->changeSize(0, steps(2), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_ui->headLayout->setContentsMargins(in, 0, in, 0);
    m_ui->headLayout->setSpacing(steps(2.5));
    m_ui->emailLayout->setSpacing(steps(1));
    m_ui->badgeLayout->setSpacing(steps(1));
    m_ui->factsLayout->setContentsMargins(in, steps(3), in, 0);
    m_ui->factsLayout->setHorizontalSpacing(steps(3));
    m_ui->factsLayout->setVerticalSpacing(steps(0.25));
    for (int row = 0; row < m_ui->factsLayout->rowCount(); ++row)
        m_ui->factsLayout->setRowMinimumHeight(row, steps(3.5));
    m_ui->idLayout->setSpacing(steps(1));
    m_ui->updatedLabel->setContentsMargins(in, 0, in, 0);
    m_ui->refreshLayout->setContentsMargins(0, steps(1), 0, steps(1.5));
    m_ui->sessionRows->setContentsMargins(in, 0, in, 0);
    m_ui->sessionRows->setHorizontalSpacing(steps(3));
    m_ui->sessionRows->setVerticalSpacing(steps(1));
    m_ui->sessionLayout->setContentsMargins(0, steps(1), 0, 0);
    m_ui->sessionLayout->setSpacing(steps(1.5));
    m_ui->footLayout->setContentsMargins(0, steps(2), 0, 0);
}

void ProfilePage::connectButtons()
{
    connect(m_ui->copyEmailButton, &Button::clicked, this, [this] {
        if (m_profile)
            copy(*m_ui->copyEmailButton, displayText(m_profile->email));
    });
    connect(m_ui->copyIdButton, &Button::clicked, this, [this] {
        if (m_profile)
            copy(*m_ui->copyIdButton, QString::number(m_profile->id));
    });
    connect(m_ui->refreshButton, &Button::clicked, this, [this] {
        if (!m_refreshing)
            emit refreshRequested();
    });
    connect(m_ui->renewButton, &Button::clicked, this, &ProfilePage::renewRequested);
    connect(m_ui->signOutButton, &Button::clicked, this, &ProfilePage::signOutRequested);
    connect(m_ui->sessionButton, &Button::toggled, m_ui->sessionPanel, &QWidget::setVisible);
    connect(m_ui->messageBar, &MessageBar::actionTriggered, this, &ProfilePage::actionTriggered);

    auto *menu = new QMenu(m_ui->accountButton);
    menu->addAction(tr("Switch account"), this, &ProfilePage::switchAccountRequested);
    menu->addAction(tr("Settings"), this, &ProfilePage::settingsRequested);
    menu->addSeparator();
    // Only shown here: the window owns the shortcut.
    menu->addAction(tr("Sign out") + QStringLiteral("\tCtrl+Shift+L"), this,
                    &ProfilePage::signOutRequested);
    m_ui->accountButton->setMenu(menu);
}

void ProfilePage::setProfile(const Profile &profile, WallTime at)
{
    m_profile = profile;
    m_loadedAt = at;
    const QString name = displayText(profile.name);
    m_ui->nameLabel->setPlainText(name.isEmpty() ? tr("Name not provided") : embedded(name));
    m_ui->emailLabel->setPlainText(profile.email.isEmpty() ? dash() : embedded(profile.email));
    m_ui->roleLabel->setPlainText(profile.role.isEmpty() ? dash() : embedded(profile.role));
    m_ui->userIdLabel->setPlainText(QString::number(profile.id));
    m_ui->avatar->setInitials(initialsOf(name.isEmpty() ? profile.email : name));
    m_ui->copyEmailButton->setVisible(!profile.email.isEmpty());
    m_ui->copyIdButton->show();
    showDates();
    m_minute->start(std::chrono::minutes(1));
}

void ProfilePage::clear()
{
    m_minute->stop();
    m_profile.reset();
    m_loadedAt.reset();
    m_refreshing = false;
    m_ui->nameLabel->setPlainText(tr("Loading your profile..."));
    for (ElidedLabel *label : {m_ui->emailLabel, m_ui->roleLabel, m_ui->userIdLabel})
        label->setPlainText(label == m_ui->emailLabel ? QString() : dash());
    m_ui->copyEmailButton->hide();
    m_ui->copyIdButton->hide();
    m_ui->avatar->setInitials({});
    m_ui->avatar->setImage({});
    m_ui->messageBar->clear();
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

    QString updated;
    if (m_refreshing) {
        updated = tr("Updating...");
    } else if (m_loadedAt) {
        const QDateTime loaded = localTime(*m_loadedAt);
        const bool stale = loaded.secsTo(now) >= std::chrono::seconds(staleAfter).count();
        updated = fillIn(
            tr("Updated {time}"),
            {{QStringLiteral("time"), stale ? agoText(loaded, now) : momentText(loaded, now)}});
    }
    m_ui->updatedLabel->setPlainText(updated,
                                     m_loadedAt ? isoText(localTime(*m_loadedAt)) : QString());
}

void ProfilePage::setSession(const SessionStatus &status)
{
    m_status = status;
    showSessionRows();
}

void ProfilePage::showSessionRows()
{
    const SessionWords words = sessionWords(m_status, m_clock.wall());
    const Colours colours = coloursOf(this);
    m_ui->badgeLabel->setText(words.badge);
    m_ui->badgeGlyph->setSeverity(
        words.severity, words.severity == Severity::Success ? colours.success : colours.warning);
    m_ui->renewButton->setEnabled(m_status.state == SessionState::SignedIn);

    auto *rows = m_ui->sessionRows;
    const auto labelAt = [&](int row, int column) {
        QLayoutItem *item = rows->itemAtPosition(row, column);
        if (!item) {
            auto *label = new QLabel(m_ui->sessionPanel);
            label->setTextFormat(Qt::PlainText);
            label->setWordWrap(column == 1);
            alignLeading(label);
            if (column == 0)
                setMuted(label);
            rows->addWidget(label, row, column, Qt::AlignTop);
            item = rows->itemAtPosition(row, column);
        }
        return static_cast<QLabel *>(item->widget());
    };
    for (int row = 0; row < rows->rowCount() || row < words.rows.size(); ++row) {
        const bool used = row < words.rows.size();
        const SessionWords::Row text = used ? words.rows.at(row) : SessionWords::Row{};
        labelAt(row, 0)->setText(text.name);
        labelAt(row, 1)->setText(text.value);
        setPlainToolTip(labelAt(row, 1), text.tip);
        labelAt(row, 0)->setVisible(used);
        labelAt(row, 1)->setVisible(used);
    }
}

void ProfilePage::setRefreshing(bool refreshing)
{
    m_refreshing = refreshing;
    showDates();
}

void ProfilePage::tick()
{
    showDates();
    showSessionRows();
    m_minute->start(std::chrono::minutes(1));
}

void ProfilePage::copy(Button &button, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    button.setText(tr("Copied"));
    m_copied->start(copiedShown);
}

void ProfilePage::showMessage(const Message &message)
{
    MessageBar *bar = m_ui->messageBar;
    if (bar->hasMessage() && bar->message().id == message.id
        && bar->message().actions == message.actions)
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
