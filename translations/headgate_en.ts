<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>App::ChipDelegate</name>
    <message numerus="yes">
        <source>%n partitions</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::CreateServiceDialog</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <extracomment>behind the name of a plan</extracomment>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::DatabasePane</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <extracomment>Facts about a database</extracomment>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::DatabasesPage</name>
    <message numerus="yes">
        <source>This deletes the database %1 with %n table(s) and all their rows. It cannot be undone.</source>
        <extracomment>Dialog before a database is deleted: the database, %n tables</extracomment>
        <translation>
            <numerusform>This deletes the database %1 with %n table and all its rows. It cannot be undone.</numerusform>
            <numerusform>This deletes the database %1 with %n tables and all their rows. It cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::Disconnecting</name>
    <message numerus="yes">
        <source>This disconnects %1 and erases %2 databases with %n table(s) and their configuration. Your destination tables stay.</source>
        <extracomment>Dialog before an integration is removed: the other service, how many databases, %n tables</extracomment>
        <translation>
            <numerusform>This disconnects %1 and erases %2 databases with %n table and its configuration. Your destination tables stay.</numerusform>
            <numerusform>This disconnects %1 and erases %2 databases with %n tables and their configuration. Your destination tables stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This disconnects %1 and erases the database %2 with %n table(s) and their configuration. Your destination tables stay.</source>
        <extracomment>Dialog before an integration is removed: the other service, the database, %n tables</extracomment>
        <translation>
            <numerusform>This disconnects %1 and erases the database %2 with %n table and its configuration. Your destination tables stay.</numerusform>
            <numerusform>This disconnects %1 and erases the database %2 with %n tables and their configuration. Your destination tables stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::EditorHeader</name>
    <message numerus="yes">
        <source>%n errors to mend first</source>
        <translation>
            <numerusform>%n error to mend first</numerusform>
            <numerusform>%n errors to mend first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::EditorPage</name>
    <message numerus="yes">
        <source>Saved in the journal %1 · %n change(s) not applied</source>
        <extracomment>In the status bar; %1 is a time, %n the number of changes</extracomment>
        <translation>
            <numerusform>Saved in the journal %1 · %n change not applied</numerusform>
            <numerusform>Saved in the journal %1 · %n changes not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) from %1, not applied then, are back.</source>
        <extracomment>%n is the number of changes, %1 a date and time</extracomment>
        <translation>
            <numerusform>%n change from %1, not applied then, is back.</numerusform>
            <numerusform>%n changes from %1, not applied then, are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::IntegrationModel</name>
    <message numerus="yes">
        <source>Database · %n table(s)</source>
        <extracomment>Table of integrations: what appears in ClickHouse</extracomment>
        <translation>
            <numerusform>Database · %n table</numerusform>
            <numerusform>Database · %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Database · and %n more</source>
        <extracomment>Table of integrations: the first of several databases; %n is how many more</extracomment>
        <translation>
            <numerusform>Database · and %n more</numerusform>
            <numerusform>Database · and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::IntegrationsSection</name>
    <message numerus="yes">
        <source>There are %n possible source(s) in this project.</source>
        <extracomment>Empty page of integrations: how many services of the project could be connected</extracomment>
        <translation>
            <numerusform>There is %n possible source in this project.</numerusform>
            <numerusform>There are %n possible sources in this project.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::JsonTab</name>
    <message numerus="yes">
        <source>+ %n line(s)</source>
        <extracomment>Above the compared JSON</extracomment>
        <translation>
            <numerusform>+ %n line</numerusform>
            <numerusform>+ %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>− %n line(s)</source>
        <extracomment>Above the compared JSON</extracomment>
        <translation>
            <numerusform>− %n line</numerusform>
            <numerusform>− %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::KindList</name>
    <message numerus="yes">
        <source>%n enabled</source>
        <extracomment>in the list of integration types: how many of this type the service has</extracomment>
        <translation>
            <numerusform>%n enabled</numerusform>
            <numerusform>%n enabled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::MainWindow</name>
    <message numerus="yes">
        <source>%1, table editor, %n unsaved change(s)</source>
        <translation>
            <numerusform>%1, table editor, %n unsaved change</numerusform>
            <numerusform>%1, table editor, %n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::Navigator</name>
    <message numerus="yes">
        <source>%n project(s) not searched: their services are read when you open them.</source>
        <extracomment>Below the filtered tree of services</extracomment>
        <translation>
            <numerusform>%n project not searched: its services are read when you open it.</numerusform>
            <numerusform>%n projects not searched: their services are read when you open them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::Pairs</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <extracomment>Review: how many tables a database has in ClickHouse</extracomment>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::PeekDialog</name>
    <message numerus="yes">
        <source>%n message(s) fetched from %1. Nothing is consumed: this does not use a consumer group.</source>
        <extracomment>Above the messages: %n of them from topic %1</extracomment>
        <translation>
            <numerusform>%n message fetched from %1. Nothing is consumed: this does not use a consumer group.</numerusform>
            <numerusform>%n messages fetched from %1. Nothing is consumed: this does not use a consumer group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::ProblemsPane</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::ReviewDialog</name>
    <message numerus="yes">
        <source>%n errors to mend first</source>
        <translation>
            <numerusform>%n error to mend first</numerusform>
            <numerusform>%n errors to mend first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::ServicePage</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <extracomment>Facts of a service</extracomment>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::SetUpWords</name>
    <message numerus="yes">
        <source>Creates %n database(s)</source>
        <extracomment>beside Enable: how many databases are made</extracomment>
        <translation>
            <numerusform>Creates %n database</numerusform>
            <numerusform>Creates %n databases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These databases are expected: %1. Aiven says the names when they are there. Nothing is copied.</source>
        <extracomment>consequence, before the click; %1 is a list of %n names of databases</extracomment>
        <translation>
            <numerusform>This database is expected: %1. Aiven says its name when it is there. Nothing is copied.</numerusform>
            <numerusform>These databases are expected: %1. Aiven says the names when they are there. Nothing is copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These databases appear: %1. Nothing is copied.</source>
        <extracomment>consequence, before the click; %1 is a list of %n names of databases</extracomment>
        <translation>
            <numerusform>This database appears: %1. Nothing is copied.</numerusform>
            <numerusform>These databases appear: %1. Nothing is copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::StatusLine</name>
    <message numerus="yes">
        <source>%n request(s), %1 ms</source>
        <extracomment>Status bar: number of requests so far and how long the last one took</extracomment>
        <translation>
            <numerusform>%n request, %1 ms</numerusform>
            <numerusform>%n requests, %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::TableDelegate</name>
    <message numerus="yes">
        <source>reads %n topics</source>
        <translation>
            <numerusform>reads %n topic</numerusform>
            <numerusform>reads %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::TopicModel</name>
    <message numerus="yes">
        <source>%n h</source>
        <extracomment>Table of topics: how long messages are kept</extracomment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>App::WaitNotice</name>
    <message numerus="yes">
        <source>%n request(s) waiting %1 s, then asking again</source>
        <extracomment>Status bar: the server wanted a pause; %1 are seconds, %n requests wait for it</extracomment>
        <translation>
            <numerusform>%n request waiting %1 s, then asking again</numerusform>
            <numerusform>%n requests waiting %1 s, then asking again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document::SettingRules</name>
    <message numerus="yes">
        <source>%n partitions</source>
        <translation>
            <numerusform>%n partition</numerusform>
            <numerusform>%n partitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document::TypeText</name>
    <message numerus="yes">
        <source>%n arguments</source>
        <translation>
            <numerusform>%n argument</numerusform>
            <numerusform>%n arguments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models::ChangesModel</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topics</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
</TS>
