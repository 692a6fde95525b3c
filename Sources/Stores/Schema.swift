import GRDB

/// The tables. Journal rows can be added and never changed or removed; words can be removed and never changed.
enum Schema {
    /// A file stands at the number of steps that it has been taken through. A step, once released, is never edited: what changes is a new one.
    static var version: Int { steps.count }
    private static let steps = [foundation, notedVisits, people, accessTokens, rowsOfEvents, returnedMail, waitingMail]
    /// What lets somebody in, and what would be sent a second time: never in a backup.
    static let entrances = ["session", "sign_in_link", "letter", "access_token", "waiting_mail"]
    /// “PTLN”.
    static let applicationID = 0x5054_4C4E

    /// The step at which a file of ours stands; 0 for a new one.
    static func present(in database: Database) throws -> Int {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let present = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard application == applicationID || (application == 0 && isEmpty) else { throw StoreRefusal.foreignFile }
        guard present <= version else { throw StoreRefusal.newerSchema(present) }
        return present
    }

    /// Takes a file through the steps that it lacks, all or none.
    static func bring(_ database: Database, from present: Int) throws {
        guard present < version else { return }
        try database.inTransaction {
            for step in steps.dropFirst(present) { try database.execute(sql: step) }
            try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
            return .commit
        }
    }

    /// That it lacks none, looked at without changing it.
    static func check(_ database: Database) throws {
        guard try Int.fetchOne(database, sql: "PRAGMA application_id") == applicationID else { throw StoreRefusal.foreignFile }
        let present = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        guard present <= version else { throw StoreRefusal.newerSchema(present) }
        guard present == version else { throw StoreRefusal.olderSchema(present) }
    }

    /// How far somebody had read: goes with the account when a person is forgotten.
    private static let notedVisits = """
        CREATE TABLE noted_visit (
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, organisation TEXT NOT NULL, ended_at INTEGER, read_to INTEGER NOT NULL,
            seen_at INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (account, organisation)
        ) STRICT, WITHOUT ROWID;
        """

    /// Whose mails come back: goes with the account when a person is forgotten.
    private static let returnedMail = """
        CREATE TABLE returned_mail (
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, organisation TEXT NOT NULL, day TEXT NOT NULL, status TEXT NOT NULL,
            reason TEXT NOT NULL, PRIMARY KEY (account, organisation)
        ) STRICT, WITHOUT ROWID;
        """

    /// Letters of features that have not gone out yet: go with the account when a person is forgotten.
    private static let waitingMail = """
        CREATE TABLE waiting_mail (
            id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, kind TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL,
            language TEXT NOT NULL, asked_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX waiting_mail_account ON waiting_mail (account);
        """

    private static let foundation = """
        CREATE TABLE event (
            organisation TEXT NOT NULL, position INTEGER NOT NULL CHECK (position > 0), chapter TEXT NOT NULL,
            record BLOB NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
            structure BLOB NOT NULL, structure_salt BLOB NOT NULL CHECK (length(structure_salt) = 32),
            PRIMARY KEY (organisation, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_chapter ON event (organisation, chapter, position);
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

        CREATE TABLE words (
            organisation TEXT NOT NULL, position INTEGER NOT NULL, words BLOB NOT NULL, salt BLOB NOT NULL CHECK (length(salt) = 32),
            PRIMARY KEY (organisation, position), FOREIGN KEY (organisation, position) REFERENCES event
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER words_are_never_changed BEFORE UPDATE ON words BEGIN SELECT RAISE(ABORT, 'words can be erased, not changed'); END;

        CREATE TABLE command (
            organisation TEXT NOT NULL, actor TEXT NOT NULL, key TEXT NOT NULL, fingerprint BLOB NOT NULL,
            first INTEGER NOT NULL, after INTEGER NOT NULL, hash BLOB NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (organisation, actor, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE snapshot (
            organisation TEXT NOT NULL, chapter TEXT NOT NULL, version INTEGER NOT NULL, position INTEGER NOT NULL,
            day TEXT NOT NULL, latest TEXT NOT NULL, waiting TEXT NOT NULL, state BLOB NOT NULL, PRIMARY KEY (organisation, chapter)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE account (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, password_hash TEXT, created_at INTEGER NOT NULL,
            is_example INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE session (
            token_hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, created_at INTEGER NOT NULL,
            seen_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_account ON session (account);
        CREATE TABLE sign_in_link (
            token_hash BLOB PRIMARY KEY, account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Languages of people, browsers of sessions, and what of an invitation is not in the journal.
    private static let people = """
        ALTER TABLE account ADD COLUMN language TEXT;
        ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT '';
        ALTER TABLE sign_in_link ADD COLUMN email TEXT;
        CREATE INDEX sign_in_link_account ON sign_in_link (account);
        CREATE TABLE letter (
            number INTEGER PRIMARY KEY, token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32), organisation TEXT NOT NULL,
            invitation TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, language TEXT, account TEXT REFERENCES account ON DELETE CASCADE,
            sent_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, is_open INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX letter_invitation ON letter (organisation, invitation, number);
        CREATE INDEX letter_email ON letter (email);
        CREATE INDEX letter_account ON letter (account);
        """

    private static let accessTokens = """
        CREATE TABLE access_token (
            token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32), id TEXT NOT NULL UNIQUE,
            account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, name TEXT NOT NULL, scope TEXT NOT NULL, organisation TEXT,
            created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX access_token_account ON access_token (account);
        """

    /// Events with row numbers, and what says most of them last. In a table without row numbers SQLite reads the whole of a row, whatever
    /// a report of a thousand values weighs, to see whether it is still within the range that is asked for; and most rows fill pages of their own.
    /// The words are written anew as well because they point at the table.
    private static let rowsOfEvents = """
        CREATE TABLE event_by_row (
            organisation TEXT NOT NULL, position INTEGER NOT NULL CHECK (position > 0), chapter TEXT NOT NULL,
            record BLOB NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),
            structure_salt BLOB NOT NULL CHECK (length(structure_salt) = 32), structure BLOB NOT NULL,
            PRIMARY KEY (organisation, position)
        ) STRICT;
        CREATE TABLE words_by_row (
            organisation TEXT NOT NULL, position INTEGER NOT NULL, words BLOB NOT NULL, salt BLOB NOT NULL CHECK (length(salt) = 32),
            PRIMARY KEY (organisation, position), FOREIGN KEY (organisation, position) REFERENCES event_by_row
        ) STRICT, WITHOUT ROWID;
        INSERT INTO event_by_row (organisation, position, chapter, record, hash, structure_salt, structure)
            SELECT organisation, position, chapter, record, hash, structure_salt, structure FROM event ORDER BY organisation, position;
        INSERT INTO words_by_row (organisation, position, words, salt)
            SELECT organisation, position, words, salt FROM words ORDER BY organisation, position;
        DROP TABLE words;
        DROP TABLE event;
        ALTER TABLE event_by_row RENAME TO event;
        ALTER TABLE words_by_row RENAME TO words;
        CREATE INDEX event_chapter ON event (organisation, chapter, position);
        CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER words_are_never_changed BEFORE UPDATE ON words BEGIN SELECT RAISE(ABORT, 'words can be erased, not changed'); END;
        """
}
