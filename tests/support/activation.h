#pragma once

namespace latchkey::test
{

// Qt sends accessibility events only when somebody listens on the platform's bus. There is no bus
// on the offscreen platform and no public way to pretend, hence the one private header of the
// tests.
void activateAccessibility();

} // namespace latchkey::test
