<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>messages</name>
    <message numerus="yes">
        <source>{host} is taking longer than usual ({n} s).</source>
        <extracomment>{host} is the name of the server; {n} is how many seconds have gone by.</extracomment>
        <translation>
            <numerusform>{host} is taking longer than usual ({n} s).</numerusform>
            <numerusform>{host} is taking longer than usual ({n} s).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{host} didn&apos;t answer within {n} seconds.</source>
        <extracomment>{host} is the name of the server; {n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>{host} didn&apos;t answer within {n} second.</numerusform>
            <numerusform>{host} didn&apos;t answer within {n} seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your session ends in {n} minutes and can&apos;t be renewed. Sign in again now to stay signed in.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>Your session ends in {n} minute and can&apos;t be renewed. Sign in again now to stay signed in.</numerusform>
            <numerusform>Your session ends in {n} minutes and can&apos;t be renewed. Sign in again now to stay signed in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Can&apos;t renew your session yet. Trying again in {n} s. You can keep working until {time}.</source>
        <extracomment>{n} is a number of seconds; {time} is a time of day, or a date with it.</extracomment>
        <translation>
            <numerusform>Can&apos;t renew your session yet. Trying again in {n} s. You can keep working until {time}.</numerusform>
            <numerusform>Can&apos;t renew your session yet. Trying again in {n} s. You can keep working until {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>This computer&apos;s clock is {n} minute ahead. Sessions may end early. Set the time automatically in system settings.</numerusform>
            <numerusform>This computer&apos;s clock is {n} minutes ahead. Sessions may end early. Set the time automatically in system settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} minutes behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of minutes.</extracomment>
        <translation>
            <numerusform>This computer&apos;s clock is {n} minute behind. Sessions may end early. Set the time automatically in system settings.</numerusform>
            <numerusform>This computer&apos;s clock is {n} minutes behind. Sessions may end early. Set the time automatically in system settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still there? You&apos;ll be signed out in {n} s.</source>
        <extracomment>{n} is a number of seconds.</extracomment>
        <translation>
            <numerusform>Still there? You&apos;ll be signed out in {n} s.</numerusform>
            <numerusform>Still there? You&apos;ll be signed out in {n} s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours ahead. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>This computer&apos;s clock is {n} hour ahead. Sessions may end early. Set the time automatically in system settings.</numerusform>
            <numerusform>This computer&apos;s clock is {n} hours ahead. Sessions may end early. Set the time automatically in system settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is {n} hours behind. Sessions may end early. Set the time automatically in system settings.</source>
        <extracomment>{n} is a number of hours.</extracomment>
        <translation>
            <numerusform>This computer&apos;s clock is {n} hour behind. Sessions may end early. Set the time automatically in system settings.</numerusform>
            <numerusform>This computer&apos;s clock is {n} hours behind. Sessions may end early. Set the time automatically in system settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>times</name>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>{n} minute ago</numerusform>
            <numerusform>{n} minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>{n} hour ago</numerusform>
            <numerusform>{n} hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <extracomment>{n} is how many.</extracomment>
        <translation>
            <numerusform>{n} day ago</numerusform>
            <numerusform>{n} days ago</numerusform>
        </translation>
    </message>
</context>
</TS>
