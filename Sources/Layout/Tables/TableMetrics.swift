import Configuration
import Graphics

/// Sizes within a table that belong together: type, space between columns, space in rows.
struct TableMetrics: Hashable, Sendable {
  var grid: LineGrid
  /// Half of the space between two columns.
  var padding: Points
  /// Above and below the lines of a row.
  var rowPadding: Points
  /// Cells are ragged: words are only cut when the table would not fit otherwise, since words that
  /// are cut in a cell are hard to copy and to search for.
  var hyphenates: Bool
  /// What was done to make the table fit, for the note to the author.
  var measure: String?

  /// The ways to set a table, from the best to the tightest: first less space, then smaller type.
  static func ladder(_ type: TypeSize) -> [TableMetrics] {
    func step(_ size: Points, _ padding: Points, _ measure: String?) -> TableMetrics {
      let scale = size / type.size
      return TableMetrics(
        grid: LineGrid(size: size, leading: (type.leading * scale * 4).rounded() / 4),
        padding: padding, rowPadding: 1.25 * scale, hyphenates: size < type.size,
        measure: measure)
    }
    return [
      step(type.size, 5, nil),
      step(type.size, 3.5, "tighter columns"),
      step(type.size * 7.5 / 8.5, 3, "smaller type"),
      step(type.size * 6.8 / 8.5, 2.5, "small type and tight columns"),
    ]
  }
}
