#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace latchkey::demo
{

// What the program that started this one may ask of it by lines of standard input (serving with
// --until-stdin-closes). A line is one command, in lower case, ended by a newline:
//
//     revoke    every token issued so far is refused from now on; answered by the line "revoked"
//               on standard output
//
// The pipe carries no secret, and needs none: nobody but the parent holds its other end. A line
// that is no command changes nothing and is told on standard error, but never repeated there
// (security.md I4). An empty line, and a last one without a newline, are nothing at all.
class Commands
{
public:
    struct Actions {
        std::function<void()> revoke;
        std::function<void()> refuse; // not a command
    };
    explicit Commands(Actions actions);

    // The next bytes of the input, cut anywhere. Keeps no more of a line than a command can have.
    void read(QByteArrayView bytes);

private:
    void endLine();

    Actions m_actions;
    QByteArray m_line;
    bool m_tooLong = false;
};

} // namespace latchkey::demo
