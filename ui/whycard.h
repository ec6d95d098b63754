#pragma once

#include "ui/sessiontext.h"

#include <QWidget>

#include <functional>

class QLabel;

namespace latchkey
{

class Button;
class FactsTable;

// Why the session ended, or cannot be renewed, below the button that asked: the cause in a
// sentence, the facts, what happened last, and a button that copies all of it.
class WhyCard final : public QWidget
{
    Q_OBJECT
public:
    explicit WhyCard(QWidget *parent = nullptr);
    // Made again when the language changes. Empty: hides the card.
    void setReason(const std::function<WhyWords()> &make);
    [[nodiscard]] QString copyText() const;
    [[nodiscard]] Button *copyButton() const { return m_copy; }
    void retranslate();
    void shape();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    std::function<WhyWords()> m_make;
    QString m_text;
    QLabel *m_cause;
    FactsTable *m_facts;
    QLabel *m_last;
    FactsTable *m_steps;
    Button *m_copy;
};

} // namespace latchkey
