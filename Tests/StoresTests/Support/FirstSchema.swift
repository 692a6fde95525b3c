/// The tables of a file of the first schema, as they were released: such files must open for ever.
let schemaOne = """
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
    PRAGMA application_id = 1347701838; PRAGMA user_version = 1;
    """
