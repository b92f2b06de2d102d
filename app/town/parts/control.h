#pragma once

#include "app/town/parts/field.h"

#include <QTcpServer>

namespace meterhall::town {

/// What the control socket can be asked, one JSON object a line, one answer a line (docs/town.md). Sans sockets.
class ControlDesk {
public:
    explicit ControlDesk(Field& field)
        : m_field(field) {}

    QJsonObject answer(const QByteArray& line);

private:
    Result<QJsonObject> obey(const QJsonObject& call);
    Result<QJsonObject> status();
    Result<QJsonObject> truth(const QJsonObject& call);
    Result<QJsonObject> silent();
    Result<QJsonObject> advance(const QJsonObject& call);
    Result<QJsonObject> repair(const QJsonObject& call);
    Result<QJsonObject> kill(const QJsonObject& call);
    Result<QJsonObject> setFaults(const QJsonObject& call);
    Result<QJsonObject> hangUp(const QJsonObject& call);
    Result<QJsonObject> dial(const QJsonObject& call);
    Result<QJsonObject> flush();
    Result<Meter*> meterIn(const QJsonObject& call);
    void silence(Meter& meter, Silence silence);

    Town& town() { return m_field.line().town(); }
    Truth& ledger() { return m_field.line().truth(); }

    Field& m_field;
};

/// Listens on a loopback address and carries lines to the desk.
class Control : public QObject {
    Q_OBJECT

public:
    explicit Control(Field& field, QObject* parent = nullptr);

    /// Addresses other than loopback are refused: whoever may call here rules the town.
    Result<void> listen(const DialTarget& address);
    QString address() const;

private:
    void welcome();
    void serve(QTcpSocket& caller);

    ControlDesk m_desk;
    QTcpServer m_server;
};

} // namespace meterhall::town
