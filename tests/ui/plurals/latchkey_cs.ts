<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cs" sourcelanguage="en">
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>{n} minuta</numerusform>
            <numerusform>{n} minuty</numerusform>
            <numerusform>{n} minut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation>
            <numerusform>{n} hodina</numerusform>
            <numerusform>{n} hodiny</numerusform>
            <numerusform>{n} hodin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation>
            <numerusform>{n} den</numerusform>
            <numerusform>{n} dny</numerusform>
            <numerusform>{n} dní</numerusform>
        </translation>
    </message>
</context>
</TS>
