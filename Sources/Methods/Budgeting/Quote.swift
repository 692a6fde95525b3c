/// What is known of a candidate's price.
enum Quote {
    /// Its supporters have not enough left, and never will.
    case unaffordable
    /// Above the ceiling that was asked about: at least this.
    case above(Double)
    /// Within `error` of this from below, and from above too where certain, which it is where nobody's last unit is in doubt; uncapped where every supporter pays in full.
    case price(Double, error: Double, isUncapped: Bool, isCertain: Bool)
    /// The numbers do not say whether it can be paid.
    case uncertain
}
