import Foundation

/// Where the bubbles of a map lie: at their values, or as near as they find room.
struct BubblePlaces {
    struct Place: Equatable {
        let x: Double, y: Double
        let radius: Double
    }

    /// The field on a sheet of 360 by 404.
    static let left = 30.0, right = 350.0, top = 26.0, bottom = 346.0
    static let room = 18.0

    /// In the order of the bubbles.
    let places: [Place]

    /// The largest ones keep their places.
    init(_ map: BubbleMap, isRightToLeft: Bool) {
        var found: [Int: Place] = [:], taken: [Place] = []
        for number in map.bubbles.indices.sorted(by: { (map.bubbles[$1].size, $0) < (map.bubbles[$0].size, $1) }) {
            let bubble = map.bubbles[number], radius = 7 + 8 * (fraction(bubble.size) ?? 0).squareRoot()
            let at = BubblePlaces.at(bubble.across, bubble.up, reach: map.reach, isRightToLeft: isRightToLeft)
            let free = BubblePlaces.spots(around: at).first { spot in taken.allSatisfy { hypot($0.x - spot.x, $0.y - spot.y) >= $0.radius + radius + 1 } } ?? at
            let place = Place(x: free.x, y: free.y, radius: radius)
            taken.append(place)
            found[number] = place
        }
        places = map.bubbles.indices.compactMap { found[$0] }
    }

    static func at(_ across: Double, _ up: Double, reach: Int, isRightToLeft: Bool) -> (x: Double, y: Double) {
        let scale = Scale(low: -Double(reach), high: Double(reach)), share = scale.share(of: drawable(across) ?? 0), height = scale.share(of: drawable(up) ?? 0)
        let inner = right - left - 2 * room
        return (left + room + (isRightToLeft ? 1 - share : share) * inner, bottom - room - height * inner)
    }

    private static func spots(around at: (x: Double, y: Double)) -> [(x: Double, y: Double)] {
        let rings = (1...26).flatMap { ring in
            (0..<(5 * ring)).map { number in
                let angle = Double(number) / Double(5 * ring) * 2 * .pi, away = Double(ring) * 9
                return (x: at.x + away * cos(angle), y: at.y - away * sin(angle))
            }
        }
        return [at] + rings.filter { $0.x >= left + 10 && $0.x <= right - 10 && $0.y >= top + 10 && $0.y <= bottom - 10 }
    }
}
