#pragma once

#include "app/base/settings.h"

#include <QNetworkProxyFactory>

namespace latchkey
{

// The proxies of the desktop or the environment, or the one a person chose, for one
// QNetworkAccessManager only: QNetworkProxyFactory::setUseSystemConfiguration() would change every
// socket of the process. This computer's own addresses never go through a proxy, whatever no_proxy
// says: plain http is allowed there, and a proxy would read the password (N7, N13).
class SystemProxies final : public QNetworkProxyFactory
{
public:
    explicit SystemProxies(const ProxyChoice &choice = {});
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    ProxyChoice m_choice;
};

} // namespace latchkey
