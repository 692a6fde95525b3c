/// What was last seen of a stretch of supporters in a run, at the price they were then sorted at.
struct StretchState {
    /// How many may still have money: those at the front.
    var count: Int

    /// How many of them would have something left.
    var leftCount: Int

    /// What all have, and what those have who would pay their last.
    var all: Double
    var paid = 0.0
    var weightPaid = 0.0
    var weightLeft: Double

    /// How often `paid` was rounded at most.
    var roundings = 0

    /// Whether its supporters were written into the room in this run.
    var isHere = false

    /// Before anybody looked: everybody has a share and pays in full.
    init(_ stretch: SupportLists.Stretch, share: Double) {
        count = stretch.places.count
        leftCount = count
        weightLeft = stretch.weight
        all = stretch.weight * share
    }
}
