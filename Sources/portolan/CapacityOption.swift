import ArgumentParser
import Server

/// How much the server may hold at one moment.
struct CapacityOption: ParsableArguments {
    @Option(help: ArgumentHelp("Open connections, at most. (default: \(Capacity.standard.connections))", valueName: "NUMBER"))
    var connections: Int?

    @Option(help: ArgumentHelp("Open connections from one address, at most. (default: \(Capacity.standard.connectionsPerAddress))", valueName: "NUMBER"))
    var connectionsPerAddress: Int?

    @Option(help: ArgumentHelp("Memory for what is being sent to the server, at most. (default: \(Capacity.standard.bodies >> 20))", valueName: "MEBIBYTES"))
    var uploads: Int?

    @Option(help: ArgumentHelp("Memory for what is being sent from one address, at most. (default: \(Capacity.standard.bodiesPerAddress >> 20))", valueName: "MEBIBYTES"))
    var uploadsPerAddress: Int?

    func filled(from set: Configuration) throws -> CapacityOption {
        var all = self
        all.connections = try connections ?? set.number(.connections)
        all.connectionsPerAddress = try connectionsPerAddress ?? set.number(.connectionsPerAddress)
        all.uploads = try uploads ?? set.number(.uploads)
        all.uploadsPerAddress = try uploadsPerAddress ?? set.number(.uploadsPerAddress)
        return all
    }

    /// - Throws: where nothing could be served with it.
    func capacity() throws -> Capacity {
        let standard = Capacity.standard
        let connections = try checked(connections ?? standard.connections, 1...1_000_000, "--connections")
        let uploads = try checked(uploads ?? standard.bodies >> 20, least...1 << 20, "--uploads")
        return Capacity(
            connections: connections,
            connectionsPerAddress: try checked(connectionsPerAddress ?? min(connections, standard.connectionsPerAddress), 1...connections, "--connections-per-address"),
            bodies: uploads << 20,
            bodiesPerAddress: try checked(uploadsPerAddress ?? min(uploads, standard.bodiesPerAddress >> 20), least...uploads, "--uploads-per-address") << 20)
    }

    /// One whole file must go through.
    private var least: Int { Settings.maximumBody >> 20 }

    private func checked(_ number: Int, _ range: ClosedRange<Int>, _ name: String) throws -> Int {
        guard range.contains(number) else { throw ValidationError("\(name) is \(number); write a number from \(range.lowerBound) to \(range.upperBound).") }
        return number
    }
}
