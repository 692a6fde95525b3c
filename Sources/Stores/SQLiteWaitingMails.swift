import Accounts
import GRDB
import Journal

/// Letters that were asked for and are not handed over yet.
extension SQLiteStore {
    package func keep(_ mails: [WaitingMail]) async throws {
        try await pool.write { database in
            for mail in mails {
                // Of somebody who was forgotten meanwhile nothing is kept.
                try database.execute(
                    sql: "INSERT INTO waiting_mail SELECT ?, id, ?, ?, ?, ?, ? FROM account WHERE id = ?",
                    arguments: [mail.id, mail.kind, mail.subject, mail.text, mail.language, mail.askedAt.milliseconds, mail.account.text])
            }
        }
    }

    package func waitingMails() async throws -> [WaitingMail] {
        try await pool.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM waiting_mail ORDER BY asked_at, id").compactMap { row in
                guard let account = ID<Actor>(row["account"] as String) else { return nil }
                return WaitingMail(
                    id: row["id"], account: account, kind: row["kind"], subject: row["subject"], text: row["text"], language: row["language"],
                    askedAt: Moment(milliseconds: row["asked_at"]))
            }
        }
    }

    package func endWaiting(_ id: String) async throws {
        try await pool.write { try $0.execute(sql: "DELETE FROM waiting_mail WHERE id = ?", arguments: [id]) }
    }
}
