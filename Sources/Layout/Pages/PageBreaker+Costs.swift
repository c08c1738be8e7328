extension PageBreaker {
  /// What makes pages worse, in the units of a line break's demerits.
  struct Costs {
    /// For each line by which a page stays short, or its square, when glue cannot fill it.
    var shortLine = 160.0
    var shortLineSquared = 30.0
    /// For a page that runs a line long.
    var longLine = 420.0
    /// For a float that has to wait for a later column, each column; across the columns, each page.
    var waitingFloat = 200.0
    var waitingWideFloat = 500.0
    /// For a float that stands in another section of the first level than its mention.
    var strayFloat = 400.0
    /// For a page with a table or figure that is numbered after one that still waits.
    /// More than a page that holds a single line costs: it happens only where nothing else can be.
    var overtaking = 200_000.0
    var splitNote = 600.0
    /// For each line that a last page has too few of, its floats counted.
    var stumpLine = 400.0
    /// How many lines a last page should have.
    var stumpLines = 8.0
    /// For each line left blank on a page of floats, and its square.
    var blankFloatLine = 90.0
    var blankFloatLineSquared = 24.0
    /// For a page of nothing but floats behind the text, by the share of it that is blank.
    var lastFloatPage = 4000.0
    /// For a column left blank because nothing that comes next fits into it.
    var blankColumn = 20_000.0
    /// For each line that columns are shorter than they should be between wide floats.
    var stripLine = 60.0
    var stripLines = 12.0
    /// For a float at the foot of a page, which is rather read first.
    var foot = 40.0
  }
}
