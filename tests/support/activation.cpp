#include "tests/support/activation.h"

#include <QtGui/private/qguiapplication_p.h>
#include <QtGui/qpa/qplatformaccessibility.h>
#include <QtGui/qpa/qplatformintegration.h>

namespace latchkey::test
{

void activateAccessibility()
{
    QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
}

} // namespace latchkey::test
