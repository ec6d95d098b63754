<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>{n} minutę temu</numerusform>
            <numerusform>{n} minuty temu</numerusform>
            <numerusform>{n} minut temu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation>
            <numerusform>{n} godzinę temu</numerusform>
            <numerusform>{n} godziny temu</numerusform>
            <numerusform>{n} godzin temu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation>
            <numerusform>{n} dzień temu</numerusform>
            <numerusform>{n} dni temu</numerusform>
            <numerusform>{n} dni temu</numerusform>
        </translation>
    </message>
</context>
</TS>
