import Foundation
import Testing

@testable import Pages

@Suite("Ring of things and lines")
struct RingTests {
    private func graph(_ groups: [Int?], lines: [(Int, Int)] = [], ringed: Set<Int> = []) -> RingGraph {
        RingGraph(
            dots: groups.enumerated().map { RingGraph.Dot(group: $1, isRinged: ringed.contains($0), label: "<Actor> \($0)", cells: ["\($0)"]) }, lines: lines, columns: ["Links"],
            words: RingGraph.Words(
                number: "No.", label: "Actor", about: "On a ring", within: "Within", across: "Across", ringed: "Bridge", alone: "Alone", group: { "Group \($0 + 1)" }))
    }

    @Test("all stand on the ring and none on another, the first on top; where reading goes leftwards the ring does", arguments: [2, 3, 9, 60])
    func places(_ count: Int) {
        let places = RingPlaces(count, isRightToLeft: false), mirrored = RingPlaces(count, isRightToLeft: true)
        #expect(places.dots[0].y == RingPlaces.middle - RingPlaces.radius && abs(places.dots[0].x - RingPlaces.middle) < 1e-9)
        for (number, one) in places.dots.enumerated() {
            #expect(abs(hypot(one.x - RingPlaces.middle, one.y - RingPlaces.middle) - RingPlaces.radius) < 1e-9 && abs(one.x + mirrored.dots[number].x - 360) < 1e-9)
            for other in places.dots[(number + 1)...] { #expect(hypot(one.x - other.x, one.y - other.y) > 2 * places.reach) }
        }
    }

    @Test("eleven groups are told apart by shape and fill, and none looks like what belongs to no group")
    func marks() {
        let marks = (0..<11).map { RingGraph.mark(of: $0) }.map { "\($0.shape) \($0.fill)" }, alone = RingGraph.mark(of: nil)
        #expect(Set(marks).count == 11 && !marks.contains("\(alone.shape) \(alone.fill)") && RingGraph.mark(of: 11) == RingGraph.mark(of: 0) && RingGraph.mark(of: -1).fill == .full)
    }

    @Test("lines of a kind are one path, whatever leads nowhere is left out, and the table says the same")
    func markup() {
        let drawn = ringGraph(graph([0, 0, 1, nil], lines: [(0, 1), (1, 2), (0, 9), (-1, 2)], ringed: [1]), in: ChartsKit.frame()), text = ChartsKit.text(drawn)
        #expect(text.contains("class=\"lead\"") && text.contains("class=\"lead supposed\"") && text.contains("aria-describedby=\"c-about\"") && text.contains("<desc id=\"c-about\">On a ring"))
        #expect(text.contains("Group 1: 1 &lt;Actor&gt; 0 · 2 &lt;Actor&gt; 1") && text.contains("Alone: 4 &lt;Actor&gt; 3") && text.contains("Bridge") && !text.contains("<Actor>"))
        #expect(ChartsKit.isBalanced(drawn) && ChartsKit.geometry(drawn).allSatisfy(ChartsKit.isDrawable), "\(ChartsKit.geometry(drawn))")
        #expect(!ChartsKit.text(ringGraph(graph([0]), in: ChartsKit.frame())).contains("<svg"))
    }
}
