/// How far a requirement is met, on a scale whose top says that it is met in full.
///
/// House default: *met* from half a point below the top on, *partly* from half a point above the bottom on. It certifies nothing.
package enum Readiness: String, Sendable, CaseIterable {
    case met, partly, none

    /// - Parameters:
    ///   - mean: on the scale from 1 up.
    ///   - points: how many points it has.
    package init(mean: Double, points: Int) {
        let near = 1e-9
        self = mean >= Double(points) - 0.5 - near ? .met : mean >= 1.5 - near ? .partly : .none
    }
}
