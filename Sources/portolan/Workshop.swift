import Accounts
import ArgumentParser
import Features
import Foundation
import Journal
import Logging
import Pages
import Server
import Stores

/// Where the data lie, for every command.
struct DatabaseOption: ParsableArguments {
    @Option(help: ArgumentHelp(
        "Where the data lie: sqlite:PATH. (default: PORTOLAN_DATABASE in the environment, or sqlite:data/portolan.sqlite)", valueName: "sqlite:PATH"))
    var database: String?

    /// - Parameter evenIfDamaged: for looking at what is wrong, never for serving.
    func open(evenIfDamaged: Bool = false) throws -> SQLiteStore { try SQLiteStore(path: path, evenIfDamaged: evenIfDamaged) }

    /// For commands that only read: beside the process that serves it, too.
    func openForReading(evenIfDamaged: Bool = false) throws -> SQLiteStore {
        do { return try open(evenIfDamaged: evenIfDamaged) } catch StoreRefusal.inUse { return try SQLiteStore(reading: path) }
    }

    var path: String { get throws { try path(in: ProcessInfo.processInfo.environment) } }

    /// - Throws: for a setting in the environment that is not known: every command refuses a misspelt name, not only the server.
    func path(in environment: [String: String]) throws -> String {
        let set = try Configuration(environment: environment)
        let database = database ?? set[.database] ?? "sqlite:data/portolan.sqlite"
        guard database.hasPrefix("sqlite:") else {
            throw ValidationError("Write the database as sqlite:PATH, for example sqlite:data/portolan.sqlite.")
        }
        return String(database.dropFirst("sqlite:".count))
    }
}

/// A store with what every command needs over it.
struct Workshop {
    let store: SQLiteStore
    private(set) var house: House
    let journals: Journals
    let signIn: SignIn

    init(_ option: DatabaseOption) throws { try self.init(option.open()) }

    init(reading option: DatabaseOption) throws { try self.init(option.openForReading()) }

    private init(_ store: SQLiteStore) throws {
        self.store = store
        house = try House(features)
        journals = Journals(store, chapters: house.chapters, now: { .now })
        signIn = SignIn(store, now: { .now })
    }

    /// Everything as it is, its words stretched: for tests of the pages, never offered to anybody.
    var inStretchedWords: Workshop {
        var copy = self
        copy.house = house.inStretchedWords
        return copy
    }

    func site(_ settings: Settings, _ mailRoom: MailRoom, _ logger: Logger) -> Site {
        Site(journals: journals, signIn: signIn, house: house, settings: settings, mailRoom: mailRoom, logger: logger, stop: { kill(getpid(), SIGTERM) })
    }
}
