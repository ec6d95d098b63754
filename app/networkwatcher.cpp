#include "app/networkwatcher.h"

#include "app/base/logging.h"
#include "app/networkservice.h"

#include <QNetworkInformation>

#include <utility>

namespace latchkey
{

namespace
{

NetworkView viewOf(const QNetworkInformation &information)
{
    return {information.reachability() == QNetworkInformation::Reachability::Online,
            information.isBehindCaptivePortal()};
}

} // namespace

ReconnectionRule::ReconnectionRule(Clock &clock, std::function<void()> reconnected)
    : m_settled(clock.makeTimer(std::move(reconnected)))
{
}

void ReconnectionRule::begin(NetworkView now)
{
    m_usable = now.online && !now.behindPortal;
    m_settled->stop();
}

void ReconnectionRule::learn(NetworkView now)
{
    const bool usable = now.online && !now.behindPortal;
    if (std::exchange(m_usable, usable) == usable)
        return;
    if (usable)
        m_settled->start(settling);
    else
        m_settled->stop();
}

NetworkWatcher::NetworkWatcher(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_rule(clock, [this] { emit reconnected(); })
{
}

void NetworkWatcher::start()
{
    if (!std::exchange(m_started, true))
        whenNetworkServiceAnswers(this, [this] { load(); });
}

void NetworkWatcher::load()
{
    using Information = QNetworkInformation;
    if (!Information::loadBackendByFeatures(Information::Feature::Reachability)) {
        qCDebug(lcApp, "no backend tells of the network: retrying has to do");
        return;
    }
    const Information *information = Information::instance();
    m_rule.begin(viewOf(*information));
    const auto look = [this, information] { m_rule.learn(viewOf(*information)); };
    connect(information, &Information::reachabilityChanged, this, look);
    connect(information, &Information::isBehindCaptivePortalChanged, this, look);
}

} // namespace latchkey
