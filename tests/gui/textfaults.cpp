#include "tests/gui/textfaults.h"

#include "tests/gui/guisupport.h"
#include "tests/support/pseudolocale/pseudotext.h"
#include "ui/button.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace latchkey::test
{

namespace
{

constexpr int slack = 1; // rounding

QString withoutMnemonic(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("&(?!&)")));
}

bool isElided(const QLabel &label)
{
    return label.inherits("latchkey::ElidedLabel");
}

QString faultOf(const QLabel &label, bool elidedToo)
{
    const QFontMetrics metrics(label.font());
    const QRect room = label.contentsRect();
    if (label.wordWrap()) {
        if (label.heightForWidth(label.width()) > label.height() + slack)
            return QStringLiteral("lines cut off");
        for (const QString &word : label.text().split(QRegularExpression(QStringLiteral("\\s")))) {
            if (metrics.horizontalAdvance(word) > room.width() + slack)
                return QStringLiteral("a word is wider than its label");
        }
        return {};
    }
    if (room.height() + slack < metrics.height())
        return QStringLiteral("cut in height");
    if (isElided(label) && !elidedToo)
        return {};
    const QString text = label.textFormat() == Qt::PlainText ? label.text() : QString();
    if (metrics.size(Qt::TextSingleLine, withoutMnemonic(text)).width() > room.width() + slack)
        return QStringLiteral("cut in width");
    return {};
}

QString faultOf(const QAbstractButton &button)
{
    const QFontMetrics metrics(button.font());
    const bool wraps = button.sizePolicy().hasHeightForWidth();
    if (wraps && button.heightForWidth(button.width()) > button.height() + slack)
        return QStringLiteral("button cut in height");
    if (!wraps && metrics.horizontalAdvance(withoutMnemonic(button.text())) > button.width())
        return QStringLiteral("button cut in width");
    if (metrics.height() > button.height())
        return QStringLiteral("button cut in height");
    return {};
}

// The box needs room for its frame and its arrow too, as its style says.
QString faultOf(const QComboBox &box)
{
    const int wanted = box.minimumSizeHint().width();
    const int text = QFontMetrics(box.font()).horizontalAdvance(box.currentText());
    return box.width() + slack < wanted || box.width() < text + box.height()
        ? QStringLiteral("box cut in width")
        : QString();
}

bool isTextWidget(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return !label->text().isEmpty();
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget);
}

QString nameFor(const QWidget *widget, const QString &text)
{
    return widget->objectName() + QStringLiteral(" \"") + text.left(60) + u'"';
}

// Qt's own inner parts: a combo box's editor and list, a scroll bar's buttons.
bool isInnerPart(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_");
}

QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts += label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts += button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        texts += edit->placeholderText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < box->count(); ++i)
            texts += box->itemText(i);
    }
    return texts;
}

} // namespace

QStringList cutTexts(const QWidget *root, bool elidedToo)
{
    QStringList faults;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || isInnerPart(widget))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            const QString fault = faultOf(*label, elidedToo);
            if (!fault.isEmpty())
                faults += fault + u' ' + nameFor(label, label->text());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            const QString fault = faultOf(*button);
            if (!fault.isEmpty())
                faults += fault + u' ' + nameFor(button, button->text());
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            const QString fault = faultOf(*box);
            if (!fault.isEmpty())
                faults += fault + u' ' + nameFor(box, box->currentText());
        }
    }
    return faults;
}

QStringList overlaps(const QWidget *root)
{
    QList<const QWidget *> texts;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisible() && isTextWidget(widget) && !isInnerPart(widget))
            texts += widget;
    }
    // Around each control there is room for its focus ring, which neighbours may share.
    const auto place = [root](const QWidget *widget) {
        const QRect shown = widget->visibleRegion().boundingRect(); // not what is scrolled away
        return shown.translated(widget->mapTo(root, QPoint()))
            .intersected(QRect(widget->mapTo(root, QPoint()), widget->size())
                             .adjusted(ringSpace, ringSpace, -ringSpace, -ringSpace));
    };
    QStringList faults;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        for (qsizetype j = i + 1; j < texts.size(); ++j) {
            const QWidget *one = texts.at(i);
            const QWidget *other = texts.at(j);
            if (one->isAncestorOf(other) || other->isAncestorOf(one))
                continue;
            const bool inField = isToggleInField(one, other) || isToggleInField(other, one);
            if (!inField && place(one).intersects(place(other)))
                faults += nameFor(one, one->accessibleName()) + QStringLiteral(" over ")
                    + nameFor(other, other->accessibleName());
        }
    }
    return faults;
}

QStringList untranslated(const QWidget *root, const QStringList &data)
{
    QList<const QWidget *> widgets{root};
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (widget->isVisible() && !isInnerPart(widget))
            widgets += widget;
    }
    QStringList faults;
    for (const QWidget *widget : std::as_const(widgets)) {
        for (const QString &text : textsOf(widget)) {
            QString rest = text;
            for (const QString &known : data)
                rest.replace(known, QString(), Qt::CaseInsensitive);
            if (hasPlainWord(rest))
                faults += nameFor(widget, text);
            if (rest.count(u'[') != rest.count(u']') && !widget->parentWidget())
                faults += QStringLiteral("one bracket: ") + nameFor(widget, text);
        }
    }
    return faults;
}

} // namespace latchkey::test
