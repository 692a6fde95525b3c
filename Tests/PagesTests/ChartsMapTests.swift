import Pages
import Testing

@Suite struct `The strategy map` {
    private func text(_ map: LayeredMap, isRightToLeft: Bool = false) -> String {
        ChartsKit.text(layeredMap(map, in: ChartsKit.frame(isRightToLeft: isRightToLeft)))
    }

    private func count(_ part: String, in text: String) -> Int { text.split(separator: part, omittingEmptySubsequences: false).count - 1 }

    @Test(arguments: [1, 4, 7, 22, 60]) func `Every box is a link that the keyboard reaches`(boxes: Int) {
        let drawn = text(ChartsSamples.map([boxes]))
        #expect(count("class=\"box warn\"", in: drawn) == boxes)
        #expect((1...boxes).allSatisfy { drawn.contains("<a href=\"/o/\($0)\"") })
    }

    @Test func `A full layer takes rows of much the same length`() {
        let rows = text(ChartsSamples.map([14])).split(separator: "<div class=\"rank\">").dropFirst().map { count("<li>", in: String($0)) }
        #expect(rows == [4, 5, 5])
    }

    @Test func `Each link has one arrowhead, and its code is in the box it starts from`() {
        let drawn = text(ChartsSamples.map([2, 3, 2], links: [(6, 1), (7, 2), (3, 4), (1, 5), (3, 3), (9, 1), (6, 1)]))
        #expect(count("class=\"head\"", in: drawn) == 4)
        #expect(drawn.contains(" → O1</span>"))
        #expect(drawn.contains(" → O4</span>"))
    }

    @Test func `A link over a row passes between its boxes`() {
        let drawn = text(ChartsSamples.map([1, 2, 1], links: [(4, 1)]))
        #expect(drawn.contains("<line class=\"course\" x1=\"50%\" x2=\"50%\" y2=\"100%\">"))
    }

    @Test func `What is only supposed is dashed and said in the key`() {
        let map = LayeredMap(
            layers: ChartsSamples.map([1, 1]).layers, links: [.init(from: "2", to: "1", isSupposed: true)], bandsLabel: "", bands: [],
            words: ChartsSamples.mapWords)
        #expect(text(map).contains("class=\"course supposed\""))
        #expect(text(map).contains("<span class=\"key supposed\">supposed</span>"))
        #expect(!text(map).contains("class=\"key leads\""))
    }

    @Test func `Arrows point the other way from right to left`() {
        #expect(text(ChartsSamples.map([1, 1], links: [(2, 1)]), isRightToLeft: true).contains(" ← O1"))
    }

    @Test func `A layer without boxes says so`() {
        #expect(text(ChartsSamples.map([1, 0])).contains("<p class=\"gap\">nothing yet</p>"))
    }

    @Test func `The matrix has a cell for every column`() {
        let matrix = MapMatrix(
            label: "Functions", columns: [.init("SO1", href: "/1"), .init("SO2")],
            rows: [.init(.init("Instruments"), cells: [.init("14", level: 0.9, href: "/x")])])
        let drawn = text(ChartsSamples.map([2], matrix: matrix))
        #expect(drawn.contains("<td class=\"step5\"><a href=\"/x\">14</a></td><td class=\"unknown\"></td>"))
    }

    @Test func `The same map is drawn the same way`() {
        let map = ChartsSamples.map([4, 9, 7], links: (1...20).map { ($0, ($0 * 7) % 20 + 1) })
        #expect(text(map) == text(map))
    }
}
