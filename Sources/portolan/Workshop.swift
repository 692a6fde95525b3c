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
    @Option(
        help: ArgumentHelp(
            "Where the data lie: sqlite:PATH. (default: PORTOLAN_DATABASE in the environment, or sqlite:data/portolan.sqlite)", valueName: "sqlite:PATH"))
    var database: String?

    /// - Parameter evenIfDamaged: for looking at what is wrong, never for serving.
    func open(evenIfDamaged: Bool = false) throws -> SQLiteStore { try SQLiteStore(path: path, evenIfDamaged: evenIfDamaged) }

    /// For commands that only read: beside the process that serves it, too, and without keeping one from being started meanwhile.
    ///
    /// - Throws: `ValidationError` where there is no such file: to look at nothing must not make something.
    func openForReading(evenIfDamaged: Bool = false) throws -> SQLiteStore {
        let path = try path
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("There is no database at \(path). The first organisation makes it: portolan organisation create NAME --administrator EMAIL")
        }
        do { return try SQLiteStore(reading: path) } catch StoreRefusal.olderSchema(let version) {
            // Only who may write can bring it up to date.
            do { return try open(evenIfDamaged: evenIfDamaged) } catch StoreRefusal.inUse { throw StoreRefusal.olderSchema(version) }
        } catch let refusal as StoreRefusal {
            throw refusal
        } catch {
            // What a process that was killed left behind is mended by who may write.
            return try open(evenIfDamaged: evenIfDamaged)
        }
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

    /// - Parameter measures: where it is counted how long writing takes.
    init(_ option: DatabaseOption, measures: Measures = Measures()) throws {
        let store = try option.open()
        try self.init(store, MeasuredStore(store, measures))
    }

    init(reading option: DatabaseOption) throws {
        let store = try option.openForReading()
        try self.init(store, ReadingStore(store))
    }

    private init(_ store: SQLiteStore, _ inFront: any Store) throws {
        self.store = store
        house = try House(features)
        journals = Journals(inFront, chapters: house.chapters, now: { .now })
        signIn = SignIn(store, now: { .now })
    }

    /// Everything as it is, its words stretched: for tests of the pages, never offered to anybody.
    var inStretchedWords: Workshop {
        var copy = self
        copy.house = house.inStretchedWords
        return copy
    }

    func site(_ settings: Settings, _ mailRoom: MailRoom, _ logger: Logger) -> Site {
        Site(journals: journals, signIn: signIn, house: house, settings: settings, mailRoom: mailRoom, logger: logger, disc: Disc(holding: store.path), stop: { kill(getpid(), SIGTERM) })
    }
}
