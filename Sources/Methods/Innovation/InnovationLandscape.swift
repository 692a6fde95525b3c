/// Where an initiative lies in the landscape of innovation: by what of technical competences and of the business model it needs anew.
///
/// Source: Pisano, "You need an innovation strategy", Harvard Business Review, June 2015. *Radical* and *architectural* mean something else here than on the map of degree, locus and source.
package enum LandscapeQuadrant: String, Sendable, CaseIterable {
    /// Both are there.
    case routine
    /// New competences in the present model.
    case radical
    /// Present competences in a new model.
    case disruptive
    /// Both are new.
    case architectural

    package init(needsNewCompetences: Bool, needsNewModel: Bool) {
        self = needsNewModel ? (needsNewCompetences ? .architectural : .disruptive) : needsNewCompetences ? .radical : .routine
    }
}
