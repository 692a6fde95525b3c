/// Between which shares the true one lies with 95 % confidence, if `hits` of `of` were drawn by chance; `nil` of none.
///
/// Source: Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22, 1927. Unlike the usual interval it stays within 0
/// and 1 and says something of 0 hits.
package func wilsonInterval(_ hits: Double, of count: Double) -> ClosedRange<Double>? {
    guard count > 0, count.isFinite, 0...count ~= hits else { return nil }
    let z = 1.959963984540054, share = hits / count, square = z * z / count
    let centre = (share + square / 2) / (1 + square), half = z / (1 + square) * (share * (1 - share) / count + square / (4 * count)).squareRoot()
    return max(0, min(share, centre - half))...min(1, max(share, centre + half))
}
