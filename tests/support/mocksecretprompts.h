#pragma once

#include "tests/support/mocksecretstore.h"

#include <QList>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>

namespace latchkey::test
{

// What a Prompt object asks the person.
struct MockQuestion {
    QStringList about; // paths of collections and items
    // When it is to be shown: an answer that needs nobody, or none.
    std::function<std::optional<bool>()> known;
    // Does what the person said, and gives the result that goes with Completed. It may set `next`.
    std::function<QVariant(bool yes)> answer;
};

// The prompts of a MockSecretService, and the person before them.
class MockSecretPrompts
{
public:
    // Waits: until answer(), or for ever. The others answer whatever is opened, at once.
    enum class Person { Waits, Allows, Refuses };

    MockSecretPrompts(MockSecretBus &bus, const MockManners &manners);

    Person person = Person::Waits;
    int opened = 0; // questions that were put to the person so far
    // Set by an answer: one more question in the same prompt, instead of its Completed.
    std::optional<MockQuestion> next;
    QStringList fatal; // what the real service would have died of, in words

    // A Prompt object for this caller. Nothing is shown before its Prompt().
    [[nodiscard]] QString add(const QString &caller, MockQuestion question);
    void showWithoutObject(MockQuestion question);
    [[nodiscard]] QList<QStringList> open() const; // what each question on the screen is about
    // By the first of them. A yes also ends those behind it that it has answered too.
    void answer(bool yes);
    void closeAll(); // no Completed comes
    void startOver(); // as made
    // False: there is no such method.
    bool handle(const QString &method, const QDBusMessage &call);

private:
    struct Asked {
        QString path; // empty: no object, or no longer one
        QString caller;
        MockQuestion question;
        bool isOpen = false;
    };

    void show(qsizetype index);
    void finish(qsizetype index, bool yes);
    void dismiss(qsizetype index);
    void tellCompleted(const Asked &asked, bool dismissed, const QVariant &result);

    MockSecretBus &m_bus;
    const MockManners &m_manners;
    QList<Asked> m_asked;
    int m_last = 0;
};

} // namespace latchkey::test
