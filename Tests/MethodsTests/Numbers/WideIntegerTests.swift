import Testing

@testable import Methods

@Suite("Whole numbers of any size")
struct WideIntegerTests {
    @Test("Small ones add, subtract, multiply and compare as machine numbers do")
    func small() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let one = Int.random(in: -3_000_000_000...3_000_000_000, using: &random), other = Int.random(in: -3_000_000_000...3_000_000_000, using: &random)
            #expect(WideInteger(one) + WideInteger(other) == WideInteger(one + other))
            #expect(WideInteger(one) - WideInteger(other) == WideInteger(one - other))
            #expect(WideInteger(one) * WideInteger(other) == WideInteger(one * other))
            #expect((WideInteger(one) < WideInteger(other)) == (one < other))
            #expect(WideInteger(one).description == "\(one)")
        }
    }

    @Test("Large ones keep every digit")
    func large() {
        let factorial = (1...40).reduce(WideInteger(1)) { $0 * $1 }
        #expect(factorial.description == "815915283247897734345611269596115894272000000000")
        #expect((factorial - factorial).signum == 0)
        #expect((factorial - (factorial + WideInteger(1))).description == "-1")
        #expect((WideInteger(.min) * .min).description == "85070591730234615865843651857942052864")
        #expect((-(WideInteger(.max) * .max) + WideInteger(.max) * .max) == .zero)
    }

    @Test("Multiplication distributes over addition, whatever is carried")
    func distribution() {
        var random = SeededGenerator(seed: 2)
        func any() -> WideInteger {
            (0..<Int.random(in: 1...5, using: &random)).reduce(WideInteger(Int.random(in: .min ... .max, using: &random))) { sum, _ in
                sum * Int.random(in: .min ... .max, using: &random) + WideInteger(Int.random(in: -1...1, using: &random))
            }
        }
        for _ in 0..<300 {
            let (a, b, c) = (any(), any(), any())
            #expect(a * (b + c) == a * b + a * c)
            #expect((a + b) - b == a)
            #expect((a < b) == ((a - b).signum < 0))
        }
    }

    @Test("Fractions compare across and come near their binary form")
    func fractions() throws {
        let third = try #require(ExactFraction(WideInteger(1), over: WideInteger(3)))
        let sixth = try #require(ExactFraction(WideInteger(2), over: WideInteger(12)))
        #expect(third == sixth + sixth)
        #expect(sixth < third)
        #expect(third * sixth - ExactFraction(1) < ExactFraction(0))
        #expect(abs(third.approximation - 1.0 / 3) < 1e-15)
        let huge = (1...200).reduce(WideInteger(1)) { $0 * $1 }
        #expect(abs((ExactFraction(huge, over: huge * 7)?.approximation ?? 0) - 1.0 / 7) < 1e-15)
        #expect(ExactFraction(huge, over: .zero) == nil)
    }
}
