/// Reads CSV and its kin (RFC 4180): a header, quoted cells, empty cells as null. A column all of
/// whose cells are numbers is one of numbers.
public enum DelimitedText {
  /// - Parameter delimiter: between cells, a comma or tab.
  public static func read(_ bytes: [UInt8], delimiter: UInt8) -> ChartData {
    var cells: [[String?]] = []
    var row: [String?] = []
    var cell: [UInt8] = []
    var (isQuoted, wasQuoted) = (false, false)
    func text() -> String? {
      cell.isEmpty && !wasQuoted ? nil : String(decoding: cell, as: UTF8.self)
    }
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            cell.append(byte)
            index += 1
          } else {
            isQuoted = false
          }
        } else {
          cell.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty: (isQuoted, wasQuoted) = (true, true)
      case delimiter:
        row.append(text())
        cell.removeAll(keepingCapacity: true)
        wasQuoted = false
      case UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"):
        row.append(text())
        cell.removeAll(keepingCapacity: true)
        wasQuoted = false
        if row.count > 1 || row[0] != nil { cells.append(row) }
        row = []
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !row.isEmpty {
      row.append(text())
      cells.append(row)
    }
    guard let header = cells.first else { return ChartData([]) }
    let rows = cells.dropFirst()
    return ChartData(
      header.enumerated().map { place, name in
        let column = rows.map { place < $0.count ? $0[place] : nil }
        return ChartColumn(name ?? "", values: values(column))
      }, rowCount: rows.count)
  }

  private static func values(_ cells: [String?]) -> [ChartValue] {
    let numbers = cells.map { $0.flatMap(number) }
    let isNumeric =
      zip(cells, numbers).allSatisfy { $0 == nil || $1 != nil } && numbers.contains { $0 != nil }
    if isNumeric { return numbers.map { $0.map { .number($0) } ?? .null } }
    if cells.allSatisfy({ $0 == nil || $0 == "true" || $0 == "false" }) {
      return cells.map { $0.map { .bool($0 == "true") } ?? .null }
    }
    return cells.map { $0.map { .text($0) } ?? .null }
  }

  /// A decimal number; not `0x1p3`, `nan` or `inf`, which Swift would read, too.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ $0 >= 43 && $0 <= 57 || $0 | 32 == 101 || $0 == 32 }) else {
      return nil
    }
    return Double(text.filter { $0 != " " })
  }
}
