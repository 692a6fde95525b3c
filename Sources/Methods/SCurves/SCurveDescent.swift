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
        let equations = SCurveEquations(place.projection, coordinates, isFree: isFree, damping: damping)
        guard let step = equations.step(within: problem.constant) else { return nil }
        let cut = step.change.clamped(lowerBound: -SCurveDescent.longest, upperBound: SCurveDescent.longest)
        return (coordinates.theta(after: cut), step.promised)
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
}
