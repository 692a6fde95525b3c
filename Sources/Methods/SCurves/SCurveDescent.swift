import Foundation

/// A place on the way down, with what it comes to.
struct SCurvePlace {
    var theta: SCurveProblem.Theta
    var projection: SCurveProjection

    var squares: Double { projection.squares }
}

/// The method of Levenberg and Marquardt within bounds, along coordinates in which the valleys of S-curves are straight (`SCurveCoordinates`).
///
/// What lies at a bound and would leave it stays there for a step; steps that end outside are cut. Sources: Levenberg 1944; Marquardt 1963.
struct SCurveDescent {
    let problem: SCurveProblem
    /// It ends where a step lowers the sum of squares by less than this share of it.
    let tolerance: Double
    let steps: Int

    func with(_ problem: SCurveProblem) -> SCurveDescent { SCurveDescent(problem: problem, tolerance: tolerance, steps: steps) }

    func run(from start: SCurveProblem.Theta, _ desk: inout SCurveDesk) -> SCurvePlace {
        let inside = start.clamped(lowerBound: problem.least, upperBound: problem.most)
        var place = SCurvePlace(theta: inside, projection: desk.project(problem, at: inside)), damping = 1e-3
        for _ in 0..<steps {
            guard let step = step(from: place, damping: damping) else { break }
            let theta = step.theta.clamped(lowerBound: problem.least, upperBound: problem.most)
            guard theta != place.theta else { break }
            let next = SCurvePlace(theta: theta, projection: desk.project(problem, at: theta))
            guard next.squares < place.squares else {
                damping *= 8
                // Where not even the straight line promises more, rounding is all that is left.
                if damping > 1e12 || step.promised <= tolerance * place.squares { break }
                continue
            }
            let hasEnded = place.squares - next.squares <= tolerance * place.squares && damping <= 1
            place = next
            if hasEnded { break }
            damping = max(damping / 8, 1e-12)
        }
        return place
    }

    /// Nil where nothing can move.
    private func step(from place: SCurvePlace, damping: Double) -> (theta: SCurveProblem.Theta, promised: Double)? {
        let plain = SCurveCoordinates(plain: problem, at: place.theta), held = held(place, plain.right(place.projection.right))
        let coordinates = held == .zero ? SCurveCoordinates(straight: problem, at: place.theta) : plain
        let isFree = (problem.width == 3 ? SIMD3(1, 1, 1) : SIMD3(1, 1, 0)) - held
        guard isFree.max() > 0 else { return nil }
        let right = coordinates.right(place.projection.right) * isFree, normal = coordinates.normal(place.projection.normal)
        var diagonal = SIMD3(normal.0[0], normal.1[1], normal.2[2])
        let floor = 1e-12 * diagonal.max()
        guard floor.isFinite, floor > 0 else { return nil }
        diagonal = pointwiseMax(diagonal, SIMD3(repeating: floor))
        // A member that stays has a one on the diagonal, nothing beside it and nothing to the right.
        let mend = damping * diagonal * isFree + (1 - isFree)
        let rows = (normal.0 * isFree * isFree[0], normal.1 * isFree * isFree[1], normal.2 * isFree * isFree[2])
        let step = SCurveDescent.solution(rows, mend, right)
        guard step.sum().isFinite else { return nil }
        let cut = step.clamped(lowerBound: -SCurveDescent.longest, upperBound: SCurveDescent.longest)
        return (coordinates.theta(after: cut), (step * right).sum())
    }

    /// One for each member of theta that is at a bound and would go beyond.
    private func held(_ place: SCurvePlace, _ right: SIMD3<Double>) -> SIMD3<Double> {
        var held = SIMD3<Double>.zero
        for member in 0..<problem.width {
            let isLow = place.theta[member] <= problem.least[member] && right[member] <= 0
            let isHigh = place.theta[member] >= problem.most[member] && right[member] >= 0
            if isLow || isHigh { held[member] = 1 }
        }
        return held
    }

    /// In one step the rate may change by a factor of e, what is shifted by one, the shape by a factor of e².
    private static let longest = SIMD3<Double>(1, 1, 2)

    /// Of a symmetric system with something added to its diagonal, by elimination: it is positive definite, so no pivots need be looked for.
    private static func solution(_ rows: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>), _ added: SIMD3<Double>, _ right: SIMD3<Double>) -> SIMD3<Double> {
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
