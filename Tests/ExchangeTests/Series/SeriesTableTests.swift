import Exchange
import Foundation
import Testing

@Suite("Series in tables")
struct SeriesTableTests {
    private func read(_ text: String, series: String? = nil, time: String? = nil, value: String? = nil) throws(BallotFault) -> SeriesTable {
        try SeriesTable(bytes: Array(text.utf8), columns: SeriesColumns(series: series, time: time, value: value), limits: .standard)
    }

    private func fault(_ text: String, series: String? = nil, time: String? = nil, value: String? = nil) -> String {
        do {
            _ = try read(text, series: series, time: time, value: value)
            return "read"
        } catch {
            return error.description
        }
    }

    @Test(
        "Columns are known by the names that public data use, in any order and any case",
        arguments: [
            "technology,year,percent\nTV,1950,9\n", "percent,technology,Year\n9,TV,1950\n", "Entity,iso3,year,internet_pct\nUnited States,TV,1950,9\n", "value;time;series\n9;1950;TV\n",
            "\u{FEFF}country,date,mobile_per_100\n\" tv\",1950-01-01,9\n", "product,year,sold\nTV,1950,9\n", "year,broadband_per_100,code,region\n1950,9,TV,World\n",
        ])
    func names(text: String) throws {
        let series = try read(text).one("TV")
        #expect(series.points.count == 1 && series.points[0] == (1950, 9))
    }

    @Test("Without a column for it the table is one series, which needs no name")
    func single() throws {
        let series = try read("year,users\n1990,1\n1991,2\n").one(nil)
        #expect(series.points.map(\.value) == [1, 2] && series.names.isEmpty)
    }

    @Test("Any column that names a series names it; names may have quotation marks, accents and blanks around them")
    func aliases() throws {
        let table = try read("entity,iso3,year,value\n\"Côte d\"\"Ivoire, the\",CIV,1990,1\nGeorgia,GEO,1990,2\nGeorgia,USG,1990,3\n")
        #expect(try table.one("civ").points[0].value == 1)
        #expect(try table.one(" Co\u{302}te d\"Ivoire, the ").points[0].value == 1)
        #expect(try table.one("USG").points[0].value == 3)
        #expect(throws: BallotFault.self) { try table.one("Georgia") }
    }

    @Test("A name that is not there is answered with those that are, and so is no name where there are several")
    func unknown() throws {
        let table = try read("series,year,value\na,1990,1\nb,1990,2\n")
        #expect(throws: BallotFault(what: "There is no series “c”. There are: “a”, “b”.")) { try table.one("c") }
        #expect(throws: BallotFault(what: "There are 2 series; say which with --series: “a”, “b”.")) { try table.one(nil) }
    }

    @Test("Times are years, parts of years or dates")
    func times() throws {
        let times = try read("time,value\n1990.5,1\n2021-07-02,1\n2020-02,1\n2020-12-31T10:00:00Z,1\n-44,1\n٢٠٢١٫٥,1\n").one(nil).points.map(\.time)
        let (july, february, december): (Double, Double, Double) = (182.0 / 365, 31.0 / 366, 365.0 / 366)
        let wanted: [Double] = [1990.5, 2021 + july, 2020 + february, 2020 + december, -44, 2021.5]
        #expect(times.count == wanted.count && zip(times, wanted).allSatisfy { abs($0 - $1) <= 0.5e-6 })
        for text in ["", "-", ".", "1.", "1e3", "2021-13", "2021-02-30", "2021-7-2", "2021-07-02-01", "12:30", "++1", String(repeating: "9", count: 200)] {
            #expect(WrittenYear.reading(text) == nil, "\(text)")
        }
    }

    @Test("Numbers as people and programs write them; what is missing is counted")
    func values() throws {
        let comma = try read("year;value\n1990;1,5\n1991;1.234,5\n1992;\n1993;NaN\n1994; n/a \n1995;..\n").one(nil)
        #expect(comma.points.map(\.value) == [1.5, 1234.5] && comma.missing == 4)
        #expect(try read("year,value\n1990,1e-3\n1991,2.5E+2\n1992,-0.1\n").one(nil).points.map(\.value) == [0.001, 250, -0.1])
    }

    @Test("Two values of one time both count, and it is told once")
    func duplicates() throws {
        let table = try read("year,value\n1990,1\n1990,2\n1990,3\n")
        #expect(try table.one(nil).points.count == 3)
        #expect(table.remarks.map(\.description) == ["line 3: “The series” has two values at this time; both count."])
    }

    @Test("What is not understood is refused with its line")
    func faults() {
        #expect(fault("year,value\n1990,1\n1991,x\n") == "line 3: The value “x” is not a number.")
        #expect(fault("year,value\n1990,1e999\n") == "line 2: The value “1e999” is not a number.")
        #expect(fault("year,value\nsoon,1\n") == "line 2: The time “soon” is neither a year nor a date such as 2021-07-02.")
        #expect(fault("year,value\n2021-02-30,1\n").hasPrefix("line 2: The time"))
        #expect(fault("year,value\n1990\n") == "line 2: There are 1 fields, and 2 columns.")
        #expect(fault("a,b\n1,2\n") == "line 1: No column is known to hold the time; say which with --time-column. There are: “a”, “b”.")
        #expect(fault("year,a,b\n1,2,3\n") == "line 1: Several columns may hold the value; say which with --value-column: “a”, “b”.")
        #expect(fault("year,a,b\n1,2,3\n", value: "B") == "read")
        #expect(fault("year,a\n1,2\n", value: "year").hasPrefix("line 1: The column “year” cannot be both"))
        #expect(fault("year,a\n1,2\n", value: "c") == "line 1: There is no column “c”. There are: “year”, “a”.")
        #expect(fault("") == "The file is empty.")
        #expect(fault("year,value\n1990,\"1\n").hasPrefix("line 2: A quotation mark"))
    }
}
