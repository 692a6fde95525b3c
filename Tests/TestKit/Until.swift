import Testing

/// Waits, without sleeping, until something holds.
///
/// - Parameter isolation: of the actor that asks about itself.
/// - Throws: where it does not within the time, so that a test that waits in vain says so instead of standing still. The time is long: it is no measure of
///   how fast a busy machine is.
package func until(
    _ what: String, within time: Duration = .seconds(300), at place: SourceLocation = #_sourceLocation, isolation: isolated (any Actor)? = #isolation,
    _ holds: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + time
    while try await !holds() {
        try Task.checkCancellation()
        guard ContinuousClock.now < end else {
            Issue.record("waited in vain for \(time): \(what)", sourceLocation: place)
            throw WaitedInVain()
        }
        await Task.yield()
    }
}

package struct WaitedInVain: Error {}
