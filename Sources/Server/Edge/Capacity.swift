/// How much may be held at one moment, for one address and in all (docs/security/limits.md).
package struct Capacity: Sendable, Equatable {
    /// Open connections; more wait in the system's own queue. Each costs some kilobytes and one of the process's file handles.
    package var connections: Int
    package var connectionsPerAddress: Int
    /// Bytes of the bodies of requests that are under way. What is made of them takes about as much again, twice.
    package var bodies: Int
    package var bodiesPerAddress: Int

    package init(connections: Int, connectionsPerAddress: Int, bodies: Int, bodiesPerAddress: Int) {
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
        self.bodies = bodies
        self.bodiesPerAddress = bodiesPerAddress
    }

    /// For an office of fifty people behind one address, whose browsers open six connections each, in a gigabyte of memory.
    package static let standard = Capacity(connections: 2_000, connectionsPerAddress: 300, bodies: 128 << 20, bodiesPerAddress: 48 << 20)
}
