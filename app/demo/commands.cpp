#include "app/demo/commands.h"

#include <utility>

namespace latchkey::demo
{

namespace
{

constexpr qsizetype kLongestLine = 64;

} // namespace

Commands::Commands(Actions actions)
    : m_actions(std::move(actions))
{
}

void Commands::read(QByteArrayView bytes)
{
    for (const char byte : bytes) {
        if (byte == '\n')
            endLine();
        else if (m_line.size() < kLongestLine)
            m_line += byte;
        else
            m_tooLong = true;
    }
}

void Commands::endLine()
{
    const QByteArray line = std::exchange(m_line, {}).trimmed(); // Windows ends a line with two
    const bool tooLong = std::exchange(m_tooLong, false);
    if (!tooLong && line.isEmpty())
        return;
    if (!tooLong && line == "revoke")
        m_actions.revoke();
    else
        m_actions.refuse();
}

} // namespace latchkey::demo
