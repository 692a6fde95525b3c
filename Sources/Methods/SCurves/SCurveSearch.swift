import Foundation

/// Looks for the best curve from many starts.
///
/// A coarse grid of rates and midpoints is laid over the bounds (the limit is always the best one). From the best place of every row and every column, twenty and
/// more, it goes downhill; from the best of these as far as numbers go. The same series has always the same answer.
struct SCurveSearch {
    let best: SCurvePlace

    init(_ problem: SCurveProblem) {
        var desk = SCurveDesk(points: problem.times.count)
        best = problem.model == .richards ? SCurveSearch.bent(problem, &desk) : SCurveSearch.plain(problem, &desk)
    }

    private static func plain(_ problem: SCurveProblem, _ desk: inout SCurveDesk) -> SCurvePlace {
        let coarse = SCurveDescent(problem: problem, tolerance: 1e-7, steps: 60)
        let found = starts(problem, &desk).map { coarse.run(from: $0, &desk) }
        return finest(problem, found, &desk)
    }

    /// Richards' curve begins at the two others, which it holds, and bends them step by step.
    private static func bent(_ problem: SCurveProblem, _ desk: inout SCurveDesk) -> SCurvePlace {
        let coarse = SCurveDescent(problem: problem, tolerance: 1e-7, steps: 100)
        var found: [SCurvePlace] = []
        for model in [SCurveModel.logistic, .gompertz] {
            let start = plain(problem.with(model), &desk).theta
            for nu in [0.001, 0.1, 0.5, 1, 3, 10] { found.append(coarse.run(from: SCurveProblem.Theta(start[0], start[1], log(nu)), &desk)) }
        }
        return finest(problem, found, &desk)
    }

    private static func finest(_ problem: SCurveProblem, _ found: [SCurvePlace], _ desk: inout SCurveDesk) -> SCurvePlace {
        let fine = SCurveDescent(problem: problem, tolerance: 1e-13, steps: 300)
        let best = found.sorted { $0.squares < $1.squares }.prefix(3).map { fine.run(from: $0.theta, &desk) }
        let start = (problem.least + problem.most) / 2
        return best.min { $0.squares < $1.squares } ?? fine.run(from: start, &desk)
    }

    private static func starts(_ problem: SCurveProblem, _ desk: inout SCurveDesk) -> [SCurveProblem.Theta] {
        let low = problem.least[0], high = problem.most[0], rows = 11
        let rates = (0..<rows).map { max(low, 0) + (high - max(low, 0)) * Double($0) / Double(rows - 1) }
        let grid = rates.map { rate in
            midpoints.map { midpoint in
                let theta = SCurveProblem.Theta(rate, midpoint, 0).clamped(lowerBound: problem.least, upperBound: problem.most)
                return (theta: theta, squares: desk.project(problem, at: theta).squares)
            }
        }
        let byRate = grid.compactMap { row in row.min { $0.squares < $1.squares }?.theta }
        let byMidpoint = midpoints.indices.compactMap { column in grid.map { $0[column] }.min { $0.squares < $1.squares }?.theta }
        return byRate + byMidpoint.filter { !byRate.contains($0) }
    }

    /// Shares of the time that the series takes.
    private static let midpoints = [-2, -0.75, -0.25, 0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1, 1.25, 1.75, 3]
}
