/// What an environment is: its cells, its fences, its spacing.
struct EnvironmentKind: Sendable {
  enum Columns: Sendable {
    /// `\begin{array}{lcr}`.
    case specified
    /// `matrix`: centred, as many as there are; a star takes `[r]`.
    case centered
    /// `cases`: left.
    case left
    /// `aligned`: right and left in turn.
    case alternating
    /// `gathered`, `equation`: one, centred.
    case single
    /// `multline`: first row left, last row right.
    case staggered
    /// `CD`.
    case diagram
  }

  var columns: Columns
  var left: Unicode.Scalar?
  var right: Unicode.Scalar?
  var cellStyle: MathStyleName = .text
  var spacing: MathArray.RowSpacing = .normal
  /// Whether the document numbers its rows.
  var isNumbered = false
  /// `alignedat` and `alignat` take the number of column pairs.
  var takesCount = false
  /// Whether white space separates the pairs of columns.
  var separatesPairs = false
  /// Whether it may stand at the top of a display only.
  var isDisplay = false
}

enum EnvironmentTable {
  /// By name, with its star where the star makes a difference.
  static let kinds: [String: EnvironmentKind] = {
    var table: [String: EnvironmentKind] = [:]
    table["array"] = EnvironmentKind(columns: .specified)
    table["darray"] = EnvironmentKind(columns: .specified, cellStyle: .display)
    table["tabular"] = EnvironmentKind(columns: .specified)
    table["subarray"] = EnvironmentKind(
      columns: .specified, cellStyle: .script, spacing: .tight)
    let fences: [(String, Unicode.Scalar?, Unicode.Scalar?)] = [
      ("", nil, nil), ("p", "(", ")"), ("b", "[", "]"), ("B", "{", "}"), ("v", "|", "|"),
      ("V", "‖", "‖"),
    ]
    for (prefix, left, right) in fences {
      let matrix = EnvironmentKind(columns: .centered, left: left, right: right)
      table[prefix + "matrix"] = matrix
      table[prefix + "matrix*"] = matrix
      let small = EnvironmentKind(
        columns: .centered, left: left, right: right, cellStyle: .script, spacing: .tight)
      table[prefix + "smallmatrix"] = small
      table[prefix + "smallmatrix*"] = small
    }
    table["cases"] = EnvironmentKind(columns: .left, left: "{", spacing: .wide)
    table["dcases"] = EnvironmentKind(
      columns: .left, left: "{", cellStyle: .display, spacing: .wide)
    table["rcases"] = EnvironmentKind(columns: .left, right: "}", spacing: .wide)
    table["drcases"] = EnvironmentKind(
      columns: .left, right: "}", cellStyle: .display, spacing: .wide)
    func display(
      _ columns: EnvironmentKind.Columns, isNumbered: Bool = false, takesCount: Bool = false,
      separatesPairs: Bool = true, isDisplay: Bool = false
    ) -> EnvironmentKind {
      EnvironmentKind(
        columns: columns, cellStyle: .display, spacing: .display, isNumbered: isNumbered,
        takesCount: takesCount, separatesPairs: separatesPairs, isDisplay: isDisplay)
    }
    table["aligned"] = display(.alternating)
    table["alignedat"] = display(.alternating, takesCount: true, separatesPairs: false)
    table["split"] = display(.alternating)
    table["gathered"] = display(.single)
    table["lgathered"] = display(.left)
    table["rgathered"] = display(.single)
    table["multlined"] = display(.staggered)
    for (star, isNumbered) in [("", true), ("*", false)] {
      table["align" + star] = display(.alternating, isNumbered: isNumbered, isDisplay: true)
      table["flalign" + star] = display(.alternating, isNumbered: isNumbered, isDisplay: true)
      table["eqnarray" + star] = display(
        .alternating, isNumbered: isNumbered, separatesPairs: false, isDisplay: true)
      table["alignat" + star] = display(
        .alternating, isNumbered: isNumbered, takesCount: true, separatesPairs: false,
        isDisplay: true)
      table["xalignat" + star] = display(
        .alternating, isNumbered: isNumbered, takesCount: true, isDisplay: true)
      table["gather" + star] = display(.single, isNumbered: isNumbered, isDisplay: true)
      table["equation" + star] = display(.single, isNumbered: isNumbered, isDisplay: true)
      table["multline" + star] = display(.staggered, isNumbered: isNumbered, isDisplay: true)
    }
    table["displaymath"] = display(.single, isDisplay: true)
    table["math"] = EnvironmentKind(columns: .single)
    table["subequations"] = display(.single, isDisplay: true)
    table["CD"] = EnvironmentKind(columns: .diagram, cellStyle: .display, spacing: .diagram)
    return table
  }()

  static let names = kinds.keys.sorted()
}
