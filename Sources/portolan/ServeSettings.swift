import ArgumentParser
import Foundation
import Logging
import Server

extension Serve {
    /// With what is set elsewhere where no option says it.
    func filled(from set: Configuration) throws -> Serve {
        var all = self
        all.database.database = database.database ?? set[.database]
        all.address = address ?? set[.address]
        all.name = name.isEmpty ? set.list(.names) : name
        all.publicAddress = publicAddress ?? set[.publicAddress]
        all.mail.mail = mail.mail ?? set[.mail]
        all.mail.mailFrom = mail.mailFrom ?? set[.mailFrom]
        all.behindTLS = try behindTLS || set.flag(.behindTLS)
        all.proxy = proxy.isEmpty ? set.list(.proxies) : proxy
        all.withoutLimits = try withoutLimits || set.flag(.withoutLimits)
        all.backups = backups ?? set[.backups]
        all.operations = try operations.filled(from: set)
        all.capacity = try capacity.filled(from: set)
        return all
    }

    /// - Throws: what must be put right before the server can be started.
    func check() throws {
        _ = try (database.path, listening(), proxies(), checked(publicAddress), operations.address(), capacity.capacity())
        _ = try mail.room(host: "localhost", Logger(label: "check"))
    }

    func proxies() throws -> Set<ClientAddress> {
        Set(
            try proxy.map { text in
                guard let address = ClientAddress(text) else { throw ValidationError("“\(text)” is no IP address of a proxy.") }
                return address
            })
    }

    func checked(_ text: String?) throws -> String? {
        guard let text else { return nil }
        guard text.wholeMatch(of: /https?:\/\/[A-Za-z0-9.:\[\]-]+/) != nil else {
            throw ValidationError("Write --public-address as https://NAME, without a path.")
        }
        return text
    }

    func listening() throws -> (host: String, port: Int) { try hostAndPort(address ?? "127.0.0.1:8080", option: "--address") }
}
