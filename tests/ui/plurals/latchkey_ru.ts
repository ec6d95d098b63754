<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>{n} минуту назад</numerusform>
            <numerusform>{n} минуты назад</numerusform>
            <numerusform>{n} минут назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation>
            <numerusform>{n} час назад</numerusform>
            <numerusform>{n} часа назад</numerusform>
            <numerusform>{n} часов назад</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation>
            <numerusform>{n} день назад</numerusform>
            <numerusform>{n} дня назад</numerusform>
            <numerusform>{n} дней назад</numerusform>
        </translation>
    </message>
</context>
</TS>
