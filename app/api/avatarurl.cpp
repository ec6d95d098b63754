#include "app/api/avatarurl.h"

#include "app/base/serveraddress.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace latchkey
{

namespace
{

constexpr qsizetype MaxUrlLength = 2048;

struct Subnet {
    const char *prefix;
    int length;
};

// IANA's special-purpose registries (RFC 6890), the part that is not globally reachable, and the
// IPv6 ranges that wrap an IPv4 address.
constexpr std::array ClosedSubnets{
    Subnet{"0.0.0.0", 8},     Subnet{"10.0.0.0", 8},     Subnet{"100.64.0.0", 10},
    Subnet{"127.0.0.0", 8},   Subnet{"169.254.0.0", 16}, Subnet{"172.16.0.0", 12},
    Subnet{"192.0.0.0", 24},  Subnet{"192.168.0.0", 16}, Subnet{"198.18.0.0", 15},
    Subnet{"224.0.0.0", 4},   Subnet{"240.0.0.0", 4},    Subnet{"::", 96},
    Subnet{"::ffff:0:0", 96}, Subnet{"64:ff9b::", 96},   Subnet{"64:ff9b:1::", 48},
    Subnet{"2002::", 16},     Subnet{"fc00::", 7},       Subnet{"fe80::", 10},
    Subnet{"fec0::", 10},     Subnet{"ff00::", 8},
};

bool isClosedLiteral(const QString &host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return false;
    return std::any_of(ClosedSubnets.begin(), ClosedSubnets.end(), [&](const Subnet &subnet) {
        return address.isInSubnet(QHostAddress(QString::fromLatin1(subnet.prefix)), subnet.length);
    });
}

bool isLoopbackName(QString host)
{
    while (host.endsWith(u'.'))
        host.chop(1);
    return isLoopbackHost(host) || host.endsWith(u".localhost"); // RFC 6761 section 6.3
}

} // namespace

bool isAvatarUrlAllowed(const QUrl &url, bool loopbackAllowed)
{
    const QString host = url.host();
    if (!url.isValid() || host.isEmpty() || !url.userInfo().isEmpty()
        || url.toEncoded().size() > MaxUrlLength)
        return false;
    if (url.scheme() == u"http")
        return loopbackAllowed && isLoopbackHost(host);
    if (url.scheme() != u"https")
        return false;
    return loopbackAllowed || (!isLoopbackName(host) && !isClosedLiteral(host));
}

} // namespace latchkey
