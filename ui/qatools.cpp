#include "ui/qatools.h"

#include "ui/button.h"
#include "ui/flowlayout.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QLabel>

namespace latchkey
{

namespace
{

struct Words {
    QString text;
    QString name;
    QString help;
};

// Screen readers are told of each new name and description: only what is really new.
void label(Button *button, const Words &words)
{
    if (button->accessibleName() == words.name && button->accessibleDescription() == words.help
        && button->text() == words.text)
        return;
    button->setAccessibleName(words.name);
    button->setText(words.text);
    button->setAccessibleDescription(words.help);
    setPlainToolTip(button, words.help);
}

} // namespace

QaTools::QaTools(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this))
    , m_label(new QLabel(this))
    , m_access(new Button(Button::Kind::Outlined, {}, this))
    , m_refresh(new Button(Button::Kind::Outlined, {}, this))
    , m_revoke(new Button(Button::Kind::Outlined, {}, this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_access->setObjectName(QStringLiteral("expireAccessButton"));
    m_refresh->setObjectName(QStringLiteral("expireRefreshButton"));
    m_revoke->setObjectName(QStringLiteral("revokeButton"));
    m_layout->insertWidget(0, m_label);
    for (Button *button : {m_access, m_refresh, m_revoke}) {
        button->setWrapping();
        m_layout->insertWidget(m_layout->count(), button);
    }
    connect(m_access, &Button::clicked, this,
            [this] { emit expireRequested(TokenKind::Access, !m_accessExpired); });
    connect(m_refresh, &Button::clicked, this,
            [this] { emit expireRequested(TokenKind::Refresh, !m_refreshExpired); });
    connect(m_revoke, &Button::clicked, this, &QaTools::revokeRequested);
    setRevocable(false);
    shape();
}

void QaTools::setStatus(const SessionStatus &status, WallTime now)
{
    const auto lives
        = [now](const std::optional<WallTime> &expiry) { return expiry && *expiry > now; };
    // A refresh token with time left in a session that cannot be renewed was refused.
    const bool renewable = status.state != SessionState::NotRenewable;
    m_accessExpired = status.accessExpiredByHand;
    m_refreshExpired = status.refreshExpiredByHand;
    m_access->setEnabled(m_accessExpired || lives(status.accessExpiry));
    m_refresh->setEnabled(m_refreshExpired || (renewable && lives(status.refreshExpiry)));
    retranslate();
}

void QaTools::setRevocable(bool revocable)
{
    m_revocable = revocable;
    m_revoke->setEnabled(revocable);
    retranslate();
}

void QaTools::retranslate()
{
    m_label->setText(tr("QA mode:"));
    if (m_accessExpired)
        label(m_access,
              {tr("Res&tore access"), tr("Restore access"),
               tr("Let the access token's own end count again")});
    else
        label(m_access,
              {tr("E&xpire access"), tr("Expire access"),
               tr("Take the access token for expired, without touching it")});
    if (m_refreshExpired)
        label(m_refresh,
              {tr("Re&store refresh"), tr("Restore refresh"),
               tr("Let the refresh token's own end count again")});
    else
        label(m_refresh,
              {tr("Ex&pire refresh"), tr("Expire refresh"),
               tr("Take the refresh token for expired, without touching it")});
    label(m_revoke,
          {tr("Re&voke"), tr("Revoke"),
           m_revocable ? tr("Make the demo server refuse every token it gave out so far")
                       : tr("Only a demo server that this program started can do this")});
}

void QaTools::shape()
{
    setMuted(m_label);
    m_label->setContentsMargins(ringSpace, 0, ringSpace, 0);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(grid(this, 0.5));
}

} // namespace latchkey
