#pragma once

namespace latchkey
{

// Before the application object is made. In the locale "C", which containers and timers have, Qt
// 6.8 turns to UTF-8 by itself and tells so in four lines on standard error, where a person looks
// for our words. This asks for UTF-8 first. Every other locale stays as it is, and so do the
// languages and formats of this one.
void readPlainLocaleAsUtf8();

} // namespace latchkey
