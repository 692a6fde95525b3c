import Foundation

extension String {
    /// The lines of a table, of each its heading and its cells, as they are read.
    ///
    /// - Parameter id: that of the table, or of the figure around it.
    func table(_ id: String) -> [[String]] {
        guard let start = range(of: "id=\"\(id)\""), let body = self[start.upperBound...].range(of: "<tbody>"), let end = self[body.upperBound...].range(of: "</tbody>") else { return [] }
        return self[body.upperBound..<end.lowerBound].components(separatedBy: "<tr").dropFirst().map { line in
            line.components(separatedBy: "</t").dropLast(2).map { cell in
                cell.replacing(/^.*?<t[hd][^>]*>/, with: "").replacing(/<[^>]*>/, with: "").replacing("&nbsp;", with: " ").trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
    }
}
