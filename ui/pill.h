#pragma once

#include "ui/messages.h"

#include <QRect>
#include <QWidget>

class QLabel;

namespace latchkey
{

class SeverityGlyph;

// A state in a few words, on rounded ground in the colours of a message of that severity, with its
// sign: "Signed in until 23:40". The words wrap where room is short.
class Pill final : public QWidget
{
    Q_OBJECT
public:
    explicit Pill(QWidget *parent = nullptr);
    void setState(Severity severity, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void shape();
    [[nodiscard]] QRect groundRect() const;
    void applyColours();

    Severity m_severity = Severity::Info;
    SeverityGlyph *m_sign;
    QLabel *m_label;
};

} // namespace latchkey
