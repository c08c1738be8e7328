extension Phrases {
  static let english = Phrases(
    """
    image: Image
    data: data
    formulaWhere: where
    formulaIs: is
    corrected: Corrected: {1}.
    correctedCell: {1} of {2}, printed as {3}
    none: none
    nothing: nothing
    notStated: not stated
    unnamed: unnamed
    yes: yes
    no: no
    better: better
    lowerIsBetter: lower is better
    higherIsBetter: higher is better
    knee: knee
    ideal: ideal
    notDrawn: Not drawn: {1} ({2}).
    notShown: Not shown, {1}: {2}.
    noValue: no value for '{1}'
    noNumber: no number in '{1}'
    noDate: no date in '{1}'
    notPositive: not positive on the log axis of '{1}'
    notInDomain: '{1}' is not in the domain of the axis
    rowNumber: row {1}
    rowNumbers: rows {1}
    andMore: and {1} more
    countOfRecords: Count of Records
    aggregateOf: {1} of {2}
    aggregates: \
    Count|Valid|Missing|Distinct|Sum|Product|Mean|Average|Variance|Variancep|Stdev|Stdevp|Stderr|Median|Q1|Q3|Min|Max|Ci0|Ci1|Values
    largest: {1} for max {2}
    smallest: {1} for min {2}
    binned: {1} (binned)
    timeUnits: year|quarter|month|week|day|date|dayofyear|hours|minutes|seconds|milliseconds
    shortMonths: Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec
    weekdays: Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday
    shortWeekdays: Sun|Mon|Tue|Wed|Thu|Fri|Sat
    halfDays: AM|PM
    chartPareto: scatter plot of {n} points with their Pareto front
    chartPoints: scatter plot of {n} points
    chartLine: line of {n} points
    chartLines: {n} lines
    chartBars: bar chart of {n} bars
    chartArea: area chart
    chartSectors: {n} sectors of a circle
    chartTrail: line of {n} points and changing thickness
    chartRectangles: {n} rectangles
    chartTicks: {n} ticks
    chartRules: a rule|{n} rules
    chartTexts: {n} texts
    untitled: no title
    logarithmic: logarithmic
    fromTo: from {1} to {2}
    group: group
    groupsBy: {1} groups by {2}: {3}.
    ofGroup: of {1}
    frontMembers: On the front{1}, from best x to best y: {2}.
    kneePoint: Knee point{1}: {2}, farthest from the chord of the front with both axes scaled to \
    its range.
    probabilities: Probability of being on the front{1}, with the errors as standard deviations \
    of independent normal distributions: {2}{3}. The band holds the front with a probability of \
    {4}.
    improbable: {1} more below {2}
    nearlyOnFront: Nearly on the front{1}, not beaten by more than {2} in x and {3} in y: {4}.
    hypervolume: Hypervolume{1} to the reference ({2}) {3}: {4}.
    shareOfBox: as a share of the box up to the ideal ({1})
    inDataUnits: in data units
    parallelCoordinates: Parallel coordinates of {1} rows on {2} axes with their Pareto front.
    scatterMatrix: Matrix of {1} scatter plots of {2} rows with their Pareto front.
    objective: Objective {1}
    unbeaten: On the front, beaten by no other row in all objectives: {1}.
    kneeOfObjectives: Knee point: {1}, farthest on the ideal side from the plane through the \
    ends of the front with all axes scaled to its range.
    nearlyUnbeaten: Nearly on the front, not beaten by more than ({1}): {2}.
    headFile: File
    headRows: Rows
    headErrata: Errata
    headSource: Source
    headLicence: Licence
    headInput: Input
    headDrawing: Drawing
    headPlace: Place
    headFontFile: Font file
    headSize: Size
    headLine: Line
    headFormula: Formula
    headUnit: Unit
    headTests: Tests
    headPrinted: Printed
    headComputedFrom: Computed from
    headAttached: Attached
    headKind: Kind
    headStatement: Statement
    headVerdict: Verdict
    headNumber: No.
    headCell: Cell
    headCorrected: Corrected
    headReason: Reason and evidence
    headWhere: where
    rows: {n} row|{n} rows
    files: {n} file|{n} files
    dataFiles: {n} data file|{n} data files
    dataTables: {n} data table|{n} data tables
    tables: {n} table|{n} tables
    charts: {n} chart|{n} charts
    values: {n} value|{n} values
    formulas: {n} formula|{n} formulas
    workedExamples: {n} worked example|{n} worked examples
    correctedCells: {n} corrected cell|{n} corrected cells
    checks: {n} check|{n} checks
    claims: {n} claim|{n} claims
    pinnedValues: {n} pinned value|{n} pinned values
    formulaTests: {n} formula test|{n} formula tests
    bytes: {n} bytes
    kinds: check|claim|pinned|formula
    holds: holds
    fails: fails
    warning: warning
    note: note
    dataCaption: {1} with {2}; of each hash the first 16 digits.
    dataNothing: The report has no data files.
    errataTable: In {1}
    errataRow: of {1}
    errataCaption: {1} of the data; each is a line of {2}.
    errataNothing: No cell of the data is corrected.
    figuresCaption: {1}: SHA-256 of what each was drawn from (options and rows) and of the SVG \
    file that came out, first 16 digits.
    figuresNothing: The report has no charts.
    fontsCaption: The fonts of the report; of each hash the first 16 digits.
    fontsNothing: The fonts are not known here.
    formulasCaption: Printed and evaluated from the same text: {1} with {2}.
    formulasNothing: The report evaluates no formulas.
    provenanceCaption: Where the numbers come from: by chapter and line, what is printed there \
    and the tables, columns, lines of data files and functions that it is computed from.
    provenanceNothing: The report computes no numbers.
    rowsCounted: rows counted
    noData: no data
    linesInBrackets: lines in brackets
    countOf: {1} of {2}
    countOfLines: {1} of the lines {2}
    chosenBy: chosen by
    wholeTable: whole table
    lineNumber: line {1}
    lineNumbers: lines {1}
    rowsOf: {1} of {2} rows
    allShown: {1}, all shown
    someShown: {1}, {2} shown; {3}
    leftOut: {1} left out: {2}
    sourcesAll: {1} that the report is made from; this PDF carries all of them as attachments. \
    Of each hash the first 16 digits.
    sourcesSome: {1} that the report is made from; this PDF carries {2} of them as attachments. \
    Of each hash the first 16 digits.
    sourcesNothing: The files of the report are not known here.
    verdictsCaption: What the report checks about itself: {1}; {2}.
    verdictsNothing: The report has no checks, pinned values or claims.
    allHold: all hold
    someHold: {1} hold, {2} do not
    noRowWhere: No row where: {1}
    moreRows: and {n} more rows
    checkHolds: {1} holds.
    checkFoundNothing: No row was found where this is so: {1}.
    checkFails: {1} fails
    build: Made by {1} from {2}. Computed are {3}, {4} and {5} in sentences; {6} and claims were \
    tested. Equal sources and fonts give equal bytes; this line makes the report again:
    edition: {1} ed.
    editors: ed.|eds.
    editedBy: ed. by {1}
    translatedBy: trans. by {1}
    doctoralThesis: PhD thesis
    mastersThesis: MA thesis
    technicalReport: Tech. rep.
    volume: vol. {1}
    number: no. {1}
    page: page {1}
    chapter: chap. {1}
    visitedOn: visited on {1}
    """)
}
