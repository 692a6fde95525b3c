import Foundation

/// The models fitted to one series, and which of them describes it best for the numbers it takes.
package struct SCurveChoice: Equatable, Sendable {
    /// The lowest criterion first; of equals the one with fewer parameters.
    package let fits: [SCurveFit]
    package let best: SCurveFit

    /// By how much a criterion has to be higher before a model is worse at all (Burnham and Anderson, "Model selection and multimodel inference", 2002).
    package static let tie = 2.0

    /// Those that are as good as the best, in order: where there are any, both are to be told.
    package var alsoGood: [SCurveFit] { fits.dropFirst().filter { $0.criterion - best.criterion < SCurveChoice.tie } }

    /// Of the models those that the series has points enough for; nil where that is none.
    package init?(_ series: SCurveSeries, models: Set<SCurveModel>, scale: SCurveScale, bounds: SCurveBounds) {
        let fitted = SCurveModel.allCases.filter(models.contains).compactMap { SCurveFit(series, model: $0, scale: scale, bounds: bounds) }
        // With too few points for the criterion all have the same, infinite one.
        fits = fitted.enumerated().sorted { ($0.element.criterion, $0.offset) < ($1.element.criterion, $1.offset) }.map(\.element)
        guard let best = fits.first else { return nil }
        self.best = best
    }
}
