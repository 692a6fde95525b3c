/// The damped normal equations of one step.
///
/// As long as the limit is free they are those of all parameters with the limit eliminated, which is Kaufman's form of variable projection (BIT 15, 1975). Where that
/// step would take the limit beyond its bound, the step is the one that ends with the limit at it.
struct SCurveEquations {
    private let normal: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>)
    /// Half the gradient, downhill.
    private let right: SIMD3<Double>
    private let along: SIMD3<Double>
    private let projection: SCurveProjection
    private let isFree: SIMD3<Double>
    private let damping: Double

    init(_ projection: SCurveProjection, _ coordinates: SCurveCoordinates, isFree: SIMD3<Double>, damping: Double) {
        normal = coordinates.normal(projection.normal)
        right = coordinates.right(projection.right) * isFree
        along = coordinates.right(projection.along) * isFree
        self.projection = projection
        self.isFree = isFree
        self.damping = damping
    }

    /// What a step changes, and by how much it would lower the squares at least if the curve were straight.
    typealias Step = (change: SIMD3<Double>, promised: Double)

    /// Nil where there is none.
    func step(within bounds: ClosedRange<Double>) -> Step? {
        guard !projection.isHeld, projection.size > 0 else { return solution(normal, right) }
        let shared = along / projection.size
        let reduced = (normal.0 - along[0] * shared, normal.1 - along[1] * shared, normal.2 - along[2] * shared)
        guard let step = solution(reduced, right) else { return nil }
        let constant = projection.constant, next = constant - (shared * step.change).sum()
        guard !bounds.contains(next), next.isFinite else { return step }
        let end = min(max(next, bounds.lowerBound), bounds.upperBound)
        return solution(normal, right - (end - constant) * along)
    }

    private func solution(_ normal: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>), _ right: SIMD3<Double>) -> Step? {
        var diagonal = SIMD3(normal.0[0], normal.1[1], normal.2[2])
        let floor = 1e-12 * diagonal.max()
        guard floor.isFinite, floor > 0 else { return nil }
        diagonal = pointwiseMax(diagonal, SIMD3(repeating: floor))
        // A member that stays has a one on the diagonal, nothing beside it and nothing to the right.
        let mend = damping * diagonal * isFree + (1 - isFree)
        let rows = (normal.0 * isFree * isFree[0], normal.1 * isFree * isFree[1], normal.2 * isFree * isFree[2])
        let change = SCurveEquations.elimination(rows, mend, right)
        return change.sum().isFinite ? (change, (change * right).sum()) : nil
    }

    /// Of a symmetric system with something added to its diagonal: it is positive definite, so no pivots need be looked for.
    private static func elimination(_ rows: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>), _ added: SIMD3<Double>, _ right: SIMD3<Double>) -> SIMD3<Double> {
        let a = rows.0[0] + added[0], b = rows.0[1], c = rows.0[2]
        let one = b / a, two = c / a
        let d = rows.1[1] + added[1] - one * b, e = rows.1[2] - one * c
        let three = e / d
        let f = rows.2[2] + added[2] - two * c - three * e
        let y = right[1] - one * right[0]
        let z = (right[2] - two * right[0] - three * y) / f
        let middle = (y - e * z) / d
        return SIMD3((right[0] - b * middle - c * z) / a, middle, z)
    }
}
